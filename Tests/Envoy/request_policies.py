"""What an ingress and its routes say of requests, on the real Envoy: limits, copies, proxies, CORS, bodies, logs, WebSockets.

The workspace is this script's own. Envoy runs the static form, which is validated first.
"""

import hashlib
import json
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from http.client import HTTPResponse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Support"))
import harness  # noqa: E402
from kit import network, processes  # noqa: E402
from kit.keys import TokenIssuer  # noqa: E402

#: Addresses of the backends, and of the machines that requests come from.
APP, SHADOW = "203.0.113.10", "203.0.113.11"
PEER, OTHER, PROXY, FAR_PROXY = "192.0.2.100", "192.0.2.101", "192.0.2.200", "192.0.2.201"
PORT = 8080

SOURCE = """
engine stable { envoy 1.40 }
site here { at 50.0, 8.0 country DE; node here-1 { address 192.0.2.11 } }
pool public { range 198.51.100.0/27; sites all }
geo main { database data "geo.mmdb" sha256 "GEO" }

upstream app { endpoint 203.0.113.10:8080; timeout connect 1s }
upstream shadow { endpoint 203.0.113.11:8080; timeout connect 1s }

template plain(name: host) for ingress {
  host    name
  listen  http 80
  address one from public
  engine  stable
  sites   all
}

ingress limits from plain(name: limits.example.com) {
  rate-limit 5/h by client
  rate-limit 1000/h burst 2 by header x-tenant
  rate-limit 1000/h burst 3 by query q
  rate-limit 1000/h burst 4 by cookie sid
  routes     limit-routes
}
routes limit-routes {
  narrow: when path /narrow or method is DELETE -> app { rate-limit 2/h by ingress; retry 1 on 5xx }
  direct: when path /direct                     -> respond 200 { body "direct" }
  otherwise                                     -> app
}

ingress quick from plain(name: quick.example.com) {
  rate-limit 600/m burst 1 by ingress
  routes     everything
}

ingress bodies from plain(name: bodies.example.com) {
  max body 1000B
  routes   body-routes
}
routes body-routes {
  big:  when path /big -> app { max body 100KB }
  otherwise            -> app
}

ingress copies from plain(name: copies.example.com) { routes copy-routes }
routes copy-routes {
  half: when path /half -> app { mirror 50% shadow }
  none: when path /none -> app
  otherwise             -> split { 100% app; mirror 100% shadow }
}

ingress proxies from plain(name: proxies.example.com) {
  trust proxies 192.0.2.200/31
  routes        place-routes
}
ingress direct from plain(name: direct.example.com) { routes place-routes }
routes place-routes {
  office:    when client in 198.51.100.128/25  -> app { response-header x-arm "office" }
  elsewhere: when client in 2001:db8:77::/48   -> app { response-header x-arm "v6" }
  austria:   when country is AT                -> app { response-header x-arm "austria" }
  europe:    when continent is europe          -> app { response-header x-arm "europe" }
  americas:  when continent in [north-america, south-america] -> app { response-header x-arm "americas" }
  carrier:   when asn is AS64501               -> app { response-header x-arm "carrier" }
  otherwise                                    -> app { response-header x-arm "otherwise" }
}

ingress pages from plain(name: pages.example.com) {
  cors {
    origins     https://app.example.net, http://dev.example.net:3000, *.example.org
    methods     GET, PUT
    headers     authorization, content-type
    expose      x-total
    max-age     10m
    credentials allowed
  }
  auth jwt main { issuer https://id.example.net; jwks data "keys.json" sha256 "KEYS"; audience "pages" }
  rate-limit 2/h by jwt.sub
  routes everything
}
ingress open from plain(name: open.example.com) { cors { origins any }; routes everything }

ingress json from plain(name: json.example.com) { routes json-routes }
routes json-routes {
  early: when header x-early exists -> respond 200 { body "early" }
  large: when path /v1/** and body.json("options.model", limit: 2KiB) in ["large", "huge"] -> app { response-header x-arm "large" }
  under /v1/** {
    named: when body.json("name", limit: 2KiB) exists                  -> respond 200 { body "named" }
    other: when not body.json("options.model", limit: 2KiB) is "small" -> respond 200 { body "other" }
    otherwise                                                          -> respond 200 { body "small" }
  }
  otherwise -> respond 404
}

ingress sockets from plain(name: sockets.example.com) { access-log json; routes socket-routes }
routes socket-routes {
  live:  when path /live  -> app { websocket allowed }
  gone:  when path /gone  -> respond 410
  otherwise               -> app
}
ingress texts from plain(name: texts.example.com) { access-log text; websocket allowed; routes everything }

ingress seen from plain(name: seen.example.com) { routes seen-routes }
ingress behind from plain(name: behind.example.com) { trust proxies 192.0.2.200/31; routes seen-routes }
routes seen-routes {
  other:   when path /other                 -> app { response-header x-arm "other"; request-header x-forwarded-host "set" }
  named:   when header x-named exists       -> app { response-header x-arm "named" }
  referer: when header referer exists       -> app { response-header x-arm "referer" }
  token:   when header authorization exists -> app { response-header x-arm "token" }
  otherwise                                 -> app { response-header x-arm "otherwise" }
}

routes everything { otherwise -> app }
"""

