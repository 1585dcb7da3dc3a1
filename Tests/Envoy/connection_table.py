"""The connection table: committed cases, each answered alike by the table, by `epic trace`, by `epic test` and by the real Envoy.

`Tests/Envoy/connection_table` is one workspace with a package a feature. Its `cases.txt` says what becomes of connections:

    WORD… [| WORD…]… => ARM END

Each alternative on the left is a connection. A word is what the client speaks (`tls`, `tcp`, `udp`), `port=`, `sni=` (a name or
`absent`), `from=` (the client), `via=` (the peer that writes a PROXY header for the client), `header=` (`v1` or `v2`),
`site=` (`here` or `there`), `to=` (an ingress), `address=` (instead of the ingress's own), `down=UPSTREAM[:TIER]`, or
`UPSTREAM=PERCENT`, how much of its first tier is healthy. What is not said comes from a line `for WORD…` above. ARM is the
route that takes it, `-` where none is asked, or `none` where there is no connection. END is `up=PLACE,…` (places, one of
which gets it), `closed`, `silent` (datagrams without an answer), `refused`, or `requests` (a port for HTTP).

Envoy reads the emitted artifacts through subscriptions to files, first of a node of site `here`, then of `there`.
"""

import dataclasses
import json
import re
import shlex
import shutil
import socket
import ssl
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Support"))
sys.path.insert(0, str(Path(__file__).resolve().parent))
import exchange  # noqa: E402
import harness  # noqa: E402
from kit.keys import Authority  # noqa: E402
from listeners import header_v1, header_v2  # noqa: E402

TABLE = Path(__file__).with_suffix("")
#: What the table has to have.
LEAST_CASES, LEAST_OF_A_FEATURE = 150, 8
#: Where something answers: bytes and datagrams at one port, TLS at another.
PLACES = {f"203.0.113.{10 + number}": f"u{number}" for number in range(1, 5)}
PLAIN, SECURE = 7000, 7443
#: Seconds that an answer may take, and that silence of datagrams is awaited.
LIMIT, SILENCE = 5.0, 0.7
SITES = ("here", "there")


@dataclass
class Case:
    """One connection and what becomes of it."""

    feature: str
    line: int
    arm: str = ""
    end: str = ""
    speaks: str = "tcp"
    port: int = 0
    sni: str = "absent"
    client: str = "192.0.2.1"
    via: str | None = None
    header: str = "v1"
    site: str = "here"
    to: str = ""
    address: str | None = None
    healthy: list[str] = field(default_factory=list)

    @property
    def places(self) -> set[str]:
        """The places that may get it."""
        return set(self.end.removeprefix("up=").split(",")) if self.end.startswith("up=") else set()

    @property
    def is_negative(self) -> bool:
        """Whether the connection reaches nothing."""
        return not self.places

    def __str__(self) -> str:
        said = f"{self.speaks} port={self.port} from={self.client} site={self.site}"
        said += f" sni={self.sni}" if self.speaks == "tls" else ""
        return f"{self.feature}/cases.txt:{self.line}: {said}" + (f" via={self.via} {self.header}" if self.via else "")


def cases(feature: str, text: str) -> list[Case]:
    """The cases of a feature."""
    found: list[Case] = []
    defaults: list[str] = []
    for number, line in enumerate(text.splitlines(), 1):
        words = line.split()
        if not words or line.startswith("#"):
            continue
        if words[0] == "for":
            defaults = words[1:]
            continue
        arrow = words.index("=>")
        arm, end = words[arrow + 1 :]
        for alternative in " ".join(words[:arrow]).split("|"):
            case = Case(feature, number, arm, end, to=f"{feature}/edge")
            for word in [*defaults, *alternative.split()]:
                apply(case, word)
            found.append(case)
    return found


def apply(case: Case, word: str) -> None:
    """Puts a word into a case."""
    name, mark, value = word.partition("=")
    if word in ("tls", "tcp", "udp"):
        case.speaks = word
    elif name == "port":
        case.port = int(value)
    elif name == "from":
        case.client = value
    elif name == "down":
        upstream, _, tier = value.partition(":")
        case.healthy.append(f"{case.feature}/{upstream}" + (f" tier {tier}" if tier else "") + " down")
    elif name in ("sni", "via", "header", "site", "to", "address"):
        setattr(case, name, value)
    elif mark and value.isdigit():
        case.healthy.append(f"{case.feature}/{name} tier 1 {value}%")
    else:
        raise ValueError(f"{case.feature}: {word!r} is no part of a connection")


# What the interpreter says.


@dataclass
class Answer:
    """What the interpreter says of a connection."""

    arm: str
    #: `forward`, `close`, `requests` or `unreachable`.
    kind: str
    places: set[str]
    #: Upstreams by their names, and the one that the client's address draws.
    upstreams: list[tuple[str, str]]
    drawn: str | None


