"""What a test sees of one static element."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jupyter_session_state._testing import errors

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from typing_extensions import Self

    from jupyter_session_state._core import element as core
    from jupyter_session_state._testing.blocks import ElementTree
    from jupyter_session_state.testing import AppTest

TYPES = {
    "form_submit_button": "button",
    "container": "flex_container",
    "fragment": "flex_container",
    "outside": "transparent",
    "columns": "flex_container",
    "grid": "grid_container",
    "cell": "flex_container",
    "tabs": "tab_container",
    "data_editor": "dataframe",
    "help": "help_info",
    "datetime_input": "date_time_input",
    "pydeck_chart": "deck_gl_json_chart",
    "pyplot": "image",
    "pills": "button_group",
    "segmented_control": "button_group",
    "components.v2.component": "bidi_component",
    "components.v1.declare_component": "component_instance",
}
"""What Streamlit's AppTest calls a kind, where that is not the kind's name."""


def told(props: Mapping[str, Any], name: str) -> Any:
    """Return a parameter as Streamlit's AppTest does: a text that was not given is empty."""
    value = props[name]
    return "" if value is None and name in ("help", "icon", "placeholder") else value


class Element:
    """One element of the page.

    Attributes
    ----------
    type
        Its kind: ``"markdown"``, ``"slider"``.
    key
        The user's name for it, if any.
    value
        What it says or holds.

    Every parameter it was drawn with can be read as an attribute too: ``at.button[0].help``.
    """

    def __init__(self, element: core.Element, root: ElementTree) -> None:
        self._element = element
        self.root = root
        self.kind = element.kind
        self.type = TYPES.get(element.kind, element.kind)
        self.key = element.key

    @property
    def value(self) -> Any:
        """What it says."""
        return self._element.props.get("body")

    def run(self, *, timeout: float | None = None) -> AppTest:
        """Run the app, as `AppTest.run` does."""
        return self.root.run(timeout=timeout)

    def __iter__(self) -> Iterator[Self]:
        yield self

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        props = self._element.props
        if name in props:
            return told(props, name)
        if name in ("set_value", "click"):
            raise errors.no_interaction(self._element.kind, name)
        raise AttributeError(f"st.{self._element.kind} has no attribute {name!r}; it has {', '.join(props)}")

    def _shown(self) -> dict[str, Any]:
        """What the repr tells."""
        return {"key": self.key, "value": self.value}

    def __repr__(self) -> str:
        told = ", ".join(f"{k}={v!r}" for k, v in self._shown().items() if v is not None)
        return f"{self._element.kind}({told})"
