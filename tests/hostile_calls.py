"""Texts through every parameter of every element that takes one; which there are is read from the signatures.

Where any text may stand they all do, as paragraphs of one; what has a fixed form gets them one by one.
"""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

import jupyter_session_state as st

#: What a call needs beside texts.
NEEDED: dict[str, dict[str, Any]] = {
    "audio": {"data": b"RIFF"},
    "columns": {"spec": 2},
    "download_button": {"data": b"x"},
    "link_button": {"url": "https://example.org"},
    "logo": {"image": "\N{COMPASS}"},
    "metric": {"value": 5},
    "image": {"image": b"\x89PNG\r\n\x1a\n"},
    "pagination": {"num_pages": 3},
    "pdf": {"data": b"%PDF-1.4"},
    "json": {"body": {}},
    "progress": {"value": 5},
    "video": {"data": b"\0\0\0\x18ftypmp42"},
}
#: Functions that are called in `others`, in a form of their own, or take no text at all.
APART = frozenset(
    (
        *(
            "altair_chart",
            "echarts_chart",
            "plotly_chart",
            "pydeck_chart",
            "pyplot",
            "vega_lite_chart",
            "map",
        ),
        *("area_chart", "bar_chart", "line_chart", "scatter_chart", "graphviz_chart"),
        *(
            "data_editor",
            "dataframe",
            "exception",
            "form",
            "write",
            "write_stream",
            "chat_input",
            "iframe",
            "page_link",
        ),
        *("form_submit_button", "dialog", "fragment", "navigation", "echo", "cache_data", "cache_resource"),
        *(
            "get_option",
            "set_option",
            "connection",
            "login",
            "logout",
            "rerun",
            "stop",
            "switch_page",
            "set_page_config",
        ),
        *("bind", "widget", "balloons", "snow", "feedback"),
    )
)
#: Texts of a fixed form: refused mostly, so each has a call of its own.
STRICT = frozenset(
    (
        "icon",
        "shortcut",
        "format",
        "validate",
        "value",
        "avatar",
        "mime",
        "file_type",
        "default",
        "color",
        "delta",
        "link",
        "url",
    )
)
#: One of a few words, or a number: what tests of each kind are about.
WORDS = frozenset(
    (
        *(
            "bind",
            "divider",
            "format_func",
            "height",
            "icon_position",
            "key",
            "live",
            "persist_state",
            "width",
        ),
        *("type", "selection_mode", "subtitles", "max_upload_size", "accept_multiple_files"),
    )
)
#: Up to its end, which these texts leave out on purpose, a browser takes all for a comment, an address, a program.
HIDING = r"<!|<\?|<(textarea|title|xmp|noscript|style|plaintext|template|iframe|noembed|noframes|select|math|svg)\b"
MANY = frozenset(("options", "captions", "tabs"))


def texts_of(name: str) -> list[str]:
    """Return the parameters of a function that take a text, or may; those that it needs first."""
    parameters = inspect.signature(getattr(st, name)).parameters.values()
    return [
        p.name
        for p in parameters
        if p.name not in WORDS and (p.name not in NEEDED.get(name, ()) or p.name in STRICT)
        if _is_text(p) or p.name in STRICT | MANY
    ]


def _is_text(parameter: inspect.Parameter) -> bool:
    annotation = str(parameter.annotation)
    return ("str" in annotation.lower() and "Literal" not in annotation) or parameter.name in ("obj", "image")


def functions() -> list[str]:
    """Return the names of the functions that are called by their signatures."""
    return [
        n
        for n in st.__all__
        if inspect.isfunction(getattr(st, n)) and n not in APART and not n.startswith("_")
    ]


def _given(names: list[str], text: str) -> dict[str, Any]:
    return {name: [text, f"{text} 2"] if name in MANY else text for name in names}


