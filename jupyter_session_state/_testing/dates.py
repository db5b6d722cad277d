"""Fields for dates, times and colours, as a test sees them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, ClassVar

from jupyter_session_state._testing import errors
from jupyter_session_state._testing.widgets import Widget
from jupyter_session_state.elements.dates import dates_of
from jupyter_session_state.errors import StreamlitAPIException

if TYPE_CHECKING:
    from typing_extensions import Self

_ANY_DAY = dt.date(2000, 1, 1)


class _Field(Widget):
    """A field that takes values of some types only, and sends them as they are."""

    takes: ClassVar[tuple[type, ...]]

    def _to_wire(self, value: Any) -> Any:
        if not isinstance(value, self.takes):
            raise self._refusal(value, TypeError(f"{type(value).__name__} is not what it takes"))
        control = self._registration.control
        try:
            wire = control.encode(value)
            control.decode(wire)
        except (TypeError, ValueError) as error:
            raise self._refusal(value, error) from error
        return wire

    def _refusal(self, value: Any, reason: Exception) -> errors.AppTestError:
        return errors.cannot_hold(self._element.kind, self.key, self.label, value, reason)


class DateInput(_Field):
    """A date field; the value of one for a range is a tuple. `is_range` says which it is."""

    takes = (tuple, type(None))

    @property
    def min(self) -> dt.date:
        """The first date it takes."""
        return dt.date.fromisoformat(self._element.props["min"])

    @property
    def max(self) -> dt.date:
        """The last date it takes."""
        return dt.date.fromisoformat(self._element.props["max"])

    def set_value(self, value: Any) -> Self:
        """Choose a date, or up to two of a range; dates may be written as in ``st.date_input``.

        Until the next run `value` is a tuple, as in Streamlit's AppTest.
        """
        try:
            chosen = None if value is None else dates_of(value)
        except StreamlitAPIException as error:
            raise self._refusal(value, error) from error
        return super().set_value(chosen)


class TimeInput(_Field):
    """A time field. `step` is in seconds."""

    takes = (dt.time, type(None))

    def set_value(self, value: dt.time | dt.datetime | None) -> Self:
        """Choose a time, or none."""
        return super().set_value(value.time() if isinstance(value, dt.datetime) else value)

    def increment(self) -> Self:
        """Go to the time one step later, past midnight too."""
        return self._moved(1)

    def decrement(self) -> Self:
        """Go to the time one step earlier, past midnight too."""
        return self._moved(-1)

    def _moved(self, direction: int) -> Self:
        if self.value is None:
            return self
        step = dt.timedelta(seconds=self._element.props["step"])
        return self.set_value((dt.datetime.combine(_ANY_DAY, self.value) + direction * step).time())


class DateTimeInput(_Field):
    """A field for a date with a time. `min` and `max` are texts, `step` is in seconds."""

    takes = (dt.datetime, type(None))


class ColorPicker(_Field):
    """A colour field."""

    takes = (str,)

    def pick(self, value: str) -> Self:
        """Choose a colour; the ``#`` may be left out."""
        return self.set_value(value if value.startswith("#") else f"#{value}")


DATES: dict[str, type[Widget]] = {
    "color_picker": ColorPicker,
    "date_input": DateInput,
    "datetime_input": DateTimeInput,
    "time_input": TimeInput,
}
"""The kinds of this family."""
