"""Documents as PDF."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from jupyter_session_state._core.element import Blob, Element
from jupyter_session_state._core.spec import drawing
from jupyter_session_state.elements import media_messages, messages
from jupyter_session_state.elements.addresses import is_address
from jupyter_session_state.elements.file_paths import read_bytes
from jupyter_session_state.elements.types import HeightWithoutContent

if TYPE_CHECKING:
    from jupyter_session_state.elements.delta_generator import DeltaGenerator


@drawing
def pdf(
    at: Any, data: Any, *, height: HeightWithoutContent = 500, key: str | None = None, alt: str | None = None
) -> DeltaGenerator:
    """A PDF in the browser's own viewer; one with an address is a link. Mirrors ``streamlit.pdf``.

    Parameters
    ----------
    data
        A path, bytes, a file, or a URL.
    height
        Pixels or ``"stretch"``.
    alt
        What it is, for those who cannot see it.

    Raises
    ------
    StreamlitMissingRequiredParameterError
        If there is none.
    StreamlitAPIException
        If it cannot be read, or is no PDF.

    Examples
    --------
    >>> st.pdf("report.pdf", height=700)  # doctest: +SKIP
    """
    if data is None:
        raise messages.no_body("pdf")
    if height != "stretch" and (isinstance(height, bool) or not isinstance(height, int) or height <= 0):
        raise messages.invalid_height("pdf", height)
    props = {"source": _source(at, data), "height": height, "alt": None if alt is None else str(alt)}
    handle: DeltaGenerator = at.emit(Element("pdf", props))
    return handle


def _source(at: Any, data: Any) -> Blob | str:
    if isinstance(data, (str, Path)):
        text = str(data).strip()
        return text if is_address(text, "http", "https") else _checked(read_bytes(at, "pdf", text))
    if isinstance(data, (bytes, bytearray)):
        return _checked(bytes(data))
    if hasattr(data, "getvalue"):
        return _checked(bytes(data.getvalue()))
    if hasattr(data, "read"):
        return _checked(bytes(data.read()))
    raise messages.wrong_type("pdf", "data", data, "a path, a URL, bytes or a file")


def _checked(data: bytes) -> Blob:
    media_messages.check_size("pdf", len(data))
    if b"%PDF-" not in data[:1024]:
        raise media_messages.no_pdf()
    return Blob(data, "application/pdf")
