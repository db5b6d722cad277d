"""Passwords and the like, read from a file beside the notebook: never from the notebook itself."""

from __future__ import annotations

import copy
import os
import sys
import threading
from collections.abc import ItemsView, Iterator, KeysView, Mapping, ValuesView
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

from jupyter_session_state import errors
from jupyter_session_state._core.place import CURRENT

MASK = "•••"
"""Stands for a value wherever it would be shown."""

FILE = Path(".streamlit") / "secrets.toml"


class AttrDict(Mapping[str, Any]):
    """One section of the secrets: its items are attributes too, and nothing can be changed.

    Its text does not tell its values.
    """

    def __init__(self, value: Mapping[str, Any]) -> None:
        self.__dict__["_values"] = dict(value)

    def __getitem__(self, key: str) -> Any:
        if key not in self.__dict__["_values"]:
            raise KeyError(
                f"st.secrets has no key {key!r} in this section; it has {', '.join(self) or 'none'}."
            )
        return _wrapped(self.__dict__["_values"][key])

    def __getattr__(self, name: str) -> Any:
        try:
            return self[name]
        except KeyError as error:
            raise AttributeError(error.args[0]) from None

    def __iter__(self) -> Iterator[str]:
        return iter(self.__dict__["_values"])

    def __len__(self) -> int:
        return len(self.__dict__["_values"])

    def __repr__(self) -> str:
        return f"AttrDict({', '.join(f'{name}={MASK}' for name in self)})"

    def __setitem__(self, key: str, value: Any) -> NoReturn:
        raise TypeError("Secrets cannot be assigned; they are read from a file.")

    def __setattr__(self, key: str, value: Any) -> NoReturn:
        raise TypeError("Secrets cannot be assigned; they are read from a file.")

    def __delitem__(self, key: str) -> NoReturn:
        raise TypeError("Secrets cannot be deleted; they are read from a file.")

    def to_dict(self) -> dict[str, Any]:
        """Return the values as a plain dictionary."""
        return copy.deepcopy(self.__dict__["_values"])


def _wrapped(value: Any) -> Any:
    return AttrDict(value) if isinstance(value, Mapping) else value


def masked(secrets: Mapping[str, Any]) -> dict[str, Any]:
    """Return secrets with all their names and none of their values."""
    return {name: masked(value) if isinstance(value, Mapping) else MASK for name, value in secrets.items()}


