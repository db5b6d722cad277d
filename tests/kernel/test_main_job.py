"""A `%%stateapp` cell lives in a kernel: it runs, reruns, keeps its state and shows its errors."""

from __future__ import annotations

import pytest

from tests.kernel.apps import Apps
from tests.kernel.harness import KernelDriver

COUNTER = """
if "n" not in st.session_state:
    st.session_state.n = 0
def more(by=1):
    st.session_state.n += by
    print("adding", by)
st.title("Counter")
print("printed")
st.button("More", on_click=more, kwargs={"by": 2})
st.markdown(f"n is **{st.session_state.n}**")
"""


def test_a_cell_shows_what_its_script_draws_and_prints_in_order(apps: Apps) -> None:
    done = apps.run("counter", COUNTER)
    assert [kind for kind, _ in apps.items("counter")] == ["title", "output", "button", "markdown"]
    assert apps.text("counter").splitlines()[1:] == ["printed", "", "[More]", "n is 0"]
    assert done.stdout == ""
    (shown,) = done.displays
    assert set(shown) == {"application/vnd.jupyter.widget-view+json", "text/html", "text/plain"}
    assert "Counter" in shown["text/html"]
    assert "n is" in shown["text/plain"]


def test_a_click_runs_the_callback_then_the_script_and_its_output_stands_above(apps: Apps) -> None:
    apps.run("counter", COUNTER)
    apps.click("More")
    text = apps.wait_text("counter", "n is 2")
    assert text.startswith("adding 2\n")
    apps.click("More")
    apps.wait_text("counter", "n is 4")
    assert apps.last("counter")["callbacks"] == ["more"]


def test_a_form_sends_its_values_with_the_click(apps: Apps) -> None:
    apps.run(
        "form",
        "with st.form('f'):\n"
        "    name = st.text_input('Name')\n"
        "    sent = st.form_submit_button('Send')\n"
        "st.text(f'{name!r} {sent}')",
    )
    apps.move("Name", "Ada")
    apps.click("Send")
    apps.wait_text("form", "'Ada' True")
    assert apps.endings("form") == ["completed", "completed"]


@pytest.mark.parametrize("magics_above", ["", "import math\n%time 1\n"])
def test_an_error_stands_in_the_app_with_the_cells_own_line(apps: Apps, magics_above: str) -> None:
    script = "\n\nst.text('above')\nif st.checkbox('Break'):\n    1 / 0\nst.text('below')"
    apps.run("broken", magics_above + script)
    apps.move("Break", value=True)
    text = apps.wait_text("broken", "ZeroDivisionError")
    line = 6 + magics_above.count("\n")
    assert f"line {line}" in text
    assert "1 / 0" in text
    assert "jupyter_session_state" not in text
    assert "below" not in text
    apps.move("Break", value=False)
    apps.wait_text("broken", "below")
    assert "ZeroDivisionError" not in apps.text("broken")


def test_an_error_in_the_first_run_is_shown_in_the_app_and_the_cell_goes_on(apps: Apps) -> None:
    done = apps.run("broken", "st.text('above')\n\nraise ValueError('no good')")
    assert done.error is None
    text = apps.text("broken")
    assert text.startswith("above")
    assert "ValueError" in text
    assert "no good" in text
    assert "line 4" in text


def test_an_error_in_a_function_of_a_plain_cell_names_both_lines(apps: Apps) -> None:
    apps.kernel.execute("def half(x):\n    return x / 0")
    apps.run("broken", "half(3)")
    text = apps.text("broken")
    assert "half(3)" in text
    assert "return x / 0" in text


def test_a_callback_that_raises_is_shown_and_the_script_runs(apps: Apps) -> None:
    apps.run(
        "broken", "def f():\n    raise KeyError('gone')\nst.button('Go', on_click=f)\nst.text('still here')"
    )
    apps.click("Go")
    text = apps.wait_text("broken", "KeyError")
    assert "gone" in text
    assert "line 3" in text


