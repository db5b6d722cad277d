"""The peers by name, and how each is started."""

from __future__ import annotations

import sys

from benchmarks.links import SocketLink
from benchmarks.peers.base import Peer
from benchmarks.peers.dialects import DIALECTS
from benchmarks.peers.kernel import KernelPeer
from benchmarks.processes import Children

PEERS = ("streamlit", "streamlit_nogc", "interact", "solara", "marimo", "floor", "ours")
"""All peers, in the order of the tables: `streamlit_nogc` collects no garbage after a run."""


def start(name: str, children: Children) -> Peer:
    """Start a peer; `ours@server` is reached through a notebook server."""
    if name.startswith("streamlit"):
        from benchmarks.peers.streamlit import StreamlitPeer

        return StreamlitPeer(children, collects=name == "streamlit")
    kernel = children.kernel(sys.executable)
    link = SocketLink(kernel)
    children.closing(link.close)
    return KernelPeer(DIALECTS[name], link, kernel.pid)
