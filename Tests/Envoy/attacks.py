"""What attackers send, as bytes, to the real Envoy: every row states the answer that is required.

The workspace is the request table's (`Tests/Envoy/requests/table`). A row's `required` is a status, or the name of the route
that takes it; `closed` is a connection that ends without an answer. Beside it, whatever is sent: no upstream sees a header that
is the edge's own, no upstream sees a request that nobody sent, and the answer to a request of another client on the same
upstream connections is its own.
"""

import shutil
import socket
import sys
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Support"))
import exchange  # noqa: E402
import harness  # noqa: E402
from exchange import Edge, Observed  # noqa: E402

TABLE = exchange.SHARED / "table"
PEER = "192.0.2.100"


@dataclass
class Row:
    """What is sent, and what has to come of it."""

    claim: str
    feature: str
    sent: bytes
    #: Of each answer in turn.
    required: list[str]
    #: Headers, of which an upstream may see no more than these values.
    upstream: dict[str, list[str]] = field(default_factory=dict)
    #: What the path has to be at the upstream.
    path: str | None = None


def get(
    feature: str, target: str = "/x", *headers: str, host: str | None = None, method: str = "GET", body: str = ""
) -> bytes:
    """A request of the usual form."""
    name = f"{feature}.table.example" if host is None else host
    return "\r\n".join([f"{method} {target} HTTP/1.1", f"host: {name}", *headers, "", body]).encode("latin-1")


def plain(claim: str, feature: str, target: str, *headers: str, required: str, path: str | None = None, **more: str) -> Row:
    """A row of one request."""
    return Row(claim, feature, get(feature, target, *headers, **more), [required], path=path)


def spoofed() -> list[Row]:
    """Headers that say what only the edge can know."""
    rows = [
        plain(f"`{header}` sets no country", "place", "/is", f"{header}: DE", required="otherwise")
        for header in ("x-epic-country", "X-Epic-Country", "x-geo-country", "cf-ipcountry", "x-country", "geoip-country")
    ]
    rows += [
        plain(f"`{header}` sets no client", "client", "/in", f"{header}: 198.51.100.200", required="otherwise")
        for header in (
            "x-forwarded-for", "X-FORWARDED-FOR", "x-real-ip", "true-client-ip", "x-client-ip", "x-cluster-client-ip",
            "cf-connecting-ip", "x-envoy-external-address", "x-originating-ip", "x-remote-addr")
    ]
    rows += [
        plain(
            "`forwarded` sets no client", "client", "/in", "forwarded: for=198.51.100.200;proto=https",
            required="otherwise"),
        plain("`x-epic-tls` sets no version", "tls", "/is", "x-epic-tls: TLSv1.3", required="otherwise"),
        plain("`x-epic-asn` sets no number", "place", "/asn", "x-epic-asn: 64500", required="otherwise"),
        plain("`x-epic-path` sets no path", "path-subtree", "/api/v1", "x-epic-path: /api/v2", required="v1"),
        plain(
            "`x-envoy-original-path` sets no path", "path-subtree", "/api/v1", "x-envoy-original-path: /api/v2",
            required="v1"),
        plain(
            "`x-original-url` sets no path", "path-exact", "/x", "x-original-url: /static", "x-rewrite-url: /static",
            required="otherwise"),
        plain(
            "`x-http-method-override` sets no method", "method", "/is", "x-http-method-override: POST",
            required="otherwise"),
        plain(
            "`x-forwarded-host` sets no host", "hosts", "/x", "x-forwarded-host: admin.hosts.table.example",
            required="otherwise"),
        plain(
            "two chains from a stranger set no client", "proxies", "/x", "x-forwarded-for: 198.51.100.9",
            "x-forwarded-for: 198.51.100.9", required="otherwise"),
    ]
    own = [
        "x-epic-country", "x-epic-path", "x-epic-asn", "x-epic-tls", "x-epic-query-q", "x-epic-tier-host",
        "x-epic-no-cluster", "x-envoy-retry-on", "x-envoy-upstream-rq-timeout-ms", "x-envoy-original-path",
        "x-envoy-internal", "x-envoy-force-trace", "x-envoy-decorator-operation", "x-forwarded-host", "x-forwarded-port",
        "x-forwarded-client-cert", "forwarded", "x-real-ip",
    ]
    for feature in ("named", "place", "query", "proxies", "cohort"):
        lies = [*(f"{name}: evil" for name in own), "x-forwarded-for: 198.51.100.9", "x-forwarded-proto: https"]
        sent = get(feature, "/zzz?q=1", *lies)
        rows.append(Row(
            f"{feature}: none of {len(own)} headers of the edge's own reaches an upstream", feature, sent, ["otherwise"],
            upstream={**{name: [] for name in own}, "x-forwarded-for": [PEER], "x-forwarded-proto": ["http"]}))
    for name in ("x-named", "authorization", "cookie", "content-length", "x-epic-tls", "x-forwarded-for", "host"):
        required = "400" if name in ("x-forwarded-for", "host") else "otherwise"
        claim = f"`connection: {name}` takes nothing from the edge"
        rows.append(plain(claim, "header-edge", "/zzz", f"connection: {name}", required=required))
    return rows


