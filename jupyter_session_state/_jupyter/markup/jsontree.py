"""JSON as a tree to open and close, without a script: nested ``<details>``."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from jupyter_session_state._jupyter.markup.escape import cut, escape, note, shorten

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

NODES_LIMIT: Final = 2_000
DEPTH_LIMIT: Final = 60
STRING_LIMIT: Final = 2_000
BODY_LIMIT: Final = 2_000_000  # longer texts are not read as JSON
TEXT_LIMIT: Final = 200_000


def json_html(props: Mapping[str, Any]) -> str:
    """Draw a tree of the values, opened down to ``expanded``; what is no JSON is shown as the text it is."""
    body = str(props.get("body", ""))
    try:
        value = json.loads(body) if len(body) <= BODY_LIMIT else _UNREAD
    except (ValueError, RecursionError):
        value = _UNREAD
    if value is _UNREAD:
        shown, cut_note = cut(body, TEXT_LIMIT)
        return f'<pre class="jss-json-tree">{escape(shown)}</pre>{cut_note}'
    tree = _Tree(open_to=_depth(props.get("expanded", True)))
    return f'<div class="jss-json-tree">{tree.node("", value, 0)}</div>{tree.left_out(value)}'


_UNREAD: Final = object()


def _depth(expanded: object) -> float:
    if isinstance(expanded, bool) or not isinstance(expanded, int):
        return math.inf if expanded else 0
    return expanded


@dataclass(slots=True)
class _Tree:
    """The tree under construction and what it may still hold."""

    open_to: float
    budget: int = NODES_LIMIT
    cut: bool = field(default=False)

    def node(self, key: str, value: Any, depth: int) -> str:
        """Draw one value, with the key it stands under."""
        self.budget -= 1
        if isinstance(value, dict):
            return self._branch(key, value.items(), len(value), "{}", depth)
        if isinstance(value, list):
            return self._branch(key, enumerate(value), len(value), "[]", depth)
        return f'<div class="jss-json-leaf">{key}{_leaf(value)}</div>'

    def _branch(self, key: str, items: Any, size: int, brackets: str, depth: int) -> str:
        opening, closing = brackets[0], brackets[1]
        if not size:
            return f'<div class="jss-json-leaf">{key}<span class="jss-json-mark">{brackets}</span></div>'
        if depth >= DEPTH_LIMIT:
            self.cut = True
            mark = f'<span class="jss-json-mark">{opening}…{closing}</span>'
            return f'<div class="jss-json-leaf">{key}{mark}</div>'
        is_open = " open" if depth < self.open_to else ""
        count = f'<span class="jss-json-count">{size:,} item{"s" * (size != 1)}</span>'
        return (
            f'<details{is_open}><summary>{key}<span class="jss-json-mark">{opening}</span>{count}</summary>'
            f'<div class="jss-json-branch">{"".join(self._children(items, depth))}</div>'
            f'<div class="jss-json-mark">{closing}</div></details>'
        )

    def _children(self, items: Any, depth: int) -> Iterator[str]:
        for name, value in items:
            if self.budget <= 0:
                self.cut = True
                yield '<div class="jss-json-leaf"><span class="jss-json-mark">…</span></div>'
                return
            yield self.node(_key(name), value, depth + 1)

    def left_out(self, value: Any) -> str:
        """Say in a note how much of the value the tree holds."""
        if not self.cut:
            return ""
        shown, total = NODES_LIMIT - max(self.budget, 0), _count(value)
        return note(f"JSON cut: {shown:,} of its {total:,} values are shown.")


def _key(name: str | int) -> str:
    if isinstance(name, int):
        return f'<span class="jss-json-index">{name}: </span>'
    text = json.dumps(shorten(name, STRING_LIMIT), ensure_ascii=False)
    return f'<span class="jss-json-key">{escape(text)}</span>: '


def _leaf(value: Any) -> str:
    if isinstance(value, str):
        text = json.dumps(shorten(value, STRING_LIMIT), ensure_ascii=False)
        return f'<span class="jss-json-string">{escape(text)}</span>'
    kind = "null" if value is None else "bool" if isinstance(value, bool) else "number"
    return f'<span class="jss-json-{kind}">{escape(json.dumps(value))}</span>'


def _count(value: Any) -> int:
    """How many values there are, without recursion: what was cut may be deep."""
    total, waiting = 0, [value]
    while waiting:
        total += 1
        inner = waiting.pop()
        if isinstance(inner, dict):
            waiting.extend(inner.values())
        elif isinstance(inner, list):
            waiting.extend(inner)
    return total
