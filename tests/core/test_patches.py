"""Attributes of a module that an app assigned: in place during its turns, away between them."""

from __future__ import annotations

from types import ModuleType

from jupyter_session_state._core.patches import Patches


def test_a_turn_within_a_turn_takes_nothing_away() -> None:
    module, patches = ModuleType("m"), Patches()
    with patches.active():
        patches.note(module, "a", 1)
        module.__dict__["a"] = 1
        with patches.active():
            assert vars(module)["a"] == 1
        assert vars(module)["a"] == 1
    assert "a" not in vars(module)


def test_what_others_assign_between_two_turns_is_put_back_after_the_second() -> None:
    module, patches = ModuleType("m"), Patches()
    module.__dict__["a"] = 0
    with patches.active():
        patches.note(module, "a", 1)
        module.__dict__["a"] = 1
    module.__dict__["a"] = 2
    with patches.active():
        assert vars(module)["a"] == 1
    assert vars(module)["a"] == 2


def test_outside_of_turns_nothing_is_noted() -> None:
    module, patches = ModuleType("m"), Patches()
    patches.note(module, "a", 1)
    with patches.active():
        assert "a" not in vars(module)
