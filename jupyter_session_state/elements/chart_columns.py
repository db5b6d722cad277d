"""The values of a column, as a few kinds that a browser knows, in bytes."""

from __future__ import annotations

import datetime as dt
import json
import math
import sys
from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from numbers import Real
from typing import Any, Literal

from jupyter_session_state.elements.chart_frames import is_of

Kind = Literal["number", "wall", "instant", "flag", "text", "json"]
Scale = Literal["quantitative", "temporal", "nominal", "ordinal"]

_SCALES: dict[str, Scale] = {"number": "quantitative", "wall": "temporal", "instant": "temporal"}
_EPOCH = dt.datetime(1970, 1, 1)  # noqa: DTZ001 - times on a clock's face have no zone
_MISSING_CODE = -1


@dataclass(frozen=True, slots=True)
class Column:
    """Values of one kind.

    Parameters
    ----------
    kind
        ``"number"``; ``"wall"`` for times on a clock's face and ``"instant"`` for those with a zone, both in
        milliseconds since 1970; ``"flag"``; ``"text"``; ``"json"`` for what is nested.
    data
        Numbers and times as doubles, NaN for what is missing; of the others the place in `words`, or -1.
    words
        The different texts, in the order in which they come, or that they have.
    whole
        Whether its numbers are integers.
    ordered
        Whether `words` have an order.
    """

    kind: Kind
    data: bytes
    words: tuple[str, ...] = ()
    whole: bool = False
    ordered: bool = False

    @property
    def scale(self) -> Scale:
        """What Vega-Lite calls such data."""
        return "ordinal" if self.ordered else _SCALES.get(self.kind, "nominal")

    @property
    def is_numeric(self) -> bool:
        """Whether its data are doubles."""
        return self.kind in _SCALES

    def texts(self) -> list[str | None]:
        """Return the values as texts."""
        if self.is_numeric:
            return [None if math.isnan(v) else f"{v:.15g}" for v in array("d", self.data)]
        return [None if code < 0 else self.words[code] for code in array("i", self.data)]


def column_of(values: Any) -> Column:
    """Return the values of a column, whatever it is made of."""
    make = next((make for test, make in _MAKES if test(values)), None)
    return _of_objects(_listed(values)) if make is None else make(values)


def text_column(values: Iterable[str | None]) -> Column:
    """Return a column of texts."""
    return _coded("text", values)


def as_text(column: Column) -> Column:
    """Return the same values as texts."""
    return replace(column, kind="text") if not column.is_numeric else text_column(column.texts())


# -- arrays ------------------------------------------------------------------------------------------------


def _listed(values: Any) -> list[Any]:
    for name in ("to_pylist", "to_list", "tolist"):
        if callable(getattr(values, name, None)):
            return list(getattr(values, name)())
    return list(values)


def _dtype_kind(values: Any) -> str:
    kind = getattr(getattr(values, "dtype", None), "kind", "")
    return kind if isinstance(kind, str) else ""


def _is_category(values: Any) -> bool:
    return hasattr(getattr(values, "dtype", None), "categories") and hasattr(values.dtype, "ordered")


def _of_category(values: Any) -> Column:
    source = values.cat if hasattr(values, "cat") else values
    words = [_text(word) or "" for word in values.dtype.categories.tolist()]
    if len(set(words)) != len(words):
        return _of_objects(_listed(values))
    codes = _numpy().asarray(source.codes, dtype="int32")
    return Column("text", codes.tobytes(), tuple(words), ordered=bool(values.dtype.ordered))


def _numpy() -> Any:
    return sys.modules["numpy"]


def _doubles(values: Any) -> Any:
    """Return numbers of numpy, pandas, or one that has missing values, as doubles of numpy."""
    numpy = _numpy()
    if type(values).__module__.partition(".")[0] == "numpy":
        return values.astype("float64")
    try:
        return numpy.asarray(values.to_numpy(dtype="float64", na_value=float("nan")), dtype="float64")
    except (TypeError, ValueError):
        return numpy.asarray(_listed(values), dtype="float64")


def _of_numbers(values: Any) -> Column:
    return Column("number", _doubles(values).tobytes(), whole=_dtype_kind(values) in "iu")


def _of_moments(values: Any) -> Column:
    numpy = _numpy()
    has_zone = getattr(values.dtype, "tz", None) is not None or "tz=" in str(values.dtype)
    millis = numpy.asarray(values, dtype="datetime64[ms]")
    numbers = numpy.where(numpy.isnat(millis), float("nan"), millis.astype("int64").astype("float64"))
    return Column("instant" if has_zone else "wall", numbers.tobytes())


def _of_durations(values: Any) -> Column:
    numpy = _numpy()
    millis = numpy.asarray(values, dtype="timedelta64[ms]")
    numbers = numpy.where(numpy.isnat(millis), float("nan"), millis.astype("int64") / 1000)
    return Column("number", numbers.tobytes())


def _of_range(values: range) -> Column:
    return Column("number", array("d", values).tobytes(), whole=True)