#: Headers of one request each, and the route that takes it.
SEEN = [
    (["x-named: 1"], "named"),
    (["connection: close, X-Named", "x-named: 1"], "otherwise"),
    (["connection: upgrade", "x-named: 1"], "named"),
    (["x-forwarded-named: 1"], "otherwise"),
    (["authorization: Basic x"], "token"),
    *((["referer: " + value], "referer") for value in (
        "https://a.example/x", "HTTPS://a.example", "/x", "x", "x/y:z", "android-app://x", "https://a.example:8443/?q")),
    *((["referer: " + value], "otherwise") for value in (
        "https://a.example/#x", "https://u@a.example/", "about:blank", "a:b/c", "https:///x", "?q:x", "https://a.example/x y")),
    (["connection: referer", "referer: /x"], "otherwise"),
    (["connection: close", "upgrade: foo"], "otherwise"),
    (["connection: upgrade", "upgrade: h2c"], "otherwise"),
    (["connection: upgrade", "upgrade: foo"], "403"),
    (["connection: upgrade", "upgrade: websocket"], "403"),
]

#: Headers that no route may ask and no client can send on, and what an upstream gets in their place: nothing, the
#: address of the client, or what is only known when it happens.
TAKEN_OUT = {
    "forwarded": None, "x-real-ip": None, "x-envoy-internal": None, "x-envoy-retry-on": None, "x-envoy-original-path": None,
    "x-forwarded-client-cert": None, "x-forwarded-host": None, "x-forwarded-port": None, "x-forwarded-user": None,
    "x-forwarded-": None, "x-forwarded-fo": None, "x-forwarded-prot": None, "x-forwarded-protocol": None,
    "x-forwarded-for": "client", "x-forwarded-proto": "http", "x-request-id": "unknown", "x-epic-country": None,
    "x-envoy-external-address": "unknown", "keep-alive": None, "proxy-connection": None,
}


