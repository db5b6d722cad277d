"""What pieces of a script are, by their syntax alone."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Final

from jupyter_session_state._core.global_names import BY_TEXT

if TYPE_CHECKING:
    from collections.abc import Iterator

SCOPES: Final = (ast.Lambda, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
"""Expressions with names of their own."""

_FUNCTIONS: Final = (ast.FunctionDef, ast.AsyncFunctionDef)
_NOT_CALLING: Final = frozenset(
    ("property", "setter", "staticmethod", "classmethod", "dataclass", "cache", "lru_cache")
)
_ENDING: Final = frozenset(("stop", "rerun", "switch_page"))


def in_order(node: ast.AST, *, sure: bool) -> Iterator[tuple[ast.AST, bool]]:
    """Yield the parts of an expression in the order of evaluation, and whether each is evaluated for sure."""
    if isinstance(node, ast.NamedExpr):
        yield node.value, sure
        yield node.target, sure
        return
    always = {ast.BoolOp: 1, ast.IfExp: 1, ast.Compare: 2}.get(type(node))
    for number, part in enumerate(
        p for p in ast.iter_child_nodes(node) if not isinstance(p, (ast.boolop, ast.cmpop))
    ):
        yield part, sure and (always is None or number < always)


def functions(tree: ast.Module) -> Iterator[tuple[ast.stmt, tuple[str, ...]]]:
    """Yield the functions of a script with the names they may be called by: their own, those of their classes."""
    waiting: list[tuple[ast.AST, tuple[str, ...]]] = [(tree, ())]
    while waiting:
        node, classes = waiting.pop()
        if isinstance(node, _FUNCTIONS):
            yield node, (*classes, node.name)
        elif isinstance(node, (ast.Module, ast.stmt, ast.ExceptHandler, ast.match_case)):
            inner = (*classes, node.name) if isinstance(node, ast.ClassDef) else classes
            waiting.extend((child, inner) for child in ast.iter_child_nodes(node))


def is_loop(node: ast.AST) -> bool:
    """Whether this is a loop of statements."""
    return isinstance(node, (ast.For, ast.AsyncFor, ast.While))


def names_bound_in(node: ast.AST) -> set[str]:
    """Return the names that are assigned anywhere in this."""
    return {n.id for n in ast.walk(node) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}


def evaluated_at_def(arguments: ast.arguments) -> list[ast.expr | None]:
    """Return what is evaluated where a function is defined, but for its decorators."""
    every = [
        *arguments.posonlyargs,
        *arguments.args,
        *arguments.kwonlyargs,
        arguments.vararg,
        arguments.kwarg,
    ]
    return [*arguments.defaults, *arguments.kw_defaults, *(a.annotation for a in every if a is not None)]


def captures(pattern: ast.pattern) -> Iterator[str]:
    """Yield the names that a pattern binds."""
    for node in ast.walk(pattern):
        name = getattr(node, "rest" if isinstance(node, ast.MatchMapping) else "name", None)
        if name is not None:
            yield name


def always(case: ast.match_case) -> bool:
    """Whether a case is taken whenever the ones before it were not."""
    return case.guard is None and isinstance(case.pattern, ast.MatchAs) and case.pattern.pattern is None


def finds_by_text(node: ast.AST) -> bool:
    """Whether this mentions something that finds variables by texts."""
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name) | ast.alias(name=name):
            return name in BY_TEXT
    return False


def ends_the_run(node: ast.expr) -> bool:
    """Whether this is a call such as `st.stop()`, after which nothing comes."""
    match node:
        case ast.Call(func=ast.Attribute(value=ast.Name(id="st"), attr=name)):
            return name in _ENDING
    return False


def leaves_alone(decorator: ast.expr) -> bool:
    """Whether a decorator is known not to call what it decorates."""
    node = decorator.func if isinstance(decorator, ast.Call) else decorator
    match node:
        case ast.Attribute(value=ast.Name(id="st")):
            return True
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name in _NOT_CALLING
    return False


def bound_at_top(text: str, line: int | None = None) -> frozenset[str]:
    """Return the names that a cell binds for sure when it comes to a line: at module level, under no condition.

    Parameters
    ----------
    text
        The cell.
    line
        Where it ended early, if it did.

    Raises
    ------
    SyntaxError, ValueError
        For what is no Python.
    """
    names: set[str] = set()
    for node in ast.parse(text).body:
        if line is not None and (node.end_lineno or 0) >= line:
            break
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            names.update(alias.asname or alias.name.partition(".")[0] for alias in node.names)
        elif (
            isinstance(node, (ast.Assign, ast.AugAssign, ast.AnnAssign, ast.Expr)) and node.value is not None
        ):
            names.update(_bound_in(node))
    return frozenset(names)


def _bound_in(node: ast.AST) -> Iterator[str]:
    """Yield the names that an expression or assignment binds in any case."""
    waiting = [node]
    while waiting:
        part = waiting.pop()
        if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store):
            yield part.id
        elif not isinstance(part, SCOPES):
            waiting.extend(inner for inner, sure in in_order(part, sure=True) if sure)
