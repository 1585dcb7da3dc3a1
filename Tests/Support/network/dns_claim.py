"""Sends a first claim to a real name server and prints what became of it.

    dns_claim.py FOLDER       FOLDER holds `claim.json` and the claim as `update.nsupdate`

`claim.json`: {"server": "knot" | "bind", "program": PATH, "nsupdate": PATH, "dig": PATH, "zone": NAME,
               "records": [TEXT...], "foreign": TEXT}
`records` stand in the zone from the start. The claim is sent twice; then a server with the record `foreign` on top gets
it. The `server` line of the claim is pointed at the server under test, and nothing else in it is changed.

Prints one JSON object: for `fresh` and `taken`, `before` and `after` (the zone's records but for SOA, by signed zone
transfer), `sent` (for each sending the exit status and what nsupdate said), and `unsigned` (a claim without its key).
The server runs in a network namespace of its own and is stopped at the end; every wait is bounded.
"""

import ctypes
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

#: Seconds for the server's start and for each exchange.
LIMIT = 20
PORT = 5300
INSIDE = "EPIC_CLAIM_INSIDE"
KEY_NAME = "epic-test"
#: Thrown away with the namespace.
KEY = "c3VmZmljaWVudGx5LWxvbmctdGhyb3ctYXdheS1rZXkh"


def die_with_parent() -> None:
    """Lets the kernel end this child when the script ends, however it ends."""
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)


def zone_file(zone: str, records: list[str]) -> str:
    """A zone with the least that it needs, and the given records."""
    return "\n".join([
        f"$ORIGIN {zone}.", "$TTL 300", f"@ SOA ns.{zone}. hostmaster.{zone}. 1 3600 600 86400 60",
        f"@ NS ns.{zone}.", "ns A 127.0.0.1", *records]) + "\n"


def knot(folder: Path, zone: str) -> tuple[str, list[str]]:
    """Configuration and arguments of knotd."""
    return (
        f"server:\n  rundir: {folder}\n  listen: 127.0.0.1@{PORT}\n"
        f"database:\n  storage: {folder}\n"
        f"log:\n  - target: stderr\n    any: info\n"
        f"key:\n  - id: {KEY_NAME}\n    algorithm: hmac-sha256\n    secret: {KEY}\n"
        f"acl:\n  - id: edge\n    key: {KEY_NAME}\n    action: [update, transfer]\n"
        f"zone:\n  - domain: {zone}\n    storage: {folder}\n    file: zone\n    acl: edge\n"
        f"    zonefile-load: whole\n    journal-content: changes\n    zonefile-sync: -1\n",
        ["-c", str(folder / "conf")])


def bind(folder: Path, zone: str) -> tuple[str, list[str]]:
    """Configuration and arguments of named."""
    return (
        f'options {{ directory "{folder}"; listen-on port {PORT} {{ 127.0.0.1; }}; listen-on-v6 {{ none; }}; '
        f'pid-file none; session-keyfile none; recursion no; dnssec-validation no; notify no; '
        f'allow-transfer {{ key {KEY_NAME}; }}; }};\ncontrols {{ }};\n'
        f'key {KEY_NAME} {{ algorithm hmac-sha256; secret "{KEY}"; }};\n'
        f'zone "{zone}" {{ type primary; file "zone"; allow-update {{ key {KEY_NAME}; }}; }};\n',
        ["-g", "-4", "-n", "1", "-c", str(folder / "conf")])


class Server:
    """A name server with one zone."""

    def __init__(self, case: dict, folder: Path, records: list[str]) -> None:
        self.case, self.folder = case, folder
        folder.mkdir()
        (folder / "zone").write_text(zone_file(case["zone"], records))
        (folder / "key").write_text(f'key {KEY_NAME} {{ algorithm hmac-sha256; secret "{KEY}"; }};\n')
        text, arguments = (knot if case["server"] == "knot" else bind)(folder, case["zone"])
        (folder / "conf").write_text(text)
        with (folder / "log").open("w") as log:
            self.process = subprocess.Popen(
                [case["program"], *arguments], stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                preexec_fn=die_with_parent)
        deadline = time.monotonic() + LIMIT
        while not self.transfer():
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError("the name server did not start: " + (folder / "log").read_text())
            time.sleep(0.1)

    def transfer(self) -> list[str]:
        """The zone's records, sorted, without SOA; empty while the server does not answer."""
        result = subprocess.run(
            [self.case["dig"], "@127.0.0.1", "-p", str(PORT), "-k", str(self.folder / "key"), self.case["zone"], "AXFR",
             "+noall", "+answer", "+onesoa", "+time=2", "+tries=1"],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, timeout=LIMIT,
            check=False)
        lines = [" ".join(line.split()) for line in result.stdout.splitlines() if line and not line.startswith(";")]
        return sorted(line for line in lines if " SOA " not in line and " TSIG " not in line)

    def send(self, signed: bool = True) -> dict:
        """Sends the claim over TCP."""
        claim = "\n".join(
            f"server 127.0.0.1 {PORT}" if line.startswith("server ") else line
            for line in (self.folder.parent / "update.nsupdate").read_text().splitlines()) + "\n"
        key = ["-k", str(self.folder / "key")] if signed else []
        result = subprocess.run(
            [self.case["nsupdate"], "-v", "-t", str(LIMIT), *key], input=claim, text=True, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, timeout=LIMIT * 2, check=False)
        return {"status": result.returncode, "said": result.stdout.strip()}

    def stop(self) -> None:
        """Ends the server."""
        self.process.kill()
        self.process.wait(LIMIT)


def run(folder: Path, case: dict) -> dict:
    """The scenario."""
    subprocess.run(["ip", "link", "set", "lo", "up"], check=True, timeout=LIMIT)
    fresh = Server(case, folder / "fresh", case["records"])
    result = {"fresh": {"before": fresh.transfer()}}
    result["unsigned"] = fresh.send(signed=False)
    result["fresh"]["untouched"] = fresh.transfer()
    result["fresh"]["sent"] = [fresh.send()]
    result["fresh"]["after"] = fresh.transfer()
    result["fresh"]["sent"].append(fresh.send())
    result["fresh"]["last"] = fresh.transfer()
    fresh.stop()
    taken = Server(case, folder / "taken", [*case["records"], case["foreign"]])
    result["taken"] = {"before": taken.transfer(), "sent": [taken.send()], "after": taken.transfer()}
    taken.stop()
    return result


def main() -> None:
    """Enters namespaces of its own first, so that nothing outside is touched."""
    folder = Path(sys.argv[1]).resolve()
    if os.environ.get(INSIDE) != "1":
        os.environ[INSIDE] = "1"
        os.execvp("unshare", ["unshare", "--user", "--map-root-user", "--net", "--mount", sys.executable, *sys.argv])
    print(json.dumps(run(folder, json.loads((folder / "claim.json").read_text())), indent=1))


main()
