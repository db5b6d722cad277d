"""What a kind is: one pure declaration, turned into the function users call.

Three decorators make the public functions from their declarations:

- `widget`: the declaration returns a `Control`; the call returns the control's value.
- `element`: the declaration returns a static `Element`; the call returns a place that a later call may overwrite.
- `drawing`: the declaration gets the place to draw at, and may do anything there: containers, `st.write`.

The first two are pure, so what a call with plain arguments says is remembered from run to run (`calls`). One that
reads a clock or a file says so: `Control.fleeting`, or it is a `drawing`.

Each function is also a method of every container (`methods`). Both go the same way.
"""

from __future__ import annotations

import functools
import inspect
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Concatenate, Generic, Literal, ParamSpec, TypeVar, cast

from jupyter_session_state._core import messages
from jupyter_session_state._core.calls import CALLBACKS, WIRING, Call, call_key, split_wiring
from jupyter_session_state._core.inputs import draw_control
from jupyter_session_state._core.place import Place, current_place
from jupyter_session_state.errors import StreamlitAPIException

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jupyter_session_state._core.calls import CallKey
    from jupyter_session_state._core.element import Element
    from jupyter_session_state._core.query_shapes import QueryShape
    from jupyter_session_state._core.state import SessionState
    from jupyter_session_state.elements import DeltaGenerator  # for type checkers alone: the handle users get

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")

FormRule = Literal["allowed", "refused", "required"]


def _as_it_is(value: Any) -> Any:
    return value


@dataclass(slots=True)
class Control(Generic[T]):
    """What one call of an input says, before identity and state are known.

    Parameters
    ----------
    view
        The widget class that shows it.
    props
        Traits of the view that the declaration owns; what all inputs have (label, help, ...) is added.
    default
        The value while neither user nor program gave another.
    decode
        From the form in which the browser sends it to the Python value. Raises ValueError or TypeError for what
        no browser that was drawn this way could have sent.
    encode
        The way back.
    check
        Passes a value that came from session state; returns another one to write back; raises for what cannot be.
    admit
        Passes a value that the program assigned, before `check`; likewise.
    identity
        Overrides for parameters in the identity, such as the labels of options.
    identity_with_key
        Names of the parameters that count even with a key.
    given
        Whether the author gave a default: with a value in session state that is worth a warning.
    trigger
        Whether a value lasts one run only.
    at_rest
        A trigger's value between clicks.
    read_only
        Whether session state may not assign it.
    in_form
        Whether a form may, must not or must hold it.
    modes
        Whether the callback parameter also takes ``"rerun"`` and ``"ignore"``.
    sensitive
        Whether its value must not be kept or shown anywhere else.
    fleeting
        Whether the same call may say something else later, since it reads the clock.
    query
        How its value stands in the address of the app; None for what its default suggests.
    renewed
        Whether each interaction makes its value anew of what the browser holds: one that scripts change by using it.
    returns
        Makes what the call returns of the value, where that is not the value itself.
    pinned
        Whether it goes to the foot of the page when it is drawn directly in the main area.
    served
        What its view may ask for beside its value, such as a file to save.
    besides
        Draws what else the call draws, right before it; gets the place.
    listeners
        Callbacks by part of a value that is a mapping: each is called when its part is another one.
    presents
        Makes what users see in session state under its key of the value, where that is not the value itself; gets
        the state too.
    emptied
        For kinds that None in session state makes ones without a default: what of the above is different then.
    """

    view: str
    default: T
    props: dict[str, Any] = field(default_factory=dict)
    decode: Callable[[Any], T] = _as_it_is
    encode: Callable[[T], Any] = _as_it_is
    check: Callable[[T], T] = _as_it_is
    admit: Callable[[T], T] = _as_it_is
    identity: Mapping[str, Any] = field(default_factory=dict)
    identity_with_key: tuple[str, ...] = ()
    given: bool = False
    trigger: bool = False
    at_rest: Any = False
    read_only: bool = False
    in_form: FormRule = "allowed"
    modes: bool = True
    sensitive: bool = False
    fleeting: bool = False
    query: QueryShape | None = None
    renewed: bool = False
    returns: Callable[[Any], Any] | None = None
    pinned: bool = False
    served: Any = None
    besides: Callable[[Any], object] | None = None
    listeners: Mapping[str, Callable[[], object]] = field(default_factory=dict)
    presents: Callable[[T, SessionState], Any] | None = None
    emptied: Mapping[str, Any] | None = None


NOT_IDENTITY = frozenset(
    (
        *("key", *CALLBACKS, "args", "kwargs", "disabled", "label_visibility", "format_func"),
        *("bind", "persist_state", "use_container_width", "wrap"),
    )
)
"""Parameters that never tell one widget from another."""


