"""A page while a run is on: nothing that stays leaves it, and nothing moves that need not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from jupyter_session_state._core.element import PENDING, Element
from jupyter_session_state._core.overlay import overlay
from jupyter_session_state._core.reconcile import STALE_FROM


def text(body: str, kind: str = "text") -> Element:
    return Element(kind, {"body": body})


def control(name: str) -> Element:
    return Element("slider", {}, name, "Slider", 0)


def spot(body: str, kind: str) -> Element:
    return replace(text(body, kind), spot=True)


def output(name: str) -> Element:
    return Element("output", {"outputs": ()}, name, "Output", spot=True)


def box(*children: Element, name: str = "main") -> Element:
    return Element("main", {}, name, "Block", children=children)


def names(page: Element) -> list[str]:
    """What a page shows, and from where on it is dimmed."""
    shown = [e.id or e.props.get("body", e.kind) for e in page.children]
    stale = page.props.get(STALE_FROM)
    return shown if stale is None else [*shown[:stale], "|", *shown[stale:]]


A, B, C, D = (text(body) for body in "abcd")
S, T = control("s"), control("t")
PENDING_PLACE = Element(PENDING, {"id": "figure"}, spot=True)


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ([A, B, C], [], ["|", "a", "b", "c"]),
        ([A, B, C], [A], ["a", "|", "b", "c"]),
        ([A, B, C], [text("x")], ["x", "|", "b", "c"]),  # one that changed
        ([A, B, C], [text("x", "error")], ["x", "|", "a", "b", "c"]),  # one that came in
        ([A, S, C], [A, text("x")], ["a", "x", "|", "s", "c"]),
        ([A, S, C], [A, T], ["a", "t", "|", "s", "c"]),
        ([A, S, T], [A, T], ["a", "t"]),  # one that went
        ([A, B, C, D], [B], ["b", "|", "c", "d"]),
        ([A, B, C], [text("x"), A], ["x", "a", "|", "b", "c"]),
        ([A, S, B], [B], ["b", "|", "s", "b"]),  # whether the slider went is not known yet
        ([S, T], [T, S], ["t", "s"]),
        ([spot("done", "success"), B], [spot("", "empty")], ["", "|", "b"]),
        ([spot("done", "success"), B], [spot("40 %", "progress")], ["40 %", "|", "b"]),
        ([output("later0"), B], [PENDING_PLACE], ["later0", "|", "b"]),
        ([output("later0"), B], [PENDING_PLACE, output("later0")], ["pending", "later0", "|", "b"]),
        ([B], [PENDING_PLACE], ["pending", "|", "b"]),
        ([A], [A, B], ["a", "b"]),
    ],
)
def test_what_was_drawn_stands_before_what_is_still_to_come(
    old: list[Element], new: list[Element], shown: list[str]
) -> None:
    assert names(overlay(box(*old), box(*new))) == shown


def test_it_goes_on_in_the_boxes_that_are_in_both() -> None:
    old = box(box(A, S, B, name="in"), C)
    page = overlay(old, box(box(A, text("x", "error"), name="in")))
    assert names(page.children[0]) == ["a", "x", "|", "s", "b"]
    assert names(page) == ["in", "|", "c"]


def test_a_box_drawn_over_a_spot_keeps_nothing_of_it() -> None:
    old = box(spot("done", "success"), B)
    new = replace(box(A, name="box"), spot=True)
    assert names(overlay(old, box(new))) == ["box", "|", "b"]


def printed(*texts: tuple[str, str], name: str = "output0") -> Element:
    outputs = tuple({"output_type": "stream", "name": stream, "text": text} for stream, text in texts)
    return Element("output", {"outputs": outputs}, name, "Output")


OLD = printed(("stdout", "1\n2\n"), ("stderr", "oops"))


@pytest.mark.parametrize(
    ("so_far", "stays"),
    [
        ([("stdout", "1\n")], True),
        ([("stdout", "1\n2\n")], True),
        ([("stdout", "1\n2\n"), ("stderr", "o")], True),
        ([("stdout", "1\n2\n"), ("stderr", "other")], False),
        ([("stdout", "1\n3")], False),
        ([("stderr", "1\n")], False),
        ([("stdout", "1\n2\n"), ("stderr", "oops"), ("stdout", "more")], False),
    ],
)
def test_text_that_is_printed_again_neither_shrinks_nor_grows(
    so_far: list[tuple[str, str]], stays: bool
) -> None:
    new = printed(*so_far)
    (shown,) = overlay(box(OLD), box(new)).children
    assert shown is (OLD if stays else new)


def test_text_that_is_followed_by_something_is_complete() -> None:
    new = printed(("stdout", "1\n"))
    assert overlay(box(OLD, A), box(new, A)).children[0] is new


# Pages of things that can be told from each other, and what a run makes of them: some go, some come in.
KINDS = some.sampled_from(["text", "error", "control"])


def thing(number: int, kind: str) -> Element:
    return control(f"c{number}") if kind == "control" else text(f"t{number}", f"{kind}{number}")


@some.composite
def runs(draw: Any) -> tuple[list[Element], list[Element]]:
    """The old page and the new one, in which what is in both has the same order."""
    things = [thing(n, draw(KINDS)) for n in range(draw(some.integers(0, 9)))]
    fates = [draw(some.sampled_from(["stays", "stays", "goes", "comes"])) for _ in things]
    old = [e for e, fate in zip(things, fates, strict=True) if fate != "comes"]
    return old, [e for e, fate in zip(things, fates, strict=True) if fate != "goes"]


def is_within(some_of: list[Element], all_of: Sequence[Element]) -> bool:
    """Whether these are there in this order; a text may stand there twice, new and still dimmed."""
    rest = iter(all_of)
    return all(any(e is wanted for e in rest) for wanted in some_of)


@given(runs())
def test_what_is_on_the_page_before_and_after_is_on_it_all_the_time_in_one_order(
    run: tuple[list[Element], list[Element]],
) -> None:
    old, new = run
    both = [e for e in old if any(e is other for other in new)]
    for count in range(len(new) + 1):
        shown = overlay(box(*old), box(*new[:count])).children
        assert list(shown[:count]) == new[:count]
        assert is_within(both, shown)
        assert len({e.id for e in shown if e.id}) == len([e for e in shown if e.id])


@given(runs(), some.integers(0, 9))
def test_what_was_laid_over_once_can_be_so_again(
    run: tuple[list[Element], list[Element]], count: int
) -> None:
    """A run that was given up leaves such a page, and the next one begins with it."""
    old, new = run
    first = overlay(box(*old), box(*new[:count]))
    again = overlay(first, box(*new[:count]))
    assert list(again.children) == list(first.children)
