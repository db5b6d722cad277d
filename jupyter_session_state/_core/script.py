"""From a cell's source to code that draws when it runs.

The rewritten code reaches the running app through a `_Link`: a constant inside the code object, not a name in
the user's namespace. So nothing is added to the notebook's names, two scripts in one namespace cannot take
each other's link, and a function keeps its link for as long as it lives: a callback that run 1 defined still
draws when it is called before run 2.

The link knows its hooks weakly, because the garbage collector does not look into code objects: a strong
reference would keep every app for ever. It is pickled as a link to nobody, so that a function sent by value
to a worker process runs there, and draws nothing.
"""

from __future__ import annotations
import __future__ as futures

import ast
import sys
import warnings
import weakref
from dataclasses import dataclass, field
from functools import reduce
from typing import TYPE_CHECKING, Any, Final, Protocol, cast

from jupyter_session_state._core.moved import AUTHORS_NAME, PACKAGE, ours
from jupyter_session_state._core.reads import reads_of
from jupyter_session_state._core.rewrite import LINK_MARK, redirect_imports, rewrite

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import CodeType

    from jupyter_session_state._core.assigned import Reads

_FUTURE_FLAGS: Final = reduce(
    int.__or__, (getattr(futures, name).compiler_flag for name in futures.all_feature_names)
)

# Values of exactly these types are no widgets: a loop over numbers at module level must not become slow.
_PLAIN_TYPES: Final = frozenset(
    {bool, int, float, complex, str, bytes, list, tuple, dict, set, frozenset, type(None)}
)

_NO_AWAIT: Final = (
    "top-level await is not supported in a stateapp cell: its script runs again for every interaction. "
    "Await in a plain cell and use the result here"
)


class ScriptHooks(Protocol):
    """What a running script asks of its app.

    One object serves an app for its whole life and must allow weak references; the app holds it. Functions
    that the script defined call it at any time (in callbacks, in runs of other apps), so it draws into
    whatever run is going on when it is called.
    """

    def show(self, *values: object) -> None:
        """Write the value of an expression statement; a tuple arrives spread."""

    def mark(self) -> object:
        """Say how much is drawn so far; asked just before the call that ends the cell."""

    def show_last(self, mark: object, value: object) -> None:
        """Write what that call gave (never None), unless something was drawn since `mark`."""

    def keep(self, name: str, value: object, site: int) -> object:
        """Return what a module-level `name = value` binds; `site` numbers the script's assignments."""


class _Link:
    """What rewritten code calls: the hooks of the script's latest run, as long as they live."""

    __slots__ = ("_hooks",)

    failure = ImportError  # what rewritten imports catch; the script may use the builtin's name for its own

    def __init__(self) -> None:
        self._hooks: Callable[[], ScriptHooks | None] = _nobody

    def join(self, hooks: ScriptHooks) -> None:
        self._hooks = weakref.ref(hooks)

    def show(self, *values: object) -> None:
        hooks = self._hooks()
        if hooks is not None:
            hooks.show(*values)

    def mark(self) -> object:
        hooks = self._hooks()
        return None if hooks is None else hooks.mark()

    def show_last(self, mark: object, value: object) -> None:
        hooks = self._hooks()
        if hooks is not None and value is not None:
            hooks.show_last(mark, value)

    def keep(self, name: str, value: object, site: int) -> object:
        if type(value) in _PLAIN_TYPES:
            return value
        hooks = self._hooks()
        return value if hooks is None else hooks.keep(name, value, site)

    def reword_failure(self, written: str) -> None:
        """Word the import error being handled with the module name its author wrote."""
        error = sys.exc_info()[1]
        if not isinstance(error, ImportError) or (error.name or "").partition(".")[0] != PACKAGE:
            return  # another package is missing: that is told as it is
        told = str(error).partition(" (")[0].replace(ours(written), written).replace(PACKAGE, AUTHORS_NAME)
        error.msg = f"{told}: in a stateapp cell {AUTHORS_NAME} means {PACKAGE}, which does not have it"
        error.args = (error.msg,)
        if isinstance(error, ModuleNotFoundError) and error.name is not None:
            error.name = error.name.replace(PACKAGE, AUTHORS_NAME, 1)

    def __reduce__(self) -> tuple[type[_Link], tuple[()]]:
        return _Link, ()


def _nobody() -> None:
    """Answer for hooks that are not there."""


