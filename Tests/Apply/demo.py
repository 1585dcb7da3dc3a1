"""The demo serves what the table says, notices swapped upstreams, and leaves no process behind.

    demo.py        its last line is `N passed, N failed, N skipped`
"""

import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests" / "Support"))

from harness import EPIC, STOREFRONT, Report  # noqa: E402

#: Seconds that one run may take before it is given up.
LIMIT = 300

#: What a row can show, and of which there are three or more.
KINDS = ("location", "content", "user", "split", "redirect", "refused", "failover")


def demo(**environment: str) -> subprocess.CompletedProcess[str]:
    """Runs `make demo` with the program that was built for the tests."""
    return subprocess.run(
        ["make", "-s", "demo"],
        cwd=ROOT,
        env={**os.environ, "EPIC": str(EPIC), **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=LIMIT,
        check=False,
    )


def rows(output: str) -> tuple[int, int]:
    """How many rows matched, and of how many."""
    found = re.search(r"^(\d+) of (\d+) rows match$", output, re.MULTILINE)
    return (int(found[1]), int(found[2])) if found else (0, 0)


def left_behind() -> list[str]:
    """Processes whose command line names the demo's folder."""
    folder = str(ROOT / "build" / "demo").encode()
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and int(entry.name) != os.getpid():
            try:
                line = (entry / "cmdline").read_bytes()
            except OSError:
                continue
            if folder in line or b"build/demo" in line:
                found.append(line.replace(b"\0", b" ").decode(errors="replace"))
    return found


def run(report: Report) -> None:
    """Every check."""
    lines = (STOREFRONT / "demo" / "expected.tsv").read_text().splitlines()
    table = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    kinds = Counter(row[0] for row in table)
    report.check(all(kinds[kind] >= 3 for kind in KINDS), "three rows or more of each kind", dict(kinds))
    requests = sum(int(draws[1]) if (draws := re.search(r"draws:(\d+)", row[3])) else 1 for row in table)
    report.check(requests >= 30, "30 requests or more", requests)
    families = Counter(":" in row[2] for row in table)
    report.check(min(families[True], families[False]) >= 10, "both families", dict(families))

    done = demo()
    print(done.stdout)
    matching, total = rows(done.stdout)
    report.check(done.returncode == 0, "the demo ends with 0", done.returncode)
    report.check(matching == total == len(table), "every row of the table matches", (matching, total, len(table)))
    report.check("watched files: " in done.stdout, "the watched files are counted")
    report.check(not left_behind(), "nothing is left running", left_behind())

    broken = demo(BREAK="1")
    matching, total = rows(broken.stdout)
    report.check(broken.returncode != 0, "with two upstreams swapped it ends otherwise", broken.returncode)
    report.check(0 < matching < total == len(table), "and the table says which rows", (matching, total))
    report.check(not left_behind(), "nothing is left running then", left_behind())


if __name__ == "__main__":
    result = Report()
    run(result)
    print(f"{result.passed} passed, {result.failed} failed, {result.skipped} skipped")
    sys.exit(1 if result.failed else 0)
