"""What a cached function goes by: its own name and source, and the content of its arguments."""

from __future__ import annotations

import inspect
import io
import os
import types
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from jupyter_session_state._core.hashing import HashFuncError, HashFuncs, UnhashableError, fingerprint
from jupyter_session_state.elements import cache_messages as messages


def function_key(function: Callable[..., Any]) -> str:
    """Return the fingerprint of a function: another source, another key."""
    return fingerprint((function.__module__, function.__qualname__, _source(function)))


def _source(function: Callable[..., Any]) -> Any:
    try:
        return inspect.getsource(function)
    except (OSError, TypeError):  # made by `exec`, or the file is gone
        return _code(inspect.unwrap(function).__code__)


def _code(code: types.CodeType) -> Any:
    plain = (str, bytes, int, float, complex, tuple, frozenset, type(None))
    constants = [_code(c) if isinstance(c, types.CodeType) else c for c in code.co_consts]
    return code.co_code, code.co_names, [c for c in constants if isinstance(c, plain)]


def arguments_key(
    kind: str,
    function: Callable[..., Any],
    names: Sequence[str | None],
    args: tuple[Any, ...],
    kwargs: Mapping[str, Any],
    hash_funcs: HashFuncs | None,
) -> str:
    """Return the fingerprint of the arguments of one call.

    Positional ones go by the names of their parameters; those whose names begin with ``_`` are left out.

    Raises
    ------
    UnhashableParamError
        If one of them has no content to go by.
    UserHashError
        If one of `hash_funcs` raised.
    """
    named = [(names[i] if i < len(names) else None, value) for i, value in enumerate(args)]
    parts = []
    for name, value in [*named, *kwargs.items()]:
        if name is not None and name.startswith("_"):
            continue
        try:
            parts.append((name, fingerprint(value, hash_funcs, RULES)))
        except UnhashableError as error:
            raise messages.unhashable(kind, function, name, value, error) from error
        except HashFuncError as error:
            raise messages.hash_func_failed(function, error) from error.__cause__
    return fingerprint(parts)


def positional_names(function: Callable[..., Any]) -> list[str | None]:
    """Return what positional arguments are called; None for those that go into ``*args``."""
    named = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)
    return [p.name if p.kind in named else None for p in inspect.signature(function).parameters.values()]


# -- files -------------------------------------------------------------------------------------------------


def _is_upload(value: Any) -> bool:
    return isinstance(value, io.BytesIO) and hasattr(value, "name")


def _upload(value: Any) -> Any:
    return value.name, value.tell(), value.getvalue()


def _is_file(value: Any) -> bool:
    return (
        hasattr(value, "name")
        and hasattr(value, "fileno")
        and isinstance(getattr(value, "file", value), io.IOBase)
    )


def _file(value: Any) -> Any:
    try:
        return value.name, os.fstat(value.fileno()).st_mtime_ns, value.tell()
    except (OSError, ValueError) as error:  # closed, or nothing one can go back in
        raise UnhashableError(value) from error


RULES = ((_is_upload, _upload), (_is_file, _file))
"""What to go by for files: name and place in the file, and the content or when it was written."""