class Handler(BaseHTTPRequestHandler):
    """Answers with what it was asked; takes WebSocket handshakes and then echoes bytes."""

    protocol_version = "HTTP/1.1"
    server: "Backend"

    def answer(self) -> None:
        length = self.body_length()
        self.server.paths.append(f"{self.headers['host']}{self.path}")
        if self.headers.get("upgrade", "").lower() == "websocket":
            self.send_response(101)
            self.send_header("upgrade", "websocket")
            self.send_header("connection", "upgrade")
            self.end_headers()
            self.wfile.write(self.rfile.read(4).upper())
            self.close_connection = True
            return
        names = {name.lower(): value for name, value in self.headers.items()}
        body = json.dumps({"path": self.path, "length": length, "headers": names}).encode()
        self.send_response(200)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def body_length(self) -> int:
        """Reads the body."""
        if self.headers.get("transfer-encoding") != "chunked":
            return len(self.rfile.read(int(self.headers.get("content-length") or 0)))
        total = 0
        while size := int(self.rfile.readline().strip() or b"0", 16):
            total += len(self.rfile.read(size))
            self.rfile.readline()
        return total

    do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = do_OPTIONS = answer

    def log_message(self, *_: object) -> None:
        """Nothing."""


class Backend(ThreadingHTTPServer):
    """One backend, with the paths that it was asked for."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, address: str) -> None:
        super().__init__((address, PORT), Handler)
        self.paths: list[str] = []
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def handle_error(self, *_: object) -> None:
        """A connection that the edge ends in the middle of a body is expected here."""


@dataclass
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    body: str = ""

    @property
    def sent(self) -> dict[str, str]:
        """The headers that the backend saw."""
        try:
            return dict(json.loads(self.body)["headers"])
        except ValueError:
            return {}

    @property
    def arm(self) -> str:
        """The arm that answered."""
        return self.headers.get("x-arm", self.body)


class Client:
    """Sends requests to ingresses by name."""

    def __init__(self, addresses: dict[str, str]) -> None:
        self.addresses = addresses

    def connect(self, name: str, source: str) -> socket.socket:
        """A connection to an ingress."""
        return socket.create_connection((self.addresses[name], 80), 5, source_address=(source, 0))

    def send(
        self, name: str, path: str = "/", *headers: str, method: str = "GET", body: bytes | None = None,
        chunks: Iterable[bytes] = (), source: str = PEER,
    ) -> Answer:
        """One request on a connection of its own."""
        lines = [f"{method} {path} HTTP/1.1", f"host: {name}.example.com", "connection: close", *headers]
        if body is not None:
            lines.append(f"content-length: {len(body)}")
        parts = list(chunks)
        if parts:
            lines.append("transfer-encoding: chunked")
            body = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"
        with self.connect(name, source) as channel:
            channel.sendall("\r\n".join(lines).encode() + b"\r\n\r\n" + (body or b""))
            response = HTTPResponse(channel, method=method)
            response.begin()
            found = {header.lower(): value for header, value in response.getheaders()}
            return Answer(response.status, found, response.read().decode("latin-1"))

    def statuses(self, count: int, name: str, path: str = "/", *headers: str, source: str = PEER) -> list[int]:
        """The statuses of as many equal requests."""
        return [self.send(name, path, *headers, source=source).status for _ in range(count)]


def workspace(folder: Path, keys: str) -> Path:
    """Writes the workspace."""
    (folder / "edge").mkdir(parents=True)
    (folder / "workspace.epic").write_text("edition 2026\nworkspace policies\n")
    script = harness.ROOT / "Tests" / "Support" / "envoy" / "mmdb.py"
    rows = ["203.0.113.128/25", "AT", "64500", "203.0.113.64/26", "FR", "64500", "2001:db8:88::/48", "BR", "64502",
            "192.0.2.100/32", "-", "64501"]
    subprocess.run([sys.executable, str(script), str(folder / "edge" / "geo.mmdb"), *rows], check=True)
    (folder / "edge" / "keys.json").write_text(keys)

    def digest(name: str) -> str:
        return hashlib.sha256((folder / "edge" / name).read_bytes()).hexdigest()

    text = SOURCE.replace('"GEO"', f'"{digest("geo.mmdb")}"').replace('"KEYS"', f'"{digest("keys.json")}"')
    (folder / "edge" / "edge.epic").write_text(text)
    return folder


def listeners(static: Path) -> dict[str, str]:
    """Each ingress's address."""
    found = {}
    for listener in json.loads(static.read_text())["static_resources"]["listeners"]:
        name = listener["name"].split("~")[0].removeprefix("edge_")
        found[name] = listener["address"]["socket_address"]["address"]
    return found


