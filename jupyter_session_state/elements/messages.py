"""What errors about arguments say: one builder per message, named after the situation."""

from __future__ import annotations

from typing import Any

from jupyter_session_state import errors
from jupyter_session_state._core.messages import not_one_of

__all__ = [
    "default_not_in_options",
    "format_func_failed",
    "incomparable_options",
    "incompatible",
    "invalid_height",
    "invalid_width",
    "many_in_one_spot",
    "no_body",
    "no_chart_number",
    "no_color",
    "no_label",
    "no_list_in_state",
    "no_option_at",
    "no_options",
    "no_pair_in_state",
    "no_source",
    "no_tabs",
    "not_one_of",
    "out_of_range",
    "too_many_chosen",
    "two_defaults",
    "unfit_file",
    "wrong_type",
]


def shortened(value: Any) -> str:
    """Return the repr of a value, cut if it is long."""
    text = repr(value)
    return text if len(text) <= 100 else f"{text[:100]}…"


def wrong_type(
    kind: str, parameter: str, value: Any, allowed: str
) -> errors.StreamlitInvalidParameterTypeError:
    """For an argument of a type that cannot be."""
    shown = repr(value)[:200]
    return errors.StreamlitInvalidParameterTypeError(
        f"{parameter} of st.{kind} must be {allowed}, not {shown}."
    )


def out_of_range(
    kind: str, parameter: str, value: Any, low: Any, high: Any
) -> errors.StreamlitValueOutOfRangeError:
    """For a number that must lie within fixed limits."""
    return errors.StreamlitValueOutOfRangeError(
        f"{parameter} of st.{kind} is {value}, but must be from {low} to {high}."
    )


def incomparable_options(kind: str, label: str, option: Any) -> errors.StreamlitAPIException:
    """For options whose ``==`` gives no plain yes or no."""
    return errors.StreamlitAPIException(
        f"The options of st.{kind} {label!r} are of type {type(option).__name__}, whose == does not say "
        "yes or no. Use names or numbers of them as options instead."
    )


def format_func_failed(kind: str, label: str, option: Any) -> str:
    """Words for what `format_func` raised."""
    return (
        f"format_func of st.{kind} {label!r} raised this for the option {_shown(option)}. "
        "It is called with every option and must return its label."
    )


def default_not_in_options(
    kind: str, label: str, value: Any, labels: list[str]
) -> errors.StreamlitDefaultNotInOptionsError:
    """For a default that cannot be chosen."""
    return errors.StreamlitDefaultNotInOptionsError(
        f"The default {_shown(value)} of st.{kind} {label!r} is none of its options: {_listed(labels)}."
    )


def too_many_chosen(
    kind: str, label: str, count: int, most: int
) -> errors.StreamlitSelectionCountExceedsMaxError:
    """For more choices than `max_selections`."""
    return errors.StreamlitSelectionCountExceedsMaxError(
        f"{count} options of st.{kind} {label!r} are chosen, by its default or by session state, but "
        f"max_selections is {most}. Choose fewer or raise max_selections."
    )


def no_list_in_state(kind: str, label: str, value: Any) -> TypeError:
    """For a value of session state that holds no choices."""
    return TypeError(
        f"st.{kind} {label!r} takes a list from session state, but its key holds {_shown(value)}. "
        "Assign a list of options, or [] for none."
    )


def no_pair_in_state(label: str, value: Any) -> IndexError:
    """For a tuple of session state that is too short for a range."""
    return IndexError(
        f"st.select_slider {label!r} takes an option or a tuple of two from session state, but its key holds "
        f"{_shown(value)}. Assign two options, or one without a tuple."
    )


def no_option_at(label: str, value: Any, labels: list[str]) -> errors.StreamlitValueError:
    """For a place where a slider cannot stand."""
    return errors.StreamlitValueError(
        f"The value {_shown(value)} of st.select_slider {label!r} is none of its options: {_listed(labels)}."
    )


def no_options(kind: str, label: str) -> errors.StreamlitMissingRequiredParameterError:
    """For a choice from nothing."""
    return errors.StreamlitMissingRequiredParameterError(
        f"st.{kind} {label!r} has no options. Pass at least one."
    )


def two_defaults(kind: str, label: str, count: int) -> errors.StreamlitAPIException:
    """For several defaults where one can be chosen."""
    return errors.StreamlitAPIException(
        f"default of st.{kind} {label!r} names {count} options, but only one can be chosen. "
        "Pass one, or selection_mode='multi'."
    )


def incompatible(
    kind: str, first: str, second: str, advice: str
) -> errors.StreamlitIncompatibleParametersError:
    """For two arguments that exclude each other."""
    return errors.StreamlitIncompatibleParametersError(
        f"st.{kind} cannot have {first} together with {second}. {advice}"
    )


def _listed(labels: list[str]) -> str:
    return (", ".join(labels[:10]) + (", ..." if len(labels) > 10 else "")) or "there are none"


def _shown(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 200 else f"{text[:200]}..."


def no_color(label: str, value: str) -> errors.StreamlitAPIException:
    """For a text that is no colour."""
    return errors.StreamlitAPIException(
        f"The value {value[:100]!r} of st.color_picker {label!r} is no colour. Write it as '#00ffaa' or '#0fa'."
    )


def many_in_one_spot(count: int) -> errors.StreamlitAPIException:
    """For several values written into a container at once."""
    return errors.StreamlitAPIException(
        f"The write() of a container takes one value, but got {count}. Use `with container:` and st.write(...) in it, "
        "which takes any number."
    )


def no_label(kind: str) -> errors.StreamlitMissingRequiredParameterError:
    """For a label that is None."""
    return errors.StreamlitMissingRequiredParameterError(f"st.{kind} needs a label, but got None.")


def no_tabs() -> errors.StreamlitMissingRequiredParameterError:
    """For tabs without labels."""
    return errors.StreamlitMissingRequiredParameterError(
        "st.tabs needs at least one label, as in st.tabs(['One'])."
    )


def no_body(kind: str) -> errors.StreamlitMissingRequiredParameterError:
    """For a message that says nothing."""
    return errors.StreamlitMissingRequiredParameterError(
        f"st.{kind} needs a text to show, but got an empty one."
    )


def unfit_file(kind: str, label: str, problem: str) -> errors.StreamlitAPIException:
    """For a file that a front end sent although it is not taken."""
    return errors.StreamlitAPIException(
        f"st.{kind} {label!r} got a file that it does not take: {problem} Let it take that type or send another file."
    )


def invalid_width(kind: str, width: Any) -> errors.StreamlitInvalidWidthError:
    """For a width that is none."""
    return errors.StreamlitInvalidWidthError(
        f"width of st.{kind} must be a number of pixels above zero, 'stretch' or 'content', not {width!r}."
    )


def invalid_height(kind: str, height: Any) -> errors.StreamlitInvalidHeightError:
    """For a height that is none."""
    return errors.StreamlitInvalidHeightError(
        f"height of st.{kind} must be a number of pixels above zero, 'stretch', 'content' or 'auto', not {height!r}."
    )


def no_source() -> str:
    """Words for a block whose source is not known."""
    return "The source of this block cannot be shown: st.echo works in the script of a cell or a file."


def no_chart_number(value: Any) -> errors.StreamlitAPIException:
    """For something in a small chart that is no number."""
    return errors.StreamlitAPIException(
        f"chart_data of st.metric holds {_shown(value)}, which is no number. Pass numbers alone."
    )
