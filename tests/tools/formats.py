"""Write down what Streamlit's own page makes of the formats of columns, for js/src/modules/grid/__tests__.

    python -m tests.tools.formats

The browser's clock is at UTC, since "localized" is told by it there, and by the clock of the data here.
"""

from __future__ import annotations

import json
import re
import tempfile
from importlib.metadata import version
from pathlib import Path
from typing import Any

import streamlit
from playwright.sync_api import sync_playwright

from tests.browser.conftest import ARGUMENTS
from tests.tools import chromium
from tests.tools.side_by_side import streamlit as served

OUTPUT = Path(__file__).parents[2] / "js/src/modules/grid/__tests__/formats.json"
SCRIPTS = Path(str(streamlit.__file__)).parent / "static/static/js"
PARTS = {"number": "formatNumber", "moment": "formatMoment", "clock": "moment", "length": "arrowFormatUtils"}
"""Which of the page's scripts has which function."""

NUMBERS = [0, 3.9, -1234.5, 0.12345678, 42, 999.995, 1234567.891, 1e20]
NAMED = (
    *("", "plain", "localized", "dollar", "euro", "yen", "percent"),
    *("compact", "scientific", "engineering", "accounting", "bytes"),
)
PRINTF = (
    *("%d", "%i", "%f", "%0.2f", "%.0f", "%05d", "%5d", "%-5d", "%+d", "%+.1f", "%e", "%.1e", "%.0e", "%+e"),
    *(
        "%g",
        "%.3g",
        "%s",
        "%.2s",
        "%5s|",
        "%u",
        "%x",
        "%X",
        "%o",
        "%b",
        "%v",
        "%t",
        "%T",
        "%j",
        "%,d",
        "%,.2f",
    ),
    *("%d%%", "%3d%%", "%.2f %%", "%5.1f%%", "%%", "$%0.2f each", "no directive", "%1$d", "%1$.2f and %1$d"),
    *("%'*8d", "%08.2f", "%-8.1f|", "%+05d", "%.10f", "%20d", "%+s", "%012,d"),
    *("%z", "%E", "%F", "%G", "% d", "%ld", "100%", "%d of %d", "%(n)d", "%2$d"),
)
MOMENTS = [
    "2026-03-04T15:07:09.045Z",
    "2024-12-30T00:00:00.000Z",
    "1999-01-03T12:59:59.999Z",
    "2027-01-01T01:02:03.400Z",
    "0999-07-08T23:05:06.000Z",
]
TOKENS = (
    *[
        "M",
        "Mo",
        "MM",
        "MMM",
        "MMMM",
        "MMMMM",
        "Q",
        "Qo",
        "D",
        "Do",
        "DD",
        "DDD",
        "DDDo",
        "DDDD",
        "d",
        "do",
        "dd",
        "ddd",
        "dddd",
        "e",
        "E",
        "w",
        "wo",
        "ww",
        "W",
        "Wo",
        "WW",
    ],
    *[
        "Y",
        "YY",
        "YYYY",
        "YYYYY",
        "YYYYYY",
        "y",
        "N",
        "NN",
        "NNNN",
        "NNNNN",
        "gg",
        "gggg",
        "GG",
        "GGGG",
        "A",
        "a",
        "H",
        "HH",
        "h",
        "hh",
        "k",
        "kk",
        "m",
        "mm",
        "s",
        "ss",
    ],
    *[
        "S",
        "SS",
        "SSS",
        "SSSS",
        "SSSSSS",
        "SSSSSSSSS",
        "z",
        "zz",
        "Z",
        "ZZ",
        "X",
        "x",
        "LT",
        "LTS",
        "L",
        "LL",
        "LLL",
        "LLLL",
        "l",
        "ll",
        "lll",
        "llll",
    ],
    *("Hmm", "Hmmss", "hmm", "hmmss", "[at] H[h]", "\\Y YYYY", "[[a]", "[unclosed", "YYYY-[W]WW-E"),
    *("DD/MM/YY HH:mm:ss.SSS", "dddd, MMMM Do YYYY", "localized", "iso8601"),
)
ZONED = ("YYYY-MM-DD HH:mm:ssZ", "ZZ", "X", "LLLL", "iso8601", "A h")
ZONES = ("Europe/Berlin", "America/New_York", "+05:30", "UTC")
LENGTHS = [0, 1, 59, 3599, 86_399, 86_400, 90_061, 604_800, 31_536_000, -5, -90_061, 0.5, 1.25, 1e9]
AWAY = [
    *(0, 10, -10, 44, 45, -89, 90, 2640, 2700, -5340, 5400, 75_600, 79_200, 129_600, 2_160_000, 2_246_400),
    *(-3_888_000, 3_974_400, 27_561_600, 27_648_000, -47_260_800, 47_347_200, 94_608_000),
]
DAYS = list(range(-8, 9))