def _is_polars_number(values: Any) -> bool:
    return is_of("polars", "Series")(values) and values.dtype.is_numeric() and "numpy" in sys.modules


def _of_polars_numbers(values: Any) -> Column:
    doubles = values.cast(sys.modules["polars"].Float64).to_numpy()
    return Column("number", doubles.tobytes(), whole=bool(values.dtype.is_integer()))


def _is_numpy_like(*kinds: str) -> Callable[[Any], bool]:
    of_library = is_of("numpy", "ndarray")
    of_pandas = is_of("pandas", "Series", "Index", "ExtensionArray")
    return lambda values: _dtype_kind(values) in kinds and (of_library(values) or of_pandas(values))


_MAKES: tuple[tuple[Callable[[Any], bool], Callable[[Any], Column]], ...] = (
    (lambda values: isinstance(values, range), _of_range),
    (_is_category, _of_category),
    (_is_numpy_like("i", "u", "f"), _of_numbers),
    (_is_numpy_like("M"), _of_moments),
    (_is_numpy_like("m"), _of_durations),
    (_is_polars_number, _of_polars_numbers),
)
"""Tests in their order, and what reads what passes them; the rest is read value by value."""


# -- values of Python --------------------------------------------------------------------------------------


def is_missing(value: Any) -> bool:
    """Whether a value says that there is none: None, NaN, NaT, NA."""
    if value is None or type(value).__name__ in ("NAType", "NaTType"):
        return True
    return isinstance(value, (float, Decimal)) and value != value  # noqa: PLR0124 - so one knows NaN


def _of_objects(values: Sequence[Any]) -> Column:
    present = [value for value in values if not is_missing(value)]
    types = set(map(type, present))
    make = next((make for test, make in _OBJECTS if types and all(map(test, types))), None)
    if make is not None:
        try:
            return make(values)
        except (OverflowError, ValueError, ArithmeticError):
            pass  # numbers and dates that no double can hold are texts
    return _coded("text", map(_text, values))


def _number(value: Any) -> float:
    return float("nan") if is_missing(value) else float(value)


def _of_number_objects(values: Sequence[Any]) -> Column:
    whole = all(isinstance(v, int) or hasattr(v, "bit_count") for v in values if not is_missing(v))
    return Column("number", array("d", map(_number, values)).tobytes(), whole=whole)


def _of_moment_objects(values: Sequence[Any]) -> Column:
    has_zone = any(getattr(value, "tzinfo", None) is not None for value in values)
    return Column("instant" if has_zone else "wall", array("d", map(_millis, values)).tobytes())


def _millis(value: Any) -> float:
    if is_missing(value):
        return float("nan")
    if hasattr(value, "to_timestamp"):  # a period of pandas
        value = value.to_timestamp()
    if not isinstance(value, dt.datetime):
        value = dt.datetime.combine(value, dt.time())
    if value.tzinfo is not None:
        value = value.astimezone(dt.timezone.utc).replace(tzinfo=None)
    return float((value - _EPOCH) / dt.timedelta(milliseconds=1))


def _of_duration_objects(values: Sequence[Any]) -> Column:
    seconds = (float("nan") if is_missing(v) else v / dt.timedelta(seconds=1) for v in values)
    return Column("number", array("d", seconds).tobytes())


def _of_flags(values: Sequence[Any]) -> Column:
    codes = array("i", (_MISSING_CODE if is_missing(value) else int(bool(value)) for value in values))
    return Column("flag", codes.tobytes(), ("false", "true"))


def _of_nested(values: Sequence[Any]) -> Column:
    return _coded("json", (None if is_missing(v) else json.dumps(_plain(v)) for v in values))


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(name): _plain(item) for name, item in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [_plain(item) for item in value]
    if hasattr(value, "tolist"):
        return _plain(value.tolist())
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value if isinstance(value, (str, int, float, bool, type(None))) else _text(value)


def _text(value: Any) -> str | None:
    """Return a value as a text that can travel."""
    if is_missing(value):
        return None
    text = value if isinstance(value, str) else str(value)
    return text.encode("utf-8", "replace").decode("utf-8") if not text.isascii() else text


def _coded(kind: Kind, values: Iterable[str | None]) -> Column:
    places: dict[str, int] = {}
    codes = array("i", (_MISSING_CODE if v is None else places.setdefault(v, len(places)) for v in values))
    return Column(kind, codes.tobytes(), tuple(places))


def _is_kind(*classes: type) -> Callable[[type], bool]:
    return lambda cls: issubclass(cls, classes)


_OBJECTS: tuple[tuple[Callable[[type], bool], Callable[[Sequence[Any]], Column]], ...] = (
    (lambda cls: cls is bool or cls.__name__ in ("bool_", "bool"), _of_flags),
    (lambda cls: issubclass(cls, (Real, Decimal, Fraction)), _of_number_objects),
    (lambda cls: issubclass(cls, dt.date) or cls.__name__ == "Period", _of_moment_objects),
    (_is_kind(dt.timedelta), _of_duration_objects),
    (_is_kind(list, tuple, dict, set), _of_nested),
)
"""What all classes of the values must be, and what reads them."""