def test_plain_cells_read_and_write_the_state(apps: Apps) -> None:
    apps.run("counter", COUNTER)
    assert apps.kernel.evaluate("session_state.n") == 0
    apps.kernel.execute("from jupyter_session_state import session_state as other\nother.n = 40")
    apps.click("More")
    apps.wait_text("counter", "n is 42")
    assert apps.kernel.evaluate("session_state['n']") == 42


def test_running_the_cell_again_keeps_state_and_closes_the_old_widgets(apps: Apps) -> None:
    apps.run("counter", COUNTER)
    apps.click("More")
    apps.wait_text("counter", "n is 2")
    before = len(apps.kernel.widgets())
    apps.run("counter", COUNTER)
    assert "n is 2" in apps.text("counter")
    assert "adding" not in apps.text("counter")
    assert len(apps.kernel.widgets()) == before - 1  # without the callback's output


def test_running_the_cell_again_brings_new_defaults_where_nobody_touched(apps: Apps) -> None:
    script = (
        "a = st.slider('A', 0, 9, {0}, key='a')\nb = st.slider('B', 0, 9, {0}, key='b')\n"
        "st.text(f'{{a}} {{b}}')"
    )
    apps.run("defaults", script.format(3))
    apps.move("B", [7.0])
    apps.wait_text("defaults", "3 7")
    apps.run("defaults", script.format(5))
    text = apps.text("defaults")
    assert "5 7" in text
    assert text.count("keeps 7 from this session") == 1
    apps.action("defaults", "reset", key="b")
    text = apps.wait_text("defaults", "5 5")
    assert "keeps" not in text


def test_a_copied_cell_with_the_same_name_is_told_in_one_line(apps: Apps) -> None:
    apps.run("twice", "st.text('the original')", cell_id="one")
    copied = apps.run("twice", "st.text('the copy')", cell_id="two", check=False)
    assert copied.error is not None
    assert copied.stderr.strip().count("\n") == 0
    assert "'twice' belongs to another cell" in copied.stderr
    assert "the original" in copied.stderr
    assert apps.text("twice") == "the original"
    apps.kernel.execute("%stateapp close twice")
    apps.run("twice", "st.text('the copy')", cell_id="two")
    assert apps.text("twice") == "the copy"


def test_a_cell_without_a_name_is_known_by_its_id(apps: Apps) -> None:
    apps.run("", "st.text('first')", cell_id="abc")
    apps.run("", "st.text('second')", cell_id="abc")
    apps.run("", "st.text('another')", cell_id="def")
    assert apps.text("cell-abc") == "second"
    assert apps.text("cell-def") == "another"


def test_the_line_magic_lists_the_apps_and_its_verbs_act_on_them(apps: Apps) -> None:
    kernel = apps.kernel
    assert "No apps yet" in kernel.execute("%stateapp").stdout
    apps.run("counter", COUNTER)
    apps.run("lonely", "st.text('alone')", options="--scope app")
    listing = kernel.execute("%stateapp").stdout
    assert "counter: 1 run" in listing
    assert "own state" in listing
    kernel.execute("session_state.n = 5\n%stateapp rerun counter")
    assert "n is 5" in apps.text("counter")
    assert "because %stateapp rerun" in kernel.execute("%stateapp why counter").stdout
    kernel.execute("%stateapp clear counter")
    assert "n is 0" in apps.text("counter")
    (shown,) = kernel.execute("%stateapp show counter").displays
    view = shown["application/vnd.jupyter.widget-view+json"]
    assert view["model_id"] == apps.root("counter").model_id
    kernel.execute("%stateapp close counter")
    assert "counter" not in kernel.execute("%stateapp").stdout
    kernel.execute("%stateapp scope app")
    apps.run("own", "st.session_state.only_here = 1")
    assert kernel.evaluate("'only_here' in session_state") is False


