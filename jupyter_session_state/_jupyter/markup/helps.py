"""What a thing is, as a box: name and type, how it is called, its documentation, and a table of what it has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from jupyter_session_state._jupyter.markup.escape import cut, escape, note, shorten

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

DOC_LIMIT: Final = 50_000
VALUE_LIMIT: Final = 1_000
MEMBERS_LIMIT: Final = 500


def help_box_html(props: Mapping[str, Any]) -> str:
    """Draw what a `help` element tells."""
    return (
        f'<div class="jss-about">{_head(props)}{_doc(props)}'
        f"{_members(props, props.get('members') or ())}</div>"
    )


def help_text(props: Mapping[str, Any]) -> str:
    """Tell it in one line."""
    first = str(props.get("doc") or "").partition("\n")[0]
    return ": ".join(part for part in (_title(props), first) if part)


def _title(props: Mapping[str, Any]) -> str:
    return str(props.get("name") or props.get("value") or props.get("type") or "")


def _head(props: Mapping[str, Any]) -> str:
    name, value = props.get("name"), props.get("value")
    kind = escape(shorten(str(props.get("type") or ""), VALUE_LIMIT))
    first = f"<strong>{_code(_title(props))}</strong> " + f'<span class="jss-about-type">{kind}</span>'
    rest = f"<div>{_code(str(value))}</div>" if name and value else ""
    return f'<div class="jss-about-head">{first}{rest}</div>'


def _code(text: str) -> str:
    return f"<code>{escape(shorten(text, VALUE_LIMIT))}</code>"


def _doc(props: Mapping[str, Any]) -> str:
    shown, cut_note = cut(str(props.get("doc") or ""), DOC_LIMIT)
    if not shown:
        return '<p class="jss-remark">No documentation.</p>'
    label = escape(shorten(f"Documentation of {_title(props)}", VALUE_LIMIT))
    return f'<pre class="jss-about-doc" tabindex="0" role="group" aria-label="{label}">{escape(shown)}</pre>{cut_note}'


def _members(props: Mapping[str, Any], members: Sequence[tuple[str, str, str | None, str | None]]) -> str:
    if not members:
        return ""
    rows = "".join(_row(*member) for member in members[:MEMBERS_LIMIT])
    more = len(members) - MEMBERS_LIMIT
    left_out = note(f"{more:,} more are not shown.") if more > 0 else ""
    label = escape(shorten(f"What {_title(props)} has", VALUE_LIMIT))
    return (
        f'<div class="jss-table-box" tabindex="0" role="group" aria-label="{label}"><table><thead><tr>'
        '<th scope="col">Name</th><th scope="col">Type</th><th scope="col">Value or documentation</th>'
        f"</tr></thead><tbody>{rows}</tbody></table></div>{left_out}"
    )


def _row(name: str, kind: str, value: str | None, doc: str | None) -> str:
    told = _code(value) if value is not None else escape(shorten(doc or "", VALUE_LIMIT))
    return f'<tr><th scope="row">{_code(name)}</th><td>{escape(shorten(kind, VALUE_LIMIT))}</td><td>{told}</td></tr>'
