"""What Envoy counts, whose it is, and how much of it: labels, statistics of routes and the compiler's count of series, on the
real Envoy."""

import http.client
import json
import re
import shutil
import socket
import ssl
import subprocess
import sys
import threading
import time
from concurrent import futures
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Support"))
import grpc  # noqa: E402
import harness  # noqa: E402
import http3  # noqa: E402
from kit import network  # noqa: E402
from kit.admin import Admin  # noqa: E402
from kit.keys import Authority  # noqa: E402

WORKSPACE = Path(__file__).with_suffix("")
NODE = "here-1"
APP, COLLECTOR, OTHER, STATUS, PEER = "203.0.113.10", "203.0.113.11", "203.0.113.12", "203.0.113.20", "192.0.2.100"
#: A load balancer that speaks for others.
BALANCER = "192.0.2.241"
#: What no tenant's declaration has a part in, by the first words of its name.
ENVOY_S_OWN = (
    "cluster_manager dns filesystem http1 http_admin http_async_client json_to_metadata listener_admin listener_manager"
    " lua main_thread overload runtime server thread_local_cluster_manager tls_inspector tracing_opentelemetry workers"
    " envoy_overload http2 http3 quic proxy_proto downstream_cx_proxy_proto_error maxmind"
).split()
#: A line of Prometheus' text format.
LINE = re.compile(r"envoy_(\w+)(?:\{(.*)\})? (\S+)")
LABEL = re.compile(r'(\w+)="((?:[^"\\]|\\.)*)"')

Series = dict[tuple[str, frozenset[tuple[str, str]]], float]


class Handler(BaseHTTPRequestHandler):
    """Answers with the status that the path ends in, else 200; what is asked for a decision, with 200."""

    protocol_version = "HTTP/1.1"

    def answer(self) -> None:
        self.rfile.read(int(self.headers.get("content-length") or 0))
        last = self.path.partition("?")[0].rpartition("/")[2]
        self.send_response(int(last) if last.isdigit() and not self.path.startswith("/check/") else 200)
        body = b"x" * 2000
        self.send_header("content-type", "text/html")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST = answer

    def log_message(self, *_: object) -> None:
        pass


class Server(ThreadingHTTPServer):
    """One server of an upstream."""

    daemon_threads = True

    def __init__(self, address: str, port: int, secure: ssl.SSLContext | None = None) -> None:
        super().__init__((address, port), Handler)
        if secure:
            self.socket = secure.wrap_socket(self.socket, server_side=True)
        threading.Thread(target=self.serve_forever, daemon=True).start()


def serve_echo(address: str, port: int) -> None:
    """An echo over TCP, and one over UDP."""
    streams = socket.create_server((address, port), backlog=16)
    datagrams = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    datagrams.bind((address, port))

    def stream() -> None:
        while True:
            connection = streams.accept()[0]
            with connection:
                connection.sendall(connection.recv(100))

    def datagram() -> None:
        while True:
            data, source = datagrams.recvfrom(100)
            datagrams.sendto(data, source)

    for loop in (stream, datagram):
        threading.Thread(target=loop, daemon=True).start()


class Collector(grpc.GenericRpcHandler):
    """Takes traces over HTTP/2."""

    def __init__(self) -> None:
        self.server = grpc.server(futures.ThreadPoolExecutor(2))
        self.server.add_generic_rpc_handlers((self,))
        self.server.add_insecure_port(f"{COLLECTOR}:4317")
        self.server.start()

    def service(self, _: grpc.HandlerCallDetails) -> grpc.RpcMethodHandler:
        return grpc.unary_unary_rpc_method_handler(lambda request, context: b"")


class Client:
    """Asks the edge."""

    def __init__(self, places: dict[str, str], authority: Path) -> None:
        self.places = places
        self.context = ssl.create_default_context(cafile=str(authority))

    def get(self, host: str, path: str, port: int, *, method: str = "GET", **headers: str) -> int:
        """The status of an answer."""
        address = self.places[host.partition(".")[0] + f"@{host.partition('.')[2].partition('.')[0]}"]
        channel = socket.create_connection((address, port), timeout=10, source_address=(PEER, 0))
        if port == 443:
            channel = self.context.wrap_socket(channel, server_hostname=host)
        with channel:
            lines = [f"{method} {path} HTTP/1.1", f"host: {host}", "connection: close"]
            lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
            channel.sendall(("\r\n".join(lines) + "\r\n\r\n").encode())
            with http.client.HTTPResponse(channel, method=method) as response:
                response.begin()
                response.read()
                return response.status


