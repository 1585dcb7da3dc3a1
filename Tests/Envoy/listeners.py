"""What connections begin with, on the real Envoy: PROXY headers of load balancers in front and towards upstreams, client
certificates towards upstreams, HTTP/3 beside TCP, and how long a stream may live."""

import http.client
import ipaddress
import json
import shutil
import socket
import ssl
import subprocess
import sys
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Support"))
import harness  # noqa: E402
import http3  # noqa: E402
import static_form  # noqa: E402
from kit import network  # noqa: E402
from kit.keys import Authority  # noqa: E402

WORKSPACE = Path(__file__).with_suffix("")
NODE = "fra-1"
#: Load balancers, a client that they speak for, and one who speaks for itself.
BALANCER, BALANCER6, OFFICE, ANYONE = "192.0.2.241", "2001:db8:ff::1", "203.0.113.7", "192.0.2.99"
MACHINE = "192.0.2.81"
#: Seconds that an answer may take.
LIMIT = 5.0
#: The PROXY protocol's signature of version 2.
SIGNATURE = b"\r\n\r\n\x00\r\nQUIT\n"


def header_v1(client: str, server: str) -> bytes:
    family = "TCP6" if ":" in client else "TCP4"
    return f"PROXY {family} {client} {server} 40000 443\r\n".encode()


def header_v2(client: str, server: str, command: int = 1) -> bytes:
    addresses = ipaddress.ip_address(client).packed + ipaddress.ip_address(server).packed
    body = addresses + (40000).to_bytes(2, "big") + (443).to_bytes(2, "big")
    family = 0x21 if ":" in client else 0x11
    return SIGNATURE + bytes([0x20 | command, family]) + len(body).to_bytes(2, "big") + body


def read_proxy_header(connection: socket.socket) -> str:
    """The header at the beginning of a connection, in words."""
    start = receive(connection, 12)
    if start == SIGNATURE:
        command, family, high, low = receive(connection, 4)
        body = receive(connection, high << 8 | low)
        if command == 0x20:
            return "v2 local"
        size = 4 if family == 0x11 else 16
        return f"v2 {ipaddress.ip_address(body[:size])}"
    while not start.endswith(b"\r\n"):
        start += receive(connection, 1)
    return f"v1 {start.decode().split()[2]}"


def receive(connection: socket.socket, count: int) -> bytes:
    data = b""
    while len(data) < count:
        part = connection.recv(count - len(data))
        if not part:
            raise ConnectionError("too short")
        data += part
    return data


class Machine:
    """Servers of one upstream host, which say what their connections began with."""

    def __init__(self, work: Path, machines: Authority, clients: Authority) -> None:
        machines.issue(work / "machine", ["machine.internal"])
        clients.write_certificate(work / "clients.crt")
        self.secure = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.secure.load_cert_chain(work / "machine" / "tls.crt", work / "machine" / "tls.key")
        self.asking = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.asking.load_cert_chain(work / "machine" / "tls.crt", work / "machine" / "tls.key")
        self.asking.load_verify_locations(work / "clients.crt")
        self.asking.verify_mode = ssl.CERT_REQUIRED
        self.serve(7000, self.echo)
        self.serve(7001, lambda connection: self.answer(connection, "plain"))
        self.serve(7002, self.with_header)
        self.serve(7003, self.with_header_and_tls)
        self.serve(7004, self.asking_for_certificates)
        self.serve(7005, self.slow)

    @staticmethod
    def serve(port: int, handle: object) -> None:
        listener = socket.create_server((MACHINE, port), backlog=64)

        def run(connection: socket.socket) -> None:
            try:
                with connection:
                    handle(connection)  # type: ignore[operator]
            except (OSError, ConnectionError, ValueError):
                pass

        def accept() -> None:
            while True:
                threading.Thread(target=run, args=(listener.accept()[0],), daemon=True).start()

        threading.Thread(target=accept, daemon=True).start()

    @staticmethod
    def echo(connection: socket.socket) -> None:
        while data := connection.recv(4096):
            connection.sendall(data)

    @staticmethod
    def answer(connection: socket.socket, said: str) -> None:
        """Requests of one connection, answered with what it began with and with the client that each names."""
        file = connection.makefile("rb")
        while line := file.readline():
            headers = http.client.parse_headers(file) if line.startswith(b"GET ") else None
            if headers is None:
                connection.sendall(said.encode() + b" " + line)
                continue
            body = f"{said} for {headers.get('x-forwarded-for')}".encode()
            connection.sendall(b"HTTP/1.1 200 OK\r\ncontent-length: %d\r\n\r\n" % len(body) + body)

    def with_header(self, connection: socket.socket) -> None:
        self.answer(connection, read_proxy_header(connection))

    def with_header_and_tls(self, connection: socket.socket) -> None:
        said = read_proxy_header(connection)
        with self.secure.wrap_socket(connection, server_side=True) as inner:
            self.answer(inner, said)

    def asking_for_certificates(self, connection: socket.socket) -> None:
        with self.asking.wrap_socket(connection, server_side=True) as inner:
            names = [value for _, value in inner.getpeercert().get("subjectAltName", ())]
            self.answer(inner, ",".join(names))

    @staticmethod
    def slow(connection: socket.socket) -> None:
        """One byte every fifth of a second, ten of them."""
        connection.recv(4096)
        connection.sendall(b"HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\n")
        for _ in range(10):
            time.sleep(0.2)
            connection.sendall(b".")


