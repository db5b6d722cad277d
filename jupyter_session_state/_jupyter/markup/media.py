"""Pictures, sounds, films, documents and frames."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from jupyter_session_state._core.element import Blob
from jupyter_session_state._jupyter.markup.escape import escape, note
from jupyter_session_state._jupyter.markup.markdown import label_html, plain_label
from jupyter_session_state._jupyter.markup.sanitise import safe_link, safe_source
from jupyter_session_state._jupyter.markup.sources import Source, named

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# What an <img> can show; a picture there never runs scripts, not even SVG.
_SHOWABLE: Final = frozenset(
    f"image/{kind}" for kind in ("png", "jpeg", "gif", "webp", "avif", "bmp", "svg+xml")
)
_DEFAULT_ALT: Final = {"pyplot": "Matplotlib figure"}
_PLAYED: Final = re.compile(r"(?:audio|video|application)/[\w.+-]+")
SANDBOX: Final = "allow-scripts"
"""What a frame may do. Never more: with ``allow-same-origin`` it could take its own bars down."""


def picture_html(kind: str, props: Mapping[str, Any], source: Source = named) -> str:
    """Show one picture that never grows wider than its place."""
    width = props.get("width", "stretch" if kind == "pyplot" else "content")
    return _picture(props["image"], props.get("alt") or _DEFAULT_ALT.get(kind, ""), width, source)


def images_html(props: Mapping[str, Any], source: Source = named) -> str:
    """Show pictures with their captions, side by side if there are several."""
    width, link = props.get("width"), safe_link(str(props.get("link") or ""))
    shown = [
        _figure(image, caption, alt, width, link, source)
        for image, caption, alt in zip(props["images"], props["captions"], props["alts"], strict=True)
    ]
    return shown[0] if len(shown) == 1 else f'<div class="jss-images">{"".join(shown)}</div>'


def _figure(image: Any, caption: str, alt: str | None, width: object, link: str, source: Source) -> str:
    told = plain_label(caption) if alt is None else alt
    picture = _picture(image, told, width, source)
    if link:
        label = "" if told else ' aria-label="Link of the picture"'
        picture = f'<a href="{escape(link)}" target="_blank" rel="noopener noreferrer"{label}>{picture}</a>'
    words = f"<figcaption>{label_html(caption)}</figcaption>" if caption else ""
    wide = " jss-stretch" if width == "stretch" else ""
    return f'<figure class="jss-figure{wide}">{picture}{words}</figure>'


def _picture(image: Blob | str, alt: object, width: object, source: Source) -> str:
    if isinstance(image, Blob) and image.mime not in _SHOWABLE:
        return note(f"A picture of type {image.mime} cannot be shown.")
    where = source(image, "src") if isinstance(image, Blob) else f'src="{escape(safe_source(image))}"'
    classes, style = _size(width)
    return f'<img class="{classes}" {where} alt="{escape(alt)}"{style}>'


def _size(width: object) -> tuple[str, str]:
    if width == "stretch":
        return "jss-img jss-stretch", ""
    return "jss-img", _pixels("width", width)


def _pixels(name: str, size: object) -> str:
    is_size = isinstance(size, int) and not isinstance(size, bool) and size >= 0
    return f' style="{name}:{size}px"' if is_size else ""


# -- sounds and films --------------------------------------------------------------------------------------


def audio_html(props: Mapping[str, Any], source: Source = named) -> str:
    """Show a player for a sound."""
    label = escape(props.get("alt") or "Audio player")
    return f'<audio class="jss-player" controls{_player(props, source)} aria-label="{label}"></audio>'


def video_html(props: Mapping[str, Any], source: Source = named) -> str:
    """Show a player for a film; one that only its own site can show is a link."""
    if props.get("page"):
        return _page_of_film(str(props.get("source") or ""), props)
    label = escape(props.get("alt") or "Video player")
    muted = " muted" if props.get("muted") else ""
    files: Sequence[tuple[str, Blob]] = props.get("subtitles") or ()
    tracks = "".join(
        f'<track kind="subtitles" label="{escape(name)}" {source(track, "src")}{" default" if first == 0 else ""}>'
        for first, (name, track) in enumerate(files)
    )
    told = _player(props, source)
    return (
        f'<video class="jss-player" controls playsinline{muted}{told} aria-label="{label}">{tracks}</video>'
    )


def _player(props: Mapping[str, Any], source: Source) -> str:
    data = props.get("source")
    flags = "".join(f" {flag}" for flag in ("loop", "autoplay") if props.get(flag))
    times = f' data-jss-start="{int(props.get("start") or 0)}"'
    if props.get("end") is not None:
        times += f' data-jss-end="{int(props["end"])}"'
    size = _pixels("width", props.get("width"))
    if isinstance(data, Blob):
        where = f" {source(data, 'src')}" if _PLAYED.match(data.mime) else ""
    else:
        where = f' src="{escape(safe_source(data))}"' if data else ""
    return f'{where}{flags}{times} preload="metadata"{size}'


def _page_of_film(address: str, props: Mapping[str, Any]) -> str:
    words = escape(
        props.get("alt") or f"Watch the video on {address.split('/')[2] if '//' in address else 'its site'}"
    )
    return (
        f'<a class="jss-button jss-secondary" href="{escape(safe_link(address))}" target="_blank"'
        f' rel="noopener noreferrer"><span aria-hidden="true">▶</span> <span>{words}</span></a>'
    )


# -- documents and frames ----------------------------------------------------------------------------------


def pdf_html(props: Mapping[str, Any], source: Source = named) -> str:
    """Show a document in the browser's own viewer, which keeps it apart from the page."""
    data, label = props.get("source"), escape(props.get("alt") or "PDF document")
    if not isinstance(data, Blob):
        href = escape(safe_link(str(data or "")))
        return f'<a href="{href}" target="_blank" rel="noopener noreferrer">{label}</a>'
    height = _pixels("height", props.get("height"))
    stretch = " jss-stretch" if props.get("height") == "stretch" else ""
    return (
        f'<object class="jss-pdf{stretch}" type="application/pdf" {source(data, "data")} aria-label="{label}"{height}>'
        f"{note('This browser shows no PDF documents within a page.')}</object>"
    )


