"""Three releases of Envoy side by side on one node: 1.38, 1.39 and 1.40, one ingress each, of one template.

Every request is answered alike by all of them and by the interpreter, an ingress moves from one engine to another without the
third one noticing, and what a release lacks is refused before anything is built.
"""

import http.client
import json
import os
import socket
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Support"))
import harness  # noqa: E402
from kit import network  # noqa: E402

APP, PEER, OFFICE = "203.0.113.10", "192.0.2.100", "192.0.2.200"
#: The engines and the releases that the tests install.
RELEASES = {"old": "1.38.3", "proven": "1.39.3", "latest": "1.40.0"}

SOURCE = """
engine old { envoy 1.38 }
engine proven { envoy 1.39 }
engine latest { envoy 1.40 }
site here { at 50.0, 8.0 country DE; node here-1 { address 192.0.2.11 } }
pool public { range 198.51.100.0/27; sites all }

template served(name: host) for ingress {
  host    name
  listen  http 80
  address one from public
  sites   all
  access-log json
}
ingress old from served(name: old.edge.example) { engine old; routes shared }
ingress proven from served(name: proven.edge.example) { engine proven; routes proven-routes }
ingress latest from served(name: latest.edge.example) { engine latest; routes latest-routes }

template guarded(name: host) for ingress {
  host    name
  listen  http 80
  address one from public
  sites   all
  routes  guarded-routes
}
template keyed(name: host) for ingress {
  host     name
  listen   http 80
  address  one from public
  sites    all
  compress gzip from 100B
  csrf     refused
  grpc-web allowed
  auth api-key main { header x-api-key; key north secret keys/north; forward client as x-client }
  auth external main { upstream app http; timeout 5s }
  trace    to nobody sample 100% continued
  routes   guarded-routes
}
ingress old-words from guarded(name: old-words.edge.example) { engine old; auth basic main { users secret users/staff } }
ingress proven-words from guarded(name: proven-words.edge.example) { engine proven; auth basic main { users secret users/staff } }
ingress latest-words from guarded(name: latest-words.edge.example) { engine latest; auth basic main { users secret users/staff } }
ingress old-keys from keyed(name: old-keys.edge.example) { engine old }
ingress proven-keys from keyed(name: proven-keys.edge.example) { engine proven }
ingress latest-keys from keyed(name: latest-keys.edge.example) { engine latest }
routes guarded-routes {
  page: when path /page -> respond 200 { header x-arm "page"; body "BODY" type "text/html" }
  otherwise             -> respond 404 { header x-arm "otherwise" }
}
upstream nobody { protocol h2; endpoint 203.0.113.11:1 }

upstream app {
  balance ring-hash by cookie sid lifetime 1h
  eject   after 5 failures
  max     requests 500
  retry   budget 20%
  endpoint 203.0.113.10:8080
}
upstream copy { endpoint 203.0.113.10:8080 }

routes shared {
SHARED
}
routes proven-routes {
PROVEN
SHARED
}
routes latest-routes {
LATEST
PROVEN
SHARED
}
"""

#: What every release can do.
SHARED = """
  exact:   when path /exact -> app { response-header x-arm "exact" }
  below:   when path /below/** and method in [GET, HEAD] -> app { response-header x-arm "below" }
  capture: when path /v1/{rest...} -> app { response-header x-arm "capture"; rewrite path "/v2/${rest}" }
  cookie:  when path /ask and cookie beta is "on" -> app { response-header x-arm "cookie" }
  query:   when path /ask and query q starts "a" -> app { response-header x-arm "query" }
  there:   when path /ask and header x-there exists -> app { response-header x-arm "there" }
  agent:   when path /ask and header user-agent starts "curl/" -> app { response-header x-arm "agent" }
  call:    when grpc edge.v1.Pages/Get -> app { response-header x-arm "call" }
  office:  when path /ask and client in 192.0.2.200/32 -> app { response-header x-arm "office" }
  cohort:  when path /ask and cohort(cookie sid, salt: "s") < 50% -> app { response-header x-arm "cohort" }
  shared:  when path /split -> split { 50% app; 50% copy; response-header x-arm "shared" }
  gone:    when path /gone -> respond 410 { header x-arm "gone" }
  moved:   when path /moved/{rest...} -> redirect 308 "/new/${rest}"
  otherwise -> respond 404 { header x-arm "otherwise" }
"""
#: What 1.39 brought: repeated headers value by value, and expressions over bytes.
PROVEN = """
  header:  when path /ask and header x-a is "1" -> app { response-header x-arm "header" }
  regex:   when path matches re"/r[0-9]+/.*" -> app { response-header x-arm "regex" }
"""
#: What 1.40 brought.
LATEST = """
  upload:  when path /upload -> app { max body 10B; response-header x-arm "upload" }
"""


