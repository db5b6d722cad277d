"""How values stand in an address, there and back."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from jupyter_session_state._core import query_shapes
from jupyter_session_state._core.query_shapes import FLAG, GRADE, QueryShape

unhurried = settings(deadline=None)
FINITE = some.floats(allow_nan=False, allow_infinity=False)
MOMENTS = {
    "date": some.dates().map(lambda day: dt.datetime.combine(day, dt.time())),
    "time": some.times().map(lambda time: dt.datetime.combine(query_shapes.SOME_DAY, time)),
    "datetime": some.datetimes(),
}


def there_and_back(shape: QueryShape, wire: object) -> object:
    return shape.read(shape.write(wire))


@unhurried
@given(some.booleans())
def test_flags(flag: bool) -> None:
    assert there_and_back(FLAG, flag) is flag


@pytest.mark.parametrize("text", ["", "1", "yes", "truee", "None"])
def test_what_is_no_flag(text: str) -> None:
    with pytest.raises(ValueError, match="neither true nor false"):
        FLAG.read([text])


@unhurried
@given(some.none() | some.integers())
def test_grades(grade: int | None) -> None:
    assert there_and_back(GRADE, grade) == grade


@unhurried
@given(some.text())
def test_texts_of_which_there_is_one(text: str) -> None:
    assert there_and_back(query_shapes.text(), text) == text


def test_nothing_is_an_empty_text() -> None:
    assert query_shapes.text().write(None) == [""]
    assert query_shapes.number(whole=False).write(None) == [""]


def test_the_last_of_several_counts() -> None:
    assert query_shapes.text().read(["a", "b"]) == "b"
    assert query_shapes.number(whole=False).read(["1", "2"]) == 2


@unhurried
@given(FINITE)
def test_numbers(number: float) -> None:
    assert there_and_back(query_shapes.number(whole=False), number) == number


@unhurried
@given(some.integers(-(2**53), 2**53))
def test_whole_numbers_have_no_point(number: int) -> None:
    shape = query_shapes.number(whole=True)
    assert shape.write(float(number)) == [str(number)]
    assert there_and_back(shape, float(number)) == number


@unhurried
@given(some.lists(FINITE, min_size=1, max_size=2))
def test_positions_of_a_slider(positions: list[float]) -> None:
    assert there_and_back(query_shapes.numbers("float"), positions) == positions


def test_a_position_that_is_whole_has_no_point() -> None:
    assert query_shapes.numbers("float").write([5.0, 5.5]) == ["5", "5.5"]


@pytest.mark.parametrize("data_type", MOMENTS)
@unhurried
@given(data=some.data())
def test_moments_stand_in_iso_form(data_type: str, data: some.DataObject) -> None:
    moment = data.draw(MOMENTS[data_type])
    position = float((moment - query_shapes.EPOCH) // dt.timedelta(microseconds=1))
    shape = query_shapes.numbers(data_type)
    written = shape.write([position])
    if position.is_integer() and abs(position) < 2**53:  # what a browser can hold
        assert shape.read(written) == [position]
    assert written[0].count("-") == {"date": 2, "time": 0, "datetime": 2}[data_type]


@pytest.mark.parametrize("text", ["", "x", "2024-13-01", "25:00", "2024-01-01T10:00+01:00", "1e", "T"])
def test_what_is_no_position(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - in words of the standard library
        query_shapes.numbers("date").read([text]) or query_shapes._position(text)


@unhurried
@given(some.lists(some.text()))
def test_several_texts_lose_their_blanks(texts: list[str]) -> None:
    assert query_shapes.texts().read(texts) == [text for text in texts if text]


@unhurried
@given(some.lists(some.sampled_from("abcd")), some.integers(1, 4))
def test_texts_are_filtered_told_apart_and_cut(texts: list[str], most: int) -> None:
    shape = query_shapes.texts(options=("a", "b", "c"), most=most)
    known = list(dict.fromkeys(text for text in texts if text != "d"))
    if texts and not known:
        with pytest.raises(ValueError, match="is an option"):
            shape.mend(texts)
    else:
        assert shape.mend(texts) == known[:most]


def test_texts_may_repeat_if_they_are_to() -> None:
    assert query_shapes.texts(repeats=True).mend(["a", "a"]) == ["a", "a"]


@pytest.mark.parametrize(
    ("given", "wire"),
    [
        (["2024-01-02"], ["2024-01-02"]),
        (["2024/01/02", "2024-01-02", "2024-01-03"], ["2024-01-02", "2024-01-03"]),
        (["2024/01/02, 10:30"], ["2024-01-02T10:30"]),
        ([""], []),
    ],
)
def test_dates_stand_in_iso_form_however_they_were_written(given: list[str], wire: list[str]) -> None:
    shape = query_shapes.moments(clearable=True, most=2)
    assert shape.mend(shape.read(given)) == wire
    assert shape.write(wire) == wire


def test_of_several_times_the_last_counts() -> None:
    shape = query_shapes.time(clearable=True)
    assert shape.read(["10:00", "11:00"]) == ["11:00"]
    assert shape.read(["10:00", ""]) == []
    assert shape.write(["11:00"]) == ["11:00"]
