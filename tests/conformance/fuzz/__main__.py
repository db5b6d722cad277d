"""Play many random sessions, and tell what differs.

    python -m tests.conformance.fuzz 5000            # sessions; on every core
    python -m tests.conformance.fuzz 100 --seed 7    # the same sessions again

Sessions are played in lots. Each lot has a seed, which is printed if it finds something, together with the
smallest scenario that shows it.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor

from tests.conformance.fuzz.lots import LOT, play_lot


def main(arguments: list[str]) -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("sessions", type=int)
    parser.add_argument("--seed", type=int, default=None, help="number of the first lot")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    options = parser.parse_args(arguments)
    first = int(time.time()) % 1_000_000 if options.seed is None else options.seed
    lots = max(1, -(-options.sessions // LOT))
    sizes = [LOT] * (options.sessions // LOT) + [options.sessions % LOT] * (options.sessions % LOT > 0)
    print(f"{options.sessions} sessions in {lots} lots; the first has the seed {first}", flush=True)
    counts: Counter[str] = Counter()
    bad = 0
    with ProcessPoolExecutor(options.jobs) as pool:
        for counted, found in pool.map(play_lot, range(first, first + lots), sizes):
            counts.update(counted)
            if found:
                bad += 1
                print(found, flush=True)
    told = ", ".join(f"{number} {name}" for name, number in sorted(counts.items()))
    print(f"{told}; {bad} lots found a divergence")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
