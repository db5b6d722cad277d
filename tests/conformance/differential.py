"""Play random sessions of random apps under Streamlit and under our AppTest, and compare.

    python differential.py 100 500      # the apps with these numbers; prints those that differ

An app is made from its number alone. It has widgets under four keys, drawn or not as three checkboxes say,
with callbacks, forms, assignments, deletions, reruns, stops and errors in between.
"""

from __future__ import annotations

import ast
import contextlib
import io
import logging
import random
import sys
from collections.abc import Iterator
from typing import Any

from jupyter_session_state._testing.blocks import Block
from jupyter_session_state._testing.widgets import Widget
from jupyter_session_state.testing import AppTest

Step = tuple[Any, ...]
KEYS = "abcd"
SWITCHES = ("x", "y", "z")
VALUES = {
    "str": ("'p'", "'q'"),
    "bool": ("True", "False"),
    "int": ("2", "5"),
    "option": ("'u'", "'w'", "'gone'"),
}
WIDGETS = {
    "str": ("st.text_input({label}, 'first'{more})", "st.text_input({label}{more}{keep})"),
    "bool": ("st.checkbox({label}, True{more})", "st.checkbox({label}{more})"),
    "int": ("st.number_input({label}, 0, 10, 3{more})", "st.slider({label}, 0, 10, 3{more})"),
    "option": (
        "st.selectbox({label}, ['u', 'v'] + ['w'] * x{more})",
        "st.selectbox({label}, ['u'], None{more})",
    ),
}
EDITS: dict[str, tuple[Any, ...]] = {
    "text_input": ("typed", "other", ""),
    "checkbox": (True, False),
    "number_input": (0, 4, 10),
    "slider": (0, 4, 10),
}


class Author:
    """Writes an app, and decides what its user does."""

    def __init__(self, number: int) -> None:
        self.random = random.Random(number)
        self.types = {key: self.random.choice(list(VALUES)) for key in KEYS}
        self.ends_callbacks = self.random.random() < 0.2

    def script(self) -> str:
        lines = [
            "import streamlit as st",
            "ss = st.session_state",
            "def callback():",
            "    st.text('callback')",
        ]
        lines += [f"    {self.statement(in_callback=True)}" for _ in range(self.random.randint(0, 3))]
        lines += [f"{name} = st.checkbox('{name}', key='{name}')" for name in SWITCHES]
        lines += [f"act = st.button('act', key='act'{self.maybe(', on_click=callback', 0.5)})"]
        for key in self.random.sample(KEYS, len(KEYS)):
            lines += [self.when(self.statement()) for _ in range(self.random.randint(0, 2))]
            if self.random.random() < 0.85:
                lines.append(self.when(self.widget(key)))
        lines += [self.when(self.statement()) for _ in range(self.random.randint(0, 2))]
        lines += [f"if act: {self.random.choice(['st.rerun()', 'st.stop()', '1 / 0'])}"] * (
            self.random.random() < 0.3
        )
        return "\n".join([*lines, "st.text(sorted((k, repr(v)) for k, v in ss.items()))"])

    def when(self, body: str) -> str:
        name = self.random.choice(SWITCHES)
        return f"if {self.random.choice(['True', name, f'not {name}', 'act'])}:\n    {body}"

    def maybe(self, text: str, chance: float) -> str:
        return text if self.random.random() < chance else ""

    def statement(self, *, in_callback: bool = False) -> str:
        key = self.random.choice(KEYS)
        value = self.random.choice(VALUES[self.types[key]])
        if in_callback and self.ends_callbacks and self.random.random() < 0.5:
            return self.random.choice(["st.rerun()", "st.stop()", "1 / 0"])
        forms = [
            "ss.{0} = {1}",
            "ss.setdefault('{0}', {1})",
            "ss.pop('{0}', 0)",
            "ss['{0}'] = ss.get('{0}', {1})",
        ]
        return self.random.choice(forms).format(key, value)

    def widget(self, key: str) -> str:
        keyed = self.maybe(f", key='{key}'", 0.85)
        callback = self.maybe(", on_change=callback", 0.5)
        more = keyed + self.maybe(", disabled=z", 0.15)
        template = self.random.choice(WIDGETS[self.types[key]])
        label = self.random.choice([f"'label {key}'", "'label %s' % y"])
        keep = self.maybe(", persist_state='session'", 0.5) if keyed else ""
        if self.random.random() < 0.8:
            return f"st.text(repr({template.format(label=label, more=more + callback, keep=keep)}))"
        drawn = template.format(label=label, more=more, keep=keep)
        submit = f"st.form_submit_button('send'{self.maybe(', on_click=callback', 0.4)})"
        clear = self.random.random() < 0.4
        return f"with st.form('f{key}', clear_on_submit={clear}):\n        st.text(repr(({drawn}, {submit})))"

    def steps(self) -> list[Step]:
        return [self.step() for _ in range(self.random.randint(4, 9))]

    def step(self) -> Step:
        sort = self.random.choice(["switch", "switch", "act", "edit", "edit", "edit", "send", "run", "set"])
        key = self.random.choice(KEYS)
        value = ast.literal_eval(self.random.choice(VALUES[self.types[key]]))
        return {
            "switch": ("switch", self.random.choice(SWITCHES)),
            "set": ("set", key, value),
        }.get(sort, (sort, self.random.randrange(100), self.random.randrange(100)))


