"""What scripts assign to the module ``st`` itself, as in ``st.write = print``: it is theirs while they run.

All apps of a kernel share the module. So what one assigns is taken away after each of its turns, and laid in again for
the next one: to the script it stays, as in Streamlit, and no other app ever sees it.
"""

from __future__ import annotations

from contextlib import contextmanager
from types import ModuleType
from typing import TYPE_CHECKING

from jupyter_session_state._core.place import CURRENT
from jupyter_session_state._core.slots import MISSING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class Patches:
    """What one app assigned to attributes of the module."""

    def __init__(self) -> None:
        self._theirs: dict[str, object] = {}
        self._before: dict[str, object] | None = None  # what is put back, while they are in place
        self._module: ModuleType | None = None

    def note(self, module: ModuleType, name: str, value: object) -> None:
        """Remember what is about to be assigned, and what was there."""
        if self._before is not None:
            self._module = module
            self._before.setdefault(name, vars(module).get(name, MISSING))
            self._theirs[name] = value

    @contextmanager
    def active(self) -> Iterator[None]:
        """Let them be in place."""
        if self._before is not None:  # a turn within a turn
            yield
            return
        self._before = {} if self._module is None else _laid(self._module, self._theirs)
        try:
            yield
        finally:
            before, self._before = self._before, None
            if self._module is not None:
                _laid(self._module, before)


def _laid(module: ModuleType, values: Mapping[str, object]) -> dict[str, object]:
    """Give attributes of a module these values, without anybody noting it; return those that they had."""
    names = vars(module)
    before = {name: names.get(name, MISSING) for name in values}
    for name, value in values.items():
        if value is MISSING:
            names.pop(name, None)
        else:
            names[name] = value
    return before


class PatchedModule(ModuleType):
    """A module whose attributes scripts may assign."""

    def __setattr__(self, name: str, value: object) -> None:
        run = CURRENT.get()
        if run is not None and not isinstance(value, ModuleType):  # a part of it that is imported is no patch
            run.app.patches.note(self, name, value)
        super().__setattr__(name, value)
