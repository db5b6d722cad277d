"""What to show while a run is on: what it drew so far, then what the page had and it has not come to yet.

Nothing that stays on the page may leave it meanwhile, or move for nothing. So the new children of a container are
laid beside the old ones: a control or container finds itself by its id, a spot the spot in its place, and a text the
text of its kind in its place, unless what stands around says that one came in or went. What is behind the last
old child that was found is the rest.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jupyter_session_state._core.element import PENDING, Element, same
from jupyter_session_state._core.reconcile import STALE_FROM

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LOOK = 8
"""How many neighbours are looked at to tell what came in or went from what changed."""

Children = tuple[Element, ...]


def overlay(old: Element | None, partial: Element) -> Element:
    """Return what to show while a run is on.

    The rest that was kept is told by the prop `STALE_FROM` of its container.

    Parameters
    ----------
    old
        The tree on screen before the run.
    partial
        What the run drew so far.
    """
    if old is None:
        return partial
    return _overlay(old, partial, {e.id for e in partial.walk() if e.id})


def _overlay(old: Element, new: Element, reached: set[str]) -> Element:
    if old is new:  # a run of fragments does not touch it
        return new
    places = {e.id: i for i, e in enumerate(old.children) if e.id}
    found: list[int | None] = []
    start = 0
    for i, child in enumerate(new.children):
        found.append(_place_of(child, new.children[i + 1 : i + 1 + LOOK], old.children, start, places))
        start = start if found[-1] is None else found[-1] + 1
    pairs = zip(new.children, found, strict=True)
    children = [_shown(None if at is None else old.children[at], e, reached) for e, at in pairs]
    if children and found[-1] is not None and _begins(children[-1], old.children[found[-1]]):
        children[-1] = old.children[found[-1]]
    rest = _unreached(old.children[start:], reached)
    if not rest:
        return new if not new.children else replace(new, children=tuple(children))
    return replace(new, children=(*children, *rest), props={**new.props, STALE_FROM: len(children)})


def _shown(old: Element | None, new: Element, reached: set[str]) -> Element:
    """Return what a new child is shown as; what is still to come keeps what was in its place."""
    if old is None:
        return new
    if new.is_container and old.id == new.id:
        return _overlay(old, new, reached)
    is_kept = new.kind == PENDING and not old.is_container and old.id not in reached
    return old if is_kept else new


def _begins(new: Element, old: Element) -> bool:
    """Whether what was printed so far is the beginning of what was printed there before."""
    if new is old or new.view != "Output" or (new.id, new.view) != (old.id, old.view):
        return False
    *done, last = new.props["outputs"]
    before = old.props["outputs"][: len(done) + 1]
    if len(before) <= len(done) or not same(done, list(before[:-1])):
        return False
    is_text = "name" in last and last["name"] == before[-1].get("name")
    return is_text and before[-1]["text"].startswith(last["text"])


def _place_of(
    new: Element, following: Children, old: Children, start: int, places: dict[str, int]
) -> int | None:
    """Return which old child a new one stands for, from `start` on; None if it came in."""
    if new.id in places:
        at = places[new.id]
        return at if at >= start else None
    if start == len(old):
        return None
    here = old[start]
    if new.spot and here.spot:
        return start
    if new.id:
        return None
    is_alike = here.kind == new.kind and not here.id
    if is_alike and (_equal(new, here) or not any(_equal(e, here) for e in following)):
        later = None if _equal(new, here) else _find(new, old, start + 1)
        return start if later is None else later
    return None if is_alike else _find(new, old, start)


def _find(new: Element, old: Children, start: int) -> int | None:
    """Return where the very same text stands, before the next control: then what is before it went."""
    for at in range(start, min(start + LOOK, len(old))):
        if old[at].id:
            return None
        if _equal(new, old[at]):
            return at
    return None


def _equal(a: Element, b: Element) -> bool:
    return a is b or (a.kind == b.kind and not a.id and not b.id and same(dict(a.props), dict(b.props)))


def _unreached(children: Sequence[Element], reached: set[str]) -> Children:
    kept: Iterable[Element] = (e for e in children if not (e.id and e.id in reached))
    return tuple(replace(e, children=_unreached(e.children, reached)) if e.children else e for e in kept)