def parse(text: str) -> Series:
    """Every series of a page."""
    result: Series = {}
    for line in text.splitlines():
        if line.startswith("#") or not line:
            continue
        found = LINE.fullmatch(line)
        if not found:
            raise ValueError(f"no series: {line}")
        result[found[1], frozenset(LABEL.findall(found[2] or ""))] = float(found[3])
    return result


def value(series: Series, name: str, **labels: str) -> float:
    """The sum of the series of a name that have these labels."""
    wanted = set(labels.items())
    return sum(number for (found, has), number in series.items() if found == name and wanted <= has)


def tenant(labels: frozenset[tuple[str, str]]) -> str | None:
    return dict(labels).get("tenant")


def owner(labels: frozenset[tuple[str, str]]) -> str:
    """The tenant that identities in labels name: packages are called as their tenants."""
    found = dict(labels)
    identity = found.get("ingress") or found.get("upstream") or ""
    package = identity.partition("/")[0].partition(".")[0]
    return "" if package == "platform" else package


def dump(workspace: Path) -> str:
    """What the compiler says of statistics."""
    command = [str(harness.EPIC), "dump", "statistics", "--workspace", str(workspace)]
    return subprocess.run(command, check=True, timeout=60, capture_output=True, text=True).stdout


def counted(text: str) -> dict[str, int]:
    """The compiler's count for each tenant."""
    return {found[1]: int(found[2]) for found in re.finditer(r"^  (?:tenant )?(\S+): (\d+) series", text, re.MULTILINE)}


def write_secrets(instance: Path, secrets: Path, authority: Authority) -> None:
    """Fills the node's secret store with what resources name."""
    text = "".join(path.read_text() for path in instance.rglob("*.json"))
    for place in sorted({part for part in text.split('"') if part.startswith("secrets/")}):
        path = secrets / place.removeprefix("secrets/")
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if path.name == "tls.crt":
            authority.issue(path.parent, ["*.acme.example"])
        elif path.name == "ca.crt":
            authority.write_certificate(path)
        elif path.name == "users":
            path.write_text("ada:{SHA}5en6G6MezRroT3XKqkdPOmY/BfQ=\n")
        elif path.name == "key":
            path.write_text("0123456789abcdef0123456789abcdef")


def ask(report: harness.Report, client: Client) -> None:
    """Sends what the counts of routes are compared with."""
    wanted = [
        *[("shop.acme.example", f"/p/{number}", 443, 200) for number in range(200, 203)],
        ("shop.acme.example", "/p/404", 443, 404),
        ("shop.acme.example", "/p/503", 443, 503),
        *[("shop.acme.example", "/t/x", 443, 200)] * 2,
        ("shop.acme.example", "/h/x", 443, 200),
        ("shop.acme.example", "/s/x", 443, 200),
        ("shop.acme.example", "/d/x", 443, 200),
        ("shop.acme.example", "/r/500", 443, 500),
        ("shop.acme.example", "/other", 80, 200),
        ("basic.acme.example", "/x", 80, 401),
        ("keyed.acme.example", "/x", 80, 401),
        ("desk.acme.example", "/x", 443, 302),
        ("shop.acme.example", "/g/x", 443, 503),
        *[("www.globex.example", "/x", 80, 200)] * 4,
        ("www.globex.example", "/404", 80, 404),
        ("www.globex.example", "/999", 80, 999),
        ("about.edge.example", "/x", 80, 200),
    ]
    for host, path, port, status in wanted:
        extra = {"accept_encoding": "gzip"} if host.startswith("shop") else {}
        got = client.get(host, path, port, **extra)
        if path.startswith("/p/20"):
            got = status if 200 <= got < 300 else got
        report.check(got == status, f"{host}{path} is answered {status}", got)
    got = client.get("basic.acme.example", "/x", 80, authorization="Basic YWRhOnNlY3JldA==")
    report.check(got in (200, 401), "a password is asked for", got)
    got = client.get("keyed.acme.example", "/x", 80, x_api_key="0123456789abcdef0123456789abcdef")
    report.check(got == 200, "a key is taken", got)
    # Paths of gRPC-Web are the client's to choose.
    for number in range(3):
        client.get("basic.acme.example", f"/made.up.Service{number}/Call", 80, method="POST",
                   content_type="application/grpc-web", authorization="Basic YWRhOnNlY3JldA==")
    address = client.places["balanced@acme"]
    with socket.create_connection((address, 80), timeout=10, source_address=(BALANCER, 0)) as connection:
        connection.sendall(f"PROXY TCP4 203.0.113.65 {address} 40000 80\r\n".encode())
        connection.sendall(b"GET /x HTTP/1.1\r\nhost: balanced.acme.example\r\nconnection: close\r\n\r\n")
        got = connection.recv(100)
        report.check(got.startswith(b"HTTP/1.1 "), "a balancer's client is answered", got)
    with socket.create_connection((client.places["raw@globex"], 5432), timeout=10) as connection:
        connection.sendall(b"echo")
        report.check(connection.recv(10) == b"echo", "TCP is passed on")
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as datagrams:
        datagrams.settimeout(10)
        datagrams.sendto(b"echo", (client.places["raw@globex"], 5353))
        report.check(datagrams.recv(10) == b"echo", "datagrams are passed on")