class Player:
    """Plays the user of either AppTest: their interfaces are the same."""

    def __init__(self, test: Any, widget: type[Any], block: type[Any]) -> None:
        self.test, self.widget, self.block = test, widget, block

    def play(self, steps: list[Step]) -> Iterator[Any]:
        yield self.run()
        for step in steps:
            yield self.run() if self.apply(*step) else "refused"

    def apply(self, what: str, *more: Any) -> bool:
        try:
            self.edit(what, *more)
        except Exception:  # noqa: BLE001 - both name the reason in their own way
            return False
        return True

    def edit(self, what: str, *more: Any) -> None:
        if what == "set":
            self.test.session_state[more[0]] = more[1]
        elif what == "switch" and any(w.key == more[0] for w in self.test.checkbox):
            switch = self.test.checkbox(key=more[0])
            switch.set_value(not switch.value)
        elif what == "act" and any(w.key == "act" for w in self.test.button):
            self.test.button(key="act").click()
        elif what == "send":
            chosen(self.test.form_submit_button, more[0], lambda button: button.click())
        elif what == "edit":
            inputs = [w for w in self.widgets() if w.type != "button" and w.key not in SWITCHES]
            chosen(inputs, more[0], lambda w: w.set_value(self.value_for(w, more[1])))

    @staticmethod
    def value_for(widget: Any, number: int) -> Any:
        values = widget.options if widget.type == "selectbox" else EDITS[widget.type]
        return values[number % len(values)]

    def nodes(self) -> list[Any]:
        return [node for area in (self.test.main, self.test.sidebar) for node in area]

    def widgets(self) -> list[Any]:
        return [node for node in self.nodes() if isinstance(node, self.widget)]

    def run(self) -> Any:
        try:
            self.test.run()
        except (KeyError, ValueError):
            return (
                None  # theirs cannot go on with a key deleted below its widget, or a value that is no option
            )
        seen = [self.seen(node) for node in self.nodes() if not isinstance(node, self.block)]
        state = {k: repr(v) for k, v in sorted(self.test.session_state.to_dict().items())}
        return state, [s for s in seen if s[0] != "warning"]  # our own, about two values

    def seen(self, node: Any) -> tuple[Any, ...]:
        if node.type == "exception":
            kind = node.exception_type if self.block is Block else node.proto.type.rpartition(".")[2]
            return "exception", kind
        try:
            return node.type, node.key, repr(node.value)
        except KeyError:
            return node.type, node.key, "deleted"


def difference(number: int) -> str:
    """Return how the two differ for an app, or an empty text."""
    from streamlit.testing.v1 import AppTest as Theirs
    from streamlit.testing.v1 import element_tree

    author = Author(number)
    script, steps = author.script(), author.steps()
    logging.disable(logging.CRITICAL)
    try:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            theirs = Player(Theirs.from_string(script), element_tree.Widget, element_tree.Block).play(steps)
            ours = Player(AppTest.from_string(script), Widget, Block).play(steps)
            for index, (wanted, got) in enumerate(zip(theirs, ours, strict=True)):
                if wanted is None:
                    return ""
                if wanted != got:
                    return f"app {number} after {steps[:index]}\n{script}\n  theirs {wanted}\n  ours   {got}"
    finally:
        logging.disable(logging.NOTSET)
    return ""


def chosen(items: Any, number: int, act: Any) -> None:
    """Act on one of the items, if there are any."""
    if len(items):
        act(items[number % len(items)])


if __name__ == "__main__":
    found = [text for number in range(int(sys.argv[1]), int(sys.argv[2])) if (text := difference(number))]
    print(*found, f"{len(found)} differ", sep="\n")
    sys.exit(bool(found))
