"""CONNECT on the real Envoy: bytes through tunnels over HTTP/1.1, TLS, HTTP/2 and HTTP/3, their ends, and what is no tunnel.

The workspace is this script's own. Envoy runs the static form, which is validated first.
"""

import asyncio
import hashlib
import json
import socket
import ssl
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Support"))
sys.path.insert(0, str(Path(__file__).resolve().parent))
import harness  # noqa: E402
import http3  # noqa: E402
from aioquic.asyncio.client import connect as connect_quic  # noqa: E402
from aioquic.h3.connection import H3_ALPN  # noqa: E402
from aioquic.quic.configuration import QuicConfiguration  # noqa: E402
from kit import network, processes  # noqa: E402
from kit.keys import Authority, TokenIssuer  # noqa: E402
from http_policies import await_listeners  # noqa: E402
from request_policies import listeners  # noqa: E402

#: The database, another that wants PROXY headers, an address where nobody listens, and the clients.
BASE, TOLD, NOBODY, PEER, OTHER = "203.0.113.10", "203.0.113.11", "203.0.113.12", "192.0.2.100", "192.0.2.200"

SOURCE = """
engine stable { envoy 1.40 }
site here { at 50.0, 8.0 country DE; node here-1 { address 192.0.2.11 } }
pool public { range 198.51.100.0/27; sites all }

upstream base   { endpoint 203.0.113.10:5432; timeout connect 1s }
upstream told   { endpoint 203.0.113.11:5432; proxy-protocol v2 }
upstream nobody { endpoint 203.0.113.12:1; timeout connect 1s }

template plain(name: host) for ingress {
  host    name
  listen  http 80
  address one from public
  engine  stable
  sites   all
}

issuer internal { local-ca secret ca/internal }
certificate open { names open.example.com; issuer internal; renew 30d before }
ingress open {
  host            open.example.com
  listen          https 443 http3
  listen          http 80
  tls             certificate open
  address         one from public
  engine          stable
  sites           all
  timeout request 1s
  timeout stream  20s
  max body        8B
  compress        gzip from 1B types "text/plain"
  access-log      json
  routes          open-routes
}
routes open-routes {
  short:  when header x-short exists          -> base { connect to 5432; timeout idle 1s }
  base:   when client in 192.0.2.100/32       -> base { connect to 5432, 443, 80; response-header x-arm "base" }
  told:   when client in 192.0.2.100/32       -> told { connect to 5433 }
  nobody: when client in 192.0.2.100/32       -> nobody { connect to 5434 }
  few:    when client in 192.0.2.100/32       -> base { connect to 5435; rate-limit 2/h by client }
  live:   when path /live                     -> base { timeout request 2s }
  otherwise                                   -> respond 404 { body "none" }
}
ingress kept from plain(name: kept.example.com) {
  auth jwt main { issuer https://id.example.net; jwks data "keys.json" sha256 "KEYS"; audience "edge" }
  routes kept-routes
}
routes kept-routes {
  base: when jwt.claim("team") is "db" -> base { connect to 5432 }
  otherwise                            -> respond 404
}
ingress shut from plain(name: shut.example.com) { routes shut-routes }
routes shut-routes { otherwise -> respond 410 }
"""


class Server:
    """Serves TCP: answers in capitals, after a PROXY header where there is one; `bye` ends the connection, `rst` breaks it.

    At the end of what a client says it waits, says `END`, and closes.
    """

    def __init__(self, address: str, port: int, wait: float = 0) -> None:
        self.heads: list[bytes] = []
        self.accepted = 0
        self.wait = wait
        self.listener = socket.create_server((address, port))
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self) -> None:
        """Each connection on a thread of its own."""
        while True:
            channel, _ = self.listener.accept()
            self.accepted += 1
            threading.Thread(target=self.serve, args=(channel,), daemon=True).start()

    def serve(self, channel: socket.socket) -> None:
        """One connection."""
        with channel:
            is_first = True
            while data := channel.recv(65536):
                if is_first and data.startswith(b"\r\n\r\n\0\r\nQUIT\n"):
                    size = 16 + int.from_bytes(data[14:16], "big")
                    self.heads.append(data[:size])
                    data = data[size:]
                is_first = False
                if data == b"bye":
                    return
                if data == b"rst":
                    channel.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
                    return
                if data:
                    channel.sendall(data.upper())
            time.sleep(self.wait)
            channel.sendall(b"END")


