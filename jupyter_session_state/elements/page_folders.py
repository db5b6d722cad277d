"""The pages of an app that has a folder of them: scripts in `pages` beside its own."""

from __future__ import annotations

from pathlib import Path

from jupyter_session_state._core.place import running
from jupyter_session_state.elements.navigations import navigate
from jupyter_session_state.elements.pages import NUMBERED, Page


def run_page_of_folder(script: Path) -> bool:
    """Run the page of an app that is shown: the script itself, or one of the files in the folder beside it.

    Parameters
    ----------
    script
        The app's own file.

    Returns
    -------
    bool
        Whether one was run: pages in a folder count as long as the script tells none.
    """
    if running("navigation").app.pages.told_by_script:
        return False
    files = sorted(filter(_is_page, script.with_name("pages").glob("*.py")), key=_number_and_name)
    navigate({"": [Page(script, default=True), *map(Page, files)]}, "sidebar", None).run()
    return True


def _is_page(file: Path) -> bool:
    return file.name != "__init__.py" and not file.name.startswith(".")


def _number_and_name(file: Path) -> tuple[float, str]:
    """Return what pages are sorted by: the number their name begins with, if any, and the rest of it."""
    found = NUMBERED.fullmatch(file.name)
    number, name = ("", file.name) if found is None else found.groups()
    return (float(number or "inf"), name.lower())
