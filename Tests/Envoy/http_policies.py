"""What an ingress says of answers, credentials and pages, on the real Envoy: compression, passwords, keys, external decisions,
forged requests, gRPC-Web, sign-in, traces.

The workspace is this script's own. Envoy runs the static form, which is validated first.
"""

import base64
import gzip
import hashlib
import json
import socket
import ssl
import subprocess
import sys
import threading
import time
import urllib.parse
from concurrent import futures
from http.client import HTTPResponse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Support"))
sys.path.insert(0, str(Path(__file__).resolve().parent))
import harness  # noqa: E402
import grpc  # noqa: E402
from envoy.service.auth.v3 import external_auth_pb2  # noqa: E402
from kit import network, processes  # noqa: E402
from kit.keys import Authority, TokenIssuer  # noqa: E402
from request_policies import Answer, Client, listeners  # noqa: E402

#: Addresses of the backend, and of the machine that requests come from.
APP, SERVANT, NOBODY, PEER = "203.0.113.10", "203.0.113.11", "203.0.113.12", "192.0.2.100"
PORT = 8080

SOURCE = """
engine stable { envoy 1.40 }
site here { at 50.0, 8.0 country DE; node here-1 { address 192.0.2.11 } }
pool public { range 198.51.100.0/27; sites all }

upstream app { endpoint 203.0.113.10:8080; timeout connect 1s }

template plain(name: host) for ingress {
  host    name
  listen  http 80
  address one from public
  engine  stable
  sites   all
}

ingress small from plain(name: small.example.com) {
  compress brotli, gzip from 200B types "text/html", "Application/JSON"
  routes   small-routes
}
routes small-routes {
  plain:  when path /plain  -> app { compress off }
  direct: when path /direct -> respond 200 { body "DIRECT" type "text/html" }
  otherwise                 -> app
}
ingress usual from plain(name: usual.example.com) { compress zstd, gzip; routes everything }

upstream asked   { endpoint 203.0.113.11:8080; timeout connect 1s }
upstream decider { protocol h2; endpoint 203.0.113.11:9000; timeout connect 1s }
upstream nobody  { endpoint 203.0.113.12:1; timeout connect 1s }
upstream otel    { protocol h2; endpoint 203.0.113.11:4317; timeout connect 1s }

ingress web from plain(name: web.example.com) {
  auth external main { upstream asked http path-prefix /check; headers x-shown; forward x-user; timeout 5s }
  routes everything
}
ingress calls from plain(name: calls.example.com) {
  auth external main { upstream decider grpc; headers x-shown; forward x-user; timeout 5s }
  routes everything
}
ingress closed from plain(name: closed.example.com) {
  auth external main { upstream nobody http; forward x-user }
  routes everything
}
ingress lax from plain(name: lax.example.com) {
  auth external main { upstream nobody http; forward x-user; on failure allow }
  routes everything
}
ingress staff from plain(name: staff.example.com) {
  auth basic main { users secret users/staff; realm "Staff"; forward user as x-user }
  auth external main { upstream asked http; timeout 5s }
  routes everything
}
ingress keys from plain(name: keys.example.com) {
  auth api-key main { header x-api-key; key north secret keys/north; key south secret keys/south; key none secret keys/none; forward client as x-client }
  routes everything
}
ingress traced from plain(name: traced.example.com) { trace to otel sample 100%; routes everything }
ingress joined from plain(name: joined.example.com) { trace to otel sample 0.0001% continued; routes everything }
ingress live from plain(name: live.example.com) { routes live-routes }
routes live-routes {
  live:  when path /live -> app { websocket allowed }
  gone:  when path /gone -> respond 410
  otherwise              -> app
}

issuer internal { local-ca secret ca/internal }
certificate desk { names desk.example.com; issuer internal; renew 30d before }
ingress desk {
  host    desk.example.com
  listen  https 443
  tls     certificate desk
  address one from public
  engine  stable
  sites   all
  auth oidc people {
    authorize http://203.0.113.11:8081/authorize
    token     http://203.0.113.11:8081/token
    client    "desk" secret oidc/desk
    cookies   secret oidc/cookies
    scopes    "openid", "email"
    forward   token
  }
  auth jwt main { issuer https://id.example.net; jwks data "keys.json" sha256 "KEYS"; audience "desk" }
  routes desk-routes
}
routes desk-routes {
  gold: when jwt.claim("plan") is "gold" -> app { response-header x-arm "gold" }
  otherwise                              -> app { response-header x-arm "plain" }
}

routes everything { otherwise -> app }
""".replace("DIRECT", "direct " * 40)


