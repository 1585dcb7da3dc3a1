"""Serves the storefront's node on this machine and shows where each request goes. Runs inside namespaces of its own.

    main.py --epic PROGRAM --envoy PROGRAM --out ARTIFACTS --work FOLDER [--node NAME]

Ends with 0 if every row of `expected.tsv` was answered as it says.
"""

import argparse
import os
import shutil
import sys
import time
from pathlib import Path

from kit import processes, table
from kit.edge import HERE, Edge
from kit.keys import TokenIssuer

WIDTHS = (9, 62, 22, 22, 16, 24, 0)


def print_line(mark: str, *columns: str) -> None:
    """One line of the table."""
    print(mark, "  ".join(text.ljust(width) for text, width in zip(columns, WIDTHS, strict=True)).rstrip(), flush=True)


def print_row(row: table.Row, outcome: table.Outcome) -> None:
    """One row; what was got stands below what was expected, so that the eye can compare them."""
    mark = "ok" if outcome.matches else "NO"
    print_line(mark, row.kind, row.request, row.source, row.route, row.upstream, outcome.endpoint, row.expected)
    print_line("  ", "", " ".join(row.options), "", "", "", "", outcome.got)


def ask(edge: Edge, rows: list[table.Row]) -> int:
    """Sends every row's requests and prints the table; the number of rows that do not match."""
    builder = table.Builder(edge.issuer, TokenIssuer(edge.issuer.issuer))
    mismatches = 0
    down: tuple[str, ...] = ()
    edge.settle((), ())
    print_line("  ", "kind", "request", "from", "route", "upstream", "endpoint", "expected / got")
    for row in rows:
        if row.down != down:
            edge.settle(down, row.down)
            down = row.down
        outcome = table.judge(row, edge.send(builder.requests(row)))
        mismatches += not outcome.matches
        print_row(row, outcome)
    return mismatches


def serve(edge: Edge) -> int:
    """The whole demo; the number of rows that do not match."""
    rows = table.read(HERE / "expected.tsv")
    start = time.monotonic()
    edge.prepare({row.source for row in rows})
    prepared = time.monotonic()
    edge.apply()
    applied = time.monotonic()
    mismatches = ask(edge, rows)
    done = time.monotonic()
    watches = [processes.watches(admin.pid) for admin in edge.admins()]
    files, instances = sum(files for _, files in watches), sum(instances for instances, _ in watches)
    print(f"\nwatched files: {files}, by {instances} inotify instances; Envoys: {len(watches)}")
    times = (("prepared", prepared - start), ("applied", applied - prepared), ("asked", done - applied))
    print(", ".join(f"{step} in {seconds:.1f} s" for step, seconds in times))
    print(f"{len(rows) - mismatches} of {len(rows)} rows match")
    return mismatches


def main() -> int:
    """Runs the demo and stops everything that it started."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--epic", type=Path, required=True)
    parser.add_argument("--envoy", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--node", default="fra-1")
    options = parser.parse_args()
    os.umask(0o077)  # the applier takes secrets only from a folder that is closed to others
    shutil.rmtree(options.work, ignore_errors=True)
    options.work.mkdir(parents=True, mode=0o700)
    processes.adopt_orphans()
    try:
        return 1 if serve(Edge(options.epic, options.envoy, options.out, options.work, options.node)) else 0
    finally:
        processes.stop_all()


if __name__ == "__main__":
    sys.exit(main())
