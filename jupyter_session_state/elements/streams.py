"""Texts that come piece by piece, shown while they come."""

from __future__ import annotations

import asyncio
import inspect
import re
from collections.abc import AsyncGenerator, Callable, Generator, Iterable, Iterator
from typing import Any, cast

from jupyter_session_state._core.element import Element
from jupyter_session_state._core.spec import drawing
from jupyter_session_state.elements import data_messages
from jupyter_session_state.elements.long_texts import shortened
from jupyter_session_state.elements.tables import is_frame_like
from jupyter_session_state.elements.texts import markdown

_MARKDOWN: Callable[[str], Element] = cast("Any", markdown).spec.declare


class StreamingOutput(list[Any]):
    """What `st.write_stream` returns if not all was text; `st.write` shows it as it was shown first."""

    __slots__ = ()


@drawing
def write_stream(
    at: Any,
    stream: Callable[..., Any] | Generator[Any, Any, Any] | Iterable[Any] | AsyncGenerator[Any, Any],
    *,
    cursor: str | None = None,
) -> list[Any] | str:
    """What an iterable gives, as it comes; texts that follow each other grow into one.

    Mirrors ``streamlit.write_stream``. Chunks of OpenAI and LangChain are texts too. A chunk that can be called is
    called; anything else goes to `st.write`.

    Parameters
    ----------
    stream
        A generator or a function that is one, plain or asynchronous, or anything to iterate over.
    cursor
        What stands at the end of a text that still grows.

    Returns
    -------
    str or list
        The text, if there was nothing else, or else all there was.

    Raises
    ------
    StreamlitAPIException
        If it cannot be iterated over, or is a text or a table.

    Examples
    --------
    >>> answer = st.write_stream(client.stream(question), cursor=" ▌")  # doctest: +SKIP
    """
    writer = _Writer(at, cursor or "")
    for chunk in _chunks(stream):
        writer.take(_text_of(chunk))
    return writer.finish()


def is_stream(value: Any) -> bool:
    """Whether `st.write` shows a value piece by piece."""
    tests = (inspect.isgenerator, inspect.isgeneratorfunction, inspect.isasyncgen, inspect.isasyncgenfunction)
    return (
        any(test(value) for test in tests) or re.match(r"openai\..*\bStream$", _class_name(value)) is not None
    )


class _Writer:
    """What was written so far, and the text that still grows."""

    def __init__(self, at: Any, cursor: str) -> None:
        self._at, self._cursor = at, cursor
        self._spot: Any = None
        self._text = ""
        self._written = StreamingOutput()

    def take(self, chunk: Any) -> None:
        if isinstance(chunk, str):
            self._grow(chunk)
            return
        self._end_text()
        if callable(chunk):
            chunk()
            return
        self._at.write(chunk)
        self._written.append(chunk)

    def _grow(self, chunk: str) -> None:
        if not chunk:
            return
        self._text += chunk
        self._show(self._cursor if self._spot is not None else "")

    def _show(self, end: str) -> None:
        """Show the text so far; not by `st.markdown`, which would remember every state of it."""
        text, said = shortened(self._text)
        body = f"{text}\n\n{said}" if said else text + end
        self._spot = (self._spot or self._at).emit(_MARKDOWN(body))

    def _end_text(self) -> None:
        if self._spot is None:
            return
        if self._cursor:
            self._show("")
        self._written.append(self._text)
        self._spot, self._text = None, ""

    def finish(self) -> list[Any] | str:
        self._end_text()
        match self._written:
            case []:
                return ""
            case [str() as text]:
                return text
        return self._written


# -- where chunks come from --------------------------------------------------------------------------------


def _chunks(stream: Any) -> Iterator[Any]:
    if isinstance(stream, str) or is_frame_like(stream):
        raise data_messages.no_stream(stream)
    if inspect.isgeneratorfunction(stream) or inspect.isasyncgenfunction(stream):
        stream = stream()
    if inspect.isasyncgen(stream):
        return _awaited(stream)
    try:
        return iter(stream)
    except TypeError:
        raise data_messages.not_iterable(stream) from None


def _awaited(stream: AsyncGenerator[Any, Any]) -> Iterator[Any]:
    """Yield what an asynchronous generator gives; each chunk is shown before the next is waited for."""
    loop = asyncio.new_event_loop()
    try:
        while True:
            try:
                chunk = _run(loop, stream)
            except StopAsyncIteration:
                return
            yield chunk
    finally:
        loop.close()


def _run(loop: asyncio.AbstractEventLoop, stream: AsyncGenerator[Any, Any]) -> Any:
    """Wait for the next chunk, also where another loop is running: a kernel's thread has one."""
    running = asyncio._get_running_loop()  # noqa: SLF001 - documented for event loops
    asyncio._set_running_loop(None)  # noqa: SLF001
    try:
        return loop.run_until_complete(anext(stream))
    finally:
        asyncio._set_running_loop(running)  # noqa: SLF001


# -- chunks of language models, known by their look --------------------------------------------------------

_TEXT_EVENTS = ("response.output_text.delta", "response.refusal.delta")


def _text_of(chunk: Any) -> Any:
    """Return the text in a chunk of a language model; any other chunk as it is."""
    name = _class_name(chunk)
    read = next((read for pattern, read in _READERS if pattern.fullmatch(name)), None)
    if read is None:
        return chunk
    try:
        return read(chunk) or ""
    except AttributeError as error:
        raise data_messages.unreadable_chunk(name, error) from error


def _class_name(value: Any) -> str:
    return f"{type(value).__module__}.{type(value).__qualname__}"


def _completion(chunk: Any) -> Any:
    if not chunk.choices or chunk.choices[0].delta is None:
        return ""
    return chunk.choices[0].delta.content


def _event(chunk: Any) -> Any:
    return chunk.delta if chunk.type in _TEXT_EVENTS else ""


_READERS = (
    (re.compile(r"openai\..+\.ChatCompletionChunk"), _completion),
    (re.compile(r"openai\..+\.Response.+Event"), _event),
    (re.compile(r"langchain_core\.messages\.ai\.AIMessageChunk"), lambda chunk: chunk.content),
)
"""Names of their classes, and what reads them."""
