"""The tree of a script, changed so that running it draws: magic display, import redirect, named widgets.

Only statements are walked; an expression stays as it is, apart from being wrapped in a call of the link.
What is added stands at the place of the code it wraps: tracebacks and breakpoints keep the author's lines.
"""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from jupyter_session_state._core.moved import AUTHORS_NAME, PACKAGE, means_us, ours

if TYPE_CHECKING:
    from collections.abc import Iterator

# Stands where the link goes: `ast.Constant` takes no object of ours, so the finished code exchanges it.
LINK_MARK: Final = f"\x00link of {PACKAGE}\x00"

# By their look these are no widgets (and a starred value must stay the syntax error it is).
_PLAIN: Final = (
    *(
        ast.Constant,
        ast.JoinedStr,
        ast.List,
        ast.Tuple,
        ast.Dict,
        ast.Set,
        ast.Lambda,
        ast.Compare,
        ast.Starred,
    ),
    *(ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp),
)

_SEMICOLON: Final = re.compile(r"(?:[ \t\f]|\\\n)*;")


def rewrite(tree: ast.Module, text: str, *, last_expression: bool, keep_widgets: bool) -> None:
    """Change `tree`, the parsed `text`, in place."""
    last = tree.body[-1] if tree.body and last_expression else None
    silent = last is not None and _ends_in_semicolon(last, text)
    walk = _Walk(last, silent, keep_widgets)
    tree.body = walk.block(tree.body, _MODULE, docstring=True)


def redirect_imports(tree: ast.Module) -> None:
    """Change `tree` in place so that its imports of streamlit mean us; all else stays as it is."""
    tree.body = _Walk(None, False, False).block(tree.body, _QUIET, docstring=True)


@dataclass(frozen=True, slots=True)
class _Scope:
    """What holds for a block; `defs`: functions defined directly in it show their expressions."""

    shows: bool = False
    keeps: bool = False
    defs: bool = False


_MODULE: Final = _Scope(shows=True, keeps=True, defs=True)
_FUNCTION: Final = _Scope(shows=True, defs=True)
_CLASS: Final = _Scope(defs=True)
_QUIET: Final = _Scope()  # in a class Streamlit's magic sees the methods and nothing deeper: neither do we


class _Walk:
    def __init__(self, last: ast.stmt | None, silent: bool, keep_widgets: bool) -> None:
        self._last = last
        self._silent = last if silent else None
        self._keep_widgets = keep_widgets
        self._sites = 0

    def block(self, body: list[ast.stmt], scope: _Scope, *, docstring: bool = False) -> list[ast.stmt]:
        start = 1 if docstring and _is_text(body) else 0
        return body[:start] + [self._statement(node, scope) for node in body[start:]]

    def _statement(self, node: ast.stmt, scope: _Scope) -> ast.stmt:
        match node:
            case ast.Expr():
                if scope.shows and node is not self._silent:
                    node.value = self._shown(node)
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if scope.keeps:
                node.value = self._kept(name, value)
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value) if scope.keeps:
                node.value = self._kept(name, value)
            case ast.Import() | ast.ImportFrom():
                return _redirected(node)
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                node.body = self.block(node.body, _FUNCTION if scope.defs else _QUIET, docstring=True)
            case ast.ClassDef():
                node.body = self.block(node.body, _CLASS if scope.shows else _QUIET)
            case _:
                self._parts(node, scope if scope.shows else _QUIET)
        return node

    def _parts(self, node: ast.AST, scope: _Scope) -> None:
        """Rewrite the blocks of a compound statement, those of its `except` and `case` clauses too."""
        for name in ("body", "orelse", "finalbody"):
            if block := getattr(node, name, None):
                setattr(node, name, self.block(block, scope))
        for clause in (*getattr(node, "handlers", ()), *getattr(node, "cases", ())):
            self._parts(clause, scope)

    def _shown(self, node: ast.Expr) -> ast.expr:
        match node.value:
            case ast.Yield() | ast.YieldFrom() | ast.Await() as value:
                return value
            case ast.Call() as call if node is self._last:
                # Arguments are evaluated in order: the mark is taken before the call can draw.
                return _ask("show_last", [_ask("mark", [], call), call], call)
            case ast.Call() as call:
                return call
            case ast.Tuple() as values:
                return _ask("show", values.elts, values)
            case value:
                return _ask("show", [value], value)

    def _kept(self, name: str, value: ast.expr) -> ast.expr:
        site, self._sites = self._sites, self._sites + 1
        if not self._keep_widgets or isinstance(value, _PLAIN):
            return value
        label, number = ast.Constant(name), ast.Constant(site)
        return _ask("keep", [ast.copy_location(label, value), value, ast.copy_location(number, value)], value)


