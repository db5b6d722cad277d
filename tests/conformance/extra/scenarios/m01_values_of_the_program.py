"""What the program assigns stays as it is until the browser sends it back in the type of its widget."""

SCRIPT = """
import streamlit as st, math, decimal
ss = st.session_state
CASES = {
  "checkbox": [True, 1, 0, 2, -1, 1.0, "x", None, [], b"a"],
  "text_input": ["abc", 5, b"abc", b"\\xff", None, "a\\x00b", ["a"], 1.5, True],
  "number_input": [1, 1.5, True, "5", None, 2**60, [1], complex(1), decimal.Decimal("1.5")],
  "int": [1, 1.5, True, "5", None, [1], decimal.Decimal("1.5"), 11, -1, 2**60],
  "slider": [1, 1.5, True, None, (1, 2), (2, 1), [3, 4], (1.5, 2), 11, -1],
  "fslider": [0, 0.5, True, None, (0.5, 1), 11],
  "selectbox": ["a", "b", 1, "1", None, 1.0, True, ["a"], "zz"],
}
def changed(k): st.text(f"changed {k} {ss[k]!r} {type(ss[k]).__name__}")
def draw(kind, k):
    more = dict(key=k, on_change=changed, args=(k,))
    if kind == "int": return st.number_input(k, 0, 10, **more)
    if kind == "slider": return st.slider(k, 0, 10, **more)
    if kind == "fslider": return st.slider(k, 0.0, 1.0, **more)
    if kind == "selectbox": return st.selectbox(k, ["a", "b", 1, 2], **more)
    return getattr(st, kind)(k, **more)
first = "go" not in ss
ss.go = 1
for kind, values in CASES.items():
    for i, v in enumerate(values):
        k = f"{kind}{i}"
        if first: ss[k] = v
        try:
            r = draw(kind, k)
            st.text(f"{k} {r!r} {type(r).__name__}")
        except Exception as e:
            st.text(f"{k} {type(e).__name__}")
"""
STEPS = [{"do": "rerun"}, {"do": "rerun"}]