class Handler(BaseHTTPRequestHandler):
    """Answers with the headers that it was sent, as JSON, or as long a body as the path says; `x-answer-NAME` become headers."""

    protocol_version = "HTTP/1.1"

    def answer(self) -> None:
        self.rfile.read(int(self.headers.get("content-length") or 0))
        names = {name.lower(): value for name, value in self.headers.items()}
        length = self.path.rpartition("/")[2]
        if self.headers.get("upgrade", "").lower() == "websocket":
            self.send_response(101)
            self.send_header("upgrade", "websocket")
            self.send_header("connection", "upgrade")
            self.end_headers()
            self.wfile.write(self.rfile.read(4).upper())
            self.close_connection = True
            return
        body = b"x" * int(length) if length.isdigit() else json.dumps({"path": self.path, "headers": names}).encode()
        self.send_response(200)
        for name, value in names.items():
            if name.startswith("x-answer-"):
                self.send_header(name.removeprefix("x-answer-"), value)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    do_GET = do_POST = do_PUT = do_DELETE = do_PATCH = do_HEAD = do_OPTIONS = answer

    def log_message(self, *_: object) -> None:
        """Nothing."""


class Backend(ThreadingHTTPServer):
    """A server of this process."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, address: str, port: int, handler: type[BaseHTTPRequestHandler]) -> None:
        super().__init__((address, port), handler)
        threading.Thread(target=self.serve_forever, daemon=True).start()


class Decider(BaseHTTPRequestHandler):
    """Lets pass what does not say `deny`, and says who it is."""

    protocol_version = "HTTP/1.1"
    #: What was asked: path and headers.
    asked: list[tuple[str, dict[str, str]]] = []

    def answer(self) -> None:
        self.rfile.read(int(self.headers.get("content-length") or 0))
        Decider.asked.append((f"{self.command} {self.path}", {name.lower(): value for name, value in self.headers.items()}))
        denied = "deny" in self.path
        body = b"no" if denied else b""
        self.send_response(418 if denied else 200)
        for name in ("x-user", "x-other"):
            self.send_header(name, "ada")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST = do_HEAD = answer

    def log_message(self, *_: object) -> None:
        """Nothing."""


class Issuer(BaseHTTPRequestHandler):
    """Gives tokens for codes."""

    protocol_version = "HTTP/1.1"
    tokens: TokenIssuer
    asked: list[dict[str, list[str]]] = []

    def do_POST(self) -> None:
        asked = urllib.parse.parse_qs(self.rfile.read(int(self.headers["content-length"])).decode())
        Issuer.asked.append(asked)
        claims = {"sub": "u-1", "plan": asked["code"][0]}
        answer = {"access_token": Issuer.tokens.token("desk", claims), "token_type": "Bearer", "expires_in": 3600}
        body = json.dumps(answer | {"id_token": answer["access_token"]}).encode()
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing."""


