"""Sends requests to the real Envoy as bytes, and compares what comes of each with what the route interpreter says.

A request is an object of JSON as `epic-dev requests` writes and reads it (Sources/EpicDevKit/Requests/SentRequest.swift), an
answer one as it prints it (InterpreterAnswer.swift).
"""

import base64
import hashlib
import hmac
import ipaddress
import json
import os
import shlex
import shutil
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import harness
from kit import processes
from kit.keys import Authority

sys.path.insert(0, str(Path(__file__).resolve().parent / "envoy"))
import serve  # noqa: E402

EPIC_DEV = Path(os.environ.get("EPIC_DEV", harness.ROOT / ".build" / "debug" / "epic-dev"))
SHARED = harness.ROOT / "Tests" / "Envoy" / "requests"

#: Upstreams, by the addresses of their endpoints.
UPSTREAMS = {f"203.0.113.{10 + number}": f"u{number}" for number in range(1, 7)}
BACKEND_PORT = 8080
#: From linux/in.h and linux/in6.h.
IP_FREEBIND, IPV6_FREEBIND = 15, 78

#: Headers of an upstream's request that only the edge knows, or that frame the message.
UNFORESEEN = {"host", "x-request-id", "content-length", "transfer-encoding", "authorization", "connection", "upgrade"}
#: The same of a response.
FRAMING = {"date", "server", "content-length", "transfer-encoding", "connection", "x-echo", "grpc-status", "grpc-message"}
#: What pages of other origins are told.
CORS = {
    f"access-control-{name}"
    for name in ("allow-credentials", "allow-headers", "allow-methods", "allow-origin", "expose-headers", "max-age")
}
#: The user `ada` with the password `secret`, and the key of every client.
USERS, KEY = "ada:{SHA}5en6G6MezRroT3XKqkdPOmY/BfQ=\n", "sesame"
#: What Envoy makes of a status that it answers a gRPC request with itself.
GRPC_STATUS = {400: 13, 401: 16, 403: 7, 404: 12, 429: 14, 502: 14, 503: 14, 504: 14}

Request = dict[str, Any]
Answer = dict[str, Any]


@dataclass
class Observed:
    """What came back."""

    status: int = 0
    headers: dict[str, list[str]] = field(default_factory=dict)
    body: str = ""
    #: Why there is no response.
    failure: str = ""

    def first(self, name: str) -> str | None:
        """The first value of a header."""
        values = self.headers.get(name)
        return values[0] if values else None

    @property
    def echo(self) -> dict[str, Any] | None:
        """What the backend was asked, if one was."""
        text = self.first("x-echo")
        return json.loads(text) if text else None

    def __str__(self) -> str:
        if self.failure:
            return f"no response: {self.failure}"
        shown = {name: values for name, values in self.headers.items() if name not in ("x-echo", "date", "server")}
        text = f"{self.status} {shown}"
        if self.body:
            text += f" {self.body[:200]!r}"
        if echo := self.echo:
            text += f"\n    {UPSTREAMS.get(echo['place'])} got {echo['method']} {echo['target']} {echo['headers']}"
        return text


# What is sent.


def signed(token: dict[str, Any]) -> str:
    """The token's text (RFC 7519)."""
    def part(data: bytes) -> str:
        return base64.urlsafe_b64encode(data).rstrip(b"=").decode()

    issuer = f"https://{token.get('provider') or 'main'}.example.net"
    claims = {"iss": issuer, "aud": "edge", "exp": int(time.time()) + 3600, **token.get("claims", {})}
    text = part(b'{"alg":"HS256","kid":"k1"}') + "." + part(json.dumps(claims).encode())
    key = b"another key" if token.get("forged") else serve.TOKEN_KEY
    return text + "." + part(hmac.new(key, text.encode(), hashlib.sha256).digest())


def key_set() -> str:
    """The JWKS document (RFC 7517) that tokens are checked with."""
    key = base64.urlsafe_b64encode(serve.TOKEN_KEY).rstrip(b"=").decode()
    return json.dumps({"keys": [{"kty": "oct", "alg": "HS256", "kid": "k1", "k": key}]}) + "\n"