class Secrets(Mapping[str, Any]):
    """What ``.streamlit/secrets.toml`` says, beside the script or notebook and in the home folder.

    Where both have a name, the one beside the script counts. Files are read again when they changed. Texts and numbers
    at the top are environment variables too. Its text does not tell its values. Mirrors ``streamlit.secrets``.
    """

    def __init__(self) -> None:
        own = self.__dict__
        own["_lock"] = threading.RLock()
        own["_read"], own["_values"], own["_exported"], own["_given"] = None, {}, {}, {}

    # -- reading -------------------------------------------------------------------------------------------

    def _parse(self) -> Mapping[str, Any]:
        own = self.__dict__
        paths = _paths()
        stamps = tuple((path, _stamp(path)) for path in paths)
        with own["_lock"]:
            if all(stamp is None for _, stamp in stamps) and not own["_given"]:
                raise not_found(paths)
            if own["_read"] != stamps:
                values: dict[str, Any] = {}
                for path, stamp in stamps:
                    if stamp is not None:
                        values.update(_file(path))
                own["_values"], own["_read"] = {**values, **own["_given"]}, stamps
                self._export()
            found: Mapping[str, Any] = own["_values"]
            return found

    def _export(self) -> None:
        own = self.__dict__
        self._forget_exported()
        own["_exported"] = {k: str(v) for k, v in own["_values"].items() if type(v) in (str, int, float)}
        os.environ.update(own["_exported"])

    def _forget_exported(self) -> None:
        for name, text in self.__dict__["_exported"].items():
            if os.environ.get(name) == text:
                del os.environ[name]
        self.__dict__["_exported"] = {}

    def load_if_toml_exists(self) -> bool:
        """Whether there are any."""
        try:
            self._parse()
        except errors.StreamlitSecretNotFoundError:
            return False
        return True

    def merge_programmatic_secrets(self, programmatic_secrets: Mapping[str, Any]) -> None:
        """Add secrets that no file has, for tests, in place of those that were added before."""
        with self.__dict__["_lock"]:
            self._forget_exported()
            self.__dict__["_given"] = copy.deepcopy(dict(programmatic_secrets))
            self.__dict__["_read"] = None

    @contextmanager
    def added(self, secrets: Mapping[str, Any]) -> Iterator[None]:
        """Add secrets that no file has for as long as a block runs."""
        if secrets:
            self.merge_programmatic_secrets(secrets)
        try:
            yield
        finally:
            if secrets:
                self.merge_programmatic_secrets({})

    # -- the mapping ---------------------------------------------------------------------------------------

    def __getitem__(self, key: str) -> Any:
        values = self._parse()
        if key not in values:
            raise KeyError(_missing(key))
        return _wrapped(values[key])

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        values = self._parse()
        if name not in values:
            raise AttributeError(_missing(name))
        return _wrapped(values[name])

    def __setitem__(self, key: str, value: Any) -> NoReturn:
        raise TypeError("Secrets cannot be assigned; they are read from a file.")

    def __setattr__(self, key: str, value: Any) -> NoReturn:
        raise TypeError("Secrets cannot be assigned; they are read from a file.")

    def __delitem__(self, key: str) -> NoReturn:
        raise TypeError("Secrets cannot be deleted; they are read from a file.")

    def __iter__(self) -> Iterator[str]:
        return iter(self._parse())

    def __len__(self) -> int:
        return len(self._parse())

    def __contains__(self, key: object) -> bool:
        return key in self._parse()

    def __repr__(self) -> str:
        try:
            names = ", ".join(f"{name}={MASK}" for name in self._parse())
        except errors.StreamlitSecretNotFoundError:
            names = "none"
        return f"Secrets({names})"

    def has_key(self, k: str) -> bool:
        """Whether there is a secret of this name."""
        return k in self._parse()

    def keys(self) -> KeysView[str]:
        """Return the names."""
        return self._parse().keys()

    def values(self) -> ValuesView[Any]:
        """Return the values."""
        return self._parse().values()

    def items(self) -> ItemsView[str, Any]:
        """Return names and values."""
        return self._parse().items()

    def to_dict(self) -> dict[str, Any]:
        """Return all of it as a plain dictionary."""
        return copy.deepcopy(dict(self._parse()))


def _paths() -> list[Path]:
    """Return where secrets may be; what comes later counts more."""
    run = CURRENT.get()
    folder = "" if run is None else getattr(run.app.body, "folder", "")
    beside = [Path.cwd() / FILE, *([Path(folder) / FILE] if folder else [])]
    return list(dict.fromkeys([Path.home() / FILE, *beside]))


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_mtime_ns, stat.st_size


def _file(path: Path) -> dict[str, Any]:
    try:
        return _toml(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        # What the parser says may quote a line, and with it a secret.
        line = getattr(error, "lineno", None)
        place = f" (line {line})" if line else ""
        raise errors.StreamlitSecretNotFoundError(
            f"The secrets in {path} cannot be read: the file is no valid TOML{place}."
        ) from None


def _toml(text: str) -> dict[str, Any]:
    name = "tomllib" if sys.version_info >= (3, 11) else "tomli"
    found: dict[str, Any] = import_module(name).loads(text)
    return found


def not_found(paths: list[Path]) -> errors.StreamlitSecretNotFoundError:
    """For secrets that are nowhere."""
    listed = " nor ".join(map(str, paths))
    return errors.StreamlitSecretNotFoundError(
        f"There are no secrets: neither {listed} exists. Write lines such as password = 'abc' into one of them."
    )


def _missing(name: str) -> str:
    listed = ", ".join(str(path) for path in _paths() if _stamp(path) is not None)
    return f"st.secrets has no {name!r}. It would be a line in {listed or 'a secrets.toml'}."
