"""Whatever is a picture, as bytes that a browser shows or as the address of one."""

from __future__ import annotations

import io
import mimetypes
import re
import struct
import sys
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from jupyter_session_state._core.element import Blob
from jupyter_session_state.elements import media_messages
from jupyter_session_state.elements.addresses import is_address
from jupyter_session_state.elements.file_paths import is_file, read_bytes
from jupyter_session_state.elements.png import png_of

WIDEST = 1460
"""Pixels: wider pictures are made smaller before they are sent, since no app is as wide."""

_SVG = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*|<!doctype svg[^>]*>\s*)*<svg[\s>]", re.IGNORECASE | re.DOTALL
)
_SIGNATURES = {
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"GIF87a": "image/gif",
    b"GIF89a": "image/gif",
    b"BM": "image/bmp",
}


@dataclass(frozen=True, slots=True)
class Picture:
    """How a picture is to be made: the parameters of ``st.image``."""

    width: Any = "content"
    clamp: bool = False
    channels: str = "RGB"
    format: str = "AUTO"


PLAIN = Picture()


def is_array(value: Any) -> bool:
    """Whether a value is an array of numpy, without importing it."""
    numpy = sys.modules.get("numpy")
    return numpy is not None and isinstance(value, numpy.ndarray)


def is_pil(value: Any) -> bool:
    """Whether a value is an image of PIL."""
    return any((c.__module__.partition(".")[0], c.__name__) == ("PIL", "Image") for c in type(value).__mro__)


def picture_of(at: Any, kind: str, image: Any, how: Picture = PLAIN) -> Blob | str:
    """Return a picture as bytes with their type, or as an address.

    Raises
    ------
    StreamlitAPIException
        If it is none.
    """
    if isinstance(image, str) and not is_file(at, image):
        if is_address(image, "http", "https", "data") or image.startswith("/app/static/"):
            return image
        if _SVG.match(image):
            return _svg(image)
    if isinstance(image, (str, Path)):
        data = read_bytes(at, kind, image)
        return (
            _svg(data.decode("utf-8", "replace")) if _is_svg(data) else _of_bytes(kind, data, how, str(image))
        )
    if is_array(image):
        return _of_array(kind, image, how)
    if is_pil(image):
        return _of_pil(image, how)
    data = _bytes_of(kind, image)
    media_messages.check_size(kind, len(data))
    return _svg(data.decode("utf-8", "replace")) if _is_svg(data) else _of_bytes(kind, data, how)


def _bytes_of(kind: str, image: Any) -> bytes:
    if isinstance(image, (bytes, bytearray, memoryview)):
        return bytes(image)
    if hasattr(image, "getvalue"):
        return bytes(image.getvalue())
    if hasattr(image, "read"):
        return bytes(image.read())
    raise media_messages.no_picture(kind, f"a value of type {type(image).__name__}.")


def _is_svg(data: bytes) -> bool:
    return _SVG.match(data[:2000].decode("utf-8", "ignore")) is not None


def _svg(text: str) -> Blob:
    """Return SVG as a picture: in an ``<img>`` none of its scripts runs, and it loads nothing."""
    if "xmlns" not in text:
        text = text.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1)
    return Blob(text.encode("utf-8", "replace"), "image/svg+xml")


def _mime_of(data: bytes, name: str = "") -> str:
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    if data[4:12] in (b"ftypavif", b"ftypavis"):
        return "image/avif"
    known = next((mime for start, mime in _SIGNATURES.items() if data.startswith(start)), "")
    return known or (mimetypes.guess_type(name)[0] or "" if name and not data[:1].strip() else "")


def _of_bytes(kind: str, data: bytes, how: Picture, name: str = "") -> Blob:
    """Return a picture that is encoded already: as it is, unless it must be made smaller or another format."""
    mime = _mime_of(data, name)
    wanted = {"JPG": "image/jpeg"}.get(how.format, f"image/{how.format.lower()}")
    if mime and (how.format in ("AUTO", "GIF") or wanted == mime) and _width(data, mime) <= _most(how):
        return Blob(data, mime)
    try:
        pil = import_module("PIL.Image")
    except ImportError:
        if mime:
            return Blob(data, mime)
        raise media_messages.needs(kind, "bytes in this format", "Pillow", "pillow") from None
    try:
        return _of_pil(pil.open(io.BytesIO(data)), how)
    except (OSError, ValueError, SyntaxError, pil.DecompressionBombError) as error:
        raise media_messages.no_picture(kind, error) from error


