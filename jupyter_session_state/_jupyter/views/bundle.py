"""One model per kernel brings the browser code of all our views; every other view is a small stub.

An anywidget's source travels with each of its instances. So the bundle is sent once, by `Library`, which
leaves it on `globalThis` under a name made from its contents, and a `View` carries only a few lines that
wait for that name. The stub must not await at its top level: anywidget holds back *all* messages of the
kernel while a module loads, and gives up on it after two seconds.
"""

from __future__ import annotations

import functools
import hashlib
import threading
from pathlib import Path
from typing import Any, ClassVar

import anywidget
import traitlets

STATIC = Path(__file__).parent / "static"

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


def _missing(path: Path) -> str:
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
        raise BundleMissingError(_missing(Path(error.filename))) from None


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
    """

    _css = traitlets.Unicode().tag(sync=True)
    token = traitlets.Unicode().tag(sync=True)

    def __init__(self, **kwargs: Any) -> None:
        esm, css = sources()
        super().__init__(_esm=esm, _css=css, token=token(), **kwargs)


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


class View(_Anywidget):
    """Base of our widgets: a stub that waits for the library's view called `view`.

    Instances share the library's layout unless they are given one, so each opens one comm, not two.
    """

    view: ClassVar[str]

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("layout", library().layout)
        super().__init__(**kwargs)

    @traitlets.default("_esm")
    def _default_esm(self) -> str:
        return STUB % {"token": token(), "view": self.view}
