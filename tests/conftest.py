"""What all tests share."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from jupyter_session_state.elements import *  # noqa: F403 - so that the table of kinds has all of them

settings.register_profile("house", deadline=None)  # a loaded machine must not fail a law
settings.load_profile("house")


#: The tests by which the core is covered. To note what runs while scripts are compared with Streamlit, random sessions
#: are played or hostile texts are drawn takes longer than these tests themselves, and they reach nothing of their own.
MEASURED = ("core", "elements", "files", "seed", "testing", "conformance/test_corpus.py")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Note for these tests alone which branches of the core are run."""
    measured = tuple(Path(__file__).parent / room for room in MEASURED)
    for item in items:
        if not any(item.path.is_relative_to(room) for room in measured):
            item.add_marker(pytest.mark.no_cover)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Tell why tests were tried again: what failed once may be a fault too, and nobody sees it otherwise."""
    for report in terminalreporter.stats.get("rerun", []):
        terminalreporter.write_sep("_", f"tried again: {report.nodeid} ({report.when})")
        terminalreporter.write_line(_end_of(report.longreprtext))


def _end_of(text: str, lines: int = 40) -> str:
    kept = [line[:300] for line in text.splitlines()]
    return "\n".join(kept if len(kept) <= 2 * lines else [*kept[:lines], "...", *kept[-lines:]])
