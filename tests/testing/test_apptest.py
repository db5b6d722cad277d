"""AppTest: the hands and eyes of a test."""

from __future__ import annotations

import doctest
import pickle
import sys
from pathlib import Path
from typing import Any

import pytest

from jupyter_session_state import testing
from jupyter_session_state.testing import AppTest, AppTestError

# -- where apps come from ------------------------------------------------------------------------------------


def test_from_string_takes_common_indentation_away() -> None:
    at = AppTest.from_string(
        """
        import streamlit as st
        st.title("Hello")
        """
    )
    assert at.run().title[0].value == "Hello"


def test_from_file_starts_at_the_file_of_the_test() -> None:
    assert AppTest.from_file("greeting.py").run().title.values == ["Hello"]
    assert AppTest.from_file(Path(__file__).with_name("greeting.py")).run().title.values == ["Hello"]


def test_a_missing_file_is_told() -> None:
    with pytest.raises(FileNotFoundError, match="nowhere"):
        AppTest.from_file("nowhere.py")


def test_from_function_runs_the_body_with_arguments() -> None:
    def script(name: str, mark: str = "") -> str:
        import streamlit as st

        st.text(f"Hello {name}{mark}")
        return "not shown"

    at = AppTest.from_function(script, args=("Ada",), kwargs={"mark": "!"}).run()
    assert at.text.values == ["Hello Ada!"]
    assert [node.type for node in at.main.children.values()] == ["text"]


def test_nothing_runs_before_run() -> None:
    at = AppTest.from_string("st.text('x')")
    assert not at.text
    assert not at.session_state


def test_a_script_that_does_not_compile_shows_its_error() -> None:
    at = AppTest.from_string("st.text('x')\nif:").run()
    assert at.exception[0].exception_type == "SyntaxError"
    assert "line 2" in at.exception[0].message


def test_a_script_is_the_main_module() -> None:
    before = sys.modules["__main__"]
    at = AppTest.from_string(
        """
        import dataclasses, pickle
        @dataclasses.dataclass
        class Point:
            x: "int" = 1
        st.session_state.copy = pickle.loads(pickle.dumps(Point(3)))
        st.text(__name__)
        """
    ).run()
    assert not at.exception
    assert at.text.values == ["__main__"]
    assert at.session_state["copy"].x == 3
    assert sys.modules["__main__"] is before


def test_names_do_not_survive_a_run() -> None:
    at = AppTest.from_string("st.text('made' in globals())\nmade = 1").run()
    assert at.run().text.values == ["False"]


def test_two_tests_share_nothing() -> None:
    one = AppTest.from_string("st.session_state.setdefault('n', 0)").run()
    two = AppTest.from_string("st.text(len(st.session_state))").run()
    assert two.text.values == ["0"]
    assert one.session_state.to_dict() == {"n": 0}


def test_what_a_script_prints_goes_to_stdout(capsys: pytest.CaptureFixture[str]) -> None:
    at = AppTest.from_string("print('hello')").run()
    assert capsys.readouterr().out == "hello\n"
    assert len(at.main) == 0


def test_an_app_that_reruns_for_ever_is_given_up() -> None:
    at = AppTest.from_string("st.rerun()", default_timeout=0.05)
    with pytest.raises(RuntimeError, match="rerun"):
        at.run()


def test_a_timeout_can_be_given_for_one_run() -> None:
    at = AppTest.from_string(
        "if st.session_state.setdefault('n', 0) < 3:\n st.session_state.n += 1\n st.rerun()"
    )
    assert at.run(timeout=30).session_state.n == 3


# -- session state -------------------------------------------------------------------------------------------


def test_state_is_written_before_and_between_runs() -> None:
    at = AppTest.from_string("st.text(st.session_state.n)")
    at.session_state["n"] = 1
    assert at.run().text.values == ["1"]
    at.session_state.n += 1
    assert at.run().text.values == ["2"]
    del at.session_state.n
    assert at.run().exception


