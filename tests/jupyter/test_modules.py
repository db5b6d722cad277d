"""Large browser code: what a page is answered that asks for some."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest

from jupyter_session_state._jupyter.views import bundle, modules

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(autouse=True)
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    (tmp_path / "grid.js.gz").write_bytes(gzip.compress(b"export const n = 1"))
    monkeypatch.setattr(bundle, "STATIC", tmp_path)
    modules.module.cache_clear()
    yield tmp_path
    modules.module.cache_clear()


def test_a_page_gets_the_module_it_asks_for_compressed() -> None:
    answer = modules.answer({"op": "module", "name": "grid"})
    assert answer is not None
    told, (code,) = answer
    assert told == {"op": "module", "name": "grid"}
    assert gzip.decompress(code) == b"export const n = 1"


@pytest.mark.parametrize("name", ["../../secrets", "grid.js", "", "x" * 99, "gríd"])
def test_what_is_no_name_of_a_module_is_refused(name: str) -> None:
    answer = modules.answer({"op": "module", "name": name})
    assert answer is not None
    assert "no module is called" in answer[0]["problem"]
    assert answer[1] == []


def test_a_module_that_was_not_built_is_told_with_what_to_do() -> None:
    answer = modules.answer({"op": "module", "name": "charts"})
    assert answer is not None
    assert "no charts.js" in answer[0]["problem"]
    assert "jlpm build:views" in answer[0]["problem"]


@pytest.mark.parametrize(
    "said", [{}, {"op": "module"}, {"op": "module", "name": 3}, {"op": "other", "name": "grid"}]
)
def test_other_messages_are_not_answered(said: dict[str, object]) -> None:
    assert modules.answer(said) is None


def test_a_script_that_a_package_brings_comes_as_a_module(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = "(function(r, f) {module.exports = f()})(self, () => ({n: 1}));"
    (tmp_path / "brings" / "js").mkdir(parents=True)
    (tmp_path / "brings" / "__init__.py").touch()
    (tmp_path / "brings" / "js" / "x.js").write_text(script, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setitem(modules.PACKAGES, "brought", ("brings", "js/x.js"))
    answer = modules.answer({"op": "module", "name": "brought"})
    assert answer is not None
    code = gzip.decompress(answer[1][0]).decode()
    assert script in code
    assert code.startswith("const module={exports:{}}")
    assert code.rstrip().endswith("export default module.exports;")


def test_a_package_that_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(modules.PACKAGES, "absent", ("not_installed_here", "x.js"))
    answer = modules.answer({"op": "module", "name": "absent"})
    assert answer is not None
    assert "not_installed_here is not installed" in answer[0]["problem"]