def message(request: Request) -> bytes:
    """The bytes of a request."""
    method, target, authority = request.get("method", "GET"), request["target"], request["authority"]
    if method == "CONNECT":
        # RFC 9112 section 3.2.3: a host and a port, and nothing else.
        target = authority = authority if authority.rpartition(":")[2].isdigit() else f"{authority}:{request.get('port', 80)}"
    lines = [f"{method} {target} HTTP/1.1", f"host: {authority}"]
    lines += [f"{name}: {value}" for name, value in request.get("headers", [])]
    if "token" in request:
        lines.append("authorization: Bearer " + signed(request["token"]))
    body = request.get("body")
    data = b"" if body is None else body.encode()
    if body is not None:
        lines.append(f"content-length: {len(data)}")
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + data


class Client:
    """Sends requests from any address, over connections that are kept."""

    def __init__(self, addresses: dict[tuple[str, int, int], str]) -> None:
        #: Addresses of ingresses, by ingress, version of IP and port.
        self.addresses = addresses
        self.open: dict[tuple[str, str, int, str], tuple[socket.socket, bytearray]] = {}

    def send(self, request: Request) -> Observed:
        """One request; a connection that the edge has closed meanwhile is made anew."""
        data = message(request)
        for attempt in range(2):
            key, channel, buffer, is_fresh = None, None, bytearray(), True
            try:
                key, channel, buffer, is_fresh = self.connection(request)
                channel.sendall(data)
                observed, is_kept = response(channel, buffer, request.get("method", "GET"))
                if request.get("method") == "CONNECT":
                    is_kept = False
                    if observed.status == 200 and observed.first("content-length") is None:
                        # The bytes of the tunnel: a request of its own, which tells who the other end is.
                        channel.sendall(b"GET /through HTTP/1.1\r\nhost: within\r\n\r\n")
                        within, _ = response(channel, buffer, "GET")
                        observed.headers["x-echo"] = within.headers.get("x-echo", [])
                if not is_kept:
                    self.drop(key)
                return observed
            except (OSError, EOFError, ValueError) as error:
                if key is not None:
                    self.drop(key)
                if is_fresh or attempt:
                    return Observed(failure=repr(error))
        raise AssertionError("not reached")

    def connection(self, request: Request) -> tuple[tuple[str, str, int, str], socket.socket, bytearray, bool]:
        """A connection as the request wants it, and whether it was just made."""
        source, version = request.get("client", "192.0.2.1"), request.get("tls", "")
        family = 6 if ":" in source else 4
        port = int(request.get("port", 80))
        address = self.addresses[(request["ingress"], family, port)]
        key = (source, address, port, version)
        if known := self.open.get(key):
            return key, *known, False
        channel = socket.socket(socket.AF_INET6 if family == 6 else socket.AF_INET)
        channel.settimeout(10)
        channel.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        # Linux asks for leave to bind an IPv6 address that only a route makes local.
        option = (socket.IPPROTO_IPV6, IPV6_FREEBIND) if family == 6 else (socket.IPPROTO_IP, IP_FREEBIND)
        channel.setsockopt(*option, 1)
        channel.bind((source, 0))
        channel.connect((address, port))
        if version:
            context = ssl.create_default_context()
            context.check_hostname = False
            context.verify_mode = ssl.CERT_NONE
            exact = {"1.2": ssl.TLSVersion.TLSv1_2, "1.3": ssl.TLSVersion.TLSv1_3}[version]
            context.minimum_version = context.maximum_version = exact
            name = request["authority"].rsplit(":", 1)[0].rstrip(".").lower()
            channel = context.wrap_socket(channel, server_hostname=name)
        self.open[key] = (channel, bytearray())
        return key, channel, self.open[key][1], True

    def drop(self, key: tuple[str, str, int, str]) -> None:
        """Closes a connection."""
        if known := self.open.pop(key, None):
            known[0].close()

    def close(self) -> None:
        """Closes all connections."""
        for channel, _ in self.open.values():
            channel.close()
        self.open.clear()