def iframe_html(props: Mapping[str, Any], source: Source = named) -> str:
    """Show a page in a frame that can run scripts and nothing else."""
    page, file = props.get("page"), props.get("file")
    if page is not None:
        where = source(page, "srcdoc")
    elif file is not None:
        where = source(file, "src")
    else:
        where = f'src="{escape(safe_source(props.get("src")))}"'
    tab = props.get("tab_index")
    order = f' tabindex="{int(tab)}"' if tab is not None else ""
    scrolling = "" if props.get("scrolling") else ' scrolling="no"'
    title = escape(props.get("alt") or "Embedded content")
    fit = ' data-jss-fit="1"' if props.get("height") == "content" and page is not None else ""
    classes = "jss-frame" + (" jss-fit-width" if props.get("width") == "content" else "")
    return (
        f'<iframe class="{classes}" sandbox="{SANDBOX}" referrerpolicy="no-referrer" {where} title="{title}"'
        f"{order}{scrolling}{fit}{_frame_size(props)}></iframe>"
    )


def _frame_size(props: Mapping[str, Any]) -> str:
    sizes = [
        f"{name}:{size}px"
        for name in ("width", "height")
        if isinstance(size := props.get(name), int) and not isinstance(size, bool) and size > 0
    ]
    return f' style="{";".join(sizes)}"' if sizes else ""


# -- in words ----------------------------------------------------------------------------------------------


def picture_text(kind: str, props: Mapping[str, Any]) -> str:
    """Name a picture in a few words."""
    name = "figure" if kind == "pyplot" else "image"
    alt = props.get("alt")
    return f"[{name}: {alt}]" if alt else f"[{name}]"


def images_text(props: Mapping[str, Any]) -> str:
    """Name pictures by what was said of them."""
    told = zip(props.get("captions") or (), props.get("alts") or (), strict=False)
    return "\n".join(picture_text("image", {"alt": alt or plain_label(caption)}) for caption, alt in told)


def media_text(kind: str, props: Mapping[str, Any]) -> str:
    """Name a sound, a film, a document or a frame, and its address if it has one."""
    address = props.get("src") if kind == "iframe" else props.get("source")
    told = [str(props.get("alt") or ""), address if isinstance(address, str) else ""]
    return f"[{kind}{': ' if any(told) else ''}{' '.join(filter(None, told))}]"
