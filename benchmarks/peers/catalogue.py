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

PEERS = ("streamlit", "streamlit_nogc", "interact", "solara", "marimo", "floor", "ours")
"""All peers, in the order of the tables: `streamlit_nogc` collects no garbage after a run."""


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
