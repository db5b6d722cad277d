"""How each view is made from an element, and what its browser half sends.

A `Control` says which view shows it; here a view says which widget class that is, how the element's props become
traits, and how the trait the browser sets becomes the value that travels.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import ipywidgets

from jupyter_session_state._core.files import StoredFile
from jupyter_session_state._core.uploads import info
from jupyter_session_state._jupyter.buttons import BUTTONS
from jupyter_session_state._jupyter.charts import CHART
from jupyter_session_state._jupyter.components import COMPONENT
from jupyter_session_state._jupyter.grids import GRID
from jupyter_session_state._jupyter.markup import icon_mark, label_html
from jupyter_session_state._jupyter.markup.escape import sound
from jupyter_session_state._jupyter.view import Traits, View, option_of
from jupyter_session_state._jupyter.views import (
    ButtonGroup,
    ColorPicker,
    Dropdown,
    MomentInput,
    MultiSelect,
    NumberInput,
    Pagination,
    SelectSlider,
    Slider,
    Upload,
)
from jupyter_session_state._jupyter.views.secret import Secret

NOTHING = "Choose an option"
SOME = "Choose options"
NOTHING_YET = "Choose or add options"
"""What empty fields say where the author says nothing."""


def _text(props: Mapping[str, Any]) -> Traits:
    return {
        "placeholder": sound(props.get("placeholder") or ""),
        "continuous_update": False,
        "description_allow_html": True,
    }


def _checkbox(props: Mapping[str, Any]) -> Traits:
    return {"indent": False, "description_allow_html": True}


def _slider(props: Mapping[str, Any]) -> Traits:
    return {name: props[name] for name in ("min", "max", "step", "format", "data_type")}


def _number(props: Mapping[str, Any]) -> Traits:
    own = {name: props.get(name) for name in ("min", "max", "step", "format", "data_type")}
    looks = {"placeholder": sound(props.get("placeholder") or ""), "icon": icon_mark(props.get("icon"))}
    return {**own, **looks, "required": bool(props.get("required"))}


def _moment(props: Mapping[str, Any]) -> Traits:
    own = {name: props[name] for name in ("mode", "format", "required")}
    ends = {name: props.get(name, "") for name in ("min", "max")}
    kind = {"is_range": bool(props.get("is_range")), "step": props.get("step", 60)}
    return {**own, **ends, **kind, "empty": list(props["empty"])}


def _color(props: Mapping[str, Any]) -> Traits:
    return {}


def _upload(props: Mapping[str, Any]) -> Traits:
    own = {name: props[name] for name in ("max_size", "multiple")}
    device = {name: props.get(name) for name in ("height", "sample_rate")}
    return {**own, **device, "types": list(props["types"]), "device": props.get("device", "")}


def _file_infos(files: tuple[StoredFile, ...], props: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [{**info(file)} for file in files]


def _dropdown(props: Mapping[str, Any]) -> Traits:
    clearable = bool(props.get("clearable"))
    nothing = [(props.get("placeholder") or NOTHING).strip()] if clearable else []
    options = [*nothing, *props["options"]]
    return {"options": options, "clearable": clearable, "description_allow_html": True}


def _combobox(props: Mapping[str, Any]) -> Traits:
    return {**_text(props), "options": list(props["options"]), "ensure_option": False}


def _index_of(label: Any, props: Mapping[str, Any]) -> int | None:
    """Return where a label stands; the last one wins, as in the look-up of its option."""
    options, first = list(props["options"]), int(bool(props.get("clearable")))
    if label is None and first:
        return 0
    return first + len(options) - 1 - options[::-1].index(label) if label in options else None


def _label_at(index: Any, props: Mapping[str, Any]) -> Any:
    if index is None or (index == 0 and props.get("clearable")):
        return None
    if isinstance(index, bool) or not isinstance(index, int) or not 0 <= index < len(props["options"]):
        raise ValueError(f"option number {index!r} of {len(props['options'])}")
    return props["options"][index]


def _radio(props: Mapping[str, Any]) -> Traits:
    options = [option_of(label) for label in props["options"]]
    for option, caption in zip(options, props["captions"], strict=False):
        if caption:
            option["caption"] = label_html(caption)
    return {"options": options, "look": "radio", "required": True, "horizontal": props["horizontal"]}


def _group(props: Mapping[str, Any]) -> Traits:
    return {
        "options": [option_of(label) for label in props["options"]],
        "look": "pills" if props["look"] == "pills" else "segmented",
        "multiple": props["selection_mode"] == "multi",
        "required": props["required"],
        "stretch": props.get("width") == "stretch",
        "wrap": props["wrap"] is not False,
    }


def _grades(props: Mapping[str, Any]) -> Traits:
    options = [{"label": str(grade), "html": name} for grade, name in enumerate(props["names"])]
    return {"options": options, "look": props["look"]}


def _multiselect(props: Mapping[str, Any]) -> Traits:
    own = {
        name: props[name] for name in ("max_selections", "accept_new_options", "filter_mode", "select_all")
    }
    placeholder = props["placeholder"] or (NOTHING_YET if props["accept_new_options"] else SOME)
    return {
        **own,
        "options": list(props["options"]),
        "placeholder": placeholder,
        "wrap": props["wrap"] is not False,
    }


def _pages(props: Mapping[str, Any]) -> Traits:
    own = {name: props[name] for name in ("pages", "visible")}
    return {**own, "stretch": props.get("width") == "stretch"}


def _select_slider(props: Mapping[str, Any]) -> Traits:
    return {"options": list(props["options"])}


def _as_list(value: Any, props: Mapping[str, Any]) -> list[Any]:
    return list(value)


def _only(value: Any, props: Mapping[str, Any]) -> Any:
    """Return what is pressed of a group that can hold one, or None."""
    if not isinstance(value, list) or len(value) > 1:
        raise ValueError("expected one label, or none")
    return value[0] if value else None


def _grade(value: Any, props: Mapping[str, Any]) -> int | None:
    label = _only(value, props)
    if label is None:
        return None
    if not isinstance(label, str) or len(label) != 1:
        raise ValueError("expected the number of a grade")
    return int(label)


def _or_empty(value: Any, props: Mapping[str, Any]) -> Any:
    return "" if value is None else value


def _or_none(value: Any, props: Mapping[str, Any]) -> Any:
    return None if value == "" else value


VIEWS: dict[str, View] = {
    "Slider": View(Slider, _slider, to_trait=lambda value, props: list(value)),
    "NumberInput": View(NumberInput, _number),
    "MomentInput": View(MomentInput, _moment, to_trait=lambda value, props: list(value[:2])),
    "ColorPicker": View(ColorPicker, _color),
    "Checkbox": View(ipywidgets.Checkbox, _checkbox),
    "Switch": View(ipywidgets.Checkbox, _checkbox),
    "Text": View(ipywidgets.Text, _text, to_trait=_or_empty),
    "Password": View(Secret, _text, to_trait=_or_empty),
    "Textarea": View(ipywidgets.Textarea, _text, to_trait=_or_empty),
    "Radio": View(
        ButtonGroup, _radio, to_trait=lambda value, props: [] if value is None else [value], from_trait=_only
    ),
    "ButtonGroup": View(ButtonGroup, _group, to_trait=_as_list),
    "Feedback": View(
        ButtonGroup,
        _grades,
        to_trait=lambda value, props: [] if value is None else [str(value)],
        from_trait=_grade,
    ),
    "MultiSelect": View(MultiSelect, _multiselect, to_trait=_as_list),
    "SelectSlider": View(SelectSlider, _select_slider, to_trait=lambda value, props: list(value)[:2]),
    "Pagination": View(Pagination, _pages),
    "Dropdown": View(Dropdown, _dropdown, trait="index", to_trait=_index_of, from_trait=_label_at),
    "Combobox": View(ipywidgets.Combobox, _combobox, to_trait=_or_empty, from_trait=_or_none),
    "Upload": View(Upload, _upload, to_trait=_file_infos, files=True),
    "Grid": GRID,
    "Chart": CHART,
    "Component": COMPONENT,
    **BUTTONS,
}
"""The views of controls, by the name a `Control` gives."""