class Tunnel:
    """A CONNECT request over HTTP/1.1, and what came back."""

    def __init__(self, address: str, target: str, *headers: str, port: int = 80, source: str = PEER) -> None:
        self.channel: socket.socket = socket.create_connection((address, port), 5, source_address=(source, 0))
        if port == 443:
            context = ssl.create_default_context()
            context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
            self.channel = context.wrap_socket(self.channel, server_hostname=target.rpartition(":")[0])
        lines = [f"CONNECT {target} HTTP/1.1", f"host: {target}", *headers]
        self.channel.sendall("\r\n".join(lines).encode() + b"\r\n\r\n")
        head = b""
        while b"\r\n\r\n" not in head:
            data = self.channel.recv(1)
            if not data:
                break
            head += data
        self.head = head.decode()
        self.status = int(head.split(b" ", 2)[1]) if head else 0

    def exchange(self, data: bytes) -> bytes:
        """Sends, and receives as much."""
        self.channel.sendall(data)
        return self.receive(len(data))

    def receive(self, count: int) -> bytes:
        """As many bytes, or fewer at the end."""
        found = b""
        while len(found) < count:
            try:
                data = self.channel.recv(count - len(found))
            except ConnectionResetError:
                break
            if not data:
                break
            found += data
        return found

    def close(self) -> None:
        """Closes the connection."""
        self.channel.close()


class Stream:
    """A CONNECT over HTTP/2 (RFC 9113 section 8.5); fields are literals, so that anything may be said."""

    def __init__(self, address: str, *fields: tuple[str, str], early: bytes = b"") -> None:
        self.channel = socket.create_connection((address, 80), 5, source_address=(PEER, 0))
        self.reader = self.channel.makefile("rb")
        block = b"".join(self.literal(*field) for field in fields)
        self.send(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + self.frame(4, 0, 0, b"") + self.frame(1, 4, 1, block))
        if early:
            self.send(self.frame(0, 0, 1, early))
        self.data = b""
        #: `200`, another status in so far as it is indexed, `reset` or `closed`.
        self.status = self.read(lambda kind: kind in (1, 3, 7))

    @staticmethod
    def literal(name: str, value: str) -> bytes:
        """A field, not indexed (RFC 7541 section 6.2.2)."""
        return bytes([0, len(name)]) + name.encode() + bytes([len(value)]) + value.encode()

    @staticmethod
    def frame(kind: int, flags: int, stream: int, payload: bytes) -> bytes:
        """One frame."""
        return len(payload).to_bytes(3, "big") + bytes([kind, flags]) + stream.to_bytes(4, "big") + payload

    def send(self, data: bytes) -> None:
        """Sends bytes; the edge may have closed already."""
        try:
            self.channel.sendall(data)
        except OSError:
            pass

    def read(self, ends: Callable[[int], bool]) -> str:
        """Reads frames up to one of a kind; bytes of the tunnel are kept."""
        while True:
            head = self.reader.read(9)
            if len(head) < 9:
                return "closed"
            payload = self.reader.read(int.from_bytes(head[:3], "big"))
            kind = head[3]
            if kind == 0:
                self.data += payload
                if head[4] & 1:
                    return "end"
            if ends(kind):
                names = {0x88: "200", 0x8C: "400", 0x8D: "404"}
                if kind == 1:
                    return names.get(payload[0], "other" if payload[0] != 0x48 else self.text(payload))
                return {0: "data", 3: "reset", 7: "closed"}[kind]

    @staticmethod
    def text(payload: bytes) -> str:
        """A status that is no entry of the static table: three characters, coded by Huffman or not."""
        return "401" if payload[1:4] in (b"\x82h\x01", b"\x03401"[:3]) else "refused"

    def exchange(self, data: bytes) -> bytes:
        """Sends, and receives as much."""
        self.data = b""
        self.send(self.frame(0, 0, 1, data))
        while len(self.data) < len(data):
            if self.read(lambda kind: kind in (0, 3, 7)) not in ("data",):
                break
        return self.data

    def close(self) -> None:
        """Closes the connection."""
        self.channel.close()