def limits(report: harness.Report, client: Client) -> None:
    """`rate-limit`, by every key."""
    report.check(client.statuses(7, "limits", "/direct") == [200] * 5 + [429] * 2, "an ingress limits each client")
    others = client.statuses(6, "limits", source=OTHER)
    report.check(others == [200] * 5 + [429], "another client has a bucket of its own", others)
    fresh = iter(range(110, 160))

    def distinct(count: int, *headers: str, path: str = "/", method: str = "GET") -> list[int]:
        """Each request from another client, so that only the other key counts."""
        return [
            client.send("limits", path, *headers, method=method, source=f"192.0.2.{next(fresh)}").status
            for _ in range(count)
        ]

    found = distinct(4, "x-tenant: a")
    report.check(found == [200, 200, 429, 429], "a limit by a header holds for each value", found)
    found = distinct(1, "x-tenant: b") + distinct(2, "x-tenant: a", "x-tenant: c")
    report.check(found == [200, 429, 429], "of a repeated header the first value is the key", found)
    found = distinct(4, path="/?q=1&q=2") + distinct(1, path="/?q=%31") + distinct(1, path="/?q=2")
    report.check(found == [200, 200, 200, 429, 429, 200], "a query parameter's first value, decoded, is the key", found)
    found = distinct(5, "cookie: x=1; sid=u") + distinct(1, "cookie: sid=v")
    report.check(found == [200] * 4 + [429, 200], "a cookie is a key", found)
    found = distinct(1, path="/narrow") + distinct(1, method="DELETE") + distinct(1, path="/narrow") + distinct(1)
    report.check(found == [200, 200, 429, 200], "the ways into an arm share its buckets, other arms do not", found)
    found = client.statuses(3, "quick")
    time.sleep(0.35)
    again = client.statuses(2, "quick")
    report.check(found[0] == 200 and 429 in found, "a burst is the size of a bucket", found)
    report.check(again[0] == 200 and again[1] == 429, "a bucket is refilled evenly", again)


def bodies(report: harness.Report, client: Client) -> None:
    """`max body`."""
    found = [client.send("bodies", method="POST", body=b"x" * size).status for size in (0, 1000, 1001)]
    report.check(found == [200, 200, 413], "a body up to the limit passes, a longer one is 413", found)
    found = [client.send("bodies", method="POST", chunks=[b"x" * 100] * count).status for count in (10, 11)]
    report.check(found == [200, 413], "a body of no stated length is counted as it comes", found)
    found = [client.send("bodies", "/big", method="POST", body=b"x" * size).status for size in (100_000, 100_001)]
    report.check(found == [200, 413], "an arm's limit takes the ingress's place", found)


def copies(report: harness.Report, client: Client, shadow: Backend) -> None:
    """`mirror`."""
    for path in ("/none", "/all"):
        client.send("copies", path)
    for _ in range(200):
        client.send("copies", "/half")
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline and "copies.example.com/all" not in shadow.paths:
        time.sleep(0.05)
    time.sleep(0.3)
    counts = {path: shadow.paths.count(f"copies.example.com{path}") for path in ("/none", "/all", "/half")}
    report.check(counts["/none"] == 0 and counts["/all"] == 1, "a copy goes out under its own host", counts)
    report.check(60 <= counts["/half"] <= 140, "a share of the requests is copied", counts)


