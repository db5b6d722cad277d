"""The kernel's end of grids: the traits of their views, and the answers to what they ask."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from jupyter_session_state._jupyter.markup import markdown_html
from jupyter_session_state._jupyter.markup.escape import sound
from jupyter_session_state._jupyter.view import Traits, View
from jupyter_session_state._jupyter.views.grid import Grid
from jupyter_session_state.elements.cell_buttons import KIND, click_on
from jupyter_session_state.elements.grid_cells import full_text, is_missing
from jupyter_session_state.elements.grid_data import BLOCK, GridData, sorting_of, whole

if TYPE_CHECKING:
    from jupyter_session_state._core.app import App
    from jupyter_session_state._jupyter.events import Events

LONGEST_SEARCH = 1_000
LONGEST_CELL = 100_000

Answer = tuple[dict[str, Any], Sequence[bytes]]


def traits(props: Mapping[str, Any]) -> Traits:
    """Return the traits of a view, without its value."""
    data: GridData = props["grid"].value
    return {
        "columns": [_sound(column.told()) for column in data.columns],
        "first": _sound(data.first()),
        "total_rows": data.grid.total_rows,
        "total_columns": data.total_columns,
        "version": hashlib.blake2b(data.version.encode("utf-8", "replace"), digest_size=8).hexdigest(),
        "options": _options(props),
        "source": data,
    }


def _options(props: Mapping[str, Any]) -> dict[str, Any]:
    found = {
        "modes": list(props.get("selection_mode", ())),
        "block": props["grid"].value.block_rows,
        "alt": props.get("alt"),
        "placeholder": props.get("placeholder"),
        "height": props.get("height"),
        "width": props.get("width"),
        "row_height": props.get("row_height"),
        **props.get("editing", {}),
    }
    return {name: _sound(value) for name, value in found.items() if value is not None}


def _sound(value: Any) -> Any:
    """Return a plain value whose texts can all travel."""
    if isinstance(value, str):
        return sound(value)
    if isinstance(value, dict):
        return {sound(name): _sound(item) for name, item in value.items()}
    return [*map(_sound, value)] if isinstance(value, (list, tuple)) else value


def heard(widget: Grid, content: Mapping[str, Any], events: Events, app: App) -> None:
    """Answer what a view asks or tells: any thread; files are made on the main one."""
    answers = {**_ANSWERS, "press": partial(_pressed, app, widget.version)}
    answer = answers.get(str(content.get("event")))
    data = widget.source

    def send() -> None:
        if answer is not None and isinstance(data, GridData) and widget.comm is not None:
            told, buffers = _answered(answer, data, content)
            widget.send({**told, "id": content.get("id"), "version": widget.version}, list(buffers))

    if content.get("event") == "save":
        events.later(send)
    else:
        send()


def _answered(answer: Any, data: GridData, content: Mapping[str, Any]) -> Answer:
    try:
        told = answer(data, content)
    except Exception as error:  # noqa: BLE001 - methods of the author's values; the page says what it was
        return {"op": "failed", "problem": sound(f"{type(error).__name__}: {error}"[:500])}, []
    return told if isinstance(told, tuple) else (told, [])


def _rows(data: GridData, content: Mapping[str, Any]) -> dict[str, Any]:
    start, count = whole(content.get("start"), 2**53), whole(content.get("count"), BLOCK * 5 + 1)
    block = data.block(start, min(count, data.block_rows), sorting_of(data, content.get("sort")))
    return {"op": "rows", "block": _sound(block)}


def _found(data: GridData, content: Mapping[str, Any]) -> dict[str, Any]:
    text = str(content.get("text") or "")[:LONGEST_SEARCH]
    cells, after = data.find(text, sorting_of(data, content.get("sort")), _start(data, content))
    return {"op": "found", "cells": [[row, column] for row, column in cells], "next": after}


def _cell(data: GridData, content: Mapping[str, Any]) -> dict[str, Any]:
    row = whole(content.get("row"), data.grid.total_rows)
    column = whole(content.get("column"), len(data.columns))
    value = data.cell(row, column)
    text = "" if is_missing(value) else full_text(value)[:LONGEST_CELL]
    told = {"op": "cell", "text": sound(text)}
    return {**told, "html": markdown_html(text)} if data.columns[column].type == "markdown" else told


def _saved(data: GridData, content: Mapping[str, Any]) -> Answer:
    part, after = data.csv(sorting_of(data, content.get("sort")), _start(data, content))
    return {"op": "file", "next": after}, [part]


def _pressed(app: App, version: str, data: GridData, content: Mapping[str, Any]) -> dict[str, Any]:
    """Pass on that a button in a cell was clicked, if it is the one that was seen."""
    if content.get("seen") != version:
        raise ValueError("the table changed before the click arrived, so it was not passed on; click again")
    key, click = click_on(data, content.get("row"), content.get("column"), content.get("entry"))
    listening = (r.id for r in tuple(app.registrations.values()) if r.key == key and r.kind == KIND)
    element_id = next(listening, None)
    if element_id is None:
        raise ValueError("this button has no effect now")
    app.click(element_id, click)
    return {"op": "pressed"}


def _start(data: GridData, content: Mapping[str, Any]) -> int:
    return whole(content.get("start", 0), data.grid.total_rows + 1)


_ANSWERS = {"rows": _rows, "find": _found, "cell": _cell, "save": _saved}

GRID = View(
    Grid,
    traits,
    to_trait=lambda value, props: value,
    label=lambda props: "",
)
"""The view of tables."""
