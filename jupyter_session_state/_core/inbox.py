"""What waits to be answered: what the browser said, and what else wants a run. Heard on any thread."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jupyter_session_state._core.controls import Controls
from jupyter_session_state._core.forms import Forms
from jupyter_session_state._core.fragments import EVERYTHING, Fragments, Scope
from jupyter_session_state._core.interactions import Event, Interactions
from jupyter_session_state._core.pages import Pages
from jupyter_session_state._core.wishes import Turn, Wishes

if TYPE_CHECKING:
    from jupyter_session_state._core.registration import Registration
    from jupyter_session_state._core.run import ScriptRun
    from jupyter_session_state._core.screen import Screen
    from jupyter_session_state._core.state import SessionState
    from jupyter_session_state._core.wishes import Job


class Inbox:
    """The half of an app that listens: nothing here runs user code.

    Attributes
    ----------
    controls, fragments, pages
        What there is on the page to listen to.
    queue, forms, wishes
        What waits: events, drafts that a submit button will send, runs wanted for other reasons.
    reader
        What the page told of who looks at it.
    """

    def __init__(self, state: SessionState, screen: Screen) -> None:
        self.drawn = Controls(state)
        self.fragments = Fragments()
        self.pages = Pages()
        self.queue = Interactions()
        self.forms = Forms()
        self.wishes = Wishes()
        self.reader: dict[str, Any] = {}
        self.screen = screen
        self.running: ScriptRun | None = None
        self._given_up: Scope = EVERYTHING

    def wake(self) -> None:
        """Have what waits answered soon; may be called on any thread."""
        raise NotImplementedError

    @property
    def registrations(self) -> dict[str, Registration]:
        """The controls that are drawn, by element id."""
        return self.drawn.known

    @property
    def browser(self) -> dict[str, Any]:
        """By element id, the values the browser holds."""
        return self.screen.browser

    # -- what the browser says -----------------------------------------------------------------------------

    def receive(self, element_id: str, wire: Any) -> None:
        """Take a value as the browser sends it; never runs user code."""
        registration = self.registrations.get(element_id)
        if (
            registration is not None or element_id in self.browser
        ):  # else it left the page: nothing would drop it
            self.browser[element_id] = wire
        if registration is not None and registration.form is not None:
            self.forms.hold(registration.form, element_id, wire)
            return
        ignored = registration is not None and registration.ignore
        self.queue.put(Event(element_id, wire, quiet=ignored))
        if not ignored:
            self.wake()

    def click(self, element_id: str, payload: Any = True) -> None:
        """Take a trigger; a submit button brings the drafts of its form along."""
        registration = self.registrations.get(element_id)
        drafts: dict[str, Any] = {}
        if registration is not None and registration.kind == "form_submit_button":
            drafts = self.submit(str(registration.form))
        self.queue.put(Event(element_id, payload, trigger=True, also=drafts))
        self.wake()

    def dismiss(self, element_id: str) -> None:
        """Take that a dialog was closed by its user; its author may want to know."""
        if element_id in self.registrations:
            self.click(element_id)

    def submit(self, form: str) -> dict[str, Any]:
        """Hand over a form's drafts; a form that clears itself goes back to its declared defaults."""
        drafts = self.forms.submit(form)
        element = next((e for e in self.screen.elements() if e.kind == "form" and e.key == form), None)
        if element is not None and element.props.get("clear_on_submit"):
            for child in element.walk():
                registration = self.registrations.get(child.id)
                if registration is not None and not registration.control.trigger:
                    self.forms.hold(form, child.id, registration.default_wire)
        return drafts

    def ask(self, cause: str, *, linked: bool = False) -> None:
        """Want a run though the browser sent no value: a rerun button, a linked app."""
        self.wishes.want(cause, linked=linked)
        self.wake()

    def visit(self, page: str, query: str | None = None) -> None:
        """Want another page: its link was followed. A page that is not there is not visited.

        Parameters
        ----------
        page
            Its id.
        query
            The query parameters in the link; None leaves those there are.
        """
        known = self.pages.find(page)
        if known is not None:
            named = f"the page {known.title!r}" if known.title else "the app's own page"
            self.wishes.turn_to(Turn(page, by_hand=True, query=query), f"{named} was chosen")
            self.wake()

    def ask_clear(self, cause: str = "Clear and rerun was clicked") -> None:
        """Want everything forgotten, then a run that is like the first one."""
        self.wishes.want_clear(cause)
        self.wake()

    def ask_reset(self, key: str) -> None:
        """Want one key forgotten, so that its widget takes its default, then a run."""
        self.wishes.want_reset(key)
        self.wake()

    def show_anew(self, element_id: str) -> None:
        """Have a control show what it has: neither what its browser holds nor an edit that was not sent counts."""
        self.screen.distrust(element_id)
        self.forms.discard(element_id)

    def ask_job(self, job: Job) -> None:
        """Want something done that is more than a run."""
        self.wishes.want_job(job)
        self.wake()

    @property
    def waiting(self) -> bool:
        """Whether `answer` has something to do."""
        return bool(self.queue) or bool(self.wishes)

    def scope_of(self, element_id: str) -> Scope:
        """Return what a control wants to run: its fragment, if that is still there, else everything."""
        registration = self.registrations.get(element_id)
        fragment = None if registration is None else self.fragments.get(registration.fragment)
        return EVERYTHING if fragment is None else (fragment.id,)

    # -- runs that give way --------------------------------------------------------------------------------

    def overtaken(self) -> bool:
        """Whether an event waits that the run in progress should give way to."""
        return any(map(self.gives_way_to, self.queue.asking()))

    def gives_way_to(self, element_id: str) -> bool:
        """Whether the run in progress should be given up for input from this control.

        It should not be for what waits for another one's run anyway, nor for a fragment's that it does not draw: that
        one runs next.
        """
        registration = self.registrations.get(element_id)
        if registration is not None and registration.waits:
            return False
        if self.running is None or registration is None or registration.fragment is None:
            return True
        scope = self.running.scope
        return bool(scope) and self.fragments.lies_in(registration.fragment, scope)

    def given_up(self, scope: Scope) -> None:
        """Note what a run that was given up should have drawn."""
        self._given_up = scope

    def try_again(self) -> None:
        """Want the run again that was given up: if what came is none after all, the page must not stay half new."""
        self.wishes.want("newer input came", self._given_up)
        self.wake()
