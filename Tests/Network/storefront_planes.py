"""The storefront, compiled: BIRD parses every node's fragment, Knot and BIND take every zone's first claim once, and the
kernel takes every node's maps.

Its last line is `N passed, N failed, N skipped`. Every tool runs in namespaces of its own, as a parser, or through the
scripts in Tests/Support that the backends' tests use too.
"""

import json
import shutil
import subprocess
import sys
import traceback
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Support"))
from harness import ROOT, STOREFRONT, Report, build  # noqa: E402

SUPPORT = ROOT / "Tests" / "Support"
#: Seconds for one tool.
LIMIT = 180


def find(name: str) -> str | None:
    """A tool's path; daemons are not on everybody's PATH."""
    return shutil.which(name, path="/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin")


def run(*command: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Runs a tool to its end."""
    return subprocess.run(command, cwd=cwd, text=True, capture_output=True, timeout=LIMIT, check=False)


def check_birds(report: Report, out: Path, work: Path) -> None:
    """Every fragment parses, with passwords where it wants them, behind the main file that the documents show."""
    bird = find("bird")
    for folder in sorted(out.glob("nodes/*/bird")):
        node = folder.parent.name
        if bird is None:
            report.skip(f"bird -p: {node}", "bird is not installed (Debian package `bird2`)")
            continue
        target = work / "bird" / node
        shutil.copytree(folder, target)
        announcements = json.loads((folder / "announcements.json").read_text())
        defines = {session["password"]["define"] for session in announcements["sessions"] if "password" in session}
        (target / "epic-secrets.conf").write_text("".join(f'define {name} = "x";\n' for name in sorted(defines)))
        (target / "bird.conf").write_text(
            'protocol device {}\ninclude "epic.conf";\nrouter id EPIC_ROUTER_ID;\ndefine WHOLE = EPIC_END_epic;\n')
        result = run(bird, "-p", "-c", "bird.conf", cwd=target)
        report.check(
            result.returncode == 0 and not result.stderr and announcements["routes"] != [], f"bird -p: {node}",
            result.stderr)


def check_zones(report: Report, out: Path, work: Path) -> None:
    """Both servers take a claim once, and hold what rrsets.json says."""
    for folder in sorted(out.glob("zones/*")):
        wanted = json.loads((folder / "rrsets.json").read_text())
        for server, program in (("knot", "knotd"), ("bind", "named")):
            claim = f"{server}: first claim of {folder.name}"
            tools = {name: find(name) for name in (program, "nsupdate", "dig")}
            missing = [name for name, path in tools.items() if path is None]
            if missing:
                report.skip(claim, f"{', '.join(missing)} is not installed")
                continue
            target = work / "dns" / f"{server}-{folder.name}"
            target.mkdir(parents=True)
            shutil.copy(folder / "update.nsupdate", target)
            first = wanted["names"][0]
            (target / "claim.json").write_text(json.dumps({
                "server": server, "program": tools[program], "nsupdate": tools["nsupdate"], "dig": tools["dig"],
                "zone": wanted["zone"], "records": ["other A 203.0.113.2"],
                "foreign": f"{first['name']}. A 203.0.113.3"}))
            result = run(sys.executable, str(SUPPORT / "network" / "dns_claim.py"), str(target))
            if not report.check(result.returncode == 0, claim, result.stderr):
                continue
            got = json.loads(result.stdout)
            added = {tuple(line.split()) for line in got["fresh"]["after"]} - {
                tuple(line.split()) for line in got["fresh"]["before"]}
            records = {(line[0].rstrip("."), line[3], line[4]) for line in added if line[3] in ("A", "AAAA")}
            expected = {
                (name["name"], "AAAA" if ":" in address else "A", address)
                for name in wanted["names"] for address in name["addresses"]}
            markers = {line[0].rstrip(".") for line in added if line[3] == "TXT"}
            report.check(records == expected, f"{claim}: its records and no others", records ^ expected)
            report.check(markers == {name["marker"] for name in wanted["names"]}, f"{claim}: its markers", markers)
            statuses = [sent["status"] for sent in got["fresh"]["sent"]]
            report.check(
                statuses == [0, 2] and "YXRRSET" in got["fresh"]["sent"][1]["said"]
                and got["fresh"]["last"] == got["fresh"]["after"], f"{claim}: the second sending is refused", got)
            report.check(
                got["taken"]["after"] == got["taken"]["before"], f"{claim}: a foreign record stays", got["taken"])


def check_maps(report: Report, out: Path) -> None:
    """The kernel gives back the bytes of every image."""
    loader = str(SUPPORT / "kernel" / "load_maps.py")
    may_load = run(sys.executable, loader, "--probe").returncode == 0
    for folder in sorted(out.glob("nodes/*/bpf")):
        claim = f"kernel: maps of {folder.parent.name}"
        if not may_load:
            report.skip(claim, "this process may not create BPF maps")
            continue
        result = run(sys.executable, loader, *sorted(str(path) for path in folder.glob("*.map")))
        report.check(result.returncode == 0 and result.stdout.count("\n") == 4, claim, result.stderr)


def main() -> None:
    """Compiles and checks."""
    work = ROOT / "build" / "tests" / Path(__file__).stem
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    report = Report()
    try:
        build(STOREFRONT, work / "out", "--locked", "--sequence", "7")
        check_birds(report, work / "out", work)
        check_zones(report, work / "out", work)
        check_maps(report, work / "out")
    except Exception:  # the summary has to come whatever goes wrong
        traceback.print_exc(file=sys.stdout)
        report.failed += 1
    print(f"{report.passed} passed, {report.failed} failed, {report.skipped} skipped")
    sys.exit(1 if report.failed else 0)


main()
