"""``from streamlit.logger import get_logger``: a logger, which in a notebook is one like all others."""

from __future__ import annotations

import logging

__all__ = ["get_logger"]


def get_logger(name: str) -> logging.Logger:
    """Return a logger; what it lets pass is told where the kernel's logging is set up to tell it.

    Parameters
    ----------
    name
        Usually ``__name__``.
    """
    return logging.getLogger(name)