@pytest.mark.parametrize(
    ("magic", "told"),
    [
        ("%%stateapp a --colour\n1", "unrecognized arguments: --colour"),
        ("%%stateapp a --scope world\n1", "invalid choice: 'world'"),
        ("%%stateapp a b\n1", "unrecognized arguments: b"),
        ("%%stateapp 1st\n1", "'1st' cannot be the name of an app"),
        ("%%stateapp 'a\n1", "No closing quotation"),
        ("%stateapp jump a", "'jump' is not one of"),
        ("%stateapp rerun", "takes one name"),
        ("%stateapp rerun nobody", "there is no app 'nobody'"),
        ("%stateapp scope world", "'world' is neither"),
        ("%stateapp why 'a", "No closing quotation"),
    ],
)
def test_a_bad_magic_line_is_one_clear_line(apps: Apps, magic: str, told: str) -> None:
    apps.run("counter", COUNTER)
    done = apps.kernel.execute(magic, check=False)
    assert done.error is not None
    assert done.error.startswith("UsageError")
    assert told in done.stderr
    assert done.stderr.strip().count("\n") == 0
    assert done.traceback == "" or "Traceback" not in done.stderr
    apps.click("More")
    apps.wait_text("counter", "n is 2")


def test_a_syntax_error_points_at_the_cells_own_line(apps: Apps) -> None:
    apps.run("counter", COUNTER)
    done = apps.run("counter", "x = 1\n\nif x ==:\n    pass", check=False)
    assert done.error is not None
    assert done.error.startswith("SyntaxError")
    assert "line 4" in done.traceback or "line 4" in done.error
    assert "if x ==:" in done.traceback
    apps.click("More")  # the app that was there goes on
    apps.wait_text("counter", "n is 2")


def test_a_name_st_that_is_taken_is_told_once_in_the_app(apps: Apps) -> None:
    apps.kernel.execute("import statistics as st")
    script = "import jupyter_session_state as ours\nours.button('Go')\nours.text(st.mean([1, 2, 3]))"
    apps.run("taken", script)
    text = apps.text("taken")
    assert text.count("st is something else in this notebook") == 1
    apps.click("Go")
    apps.wait_run("taken", 2)
    assert apps.last("taken")["ending"] == "completed"
    apps.wait(lambda: "something else" not in apps.text("taken"))
    apps.kernel.execute("del st")


@pytest.mark.parametrize(
    "line",
    [
        "import streamlit as st",
        "import streamlit",
        "from streamlit import text",
        "import streamlit as st, sys",
    ],
)
def test_a_script_may_import_streamlit_and_gets_us(apps: Apps, line: str) -> None:
    use = {"import streamlit": "streamlit.text", "from streamlit import text": "text"}.get(line, "st.text")
    apps.run("pasted", f"{line}\n{use}('hello')\nprint({use}.__module__)")
    assert apps.text("pasted").startswith("hello")
    assert "jupyter_session_state" in apps.text("pasted")


def test_an_app_may_have_a_state_of_its_own(apps: Apps) -> None:
    apps.run("one", COUNTER)
    apps.run("two", COUNTER.replace("More", "Most"), options="--scope app")
    apps.click("Most")
    apps.wait_text("two", "n is 2")
    assert "n is 0" in apps.text("one")
    assert apps.kernel.evaluate("session_state.n") == 0


def test_variables_do_not_survive_a_rerun_and_the_error_says_where_to_keep_them(apps: Apps) -> None:
    apps.run("names", "if not st.button('Go'):\n    model = 5\nst.text(f'model {model}')")
    apps.click("Go")
    text = apps.wait_text("names", "NameError")
    assert "Keep it in st.session_state.model" in text


def test_kept_variables_survive_a_rerun(apps: Apps) -> None:
    apps.run(
        "names",
        "if not st.button('Go'):\n    model = 5\nst.text(f'model {model + 1}')",
        options="--keep-variables",
    )
    apps.click("Go")
    apps.wait_run("names", 2)
    assert apps.last("names")["ending"] == "completed"


