"""What each message of a page does."""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING, Any

from jupyter_session_state._core import contents
from jupyter_session_state._core.edits import Edit, check_edit
from jupyter_session_state._core.history import FEWEST, MOST, state_after
from jupyter_session_state._core.previews import as_json, look
from jupyter_session_state._core.slots import MISSING
from jupyter_session_state._core.travel import Replay, Travel
from jupyter_session_state._jupyter.inspector.checks import fault
from jupyter_session_state._jupyter.inspector.entries import owners_of, past_entries, value_of
from jupyter_session_state.errors import StreamlitAPIException

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jupyter_session_state._core.app import App
    from jupyter_session_state._jupyter.inspector.page import Page
    from jupyter_session_state._jupyter.inspector.protocol import Child

LOG = logging.getLogger(__name__)

CAUSE = "Rerun was asked for in the inspector"

PREVIEW = 200
"""Characters of a value inside of another one."""


class RefusedError(Exception):
    """Something a page asked for cannot be done; the words say why."""


def answer(page: Page, message: Any) -> None:
    """Do what a message says, and answer it; on the main thread, between runs."""
    wrong = fault(message)
    if wrong is not None:
        number = message.get("id") if isinstance(message, dict) else 0
        page.reply(number if isinstance(number, int) else 0, error=wrong)
        return
    try:
        page.reply(message["id"], _ANSWERS[message["type"]](page, message))
    except (RefusedError, LookupError, StreamlitAPIException) as error:
        page.reply(
            message["id"], error={"code": "refused", "message": str(error.args[0] if error.args else error)}
        )
    except Exception as error:  # a fault of ours; the page must not wait for ever
        LOG.exception("a message of the inspector could not be answered")
        page.reply(
            message["id"], error={"code": "failed", "message": f"{type(error).__name__}: {error}"[:300]}
        )


def _app(page: Page, message: Mapping[str, Any]) -> App:
    app = page.session.kernel.apps.get(message["app"])
    if app is None:
        raise RefusedError(f"there is no app {message['app']!r} in this kernel any more")
    return app


def _sync(page: Page, _message: Mapping[str, Any]) -> None:
    page.hello()
    page.tell_all()


def _watch(page: Page, message: Mapping[str, Any]) -> None:
    app = None if message["app"] is None else _app(page, message)
    page.watch(app, state=message["state"], history=message["history"])


def _set(page: Page, message: Mapping[str, Any]) -> None:
    try:
        value = json.loads(message["json"])
    except (ValueError, RecursionError) as error:
        raise RefusedError(f"this is not JSON: {error}") from None
    _edit(_app(page, message), message["key"], value)


def _delete(page: Page, message: Mapping[str, Any]) -> None:
    _edit(_app(page, message), message["key"], MISSING)


def _edit(app: App, key: str, value: Any) -> None:
    why_not = check_edit(app, key, value)
    if why_not:
        raise RefusedError(why_not)
    app.ask_job(Edit(key, value))


def _preview(page: Page, message: Mapping[str, Any]) -> dict[str, Any]:
    value = value_of(_app(page, message), message["key"])
    if value is MISSING:
        raise RefusedError(f"there is nothing to see of {message['key']!r}")
    try:
        found, many = contents.some(contents.at(value, message["path"]), message["offset"], message["limit"])
    except LookupError as error:
        raise RefusedError(f"{message['key']!r} is not what it was: {error.args[0]}") from None
    return {"children": [_child(*part) for part in found], "total": many}


def _child(name: str, step: str | int, value: Any) -> Child:
    seen = look(value, PREVIEW)
    return {
        "name": name or str(step),
        "step": step,
        "type": seen.type,
        "preview": seen.text,
        "size": seen.size,
        "open": seen.is_open,
    }


def _act(ask: Callable[[App], object]) -> Callable[[Page, Mapping[str, Any]], None]:
    def act(page: Page, message: Mapping[str, Any]) -> None:
        ask(_app(page, message))

    return act


def _undo(app: App) -> None:
    if app.history.back() is None:
        raise RefusedError("there is nothing to undo")
    app.ask_job(Travel("undo"))


def _redo(app: App) -> None:
    if app.history.forth() is None:
        raise RefusedError("there is nothing to redo")
    app.ask_job(Travel("redo"))


def _goto(page: Page, message: Mapping[str, Any]) -> None:
    app = _app(page, message)
    app.ask_job(Travel("goto", app.history.numbered(message["number"]).number))


def _replay(page: Page, message: Mapping[str, Any]) -> None:
    app = _app(page, message)
    app.history.step_before(message["without"])
    app.ask_job(Replay(message["without"]))


def _look(page: Page, message: Mapping[str, Any]) -> list[Any]:
    app = _app(page, message)
    return list(past_entries(app, state_after(app, message["number"])))


def _record(page: Page, message: Mapping[str, Any]) -> str:
    app = _app(page, message)
    return app.kernel.record(app)


def _export(page: Page, message: Mapping[str, Any]) -> dict[str, Any]:
    app = _app(page, message)
    owners, state = owners_of(app), app.state.snapshot()
    hidden = {key for key, owner in owners.items() if owner.control.sensitive}
    texts = {key: as_json(value) for key, value in state.items() if key not in hidden}
    said = {key: json.loads(text) for key, text in texts.items() if text is not None}
    return {
        "text": json.dumps(said, indent=2, ensure_ascii=False),
        "left_out": [k for k in state if k not in said],
    }


def _keep(page: Page, message: Mapping[str, Any]) -> None:
    limit = message["limit"]
    if not FEWEST <= limit <= MOST:
        raise RefusedError(f"{FEWEST} to {MOST} interactions of an app can be kept, not {limit}")
    page.session.kernel.keep_history(limit)
    page.look()


_ANSWERS: dict[str, Callable[[Page, Mapping[str, Any]], Any]] = {
    "sync": _sync,
    "watch": _watch,
    "set": _set,
    "delete": _delete,
    "preview": _preview,
    "rerun": _act(lambda app: app.ask(CAUSE)),
    "clear": _act(lambda app: app.ask_clear("Clear and rerun was asked for in the inspector")),
    "undo": _act(_undo),
    "redo": _act(_redo),
    "goto": _goto,
    "replay": _replay,
    "look": _look,
    "record": _record,
    "export": _export,
    "keep": _keep,
}