def response(channel: socket.socket, buffer: bytearray, method: str) -> tuple[Observed, bool]:
    """Reads one response; the flag tells whether the connection goes on."""
    def more() -> None:
        data = channel.recv(65536)
        if not data:
            raise EOFError("the connection was closed")
        buffer.extend(data)

    while True:
        while (end := buffer.find(b"\r\n\r\n")) < 0:
            more()
        lines = bytes(buffer[:end]).decode("utf-8", "surrogateescape").split("\r\n")
        del buffer[: end + 4]
        observed = Observed(status=int(lines[0].split(" ", 2)[1]))
        for line in lines[1:]:
            name, value = line.split(":", 1)
            observed.headers.setdefault(name.lower(), []).append(value.strip(" \t"))
        if observed.status >= 200:
            break
        if observed.status == 101:
            return observed, False
    body = bytearray()
    if method == "HEAD" or observed.status in (204, 304):
        pass
    elif length := observed.first("content-length"):
        while len(buffer) < int(length):
            more()
        body = buffer[: int(length)]
        del buffer[: int(length)]
    elif observed.first("transfer-encoding") == "chunked":
        while True:
            while (end := buffer.find(b"\r\n")) < 0:
                more()
            size = int(bytes(buffer[:end]).split(b";")[0], 16)
            while len(buffer) < end + 2 + size + 2:
                more()
            body += buffer[end + 2 : end + 2 + size]
            del buffer[: end + 2 + size + 2]
            if size == 0:
                break
    observed.body = bytes(body).decode("utf-8", "replace")
    return observed, observed.first("connection") != "close"


# What is compared.


def differences(request: Request, answer: Answer, observed: Observed) -> list[str]:
    """In what the real Envoy and the interpreter differ; empty if in nothing."""
    if answer["result"] == "none" or observed.failure:
        return [] if answer["result"] == "none" and observed.failure else [f"connection: {observed.failure or 'answered'}"]
    found: list[str] = []

    def compare(what: str, wanted: object, got: object) -> None:
        if wanted != got:
            found.append(f"{what}: the interpreter says {wanted!r}, Envoy {got!r}")

    result, echo = answer["result"], observed.echo
    # A redirect has no header of its own, its target tells the arm; what is refused may have passed a route.
    if result in ("forward", "respond"):
        compare("arm", answer.get("arm"), observed.first("x-arm"))
    if result == "forward":
        if echo is None:
            return [*found, f"the interpreter says forward, Envoy answers {observed.status}"]
        upstream = UPSTREAMS.get(echo["place"])
        if upstream not in answer["upstreams"]:
            found.append(f"upstream: the interpreter says {sorted(answer['upstreams'])}, Envoy {upstream!r}")
        if answer.get("tunnel"):
            compare("what went through", ("GET", "/through", "within"),
                    (echo["method"], echo["target"], grouped(echo["headers"])["host"][0]))
            compare("response headers", without(answer["response"], FRAMING), without(observed.headers, FRAMING))
            return found
        compare("path", answer["path"], echo["target"])
        seen = grouped(echo["headers"])
        compare("host", [answer["host"]], seen.get("host"))
        compare("method", request.get("method", "GET"), echo["method"])
        compare(
            "request headers", without(answer["request"], UNFORESEEN), without(seen, UNFORESEEN))
        told, got = (without(headers, FRAMING) for headers in (answer["response"], observed.headers))
        if any(name.lower() == "upgrade" for name, _ in request.get("headers", [])):
            # Envoy adds a value in front of those of an upstream that answers an upgrade with a response.
            told, got = ({name: sorted(values.split(",")) for name, values in all.items()} for all in (told, got))
        compare("response headers", told, got)
        return found
    if echo is not None:
        return [*found, f"the interpreter says {result}, Envoy forwards"]
    types = [value.strip() for name, value in request.get("headers", []) if name.lower() == "content-type"]
    content_type = ",".join(filter(None, types))
    # A preflight is answered as one whatever it says of its body.
    is_preflight = result == "respond" and "arm" not in answer
    if not is_preflight and (content_type == "application/grpc" or content_type.startswith("application/grpc+")):
        if result != "redirect":
            wanted = str(GRPC_STATUS.get(answer["status"], 2))
            compare("gRPC status", (200, wanted), (observed.status, observed.first("grpc-status")))
        return found
    compare("status", answer["status"], observed.status)
    if result == "refused":
        # What is refused may have passed a route; whether a page may read the status is no matter of routes.
        if "response" in answer:
            compare("leave", without(answer["response"], set()), {
                name: value for name, value in without(observed.headers, set()).items() if name in CORS})
        return found
    if result == "redirect":
        compare("location", answer["location"], observed.first("location"))
    elif request.get("method") != "HEAD":
        compare("body", answer["body"], observed.body)
    apart = FRAMING | {"location"} | ({"content-type"} - answer["response"].keys())
    compare("response headers", without(answer["response"], apart), without(observed.headers, apart))
    return found