def test_a_notebook_variable_cut_by_the_script_is_cut_once(apps: Apps) -> None:
    apps.kernel.execute("rows = list(range(10))")
    apps.run(
        "cut",
        "st.button('Go')\nrows = rows[1:]\nst.text(f'{len(rows)} rows, {st.session_state.get(\"x\", 0)}')",
    )
    for run in (2, 3):
        apps.click("Go")
        apps.wait_run("cut", run)
    assert "9 rows" in apps.text("cut")
    apps.kernel.execute("rows = list(range(5))")
    apps.click("Go")
    apps.wait_text("cut", "4 rows")


def test_classes_of_the_cell_can_be_pickled_and_functions_recurse(apps: Apps) -> None:
    apps.run(
        "pickled",
        "import pickle\nclass P:\n    pass\ndef fact(n):\n    return 1 if n < 2 else n * fact(n - 1)\n"
        "st.text(type(pickle.loads(pickle.dumps(P()))).__name__)\nst.text(fact(5))",
    )
    assert apps.text("pickled") == "P\n120"
    assert apps.kernel.evaluate("fact(4)") == 24


@pytest.mark.parametrize(
    "call", ["st.text('x')", "st.write('x')", "st.slider('S')", "st.stop()", "st.container()"]
)
def test_an_element_in_a_plain_cell_names_the_magic(apps: Apps, call: str) -> None:
    done = apps.kernel.execute(f"import jupyter_session_state as st\n{call}", check=False)
    apps.kernel.execute("del st")
    assert done.error is not None
    assert done.error.startswith("NoRunError")
    assert "%%stateapp" in done.error


def test_input_is_refused_with_words_in_a_rerun(apps: Apps) -> None:
    apps.run("asks", "if st.button('Ask'):\n    name = input('Name?')")
    apps.click("Ask")
    text = apps.wait_text("asks", "RuntimeError")
    assert "st.text_input" in text


def test_ipythons_own_syntax_works_in_the_cell(apps: Apps) -> None:
    apps.run(
        "magic", "\n\n!echo from the shell\n%time x = 6 * 7\nst.text(x)\nwhere = %pwd\nst.button('Go')\n1 / 0"
    )
    text = apps.wait_text("magic", "ZeroDivisionError")
    assert "from the shell" in text
    assert "42" in text
    assert "Wall time" in text or "CPU times" in text
    assert "line 9" in text
    apps.click("Go")
    apps.wait_run("magic", 2)
    apps.wait_text("magic", "from the shell")
    assert "line 9" in apps.text("magic")


def test_clear_and_rerun_in_the_app_starts_afresh(apps: Apps) -> None:
    apps.run("counter", COUNTER)
    apps.click("More")
    apps.wait_text("counter", "n is 2")
    apps.action("counter", "clear")
    apps.wait_text("counter", "n is 0")
    apps.action("counter", "rerun")
    apps.wait_run("counter", 4)


def test_an_app_asked_to_rerun_from_its_own_script_runs_after_it(apps: Apps) -> None:
    apps.run(
        "self",
        "st.session_state.setdefault('turns', 0)\nst.session_state.turns += 1\n"
        "if st.session_state.turns < 3:\n    get_ipython().run_line_magic('stateapp', 'rerun self')\n"
        "st.text(f'turn {st.session_state.turns}')",
    )
    apps.wait_text("self", "turn 3")
    assert apps.endings("self") == ["completed"] * 3


def test_the_extension_can_be_loaded_twice_and_unloaded(kernel: KernelDriver) -> None:
    apps = Apps(kernel)
    kernel.execute("import ipywidgets; before = len(ipywidgets.Widget._widgets if False else [])")
    assert "already loaded" in kernel.execute("%load_ext jupyter_session_state").stdout
    apps.run("counter", COUNTER)
    kernel.execute("%unload_ext jupyter_session_state")
    assert [m for m in kernel.widgets() if "doc" in m.state] == []
    gone = kernel.execute("%%stateapp counter\n1", check=False)
    assert "stateapp" in gone.stderr
    kernel.execute("%load_ext jupyter_session_state")
    apps.run("counter", COUNTER)
    apps.click("More")
    apps.wait_text("counter", "n is 2")