def paths() -> list[Row]:
    """Ways around a path that is asked for."""
    tricks = {
        "/api/./v1": "v1", "/api/%2e/v1": "v1", "/api/x/../v1": "v1", "/api/x/%2e%2e/v1": "v1", "/api/x/.%2E/v1": "v1",
        "/api/x/%2e./v1": "v1", "//api/v1": "v1", "/api//v1": "v1", "/api///v1/x": "v1", "/./api/v1": "v1",
        "/../api/v1": "v1", "/x/../api/v1": "v1", "/api\\v1": "v1", "/api/x\\..\\v1": "v1", "\\api\\v1": "400",
        "/%61pi/v1": "v1", "/api/%761": "v1", "/api/v%31": "v1", "/a%70i/%76%31/": "v1", "/api/v1/../v1/": "v1",
        "/api/v1;x": "no", "/api/v1;/x": "no", "/api;/v1": "otherwise", "/api;x/v1": "otherwise", "/API/v1": "otherwise",
        "/Api/V1": "otherwise", "/api/V1": "no", "/api/v1%20": "no", "/api/v1%09": "no", "/api/v1.": "no", "/api/v1..": "no",
        "/api/v1...": "no", "/api/..v1": "no", "/api/v1/..;/x": "no", "/api/..;/api/v1": "v1", "/api/.;/v1": "v1",
        "/api/%2e%2e;/v1": "400", "/api/v1/%2e%2e;/x": "400", "/x/%2e%2e;/api/v1": "400", "/x/.%2e;a=b/api/v1": "400",
        "/api/%2e;/v1": "400", "/%2e%2e;/api/v1": "400", "/api/v1/%2E.;": "400", "/api/v1/%252e%252e;/x": "400",
        "/api/v1/%25252e;/x": "400", "/api\\%2e%2e;\\v1": "400", "/api/v1/.%2%65;/x": "400", "/api/v1/%2e%2e;?x": "400",
        "/api/v1?/%2e%2e;/": "v1", "/api/v1?x=/..;/v2": "v1", "/api/v1;x=1?/..;": "no", "/api/v1/...;/x": "v1",
        "/api%2Fv1": "400", "/api%2fv1": "400", "/api/v1%2F..": "400", "/api/%2e%2e%2fapi%2fv1": "400", "/api%5Cv1": "400",
        "/api%5cv1": "400", "/api/v1%00": "400", "/%00/api/v1": "400", "/api/v1%0": "no", "/api/%252e%252e/v1": "no",
        "/api%252fv1": "otherwise", "/%2561pi/v1": "otherwise", "/api/v1#x": "400", "/#/../api/v1": "400", "/api/%2%46v1": "no",
        "/api/v1?/../v2": "v1", "/x?/api/v1": "otherwise", "/api/v2/%2e%2e/v1/%2e": "v1", "/api/%u0076/1": "no",
        "/api/%c0%ae%c0%ae/v1": "no", "/api/%e0%80%ae/v1": "no", "/api/v1%3F": "no", "/api/v1%23": "no", "/api/\x7fv1": "400",
        "/api/\tv1": "400", "/api/\xe9": "400", "x/api/v1": "400", "": "400", "/api/v1 x": "400",
    }
    return [plain(f"the path {target!r}", "path-subtree", target, required=required) for target, required in tricks.items()]


