"""Inputs that core ipywidgets do not have, or have without a name that screen readers can say."""

from __future__ import annotations

from typing import ClassVar

import traitlets

from jupyter_session_state._jupyter.views.bundle import ControlView


class Slider(ControlView):
    """A slider with one thumb, or with two for a range.

    Dates, times and date-times travel as microseconds since 1970-01-01 UTC; ``format`` is printf-like for
    numbers and made of moment-like tokens for dates. With ``continuous`` the value is sent while dragging.
    """

    view: ClassVar[str] = "Slider"

    value = traitlets.List(traitlets.CFloat(), default_value=[0.0], minlen=1, maxlen=2).tag(sync=True)
    min = traitlets.CFloat(0.0).tag(sync=True)
    max = traitlets.CFloat(100.0).tag(sync=True)
    step = traitlets.CFloat(1.0).tag(sync=True)
    format = traitlets.Unicode("%d").tag(sync=True)
    data_type = traitlets.Enum(("int", "float", "date", "time", "datetime"), "int").tag(sync=True)
    description = traitlets.Unicode().tag(sync=True)
    disabled = traitlets.Bool(False).tag(sync=True)
    continuous = traitlets.Bool(True).tag(sync=True)


class NumberInput(ControlView):
    """A field for one number, which may be empty (None), with buttons for one step down and up."""

    view: ClassVar[str] = "NumberInput"

    value = traitlets.CFloat(None, allow_none=True).tag(sync=True)
    min = traitlets.CFloat(None, allow_none=True).tag(sync=True)
    max = traitlets.CFloat(None, allow_none=True).tag(sync=True)
    step = traitlets.CFloat(1.0).tag(sync=True)
    format = traitlets.Unicode("%d").tag(sync=True)
    data_type = traitlets.Enum(("int", "float"), "int").tag(sync=True)
    placeholder = traitlets.Unicode().tag(sync=True)
    icon = traitlets.Unicode().tag(sync=True)
    required = traitlets.Bool(False).tag(sync=True)
    description = traitlets.Unicode().tag(sync=True)
    disabled = traitlets.Bool(False).tag(sync=True)


class MomentInput(ControlView):
    """A text field for a date, a time or both, with a button for the browser's own picker; two for a range.

    Values, ends and what an emptied field stands for travel as ISO texts. ``format`` is the author's, such as
    ``"DD.MM.YYYY"`` or ``"12h"``; ``step`` is in seconds.
    """

    view: ClassVar[str] = "MomentInput"

    value = traitlets.List(traitlets.Unicode(), maxlen=2).tag(sync=True)
    empty = traitlets.List(traitlets.Unicode(), maxlen=2).tag(sync=True)
    mode = traitlets.Enum(("date", "time", "datetime"), "date").tag(sync=True)
    is_range = traitlets.Bool(False).tag(sync=True)
    min = traitlets.Unicode().tag(sync=True)
    max = traitlets.Unicode().tag(sync=True)
    step = traitlets.CFloat(60.0).tag(sync=True)
    format = traitlets.Unicode("YYYY/MM/DD").tag(sync=True)
    required = traitlets.Bool(False).tag(sync=True)
    description = traitlets.Unicode().tag(sync=True)
    disabled = traitlets.Bool(False).tag(sync=True)


class ColorPicker(ControlView):
    """A patch of colour that opens the browser's picker, and the colour as text."""

    view: ClassVar[str] = "ColorPicker"

    value = traitlets.Unicode("#000000").tag(sync=True)
    description = traitlets.Unicode().tag(sync=True)
    disabled = traitlets.Bool(False).tag(sync=True)
