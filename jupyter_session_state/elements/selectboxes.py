"""A box that drops down to choose one option."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias, TypeVar

from jupyter_session_state._core.spec import Control, widget
from jupyter_session_state.elements import messages
from jupyter_session_state.elements.options import Options
from jupyter_session_state.elements.types import (
    BindOption,
    Key,
    LabelVisibility,
    OnChangeMode,
    OptionSequence,
    PersistStateOption,
    WidgetArgs,
    WidgetCallback,
    WidgetKwargs,
    WidthWithoutContent,
)

T = TypeVar("T")
FilterMode: TypeAlias = Literal["fuzzy", "contains", "prefix"] | None


@widget
def selectbox(
    label: str,
    options: OptionSequence[T],
    index: int | None = 0,
    format_func: Callable[[Any], str] = str,
    key: Key | None = None,
    help: str | None = None,
    on_change: WidgetCallback | OnChangeMode | None = "rerun",
    args: WidgetArgs | None = None,
    kwargs: WidgetKwargs | None = None,
    *,
    placeholder: str | None = None,
    disabled: bool = False,
    required: bool = False,
    label_visibility: LabelVisibility = "visible",
    icon: str | None = None,
    accept_new_options: bool = False,
    filter_mode: FilterMode = "fuzzy",
    width: WidthWithoutContent = "stretch",
    bind: BindOption = None,
    persist_state: PersistStateOption = None,
) -> Control[T | str | None]:
    """A box that drops down; returns the option that is chosen, or None.

    Mirrors ``streamlit.selectbox``.

    Parameters
    ----------
    label
        What it says, as Markdown.
    options
        What there is to choose from: any iterable, a dict (its keys), an Enum class, a Series, an array, or a
        DataFrame (its first column).
    index
        Which one is chosen at first; None for none, which also lets the user clear it.
    format_func
        Makes the label of an option.
    key
        Its name in session state. A value stays as long as its label is among the options.
    on_change
        Called with `args` and `kwargs` after the user chose, before the script runs.
    accept_new_options
        Whether the user may type something else, which is returned as str.

    Raises
    ------
    StreamlitValueOutOfRangeError
        If no option is at `index`.
    StreamlitInvalidParameterTypeError
        If `index` is neither int nor None.

    Examples
    --------
    >>> region = st.selectbox("Region", df["region"].unique(), key="region")  # doctest: +SKIP
    """
    if filter_mode not in ("fuzzy", "contains", "prefix", None):
        raise messages.not_one_of("filter_mode", filter_mode, "'fuzzy', 'contains', 'prefix' or None")
    choices = Options.of("selectbox", label, options, format_func)
    choice = _Choice(choices, choices.at(index), accept_new_options)
    looks = {"placeholder": placeholder, "icon": icon, "required": required, "filter_mode": filter_mode}
    return Control(
        "Combobox" if accept_new_options else "Dropdown",
        choice.default,
        {"options": choices.labels, **looks},
        decode=choice.decode,
        encode=choice.encode,
        check=choice.check,
        identity={"options": choices.labels},
        identity_with_key=("accept_new_options",),
        given=index is not None and index != 0,
    )


@dataclass(frozen=True, slots=True)
class _Choice:
    options: Options
    default: Any
    accepts_new: bool

    def decode(self, wire: Any) -> Any:
        if wire is None:
            return self.default
        if self.accepts_new and isinstance(wire, str) and wire not in self.options.places:
            return wire
        return self.options.with_label(wire)

    def encode(self, value: Any) -> str | None:
        return None if value is None else self.options.label_of(value)

    def check(self, value: Any) -> Any:
        if value is None:
            return None
        value = self.options.current(value)
        return value if self.accepts_new or self.options.has(value) else self.default
