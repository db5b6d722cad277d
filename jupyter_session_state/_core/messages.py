"""What errors say: one builder per message, named after the situation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from jupyter_session_state import errors
from jupyter_session_state._core.sentence import Sentence


def _where(line: int | None) -> str:
    return f" (line {line})" if line else ""


def name_widget(error: errors.StreamlitAPIException, kind: str, given: Mapping[str, Any]) -> None:
    """Add label or key to what an error about an argument says, if it does not name the widget already."""
    name = next((given[n] for n in ("label", "key") if isinstance(given.get(n), (str, int))), None)
    if name is not None and error.args and repr(name) not in str(error):
        error.args = (f"{error} (st.{kind} {name!r})", *error.args[1:])


def no_run(name: str) -> errors.NoRunError:
    """For an element call in a plain cell."""
    return errors.NoRunError(
        f"st.{name}() was called outside of an app. Put it in a cell that begins with %%stateapp NAME; "
        "a plain cell can use session_state and cached functions, but draw nothing."
    )


def empty_key() -> errors.StreamlitValueError:
    """For the key ``''``."""
    return errors.StreamlitValueError("A key of session state must not be empty. Use a name such as 'count'.")


def reserved_key(key: str) -> errors.StreamlitAPIException:
    """For a key that looks like a computed identity."""
    return errors.StreamlitAPIException(
        f"The key {key!r} starts with '$$ID', which marks identities that widgets compute. Choose another key."
    )


def already_instantiated(
    key: str, what: str, label: str, drawn: int | None, line: int | None
) -> errors.StreamlitWidgetAlreadyInstantiatedError:
    """For an assignment below the widget."""
    named = f" {label!r}" if label else ""
    return errors.StreamlitWidgetAlreadyInstantiatedError(
        f"st.session_state[{key!r}] was assigned{_where(line)} after {what}{named}, whose key it is, was drawn"
        f"{_where(drawn)}. Assign it above the widget, or in a callback of another widget."
    )


def assignment_not_allowed(key: str, kind: str, label: str) -> errors.StreamlitValueAssignmentNotAllowedError:
    """For a read-only widget whose key holds an assigned value."""
    named = f" {label!r}" if label else ""
    return errors.StreamlitValueAssignmentNotAllowedError(
        f"st.{kind}{named} takes no value from session state, but st.session_state[{key!r}] was assigned. "
        f"Remove the assignment (del st.session_state[{key!r}]) or use another key for it."
    )


def duplicate_key(
    key: str, kind: str, first_kind: str, first_line: int | None
) -> errors.StreamlitDuplicateElementKey:
    """For a key drawn twice in a run."""
    return errors.StreamlitDuplicateElementKey(
        f"The key {key!r} of this st.{kind} is taken by st.{first_kind}{_where(first_line)} in the same run. "
        "Give every widget a key of its own."
    )


def duplicate_id(kind: str, label: str, first_line: int | None) -> errors.StreamlitDuplicateElementId:
    """For two keyless widgets that look alike."""
    return errors.StreamlitDuplicateElementId(
        f"There are two st.{kind} widgets with the same label {label!r} and parameters, the first one"
        f"{_where(first_line)}. Pass a different key= to each, so that they can be told apart."
    )


def drawn_twice(kind: str, first_line: int | None) -> errors.StreamlitDuplicateElementId:
    """For two elements without a label that look alike and have no key."""
    return errors.StreamlitDuplicateElementId(
        f"There are two st.{kind} that show the same, the first one{_where(first_line)}. "
        "Pass a different key= to each, so that they can be told apart."
    )


def duplicate_form(key: str, first_line: int | None) -> errors.StreamlitDuplicateElementKey:
    """For a form key drawn twice in a run."""
    return errors.StreamlitDuplicateElementKey(
        f"There is a form with the key {key!r} already{_where(first_line)}. Give every form a key of its own."
    )


def key_of_two_kinds(
    key: str, kind: str, app: str, other_kind: str, other: str
) -> errors.StreamlitAPIException:
    """For a key that two live apps draw as different kinds."""
    return errors.StreamlitAPIException(
        f"The key {key!r} is a st.{kind} in the app {app!r} and a st.{other_kind} in the app {other!r}, and both "
        "share one session state. Rename one of the keys, or give one app its own state: "
        f"%%stateapp {app} --scope app"
    )


def callback_in_form(kind: str, label: str, form: str) -> errors.StreamlitInvalidFormCallbackError:
    """For a callback on a form's widget."""
    return errors.StreamlitInvalidFormCallbackError(
        f"st.{kind} {label!r} is in the form {form!r}, where only st.form_submit_button may have a callback. "
        "Pass the callback as on_click of the submit button, or move the widget out of the form."
    )