def hosts() -> list[Row]:
    """Ways around a host."""
    tricks = {
        "ADMIN.hosts.table.example": "admin", "admin.hosts.table.example.": "admin", "admin.hosts.table.example:80": "admin",
        "admin.hosts.table.example.:8080": "admin", "aDmIn.HOSTS.table.example:1": "admin", "admin.hosts.table.example..": "404",
        "admin.hosts.table.example:": "404", "admin.hosts.table.example:80:80": "404", "admin.hosts.table.example:x": "404",
        "admin.hosts.table.example@evil.example": "404", "evil.example": "404", "evil.example:80": "404", "": "404",
        "a.b.hosts.table.example": "404", ".hosts.table.example": "404", "*.hosts.table.example": "one", "hosts.table.example.evil": "404",
        "admin.hosts.table.example/": "400", "admin.hosts.table.example?x": "400", "admin.hosts.table.example#x": "400",
        "admin.hosts.table.example, evil.example": "400", "adm in.hosts.table.example": "400", "127.0.0.1": "404", "[::1]": "404",
        "admin.hosts.table.example\\": "400", "admin%2ehosts.table.example": "404", "xn--admin.hosts.table.example": "one",
    }
    rows = [plain(f"the host {name!r}", "hosts", "/x", required=required, host=name) for name, required in tricks.items()]
    name, evil = "admin.hosts.table.example", "hosts.table.example"
    forms = [
        ("the target's host counts, not the header's", f"GET http://{name}/x HTTP/1.1\r\nhost: {evil}\r\n\r\n", "admin"),
        ("a target's unknown host is unknown", f"GET http://evil.example/x HTTP/1.1\r\nhost: {name}\r\n\r\n", "404"),
        ("a target's host has no case", f"GET HTTP://{name.upper()}:80/x HTTP/1.1\r\nhost: {evil}\r\n\r\n", "admin"),
        ("two hosts", f"GET /x HTTP/1.1\r\nhost: {name}\r\nhost: {evil}\r\n\r\n", "404"),
        ("two equal hosts", f"GET /x HTTP/1.1\r\nhost: {name}\r\nHost: {name}\r\n\r\n", "404"),
        ("no host", "GET /x HTTP/1.1\r\n\r\n", "400"),
        ("a blank before the colon of the host", f"GET /x HTTP/1.1\r\nhost : {name}\r\n\r\n", "400"),
        ("a host that is folded", f"GET /x HTTP/1.1\r\nhost:\r\n {name}\r\n\r\n", "admin"),
        ("a target of another scheme", f"GET ftp://{name}/x HTTP/1.1\r\nhost: {name}\r\n\r\n", "400"),
        ("CONNECT", f"CONNECT {name}:80 HTTP/1.1\r\nhost: {name}\r\n\r\n", "404"),
    ]
    return rows + [Row(claim, "hosts", sent.encode(), [required]) for claim, sent, required in forms]


