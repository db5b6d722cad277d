"""Real kernels for tests: a test that asks for one runs on all of the matrix, with and without subshells.

`JSS_KERNELS` names those that run every test, as in `6.29,latest`; `JSS_KERNELS_ALSO` those that run only tests
marked `every_kernel`: what they are about is what differs between versions of ipykernel, so they run with and without
subshells too; all others with them, where a kernel has them, as JupyterLab does. Tests marked `one_kernel` are
about what no kernel can change, so the last case is enough: the newest kernel, with subshells if it has them. `current`
is the interpreter that runs the tests, and what is used when nothing is said.

To start a kernel takes longer than most tests. So there is one for each case, made clean before it is handed out.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.kernel.apps import Apps
from tests.kernel.harness import KernelDriver
from tests.tools import kernel_envs

#: The kernels that cannot open subshells.
WITHOUT_SUBSHELLS = {"6.29"}

Case = tuple[str, bool]


def _matrix(marked: Callable[[str], object]) -> list[Case]:
    names = os.environ.get("JSS_KERNELS", "current").split(",")
    if marked("every_kernel"):
        names += os.environ.get("JSS_KERNELS_ALSO", "").split(",")
    names = list(dict.fromkeys(filter(None, names)))
    ways = (False, True) if marked("every_kernel") else (True,)  # as JupyterLab speaks with it, or in both
    cases = [(name, way and _may(name)) for name in names for way in ways if way or _may(name)]
    return cases[-1:] if marked("one_kernel") else cases


def _may(name: str) -> bool:
    return name not in WITHOUT_SUBSHELLS


def _python(name: str) -> Path:
    if name == "current":
        return Path(sys.executable)
    python = kernel_envs.interpreter(name)
    # Asked for by name and not there is a failure: a skipped matrix looks like a passed one.
    assert python.exists(), f"no environment for kernel {name}; make it with `make kernels KERNELS={name}`"
    return python


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give every test that asks for a kernel its part of the matrix."""
    if "kernel_case" in metafunc.fixturenames:
        cases = _matrix(metafunc.definition.get_closest_marker)
        names = [f"{name}-subshells" if subshells else name for name, subshells in cases]
        metafunc.parametrize("kernel_case", cases, ids=names, scope="session")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark by fixture, so that no test of a kernel can forget its mark."""
    for item in items:
        if "kernel_case" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.kernel)


class Shared:
    """The kernel of one case, for all tests that do not need one of their own."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._driver: KernelDriver | None = None

    def clean(self) -> KernelDriver:
        """Return it without what was there before; one that does not answer is replaced."""
        if self._driver is not None:
            try:
                self._driver.clean()
            except AssertionError:
                self.stop()
        if self._driver is None:
            self._driver = start(self._case)
        return self._driver

    def stop(self) -> None:
        """End it."""
        if self._driver is not None:
            self._driver.stop()
        self._driver = None


def start(case: Case, **options: object) -> KernelDriver:
    """Start a kernel of a case."""
    name, subshells = case
    return KernelDriver(_python(name), **{"subshells": subshells, **options})  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def shared(kernel_case: Case) -> Iterator[Shared]:
    """The kernel of the case at hand."""
    kernel = Shared(kernel_case)
    yield kernel
    kernel.stop()


@pytest.fixture
def start_kernel(kernel_case: Case) -> Iterator[Callable[..., KernelDriver]]:
    """Starts kernels of the case at hand, for tests that leave one in a bad way; takes options of `KernelDriver`."""
    started: list[KernelDriver] = []

    def start_another(**options: object) -> KernelDriver:
        started.append(start(kernel_case, **options))
        return started[-1]

    yield start_another
    for driver in started:
        driver.stop()


@pytest.fixture
def kernel(shared: Shared) -> KernelDriver:
    """A clean kernel for one test: nothing is loaded, no name is known, no widget is open."""
    return shared.clean()


@pytest.fixture(scope="module")
def shared_apps(shared: Shared) -> Apps:
    """The apps of a kernel that was clean when the module began."""
    return Apps(shared.clean())


@pytest.fixture
def apps(shared_apps: Apps) -> Iterator[Apps]:
    """The apps of the module's kernel, none of them there yet."""
    yield shared_apps
    shared_apps.close_all()


@pytest.fixture
def raw_apps(apps: Apps) -> Iterator[Apps]:
    """The same, on a page that sends every change at once, whatever is still on its way."""
    apps.kernel.page.throttled = False
    yield apps
    apps.kernel.page.throttled = True
