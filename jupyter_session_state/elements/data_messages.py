"""What errors about tables, figures and streams say: one builder per message, named after the situation."""

from __future__ import annotations

from typing import Any

from jupyter_session_state import errors


def no_table(value: Any, why: str = "") -> errors.StreamlitDataframeConversionError:
    """For what has no rows and columns."""
    return errors.StreamlitDataframeConversionError(
        f"A value of type {type(value).__name__} cannot be shown as a table{why}. Pass a DataFrame, a Series, "
        "an array of one or two dimensions, a list of rows or a dict of columns."
    )


def bad_border(border: Any) -> errors.StreamlitValueError:
    """For lines that no table has."""
    return errors.StreamlitValueError(
        f"border of st.table is {repr(border)[:50]}. Use True, False or 'horizontal'."
    )


def no_figure(value: Any) -> errors.StreamlitAPIException:
    """For what Matplotlib cannot have made."""
    return errors.StreamlitAPIException(
        f"st.pyplot needs a Matplotlib figure, not {repr(value)[:100]}. Make one with "
        "`fig, ax = plt.subplots()` and pass fig."
    )


def no_stream(value: Any) -> errors.StreamlitInvalidParameterTypeError:
    """For what is there as a whole."""
    return errors.StreamlitInvalidParameterTypeError(
        f"st.write_stream needs a generator or something to iterate over, not a {type(value).__name__}. "
        "Use st.write for what is there as a whole."
    )


def not_iterable(value: Any) -> errors.StreamlitAPIException:
    """For what gives nothing, piece by piece or otherwise."""
    return errors.StreamlitAPIException(
        f"st.write_stream cannot iterate over {repr(value)[:100]}. Pass a generator, or a function that yields."
    )


def unreadable_chunk(name: str, error: AttributeError) -> errors.StreamlitAPIException:
    """For a chunk of a language model that looks otherwise than expected."""
    return errors.StreamlitAPIException(
        f"st.write_stream does not understand a chunk of class {name}: {error}. Yield its text from a generator "
        "of your own."
    )


def needs_pandas(kind: str) -> errors.StreamlitAPIException:
    """For a kernel without pandas."""
    return errors.StreamlitAPIException(
        f"st.{kind} needs pandas, which is not installed here: pip install pandas"
    )


def not_one_column(count: int) -> errors.StreamlitDataframeConversionError:
    """For a table that cannot become a list of values again."""
    return errors.StreamlitDataframeConversionError(
        f"st.data_editor was given values of one column, but has {count} columns now."
    )


def names_twice(names: list[str]) -> errors.StreamlitAPIException:
    """For columns that edits could not tell apart."""
    listed = ", ".join(map(repr, names))
    return errors.StreamlitAPIException(
        f"st.data_editor needs a name of its own for every column; more than one is called {listed}. Rename them."
    )


def reserved_name(name: str) -> errors.StreamlitAPIException:
    """For a column that is called what the index is."""
    return errors.StreamlitAPIException(
        f"A column of st.data_editor cannot be called {name!r}: that is the index. Rename it."
    )


def unsupported_index(kind: str) -> errors.StreamlitAPIException:
    """For names of rows that nobody could type."""
    return errors.StreamlitAPIException(
        f"st.data_editor cannot edit data with a {kind}. Make columns of it first: df.reset_index()."
    )


def no_edits(value: Any) -> errors.StreamlitInvalidParameterTypeError:
    """For something in session state that tells of no edits."""
    return errors.StreamlitInvalidParameterTypeError(
        f"Session state has {repr(value)[:100]} for a st.data_editor, which tells of no edits. Delete the key."
    )