class Client:
    """Asks the edge, with something in front of each connection."""

    def __init__(self, at: dict[str, tuple[str, int]], authority: Path) -> None:
        self.at = at
        self.context = ssl.create_default_context(cafile=str(authority))
        self.context.set_alpn_protocols(["http/1.1"])

    def open(self, place: str, source: str, first: bytes) -> socket.socket:
        connection = socket.create_connection(self.at[place], timeout=LIMIT, source_address=(source, 0))
        connection.sendall(first)
        return connection

    def tcp(self, place: str, source: str, first: bytes = b"", word: bytes = b"echo\n") -> str:
        """What comes back for a word, or what happened instead."""
        try:
            with self.open(place, source, first) as connection:
                connection.sendall(word)
                return connection.recv(200).decode() or "closed"
        except TimeoutError:
            return "silence"
        except OSError:
            return "closed"

    def http(
        self, place: str, host: str, path: str, source: str = ANYONE, first: bytes = b"", is_tls: bool = True
    ) -> tuple[str, dict[str, str], bytes]:
        """Status, headers and body of an answer; `closed` is a status, too."""
        try:
            with self.open(place, source, first) as plain:
                channel = self.context.wrap_socket(plain, server_hostname=host) if is_tls else plain
                with channel:
                    channel.sendall(f"GET {path} HTTP/1.1\r\nhost: {host}\r\n\r\n".encode())
                    with http.client.HTTPResponse(channel) as response:
                        response.begin()
                        headers = {name.lower(): value for name, value in response.getheaders()}
                        try:
                            return str(response.status), headers, response.read()
                        except http.client.IncompleteRead as error:
                            return f"{response.status} cut", headers, error.partial
        except TimeoutError:
            return "silence", {}, b""
        except (OSError, http.client.HTTPException):
            return "closed", {}, b""

    def arm(self, place: str, source: str, first: bytes, is_tls: bool = True) -> str:
        """The arm that answers, or what happened instead."""
        status, headers, _ = self.http(place, "behind.edge.example", "/", source, first, is_tls)
        return headers.get("x-arm", status)


def places(out: Path) -> dict[str, tuple[str, int]]:
    """Address and port of every listener for TCP, by its ingress's name and its port."""
    found: dict[str, tuple[str, int]] = {}
    for path in (out / "nodes" / NODE / "envoy").glob("*/listeners/*.json"):
        listener = json.loads(path.read_text())
        place = listener["address"]["socket_address"]
        if place.get("protocol") != "UDP":
            found[listener["name"].rsplit("~", 1)[0].removeprefix("edge_")] = (place["address"], place["port_value"])
    return found


