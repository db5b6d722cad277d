"""None drawn as a text is the word None."""

SCRIPT = """
import streamlit as st

for kind in ('text', 'markdown', 'caption', 'title', 'header', 'subheader', 'error', 'warning', 'info', 'success', 'toast'):
    getattr(st, kind)(None)
"""

STEPS = [{"do": "rerun"}]
