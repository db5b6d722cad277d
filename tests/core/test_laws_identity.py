"""Laws of identity: what counts tells widgets apart, what does not count never does."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from jupyter_session_state import errors
from jupyter_session_state._core.identity import INTERNAL_PREFIX, RESERVED_PREFIX, element_id, valid_key

words = some.text(alphabet="ab-(),$ é\ud800", max_size=6)
names = some.text(alphabet="abc_", min_size=1, max_size=4)
values = some.one_of(
    words, some.integers(), some.booleans(), some.none(), some.floats(allow_nan=False), some.lists(words)
)
params = some.lists(values, max_size=4)
roots = some.sampled_from(["main", "sidebar"])
keyless = some.fixed_dictionaries(
    {"app": names, "page": names, "kind": names, "params": params, "root": roots, "form": some.none() | names}
)
keys = some.text(min_size=1, max_size=6)


@given(keyless)
def test_the_same_call_has_the_same_identity(call: dict[str, Any]) -> None:
    assert element_id(**call) == element_id(**{**call, "params": iter(call["params"])})


@given(keyless, keyless)
def test_without_a_key_two_calls_have_one_identity_only_if_all_is_the_same(
    one: dict[str, Any], other: dict[str, Any]
) -> None:
    same = {**one, "params": repr(one["params"])} == {**other, "params": repr(other["params"])}
    assert (element_id(**one) == element_id(**other)) == same


@given(keyless, keys, roots, some.none() | names)
def test_with_a_key_root_and_form_do_not_count(
    call: dict[str, Any], key: str, root: str, form: str | None
) -> None:
    assert element_id(**call, key=key) == element_id(**{**call, "root": root, "form": form}, key=key)


@given(keyless, keys, keys)
def test_with_a_key_the_key_counts(call: dict[str, Any], one: str, other: str) -> None:
    assert (element_id(**call, key=one) == element_id(**call, key=other)) == (one == other)


@given(keyless, keys)
def test_a_widget_with_a_key_is_never_one_without(call: dict[str, Any], key: str) -> None:
    assert element_id(**call, key=key) != element_id(**call)


@given(some.lists(some.text(min_size=100, max_size=120), min_size=2, max_size=3), keys)
def test_long_parameters_make_no_long_identity(long: list[str], key: str) -> None:
    ids = [
        element_id("a", "", "k", long),
        element_id("a", "", "k", [*long, "x"]),
        element_id("a", "", "k", long[:1]),
    ]
    assert len(set(ids)) == 3
    assert max(map(len, ids)) < 200 + 40


@given(some.one_of(values, some.tuples(values, values)))
def test_a_key_is_its_text_or_is_refused(key: Any) -> None:
    text = str(key)
    if text and not text.startswith(RESERVED_PREFIX):
        assert valid_key(key) == text
    else:
        with pytest.raises(errors.StreamlitAPIException):
            valid_key(key)


def test_internal_keys_are_valid_and_reserved_ones_are_not() -> None:
    assert valid_key(f"{INTERNAL_PREFIX}_x") == f"{INTERNAL_PREFIX}_x"
    with pytest.raises(errors.StreamlitAPIException, match=r"\$\$ID-1"):
        valid_key(f"{RESERVED_PREFIX}-1")