class Calls(grpc.GenericRpcHandler):
    """A service of decisions, and a collector of spans."""

    def __init__(self) -> None:
        self.checks: list[external_auth_pb2.CheckRequest] = []
        self.spans: list[bytes] = []

    def service(self, details: grpc.HandlerCallDetails) -> grpc.RpcMethodHandler | None:
        calls = {
            "/envoy.service.auth.v3.Authorization/Check": self.check,
            "/opentelemetry.proto.collector.trace.v1.TraceService/Export": self.export,
        }
        method = calls.get(details.method)
        return grpc.unary_unary_rpc_method_handler(method) if method else None

    def check(self, data: bytes, _: grpc.ServicerContext) -> bytes:
        """Lets pass what does not say `deny`."""
        request = external_auth_pb2.CheckRequest.FromString(data)
        self.checks.append(request)
        response = external_auth_pb2.CheckResponse()
        if "deny" in request.attributes.request.http.path:
            response.status.code = 7
            response.denied_response.status.code = 418
            response.denied_response.body = "no"
        else:
            for name in ("x-user", "x-other"):
                option = response.ok_response.headers.add()
                option.header.key, option.header.value = name, "ada"
            response.ok_response.headers_to_remove.append("x-kept")
        return response.SerializeToString()

    def export(self, data: bytes, _: grpc.ServicerContext) -> bytes:
        """Keeps the spans as they are."""
        self.spans.append(data)
        return b""


def decisions(report: harness.Report, client: Client, calls: Calls) -> None:
    """`auth external`."""
    sent = ["x-user: evil", "x-shown: 1", "x-hidden: 1", "authorization: t", "cookie: c", "x-kept: 1"]
    for name in ("web", "calls"):
        answer = client.send(name, "/a?b=c", *sent, method="POST", body=b"body")
        seen = answer.sent
        report.check(
            answer.status == 200 and seen.get("x-user") == "ada" and "x-other" not in seen and seen.get("x-kept") == "1",
            f"{name}: the service adds what is listed, and nothing else", (answer.status, seen))
        answer = client.send(name, "/deny")
        report.check((answer.status, answer.body) == (418, "no"), f"{name}: what it refuses is its answer", answer)
    line, headers = Decider.asked[0]
    known = {name: headers.get(name) for name in ("host", "x-shown", "authorization", "content-length", "x-hidden", "cookie", "x-user")}
    wanted = {"host": "web.example.com", "x-shown": "1", "authorization": "t", "content-length": "0", "x-hidden": None,
              "cookie": None, "x-user": None}
    report.check((line, known) == ("POST /check/a?b=c", wanted), "a service sees what it may see", (line, headers))
    http = calls.checks[0].attributes.request.http
    found = (http.method, http.path, http.host, dict(http.headers).get("x-shown"), "x-hidden" in http.headers, "cookie" in http.headers)
    report.check(
        found == ("POST", "/a?b=c", "calls.example.com", "1", False, False), "the same by gRPC", (found, dict(http.headers)))
    answer = client.send("closed")
    report.check(answer.status == 503, "a service that is down lets nothing pass", answer)
    answer = client.send("lax", "/", "x-user: evil")
    report.check(
        answer.status == 200 and "x-user" not in answer.sent, "unless that is said, and then nobody says who one is", answer)


def passwords(report: harness.Report, client: Client) -> None:
    """`auth basic`; what has the right form and is wrong, which the request table cannot say."""
    def basic(text: str) -> str:
        return "authorization: Basic " + base64.b64encode(text.encode()).decode()
    before = len(Decider.asked)
    for text, wanted in {"ada:secret": 200, "bob:other:one": 200, "ada:Secret": 401, "ada:": 401, ":": 401, "eve:secret": 401, "ada:secret ": 401,
                         "bob:other": 401}.items():
        answer = client.send("staff", "/", basic(text), "x-user: evil")
        report.check(answer.status == wanted, f"{text!r} is {wanted}", answer.status)
        if wanted == 200:
            report.check(answer.sent.get("x-user") == text.split(":")[0], "upstreams are told who it is", answer.sent)
    answer = client.send("staff")
    report.check(answer.headers.get("www-authenticate") == 'Basic realm="Staff"', "a browser is told what for", answer.headers)
    report.check(len(Decider.asked) - before == 2, "the service behind is asked of those alone that have a password")


