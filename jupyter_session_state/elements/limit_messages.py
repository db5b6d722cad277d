"""What errors about numbers and limits say: one builder per message, named after the situation."""

from __future__ import annotations

from typing import Any

from jupyter_session_state import errors
from jupyter_session_state.elements.messages import shortened


def above_max(kind: str, label: str, value: Any, maximum: Any) -> errors.StreamlitValueAboveMaxError:
    """For a value above its maximum."""
    return errors.StreamlitValueAboveMaxError(
        f"The value {value} of st.{kind} {label!r} lies above max_value {maximum}. Raise max_value or lower the value."
    )


def below_min(kind: str, label: str, value: Any, minimum: Any) -> errors.StreamlitValueBelowMinError:
    """For a value below its minimum."""
    return errors.StreamlitValueBelowMinError(
        f"The value {value} of st.{kind} {label!r} lies below min_value {minimum}. Lower min_value or raise the value."
    )


def min_above_max(kind: str, label: str, minimum: Any, maximum: Any) -> errors.StreamlitInvalidMinMaxError:
    """For reversed bounds."""
    return errors.StreamlitInvalidMinMaxError(
        f"min_value {minimum} of st.{kind} {label!r} lies above max_value {maximum}. Swap them."
    )


def mixed_numbers(kind: str, label: str, given: dict[str, Any]) -> errors.StreamlitMixedNumericTypesError:
    """For int and float in one call."""
    listed = ", ".join(f"{name}={value!r}" for name, value in given.items())
    return errors.StreamlitMixedNumericTypesError(
        f"The numbers of st.{kind} {label!r} must all be int or all be float, but are {listed}."
    )


def equal_bounds(kind: str, label: str, bound: Any) -> errors.StreamlitInvalidMinMaxError:
    """For bounds without room between them."""
    return errors.StreamlitInvalidMinMaxError(
        f"min_value and max_value of st.{kind} {label!r} are both {bound}. Choose two different ones."
    )


def mixed_types(kind: str, label: str, given: dict[str, Any]) -> errors.StreamlitInvalidParameterTypeError:
    """For bounds, value and step that are not of one type."""
    listed = ", ".join(f"{name}={value!r}" for name, value in given.items())
    return errors.StreamlitInvalidParameterTypeError(
        f"The arguments of st.{kind} {label!r} must be all int, all float, or all of one kind of date or "
        f"time with a timedelta as step, but are {listed}."
    )


def too_large(kind: str, label: str, parameter: str, value: Any) -> errors.StreamlitJSNumberBoundsError:
    """For a number that JavaScript would round."""
    return errors.StreamlitJSNumberBoundsError(
        f"{parameter} {value} of st.{kind} {label!r} is too large: browsers are exact up to 2**53 - 1, for "
        "whole numbers and for the microseconds between a date and 1970."
    )


def no_number(label: str, parameter: str, value: str) -> errors.StreamlitJSNumberBoundsError:
    """For a text where a number must be."""
    return errors.StreamlitJSNumberBoundsError(
        f"{parameter} of st.number_input {label!r} is the text {shortened(value)}. Pass a number, None or nothing."
    )


def bad_number_format(label: str, format: Any) -> errors.StreamlitInvalidNumberFormatError:
    """For a format that no number can be put into."""
    return errors.StreamlitInvalidNumberFormatError(
        f"The format {format!r} of st.number_input {label!r} does not give a number. "
        "Use one such as '%d' or '%.2f'."
    )
