"""Record what the installed Streamlit does with scenarios; the traces are what our AppTest is compared with.

python record.py                 # all scenarios of extra/
python record.py DIR [NAME ...]  # those of a corpus, or some: names that begin so
python record.py DIR --check     # record again and compare with the traces there are; writes nothing
python record.py DIR --show      # print the traces as well
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent

if __name__ == "__main__":
    if os.environ.get("PYTHONHASHSEED") != "0":  # theirs iterates over sets of texts
        os.execve(sys.executable, [sys.executable, *sys.argv], {**os.environ, "PYTHONHASHSEED": "0"})
    sys.path[0] = str(HERE.parents[1])
    sys.dont_write_bytecode = True

import streamlit  # noqa: E402 - the path comes first

from tests.conformance.corpus import Scenario  # noqa: E402
from tests.conformance.theirs import Theirs  # noqa: E402

NOT_STORED = ("log", "pushed", "label_visibility", "message")
"""Fields that traces of other recorders have: texts, and what nobody compares."""


def record(scenario: Scenario) -> dict[str, Any]:
    """Return the trace of a scenario."""
    return {
        "scenario": scenario.name,
        "streamlit": streamlit.__version__,
        "rule": scenario.rule,
        "trace": scenario.play(Theirs(scenario.script)),
    }


def stored(value: Any) -> Any:
    """Return a trace without what is not stored in all of them; errors by the name of their class alone."""
    if isinstance(value, dict):
        kept = {k: stored(v) for k, v in value.items() if k not in NOT_STORED}
        return {**kept, "exc": value["exc"].rpartition(".")[2]} if "exc" in value else kept
    return [stored(v) for v in value] if isinstance(value, list) else value


def main(arguments: list[str]) -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path, nargs="?", default=HERE / "extra")
    parser.add_argument("names", nargs="*")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args(arguments)
    paths = sorted((options.folder / "scenarios").glob("*.py"))
    chosen = [p for p in paths if not options.names or p.stem.startswith(tuple(options.names))]
    bad = [path.stem for path in chosen if not _record_one(path, options)]
    print(*(f"DIFFERS {name}" for name in bad), f"{len(chosen)} scenarios, {len(bad)} differ", sep="\n")
    return 1 if bad or not chosen else 0


def _record_one(path: Path, options: argparse.Namespace) -> bool:
    """Record one scenario; return whether its trace is as it was, or was written."""
    trace = record(Scenario.load(path))
    text = json.dumps(trace, indent=1, ensure_ascii=False)
    target = options.folder / "traces" / f"{path.stem}.json"
    if options.show:
        print(text)
    if options.check:
        before = json.loads(target.read_text(encoding="utf-8")) if target.is_file() else {}
        return bool(stored(before) == stored(json.loads(text)))
    target.parent.mkdir(exist_ok=True)
    target.write_text(text + "\n", encoding="utf-8")
    return True


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
