"""What a test can do wrong."""

from __future__ import annotations

from typing import Any


class AppTestError(Exception):
    """A test did something that no user of the app could do, or asked for what is not there."""


def _named(kind: str, key: str | None, label: str) -> str:
    if key is not None:
        return f"the {kind} with the key {key!r}"
    return f"the {kind} {label!r}" if label else f"the {kind}"


def disabled(kind: str, key: str | None, label: str) -> AppTestError:
    """For an edit of a widget that users cannot edit."""
    return AppTestError(
        f"Cannot edit {_named(kind, key, label)}: it is disabled in the app, so no user could."
    )


def cannot_hold(kind: str, key: str | None, label: str, value: Any, reason: Exception) -> AppTestError:
    """For a value that no browser could send."""
    return AppTestError(
        f"Cannot give {value!r} to {_named(kind, key, label)}: {reason}. "
        "A test can send only what a user could choose."
    )


def no_such_page(value: Any, pages: int) -> AppTestError:
    """For a page that nobody could choose."""
    return AppTestError(f"Cannot turn to page {value!r}: there are the pages 1 to {pages}.")


def cannot_record(kind: str, key: str | None, label: str, extension: str, mime: str) -> AppTestError:
    """For a file that a camera or microphone does not make."""
    return AppTestError(
        f"Cannot give this to {_named(kind, key, label)}: it makes one file, whose name ends in {extension}. "
        f"Pass (name, bytes, {mime!r}), or None for nothing."
    )


def no_file(kind: str, key: str | None, label: str, why: str) -> AppTestError:
    """For a file that cannot be sent along."""
    return AppTestError(f"Cannot attach a file to {_named(kind, key, label)}: {why}")


def no_interaction(kind: str, method: str) -> AppTestError:
    """For a click on a text."""
    return AppTestError(f"{method}() does not exist for st.{kind}: it is not an input.")


def opens_address(label: str, method: str) -> AppTestError:
    """For a click on a link."""
    return AppTestError(
        f"{method}() does not exist for the link_button {label!r}: a test opens no addresses. "
        "Test what its on_click calls by calling it."
    )


def gone(kind: str, key: str | None, label: str) -> AppTestError:
    """For a widget object of an older run."""
    return AppTestError(
        f"{_named(kind, key, label).capitalize()} is not on the page any more. "
        "Get it from the AppTest again after run()."
    )


def ambiguous(key: str, kinds: list[str]) -> AppTestError:
    """For a key that several nodes have."""
    return AppTestError(
        f"The key {key!r} belongs to several elements ({', '.join(kinds)}). "
        f"Ask for one kind, as in at.form({key!r})."
    )


def too_slow(seconds: float) -> RuntimeError:
    """For an app that reruns itself for ever."""
    return RuntimeError(
        f"The app was still asking for reruns after {seconds:g} s. "
        "Does every st.rerun() have a condition that ends? "
        "Pass a longer timeout to run() if the script is only slow."
    )


def no_page_file(path: str, folder: str) -> ValueError:
    """For a page whose file is not there."""
    return ValueError(
        f"There is no file {path!r} in {folder or 'the current folder'!r}, where the script is."
    )


def no_page(path: str, known: list[str]) -> ValueError:
    """For a file that is no page of the app."""
    listed = ", ".join(map(repr, known)) or "none"
    return ValueError(f"{path!r} is no page of the app. Pages in files: {listed}.")
