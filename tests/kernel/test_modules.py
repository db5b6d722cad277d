"""Large browser code in a real kernel: it comes when a page asks for it, also while a script runs."""

from __future__ import annotations

import gzip

from tests.kernel.apps import Apps

BUILT = """
import gzip, pathlib, tempfile
from jupyter_session_state._jupyter.views import bundle
bundle.library()
bundle.STATIC = pathlib.Path(tempfile.mkdtemp())
(bundle.STATIC / "probe.js.gz").write_bytes(gzip.compress(b"export const n = 1"))
"""


def test_a_page_asks_the_library_and_no_script_runs_for_it(apps: Apps) -> None:
    apps.kernel.execute(BUILT)
    apps.run("plain", "st.session_state.n = st.session_state.get('n', 0) + 1\nst.text(st.session_state.n)")
    for _ in range(2):  # a second page, or one that was loaded again
        (library,) = apps.kernel.widgets(_anywidget_id="jupyter_session_state.Library")
        library.customs.clear()
        apps.kernel.custom(library, {"op": "module", "name": "probe"})
        apps.wait(lambda model=library: model.customs, what="an answer")  # type: ignore[misc]
        ((told, buffers),) = library.customs
        assert told == {"op": "module", "name": "probe"}
        assert gzip.decompress(buffers[0]) == b"export const n = 1"
        apps.kernel.reload_page()
    assert apps.text("plain") == "1"
