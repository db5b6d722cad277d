"""What an app answers, whichever kernel carries the messages: values that cannot be, ends of runs, keys of two apps.

All this is decided by the core. That messages come and go on every kernel is said by `test_interactions` and, for those
nobody understands, by `test_hostile`; so the kernels that run all tests are enough here.
"""

from __future__ import annotations

import pytest

from tests.kernel.apps import Apps

REFUSED = """
a = st.slider("A", 0, 10, 3)
b = st.checkbox("B", True, disabled=True)
c = st.selectbox("C", ["x", "y"])
d = st.number_input("D", 0, 10, 5)
e = st.checkbox("E")
st.text(f"{a} {b} {c} {d} {e}")
"""


@pytest.mark.parametrize(
    ("label", "trait", "forged"),
    [
        ("A", "value", [99.0]),
        ("A", "value", ["many"]),
        ("A", "value", [1.0, 2.0]),
        ("B", "value", False),
        ("C", "index", 7),
        ("C", "index", "x"),
        ("C", "index", True),
        ("D", "value", 1000.0),
        ("D", "value", "much"),
        ("E", "value", "yes"),
        ("E", "value", None),
    ],
)
def test_a_value_that_cannot_be_is_refused_and_put_right(
    apps: Apps, label: str, trait: str, forged: object
) -> None:
    apps.run("forged", REFUSED)
    model = apps.control(label)
    right = model[trait]
    apps.kernel.set(model, **{trait: forged})
    apps.wait_run("forged", 2)
    apps.kernel.wait(lambda: model[trait] == right, what=f"{label} put right")
    assert apps.text("forged").endswith("3 True x 5 False")
    if forged not in (
        1000.0,
        [99.0],
        [1.0, 2.0],
    ):  # these send the control back to its default, as in Streamlit
        (refused,) = apps.last("forged")["refused"]
        assert repr(label) in refused
    if label != "B":
        good = {"A": [4.0], "C": 1, "D": 6.0, "E": True}[label]
        apps.kernel.set(model, **{trait: good})
        apps.wait_run("forged", 3)
        assert apps.last("forged")["refused"] == []


def test_messages_that_make_no_sense_do_no_harm(apps: Apps) -> None:
    apps.run("forged", REFUSED)
    kernel = apps.kernel
    kernel.custom(apps.root("forged"), {"op": "action", "name": "format the disk"})
    kernel.custom(apps.root("forged"), "what")
    kernel.custom(apps.control("A"), {"event": "click"})
    kernel.custom(apps.control("A"), None)
    kernel.set(apps.control("A"), value=[4.0])
    apps.wait_text("forged", "4 True x 5 False")
    assert "Traceback" not in kernel.process.log


@pytest.mark.parametrize("where", ["script", "callback", "first run"])
def test_a_script_may_stop_anywhere(apps: Apps, where: str) -> None:
    inside = {"callback": "    st.stop()", "script": "    pass"}.get(where, "    pass")
    guard = {"script": "if go:\n    st.stop()", "first run": "st.stop()"}.get(where, "")
    apps.run(
        "stops",
        f"def f():\n{inside}\ngo = st.button('Go', on_click=f)\nst.text('above')\n{guard}\nst.text('below')",
    )
    if where != "first run":
        assert apps.text("stops").endswith("below")
        apps.click("Go")
        apps.wait_run("stops", 2)
        assert apps.last("stops")["ending"] == "stopped"
    apps.wait(lambda: "below" not in apps.text("stops"))
    if where == "callback":
        assert apps.text("stops") == ""
    else:
        assert apps.text("stops").endswith("above")


def test_two_apps_share_a_key_of_one_kind(apps: Apps) -> None:
    apps.run("left", "x = st.slider('Left', 0, 9, key='x')\nst.text(f'left {x}')")
    apps.run("right", "x = st.slider('Right', 0, 9, key='x')\nst.text(f'right {x}')")
    apps.move("Left", [4.0])
    apps.wait_text("left", "left 4")
    apps.wait_text("right", "right 4")
    assert apps.control("Right")["value"] == [4.0]
    apps.move("Right", [7.0])
    apps.wait_text("left", "left 7")
    assert apps.control("Left")["value"] == [7.0]
    apps.settle()
    assert len(apps.endings("left")) == 3
    assert len(apps.endings("right")) == 3


def test_one_key_of_two_kinds_is_one_clear_error(apps: Apps) -> None:
    apps.run("left", "x = st.slider('Left', 0, 9, key='x')\nst.text(f'left {x}')")
    apps.run("right", "st.text('above')\nst.checkbox('Right', key='x')")
    text = apps.text("right")
    assert "'x' is a st.checkbox in the app 'right' and a st.slider in the app 'left'" in text
    assert "--scope app" in text
    apps.move("Left", [4.0])
    apps.wait_text("left", "left 4")
    apps.run("right", "st.checkbox('Right', key='x')\nst.text('fine')", options="--scope app")
    assert apps.text("right").endswith("fine")


def test_an_app_that_fails_hurts_neither_the_other_nor_plain_cells(apps: Apps) -> None:
    apps.run("fine", "x = st.slider('X', 0, 9, key='x')\nst.text(f'x={x}')")
    apps.run("fails", "y = st.slider('Y', 0, 9, key='x')\nif y:\n    1 / 0")
    apps.move("X", [4.0])
    apps.wait_text("fine", "x=4")
    apps.wait_text("fails", "ZeroDivisionError")
    assert apps.kernel.evaluate("session_state.x") == 4
    apps.move("X", [5.0])
    apps.wait_text("fine", "x=5")
