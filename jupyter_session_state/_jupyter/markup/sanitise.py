"""The last gate before a page: an allow-list over HTML, run by nh3 where it can be had.

A notebook page acts with its user's rights on the server, so nothing that runs, loads a document, posts a
form or wires itself to the host gets through. The host reacts to some attributes (JupyterLab runs commands
named by ``data-`` attributes) and some classes: those go too.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from types import ModuleType

nh3: ModuleType | None
try:
    import nh3
except ImportError:  # a browser kernel may lack the compiled wheel: then no raw HTML is let in at all
    nh3 = None


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ID_PREFIX: Final = "jss-anchor-"  # an id of the author's can never be the name of something of the page's

_TEXT_TAGS: Final = _words(
    "a b blockquote br code del div em h1 h2 h3 h4 h5 h6 hr i img li ol p pre s span strong sub sup"
    " table tbody td th thead tr ul"
)
_RICH_TAGS: Final = _TEXT_TAGS | _words(
    "abbr acronym address article aside bdi bdo big caption center cite col colgroup data dd details dfn dl"
    " dt figcaption figure font footer header hgroup ins kbd main mark meter nav progress q rp rt ruby samp"
    " section small strike summary tfoot time tt u var wbr"
)
# Their content is no text for readers either: it goes with the tag.
_EMPTIED: Final = _words(
    "applet audio embed frameset iframe math noembed noframes noscript object optgroup option plaintext"
    " script select style svg template textarea title video xmp"
)
_TEXT_ATTRIBUTES: Final[dict[str, set[str]]] = {
    "a": {"href", "target", "title"},
    "img": {"alt", "src", "title"},
    "ol": {"start"},
    "span": {"aria-label", "data-jss-symbol", "role", "style"},
    "td": {"style"},
    "th": {"style"},
    "*": {"class", "id"},
}
_RICH_ATTRIBUTES: Final[dict[str, set[str]]] = {
    "*": {"align", "aria-hidden", "aria-label", "class", "dir", "id", "lang", "role", "style", "title"},
    "a": {"href", "hreflang", "target"},
    "col": {"span", "width"},
    "colgroup": {"span", "width"},
    "data": {"value"},
    "details": {"open"},
    "font": {"color", "size"},
    "img": {"alt", "height", "src", "width"},
    "meter": {"high", "low", "max", "min", "optimum", "value"},
    "ol": {"reversed", "start", "type"},
    "progress": {"max", "value"},
    "span": {"data-jss-symbol"},
    "table": {"border", "cellpadding", "cellspacing", "width"},
    "td": {"colspan", "height", "rowspan", "valign", "width"},
    "th": {"colspan", "height", "rowspan", "scope", "valign", "width"},
    "time": {"datetime"},
    "tr": {"valign"},
}
# No position, no z-index: what an app draws stays in its own box and cannot lie over the host's buttons.
_STYLES: Final = _words(
    "align-items align-self background background-color border border-bottom border-collapse border-color"
    " border-left border-radius border-right border-spacing border-style border-top border-width box-"
    " shadow box-sizing clear color column-count column-gap columns display flex flex-basis flex-direction"
    " flex-flow flex-grow flex-shrink flex-wrap float font font-family font-size font-style font-variant"
    " font-weight gap grid-template-columns grid-template-rows height justify-content justify-items"
    " letter-spacing line-height list-style-type margin margin-bottom margin-left margin-right margin-top"
    " max-height max-width min-height min-width opacity order overflow overflow-wrap overflow-x overflow-y"
    " padding padding-bottom padding-left padding-right padding-top row-gap text-align text-decoration"
    " text-indent text-overflow text-shadow text-transform vertical-align white-space width word-break"
    " word-spacing"
)
_UNSAFE_STYLE: Final = re.compile(r"\\|/\*|@|url|image|expression|script|binding|behavio", re.IGNORECASE)
_HOST_CLASS: Final = re.compile(r"(?:jp|lm|p|jupyter|widget|cm|fa)-|CodeMirror", re.IGNORECASE)
_OUR_CLASS: Final = re.compile(
    r"jss-(?:diagram|math|math-display|scroll|badge|small|shimmer|symbol|task|tok-[a-z]+|"
    r"(?:blue|green|orange|red|violet|gray|yellow|primary|rainbow)(?:-background)?)"
)
_SYMBOL: Final = re.compile(r"[a-z0-9_]{1,60}")
_LINK_SCHEMES: Final = frozenset({"", "http", "https", "mailto", "tel"})
_SCHEME: Final = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_IGNORED: Final = re.compile(r"[\s\x00-\x20\x7f-\xa0\u200b-\u200f\ufeff]")
_MEDIA_DATA: Final = re.compile(r"data:(?:image|audio|video|text)/[\w.+-]+[;,]", re.IGNORECASE)
_IMAGE_DATA: Final = re.compile(r"data:image/(?:png|jpeg|gif|webp|avif|svg\+xml)[;,]", re.IGNORECASE)


class _Allowed(NamedTuple):
    """What one sort of HTML may hold."""

    tags: frozenset[str]
    attributes: dict[str, set[str]]
    styles: frozenset[str]
    forced: dict[str, dict[str, str]]


_TEXT: Final = _Allowed(
    _TEXT_TAGS, _TEXT_ATTRIBUTES, frozenset({"text-align", "color", "background-color"}), {}
)
_RICH: Final = _Allowed(_RICH_TAGS, _RICH_ATTRIBUTES, _STYLES, {"a": {"target": "_blank"}})
# nh3 writes every attribute in double quotes and escapes those inside, so a tag can be told by its shape.
_INNER_LINK: Final = re.compile(r'<a(?= [^<>]*?href="#)(?: [a-z-]+="[^"]*")+>')


def clean_text_html(markup: str) -> str:
    """Check HTML made from Markdown without raw HTML once more."""
    return markup if nh3 is None else _clean(nh3, markup, _TEXT)


def clean_raw_html(markup: str) -> str | None:
    """Take out of an author's HTML what could run or leave its box; None where that cannot be done."""
    if nh3 is None:
        return None
    # A link within the page must not open another tab.
    return _INNER_LINK.sub(lambda link: link[0].replace(' target="_blank"', ""), _clean(nh3, markup, _RICH))