def keys(report: harness.Report, client: Client) -> None:
    """`auth api-key`."""
    for text, wanted in {"x-api-key: sesame": "north", "x-api-key: open": "south", "x-api-key: sesamf": None, "x-api-key: ": None,
                         "x-api-key: -": None, "x-api-key: sesame ": "north", "x-other: sesame": None, "x-api-key: SESAME": None}.items():
        answer = client.send("keys", "/", text, "x-client: evil")
        found = answer.sent.get("x-client") if answer.status == 200 else None
        report.check((answer.status == 200) == (wanted is not None) and found == wanted, f"{text!r} is {wanted}", (answer.status, found))
    report.check(client.send("keys").status == 401, "no key is 401")
    report.check(client.send("keys", "/", "x-api-key: sesame", "x-api-key: bad").status == 200, "the first value counts")


def traces(report: harness.Report, client: Client, calls: Calls) -> None:
    """`trace to`."""
    caller = "0af7651916cd43dd8448eb211c80319c"
    parent = f"traceparent: 00-{caller}-b7ad6b7169203331-01"
    found = client.send("traced", "/spans?token=hidden", parent, "tracestate: a=b", "cookie: sid=hidden").sent
    told = found.get("traceparent", "").split("-")
    report.check(len(told) == 4 and told[1] != caller and told[3] == "01" and not found.get("tracestate"),
                 "a trace begins at the edge", found)
    joined = client.send("joined", "/joined", parent).sent.get("traceparent", "").split("-")
    report.check(joined[1:2] == [caller] and joined[3:] == ["01"], "`continued` goes on with the caller's", joined)
    refused = client.send("joined", "/unsampled", parent[:-1] + "0").sent.get("traceparent", "").split("-")
    report.check(refused[1:2] == [caller] and refused[3:] == ["00"], "and its word on sampling counts", refused)
    report.check("traceparent" not in client.send("usual").sent, "nothing is told where nothing is traced")
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline and not any(b"/joined" in span for span in calls.spans):
        time.sleep(0.2)
    text = b"".join(calls.spans)
    for part in (b"/spans", b"/joined", b"edge/traced", b"edge/joined", bytes.fromhex(told[1]), bytes.fromhex(caller)):
        report.check(part in text, f"the collector is told {part!r}")
    for part in (b"hidden", b"/unsampled"):
        report.check(part not in text, f"the collector is not told {part!r}")


def sockets(report: harness.Report, client: Client) -> None:
    """A WebSocket over HTTP/2 (RFC 8441), and a plain CONNECT."""
    def literal(name: str, value: str) -> bytes:
        return bytes([0, len(name)]) + name.encode() + bytes([len(value)]) + value.encode()

    def frame(kind: int, flags: int, stream: int, payload: bytes) -> bytes:
        return len(payload).to_bytes(3, "big") + bytes([kind, flags]) + stream.to_bytes(4, "big") + payload

    def connect(path: str | None) -> tuple[bytes, bytes, bool]:
        with client.connect("live", PEER) as channel:
            fields = literal(":method", "CONNECT") + literal(":authority", "live.example.com")
            if path is not None:
                fields += literal(":protocol", "websocket") + literal(":scheme", "http") + literal(":path", path)
            channel.sendall(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + frame(4, 0, 0, b"") + frame(1, 4, 1, fields))
            reader = channel.makefile("rb")
            status, data, is_offered = b"", b"", False
            while True:
                head = reader.read(9)
                if len(head) < 9:
                    return status, data, is_offered
                payload = reader.read(int.from_bytes(head[:3], "big"))
                if head[3] == 4 and not head[4]:
                    # SETTINGS_ENABLE_CONNECT_PROTOCOL
                    is_offered = any(payload[at : at + 6] == b"\x00\x08\x00\x00\x00\x01" for at in range(0, len(payload), 6))
                if head[3] == 1:
                    status = payload[:1]
                    if status == b"\x88":
                        channel.sendall(frame(0, 0, 1, b"ping"))
                    else:
                        return payload, data, is_offered
                if head[3] == 0:
                    return status, payload, is_offered
                if head[3] in (3, 7):
                    return status or b"reset", data, is_offered

    # 0x88 is `:status: 200`, which stands for 101 in HTTP/2.
    found = connect("/live")
    report.check(found == (b"\x88", b"PING", True), "a WebSocket over HTTP/2", found)
    for path in ("/other", "/gone"):
        status = connect(path)[0]
        report.check(not status.startswith(b"\x88"), f"none at {path}", status)
    status = connect(None)[0]
    report.check(not status.startswith(b"\x88"), "no CONNECT opens a way anywhere", status)