def not_in_form(kind: str, label: str, form: str) -> errors.StreamlitInvalidLayoutContextError:
    """For a kind that no form may hold."""
    return errors.StreamlitInvalidLayoutContextError(
        f"st.{kind} {label!r} cannot be in a form (it is in the form {form!r}). "
        "Use st.form_submit_button, or draw it outside of the form."
    )


def submit_outside_form(label: str) -> errors.StreamlitInvalidLayoutContextError:
    """For a submit button without a form."""
    return errors.StreamlitInvalidLayoutContextError(
        f"st.form_submit_button {label!r} is not in a form. Draw it inside of `with st.form(...):`."
    )


def nested_form(key: str, outer: str) -> errors.StreamlitInvalidLayoutContextError:
    """For a form in a form."""
    return errors.StreamlitInvalidLayoutContextError(
        f"The form {key!r} is inside of the form {outer!r}. Forms cannot be nested: end the first one before."
    )


def too_deep(kind: str, deepest: int) -> errors.StreamlitInvalidLayoutContextError:
    """For containers in containers without end."""
    return errors.StreamlitInvalidLayoutContextError(
        f"st.{kind} is nested in more than {deepest} containers. A function that opens a container and calls itself "
        "needs an end; close containers (leave the `with` block) before the next one is opened."
    )


def bad_on_change(kind: str, parameter: str, value: Any) -> errors.StreamlitValueError:
    """For a callback that cannot be called."""
    return errors.StreamlitValueError(
        f"{parameter} of st.{kind} must be a function, 'rerun', 'ignore' or None, not {value!r}. "
        f"Pass the function itself, without calling it: {parameter}=f, args=(...)."
    )


def mode_not_allowed(kind: str, parameter: str, value: str) -> errors.StreamlitAPIException:
    """For a mode where only a function may be."""
    return errors.StreamlitAPIException(
        f"{parameter}={value!r} is not supported by st.{kind}: pass a function or leave it out."
    )


def cannot_show(key: str, kind: str, label: str, line: int | None, why: Exception) -> str:
    """Words for an assigned value that a widget cannot have."""
    named = f" {label!r}" if label else ""
    return (
        f"st.session_state[{key!r}] was assigned what st.{kind}{named}{_where(line)} cannot show: {why}. "
        f"Assign another value, or remove it with del st.session_state[{key!r}]."
    )


def bad_width(kind: str, width: Any, words: tuple[str, ...]) -> errors.StreamlitInvalidWidthError:
    """For a width that is none."""
    allowed = " or ".join([*map(repr, words), "a number of pixels above 0"])
    return errors.StreamlitInvalidWidthError(f"width of st.{kind} is {width!r}, but must be {allowed}.")


def too_wide(kind: str, width: int, widest: int) -> errors.StreamlitValueOutOfRangeError:
    """For a width beyond all screens."""
    return errors.StreamlitValueOutOfRangeError(
        f"width of st.{kind} is {width}, but must be from 1 to {widest}."
    )


def keep_without_key(kind: str, label: str) -> errors.StreamlitMissingRequiredParameterError:
    """For a value that shall stay while its widget is hidden, but has no name to stay under."""
    return errors.StreamlitMissingRequiredParameterError(
        f"persist_state of st.{kind} {label!r} needs a key, under which the value stays. Pass key='...' too."
    )


def not_one_of(parameter: str, value: Any, allowed: str) -> errors.StreamlitValueError:
    """For a value outside of a closed choice."""
    return errors.StreamlitValueError(f"{parameter} is {value!r}, but must be {allowed}.")


def missing_param(key: str) -> Sentence:
    """Words for reading or deleting a query parameter that is not there."""
    return Sentence(f"st.query_params has no parameter {key!r}. Use st.query_params.get({key!r}), or set it.")


