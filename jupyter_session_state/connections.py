"""Connections to data: a base for your own, and one to databases. Mirrors ``streamlit.connections``."""

from __future__ import annotations

from jupyter_session_state.elements.connections import BaseConnection
from jupyter_session_state.elements.sql_connections import SQLConnection

ExperimentalBaseConnection = BaseConnection

__all__ = ["BaseConnection", "ExperimentalBaseConnection", "SQLConnection"]
