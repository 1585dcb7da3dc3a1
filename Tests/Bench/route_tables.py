"""Measures what a long table of routes costs the real Envoy, as a list and as a tree: requests to the last route.

    build/tools/venv/bin/python Tests/Bench/route_tables.py [SECONDS]     writes build/bench-routes.json, too

Each form is served by one Envoy with one worker, and wrk asks for the last of so many routes over kept connections. CPU is what
the Envoy's process takes for a request, which what else runs on the machine changes less than it does the rate.
"""

import json
import os
import re
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Support"))
import exchange  # noqa: E402
import harness  # noqa: E402
from exchange import Edge  # noqa: E402

#: Routes of a table, `otherwise` not counted.
SIZES = [16, 64, 1_000, 10_000]
SECONDS = 3
#: Copies of the route that refuses dots with parameters (docs/language/paths.md), to see what one costs.
GUARDS = 1_000
#: Most of a request's CPU that one may cost.
MOST_GUARD = 0.02
#: The least that a tree gains at the last of the most routes.
LEAST_GAIN = 3

COMMON = """\
edition 2026
workspace measured
"""
EDGE = """\
engine stable { envoy 1.40 }
site here { at 50.0, 8.0 country DE; node here-1 { address 192.0.2.11 } }
pool four { range 10.200.0.0/24; sites all }

ingress edge {
  host    measured.example
  listen  http 80
  address one from four
  engine  stable
  sites   all
  routes  edge
}

routes edge {
"""


@dataclass
class Figures:
    """What one form of one table costs."""

    rate: float
    cpu: float
    memory: float
    size: int


def workspace(folder: Path, routes: int) -> Path:
    """A table of so many subtrees, each answered by the edge itself."""
    (folder / "edge").mkdir(parents=True)
    (folder / "workspace.epic").write_text(COMMON)
    arms = "".join(f"  r{number}: when path /service-{number}/** -> respond 200\n" for number in range(routes))
    (folder / "edge" / "edge.epic").write_text(EDGE + arms + "  otherwise -> respond 404\n}\n")
    return folder


def cpu_seconds(process: int) -> float:
    """CPU of a process so far (proc(5))."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory(process: int) -> float:
    """Resident memory of a process, in MB."""
    found = re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{process}/status").read_text())
    return int(found[1]) / 1024 if found else 0


def repeated(guards: int, form: Any) -> Any:
    """The same form with so many of the guard's routes in place of each."""
    if isinstance(form, dict):
        return {name: repeated(guards, value) for name, value in form.items()}
    if not isinstance(form, list):
        return form
    found = []
    for value in form:
        is_guard = isinstance(value, dict) and value.get("name") == "dot-parameters"
        found += [value] * guards if is_guard else [repeated(guards, value)]
    return found


def measure(out: Path, folder: Path, routes: int, seconds: int, guards: int = 1, item: str = "item") -> Figures:
    """Serves the artifacts and asks for the last route."""
    addresses = exchange.merged([exchange.instance(out)], folder)
    if guards != 1:
        form = folder / "static.json"
        form.write_text(json.dumps(repeated(guards, json.loads(form.read_text()))))
    edge = Edge(folder, "static.json", workers=1)
    try:
        if problem := edge.await_listeners(addresses):
            raise RuntimeError(problem)
        (address,) = addresses.values()
        command = [
            "wrk", "-t1", "-c8", f"-d{seconds}s", "-H", "Host: measured.example",
            f"http://{address}/service-{routes - 1}/{item}?q=1",
        ]
        # Once to warm it up.
        subprocess.run([*command[:3], "-d1s", *command[4:]], check=True, capture_output=True)
        before, started = cpu_seconds(edge.process.pid), time.monotonic()
        said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        spent, elapsed = cpu_seconds(edge.process.pid) - before, time.monotonic() - started
        if "Non-2xx" in said:
            raise RuntimeError(said)
        count = int(re.search(r"(\d+) requests in", said)[1])
        return Figures(count / elapsed, spent / count, memory(edge.process.pid), (folder / "static.json").stat().st_size)
    finally:
        edge.stop()


def measure_guard(report: harness.Report, work: Path, seconds: int) -> None:
    """What the route that refuses dots with parameters costs: in front of the fewest routes, and a thousand times over."""
    routes, out = SIZES[0], work / f"{SIZES[0]}" / "list"
    for what, item in (("a path without `;`", "item"), ("a path with `;`", "item;v=1")):
        few, many = (measure(out, work / f"guards-{guards}", routes, seconds, guards, item) for guards in (1, GUARDS + 1))
        cost = (many.cpu - few.cpu) / GUARDS
        print(
            f"{cost * 1e9:8.0f} ns CPU for {what}, {(many.memory - few.memory) * 1024 / GUARDS:.1f} KB: the guard of dots with"
            f" parameters, of {few.cpu * 1e6:.1f} us for the request",
            flush=True,
        )
        report.check(cost <= MOST_GUARD * few.cpu, f"{what}: the guard costs at most {MOST_GUARD:.0%} of a request")


def run(report: harness.Report, work: Path) -> None:
    """Measures all sizes and forms."""
    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else SECONDS
    exchange.bring_up()
    rows = []
    gain = 0.0
    for routes in SIZES:
        source = workspace(work / f"{routes}" / "workspace", routes)
        found: dict[str, Figures] = {}
        for form in ("list", "tree"):
            out = work / f"{routes}" / form
            harness.build(source, out, "--route-form", form if form == "list" or routes < 64 else "auto")
            found[form] = measure(out, work / f"{routes}" / f"run-{form}", routes, seconds)
        for form, figures in found.items():
            rows.append({"routes": routes, "form": form, **vars(figures)})
            print(
                f"{figures.rate:8.0f} requests/s  {figures.cpu * 1e6:7.1f} us CPU each  {figures.memory:6.0f} MB"
                f"  {figures.size / 1e6:5.1f} MB of JSON  the last of {routes} routes, {form}",
                flush=True,
            )
        gain = found["list"].cpu / found["tree"].cpu
        print(
            f"{found['tree'].rate / found['list'].rate:8.2f} times the rate, {gain:.2f} times less CPU: a tree of {routes} routes",
            flush=True,
        )
    measure_guard(report, work, seconds)
    report.check(gain >= LEAST_GAIN, f"at the last of {SIZES[-1]} routes a tree takes {gain:.1f} times less CPU than a list")
    (harness.ROOT / "build" / "bench-routes.json").write_text(json.dumps(rows, indent=1) + "\n")


if __name__ == "__main__":
    harness.main(run)
