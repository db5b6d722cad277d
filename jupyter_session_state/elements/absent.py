"""Names of Streamlit that are not here: what its scripts get instead, so that they go on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from jupyter_session_state._core.place import CURRENT

SUCCESSORS = {
    "beta_columns": "columns",
    "beta_container": "container",
    "beta_expander": "expander",
    "experimental_connection": "connection",
    "experimental_data_editor": "data_editor",
    "experimental_dialog": "dialog",
    "experimental_fragment": "fragment",
    "experimental_memo": "cache_data",
    "experimental_rerun": "rerun",
    "experimental_singleton": "cache_resource",
    "experimental_user": "user",
}
"""Names that Streamlit removed, and what does the same today."""

GONE = {
    "add_rows": "Streamlit removed it. Keep the data in st.session_state, and draw the element again",
    "bokeh_chart": "Streamlit removed it. Pass the figure to bokeh.embed.file_html and that to st.iframe",
}
"""Names that Streamlit removed without a successor, and what to do."""


class Absent:
    """Stands for what is not there: it can be called, entered, looped over and asked for anything, and does nothing.

    The first use in a run draws a grey note.
    """

    def __init__(self, name: str) -> None:
        self.__dict__["_name"] = name

    def _note(self) -> None:
        """Draw the note, unless this run has one already."""
        run, name = CURRENT.get(), self.__dict__["_name"]
        if run is None or name in run.noted:
            return
        run.noted.add(name)
        why = GONE.get(name, "it is not there yet")
        run.here().note(f"`st.{name}` does nothing here: {why}.")

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Do nothing; as a decorator, leave the function as it is."""
        self._note()
        return args[0] if len(args) == 1 and not kwargs and callable(args[0]) else self

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return Absent(f"{self.__dict__['_name']}.{name}")

    def __enter__(self) -> Any:
        self._note()
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing was entered."""

    def __iter__(self) -> Iterator[Any]:
        self._note()
        return iter(())

    def __bool__(self) -> bool:
        return False

    def __len__(self) -> int:
        return 0

    def __str__(self) -> str:
        return ""

    def __repr__(self) -> str:
        return f"<st.{self.__dict__['_name']}, which is not here>"


def stand_in(name: str, known: Any) -> Any:
    """Return what stands for an unknown name of the ``st`` namespace `known`.

    Raises
    ------
    AttributeError
        Outside of a run, and for names that begin with ``_``.
    """
    if name.startswith("_") or CURRENT.get() is None:
        raise AttributeError(f"module {known.__name__!r} has no attribute {name!r}")
    return _old(name, known) or Absent(name)


def _old(name: str, known: Any) -> Any:
    """Return what does today what a removed name did, and note it; None if it is no such name."""
    if name == "cache":
        return _renamed(name, "cache_data", _cache(known))
    if name in ("experimental_get_query_params", "experimental_set_query_params"):
        return _renamed(name, "query_params", _query(name, known))
    successor = SUCCESSORS.get(name)
    found = None if successor is None else getattr(known, successor, None)
    return None if found is None else _renamed(name, str(successor), found)


def _renamed(name: str, successor: str, found: Any) -> Any:
    run = CURRENT.get()
    if run is not None and name not in run.noted:
        run.noted.add(name)
        run.here().note(f"Streamlit removed `st.{name}`; `st.{successor}` is used instead.")
    return found


def _cache(known: Any) -> Callable[..., Any]:
    """Return ``st.cache`` as it was: it kept what a function gave, whatever that was, without a copy."""

    def cache(func: Any = None, **options: Any) -> Any:
        kept = {
            name: options[name]
            for name in ("ttl", "max_entries", "show_spinner", "hash_funcs")
            if name in options
        }
        decorate = known.cache_resource(**kept)
        return decorate if func is None else decorate(func)

    return cache


def _query(name: str, known: Any) -> Callable[..., Any]:
    def get_them() -> dict[str, list[str]]:
        return {key: known.query_params.get_all(key) for key in known.query_params}

    def set_them(**params: Any) -> None:
        known.query_params.from_dict(params)

    return get_them if name == "experimental_get_query_params" else set_them


def absent_method(name: str) -> Absent:
    """Return what stands for an unknown method of a container.

    Raises
    ------
    AttributeError
        Outside of a run, and for names that begin with ``_``, and for those by which libraries tell what a value is.
    """
    if name.startswith("_") or name in _TELLING or CURRENT.get() is None:
        raise AttributeError(f"'DeltaGenerator' object has no attribute {name!r}")
    return Absent(name)


_TELLING = frozenset(
    (
        "open",
        "update",
        "cell",
        "to_pandas",
        "to_arrow",
        "to_dict",
        "toPandas",
        "savefig",
        "figure",
        "getvalue",
        "read",
        "items",
        "keys",
        "shape",
        "dtype",
        "columns_",
        "iloc",
        "collect",
        "item",
        "value",
        "name",
        "values",
    )
)
"""What values are asked for to see whether they are frames, files or figures."""


def note_of(value: Absent) -> None:
    """Draw the note of what is not there, where it would be shown."""
    value._note()  # noqa: SLF001 - its other names belong to scripts
