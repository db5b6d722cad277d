"""Run the scenarios of a corpus under our AppTest and compare with what Streamlit did.

    python runner.py DIR            # DIR has scenarios/ and traces/
    python runner.py DIR --json     # the same, for programs
    python runner.py DIR NAME ...   # only scenarios whose names begin so
    python runner.py DIR --strict   # only listed steps may differ; a rule alone excuses nothing

Exits with 0 if every step agrees, or differs on purpose and stands in DIVERGENCES.toml: as a step, or under a
rule. An unknown step, a kind we lack, a crash, a missing trace and a listed step that does not differ are
failures. What is compared, and how, says README.md.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import sys
from pathlib import Path

if __name__ == "__main__":  # of this checkout, from wherever it is called
    sys.path[0] = str(Path(__file__).resolve().parents[2])
    sys.dont_write_bytecode = True

from tests.conformance.corpus import BadCorpusError, Differences, Outcome, run_corpus


def report(outcomes: list[Outcome], rules: dict[str, int]) -> str:
    """Return what to tell a person."""
    lines = [line for outcome in outcomes for line in outcome.lines()]
    for outcome in outcomes:
        for step, used in sorted(outcome.explained.items()):
            told = ", ".join(f"{name} (difference {rules[name]})" for name in used)
            lines.append(f"{outcome.name} step {step}: differs on purpose by the rule {told}")
    counts = summary(outcomes)
    lines.append(f"{counts['scenarios']} scenarios: {counts['agree']} agree, "
                 f"{counts['on_purpose']} differ on purpose, {counts['differ']} differ")  # fmt: skip
    return "\n".join(lines)


def summary(outcomes: list[Outcome]) -> dict[str, int]:
    """Count."""
    on_purpose = sum(o.on_purpose for o in outcomes)
    agree = sum(o.agrees for o in outcomes) - on_purpose
    differ = len(outcomes) - agree - on_purpose
    return {"scenarios": len(outcomes), "agree": agree, "on_purpose": on_purpose, "differ": differ}


def main(arguments: list[str]) -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--strict", action="store_true")
    options = parser.parse_args(arguments)
    try:
        allowed = Differences.load()
        outcomes = run_corpus(options.folder, options.names, allowed)
    except BadCorpusError as error:
        print(error, file=sys.stderr)
        return 2
    if options.json:
        told = [{**dataclasses.asdict(o), "agrees": o.agrees} for o in outcomes]
        print(json.dumps({**summary(outcomes), "outcomes": told}, indent=1))
    else:
        print(report(outcomes, allowed.rules))
    return 0 if all(o.agrees and not (options.strict and o.explained) for o in outcomes) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
