"""The query parameters of an app: a mapping beside its address."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as some

import jupyter_session_state as st
from jupyter_session_state import errors
from jupyter_session_state._core.query_params import LONGEST, MOST, QueryParams

unhurried = settings(deadline=None)
NAMES = some.text(min_size=1).filter(lambda name: name.lower() not in ("embed", "embed_options"))
TEXTS = some.text(some.characters(exclude_categories=["Cs"]))
VALUES = TEXTS | some.lists(TEXTS, min_size=1)
NAMED = some.dictionaries(
    some.text(some.characters(exclude_categories=["Cs"]), min_size=1).filter(
        lambda name: name.lower() not in ("embed", "embed_options")
    ),
    VALUES,
)


def params_of(given: dict[str, Any]) -> QueryParams:
    params = QueryParams()
    params.from_dict(given)
    return params


def all_of(params: QueryParams) -> dict[str, list[str]]:
    return {name: params.get_all(name) for name in params}


@unhurried
@given(NAMED)
def test_all_values_of_all_names_make_the_same_parameters_again(given: dict[str, Any]) -> None:
    params = params_of(given)
    assert all_of(params_of(all_of(params))) == all_of(params)


@unhurried
@given(NAMED)
def test_as_a_dict_each_parameter_has_its_last_value(given: dict[str, Any]) -> None:
    last = {name: value if isinstance(value, str) else value[-1] for name, value in given.items()}
    params = params_of(given)
    assert params.to_dict() == dict(params) == last
    assert params_of(params.to_dict()).to_dict() == last


@unhurried
@given(NAMED)
def test_a_run_finds_what_the_last_one_left(given: dict[str, Any]) -> None:
    params = params_of(given)
    before = all_of(params)
    params.begin_run()
    assert all_of(params) == before


@unhurried
@given(NAMED)
def test_an_app_opened_with_the_query_string_has_the_same_parameters(given: dict[str, Any]) -> None:
    params, other = params_of(given), QueryParams()
    assume(len(params.query_string) < LONGEST)
    other.open("?" + params.query_string)
    other.begin_run()
    assert all_of(other) == all_of(params)


@unhurried
@given(NAMED, NAMED)
def test_update_is_item_by_item(first: dict[str, Any], second: dict[str, Any]) -> None:
    together, one_by_one = params_of(first), params_of(first)
    together.update(second)
    for name, value in second.items():
        one_by_one[name] = value
    assert all_of(together) == all_of(one_by_one)


@unhurried
@given(NAMED, NAMES)
def test_what_is_deleted_is_gone_from_the_address_too(given: dict[str, Any], name: str) -> None:
    params = params_of({**given, name: "x"})
    del params[name]
    params.begin_run()
    assert name not in params
    assert len(params) == len(given.keys() - {name})


@pytest.mark.parametrize(
    ("value", "texts"),
    [
        (1, ["1"]),
        (None, ["None"]),
        (True, ["True"]),
        ([], []),
        (("a", 2), ["a", "2"]),
        ("ab", ["ab"]),
        ({3}, ["3"]),
    ],
)
def test_values_become_texts(value: Any, texts: list[str]) -> None:
    params = QueryParams()
    params["x"] = value
    assert params.get_all("x") == texts
    assert params["x"] == (texts[-1] if texts else "")


def test_an_empty_list_is_not_in_the_address() -> None:
    params = params_of({"x": [], "y": ""})
    assert params.query_string == "y="
    params.begin_run()
    assert all_of(params) == {"y": [""]}


def test_get_all_gives_a_list_of_its_own() -> None:
    params = params_of({"x": ["a", "b"]})
    params.get_all("x").append("c")
    assert params.get_all("x") == ["a", "b"]


@pytest.mark.parametrize("name", ["embed", "EMBED", "Embed_Options"])
def test_names_of_the_page_are_hidden_and_stay(name: str) -> None:
    params = QueryParams()
    params.open(f"{name}=true&x=1")
    params.begin_run()
    assert (list(params), len(params), params.get_all(name), name in params) == (["x"], 1, [], False)
    with pytest.raises(errors.StreamlitAPIException, match=name):
        params[name] = "1"
    with pytest.raises(KeyError):
        del params[name]
    params.clear()
    assert params.query_string == f"{name}=true"


def test_an_error_leaves_from_dict_without_effect() -> None:
    params = params_of({"x": "1"})
    for wrong in ({"y": "2", "z": {"a": 1}}, [("y", "2"), "not a pair"], {"embed": "1"}):
        with pytest.raises((errors.StreamlitAPIException, ValueError)):
            params.from_dict(wrong)  # type: ignore[arg-type]
    assert all_of(params) == {"x": ["1"]}


def test_a_dict_is_no_value() -> None:
    with pytest.raises(errors.StreamlitQueryParamDictValueError, match=r"'x'.*list of texts"):
        QueryParams()["x"] = {"a": 1}


def test_what_a_widget_is_bound_to_is_changed_through_the_widget() -> None:
    params = params_of({"x": "1", "y": "2"})
    params.bound["x"] = "some id"
    changes: list[Callable[[], object]] = [
        lambda: params.__setitem__("x", "3"),
        lambda: params.__delitem__("x"),
        lambda: params.update(y="3", x="3"),
        lambda: params.from_dict({"x": "3"}),
        params.clear,
    ]
    for change in changes:
        with pytest.raises(
            errors.StreamlitAPIException, match=r"'x' is bound to it.*st.session_state\['x'\]"
        ):
            change()
    assert all_of(params) == {"x": ["1"], "y": ["2"]}


def test_a_missing_one_says_what_to_do() -> None:
    with pytest.raises(KeyError, match=r"st.query_params.get\('x'\)"):
        QueryParams()["x"]


@pytest.mark.parametrize("query", ["x=" + "a" * LONGEST, "&".join(["x=1"] * (MOST + 1)), "", "?", "&&", "="])
def test_an_address_that_cannot_be_meant_is_none(query: str) -> None:
    params = QueryParams()
    params.open(query)
    params.begin_run()
    assert dict(params) in ({}, {"": ""})


def test_the_address_goes_back_to_what_it_was_opened_with() -> None:
    params = QueryParams()
    params.open("x=1")
    params.begin_run()
    params["x"] = "2"
    params["y"] = "3"
    params.reopen()
    assert params.address == {"x": "1"}


def test_opened_again_in_the_same_way_it_goes_on() -> None:
    params = QueryParams()
    params.open("x=1")
    params.begin_run()
    params["x"] = "2"
    params.open("x=1")
    assert params.address == {"x": "2"}
    params.open("x=3")
    assert params.address == {"x": "3"}


def test_there_are_none_without_an_app() -> None:
    with pytest.raises(errors.NoRunError, match="query_params"):
        st.query_params.get("x")
