"""Arrays as PNG, with the standard library alone: where Pillow is not installed, arrays are shown all the same."""

from __future__ import annotations

import struct
import zlib
from typing import Any

_COLOURS = {2: 0, 3: 2, 4: 6}  # by number of dimensions or channels: grey, RGB, RGBA


def png_of(pixels: Any) -> bytes:
    """Return an array of bytes (rows, columns and, unless it is grey, 3 or 4 channels) as PNG."""
    height, width = pixels.shape[:2]
    colours = _COLOURS[pixels.shape[2] if len(pixels.shape) == 3 else 2]
    head = struct.pack(">IIBBBBB", width, height, 8, colours, 0, 0, 0)
    # Each row begins with a byte that says how it is filtered: not at all.
    rows = b"".join(b"\0" + row.tobytes() for row in pixels)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows, 6)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in parts)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
