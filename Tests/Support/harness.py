"""What the scripts under Tests share: namespaces of their own, builds of the storefront, and a countable end.

A script calls `main(run)`. It is started again inside an unprivileged user, network and mount namespace, gets a work
folder of its own, and everything that it started is stopped at its end. Its last line is `N passed, N failed, N
skipped`.
"""

import os
import shutil
import socket
import subprocess
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
STOREFRONT = ROOT / "examples" / "storefront"
EPIC = Path(os.environ.get("EPIC", ROOT / ".build" / "debug" / "epic"))
ENVOY = ROOT / "build" / "tools" / "bin" / "envoy"

#: Set for the process inside the namespaces.
INSIDE = "EPIC_TEST_INSIDE"

#: Seconds that one build of the storefront may take.
BUILD_LIMIT = 120

sys.path.insert(0, str(STOREFRONT / "demo"))


class Report:
    """Counts what was checked."""

    def __init__(self) -> None:
        self.passed = 0
        self.failed = 0
        self.skipped = 0

    def check(self, holds: bool, claim: str, detail: object = "") -> bool:
        """One check; the detail is shown if it does not hold."""
        if holds:
            self.passed += 1
            print(f"ok   {claim}", flush=True)
        else:
            self.failed += 1
            print(f"FAIL {claim}" + (f": {detail}" if detail != "" else ""), flush=True)
        return holds

    def skip(self, claim: str, reason: str) -> None:
        """One check that cannot be made on this machine."""
        self.skipped += 1
        print(f"skip {claim}: {reason}", flush=True)


def build(workspace: Path, out: Path, *options: str) -> None:
    """Compiles a workspace."""
    subprocess.run([str(EPIC), "build", *options, "-o", str(out), str(workspace)], check=True, timeout=BUILD_LIMIT)


def copy_storefront(target: Path, changes: dict[str, list[tuple[str, str]]] | None = None) -> Path:
    """Copies the storefront and replaces text in its files; every text must occur."""
    shutil.copytree(STOREFRONT, target, ignore=shutil.ignore_patterns("demo"))
    for name, replacements in (changes or {}).items():
        path = target / name
        text = path.read_text()
        for old, new in replacements:
            if old not in text:
                raise LookupError(f"{name} does not hold {old!r}")
            text = text.replace(old, new)
        path.write_text(text)
    return target


def cluster(statistic: str) -> str:
    """What the statistics of a cluster begin with, with the cluster's own name in place of the owner's: that of
    `cluster.acme~acme.web/cart[alpha]~1` is `cluster.acme.web_cart.alpha~1`."""
    root, _, token = statistic.partition(".")
    parts = token.split("~")
    if root != "cluster" or len(parts) != 3:
        return statistic
    name = parts[1].replace("/", "_", 1).replace("[", ".").replace("]", "")
    return f"cluster.{name if '/' in parts[1] else '_' + name}~{parts[2]}"


def main(run: Callable[[Report, Path], None]) -> None:
    """Runs a script's checks in namespaces of their own and ends the process."""
    name = Path(sys.argv[0]).stem
    if os.environ.get(INSIDE) != "1":
        python = ROOT / "build" / "tools" / "venv" / "bin" / "python"
        os.environ[INSIDE] = "1"
        command = ["unshare", "--user", "--map-root-user", "--net", "--mount", str(python), *sys.argv]
        os.execvp(command[0], command)
    from kit import processes

    os.umask(0o077)  # the applier takes secrets only from a folder that is closed to others
    work = ROOT / "build" / "tests" / name
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True, mode=0o700)
    processes.adopt_orphans()
    report = Report()
    try:
        run(report, work)
    except Exception:  # the summary has to come whatever goes wrong
        traceback.print_exc(file=sys.stdout)
        report.failed += 1
    finally:
        processes.stop_all()
    print(f"{report.passed} passed, {report.failed} failed, {report.skipped} skipped", flush=True)
    # Not `sys.exit`: servers' threads may be within a handshake while OpenSSL cleans up at exit, which crashes.
    sys.stderr.flush()
    os._exit(1 if report.failed else 0)


def serve_datagrams(address: tuple[str, int], name: str) -> None:
    """A backend that answers every datagram with its name and what it heard."""
    server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    server.bind(address)

    def answer() -> None:
        while True:
            data, client = server.recvfrom(4096)
            server.sendto(name.encode() + b" " + data, client)

    threading.Thread(target=answer, daemon=True).start()
