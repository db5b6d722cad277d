"""Lists of what a page holds, in page order, that also find by key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar, overload

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class _Keyed(Protocol):
    @property
    def key(self) -> str | None: ...


N_co = TypeVar("N_co", bound=_Keyed, covariant=True)


class NodeList(Generic[N_co]):
    """Elements or blocks in page order.

    Examples
    --------
    >>> at.button[0], at.button(key="more"), at.button.len  # doctest: +SKIP
    """

    def __init__(self, nodes: Sequence[N_co]) -> None:
        self._nodes: list[N_co] = list(nodes)

    def __len__(self) -> int:
        return len(self._nodes)

    @property
    def len(self) -> int:
        """How many there are."""
        return len(self._nodes)

    @overload
    def __getitem__(self, index: int) -> N_co: ...

    @overload
    def __getitem__(self, index: slice) -> NodeList[N_co]: ...

    def __getitem__(self, index: int | slice) -> N_co | NodeList[N_co]:
        if isinstance(index, slice):
            return type(self)(self._nodes[index])
        return self._nodes[index]

    def __iter__(self) -> Iterator[N_co]:
        return iter(self._nodes)

    def __call__(self, key: str) -> N_co:
        """Return the first one with this key.

        Raises
        ------
        KeyError
            If there is none; the message lists the keys there are.
        """
        for node in self._nodes:
            if node.key == key:
                return node
        known = ", ".join(repr(n.key) for n in self._nodes if n.key is not None)
        raise KeyError(f"no element has the key {key!r}; keys here: {known or 'none'}")

    def __eq__(self, other: object) -> bool:
        return self._nodes == (other._nodes if isinstance(other, NodeList) else other)

    def __hash__(self) -> int:
        return hash(tuple(self._nodes))

    def __repr__(self) -> str:
        return f"[{', '.join(map(repr, self._nodes))}]"


class ElementList(NodeList[N_co]):
    """Elements in page order."""

    @property
    def values(self) -> list[Any]:
        """The value of each."""
        return [getattr(node, "value", None) for node in self._nodes]


class WidgetList(ElementList[N_co]):
    """Widgets in page order."""


class BlockList(NodeList[N_co]):
    """Containers in page order."""
