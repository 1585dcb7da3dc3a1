"""Answers by place: a workspace with `geo file`, compiled, and asked of the real Knot with mod-geoip.

Clients of many countries, IPv4 and IPv6, of no known country and without a subnet ask; each gets what the compiler says
and what a person finds on a map. A broken file is refused by `knotc conf-check`, and a reload of one changes nothing.

Its last line is `N passed, N failed, N skipped`. The server runs in namespaces of its own; every wait is bounded.
"""

import ctypes
import ipaddress
import json
import os
import shutil
import signal
import socket
import struct
import subprocess
import sys
import time
import traceback
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Support"))
from harness import ROOT, Report, build  # noqa: E402

INSIDE = "EPIC_GEO_INSIDE"
PORT = 5300
#: Seconds for the server's start, and for each exchange.
LIMIT = 20
ZONE = "example.com"
GOLDEN = ROOT / "Tests" / "EpicCompilerTests" / "Golden"
MODULES = ("/usr/lib/x86_64-linux-gnu/knot", "/usr/lib/aarch64-linux-gnu/knot", "/usr/lib/knot")
TYPES = {"A": 1, "MX": 15, "AAAA": 28}

#: What a map says of sites in Frankfurt and in Ashburn, Virginia: the pools of the workspace are called after them.
NEAREST = {
    "AR": "america", "BR": "america", "CA": "america", "CL": "america", "JM": "america", "MX": "america",
    "US": "america", "CN": "europe", "DE": "europe", "EG": "europe", "FI": "europe", "GB": "europe", "IN": "europe",
    "NG": "europe", "PT": "europe", "RU": "europe", "ZA": "europe",
}
RANGES = {
    "europe": ("203.0.113.128/27", "2001:db8:51::/64"), "america": ("203.0.113.160/27", "2001:db8:52::/64"),
}


def die_with_parent() -> None:
    """Lets the kernel end this child when the script ends, however it ends."""
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)


def find(name: str) -> str | None:
    """A tool's path; daemons are not on everybody's PATH."""
    return shutil.which(name, path="/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin")


def workspace(target: Path) -> Path:
    """The golden workspace whose zone answers by place."""
    shutil.copytree(GOLDEN / "base", target)
    golden = GOLDEN / "accepted" / "nearest"
    for folder in ("acme", "platform"):
        shutil.copytree(golden / folder, target / folder, dirs_exist_ok=True)
    return target


def read_answers(path: Path) -> dict[str, dict[str, dict[str, set[str]]]]:
    """Name -> country -> type -> addresses, read without the compiler's help."""
    result: dict[str, dict[str, dict[str, set[str]]]] = {}
    name = country = ""
    for line in path.read_text().splitlines():
        if line.startswith("#"):
            continue
        if not line.startswith(" "):
            name = line.removesuffix(":")
            result[name] = {}
        elif line.startswith("  - geo: "):
            country = json.loads(line.removeprefix("  - geo: "))
            result[name][country] = {}
        else:
            kind, value = line.strip().split(": ")
            result[name][country].setdefault(kind, set()).add(json.loads(value))
    return result


def encode_name(name: str) -> bytes:
    """A name in wire form (RFC 1035 section 3.1)."""
    return b"".join(bytes([len(label)]) + label.encode() for label in name.split(".")) + b"\0"


def skip_name(message: bytes, offset: int) -> int:
    """The end of a name in a message."""
    while message[offset]:
        if message[offset] >= 0xC0:
            return offset + 2
        offset += 1 + message[offset]
    return offset + 1


