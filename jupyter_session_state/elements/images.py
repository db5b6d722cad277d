"""Pictures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from jupyter_session_state._core.element import Element
from jupyter_session_state._core.spec import drawing
from jupyter_session_state.elements import media_messages
from jupyter_session_state.elements.picture_data import Picture, is_array, picture_of
from jupyter_session_state.elements.sizes import check_width, width_of
from jupyter_session_state.elements.types import Width

if TYPE_CHECKING:
    from jupyter_session_state.elements.delta_generator import DeltaGenerator

Channels: TypeAlias = Literal["RGB", "BGR"]
ImageFormat: TypeAlias = Literal["JPEG", "PNG", "GIF", "auto"]


@drawing
def image(
    at: Any,
    image: Any,
    caption: str | list[str] | None = None,
    width: Width = "content",
    clamp: bool = False,
    channels: Channels = "RGB",
    output_format: ImageFormat = "auto",
    *,
    use_container_width: bool | None = None,
    link: str | None = None,
    use_column_width: Any = None,
    alt: str | Sequence[str | None] | None = None,
) -> DeltaGenerator:
    """One picture or several. Mirrors ``streamlit.image``.

    Parameters
    ----------
    image
        A path, a URL, bytes, an image of PIL, an array (grey, or with 1, 3 or 4 channels last), SVG as text; or a list
        of these. An array of four dimensions is a list too.
    caption
        Words below; one for each picture.
    width
        ``"content"``, ``"stretch"``, or pixels. None is wider than its place.
    clamp
        Cut off what is outside of the range of colours, instead of an error.
    channels
        ``"BGR"`` for arrays as OpenCV makes them.
    output_format
        ``"JPEG"`` or ``"PNG"``; ``"auto"`` keeps what bytes are.
    link
        Where a click leads, for one picture.
    alt
        What it shows, for those who cannot see it; the caption if it is not given.

    Raises
    ------
    StreamlitAPIException
        If something is no picture, or captions do not go with the pictures.
    StreamlitInvalidWidthError
        If the width is none.

    Examples
    --------
    >>> st.image("cat.jpg", caption="Asleep", width=300)  # doctest: +SKIP
    """
    width = width_of(width, use_container_width)
    check_width("image", width)
    if use_column_width is not None:
        at.warning("st.image: `use_column_width` has no effect any more; `width='stretch'` does that.")
    images = _several(image)
    captions, alts = _captions(caption, len(images)), _alts(alt, len(images))
    if link and len(images) > 1:
        raise media_messages.one_link(len(images))
    how = Picture(width, bool(clamp), str(channels).upper(), str(output_format).upper())
    try:
        sources = tuple(picture_of(at, "image", one, how) for one in images)
    except media_messages.NeedsPackageError as error:
        note: DeltaGenerator = at.emit(Element("note", {"body": str(error)}))
        return note
    handle: DeltaGenerator = at.emit(
        Element(
            "image", {"images": sources, "captions": captions, "alts": alts, "width": width, "link": link}
        )
    )
    return handle


def _several(image: Any) -> list[Any]:
    if isinstance(image, (list, tuple, set)):
        return list(image)
    return list(image) if is_array(image) and len(image.shape) == 4 else [image]


def _captions(caption: Any, count: int) -> tuple[str, ...]:
    if caption is None:
        return ("",) * count
    several = isinstance(caption, list) or (is_array(caption) and len(caption.shape) == 1)
    texts = tuple("" if text is None else str(text) for text in (caption if several else [caption]))
    if len(texts) != count:
        raise media_messages.count_differs("captions", len(texts), count)
    return texts


def _alts(alt: Any, count: int) -> tuple[str | None, ...]:
    if alt is None:
        return (None,) * count
    several = isinstance(alt, (list, tuple)) or is_array(alt)
    texts = tuple(None if text is None else str(text) for text in (alt if several else [alt]))
    if len(texts) != count:
        raise media_messages.count_differs("texts of alt", len(texts), count)
    return texts