def check_headers_in(report: harness.Report, client: Client) -> None:
    server = client.at["behind~443"][0]
    far = "198.51.100.200"
    for what, source, first, want in [
        ("version 1 for the office", BALANCER, header_v1(OFFICE, server), "office"),
        ("version 2 for the office", BALANCER, header_v2(OFFICE, server), "office"),
        ("version 1 for somebody else", BALANCER, header_v1(far, server), "other"),
        ("version 2 for somebody else", BALANCER, header_v2(far, server), "other"),
        ("version 1 for an IPv6 client", BALANCER, header_v1("2001:db8:9::1", "2001:db8::1"), "other"),
        ("version 1 for nobody known", BALANCER, b"PROXY UNKNOWN\r\n", "other"),
        ("version 2 for the balancer itself", BALANCER, header_v2(OFFICE, server, command=0), "other"),
        ("no header of a balancer", BALANCER, b"", "closed"),
        ("a broken header", BALANCER, b"PROXY TCP4 203.0.113.7\r\n", "closed"),
        ("a header with no address", BALANCER, b"PROXY TCP4 office server 1 2\r\n", "closed"),
        ("version 3", BALANCER, SIGNATURE + b"\x31\x11\x00\x0c" + bytes(12), "closed"),
        ("a header of somebody else", ANYONE, header_v1(OFFICE, server), "closed"),
        ("version 2 of somebody else", ANYONE, header_v2(OFFICE, server), "closed"),
        ("a header of the office itself", OFFICE, header_v1(OFFICE, server), "closed"),
        ("the office without a header", OFFICE, b"", "closed"),
    ]:
        for place, is_tls in (("behind~443", True), ("behind~80", False)):
            got = client.arm(place, source, first, is_tls)
            if want == "closed" and not is_tls and got == "400":
                got = "closed"  # what is read as a request is refused as one
            report.check(got == want, f"{place}: {what}: {want}", got)
        # Bytes: what nobody speaks for is closed, and routes ask for the client that the header names.
        whole = client.tcp("behind~5432", source, first)
        report.check((whole == "echo\n") == (want != "closed"), f"TCP: {what}: {want != 'closed'}", whole)
        asked = client.tcp("behind~5433", source, first)
        report.check((asked == "echo\n") == (want == "office"), f"TCP with routes: {what}: {want == 'office'}", asked)
    _, _, body = client.http("behind~443", "behind.edge.example", "/told", BALANCER, header_v2(far, server))
    report.check(body == f"plain for {far}".encode(), "upstreams are told the client of the header", body)


def check_headers_out(report: harness.Report, client: Client) -> None:
    def ask(path: str, source: str = ANYONE) -> str:
        status, _, body = client.http("onward~443", "onward.edge.example", path, source)
        return body.decode() if status == "200" else status

    for path, version in (("/v1", "v1"), ("/v2", "v2"), ("/secure", "v2")):
        for source in (ANYONE, OFFICE, ANYONE):
            want = f"{version} {source} for {source}"
            got = ask(path, source)
            report.check(got == want, f"{path} from {source}: {want}", got)
    got = client.tcp("onward~5434", OFFICE)
    report.check(got == f"v2 {OFFICE} echo\n", "TCP: the upstream is told the client", got)
    for path, want in (
        ("/declared", f"shown.edge.example for {ANYONE}"),
        ("/imported", f"imported.partner.example for {ANYONE}"),
        ("/anonymous", "503"),
    ):
        got = ask(path)
        report.check(got == want, f"{path}: {want}", got)


def check_lives(report: harness.Report, client: Client) -> None:
    status, _, body = client.http("brief~443", "brief.edge.example", "/cut/x")
    report.check(status in ("200 cut", "closed") and len(body) < 10, "a stream ends at its time", (status, body))
    status, _, body = client.http("onward~443", "onward.edge.example", "/whole/x")
    report.check((status, body) == ("200", b"." * 10), "with more time it comes to its end", (status, body))