@dataclass(frozen=True, slots=True)
class Spec:
    """A kind: its name, its declaration and what its signature says."""

    name: str
    declare: Callable[..., Any]
    parameters: tuple[str, ...]
    defaults: Mapping[str, Any]
    variadic: bool  # takes any keyword
    identity: tuple[str, ...]
    callback: str | None
    fits_content: bool = False  # it may be as wide as its content

    @classmethod
    def of(cls, declare: Callable[..., Any], *, hidden: int = 0) -> Spec:
        """Read the signature of a declaration, leaving out its first `hidden` parameters."""
        parameters = list(inspect.signature(declare).parameters.values())[hidden:]
        names = tuple(p.name for p in parameters)
        defaults = {p.name: p.default for p in parameters if p.default is not p.empty}
        variadic = any(p.kind is p.VAR_KEYWORD for p in parameters)
        identity = tuple(n for n in names if n not in NOT_IDENTITY)
        callback = next((n for n in CALLBACKS if n in names), None)
        fits = any(p.name == "width" and "Without" not in str(p.annotation) for p in parameters)
        return cls(declare.__name__, declare, names, defaults, variadic, identity, callback, fits)

    def given(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> dict[str, Any]:
        """Return what was passed by name, without looking whether it fits."""
        return {**dict(zip(self.parameters, args, strict=False)), **kwargs}

    def bind(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> dict[str, Any]:
        """Return all parameters by name; raises the TypeError of a plain call if they do not fit."""
        if len(args) > len(self.parameters) or not kwargs.keys() <= self.defaults.keys() | set(
            self.parameters
        ):
            inspect.signature(self.declare).bind(*args, **kwargs)
        return {**self.defaults, **self.given(args, kwargs)}


KINDS: dict[str, Spec] = {}
"""The table of kinds: every input by its name."""


def widget(declare: Callable[P, Control[R]]) -> Callable[P, R]:
    """Make an input function from its declaration: adds identity, state, callbacks and form rules."""
    spec = Spec.of(declare)
    KINDS[spec.name] = spec

    def understand(place: Place, args: tuple[Any, ...], kwargs: dict[str, Any], key: CallKey | None) -> Call:
        known = _without_unknown(spec, place, kwargs)
        unwired = {name: value for name, value in known.items() if name not in WIRING}
        try:
            control = declare(*args, **known)
        except StreamlitAPIException as error:
            messages.name_widget(error, spec.name, spec.given(args, known))
            raise
        call = Call(spec.bind(args, unwired), control)
        if key is not None and known is kwargs and not call.control.fleeting:
            place.run.calls.keep(key, call)
        return call

    def draw(place: Place, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        run = place.node.run
        shape, wiring = split_wiring(kwargs)
        key = call_key(spec.name, args, shape)
        call = (None if key is None else run.calls.find(key)) or understand(place, args, kwargs, key)
        if call.control.emptied is not None and _holds_none(run.state, call.params["key"]):
            call = _emptied(call)
        if call.control.besides is not None:
            call.control.besides(place)
        value = draw_control(run, spec, place, call, wiring)
        returns = call.control.returns
        return value if returns is None else returns(value)

    return cast("Callable[P, R]", _public(spec, draw))


def _holds_none(state: SessionState, key: Any) -> bool:
    return key is not None and state.get(str(key)) is None


def _emptied(call: Call) -> Call:
    """Return what the same call says without a default."""
    if call.emptied is None:
        control = replace(call.control, default=None, emptied=None, **call.control.emptied or {})
        call.emptied = Call(call.params, control)
    return call.emptied


def element(declare: Callable[P, Element]) -> Callable[P, DeltaGenerator]:
    """Make a function that draws one static element."""
    spec = Spec.of(declare)

    def draw(place: Place, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        calls, key = place.node.run.calls, call_key(spec.name, args, kwargs)
        found = None if key is None else calls.find(key)
        if found is None:
            known = _without_unknown(spec, place, kwargs)
            found = declare(*args, **known)
            if key is not None and known is kwargs:
                calls.keep(key, found)
        return place.emit(found)

    return cast("Callable[P, DeltaGenerator]", _public(spec, draw))


def drawing(declare: Callable[Concatenate[Any, P], R]) -> Callable[P, R]:
    """Make a function that draws what it likes at the place it is given as first argument."""
    spec = Spec.of(declare, hidden=1)

    def draw(place: Place, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        return declare(place, *args, **_without_unknown(spec, place, kwargs))

    return cast("Callable[P, R]", _public(spec, draw, hidden=1))


def _public(spec: Spec, draw: Callable[..., Any], *, hidden: int = 0) -> Callable[..., Any]:
    @functools.wraps(spec.declare)
    def call(*args: Any, **kwargs: Any) -> Any:
        return draw(current_place(spec.name), args, kwargs)

    signature = inspect.signature(spec.declare)
    parameters = list(signature.parameters.values())[hidden:]
    returns = re.sub(r"^Control\[(.*)\]$", r"\1", str(signature.return_annotation))
    call.__signature__ = signature.replace(parameters=parameters, return_annotation=returns)  # type: ignore[attr-defined]
    call.draw = draw  # type: ignore[attr-defined]
    call.spec = spec  # type: ignore[attr-defined]
    call.__annotations__ = {
        k: v for k, v in call.__annotations__.items() if k in {p.name for p in parameters}
    }
    return call


def _without_unknown(spec: Spec, place: Place, kwargs: dict[str, Any]) -> dict[str, Any]:
    """Note keywords that the function does not have, and go on without them."""
    if spec.variadic or kwargs.keys() <= spec.defaults.keys():
        return kwargs
    unknown = [name for name in kwargs if name not in spec.parameters]
    for name in unknown:
        if name in CALLBACKS:
            raise TypeError(f"st.{spec.name} is no input: it has no {name}.")
        place.note(f"st.{spec.name} has no parameter `{name}`; it was left out.")
    return {name: value for name, value in kwargs.items() if name in spec.parameters}
