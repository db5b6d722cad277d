"""The kernel's end of uploads: what a view says goes to the file store of its app, and the answer back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any

from jupyter_session_state._core.file_store import FileStore
from jupyter_session_state._core.files import Rules
from jupyter_session_state._core.uploads import answer, file_ids

if TYPE_CHECKING:
    import ipywidgets

    from jupyter_session_state._core.element import Element
    from jupyter_session_state._core.files import StoredFile
    from jupyter_session_state._core.registration import Registration
    from jupyter_session_state._jupyter.view import View


class UploadChannel:
    """The uploads of one app. Nothing here runs code of its author.

    Parameters
    ----------
    registered
        Finds what is known of a control.
    """

    def __init__(self, registered: Callable[[str], Registration | None]) -> None:
        self.store = FileStore()
        self._registered = registered

    def message(
        self, widget: ipywidgets.Widget, element_id: str, content: Mapping[str, Any], buffers: Sequence[Any]
    ) -> None:
        """Take a message of a control's view and answer it; any thread."""
        told = answer(self.store, element_id, self._rules(element_id), content, buffers)
        if told is not None:
            widget.send(told)

    def _rules(self, element_id: str) -> Rules | None:
        """Return what a control takes now."""
        registration = self._registered(element_id)
        props = {} if registration is None or registration.disabled else registration.control.props
        if "max_size" not in props:
            return None
        is_single = not props["multiple"] and not props.get("accept_audio")
        return Rules(props["max_size"], tuple(props["types"]), single=is_single)

    def value(self, element_id: str, sent: Any) -> tuple[StoredFile, ...] | ValueError:
        """Return the files that a view says are its value; an error, which the run refuses, if it has none such."""
        try:
            return self.store.choose(element_id, file_ids(sent))
        except ValueError as error:
            return error

    def taken(
        self, element_id: str, sent: Mapping[str, Any]
    ) -> Mapping[str, tuple[StoredFile, ...]] | ValueError:
        """Return the files that a view sends off, by the part they are sent as; from now on they are the script's."""
        try:
            ids = {part: file_ids(named) for part, named in sent.items()}
            chosen = self.store.choose(element_id, [*dict.fromkeys(chain(*ids.values()))])
        except ValueError as error:
            return error
        self.store.choose(element_id, ())
        files = {file.file_id: file for file in chosen}
        return {part: tuple(files[file_id] for file_id in named) for part, named in ids.items()}

    def shown(self, view: View, element: Element, wire: Any) -> dict[str, Any]:
        """Return the trait by which a control of any kind shows `wire`, and remember the files in it."""
        if view.files:
            self.store.show(element.id, wire)
        return view.value_trait(element, wire)