def check_labels(report: harness.Report, series: Series) -> None:
    strange = [name for name, labels in series if tenant(labels) is None and not name.startswith(tuple(ENVOY_S_OWN))
               and not (name.startswith("sds_") and dict(labels).get("secret", "").startswith("platform."))]
    report.check(not strange, "what has no label is Envoy's own", sorted(set(strange))[:20])
    owned = [(name, labels) for name, labels in series if tenant(labels) is not None]
    wrong = [(name, dict(labels)) for name, labels in owned
             if not name.startswith("sds_") and tenant(labels) != owner(labels)]
    report.check(not wrong, "every series has its owner's label", wrong[:5])
    known = {"tenant", "ingress", "upstream", "tier", "port", "route", "limit", "secret", "certificate", "tls", "le",
             "envoy_response_code_class"}
    more = {key for _, labels in series for key, _ in labels} - known
    report.check(not more, "there are no other labels", more)
    named = [name for name, _ in owned if re.search(r"acme|globex|platform|edge|web_|_(?:shop|plain|www)", name)]
    report.check(not named, "no name of a tenant is in a metric's", sorted(set(named))[:10])
    report.check({tenant(labels) for _, labels in owned} == {"", "acme", "globex"}, "there are these tenants")
    codes = [name for name, _ in owned if re.search(r"_rq_(?:\d{3}|unknown)$|grpc_|worker_\d|external|zone_", name)]
    report.check(not codes, "nothing that others could make many of", sorted(set(codes))[:10])


def check_routes(report: harness.Report, series: Series) -> None:
    def route(name: str, **labels: str) -> float:
        return value(series, f"vhost_route_upstream_rq_{name}", **labels)

    shop = {"tenant": "acme", "ingress": "acme.web/shop"}
    for arm, count in [("p", 5), ("t", 2), ("h", 1), ("s", 1), ("r", 3), ("g", 0), ("otherwise", 1)]:
        got = route("total", **shop, route=f"acme.web/shop-routes:{arm}")
        report.check(got == count, f"{arm} sent {count} requests on, each attempt counted", got)
    for number, count in (("2", 3), ("4", 1), ("5", 1)):
        got = route("xx", **shop, route="acme.web/shop-routes:p", envoy_response_code_class=number)
        report.check(got == count, f"{count} answers of p were {number}xx", got)
    got = route("retry", **shop, route="acme.web/shop-routes:r")
    report.check(got == 2, "the retries of r are counted", got)
    got = route("time_count", **shop, route="acme.web/shop-routes:t")
    report.check(got == 2, "`latency` counts times", got)
    got = route("total", tenant="globex", route="globex/www-routes:otherwise")
    report.check(got == 6, "globex's route sent six on", got)
    report.check(not [1 for name, labels in series if name.startswith("vhost_route_upstream_rq_time_")
                      and tenant(labels) == "globex"], "without `latency` there are no times")
    report.check(not [1 for name, labels in series if name.startswith("vhost") and "basic" in dict(labels)["ingress"]],
                 "an ingress that says nothing has no statistics of routes")
    got = value(series, "http_downstream_rq_xx", ingress="acme.web/shop", envoy_response_code_class="2")
    report.check(got == 10, "an ingress counts its answers", got)
    got = value(series, "cluster_upstream_rq_xx", tenant="globex", upstream="globex/pages", envoy_response_code_class="4")
    report.check(got == 1, "an upstream counts its answers", got)
    got = value(series, "cluster_upstream_cx_total", tenant="acme", upstream="acme.web/spill", tier="1")
    report.check(got >= 1, "a tier counts its connections", got)
    got = value(series, "listener_downstream_cx_total", tenant="acme", ingress="acme.web/shop", port="443")
    report.check(got == 12, "a port counts its connections", got)


