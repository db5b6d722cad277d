"""Apps learn that the notebook changed what they read."""

from __future__ import annotations

from tests.kernel.apps import Apps, doc_of, plain

SCRIPT = """
extra = st.slider("Extra", 0, 9, 1)
st.text(f"total {sum(rows) + extra} {shift()}")
"""
NOTEBOOK = """
rows, extra, unit = [1, 2], 0, 10
def shift():
    return unit + 1
"""


def mark(apps: Apps, name: str) -> str:
    """What stands above the app."""
    return plain(doc_of(apps.root(name))["props"].get("message") or "")


def test_an_app_is_marked_until_it_ran_whatever_made_it_run(apps: Apps) -> None:
    apps.kernel.execute(NOTEBOOK)
    apps.run("sum", SCRIPT)
    apps.kernel.execute("extra, other = 5, 6")
    assert mark(apps, "sum") == ""
    apps.kernel.execute("rows = [3]; unit = 20")
    assert mark(apps, "sum") in (
        "The notebook changed rows and unit · Rerun",
        "The notebook changed unit and rows · Rerun",
    )
    apps.move("Extra", [2.0])
    apps.wait_text("sum", "total 5 21")
    apps.wait(lambda: mark(apps, "sum") == "", what="no mark")
    apps.kernel.execute("%%time\ndel rows\n1 / 0", check=False)
    assert mark(apps, "sum") == "The notebook changed rows · Rerun"
    apps.action("sum", "rerun")
    apps.wait(lambda: mark(apps, "sum") == "", what="no mark")
    assert "NameError: name 'rows' is not defined" in apps.last("sum")["error"]
    apps.kernel.execute("rows = [4]")
    assert mark(apps, "sum") == "The notebook changed rows · Rerun"


def test_an_app_may_rerun_by_itself_and_tells_why(apps: Apps) -> None:
    apps.kernel.execute(NOTEBOOK)
    apps.run("sum", SCRIPT, options="--on-change rerun")
    apps.run("left", SCRIPT.replace("Extra", "Left"), options="--on-change ignore")
    apps.kernel.execute("rows = [7]")
    apps.wait_text("sum", "total 8 11")
    assert apps.last("sum")["cause"] == "the notebook changed `rows`"
    assert "because the notebook changed `rows`" in apps.kernel.execute("%stateapp why sum").stdout
    apps.kernel.execute("rows = rows; unit = 10; n = 1")
    apps.settle()
    assert apps.last("sum")["number"] == 2
    assert mark(apps, "sum") == mark(apps, "left") == ""
    listed = apps.kernel.execute("%stateapp").stdout.splitlines()
    assert listed[0].endswith("1 widget")
    assert listed[1].endswith("; stale: the notebook changed `rows`")


def test_runs_of_apps_and_their_cells_change_nothing_for_others(apps: Apps) -> None:
    apps.kernel.execute(NOTEBOOK + "n = 5")
    apps.run("first", "n = n + 1\nmade = [n]\nst.slider('Step', 0, 9, 1)")
    apps.run("second", "st.text(f'made {made} {n}')")
    apps.move("Step", [2.0])
    apps.wait_run("first", 2)
    apps.run("first", "n = n + 1\nmade = [n]\nst.slider('Step', 0, 9, 1)")
    apps.kernel.execute("%stateapp rerun first")
    assert mark(apps, "first") == mark(apps, "second") == ""
    apps.kernel.execute("n = 6")  # the very object that the first app had left there
    assert mark(apps, "first") == "The notebook changed n · Rerun"
    apps.kernel.execute("made = []")
    assert mark(apps, "second") == "The notebook changed made · Rerun"
    apps.kernel.execute("%stateapp rerun first")
    assert apps.kernel.evaluate("n") == 7
