"""One call of an input, before state knows it: the rules of callbacks, forms, keys and identity."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from jupyter_session_state import errors
from jupyter_session_state._core import messages
from jupyter_session_state._core.bindings import check_bind
from jupyter_session_state._core.element import Element, same
from jupyter_session_state._core.identity import element_id, valid_key
from jupyter_session_state._core.slots import MISSING

if TYPE_CHECKING:
    from collections.abc import Callable

    from jupyter_session_state._core.calls import Call
    from jupyter_session_state._core.spec import Control, Spec


_WIDEST = 2**32 - 1
_PLAIN = (bool, int, float, str, tuple)


@dataclass(slots=True)
class Registration:
    """What an app must remember of a control it drew, to answer the browser."""

    id: str
    key: str | None
    kind: str
    label: str
    control: Control[Any]
    callback: Callable[..., Any] | None
    args: tuple[Any, ...]
    kwargs: Mapping[str, Any]
    disabled: bool
    ignore: bool
    form: str | None
    line: int | None
    where: Where | None = None
    external: bool = False  # its view is not an element of ours
    keep: str | None = None  # its value stays while it is not drawn: on this "page", or all "session"
    drawn: tuple[Any, Any] = (None, None)  # the value that was drawn, and how it travelled
    bound: bool = False  # to a query parameter
    overruled: bool = False  # it is disabled, and what the browser said of it was dropped
    is_foreign: bool = False  # that value is not of the type that a browser sends back for it
    returned: Any = None  # what the call returned
    fragment: str | None = None  # the innermost one that drew it
    page: str = ""  # the page that drew it; none for the script itself

    @property
    def what(self) -> str:
        """What was drawn, in words."""
        return f"st.{self.kind}"

    @property
    def named(self) -> str:
        """What was drawn, with its label."""
        return f"{self.what} {self.label!r}"

    @property
    def waits(self) -> bool:
        """Whether its values wait for the run that another control asks for."""
        return (self.form is not None or self.ignore) and not self.control.trigger

    def was_mutated(self, value: Any) -> bool:
        """Whether `value` is the list that was drawn, changed in place since then: the browser knows nothing of it."""
        drawn, wire = self.drawn
        return isinstance(value, list) and value is drawn and bool(self.control.encode(value) != wire)

    def forget_drawn(self) -> None:
        """Forget what was drawn last: this time the value may be refused."""
        self.drawn, self.returned, self.is_foreign = (None, None), None, False

    @property
    def restless(self) -> bool:
        """Whether a browser may make something else of its value without anybody's doing."""
        return self.is_foreign or self.control.renewed or isinstance(self.drawn[0], list)

    @property
    def is_steady(self) -> bool:
        """Whether nothing but its own value can change what is drawn."""
        control = self.control
        apart = control.trigger or control.read_only or control.pinned
        return not (apart or self.disabled or self.bound or self.external)

    def called(self, before: Any, now: Any) -> list[Callable[..., Any]]:
        """Return the callbacks for a change: its own, and those of the parts that are others than before."""
        own = [] if self.callback is None else [self.callback]
        if not self.control.listeners:
            return own
        old, new = (value if isinstance(value, Mapping) else {} for value in (before, now))
        parts = self.control.listeners.items()
        return own + [call for name, call in parts if old.get(name, MISSING) != new.get(name, MISSING)]

    def rewire(self, spec: Spec, params: Mapping[str, Any], wiring: Mapping[str, Any]) -> None:
        """Take another callback, or other arguments for it."""
        given = {**params, **wiring}
        self.callback, self.ignore = _callback(spec, given, self.control)
        self.args, self.kwargs = _arguments(given)

    def wire_of(self, value: Any) -> Any:
        """Return the form in which a value travels to the browser."""
        control = self.control
        return control.at_rest if control.trigger else control.encode(value)

    @property
    def default_wire(self) -> Any:
        """The form in which its default travels; None for a text that is not there, for it is no empty text."""
        wire = self.control.encode(self.control.default)
        return None if wire == "" and self.control.default is None else wire

    def comes_back_otherwise(self, value: Any) -> bool:
        """Whether a browser, which sends every input with every interaction, makes something else of `value`."""
        is_foreign = self.is_foreign and value is self.drawn[0]
        return is_foreign or self.control.renewed or self.was_mutated(value)


class Where(NamedTuple):
    """Where a call draws: app and page, root container, form, line of the cell."""

    app: str
    page: str
    root: str
    form: str | None
    line: int | None


