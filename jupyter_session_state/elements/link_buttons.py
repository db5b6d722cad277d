"""A button that opens an address."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, cast

from jupyter_session_state._core.boxes import claimed
from jupyter_session_state._core.calls import Call
from jupyter_session_state._core.element import Element
from jupyter_session_state._core.inputs import draw_control
from jupyter_session_state._core.registration import check_width
from jupyter_session_state._core.spec import Control, drawing
from jupyter_session_state.elements.buttons import ButtonType, button_looks
from jupyter_session_state.elements.sizes import width_of
from jupyter_session_state.elements.types import (
    IconPosition,
    Key,
    WidgetArgs,
    WidgetCallback,
    WidgetKwargs,
    Width,
)
from jupyter_session_state.elements.values import must_be

if TYPE_CHECKING:
    from jupyter_session_state.elements.delta_generator import DeltaGenerator


@drawing
def link_button(
    at: Any,
    label: str,
    url: str,
    *,
    key: Key | None = None,
    on_click: WidgetCallback | Literal["rerun", "ignore"] = "ignore",
    args: WidgetArgs | None = None,
    kwargs: WidgetKwargs | None = None,
    help: str | None = None,
    type: ButtonType = "secondary",
    icon: str | None = None,
    icon_position: IconPosition = "left",
    disabled: bool = False,
    use_container_width: bool | None = None,
    width: Width = "content",
    shortcut: str | None = None,
    wrap: bool | None = None,
) -> bool | DeltaGenerator:
    """A button that opens an address in another tab.

    Returns its place; if a click shall cause a run, True in that run, else False.
    Mirrors ``streamlit.link_button``.

    Parameters
    ----------
    label
        What it says, as Markdown.
    url
        Where it leads: an address of the web, of mail or of a telephone, or one relative to the page. Any other
        is shown, but leads nowhere.
    key
        Its name. In session state it is only there if a click causes a run.
    on_click
        ``"ignore"``: nothing but the address is opened; ``"rerun"``: the script runs too; or a function to call
        before that, with `args` and `kwargs`.

    Other parameters as `button`.

    Raises
    ------
    StreamlitAPIException
        If `type`, `icon` or `shortcut` is none that is known.

    Examples
    --------
    >>> st.link_button("Read more", "https://jupyter.org")  # doctest: +SKIP
    """
    looks = button_looks("link_button", type, icon, icon_position, shortcut, wrap)
    if not isinstance(url, str):
        raise TypeError(f"url of st.link_button {label!r} must be a str, not {url!r}.")
    props = {**looks, "url": url, "width": width_of(width, use_container_width)}
    shown = {"label": "" if label is None else str(label), "help": help, "disabled": bool(disabled), **props}
    control = Control("Link", False, props, decode=must_be(bool), trigger=True, read_only=True)
    call, spec = Call({**shown, "key": key}, control), cast("Any", link_button).spec
    if callable(on_click) or on_click != "ignore":
        wiring = {"on_click": on_click, "args": args, "kwargs": kwargs}
        return cast("bool", draw_control(at.run, spec, at, call, wiring))
    check_width(spec, props["width"])
    name = claimed(at, "link_button", key)
    return cast("DeltaGenerator", at.emit(Element("link_button", shown, key=name)))
