"""Every exception a user can meet: when it is raised, and what to do then.

Names and bases are those of `streamlit.errors` (those of caches: of ``streamlit.runtime.caching``), so that the
``except`` clauses of pasted scripts work; in a script ``import streamlit.errors`` and ``st.errors`` mean this
module. All but the bases of Streamlit's own kind derive from `StreamlitAPIException`. What they say is put
together in `_core.messages` and `elements.messages`.
"""

from __future__ import annotations

# -- bases -------------------------------------------------------------------------------------------------


class Error(Exception):
    """Base of everything that this package raises. Catch `StreamlitAPIException` rather than this."""


class MarkdownFormattedException(Error):  # noqa: N818 - Streamlit's name
    """An error whose text is Markdown. Catch `StreamlitAPIException` rather than this."""


class StreamlitAPIException(MarkdownFormattedException):
    """The API was used in a way it is not made for. Base of nearly all errors; its text says what to change."""


class LocalizableStreamlitException(StreamlitAPIException):
    """Base of the errors about arguments. Catch `StreamlitAPIException` or the class itself rather than this."""


class MediaFileStorageError(StreamlitAPIException):
    """A file of a picture, a sound or a film cannot be read. Give a path that is there, or bytes."""


class StreamlitAPIWarning(StreamlitAPIException, Warning):
    """Something to know that stops nothing: it is drawn, not raised."""


# -- outside of a run --------------------------------------------------------------------------------------


class NoSessionContext(Error):  # noqa: N818 - Streamlit's name
    """Something that needs a run was called outside of one. Base of `NoRunError`."""


class NoRunError(StreamlitAPIException, NoSessionContext):
    """An ``st.*`` element was called while no app runs. Put the call into a cell that begins ``%%stateapp NAME``."""


class FragmentHandledException(Exception):  # noqa: N818 - Streamlit's name
    """A fragment failed: its error is on the page already, and the run ends here unless this is caught."""


class AppError(StreamlitAPIException):
    """A ``%%stateapp`` cell or ``%stateapp`` line cannot be carried out as written. ``%%stateapp?`` tells more."""


# -- keys and session state --------------------------------------------------------------------------------


class StreamlitWidgetAlreadyInstantiatedError(LocalizableStreamlitException):
    """A key was assigned below its widget, or its form, in one run.

    Assign it above the widget, or in a callback: callbacks run before the script.
    """


class StreamlitValueAssignmentNotAllowedError(LocalizableStreamlitException):
    """A key was assigned whose widget takes no values: a button, an uploader, a data editor, a form.

    Keep the value under another key, and ``del`` the one that was assigned.
    """


class DuplicateWidgetID(StreamlitAPIException):
    """Two widgets of one run cannot be told apart. Base of the two that follow."""


class StreamlitDuplicateElementKey(DuplicateWidgetID):
    """The same key was drawn twice in one run. Give every widget a key of its own."""


class StreamlitDuplicateElementId(DuplicateWidgetID):
    """Two widgets without a key are of one kind and have equal parameters. Give each a ``key``."""


class StreamlitQueryParamDictValueError(LocalizableStreamlitException):
    """A query parameter was set to a dict. Set a text, or a list of texts."""


# -- where an element is drawn -----------------------------------------------------------------------------


class StreamlitInvalidLayoutContextError(StreamlitAPIException):
    """An element was drawn where it cannot be: a button in a form, a form in a form, a submit button in none."""


class StreamlitInvalidFormCallbackError(LocalizableStreamlitException):
    """A widget in a form has a callback. Only the submit button may: pass it there, as ``on_click``."""


class StreamlitInvalidColumnSpecError(LocalizableStreamlitException):
    """`st.columns` got neither a positive number nor positive weights."""


class StreamlitPageNotFoundError(LocalizableStreamlitException):
    """There is no such page. Pass an `st.Page`, or a file of those given to `st.navigation`."""


# -- arguments ---------------------------------------------------------------------------------------------


class StreamlitValueError(LocalizableStreamlitException, ValueError):
    """An argument has a value outside of those allowed; the message lists them."""


class StreamlitInvalidParameterTypeError(LocalizableStreamlitException, TypeError):
    """An argument has a type that is not allowed; the message lists those that are."""


class StreamlitMissingRequiredParameterError(LocalizableStreamlitException):
    """A parameter was left out that this combination of arguments needs."""


class StreamlitIncompatibleParametersError(LocalizableStreamlitException):
    """Two arguments exclude each other. Leave one of them out."""


