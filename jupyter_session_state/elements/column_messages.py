"""What errors about the columns of a table say: one builder per message, named after the situation."""

from __future__ import annotations

from typing import Any

from jupyter_session_state import errors


def no_color(color: Any) -> errors.StreamlitValueError:
    """For what is no colour of a column."""
    return errors.StreamlitValueError(
        f"color is {repr(color)[:100]}, which is none. Use a name such as 'blue' or 'auto', '#1c83e1', or rgb(...)."
    )


def button_without_key() -> errors.StreamlitMissingRequiredParameterError:
    """For a callback that nobody could find."""
    return errors.StreamlitMissingRequiredParameterError(
        "st.column_config.ButtonColumn needs a key where it has on_click, args or kwargs. Pass key='...'."
    )


def no_config(column: Any, said: Any) -> errors.StreamlitInvalidParameterTypeError:
    """For something that says nothing about a column."""
    return errors.StreamlitInvalidParameterTypeError(
        f"column_config of {column!r} is a {type(said).__name__}. Use one of st.column_config, a str for another "
        "header, or None to hide the column."
    )


def unfit_type(column: str, chosen: str, kind: str) -> errors.StreamlitAPIException:
    """For a way to edit what is not in a column."""
    return errors.StreamlitAPIException(
        f"The column {column!r} of st.data_editor holds values of kind {kind!r}, which a {chosen} column cannot "
        "edit. Choose another one of st.column_config, turn the column into another type, or disable it."
    )


def unknown_modes(given: Any, known: list[str]) -> errors.StreamlitValueError:
    """For a selection mode that there is none of."""
    return errors.StreamlitValueError(
        f"selection_mode is {repr(given)[:100]}. Use one of {', '.join(map(repr, known))}, or several of them."
    )


def modes_exclude(first: str, second: str) -> errors.StreamlitIncompatibleParametersError:
    """For two selection modes that do not go together."""
    return errors.StreamlitIncompatibleParametersError(
        f"selection_mode cannot be {first!r} and {second!r} at once. Leave out one of them."
    )


def default_without_selection() -> errors.StreamlitIncompatibleParametersError:
    """For a selection where nothing can be selected."""
    return errors.StreamlitIncompatibleParametersError(
        "st.dataframe has a selection_default, but on_select is 'ignore'. Set on_select to 'rerun' or a callback."
    )


def no_selection(value: Any) -> errors.StreamlitAPIException:
    """For something that tells of no selection."""
    return errors.StreamlitAPIException(
        f"The selection of a st.dataframe cannot be {repr(value)[:100]}. It is a dict such as "
        "{'selection': {'rows': [0], 'columns': [], 'cells': []}}."
    )
