"""What a test sees of inputs with options, and how it plays their user."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jupyter_session_state._core.slots import MISSING
from jupyter_session_state._testing import errors
from jupyter_session_state._testing.widgets import Widget
from jupyter_session_state.elements.icons import leading_icon

if TYPE_CHECKING:
    from typing_extensions import Self


class Choice(Widget):
    """An input with options. `options` are their labels."""

    @property
    def options(self) -> list[str]:
        """The labels, as they are shown."""
        return list(self._element.props["options"])

    @property
    def _wire(self) -> Any:
        """What the browser would send: of an edit since the last run, else of the value in session state."""
        return self.stored_wire() if self.wire is MISSING else self.wire


class Radio(Choice):
    """Buttons of which one is pressed."""

    @property
    def index(self) -> int | None:
        """The position of the option that is pressed, or None."""
        label = self._wire
        return self.options.index(label) if label in self.options else None


class SelectSlider(Choice):
    """A slider over options; the value of one with two handles is a pair.

    Attributes
    ----------
    data_type
        What it slides over, by the number that Streamlit's AppTest has for it: positions.
    """

    data_type = 0

    def set_range(self, lower: Any, upper: Any) -> Self:
        """Drag both handles."""
        return self.set_value([lower, upper])


class Several(Choice):
    """An input that may hold several options."""

    @property
    def indices(self) -> list[int]:
        """The positions of the options that are chosen, in the order of choosing."""
        return [self.options.index(label) for label in self._wire]

    def stored_wire(self) -> Any:
        """What a browser holds; a text that somebody assigned counts as its letters, as in Streamlit's AppTest."""
        value, encode = self._stored(), self._registration.control.encode
        return [encode(letter)[0] for letter in value] if isinstance(value, str) else encode(value)

    def _with(self, value: Any) -> list[Any]:
        return [*self.value, value]

    def _without(self, value: Any) -> list[Any]:
        return [item for item in self.value if item != value]

    def select(self, value: Any) -> Self:
        """Choose one more option, unless it is chosen already."""
        return self if value in self.value else self.set_value(self._with(value))

    def unselect(self, value: Any) -> Self:
        """Take an option away, if it is chosen."""
        return self.set_value(self._without(value)) if value in self.value else self


class Multiselect(Several):
    """A field that collects options."""

    @property
    def values(self) -> list[str]:
        """The labels of the options that are chosen, in the order of choosing."""
        return list(self._wire)

    @property
    def max_selections(self) -> int:
        """How many may be chosen; 0 is any number."""
        return int(self._element.props["max_selections"] or 0)


class ButtonGroup(Several):
    """``st.pills`` and ``st.segmented_control``."""

    @property
    def options(self) -> list[str]:
        """The labels without the icons that they begin with."""
        return [_words(label) for label in super().options]

    @property
    def indices(self) -> list[int]:
        """The positions of what is pressed, in the order of pressing."""
        labels = super().options
        return [labels.index(label) for label in self._wire]

    @property
    def formatted_values(self) -> list[str]:
        """The labels of what is pressed, with their icons."""
        return list(self._wire)

    def stored_wire(self) -> Any:
        """What a browser holds: of one pill the label, though it is a text."""
        if self._is_single:
            return self._registration.control.encode(self._stored())
        return super().stored_wire()

    @property
    def _is_single(self) -> bool:
        return bool(self._element.props["selection_mode"] == "single")

    def select(self, value: Any) -> Self:
        """Press an option; where several can be pressed, add it to those that are."""
        return self.set_value(value) if self._is_single else super().select(value)

    def unselect(self, value: Any) -> Self:
        """Release an option, if it is pressed."""
        if not self._is_single:
            return super().unselect(value)
        return self.set_value(None) if self.value == value else self


def _words(label: str) -> str:
    """Return what a label says behind an icon that stands for itself."""
    first, _, rest = label.partition(" ")
    icon, more = leading_icon(first, named=True)
    return rest if icon and not more else label


class Feedback(Widget):
    """Thumbs, faces or stars; the value is a grade from 0 on, or None."""


class Pagination(Widget):
    """Numbers of pages; the value is the page that is chosen."""

    @property
    def num_pages(self) -> int:
        """How many there are."""
        return int(self._element.props["pages"])

    @property
    def default(self) -> int:
        """The page at first."""
        return int(self._element.props["default"])

    def set_value(self, value: Any) -> Self:
        """Choose a page.

        Raises
        ------
        AppTestError
            If there is no such page.
        """
        if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= self.num_pages:
            raise errors.no_such_page(value, self.num_pages)
        return super().set_value(value)

    def select(self, page: int) -> Self:
        """Choose a page."""
        return self.set_value(page)


CHOICES: dict[str, type[Widget]] = {
    "radio": Radio,
    "multiselect": Multiselect,
    "select_slider": SelectSlider,
    "pills": ButtonGroup,
    "segmented_control": ButtonGroup,
    "feedback": Feedback,
    "pagination": Pagination,
}
"""The kinds with options that have a class of their own."""
