"""Texts that come piece by piece."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

import jupyter_session_state as st
from jupyter_session_state.elements.long_texts import LONGEST
from jupyter_session_state.elements.streams import StreamingOutput
from tests.elements.conftest import FunctionApp


def words() -> Iterator[str]:
    yield "one "
    yield ""
    yield "two"


def mixed() -> Iterator[Any]:
    yield from ("a", "b", 1, {"k": 2}, "c")


async def waits() -> AsyncIterator[str]:
    for word in ("some ", "time"):
        await asyncio.sleep(0)
        yield word


def like(name: str, **attributes: Any) -> Any:
    """An object whose class has this full name."""
    module, _, cls = name.rpartition(".")
    made = type(cls, (), {"__module__": module})()
    made.__dict__.update(attributes)
    return made


def completion(*contents: Any) -> Any:
    choices = [SimpleNamespace(delta=None if c == "none" else SimpleNamespace(content=c)) for c in contents]
    return like("openai.types.chat.chat_completion_chunk.ChatCompletionChunk", choices=choices)


def event(kind: str, delta: Any) -> Any:
    return like("openai.types.responses.ResponseTextDeltaEvent", type=kind, delta=delta)


def message(content: str) -> Any:
    return like("langchain_core.messages.ai.AIMessageChunk", content=content)


TEXTS: list[tuple[Any, str]] = [
    (words, "one two"),
    (words(), "one two"),
    (["a", "b"], "ab"),
    (iter("ab"), "ab"),
    ({"a": 1, "b": 2}, "ab"),
    (waits, "some time"),
    (waits(), "some time"),
    ([completion(), completion("he"), completion(None), completion("none"), completion("llo")], "hello"),
    (
        [
            event("response.created", None),
            event("response.output_text.delta", "x"),
            event("response.refusal.delta", "y"),
        ],
        "xy",
    ),
    ([message("la"), message(""), message("ng")], "lang"),
]


@pytest.mark.parametrize(("stream", "text"), TEXTS, ids=lambda value: type(value).__name__)
def test_texts_grow_into_one(app: Any, stream: Any, text: str) -> None:
    shown = app(lambda: st.write_stream(stream))
    assert shown.value == text
    assert [(e.kind, e.props["body"]) for e in shown.drawn] == [("markdown", text)]


def test_other_values_are_written_between_the_texts(app: Any) -> None:
    shown = app(lambda: st.write_stream(mixed))
    assert shown.value == ["ab", 1, {"k": 2}, "c"]
    assert shown.kinds == ["markdown", "markdown", "json", "markdown"]


def test_what_was_returned_can_be_written_again(app: Any) -> None:
    def script() -> None:
        st.write("before", StreamingOutput(["ab", lambda: st.text("called"), 1]), "after")

    assert app(script).kinds == ["markdown", "markdown", "text", "markdown", "markdown"]


def test_what_can_be_called_is_called(app: Any) -> None:
    shown = app(lambda: st.write_stream(iter(["a", lambda: st.text("called"), "b"])))
    assert shown.kinds == ["markdown", "text", "markdown"]
    assert shown.value == ["a", "b"]


def test_nothing_is_an_empty_text(app: Any) -> None:
    shown = app(lambda: st.write_stream([]))
    assert (shown.value, shown.kinds) == ("", [])


@pytest.mark.parametrize("stream", ["text", b"", 5, None, lambda: "a", [1]])
def test_only_what_can_be_iterated_is_a_stream(app: Any, stream: Any) -> None:
    shown = app(lambda: st.write_stream(stream))
    if isinstance(stream, (list, bytes)):
        assert shown.error is None
    else:
        assert isinstance(shown.error, st.errors.StreamlitAPIException)
        assert "st.write_stream" in str(shown.error)


def test_frames_belong_to_write(app: Any) -> None:
    pd = pytest.importorskip("pandas")
    shown = app(lambda: st.write_stream(pd.DataFrame({"a": [1]})))
    assert isinstance(shown.error, st.errors.StreamlitInvalidParameterTypeError)


def test_a_chunk_that_looks_otherwise_than_expected_is_named(app: Any) -> None:
    shown = app(lambda: st.write_stream([like("openai.x.ChatCompletionChunk")]))
    assert "openai.x.ChatCompletionChunk" in str(shown.error)


def test_a_text_is_there_before_the_next_chunk_is_asked_for(app: Any) -> None:
    seen: list[str] = []
    apps: list[FunctionApp] = []

    def look() -> None:
        run = apps[0].app.running
        assert run is not None
        seen.extend(e.props["body"] for e in run.tree().walk() if e.kind == "markdown")

    def slowly() -> Iterator[str]:
        for word in ("a", "b", "c"):
            yield word
            look()

    apps.append(app(lambda: st.write_stream(slowly(), cursor="|") if apps else None))
    apps[0].run()
    assert seen == ["a", "ab|", "abc|"]
    assert apps[0].only.props["body"] == "abc"


def test_an_asynchronous_stream_is_read_where_a_loop_is_running_already(app: Any) -> None:
    async def in_a_loop() -> Any:
        return app(lambda: st.write_stream(waits)).value

    assert asyncio.run(in_a_loop()) == "some time"


def test_what_came_before_an_error_stays(app: Any) -> None:
    def fails() -> Iterator[str]:
        yield "partial"
        raise ValueError("no")

    shown = app(lambda: st.write_stream(fails))
    assert shown.kinds == ["markdown", "exception"]


def test_a_very_long_text_is_cut_on_the_page_and_returned_whole(app: Any) -> None:
    shown = app(lambda: st.write_stream(iter(["x" * LONGEST, "y"])))
    assert len(shown.value) == LONGEST + 1
    assert f"{LONGEST + 1:,}" in shown.only.props["body"]


def test_states_of_a_growing_text_are_not_remembered(app: Any) -> None:
    shown = app(lambda: st.write_stream(str(n) for n in range(100)))
    assert len(shown.app.calls) == 0


def in_a_spot() -> Any:
    return st.empty().write_stream(words)


def in_a_container() -> Any:
    return st.container().write_stream(words)


@pytest.mark.parametrize("draw", [in_a_spot, in_a_container])
def test_it_is_a_method_of_places(app: Any, draw: Callable[[], Any]) -> None:
    shown = app(draw)
    assert (shown.value, shown.kinds) == ("one two", ["markdown"])


CHUNKS = some.lists(some.text(max_size=3) | some.integers(), max_size=8)


@given(CHUNKS)
def test_nothing_is_lost(chunks: list[Any]) -> None:
    apps = FunctionApp(lambda: st.write_stream(chunks), {})
    value = apps.value
    parts = [value] if isinstance(value, str) else value
    texts = "".join(p for p in parts if isinstance(p, str))
    assert texts == "".join(c for c in chunks if isinstance(c, str))
    assert [p for p in parts if not isinstance(p, str)] == [c for c in chunks if not isinstance(c, str)]
