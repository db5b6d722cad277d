"""Buttons that core ipywidgets do not have: one that saves a file, a link, a menu; and the chat input."""

from __future__ import annotations

from typing import ClassVar

import traitlets

from jupyter_session_state._jupyter.views.bundle import ControlView


class Download(ControlView):
    """A button that saves a file: it asks for the bytes with a message, which brings them as a binary buffer.

    With ``reruns`` each click is told to the kernel besides.
    """

    view: ClassVar[str] = "Download"

    reruns = traitlets.Bool(True).tag(sync=True)
    description = traitlets.Unicode().tag(sync=True)
    disabled = traitlets.Bool(False).tag(sync=True)


class Link(ControlView):
    """A link that looks like a button; each click is told to the kernel. Without ``href`` it leads nowhere."""

    view: ClassVar[str] = "Link"

    href = traitlets.Unicode().tag(sync=True)
    description = traitlets.Unicode().tag(sync=True)
    disabled = traitlets.Bool(False).tag(sync=True)


class Menu(ControlView):
    """A button that opens a menu; a click on an entry brings its label. ``options`` are labels with what is shown."""

    view: ClassVar[str] = "Menu"

    options = traitlets.List(traitlets.Dict()).tag(sync=True)
    description = traitlets.Unicode().tag(sync=True)
    disabled = traitlets.Bool(False).tag(sync=True)


class ChatInput(ControlView):
    """A field that grows with its text, and a button that sends it.

    A ``draft`` is put into the field; once its user writes or sends, the page takes it away from here. With another
    ``submit_mode`` than ``"submit"`` it waits after sending, until the message ``{"op": "done"}`` comes. Files, and a
    recording, come before the text does, as those of an `Upload`; the text names them.
    """

    view: ClassVar[str] = "ChatInput"

    placeholder = traitlets.Unicode().tag(sync=True)
    draft = traitlets.Unicode().tag(sync=True)
    max_chars = traitlets.Int(None, allow_none=True).tag(sync=True)
    submit_mode = traitlets.Enum(("submit", "disable", "stop"), "submit").tag(sync=True)
    accept_file = traitlets.Bool(False).tag(sync=True)
    accept_audio = traitlets.Bool(False).tag(sync=True)
    types = traitlets.List(traitlets.Unicode()).tag(sync=True)
    multiple = traitlets.Enum(("", "files", "directory"), "").tag(sync=True)
    max_size = traitlets.Int(0).tag(sync=True)
    sample_rate = traitlets.Int(None, allow_none=True).tag(sync=True)
    description = traitlets.Unicode().tag(sync=True)
    disabled = traitlets.Bool(False).tag(sync=True)
