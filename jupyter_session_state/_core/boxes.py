"""What has a key, or is told from others, without a value; containers with one: which tab is open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from jupyter_session_state._core import messages
from jupyter_session_state._core.calls import Call
from jupyter_session_state._core.element import Element
from jupyter_session_state._core.identity import element_id, valid_key
from jupyter_session_state._core.inputs import draw_external
from jupyter_session_state._core.place import Node, Place
from jupyter_session_state._core.registration import Where, register

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jupyter_session_state._core.spec import Control, Spec


class Claim(NamedTuple):
    """A key or an identity that was taken in this run without a value, for messages."""

    kind: str
    line: int | None


def claimed(at: Place, kind: str, key: object) -> str | None:
    """Take a key for what has no value, such as a container: nothing else drawn in the run may have it.

    Raises
    ------
    StreamlitDuplicateElementKey
        If something else has it.
    """
    if key is None or key == "":
        return None
    run, name = at.run, valid_key(key)
    first = run.drawn_keys.get(name) or run.claimed_keys.get(name)
    if first is not None:
        raise messages.duplicate_key(name, kind, first.kind, first.line)
    run.claimed_keys[name] = Claim(kind, run.line())
    return name


def claimed_as(at: Place, kind: str, key: object, said: Sequence[Any]) -> str | None:
    """Take a key for what has no value, or without one all that its call says: it is told from others by that.

    Raises
    ------
    StreamlitDuplicateElementKey
        If something else has the key.
    StreamlitDuplicateElementId
        If there is no key, and the run drew the very same at another place.
    """
    name = claimed(at, kind, key)
    if name is not None:
        return name
    run, (node, _) = at.run, at.spot()
    identity = element_id(run.app.name, run.page, kind, said, root=node.root, form=node.form)
    first = run.claimed_ids.get(identity)
    if first is not None:
        raise messages.drawn_twice(kind, first.line)
    run.claimed_ids[identity] = Claim(kind, run.line())
    return None


def nest_control(
    at: Place, spec: Spec, params: Mapping[str, Any], control: Control[Any], **props: Any
) -> tuple[Place, Any]:
    """Draw a container with a value: one more control, whose children are drawn whatever its value is.

    Parameters
    ----------
    at
        Where.
    spec, params, control
        Its kind, the parameters of the call by name, and what they say of its value.
    **props
        What its frame needs to know.

    Returns
    -------
    tuple
        The handle that draws into it, and its value.
    """
    run, (node, _) = at.run, at.spot()
    where = Where(run.app.name, run.page, node.root, node.form, run.line())
    new = register(spec, Call(params, control), {}, where)
    new.form = None  # a form sends what was typed into it, not which of its parts are open
    value = draw_external(run, new)
    head = Element(
        spec.name, props, id=new.id, view="Block", value=control.encode(value), key=new.key, form=node.form
    )
    return at.emit(Node(head, run, node, node.form)), value
