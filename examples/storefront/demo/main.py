"""Serves the storefront's node on this machine and shows where each request goes. Runs inside namespaces of its own.

    main.py --epic PROGRAM --envoy PROGRAM --out ARTIFACTS --work FOLDER [--node NAME]

Ends with 0 if every row of `expected.tsv` was answered as it says.
"""

import argparse
import fnmatch
import ipaddress
import json
import shutil
import subprocess
import sys
import time
from pathlib import Path

from kit import backends, network, processes, table, world
from kit.admin import Admin
from kit.artifacts import NodeArtifacts
from kit.client import send
from kit.keys import Authority, TokenIssuer

HERE = Path(__file__).resolve().parent

#: Envoy's workers hear of changed health after at most this time (`update_merge_window`), in seconds.
MERGE_WINDOW = 1.1


class Backends:
    """The echo backends' process."""

    def __init__(self, specification: list[dict[str, object]], folder: Path) -> None:
        self.addresses = {str(entry["name"]): str(entry["address"]) for entry in specification}
        path = folder / "backends.json"
        path.write_text(json.dumps(specification))
        command = [sys.executable, backends.__file__, str(path)]
        self.process = processes.start(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.expect("ready")

    def expect(self, word: str) -> None:
        """Waits for the process to say this word."""
        assert self.process.stdout is not None
        if (said := self.process.stdout.readline().strip()) != word:
            raise RuntimeError(f"the backends said {said!r} instead of {word!r}")

    def tell(self, verb: str, pattern: str) -> None:
        """Stops or starts the backends whose name fits."""
        assert self.process.stdin is not None
        self.process.stdin.write(f"{verb} {pattern}\n")
        self.process.stdin.flush()
        self.expect("done")

    def fitting(self, patterns: tuple[str, ...]) -> set[str]:
        """Addresses of the backends that one of the patterns fits."""
        return {
            address
            for name, address in self.addresses.items()
            if any(fnmatch.fnmatchcase(name, pattern) for pattern in patterns)
        }


class Demo:
    """One run."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        self.work: Path = options.work.resolve()
        self.artifacts = NodeArtifacts(options.out, options.node)
        self.rows = table.read(HERE / "expected.tsv")
        self.authority_file = self.work / "authority.crt"
        self.issuer = TokenIssuer("https://id.acme.example")
        self.builder = table.Builder(self.issuer, TokenIssuer(self.issuer.issuer))
        self.backends: Backends | None = None

    def prepare(self) -> None:
        """Network, keys, backends."""
        pods = world.read_pods(HERE / "pods.tsv")
        addresses = self.artifacts.addresses() | set(world.NODES[self.options.node])
        addresses |= {pod.address for pod in pods} | {machine[1] for machine in world.MACHINES}
        addresses |= {row.source for row in self.rows}
        network.bring_up(addresses)
        network.resolve(world.NAMES, self.work)
        authority = Authority("EPIC demo")
        authority.write_certificate(self.authority_file)
        self.artifacts.write_secrets(self.work / "secrets", authority)
        self.artifacts.write_endpoints(self.work / "endpoints.json", pods)
        specification = world.backends(pods, self.work / "machines", authority, self.issuer)
        self.backends = Backends(specification, self.work)

    def apply(self) -> list[int]:
        """Applies the node; the ids of its Envoys."""
        command = [str(self.options.epic.resolve()), "apply", str(self.options.out), "--node", self.options.node]
        command += ["--endpoints", str(self.work / "endpoints.json"), "--secrets", str(self.work / "secrets")]
        command += ["--state", str(self.work / "state"), "--envoy", str(self.options.envoy.resolve())]
        subprocess.run(command, check=True, timeout=120)
        return processes.named("envoy")

    def run(self, row: table.Row) -> table.Outcome:
        """Sends what a row says to the ingress of its host, in the source's IP version, and judges the answers."""
        requests = self.builder.requests(row)
        version = ipaddress.ip_address(row.source).version
        destination = self.artifacts.destination(requests[0].host, version)
        if ipaddress.ip_address(destination).version != version:
            raise LookupError(f"{requests[0].host} has no IPv{version} address")
        return table.judge(row, list(send(requests, destination, self.authority_file)))

    def settle(self, admins: list[Admin], before: tuple[str, ...], now: tuple[str, ...]) -> None:
        """Stops and starts backends, and waits until the health checks have seen it."""
        assert self.backends is not None
        for pattern in before:
            self.backends.tell("start", pattern)
        for pattern in now:
            self.backends.tell("stop", pattern)
        for admin in admins:
            admin.wait_until_failing(self.backends.fitting(now))
        if before or now:
            time.sleep(MERGE_WINDOW)

    def serve(self) -> int:
        """The whole demo; the number of rows that do not match."""
        start = time.monotonic()
        self.prepare()
        prepared = time.monotonic()
        envoys = self.apply()
        applied = time.monotonic()
        admins = [Admin(pid) for pid in envoys]
        mismatches = 0
        down: tuple[str, ...] = ()
        self.settle(admins, (), ())
        print_heading()
        for row in self.rows:
            if row.down != down:
                self.settle(admins, down, row.down)
                down = row.down
            outcome = self.run(row)
            mismatches += not outcome.matches
            print_row(row, outcome)
        done = time.monotonic()
        watches = [processes.watches(pid) for pid in envoys]
        files, instances = sum(files for _, files in watches), sum(instances for instances, _ in watches)
        print(f"\nwatched files: {files}, by {instances} inotify instances; Envoys: {len(envoys)}")
        times = (("prepared", prepared - start), ("applied", applied - prepared), ("asked", done - applied))
        print(", ".join(f"{step} in {seconds:.1f} s" for step, seconds in times))
        print(f"{len(self.rows) - mismatches} of {len(self.rows)} rows match")
        return mismatches


WIDTHS = (9, 62, 22, 22, 16, 24, 0)


def print_line(mark: str, *columns: str) -> None:
    """One line of the table."""
    print(mark, "  ".join(text.ljust(width) for text, width in zip(columns, WIDTHS, strict=True)).rstrip(), flush=True)


def print_heading() -> None:
    """The table's head."""
    print_line("  ", "kind", "request", "from", "route", "upstream", "endpoint", "expected / got")


def print_row(row: table.Row, outcome: table.Outcome) -> None:
    """One row; what was got stands below what was expected, so that the eye can compare them."""
    mark = "ok" if outcome.matches else "NO"
    print_line(mark, row.kind, row.request, row.source, row.route, row.upstream, outcome.endpoint, row.expected)
    print_line("  ", "", " ".join(row.options), "", "", "", "", outcome.got)


def main() -> int:
    """Runs the demo and stops everything that it started."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--epic", type=Path, required=True)
    parser.add_argument("--envoy", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--node", default="fra-1")
    options = parser.parse_args()
    shutil.rmtree(options.work, ignore_errors=True)
    options.work.mkdir(parents=True, mode=0o700)
    processes.adopt_orphans()
    try:
        return 1 if Demo(options).serve() else 0
    finally:
        processes.stop_all()


if __name__ == "__main__":
    sys.exit(main())
