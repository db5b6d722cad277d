"""What a run drew: immutable trees of plain values.

An `Element` says *what* is on the page, never how a front end shows it. Three sorts exist, told apart by two
fields:

- a *static* element has no `id`: a text, a table, an alert. Its container shows it.
- a *control* has an `id`, a `view` and a `value`: an input. It lives as long as its id is drawn.
- a *container* has an `id` and `children`; one that can be opened may have a `value` too.
"""

from __future__ import annotations

import hashlib
import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


BLOCK = "Block"
"""View of what holds others."""

COMPUTED = "$$ID"
"""How identities of controls begin; those of containers, and of what only shows something, are places."""

PENDING = "pending"
"""Kind of a place that is kept for what is shown there later in the run."""


@dataclass(frozen=True, slots=True)
class Blob:
    """Big data, compared by a fingerprint that is computed once."""

    data: bytes = field(compare=False, repr=False)
    mime: str
    fingerprint: str = ""

    def __post_init__(self) -> None:
        if not self.fingerprint:
            digest = hashlib.blake2b(self.data, digest_size=16).hexdigest()
            object.__setattr__(self, "fingerprint", digest)


@dataclass(frozen=True, slots=True)
class Held:
    """An object of the user's that an element shows, for whoever wants more than what is shown.

    Two are equal whatever they hold, unless a fingerprint tells them apart: what is shown of them decides
    whether a page changes.
    """

    value: Any = field(compare=False, repr=False)
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A frame as text cells, ready to be shown.

    Parameters
    ----------
    columns
        Header texts, left to right, the index's own header(s) first.
    rows
        The cells of the rows shown, each a text.
    numeric
        For each column, whether it holds numbers (shown flush right).
    index_columns
        How many of the first columns are the index.
    total_rows
        How many rows the frame has; more than ``len(rows)`` when it was cut.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[bool, ...] = ()
    index_columns: int = 0
    total_rows: int = 0
    total_columns: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Element:
    """One node of what a run drew.

    Parameters
    ----------
    kind
        The name of the function that drew it: ``"slider"``, ``"markdown"``, ``"columns"``.
    props
        Plain values, as the author wrote them; a front end sanitises what it shows.
    id
        Identity across runs of a control or a container; empty for a static element.
    view
        Which widget class shows it; empty for what its container shows itself.
    value
        The value a browser holds, in the form it travels (a control's ``encode``).
    children
        What a container holds, in order.
    key
        The user's name for it, if any.
    form
        Key of the form a control is in, if any.
    spot
        Whether it stands where a run draws one thing after the other, as in ``st.empty()``.
    """

    kind: str
    props: Mapping[str, Any] = field(default_factory=dict)
    id: str = ""
    view: str = ""
    value: Any = None
    children: tuple[Element, ...] = ()
    key: str | None = None
    form: str | None = None
    spot: bool = False

    @property
    def is_shown(self) -> bool:
        """Whether it has a widget of its own that only shows something: its place is its identity."""
        return bool(self.id) and not self.is_container and not self.id.startswith(COMPUTED)

    @property
    def is_container(self) -> bool:
        """Whether this node may hold others."""
        return self.view == BLOCK

    def holding(self, children: tuple[Element, ...]) -> Element:
        """Return the same with other children."""
        return Element(
            self.kind, self.props, self.id, self.view, self.value, children, self.key, self.form, self.spot
        )

    def showing(self, value: Any) -> Element:
        """Return the same with another value."""
        return Element(
            self.kind, self.props, self.id, self.view, value, self.children, self.key, self.form, self.spot
        )

    def walk(self) -> Iterator[Element]:
        """Yield this node and all below it, depth first, in page order."""
        yield self
        for child in self.children:
            if child.children:
                yield from child.walk()
            else:
                yield child


def same(a: Any, b: Any) -> bool:
    """Whether two plain values are equal in type and value: ``1``, ``1.0`` and ``True`` all differ."""
    if a is b:
        return True
    if type(a) is not type(b):
        return False
    if isinstance(a, dict):
        return len(a) == len(b) and all(k in b and same(v, b[k]) for k, v in a.items())
    if isinstance(a, (list, tuple)):
        return len(a) == len(b) and all(map(same, a, b))
    return bool(a == b) or (isinstance(a, float) and math.isnan(a) and math.isnan(b))


def shown_alike(held: Any, wanted: Any) -> bool:
    """Whether a browser that holds a value shows what another would have it show: it has but one kind of number."""
    if held is wanted:
        return True
    if {type(held), type(wanted)} == {int, float}:
        return bool(held == wanted)
    if isinstance(held, (list, tuple)) and type(held) is type(wanted):
        return len(held) == len(wanted) and all(map(shown_alike, held, wanted))
    return same(held, wanted)
