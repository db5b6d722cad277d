"""Numbers as texts: as they are, and in the formats that metrics and columns take."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

_PRINTF = re.compile(r"[^%]*(?:%%[^%]*)*%[-+ 0#,]*\d{0,3}(?:\.\d{1,3})?[difeEgGsux](?:[^%]|%%)*")


def plain_number(value: Any) -> str | None:
    """Return a number as a text, as it is; None for what is no number."""
    item = getattr(value, "item", None)
    if callable(item):
        try:
            value = item()  # of numpy, pandas, tensors
        except (TypeError, ValueError, RuntimeError):
            return None
    return str(value) if isinstance(value, (int, float, Decimal, Fraction)) else None


def shown_number(text: str, format: str | None) -> str:
    """Return the text of a number in a format; as it is where the format is none."""
    if not format or not text:
        return text
    try:
        number = float(text)
    except ValueError:
        return text
    if not math.isfinite(number):
        return text
    named = _NAMED.get(format)
    if named is not None:
        return named(number)
    return _printf(format, number, text)


def _printf(format: str, number: float, text: str) -> str:
    if not _PRINTF.fullmatch(format):
        return text
    grouped = "," in format
    found = re.search(r"(?<!%)(?:%%)*(%[-+ 0#,]*\d*(?:\.\d+)?[difeEgGsux])", format)
    spec = "" if found is None else found[1]
    plain = spec.replace(",", "").replace("u", "d")
    whole = spec[-1:] in ("d", "i", "u", "x")
    shown = plain % (int(number) if whole else text if spec.endswith("s") else number)
    return format.replace(spec, _grouped(shown) if grouped else shown, 1).replace("%%", "%")


def _grouped(text: str) -> str:
    head, dot, tail = text.partition(".")
    sign = head[:1] if head[:1] in ("-", "+") else ""
    digits = head[len(sign) :]
    return f"{sign}{int(digits):,}{dot}{tail}" if digits.isdigit() else text


def _money(sign: str, places: int = 2) -> Callable[[float], str]:
    return lambda number: f"{'-' if number < 0 else ''}{sign}{abs(number):,.{places}f}"


def _trimmed(text: str) -> str:
    return text.rstrip("0").rstrip(".") if "." in text else text


def _compact(number: float) -> str:
    for size, unit in ((1e12, "T"), (1e9, "B"), (1e6, "M"), (1e3, "K")):
        if abs(number) >= size:
            return _trimmed(f"{number / size:.{1 if abs(number) < 100 * size else 0}f}") + unit
    return _trimmed(f"{number:.2f}")


def _bytes(number: float) -> str:
    units = ("B", "KB", "MB", "GB", "TB", "PB")
    power = min(len(units) - 1, int(math.log(abs(number), 1000)) if abs(number) >= 1 else 0)
    return f"{_trimmed(f'{number / 1000**power:.1f}')}{units[power]}"


def _scientific(number: float) -> str:
    head, _, power = f"{number:.3E}".partition("E")
    return f"{_trimmed(head)}E{int(power)}"


def _engineering(number: float) -> str:
    power = 0 if number == 0 else 3 * math.floor(math.log10(abs(number)) / 3)
    return f"{_trimmed(f'{number / 10**power:.3f}')}E{power}"


_NAMED: dict[str, Callable[[float], str]] = {
    "plain": lambda number: _trimmed(f"{number:.10f}") if abs(number) < 1e15 else str(number),
    "localized": lambda number: _trimmed(f"{number:,.3f}"),
    "percent": lambda number: f"{_trimmed(f'{number * 100:.2f}')}%",
    "dollar": _money("$"),
    "euro": _money("€"),
    "yen": _money("¥", 0),
    "accounting": lambda number: f"({abs(number):,.2f})" if number < 0 else f"{number:,.2f}",
    "bytes": _bytes,
    "compact": _compact,
    "scientific": _scientific,
    "engineering": _engineering,
}
