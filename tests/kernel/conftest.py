"""Real kernels for tests: `kernel` runs a test on every kernel of the matrix, with and without subshells.

`JSS_KERNELS` names the matrix, as in `6.29,7.0,latest`; `current` is the interpreter that runs the tests, and
what is used when nothing is said.
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


def _matrix() -> list[tuple[str, bool]]:
    names = os.environ.get("JSS_KERNELS", "current").split(",")
    return [(name, subshells) for name in names for subshells in (False, True) if not subshells or _may(name)]


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
    """Give every test that asks for a kernel the whole matrix."""
    if "kernel_case" in metafunc.fixturenames:
        cases = _matrix()
        names = [f"{name}-subshells" if subshells else name for name, subshells in cases]
        metafunc.parametrize("kernel_case", cases, ids=names, scope="session")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark by fixture, so that no test of a kernel can forget its mark."""
    for item in items:
        if "kernel_case" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.kernel)


@pytest.fixture
def start_kernel(kernel_case: tuple[str, bool]) -> Iterator[Callable[..., KernelDriver]]:
    """Starts kernels of the case at hand; takes the keywords of `KernelDriver`."""
    name, subshells = kernel_case
    started: list[KernelDriver] = []

    def start(**options: object) -> KernelDriver:
        driver = KernelDriver(_python(name), **{"subshells": subshells, **options})  # type: ignore[arg-type]
        started.append(driver)
        return driver

    yield start
    for driver in started:
        driver.stop()


@pytest.fixture
def kernel(start_kernel: Callable[..., KernelDriver]) -> KernelDriver:
    """A fresh kernel for one test."""
    return start_kernel()


@pytest.fixture(scope="module")
def shared_kernel(kernel_case: tuple[str, bool]) -> Iterator[KernelDriver]:
    """One kernel for all tests of a module: quicker, for tests that do not mind each other."""
    name, subshells = kernel_case
    with KernelDriver(_python(name), subshells=subshells) as driver:
        yield driver


@pytest.fixture(scope="module")
def shared_apps(shared_kernel: KernelDriver) -> Apps:
    """The apps of the module's kernel."""
    return Apps(shared_kernel)


@pytest.fixture
def apps(shared_apps: Apps) -> Iterator[Apps]:
    """The apps of the module's kernel, none of them there yet."""
    yield shared_apps
    shared_apps.close_all()
