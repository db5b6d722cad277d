"""The small WebSocket client: what it sends, what it reads, and that it counts every byte."""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from benchmarks.websocket import WebSocket


@contextmanager
def served(*frames: bytes, status: str = "101 Switching Protocols") -> Iterator[tuple[int, list[bytes]]]:
    """A server that shakes hands and sends these frames; yields its port, and what it was sent afterwards."""
    said: list[bytes] = []

    def serve() -> None:
        connection, _ = listener.accept()
        with connection:
            connection.recv(4096)
            connection.sendall(f"HTTP/1.1 {status}\r\n\r\n".encode() + b"".join(frames))
            while data := connection.recv(4096):
                said.append(data)

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=serve)
        thread.start()
        yield listener.getsockname()[1], said
        thread.join()


def frame(payload: bytes, opcode: int = 2, *, last: bool = True) -> bytes:
    """A frame as servers send it: without a mask."""
    first = (0x80 if last else 0) | opcode
    if len(payload) < 126:
        return struct.pack("!BB", first, len(payload)) + payload
    if len(payload) < 65536:
        return struct.pack("!BBH", first, 126, len(payload)) + payload
    return struct.pack("!BBQ", first, 127, len(payload)) + payload


@pytest.mark.parametrize("size", [0, 125, 126, 65535, 65536])
def test_a_message_of_any_size_is_read_and_counted(size: int) -> None:
    sent = frame(b"x" * size)
    with served(sent) as (port, _):
        client = WebSocket(port, "/")
        assert client.receive(5) == (b"x" * size, len(sent))
        assert client.receive(0) is None
        client.close()


def test_a_message_in_parts_is_one_and_a_ping_between_is_answered() -> None:
    parts = [frame(b"one ", last=False), frame(b"hello", opcode=9), frame(b"two", opcode=0)]
    with served(*parts) as (port, said):
        client = WebSocket(port, "/")
        assert client.receive(5) == (b"one two", len(parts[0]) + len(parts[2]))
        client.close()
    assert b"".join(said) == WebSocket.frame(b"hello", opcode=10)


def test_the_end_of_the_connection_is_an_error() -> None:
    with served(frame(b"", opcode=8)) as (port, _):
        client = WebSocket(port, "/")
        with pytest.raises(ConnectionError, match="closed"):
            client.receive(5)
        client.close()


def test_a_server_that_speaks_no_websocket_is_an_error() -> None:
    with served(status="404 Not Found") as (port, _), pytest.raises(ConnectionError, match="404"):
        WebSocket(port, "/")


@pytest.mark.parametrize(("size", "head"), [(5, 2), (300, 4), (70_000, 10)])
def test_a_frame_is_masked_as_clients_must(size: int, head: int) -> None:
    sent = WebSocket.frame(b"x" * size)
    assert sent[1] & 0x80
    assert sent[head:] == b"\0\0\0\0" + b"x" * size