def destination(case: Case, addresses: dict[tuple[str, int], str]) -> str:
    """The address that the case's client connects to."""
    family = 6 if ":" in (case.via or case.client) else 4
    return case.address or addresses[(case.to, family)]


def written(address: str, port: int) -> str:
    return f"[{address}]:{port}" if ":" in address else f"{address}:{port}"


def ask_trace(workspace: Path, case: Case, addresses: dict[tuple[str, int], str]) -> Answer:
    """What `epic trace` says."""
    url = f"{case.speaks}://{written(destination(case, addresses), case.port)}"
    command = [str(harness.EPIC), "trace", url, "--format", "json", "-C", str(workspace), "--site", case.site]
    command += ["--from", case.client]
    if case.speaks == "tls":
        command += ["--sni", case.sni]
    if case.via:
        command += ["--via", case.via]
    for statement in case.healthy:
        command += ["--healthy", statement]
    done = subprocess.run(command, text=True, capture_output=True, timeout=120)
    if done.returncode != 0:
        raise RuntimeError(f"{shlex.join(command)}: {done.stderr[-2000:]}")
    return parse_answer(json.loads(done.stdout))


def parse_answer(found: dict[str, Any]) -> Answer:
    outcome, forward = found["outcome"], found.get("forward", {})
    drawn = forward.get("drawn")
    upstreams = [(draw["name"].split("/")[-1], draw["share"]) for draw in forward.get("upstreams", [])]
    places: set[str] = set()
    for draw in forward.get("upstreams", []):
        if drawn and draw["name"] != drawn:
            continue
        for tier in draw["tiers"]:
            if tier["percent"] == 0:
                continue
            for endpoint in (endpoint for member in tier["members"] for endpoint in member["endpoints"]):
                places.add(PLACES.get(endpoint.rsplit(":", 1)[0], ""))
    # Where nothing listens nothing answers.
    places.discard("")
    kind = outcome["kind"]
    arm = outcome.get("route", "none" if kind == "unreachable" else "-")
    return Answer(arm, kind, places if kind == "forward" else set(), upstreams, drawn and drawn.split("/")[-1])


# What the real Envoy does.


def start_places(work: Path, authority: Authority) -> None:
    """Something at each place that says its name: to bytes, in TLS with a certificate of its own, and to datagrams."""
    for address, name in PLACES.items():
        authority.issue(work / "places" / name, [f"{name}.place.example"])
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(work / "places" / name / "tls.crt", work / "places" / name / "tls.key")
        serve_bytes((address, PLAIN), name, None)
        serve_bytes((address, SECURE), name, context)
        harness.serve_datagrams((address, PLAIN), name)


