"""What a test sees of the kinds of static element that tell more than their value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jupyter_session_state._core.slots import MISSING
from jupyter_session_state._testing.frames import frame_of
from jupyter_session_state._testing.nodes import Element
from jupyter_session_state._testing.signatures import is_signature

if TYPE_CHECKING:
    from jupyter_session_state._core import element as core


class ExceptionElement(Element):
    """An error that the script did not catch, or passed to ``st.exception``."""

    @property
    def value(self) -> str:
        """Its message."""
        return str(self._element.props["message"])

    @property
    def message(self) -> str:
        """Its message."""
        return self.value

    @property
    def exception_type(self) -> str:
        """The name of its class."""
        return str(self._element.props["type"])

    @property
    def stack_trace(self) -> list[str]:
        """The frames that are the script's own, as lines."""
        return list(self._element.props["traceback"])

    @property
    def is_warning(self) -> bool:
        """Whether it is a warning."""
        return bool(self._element.props["is_warning"])

    def _shown(self) -> dict[str, Any]:
        return {"type": self.exception_type, "value": self.value}


class Markdown(Element):
    """A text with markup: ``st.markdown``, most of what ``st.write`` draws, ``st.caption``."""

    @property
    def allow_html(self) -> bool:
        """Whether HTML in it counts as such."""
        return bool(self._element.props.get("unsafe_allow_html"))

    @property
    def is_caption(self) -> bool:
        """Whether it is a caption."""
        return self.type == "caption"


class Progress(Element):
    """A progress bar."""

    @property
    def value(self) -> int:
        """Percent done."""
        return int(self._element.props["value"])


class Frame(Element):
    """A table of data."""

    @property
    def value(self) -> Any:
        """The data, as a pandas DataFrame."""
        return frame_of(self._element.props["data"].value)

    @property
    def editing_mode(self) -> str:
        """That nothing can be edited."""
        return "read_only"

    @property
    def shown(self) -> core.Table:
        """The table as its readers see it: texts, cut if it is long."""
        props = self._element.props
        table: core.Table = props["table"] if "table" in props else props["grid"].value.table()
        return table

    def _shown(self) -> dict[str, Any]:
        return {"columns": self.shown.columns, "rows": self.shown.total_rows}


class PageLink(Element):
    """A link to a page of the app, or to an address."""

    @property
    def value(self) -> str:
        """What it says."""
        return str(self._element.props["label"])


class Help(Element):
    """What ``st.help`` or ``st.write`` tells of a function, a class or any object."""

    @property
    def name(self) -> str:
        """What the author wrote for it; empty where that cannot be told."""
        return str(self._element.props["name"] or "")

    @property
    def value(self) -> str:
        """A readable value as it is; for other things their name."""
        props = self._element.props
        value = str(props["value"] or "")
        return self.name if self.name and (not value or is_signature(value, props["type"])) else value

    @property
    def doc_string(self) -> str:
        """Its documentation."""
        return str(self._element.props["doc"])


class Space(Element):
    """Room between elements."""

    @property
    def value(self) -> int | str:
        """How much: a size, or pixels."""
        size: int | str = self._element.props["size"]
        return size


class Heading(Element):
    """A title, a header or a subheader."""

    @property
    def tag(self) -> str:
        """The element of HTML that it is."""
        return _TAGS[self.kind]

    @property
    def anchor(self) -> str:
        """What a link can lead to; empty for the one that is made of its text."""
        return str(self._element.props["anchor"] or "")

    @property
    def hide_anchor(self) -> bool:
        """Whether no link can lead here."""
        return self._element.props["anchor"] is False


_TAGS = {"title": "h1", "header": "h2", "subheader": "h3"}


class Json(Element):
    """A tree of values."""

    @property
    def expanded(self) -> bool:
        """Whether it is open, if only to a depth."""
        return bool(self._element.props["expanded"])


class Code(Element):
    """A program text."""

    @property
    def show_line_numbers(self) -> bool:
        """Whether its lines have numbers."""
        return bool(self._element.props["line_numbers"])


class Metric(Element):
    """A number that matters; `delta`, `label` and `color` can be read too."""

    @property
    def color(self) -> int:
        """The colour of its change, by the number that Streamlit's AppTest has for it."""
        return _COLOURS.index(str(self._element.props["color"]))


_COLOURS = ("red", "green", "gray", "orange", "yellow", "blue", "violet", "primary")


class Image(Element):
    """One picture or several."""

    @property
    def value(self) -> list[str]:
        """Their addresses; what came as bytes has one made of its content."""
        return [
            image if isinstance(image, str) else _address(image) for image in self._element.props["images"]
        ]

    @property
    def captions(self) -> list[str]:
        """The words below them."""
        return list(self._element.props["captions"])


class Figure(Image):
    """A figure of Matplotlib: a picture to Streamlit's AppTest."""

    @property
    def value(self) -> list[str]:
        """Its address, made of what it shows."""
        return [_address(self._element.props["image"])]

    @property
    def captions(self) -> list[str]:
        """No words: it has none below it."""
        return [""]


class Chart(Element):
    """A chart; `value` is what is selected in it, if its script is told of selections."""

    @property
    def value(self) -> Any:
        """What session state has of it, None for a chart in which nothing is selected."""
        if self._element.id not in self.root.app.registrations:
            return None
        value = self.root.app.state.widget_value(self._element.id, self.key)
        return None if value is MISSING else value


def _address(image: core.Blob) -> str:
    kind = image.mime.rpartition("/")[2].partition("+")[0]
    return f"/media/{image.fingerprint}.{kind.replace('jpeg', 'jpg')}"


STATICS: dict[str, type[Element]] = {
    "exception": ExceptionElement,
    "markdown": Markdown,
    "caption": Markdown,
    "progress": Progress,
    "dataframe": Frame,
    "table": Frame,
    "code": Code,
    "divider": Markdown,
    "header": Heading,
    "help": Help,
    "image": Image,
    "json": Json,
    "latex": Markdown,
    "metric": Metric,
    "page_link": PageLink,
    "pyplot": Figure,
    "space": Space,
    "subheader": Heading,
    "title": Heading,
}
"""The kinds of static element that have a class of their own."""