@dataclass
class Case:
    """A request, and the arm that answers it on each engine."""

    path: str
    arm: str
    headers: list[tuple[str, str]] = field(default_factory=list)
    source: str = PEER
    method: str = "GET"
    engines: tuple[str, ...] = ("old", "proven", "latest")


CASES = [
    Case("/exact", "exact"), Case("/exact?a=b", "exact"), Case("/exact/", "otherwise"), Case("/Exact", "otherwise"),
    Case("/below", "below"), Case("/below/a/b", "below"), Case("/belowx", "otherwise"),
    Case("/below/a", "otherwise", method="POST"), Case("/a/../below/x", "below"), Case("/%62elow", "below"),
    Case("/v1", "capture"), Case("/v1/a/b", "capture"), Case("/v10", "otherwise"),
    Case("/ask", "cookie", [("cookie", "beta=on")]), Case("/ask", "cookie", [("cookie", "a=b; beta=on")]),
    Case("/ask", "otherwise", [("cookie", "beta=off")]), Case("/ask", "otherwise", [("cookie", "xbeta=on")]),
    Case("/ask?q=abc", "query"), Case("/ask?q=b&q=a", "otherwise"), Case("/ask?p=1&q=a", "query"),
    Case("/ask", "there", [("x-there", "")]), Case("/ask", "there", [("x-there", "1"), ("x-there", "2")]),
    Case("/ask", "office", source=OFFICE), Case("/ask", "otherwise", [("x-forwarded-for", OFFICE)]),
    # Headers of which a request has one value are compared alike on every release.
    Case("/ask", "agent", [("user-agent", "curl/8.1")]), Case("/ask", "otherwise", [("user-agent", "x curl/8.1")]),
    Case("/ask", "agent", [("user-agent", "curl/8.1"), ("user-agent", "x")]),
    Case("/ask", "otherwise", [("user-agent", "x"), ("user-agent", "curl/8.1")]),
    Case("/edge.v1.Pages/Get", "call", [("content-type", "application/grpc")], method="POST"),
    Case("/edge.v1.Pages/Get", "call", [("content-type", "application/grpc+proto")], method="POST"),
    Case("/edge.v1.Pages/Get", "otherwise", [("content-type", "application/grpc"), ("content-type", "a/b")], method="POST"),
    Case("/edge.v1.Pages/Get", "otherwise", [("content-type", "application/grpc")]),
    Case("/gone", "gone"), Case("/moved/a", "308"), Case("/split", "shared"), Case("/none", "otherwise"),
    Case("/ask", "header", [("x-a", "1")], engines=("proven", "latest")),
    Case("/ask", "header", [("x-a", "0"), ("x-a", "1")], engines=("proven", "latest")),
    Case("/ask", "otherwise", [("x-a", "0,1")], engines=("proven", "latest")),
    Case("/r12/x", "regex", engines=("proven", "latest")), Case("/r/x", "otherwise", engines=("proven", "latest")),
    Case("/upload", "upload", engines=("latest",)),
]
# Cohorts, by the key: what the interpreter says is what every release says.
KEYS = [f"user-{number}" for number in range(12)]


