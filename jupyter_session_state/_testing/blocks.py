"""What a test sees of containers, and of the page as a whole."""

from __future__ import annotations

from textwrap import indent
from typing import TYPE_CHECKING, Any

from jupyter_session_state._core.element import Element as CoreElement
from jupyter_session_state._testing.accessors import Accessors
from jupyter_session_state._testing.buttons import BUTTONS, LinkButton
from jupyter_session_state._testing.choices import CHOICES
from jupyter_session_state._testing.components import Component, Edit
from jupyter_session_state._testing.dates import DATES
from jupyter_session_state._testing.editors import DataEditor, Dataframe, TableInput
from jupyter_session_state._testing.inner_pages import InnerPage
from jupyter_session_state._testing.nodes import TYPES, Element, told
from jupyter_session_state._testing.statics import STATICS, Chart, Frame
from jupyter_session_state._testing.uploads import UPLOADS
from jupyter_session_state._testing.widgets import WIDGETS, Anything, Widget

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jupyter_session_state._core.app import App
    from jupyter_session_state.testing import AppTest


class Block(Accessors):
    """A container.

    Iterating over it gives itself and all below it, in page order. What it was drawn with can be read as
    attributes: ``at.expander[0].label``.

    Attributes
    ----------
    children
        What is directly in it, by position.
    """

    def __init__(self, element: CoreElement, root: ElementTree) -> None:
        self._element = element
        self.root = root
        self.kind = element.kind
        self.type = TYPES.get(element.kind, element.kind)
        self.key = element.key
        shown = [child for child in element.children if not child.props.get("transient")]
        self.children: dict[int, Any] = dict(enumerate(node(child, root) for child in shown))

    def run(self, *, timeout: float | None = None) -> AppTest:
        """Run the app, as `AppTest.run` does."""
        return self.root.run(timeout=timeout)

    def __len__(self) -> int:
        return len(self.children)

    def __iter__(self) -> Iterator[Any]:
        yield self
        for child in self.children.values():
            yield from child

    def __getitem__(self, position: int) -> Any:
        return self.children[position]

    def __getattr__(self, name: str) -> Any:
        if not name.startswith("_") and name in self._element.props:
            return told(self._element.props, name)
        raise AttributeError(
            f"{type(self).__name__} {self.__dict__.get('kind', '')!r} has no attribute {name!r}"
        )

    def __repr__(self) -> str:
        head = f"{self.kind}({self.key!r})" if self.key is not None else self.kind
        lines = [indent(repr(child), "    ") for child in self.children.values()]
        return "\n".join([head, *lines])


class Status(Block):
    """What ``st.status`` drew; its label and state can be read as attributes."""

    @property
    def icon(self) -> str:
        """The mark of its state, as Streamlit names it."""
        return _STATUS_ICONS[self._element.props["state"]]


class ChatMessage(Block):
    """What ``st.chat_message`` drew."""

    @property
    def name(self) -> str:
        """Who says it."""
        return str(self._element.props["name_shown"])

    @property
    def avatar(self) -> str:
        """The sign, or the address of the picture, beside it."""
        avatar = self._element.props["avatar"]
        return avatar if isinstance(avatar, str) else f"/media/{avatar.fingerprint}"


class Grid(Block):
    """What ``st.grid`` drew."""

    @property
    def column_count(self) -> int | str:
        """How many columns it has, or ``"auto"``."""
        count: int | str = self._element.props["columns"]
        return count

    @property
    def gap(self) -> Any:
        """The room between cells, or a pair: between rows, and between columns."""
        rows, across = self._element.props["row_gap"], self._element.props["gap"]
        return rows if rows == across else (rows, across)


_BLOCKS: dict[str, type[Block]] = {"status": Status, "chat_message": ChatMessage, "grid": Grid}
_STATUS_ICONS = {"running": "spinner", "complete": ":material/check:", "error": ":material/error:"}


class ElementTree(Block):
    """The page: the main area, the sidebar, the area of dialogs and toasts, and the foot."""

    def __init__(self, test: AppTest, app: App) -> None:
        self.test = test
        self.app = app
        super().__init__(_page(app.tree), self)

    @property
    def main(self) -> Block:
        """The main area, what callbacks drew first."""
        block: Block = self.children[0]
        return block

    @property
    def sidebar(self) -> Block:
        """The sidebar."""
        block: Block = self.children[1]
        return block

    @property
    def event(self) -> Block:
        """Dialogs and toasts."""
        block: Block = self.children[2]
        return block

    @property
    def bottom(self) -> Block:
        """The foot of the page."""
        block: Block = self.children[3]
        return block

    def widgets(self) -> list[Widget | TableInput]:
        """All inputs, in page order."""
        return [found for found in self if isinstance(found, (Widget, TableInput))]

    def edits(self) -> list[Widget | TableInput | Edit]:
        """All inputs, and what a test lets components do."""
        played = [edit for found in self if isinstance(found, Component) for edit in found.edits()]
        return [*self.widgets(), *played]

    def run(self, *, timeout: float | None = None) -> AppTest:
        """Run the app, as `AppTest.run` does."""
        return self.test.run(timeout=timeout)


_INPUTS: dict[str, type[Element]] = {**WIDGETS, **CHOICES, **DATES, **UPLOADS, **BUTTONS}
_STATICS: dict[str, type[Element]] = {**STATICS, "iframe": InnerPage, "link_button": LinkButton}


def node(element: CoreElement, root: ElementTree) -> Element | Block:
    """Return what a test sees of one node of the tree."""
    if element.is_container:
        return _BLOCKS.get(element.kind, Block)(element, root)
    if element.view == "Grid":  # a table to Streamlit's AppTest, no input
        kinds = {"data_editor": DataEditor, "dataframe": Frame if element.is_shown else Dataframe}
        return kinds[element.kind](element, root)
    if element.view in ("Chart", "Component"):  # no input to Streamlit's AppTest either
        return (Chart if element.view == "Chart" else Component)(element, root)
    if element.id and element.view != "Output":
        return _INPUTS.get(element.kind, Anything)(element, root)
    return _STATICS.get(element.kind, Element)(element, root)


def _page(tree: CoreElement | None) -> CoreElement:
    """Return the page as Streamlit's AppTest has it: what callbacks drew stands at the top of main, no navigation."""
    areas = {} if tree is None else {area.kind: area.children for area in tree.children}
    areas["sidebar"] = tuple(e for e in areas.get("sidebar", ()) if e.kind != "navigation")
    main = areas.get("callbacks", ()) + areas.get("main", ())
    roots = [("main", main), *((name, areas.get(name, ())) for name in ("sidebar", "event", "bottom"))]
    return CoreElement(
        "root", view="Block", children=tuple(CoreElement(k, view="Block", children=c) for k, c in roots)
    )