def sign_in(report: harness.Report, address: str) -> None:
    """`auth oidc`, with an `auth jwt` behind it."""
    jar: dict[str, str] = {}

    def ask(path: str, *headers: str, cookies: dict[str, str] | None = None, method: str = "GET") -> Answer:
        sent = jar if cookies is None else cookies
        lines = [f"{method} {path} HTTP/1.1", "host: desk.example.com", "connection: close", *headers]
        if sent:
            lines.append("cookie: " + "; ".join(f"{name}={value}" for name, value in sent.items()))
        context = ssl.create_default_context()
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        with context.wrap_socket(socket.create_connection((address, 443), 5), server_hostname="desk.example.com") as channel:
            channel.sendall("\r\n".join(lines).encode() + b"\r\n\r\n")
            response = HTTPResponse(channel, method=method)  # type: ignore[arg-type]
            response.begin()
            answer = Answer(response.status, {name.lower(): value for name, value in response.getheaders()}, "")
            for name, value in response.getheaders():
                if name.lower() == "set-cookie":
                    cookie, _, rest = value.partition("=")
                    text = rest.split(";")[0]
                    jar.pop(cookie, None)
                    if text != "deleted":
                        jar[cookie] = text
                        flags = {part.strip().lower() for part in rest.split(";")[1:]}
                        if not cookie.startswith("__Host-people-") or not {"secure", "httponly", "path=/"} <= flags:
                            report.check(False, "cookies are for this host alone", value)
            answer.body = response.read().decode("latin-1")
            return answer

    answer = ask("/page?x=1")
    target = urllib.parse.urlparse(answer.headers.get("location", ""))
    asked = urllib.parse.parse_qs(target.query)
    report.check(answer.status == 302 and target.path == "/authorize" and target.netloc == "203.0.113.11:8081", "who has not signed in is sent there", answer)
    wanted = {"client_id": ["desk"], "response_type": ["code"], "scope": ["openid email"], "code_challenge_method": ["S256"],
              "redirect_uri": ["https://desk.example.com/oidc/callback"]}
    report.check(all(asked.get(name) == value for name, value in wanted.items()), "with what the issuer needs to know", asked)
    stolen = ask("/oidc/callback?code=gold&state=" + urllib.parse.quote(asked["state"][0]), cookies={})
    report.check(stolen.status == 401, "another browser cannot use the answer", stolen)
    answer = ask("/oidc/callback?code=gold&state=" + urllib.parse.quote(asked["state"][0]))
    report.check((answer.status, answer.headers.get("location")) == (302, "https://desk.example.com/page?x=1"),
                 "the issuer's answer leads to the page", answer)
    exchanged = Issuer.asked[-1]
    report.check((exchanged["client_secret"], exchanged["grant_type"]) == (["client-secret"], ["authorization_code"]),
                 "the edge shows its secret", exchanged)
    answer = ask("/page")
    report.check((answer.status, answer.headers.get("x-arm")) == (200, "gold"), "who signed in passes, and routes see the claims", answer)
    report.check(json.loads(answer.body)["headers"].get("authorization", "").startswith("Bearer ey"), "upstreams get the token", answer.body)
    for name, cookies in {
        "no cookies": {}, "one cookie": {"__Host-people-token": jar["__Host-people-token"]},
        "another signature": jar | {"__Host-people-hmac": base64.b64encode(b"x" * 32).decode()},
        "another end": jar | {"__Host-people-expires": "9999999999"},
    }.items():
        report.check(ask("/page", cookies=cookies).status == 302, f"{name}: sent to the issuer")
    report.check(ask("/page", cookies={}, method="POST").status == 302, "whatever the method")
    own = Issuer.tokens.token("desk", {"sub": "program", "plan": "none"})
    answer = ask("/page", f"authorization: Bearer {own}", cookies={})
    report.check((answer.status, answer.headers.get("x-arm")) == (200, "plain"), "a program brings a token of its own", answer)
    for name, value in {"a forged token": "Bearer " + own[:-4] + "AAAA", "what is no token": "Bearer x", "nothing behind it": "Bearer !"}.items():
        report.check(ask("/page", f"authorization: {value}", cookies={}).status == 401, f"{name} is 401")
    answer = ask("/oidc/sign-out")
    report.check(answer.status == 302 and not any(name.endswith(("token", "hmac")) for name in jar), "signing out removes the cookies", jar)
    report.check(ask("/page").status == 302, "and then one signs in again")


