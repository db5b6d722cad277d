"""Makes one document of a page and the files beside it, since a frame without an origin can ask nobody for them."""

from __future__ import annotations

import base64
import json
import mimetypes
import posixpath
import re
from collections.abc import Callable
from html import escape, unescape
from html.parser import HTMLParser
from typing import Final, NamedTuple
from urllib.parse import unquote, urlsplit

Read = Callable[[str], "bytes | None"]
"""Returns a file by its path in the folder, None if it is not there; raises for what must not be read."""

_LINKED: Final = {
    ("script", "src"),
    ("link", "href"),
    ("img", "src"),
    ("source", "src"),
    ("video", "src"),
    ("audio", "src"),
    ("image", "href"),
}
_RELS: Final = frozenset({"stylesheet", "icon", "modulepreload", "preload"})
_URL: Final = re.compile(r"""url\(\s*(?P<quote>["']?)(?P<ref>[^"')]+)(?P=quote)\s*\)""")
_CSS_IMPORT: Final = re.compile(r"""@import\s+(?P<quote>["'])(?P<ref>[^"']+)(?P=quote)""")
_JS_IMPORT: Final = re.compile(
    r"""(?P<head>\b(?:from|import)\s*\(?\s*)(?P<quote>["'])(?P<ref>\.{1,2}/[^"'\n]+)(?P=quote)"""
)
_MODULE: Final = "jss-module:/"
"""How the modules of a folder name each other: the page has a map from these names to their contents."""

DEEPEST: Final = 8
"""How many stylesheets may import one after the other: each is in the text of the one before."""

ROOM: Final = 100 * 1024 * 1024
"""Bytes of all files in a page, each counted as often as it is named."""


class BrokenPageError(ValueError):
    """A page names a script or stylesheet that is not there, or too much."""


class Bundler:
    """Puts the files of one folder into its page.

    Parameters
    ----------
    read
        Reads them.
    """

    def __init__(self, read: Read) -> None:
        self._read = read
        self._room = ROOM
        self._modules: dict[str, str] = {}  # addresses by path; those of modules on their way are empty

    def page(self, html: str) -> str:
        """Return a page in which all that it names is at hand.

        Raises
        ------
        BrokenPageError
            If a script or stylesheet is not there.
        """
        found = _Tags(html)
        made = [(t.start, t.end, self._tag(html[t.start : t.end], t.name, t.attributes)) for t in found.tags]
        for start, end, kind in found.texts:
            inner = html[start:end]
            made.append((start, end, self._css(inner, "") if kind == "style" else self._module(inner, "")))
        parts, at = [], 0
        for start, end, text in sorted(made):
            parts += [html[at:start], text]
            at = end
        return self._mapped("".join((*parts, html[at:])))

    def _mapped(self, html: str) -> str:
        if not self._modules:
            return html
        imports = json.dumps({"imports": {_MODULE + path: url for path, url in self._modules.items()}})
        script = f'<script type="importmap">{imports.replace("<", chr(92) + "u003c")}</script>'
        head = re.search(r"<head\b[^>]*>|<html\b[^>]*>|<!doctype[^>]*>", html, re.IGNORECASE)
        head = re.search(r"<head\b[^>]*>", html, re.IGNORECASE) or head
        at = head.end() if head else 0
        return html[:at] + script + html[at:]

    def _tag(self, text: str, tag: str, attributes: dict[str, str]) -> str:
        for name in ("src", "href"):
            value = attributes.get(name, "")
            path = path_of(value)
            if (tag, name) not in _LINKED or path is None or not _is_wanted(tag, attributes):
                continue
            kind = _kind_of(tag, attributes)
            url = self._module_url(path) if kind == "module" else self._url(path, kind)
            if url is None and kind:
                raise BrokenPageError(f"its page names {value!r}, which is not there")
            if url is not None and kind == "module":
                return _importing(text, tag, url)
            if url is not None:
                text = _with_attribute(text, name, url)
        return text

    def _url(self, path: str, kind: str = "") -> str | None:
        """Return a file as an address, with what it names in turn."""
        data = self._read(path)
        if data is None:
            return None
        if kind == "css" or path.endswith(".css"):
            return self._address(
                self._css(_text(data), posixpath.dirname(path), (path,)).encode(), "text/css"
            )
        return self._address(data, "text/javascript" if kind == "js" else _type_of(path))

    # -- stylesheets ---------------------------------------------------------------------------------------

    def _css(self, text: str, folder: str, way: tuple[str, ...] = ()) -> str:
        """Return a stylesheet with what it names; `way` are those that led to it."""

        def address(ref: str) -> str | None:
            path = path_of(ref, folder)
            data = None if path is None else self._read(path)
            if path is None or data is None:
                return None
            if not path.endswith(".css"):
                return self._address(data, _type_of(path))
            if path in way or len(way) > DEEPEST:
                return self._address(b"", "text/css")
            made = self._css(_text(data), posixpath.dirname(path), (*way, path))
            return self._address(made.encode(), "text/css")

        def replaced(match: re.Match[str], form: str) -> str:
            url = address(match["ref"].strip())
            return match[0] if url is None else form.format(url)

        text = _CSS_IMPORT.sub(lambda match: replaced(match, '@import "{}"'), text)
        return _URL.sub(lambda match: replaced(match, 'url("{}")'), text)

    def _address(self, data: bytes, kind: str) -> str:
        """Return bytes as an address."""
        self._room -= len(data)
        if self._room < 0:
            raise BrokenPageError("it names files so often that they do not fit into one page")
        return f"data:{kind};base64,{base64.b64encode(data).decode()}"

    # -- modules -------------------------------------------------------------------------------------------

    def _module(self, text: str, folder: str) -> str:
        def named(match: re.Match[str]) -> str:
            path = path_of(match["ref"], folder)
            if path is None or self._module_url(path) is None:
                return match[0]
            return f"{match['head']}{match['quote']}{_MODULE}{path}{match['quote']}"

        return _JS_IMPORT.sub(named, text)

    def _module_url(self, path: str) -> str | None:
        if path not in self._modules:
            data = self._read(path)
            if data is None:
                return None
            self._modules[path] = ""  # modules may import each other
            made = self._module(_text(data), posixpath.dirname(path))
            self._modules[path] = self._address(made.encode(), "text/javascript")
        return f"{_MODULE}{path}"


