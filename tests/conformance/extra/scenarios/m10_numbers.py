"""Number inputs: arguments, NumPy, limits, NaN and infinity."""

SCRIPT = """
import streamlit as st, numpy as np, decimal, fractions
ss = st.session_state
ss.n = ss.get("n", 0) + 1
n = ss.n
def show(v): st.text(f"{v!r} {type(v).__name__}")
inf = float("inf"); nan = float("nan")
cases = [dict(), dict(value=1), dict(value=1.5), dict(value=None), dict(min_value=1), dict(min_value=1.0), dict(max_value=5), dict(min_value=1, value=None), dict(step=2), dict(step=0.5), dict(step=2, value=None), dict(step=0), dict(step=0.0), dict(step=-1),
 dict(value=True), dict(value=np.int64(3)), dict(value=np.float64(3)), dict(value=np.float32(3)), dict(value=np.int8(3), min_value=1), dict(value=decimal.Decimal(1)), dict(value=fractions.Fraction(1, 2)), dict(value="x"), dict(value="min"), dict(value="min", min_value=2), dict(value="min", max_value=-5), dict(value=2**53), dict(value=2**53-1), dict(value=-2**53), dict(value=1e308), dict(value=inf), dict(value=-inf), dict(value=nan), dict(min_value=nan), dict(max_value=inf), dict(min_value=-inf), dict(min_value=5, max_value=1), dict(min_value=5, max_value=5), dict(min_value=5, max_value=5, value=5), dict(min_value=5, value=1), dict(max_value=5, value=9), dict(min_value=1, value=1.5), dict(min_value=1.0, step=1), dict(format="%d"), dict(format="%.3f"), dict(format="x"), dict(format="%s"), dict(format="%e"), dict(icon="x"), dict(icon="🎉"), dict(width="content"), dict(placeholder=5), dict(required=True, value=None), dict(value=10**400), dict(value=complex(1)), dict(value=[1]), dict(min_value="a"), dict(value=np.bool_(True)), dict(step=np.int64(2)), dict(step="x"), dict(max_value=2**60), dict(step=2**60)]
for i, kw in enumerate(cases):
    try: show(st.number_input(f"{i}", **kw))
    except Exception as e: st.text(f"{i} {kw} {type(e).__name__}")
show(st.number_input("k", 0 if n < 3 else 5, 10, 7 if n < 4 else 6, key="k"))
show(st.number_input("ign", key="ign", on_change="ignore", icon="🎉" if n < 3 else None))
"""
STEPS = [
    {"do": "set", "kind": "number_input", "label": "1", "value": 5},
    {"do": "set", "kind": "number_input", "label": "1", "value": 5.7},
    {"do": "set", "kind": "number_input", "label": "2", "value": 5},
    {"do": "set", "kind": "number_input", "label": "3", "value": 5},
    {"do": "set", "kind": "number_input", "label": "3", "value": None},
    {"do": "set", "kind": "number_input", "label": "1", "value": None},
    {"do": "set", "kind": "number_input", "label": "7", "value": 3},
    {"do": "set", "kind": "number_input", "key": "k", "value": 99},
    {"do": "set", "kind": "number_input", "key": "k", "value": 1},
    {"do": "set", "kind": "number_input", "key": "ign", "value": 3},
    {"do": "set_state", "key": "k", "value": 8.5},
    {"do": "rerun"},
    {"do": "set_state", "key": "k", "value": 99},
    {"do": "set_state", "key": "k", "value": None},
    {"do": "rerun"},
]
