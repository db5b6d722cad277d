"""Whatever it is, shown."""

from __future__ import annotations

import dataclasses
import io
import re
import types
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

from jupyter_session_state._core.place import Place
from jupyter_session_state._core.spec import drawing
from jupyter_session_state.elements.absent import Absent, note_of
from jupyter_session_state.elements.figures import is_figure
from jupyter_session_state.elements.helps import has_address
from jupyter_session_state.elements.jsons import is_json_like
from jupyter_session_state.elements.long_texts import draw_text
from jupyter_session_state.elements.secret_values import AttrDict, Secrets
from jupyter_session_state.elements.streams import StreamingOutput, is_stream
from jupyter_session_state.elements.tables import is_frame_like

Draw: TypeAlias = Callable[[Any, Any], object]


@drawing
def write(at: Any, *args: Any, unsafe_allow_html: bool = False) -> None:
    """Show values, each in the way that fits it. Mirrors ``streamlit.write``.

    A str is Markdown; numbers, dates, None and the like are text in code style; neighbours make one
    paragraph. Dicts, lists and session state are a tree, frames and arrays a table, figures a picture. A
    generator is written as it comes. Functions, classes and modules tell what they are.

    Parameters
    ----------
    *args
        What to show.
    unsafe_allow_html
        Whether HTML in texts counts; it is sanitised even then.

    Examples
    --------
    >>> st.write("Found", len(rows), "rows:", df)  # doctest: +SKIP
    """
    write_values(at, args, html=unsafe_allow_html)


def write_values(at: Any, args: tuple[Any, ...], *, html: bool) -> None:
    """Show values one after the other, texts that are neighbours as one paragraph."""
    texts: list[str] = []
    for value in args:
        draw = None if isinstance(value, str) else _how(value, html=html)
        if draw is None:
            texts.append(value if isinstance(value, str) else _code(str(value)))
            continue
        if draw is not _draw_html:  # which Streamlit puts before the texts that came before it
            _draw_texts(at, texts, html=html)
        draw(at, value)
    _draw_texts(at, texts, html=html)


def _draw_texts(at: Any, texts: list[str], *, html: bool) -> None:
    """Draw the texts so far as one paragraph and forget them."""
    if texts:
        body = texts[0] if len(texts) == 1 else " ".join(texts)
        draw_text(at, body, html=html)
        texts.clear()


def _code(text: str) -> str:
    """Return Markdown that shows a text as it is, within more backticks than it has in a row."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    if "\n" in text:
        fence = "`" * max(3, longest + 1)
        return f"\n\n{fence}\n{text}\n{fence}\n\n"
    ticks = "`" * (longest + 1)
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{ticks}{pad}{text}{pad}{ticks}"


# -- which value is shown how ------------------------------------------------------------------------------


def _how(value: Any, *, html: bool) -> Draw | None:
    """Return the function that draws a value at a place; None if it is shown as text."""
    draw = next((draw for test, draw in _TABLE if test(value)), None)
    if draw is not None:
        return draw
    if html and callable(getattr(value, "_repr_html_", None)):
        return _draw_html
    return _draw_help if has_address(str(value)) else None


_CODE = (
    types.BuiltinFunctionType,
    types.BuiltinMethodType,
    types.FunctionType,
    types.MethodType,
    types.ModuleType,
    type,
    Place,
)


def _is_code(value: Any) -> bool:
    return isinstance(value, _CODE) or dataclasses.is_dataclass(value)


def _lineage(value: Any) -> Iterator[tuple[str, str]]:
    """Yield package and name of each class of a value."""
    for cls in type(value).__mro__:
        yield cls.__module__.partition(".")[0], cls.__name__


def _is_picture(value: Any) -> bool:
    return ("PIL", "Image") in _lineage(value)


_CHARTS = {
    ("altair", "TopLevelMixin"): "altair_chart",
    ("graphviz", "Dot"): "graphviz_chart",
    ("graphviz", "Source"): "graphviz_chart",
    ("plotly", "BaseFigure"): "plotly_chart",
    ("pydeck", "Deck"): "pydeck_chart",
}
"""Package and class of charts, and the function that draws them."""

_LATER = {
    ("bokeh", "Model"): "bokeh_chart",
}
"""Package and class of what has a function of its own that is not there yet."""


def _function_for(value: Any, table: Mapping[tuple[str, str], str]) -> str | None:
    return next((table[name] for name in _lineage(value) if name in table), None)


def _draw_chart(at: Any, value: Any) -> None:
    getattr(at, str(_function_for(value, _CHARTS)))(value)


def _draw_later(at: Any, value: Any) -> None:
    cls = type(value)
    at.note(
        f"This is a `{cls.__module__.partition('.')[0]}` {cls.__name__}. It will be shown by "
        f"`st.{_function_for(value, _LATER)}`, which is not there yet."
    )


def _is_formula(value: Any) -> bool:
    return ("sympy", "Basic") in _lineage(value)


def _is_secret(value: Any) -> bool:
    return isinstance(value, (Secrets, AttrDict))


def _draw_picture(at: Any, value: Any) -> None:
    at.image(value)


def _draw_html(at: Any, value: Any) -> None:
    at.html(value)


def _draw_help(at: Any, value: Any) -> None:
    at.help(value)


def _draw_output(at: Any, value: Any) -> None:
    """Show what a stream gave, as it was shown while it came."""
    for item in value:
        if callable(item):
            item()
        else:
            at.write(item)


_TABLE: tuple[tuple[Callable[[Any], bool], Draw], ...] = (
    (lambda value: isinstance(value, Absent), lambda _, value: note_of(value)),
    (lambda value: isinstance(value, BaseException), lambda at, value: at.exception(value)),
    (lambda value: isinstance(value, StreamingOutput), _draw_output),
    (is_stream, lambda at, value: at.write_stream(value)),
    (_is_code, _draw_help),
    (is_figure, lambda at, value: at.pyplot(value)),
    (_is_picture, _draw_picture),
    (lambda value: _function_for(value, _CHARTS) is not None, _draw_chart),
    (lambda value: _function_for(value, _LATER) is not None, _draw_later),
    (_is_secret, lambda at, value: at.markdown(_code(repr(value)))),
    (_is_formula, lambda at, value: at.latex(value)),
    (is_json_like, lambda at, value: at.json(value)),
    (is_frame_like, lambda at, value: at.dataframe(value)),
    (lambda value: isinstance(value, io.StringIO), lambda at, value: at.markdown(value.getvalue())),
)
"""Tests in their order, and what draws what passes them."""