def ask(name: str, kind: str, subnet: str | None) -> tuple[set[str], set[int]]:
    """The addresses of an answer and their times to live; the question carries a client's subnet (RFC 7871) or none."""
    question = struct.pack(">HHHHHH", 7, 0, 1, 0, 0, 1) + encode_name(name) + struct.pack(">HH", TYPES[kind], 1)
    option = b""
    if subnet is not None:
        network = ipaddress.ip_network(subnet)
        data = network.network_address.packed[:(network.prefixlen + 7) // 8]
        family = 1 if network.version == 4 else 2
        option = struct.pack(">HHHBB", 8, 4 + len(data), family, network.prefixlen, 0) + data
    question += b"\0" + struct.pack(">HHIH", 41, 4096, 0, len(option)) + option
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
        client.settimeout(LIMIT)
        client.sendto(question, ("127.0.0.1", PORT))
        message = client.recv(4096)
    questions, answers = struct.unpack(">HH", message[4:8])
    offset = 12
    for _ in range(questions):
        offset = skip_name(message, offset) + 4
    found, lives = set(), set()
    for _ in range(answers):
        offset = skip_name(message, offset)
        rtype, _, ttl, length = struct.unpack(">HHIH", message[offset:offset + 10])
        data = message[offset + 10:offset + 10 + length]
        offset += 10 + length
        lives.add(ttl)
        found.add(str(ipaddress.ip_address(data)) if rtype in (1, 28) else data.hex())
    return found, lives


class Knot:
    """A server for the zone that answers by place."""

    def __init__(self, folder: Path, records: dict, answers: Path, clients: dict[str, list[str]]) -> None:
        folder.mkdir()
        self.folder, self.answers = folder, folder / "geo.conf"
        shutil.copy(answers, self.answers)
        rows = [part for country, prefixes in clients.items() for prefix in prefixes for part in (prefix, country, "-")]
        subprocess.run(
            [sys.executable, str(ROOT / "Tests/Support/envoy/mmdb.py"), str(folder / "geo.mmdb"), *rows], check=True,
            timeout=LIMIT)
        lines = [
            f"$ORIGIN {ZONE}.", "$TTL 300", "@ SOA ns hostmaster 1 3600 600 86400 60", "@ NS ns", "ns A 127.0.0.1",
            "shop.example.com. MX 10 mail.example.net."]
        for name in records["names"]:
            lines += [f"{name['name']}. 60 {'AAAA' if ':' in one else 'A'} {one}" for one in name["addresses"]]
        (folder / "zone").write_text("\n".join(lines) + "\n")
        # The lines that the file's own head shows, with the two paths filled in.
        shown = [line.removeprefix("#   ") for line in answers.read_text().splitlines() if line.startswith("#   ")]
        module = "\n".join(shown).replace("PATH OF THIS FILE", str(self.answers)) \
            .replace("PATH OF A DATABASE (MMDB)", str(folder / "geo.mmdb"))
        server, rest = module.split("mod-geoip:", 1)
        (folder / "knot.conf").write_text(
            f"{server}  rundir: {folder}\n  listen: 127.0.0.1@{PORT}\ndatabase:\n  storage: {folder}\n"
            f"log:\n  - target: stderr\n    any: info\nmod-geoip:{rest}\n    storage: {folder}\n    file: zone\n")
        self.process = None

    def control(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Runs `knotc`."""
        return subprocess.run(
            ["knotc", "-c", str(self.folder / "knot.conf"), *words], text=True, capture_output=True, timeout=LIMIT,
            env={**os.environ, "PATH": "/usr/sbin:/usr/bin:/sbin:/bin"}, check=False)

    def start(self) -> None:
        """Starts the server and waits until it answers."""
        with (self.folder / "log").open("w") as log:
            self.process = subprocess.Popen(
                [find("knotd") or "knotd", "-c", str(self.folder / "knot.conf")], stdin=subprocess.DEVNULL, stdout=log,
                stderr=log, preexec_fn=die_with_parent)
        deadline = time.monotonic() + LIMIT
        while self.control("zone-status", ZONE).returncode != 0:
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError("knotd did not start: " + (self.folder / "log").read_text())
            time.sleep(0.1)

    def replace(self, text: str) -> None:
        """Swaps the file in one step."""
        (self.folder / "new").write_text(text)
        (self.folder / "new").rename(self.answers)

    def stop(self) -> None:
        """Ends the server."""
        if self.process is not None:
            self.process.kill()
            self.process.wait(LIMIT)


def check_answers(
    report: Report, records: dict, answers: dict[str, dict[str, dict[str, set[str]]]], clients: dict[str, list[str]]
) -> None:
    """Every country's clients get what the file says, and the zone's records otherwise."""
    names = {name["name"]: name["addresses"] for name in records["names"]}
    default = {
        name: {"A": {one for one in all_ if ":" not in one}, "AAAA": {one for one in all_ if ":" in one}}
        for name, all_ in names.items()}
    for country, region in NEAREST.items():
        for kind, pool in zip(("A", "AAAA"), RANGES[region]):
            for subnet in clients[country]:
                found, lives = ask("shop.example.com", kind, subnet)
                network = ipaddress.ip_network(pool)
                report.check(
                    len(found) == 1 and lives == {60} and all(ipaddress.ip_address(one) in network for one in found),
                    f"a client in {country} ({subnet}) gets {kind} of {region}", (found, lives))
    wrong = []
    for name, countries in default.items():
        for country, subnets in clients.items():
            for kind, records_ in countries.items():
                wanted = answers.get(name, {}).get(country, {}).get(kind, records_)
                for subnet in subnets:
                    found, _ = ask(name, kind, subnet)
                    if found != wanted:
                        wrong.append((name, country, kind, subnet, found, wanted))
    report.check(not wrong, f"{len(clients)} countries get what the compiler says, under every name", wrong[:3])
    for claim, subnet in (
        ("of no known country", "198.18.0.0/24"), ("of no known country, IPv6", "2001:db8:ffff::/48"),
        ("of nobody", "0.0.0.0/0"), ("without a subnet", None),
    ):
        for kind in ("A", "AAAA"):
            found, _ = ask("shop.example.com", kind, subnet)
            report.check(found == default["shop.example.com"][kind], f"a client {claim} gets all of {kind}", found)
    # Whoever gets an A by place still finds what others keep under the name.
    found, lives = ask("shop.example.com", "MX", clients["DE"][0])
    report.check(len(found) == 1 and lives == {300}, "a foreign MX stays visible", found)
    api = answers["api.shop.example.com"]
    report.check(
        len(api) == len(clients) and all(list(kinds) == ["A"] for kinds in api.values()),
        "the anycast family of a name has no answers of its own", list(api.items())[:3])
    report.check("globex.example.com" not in answers, "a name without `nearest` is not in the file")


def check_faults(report: Report, server: Knot, client: str) -> None:
    """What is broken is refused, and what was there answers on."""
    sound = server.answers.read_text()
    before = ask("shop.example.com", "A", client)
    for claim, old, new in (
        ("without a colon", "\nshop.example.com:", "\nshop.example.com"),
        ("with an address that is none", '    A: "203.0.113.', '    A: "1203.0.113.'),
        ("with an unknown key", "  - geo: ", "  - place: "),
        ("cut off", sound[-4:], ""),
    ):
        at = sound.rfind(old)
        server.replace(sound[:at] + new + sound[at + len(old):])
        checked, reloaded = server.control("conf-check"), server.control("reload")
        report.check(
            checked.returncode != 0 and reloaded.returncode != 0 and ask("shop.example.com", "A", client) == before,
            f"a file {claim} is refused, and the old answers stay", (checked, reloaded))
    # Europe's block alone, with America's address: a reload takes what it is given.
    other = next(iter(ask("shop.example.com", "A", "198.18.0.0/24")[0] - before[0]))
    server.replace(f'shop.example.com:\n  - geo: "DE"\n    A: "{other}"\n')
    checked, reloaded = server.control("conf-check"), server.control("reload")
    report.check(
        checked.returncode == 0 and reloaded.returncode == 0 and ask("shop.example.com", "A", client)[0] == {other},
        "a new file is taken by a reload", (checked, reloaded))


def check_empty(report: Report, server: Knot) -> None:
    """A zone with `geo file` and no name `nearest` has a file of comments."""
    text = server.answers.read_text()
    server.replace("".join(line + "\n" for line in text.splitlines() if line.startswith("#")))
    checked = server.control("conf-check")
    report.check(checked.returncode == 0, "a file without names is sound", checked)
    server.replace(text)


def check_long_name(report: Report, server: Knot) -> None:
    """127 bytes is what a name may have: what E0873 is about."""
    text = server.answers.read_text()
    label = "l" * 55
    for name, holds in ((f"{label}.{label}.b.{'c'}.example.com", True), (f"{label}.{label}.b.cc.example.com", False)):
        server.replace(f'{name}:\n  - geo: "DE"\n    A: "203.0.113.129"\n')
        checked = server.control("conf-check")
        report.check((checked.returncode == 0) == holds, f"a name of {len(name)} bytes", checked)
    server.replace(text)


def run(report: Report, work: Path) -> None:
    """Compiles, serves, asks."""
    subprocess.run(["ip", "link", "set", "lo", "up"], check=True, timeout=LIMIT)
    build(workspace(work / "workspace"), work / "out", "--sequence", "7")
    folder = work / "out" / "zones" / ZONE
    records = json.loads((folder / "rrsets.json").read_text())
    answers = read_answers(folder / "geo.conf")
    countries = sorted(answers["shop.example.com"])
    report.check(len(countries) == 250, "every country has an answer where no site has all addresses", len(countries))
    clients = {
        country: [f"10.{number}.0.0/16", f"2001:db8:{number + 4096:x}::/48"]
        for number, country in enumerate(countries)}
    server = Knot(work / "knot", records, folder / "geo.conf", clients)
    checked = server.control("conf-check")
    report.check(checked.returncode == 0, "knotc conf-check takes the file and the lines that its head shows", checked)
    check_empty(report, server)
    check_long_name(report, server)
    server.start()
    try:
        check_answers(report, records, answers, clients)
        check_faults(report, server, clients["DE"][0])
    finally:
        server.stop()


def main() -> None:
    """Enters namespaces of its own first, so that nothing outside is touched."""
    report = Report()
    if find("knotd") is None or not any(any(Path(folder).glob("modules-*/geoip.so")) for folder in MODULES):
        report.skip("answers by place", "Knot or its module is not installed (Debian package `knot-module-geoip`)")
    else:
        if os.environ.get(INSIDE) != "1":
            os.environ[INSIDE] = "1"
            command = ["unshare", "--user", "--map-root-user", "--net", "--mount", sys.executable, *sys.argv]
            os.execvp(command[0], command)
        work = ROOT / "build" / "tests" / Path(__file__).stem
        shutil.rmtree(work, ignore_errors=True)
        work.mkdir(parents=True)
        try:
            run(report, work)
        except Exception:  # the summary has to come whatever goes wrong
            traceback.print_exc(file=sys.stdout)
            report.failed += 1
    print(f"{report.passed} passed, {report.failed} failed, {report.skipped} skipped")
    sys.exit(1 if report.failed else 0)


main()
