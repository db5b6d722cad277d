"""What is typed into a password field is nowhere but in the session state."""

from __future__ import annotations

import re

from tests.kernel.apps import Apps
from tests.kernel.channels import Message

CANARY = "canary-7f3a9"
SCRIPT = """
import logging
typed = st.text_input("Password", type="password", key="pw")
bare = st.text_input("Nameless", type="password")
own = widgets.Password(description="Own")
def check(*args):
    logging.getLogger("app").warning("checked")
display(own)
st.button("Check", on_click=check)
st.text(f"{len(typed)} {len(bare)} {len(own.value)}")
if typed and st.session_state.get("fail"):
    raise ValueError("wrong password")
"""
#: Whatever a session could be asked for that may be kept or shown.
ASKED = """
import ipywidgets, json, jupyter_session_state as _j
from IPython.utils.capture import capture_output
with capture_output() as said:
    for line in ("", "why secret"):
        get_ipython().run_line_magic("stateapp", line)
_asked = said.stdout + str(said.outputs)
_asked += json.dumps(ipywidgets.Widget.get_manager_state(), default=repr)
_asked += repr([v for k, v in get_ipython().user_ns.items() if k in ("In", "Out")])
_asked += "".join(str(line) for line in get_ipython().history_manager.get_range())
_asked += str(_app("secret").history) + "".join(map(str, _app("secret").history))
"""


def test_a_password_is_in_no_output_record_history_or_saved_state(apps: Apps) -> None:
    apps.run("secret", SCRIPT)
    kernel = apps.kernel
    mark = kernel.mark()
    lengths = [0, 0, 0]
    for number, name in enumerate(("Password", "Nameless", "Own")):
        apps.move(name, CANARY)
        lengths[number] = len(CANARY)
        apps.wait_text("secret", " ".join(map(str, lengths)))
    apps.click("Check")
    apps.wait_text("secret", "checked")
    kernel.execute("from jupyter_session_state import session_state; session_state.fail = True")
    kernel.execute("%stateapp rerun secret")
    assert "wrong password" in apps.wait_text("secret", "wrong password")
    kernel.execute(ASKED)
    asked = kernel.evaluate("_asked")
    assert re.findall(f".{{200}}{CANARY}.{{40}}", asked, re.DOTALL) == []
    assert kernel.evaluate("session_state.pw") == CANARY
    told = [m for m in kernel.since(mark) if not _is_of_the_field(m)]
    assert [m for m in told if CANARY in repr(m)] == []


def _is_of_the_field(message: Message) -> bool:
    """Whether it only gives a field in the page its own value back, or answers this test's question."""
    return message.type == "execute_reply" or message.content.get("data", {}).get("method") == "echo_update"
