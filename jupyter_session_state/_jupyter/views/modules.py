"""Large browser code, such as a grid: it goes to a page when a view there needs it, and once.

The bundle of all views is part of every page with an app, so a library of hundreds of kilobytes must not be in
it. Such a library is a module of its own, `static/NAME.js.gz`. A view that needs it has its page ask the `Library`
(`js/src/views/modules.ts`); the answer is one binary buffer, compressed, since a notebook server holds back a
kernel that sends more than a few megabytes at once. It was compressed when it was built, for a kernel takes 0.1 s.
"""

from __future__ import annotations

import functools
import gzip
import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from jupyter_session_state._jupyter.views import bundle

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ASKED: Final = "module"
"""What a request and its answer are called."""

LONGEST_NAME: Final = 40

PACKAGES: Final = {
    "plotly": ("plotly", "package_data/plotly.min.js"),
    "pydeck": ("pydeck", "nbextension/static/index.js"),
}
"""Modules that Python packages bring, and where these have them: scripts, as pages of other sorts load them."""

# Such a script looks for the loader it is meant for, and leaves what it makes there.
_WRAPPED: Final = (
    b"const module={exports:{}},exports=module.exports,define=undefined;\n",
    b"\nexport default module.exports;\n",
)


def _of_package(package: str, path: str) -> bytes:
    found = importlib.util.find_spec(package)
    folders = [] if found is None else list(found.submodule_search_locations or ())
    file = next((file for folder in folders if (file := Path(folder) / path).exists()), None)
    if file is None:
        raise ValueError(f"the package {package} is not installed, or has no {path}")
    return file.read_bytes().join(_WRAPPED)


@functools.cache
def module(name: str) -> bytes:
    """Return the module of this name, compressed.

    Raises
    ------
    BundleMissingError
        If it was not built.
    ValueError
        If no module can be called so.
    """
    if not (name.isidentifier() and name.isascii() and len(name) <= LONGEST_NAME):
        raise ValueError(f"no module is called {name[:LONGEST_NAME]!r}")
    if name in PACKAGES:
        # A page waits for it, and is on the same machine more often than not: half the time for 5 % more bytes.
        return gzip.compress(_of_package(*PACKAGES[name]), compresslevel=4, mtime=0)
    path = bundle.STATIC / f"{name}.js.gz"
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise bundle.BundleMissingError(bundle.missing(path)) from None


def answer(content: Mapping[str, Any]) -> tuple[dict[str, Any], Sequence[bytes]] | None:
    """Return the answer to what a page said, and its buffers; None if it asked for no module."""
    name = content.get("name")
    if content.get("op") != ASKED or not isinstance(name, str):
        return None
    told = {"op": ASKED, "name": name[:LONGEST_NAME]}
    try:
        return told, [module(name)]
    except (bundle.BundleMissingError, ValueError, OSError) as error:
        return {**told, "problem": str(error)}, []
