"""Laws of fragments: whatever runs alone, the page is as if everything had run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

import jupyter_session_state as st
from jupyter_session_state._core.element import same

WHERE = ["here", "container", "columns", "sidebar", "outside", "keyed", "tracked"]


@dataclass
class Part:
    """A fragment that draws its inputs, what they say, and other fragments; each says what it depends on."""

    name: str
    inputs: list[tuple[str, str]]  # kind and where
    parts: list[Part] = field(default_factory=list)
    hides: bool = False  # its first checkbox hides the fragments in it
    form: bool = False

    def all(self) -> list[Part]:
        return [self, *(found for part in self.parts for found in part.all())]


def inputs() -> Any:
    return some.lists(
        some.tuples(some.sampled_from(["checkbox", "slider", "button"]), some.sampled_from(WHERE)), max_size=3
    )


@some.composite
def parts(draw: Any, depth: int = 2, prefix: str = "p") -> Part:
    count = draw(some.integers(0, 2)) if depth else 0
    inner = [draw(parts(depth - 1, f"{prefix}{number}")) for number in range(count)]
    return Part(prefix, draw(inputs()), inner, draw(some.booleans()), draw(some.booleans()))


def draw_part(part: Part, box: Any, aside: Any) -> None:
    seen: list[Any] = []
    places: dict[str, Callable[[], Any]] = {
        "here": lambda: st,
        "container": st.container,
        "columns": lambda: st.columns(2)[1],
        "sidebar": lambda: aside,
        "outside": lambda: box,
        "keyed": lambda: st.expander("Keyed", key=f"{part.name} box {len(seen)}"),
        "tracked": lambda: st.popover("Tracked", key=f"{part.name} pop {len(seen)}", on_change="rerun"),
    }
    box.text(f"{part.name} outside")
    aside.text(f"{part.name} aside")
    for number, (kind, where) in enumerate(part.inputs):
        key = f"{part.name} {kind} {number}"
        arguments = (0, 9) if kind == "slider" else ()
        value = getattr(places[where](), kind)(key, *arguments, key=key)
        seen.append(None if kind == "button" else value)
    if part.form:
        with st.form(part.name):
            seen.append(st.checkbox("In form", key=f"{part.name} form"))
            st.form_submit_button("Send", key=f"{part.name} send")
    st.text(f"{part.name}: {seen}")
    if not (part.hides and True in seen):
        own = st.expander("Own", key=f"{part.name} own") if part.form else st.container()
        for inner in part.parts:
            # One that was hidden has no place in the sidebar to draw in by itself.
            st.fragment(draw_part)(inner, own, own if part.hides else aside)


def script(tree: list[Part]) -> Callable[[], None]:
    def run() -> None:
        box = st.container()
        st.checkbox("script", key="script")
        for part in tree:
            st.fragment(draw_part)(part, box, st.sidebar)
        st.text("end")

    return run


acts = some.lists(some.tuples(some.integers(0, 30), some.booleans()), max_size=8)


def act(rig: Any, number: int, *, settle: bool) -> None:
    controls = rig.app.controls()
    chosen = controls[number % len(controls)]
    if chosen.control.trigger:
        rig.app.click(chosen.id)
    else:
        value = [float(number % 10)] if chosen.kind == "slider" else number % 2 == 0
        rig.front.values[chosen.id] = value
        rig.app.receive(chosen.id, value)
    if settle:
        rig.settle()


def check(rig: Any) -> None:
    ids = [e.id for e in rig.app.tree.walk() if e.id]
    assert len(ids) == len(set(ids))
    assert rig.front.values.keys() == set(ids)
    drafts = rig.app.forms.held()
    for element in rig.app.tree.walk():
        if element.id and not element.is_container and element.id not in drafts:
            assert element.id in rig.app.registrations
            assert same(rig.front.values[element.id], element.value)


def shape(rig: Any) -> list[tuple[str, str, Any]]:
    # What a fragment that is gone had drawn elsewhere stays as an empty place.
    shown = [e for e in rig.app.tree.walk() if e.kind != "outside" or e.children]
    return [(e.kind, e.id, e.props.get("body")) for e in shown]


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(some.lists(parts(), min_size=1, max_size=2), acts)
def test_after_any_runs_of_fragments_the_page_is_as_after_a_run_of_everything(
    make_rig: Any, tree: list[Part], done: list[tuple[int, bool]]
) -> None:
    for number, part in enumerate(tree):
        for one in part.all():
            one.name = f"{number}{one.name}"
    rig = make_rig().execute(script(tree))
    assert rig.errors == []
    for number, settle in done:
        act(rig, number, settle=settle)
        if settle:
            check(rig)
    rig.settle()
    check(rig)
    before, state = shape(rig), rig.state
    rig.app.ask("a test")
    rig.settle()
    assert shape(rig) == before
    # A fragment in another one that calls it no more loses its values with the next run of everything only.
    assert rig.state.items() <= state.items()
