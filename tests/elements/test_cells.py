"""The cells of a column of numbers: one number of digits for all of them."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from jupyter_session_state.elements.cells import column_texts

FLOATS = some.floats() | some.sampled_from([0.0, -0.0, 0.5, 1.25, 0.99999, 0.49996, 2.00004, -0.0001, 1e15])


def plainly(values: list[Any]) -> list[str]:
    """The rule told number by number: what each needs, then all with what the neediest needs."""

    def is_plain(v: float) -> bool:
        return v == 0 or 1e-4 <= abs(v) < 1e15

    floats = [v for v in values if isinstance(v, float) and is_plain(v)]
    digits = max((len(f"{v:.4f}".rstrip("0").partition(".")[2]) for v in floats), default=0)

    def text(v: Any) -> str:
        if not isinstance(v, float):
            return str(v)
        if math.isnan(v):
            return "NaN"
        return f"{v:.{digits}f}" if is_plain(v) else f"{v:.4g}"

    return [text(v) for v in values]


@given(some.lists(FLOATS | some.integers() | some.none(), min_size=1))
def test_numbers_are_written_with_the_digits_that_one_of_them_needs(values: list[Any]) -> None:
    if any(v is not None for v in values):
        assert column_texts(values) == (plainly(values), True)


@pytest.mark.parametrize("values", [[True, False], [1, "a"], [1, True], [None, None], []])
def test_what_is_not_all_numbers_is_no_column_of_numbers(values: list[Any]) -> None:
    assert column_texts(values) == ([str(v) for v in values], False)
