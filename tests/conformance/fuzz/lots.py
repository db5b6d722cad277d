"""One lot of random sessions, which its seed alone decides."""

from __future__ import annotations

from collections import Counter

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

LOT = 100
STEPS = 10


def play_lot(number: int, sessions: int = LOT) -> tuple[Counter[str], str]:
    """Play the sessions of a lot; return the counts, and the smallest scenario of what was found."""
    # Here, not above: each process has its own Streamlit, for it keeps all scripts in one folder.
    from tests.conformance.fuzz.sessions import Session

    class Lot(Session):
        """The seed is kept at the class."""

    Session.counts.clear()
    found = ""
    try:
        run_state_machine_as_test(
            seed(number)(Lot),
            settings=settings(
                max_examples=sessions,
                stateful_step_count=STEPS,
                deadline=None,
                database=None,
                report_multiple_bugs=False,
                print_blob=False,
                phases=(Phase.generate, Phase.shrink),
                suppress_health_check=list(HealthCheck),
            ),
        )
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what we look for
        found = f"lot {number}: {type(error).__name__}: {error}"
    return Counter(Session.counts), found
