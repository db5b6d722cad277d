"""`%stateapp load` makes an app of a script on disk, with its modules and names of its own."""

from __future__ import annotations

from pathlib import Path

from tests.kernel.apps import Apps

APP = """
import streamlit as st
from beside import shown
limit = 10
n = st.slider("N", 0, limit, key="n")
shown(n)
"""


def test_a_script_and_its_modules_run_from_disk_and_rerun(apps: Apps, tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text(APP)
    (tmp_path / "beside.py").write_text("import streamlit as st\ndef shown(n): st.text(f'{n} of {__name__}')")
    apps.kernel.execute("limit = 'of the notebook'")
    apps.kernel.execute(f"%stateapp load '{tmp_path}/app.py' disk")
    apps.wait_text("disk", "0 of beside")
    apps.move("N", [4.0])
    apps.wait_text("disk", "4 of beside")
    assert (
        apps.kernel.execute("import sys; print(limit, 'beside' in sys.modules)").stdout
        == "of the notebook False\n"
    )


def test_files_in_a_folder_beside_a_script_are_its_pages(apps: Apps, tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "1_Costs.py").write_text("import streamlit as st\nst.text('all costs')")
    (tmp_path / "app.py").write_text(
        "import streamlit as st\nif st.button('Costs'):\n    st.switch_page('pages/1_Costs.py')\nst.text('home')"
    )
    apps.kernel.execute(f"%stateapp load '{tmp_path}/app.py' shop")
    apps.wait_text("shop", "home")
    apps.click("Costs")
    apps.wait_text("shop", "all costs")


def test_a_file_that_cannot_be_read_is_an_error_of_the_line(apps: Apps, tmp_path: Path) -> None:
    done = apps.kernel.execute(f"%stateapp load '{tmp_path}/none.py'", check=False)
    assert "cannot be read" in str(done.error) + done.stderr
    done = apps.kernel.execute("%stateapp load", check=False)
    assert "takes a file" in str(done.error) + done.stderr


def test_the_line_with_the_name_may_be_left_out(apps: Apps) -> None:
    apps.run("bare", "st.text('alone')", options="--no-toolbar")
    assert apps.kernel.execute("print(_app('bare').tree.props)").stdout.endswith("'toolbar': False}\n")
    apps.run("bare", "st.text('alone')")
    assert apps.kernel.execute("print(_app('bare').tree.props)").stdout == "{'name': 'bare'}\n"