def disparities(first: Observed, second: Observed) -> list[str]:
    """In what two answers of Envoy to one request differ. Which of a split's upstreams gets it is drawn anew each time."""
    found: list[str] = []

    def compare(what: str, one: object, other: object) -> None:
        if one != other:
            found.append(f"{what}: first {one!r}, then {other!r}")

    compare("connection", bool(first.failure), bool(second.failure))
    compare("status", first.status, second.status)
    compare("response headers", without(first.headers, FRAMING), without(second.headers, FRAMING))
    one, other = first.echo, second.echo
    if one is None or other is None:
        compare("forwarded", one is not None, other is not None)
        compare("body", first.body, second.body)
        return found
    for name in ("method", "target"):
        compare(name, one[name], other[name])
    headers = [without(grouped(echo["headers"]), UNFORESEEN - {"host"}) for echo in (one, other)]
    compare("request headers", *headers)
    return found


def grouped(pairs: Iterable[list[str]]) -> dict[str, list[str]]:
    """Values by name."""
    groups: dict[str, list[str]] = {}
    for name, value in pairs:
        groups.setdefault(name, []).append(value)
    return groups


def without(headers: dict[str, list[str]], names: set[str]) -> dict[str, str]:
    """Headers without some, and without Envoy's own. Lines of one name are one value, as RFC 9110 section 5.3 allows."""
    return {
        name: ",".join(values) for name, values in headers.items()
        if name not in names and not name.startswith("x-envoy-")
    }


# What runs.


def bring_up() -> None:
    """Makes every address one of this namespace's own, so that requests may come from any and go to any."""
    for words in ("link set lo up", "route add local 0.0.0.0/0 dev lo", "-6 route add local ::/0 dev lo"):
        subprocess.run(["ip", *words.split()], check=True)