def tunnels() -> list[Row]:
    """Ways to a tunnel that no route opens, from a client that has some."""
    name = "db.tunnel.table.example"
    inner = "GET /smuggled HTTP/1.1\r\nhost: within\r\n\r\n"

    def asked(target: str, host: str | None = None, *lines: str, version: str = "1.1", body: str = "") -> bytes:
        return "\r\n".join([f"CONNECT {target} HTTP/{version}", f"host: {host or target}", *lines, "", body]).encode()

    forms = {
        "a foreign host": (asked("evil.example:5432"), "404"),
        "a foreign host beside a good header": (asked("evil.example:5432", f"{name}:5432"), "404"),
        "an address": (asked("203.0.113.12:8080"), "404"),
        "the machine itself": (asked("127.0.0.1:5432"), "404"),
        "the machine itself in IPv6": (asked("[::1]:5432"), "404"),
        "a foreign port": (asked(f"{name}:25"), "404"),
        "the upstream's port, which is not listed": (asked(f"{name}:8080"), "404"),
        "a port with a zero in front": (asked(f"{name}:05432"), "404"),
        "a port that is too large": (asked(f"{name}:65536"), "400"),
        "two ports": (asked(f"{name}:22:5432"), "400"),
        "a port with a sign": (asked(f"{name}:+5432"), "400"),
        "no port": (asked(name), "400"),
        "no port beside a good header": (asked(name, f"{name}:5432"), "400"),
        "an empty port": (asked(f"{name}:"), "400"),
        "a user": (asked(f"u@{name}:5432"), "400"),
        "an absolute form": (asked(f"http://{name}:5432/", f"{name}:5432"), "400"),
        "a path": (asked(f"{name}:5432/x", f"{name}:5432"), "400"),
        "a path alone": (asked("/get", f"{name}:5432"), "400"),
        "an asterisk": (asked("*", f"{name}:5432"), "400"),
        "a length": (asked(f"{name}:5432", None, f"content-length: {len(inner)}", body=inner), "400"),
        "a coding": (asked(f"{name}:5432", None, "transfer-encoding: chunked", body="0\r\n\r\n" + inner), "501"),
        "HTTP/1.0": (asked(f"{name}:5432", version="1.0"), "426"),
        "small letters": (asked(f"{name}:5432").replace(b"CONNECT", b"connect", 1), "400"),
        "a request behind a refused one": (asked(f"{name}:25", body=inner), "404"),
        "datagrams": (asked(f"{name}:5432", None, "connection: upgrade", "upgrade: connect-udp"), "404"),
        "a WebSocket, too": (asked(f"{name}:5432", None, "connection: upgrade", "upgrade: websocket"), "403"),
        "the host of another ingress": (asked("method.table.example:5432"), "404"),
        "two labels for one": (asked(f"x.{name}:5432"), "404"),
    }
    rows = [Row(f"CONNECT with {claim}", "tunnel", sent, [required]) for claim, (sent, required) in forms.items()]
    udp = ("connection: upgrade", "upgrade: connect-udp", "capsule-protocol: ?1")
    rows += [
        plain("an upgrade to CONNECT", "tunnel", "/x", "connection: upgrade", "upgrade: CONNECT", host=name, required="403"),
        plain("datagrams by GET", "tunnel", "/.well-known/masque/udp/203.0.113.12/8080/", *udp, host=name, required="403"),
        plain("a request that names a tunnel's port", "tunnel", "/get", host=f"{name}:5432", required="404"),
        plain("a request that names a foreign port", "tunnel", "/get", host=f"{name}:25", required="404"),
        plain("a request that names the listener's port", "tunnel", "/get", host=f"{name}:80", required="get"),
        plain("a request with the method CONNECT in a header", "tunnel", "/get", "x-http-method-override: CONNECT", host=name, required="get"),
    ]
    return rows


def headers() -> list[Row]:
    """Headers that are repeated, large, or none."""
    rows = [
        plain("a header of 50 KB", "named", "/zzz", "x-large: " + "a" * 50_000, required="otherwise"),
        plain("a header of 70 KB", "named", "/zzz", "x-large: " + "a" * 70_000, required="431"),
        plain(
            "98 headers of 1 KB", "named", "/zzz", *(f"x-{number}: {'a' * 1000}" for number in range(98)), required="431"),
        plain("150 headers", "named", "/zzz", *(f"x-{number}: 1" for number in range(150)), required="431"),
        plain("a path of 70 KB", "named", "/" + "a" * 70_000, required="431"),
        plain(
            "of a repeated cookie the first counts", "cookie", "/is", "cookie: beta=off", "cookie: beta=on",
            required="otherwise"),
        plain("a name with a blank", "named", "/zzz", "x bad: 1", required="400"),
        plain("a name that ends in a blank", "named", "/zzz", "x-bad : 1", required="400"),
        plain("a name that is empty", "named", "/zzz", ": 1", required="400"),
        plain("a line without a colon", "named", "/zzz", "x-bad", required="400"),
        plain("a value with a null byte", "named", "/zzz", "x-bad: a\0b", required="400"),
        plain("a value with a carriage return", "named", "/zzz", "x-bad: a\rb", required="otherwise"),
        plain("a pseudo header", "named", "/zzz", ":path: /beta", required="400"),
        plain("a folded value is one value", "header-is", "/is", "x-beta: 2\r\n 1", required="otherwise"),
        plain("a name with an underscore is another", "header-is", "/is", "x_beta: 1", required="otherwise"),
        plain(
            "a body within the limit", "max-body", "/big", "content-length: 20", method="POST", body="a" * 20,
            required="big"),
        plain(
            "a body beyond the limit, unsent", "max-body", "/big", "content-length: 99999999999", method="POST",
            required="413"),
        plain("a token in the query is none", "tokens-two", "/main?access_token=x.y.z", required="401"),
        plain(
            "a token without a signature", "tokens", "/is",
            "authorization: Bearer eyJhbGciOiJub25lIn0.eyJwbGFuIjoiZ29sZCJ9.", required="401"),
    ]
    return rows


