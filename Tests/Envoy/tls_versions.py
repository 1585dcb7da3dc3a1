"""The request's field `tls` on the real Envoy: clients of TLS 1.2 and 1.3, clear text, and copies of what carries the version.

Each comparison is a route of its own. What Envoy answers is compared with what is written down here, and `epic test` asks the
interpreter the same. Envoy runs the static form, which is validated first.
"""

import json
import socket
import ssl
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from http.client import HTTPResponse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Support"))
import harness  # noqa: E402
import static_form  # noqa: E402
from kit import network, processes  # noqa: E402
from kit.keys import Authority  # noqa: E402

APP, PEER = "203.0.113.10", "192.0.2.100"

#: A version as its minor number; None is clear text.
Version = int | None

#: Every way to ask, and whom it is true of.
QUESTIONS: list[tuple[str, Callable[[Version], bool]]] = [
    ("tls exists", lambda version: version is not None),
    ("not tls exists", lambda version: version is None),
    ("tls is 1.3", lambda version: version == 3),
    ("tls is not 1.3", lambda version: version != 3),
    ("tls in [1.0, 1.2]", lambda version: version == 2),
    ("tls in [1.2, 1.3]", lambda version: version is not None),
    ("tls not in [1.1, 1.2]", lambda version: version != 2),
    ("tls < 1.3", lambda version: version == 2),
    ("tls <= 1.3", lambda version: version is not None),
    ("tls > 1.2", lambda version: version == 3),
    ("tls >= 1.2", lambda version: version is not None),
    ("not tls > 1.2", lambda version: version != 3),
    ("(tls is 1.1 or method is PUT)", lambda version: False),
    ("(tls > 1.1 and not tls is 1.2)", lambda version: version == 3),
]

SOURCE = """
engine stable { envoy 1.40 }
site here { at 50.0, 8.0 country DE; node here-1 { address 192.0.2.11 } }
pool public { range 198.51.100.0/28; sites all }
issuer internal { local-ca secret ca/internal }
certificate edge { names *.edge.example; issuer internal; renew 30d before }
upstream app { endpoint 203.0.113.10:8080; timeout connect 1s }

template served(name: host) for ingress {
  host    name
  listen  https 443
  listen  http 80
  address one from public
  engine  stable
  sites   all
  tls     certificate edge
  routes  questions
}
ingress plain from served(name: plain.edge.example) {}
ingress behind from served(name: behind.edge.example) { trust proxies 192.0.2.100/32 }

ingress modern {
  host    modern.edge.example
  listen  https 443 tls min 1.3
  address one from public
  engine  stable
  sites   all
  tls     certificate edge
  routes  modern-routes
}
routes modern-routes {
  every: when tls >= 1.2 -> app { response-header x-arm "every" }
  otherwise              -> respond 500
}
"""


class Handler(BaseHTTPRequestHandler):
    """Answers with the headers that it was asked by."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        body = json.dumps([name.lower() for name in self.headers]).encode()
        self.send_response(200)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing."""


@dataclass
class Answer:
    """The arm that answered, and the names of the headers that the backend saw."""

    arm: str
    seen: list[str]


def routes() -> str:
    """The routes that ask, in the order of `QUESTIONS`."""
    lines = [
        f'  q{number}: when path /q{number} and {question} -> app {{ response-header x-arm "q{number}" }}'
        for number, (question, _) in enumerate(QUESTIONS)
    ]
    return "\n".join(["routes questions {", *lines, "  otherwise -> respond 404", "}", ""])


def tests() -> str:
    """The same questions to the interpreter."""
    lines: list[str] = []
    for version in (None, 2, 3):
        for number, (_, holds) in enumerate(QUESTIONS):
            url = f"{'http' if version is None else 'https'}://plain.edge.example/q{number}"
            # The newest is what a test takes if it says nothing.
            stated = " tls 1.2" if version == 2 else ""
            lines += [f'test "q{number} of {version}" {{', f"  request GET {url}{stated}"]
            lines += ['  header x-other "TLSv1.3"', f"  expect route {f'q{number}' if holds(version) else 'otherwise'}", "}"]
    return "\n".join(lines) + "\n"


class Client:
    """Sends requests to ingresses by name, over a version of TLS or none."""

    def __init__(self, addresses: dict[str, str], authority: Path) -> None:
        self.addresses = addresses
        self.authority = authority

    def connect(self, ingress: str, version: Version) -> socket.socket:
        """A connection of exactly this version."""
        place = (self.addresses[ingress], 80 if version is None else 443)
        plain = socket.create_connection(place, 5, source_address=(PEER, 0))
        if version is None:
            return plain
        context = ssl.create_default_context(cafile=str(self.authority))
        exact = {2: ssl.TLSVersion.TLSv1_2, 3: ssl.TLSVersion.TLSv1_3}[version]
        context.minimum_version = context.maximum_version = exact
        try:
            return context.wrap_socket(plain, server_hostname=f"{ingress}.edge.example")
        except OSError:
            plain.close()
            raise

    def send(self, ingress: str, path: str, version: Version, *headers: str) -> Answer:
        """One request on a connection of its own."""
        lines = [f"GET {path} HTTP/1.1", f"host: {ingress}.edge.example", "connection: close", *headers]
        with self.connect(ingress, version) as channel:
            channel.sendall("\r\n".join(lines).encode() + b"\r\n\r\n")
            response = HTTPResponse(channel, method="GET")
            response.begin()
            arm = response.getheader("x-arm") or ("otherwise" if response.status == 404 else str(response.status))
            body = response.read()
            return Answer(arm, json.loads(body) if response.status == 200 else [])

    def handshakes(self, ingress: str, version: Version) -> bool:
        """Whether a connection of the version comes about."""
        try:
            self.connect(ingress, version).close()
        except OSError:
            return False
        return True