class QuicTunnel(http3.Client):
    """A CONNECT over HTTP/3 (RFC 9114 section 4.4)."""

    async def tunnel(self, target: str, data: bytes, *more: tuple[str, str]) -> http3.Answer:
        """Sends the bytes, and says that there are no more."""
        stream = self._quic.get_next_available_stream_id()
        fields = [(":method", "CONNECT"), (":authority", target), *more]
        self.http.send_headers(stream, [(name.encode(), value.encode()) for name, value in fields])
        self.http.send_data(stream, data, end_stream=True)
        self.transmit()
        await asyncio.wait_for(self.done, 10)
        return self.answer


def over_quic(address: str, target: str, data: bytes, *more: tuple[str, str]) -> http3.Answer:
    """What a CONNECT over HTTP/3 comes to."""
    async def exchange() -> http3.Answer:
        configuration = QuicConfiguration(is_client=True, alpn_protocols=H3_ALPN, server_name="open.example.com")
        configuration.verify_mode = ssl.CERT_NONE
        async with connect_quic(address, 443, configuration=configuration, create_protocol=QuicTunnel) as client:
            assert isinstance(client, QuicTunnel)
            return await client.tunnel(target, data, *more)

    try:
        return asyncio.run(exchange())
    except (OSError, TimeoutError, ConnectionError, asyncio.CancelledError) as error:
        return http3.Answer(failure=f"{type(error).__name__}: {error}")


