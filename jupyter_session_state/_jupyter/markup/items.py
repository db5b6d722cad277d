"""One static element as HTML: the table of kinds and how each is shown."""

from __future__ import annotations

import uuid
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from jupyter_session_state._jupyter.markup import media
from jupyter_session_state._jupyter.markup.alerts import alert_html, exception_html
from jupyter_session_state._jupyter.markup.codes import code_html
from jupyter_session_state._jupyter.markup.directives import icon_html, icon_mark
from jupyter_session_state._jupyter.markup.escape import cut, escape, note, sound
from jupyter_session_state._jupyter.markup.helps import help_box_html
from jupyter_session_state._jupyter.markup.jsontree import json_html
from jupyter_session_state._jupyter.markup.links import page_link_html
from jupyter_session_state._jupyter.markup.markdown import label_html, markdown_html, plain_label, slug
from jupyter_session_state._jupyter.markup.metrics import metric_html
from jupyter_session_state._jupyter.markup.placing import placed
from jupyter_session_state._jupyter.markup.sanitise import ID_PREFIX, clean_raw_html, safe_link
from jupyter_session_state._jupyter.markup.sources import Source, named
from jupyter_session_state._jupyter.markup.tables import table_html

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jupyter_session_state._core.element import Element

    Render = Callable[[Mapping[str, Any]], str]

TEXT_LIMIT: Final = 200_000
_DIVIDERS: Final = frozenset({"blue", "green", "orange", "red", "violet", "gray", "yellow", "rainbow"})


def item_html(element: Element, source: Source = named) -> str:
    """
    Return a static element as HTML that is safe to put into a page.

    Parameters
    ----------
    element
        An element without an id. One of a kind that is not known here becomes a grey note.
    source
        How the page gets the bytes of pictures and the like.

    Examples
    --------
    >>> from jupyter_session_state._core.element import Element
    >>> item_html(Element("text", {"body": "1 < 2"}))
    '<div class="jss-pre">1 &lt; 2</div>'
    """
    with_bytes = _MEDIA.get(element.kind)
    if with_bytes is not None:
        return with_bytes(element.props, source)
    render = _KINDS.get(element.kind)
    return render(element.props) if render else note(f"{element.kind} cannot be shown here yet.")


def help_html(text: str | None) -> str:
    """Draw a small question mark that tells more when pointed at or focused."""
    if not text:
        return ""
    label = escape(plain_label(text))
    return f'<span class="jss-help" tabindex="0" role="note" aria-label="{label}">?</span>'


def _markdown(props: Mapping[str, Any]) -> str:
    body = markdown_html(_body(props), unsafe_html=bool(props.get("unsafe_allow_html")))
    return _with_help(placed(f'<div class="jss-markdown-body">{body}</div>', props), props)


def _caption(props: Mapping[str, Any]) -> str:
    body = markdown_html(_body(props), unsafe_html=bool(props.get("unsafe_allow_html")))
    return _with_help(placed(f'<div class="jss-markdown-body jss-caption-body">{body}</div>', props), props)


def _text(props: Mapping[str, Any]) -> str:
    shown, cut_note = cut(_body(props), TEXT_LIMIT)
    return _with_help(placed(f'<div class="jss-pre">{escape(shown)}</div>', props) + cut_note, props)


def _heading(level: int, props: Mapping[str, Any]) -> str:
    first, _, rest = _body(props).strip().partition("\n")
    anchor = _anchor(props.get("anchor"), first)
    link = _anchor_link(anchor, first) if anchor else ""
    opening = f'<h{level} id="{escape(anchor)}">' if anchor else f"<h{level}>"
    content = f"{_heading_icon(props.get('icon'))}{label_html(first)}{help_html(props.get('help'))}{link}"
    below = f'<div class="jss-markdown-body">{markdown_html(rest)}</div>' if rest.strip() else ""
    return placed(f"{opening}{content}</h{level}>{_divider(props.get('divider'))}{below}", props)


