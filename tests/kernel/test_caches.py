from __future__ import annotations

from tests.kernel.apps import Apps


def test_x(apps: Apps) -> None:
    apps.run("e", """
with st.form("f"):
    sums = st.data_editor([1, 2], key="sums", num_rows="add", alt="sums")
    st.form_submit_button("Send")
st.text(str(sums)); st.text(str(st.session_state.sums))
""")
    w = apps.kernel.widget(alt="sums")
    apps.kernel.set(w, value={"edited_rows": {"0": {"value": 5}}, "added_rows": [], "deleted_rows": []})
    apps.kernel.set(w, value={"edited_rows": {"0": {"value": 5}}, "added_rows": [{}], "deleted_rows": []})
    apps.kernel.set(w, value={"edited_rows": {"0": {"value": 5}}, "added_rows": [{"value": 6}], "deleted_rows": []})
    apps.click("Send")
    apps.kernel.wait_quiet()
    print(apps.last("e"), apps.text("e"))
    assert 0