def connect(authority: str, *more: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    """The fields of a CONNECT request."""
    return ((":method", "CONNECT"), (":authority", authority), *more)


def through(report: harness.Report, address: str, base: Server) -> None:
    """Bytes, both ways."""
    for port, target in ((80, "5432"), (80, "80"), (80, "443"), (443, "5432"), (443, "443"), (443, "80")):
        tunnel = Tunnel(address, f"open.example.com:{target}", "accept-encoding: gzip", port=port)
        report.check(
            (tunnel.status, tunnel.exchange(b"hello"), tunnel.exchange(b"x" * 300_000)) == (200, b"HELLO", b"X" * 300_000),
            f"port {target} over port {port}: bytes pass as they are", tunnel.head)
        report.check("x-arm: base" in tunnel.head and "content-encoding" not in tunnel.head, "and the answer is the route's")
        tunnel.close()
    stream = Stream(address, *connect("open.example.com:5432"))
    report.check((stream.status, stream.exchange(b"hello")) == ("200", b"HELLO"), "the same over HTTP/2", stream.status)
    stream.close()
    stream = Stream(address, *connect("open.example.com:80"))
    report.check((stream.status, stream.exchange(b"hello")) == ("200", b"HELLO"), "and to the listener's port", stream.status)
    stream.close()
    answer = over_quic(address, "open.example.com:5432", b"hello", ("x-short", "1"))
    report.check((answer.status, answer.body) == (200, b"HELLOEND"), "and over HTTP/3", answer)
    accepted = base.accepted
    first, second = (Tunnel(address, "open.example.com:5432") for _ in range(2))
    answers = first.exchange(b"one"), second.exchange(b"two")
    report.check(answers == (b"ONE", b"TWO") and base.accepted == accepted + 2, "each tunnel is a connection of its own")
    first.close()
    second.close()


def ends(report: harness.Report, address: str, base: Server) -> None:
    """How tunnels end."""
    for word in (b"bye", b"rst"):
        tunnel = Tunnel(address, "open.example.com:5432")
        tunnel.exchange(b"hello")
        tunnel.channel.sendall(word)
        report.check(tunnel.receive(1) == b"", f"an upstream that ends by {word!r} ends the tunnel")
        tunnel.close()
        stream = Stream(address, *connect("open.example.com:5432"))
        stream.exchange(b"hello")
        stream.data = b""
        stream.send(stream.frame(0, 0, 1, word))
        found = stream.read(lambda kind: kind in (3, 7))
        report.check(found in ("reset", "end") and not stream.data, f"over HTTP/2 {word!r}, too", found)
        stream.close()
    for port in ("5434",):
        tunnel = Tunnel(address, f"open.example.com:{port}")
        report.check(tunnel.status == 503, "an upstream that is down is 503", tunnel.head)
        tunnel.close()
    # `timeout request 1s` begins when the client has said all: it must not end a tunnel.
    base.wait = 2.5
    stream = Stream(address, *connect("open.example.com:5432"))
    stream.exchange(b"hello")
    stream.data = b""
    stream.send(stream.frame(0, 1, 1, b"more"))
    while b"END" not in stream.data and stream.read(lambda kind: kind in (0, 3, 7)) == "data":
        pass
    report.check(stream.data == b"MOREEND", "a tunnel outlives the time of requests", stream.data)
    stream.close()
    base.wait = 0
    tunnel = Tunnel(address, "open.example.com:5432")
    tunnel.exchange(b"hello")
    time.sleep(1.5)
    report.check(tunnel.exchange(b"still") == b"STILL", "a silence that is allowed ends nothing")
    tunnel.close()
    tunnel = Tunnel(address, "open.example.com:5432", "x-short: 1")
    tunnel.exchange(b"hello")
    report.check(tunnel.receive(1) == b"", "`timeout idle` ends a silent tunnel")
    tunnel.close()
    tunnel = Tunnel(address, "open.example.com:5432")
    started = time.monotonic()
    while time.monotonic() - started < 60 and tunnel.exchange(b"x") == b"X":
        time.sleep(0.5)
    report.check(tunnel.receive(1) == b"", "`timeout stream` ends one that talks")
    tunnel.close()


def told(report: harness.Report, address: str, server: Server) -> None:
    """A PROXY header in front of a tunnel's bytes."""
    tunnel = Tunnel(address, "open.example.com:5433")
    report.check(tunnel.exchange(b"hello") == b"HELLO", "an upstream that wants PROXY headers", tunnel.head)
    head = server.heads[0] if server.heads else b""
    report.check(head[16:20] == socket.inet_aton(PEER), "is told the client", head)
    tunnel.close()


def refused(report: harness.Report, addresses: dict[str, str], base: Server) -> None:
    """What is no tunnel."""
    accepted = base.accepted
    for target in ("open.example.com:22", "evil.example:5432", "203.0.113.10:5432", "127.0.0.1:5432", "kept.example.com:5432"):
        for port in (80, 443):
            tunnel = Tunnel(addresses["open"], target, port=port)
            report.check(tunnel.status == 404, f"{target} over port {port} is 404", tunnel.head)
            tunnel.close()
    tunnel = Tunnel(addresses["open"], "open.example.com:5432", source=OTHER)
    report.check(tunnel.status == 404, "another client is 404", tunnel.head)
    tunnel.close()
    tunnel = Tunnel(addresses["shut"], "shut.example.com:5432")
    report.check(tunnel.status == 404, "an ingress without tunnels has none", tunnel.head)
    tunnel.close()
    statuses = []
    for _ in range(3):
        tunnel = Tunnel(addresses["open"], "open.example.com:5435")
        statuses.append(tunnel.status)
        tunnel.close()
    report.check(statuses == [200, 200, 429], "a rate limit counts tunnels", statuses)
    for target in ("open.example.com:22", "evil.example:5432"):
        answer = over_quic(addresses["open"], target, b"hello", ("x-short", "1"))
        report.check(answer.status == 404, f"{target} over HTTP/3 is 404", answer)
    opened = base.accepted
    address = addresses["open"]
    masque = (":protocol", "connect-udp"), (":scheme", "http"), (":path", "/.well-known/masque/udp/192.0.2.1/53/")
    forms = {
        "a foreign host": connect("evil.example:5432"),
        "a foreign port": connect("open.example.com:22"),
        "no port": connect("shut.example.com"),
        "a path": connect("open.example.com:5432", (":path", "/live")),
        "a path and a scheme": connect("open.example.com:5432", (":scheme", "http"), (":path", "/live")),
        "connect-udp": connect("open.example.com:5432", *masque),
        "connect-udp to the host": connect("open.example.com", *masque),
        "a WebSocket": connect("open.example.com:5432", (":protocol", "websocket"), (":scheme", "http"), (":path", "/live")),
        "a WebSocket to the host": connect("open.example.com", (":protocol", "websocket"), (":scheme", "http"), (":path", "/live")),
        "an unknown protocol": connect("open.example.com", (":protocol", "connect"), (":scheme", "http"), (":path", "/live")),
    }
    for name, fields in forms.items():
        stream = Stream(address, *fields)
        report.check(stream.status != "200", f"{name} over HTTP/2 opens nothing", stream.status)
        stream.close()
    answer = over_quic(address, "open.example.com:5432", b"hello", ("x-short", "1"), *masque)
    report.check(answer.status != 200, "connect-udp over HTTP/3 opens nothing", answer)
    report.check(base.accepted == opened, "nothing of it reached the upstream", (accepted, opened, base.accepted))


def tokens(report: harness.Report, address: str, issuer: TokenIssuer) -> None:
    """`auth jwt` in front of tunnels."""
    good, other = (f"authorization: Bearer {issuer.token('edge', {'sub': 'u', 'team': team})}" for team in ("db", "web"))
    for headers, wanted in (([], 401), (["authorization: Bearer x.y.z"], 401), ([other], 404), ([good], 200)):
        tunnel = Tunnel(address, "kept.example.com:5432", *headers)
        report.check(tunnel.status == wanted, f"a tunnel with {len(headers)} token is {wanted}", tunnel.head)
        if wanted == 200:
            report.check(tunnel.exchange(b"hello") == b"HELLO", "and passes bytes")
        tunnel.close()
    stream = Stream(address, *connect("kept.example.com:5432"))
    report.check(stream.status != "200", "over HTTP/2 none without a token", stream.status)
    stream.close()
    stream = Stream(address, *connect("kept.example.com:5432"), early=b"early")
    report.check(stream.status != "200" and not stream.data, "whatever was sent with it", stream.status)
    stream.close()


def run(report: harness.Report, work: Path) -> None:
    """Builds, validates, serves and asks."""
    issuer = TokenIssuer("https://id.example.net")
    (work / "workspace" / "edge").mkdir(parents=True)
    (work / "workspace" / "workspace.epic").write_text("edition 2026\nworkspace tunnels\n")
    keys = issuer.key_set()
    (work / "workspace" / "edge" / "keys.json").write_text(keys)
    source = SOURCE.replace('"KEYS"', f'"{hashlib.sha256(keys.encode()).hexdigest()}"')
    (work / "workspace" / "edge" / "edge.epic").write_text(source)
    harness.build(work / "workspace", work / "out")
    folder = next(path for path in (work / "out" / "nodes" / "here-1" / "envoy").iterdir() if path.is_dir())
    for part in set((folder / "static.json").read_text().split('"')):
        if part.startswith("secrets/") and part.endswith("/tls.crt"):
            Authority("EPIC test").issue((folder / part).parent, ["open.example.com"])
    command = [str(harness.ENVOY), "-c", "static.json", "-l", "error", "--disable-hot-restart"]
    checked = subprocess.run([*command, "--mode", "validate"], cwd=folder, text=True, capture_output=True, timeout=120)
    if not report.check(checked.returncode == 0, "the static form is valid", checked.stderr[-3000:]):
        return
    addresses = listeners(folder / "static.json")
    network.bring_up({BASE, TOLD, NOBODY, PEER, OTHER, *addresses.values()})
    with (work / "envoy.out").open("wb") as log, (work / "envoy.err").open("wb") as errors:
        process = processes.start([*command, "--concurrency", "2"], cwd=folder, stdout=log, stderr=errors)
    base, server = Server(BASE, 5432), Server(TOLD, 5432)
    if fault := await_listeners(addresses, process, work / "envoy.err"):
        report.check(False, "every listener listens", fault)
        return
    through(report, addresses["open"], base)
    told(report, addresses["open"], server)
    refused(report, addresses, base)
    tokens(report, addresses["kept"], issuer)
    ends(report, addresses["open"], base)
    lines = [json.loads(line) for line in (work / "envoy.out").read_text().splitlines() if line.startswith("{")]
    logged = [line for line in lines if line["method"] == "CONNECT" and line["status"] == 200]
    report.check(any(line["sent"] > 300_000 for line in logged), "the log has a tunnel's bytes", lines[:1])
    report.check(process.poll() is None, "Envoy is still there", (work / "envoy.err").read_text()[-2000:])


if __name__ == "__main__":
    harness.main(run)