def check_count(report: harness.Report, series: Series, text: str) -> None:
    bounds = counted(text)
    for name, label in (("acme", "acme"), ("globex", "globex"), ("platform", "")):
        found = sum(1 for _, labels in series if tenant(labels) == label)
        bound = bounds.get(name, 0)
        report.check(found <= bound, f"{name}: {found} series are at most the {bound} that were counted")
        report.check(found >= 0.7 * bound, f"{name}: {found} series are at least 70% of {bound}")
    for kind in ("ingress", "upstream"):
        for line in re.finditer(rf"^    (\d+)  {kind} (\S+)$", text, re.MULTILINE):
            found = sum(1 for _, labels in series if line[2] == dict(labels).get(kind)
                        and (kind == "ingress" or "ingress" not in dict(labels)))
            bound = int(line[1])
            report.check(0 < found <= bound, f"{kind} {line[2]}: {found} series are at most {bound}")


def apply(out: Path, work: Path) -> int:
    """Applies a release, and gives the Envoy's process id."""
    command = [str(harness.EPIC), "apply", str(out), "--quiet", "--node", NODE, "--secrets", str(work / "secrets")]
    subprocess.run([*command, "--state", str(work / "state"), "--envoy", str(harness.ENVOY)], check=True, timeout=120)
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            words = path.read_bytes().split(b"\0")
        except OSError:
            continue
        if b"bootstrap.json" in words:
            return int(path.parent.name)
    raise LookupError("no Envoy runs")


def run(report: harness.Report, work: Path) -> None:
    workspace = work / "workspace"
    shutil.copytree(WORKSPACE, workspace)
    out = work / "out"
    harness.build(workspace, out)
    instance = next((out / "nodes" / NODE / "envoy").iterdir())
    places: dict[str, str] = {}
    for path in (instance / "listeners").glob("*.json"):
        listener = json.loads(path.read_text())
        package, _, name = listener["name"].partition("~")[0].rpartition("_")
        places[f"{name}@{package.partition('.')[0].replace('platform', 'edge')}"] = listener["address"]["socket_address"]["address"]
    network.bring_up({"192.0.2.11", APP, COLLECTOR, OTHER, STATUS, PEER, BALANCER, *places.values()})
    authority = Authority("EPIC test")
    authority.write_certificate(work / "authority.crt")
    (work / "secrets").mkdir(mode=0o700)
    write_secrets(instance, work / "secrets", authority)
    authority.issue(work / "machine", ["x.acme.example"])
    secure = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    secure.load_cert_chain(work / "machine" / "tls.crt", work / "machine" / "tls.key")
    for address in (APP, OTHER, STATUS):
        Server(address, 8080)
    Server(APP, 8443, secure)
    serve_echo(OTHER, 5353)
    pid = apply(out, work)
    admin = Admin(pid)
    collector = Collector()
    ask(report, Client(places, work / "authority.crt"))
    (work / "stats.txt").write_text(admin.get("/stats"))
    answer = http3.get(places["shop@acme"], "shop.acme.example", "/d/x", work / "authority.crt")
    report.check(answer.status == 200, "HTTP/3 is answered", answer)
    time.sleep(7)  # histograms are merged every five seconds, and the exporter of traces waits as long
    page = admin.get("/stats?format=prometheus")
    (work / "prometheus.txt").write_text(page)
    (work / "stats.txt").write_text(admin.get("/stats"))
    series = parse(page)
    check_labels(report, series)
    check_routes(report, series)
    check_count(report, series, dump(workspace))

    source = workspace / "globex" / "globex.epic"
    source.write_text(source.read_text() + "\nupstream more { endpoint 203.0.113.12:8080 }\n"
                      "ingress shop from served(name: shop.globex.example) { host shop.globex.example; listen http 8081; routes more }\n"
                      "routes more { otherwise -> more }\n")
    harness.build(workspace, work / "again")
    first = (instance / "bootstrap.json").read_bytes()
    second = (work / "again" / "nodes" / NODE / "envoy" / instance.name / "bootstrap.json").read_bytes()
    report.check(first == second, "an edit leaves the bootstrap as it is")
    report.check(apply(work / "again", work) == pid, "and Envoy is not restarted")
    time.sleep(1)
    after = parse(admin.get("/stats?format=prometheus"))

    def acme(all_series: Series) -> Series:
        return {key: number for key, number in all_series.items() if tenant(key[1]) == "acme"}

    report.check(acme(after).keys() == acme(series).keys(), "another tenant's edit changes no series",
                 list(acme(after).keys() ^ acme(series).keys())[:5])
    kept = [key for key, number in acme(series).items() if key[0].endswith(("_rq_total", "_cx_total")) and number
            and acme(after).get(key, 0) < number]
    report.check(not kept, "and resets none", kept[:5])
    check_count(report, after, dump(workspace))


if __name__ == "__main__":
    harness.main(run)
