"""The inspector at the kernel of a peer, as the JupyterLab extension has it: away, its panel closed, or open."""

from __future__ import annotations

import uuid

from benchmarks.peers.kernel import KernelPeer
from jupyter_session_state._jupyter.inspector.protocol import TARGET, VERSION

MODULE = "__import__('jupyter_session_state._jupyter.inspector', fromlist=['open'])"

STATES = ("away", "closed", "open")
"""Nobody may look; a page may, and shows nothing; it shows the state and the past of the app."""


class Panel:
    """One page at a kernel.

    Parameters
    ----------
    peer
        The kernel, with an app on show.
    """

    def __init__(self, peer: KernelPeer) -> None:
        self._peer = peer

    def put(self, state: str) -> None:
        """Bring it into one of the `STATES`."""
        self._peer.execute(f"{MODULE}.close()")
        if state != "away":
            self._peer.execute(f"assert {MODULE}.open()")
            comm = uuid.uuid4().hex
            self._peer.say("comm_open", {"comm_id": comm, "target_name": TARGET, "data": {}})
            shown = "bench" if state == "open" else None
            watch = {"type": "watch", "app": shown, "state": state == "open", "history": state == "open"}
            self._peer.say("comm_msg", {"comm_id": comm, "data": {"v": VERSION, "id": 1, **watch}})
