"""Load by `wrk` that runs beside what is tested, and what came of it."""

import re
import signal
import subprocess
from pathlib import Path

import harness
from kit import processes

SCRIPT = Path(__file__).with_name("count.lua")

#: Seconds after which a load ends by itself.
LIMIT = 900

#: What must not happen to a request; `status` is any answer but a 2xx.
ERRORS = ("connect", "read", "write", "status", "timeout")


class Load:
    """One `wrk`, on four connections."""

    def __init__(self, output: Path, name: str, url: str, paths: list[str], *headers: str) -> None:
        self.name = name
        self.output = output
        command = ["wrk", "-t1", "-c4", f"-d{LIMIT}s", "--timeout", "30s", "-s", str(SCRIPT)]
        for header in headers:
            command += ["-H", header]
        with self.output.open("w") as file:
            self.process = processes.start([*command, url, "--", *paths], stdout=file, stderr=subprocess.STDOUT)

    def finish(self, report: harness.Report, about: str = "") -> tuple[int, dict[str, int]]:
        """Ends the load and checks that nothing went wrong; its requests, and its answers by who gave them."""
        self.process.send_signal(signal.SIGINT)
        self.process.wait(60)
        text = self.output.read_text()
        errors = {kind: int(count) for kind, count in re.findall(r"^error (\S+) (\d+)$", text, re.M)}
        answers = {name: int(count) for name, count in re.findall(r"^answer (\S+) (\d+)$", text, re.M)}
        name = f"{about}{self.name}"
        print(f"{name}: {sum(answers.values())} requests", answers, flush=True)
        report.check(errors.get("requests", 0) > 0, f"{name}: there was load", self.output)
        for kind in ERRORS:
            report.check(errors.get(kind) == 0, f"{name}: no {kind} error", errors)
        refused = [answer for answer in answers if answer.startswith("status-")]
        report.check(not refused, f"{name}: all from backends", answers)
        return errors.get("requests", 0), answers


def both(work: Path, url: str, paths: list[str], label: str = "") -> list[Load]:
    """Two loads: on connections that are kept alive, and with a new connection for each request."""
    return [
        Load(work / f"wrk-{label}kept-alive.log", "kept-alive", url, paths),
        Load(work / f"wrk-{label}new.log", "new", url, paths, "Connection: close"),
    ]
