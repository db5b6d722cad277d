"""The query parameters of an app: what would stand behind the question mark of its address.

There is no address bar in a notebook, so each app has an address of its own that lives as long as the app, beside
its session state. A front end may open an app with one (Voilà's page has a real one), and it writes into it what
users change in widgets bound to it (`bindings`).

Two tables, as between a browser and a server: the *address* is what the front end holds; the *values* are what the
program sees, taken from the address when a run starts and shown there whenever the program changes them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from typing import Any
from urllib.parse import parse_qs, urlencode

from jupyter_session_state._core import messages
from jupyter_session_state._core.place import running
from jupyter_session_state._core.query_strings import Pairs, Value, pairs_of

RESERVED = frozenset(("embed", "embed_options"))
"""Names, in any case, that belong to the page the app is embedded in: hidden from programs and not theirs to set."""

LONGEST = 512 * 1024
MOST = 1000


class QueryParams(MutableMapping[str, str]):
    """What the program sees of the query parameters of one app, and what its address says.

    Attributes
    ----------
    bound
        By parameter, the element id of the widget it is bound to: it is set through the widget alone.
    """

    __slots__ = ("_address", "_initial", "_opened_with", "_values", "bound")

    def __init__(self) -> None:
        self.bound: dict[str, str] = {}
        self._values: dict[str, str | list[str]] = {}
        self._address: dict[str, list[str]] = {}
        self._initial: dict[str, list[str]] = {}
        self._opened_with: dict[str, list[str]] = {}

    # -- the address ---------------------------------------------------------------------------------------

    def open(self, query: str) -> None:
        """Begin with this address, as ``a=1&b=x``, unless that is how it began; one too long to be meant is none."""
        query = query.removeprefix("?")
        sane = len(query) <= LONGEST and query.count("&") < MOST
        opened_with = parse_qs(query, keep_blank_values=True) if sane else {}
        if opened_with != self._opened_with:
            self._opened_with = opened_with
            self.reopen()

    def reopen(self) -> None:
        """Go back to the address the app was opened with; no widget is bound any more."""
        self._address = dict(self._opened_with)
        self.bound.clear()

    def navigate(self, params: Mapping[str, Any]) -> None:
        """Take an address that a front end gives as a mapping of texts and lists of texts."""
        given = {str(name): _several(value) for name, value in params.items()}
        self._address = {name: texts for name, texts in given.items() if texts}

    @property
    def address(self) -> dict[str, str | list[str]]:
        """The address as a mapping; what is there once is a text, the rest are lists."""
        return {name: _single(texts) for name, texts in self._address.items()}

    @property
    def query_string(self) -> str:
        """The address as a text, without the question mark."""
        return urlencode(self._address, doseq=True)

    def begin_run(self) -> None:
        """Take the values from the address: a run starts."""
        self._initial = dict(self._address)
        self._values = self.address

    def initial(self, name: str) -> list[str] | None:
        """Return what the address said of a parameter when the run started."""
        return self._initial.get(name)

    def _show(self) -> None:
        """Have the address say what the program sees."""
        several = {name: _several(value) for name, value in self._values.items()}
        self._address = {name: texts for name, texts in several.items() if texts}

    # -- for widgets bound to a parameter ------------------------------------------------------------------

    def write(self, name: str, texts: list[str]) -> None:
        """Set a parameter on behalf of its widget."""
        if name not in self._values or self.get_all(name) != texts:
            self._values[name] = _single(texts)
            self._show()

    def remove(self, name: str) -> None:
        """Take a parameter away on behalf of its widget."""
        if self._values.pop(name, None) is not None:
            self._show()

    def discard(self, name: str) -> None:
        """Hide a parameter from the program; the address keeps it until it is written the next time."""
        self._values.pop(name, None)

    def follow(self, name: str, texts: list[str] | None) -> None:
        """Take up what a front end did to its address, None for taking a parameter away."""
        if texts is None:
            self._address.pop(name, None)
            self._values.pop(name, None)
        else:
            self._address[name] = texts
            self._values[name] = _single(texts)

    # -- the mapping ---------------------------------------------------------------------------------------

    def __iter__(self) -> Iterator[str]:
        return iter([name for name in self._values if not _reserved(name)])

    def __len__(self) -> int:
        return sum(not _reserved(name) for name in self._values)

    def __getitem__(self, name: str) -> str:
        texts = self.get_all(name)
        if not texts and (_reserved(name) or name not in self._values):
            raise KeyError(messages.missing_param(name))
        return texts[-1] if texts else ""

    def __setitem__(self, name: str, value: Value) -> None:
        self._check_free([name])
        self._put(name, value)
        self._show()

    def __delitem__(self, name: str) -> None:
        if _reserved(name):
            raise KeyError(messages.missing_param(name))
        self._check_free([name])
        if name not in self._values:
            raise KeyError(messages.missing_param(name))
        del self._values[name]
        self._show()

    def __str__(self) -> str:
        return str(self._values)

    def get_all(self, name: str) -> list[str]:
        """Return all values of a parameter, none if it is absent."""
        if _reserved(name) or name not in self._values:
            return []
        value = self._values[name]
        return [value] if isinstance(value, str) else list(value)

    def to_dict(self) -> dict[str, str]:
        """Return the last value of each parameter."""
        return {name: self[name] for name in self}

    def update(self, params: Pairs = (), /, **more: Value) -> None:  # type: ignore[override]
        """Set several at once; nothing is set if a widget is bound to one of them."""
        pairs = [*pairs_of(params), *more.items()]
        self._check_free([name for name, _ in pairs])
        for name, value in pairs:
            self._put(name, value)
        self._show()

    def from_dict(self, params: Pairs) -> None:
        """Set these and no others; leave all as it was if that is an error."""
        before = dict(self._values)
        self._clear()
        try:
            self.update(params)
        except Exception:
            self._values = before
            raise

    def clear(self) -> None:
        """Take all parameters away, but those of the page the app is embedded in."""
        self._check_free(list(self._values), "cleared")
        self._clear()
        self._show()

    def _clear(self) -> None:
        self._values = {name: value for name, value in self._values.items() if _reserved(name)}

    def _check_free(self, names: list[str], done: str = "set or deleted") -> None:
        taken = [name for name in names if name in self.bound]
        if taken:
            raise messages.bound_param(taken[0], done)

    def _put(self, name: str, value: Value) -> None:
        if isinstance(value, dict):
            raise messages.dict_as_param(name)
        if _reserved(name):
            raise messages.reserved_param(name)
        is_text = isinstance(value, str) or not isinstance(value, Iterable)
        self._values[name] = str(value) if is_text else [str(part) for part in value]


class QueryParamsProxy(MutableMapping[str, str]):
    """The query parameters of the app that is running: a mapping of texts.

    Items and attributes are one store: ``query_params["page"]`` and ``query_params.page``. A value that is no text
    becomes one; a list stands for a parameter that is there several times, of which reading gives the last. Setting
    one does not rerun the app. Mirrors ``streamlit.query_params``.

    There is no address bar in a notebook: each app keeps an address of its own, which lives as long as the app.
    Under Voilà it starts with what the page was opened with.

    Examples
    --------
    >>> query_params.region = "north"  # doctest: +SKIP
    >>> query_params["tag"] = ["a", "b"]  # doctest: +SKIP
    >>> query_params["tag"], query_params.get_all("tag")  # doctest: +SKIP
    ('b', ['a', 'b'])
    """

    __slots__ = ()

    def __iter__(self) -> Iterator[str]:
        return iter(_current())

    def __len__(self) -> int:
        return len(_current())

    def __str__(self) -> str:
        return str(_current())

    def __getitem__(self, name: str) -> str:
        return _current()[name]

    def __setitem__(self, name: str, value: Value) -> None:
        _current()[name] = value

    def __delitem__(self, name: str) -> None:
        del _current()[name]

    def __getattr__(self, name: str) -> str:
        try:
            return self[name]
        except KeyError:
            raise AttributeError(messages.missing_param(name)) from None

    def __setattr__(self, name: str, value: Value) -> None:
        self[name] = value

    def __delattr__(self, name: str) -> None:
        try:
            del self[name]
        except KeyError:
            raise AttributeError(messages.missing_param(name)) from None

    def get_all(self, key: str) -> list[str]:
        """Return all values of a parameter, in order; none if it is absent."""
        return _current().get_all(key)

    def to_dict(self) -> dict[str, str]:
        """Return the parameters as a dict; of one that is there several times, the last value."""
        return _current().to_dict()

    def update(self, params: Pairs = (), /, **kwds: Value) -> None:  # type: ignore[override]
        """Set several at once, from a mapping or pairs, then from keywords."""
        _current().update(params, **kwds)

    def from_dict(self, params: Pairs) -> None:
        """Set these parameters and no others."""
        _current().from_dict(params)

    def clear(self) -> None:
        """Take all parameters away."""
        _current().clear()

    missing_key_error_message = staticmethod(messages.missing_param)
    missing_attr_error_message = staticmethod(messages.missing_param)


def _current() -> QueryParams:
    return running("query_params").app.params


def _reserved(name: str) -> bool:
    return name.lower() in RESERVED


def _several(value: Any) -> list[str]:
    return (
        [str(value)] if isinstance(value, str) or not hasattr(value, "__len__") else [str(v) for v in value]
    )


def _single(texts: list[str]) -> str | list[str]:
    return texts[0] if len(texts) == 1 else list(texts)