def calls(texts: Sequence[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield calls: one with all of them in the free texts, then one for each and each parameter of a fixed form."""
    for name in functions():
        names = texts_of(name)
        free = [n for n in names if n not in STRICT]
        needed = NEEDED.get(name, {})
        if free or not names:
            yield name, {**needed, **_given(free, joined(texts))}
        required = [
            n
            for n in free
            if inspect.signature(getattr(st, name)).parameters[n].default is inspect.Parameter.empty
        ]
        for strict in [n for n in names if n in STRICT]:
            for text in texts:
                yield name, {**needed, **_given(required, "x"), **_given([strict], text)}


def joined(texts: Sequence[str]) -> str:
    """Return them as paragraphs of one text; those that may hide what comes behind them are the last."""
    return "\n\n".join(sorted(texts, key=_hides))


def _hides(text: str) -> bool:
    return re.search(HIDING, text, re.IGNORECASE) is not None


def draw(texts: Sequence[str], tag: str) -> list[str]:
    """Draw the texts everywhere, with keys that begin with `tag`; return what was refused as ``name(parameters)``."""
    refused = []
    for number, (name, given) in enumerate(calls(texts)):  # the same keys whatever they are: widgets stay
        takes_key = "key" in inspect.signature(getattr(st, name)).parameters
        key = {"key": f"{tag}-{number}"} if takes_key else {}
        try:
            with st.container():
                drawn = getattr(st, name)(**given, **key)
                if name in ("expander", "popover", "status", "chat_message", "container", "spinner"):
                    with drawn:
                        st.text("inside")
        except Exception:  # noqa: BLE001 - what is refused is told, whatever it says
            refused.append(f"{name}({', '.join(sorted(given))})")
    return refused + [other.__name__ for other in OTHERS if not _went(other, joined(texts), tag)]


def _went(other: Any, text: str, tag: str) -> bool:
    try:
        other(text, tag)
    except Exception:  # noqa: BLE001 - the same
        return False
    return True


def _write(text: str, tag: str) -> None:
    st.write(text, {text: text}, [text], ValueError(text))
    st.write(text, unsafe_allow_html=True)
    st.markdown(text, unsafe_allow_html=True)
    st.write_stream(iter([text, text]))
    st.exception(ValueError(text))
    st.exception(type("".join(c for c in text if c.isalnum()) or "E", (Exception,), {})(text))
    st.query_params["q"] = text
    st.write(st.query_params)
    print(text)


def _forms(text: str, tag: str) -> None:
    with st.form(f"{tag}{text}"):
        st.text_input(text, placeholder=text, key=f"{tag}-form")
        st.form_submit_button(text, help=text)
    with st.container():
        st.chat_input(text, key=f"{tag}-chat")
    st.page_link("https://example.org", label=text, help=text)


class _Deck:
    """As a map of pydeck: what it is, what its objects are called, and what is said of them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._tooltip = {"html": text, "style": {"color": text}}

    def to_json(self) -> str:
        rows = [{"name": self.text, self.text: self.text, "lon": 0, "lat": 0}]
        layer = {"@@type": "TextLayer", "id": self.text, "data": rows, "getText": "@@=name", "pickable": True}
        return json.dumps({"layers": [{**layer, "getPosition": "@@=[lon, lat]"}], "description": self.text})


def _charts(text: str, tag: str) -> None:
    rows = {text: ["a", text], "n": [1, 2]}
    title = {"title": {"text": text, "subtitle": text}, "description": text, "usermeta": {"a": text}}
    encoding = {
        "x": {"field": text.replace(".", r"\."), "type": "nominal", "title": text},
        "y": {"field": "n", "type": "quantitative"},
        "href": {"value": text},
        "tooltip": {"value": text},
        "url": {"value": text},
    }
    for mark in ("bar", "image"):
        st.vega_lite_chart(rows, {"mark": mark, "encoding": encoding, **title}, alt=text, key=f"{tag}-{mark}")
    st.bar_chart(rows, x=text, y="n", x_label=text, y_label=text, height=60)
    quoted = text.replace("\\", "\\\\").replace('"', '\\"').replace("\0", "")
    labels = f'label="{quoted}" tooltip="{quoted}" URL="{quoted}"'
    st.graphviz_chart(f'digraph "{quoted}" {{ {labels} a [{labels}]; a -> "{quoted}" [{labels}] }}', alt=text)
    st.echarts_chart(_option(text), alt=text)
    st.pydeck_chart(_Deck(text), alt=text, width=80, height=60)


def _option(text: str) -> dict[str, object]:
    picture = {"type": "image", "onclick": text, "style": {"image": text, "text": text}}
    leads = {
        "name": text,
        "value": 1,
        "link": text,
        "target": text,
        "symbol": f"image://{text}",
        "tooltip": text,
    }
    return {
        "title": {"text": text, "subtext": text, "link": text, "sublink": text, "target": text},
        "legend": {"data": [text]},
        "tooltip": {"renderMode": "html", "formatter": text, "valueFormatter": text, "extraCssText": text},
        "toolbox": {
            "feature": {"dataView": {"lang": [text]}, "saveAsImage": {"title": text}, f"my{text}": {}}
        },
        "graphic": [picture, {"type": "text", "style": {"text": text, "fontFamily": text}}],
        "xAxis": {"data": [text, text], "name": text, "axisLabel": {"formatter": text, "color": text}},
        "yAxis": {},
        "series": [
            {
                "type": "bar",
                "name": text,
                "data": [1, 2],
                "itemStyle": {"color": text},
                "label": {"formatter": text},
            },
            {"type": "treemap", "data": [leads]},
            {"type": "scatter", "symbol": f"image://{text}", "data": [[0, 1]]},
        ],
    }


def _tables(text: str, tag: str) -> None:
    st.dataframe({text: [text, 1], "b": [text, text]})
    st.data_editor({text: [text, text]}, key=f"{tag}-editor")
    st.markdown(f"| {text} | b |\n| - | - |\n| {text} | {text} |")


OTHERS = (_write, _forms, _charts, _tables)