def serve_bytes(address: tuple[str, int], name: str, context: ssl.SSLContext | None) -> None:
    listener = socket.create_server(address, backlog=128)

    def answer(plain: socket.socket) -> None:
        try:
            plain.settimeout(LIMIT)
            with context.wrap_socket(plain, server_side=True) if context else plain as channel:
                while data := channel.recv(4096):
                    channel.sendall(name.encode() + b" " + data)
        except OSError:
            plain.close()

    def accept() -> None:
        while True:
            threading.Thread(target=answer, args=(listener.accept()[0],), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()


def channel(case: Case, address: str) -> socket.socket:
    """A socket of the case's peer."""
    source = case.via or case.client
    family = socket.AF_INET6 if ":" in source else socket.AF_INET
    made = socket.socket(family, socket.SOCK_DGRAM if case.speaks == "udp" else socket.SOCK_STREAM)
    option = (
        (socket.IPPROTO_IPV6, exchange.IPV6_FREEBIND) if ":" in source else (socket.IPPROTO_IP, exchange.IP_FREEBIND)
    )
    made.setsockopt(*option, 1)
    made.settimeout(SILENCE if case.speaks == "udp" else LIMIT)
    made.bind((source, 0))
    made.connect((address, case.port))
    return made


def observe(case: Case, address: str) -> str:
    """The place that answers, or what happens instead, in the words of the table."""
    try:
        plain = channel(case, address)
    except ConnectionRefusedError:
        return "refused"
    with plain:
        try:
            return observe_datagrams(plain) if case.speaks == "udp" else observe_bytes(case, plain, address)
        except ConnectionRefusedError:
            return "refused"
        except TimeoutError:
            return "silent"
        except (OSError, EOFError):
            return "closed"


def observe_datagrams(plain: socket.socket) -> str:
    plain.sendall(b"ping")
    name, _, rest = plain.recv(100).decode().partition(" ")
    return name if rest == "ping" else f"another datagram, {rest!r}"


def observe_bytes(case: Case, plain: socket.socket, address: str) -> str:
    if case.via:
        server = address if (":" in address) == (":" in case.client) else "192.0.2.1" if ":" in address else "2001:db8::1"
        plain.sendall((header_v1 if case.header == "v1" else header_v2)(case.client, server))
    shown = None
    if case.speaks == "tls":
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        with context.wrap_socket(plain, server_hostname=None if case.sni == "absent" else case.sni) as secure:
            certificate = secure.getpeercert(binary_form=True) or b""
            shown = next((name for name in PLACES.values() if f"{name}.place.example".encode() in certificate), "edge")
            return told(secure, shown)
    return told(plain, None)


def told(connection: socket.socket, shown: str | None) -> str:
    """The place that answers; over TLS it is the one whose certificate was shown."""
    connection.sendall(b"ping\r\n\r\n")
    said = connection.recv(200)
    # Where TLS is expected and none comes, an alert (RFC 8446 section 6) goes before the end.
    if not said or shown is None and said.startswith(b"\x15\x03"):
        return "closed"
    if said.startswith(b"HTTP/1.1 400"):
        return "requests" if shown == "edge" else "closed"
    name, _, rest = said.decode().partition(" ")
    if rest != "ping\r\n\r\n" or shown not in (None, name):
        return f"another answer, {said!r} behind the certificate of {shown}"
    return name


# What is compared.


def faults(case: Case, answer: Answer, seen: str) -> list[str]:
    """What the interpreter or Envoy says against the table, and in what they differ."""
    found = []
    if answer.arm != case.arm:
        found.append(f"the trace says {answer.arm!r} and not {case.arm!r}")
    kinds = {"closed": "close", "silent": "close", "refused": "unreachable", "requests": "requests"}
    if answer.kind != kinds.get(case.end, "forward"):
        found.append(f"the trace says {answer.kind!r} and not {case.end!r}")
    # A session's own draw is one of those that the table allows.
    agrees = answer.places <= case.places if answer.drawn else answer.places == case.places
    if not agrees or bool(answer.places) != bool(case.places):
        found.append(f"the trace says {sorted(answer.places)} and not {case.end!r}")
    if (seen not in case.places) if case.places else seen != case.end:
        found.append(f"Envoy says {seen!r} and not {case.end!r}")
    if answer.places and seen not in answer.places:
        found.append(f"the trace says {sorted(answer.places)}, Envoy {seen!r}")
    return found


def check_shape(report: harness.Report, table: dict[str, list[Case]]) -> None:
    """The table is as large as it has to be, and half of it is about what must not happen."""
    count = sum(map(len, table.values()))
    negative = sum(case.is_negative for found in table.values() for case in found)
    report.check(count >= LEAST_CASES, f"the table has {count} cases of {len(table)} features")
    report.check(negative * 2 >= count, f"{negative} of them are of connections that reach nothing")
    few = {name: len(found) for name, found in table.items() if len(found) < LEAST_OF_A_FEATURE}
    report.check(not few, f"each feature has {LEAST_OF_A_FEATURE} cases or more", few)


def check_shares(report: harness.Report, table: dict[str, list[Case]], addresses: dict[tuple[str, int], str]) -> None:
    """A split of connections draws by its shares: 400 times 50%, within six standard deviations, and 0% never."""
    for arm, low, high in (("half", 140, 260), ("never", 400, 400)):
        case = next(case for case in table["split"] if case.arm == arm and case.speaks == "tcp")
        first = min(case.places)
        drawn = [observe(case, destination(case, addresses)) for _ in range(400)]
        report.check(low <= drawn.count(first) <= high, f"{arm}: {drawn.count(first)} of 400 go to {first}")


def check_draws(report: harness.Report, workspace: Path, addresses: dict[tuple[str, int], str]) -> None:
    """Which side of a split a client's sessions take is known from its address."""
    clients = [f"192.0.2.{last}" for last in range(100, 120)] + [f"2001:db8:1::{last:x}" for last in range(100, 120)]
    asked = [
        Case("udp-split", 0, speaks="udp", port=5060, client=client, to="udp-split/edge") for client in clients
    ]
    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(lambda case: ask_trace(workspace, case, addresses), asked))
    seen = [observe(case, destination(case, addresses)) for case in asked]
    wrong = [str(case) for case, answer, place in zip(asked, answers, seen, strict=True) if answer.places != {place}]
    report.check(not wrong, f"the address's draw is told for {len(asked)} clients", wrong)
    report.check(set(seen) == {"u1", "u2"}, "both sides of the split are drawn", seen)


