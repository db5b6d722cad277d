"""Bytes of pictures in a real kernel: sent once, beside the HTML, and again only to who asks."""

from __future__ import annotations

import re
from typing import Any

from tests.kernel.apps import Apps

PAGE = """
grey = st.slider("Grey", 0, 3, key="grey")
other = st.slider("Other", 0, 9, key="other")
dot = "<svg xmlns='http://www.w3.org/2000/svg'><circle r='%d'/></svg>" % (grey * 1000)
st.image(dot, alt="a dot")
with st.chat_message("x", avatar="<svg xmlns='http://www.w3.org/2000/svg' id='avatar'></svg>"):
    st.text(f"grey {grey} other {other}")
"""


def sent_media(apps: Apps, mark: int) -> list[tuple[str, str, bytes]]:
    """What was sent of pictures since then: fingerprint, type, bytes."""
    found = []
    for message in apps.kernel.since(mark, "comm_msg"):
        content = message.content["data"].get("content") or {}
        if content.get("op") == "media":
            buffers = [bytes(buffer) for buffer in message.buffers]
            found += [(i, kind, data) for (i, kind), data in zip(content["media"], buffers, strict=True)]
    return found


def move(apps: Apps, label: str, value: float, text: str) -> None:
    apps.move(label, [value])
    apps.wait_text("pictures", text)
    apps.settle()


def named(apps: Apps) -> Any:
    html = next(html for kind, html in apps.items("pictures") if kind == "image")
    return re.search(r'data-jss-src="([0-9a-f]{32})" data-jss-type="image/svg\+xml"', html)


def test_a_picture_is_sent_once_and_an_unchanged_one_never_again(apps: Apps) -> None:
    mark = apps.kernel.mark()
    apps.run("pictures", PAGE)
    apps.settle()
    first = sent_media(apps, mark)
    assert sorted(b"avatar" in data for _, _, data in first) == [False, True]
    assert {kind for _, kind, _ in first} == {"image/svg+xml"}

    mark = apps.kernel.mark()
    move(apps, "Other", 5.0, "grey 0 other 5")
    assert sent_media(apps, mark) == []

    mark = apps.kernel.mark()
    move(apps, "Grey", 2.0, "grey 2 other 5")
    ((fingerprint, _, data),) = sent_media(apps, mark)
    assert b"2000" in data
    assert fingerprint not in {i for i, _, _ in first}

    mark = apps.kernel.mark()
    move(apps, "Grey", 0.0, "grey 0 other 5")
    assert sent_media(apps, mark) == []  # the page has it still


def test_who_asks_gets_what_is_on_screen_and_nothing_else(apps: Apps) -> None:
    apps.run("pictures", PAGE)
    apps.settle()
    wanted = apps.kernel.evaluate(
        "next(e.props['images'][0].fingerprint for e in _app('pictures').tree.walk() if e.kind == 'image')"
    )
    mark = apps.kernel.mark()
    for ids in ([wanted, "0" * 32, 5], "x", None, ["1" * 32]):
        apps.action("pictures", "media", ids=ids)
    apps.kernel.wait(lambda: sent_media(apps, mark))
    apps.settle()
    assert [(i, b"circle" in data) for i, _, data in sent_media(apps, mark)] == [(wanted, True)]


def test_what_a_page_tells_of_its_reader_is_there_in_the_next_run(apps: Apps) -> None:
    apps.run("reader", "st.text(f'{st.context.theme.type} {st.context.timezone}')")
    apps.action("reader", "reader", theme="dark", timezone="Asia/Tokyo", locale=5)
    apps.action("reader", "rerun")
    apps.wait_text("reader", "dark Asia/Tokyo")
