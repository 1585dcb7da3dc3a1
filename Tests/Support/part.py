"""Runs one part of the tests and ends with the line `N passed, N failed, N skipped`.

    python3 Tests/Support/part.py NAME [--filter REGEX] [--skip REGEX] [--script FILE]... [--more SECONDS]

The Swift tests of the part are those that `swift test --filter --skip` selects from the build, which must be
up to date. A script is a program whose last line has the same form. What is skipped is printed by name, and with
EPIC_NO_SKIP=1 a skipped test fails the part, but for those of MAY_SKIP.
"""

import argparse
import os
import re
import signal
import subprocess
import sys
import threading
import time
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SUMMARY = re.compile(r"^(\d+) passed, (\d+) failed, (\d+) skipped$")

#: Checks of scripts, by what they say on their line `skip CLAIM: REASON`, whose tool is in no package that could be
#: installed everywhere.
MAY_SKIP = {"the tree-sitter command takes the whole corpus"}

#: Seconds after which a part's Swift tests or one script are given up; `--more` adds to them.
LIMIT = 1500


@dataclass
class Counts:
    """Results, and the names behind those that need a reader's attention."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0
    excused: int = 0
    notes: list[str] = field(default_factory=list)

    def add(self, other: "Counts") -> None:
        """Adds another run's results."""
        self.passed += other.passed
        self.failed += other.failed
        self.skipped += other.skipped
        self.excused += other.excused
        self.notes += other.notes

    def __str__(self) -> str:
        return f"{self.passed} passed, {self.failed} failed, {self.skipped} skipped"


def swift_tests(part: str, selection: list[str], limit: int) -> Counts:
    """Runs the selected Swift tests and reads their results from the XML report."""
    folder = ROOT / "build" / "tests"
    folder.mkdir(parents=True, exist_ok=True)
    report = folder / f"{part}.xml"
    report.unlink(missing_ok=True)
    command = ["swift", "test", "--skip-build", "--disable-xctest", "--xunit-output"]
    command += [str(report), *selection]
    status = run(command, limit)
    counts = Counts()
    if report.exists():
        for case in ElementTree.parse(report).getroot().iter("testcase"):
            name = f"{case.get('classname')}/{case.get('name')}"
            failure, skip = case.find("failure"), case.find("skipped")
            if failure is not None:
                counts.failed += 1
                counts.notes.append(f"failed: {name}: {failure.get('message')}")
            elif skip is not None:
                counts.skipped += 1
                counts.notes.append(f"skipped: {name}: {skip.text or ''}")
            else:
                counts.passed += 1
    if status != 0 and counts.failed == 0:
        counts.failed += 1
        counts.notes.append(f"failed: `{' '.join(command)}` ended with {status}")
    return counts


def script(path: str, limit: int) -> Counts:
    """Runs a script; its last line tells its results."""
    last: list[str] = []
    status = run(path.split(), limit, last)
    found = SUMMARY.match(last[-1]) if last else None
    passed, failed, skipped = (int(number) for number in found.groups()) if found else (0, 0, 0)
    skips = [line.removeprefix("skip ").split(":")[0] for line in last if line.startswith("skip ")]
    counts = Counts(passed, failed, skipped, sum(claim in MAY_SKIP for claim in skips))
    if counts.failed or (status == 0 and found):
        if counts.failed or counts.skipped:
            counts.notes.append(f"{path}: {counts}")
        return counts
    counts.failed += 1
    counts.notes.append(f"failed: {path} ended with {status}" + ("" if found else " and without a summary"))
    return counts


def run(command: list[str], limit: int, lines: list[str] | None = None) -> int:
    """Runs a command in the repository's root, passing its output through; keeps the non-empty lines in `lines`.

    What takes longer than the limit is ended with all that it started, whether it prints or not.
    """
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True
    ) as process:
        assert process.stdout is not None

        def end() -> None:
            print(f"`{' '.join(command)}` is ended after {limit} s", flush=True)
            os.killpg(process.pid, signal.SIGKILL)

        timer = threading.Timer(limit, end)
        timer.start()
        try:
            for line in process.stdout:
                print(line, end="", flush=True)
                if lines is not None and line.strip():
                    lines.append(line.strip())
            return process.wait()
        finally:
            timer.cancel()


def main() -> int:
    """Runs the part that the arguments describe."""
    parser = argparse.ArgumentParser()
    parser.add_argument("part")
    parser.add_argument("--filter")
    parser.add_argument("--skip")
    parser.add_argument("--no-swift", action="store_true")
    parser.add_argument("--script", action="append", default=[])
    parser.add_argument("--more", type=int, default=0)
    options = parser.parse_args()
    limit = LIMIT + options.more
    started = time.monotonic()
    counts = Counts()
    if not options.no_swift:
        selection: list[str] = []
        for name in ("filter", "skip"):
            if value := getattr(options, name):
                selection += [f"--{name}", value]
        counts.add(swift_tests(options.part, selection, limit))
    for path in options.script:
        counts.add(script(path, limit))
    if counts.skipped > counts.excused and os.environ.get("EPIC_NO_SKIP") == "1":
        counts.failed += counts.skipped - counts.excused
        counts.notes.append("failed: nothing may be skipped here")
    for note in counts.notes:
        print(note)
    print(f"{options.part}: {time.monotonic() - started:.0f} s")
    print(counts)
    return 1 if counts.failed or counts.passed == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