def _heading_icon(icon: object) -> str:
    return f"{icon_html(icon)} " if icon else ""


def _anchor(anchor: object, text: str) -> str:
    if anchor is False:
        return ""
    return ID_PREFIX + "-".join(str(anchor).split()) if anchor else slug(plain_label(text))


def _anchor_link(anchor: str, text: str) -> str:
    label = escape(f"Link to {plain_label(text)}")
    return f'<a class="jss-anchor" href="#{escape(anchor)}" aria-label="{label}">#</a>'


def _divider(divider: object) -> str:
    if not divider:
        return ""
    name = str(divider).replace("grey", "gray")
    colour = name if name in _DIVIDERS else "accent"
    return f'<hr class="jss-divider jss-divider-{colour}">'


def _progress(props: Mapping[str, Any]) -> str:
    value = min(100, max(0, int(props.get("value") or 0)))
    text = str(props.get("text") or "")
    above = f'<div class="jss-progress-text">{label_html(text)}</div>' if text else ""
    label = escape(plain_label(text) or "Progress")
    return (
        f'{above}<div class="jss-progress-track" role="progressbar" aria-label="{label}" aria-valuemin="0"'
        f' aria-valuemax="100" aria-valuenow="{value}"><div class="jss-progress-bar" style="width:{value}%">'
        "</div></div>"
    )


def _spinner(props: Mapping[str, Any]) -> str:
    text = label_html(str(props.get("text") or "Running…"))
    ring = '<span class="jss-spinner-ring" aria-hidden="true"></span>'
    seconds = '<span class="jss-spinner-time" aria-hidden="true"></span>' if props.get("show_time") else ""
    return f'<div class="jss-spinner-row" role="status">{ring}<span>{text}</span>{seconds}</div>'


def _toast(props: Mapping[str, Any]) -> str:
    icon = icon_mark(props.get("icon"))
    mark = f'<span class="jss-toast-icon" aria-hidden="true">{icon}</span>' if icon else ""
    body = f'<div class="jss-toast-text">{markdown_html(_body(props))}</div>'
    # The frame shows it in a corner of the page, for so many seconds, once for each run.
    data = f'data-jss-seconds="{int(props["duration"])}" data-jss-run="{int(props["run"])}"'
    return f'<div class="jss-toast-source" {data}>{mark}{body}</div>'


def _space(props: Mapping[str, Any]) -> str:
    size = props.get("size")
    if size == "stretch":
        return '<div class="jss-space jss-space-stretch"></div>'
    pixels = size if isinstance(size, int) else _SPACES.get(str(size), 16)
    return f'<div class="jss-space" style="--jss-space:{pixels}px"></div>'


# A small one is as high as the label of an input, a medium one as a button.
_SPACES: Final = {
    "xxsmall": 4,
    "xsmall": 8,
    "small": 12,
    "medium": 40,
    "large": 68,
    "xlarge": 96,
    "xxlarge": 128,
}


def _link_button(props: Mapping[str, Any]) -> str:
    """Show a link as a button; one that is disabled, or must not be followed, leads nowhere."""
    parts = [icon_html(props.get("icon")), f"<span>{label_html(str(props.get('label') or ''))}</span>"]
    content = " ".join(filter(None, parts[::-1] if props.get("icon_position") == "right" else parts))
    link = _link_attributes(props)
    width = props.get("width")
    size = f' style="width:{width}px"' if isinstance(width, int) else ""
    classes = f"jss-button jss-{props.get('type')}" + (" jss-stretch" if width == "stretch" else "")
    return _with_help(f'<a class="{escape(classes)}"{link}{size}>{content}</a>', props)


def _link_attributes(props: Mapping[str, Any]) -> str:
    href = "" if props.get("disabled") else safe_link(str(props.get("url") or ""))
    if not href:
        return ' role="link" aria-disabled="true"'
    keys = f' data-jss-shortcut="{escape(props["shortcut"])}"' if props.get("shortcut") else ""
    target = "" if href.startswith("#") else ' target="_blank" rel="noopener noreferrer"'
    return f' href="{escape(href)}"{target}{keys}'