def proxies(report: harness.Report, client: Client) -> None:
    """`trust proxies`, and what derives from the client."""
    cases = [
        (PROXY, "198.51.100.200", "office", "198.51.100.200"),
        (PROXY, "198.51.100.200, 192.0.2.201", "office", "198.51.100.200"),
        (PROXY, "198.51.100.200, 203.0.113.200", "austria", "203.0.113.200"),
        (FAR_PROXY, "203.0.113.70", "europe", "203.0.113.70"),
        (PROXY, "2001:db8:77::1", "v6", "2001:db8:77::1"),
        (PROXY, "2001:db8:88::1", "americas", "2001:db8:88::1"),
        (PROXY, "198.51.100.200, unknown", "otherwise", PROXY),
        (PROXY, "198.51.100.200:4711", "otherwise", PROXY),
        (PROXY, "192.0.2.201", "otherwise", "192.0.2.201"),
        (PEER, "198.51.100.200", "carrier", PEER),
    ]
    for source, chain, arm, seen in cases:
        answer = client.send(
            "proxies", "/", f"x-forwarded-for: {chain}", "x-forwarded-proto: gopher", "x-forwarded-host: evil",
            "x-envoy-retry-on: 5xx", "forwarded: for=198.51.100.200", "x-real-ip: 198.51.100.200", "x-epic-country: AT",
            source=source)
        sent = answer.sent
        found = (answer.arm, sent.get("x-forwarded-for"), sent.get("x-forwarded-proto"))
        report.check(found == (arm, seen, "http"), f"{source} says `{chain}`", found)
        kept = {"forwarded", "x-real-ip", "x-forwarded-host", "x-envoy-retry-on", "x-epic-country"} & sent.keys()
        report.check(not kept, f"{source} says nothing else", kept)
    report.check(client.send("proxies", source=PROXY).arm == "otherwise", "a proxy that says nothing is the client")
    answer = client.send("direct", "/", "x-forwarded-for: 198.51.100.200", "x-forwarded-proto: gopher", "x-forwarded-host: a",
                         "forwarded: for=198.51.100.200", source=PROXY)
    found = (answer.arm, answer.sent.get("x-forwarded-for"), answer.sent.get("x-forwarded-proto"))
    report.check(found == ("otherwise", PROXY, "http"), "without `trust proxies` the peer is the client", found)
    kept = {"forwarded", "x-forwarded-host"} & answer.sent.keys()
    report.check(not kept, "without `trust proxies` nothing that a client forwards is kept", kept)


def headers(report: harness.Report, client: Client, folder: Path) -> None:
    """What routes see of headers, by Envoy and by the interpreter."""
    ends = {"seen": PEER, "behind": PROXY}
    text = ""
    for name, source in ends.items():
        for lines, wanted in SEEN:
            answer = client.send(name, "/", *lines, source=source)
            found = answer.arm if answer.status == 200 else str(answer.status)
            report.check(found == wanted, f"{name}: {lines} is taken by {wanted}", found)
            text += f'test "{name} {len(text)}" {{\n  request GET http://{name}.example.com/ from {source}\n'
            text += "".join("  header {} {}\n".format(*map(quoted, line.split(": ", 1))) for line in lines)
            text += f"  expect {'status' if wanted.isdigit() else 'route'} {wanted}\n}}\n"
        for header, wanted in TAKEN_OUT.items():
            sent = client.send(name, "/", f"{header}: 203.0.113.9", source=source).sent
            seen = {"client": "203.0.113.9" if source == PROXY else PEER}.get(str(wanted), wanted)
            if wanted == "unknown":
                report.check(sent.get(header) != "203.0.113.9", f"{name}: no client says `{header}`", sent.get(header))
                continue
            report.check(sent.get(header) == seen, f"{name}: of `{header}` an upstream gets {seen}", sent.get(header))
            if header in ("keep-alive", "proxy-connection", "x-epic-country") or header.startswith("x-envoy-"):
                continue
            text += f'test "{name} {len(text)}" {{\n  request GET http://{name}.example.com/ from {source}\n'
            text += f'  header {quoted(header)} "203.0.113.9"\n'
            text += f"  expect request-header {quoted(header)} {'absent' if seen is None else quoted(seen)}\n}}\n"
        sent = client.send(name, "/other", "x-forwarded-host: evil", source=source).sent
        report.check(sent.get("x-forwarded-host") == "set", f"{name}: a workspace may write what it took out", sent)
    (folder / "edge" / "tests.epic").write_text(text)
    done = subprocess.run([str(harness.EPIC), "test", str(folder)], text=True, capture_output=True, timeout=120)
    output = done.stdout + done.stderr
    count = text.count("\ntest ") + 1
    report.check(f"{count} passed, 0 failed" in output, "the interpreter answers the same", output[-3000:])
    (folder / "edge" / "tests.epic").unlink()


