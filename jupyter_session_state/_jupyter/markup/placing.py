"""Width and alignment of static elements."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_ALIGNMENTS: Final = frozenset(("center", "right", "justify"))


def placed(content: str, props: Mapping[str, Any]) -> str:
    """Return what is shown in a box of the width and alignment that the author asked for, if it takes one."""
    width, alignment = props.get("width"), props.get("text_alignment")
    styles = []
    if isinstance(width, int) and not isinstance(width, bool) and width > 0:
        styles.append(f"width:{width}px;max-width:100%")
    elif width == "content":
        styles.append("width:fit-content;max-width:100%")
    if alignment in _ALIGNMENTS:
        styles.append(f"text-align:{alignment}")
    if props.get("wrap") is False:
        styles.append("white-space:nowrap;overflow:hidden;text-overflow:ellipsis")
    return f'<div class="jss-placed" style="{";".join(styles)}">{content}</div>' if styles else content
