"""A field for a colour."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from jupyter_session_state._core import query_shapes
from jupyter_session_state._core.spec import Control, widget
from jupyter_session_state.elements import messages
from jupyter_session_state.elements.types import (
    BindOption,
    Key,
    LabelVisibility,
    OnChangeMode,
    PersistStateOption,
    WidgetArgs,
    WidgetCallback,
    WidgetKwargs,
    Width,
)
from jupyter_session_state.elements.values import must_be

_HEX = re.compile(r"#([0-9a-fA-F]{3}){1,2}")
_NARROWEST = 40  # pixels: what the patch of colour takes


@widget
def color_picker(
    label: str,
    value: str | None = None,
    key: Key | None = None,
    help: str | None = None,
    on_change: WidgetCallback | OnChangeMode | None = "rerun",
    args: WidgetArgs | None = None,
    kwargs: WidgetKwargs | None = None,
    *,
    disabled: bool = False,
    label_visibility: LabelVisibility = "visible",
    width: Width = "content",
    bind: BindOption = None,
    persist_state: PersistStateOption = None,
) -> Control[str]:
    """A field for a colour; returns it as ``"#rrggbb"``, or as the author wrote it while it is the default.

    Mirrors ``streamlit.color_picker``.

    Parameters
    ----------
    label
        What it says, as Markdown.
    value
        The colour at first, as ``"#00ffaa"`` or ``"#0fa"``; black if not given.
    key
        Its name in session state.
    on_change
        Called with `args` and `kwargs` after the user chose another, before the script runs.

    Raises
    ------
    StreamlitInvalidParameterTypeError
        If `value` is no text.
    StreamlitAPIException
        If `value` is no such colour.

    Examples
    --------
    >>> ink = st.color_picker("Ink", "#1f77b4", key="ink")  # doctest: +SKIP
    """
    color = _Color("#000000" if value is None else _checked(label, value))
    width = max(width, _NARROWEST) if isinstance(width, int) else width
    return Control(
        "ColorPicker",
        color.default,
        {"width": width},
        decode=color.decode,
        encode=color.encode,
        admit=must_be(str),
        query=query_shapes.text(clearable=False),
        identity={"value": str(value), "width": width},
        given=value is not None,
    )


@dataclass(frozen=True, slots=True)
class _Color:
    default: str

    def decode(self, wire: Any) -> str:
        """Return the colour that was sent, the default for a text that is none."""
        if wire is None:
            return self.default
        if not isinstance(wire, str):
            raise TypeError(f"expected a colour such as #00ffaa, not {wire!r}")
        color = wire if wire.startswith("#") else f"#{wire}"
        return color if _HEX.fullmatch(color) else self.default

    def encode(self, value: Any) -> str:
        """Return what the field shows: the default for what is no text."""
        return value if isinstance(value, str) else self.default


def _checked(label: str, value: Any) -> str:
    if not isinstance(value, str):
        raise messages.wrong_type("color_picker", "value", value, "a text such as '#00ffaa' or None")
    if not _HEX.fullmatch(value):
        raise messages.no_color(label, value)
    return value