def quoted(text: str) -> str:
    """As a string of the language."""
    return f'"{text}"'


def refusals(report: harness.Report, folder: Path) -> None:
    """Headers that nobody may ask or write."""
    asked = [*TAKEN_OUT, "host", "connection", "te", "transfer-encoding", "expect"]
    written = [name for name in asked if not name.startswith("x-forwarded-") or name[12:] in ("for", "proto", "client-cert")]
    answered = ["connection", "content-length", "transfer-encoding", "server", "date", "x-epic-a", "x-envoy-a", "host"]
    for form, names in [
        ('routes r {{ a: when header "{}" exists -> app; otherwise -> app }}', asked),
        ('routes r {{ a: when cohort(header "{}", salt: "s") < 10% -> app; otherwise -> app }}', asked[:1]),
        ('routes r {{ a: when path /a -> app {{ rate-limit 1/s by header "{}" }}; otherwise -> app }}', asked[:1]),
        ('routes r {{ a: when path /a -> app {{ request-header "{}" "1" }}; otherwise -> app }}', written),
        ('routes r {{ a: when path /a -> app {{ response-header "{}" "1" }}; otherwise -> app }}', answered),
    ]:
        for name in names:
            (folder / "edge" / "refused.epic").write_text(form.format(name) + "\n")
            command = [str(harness.EPIC), "check", "--format", "json", str(folder)]
            done = subprocess.run(command, text=True, capture_output=True, timeout=120)
            count = done.stdout.count('"E0807"')
            report.check(done.returncode == 1 and count == 1, f"E0807: {form.format(name)}", done.stdout[-1000:])
    (folder / "edge" / "refused.epic").unlink()


def pages(report: harness.Report, client: Client, issuer: TokenIssuer) -> None:
    """`cors` under `auth`, and a limit by a token."""
    def preflight(name: str, origin: str) -> Answer:
        return client.send(name, "/x", f"origin: {origin}", "access-control-request-method: PUT", method="OPTIONS")
    answer = preflight("pages", "https://app.example.net")
    wanted = {
        "access-control-allow-origin": "https://app.example.net", "access-control-allow-methods": "GET, PUT",
        "access-control-allow-headers": "authorization, content-type", "access-control-max-age": "600",
        "access-control-allow-credentials": "true",
    }
    found = {name: answer.headers.get(name) for name in wanted}
    report.check(answer.status == 200 and found == wanted, "a preflight is answered without a token", (answer.status, found))
    for origin, allowed in {
        "http://dev.example.net:3000": True, "https://a.example.org": True, "https://a.b.example.org": False,
        "https://example.org": False, "http://app.example.net": False, "https://app.example.net.evil.example": False,
    }.items():
        answer = preflight("pages", origin)
        found_origin = answer.headers.get("access-control-allow-origin")
        report.check(answer.status == 200 and (found_origin == origin) == allowed, f"{origin} is told {allowed}", found_origin)
    answer = client.send("pages", "/", "origin: https://app.example.net")
    report.check(
        (answer.status, answer.headers.get("access-control-allow-origin")) == (401, "https://app.example.net"),
        "a request without a token is 401, which the page may read", answer)
    answer = client.send("pages", "/", method="OPTIONS")
    report.check(answer.status == 401, "what is no preflight is not let through", answer.status)
    def token(subject: str) -> str:
        return "authorization: Bearer " + issuer.token("pages", {"sub": subject})
    first = client.send("pages", "/", "origin: https://app.example.net", token("u-1"))
    report.check(
        (first.status, first.headers.get("access-control-expose-headers")) == (200, "x-total"), "a page may read headers",
        first)
    found_limits = client.statuses(2, "pages", "/", token("u-1")) + client.statuses(1, "pages", "/", token("u-2"))
    report.check(found_limits == [200, 429, 200], "a limit by a token's subject holds for each subject", found_limits)
    answer = preflight("open", "https://anywhere.example")
    report.check(answer.headers.get("access-control-allow-origin") == "https://anywhere.example", "any origin may ask")