def compression(report: harness.Report, client: Client) -> None:
    """`compress`."""
    def ask(path: str, accepted: str, kind: str = "text/html", *more: str, name: str = "small", method: str = "GET") -> Answer:
        headers = [f"accept-encoding: {accepted}"] if accepted else []
        return client.send(name, path, *headers, f"x-answer-content-type: {kind}", *more, method=method)

    def seen(answer: Answer) -> tuple[str | None, str | None]:
        return answer.headers.get("content-encoding"), answer.headers.get("vary")

    for claim, answer, wanted in [
        ("an answer is compressed as the client takes it", ask("/200", "gzip"), "gzip"),
        ("of what it likes as much, the first written is taken", ask("/200", "gzip, br"), "br"),
        ("what it likes more is taken", ask("/200", "gzip, br;q=0.5"), "gzip"),
        ("anything is the first written", ask("/200", "*"), "br"),
        ("nothing is taken that it does not take", ask("/200", "br;q=0, gzip;q=0"), None),
        ("what is not written is not taken", ask("/200", "zstd"), None),
        ("one that says nothing gets it as it is", ask("/200", ""), None),
        ("case and parameters of a type do not matter", ask("/200", "gzip", "Text/HTML; charset=utf-8"), "gzip"),
        ("types are written in any case", ask("/200", "gzip", "application/json"), "gzip"),
    ]:
        report.check(seen(answer) == (wanted, "Accept-Encoding"), claim, seen(answer))
    for claim, answer in [
        ("a shorter body passes as it is", ask("/199", "gzip")), ("another type does", ask("/200", "gzip", "text/plain")),
        ("a route that says `off` does", ask("/plain", "gzip")),
        ("what must not be transformed does", ask("/200", "gzip", "text/html", "x-answer-cache-control: no-transform")),
    ]:
        report.check(seen(answer) == (None, None), claim, seen(answer))
    answer = ask("/200", "gzip", "text/html", "x-answer-content-encoding: br")
    report.check(answer.headers.get("content-encoding") == "br", "what is compressed already passes as it is", answer.headers)
    for sent, accepted, wanted in [('"a"', "gzip", 'W/"a"'), ('W/"a"', "gzip", 'W/"a"'), ('"a"', "", '"a"')]:
        answer = ask("/200", accepted, "text/html", f"x-answer-etag: {sent}")
        report.check(answer.headers.get("etag") == wanted, f"the tag {sent} becomes {wanted}", answer.headers)
    answer = ask("/200", "gzip")
    report.check(gzip.decompress(answer.body.encode("latin-1")) == b"x" * 200, "nothing is lost", answer.body)
    answer = ask("/200", "gzip", method="HEAD")
    report.check(answer.status == 200 and answer.body == "", "an answer without a body stays one", answer)
    report.check(seen(ask("/direct", "gzip")) == ("gzip", "Accept-Encoding"), "what a route answers itself is compressed")
    for kind, length, wanted in [
        ("text/css", 1024, "zstd"), ("text/css", 1023, None), ("application/wasm", 2000, None), ("image/png", 2000, None)]:
        found = ask(f"/{length}", "gzip, zstd", kind, name="usual").headers.get("content-encoding")
        report.check(found == wanted, f"unless said otherwise, {length} bytes of {kind} become {wanted}", found)