def check_http3(report: harness.Report, client: Client, work: Path, authority: Path) -> None:
    address = client.at["quick~443"][0]
    for host, name in (("quick.edge.example", "*.edge.example"), ("other.example", "other.example")):
        answer = http3.get(address, host, "/", authority)
        report.check((answer.status, answer.headers.get("x-arm")) == (200, "near"), f"HTTP/3 for {host}", answer)
        report.check(answer.names == [name], f"HTTP/3 for {host} shows {name}", answer.names)
    answer = http3.get(address, "quick.edge.example", "/told", authority)
    report.check(answer.body == f"plain for {address}".encode(), "HTTP/3 reaches an upstream", answer)
    answer = http3.get(address, "quick.edge.example", "/version", authority)
    report.check(answer.headers.get("x-arm") == "new", "HTTP/3 is TLS 1.3", answer)
    answer = http3.get(address, "other.example", "/%2F", authority)
    report.check(answer.status == 400, "HTTP/3 refuses an encoded slash", answer)
    answer = http3.get(address, "unknown.example", "/", authority)
    report.check(answer.status == 0, "HTTP/3: no certificate covers a stranger's name", answer)
    for path, want in (("/", 'h3=":443"; ma=86400'), ("/told", 'h3=":443"; ma=86400'), ("/own", "clear")):
        _, headers, _ = client.http("quick~443", "quick.edge.example", path)
        report.check(headers.get("alt-svc") == want, f"{path} says alt-svc {want}", headers)
    _, headers, _ = client.http("onward~443", "onward.edge.example", "/v1")
    report.check("alt-svc" not in headers, "no alt-svc where there is no HTTP/3", headers)
    place = client.at["partners~443"][0]
    for shown, want in (("partner", 200), (None, 0), ("stranger", 0)):
        folder = work / "clients" / shown if shown else None
        answer = http3.get(place, "partners.edge.example", "/", authority, folder)
        report.check(answer.status == want, f"HTTP/3 with {shown or 'no'} certificate: {want or 'nothing'}", answer)


def apply(out: Path, work: Path) -> None:
    command = [str(harness.EPIC), "apply", str(out), "--quiet", "--node", NODE, "--secrets", str(work / "secrets")]
    subprocess.run([*command, "--state", str(work / "state"), "--envoy", str(harness.ENVOY)], check=True, timeout=120)


def run(report: harness.Report, work: Path) -> None:
    shutil.copytree(WORKSPACE, work / "workspace")
    out = work / "out"
    harness.build(work / "workspace", out)
    at = places(out)
    network.bring_up({"192.0.2.11", MACHINE, BALANCER, BALANCER6, OFFICE, ANYONE, *(place[0] for place in at.values())})

    authority, machines, clients, partners = (
        Authority(name) for name in ("EPIC test", "Machines", "Clients", "Partners")
    )
    authority_file = work / "authority.crt"
    authority.write_certificate(authority_file)
    secrets = work / "secrets"
    secrets.mkdir(mode=0o700)
    certificates = secrets / "platform" / "certificates"
    authority.issue(certificates / "edge_edge", ["*.edge.example"])
    authority.issue(certificates / "edge_other", ["other.example"])
    clients.issue(certificates / "edge_shown", ["shown.edge.example"], is_client=True)
    clients.issue(secrets / "platform" / "client" / "machines", ["imported.partner.example"], is_client=True)
    machines.write_certificate(secrets / "platform" / "ca" / "machines" / "ca.crt")
    partners.write_certificate(secrets / "platform" / "ca" / "partners" / "ca.crt")
    partners.issue(work / "clients" / "partner", ["one.partner.example"], is_client=True)
    Authority("Partners").issue(work / "clients" / "stranger", ["one.partner.example"], is_client=True)

    for instance in sorted((out / "nodes" / NODE / "envoy").iterdir()):
        folder = static_form.run_directory(instance, work / "static" / instance.name, secrets, authority_file)
        result = static_form.validate(folder)
        report.check(result.returncode == 0, f"{instance.name}: the static form is valid", result.stderr[-2000:])

    Machine(work, machines, clients)
    apply(out, work)
    client = Client(at, authority_file)
    check_headers_in(report, client)
    check_headers_out(report, client)
    check_lives(report, client)
    check_http3(report, client, work, authority_file)


if __name__ == "__main__":
    harness.main(run)
