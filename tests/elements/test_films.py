"""Sounds, films, documents: bytes, addresses, times, subtitles."""

from __future__ import annotations

import datetime as dt
import io
import wave
from pathlib import Path
from typing import Any

import pytest

import jupyter_session_state as st
from jupyter_session_state import errors

np = pytest.importorskip("numpy")
CUES = "1\n00:00:01,000 --> 00:00:02,000\nHello\n"


def props(app: Any, draw: Any) -> Any:
    run = app(draw)
    if run.error:
        raise run.error
    return run.only.props


@pytest.mark.parametrize(("shape", "channels"), [((100,), 1), ((2, 100), 2), ((0,), 1)])
def test_samples_become_a_wav_file(shape: tuple[int, ...], channels: int, app: Any) -> None:
    data = np.linspace(-3, 3, int(np.prod(shape))).reshape(shape)
    blob = props(app, lambda: st.audio(data, sample_rate=8000))["source"]
    with wave.open(io.BytesIO(blob.data)) as file:
        assert (file.getnchannels(), file.getframerate(), file.getsampwidth()) == (channels, 8000, 2)
        samples = np.frombuffer(file.readframes(1000), "<i2")
    assert blob.mime == "audio/wav"
    assert samples.size == data.size
    assert not data.size or samples.max() == 32767


def test_silence_is_no_division_by_zero(app: Any) -> None:
    blob = props(app, lambda: st.audio(np.zeros(10), sample_rate=8))["source"]
    assert blob.data[44:] == bytes(20)


def test_samples_need_a_rate_and_at_most_two_dimensions(app: Any) -> None:
    with pytest.raises(errors.StreamlitMissingRequiredParameterError, match="sample_rate"):
        props(app, lambda: st.audio(np.zeros(3)))
    with pytest.raises(errors.StreamlitAPIException, match="3 dimensions"):
        props(app, lambda: st.audio(np.zeros((1, 2, 3)), sample_rate=1))


@pytest.mark.parametrize("data", [b"x", io.BytesIO(b"x"), bytearray(b"x")])
def test_bytes_have_the_type_that_was_given(data: Any, app: Any) -> None:
    assert props(app, lambda: st.audio(data, "audio/ogg"))["source"].mime == "audio/ogg"
    assert props(app, lambda: st.video(b"x", "text/html"))["source"].mime == "video/mp4"


def test_a_file_has_the_type_of_its_name(tmp_path: Path, app: Any) -> None:
    file = tmp_path / "x.mp3"
    file.write_bytes(b"x")
    assert props(app, lambda: st.audio(file))["source"].mime == "audio/mpeg"
    with file.open("rb") as opened:
        assert props(app, lambda: st.audio(opened))["source"].data == b"x"


def test_an_address_stays_one_and_nothing_is_nothing(app: Any) -> None:
    assert props(app, lambda: st.video("https://a.example/x.mp4"))["source"] == "https://a.example/x.mp4"
    assert props(app, lambda: st.audio(None))["source"] is None


@pytest.mark.parametrize(
    "address",
    [
        "https://youtu.be/abcdefghijk",
        "https://www.youtube.com/watch?v=abcdefghijk",
        "https://www.youtube.com/embed/abcdefghijk",
    ],
)
def test_a_film_of_youtube_is_its_page(address: str, app: Any) -> None:
    drawn = props(app, lambda: st.video(address, start_time=5))
    assert (drawn["page"], drawn["source"]) == (True, "https://www.youtube.com/watch?v=abcdefghijk&t=5")
    with pytest.raises(errors.StreamlitIncompatibleParametersError):
        props(app, lambda: st.video(address, subtitles=CUES))


@pytest.mark.parametrize("start", [90, 90.7, "1m30s", "90s", dt.timedelta(seconds=90)])
def test_times_come_in_any_form(start: Any, app: Any) -> None:
    drawn = props(app, lambda: st.audio(b"x", start_time=start, end_time="2m"))
    assert (drawn["start"], drawn["end"]) == (90, 120)


@pytest.mark.parametrize(
    "times", [{"start_time": "soon"}, {"end_time": object()}, {"start_time": -1}, {"end_time": 0}]
)
def test_times_that_do_not_fit_are_refused(times: Any, app: Any) -> None:
    with pytest.raises(errors.StreamlitAPIException, match=r"time|seconds"):
        props(app, lambda: st.video(b"x", **times))


def test_subtitles_are_made_readable_for_browsers(tmp_path: Path, app: Any) -> None:
    file = tmp_path / "x.srt"
    file.write_text(CUES)
    for track in (CUES, file, str(file), CUES.encode(), io.BytesIO(CUES.encode())):
        (found,) = props(app, lambda track=track: st.video(b"x", subtitles=track))["subtitles"]
        assert found[0] == "default"
        assert found[1].data.startswith(b"WEBVTT\n\n1\n00:00:01.000 -->")
    named = props(app, lambda: st.video(b"x", subtitles={"English": "WEBVTT\n", "": CUES}))["subtitles"]
    assert [label for label, _ in named] == ["English", ""]


@pytest.mark.parametrize("track", ["no times", 5, Path("nowhere.vtt")])
def test_subtitles_that_are_none_are_named(track: Any, app: Any) -> None:
    with pytest.raises(errors.StreamlitAPIException, match="subtitles 'de'"):
        props(app, lambda: st.video(b"x", subtitles={"de": track}))


@pytest.mark.parametrize("draw", [lambda: st.audio(5), lambda: st.video(object())])
def test_what_is_no_medium_is_a_wrong_type(draw: Any, app: Any) -> None:
    with pytest.raises(errors.StreamlitInvalidParameterTypeError):
        props(app, draw)


def test_a_width_by_content_is_refused(app: Any) -> None:
    with pytest.raises(errors.StreamlitInvalidWidthError):
        props(app, lambda: st.audio(b"x", width="content"))  # type: ignore[arg-type]


def test_a_pdf_is_taken_from_anywhere(tmp_path: Path, app: Any) -> None:
    file = tmp_path / "x.pdf"
    file.write_bytes(b"%PDF-1.7")
    with file.open("rb") as opened:
        for data in (file, str(file), b"%PDF-1.7", io.BytesIO(b"%PDF-1.7"), opened):
            assert props(app, lambda data=data: st.pdf(data))["source"].mime == "application/pdf"
    assert props(app, lambda: st.pdf("https://a.example/x.pdf"))["source"] == "https://a.example/x.pdf"


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (None, errors.StreamlitMissingRequiredParameterError),
        (b"no", errors.StreamlitAPIException),
        (5, errors.StreamlitInvalidParameterTypeError),
        ("nowhere.pdf", errors.StreamlitAPIException),
    ],
)
def test_what_is_no_pdf_is_refused(data: Any, error: type[Exception], app: Any) -> None:
    with pytest.raises(error):
        props(app, lambda: st.pdf(data))


def test_a_pdf_has_a_height(app: Any) -> None:
    with pytest.raises(errors.StreamlitInvalidHeightError):
        props(app, lambda: st.pdf(b"%PDF-", height=0))
