"""Components of version 1: arguments to their page, and the value that it sets."""

from __future__ import annotations

import base64
import io
import json
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest

from jupyter_session_state import errors
from jupyter_session_state.components import v1
from jupyter_session_state.components.v1.components import MarshallComponentException
from jupyter_session_state.elements.component_wires import value_of, wire_of

URL = v1.declare_component("hello", url="http://localhost:3001")
FRAME = pd.DataFrame({"a": [1, 2], "b": ["x", "y"]}, index=["r", "s"])


def told(run: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run.only.props["data"])
    return found


def test_a_component_returns_its_default_until_its_page_sets_a_value(app: Any) -> None:
    calls: list[int] = []
    run = app(lambda: URL(n=1, default=7, key="k", on_change=lambda: calls.append(1)))
    assert run.value == 7
    assert run.state.get("k") is None
    assert run.run(k={"json": [1, {"a": None}]}).value == [1, {"a": None}]
    assert run.run(k={"json": None}).value == 7
    assert calls == [1, 1]


def test_a_page_gets_its_arguments_with_bytes_and_tables_beside_them(app: Any) -> None:
    run = app(
        lambda: URL(
            n=[1], raw=bytearray(b"\xff"), table=FRAME, column=FRAME["a"], array=np.arange(2), key="k"
        )
    )
    found = told(run)
    assert found["args"] == {"n": [1], "default": None, "key": "k"}
    assert found["bytes"] == {"raw": "/w=="}
    assert list(found["tables"]) == ["table", "column", "array"]
    table = found["tables"]["table"]
    cells = pa.ipc.open_stream(base64.b64decode(table["data"])).read_pandas()
    assert cells.to_dict("list") == {"a": [1, 2], "b": ["x", "y"]}
    names = pa.ipc.open_stream(io.BytesIO(base64.b64decode(table["columns"]))).read_all()
    assert names.column(0).to_pylist() == ["a", "b"]
    assert "large" not in str(names.schema)


@pytest.mark.parametrize("value", [None, 1, "ä", [1, {"a": [None]}], b"\x00\xff", {"json": 1}])
def test_values_travel_there_and_back(value: Any) -> None:
    assert value_of(json.loads(json.dumps(wire_of(value)))) == value


def test_tables_travel_there_and_back() -> None:
    for frame in (FRAME, FRAME.set_index("b", append=True)):
        assert value_of(wire_of(frame)).to_dict() == frame.to_dict()


@pytest.mark.parametrize(
    "wire",
    [5, {}, {"json": 1, "bytes": ""}, {"bytes": "?"}, {"bytes": 5}, {"table": 5}, {"table": {}}, {"x": 1}],
)
def test_what_no_page_can_set_is_refused(app: Any, wire: Any) -> None:
    run = app(lambda: URL(default=1, key="k"))
    assert run.run(k=wire).value == 1
    assert run.record.refused


def test_session_state_may_assign_its_value_but_nothing_that_cannot_travel(app: Any) -> None:
    assert app(lambda: URL(key="k"), k=[5]).value == [5]
    assert isinstance(app(lambda: URL(key="k"), k=object()).error, TypeError)


@pytest.mark.parametrize("arguments", [{"x": object()}, {"x": float("nan")}, {"default": {1, 2}}])
def test_arguments_that_cannot_travel_are_errors(app: Any, arguments: Any) -> None:
    assert isinstance(app(lambda: URL(**arguments)).error, MarshallComponentException)


def test_arguments_need_names(app: Any) -> None:
    error = app(lambda: URL(5)).error
    assert isinstance(error, MarshallComponentException)
    assert "5" in str(error)


@pytest.mark.parametrize("options", [{"on_change": "rerun"}, {"tab_index": -2}, {"tab_index": "x"}])
def test_other_arguments_that_cannot_be_are_errors(app: Any, options: Any) -> None:
    assert isinstance(app(lambda: URL(**options)).error, errors.StreamlitAPIException)


def test_with_a_key_arguments_change_in_place_without_one_they_make_another(app: Any) -> None:
    numbers = iter(range(9))
    keyed = app(lambda: URL(n=next(numbers), key="k"))
    before = keyed.only
    assert keyed.run().only.id == before.id
    assert told(keyed)["args"]["n"] == 1
    bare = app(lambda: URL(n=next(numbers)))
    before = bare.only
    assert bare.run().only.id != before.id


def test_a_folder_is_looked_for_beside_the_script_and_its_page_is_sent_once(app: Any, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<p>Hi")
    component = v1.declare_component("mine", path=tmp_path)
    run = app(lambda: component(key="k"))
    page = run.only.props["page"]
    assert page.data == b"<p>Hi"
    assert run.run().only.props["page"] is page
    assert (component.abspath, component.path, str(component)) == (
        str(tmp_path),
        str(tmp_path),
        f"'mine': {tmp_path}",
    )


def test_an_address_counts_before_a_folder(app: Any) -> None:
    both = v1.declare_component("x", "nowhere", "https://a.example/app")
    assert app(both).only.props["parts"] == {"src": "https://a.example/app"}


@pytest.mark.parametrize(
    "where", [{}, {"url": "javascript:alert(1)"}, {"url": "file:///etc/passwd"}, {"url": "/x"}]
)
def test_a_component_must_have_a_page(where: Any) -> None:
    with pytest.raises(errors.StreamlitAPIException):
        v1.declare_component("x", **where)


def test_a_folder_without_a_page_is_an_error_at_its_place(app: Any, tmp_path: Path) -> None:
    error = app(v1.declare_component("x", path=str(tmp_path / "none"))).error
    assert isinstance(error, errors.StreamlitAPIException)
    assert "index.html" in str(error)
