"""Forms, and their drafts: values that the browser holds back until the submit button fires."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from jupyter_session_state._core import messages
from jupyter_session_state._core.capture import warn_of_input
from jupyter_session_state._core.slots import DrawnForm

if TYPE_CHECKING:
    from collections.abc import Container

    from jupyter_session_state._core.place import Place

S = TypeVar("S", bound="Place")


class Forms:
    """The drafts of one app, by form key and element id."""

    __slots__ = ("_drafts",)

    def __init__(self) -> None:
        self._drafts: dict[str, dict[str, Any]] = {}

    def hold(self, form: str, element_id: str, value: Any) -> None:
        """Remember an edit that was not submitted."""
        self._drafts.setdefault(form, {})[element_id] = value

    def all(self) -> dict[str, Any]:
        """The edits of all forms, by element id."""
        return {element_id: value for drafts in self._drafts.values() for element_id, value in drafts.items()}

    def submit(self, form: str) -> dict[str, Any]:
        """Hand over the edits of a form, and forget them."""
        return self._drafts.pop(form, {})

    def held(self) -> set[str]:
        """Ids of all controls with a draft."""
        return {element_id for drafts in self._drafts.values() for element_id in drafts}

    def discard(self, element_id: str) -> None:
        """Forget the draft of one control: a program value beats it."""
        for drafts in self._drafts.values():
            drafts.pop(element_id, None)

    def retain(self, ids: Container[str]) -> None:
        """Keep only drafts of controls that are still drawn."""
        for form, drafts in list(self._drafts.items()):
            kept = {i: v for i, v in drafts.items() if i in ids}
            if kept:
                self._drafts[form] = kept
            else:
                del self._drafts[form]

    def clear(self) -> None:
        """Forget everything."""
        self._drafts.clear()


def open_form(place: S, key: str, **props: Any) -> S:
    """Open a form.

    Raises
    ------
    StreamlitAPIException
        If the key is taken, was assigned, or the form is in another form.
    """
    run, outer = place.run, place.node.form
    if run.captures:
        warn_of_input(run, "form", key)
    if outer is not None:
        raise messages.nested_form(key, outer)
    if run.state.refuses(key):
        raise messages.assignment_not_allowed(key, "form", "")
    drawn = run.state.drawn_form(key)
    if drawn is not None:
        raise messages.duplicate_form(key, drawn.line)
    run.state.register_form(key, DrawnForm(key, run.line()))
    return place.nest("form", form=key, name=key, **props)