def test_state_reads_like_a_mapping() -> None:
    at = AppTest.from_string("st.session_state.update(a=1, b=2)").run()
    state = at.session_state
    assert (state.get("a"), state.get("x", 0), list(state), len(state), "a" in state) == (
        1,
        0,
        ["a", "b"],
        2,
        True,
    )
    assert repr(state) == "{'a': 1, 'b': 2}"
    with pytest.raises(AttributeError):
        state.x  # noqa: B018 - the test itself must raise


def test_secrets_and_query_parameters_are_mappings() -> None:
    at = AppTest.from_string("")
    at.secrets["token"] = "t"
    at.query_params["page"] = "2"
    assert (at.secrets, at.query_params) == ({"token": "t"}, {"page": "2"})


# -- finding -------------------------------------------------------------------------------------------------

PAGE = """
st.title("T"); st.header("H"); st.subheader("S"); st.caption("C"); st.markdown("M"); st.text("X")
st.error("e"); st.warning("w"); st.info("i"); st.success("s"); st.json({"a": 1}); st.progress(40)
left, right = st.columns(2)
left.checkbox("left", key="left")
with st.expander("More"):
    st.checkbox("inside", key="inside")
with st.container(key="box"):
    st.text("boxed")
with st.form("form"):
    st.slider("form slider", key="form")
    st.form_submit_button("Send")
st.sidebar.button("side", key="side", help="h")
"""


@pytest.fixture(scope="module")
def page() -> AppTest:
    return AppTest.from_string(PAGE).run()


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("title", ["T"]),
        ("header", ["H"]),
        ("subheader", ["S"]),
        ("caption", ["C"]),
        ("markdown", ["M"]),
        ("text", ["X", "boxed"]),
        ("error", ["e"]),
        ("warning", ["w"]),
        ("info", ["i"]),
        ("success", ["s"]),
        ("json", ['{"a": 1}']),
        ("progress", [40]),
        ("checkbox", [False, False]),
        ("slider", [0]),
        ("button", [False, False]),
        ("form_submit_button", [False]),
        ("exception", []),
        ("number_input", []),
    ],
)
def test_every_kind_has_an_accessor(page: AppTest, kind: str, values: list[Any]) -> None:
    found = getattr(page, kind)
    given = [v.replace(" ", "") if kind == "json" else v for v in found.values]
    assert given == [v.replace(" ", "") if kind == "json" else v for v in values]
    assert found.len == len(found) == len(values)
    assert list(found) == page.get(kind)


def test_containers_have_accessors_and_find_within(page: AppTest) -> None:
    assert page.columns.len == 2
    assert page.columns[0].checkbox.len == 1
    assert page.columns[1].checkbox.len == 0
    assert page.expander[0].label == "More"
    assert page.expander[0].checkbox[0].key == "inside"
    assert page.form(key="form").slider.len == 1
    assert [box.kind for box in page.container] == ["container"]
    assert page.sidebar.button.len == 1
    assert page.main.button.len == 1


def test_elements_are_found_by_key_and_by_position(page: AppTest) -> None:
    assert page.checkbox(key="inside") is page.checkbox[1] is page.checkbox[-1]
    assert page.checkbox[:1] == [page.checkbox[0]]
    with pytest.raises(KeyError, match="'left', 'inside'"):
        page.checkbox(key="nowhere")
    with pytest.raises(IndexError):
        page.checkbox[5]


def test_a_key_finds_any_one_element(page: AppTest) -> None:
    assert page.get_by_key("side").type == "button"
    with pytest.raises(KeyError):
        page.get_by_key("nowhere")
    with pytest.raises(AppTestError, match="form, slider"):
        page.get_by_key("form")


def test_blocks_hold_children_by_position_and_iterate_in_page_order(page: AppTest) -> None:
    assert page.main.children[0].type == "title"
    assert page.main[0] is page.main.children[0]
    kinds = [node.type for node in page.main]
    assert kinds[:3] == ["main", "title", "header"]
    assert kinds.index("column") < kinds.index("expander") < kinds.index("form")
    assert list(page)[1] is page.main
    assert [page[i].type for i in range(len(page))] == ["main", "sidebar", "event", "bottom"]


