"""The SARIF log is read by the tools that others wrote for such logs: every finding with its code, level and place.

Its last line is `N passed, N failed, N skipped`. `EPIC` names the command, by default the one that was built.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import unquote

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Support"))
from harness import EPIC, ROOT, Report  # noqa: E402
from sarif import loader  # noqa: E402

#: Seconds for one check.
LIMIT = 120

GOLDEN = ROOT / "Tests" / "EpicCompilerTests" / "Golden"


def workspace(folder: Path, *cases: str) -> Path:
    """The sound workspace of the golden cases with some of their mistakes, and a file whose name needs an encoding."""
    for source in [GOLDEN / "base", *(GOLDEN / "diagnostics" / case for case in cases)]:
        for path in source.rglob("*"):
            if path.is_file() and path.name not in ("diagnostics.txt", "recipe.txt"):
                target = folder / path.relative_to(source)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(path.read_bytes())
    (folder / "globex" / "späte seiten.epic").write_text("upstraem spare { endpoint 203.0.113.11:8080 }\n")
    return folder


def findings(command: str, folder: Path) -> dict:
    """What `epic check` says of the workspace in one of its formats."""
    done = subprocess.run(
        [str(EPIC), "check", "--format", command, str(folder)], capture_output=True, timeout=LIMIT, check=False
    )
    return json.loads(done.stdout)


def check_log(report: Report, folder: Path) -> None:
    """The log of a workspace with mistakes in several files."""
    document = findings("sarif", workspace(folder, "double-equals", "let-with-a-colon"))
    expected = findings("json", folder)["findings"]
    report.check(len(expected) >= 2, "the workspace has findings", expected)
    path = folder / "log.sarif"
    path.write_text(json.dumps(document))
    log = loader.load_sarif_file(str(path))
    records = log.get_records()
    report.check(log.get_distinct_tool_names() == ["epic"], "the tool's name is read")
    report.check(len(records) == len(expected), "every finding is a record", records)
    codes = sorted(record["Code"] for record in records)
    report.check(codes == sorted(finding["code"] for finding in expected), "with its code", codes)
    report.check({record["Severity"] for record in records} == {"error"}, "and its level", records)
    places = {(unquote(record["Location"]), record["Line"]) for record in records}
    report.check(("globex/späte seiten.epic", 1) in places, "and its place, whatever the file's name", places)
    report.check(all((folder / place).is_file() for place, _ in places), "every place is a file", places)
    for run in document["runs"]:
        for result in run["results"]:
            index = result["ruleIndex"]
            same = run["tool"]["driver"]["rules"][index]["id"] == result["ruleId"]
            report.check(same, f"the rule of {result['ruleId']} is where its index says")


def check_clean(report: Report, folder: Path) -> None:
    """The log of a workspace without a finding."""
    workspace(folder)
    (folder / "globex" / "späte seiten.epic").unlink()
    path = folder / "log.sarif"
    path.write_text(json.dumps(findings("sarif", folder)))
    log = loader.load_sarif_file(str(path))
    report.check(log.get_records() == [], "a workspace without findings has a log without records")


def main() -> None:
    """Runs all checks."""
    report = Report()
    for check in [check_log, check_clean]:
        with tempfile.TemporaryDirectory() as folder:
            check(report, Path(folder))
    print(f"{report.passed} passed, {report.failed} failed, {report.skipped} skipped")
    sys.exit(1 if report.failed else 0)


if __name__ == "__main__":
    main()
