"""The laws of reconciliation, over random trees."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from jupyter_session_state._core.element import Element, same, shown_alike
from jupyter_session_state._core.overlay import overlay
from jupyter_session_state._core.reconcile import (
    SLOT_PROPS,
    STALE_FROM,
    Close,
    Create,
    Op,
    Patch,
    Update,
    reconcile,
)
from jupyter_session_state._core.slots import MISSING

VALUES = some.sampled_from([0, 1, 1.0, True, "", "a", None])
IDS = some.integers(0, 12)


def text(body: Any) -> Element:
    return Element("text", {"body": body})


def control(number: int, value: Any = 0, label: Any = "", help: Any = None, view: str = "Slider") -> Element:
    return Element("slider", {"label": label, "help": help}, f"c{number}", view, value)


@some.composite
def trees(draw: Any, root: str = "root") -> Element:
    """A tree in which every id occurs once."""
    free = draw(some.lists(IDS, unique=True, max_size=10))
    return Element("main", {}, root, "Block", children=_children(draw, free, 0))


def _children(draw: Any, free: list[int], depth: int) -> tuple[Element, ...]:
    found = []
    for _ in range(draw(some.integers(0, 4))):
        sort = draw(some.sampled_from(["text", "text", "control", "container"]))
        if sort == "text" or not free:
            found.append(text(draw(VALUES)))
        elif sort == "control":
            view = draw(some.sampled_from(["Slider", "Text"]))
            found.append(control(free.pop(), draw(VALUES), draw(VALUES), draw(VALUES), view))
        else:
            number = free.pop()
            inside = _children(draw, free, depth + 1) if depth < 2 else ()
            found.append(Element("container", {"gap": draw(VALUES)}, f"b{number}", "Block", children=inside))
    return tuple(found)


# -- a page that carries out operations, as a front end would ------------------------------------------------


class Page:
    """Models by id and view: their props, their value, and their children as slots."""

    def __init__(self) -> None:
        self.models: dict[tuple[str, str], dict[str, Any]] = {}

    def apply(self, ops: list[Op]) -> None:
        for op in ops:
            key = (op.element.id, op.element.view)
            if isinstance(op, Create):
                assert key not in self.models
                assert all((c.id, c.view) in self.models for c in op.element.children if c.id)
                self.models[key] = _model(op.element)
            elif isinstance(op, Close):
                del self.models[key]
            elif isinstance(op, Update):
                self._update(self.models[key], op)
            else:
                self._patch(self.models[key]["children"], op)

    @staticmethod
    def _update(model: dict[str, Any], op: Update) -> None:
        assert op.props or op.value is not MISSING
        model["props"].update(op.props)
        if op.value is not MISSING:
            model["value"] = op.value

    @staticmethod
    def _patch(children: list[Any], op: Patch) -> None:
        assert op.set or op.splice
        for index, element in op.set:
            children[index] = _slot(element)
        for index, delete, added in op.splice:
            children[index : index + delete] = [_slot(e) for e in added]


def _model(element: Element) -> dict[str, Any]:
    return {
        "props": dict(element.props),
        "value": element.value,
        "children": [_slot(child) for child in element.children],
    }


def _slot(element: Element) -> Any:
    """What a container holds for a child: a reference and what it shows around it, or the static element."""
    if element.id:
        return element.id, element.view, {name: element.props.get(name) for name in SLOT_PROPS}
    return element.kind, dict(element.props)


def expected(tree: Element) -> dict[tuple[str, str], dict[str, Any]]:
    return {(e.id, e.view): _model(e) for e in tree.walk() if e.id}


def shows(page: Page, tree: Element) -> bool:
    wanted = expected(tree)
    return page.models.keys() == wanted.keys() and all(
        same(_without_value(page.models[key]), _without_value(model))
        and shown_alike(page.models[key]["value"], model["value"])
        for key, model in wanted.items()
    )


def _without_value(model: dict[str, Any]) -> dict[str, Any]:
    props = {name: value for name, value in model["props"].items() if value is not None}
    return {**model, "props": props, "value": None}


def page_of(tree: Element) -> Page:
    page = Page()
    page.apply(reconcile(None, tree))
    return page


# -- laws ----------------------------------------------------------------------------------------------------


@given(trees())
def test_creating_a_page_shows_the_tree(tree: Element) -> None:
    assert shows(page_of(tree), tree)


@given(trees(), trees())
def test_applying_the_operations_to_the_old_page_shows_the_new_tree(old: Element, new: Element) -> None:
    page = page_of(old)
    page.apply(reconcile(old, new))
    assert shows(page, new)


@given(trees())
def test_an_unchanged_tree_needs_nothing(tree: Element) -> None:
    copy = replace(tree, children=tuple(replace(child) for child in tree.children))
    assert reconcile(tree, copy) == []


@given(trees(), trees())
def test_a_control_that_stays_gets_at_most_one_update_and_none_if_it_is_the_same(
    old: Element, new: Element
) -> None:
    ops = reconcile(old, new)
    before = {(e.id, e.view): e for e in old.walk() if e.id}
    for element in new.walk():
        updates = [op for op in ops if isinstance(op, Update) and op.element is element]
        known = before.get((element.id, element.view)) if element.id else None
        if known is None:
            assert updates == []
        else:
            differs = not same(dict(known.props), dict(element.props)) or not same(known.value, element.value)
            assert len(updates) == differs


@given(trees(), trees())
def test_models_are_closed_exactly_when_they_are_gone(old: Element, new: Element) -> None:
    closed = [(op.element.id, op.element.view) for op in reconcile(old, new) if isinstance(op, Close)]
    assert sorted(closed) == sorted(expected(old).keys() - expected(new).keys())


@given(trees(), trees())
def test_children_exist_before_and_are_closed_after_what_refers_to_them(old: Element, new: Element) -> None:
    kinds = [type(op) for op in reconcile(old, new)]
    order = {Create: 0, Update: 1, Patch: 1, Close: 2}
    assert [order[kind] for kind in kinds] == sorted(order[kind] for kind in kinds)


# -- values --------------------------------------------------------------------------------------------------


def root(*children: Element) -> Element:
    return Element("main", {}, "root", "Block", children=children)


def values_written(ops: list[Op]) -> list[Any]:
    return [op.value for op in ops if isinstance(op, Update)]


def test_a_value_the_browser_holds_already_is_not_echoed() -> None:
    assert reconcile(root(control(1, 3)), root(control(1, 7)), {"c1": 7}) == []


def test_a_value_the_browser_does_not_hold_is_written_though_the_trees_agree() -> None:
    assert values_written(reconcile(root(control(1, 3)), root(control(1, 3)), {"c1": 7})) == [3]


def test_a_control_with_newer_input_on_its_way_is_left_alone() -> None:
    assert reconcile(root(control(1, 3)), root(control(1, 4)), {"c1": 7}, {"c1"}) == []


def test_a_draft_stays_on_screen() -> None:
    old = new = root(control(1, 3))
    assert reconcile(old, new, {"c1": 7}, (), {"c1": 7}) == []
    assert values_written(reconcile(old, new, {"c1": 3}, (), {"c1": 7})) == [7]


def test_props_that_are_numbers_of_other_types_are_other_props() -> None:
    (op,) = reconcile(root(control(1, label=1)), root(control(1, label=1.0)))
    assert isinstance(op, Update)
    assert op.props == {"label": 1.0}


@pytest.mark.parametrize(
    ("held", "wanted", "written"),
    [
        ([7], [7.0], []),  # browsers write whole numbers without a point
        ([7, 9], [7.0, 9.5], [[7.0, 9.5]]),
        ([7], [7.0, 9.0], [[7.0, 9.0]]),
        (7, 7.0, []),
        (7, 8.0, [8.0]),
        (True, 1.0, [1.0]),
        ("7", 7.0, [7.0]),
    ],
)
def test_a_number_is_written_only_if_the_browser_shows_another(
    held: Any, wanted: Any, written: list[Any]
) -> None:
    page = root(control(1, wanted))
    assert values_written(reconcile(page, page, {"c1": held})) == written
    assert values_written(reconcile(root(control(1, held)), page)) == written


def test_a_list_of_texts_of_which_one_changes_is_one_patch_with_one_element() -> None:
    old, new = root(*map(text, "abcd")), root(*map(text, "abXd"))
    (op,) = reconcile(old, new)
    assert isinstance(op, Patch)
    assert [index for index, _ in op.set] == [2]
    assert op.splice == ()


def test_an_element_put_in_front_is_one_splice() -> None:
    (op,) = reconcile(root(*map(text, "bcd")), root(*map(text, "abcd")))
    assert isinstance(op, Patch)
    assert [(index, delete, len(added)) for index, delete, added in op.splice] == [(0, 0, 1)]


# -- a run that is still going on ----------------------------------------------------------------------------


def shapes(elements: Any) -> list[Any]:
    return [_slot(e) for e in elements]


@given(trees(), trees())
def test_an_overlay_shows_all_that_was_drawn_and_keeps_all_that_was_not_reached(
    old: Element, partial: Element
) -> None:
    shown = overlay(old, partial)
    drawn, kept = expected(partial), expected(old)
    assert drawn.keys() <= expected(shown).keys() <= drawn.keys() | kept.keys()
    assert shapes(shown.children[: len(partial.children)]) == shapes(partial.children)
    ids = [e.id for e in shown.walk() if e.id]
    assert len(ids) == len(set(ids))


@given(trees(), some.integers(0, 4))
def test_a_run_that_got_part_of_the_way_leaves_the_rest_in_place(old: Element, reached: int) -> None:
    partial = replace(old, children=old.children[:reached])
    shown = overlay(old, partial)
    assert shapes(shown.children) == shapes(old.children)
    stale = len(old.children) > len(partial.children)
    assert shown.props.get(STALE_FROM) == (len(partial.children) if stale else None)


@given(trees())
def test_an_overlay_over_nothing_is_what_was_drawn(partial: Element) -> None:
    assert overlay(None, partial) is partial


@given(trees(), trees(), trees())
def test_an_overlay_in_between_does_not_disturb_the_end(old: Element, partial: Element, new: Element) -> None:
    page, between = page_of(old), overlay(old, partial)
    page.apply(reconcile(old, between))
    page.apply(reconcile(between, new))
    assert shows(page, new)


@some.composite
def sharing(draw: Any) -> tuple[Element, Element]:
    """Two trees that share some of their elements, as two runs do."""
    old = draw(trees())
    return old, _shared(draw, old)


def _shared(draw: Any, element: Element) -> Element:
    if not element.is_container:
        fate = draw(some.sampled_from(["same", "same", "same", "value", "prop"]))
        if fate == "same":
            return element
        changed = {"value": draw(VALUES)} if fate == "value" else {"props": {**element.props, "help": "?"}}
        return replace(element, **changed)
    children = [_shared(draw, c) for c in element.children if draw(some.integers(0, 5))]
    if draw(some.integers(0, 3)) == 0:
        children = list(draw(some.permutations(children)))
    return replace(element, children=tuple(children))


def _rebuilt(element: Element) -> Element:
    return replace(element, children=tuple(_rebuilt(c) for c in element.children))


@given(sharing(), some.dictionaries(IDS.map("c{}".format), VALUES))
def test_sharing_elements_with_the_old_tree_changes_nothing(
    pair: tuple[Element, Element], browser: dict[str, Any]
) -> None:
    old, new = pair
    shared, rebuilt = Page(), Page()
    for page, tree in ((shared, new), (rebuilt, _rebuilt(new))):
        page.apply(reconcile(None, old))
        page.apply(reconcile(old, tree, browser))
    assert same(shared.models, rebuilt.models)
