"""What a thing is: its name, its value, its documentation and what it has."""

from __future__ import annotations

import ast
import inspect
import linecache
import re
import sys
import types
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from jupyter_session_state._core.element import Element
from jupyter_session_state._core.spec import drawing
from jupyter_session_state.elements.cached_functions import CachedFunc
from jupyter_session_state.elements.sizes import check_full_width
from jupyter_session_state.elements.types import WidthWithoutContent

if TYPE_CHECKING:
    from types import FrameType

    from jupyter_session_state.elements.delta_generator import DeltaGenerator

PACKAGE: Final = __name__.partition(".")[0]
AUTHORS_NAME: Final = "streamlit"
_OURS: Final = str(Path(__file__).resolve().parent.parent)
_LONGEST: Final = 300  # characters of a value
_ADDRESS: Final = re.compile(r"^<.* at 0x[0-9a-fA-F]+>$", re.DOTALL)


@drawing
def help(  # noqa: A001 - as in Streamlit
    at: Any, obj: Any = sys.modules[PACKAGE], *, width: WidthWithoutContent = "stretch"
) -> DeltaGenerator:
    """What an object is: its name, type, value and documentation, and what it has. Mirrors ``streamlit.help``.

    Parameters
    ----------
    obj
        A function, a class, a module, or any object; this package if left out.

    Examples
    --------
    >>> st.help(df.groupby)  # doctest: +SKIP
    """
    check_full_width("help", width)
    name = _written_name()
    value = _value(obj)
    props = {
        "name": name,
        "type": _type(obj),
        "value": None if value == name else value,
        "doc": _doc(obj),
        "members": tuple(_members(obj)),
        "width": width,
    }
    handle: DeltaGenerator = at.emit(Element("help", props))
    return handle


def has_address(text: str) -> bool:
    """Whether a text tells of an object nothing but where it is."""
    return _ADDRESS.match(text) is not None


# -- what it is called -------------------------------------------------------------------------------------


def _written_name() -> str | None:
    """Return what the author wrote for the object, where that can be told from one line."""
    frame: FrameType | None = sys._getframe(1)  # noqa: SLF001 - the one way to a caller's line
    while frame is not None and frame.f_code.co_filename.startswith(_OURS):
        frame = frame.f_back
    if frame is None:
        return None
    return _name_in(linecache.getline(frame.f_code.co_filename, frame.f_lineno).strip())


def _name_in(line: str) -> str | None:
    """Return the argument of the call that a line is; of another line all there is.

    Examples
    --------
    >>> _name_in("st.help(df.groupby)"), _name_in("df.groupby"), _name_in("st.help(5)")
    ('df.groupby', 'df.groupby', None)
    """
    try:
        call = getattr(ast.parse(line).body[0], "value", None)
    except (SyntaxError, ValueError, IndexError):  # a part of a statement, or no source to look at
        return None
    if not isinstance(call, ast.Call) or _called(call) not in ("help", "write"):
        return line.removesuffix(",") if call else None  # an expression that stands alone
    match call.args:
        case [ast.NamedExpr(target=ast.Name(id=name)), *_]:
            return name
        case [argument, *_] if not isinstance(argument, ast.Constant):
            return ast.get_source_segment(line, argument)
    return None


def _called(call: ast.Call) -> str | None:
    return getattr(call.func, "id", None) or getattr(call.func, "attr", None)


# -- what it is --------------------------------------------------------------------------------------------


def _type(obj: object) -> str:
    if inspect.isclass(obj):
        return "class"
    return "module" if inspect.ismodule(obj) else type(obj).__name__


def _value(obj: object) -> str:
    """Return how it shows itself, or else where it is from and how it is called."""
    readable = _readable(obj)
    if readable is not None:
        return readable
    if inspect.ismodule(obj):
        return _qualified(obj)
    named = obj if _qualified(obj) else type(obj)
    module, name = getattr(named, "__module__", None), _qualified(named)
    return f"{module}.{name}{_signature(named)}" if module else f"{name}{_signature(named)}"


def _qualified(obj: object) -> str:
    name = getattr(obj, "__qualname__", None) or getattr(obj, "__name__", None) or ""
    # A script that imports `streamlit` gets this package: it is told by the name the author knows.
    return AUTHORS_NAME if name == PACKAGE else str(name)


def _readable(obj: object) -> str | None:
    """Return the repr of a value; None for what has code, or shows nothing but its address."""
    if inspect.isclass(obj) or inspect.ismodule(obj) or callable(obj):
        return None
    try:
        text = repr(obj).strip()
    except Exception:  # noqa: BLE001 - anybody's __repr__
        return None
    if not isinstance(obj, str) and has_address(text):
        return None
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}..."


def _signature(obj: Any) -> str:
    if not callable(obj):
        return ""
    try:
        return str(inspect.signature(obj))
    except (ValueError, NameError):
        return "(...)"
    except TypeError:
        return ""


def _doc(obj: object) -> str:
    """Return its documentation, or that of its class; a function has its own or none."""
    doc = inspect.getdoc(obj)
    own_or_none = (types.FunctionType, types.MethodType, types.ModuleType, CachedFunc)
    if doc is None and type(obj) is not type and not isinstance(obj, own_or_none):
        doc = inspect.getdoc(type(obj))
    return (doc or "").strip()


# -- what it has -------------------------------------------------------------------------------------------


def _members(obj: object) -> Iterator[tuple[str, str, str | None, str | None]]:
    """Yield name, type, and either value or first line of the documentation: values, then functions, then classes."""
    found = []
    for name in dir(obj):
        if name.startswith("_"):
            continue
        try:
            rank, *told = _member(obj, name)
        except Exception:  # noqa: BLE001, S112 - what is looked up may compute, and fail in any way
            continue
        if told[0] != "module":  # they are what it uses, not what it has
            found.append((rank, name, *told))
    for _, *member in sorted(found, key=lambda row: row[:2]):
        yield tuple(member)  # type: ignore[misc]


def _member(obj: object, name: str) -> tuple[int, str, str | None, str | None]:
    owner = inspect.getattr_static(type(obj), name, None)
    if isinstance(owner, property) or inspect.isgetsetdescriptor(owner):
        return 0, "property", None, _first_line(_doc(owner))  # its value is not asked for: that may take long
    value = getattr(obj, name)
    rank = 2 if inspect.isclass(value) else int(callable(value))
    readable = _readable(value)
    return rank, _type(value), readable, _first_line(_doc(value)) if readable is None else None


def _first_line(doc: str) -> str:
    return doc.partition("\n")[0]
