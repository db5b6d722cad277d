"""Compare what is on screen with what shall be, purely: trees in, operations out."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from jupyter_session_state._core.element import BLOCK, Element, same, shown_alike
from jupyter_session_state._core.slots import MISSING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

STALE_FROM = "stale_from"
"""Prop of a container: children from this index on are of the run before, not reached yet."""


@dataclass(frozen=True, slots=True)
class Create:
    """A control or container is needed that does not exist; its own children come before it."""

    element: Element


@dataclass(frozen=True, slots=True)
class Update:
    """Some props, or the value, of an existing control or container differ."""

    element: Element
    props: dict[str, Any]
    value: Any = MISSING


@dataclass(frozen=True, slots=True)
class Patch:
    """The children of a container differ.

    `set` exchanges single children; `splice` replaces ``delete`` children from ``index`` on. Both count in the
    list as it is after the changes before them.
    """

    element: Element
    set: tuple[tuple[int, Element], ...] = ()
    splice: tuple[tuple[int, int, tuple[Element, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Close:
    """A control or container is on the page no more."""

    element: Element


Op = Create | Update | Patch | Close


@dataclass(slots=True)
class _Plan:
    browser: Mapping[str, Any]
    untouchable: Collection[str]
    drafts: Mapping[str, Any]
    old: dict[tuple[str, str], Element] = field(default_factory=dict)
    same: set[str] = field(default_factory=set)  # ids of controls that are the very same in both trees
    creates: list[Op] = field(default_factory=list)
    updates: list[Op] = field(default_factory=list)
    kept: set[tuple[str, str]] = field(default_factory=set)


def reconcile(
    old: Element | None,
    new: Element,
    browser: Mapping[str, Any] | None = None,
    untouchable: Collection[str] = (),
    drafts: Mapping[str, Any] | None = None,
) -> list[Op]:
    """Return the operations that turn `old` into `new`.

    Parameters
    ----------
    old
        The tree on screen, or None.
    new
        The tree that shall be.
    browser
        By element id, the values the browser holds now; what a tree says counts for the others.
    untouchable
        Ids whose value must not be written, since newer input of theirs is on its way.
    drafts
        By element id, values of form controls that were not submitted: the browser goes on showing them.
    """
    return reconcile_parts([(old, new)], browser, untouchable, drafts)


def reconcile_parts(
    parts: Sequence[tuple[Element | None, Element]],
    browser: Mapping[str, Any] | None = None,
    untouchable: Collection[str] = (),
    drafts: Mapping[str, Any] | None = None,
) -> list[Op]:
    """Return the operations that turn each old tree of `parts` into its new one; the rest as in `reconcile`."""
    plan = _Plan(browser or {}, untouchable, drafts or {})
    for old, new in parts:
        if old is not None:
            _look_up_old(plan, old, new)
    for _, new in parts:
        _visit(plan, new)
    gone = [e for place, e in plan.old.items() if place not in plan.kept and e.id not in plan.same]
    closes = [Close(e) for e in gone]
    return [*plan.creates, *plan.updates, *reversed(closes)]


def _look_up_old(plan: _Plan, old: Element, new: Element) -> None:
    """Take up what may be found again by its id; controls that are the same object in their place need not be."""
    plan.old[old.id, old.view] = old
    for a, b in zip_longest(old.children, new.children):
        if a is None:
            return
        if not a.id:
            continue
        if a is b and a.view != BLOCK:
            plan.same.add(a.id)
        elif b is not None and a.id == b.id:
            _look_up_old(plan, a, b)
        else:
            plan.old.update(((e.id, e.view), e) for e in a.walk() if e.id)


def _visit(plan: _Plan, new: Element) -> None:
    for child in new.children:
        if child.id in plan.same:
            if plan.drafts or plan.browser.get(child.id) is not child.value:
                _keep_value(plan, child)
        elif child.id:
            _visit(plan, child)
    old = plan.old.get((new.id, new.view))
    if old is None:
        plan.creates.append(Create(new))
        return
    plan.kept.add((new.id, new.view))
    props = _changed(old.props, new.props)
    value = _value_to_write(plan, old, new)
    if props or value is not MISSING:
        plan.updates.append(Update(new, props, value))
    patch = _patch(old, new)
    if patch is not None:
        plan.updates.append(patch)


def _keep_value(plan: _Plan, control: Element) -> None:
    value = _value_to_write(plan, control, control)
    if value is not MISSING:
        plan.updates.append(Update(control, {}, value))


def _changed(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    if old is new:
        return {}
    changed = {name: value for name, value in new.items() if not same(old.get(name, MISSING), value)}
    changed.update((name, None) for name in old if name not in new)
    return changed


def _value_to_write(plan: _Plan, old: Element, new: Element) -> Any:
    without_value = new.is_container and new.value is None
    if without_value or new.id in plan.untouchable:
        return MISSING
    held = plan.browser.get(new.id, old.value)
    wanted = plan.drafts.get(new.id, new.value)
    return MISSING if shown_alike(held, wanted) else wanted


def _alike(a: Element, b: Element) -> bool:
    """Whether the place of `a` needs no change to show `b`."""
    if a is b:
        return True
    if a.id or b.id:
        return (a.id, a.view) == (b.id, b.view) and _same_slot(a, b)
    return a.kind == b.kind and same(dict(a.props), dict(b.props))


SLOT_PROPS = frozenset(
    (
        *("help", "label_visibility", "width", "height", "type", "icon", "wrap", "shortcut", "continued"),
        *("required", "pattern", "message", "live", "max_chars", "autocomplete"),
    )
)
"""Props that the container shows around a control, rather than the control itself."""


def _same_slot(a: Element, b: Element) -> bool:
    if a.props is b.props:
        return True
    return all(same(a.props.get(n), b.props.get(n)) for n in SLOT_PROPS.intersection((*a.props, *b.props)))


def _patch(old: Element, new: Element) -> Patch | None:
    before, after = old.children, new.children
    start = end = 0
    for a, b in zip(before, after, strict=False):
        if a is not b and not _alike(a, b):
            break
        start += 1
    for a, b in zip(reversed(before[start:]), reversed(after[start:]), strict=False):
        if a is not b and not _alike(a, b):
            break
        end += 1
    old_middle, new_middle = before[start : len(before) - end], after[start : len(after) - end]
    if not old_middle and not new_middle:
        return None
    if len(old_middle) == len(new_middle):
        pairs = enumerate(zip(old_middle, new_middle, strict=True), start)
        return Patch(new, set=tuple((i, b) for i, (a, b) in pairs if not _alike(a, b)))
    return Patch(new, splice=((start, len(old_middle), new_middle),))
