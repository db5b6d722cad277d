"""Which names of the notebook a script reads: those it may look up before it has assigned them itself.

The script is followed in the order in which it runs, with the names that are assigned for sure at each place. Where
that cannot be told, a name counts as read. A function reads when it may be called, so at the first place that mentions
it, not where it stands.

Two questions are followed at once. `Assigned.certain` counts on nothing. `Assigned.likely` counts on what nearly every
script does: a ``with`` lets no error vanish, ``st.stop()`` stops. Whoever knows that a run did assign a name may
believe that it was likely, where the script has one place only that assigns it.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from jupyter_session_state._core.assigned import NOWHERE, Assigned, Reads
from jupyter_session_state._core.global_names import bound_once, global_reads, words
from jupyter_session_state._core.syntax import (
    SCOPES,
    always,
    captures,
    ends_the_run,
    evaluated_at_def,
    finds_by_text,
    functions,
    in_order,
    is_loop,
    leaves_alone,
    names_bound_in,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import CodeType

_Names: TypeAlias = "frozenset[str] | None"
_LEAVING: Final = (ast.Raise, ast.Return, ast.Break, ast.Continue)


def reads_of(tree: ast.Module, code: CodeType) -> Reads:
    """Return what a script reads.

    Parameters
    ----------
    tree
        The script, as its author wrote it.
    code
        What is executed, which answers in a coarse way for a script that is nested too deeply to be followed.
    """
    try:
        flow = _Flow(tree, bound_once(code))
        flow.block(tree.body)
    except RecursionError:
        return Reads(dict.fromkeys(global_reads(code), Assigned()))
    return Reads(flow.reads, flow.bodies)


class _Flow:
    """Follows a script; `now` is what it has assigned at the place that is looked at."""

    def __init__(self, tree: ast.Module, once: frozenset[str]) -> None:
        self.reads: dict[str, Assigned] = {}
        self.now = Assigned()
        # That a run assigned such a name tells that it came to the one place which does; in a loop, not when.
        self._once = once.difference(*map(names_bound_in, filter(is_loop, ast.walk(tree))))
        self._by_text = any(map(finds_by_text, ast.walk(tree)))
        self.bodies: dict[str, frozenset[str]] = {}
        for function, names in functions(tree):
            for name in names:
                self.bodies[name] = self.bodies.get(name, frozenset()) | self._body(function)
        self._entered: dict[str, Assigned] = {}
        # What is assigned around the class whose body is looked at: functions do not see its names.
        self._around: Assigned | None = None

    # -- reads ---------------------------------------------------------------------------------------------

    def _load(self, name: str) -> None:
        self._enter(name)
        if self.now.lacks(name):
            certain, likely = self._around or self.now  # what a function of the notebook called so sees
            here = Assigned(certain, self._proved(certain, likely))
            known = self.reads.get(name)
            self.reads[name] = here if known is None else known.meet(here)

    def _proved(self, certain: _Names, likely: _Names) -> _Names:
        """Return what is assigned here if a run is seen to have assigned it at all."""
        return None if certain is None or likely is None else certain | (likely & self._once)

    def _enter(self, name: str) -> None:
        """Take it that a function of the script is called here, if this is the name of one."""
        body, here = self.bodies.get(name), self._around or self.now
        if body is None or here.certain is None:
            return
        known = self._entered.get(name)
        joined = here if known is None else known.meet(here)
        if joined != known:
            self._entered[name] = joined
            self._call(body, joined)

    def _call(self, body: Iterable[str], here: Assigned) -> None:
        before, self.now = self.now, here
        around, self._around = self._around, None
        for name in body:
            self._load(name)
        self.now, self._around = before, around

    def _body(self, node: ast.stmt) -> frozenset[str]:
        """Return what a function looks up when it is called; its defaults and decorators are no part of that."""
        code = compile(ast.Module([node], []), "<reads>", "exec", dont_inherit=True)
        inner = (c for c in code.co_consts if isinstance(c, type(code)))
        return frozenset().union(*(global_reads(c, by_text=self._by_text) for c in inner))

    # -- statements ----------------------------------------------------------------------------------------

    def block(self, body: Iterable[ast.stmt]) -> None:
        """Follow statements one after the other."""
        for statement in body:
            self._statement(statement)

    def _statement(self, node: ast.stmt) -> None:
        name = type(node).__name__.removeprefix("Async").lower().removesuffix("star")
        follow = getattr(self, f"_{name}", None)
        if follow is not None:
            follow(node)
        else:
            self._parts(node)
        if isinstance(node, _LEAVING):
            self.now = NOWHERE

    def _parts(self, node: ast.AST) -> None:
        """Follow the expressions of a statement that holds no others."""
        for child in ast.iter_child_nodes(node):
            self._expression(child)

    def _branch(self, body: Iterable[ast.stmt], start: Assigned) -> Assigned:
        self.now = start
        self.block(body)
        return self.now

    def _expr(self, node: ast.Expr) -> None:
        self._expression(node.value)
        if ends_the_run(node.value):
            self.now = self.now._replace(likely=None)

    def _assign(self, node: ast.Assign) -> None:
        for part in (node.value, *node.targets):
            self._expression(part)

    def _augassign(self, node: ast.AugAssign) -> None:
        if isinstance(node.target, ast.Name):
            self._load(node.target.id)
        self._expression(node.value)
        self._expression(node.target)

    def _annassign(self, node: ast.AnnAssign) -> None:
        self._expression(node.annotation)
        if node.value is not None:
            self._expression(node.value)
            self._expression(node.target)

    def _typealias(self, node: Any) -> None:
        self._expression(node.value)
        self._expression(node.name)

    def _import(self, node: ast.Import | ast.ImportFrom) -> None:
        self.now = self.now.plus(*(a.asname or a.name.partition(".")[0] for a in node.names))

    _importfrom = _import

    def _functiondef(self, node: ast.FunctionDef) -> None:
        for part in (*node.decorator_list, *evaluated_at_def(node.args), node.returns):
            self._expression(part)
        if not all(map(leaves_alone, node.decorator_list)):
            self._call(self._body(node), self._around or self.now)
        self.now = self.now.plus(node.name)

    def _classdef(self, node: ast.ClassDef) -> None:
        for part in (*node.decorator_list, *node.bases, *node.keywords):
            self._expression(part)
        before, around = self.now, self._around
        self._around = around or before
        self.block(node.body)
        self.now, self._around = before, around
        if node.bases or node.keywords or not all(map(leaves_alone, node.decorator_list)):
            self._enter(node.name)
        self.now = before.plus(node.name)

    def _if(self, node: ast.If) -> None:
        self._expression(node.test)
        start = self.now
        self.now = self._branch(node.body, start).meet(self._branch(node.orelse, start))

    def _for(self, node: ast.For) -> None:
        self._expression(node.iter)
        start = self.now
        self._expression(node.target)
        self.block(node.body)
        self._branch(node.orelse, start)
        self.now = start

    def _while(self, node: ast.While) -> None:
        self._expression(node.test)
        start = self.now
        self.block(node.body)
        self._branch(node.orelse, start)
        self.now = start

    def _with(self, node: ast.With) -> None:
        safe: Assigned | None = None
        for item in node.items:
            self._expression(item.context_expr)
            self._expression(item.optional_vars)
            safe = safe or self.now  # a later one may fail, which the first one may hide
        self.block(node.body)
        self.now = Assigned((safe or self.now).certain, self.now.likely)

    def _try(self, node: ast.Try) -> None:
        start = self.now
        end = self._branch([*node.body, *node.orelse], start)
        for handler in node.handlers:
            self.now = start
            self._expression(handler.type)
            caught = self.now.plus(handler.name) if handler.name else self.now
            end = end.meet(self._branch(handler.body, caught))
        self.now = self._branch(node.finalbody, start).both(end)

    def _match(self, node: ast.Match) -> None:
        self._expression(node.subject)
        start = self.now
        end = NOWHERE if any(map(always, node.cases)) else start
        for case in node.cases:
            self.now = start
            self._expression(case.pattern)
            self.now = self.now.plus(*captures(case.pattern))
            self._expression(case.guard)
            self.block(case.body)
            end = end.meet(self.now)
        self.now = end

    # -- expressions ---------------------------------------------------------------------------------------

    def _expression(self, node: ast.AST | None) -> None:
        """Follow an expression, or the target of an assignment; long ones are deep, so without recursion."""
        waiting = [(node, True)]
        while waiting:
            part, sure = waiting.pop()
            if isinstance(part, ast.Name):
                self._name(part, sure=sure)
            elif isinstance(part, SCOPES):
                code = compile(ast.Expression(part), "<reads>", "eval", dont_inherit=True)
                self._call(global_reads(code, by_text=self._by_text), self._around or self.now)
            elif isinstance(part, ast.Constant):
                if self._by_text and isinstance(part.value, str):
                    for name in words(part.value):
                        self._load(name)
            elif part is not None:
                waiting.extend(reversed(list(in_order(part, sure=sure))))

    def _name(self, node: ast.Name, *, sure: bool) -> None:
        if not isinstance(node.ctx, ast.Store):
            self._load(node.id)
        if sure and not isinstance(node.ctx, ast.Load):
            self.now = self.now.plus(node.id)