def test_parameters_are_attributes(page: AppTest) -> None:
    side = page.button(key="side")
    assert (side.label, side.help, side.disabled, side.type) == ("side", "h", False, "button")
    slider = page.slider[0]
    assert (slider.min, slider.max, slider.form_id) == (0, 100, "form")
    assert page.checkbox[0].help == ""
    with pytest.raises(AttributeError, match="colour"):
        side.colour  # noqa: B018 - the test itself must raise


def test_what_callbacks_drew_stands_on_top() -> None:
    at = AppTest.from_string("st.text('script')\nst.button('b', on_click=lambda: st.text('callback'))").run()
    at.button[0].click().run()
    assert at.text.values == ["callback", "script"]


def test_the_page_prints_as_an_outline(page: AppTest) -> None:
    told = repr(page)
    assert "    form('form')\n        slider" not in told
    assert "        form('form')\n            slider(label='form slider', key='form', value=0)" in told
    assert repr(page.title) == "[title(value='T')]"
    assert repr(AppTest.from_string("1 / 0").run().exception) == (
        "[exception(type='ZeroDivisionError', value='division by zero')]"
    )


def test_a_table_gives_its_data_and_what_is_shown() -> None:
    pytest.importorskip("pandas")
    at = AppTest.from_string("import pandas as pd\nst.dataframe(pd.DataFrame({'a': [1, 2]}))").run()
    assert at.dataframe[0].value["a"].tolist() == [1, 2]
    assert at.dataframe[0].shown.rows[1][-1] == "2"


def test_a_dataframe_of_nothing_is_an_empty_one() -> None:
    pytest.importorskip("pandas")
    assert AppTest.from_string("st.dataframe(None)").run().dataframe[0].value.shape == (0, 0)


# -- acting --------------------------------------------------------------------------------------------------


def one(call: str) -> AppTest:
    return AppTest.from_string(f"value = {call}\nst.text(repr(value))").run()


@pytest.mark.parametrize(
    ("call", "act", "shown"),
    [
        ("st.checkbox('w')", lambda at: at.checkbox[0].check(), "True"),
        ("st.checkbox('w', True)", lambda at: at.checkbox[0].uncheck(), "False"),
        ("st.button('w')", lambda at: at.button[0].click(), "True"),
        ("st.text_input('w')", lambda at: at.text_input[0].input("typed"), "'typed'"),
        ("st.text_input('w', max_chars=3)", lambda at: at.text_input[0].input("too long"), "''"),
        ("st.number_input('w', 0, 9, 4, 2)", lambda at: at.number_input[0].increment(), "6"),
        ("st.number_input('w', 0, 9, 4, 3)", lambda at: at.number_input[0].decrement(), "1"),
        ("st.number_input('w', 0, 9, 9)", lambda at: at.number_input[0].increment(), "9"),
        ("st.number_input('w', 0, 9, 0)", lambda at: at.number_input[0].decrement(), "0"),
        ("st.number_input('w', value=None)", lambda at: at.number_input[0].increment(), "None"),
        ("st.number_input('w')", lambda at: at.number_input[0].set_value(3), "3.0"),
        ("st.slider('w')", lambda at: at.slider[0].set_value(30), "30"),
        ("st.slider('w', 0, 9, (1, 2))", lambda at: at.slider[0].set_range(3, 7), "(3, 7)"),
        ("st.slider('w', 0, 9, (1, 2))", lambda at: at.slider[0].set_value([3, 7]), "(3, 7)"),
        ("st.selectbox('w', [1, 2, 3])", lambda at: at.selectbox[0].select(3), "3"),
        ("st.selectbox('w', [1, 2, 3])", lambda at: at.selectbox[0].select_index(1), "2"),
        (
            "st.selectbox('w', ['a', 'b'], format_func=str.upper)",
            lambda at: at.selectbox[0].select("b"),
            "'b'",
        ),
        ("st.selectbox('w', ['a'], None)", lambda at: at.selectbox[0].select_index(None), "None"),
    ],
)
def test_acting_and_running_gives_the_script_the_value(call: str, act: Any, shown: str) -> None:
    at = one(call)
    widget = act(at)
    assert widget.run() is at
    assert at.text.values == [shown]


