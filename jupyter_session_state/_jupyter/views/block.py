"""`Block`: one widget draws a container, its static content and the slots of its child widgets, in order."""

from __future__ import annotations

import enum
from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar, Final, Literal, TypedDict, cast

import ipywidgets
import traitlets

from jupyter_session_state._jupyter.views.bundle import View


class _Unchanged(enum.Enum):
    """A sentinel with a type of its own, so that `None` can mean "nothing is stale"."""

    UNCHANGED = "unchanged"


UNCHANGED: Final = _Unchanged.UNCHANGED

Item = dict[str, Any]
"""Static ``{"kind", "html"}`` or a slot ``{"kind", "child", "help", "label", "class", "attrs"}``."""

SetOp = tuple[int, Item]
SpliceOp = tuple[int, int, Sequence[Item]]
ActionCallback = Callable[["Block", Mapping[str, Any]], object]


class Doc(TypedDict):
    """What a Block shows; the browser holds a copy of the same version."""

    v: int
    kind: str
    props: dict[str, Any]
    items: list[Item]
    stale: int | None


class Patch(TypedDict, total=False):
    """One change, as it travels; absent keys mean unchanged."""

    op: Literal["patch"]
    v: int
    set: list[list[Any]]
    splice: list[list[Any]]
    props: dict[str, Any]
    stale: int | None


class Block(View):
    """One container of an app.

    Parameters
    ----------
    kind
        Its frame: ``"app"``, ``"main"``, ``"sidebar"``, ``"container"``, ``"columns"``, ``"column"``,
        ``"expander"``, ``"form"``, ``"callbacks"``, ``"event"``.
    props
        What the frame needs to know.
    items
        What is in it, in page order.
    stale
        Items from this index on belong to the run before; they are dimmed after a moment.

    Notes
    -----
    ``doc`` is changed in place by `patch`, which sends only the change: no trait notification, no echo.
    Whoever opens a view later reads the same ``doc``. The browser counts versions and asks for all of it
    when it missed one.
    """

    view: ClassVar[str] = "Block"

    doc = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        kind: str,
        props: Mapping[str, Any] | None = None,
        items: Sequence[Item] = (),
        *,
        stale: int | None = None,
        **kwargs: Any,
    ) -> None:
        doc = Doc(v=0, kind=kind, props=dict(props or {}), items=list(items), stale=stale)
        self._actions = ipywidgets.CallbackDispatcher()
        super().__init__(doc=doc, **kwargs)
        self.on_msg(self._receive)

    def patch(
        self,
        *,
        set: Sequence[SetOp] = (),
        splice: Sequence[SpliceOp] = (),
        props: Mapping[str, Any] | None = None,
        stale: int | _Unchanged | None = UNCHANGED,
    ) -> None:
        """Change what is shown, in one message; send nothing if nothing is given.

        Parameters
        ----------
        set
            ``(index, item)`` pairs that replace items; they are applied first.
        splice
            ``(index, how_many_to_delete, new_items)``, applied one after the other.
        props
            The props that changed.
        stale
            The index from which on items are old, or None when all are current.
        """
        changes = _changes(set, splice, props, stale)
        if not changes:
            return
        doc = cast("Doc", self.doc)
        _apply(doc, changes)
        doc["v"] += 1
        self.send({"op": "patch", "v": doc["v"], **changes})

    def dismiss(self, opening: object) -> None:
        """Have a dialog closed for whoever opens a view of it later, unless it was opened again meanwhile."""
        if self.comm is not None and cast("Doc", self.doc)["props"].get("opening") == opening:
            self.patch(props={"opening": None})

    def on_action(self, callback: ActionCallback, *, remove: bool = False) -> None:
        """Call ``callback(block, message)`` when a person uses the toolbar; ``message["name"]`` says how."""
        self._actions.register_callback(callback, remove=remove)

    def _receive(self, _widget: object, content: Mapping[str, Any], _buffers: object) -> None:
        if content.get("op") == "resync":
            self.send_state("doc")
        elif content.get("op") == "action" and isinstance(content.get("name"), str):
            self._actions(self, content)


def _changes(
    set_: Sequence[SetOp],
    splice: Sequence[SpliceOp],
    props: Mapping[str, Any] | None,
    stale: int | _Unchanged | None,
) -> Patch:
    changes = Patch()
    if set_:
        changes["set"] = [[index, item] for index, item in set_]
    if splice:
        changes["splice"] = [[index, count, list(items)] for index, count, items in splice]
    if props:
        changes["props"] = dict(props)
    if stale is not UNCHANGED:
        changes["stale"] = stale
    return changes


def _apply(doc: Doc, changes: Patch) -> None:
    items = doc["items"]
    for index, item in changes.get("set", ()):
        items[index] = item
    for index, count, new in changes.get("splice", ()):
        items[index : index + count] = new
    doc["props"].update(changes.get("props", {}))
    if "stale" in changes:
        doc["stale"] = changes["stale"]
