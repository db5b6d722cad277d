"""Handles that can do more than draw: those of ``st.status``, ``st.grid`` and ``st.skeleton``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from jupyter_session_state.elements.delta_generator import DeltaGenerator
from jupyter_session_state.elements.grids import cell
from jupyter_session_state.elements.skeletons import take_away
from jupyter_session_state.elements.statuses import check_state, set_status

if TYPE_CHECKING:
    from types import TracebackType

    from jupyter_session_state.elements.statuses import States


class StatusContainer(DeltaGenerator):
    """The handle of ``st.status``. Mirrors ``streamlit.elements.lib.mutable_status_container.StatusContainer``."""

    __slots__ = ()

    def update(
        self, *, label: str | None = None, expanded: bool | None = None, state: States | None = None
    ) -> None:
        """Change what it says; what is not given stays as it is.

        Parameters
        ----------
        label
            What it says, as Markdown.
        expanded
            Whether it is open.
        state
            ``"running"``, ``"complete"`` or ``"error"``.

        Raises
        ------
        StreamlitValueError
            If `state` is none of these.
        """
        if state is not None:
            check_state(state)
        place = self.checked("status")
        place.run.checkpoint()
        if place.node.head.kind == "status":  # one of an earlier run may be gone
            set_status(place, label=label, expanded=expanded, state=state)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self.node.head.props["state"] == "running":
            set_status(self, state="complete" if kind is None else "error")
        super().__exit__(kind, error, traceback)


class GridContainer(DeltaGenerator):
    """The handle of ``st.grid``. Mirrors ``streamlit.elements.lib.grid_container.GridContainer``."""

    __slots__ = ()

    def cell(self, *, column_span: int | Literal["all"] = 1, row_span: int = 1) -> DeltaGenerator:
        """Draw one cell, to draw in; it may be wider or higher than others.

        Parameters
        ----------
        column_span
            How many columns it takes; ``"all"`` is a row of its own.
        row_span
            How many rows it takes.

        Raises
        ------
        StreamlitValueError, StreamlitValueOutOfRangeError, StreamlitInvalidParameterTypeError
            If a span is none.
        """
        handle: DeltaGenerator = cell(self.checked("grid"), column_span=column_span, row_span=row_span)
        return handle


class SkeletonPlaceholder(DeltaGenerator):
    """The handle of ``st.skeleton``. Mirrors Streamlit's class of this name.

    What is drawn on it takes its place; as ``with`` block it is gone when the block ends.
    """

    __slots__ = ()

    def __enter__(self) -> SkeletonPlaceholder:
        place = self.checked("skeleton")
        place.run.enter(place.run.here())
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        super().__exit__(kind, error, traceback)
        take_away(self)