def _note(props: Mapping[str, Any]) -> str:
    key = props.get("reset")
    button = "" if key is None else f" · {_RESET.format(key=escape(key))}"
    return f'<p class="jss-remark">{label_html(_body(props))}{button}</p>'


# The frame around it listens for these attributes; what authors write can hold neither them nor a button.
_RESET: Final = (
    '<button type="button" class="jss-text-button" data-jss-action="reset" data-jss-key="{key}">'
    "Reset</button>"
)


def _latex(props: Mapping[str, Any]) -> str:
    formula = f'<div class="jss-markdown-body">{markdown_html(_body(props))}</div>'
    return placed(f'<div class="jss-latex">{_with_help(formula, props)}</div>', props)


def _line(props: Mapping[str, Any]) -> str:
    return placed('<hr class="jss-divider jss-divider-plain">', props)


def _html(props: Mapping[str, Any]) -> str:
    """Show HTML of the author's, cleaned; where that cannot be done, as text."""
    shown, cut_note = cut(_body(props), TEXT_LIMIT)
    cleaned = clean_raw_html(shown)
    return (
        placed(f'<div class="jss-html">{escape(shown) if cleaned is None else cleaned}</div>', props)
        + cut_note
    )


def _metric(props: Mapping[str, Any]) -> str:
    return metric_html(props, help_html(props.get("help")))


def _skeleton(props: Mapping[str, Any]) -> str:
    height = props.get("height")
    size = f' style="height:{int(height)}px"' if isinstance(height, int) else ""
    return placed(f'<div class="jss-skeleton" role="status" aria-label="Loading"{size}></div>', props)


_KERNEL: Final = uuid.uuid4().hex[:12]
"""Tells runs of this process from those of others, as pages remember them."""


def _effect(kind: str, props: Mapping[str, Any]) -> str:
    """Name an effect for the view, which shows it once for each run, and not again when the page is loaded anew."""
    run = f"{_KERNEL}/{props.get('run') or 0}"
    return f'<div class="jss-effect jss-{kind}" data-jss-run="{escape(run)}" hidden></div>'


def _empty(_props: Mapping[str, Any]) -> str:
    return ""


def _body(props: Mapping[str, Any]) -> str:
    return sound(str(props.get("body", "")))


def _with_help(content: str, props: Mapping[str, Any]) -> str:
    mark = help_html(props.get("help"))
    return f'<div class="jss-helped">{content}{mark}</div>' if mark else content


_MEDIA: Final[Mapping[str, Callable[[Mapping[str, Any], Source], str]]] = {
    "audio": media.audio_html,
    "iframe": media.iframe_html,
    "image": media.images_html,
    "pdf": media.pdf_html,
    "pyplot": partial(media.picture_html, "pyplot"),
    "video": media.video_html,
}
"""Kinds with bytes that do not stand in the HTML."""

_KINDS: Final[Mapping[str, Render]] = {
    "balloons": partial(_effect, "balloons"),
    "caption": _caption,
    "code": code_html,
    "dataframe": table_html,
    "divider": _line,
    "empty": _empty,
    "exception": exception_html,
    "header": partial(_heading, 2),
    "help": help_box_html,
    "html": _html,
    "json": json_html,
    "latex": _latex,
    "link_button": _link_button,
    "markdown": _markdown,
    "metric": _metric,
    "note": _note,
    "page_link": page_link_html,
    "pending": _empty,
    "progress": _progress,
    "skeleton": _skeleton,
    "snow": partial(_effect, "snow"),
    "space": _space,
    "spinner": _spinner,
    "subheader": partial(_heading, 3),
    "table": table_html,
    "text": _text,
    "title": partial(_heading, 1),
    "toast": _toast,
    **{kind: partial(alert_html, kind) for kind in ("error", "info", "success", "warning")},
}