@dataclass(frozen=True, slots=True)
class Script:
    r"""The source of one app, compiled once.

    Attributes
    ----------
    source : str
        The text as its author wrote it.
    filename : str
        The name that tracebacks show.
    code : CodeType
        What `run` executes.

    Examples
    --------
    >>> script = compile_script("n = 2\nn, 'apples'")
    >>> script.run({"__name__": "__main__"}, hooks)  # doctest: +SKIP
    """

    source: str
    filename: str
    code: CodeType
    _link: _Link = field(repr=False, compare=False)

    def run(self, namespace: dict[str, Any], hooks: ScriptHooks) -> None:
        """Execute the script; whatever it raises comes through.

        Parameters
        ----------
        namespace : dict of str to object
            Globals and locals in one, so that functions see each other and classes can be pickled.
        hooks : ScriptHooks
            Held weakly. All functions this script ever defined draw through it from now on.
        """
        self._link.join(hooks)
        exec(self.code, namespace)

    def reads(self) -> Reads:
        """Return the global names that the script looks up before it assigns them: the notebook's, and builtins."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # said when the script was compiled
            tree = compile(self.source, self.filename, "exec", ast.PyCF_ONLY_AST, dont_inherit=True)
            return reads_of(cast("ast.Module", tree), self.code)


def compile_script(
    source: str,
    filename: str = "<stateapp>",
    *,
    line_offset: int = 0,
    last_expression: bool = True,
    keep_widgets: bool = True,
    flags: int = 0,
) -> Script:
    """Compile the body of a cell.

    Parameters
    ----------
    source : str
        Python, without syntax that only IPython knows.
    filename : str
        The name under which `linecache` has the whole cell.
    line_offset : int
        How many lines of the cell stand before `source`.
    last_expression : bool
        Display a call that ends the cell, and let a trailing ``;`` silence the last expression.
    keep_widgets : bool
        Ask `ScriptHooks.keep` about assignments at module level.
    flags : int
        The notebook's compiler flags; only those of ``from __future__`` imports are taken.

    Raises
    ------
    SyntaxError
        With the cell's file name, line and text; also for an ``await`` outside a function.
    """
    text = "\n" * line_offset + source.replace("\r\n", "\n").replace("\r", "\n")
    flags &= _FUTURE_FLAGS
    tree = _parsed(text, filename, flags, line_offset)
    rewrite(tree, text, last_expression=last_expression, keep_widgets=keep_widgets)
    link = _Link()
    return Script(source, filename, _linked(_compiled(tree, text, filename, flags), link), link)


def compile_file(source: str, filename: str) -> Script:
    """Compile a script that is a file: as no cell ends with it, the value of a call is not displayed.

    Raises
    ------
    SyntaxError
        If it is no Python.
    """
    return compile_script(source, filename, last_expression=False)


def compile_module(source: str, filename: str) -> CodeType:
    """Compile a module that a script imports: its imports of streamlit mean us, nothing of it is displayed.

    Raises
    ------
    SyntaxError
        If it is no Python.
    """
    tree = _parsed(source, filename, 0, 0)
    redirect_imports(tree)
    return _linked(_compiled(tree, source, filename, 0), _Link())


def _parsed(text: str, filename: str, flags: int, line_offset: int) -> ast.Module:
    try:
        # Not `ast.parse`: this module's own future flags would be inherited without being asked for.
        tree = compile(text, filename, "exec", flags | ast.PyCF_ONLY_AST, dont_inherit=True)
    except (SyntaxError, ValueError) as error:
        if isinstance(error, SyntaxError) and error.filename is not None:
            raise
        # A null byte or half a surrogate pair: Python tells no place, or another class of error.
        place = (filename, line_offset + 1, None, None)
        raise SyntaxError(f"the cell is not readable as text: {error}", place) from None
    return cast("ast.Module", tree)


def _compiled(tree: ast.Module, text: str, filename: str, flags: int) -> CodeType:
    try:
        return cast("CodeType", compile(tree, filename, "exec", flags, dont_inherit=True))
    except SyntaxError as error:
        # For a tree the compiler looks for the text in a file, and there is none.
        if error.text is None and error.lineno is not None:
            error.text = text.split("\n")[error.lineno - 1]
        if _compiles_with_await(tree, filename, flags):
            error.msg = _NO_AWAIT
            error.args = (error.msg, *error.args[1:])
        raise


def _compiles_with_await(tree: ast.Module, filename: str, flags: int) -> bool:
    try:
        compile(tree, filename, "exec", flags | ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True)
    except SyntaxError:
        return False
    return True


def _linked(code: CodeType, link: _Link) -> CodeType:
    """Return `code` with the link in the place of its mark, in all functions and classes inside too."""

    def exchanged(constant: object) -> object:
        if isinstance(constant, type(code)):
            return _linked(constant, link)
        return link if type(constant) is str and constant == LINK_MARK else constant

    return code.replace(co_consts=tuple(map(exchanged, code.co_consts)))
