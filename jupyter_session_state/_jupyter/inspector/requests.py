"""What the JupyterLab extension asks the kernel; ``js/src/protocol.ts`` says the same."""

from __future__ import annotations

from typing import Literal, TypedDict


class Sync(TypedDict):
    """All again: `hello`, and what is watched."""

    v: int
    type: Literal["sync"]
    id: int


class Watch(TypedDict):
    """What the page shows now, so that nothing else is worked out and sent; nothing if `app` is None."""

    v: int
    type: Literal["watch"]
    id: int
    app: str | None
    state: bool
    history: bool


class Set(TypedDict):
    """Give a key a value; if a widget has it, by the widget's rules, and its callback runs."""

    v: int
    type: Literal["set"]
    id: int
    app: str
    key: str
    json: str  # a text, as in `Entry`: a page would make 1 of 1.0, and other numbers of long ones


class Delete(TypedDict):
    """Forget a key."""

    v: int
    type: Literal["delete"]
    id: int
    app: str
    key: str


class Preview(TypedDict):
    """Look inside a value; the result is `Inside`."""

    v: int
    type: Literal["preview"]
    id: int
    app: str
    key: str
    path: list[str | int]
    offset: int
    limit: int


class Act(TypedDict):
    """Do something with an app."""

    v: int
    type: Literal["rerun", "clear", "undo", "redo"]
    id: int
    app: str


class Goto(TypedDict):
    """Put the state back to how it was after an interaction."""

    v: int
    type: Literal["goto"]
    id: int
    app: str
    number: int


class Replay(TypedDict):
    """Put the state back to before an interaction, and let the later ones happen again without it."""

    v: int
    type: Literal["replay"]
    id: int
    app: str
    without: int


class Look(TypedDict):
    """The keys as they were after an interaction; the result is a list of `Entry`."""

    v: int
    type: Literal["look"]
    id: int
    app: str
    number: int


class Record(TypedDict):
    """A test that does again what was done; the result is its text."""

    v: int
    type: Literal["record"]
    id: int
    app: str


class Export(TypedDict):
    """The keys whose values JSON can say; the result is `Exported`."""

    v: int
    type: Literal["export"]
    id: int
    app: str


class Keep(TypedDict):
    """Keep so many interactions of each app from now on; the newest."""

    v: int
    type: Literal["keep"]
    id: int
    limit: int