def check_questions(report: harness.Report, client: Client) -> None:
    """Every question over every version, with and without a copy of the header that carries it."""
    copies = {
        "": [],
        ", who says TLSv1.2": ["x-epic-tls: TLSv1.2"],
        ", who says TLSv1.3 twice": ["X-Epic-Tls: TLSv1.3", "x-epic-tls: TLSv1.3"],
        ", who says nothing by it": ["x-epic-tls:"],
    }
    for ingress in ("plain", "behind"):
        for version in (None, 2, 3):
            name = "clear text" if version is None else f"TLS 1.{version}"
            for told, headers in copies.items():
                more = [*headers, "x-forwarded-proto: https"] if ingress == "behind" else headers
                wrong: list[str] = []
                seen: set[str] = set()
                for number, (question, holds) in enumerate(QUESTIONS):
                    answer = client.send(ingress, f"/q{number}", version, *more)
                    seen |= {header for header in answer.seen if header.startswith("x-epic-")}
                    if answer.arm != (f"q{number}" if holds(version) else "otherwise"):
                        wrong.append(f"{question}: {answer.arm}")
                report.check(not wrong, f"{ingress}: {len(QUESTIONS)} questions to a client of {name}{told}", wrong)
                report.check(not seen, f"{ingress}: the upstream sees no version of {name}{told}", seen)


def check_interpreter(report: harness.Report, workspace: Path) -> None:
    """The interpreter's answers to the same."""
    command = [str(harness.EPIC), "test", str(workspace)]
    result = subprocess.run(command, text=True, capture_output=True, timeout=harness.BUILD_LIMIT)
    output = result.stdout + result.stderr
    report.check(
        result.returncode == 0 and f"{3 * len(QUESTIONS)} passed, 0 failed" in output,
        "the interpreter says the same of each", output[-3000:])


def run(report: harness.Report, work: Path) -> None:
    """Builds, validates, serves and asks."""
    workspace = work / "workspace"
    (workspace / "edge").mkdir(parents=True)
    (workspace / "workspace.epic").write_text("edition 2026\nworkspace versions\n")
    (workspace / "edge" / "edge.epic").write_text(SOURCE + routes())
    (workspace / "edge" / "tests.epic").write_text(tests())
    check_interpreter(report, workspace)
    out = work / "out"
    harness.build(workspace, out)

    authority = Authority("EPIC test")
    authority_file = work / "authority.crt"
    authority.write_certificate(authority_file)
    secrets = work / "secrets"
    secrets.mkdir(mode=0o700)
    authority.issue(secrets / "platform" / "certificates" / "edge_edge", ["*.edge.example"])
    instance = next(path for path in (out / "nodes" / "here-1" / "envoy").iterdir() if path.is_dir())
    folder = static_form.run_directory(instance, work / "static", secrets, authority_file)
    checked = static_form.validate(folder)
    if not report.check(checked.returncode == 0, "the static form is valid", checked.stderr[-3000:]):
        return
    addresses: dict[str, str] = {}
    for listener in json.loads((folder / "static.json").read_text())["static_resources"]["listeners"]:
        name = listener["name"].split("~")[0].removeprefix("edge_")
        addresses[name] = listener["address"]["socket_address"]["address"]
    network.bring_up({APP, PEER, *addresses.values()})
    backend = ThreadingHTTPServer((APP, 8080), Handler)
    threading.Thread(target=backend.serve_forever, daemon=True).start()
    command = [str(harness.ENVOY), "-c", "static.json", "-l", "error", "--disable-hot-restart", "--concurrency", "2"]
    with (work / "envoy.out").open("wb") as log, (work / "envoy.err").open("wb") as errors:
        process = processes.start(command, cwd=folder, stdout=log, stderr=errors)
    client = Client(addresses, authority_file)
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline and not client.handshakes("plain", None):
        time.sleep(0.1)

    check_questions(report, client)
    for ingress, version, want in [("plain", 2, True), ("plain", 3, True), ("modern", 2, False), ("modern", 3, True)]:
        got = client.handshakes(ingress, version)
        report.check(got == want, f"{ingress} takes TLS 1.{version}: {want}", got)
    report.check(client.send("modern", "/", 3).arm == "every", "a listener of the newest version leads to its routes")
    report.check(process.poll() is None, "Envoy is still there", (work / "envoy.err").read_text()[-2000:])


if __name__ == "__main__":
    harness.main(run)
