"""A box that tells how something long goes: running, complete or failed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, get_args

from jupyter_session_state._core.spec import drawing
from jupyter_session_state.elements import messages
from jupyter_session_state.elements.disclosures import ExpandableType
from jupyter_session_state.elements.sizes import check_full_width
from jupyter_session_state.elements.types import WidthWithoutContent

if TYPE_CHECKING:
    from jupyter_session_state._core.place import Place
    from jupyter_session_state.elements.handle_kinds import StatusContainer

States: TypeAlias = Literal["running", "complete", "error"]


@drawing
def status(
    at: Any,
    label: str,
    *,
    expanded: bool = False,
    state: States = "running",
    type: ExpandableType = "default",
    width: WidthWithoutContent = "stretch",
) -> StatusContainer:
    """A box that folds and shows whether what is done in it goes on. Mirrors ``streamlit.status``.

    As ``with`` block it is complete when the block ends, or failed if the block raises.

    Parameters
    ----------
    label
        What it says, as Markdown.
    expanded
        Whether it is open at first.
    state
        ``"running"`` with a turning ring, ``"complete"`` with a tick, or ``"error"``.

    Returns
    -------
    StatusContainer
        Its handle; ``handle.update(label=..., expanded=..., state=...)`` changes it.

    Raises
    ------
    StreamlitValueError
        If `state` or `type` is none of these.

    Examples
    --------
    >>> with st.status("Reading the archive") as box:  # doctest: +SKIP
    ...     st.write("unpacking")
    ...     box.update(label="Read")
    """
    if type not in get_args(ExpandableType):
        raise messages.not_one_of("type", type, "'default', 'compact' or 'step'")
    check_state(state)
    check_full_width("status", width)
    handle: StatusContainer = at.nest(
        "status",
        label=str(label or ""),
        expanded=bool(expanded),
        state=state,
        type=type,
        width=width,
    )
    return handle


def check_state(state: Any) -> None:
    """Raise if a state of a status is none.

    Raises
    ------
    StreamlitValueError
        If so.
    """
    if state not in get_args(States):
        raise messages.not_one_of("state", state, "'running', 'complete' or 'error'")


def set_status(place: Place, **changes: Any) -> None:
    """Change what a status says, where it stands; what is None stays."""
    node, run = place.node, place.node.run
    with run.drawing:
        said = {name: value for name, value in changes.items() if value is not None}
        node.head = replace(node.head, props={**node.head.props, **said})
        run.after_element()