def json_bodies(report: harness.Report, client: Client) -> None:
    """`body.json`."""
    def post(body: bytes, kind: str = "application/json", path: str = "/v1/x", *more: str) -> str:
        return client.send("json", path, f"content-type: {kind}", *more, method="POST", body=body).arm
    large = b'{"options": {"model": "large"}}'
    padded = large[:-1] + b', "pad": "' + b"x" * (2048 - len(large) - 11) + b'"}'
    report.check(len(padded) == 2048, "the body is as long as the limit", len(padded))
    for claim, found, wanted in [
        ("a string in the body chooses the arm", post(large), "large"),
        ("parameters of the type do not matter", post(large, "application/json; charset=utf-8"), "large"),
        ("a type that is made of JSON counts", post(large, "Application/vnd.shop+JSON"), "large"),
        ("another type does not", post(large, "text/plain"), "other"),
        ("a body of the limit's length is read", post(padded), "large"),
        ("a longer one is not", post(padded + b" "), "other"),
        ("a later arm sees the same body", post(b'{"name": "x", "options": {"model": "small"}}'), "named"),
        ("a negation holds of another string", post(b'{"options": {"model": "m"}}'), "other"),
        ("a negation fails of the string", post(b'{"options": {"model": "small"}}'), "small"),
        ("a number is no string", post(b'{"name": 1}'), "other"),
        ("what is no JSON has no strings", post(b'{"name": "x"'), "other"),
        ("a list has no members", post(b'[{"name": "x"}]'), "other"),
        ("an empty body has no strings", post(b""), "other"),
        ("deep nesting has no strings", post(b"[" * 2000), "other"),
        ("elsewhere the body is not asked", post(large, path="/v2"), ""),
    ]:
        report.check(found == wanted, claim, found)
    answer = client.send("json", "/v1/x", "content-type: application/json", method="POST", chunks=[large])
    report.check(answer.arm == "other", "a body of no stated length is not read", answer)
    with client.connect("json", PEER) as channel:
        head = "POST /v1/x HTTP/1.1\r\nhost: json.example.com\r\ncontent-type: application/json\r\ncontent-length: 31\r\n"
        channel.sendall(head.encode() + b"x-early: 1\r\n\r\n")
        response = HTTPResponse(channel, method="POST")
        response.begin()
        early = response.read()
        report.check(early == b"early", "an earlier arm answers before the body has come", early)


def sockets(report: harness.Report, client: Client) -> None:
    """`websocket allowed`."""
    def handshake(name: str, path: str) -> tuple[str, bytes]:
        with client.connect(name, PEER) as channel:
            head = (
                f"GET {path} HTTP/1.1\r\nhost: {name}.example.com\r\nconnection: Upgrade\r\nupgrade: websocket\r\n"
                "sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\nsec-websocket-version: 13\r\n\r\n"
            )
            channel.sendall(head.encode())
            reader = channel.makefile("rb")
            status = reader.readline().split()[1].decode()
            while reader.readline().strip():
                pass
            if status != "101":
                return status, b""
            channel.sendall(b"ping")
            return status, reader.read(4)
    for name, path, wanted in [
        ("sockets", "/live", ("101", b"PING")), ("sockets", "/other", ("403", b"")), ("sockets", "/gone", ("410", b"")),
        ("texts", "/any", ("101", b"PING")), ("open", "/any", ("403", b"")),
    ]:
        found = handshake(name, path)
        report.check(found == wanted, f"a WebSocket to {name}{path}", found)
    report.check(client.send("sockets", "/other").status == 200, "other requests pass")