def register(spec: Spec, call: Call, wiring: Mapping[str, Any], where: Where) -> Registration:
    """Return what a call of an input says, once it keeps the rules.

    Raises
    ------
    StreamlitAPIException
        If it does not: a callback that is none or stands in a form, a form it may not be in or must be in, a key
        that cannot be one.
    """
    control, params = call.control, {**call.params, **wiring}
    label = str(params["label"]) if params.get("label") is not None else ""
    callback, ignore = _callback(spec, params, control)
    args, kwargs = _arguments(params)
    _check_form(spec.name, label, control, where.form, callback)
    _check_visibility(params)
    key = _key(spec, params, label, where.form)
    keep = params.get("persist_state")
    _check_keep(spec.name, label, key, keep)
    bound = check_bind(spec.name, label, key, params.get("bind"))
    return Registration(
        id=_identity(spec, {**params, "label": label}, control, key, where),
        key=key,
        kind=spec.name,
        label=label,
        control=control,
        callback=callback,
        args=args,
        kwargs=kwargs,
        disabled=bool(call.control.props.get("disabled", params.get("disabled"))),
        ignore=ignore,
        form=where.form,
        line=where.line,
        where=where,
        keep="session" if bound else keep,
        bound=bound,
    )


def control_element(new: Registration, params: Mapping[str, Any]) -> Element:
    """Return the element that shows a registered control, without its value."""
    control = new.control
    props = {
        "label": new.label,
        "help": params.get("help"),
        "disabled": new.disabled,
        "label_visibility": params.get("label_visibility", "visible"),
        "width": params.get("width", "stretch"),
        **control.props,
    }
    return Element(new.kind, props, new.id, control.view, None, (), new.key, new.form)


def admitted(new: Registration, value: Any) -> Any:
    """Return what a control shows for a value that the program assigned.

    Raises
    ------
    StreamlitAPIException, TypeError, ValueError, OverflowError
        If it cannot show it.
    """
    try:
        return new.control.check(new.control.admit(value))
    except (errors.StreamlitAPIException, UnicodeError):
        raise
    except (TypeError, ValueError, OverflowError) as error:
        words = messages.cannot_show(str(new.key), new.kind, new.label, new.line, error)
        raise type(error)(words) from None


def is_foreign(control: Control[Any], value: Any, wire: Any) -> bool:
    """Whether a browser that shows `value` sends back another one: True for a checkbox that was assigned 2."""
    if control.trigger or (value is None and control.default is None):
        return False
    try:
        back = control.decode(wire)
        return type(back) in _PLAIN and not same(back, value)
    except Exception:  # noqa: BLE001 - what cannot travel does not come back; any value of a user's may be asked
        return False


def check_width(spec: Spec, width: Any) -> None:
    """Refuse a width that no element can have; as wide as its content is only what is so by default.

    Raises
    ------
    StreamlitInvalidWidthError
        If it is neither pixels nor a word for a width.
    StreamlitValueOutOfRangeError
        If it is more pixels than there can be.
    """
    words = ("stretch", "content") if spec.fits_content else ("stretch",)
    fits = width in words if isinstance(width, str) else isinstance(width, int) and width > 0
    if not fits:
        raise messages.bad_width(spec.name, width, words)
    if isinstance(width, int) and width > _WIDEST:
        raise messages.too_wide(spec.name, width, _WIDEST)


def _identity(
    spec: Spec, params: Mapping[str, Any], control: Control[Any], key: str | None, where: Where
) -> str:
    names = spec.identity if key is None else control.identity_with_key
    values = [control.identity.get(name, params.get(name)) for name in names]
    return element_id(where.app, where.page, spec.name, values, key=key, root=where.root, form=where.form)


def _key(spec: Spec, params: Mapping[str, Any], label: str, form: str | None) -> str | None:
    key = params.get("key")
    if key is not None:
        return valid_key(key)
    return f"FormSubmitter:{form}-{label}" if spec.name == "form_submit_button" else None


def _callback(
    spec: Spec, params: Mapping[str, Any], control: Control[Any]
) -> tuple[Callable[..., Any] | None, bool]:
    """Return the callback, and whether a change waits for another one's run."""
    given = params.get(spec.callback) if spec.callback else None
    if given is None or callable(given):
        return given, False
    if not isinstance(given, str) or given not in ("rerun", "ignore"):
        raise messages.bad_on_change(spec.name, cast("str", spec.callback), given)
    if not control.modes:
        raise messages.mode_not_allowed(spec.name, cast("str", spec.callback), given)
    return None, given == "ignore"


def _arguments(params: Mapping[str, Any]) -> tuple[tuple[Any, ...], Mapping[str, Any]]:
    return () if params.get("args") is None else params["args"], params.get("kwargs") or {}


def _check_form(kind: str, label: str, control: Control[Any], form: str | None, callback: object) -> None:
    if control.in_form == "required":
        if form is None:
            raise messages.submit_outside_form(label)
        return
    if form is None:
        return
    if callback is not None:
        raise messages.callback_in_form(kind, label, form)
    if control.in_form == "refused":
        raise messages.not_in_form(kind, label, form)


def _check_visibility(params: Mapping[str, Any]) -> None:
    visibility = params.get("label_visibility", "visible")
    if visibility not in ("visible", "hidden", "collapsed"):
        raise messages.not_one_of("label_visibility", visibility, "'visible', 'hidden' or 'collapsed'")


def _check_keep(kind: str, label: str, key: str | None, keep: Any) -> None:
    if keep is None:
        return
    if keep not in ("session", "page"):
        raise messages.not_one_of("persist_state", keep, "'session', 'page' or None")
    if key is None:
        raise messages.keep_without_key(kind, label)
