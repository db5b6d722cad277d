"""A strict reading of HTML: what a page may be given, and what not."""

from __future__ import annotations

import re
from html.parser import HTMLParser


def _words(text: str) -> set[str]:
    return set(text.split())


ALLOWED_TAGS = _words(
    "a abbr acronym address article aside b bdi bdo big blockquote br caption center cite code col"
    " colgroup data dd del details dfn div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6"
    " header hgroup hr i img ins kbd li main mark meter nav ol p pre progress q rp rt ruby s samp"
    " section small span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var"
    " wbr"
)
#: Elements of ours alone, which no author can have: they carry a class of ours, or stand in one that does.
OWN = {"audio", "iframe", "object", "svg", "video"}
PARTS = {"path": "svg", "rect": "svg", "track": "video"}
VOID = {"br", "col", "hr", "img", "track", "wbr"}
MATH_LOOKS = _words(
    "accent accentunder columnalign columnlines columnspacing depth display displaystyle fence form height largeop"
    " linethickness lspace mathbackground mathcolor mathsize mathvariant maxsize minsize movablelimits notation "
    " rowalign rowlines rowspacing rspace scriptlevel separator stretchy symmetric voffset width"
)
URLS = {
    "action",
    "background",
    "cite",
    "data",
    "formaction",
    "href",
    "ping",
    "poster",
    "src",
    "srcset",
    "xlink:href",
}
FORBIDDEN = {
    "srcdoc",
    "srcset",
    "name",
    "ping",
    "formaction",
    "action",
    "autofocus",
    "contenteditable",
    "slot",
    "is",
}
BAD_STYLE = re.compile(
    r"url|expression|javascript|vbscript|@import|binding|behavior|position|z-index|\\", re.IGNORECASE
)
MEDIA_TYPE = re.compile(r"[a-z]+/[\w.+;= \",-]+")
NUMBER, NAMING = re.compile("[0-9]+"), re.compile("[0-9a-f]{32}")
OURS = {
    **dict.fromkeys(("data-jss-seconds", "data-jss-start", "data-jss-end", "data-jss-fit"), NUMBER),
    **dict.fromkeys(("data-jss-src", "data-jss-srcdoc", "data-jss-data"), NAMING),
    "data-jss-run": re.compile("([0-9a-f]{12}/)?[0-9]+"),
    "data-jss-type": MEDIA_TYPE,
    "data-jss-symbol": re.compile("[a-z0-9_]{1,60}"),
}
"""Attributes that the markup itself makes, and what their values are."""
MATHML = _words(
    "math mrow mi mn mo ms mtext mspace msup msub msubsup munder mover munderover mfrac msqrt mroot mtable mtr mtd"
    " mstyle menclose mpadded mphantom mmultiscripts mprescripts none"
)
ASKING = {"data-jss-action", "data-jss-key", "data-jss-query"}
IMAGE = re.compile(r"data:image/(png|jpeg|gif|webp|avif|svg\+xml|bmp)[;,]", re.IGNORECASE)


class Judge(HTMLParser):
    """Raise an AssertionError at the first thing that must not be in a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.texts: list[str] = []
        self.tags: list[tuple[str, dict[str, str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        asks = tag == "button" and dict(attrs).get("data-jss-action") in ("page", "copy")
        is_own = tag in OWN and "jss-" in (dict(attrs).get("class") or "")
        is_part = tag in PARTS and PARTS[tag] in self.open
        assert tag in ALLOWED_TAGS | MATHML or asks or is_own or is_part, f"element <{tag}>"
        if tag == "iframe":
            assert dict(attrs).get("sandbox") == "allow-scripts", "a frame that can reach out"
        if tag == "object":
            assert dict(attrs).get("type") == "application/pdf", "an object that is no document"
        assert tag not in MATHML or {n for n, _ in attrs} <= MATH_LOOKS, f"<{tag}> with {attrs}"
        for name, value in attrs:
            self._attribute(tag, name, value or "")
        assert len({name for name, _ in attrs}) == len(attrs), f"attribute twice in <{tag}>: {attrs}"
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes what it did not open"
        assert self.open.pop() == tag, f"</{tag}> out of place"

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"comment {data!r}")

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(f"declaration {decl!r}")

    def handle_pi(self, data: str) -> None:
        raise AssertionError(f"processing instruction {data!r}")

    def unknown_decl(self, data: str) -> None:
        raise AssertionError(f"declaration {data!r}")

    def _attribute(self, tag: str, name: str, value: str) -> None:
        assert re.fullmatch(r"[a-z-]+", name), f"attribute {name!r}"
        if tag == "button" and name in ASKING:
            return  # says to the kernel which page is wanted; the kernel knows which there are
        if name in OURS:
            assert OURS[name].fullmatch(value), f"{name}={value!r}"
            return
        if tag == "iframe" and name == "srcdoc":
            return  # whatever it is: it runs in the sandbox that was asserted
        assert not name.startswith(("on", "data-")), f"attribute {name}"
        assert name not in FORBIDDEN, f"attribute {name}"
        if name in URLS:
            _judge_url(tag, name, value)
        if name == "id":
            assert value.startswith("jss-anchor-"), f"id {value!r}"
        if name == "style":
            assert not BAD_STYLE.search(value), f"style {value!r}"
        if name == "class":
            assert not re.search(r"(^|\s)(jp|lm)-|jss-app", value), f"class {value!r}"


def _judge_url(tag: str, name: str, value: str) -> None:
    url = re.sub(r"[\x00-\x20\x7f-\xa0]", "", value).lower()
    scheme = re.match(r"([a-z][a-z0-9+.-]*):", url)
    if scheme is None or scheme[1] in {"http", "https", "mailto", "tel"}:
        return
    media = {("audio", "src"), ("video", "src"), ("track", "src"), ("object", "data"), ("iframe", "src")}
    if (tag, name) in media:
        assert re.match(r"data:(audio|video|text|image|application)/[\w.+-]+[;,]", url), (
            f"<{tag} {name}={value!r}>"
        )
        return
    assert (tag, name) == ("img", "src"), f"<{tag} {name}={value!r}>"
    assert IMAGE.match(url), f"<{tag} {name}={value!r}>"


def judged(html: str) -> Judge:
    """Read HTML, strictly, and return what was found in it."""
    judge = Judge()
    judge.feed(html)
    judge.close()
    assert judge.open == [], f"left open: {judge.open}"
    return judge


def text_of(html: str) -> str:
    """The text that a reader sees."""
    return "".join(judged(html).texts)