def _width(data: bytes, mime: str) -> int:
    """Return how many pixels a picture is wide, where its head tells; -1 where that would take a decoder."""
    if mime == "image/png" and len(data) >= 24:
        return int(struct.unpack(">I", data[16:20])[0])
    if mime == "image/gif":
        return -1  # may move: it stays as it is
    if mime == "image/jpeg":
        return _jpeg_width(data)
    return -1


def _jpeg_width(data: bytes) -> int:
    at = 2
    while at + 9 < len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            return int.from_bytes(data[at + 7 : at + 9], "big")
        at += 2 + length
    return -1


def _most(how: Picture) -> int:
    return how.width if isinstance(how.width, int) else WIDEST


def _of_pil(image: Any, how: Picture) -> Blob:
    moving = getattr(image, "is_animated", False)
    form = {
        "AUTO": "PNG" if image.mode in ("RGBA", "LA", "P", "1", "I", "F", "I;16") else "JPEG",
        "JPG": "JPEG",
    }.get(how.format, how.format)
    if image.width > _most(how) and not moving:
        image = image.resize((_most(how), max(1, image.height * _most(how) // image.width)))
    file = io.BytesIO()
    if moving:
        image.save(file, "GIF", save_all=True)
        return Blob(file.getvalue(), "image/gif")
    if form == "JPEG" and image.mode not in ("RGB", "L"):
        image = image.convert("RGB")
    if image.mode in ("F", "I"):
        image = image.convert("L")
    image.save(file, form, **({"quality": 95} if form == "JPEG" else {}))
    return Blob(file.getvalue(), f"image/{form.lower()}")


# -- arrays ------------------------------------------------------------------------------------------------


def _of_array(kind: str, array: Any, how: Picture) -> Blob:
    pixels = _clipped(_shaped(array, how), how)
    if how.format in ("JPEG", "JPG") or pixels.shape[1] > _most(how):
        try:
            pil = import_module("PIL.Image")
        except ImportError:
            if how.format in ("JPEG", "JPG"):
                raise media_messages.needs(kind, "JPEG", "Pillow", "pillow") from None
        else:
            return _of_pil(pil.fromarray(pixels), how)
    data = png_of(pixels)
    media_messages.check_size(kind, len(data))
    return Blob(data, "image/png")


def _shaped(array: Any, how: Picture) -> Any:
    shape = array.shape
    if len(shape) not in (2, 3) or 0 in shape:
        raise media_messages.bad_dimensions(shape)
    if len(shape) == 3 and shape[2] not in (1, 3, 4):
        raise media_messages.bad_channels(shape)
    if how.channels == "BGR":
        if len(shape) != 3 or shape[2] < 3:
            raise media_messages.bgr_needs_channels(shape)
        return array[:, :, [2, 1, 0]]
    return array[:, :, 0] if len(shape) == 3 and shape[2] == 1 else array


def _clipped(array: Any, how: Picture) -> Any:
    """Return an array of bytes: floats are from 0 to 1, integers from 0 to 255."""
    numpy = sys.modules["numpy"]
    is_float = array.dtype.kind == "f"
    if array.dtype.kind not in "fiub":
        raise media_messages.no_picture("image", f"an array of {array.dtype}.")
    if array.dtype.kind == "b":
        return array.astype("uint8")
    most = 1.0 if is_float else 255
    low, high = numpy.nanmin(array), numpy.nanmax(array)
    if how.clamp:
        array = numpy.clip(array, 0, most)
    elif not (low >= 0 and high <= most):
        raise media_messages.out_of_range(low, high, most)
    scaled = numpy.nan_to_num(array) * 255 if is_float else array
    return scaled.astype("uint8")