def bound_param(name: str, done: str) -> errors.StreamlitAPIException:
    """For a query parameter that belongs to a widget."""
    return errors.StreamlitAPIException(
        f"The query parameter {name!r} cannot be {done}: the widget with the key {name!r} is bound to it. "
        f"Change the widget instead: st.session_state[{name!r}] = ..."
    )


def reserved_param(name: str) -> errors.StreamlitAPIException:
    """For a query parameter that belongs to the page."""
    return errors.StreamlitAPIException(
        f"The query parameter {name!r} belongs to the page that embeds the app. Choose another name."
    )


def dict_as_param(name: str) -> errors.StreamlitQueryParamDictValueError:
    """For a dict as the value of a query parameter."""
    return errors.StreamlitQueryParamDictValueError(
        f"The query parameter {name!r} cannot be a dict. Give a text or a list of texts."
    )


def bind_without_key(kind: str, label: str) -> errors.StreamlitMissingRequiredParameterError:
    """For a binding without a name."""
    return errors.StreamlitMissingRequiredParameterError(
        f"bind='query-params' of st.{kind} {label!r} needs a key, which names the parameter. Pass key='...' too."
    )


def bind_to_reserved(kind: str, label: str, key: str) -> errors.StreamlitAPIException:
    """For a binding to a parameter of the page."""
    return errors.StreamlitAPIException(
        f"st.{kind} {label!r} cannot be bound to the query parameter {key!r}, which belongs to the page that embeds "
        "the app. Choose another key."
    )


def bad_bound_callback(key: str, value: Any) -> errors.StreamlitValueError:
    """For `bind` with something that cannot be called."""
    return errors.StreamlitValueError(
        f"on_change of bind(..., key={key!r}) must be a function or None, not {value!r}. "
        "Pass the function itself, without calling it: on_change=f, args=(...)."
    )


def not_bindable(key: str, value: Any) -> errors.StreamlitAPIException:
    """For `bind` with something that is no ipywidget."""
    return errors.StreamlitAPIException(
        f"bind(..., key={key!r}) takes an ipywidget or anywidget that can be displayed, not {repr(value)[:100]}. "
        "The inputs of st are bound by their own key=."
    )


def no_trait(key: str, kind: str, missing: str) -> errors.StreamlitAPIException:
    """For `bind` with a trait that is not there."""
    return errors.StreamlitAPIException(
        f"bind(..., key={key!r}): {kind} has no trait {missing!r}. Name the traits to keep: traits=[...]."
    )


def no_widget(key: str, known: list[str]) -> errors.StreamlitAPIException:
    """For a key that no app shows."""
    listed = ", ".join(map(repr, known)) or "none yet"
    return errors.StreamlitAPIException(
        f"widget({key!r}): no app shows a widget of that key. Keys shown: {listed}. An input of st is there once "
        "the run that draws it first is over."
    )


def no_room_in_cache(name: str, entries: float) -> ValueError:
    """For a cached function that may keep nothing."""
    return ValueError(
        f"max_entries of the cached function {name} is {entries:g}, so nothing it returns can be kept. "
        "Give a number of at least 1, or None for any number."
    )


def drawn_elsewhere(name: str) -> errors.CacheReplayClosureError:
    """For what a cached function drew into a container made outside of it."""
    return errors.CacheReplayClosureError(
        f"The cached function {name} drew into a container that was made outside of it. Its value is known now, "
        "so it is not called, and what it drew cannot be drawn again there. Make the container inside of the "
        "function, or draw after it returned."
    )


def widget_in_cache(kind: str, label: str, function: str, line: int | None) -> errors.CachedWidgetWarning:
    """For an input in a cached function."""
    named = f" {label!r}" if label else ""
    return errors.CachedWidgetWarning(
        f"st.{kind}{named}{_where(line)} is in the cached function {function}, which is called only when its value "
        "is not known yet: after that the input is dead. Draw it outside of the function, and pass its value in."
    )


def notebook_changed(names: Sequence[str]) -> str:
    """Words for names of the notebook that an app read and that have other values now."""
    shown = [f"`{name}`" for name in names[:3]]
    if len(names) > len(shown):
        shown.append(f"{len(names) - len(shown)} more")
    first = ", ".join(shown[:-1])
    return f"the notebook changed {first} and {shown[-1]}" if first else f"the notebook changed {shown[-1]}"