def smuggled() -> list[Row]:
    """Requests whose end is told in two ways."""
    inner = "GET /smuggled HTTP/1.1\r\nhost: method.table.example\r\n\r\n"
    size = len(inner)

    def post(*lines: str, body: str = "") -> bytes:
        return "\r\n".join(["POST /is HTTP/1.1", "host: method.table.example", *lines, "", body]).encode("latin-1")

    rows = {
        "content-length and transfer-encoding": (
            post(f"content-length: {size}", "transfer-encoding: chunked", body="0\r\n\r\n" + inner), ["400"]),
        "transfer-encoding and content-length": (
            post("transfer-encoding: chunked", "content-length: 4", body="0\r\n\r\n" + inner), ["400"]),
        "two lengths": (post("content-length: 0", f"content-length: {size}", body=inner), ["400"]),
        "two lengths in one line": (post(f"content-length: 0, {size}", body=inner), ["400"]),
        "two equal lengths": (post("content-length: 4", "content-length: 4", body="abcd"), ["400"]),
        "a length with a sign": (post("content-length: +4", body="abcd"), ["400"]),
        "a negative length": (post("content-length: -1"), ["400"]),
        "a length in hexadecimal": (post("content-length: 0x4", body="abcd"), ["400"]),
        "a length with a blank": (post("content-length: 4 4", body="abcd"), ["400"]),
        "a length that is too large": (post("content-length: 99999999999999999999999", body="abcd"), ["400"]),
        "an unknown coding": (post("transfer-encoding: xchunked", body="0\r\n\r\n" + inner), ["501"]),
        "two codings": (post("transfer-encoding: chunked, identity", body="0\r\n\r\n" + inner), ["501"]),
        "chunked twice": (
            post("transfer-encoding: chunked", "transfer-encoding: chunked", body="0\r\n\r\n"), ["501"]),
        "a coding behind a tab": (post("transfer-encoding:\tchunked", body="0\r\n\r\n"), ["one"]),
        "a coding in other letters": (post("transfer-encoding: ChUnKeD", body="0\r\n\r\n"), ["one"]),
        "a coding with a form feed": (post("transfer-encoding: \x0bchunked", body="0\r\n\r\n" + inner), ["400"]),
        "a blank before the colon": (
            post("transfer-encoding : chunked", f"content-length: {size}", body="0\r\n\r\n" + inner), ["400"]),
        "a chunk's size with a sign": (post("transfer-encoding: chunked", body="+0\r\n\r\n" + inner), ["400"]),
        "a chunk's size in decimal letters": (post("transfer-encoding: chunked", body="g\r\n\r\n" + inner), ["400"]),
        "a chunk longer than it says": (
            post("transfer-encoding: chunked", body="3\r\nabcdef\r\n0\r\n\r\n" + inner), ["one", "otherwise"]),
        "a chunk's size that overflows": (
            post("transfer-encoding: chunked", body="10000000000000001\r\na\r\n0\r\n\r\n" + inner), ["400"]),
        "a coding in HTTP/1.0": (
            post("transfer-encoding: chunked", body="0\r\n\r\n" + inner).replace(b"1.1", b"1.0", 1), ["426"]),
        "HTTP/2 said in HTTP/1.1": (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", ["closed"]),
        "HTTP/0.9": (b"GET /is\r\n\r\n", ["426"]),
        "HTTP/1.2": (get("method", "/is").replace(b"1.1", b"1.2", 1), ["426"]),
        "a method with a blank": (get("method", "/is", method="GE T"), ["400"]),
        "a method in small letters": (get("method", "/is", method="get"), ["400"]),
        "lines that end in a line feed": (get("method", "/zzz").replace(b"\r\n", b"\n"), ["otherwise"]),
        "a length and a request behind its body": (
            post("content-length: 4", body="abcd" + inner), ["one", "otherwise"]),
        "chunks and a request behind them": (
            post("transfer-encoding: chunked", body="4\r\nabcd\r\n0\r\n\r\n" + inner), ["one", "otherwise"]),
        "a GET with a body that is a request": (
            get("method", "/zzz", f"content-length: {size}", body=inner), ["otherwise"]),
        "an upgrade with a body that is a request": (
            post("connection: upgrade", "upgrade: websocket", f"content-length: {size}", body=inner), ["403"]),
        "an upgrade to HTTP/2 with settings": (
            get("method", "/zzz", "connection: upgrade, http2-settings", "upgrade: h2c", "http2-settings: AAMAAABkAAQAAP__"), ["otherwise"]),
    }
    return [Row(f"smuggling: {claim}", "method", sent, required) for claim, (sent, required) in rows.items()]


def ask(row: Row, address: str) -> list[Observed]:
    """What comes back on a connection of its own, until the edge closes it or is silent."""
    with socket.socket() as channel:
        channel.setsockopt(socket.IPPROTO_IP, exchange.IP_FREEBIND, 1)
        channel.bind((PEER, 0))
        channel.settimeout(5)
        channel.connect((address, 80))
        try:
            channel.sendall(row.sent)
        except OSError:
            pass  # the edge has answered already
        buffer, found = bytearray(), []
        while True:
            try:
                observed, goes_on = exchange.response(channel, buffer, "HEAD" if row.sent.startswith(b"HEAD") else "GET")
            except (OSError, EOFError, ValueError) as error:
                if not found:
                    found.append(Observed(failure=repr(error)))
                return found
            found.append(observed)
            if not goes_on:
                return found
            # What a smuggled request would get comes at once.
            channel.settimeout(5 if len(found) < len(row.required) else 0.15)


def name(observed: Observed) -> str:
    """The answer as a row states it."""
    if observed.failure:
        return "closed"
    return observed.first("x-arm") or str(observed.status)


def check(report: harness.Report, row: Row, address: str) -> None:
    """One row."""
    found = ask(row, address)
    got = [name(observed) for observed in found]
    wanted = list(row.required)
    # A status may be answered on a route.
    answers = [str(observed.status) if want.isdigit() else one for observed, one, want in zip(found, got, wanted)]
    faults = [] if answers == wanted and len(got) == len(wanted) else [f"{got} and not {wanted}"]
    for observed in found:
        if echo := observed.echo:
            seen = exchange.grouped(echo["headers"])
            for header, values in row.upstream.items():
                if seen.get(header, []) != values:
                    faults.append(f"the upstream sees {header}: {seen.get(header)}")
            if not observed.status == 200:
                faults.append(f"an upstream's answer with status {observed.status}")
    report.check(not faults, row.claim, f"{faults} {row.sent[:300]!r} {[str(one)[:300] for one in found]}")


def run(report: harness.Report, work: Path) -> None:
    """Builds, serves, attacks."""
    shutil.copytree(TABLE, work / "table")
    harness.build(work / "table", work / "out")
    exchange.bring_up()
    backends = exchange.start_backends()
    addresses = exchange.subscribed(exchange.instance(work / "out"), work / "run")
    edge = Edge(work / "run", "bootstrap.json", workers=1)
    problem = edge.await_listeners(addresses)
    if not report.check(problem is None, "Envoy serves the table", problem):
        return
    victim = exchange.Client(addresses)
    for rows in (spoofed(), paths(), hosts(), tunnels(), headers(), smuggled()):
        for row in rows:
            check(report, row, addresses[(f"{row.feature}/edge", 4, 80)])
            if row.claim.startswith("smuggling"):
                # Another client's request over the same upstream connections.
                answer = victim.send({
                    "ingress": "method/edge", "authority": "method.table.example", "target": "/victim", "client": "192.0.2.9"})
                echo = answer.echo or {}
                report.check(echo.get("target") == "/victim", f"{row.claim}: the next client gets its own answer", str(answer))
    report.check(edge.process.poll() is None, "Envoy is still there", edge.log.read_text()[-2000:])
    report.check(backends.poll() is None, "the backends are still there")


if __name__ == "__main__":
    harness.main(run)
