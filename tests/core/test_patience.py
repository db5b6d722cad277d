"""Under a steady drag a complete run is shown often enough, whatever the hand and the script do."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from jupyter_session_state._core.patience import KNOWN, NEARLY, PATIENCE, Patience

SETTLE = 0.040  # seconds that may pass between two runs


def shown(patience: Patience, *, takes: float, step: float, events: float, until: float) -> list[float]:
    """When complete runs of a script end that may give way every `step` seconds, under a drag."""
    now, ends = 0.0, []
    while now < until:
        started = now
        while True:
            now = min(now + step, started + takes)
            if now >= started + takes:
                patience.ended((), started, now, given_up=False)
                ends.append(now)
                break
            newer = int(now / events) > int(started / events)
            if newer and not patience.is_over((), started, now):
                patience.ended((), started, now, given_up=True)
                break
        now += SETTLE
    return ends


@given(
    takes=some.floats(0.03, 3),
    step=some.floats(0.005, 0.2),
    events=some.floats(0.008, 0.2),
)
def test_under_a_steady_drag_a_complete_run_is_shown_often_enough(
    takes: float, step: float, events: float
) -> None:
    patience = Patience()
    patience.ended((), 0.0, takes, given_up=False)  # the cell was executed
    ends = shown(patience, takes=takes, step=step, events=events, until=20.0)
    limit = max(PATIENCE, 2 * takes) + 0.150
    assert all(later - sooner <= limit for sooner, later in zip([0.0, *ends], ends, strict=False))
    assert ends[-1] > 20.0 - limit


def test_runs_do_give_way_in_between() -> None:
    patience = Patience()
    patience.ended((), 0.0, 0.5, given_up=False)
    ends = shown(patience, takes=0.5, step=0.02, events=0.016, until=20.0)
    assert len(ends) < 20.0 / 0.8


def test_a_run_that_is_nearly_over_is_let_finish() -> None:
    patience = Patience()
    assert not patience.is_over((), 0.0, 0.01), "how long it takes is not known yet"
    patience.ended((), 0.0, 0.2, given_up=False)
    assert not patience.is_over((), 1.0, 1.2 - NEARLY - 0.001)
    assert patience.is_over((), 1.0, 1.2 - NEARLY + 0.001)
    assert not patience.is_over((), 1.0, 1.201), "it takes longer than the last one: nobody knows how long"


def test_a_hand_that_rests_gives_all_patience_back() -> None:
    patience = Patience()
    assert not patience.is_over((), 99.9, 100.0)
    patience.ended((), 0.0, 0.1, given_up=True)
    patience.ended((), 0.2, 0.3, given_up=True)
    assert not patience.is_over((), 0.2, 0.299)
    assert patience.is_over((), 0.2, 0.301)
    patience.ended((), 0.3, 0.5, given_up=False)
    assert not patience.is_over((), 99.0, 100.0)


def test_fragments_have_a_time_of_their_own() -> None:
    patience = Patience()
    patience.ended((), 0.0, 2.0, given_up=False)
    patience.ended(("a",), 0.0, 0.1, given_up=False)
    patience.ended(("a",), 10.0, 10.05, given_up=True)
    assert patience.is_over(("a",), 10.0, 10.21)
    assert not patience.is_over((), 10.0, 10.21)
    assert patience.is_over((), 9.9, 12.01)


def test_times_of_scopes_that_are_long_gone_are_forgotten() -> None:
    patience = Patience()
    for number in range(KNOWN + 5):
        patience.ended((str(number),), 0.0, 9.0, given_up=False)
    patience.ended(("new",), 0.0, 0.0, given_up=True)
    assert patience.is_over(("0",), 0.9, 1.0)
    assert not patience.is_over((str(KNOWN),), 0.9, 1.0)
