"""Runs an emitted instance on the real Envoy, from files, and sends requests to it.

Reads a description as JSON from standard input and writes the answers as JSON to standard output:

    {"envoy": PATH, "artifacts": FOLDER, "run": FOLDER,
     "backends": [{"name": NAME, "port": PORT, "tls": FOLDER or null}],
     "fill": {SLOT: [[ADDRESS, PORT], …]},
     "steps": [{"send": REQUEST} | {"await": REQUEST, "prefix": TEXT} | {"down": NAME} | {"up": NAME} |
               {"fail": NAME, "status": 503} | {"delay": NAME, "seconds": 0.3} | {"admin": PATH}]}

A REQUEST has address, port, and optionally path, method, host, headers ([[NAME, VALUE], …]), source, tls (server name),
authority (CA file), repeat, token (claims to sign). Its answer is {"status", "headers", "body", "certificate"}, or, with
repeat (over one connection), a count by the text of the body. `await` asks until the body starts with the text, for at
most 20 seconds. A backend answers `NAME PATH HOST` and the names of headers that start with
`x-epic`; it answers 200 to /healthz while it is up, and not at all while it is down.

The assembly of what Envoy reads is the applier's contract: Sources/EpicArtifact/EnvoyLayout.swift.
"""

import base64
import collections
import hashlib
import hmac
import http.client
import http.server
import json
import os
import signal
import socket
import ssl
import subprocess
import sys
import threading
import time
from pathlib import Path

TYPES = {
    "listeners": "envoy.config.listener.v3.Listener",
    "clusters": "envoy.config.cluster.v3.Cluster",
    "routes": "envoy.config.route.v3.RouteConfiguration",
    "endpoints": "envoy.config.endpoint.v3.ClusterLoadAssignment",
    "secrets": "envoy.extensions.transport_sockets.tls.v3.Secret",
}
FOLDERS = {"listeners": "lds", "clusters": "cds", "routes": "rds", "endpoints": "eds", "secrets": "sds"}
#: Signs tokens, as `oct` key of the JWKS that tests commit.
TOKEN_KEY = b"epic-test-token-key-0123456789ab"


def fill(assignment: dict, slots: dict) -> dict:
    """Puts addresses into the localities of slots, as the applier does."""
    for locality in assignment.get("endpoints", []):
        region = locality["locality"]["region"]
        if not region.startswith("kubernetes/"):
            continue
        locality["lb_endpoints"] = [
            {"endpoint": {"address": {"socket_address": {"address": address, "port_value": port}}}}
            for address, port in slots.get(region, [])
        ]
        locality.setdefault("load_balancing_weight", max(1, len(locality["lb_endpoints"])))
    return assignment


def assemble(artifacts: Path, run: Path, slots: dict) -> None:
    for kind, folder in FOLDERS.items():
        target = run / "xds" / folder
        target.mkdir(parents=True, exist_ok=True)
        resources = {}
        for file in sorted((artifacts / kind).glob("*.json")) if (artifacts / kind).is_dir() else []:
            resource = json.loads(file.read_text())
            resources[file.stem] = fill(resource, slots) if kind == "endpoints" else resource
        groups = {folder: list(resources.values())} if kind in ("listeners", "clusters") else {
            name: [resource] for name, resource in resources.items()
        }
        for name, group in groups.items():
            response = {"version_info": "1", "type_url": "type.googleapis.com/" + TYPES[kind], "resources": group}
            (target / f"{name}.json").write_text(json.dumps(response))
    (run / "bootstrap.json").write_bytes((artifacts / "bootstrap.json").read_bytes())
    (run / "data").mkdir(exist_ok=True)
    for file in (artifacts / "data").glob("*") if (artifacts / "data").is_dir() else []:
        (run / "data" / file.name).write_bytes(file.read_bytes())


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    #: One segment for an answer: the kernel would hold the second one back.
    wbufsize = 65536

    def do_GET(self) -> None:
        length = int(self.headers.get("content-length") or 0)
        self.rfile.read(length)
        own = sorted(name for name in self.headers if name.startswith("x-epic"))
        body = " ".join([self.server.backend, self.path, self.headers["host"], *own]).encode()
        time.sleep(self.server.delay)
        status = 200 if self.path == "/healthz" else self.server.status
        self.server.seen.append(self.path)
        self.send_response(status)
        self.send_header("content-length", str(len(body)))
        self.send_header("x-seen", ",".join(self.server.seen[-4:]))
        for name in ("authorization", "x-channel"):
            if self.headers.get(name):
                self.send_header("saw-" + name, self.headers[name])
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    do_POST = do_PUT = do_DELETE = do_PATCH = do_HEAD = do_OPTIONS = do_GET

    def log_message(self, *_: object) -> None:
        pass


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    allow_reuse_address = True
    block_on_close = False


class Backend:
    def __init__(self, description: dict) -> None:
        self.description, self.server, self.open = description, None, []
        self.up()

    def up(self) -> None:
        self.server = Server(("127.0.0.1", self.description["port"]), Handler)
        self.server.backend, self.server.status, self.server.seen = self.description["name"], 200, []
        self.server.delay = 0
        if folder := self.description.get("tls"):
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(f"{folder}/tls.crt", f"{folder}/tls.key")
            self.server.socket = context.wrap_socket(self.server.socket, server_side=True)
        sockets = self.open = []
        accept = self.server.get_request

        def remember() -> tuple:
            connection = accept()
            sockets.append(connection[0])
            return connection

        self.server.get_request = remember
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    def down(self) -> None:
        self.server.shutdown()
        self.server.server_close()
        for connection in self.open:
            try:
                connection.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass
            connection.close()


