"""Components of version 1: a page of its own, in a folder or at an address, with arguments and one value."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from jupyter_session_state import errors
from jupyter_session_state._core.calls import Call
from jupyter_session_state._core.identity import short_digest
from jupyter_session_state._core.inputs import draw_control
from jupyter_session_state._core.place import Place, current_place
from jupyter_session_state._core.spec import Control, Spec
from jupyter_session_state.elements import component_messages
from jupyter_session_state.elements.addresses import is_address
from jupyter_session_state.elements.component_arguments import arguments_text
from jupyter_session_state.elements.component_folders import folder
from jupyter_session_state.elements.component_wires import value_of, wire_of
from jupyter_session_state.elements.custom_components import VIEW
from jupyter_session_state.elements.file_paths import found
from jupyter_session_state.elements.iframes import check_tab_index

KIND: Final = "components.v1.declare_component"


def declared(name: str, url: str | None, given: str, *, key: Any = None, on_change: Any = None) -> None:
    """Stand for the parameters of a component: what tells one from another."""


_SPEC: Final = replace(Spec.of(declared), name=KIND)


@dataclass(frozen=True)
class CustomComponent:
    """A component with a page of its own. Calling it draws it, and returns the value that its page set."""

    name: str
    path: str | None = None
    url: str | None = None
    module_name: str | None = None

    @classmethod
    def declared(cls, name: str, path: str | Path | None, url: str | None) -> CustomComponent:
        """Return the component; raises if it is not said where its page is, or if that can be none."""
        if path is None and url is None:
            raise errors.StreamlitAPIException(
                f"declare_component({name!r}) needs either a path or a url, so that it is known where its page is."
            )
        if url is not None and not is_address(url, "http", "https"):
            raise component_messages.bad_address(name, url)
        return cls(name, None if path is None else str(path), url)

    @property
    def abspath(self) -> str | None:
        """The whole path of its folder."""
        return None if self.path is None else str(Path(self.path).absolute())

    def __call__(
        self,
        *args: Any,
        default: Any = None,
        key: str | None = None,
        on_change: Callable[[], object] | None = None,
        tab_index: int | None = None,
        **kwargs: Any,
    ) -> Any:
        """Draw the component.

        Parameters
        ----------
        default
            What it returns before its page sets a value.
        key
            Its name in session state.
        on_change
            Called when its page sets another value.
        tab_index
            -1 leaves its frame out of the order of the keyboard.
        **kwargs
            What its page gets: JSON, bytes or tables.

        Raises
        ------
        MarshallComponentException
            If something of that has no name, or cannot be sent.
        """
        if args:
            raise component_messages.nameless(self.name, args[0])
        check_tab_index(tab_index)
        place: Any = current_place(KIND)
        text = arguments_text(self.name, {**kwargs, "default": default, "key": key})
        control = self._control(place, text, tab_index)
        params = {"name": self.name, "label": self.name, "url": self.url, "given": short_digest(text)}
        call = Call({**params, "key": key, "on_change": on_change}, control)
        value = draw_control(place.run, _SPEC, place, call, {})
        return default if value is None else value

    create_instance = __call__

    def _control(self, place: Place, text: str, tab_index: int | None) -> Control[Any]:
        source: dict[str, Any] = {"parts": {"src": self.url}, "page": None}
        if self.url is None:
            source = {
                "parts": {},
                "page": folder(str(found(place, str(self.path)).absolute())).page(self.name),
            }
        return Control(
            VIEW,
            None,
            {
                "protocol": "v1",
                "data": text,
                "width": "stretch",
                "height": "content",
                "tab_index": tab_index,
                **source,
            },
            decode=value_of,
            encode=wire_of,
            admit=_sendable,
            identity_with_key=("name", "url"),
            modes=False,
        )

    def __str__(self) -> str:
        return f"{self.name!r}: {self.path if self.url is None else self.url}"


def _sendable(value: Any) -> Any:
    """Pass on what a page could have set; raises TypeError or ValueError for anything else."""
    wire_of(value)
    return value