def start_backends() -> subprocess.Popen[str]:
    """Starts the upstreams in a process of their own."""
    script = Path(__file__).resolve().parent / "envoy" / "echo.py"
    places = [f"{address}:{BACKEND_PORT}" for address in UPSTREAMS]
    process = processes.start([sys.executable, str(script), *places], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdout is not None
    if process.stdout.readline() != "ready\n":
        raise RuntimeError("the backends do not listen")
    return process


def instance(out: Path, node: str = "here-1") -> Path:
    """The artifacts of a node's only instance."""
    return next(path for path in sorted((out / "nodes" / node / "envoy").iterdir()) if path.is_dir())


def listener_addresses(listeners: Iterable[dict[str, Any]]) -> dict[tuple[str, int, int], str]:
    """Addresses by ingress, version of IP and port."""
    found = {}
    for listener in listeners:
        place = listener["address"]["socket_address"]
        package, name = listener["name"].split("~")[0].split("_", 1)
        family = 6 if ":" in place["address"] else 4
        found[(f"{package}/{name}", family, int(place["port_value"]))] = place["address"]
    return found


def shared_files(folder: Path) -> Path:
    """The files that all workspaces share: the database, what it was made from, and the keys of tokens."""
    folder.mkdir(parents=True)
    rows = [line.split() for line in (SHARED / "geo.tsv").read_text().splitlines() if not line.startswith("#")]
    script = Path(__file__).resolve().parent / "envoy" / "mmdb.py"
    command = [sys.executable, str(script), str(folder / "geo.mmdb"), *(word for row in rows for word in row)]
    subprocess.run(command, check=True)
    shutil.copy(SHARED / "geo.tsv", folder / "geo.tsv")
    (folder / "keys.json").write_text(key_set())
    return folder


def write_secrets(text: str, folder: Path, names: list[str]) -> None:
    """Throw-away secrets for every file that a configuration names below `secrets/`: a certificate, `USERS` or `KEY`."""
    authority = None
    for part in set(text.split('"')):
        if part.startswith("secrets/") and part.endswith("/tls.crt"):
            authority = authority or Authority("EPIC test")
            authority.issue((folder / part).parent, names)
        for name, content in (("users", USERS), ("key", KEY)):
            if part.startswith("secrets/") and part.endswith(f"/{name}"):
                (folder / part).parent.mkdir(parents=True, exist_ok=True, mode=0o700)
                (folder / part).write_text(content)


class Edge:
    """A running Envoy."""

    def __init__(self, folder: Path, configuration: str, workers: int = 2) -> None:
        self.folder = folder
        self.log = folder / "envoy.err"
        command = [
            str(harness.ENVOY), "-c", configuration, "-l", "error", "--disable-hot-restart", "--concurrency", str(workers),
            "--reject-unknown-dynamic-fields",
        ]
        with self.log.open("wb") as errors:
            self.process = processes.start(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=errors)

    def await_listeners(self, addresses: dict[tuple[str, int, int], str], seconds: float = 60) -> str | None:
        """Waits until every address takes connections; otherwise says what is wrong."""
        deadline = time.monotonic() + seconds
        for (_, _, port), address in addresses.items():
            while True:
                if self.process.poll() is not None or time.monotonic() > deadline:
                    return f"{address}:{port} does not listen: {self.log.read_text()[-3000:]}"
                try:
                    socket.create_connection((address, port), 1).close()
                    break
                except OSError:
                    time.sleep(0.05)
        return None

    def is_up(self) -> bool:
        """Whether it runs."""
        return self.process.poll() is None

    def stop(self) -> None:
        """Ends it."""
        self.process.terminate()
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait(5)


def merged(instances: list[Path], folder: Path) -> dict[tuple[str, int, int], str]:
    """Puts the static forms of several workspaces into one; their resources are named by their packages, and differ."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "data").mkdir(parents=True)
    whole: dict[str, Any] = {}
    for place in instances:
        text = (place / "static.json").read_text()
        for file in (place / "data").glob("*") if (place / "data").is_dir() else []:
            # All databases are the same; a copy of each costs Envoy one watch.
            name = "geo.mmdb" if file.suffix == ".mmdb" else file.name
            text = text.replace(f'"data/{file.name}"', f'"data/{name}"')
            shutil.copy(file, folder / "data" / name)
        form = json.loads(text)
        if not whole:
            whole = form
            continue
        for kind, resources in form["static_resources"].items():
            whole["static_resources"].setdefault(kind, []).extend(resources)
    text = json.dumps(whole)
    write_secrets(text, folder, ["*.example"])
    (folder / "static.json").write_text(text)
    return listener_addresses(whole["static_resources"]["listeners"])


def subscribed(place: Path, folder: Path) -> dict[tuple[str, int, int], str]:
    """Assembles what the applier makes of an instance: files that Envoy subscribes to."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    serve.assemble(place, folder, {})
    text = "".join(file.read_text() for file in (folder / "xds").glob("*/*.json"))
    write_secrets(text, folder, ["*.example"])
    listeners = json.loads((folder / "xds" / "lds" / "lds.json").read_text())["resources"]
    return listener_addresses(listeners)


def ask_interpreter(workspace: Path, requests: list[Request], *options: str) -> list[Answer]:
    """The interpreter's answers."""
    command = [str(EPIC_DEV), "requests", "answer", "--workspace", str(workspace), "--shared", str(SHARED), "--site", "here"]
    lines = "".join(json.dumps(request) + "\n" for request in requests)
    done = subprocess.run([*command, *options], input=lines, text=True, capture_output=True, timeout=300)
    if done.returncode != 0:
        raise RuntimeError(f"epic-dev requests answer: {done.stderr[-3000:]}{done.stdout[-1000:]}")
    return [json.loads(line) for line in done.stdout.splitlines()]


def trees(folder: Path) -> int:
    """The number of virtual hosts whose routes are a tree, in what Envoy reads in a run directory."""
    files = [folder / "static.json", *(folder / "xds").glob("rds/*.json")]
    return sum(file.read_text().count('"prefix_match_map"') for file in files if file.exists())


def place(client: str) -> list[str]:
    """The options of `epic trace` that say what the database says of a client."""
    address = ipaddress.ip_address(client)
    for row in (SHARED / "geo.tsv").read_text().splitlines():
        prefix, *known = row.split() or ["#"]
        if prefix.startswith("#") or address not in ipaddress.ip_network(prefix):
            continue
        country, number = known
        found = [] if country == "-" else ["--country", country]
        return found if number == "-" else [*found, "--asn", f"AS{number}"]
    return []


def is_traceable(request: Request) -> bool:
    """Whether a command line can say the request: one to the port that its URL means."""
    host, _, port = request["authority"].rpartition(":")
    implied = 443 if request.get("tls") else 80
    hidden = {"authorization", "host"}
    return (
        int(request.get("port", 80)) == implied and not (host and port.isdigit())
        and not any(name.lower() in hidden for name, _ in request.get("headers", []))
    )


def ask_trace(workspace: Path, request: Request) -> Answer:
    """What `epic trace` says, in the interpreter's words; without the headers, of which it tells the edits."""
    scheme = "https" if request.get("tls") else "http"
    command = [
        str(harness.EPIC), "trace", request.get("method", "GET"), f"{scheme}://{request['authority']}{request['target']}",
        "--format", "json", "-C", str(workspace), "--site", "here", "--to", request["ingress"],
        "--from", request.get("client", "192.0.2.1"),
    ]
    if request.get("tls"):
        command += ["--tls", request["tls"]]
    for name, value in request.get("headers", []):
        command += ["--header", f"{name}: {value}"]
    if token := request.get("token"):
        claims = json.dumps(token.get("claims", {}))
        provider = f"{token['provider']} " if token.get("provider") else ""
        command += ["--jwt", "invalid" if token.get("forged") else provider + claims]
    if "body" in request:
        command += ["--body", request["body"]]

    def trace(*options: str) -> dict[str, Any]:
        done = subprocess.run([*command, *options], text=True, capture_output=True, timeout=60)
        if done.returncode != 0:
            raise RuntimeError(f"{shlex.join(command)}: {done.stderr[-2000:]}")
        return json.loads(done.stdout)

    # Whose place counts is known once the ingress has told whom it takes for the client.
    found = trace()
    if options := place(found.get("client", request.get("client", "192.0.2.1"))):
        found = trace(*options)
    outcome = found["outcome"]
    kind = outcome["kind"]
    answer: Answer = {"result": {"unreachable": "none", "preflight": "respond"}.get(kind, kind)}
    if "route" in outcome:
        answer["arm"] = outcome["route"]
    for name in ("status", "location"):
        if name in outcome:
            answer[name] = outcome[name]
    if kind == "forward":
        forward = found["forward"]
        answer["upstreams"] = sorted(draw["name"].split("/")[-1] for draw in forward["upstreams"])
        answer["path"], answer["host"] = forward["path"]["value"], forward["host"]["value"]
        answer.pop("status", None)
    return answer
