"""What the JupyterLab extension and the kernel say to each other; ``js/src/protocol.ts`` says the same.

What the page asks is in ``requests.py``.

Every message has `v`, the version of this protocol, and `type`. The page asks with an `id`, and each of its messages
is answered by one `Reply` of that id. What is unknown is ignored by the page, and refused by the kernel with an error
that says so. Times are seconds since the epoch, durations milliseconds. Each page has a comm of its own.
"""

from __future__ import annotations

from typing import Any, Final, Literal, TypedDict

VERSION: Final = 1

TARGET: Final = "jupyter_session_state"
"""The comm target. It exists only after the extension asked for it by executing code, and never under Voilà."""

MAX_MESSAGE: Final = 256_000
"""Bytes that one message may have, either way; a state that is larger is cut, and says by how much."""

MAX_STATE: Final = 4
"""Messages that tell a whole state: a notebook server drops what comes if it is more than about 3 MB in 3 s."""

MAX_PREVIEW: Final = 500
"""Characters of a value that are shown at first."""

Group = Literal["yours", "widgets", "forms", "kept"]
"""The program's keys; those of widgets on the page; of forms; values of widgets that are not drawn now."""

By = Literal["widget", "callback", "script", "cell", "inspector", "restore"]
"""Who wrote a key: the browser through its widget, a callback, the script, a plain cell, this panel, or undo."""

Phase = Literal["running", "done"]
Ending = Literal["completed", "stopped", "rerun", "error", "aborted", "interrupted"]


class AppInfo(TypedDict):
    """One app, as lists and the status bar show it."""

    name: str
    cell: str | None  # the id of its cell, where the front end told it
    running: bool
    error: str  # of the last run; empty if there was none
    undo: bool  # whether there is something to undo
    redo: bool


class Writer(TypedDict):
    """Who wrote a key last."""

    by: By
    name: str  # the label of the widget, the name of the callback; else empty
    line: int | None  # of the script or the callback
    at: float


class Owner(TypedDict):
    """The widget that has a key."""

    kind: str
    label: str
    disabled: bool


class Entry(TypedDict):
    """One key of an app's session state."""

    key: str
    group: Group
    type: str
    preview: str
    size: int  # entries of a container, characters of a text, bytes of bytes; 1 of anything else
    open: bool  # whether `preview` can look inside
    json: str | None  # the value as JSON, if it is small and JSON can say it: what the editor begins with
    editable: bool
    why_not: str  # why it cannot be edited; empty if it can
    masked: bool
    owner: Owner | None
    writer: Writer | None


class Child(TypedDict):
    """One entry of a container that was opened."""

    name: str
    step: str | int  # what is added to the path to look further
    type: str
    preview: str
    size: int
    open: bool


class Inside(TypedDict):
    """Some of the entries of a container."""

    children: list[Child]
    total: int


class Exported(TypedDict):
    """A state to keep."""

    text: str  # JSON of an object
    left_out: list[str]  # keys whose values JSON cannot say, or which are masked


class Call(TypedDict):
    """One callback that an interaction ran."""

    name: str
    arguments: str
    widget: str
    line: int | None


class Change(TypedDict):
    """A key before and after, as short texts; None where it was absent."""

    key: str
    before: str | None
    after: str | None
    restorable: bool


class Item(TypedDict):
    """One interaction in the timeline."""

    number: int
    at: float
    cause: str
    callbacks: list[Call]
    changes: list[Change]
    refused: list[str]
    printed: str
    error: str
    ending: Ending
    ms: float
    restorable: bool  # whether all of the state after it can be put back
    why_not: str


class Hello(TypedDict):
    """The first message on a comm."""

    v: int
    type: Literal["hello"]
    version: str  # of the package
    session: str  # another one after a restart of the kernel
    limit: int  # how many interactions of each app are kept
    apps: list[AppInfo]


class Apps(TypedDict):
    """The apps there are, whenever that changed."""

    v: int
    type: Literal["apps"]
    apps: list[AppInfo]


class State(TypedDict):
    """All keys of the app that a page watches; many of them come in several messages, one right after the other."""

    v: int
    type: Literal["state"]
    app: str
    seq: int  # goes up by one with each `state` and `patch` of a comm; after a gap the page asks again
    entries: list[Entry]
    offset: int  # how many keys the messages before this one told
    more: int  # keys that are in none of these messages because they would be too large


class Patch(TypedDict):
    """What changed of them."""

    v: int
    type: Literal["patch"]
    app: str
    seq: int
    set: list[Entry]
    gone: list[str]


class Run(TypedDict):
    """An app has been running for a moment, or is done; quick runs are told only of the app that a page watches."""

    v: int
    type: Literal["run"]
    app: str
    phase: Phase
    ms: float


class History(TypedDict):
    """The timeline of the app that a page watches, or what was added to it."""

    v: int
    type: Literal["history"]
    app: str
    whole: bool
    items: list[Item]
    first: int  # the number of the oldest that is kept
    cursor: int  # the number of the interaction whose state is the present one
    undo: bool
    redo: bool


class News(TypedDict):
    """Several messages, in order, that came about together: each by itself would cost the kernel as much as all."""

    v: int
    type: Literal["news"]
    messages: list[Any]


class Error(TypedDict):
    """Why something was not done, in words for a person."""

    code: Literal["malformed", "too-large", "unknown", "refused", "busy", "failed"]
    message: str


class Reply(TypedDict):
    """The answer to a message of the page."""

    v: int
    type: Literal["reply"]
    id: int
    ok: bool
    result: Any
    error: Error | None  # None if it was done
