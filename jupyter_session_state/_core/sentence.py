"""What an error says in our words, where Python would put quotes around it."""

from __future__ import annotations


class Sentence(str):
    """Words of ours for a KeyError, which tells its key by ``repr``: that of words is the words."""

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)


def missing_key(key: str) -> Sentence:
    """Words for reading or deleting a key that is not there."""
    return Sentence(
        f"st.session_state has no key {key!r}. Give it a first value at the top of the script: "
        f"if {key!r} not in st.session_state: st.session_state[{key!r}] = ..."
    )
