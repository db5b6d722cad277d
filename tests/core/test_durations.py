"""Lengths of time as people write them, the way pandas reads them."""

from __future__ import annotations

import contextlib
import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jupyter_session_state._core.durations import seconds, size

UNITS = "W D days day h hr hours hour m min minutes s sec seconds ms millis us micros ns".split()  # noqa: SIM905
PARTS = st.lists(st.tuples(st.integers(0, 999), st.sampled_from(UNITS)), min_size=1, max_size=3)
BETWEEN = st.sampled_from(["", " ", ", "])


@given(PARTS, BETWEEN, st.sampled_from(["", "+", "-"]))
def test_it_reads_what_pandas_reads(parts: list[tuple[int, str]], between: str, sign: str) -> None:
    pandas = pytest.importorskip("pandas")
    text = sign + between.join(f"{number}{unit}" for number, unit in parts)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        expected = pandas.Timedelta(text).total_seconds()
    assert seconds(text) == pytest.approx(expected, abs=1e-6)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1d2h34m", 95_640),
        ("1.5 days", 129_600),
        ("2 days, 00:01:30", 172_890),
        ("01:02:03.5", 3_723.5),
        ("P1DT2H", 93_600),
        ("PT5M", 300),
        ("-1 day", -86_400),
        ("1h 30min", 5_400),
        ("5", 5e-9),
    ],
)
def test_common_ways_to_write_it(text: str, expected: float) -> None:
    assert seconds(text) == pytest.approx(expected)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "nonsense",
        "NaT",
        "1M",
        "1y",
        "1 hour 30",
        "3e5",
        "d",
        "1:30",
        "P",
        "--1d",
        "9" * 500,
        "1d -2h",
    ],
)
def test_what_is_no_length_of_time_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        seconds(text)


@given(st.text(max_size=20))
def test_any_text_is_read_or_refused(text: str) -> None:
    with contextlib.suppress(ValueError):
        assert isinstance(seconds(text), float)


@pytest.mark.parametrize(
    ("text", "expected"), [("1KB", 1024), ("1.5 kib", 1536), ("2b", 2), (".5MB", 524_288)]
)
def test_sizes(text: str, expected: int) -> None:
    assert size(text) == expected


@pytest.mark.parametrize("text", ["", "1", "MB", "-1MB", "1 PB", "1  MB", "1ib", "9" * 200 + "MB"])
def test_what_is_no_size_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        size(text)