def test_an_edit_is_seen_at_once_and_counts_from_the_next_run_on() -> None:
    at = one("st.text_input('w', key='w')")
    assert at.text_input[0].set_value("typed").value == "typed"
    assert at.session_state.w == ""
    at.run()
    assert at.session_state.w == at.text_input[0].value == "typed"


def test_the_index_of_a_selectbox_follows_its_value() -> None:
    at = one("st.selectbox('w', [10, 20, 30], 1)")
    box = at.selectbox[0]
    assert (box.index, box.options, box.value) == (1, ["10", "20", "30"], 20)
    box.select(30)
    assert (box.index, box.value) == (2, 30)


def test_all_edits_are_one_interaction() -> None:
    at = AppTest.from_string(
        """
        st.session_state.runs = st.session_state.get("runs", 0) + 1
        a, b, c = st.button("A"), st.button("B"), st.checkbox("C")
        st.text((a, b, c))
        """
    ).run()
    at.button[0].click()
    at.button[1].click()
    at.checkbox[0].check()
    at.run()
    assert at.text.values == ["(True, True, True)"]
    assert at.session_state.runs == 2


def test_a_click_can_be_taken_back() -> None:
    at = one("st.button('w')")
    at.button[0].click().set_value(False).run()
    assert at.text.values == ["False"]


def test_a_button_reads_true_after_the_run_it_caused() -> None:
    at = one("st.button('w', key='w')")
    assert at.button[0].click().run().button[0].value is True
    assert at.session_state.w is False
    assert at.run().button[0].value is False


def test_edits_in_a_form_count_with_its_submit_button_only() -> None:
    at = AppTest.from_string(
        "with st.form('f'):\n    t = st.text_input('t')\n    st.form_submit_button()\nst.text(t)"
    ).run()
    at.text_input[0].set_value("x").run()
    assert at.text.values == [""]
    at.text_input[0].set_value("x")
    assert at.button[0].click().run().text.values == ["x"]


def test_a_disabled_widget_cannot_be_edited() -> None:
    at = one("st.checkbox('w', key='k', disabled=True)")
    with pytest.raises(AppTestError, match=r"'k'.*disabled"):
        at.checkbox[0].check()
    at = one("st.button('w', disabled=True)")
    with pytest.raises(AppTestError, match=r"'w'.*disabled"):
        at.button[0].click()


@pytest.mark.parametrize(
    ("call", "kind", "value"),
    [
        ("st.selectbox('w', ['a', 'b'])", "selectbox", "c"),
        ("st.checkbox('w')", "checkbox", "yes"),
        ("st.number_input('w')", "number_input", "three"),
        ("st.slider('w')", "slider", "three"),
    ],
)
def test_a_value_that_no_user_could_choose_is_refused(call: str, kind: str, value: Any) -> None:
    with pytest.raises(AppTestError, match="'w'"):
        one(call).get(kind)[0].set_value(value)


def test_a_text_cannot_be_clicked() -> None:
    at = AppTest.from_string("st.text('x')").run()
    with pytest.raises(AppTestError, match=r"click.*st\.text"):
        at.text[0].click()


def test_a_widget_that_is_gone_says_so() -> None:
    at = AppTest.from_string("if st.session_state.setdefault('show', True): st.checkbox('w', key='w')").run()
    old = at.checkbox[0]
    at.session_state.show = False
    at.run()
    with pytest.raises(AppTestError, match="not on the page"):
        old.check()


def test_an_app_test_error_is_no_error_of_the_app() -> None:
    assert AppTestError.__bases__ == (Exception,)
    assert pickle.loads(pickle.dumps(AppTestError("x"))).args == ("x",)


def test_why_tells_the_last_run() -> None:
    at = one("st.checkbox('w', key='w')")
    at.checkbox[0].check().run()
    assert "st.checkbox 'w' changed" in at.why()
    assert "w: False -> True" in at.why()


def test_the_examples_in_the_docstrings_work() -> None:
    assert doctest.testmod(testing).failed == 0


def test_the_user_of_a_test_is_the_one_of_streamlits() -> None:
    at = AppTest.from_string(
        "for what in (st.user.email, st.user.to_dict(), st.user.is_logged_in): st.text(what)"
    )
    assert at.run().text.values == ["test@example.com", "{'email': 'test@example.com'}", "False"]
