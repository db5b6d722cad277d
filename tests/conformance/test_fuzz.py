"""A hundred random sessions against Streamlit itself; ``make fuzz N=5000`` plays as many as one likes."""

from __future__ import annotations

import pytest

pytest.importorskip("streamlit.testing.v1", reason="Streamlit is the reference, and not installed")

from tests.conformance.fuzz.kinds import ALL, KINDS
from tests.conformance.fuzz.lots import play_lot
from tests.conformance.fuzz.sessions import ENDS
from tests.conformance.rules import RULES

SEEDS = (1, 2, 3, 4)


@pytest.mark.timeout(60)
@pytest.mark.parametrize("seed", SEEDS)
def test_random_sessions_of_random_apps_agree_with_streamlit(seed: int) -> None:
    counts, found = play_lot(seed, 100 // len(SEEDS))
    assert found == ""
    assert counts["sessions"] >= 100 // len(SEEDS)


def test_only_kinds_that_we_lack_are_left_out() -> None:
    import jupyter_session_state as st

    assert {name for name in ALL if name not in KINDS} == {name for name in ALL if name not in st.__all__}


def test_sessions_end_early_only_for_deliberate_differences() -> None:
    assert all(reason.partition(":")[0].isdigit() for reason in ENDS.values())
    of_their_app_test = {"deleted button", "cleared though disabled", "emptied though disabled"}
    assert ENDS.keys() - RULES.keys() == {"two ids", *of_their_app_test}
