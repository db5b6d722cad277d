"""One model per kernel brings the browser code of all our views; the others only name what draws them.

An anywidget's source travels with each of its instances. So the bundle is sent once, by `Library`, which
leaves it on `globalThis` under a name made from its contents. A `View` is an anywidget that carries only a few
lines that wait for that name. But anywidget loads a module for each model, and a thousand of them make a page
stand still. So a `ControlView` is a plain widget, whose views the library draws wherever they are.

The stub must not await at its top level: anywidget holds back *all* messages of the
kernel while a module loads, and gives up on it after two seconds.
"""

from __future__ import annotations

import functools
import hashlib
import threading
import uuid
import weakref
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, ClassVar

import anywidget
import ipywidgets
import traitlets

STATIC = Path(__file__).parent / "static"

AT_ONCE = 1000
"""How many messages go into one of the `Library` at most: about 100 kB."""

# Short, since each instance carries it. `missed` counts messages that came before the library.
STUB = """\
const t="%(token)s",v="%(view)s";
const library=()=>{
  const g=globalThis;
  if(!g[t]){const w=g[t]={};w.promise=new Promise(r=>{w.resolve=r})}
  return g[t].promise};
export default{
  initialize({model}){
    let missed=0;
    const count=()=>{missed++};
    model.on("msg:custom",count);
    library().then(l=>{model.off("msg:custom",count);l[v].initialize({model,missed})})},
  async render(c){return(await library())[v].render(c)}};
"""


class BundleMissingError(RuntimeError):
    """The browser code was not built, so no app can be shown."""


def missing(path: Path) -> str:
    """Return what to say of a file that was not built."""
    return (
        f"The browser code of jupyter_session_state is missing: there is no {path.name} in {path.parent}. "
        "In a checkout, build it with `jlpm install && jlpm build:views` in the folder js; "
        "otherwise install the package again."
    )


@functools.cache
def sources() -> tuple[str, str]:
    """Return the module and the stylesheet of all views, read once.

    Raises
    ------
    BundleMissingError
        If they were not built.
    """
    try:
        return _text(STATIC / "views.js"), _text(STATIC / "views.css")
    except FileNotFoundError as error:
        raise BundleMissingError(missing(Path(error.filename))) from None


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@functools.cache
def token() -> str:
    """Return the global name of the bundle; other contents, other name."""
    digest = hashlib.blake2b("\0".join(sources()).encode(), digest_size=6)
    return f"__jupyter_session_state_{digest.hexdigest()}"


class _Anywidget(anywidget.AnyWidget):  # type: ignore[misc, unused-ignore]
    """An anywidget whose source is an ordinary trait."""

    _esm = traitlets.Unicode().tag(sync=True)
    _anywidget_id = traitlets.Unicode().tag(sync=True)
    # Anywidget hides a model's id from its code, which needs it to find the widget that it belongs to.
    _id = traitlets.Unicode().tag(sync=True)

    def __init__(self, **kwargs: Any) -> None:
        model_id = uuid.uuid4().hex
        super().__init__(model_id=model_id, _id=model_id, **kwargs)

    def add_traits(self, **traits: traitlets.TraitType[Any, Any]) -> None:
        """Skip traits the class has: anywidget would make one class per instance for them."""
        new = {name: trait for name, trait in traits.items() if not self.has_trait(name)}
        if new:
            super().add_traits(**new)

    @traitlets.default("_anywidget_id")
    def _default_id(self) -> str:
        return f"jupyter_session_state.{type(self).__name__}"


class Library(_Anywidget):
    """The root model: its module is the whole bundle, its stylesheet the look of all apps.

    It is never shown. It must stay open as long as any view may be drawn again, after a page reload for
    instance; use `library`.

    It also carries messages for many models at once. A page that is loading may miss some of them, so they are
    numbered: when its library is there, the page says which it saw last, and is told the state of those it missed.
    """

    _css = traitlets.Unicode().tag(sync=True)
    token = traitlets.Unicode().tag(sync=True)
    # Changed in place: a page reads it when it fetches all models, and it is never sent by itself.
    delivered = traitlets.Dict().tag(sync=True)

    def __init__(self, **kwargs: Any) -> None:
        esm, css = sources()
        self._lock = threading.Lock()
        self._last: weakref.WeakKeyDictionary[Any, int] = weakref.WeakKeyDictionary()
        super().__init__(_esm=esm, _css=css, token=token(), delivered={"number": 0}, **kwargs)

    def deliver(self, messages: Sequence[Sequence[Any]], widgets: Sequence[Any]) -> None:
        """Send pairs of model id and message, which are those of `widgets`; any thread."""
        with self._lock:
            number = self.delivered["number"] + 1
            self.delivered["number"] = number
            self._last.update(dict.fromkeys(widgets, number))
            self.send({"op": "deliver", "number": number, "messages": messages})

    def catch_up(self, content: Mapping[str, Any]) -> None:
        """Tell a page whose library is there the state of what it missed; main thread only."""
        seen = content.get("seen")
        if content.get("op") != "ready" or isinstance(seen, bool) or not isinstance(seen, int):
            return
        with self._lock:
            behind = [widget for widget, number in self._last.items() if number > seen]
        behind = [widget for widget in behind if widget.comm is not None]
        for start in range(0, len(behind), AT_ONCE):
            part = behind[start : start + AT_ONCE]
            self.deliver([[widget.comm.comm_id, _shown_state(widget)] for widget in part], part)


def _shown_state(widget: Any) -> dict[str, Any]:
    """Return the message that tells all that may have changed: what no view shows stays what it was."""
    state = {name: value for name, value in widget.get_state().items() if not name.startswith("_")}
    return {"method": "update", "state": state, "buffer_paths": []}


class _Shelf:
    """Where this process keeps its library."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._library: Library | None = None

    def get(self) -> Library:
        with self._lock:
            if self._library is None or self._library.comm is None:
                self._library = Library()
            return self._library


_SHELF = _Shelf()


def library() -> Library:
    """Return the kernel's one `Library`, made at first use and again after it was closed.

    Raises
    ------
    BundleMissingError
        If the browser code was not built.
    """
    return _SHELF.get()


class ControlView(ipywidgets.DOMWidget):  # type: ignore[misc, unused-ignore]
    """Base of our inputs: a plain model, drawn by the library's view called `view`.

    Instances share the library's layout unless they are given one, so each opens one comm, not two.
    """

    view: ClassVar[str]

    _view_name = traitlets.Unicode("DOMWidgetView").tag(sync=True)
    _view_module = traitlets.Unicode("@jupyter-widgets/base").tag(sync=True)
    drawn_by = traitlets.Unicode().tag(sync=True)

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("layout", library().layout)
        super().__init__(**kwargs)

    @traitlets.default("drawn_by")
    def _default_drawn_by(self) -> str:
        return self.view


class View(_Anywidget):
    """Base of widgets that draw themselves: a stub that waits for the library's view called `view`.

    Instances share the library's layout unless they are given one, so each opens one comm, not two.
    """

    view: ClassVar[str]

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("layout", library().layout)
        super().__init__(**kwargs)

    @traitlets.default("_esm")
    def _default_esm(self) -> str:
        return STUB % {"token": token(), "view": self.view}