RECORD = """async ({parts, numbers, named, printf, moments, tokens, zoned, zones, lengths, away, days}) => {
  const load = async name => import(`/static/js/${parts[name]}`);
  const {n: number} = await load('number');
  const {t: moment} = await load('moment');
  const {t: clock} = await load('clock');
  const {a: length} = await load('length');
  const told = make => { try { return make(); } catch { return null; } };
  const table = (rows, cells, text) =>
    Object.fromEntries(rows.map(row => [row, cells.map(cell => told(() => text(row, cell)))]));
  const utc = text => clock.utc(new Date(text));
  const put = (at, zone) => zone.startsWith('+') ? at.utcOffset(zone, false) : at.tz(zone);
  const now = utc('2026-03-04T10:00:00Z');
  return {
    numbers: table([...named, ...printf], numbers, (f, v) => number(v, f || undefined)),
    whole: table(named, numbers, (f, v) => number(Math.trunc(v), f || undefined, 0)),
    cents: table(named, numbers, (f, v) => number(Math.trunc(v * 100) / 100, f || undefined, 2)),
    datetime: table(tokens, moments, (f, t) => moment(utc(t), f, 'datetime')),
    date: table(['localized', 'iso8601'], moments, (f, t) => moment(utc(t), f, 'date')),
    time: table(['localized', 'iso8601'], moments, (f, t) => moment(utc(t), f, 'time')),
    zones: Object.fromEntries(zones.map(zone =>
      [zone, table(zoned, moments, (f, t) => moment(put(utc(t), zone), f, 'datetime'))])),
    lengths: table(['duration', 'compact', 'localized'], lengths, (f, v) => length(v, f, 3)),
    distance: away.map(seconds => clock.duration(seconds, 'seconds').humanize(true)),
    calendar: days.map(day => clock(now).add(day, 'days').add(5, 'hours').calendar(now)),
  };
}"""


def asked() -> dict[str, Any]:
    """Return what is formatted, and how."""
    return {
        "numbers": NUMBERS,
        "named": NAMED,
        "printf": PRINTF,
        "moments": MOMENTS,
        "tokens": TOKENS,
        "zoned": ZONED,
        "zones": ZONES,
        "lengths": LENGTHS,
        "away": AWAY,
        "days": DAYS,
    }


def main() -> None:
    """Write the file anew."""
    parts = {name: _script(stem) for name, stem in PARTS.items()}
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        script = Path(folder, "empty.py")
        script.write_text("import streamlit as st\nst.write('x')\n")
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=ARGUMENTS)
        page = browser.new_context(locale="en-US", timezone_id="UTC").new_page()
        with served(script) as address:
            page.goto(address)
            page.get_by_test_id("stMain").wait_for()
            found = page.evaluate(RECORD, {**asked(), "parts": parts})
        browser.close()
    inputs = {name: asked()[name] for name in ("numbers", "moments", "lengths", "away", "days")}
    OUTPUT.write_text(
        json.dumps({"streamlit": version("streamlit"), "of": inputs, "told": found}, ensure_ascii=False),
        encoding="utf-8",
    )


def _script(stem: str) -> str:
    """Return the name of one of the page's scripts, which has a hash in it."""
    pattern = re.compile(rf"{stem}\.[\w-]+\.js")
    return next(file.name for file in SCRIPTS.iterdir() if pattern.fullmatch(file.name))


if __name__ == "__main__":
    main()
