"""Binary values in the state of a widget: they travel beside it, with the paths to where they belong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

BINARY = (bytes, bytearray, memoryview)


def put_back(state: dict[str, Any], paths: Sequence[Sequence[Any]], buffers: Sequence[Any]) -> None:
    """Put binary values where they belong in a state that arrived.

    Raises
    ------
    ValueError
        If a path leads nowhere.
    """
    try:
        for path, buffer in zip(paths, buffers, strict=True):
            where: Any = state
            for step in path[:-1]:
                where = where[step]
            where[path[-1]] = buffer
    except (TypeError, LookupError) as error:
        raise ValueError(f"no place for a binary value: {error}") from error


def taken_out(state: Mapping[str, Any]) -> tuple[dict[str, Any], list[list[Any]], list[Any]]:
    """Return a state without its binary values, the paths to them, and these values."""
    found = list(_binary(state, []))
    stripped: dict[str, Any] = _stripped(state) if found else dict(state)
    return stripped, [path for path, _ in found], [value for _, value in found]


def _binary(value: Any, path: list[Any]) -> Iterator[tuple[list[Any], Any]]:
    if isinstance(value, BINARY):
        yield path, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _binary(item, [*path, key])
    elif isinstance(value, (list, tuple)):
        for index, item in enumerate(value):
            yield from _binary(item, [*path, index])


def _stripped(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _stripped(item) for key, item in value.items() if not isinstance(item, BINARY)}
    if isinstance(value, (list, tuple)):
        return [None if isinstance(item, BINARY) else _stripped(item) for item in value]
    return value
