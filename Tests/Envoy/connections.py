"""TLS by server name, TCP, UDP, client certificates and gRPC through the real Envoy, to backends that say who they are.

A second build changes an arm of the first: connections that are open stay so, and new ones go where it says.
"""

import json
import shutil
import socket
import ssl
import subprocess
import sys
import threading
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Support"))
import harness  # noqa: E402
import static_form  # noqa: E402
from kit import network  # noqa: E402
from kit.keys import Authority  # noqa: E402

WORKSPACE = Path(__file__).with_suffix("")
NODE = "fra-1"
#: A client that no route asks for, and those that some do.
ANYONE, BAD, SOME = "203.0.113.77", "203.0.113.9", "203.0.113.1"
#: Seconds that an answer may take.
LIMIT = 5.0


def serve_tcp(address: tuple[str, int], name: str, context: ssl.SSLContext | None = None) -> None:
    """A backend that says its name first, then repeats what it hears."""
    listener = socket.create_server(address, backlog=64)

    def answer(plain: socket.socket) -> None:
        try:
            connection = context.wrap_socket(plain, server_side=True) if context else plain
            connection.sendall(name.encode())
            while data := connection.recv(4096):
                connection.sendall(data)
        except OSError:
            pass
        plain.close()

    def accept() -> None:
        while True:
            threading.Thread(target=answer, args=(listener.accept()[0],), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()


def connect(destination: tuple[str, int], source: str) -> socket.socket:
    return socket.create_connection(destination, timeout=LIMIT, source_address=(source, 0))


def tcp(destination: tuple[str, int], source: str = ANYONE) -> str:
    """The name that the backend says, or what happened instead."""
    try:
        with connect(destination, source) as connection:
            name = connection.recv(100)
            if not name:
                return "closed"
            connection.sendall(b"echo")
            return name.decode() if connection.recv(100) == b"echo" else "no echo"
    except TimeoutError:
        return "silence"
    except OSError:
        return "closed"


def tls(destination: tuple[str, int], context: ssl.SSLContext, name: str | None, source: str = ANYONE) -> str:
    """As `tcp`, through the backend's own TLS."""
    try:
        with connect(destination, source) as plain, context.wrap_socket(plain, server_hostname=name) as connection:
            said = connection.recv(100)
            return said.decode() if said else "closed"
    except TimeoutError:
        return "silence"
    except OSError:
        return "closed"


def udp(destination: tuple[str, int], source: str = ANYONE, wait: float = LIMIT) -> str:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
        client.settimeout(wait)
        client.bind((source, 0))
        try:
            client.sendto(b"ping", destination)
            name, _, rest = client.recv(100).decode().partition(" ")
            return name if rest == "ping" else "no echo"
        except OSError:
            return "silence"


def https(destination: tuple[str, int], context: ssl.SSLContext, host: str, head: str = "GET /") -> str:
    """The status and the arm that answers, or what happened instead; `head` is method, path and header lines, divided by `|`."""
    line, *headers = head.split("|")
    request = "\r\n".join([f"{line} HTTP/1.1", f"host: {host}", "connection: close", *headers, "", ""])
    try:
        with connect(destination, ANYONE) as plain, context.wrap_socket(plain, server_hostname=host) as connection:
            connection.sendall(request.encode())
            answer = b""
            while data := connection.recv(4096):
                answer += data
        lines = answer.decode().split("\r\n")
        arms = [line.removeprefix("x-arm: ") for line in lines if line.startswith("x-arm: ")]
        return " ".join([lines[0].split()[1], *arms])
    except (OSError, IndexError):
        return "no handshake"


def places(out: Path) -> dict[str, tuple[str, int]]:
    """Address and port of every listener, by its ingress's name, its port and, where it is UDP, the word."""
    found: dict[str, tuple[str, int]] = {}
    for path in (out / "nodes" / NODE / "envoy").glob("*/listeners/*.json"):
        listener = json.loads(path.read_text())
        place = listener["address"]["socket_address"]
        name = listener["name"].rsplit("~", 1)[0].removeprefix("edge_")
        found[name] = (place["address"], place["port_value"])
    return found


def apply(out: Path, work: Path) -> None:
    endpoints = work / "endpoints.json"
    endpoints.write_text((out / "endpoints.json").read_text())
    command = [str(harness.EPIC), "apply", str(out), "--node", NODE, "--endpoints", str(endpoints)]
    command += ["--secrets", str(work / "secrets"), "--state", str(work / "state"), "--envoy", str(harness.ENVOY)]
    subprocess.run(command, check=True, timeout=120)


def client_context(work: Path, authority: Path, shown: str | None) -> ssl.SSLContext:
    """A client that shows this certificate."""
    context = ssl.create_default_context(cafile=str(authority))
    if shown:
        context.load_cert_chain(work / "clients" / shown / "tls.crt", work / "clients" / shown / "tls.key")
    return context


def check_connections(report: harness.Report, at: dict[str, tuple[str, int]], trusting: ssl.SSLContext) -> None:
    by_name = at["raw~8883"]
    anonymous = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    anonymous.check_hostname, anonymous.verify_mode = False, ssl.CERT_NONE
    for name, source, want in [
        ("a.edge.example", ANYONE, "secure-a"),
        ("A.Edge.Example", ANYONE, "secure-a"),
        ("x.b.edge.example", ANYONE, "secure-b"),
        ("y.x.b.edge.example", ANYONE, "closed"),
        ("b.edge.example", ANYONE, "closed"),
        ("x.b.edge.example", BAD, "closed"),
        ("x.deep.edge.example", ANYONE, "secure-b"),
        ("y.x.deep.edge.example", ANYONE, "secure-b"),
        ("deep.edge.example", ANYONE, "closed"),
        ("c.edge.example", ANYONE, "secure-b"),
        ("elsewhere.example", ANYONE, "secure-a"),
        ("elsewhere.example", SOME, "closed"),
        (None, ANYONE, "secure-a"),
        (None, SOME, "closed"),
    ]:
        got = tls(by_name, anonymous, name, source)
        report.check(got == want, f"TLS for {name} from {source} goes to {want}", got)
    got = tls(by_name, trusting, "a.edge.example")
    report.check(got == "secure-a", "the backend's own certificate is what the client sees", got)
    got = tls(at["raw~8884"], anonymous, "whatever.example")
    report.check(got == "secure-a", "TLS to one upstream asks for no name", got)
    for port in ("raw~8883", "raw~8884"):
        with connect(at[port], ANYONE) as connection:
            connection.sendall(b"GET / HTTP/1.1\r\nhost: a.edge.example\r\n\r\n")
            try:
                got = connection.recv(100)
            except ConnectionResetError:
                got = b""
        report.check(got == b"", f"clear text on {port} is closed", got)

    report.check(tcp(at["raw~5432"]) == "plain-a", "TCP goes to its upstream, past an endpoint that refuses")
    for source, want in [(ANYONE, "plain-a"), (BAD, "closed"), (SOME, "plain-b"), ("203.0.113.2", "plain-a")]:
        got = tcp(at["raw~5433"], source)
        report.check(got == want, f"TCP from {source} goes to {want}", got)
    drawn = [tcp(at["raw~5434"]) for _ in range(60)]
    share = drawn.count("plain-b")
    report.check(
        set(drawn) == {"plain-a", "plain-b"} and 12 <= share <= 48, "a split draws for each connection", drawn
    )

    for source, want in [(BAD, "silence"), (SOME, "plain-b")]:
        got = udp(at["raw~5432~udp"], source, 1.0)
        report.check(got == want, f"UDP from {source} goes to {want}", got)
    report.check(udp(at["raw~5433~udp"]) == "plain-b", "UDP goes to its upstream")
    drawn = [udp(at["raw~5432~udp"], f"203.0.113.{last}") for last in range(20, 80)]
    share = drawn.count("plain-b")
    report.check(set(drawn) == {"plain-a", "plain-b"} and 12 <= share <= 48, "a UDP split draws by address", drawn)
    again = [udp(at["raw~5432~udp"], f"203.0.113.{last}") for last in range(20, 80)]
    report.check(drawn == again, "a client's UDP sessions stay on one side", again)


def check_certificates(report: harness.Report, at: dict[str, tuple[str, int]], work: Path, authority: Path) -> None:
    for ingress, shown, want in [
        ("partners", "partner", "200 http"),
        ("partners", "exact", "200 http"),
        ("partners", "deep", "200 http"),
        ("partners", "upper", "200 http"),
        ("partners", "apex", "no handshake"),
        ("partners", "stranger", "no handshake"),
        ("partners", "forged", "no handshake"),
        ("partners", None, "no handshake"),
        ("visitors", None, "200 http"),
        ("visitors", "stranger", "200 http"),
    ]:
        context = client_context(work, authority, shown)
        got = https(at[f"{ingress}~443"], context, f"{ingress}.edge.example")
        report.check(got == want, f"{ingress} answers a client with {shown or 'no'} certificate: {want}", got)


def check_grpc(report: harness.Report, at: dict[str, tuple[str, int]], work: Path, authority: Path) -> None:
    context = client_context(work, authority, "partner")
    for head, want in [
        ("POST /acme.cart.v1.Cart/Checkout|content-type: application/grpc", "200 checkout"),
        ("POST /acme.cart.v1.Cart/Checkout|content-type: application/grpc+proto", "200 checkout"),
        ("POST /acme.cart.v1.Cart/Show|content-type: application/grpc", "200 cart"),
        ("POST /acme.cart.v1.Cart/Checkout|content-type: application/grpc-web", "200 http"),
        ("POST /acme.cart.v1.Cart/Checkout|content-type: application/json", "200 http"),
        ("POST /acme.cart.v1.Cart/Checkout", "200 http"),
        ("GET /acme.cart.v1.Cart/Checkout|content-type: application/grpc", "200 http"),
        ("POST /acme.cart.v1.Cart/a/b|content-type: application/grpc", "200 http"),
        ("POST /acme.cart.v1.Cart|content-type: application/grpc", "200 http"),
        # Nothing answers the gRPC health check there, so that the upstream has no endpoint.
        ("POST /acme.other.Service/Do|content-type: application/grpc", "200"),
    ]:
        got = https(at["partners~443"], context, "partners.edge.example", head + "|content-length: 0")
        report.check(got == want, f"{head.replace('|', ', ')}: {want}", got)


def run(report: harness.Report, work: Path) -> None:
    workspace = work / "workspace"
    shutil.copytree(WORKSPACE, workspace)
    out = work / "out"
    harness.build(workspace, out)
    at = places(out)
    network.bring_up(
        {address for address, _ in at.values()}
        | {"192.0.2.11", "192.0.2.81", "192.0.2.82", "192.0.2.89", ANYONE, BAD, SOME, "203.0.113.2"}
        | {f"203.0.113.{last}" for last in range(20, 80)}
    )

    authority, partners, forger = Authority("EPIC test"), Authority("Partners"), Authority("Partners")
    authority_file = work / "authority.crt"
    authority.write_certificate(authority_file)
    secrets = work / "secrets"
    secrets.mkdir(mode=0o700)
    authority.issue(secrets / "platform" / "certificates" / "edge_edge", ["*.edge.example"])
    partners.write_certificate(secrets / "platform" / "ca" / "partners" / "ca.crt")
    clients = work / "clients"
    for name, names in [
        ("partner", ["one.partner.example"]),
        ("deep", ["a.one.partner.example"]),
        ("upper", ["One.Partner.Example"]),
        ("exact", ["other.example", "exact.example.org"]),
        ("apex", ["partner.example"]),
        ("stranger", ["one.partner.example.evil.example"]),
    ]:
        partners.issue(clients / name, names, is_client=True)
    forger.issue(clients / "forged", ["one.partner.example"], is_client=True)

    instances = sorted((out / "nodes" / NODE / "envoy").iterdir())
    names = [instance.name for instance in instances]
    report.check(
        names == ["edge_stable", "edge_stable~edge_partners", "edge_stable~edge_visitors"],
        "an ingress that says `isolate` has an instance of its own", names,
    )
    for instance in instances:
        folder = static_form.run_directory(instance, work / "static" / instance.name, secrets, authority_file)
        result = static_form.validate(folder)
        report.check(result.returncode == 0, f"{instance.name}: the static form is valid", result.stderr[-2000:])

    for address, name in [("192.0.2.81", "a"), ("192.0.2.82", "b")]:
        authority.issue(work / "backends" / name, ["a.edge.example", "c.edge.example"])
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(work / "backends" / name / "tls.crt", work / "backends" / name / "tls.key")
        serve_tcp((address, 8443), f"secure-{name}", context)
        serve_tcp((address, 7000), f"plain-{name}")
        harness.serve_datagrams((address, 7000), f"plain-{name}")
    # Nothing listens for TCP at 192.0.2.89; datagrams that are sent there are answered like its neighbour's.
    harness.serve_datagrams(("192.0.2.89", 7000), "plain-a")

    apply(out, work)
    trusting = ssl.create_default_context(cafile=str(authority_file))
    check_connections(report, at, trusting)
    check_certificates(report, at, work, authority_file)
    check_grpc(report, at, work, authority_file)

    # Another first arm: what stands on a listener must change without ending its connections.
    path = workspace / "edge" / "connections.epic"
    text = path.read_text()
    changed = text.replace("client in [203.0.113.9, 2001:db8::/32]", "client in [203.0.113.2, 2001:db8::/32]")
    changed = changed.replace("exact:   when sni a.edge.example ", "exact:   when sni d.edge.example ")
    report.check(changed != text, "the second build differs")
    path.write_text(changed)
    second = work / "second"
    harness.build(workspace, second)
    with connect(at["raw~5433"], ANYONE) as open_connection:
        report.check(open_connection.recv(100) == b"plain-a", "a connection is open")
        apply(second, work)
        open_connection.sendall(b"still here")
        got = open_connection.recv(100)
        report.check(got == b"still here", "it is open after another build was applied", got)
    for source, want in [(BAD, "plain-a"), ("203.0.113.2", "closed")]:
        got = tcp(at["raw~5433"], source)
        report.check(got == want, f"then TCP from {source} goes to {want}", got)


if __name__ == "__main__":
    harness.main(run)