def check_tests(
    report: harness.Report, workspace: Path, table: dict[str, list[Case]], answers: dict[int, Answer],
    addresses: dict[tuple[str, int], str],
) -> None:
    """The same cases as tests: what the table says of each is expected, and `epic test` finds it."""
    count = 0
    for feature, found in table.items():
        lines: list[str] = []
        for case in found:
            answer = answers[id(case)]
            # Of what is no connection nothing can be expected.
            if case.arm == "none" or case.end == "requests":
                continue
            count += 1
            lines.append(f'test "{feature} {count}" {{')
            for statement in case.healthy:
                lines.append(f"  given healthy {{ {statement.split('/')[-1]} }}")
            head = f"  connect {case.speaks} {written(destination(case, addresses), case.port)} from {case.client}"
            head += f" via {case.via}" if case.via else ""
            lines.append(head + f" site {case.site}" + (f" sni {case.sni}" if case.speaks == "tls" else ""))
            if case.arm != "-":
                lines.append(f"  expect route {case.arm}")
            if case.is_negative:
                lines.append("  expect close")
            elif len(answer.upstreams) == 1 or answer.drawn:
                lines.append(f"  expect upstream {answer.drawn or answer.upstreams[0][0]}")
            if len(answer.upstreams) > 1 and not case.is_negative:
                shares = "; ".join(f"{share} {name}" for name, share in answer.upstreams)
                lines.append(f"  expect split {{ {shares} }}")
            lines.append("}")
        use = next(line for line in (workspace / feature / "routes.epic").read_text().splitlines() if "use " in line)
        names = set(re.findall(r"[\w-]+", use.split("{")[1])) | set(SITES)
        text = f"use common.{{{', '.join(sorted(names))}}}\n\n" + "\n".join(lines) + "\n"
        (workspace / feature / "tests.epic").write_text(text)
    command = [str(harness.EPIC), "test", "-C", str(workspace)]
    done = subprocess.run(command, text=True, capture_output=True, timeout=300)
    report.check(
        done.returncode == 0 and f"{count} passed, 0 failed" in done.stderr, f"`epic test` finds {count} of the cases",
        (done.stdout + done.stderr)[-3000:],
    )


def run(report: harness.Report, work: Path) -> None:
    """Builds, serves and asks."""
    started = time.monotonic()
    table = {
        path.parent.name: cases(path.parent.name, path.read_text()) for path in sorted(TABLE.glob("*/cases.txt"))
    }
    check_shape(report, table)
    # A copy: a build writes the lock beside its sources.
    workspace = work / "table"
    shutil.copytree(TABLE, workspace)
    exchange.bring_up()
    authority = Authority("EPIC test")
    start_places(work, authority)
    harness.build(workspace, work / "out")
    answers: dict[int, Answer] = {}
    seen: dict[int, str] = {}
    for site in SITES:
        folder = work / f"run-{site}"
        listening = exchange.subscribed(exchange.instance(work / "out", f"{site}-1"), folder)
        addresses = {(ingress, family): address for (ingress, family, _), address in listening.items()}
        edge = exchange.Edge(folder, "bootstrap.json")
        answering = {key: address for key, address in listening.items() if key[2] not in (5060, 5061)}
        problem = edge.await_listeners(answering)
        if not report.check(problem is None, f"{site}: Envoy serves the table", problem):
            return
        asked = [case for found in table.values() for case in found if case.site == site]
        with ThreadPoolExecutor(2) as pool:
            for case, answer in zip(asked, pool.map(lambda case: ask_trace(workspace, case, addresses), asked)):
                answers[id(case)] = answer
        await_health(table, addresses)
        with ThreadPoolExecutor(8) as pool:
            for case, place in zip(asked, pool.map(lambda case: observe(case, destination(case, addresses)), asked)):
                seen[id(case)] = place
        if site == "here":
            check_shares(report, table, addresses)
            check_draws(report, workspace, addresses)
        report.check(edge.is_up(), f"{site}: Envoy is still there", edge.log.read_text()[-2000:])
        edge.stop()
    for name, found in table.items():
        wrong = [
            f"\n  {case}\n    " + "\n    ".join(fault)
            for case in found
            if (fault := faults(case, answers[id(case)], seen[id(case)]))
        ]
        report.check(not wrong, f"{name}: {len(found)} cases", "".join(wrong))
    check_tests(report, workspace, table, answers, addresses)
    print(f"     {time.monotonic() - started:.1f} s")


def await_health(table: dict[str, list[Case]], addresses: dict[tuple[str, int], str]) -> None:
    """Waits until Envoy knows which endpoints are there: what a second tier takes has found its way."""
    waiting = [
        dataclasses.replace(case) for case in table["tiers"] if case.end == "up=u2" and case.client == "192.0.2.1"
    ]
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        if all(observe(case, destination(case, addresses)) == "u2" for case in waiting):
            return
        time.sleep(0.2)


if __name__ == "__main__":
    harness.main(run)
