"""Messages of buttons and of the chat input, as a front end sends them, well meant or not."""

from __future__ import annotations

from tests.kernel.apps import Apps

MENU = """
chosen = st.menu_button("Menu", ["a", "b"], key="menu")
st.text(f"chosen {chosen}")
"""


def test_a_menu_brings_its_label(apps: Apps) -> None:
    apps.run("menu", MENU)
    apps.kernel.custom(apps.control("Menu"), {"event": "click", "value": "b"})
    apps.wait_text("menu", "chosen b")