class Envoy:
    def __init__(self, binary: str, run: Path) -> None:
        self.run = run
        self.log = open(run / "envoy.log", "wb")
        self.process = subprocess.Popen(
            [binary, "-c", "bootstrap.json", "--concurrency", "1", "--disable-hot-restart", "-l", "warning",
             "--reject-unknown-dynamic-fields"],
            cwd=run, stdout=self.log, stderr=self.log)

    def admin(self, path: str) -> str:
        connection = http.client.HTTPConnection("admin")
        connection.sock = socket.socket(socket.AF_UNIX)
        connection.sock.settimeout(5)
        connection.sock.connect(os.path.relpath(self.run / "admin.sock"))
        connection.request("GET", path)
        return connection.getresponse().read().decode()

    def wait(self, seconds: float) -> str | None:
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                return "Envoy ended: " + (self.run / "envoy.log").read_text()[-3000:]
            try:
                if "LIVE" in self.admin("/ready") and "lds.update_attempt: 0" not in self.admin("/stats?filter=lds.update"):
                    break
            except OSError:
                pass
            time.sleep(0.05)
        bad = [
            line for line in self.admin("/stats?filter=update_rejected|update_failure").splitlines()
            if not line.endswith(": 0")
        ]
        return f"{bad} {(self.run / 'envoy.log').read_text()[-3000:]}" if bad else None

    def stop(self) -> None:
        self.process.terminate()
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.kill()
        self.log.close()


def token(claims: dict) -> str:
    def part(data: bytes) -> str:
        return base64.urlsafe_b64encode(data).rstrip(b"=").decode()

    forged = claims.pop("forged", False)
    if claims.pop("expired", False):
        claims["exp"] = 1
    text = part(b'{"alg":"HS256","kid":"k1"}') + "." + part(json.dumps(claims).encode())
    key = b"another key" if forged else TOKEN_KEY
    return text + "." + part(hmac.new(key, text.encode(), hashlib.sha256).digest())


def send(request: dict) -> dict:
    source = (request["source"], 0) if request.get("source") else None
    connection = socket.create_connection((request["address"], request["port"]), timeout=10, source_address=source)
    certificate = None
    if request.get("tls"):
        context = ssl.create_default_context()
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
        name = None if request["tls"] == "-" else request["tls"]
        connection = context.wrap_socket(connection, server_hostname=name)
        certificate = hashlib.sha256(connection.getpeercert(True)).hexdigest()
    headers = [list(pair) for pair in request.get("headers", [])]
    if "token" in request:
        headers.append(["authorization", "Bearer " + token(dict(request["token"]))])
    lines = [f"{request.get('method', 'GET')} {request.get('path', '/')} HTTP/1.1"]
    if request.get("host") != "-":
        lines.append(f"host: {request.get('host', 'test.example')}")
    lines += ["connection: close"] + [f"{name}: {value}" for name, value in headers]
    connection.sendall(("\r\n".join(lines) + "\r\n\r\n").encode("latin-1"))
    response = http.client.HTTPResponse(connection, method=request.get("method", "GET"))
    response.begin()
    body = response.read().decode("latin-1")
    connection.close()
    names = {name.lower(): value for name, value in response.getheaders()}
    return {"status": response.status, "headers": names, "body": body, "certificate": certificate}


def draw(request: dict) -> dict:
    """Sends the same request over and over on one connection."""
    connection = http.client.HTTPConnection(request["address"], request["port"], timeout=10)
    counts: collections.Counter = collections.Counter()
    for _ in range(request["repeat"]):
        connection.request(
            request.get("method", "GET"), request.get("path", "/"),
            headers={"host": request.get("host", "test.example"), **dict(request.get("headers", []))})
        counts[connection.getresponse().read().decode("latin-1")] += 1
    connection.close()
    return dict(counts)


def await_body(request: dict, prefix: str) -> dict:
    deadline = time.monotonic() + 20
    while True:
        answer = send(request)
        if answer["body"].startswith(prefix) or time.monotonic() > deadline:
            return answer
        time.sleep(0.05)


def step(action: dict, backends: dict, envoy: Envoy) -> object:
    if "send" in action:
        request = action["send"]
        try:
            return draw(request) if "repeat" in request else send(request)
        except (OSError, http.client.HTTPException) as error:
            return {"status": 0, "headers": {}, "body": repr(error), "certificate": None}
    if "await" in action:
        return await_body(action["await"], action["prefix"])
    if "down" in action:
        backends[action["down"]].down()
    elif "up" in action:
        backends[action["up"]].up()
    elif "fail" in action:
        backends[action["fail"]].server.status = action["status"]
    elif "delay" in action:
        backends[action["delay"]].server.delay = action["seconds"]
    elif "admin" in action:
        return envoy.admin(action["admin"])
    return None


def main() -> None:
    description = json.load(sys.stdin)
    run = Path(description["run"])
    run.mkdir(parents=True, exist_ok=True)
    assemble(Path(description["artifacts"]), run, description.get("fill", {}))
    backends = {backend["name"]: Backend(backend) for backend in description.get("backends", [])}
    envoy = Envoy(description["envoy"], run)
    signal.signal(signal.SIGTERM, lambda *_: (envoy.stop(), sys.exit(1)))
    try:
        problem = envoy.wait(30)
        answers = [] if problem else [step(action, backends, envoy) for action in description["steps"]]
    finally:
        envoy.stop()
    json.dump({"problem": problem, "answers": answers}, sys.stdout)
    sys.stdout.flush()
    # Threads of backends may be within a handshake, and OpenSSL's own cleaning up at exit would pull the ground from under
    # them: a crash after the answers.
    os._exit(0)


if __name__ == "__main__":
    main()