def inner_link(href: str) -> str:
    """Lead a link to a place in the page (``#there``) to the id that such a place gets here."""
    return f"#{_id('a', href[1:])}"


def safe_link(url: str) -> str:
    """Return an address of the web, of mail, of a telephone, or one relative to the page; nothing for others."""
    return _href("a", url.strip()) or ""


def safe_source(url: object) -> str:
    """Return an address for a picture, a player or a frame: of the web, relative, or data; nothing for others."""
    text = str(url or "").strip()
    return text if _scheme(text) in _LINK_SCHEMES - {"mailto", "tel"} or _MEDIA_DATA.match(text) else ""


def _clean(cleaner: ModuleType, markup: str, allowed: _Allowed) -> str:
    result: str = cleaner.clean(
        markup,
        tags=set(allowed.tags),
        clean_content_tags=set(_EMPTIED),
        attributes=allowed.attributes,
        attribute_filter=_attribute,
        set_tag_attribute_values=allowed.forced,
        filter_style_properties=set(allowed.styles),
        url_schemes=set(_LINK_SCHEMES - {""}) | {"data"},
    )
    return result


def _attribute(tag: str, name: str, value: str) -> str | None:
    """Decide what becomes of one allowed attribute: its value, another one, or None for none at all."""
    rule = _RULES.get(name)
    return value if rule is None else rule(tag, value)


def _id(_tag: str, value: str) -> str:
    return value if value.startswith(ID_PREFIX) else ID_PREFIX + value


def _href(_tag: str, value: str) -> str | None:
    if value.startswith("#"):
        return inner_link(value)
    return value if _scheme(value) in _LINK_SCHEMES else None


def _src(_tag: str, value: str) -> str | None:
    return value if _scheme(value) in _LINK_SCHEMES or _IMAGE_DATA.match(value.strip()) else None


def _scheme(url: str) -> str:
    # What a browser may pass over when it reads a scheme does not count: blanks, control characters.
    scheme = _SCHEME.match(_IGNORED.sub("", url))
    return scheme[1].lower() if scheme else ""


def _style(_tag: str, value: str) -> str | None:
    return ";".join(part for part in value.split(";") if not _UNSAFE_STYLE.search(part)) or None


def _class(_tag: str, value: str) -> str | None:
    return " ".join(filter(_is_free_class, value.split())) or None


def _is_free_class(name: str) -> bool:
    return bool(_OUR_CLASS.fullmatch(name)) if name.startswith("jss-") else not _HOST_CLASS.match(name)


def _target(_tag: str, _value: str) -> str | None:
    return "_blank"


def _symbol(_tag: str, value: str) -> str | None:
    return value if _SYMBOL.fullmatch(value) else None


_RULES: Final[Mapping[str, Callable[[str, str], str | None]]] = {
    "id": _id,
    "href": _href,
    "src": _src,
    "style": _style,
    "class": _class,
    "target": _target,
    "data-jss-symbol": _symbol,
}