def path_of(ref: str, folder: str = "") -> str | None:
    """Return the path in the folder that a reference means; None for one that leads to another server.

    One that leads out of the folder keeps its ``..``: whoever reads it must refuse that.
    """
    try:
        parts = urlsplit(unescape(ref.strip()))
    except ValueError:
        return None
    if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
        return None
    return posixpath.normpath(posixpath.join(folder, unquote(parts.path)))


class _Tag(NamedTuple):
    """One tag of a page, and where it stands."""

    start: int
    end: int
    name: str
    attributes: dict[str, str]


class _Tags(HTMLParser):
    """Where the tags of a page are, and the texts of its styles and module scripts."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=False)
        self.tags: list[_Tag] = []
        self.texts: list[tuple[int, int, str]] = []
        self._inside = ""
        starts = [0]
        for line in html.split("\n"):
            starts.append(starts[-1] + len(line) + 1)
        self._starts = starts
        self.feed(html)
        self.close()

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._starts[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        text, attributes = self.get_starttag_text() or "", {name: value or "" for name, value in attrs}
        start = self._offset()
        self.tags.append(_Tag(start, start + len(text), tag, attributes))
        is_module = tag == "script" and attributes.get("type") == "module" and "src" not in attributes
        self._inside = "style" if tag == "style" else "module" if is_module else ""

    def handle_data(self, data: str) -> None:
        if self._inside:
            start = self._offset()
            self.texts.append((start, start + len(data), self._inside))

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - styles and scripts hold no tags
        self._inside = ""


def _is_wanted(tag: str, attributes: dict[str, str]) -> bool:
    return tag != "link" or not _RELS.isdisjoint(attributes.get("rel", "").lower().split())


def _kind_of(tag: str, attributes: dict[str, str]) -> str:
    """Return what a tag must have to work: ``"js"``, ``"module"``, ``"css"``; nothing for what only looks nice."""
    rel = attributes.get("rel", "").lower().split()
    if tag == "script" or "modulepreload" in rel:
        return "module" if "modulepreload" in rel or attributes.get("type", "").lower() == "module" else "js"
    return "css" if "stylesheet" in rel else ""


def _importing(text: str, tag: str, name: str) -> str:
    """Return the tag of a module script as one that imports it: the map of the page does not count for addresses.

    What would only fetch it early is left out.
    """
    return f'{_with_attribute(text, "src", None)}import "{name}";' if tag == "script" else ""


def _with_attribute(text: str, name: str, url: str | None) -> str:
    """Return a tag with another address in it, or with none, and without what only concerns servers."""
    text = re.sub(
        r"""\s+(integrity|crossorigin)(\s*=\s*("[^"]*"|'[^']*'|[^\s>]+))?""", "", text, flags=re.IGNORECASE
    )
    pattern = rf"""(\s{name}\s*=\s*)("[^"]*"|'[^']*'|[^\s>]+)"""
    made = None if url is None else f'"{escape(url)}"'
    return re.sub(
        pattern, lambda match: "" if made is None else match[1] + made, text, count=1, flags=re.IGNORECASE
    )


def _type_of(path: str) -> str:
    return mimetypes.guess_type(path)[0] or "application/octet-stream"


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace").removeprefix("\ufeff")
