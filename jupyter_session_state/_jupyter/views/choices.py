"""Inputs with options that core ipywidgets do not have: chips, pills, grades, a slider over options."""

from __future__ import annotations

from typing import ClassVar

import ipywidgets
import traitlets

from jupyter_session_state._jupyter.views.bundle import ControlView


class ButtonGroup(ControlView):
    """Options side by side or below each other, of which one or several are pressed.

    ``look`` says how: ``"radio"``, ``"pills"``, ``"segmented"``, or the grades ``"thumbs"``, ``"faces"``,
    ``"stars"``. Each option has a ``label``, by which it travels, and may have a ``html`` to show instead of it and a
    ``caption`` (sanitised HTML both). With ``required`` what is pressed cannot be released.
    """

    view: ClassVar[str] = "ButtonGroup"

    value = traitlets.List(traitlets.Unicode()).tag(sync=True)
    options = traitlets.List(traitlets.Dict()).tag(sync=True)
    look = traitlets.Enum(("radio", "pills", "segmented", "thumbs", "faces", "stars"), "pills").tag(sync=True)
    multiple = traitlets.Bool(False).tag(sync=True)
    required = traitlets.Bool(False).tag(sync=True)
    horizontal = traitlets.Bool(False).tag(sync=True)
    stretch = traitlets.Bool(False).tag(sync=True)
    wrap = traitlets.Bool(True).tag(sync=True)
    description = traitlets.Unicode().tag(sync=True)
    disabled = traitlets.Bool(False).tag(sync=True)


class MultiSelect(ControlView):
    """A field that collects options as chips, with a list that typing narrows.

    ``select_all`` says up to how many options there is a way to choose all; -1 is any number.
    """

    view: ClassVar[str] = "MultiSelect"

    value = traitlets.List(traitlets.Unicode()).tag(sync=True)
    options = traitlets.List(traitlets.Unicode()).tag(sync=True)
    placeholder = traitlets.Unicode().tag(sync=True)
    max_selections = traitlets.Int(None, allow_none=True).tag(sync=True)
    accept_new_options = traitlets.Bool(False).tag(sync=True)
    filter_mode = traitlets.Unicode("fuzzy", allow_none=True).tag(sync=True)
    select_all = traitlets.Int(-1).tag(sync=True)
    wrap = traitlets.Bool(True).tag(sync=True)
    description = traitlets.Unicode().tag(sync=True)
    disabled = traitlets.Bool(False).tag(sync=True)


class SelectSlider(ControlView):
    """A slider over options with one thumb, or with two for a range; labels travel."""

    view: ClassVar[str] = "SelectSlider"

    value = traitlets.List(traitlets.Unicode(), maxlen=2).tag(sync=True)
    options = traitlets.List(traitlets.Unicode()).tag(sync=True)
    description = traitlets.Unicode().tag(sync=True)
    disabled = traitlets.Bool(False).tag(sync=True)
    continuous = traitlets.Bool(True).tag(sync=True)


class Dropdown(ipywidgets.Dropdown):  # type: ignore[misc, unused-ignore]
    """The core drop-down; if it is ``clearable``, its first entry stands for nothing chosen."""

    clearable = traitlets.Bool(False)


class Pagination(ControlView):
    """Numbers of pages to leaf through. ``visible`` says how many are shown at most; None for all."""

    view: ClassVar[str] = "Pagination"

    value = traitlets.Int(1).tag(sync=True)
    pages = traitlets.Int(1).tag(sync=True)
    visible = traitlets.Int(None, allow_none=True).tag(sync=True)
    stretch = traitlets.Bool(False).tag(sync=True)
    description = traitlets.Unicode().tag(sync=True)
    disabled = traitlets.Bool(False).tag(sync=True)
