"""The peers by name, and how each is started."""

from __future__ import annotations

import sys

from benchmarks import environment
from benchmarks.links import SocketLink
from benchmarks.peers.base import Peer
from benchmarks.peers.dialects import DIALECTS
from benchmarks.peers.kernel import KernelPeer
from benchmarks.processes import Children
from benchmarks.server_link import ServerLink

APPS = {
    "streamlit": "rows counter drag form table texts steps",
    "streamlit_nogc": "rows counter drag form table texts steps",
    "interact": "rows drag form table",
    "solara": "rows counter drag form table",
    "marimo": "rows counter drag form table",
    "floor": "rows counter drag form table texts",
    "ours": "rows counter drag form table texts steps",
}
"""Peer -> its apps; `streamlit_nogc` collects no garbage after a run."""

PEERS = tuple(APPS)
"""All peers, in the order of the tables."""


def has(name: str, app: str) -> bool:
    """Whether a peer has an app."""
    return app in APPS[name.partition("@")[0]].split()


def start(name: str, children: Children) -> Peer:
    """Start a peer; one whose name ends in `@server` is reached through a notebook server."""
    if name.startswith("streamlit"):
        from benchmarks.peers.streamlit import StreamlitPeer

        return StreamlitPeer(children, collects=name == "streamlit")
    if name == "marimo":
        from benchmarks.peers.marimo import MarimoPeer

        return MarimoPeer(children, environment.interpreter())
    dialect, _, server = name.partition("@")
    if server:
        link = ServerLink(children)
        return KernelPeer(DIALECTS[dialect], link, link.kernel_pid)
    python = environment.interpreter() if name == "solara" else sys.executable
    kernel = children.kernel(python)
    sockets = SocketLink(kernel)
    children.closing(sockets.close)
    return KernelPeer(DIALECTS[name], sockets, kernel.pid)