class StreamlitValueAboveMaxError(LocalizableStreamlitException):
    """A value lies above ``max_value``. Raise the bound or lower the value, in session state too."""


class StreamlitValueBelowMinError(LocalizableStreamlitException):
    """A value lies below ``min_value``. Lower the bound or raise the value, in session state too."""


class StreamlitInvalidMinMaxError(LocalizableStreamlitException):
    """``min_value`` lies above ``max_value``, or a slider has no room between them."""


class StreamlitMixedNumericTypesError(LocalizableStreamlitException):
    """The numbers of one call are not all int or all float. Write 1.0 for 1, or the other way round."""


class StreamlitValueOutOfRangeError(LocalizableStreamlitException):
    """A number lies outside of fixed limits, such as an index outside of the options."""


class StreamlitJSNumberBoundsError(LocalizableStreamlitException):
    """A number is too large for a browser to hold exactly: beyond 2**53 - 1."""


class StreamlitInvalidNumberFormatError(LocalizableStreamlitException):
    """The format of a number input gives no number. Use one such as ``"%d"`` or ``"%.2f"``."""


class StreamlitDefaultNotInOptionsError(LocalizableStreamlitException):
    """A default is not among the options. Add it to them, or choose one of them."""


class StreamlitSelectionCountExceedsMaxError(LocalizableStreamlitException):
    """More options are selected than ``max_selections``, by the default or in session state."""


class StreamlitBadTimeStringError(LocalizableStreamlitException):
    """A text is no length of time. Write it like ``"1d2h34m"``, or give seconds or a timedelta."""


class StreamlitInvalidColorError(LocalizableStreamlitException):
    """A colour is neither like ``"#00ff00"`` nor a list of three or four numbers."""


class StreamlitInvalidURLError(LocalizableStreamlitException):
    """An address is not a whole one. Begin it with ``https://``, ``http://`` or ``mailto:``."""


class StreamlitInvalidWidthError(LocalizableStreamlitException):
    """A width is neither a positive number of pixels nor one of the words that are allowed."""


class StreamlitInvalidHeightError(LocalizableStreamlitException):
    """A height is neither a positive number of pixels nor one of the words that are allowed."""


class StreamlitDataframeConversionError(StreamlitAPIException):
    """A value has no rows and columns. Make a DataFrame, a list of rows or a dict of columns of it."""


class StreamlitSecretNotFoundError(LocalizableStreamlitException, FileNotFoundError):
    """There is no such secret, or nothing to read secrets from."""


# -- components --------------------------------------------------------------------------------------------


class BidiComponentError(LocalizableStreamlitException):
    """Base of the errors of ``components.v2``. Catch one of those, or `StreamlitAPIException`."""


class BidiComponentInvalidCallbackNameError(BidiComponentError):
    """A callback of a component names no value. Call it ``on_NAME_change``."""


class BidiComponentInvalidDefaultKeyError(BidiComponentError):
    """``default`` of a component has a name without a callback. Add ``on_NAME_change``."""


class BidiComponentUnserializableDataError(BidiComponentError):
    """``data`` of a component cannot be sent to its page. Pass what JSON knows, bytes or a table."""


# -- caches ------------------------------------------------------------------------------------------------


class UnhashableParamError(StreamlitAPIException):
    """An argument of a cached function has no content to go by, such as a lambda or an open connection.

    Begin the parameter's name with an underscore to leave it out, or say with ``hash_funcs`` what to go by.
    """


class UserHashError(StreamlitAPIException):
    """A function given as ``hash_funcs`` raised. Mend it; the error it raised is the cause of this one."""


class UnserializableReturnValueError(MarkdownFormattedException):
    """What a function returned to `st.cache_data` cannot be copied. Return data, or use `st.cache_resource`."""


class UnevaluatedDataFrameError(StreamlitAPIException):
    """A function returned a query to `st.cache_data`, not its result. Collect it into a DataFrame first."""


class CachedFunctionReturnedAwaitableError(StreamlitAPIException):
    """A plain cached function returned something to await. Make the function ``async`` and await in it."""


class CacheReplayClosureError(StreamlitAPIException):
    """A cached function drew into a container made outside of it, which cannot be done again.

    Make the container inside of the function, or draw after it returned.
    """


class CachedStFunctionInBackgroundModeWarning(StreamlitAPIWarning):
    """A cached function that is refreshed in the background draws: that shows only when it is computed."""


class CachedWidgetWarning(StreamlitAPIWarning):
    """A cached function draws an input, which is dead when the value is found. Draw it outside, pass its value."""
