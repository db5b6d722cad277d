"""A small blocking WebSocket client: it costs far less than what it measures, and counts every byte.

Libraries for this decompress, validate and run threads or an event loop, all of which would be in the figures.
"""

from __future__ import annotations

import base64
import os
import select
import socket
import struct
import time

TEXT, BINARY, CLOSE, PING, PONG = 1, 2, 8, 9, 10


class WebSocket:
    """A connection to a server on this machine; no extensions (RFC 6455)."""

    def __init__(self, port: int, path: str, *, protocols: str = "") -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=30)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._buffer = bytearray()
        self._at = 0
        try:
            self._shake_hands(port, path, protocols)
        except BaseException:
            self._socket.close()
            raise

    @staticmethod
    def frame(payload: bytes, opcode: int = BINARY) -> bytes:
        """Return a client's frame of this payload; made before the clock starts."""
        size = len(payload)
        if size < 126:
            head = struct.pack("!BB", 0x80 | opcode, 0x80 | size)
        elif size < 65536:
            head = struct.pack("!BBH", 0x80 | opcode, 0x80 | 126, size)
        else:
            head = struct.pack("!BBQ", 0x80 | opcode, 0x80 | 127, size)
        # Clients must mask; a mask of zeros is a legal one and leaves the payload as it is.
        return head + b"\0\0\0\0" + payload

    def send(self, frame: bytes) -> None:
        """Send a frame."""
        self._socket.sendall(frame)

    def receive(self, timeout: float) -> tuple[bytes, int] | None:
        """Return the next message and its bytes on the wire; None if none came in time."""
        deadline = time.perf_counter() + timeout
        parts, size = [], 0
        while (got := self._frame(deadline)) is not None:
            opcode, last, payload, wire = got
            if opcode == CLOSE:
                raise ConnectionError("the server closed the connection")
            if opcode == PING:
                self.send(self.frame(payload, PONG))
            if opcode in (PING, PONG):
                continue
            parts.append(payload)
            size += wire
            if last:
                return b"".join(parts), size
        return None

    def close(self) -> None:
        """Close the connection; may be called twice."""
        self._socket.close()

    def _shake_hands(self, port: int, path: str, protocols: str) -> None:
        lines = [
            f"GET {path} HTTP/1.1",
            f"Host: 127.0.0.1:{port}",
            "Upgrade: websocket",
            "Connection: Upgrade",
            f"Sec-WebSocket-Key: {base64.b64encode(os.urandom(16)).decode()}",
            "Sec-WebSocket-Version: 13",
        ]
        if protocols:
            lines.append(f"Sec-WebSocket-Protocol: {protocols}")
        self._socket.sendall(("\r\n".join(lines) + "\r\n\r\n").encode())
        while b"\r\n\r\n" not in self._buffer:
            if not self._read(30):
                raise ConnectionError("the server does not answer")
        head, _, rest = bytes(self._buffer).partition(b"\r\n\r\n")
        if b" 101 " not in head.split(b"\r\n")[0]:
            raise ConnectionError(head.decode(errors="replace")[:400])
        self._buffer = bytearray(rest)

    def _read(self, timeout: float) -> bool:
        if timeout <= 0 or not select.select([self._socket], [], [], timeout)[0]:
            return False
        chunk = self._socket.recv(1 << 18)
        if not chunk:
            raise ConnectionError("the server closed the connection")
        self._buffer += chunk
        return True

    def _have(self, count: int, deadline: float) -> bool:
        while len(self._buffer) - self._at < count:
            if not self._read(deadline - time.perf_counter()):
                return False
        return True

    def _frame(self, deadline: float) -> tuple[int, bool, bytes, int] | None:
        """Read one frame: its opcode, whether it is the last of its message, its payload, its size."""
        if not self._have(2, deadline):
            return None
        first, length = self._buffer[self._at], self._buffer[self._at + 1] & 127
        head = {126: 4, 127: 10}.get(length, 2)
        if not self._have(head, deadline):
            return None
        if head > 2:
            length = int.from_bytes(self._buffer[self._at + 2 : self._at + head], "big")
        if not self._have(head + length, deadline):
            return None
        start = self._at + head
        payload = bytes(self._buffer[start : start + length])
        self._at = start + length
        if self._at > 1 << 20 or self._at == len(self._buffer):
            del self._buffer[: self._at]
            self._at = 0
        return first & 15, bool(first & 0x80), payload, head + length
