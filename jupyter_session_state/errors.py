"""Every exception a user can meet.

Class names are those of `streamlit.errors`, so that ``except`` clauses of pasted scripts work; all derive from
`StreamlitAPIException`. What they say is put together in `_core.messages`.
"""

from __future__ import annotations


class StreamlitAPIException(Exception):  # noqa: N818 - Streamlit's name
    """Base of all errors about how the API was used."""


class StreamlitValueError(StreamlitAPIException, ValueError):
    """An argument has a value that is not allowed."""


class StreamlitWidgetAlreadyInstantiatedError(StreamlitAPIException):
    """A key was assigned after its widget was drawn in the same run."""


class StreamlitValueAssignmentNotAllowedError(StreamlitAPIException):
    """A key was assigned whose widget does not take values: a button, an uploader, a form."""


class DuplicateWidgetID(StreamlitAPIException):
    """Two widgets cannot be told apart."""


class StreamlitDuplicateElementKey(DuplicateWidgetID):
    """The same key was drawn twice in one run."""


class StreamlitDuplicateElementId(DuplicateWidgetID):
    """Two widgets without a key have the same kind and parameters."""


class StreamlitInvalidFormCallbackError(StreamlitAPIException):
    """A widget in a form, other than the submit button, has a callback."""


class StreamlitInvalidLayoutContextError(StreamlitAPIException):
    """An element was drawn where it cannot be, such as a button in a form."""


class StreamlitValueAboveMaxError(StreamlitAPIException):
    """A value lies above the maximum."""


class StreamlitValueBelowMinError(StreamlitAPIException):
    """A value lies below the minimum."""


class StreamlitInvalidMinMaxError(StreamlitAPIException):
    """The minimum lies above the maximum."""


class StreamlitMixedNumericTypesError(StreamlitAPIException):
    """The numbers of one call are not all int or all float."""


class StreamlitValueOutOfRangeError(StreamlitAPIException):
    """An index lies outside of the options."""


class StreamlitMissingRequiredParameterError(StreamlitAPIException):
    """A parameter that this combination needs was not given."""


class StreamlitInvalidColumnSpecError(StreamlitAPIException):
    """`st.columns` got neither a positive number nor positive weights."""


class StreamlitIncompatibleParametersError(StreamlitAPIException):
    """Two arguments exclude each other."""


class StreamlitInvalidParameterTypeError(StreamlitAPIException, TypeError):
    """An argument has a type that is not allowed."""


class StreamlitInvalidWidthError(StreamlitAPIException):
    """A width is neither a number of pixels nor one of the words that are known."""


class StreamlitInvalidHeightError(StreamlitAPIException):
    """A height is neither a number of pixels nor one of the words that are known."""


class StreamlitInvalidNumberFormatError(StreamlitAPIException):
    """A format does not fit numbers."""


class StreamlitJSNumberBoundsError(StreamlitAPIException):
    """A number is too large for a browser to hold exactly."""


class StreamlitDataframeConversionError(StreamlitAPIException):
    """A value cannot be shown as a table."""


class StreamlitDefaultNotInOptionsError(StreamlitAPIException):
    """A default is not among the options."""


class StreamlitSelectionCountExceedsMaxError(StreamlitAPIException):
    """More options are selected than allowed."""


class StreamlitQueryParamDictValueError(StreamlitAPIException):
    """A query parameter was set to a dict."""


class NoRunError(StreamlitAPIException):
    """An ``st.*`` element was called while no app runs."""


class AppError(StreamlitAPIException):
    """A `%%stateapp` cell or `%stateapp` line cannot be carried out as written."""
