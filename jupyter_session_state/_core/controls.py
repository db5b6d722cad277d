"""What an app remembers of the controls it drew, to answer the browser and to know when they are gone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from jupyter_session_state._core.element import Element
    from jupyter_session_state._core.registration import Registration
    from jupyter_session_state._core.run import ScriptRun
    from jupyter_session_state._core.state import SessionState


class _Retired(NamedTuple):
    """What is left of a control with a key that is not drawn now; its value may be large, so it is not."""

    key: str
    keep: str | None


class Controls:
    """The controls of one app.

    Attributes
    ----------
    known
        By element id, the controls that are drawn.
    keys
        Those of them that have a key, by key.
    keyless
        Ids of those that have none, and a value that stays.
    """

    def __init__(self, state: SessionState) -> None:
        self.known: dict[str, Registration] = {}
        self.keys: dict[str, Registration] = {}
        self._state = state
        self.keyless: dict[str, None] = {}  # ids of those of them that have no key, and are no triggers
        self._triggers: dict[str, Any] = {}  # by id, what those of them that are triggers have at rest
        self._retired: dict[str, _Retired] = {}
        self._replaced: dict[str, Any] | None = None  # while a cell was executed anew: last defaults by key
        self._left_on: dict[str, str] = {}  # keys whose value stays on one page only, while that was left

    def add(self, new: Registration, page: str) -> None:
        """Remember a control that is drawn now, while the app is on `page`."""
        self.known[new.id] = new
        if new.control.trigger:
            self._triggers[new.id] = new.control.at_rest
        if new.control.sensitive:
            self._state.secrets.add(new.key or new.id)
        if new.key is None:
            if not new.control.trigger:
                self.keyless[new.id] = None
            return
        left_on = self._left_on.pop(new.key, None)
        if new.keep == "page" and left_on is not None and left_on != page:
            self._state.forget_value(new.key)

    def expects(self, registration: Registration) -> bool:
        """Whether a control is known just like that, and its default is compared with no earlier one."""
        return self._replaced is None and self.known.get(registration.id) is registration

    def clear(self) -> None:
        """Forget all."""
        self._forget_known()
        self._retired.clear()
        self._left_on.clear()

    def close(self) -> None:
        """Let go of all; the values of their keys stay."""
        self._state.end_run([], [r.id for r in self.known.values() if r.key is None or r.control.trigger])
        self._forget_known()

    def _forget_known(self) -> None:
        self.known.clear()
        self.keys.clear()
        self.keyless.clear()
        self._triggers.clear()

    def expect_back(self, element_id: str, key: str | None) -> None:
        """Know a control that got a value and is not drawn: if the next run does not draw it, the value goes."""
        self._retired[element_id] = _Retired(key or "", None)

    # -- what they are -------------------------------------------------------------------------------------

    def on_page(
        self, elements: Iterable[Element], among: Mapping[str, Registration] | None = None
    ) -> list[Registration]:
        """Return them, or some `among` them, in page order, then those the script keeps without drawing them itself."""
        known = self.known if among is None else among
        if len(known) < 2:  # there is no order to find out
            return [r for r in known.values() if r.external or any(r.id == e.id for e in elements)]
        ids = dict.fromkeys(e.id for e in elements if e.id in known)
        return [known[i] for i in (*ids, *(i for i, r in known.items() if i not in ids and r.external))]

    def triggers(self) -> list[tuple[str, Any]]:
        """Ids of the triggers, with the value they have at rest."""
        return list(self._triggers.items())

    def renewed(self, ids: Iterable[str]) -> list[str]:
        """Return those of these controls whose values are as large as files."""
        return [i for i in ids if i in self.known and self.known[i].control.renewed]

    # -- defaults when a cell is executed anew -------------------------------------------------------------

    def compare_defaults(self, *, anew: bool) -> None:
        """From now on see what has another default than before, if the cell is executed `anew`."""
        known = self.known.values()
        self._replaced = {r.key: r.control.default for r in known if r.key is not None} if anew else None

    def defaults_compared(self) -> None:
        """See no other defaults any more: the run is over."""
        self._replaced = None

    def takes_new_default(self, new: Registration) -> bool:
        """Whether a keyed widget nobody touched has another default in the cell that was executed anew."""
        return self._default_changed(new) and not self._state.touched(new.id)

    def keeps_value(self, new: Registration) -> bool:
        """Whether a touched widget keeps its value although its default was changed."""
        return self._default_changed(new) and self._state.touched(new.id)

    def _default_changed(self, new: Registration) -> bool:
        if not self._replaced or new.key not in self._replaced or new.control.trigger:
            return False
        old = self._replaced[new.key]
        return type(old) is not type(new.control.default) or bool(old != new.control.default)

    # -- the end of a run ----------------------------------------------------------------------------------

    def end_run(self, run: ScriptRun, cleaned: frozenset[str] | None, *, resting: bool) -> None:
        """Let go of what a run did not draw, and put triggers to rest.

        Parameters
        ----------
        run
            The run.
        cleaned
            The fragments that ran to their end, whose controls it is about; None for a run of everything that
            came to its end.
        resting
            Whether triggers go back to their value at rest.
        """
        gone = [] if cleaned == frozenset() else self._retire(run.drawn, cleaned)
        kept = self._kept(gone)
        if gone:
            lost = set(gone)
            self.keys = {k: r for k, r in self.keys.items() if r.id not in lost}
        self.keys |= run.drawn_keys
        self._state.end_run(self.triggers() if resting else (), gone, kept)

    def _retire(self, drawn: Mapping[str, Registration], cleaned: frozenset[str] | None) -> list[str]:
        """Return the controls that are gone; those with a key are remembered, for it may be assigned."""
        for element_id in [i for i in self._retired if i in drawn]:
            del self._retired[element_id]
        gone = [
            i for i, r in self.known.items() if i not in drawn and (cleaned is None or r.fragment in cleaned)
        ]
        self._forget(gone)
        return [*gone, *(i for i in self._retired if i not in gone)]

    def _kept(self, gone: Iterable[str]) -> dict[str, str]:
        """Return the keys of those whose values stay."""
        return {i: r.key for i in gone if (r := self._retired.get(i)) is not None and r.keep}

    def _forget(self, ids: Iterable[str]) -> None:
        for element_id in ids:
            registration = self.known.pop(element_id)
            self._triggers.pop(element_id, None)
            self.keyless.pop(element_id, None)
            if registration.key is not None:
                self._retired[element_id] = _Retired(registration.key, registration.keep)

    # -- pages ---------------------------------------------------------------------------------------------

    def leave_page(self, page: str, *, script_stays: bool) -> None:
        """Drop the values of all controls but those that stay: another page comes.

        Parameters
        ----------
        page
            The page that is left.
        script_stays
            Whether the controls that the script itself drew, around its pages, keep their values.
        """
        gone = [i for i, r in self.known.items() if r.page or not script_stays]
        self._forget(gone)
        for retired in self._retired.values():
            if retired.keep == "page":
                self._left_on.setdefault(retired.key, page)
        lost = [*gone, *(i for i in self._retired if i not in gone)]
        self.keys = {k: r for k, r in self.keys.items() if r.id not in lost}
        self._state.end_run((), lost, self._kept(lost))

    def arrived_on(self, page: str) -> None:
        """Forget values that stayed for another page only: a page was drawn to its end."""
        for key, left_on in list(self._left_on.items()):
            if left_on != page:
                del self._left_on[key]
                self._retired = {i: r for i, r in self._retired.items() if r.key != key}
                self._state.forget_value(key)