def logs(report: harness.Report, client: Client, output: Path) -> None:
    """`access-log`."""
    client.send("sockets", "/logged?token=secret", "cookie: sid=secret", "user-agent: x\ty")
    client.send("texts", "/logged?token=secret")
    deadline = time.monotonic() + 15  # Envoy writes its logs out every ten seconds
    lines: list[str] = []
    while time.monotonic() < deadline:
        lines = [line for line in output.read_text().splitlines() if "/logged" in line]
        if len(lines) >= 2:
            break
        time.sleep(0.2)
    entries = [json.loads(line) for line in lines if line.startswith("{")]
    report.check(len(entries) == 1 and len(lines) == 2, "each request is one line", lines)
    if entries:
        found = {name: entries[0].get(name) for name in ("ingress", "client", "method", "host", "path", "status", "upstream")}
        wanted = {"ingress": "edge/sockets", "client": PEER, "method": "GET", "host": "sockets.example.com",
                  "path": "/logged", "status": 200, "upstream": "edge_app~1"}
        report.check(found == wanted, "a line says what was asked and what became of it", entries[0])
        report.check(str(entries[0].get("route")).endswith(":otherwise"), "a line names the route", entries[0])
    report.check(not any("secret" in line for line in lines), "no query and no cookie is in a line", lines)
    texts = [line for line in lines if not line.startswith("{")]
    report.check(len(texts) == 1 and texts[0].startswith("edge/texts "), "a line of text begins with its ingress", texts)
    report.check("direct.example.com" not in output.read_text(), "nothing is logged unless it is said")


def run(report: harness.Report, work: Path) -> None:
    """Builds, validates, serves and asks."""
    issuer = TokenIssuer("https://id.example.net")
    out = work / "out"
    source = workspace(work / "workspace", issuer.key_set())
    harness.build(source, out)
    folder = next(path for path in (out / "nodes" / "here-1" / "envoy").iterdir() if path.is_dir())
    command = [str(harness.ENVOY), "-c", "static.json", "-l", "error", "--disable-hot-restart"]
    checked = subprocess.run([*command, "--mode", "validate"], cwd=folder, text=True, capture_output=True, timeout=120)
    if not report.check(checked.returncode == 0, "the static form is valid", checked.stderr[-3000:]):
        return
    addresses = listeners(folder / "static.json")
    sources = [PEER, OTHER, PROXY, FAR_PROXY] + [f"192.0.2.{number}" for number in range(110, 160)]
    network.bring_up({APP, SHADOW, *sources, *addresses.values()})
    Backend(APP)
    shadow = Backend(SHADOW)
    output = work / "envoy.out"
    with output.open("wb") as log, (work / "envoy.err").open("wb") as errors:
        process = processes.start([*command, "--concurrency", "2"], cwd=folder, stdout=log, stderr=errors)
    client = Client(addresses)
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        try:
            client.connect("limits", PEER).close()
            break
        except OSError:
            time.sleep(0.1)
    limits(report, client)
    bodies(report, client)
    copies(report, client, shadow)
    proxies(report, client)
    headers(report, client, source)
    refusals(report, source)
    pages(report, client, issuer)
    json_bodies(report, client)
    sockets(report, client)
    logs(report, client, output)
    report.check(process.poll() is None, "Envoy is still there", (work / "envoy.err").read_text()[-2000:])


if __name__ == "__main__":
    harness.main(run)