def _is_text(body: list[ast.stmt]) -> bool:
    match body:
        case [ast.Expr(value=ast.Constant(value=str())), *_]:
            return True
    return False


def _ends_in_semicolon(node: ast.stmt, text: str) -> bool:
    """Whether a `;` follows the last statement; before one there can only be blanks and joined lines."""
    line, column = node.end_lineno or 1, node.end_col_offset or 0
    first, *others = text.split("\n")[line - 1 :]
    tail = first.encode()[column:].decode()  # columns count bytes
    return _SEMICOLON.match("\n".join([tail, *others])) is not None


def _ask(method: str, arguments: list[ast.expr], at: ast.expr) -> ast.expr:
    """Build a call of the link that stands where `at` stands."""
    link = ast.copy_location(ast.Constant(LINK_MARK), at)
    function = ast.copy_location(ast.Attribute(link, method, ast.Load()), at)
    # The compiler puts a method call on the line where the method's name ends: keep it on the first one.
    function.end_lineno, function.end_col_offset = at.lineno, at.col_offset
    return ast.copy_location(ast.Call(function, arguments, []), at)


def _redirected(node: ast.Import | ast.ImportFrom) -> ast.stmt:
    """Make an import of streamlit mean us and bind what its author expects; leave the others alone."""
    if isinstance(node, ast.ImportFrom):
        if node.level or node.module is None or not means_us(node.module):
            return node
        written, node.module = node.module, ours(node.module)
        return _with_readable_failure(node, written)
    if not any(means_us(alias.name) for alias in node.names):
        return node
    inner = [alias.name for alias in node.names if alias.name.startswith(f"{AUTHORS_NAME}.")]
    node.names = [new for alias in node.names for new in _aliases(alias)]
    return _with_readable_failure(node, inner[0]) if inner else node


def _aliases(alias: ast.alias) -> Iterator[ast.alias]:
    if not means_us(alias.name):
        yield alias
        return
    yield ast.copy_location(ast.alias(ours(alias.name), alias.asname or AUTHORS_NAME), alias)
    if alias.asname is None and alias.name != AUTHORS_NAME:
        # `import streamlit.x` loads x but binds the package: this rebinds the name just bound to x.
        yield ast.copy_location(ast.alias(PACKAGE, AUTHORS_NAME), alias)


def _with_readable_failure(node: ast.Import | ast.ImportFrom, written: str) -> ast.stmt:
    """Let an import that fails name the module as `written`, and leave the author's line as the last frame."""
    mark = ast.copy_location(ast.Constant(LINK_MARK), node)
    failure = ast.copy_location(ast.Attribute(mark, "failure", ast.Load()), node)
    name = ast.copy_location(ast.Constant(written), node)
    reword = ast.copy_location(ast.Expr(_ask("reword_failure", [name], mark)), node)
    again = ast.copy_location(ast.Raise(), node)
    handler = ast.copy_location(ast.ExceptHandler(failure, None, [reword, again]), node)
    return ast.copy_location(ast.Try([node], [handler], [], []), node)
