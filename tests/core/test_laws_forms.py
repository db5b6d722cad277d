"""Laws of drafts, against a plain dictionary."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as some
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from jupyter_session_state._core.forms import Forms

FORMS = some.sampled_from(["f", "g"])
IDS = some.sampled_from(["1", "2", "3"])


class Drafts(RuleBasedStateMachine):
    """Drafts are a dictionary by form and control: the last one counts, and a form takes its own along."""

    def __init__(self) -> None:
        super().__init__()
        self.forms = Forms()
        self.model: dict[tuple[str, str], int] = {}

    @rule(form=FORMS, number=IDS, value=some.integers())
    def hold(self, form: str, number: str, value: int) -> None:
        self.forms.hold(form, form + number, value)
        self.model[form, form + number] = value

    @rule(form=FORMS)
    def submit(self, form: str) -> None:
        own = {i: v for (f, i), v in self.model.items() if f == form}
        assert self.forms.submit(form) == own
        assert self.forms.submit(form) == {}
        self.model = {(f, i): v for (f, i), v in self.model.items() if f != form}

    @rule(form=FORMS, number=IDS)
    def discard(self, form: str, number: str) -> None:
        self.forms.discard(form + number)
        self.model.pop((form, form + number), None)

    @rule(ids=some.sets(some.tuples(FORMS, IDS).map("".join)))
    def retain(self, ids: set[str]) -> None:
        self.forms.retain(ids)
        self.model = {(f, i): v for (f, i), v in self.model.items() if i in ids}

    @rule()
    def clear(self) -> None:
        self.forms.clear()
        self.model.clear()

    @invariant()
    def same(self) -> None:
        assert self.forms.all() == {i: v for (_, i), v in self.model.items()}
        assert self.forms.held() == {i for _, i in self.model}
        for (form, number), value in self.model.items():
            assert self.forms._drafts[form][number] == value


Drafts.TestCase.settings = settings(max_examples=60, stateful_step_count=20, deadline=None)
TestDrafts = Drafts.TestCase