def workspace(folder: Path, key_set: str) -> Path:
    """Writes the workspace."""
    (folder / "edge").mkdir(parents=True)
    (folder / "workspace.epic").write_text("edition 2026\nworkspace policies\n")
    (folder / "edge" / "keys.json").write_text(key_set)
    digest = hashlib.sha256((folder / "edge" / "keys.json").read_bytes()).hexdigest()
    (folder / "edge" / "edge.epic").write_text(SOURCE.replace('"KEYS"', f'"{digest}"'))
    return folder


def write_secrets(folder: Path) -> None:
    """What lies in the node's secret store."""
    files = {"users/staff/users": "ada:{SHA}5en6G6MezRroT3XKqkdPOmY/BfQ=\nbob:{SHA}HASH\n", "keys/north/key": "sesame", "keys/south/key": "open",
             "keys/none/key": "", "oidc/desk/key": "client-secret", "oidc/cookies/key": "0123456789abcdef0123456789abcdef"}
    digest = base64.b64encode(hashlib.sha1(b"other:one").digest()).decode()
    text = (folder / "static.json").read_text()
    for name, content in files.items():
        place = next(part for part in text.split('"') if part.startswith("secrets/") and part.endswith(name))
        (folder / place).parent.mkdir(parents=True, exist_ok=True)
        (folder / place).write_text(content.replace("HASH", digest))
    certificate = next(part for part in text.split('"') if part.startswith("secrets/") and part.endswith("/tls.crt"))
    Authority("EPIC test").issue((folder / certificate).parent, ["desk.example.com"])


def await_listeners(addresses: dict[str, str], process: subprocess.Popen[bytes], log: Path) -> str | None:
    """Waits until every listener takes connections; otherwise says what is wrong."""
    deadline = time.monotonic() + 60
    for name, address in addresses.items():
        while True:
            if process.poll() is not None or time.monotonic() > deadline:
                return f"{name}: {log.read_text()[-2000:]}"
            try:
                socket.create_connection((address, 443 if name == "desk" else 80), 1).close()
                break
            except OSError:
                time.sleep(0.1)
    return None


def run(report: harness.Report, work: Path) -> None:
    """Builds, validates, serves and asks."""
    out = work / "out"
    Issuer.tokens = TokenIssuer("https://id.example.net")
    source = workspace(work / "workspace", Issuer.tokens.key_set())
    harness.build(source, out)
    folder = next(path for path in (out / "nodes" / "here-1" / "envoy").iterdir() if path.is_dir())
    write_secrets(folder)
    command = [str(harness.ENVOY), "-c", "static.json", "-l", "error", "--disable-hot-restart"]
    checked = subprocess.run([*command, "--mode", "validate"], cwd=folder, text=True, capture_output=True, timeout=120)
    if not report.check(checked.returncode == 0, "the static form is valid", checked.stderr[-3000:]):
        return
    addresses = listeners(folder / "static.json")
    network.bring_up({APP, SERVANT, NOBODY, PEER, *addresses.values()})
    Backend(APP, PORT, Handler)
    Backend(SERVANT, PORT, Decider)
    Backend(SERVANT, 8081, Issuer)
    with (work / "envoy.out").open("wb") as log, (work / "envoy.err").open("wb") as errors:
        process = processes.start([*command, "--concurrency", "2"], cwd=folder, stdout=log, stderr=errors)
    # Threads of gRPC and a fork do not go together: they begin behind it.
    calls = Calls()
    servers = []
    for port in (9000, 4317):
        server = grpc.server(futures.ThreadPoolExecutor(2))
        server.add_generic_rpc_handlers((calls,))
        server.add_insecure_port(f"{SERVANT}:{port}")
        server.start()
        servers.append(server)
    client = Client(addresses)
    if fault := await_listeners(addresses, process, work / "envoy.err"):
        report.check(False, "every listener listens", fault)
        return
    compression(report, client)
    decisions(report, client, calls)
    passwords(report, client)
    keys(report, client)
    traces(report, client, calls)
    sockets(report, client)
    sign_in(report, addresses["desk"])
    for server in servers:
        server.stop(None)
    report.check(process.poll() is None, "Envoy is still there", (work / "envoy.err").read_text()[-2000:])


if __name__ == "__main__":
    harness.main(run)
