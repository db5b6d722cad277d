"""Processes of a benchmark end with it."""

from __future__ import annotations

import contextlib
import sys
import urllib.request

import psutil
import pytest

from benchmarks.processes import Children, Server

HTTP = [sys.executable, "-m", "http.server", "--bind", "127.0.0.1", "{port}"]


def started(end: type[BaseException] | None) -> Server:
    """A server whose benchmark is over, for the reason given."""
    with contextlib.suppress(KeyboardInterrupt, RuntimeError), Children() as children:
        server = children.server(HTTP, "/")
        with urllib.request.urlopen(server.url("/"), timeout=5) as answer:
            assert answer.status == 200
        if end is not None:
            raise end
    return server


@pytest.mark.parametrize("end", [None, KeyboardInterrupt, RuntimeError])
def test_a_server_ends_with_the_benchmark_however_that_ends(end: type[BaseException] | None) -> None:
    assert not psutil.pid_exists(started(end).pid)


def test_a_server_that_ends_at_once_says_why() -> None:
    command = [sys.executable, "-c", "raise SystemExit('no such app')"]
    with Children() as children, pytest.raises(RuntimeError, match="no such app"):
        children.server(command, "/")