class Handler(BaseHTTPRequestHandler):
    """Answers with the path that it was asked for."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.rfile.read(int(self.headers.get("content-length") or 0))
        body = self.path.encode()
        self.send_response(200)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_POST = do_GET

    def log_message(self, *_: object) -> None:
        """Nothing."""


def workspace_text() -> str:
    return SOURCE.replace("BODY", "page " * 40).replace("SHARED", SHARED).replace("PROVEN", PROVEN).replace("LATEST", LATEST)


def tests() -> str:
    """The cases to the interpreter."""
    lines: list[str] = []
    for number, case in enumerate(CASES):
        if case.arm == "308":
            continue
        for engine in case.engines:
            lines += [f'test "case {number} on {engine}" {{']
            lines += [f"  request {case.method} http://{engine}.edge.example{case.path} from {case.source}"]
            lines += [f'  header {name} "{value}"' for name, value in case.headers]
            lines += [f"  expect route {case.arm}", "}"]
    return "\n".join(lines) + "\n"


def send(address: str, host: str, case: Case) -> tuple[str, str]:
    """The arm that answers, or the status, and the body."""
    try:
        with socket.create_connection((address, 80), 5, source_address=(case.source, 0)) as channel:
            lines = [f"{case.method} {case.path} HTTP/1.1", f"host: {host}", "connection: close"]
            lines += [f"{name}: {value}" for name, value in case.headers]
            channel.sendall("\r\n".join([*lines, "", ""]).encode())
            response = http.client.HTTPResponse(channel, method=case.method)
            response.begin()
            return response.getheader("x-arm") or str(response.status), response.read().decode()
    except (OSError, http.client.HTTPException) as error:
        return f"nothing: {error}", ""


def header(address: str, host: str, case: Case, name: str) -> str | None:
    """A header of the answer."""
    with socket.create_connection((address, 80), 5, source_address=(case.source, 0)) as channel:
        lines = [f"{case.method} {case.path} HTTP/1.1", f"host: {host}", "connection: close"]
        lines += [f"{name}: {value}" for name, value in case.headers]
        channel.sendall("\r\n".join([*lines, "", ""]).encode())
        response = http.client.HTTPResponse(channel, method=case.method)
        response.begin()
        return response.getheader(name)


def guards(report: harness.Report, at: dict[str, str]) -> None:
    """Passwords, keys, decisions, forged requests and compression on every release."""
    key, good = ("x-api-key", "sesame"), ("authorization", "Basic YWRhOnNlY3JldA==")
    origin = ("origin", "http://{}")
    for engine in RELEASES:
        words, keys = f"{engine}-words", f"{engine}-keys"
        for name, case in [
            (words, Case("/page", "401")), (words, Case("/page", "page", [good])),
            (words, Case("/page", "401", [("authorization", "Basic YWRhOm90aGVy")])),
            (keys, Case("/page", "401")), (keys, Case("/page", "401", [("x-api-key", "other")])), (keys, Case("/page", "page", [key])),
            (keys, Case("/page", "403", [key, ("origin", "http://evil.example")], method="POST")),
            (keys, Case("/page", "page", [key, origin], method="POST")),
            (keys, Case("/other", "otherwise", [key, origin], method="POST")),
        ]:
            host = f"{name}.edge.example"
            case.headers = [(field, value.format(host)) for field, value in case.headers]
            arm, _ = send(at[name], host, case)
            report.check(arm == case.arm, f"{name}: {case.method} {case.path} {case.headers} is {case.arm}", arm)
        encoded = header(
            at[keys], f"{keys}.edge.example", Case("/page", "", [key, ("accept-encoding", "gzip")]), "content-encoding")
        report.check(encoded == "gzip", f"{keys}: a page is compressed", encoded)


def version(state: Path, instance: str) -> str:
    """The release that an instance runs."""
    found = next(state.rglob(f"{instance}/**/admin.sock"), None)
    if found is None:
        return "no admin socket"
    connection = http.client.HTTPConnection("admin")
    connection.sock = socket.socket(socket.AF_UNIX)
    connection.sock.settimeout(5)
    connection.sock.connect(os.path.relpath(found))
    connection.request("GET", "/server_info")
    return json.loads(connection.getresponse().read())["version"].split("/")[1]


def addresses(out: Path) -> dict[str, str]:
    """The address of each ingress."""
    found: dict[str, str] = {}
    for path in (out / "nodes" / "here-1" / "envoy").glob("*/listeners/*.json"):
        listener = json.loads(path.read_text())
        found[listener["name"].split("~")[0].removeprefix("edge_")] = listener["address"]["socket_address"]["address"]
    return found


def apply(out: Path, work: Path) -> subprocess.CompletedProcess[str]:
    command = [str(harness.EPIC), "apply", str(out), "--settings", str(work / "settings.json")]
    return subprocess.run(command, text=True, capture_output=True, timeout=180)


def refused(workspace: Path, old: str, new: str) -> str:
    """What `epic check` says of the workspace with another text in it."""
    path = workspace / "edge" / "edge.epic"
    text = path.read_text()
    path.write_text(text.replace(old, new))
    result = subprocess.run(
        [str(harness.EPIC), "check", str(workspace)], text=True, capture_output=True, timeout=harness.BUILD_LIMIT)
    path.write_text(text)
    return result.stdout + result.stderr


def ask(report: harness.Report, at: dict[str, str], form: str) -> None:
    """Every case of every engine."""
    for case in CASES:
        for engine in case.engines:
            arm, body = send(at[engine], f"{engine}.edge.example", case)
            report.check(arm == case.arm, f"{form}, {engine}: {case.method} {case.path} {case.headers} is {case.arm}", arm)
            if arm == "capture":
                wanted = "/v2" + case.path.removeprefix("/v1")
                report.check(body.rstrip("/") == wanted, f"{form}, {engine}: {case.path} is rewritten to {wanted}", body)


def run(report: harness.Report, work: Path) -> None:
    """Builds, applies, asks, moves an ingress, asks again."""
    workspace = work / "workspace"
    (workspace / "edge").mkdir(parents=True)
    (workspace / "workspace.epic").write_text("edition 2026\nworkspace engines\n")
    (workspace / "edge" / "edge.epic").write_text(workspace_text())
    (workspace / "edge" / "tests.epic").write_text(tests())
    result = subprocess.run(
        [str(harness.EPIC), "test", str(workspace)], text=True, capture_output=True, timeout=harness.BUILD_LIMIT)
    report.check(result.returncode == 0, "the interpreter gives the same answers", (result.stdout + result.stderr)[-3000:])

    for old, new, wanted in [
        ("engine proven; routes proven-routes", "engine old; routes proven-routes", "Envoy `1.38`"),
        ("engine latest; routes latest-routes", "engine proven; routes latest-routes", "`max body`"),
        ("engine old { envoy 1.38 }", "engine old { envoy 1.37 }", "E0801"),
        ("compress gzip from 100B", 'compress gzip types "text/html"', "`compress … types`"),
        ("engine old; auth basic main { users", 'engine old; auth basic main { realm "Staff"; users', "`realm`"),
    ]:
        said = refused(workspace, old, new)
        report.check(wanted in said and "error[" in said, f"`{new}` is refused", said[-2000:])

    out = work / "out"
    harness.build(workspace, out)
    (work / "secrets").mkdir(mode=0o700)
    (work / "authorities.crt").write_text("")
    for path, content in {"users/staff/users": "ada:{SHA}5en6G6MezRroT3XKqkdPOmY/BfQ=\n", "keys/north/key": "sesame"}.items():
        form = "".join(found.read_text() for found in (out / "nodes" / "here-1" / "envoy").glob("*/static.json"))
        place = next(part for part in form.split('"') if part.startswith("secrets/") and part.endswith(path))
        file = work / place
        file.parent.mkdir(parents=True, exist_ok=True)
        for folder in [file.parent, *file.parent.parents]:
            if folder.is_relative_to(work / "secrets"):
                folder.chmod(0o700)
        file.write_text(content)
        file.chmod(0o600)
    binaries = {
        f"edge_{engine}": str(harness.ROOT / "build" / "tools" / "bin" / f"envoy-{release}")
        for engine, release in RELEASES.items()
    }
    settings = {
        "format": "epic.node/1", "node": "here-1", "state": str(work / "state"), "secrets": str(work / "secrets"),
        "envoy": {"binaries": binaries, "concurrency": 1, "drain_seconds": 5},
    }
    (work / "settings.json").write_text(json.dumps(settings))
    at = addresses(out)
    network.bring_up({APP, PEER, OFFICE, *at.values()})
    backend = ThreadingHTTPServer((APP, 8080), Handler)
    threading.Thread(target=backend.serve_forever, daemon=True).start()
    applied = apply(out, work)
    if not report.check(applied.returncode == 0, "three engines start on one node", applied.stderr[-3000:]):
        return
    for engine, release in RELEASES.items():
        got = version(work / "state", f"edge_{engine}")
        report.check(got == release, f"engine {engine} runs Envoy {release}", got)

    ask(report, at, "list")
    # The same routes as trees, put under the running engines.
    trees = work / "trees"
    harness.build(workspace, trees, "--route-form", "tree")
    turned = apply(trees, work)
    report.check(turned.returncode == 0, "lists of routes become trees", turned.stderr[-3000:])
    ask(report, at, "tree")
    drawn = {
        key: {
            engine: send(at[engine], f"{engine}.edge.example", Case("/ask", "", [("cookie", f"sid={key}")]))[0]
            for engine in RELEASES
        }
        for key in KEYS
    }
    report.check(all(len(set(arms.values())) == 1 for arms in drawn.values()), "every release draws the same cohort", drawn)
    guards(report, at)
    kinds = {arm for arms in drawn.values() for arm in arms.values()}
    report.check(kinds == {"cohort", "otherwise"}, "some keys are in the cohort, and some are not", kinds)
    long = send(at["latest"], "latest.edge.example", Case("/upload", "", [("content-length", "11")], method="POST"))
    report.check("too large" in long[1], "a body that is too long is refused where the release can", long)

    # An ingress moves to a newer engine; the third one is left alone.
    before = version(work / "state", "edge_latest")
    path = workspace / "edge" / "edge.epic"
    path.write_text(path.read_text().replace("engine old; routes shared", "engine proven; routes shared"))
    second = work / "second"
    harness.build(workspace, second, "--route-form", "tree")
    moved = apply(second, work)
    report.check(moved.returncode == 0, "the ingress of the old engine moves to the proven one", moved.stderr[-3000:])
    report.check(
        "edge_latest unchanged" in moved.stdout + moved.stderr, "the latest engine is not touched",
        (moved.stdout + moved.stderr)[-1000:])
    deadline = time.monotonic() + 10
    arm = ""
    while arm != "exact" and time.monotonic() < deadline:
        arm, _ = send(at["old"], "old.edge.example", Case("/exact", "exact"))
    report.check(arm == "exact", "it answers from there", arm)
    report.check(version(work / "state", "edge_latest") == before, "and the latest still runs")


if __name__ == "__main__":
    harness.main(run)
