"""What decides whether a widget of this run is the same as one of the last run."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from jupyter_session_state._core import messages
from jupyter_session_state._core.element import COMPUTED

if TYPE_CHECKING:
    from collections.abc import Iterable

RESERVED_PREFIX = COMPUTED
"""User keys must not start with this: it marks computed identities."""

INTERNAL_PREFIX = "$$STREAMLIT_INTERNAL_KEY"
"""User keys with this prefix work, but are hidden from iteration."""

_LONG = 200


def element_id(
    app: str,
    page: str,
    kind: str,
    params: Iterable[Any],
    *,
    key: str | None = None,
    root: str = "main",
    form: str | None = None,
) -> str:
    """Return the identity of a control.

    Position, order and container never count. With a key, the root and the form do not count either, and the
    caller passes only the few parameters that still do.

    Parameters
    ----------
    app, page
        Name of the app and of the page of it that draws the control.
    kind
        The function's name, ``"slider"``.
    params
        The values of the parameters that belong to the identity, in a fixed order.
    key
        The user's key.
    root
        ``"main"`` or ``"sidebar"``.
    form
        Key of the form the control is in.
    """
    text = ",".join(map(repr, params))
    if len(text) > _LONG:
        text = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
    if key is not None:
        return f"{RESERVED_PREFIX}-{app}-{page}-{kind}-{text}-key-{key}"
    return f"{RESERVED_PREFIX}-{app}-{page}-{kind}-{root}-{form or ''}-({text})"


def short_digest(text: str) -> str:
    """Return a short name for a text, the same one in every process."""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


def valid_key(key: Any) -> str:
    """Return `key` as text, as every access does.

    Raises
    ------
    StreamlitValueError
        If it is empty.
    StreamlitAPIException
        If it starts with the prefix of computed identities.
    """
    text = str(key)
    if not text:
        raise messages.empty_key()
    if text.startswith(RESERVED_PREFIX):
        raise messages.reserved_key(text)
    return text
