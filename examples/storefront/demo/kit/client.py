"""Sends requests as a client of the edge: from a chosen source address, to a chosen address, over TLS or not."""

import http.client
import json
import socket
import ssl
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Request:
    """What is sent."""

    method: str
    url: str
    source: str
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    #: Newest TLS version that the client speaks, such as `TLSv1_2`; the newest there is by default.
    tls_maximum: str | None = None
    #: Whether the server's certificate must cover the host.
    verify: bool = True

    @property
    def host(self) -> str:
        """The host that is asked for; also the TLS server name."""
        return urlsplit(self.url).hostname or ""

    @property
    def port(self) -> int:
        """The port of the URL, or its scheme's."""
        url = urlsplit(self.url)
        return url.port or (443 if url.scheme == "https" else 80)


@dataclass
class Answer:
    """What came back; `status` is 0 if nothing did, and `failure` says why."""

    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    failure: str = ""
    #: Serial number of the certificate that the server presented.
    certificate: str = ""

    @property
    def echo(self) -> dict[str, object]:
        """What a backend said of itself; empty if no backend answered."""
        try:
            value = json.loads(self.body)
        except ValueError:
            return {}
        return value if isinstance(value, dict) and "backend" in value else {}


def send(requests: Sequence[Request], destination: str, authority: Path, timeout: float = 5.0) -> Iterator[Answer]:
    """Sends requests from one source to one host, on one connection, and yields the answers; ends with a failure."""
    first = requests[0]
    try:
        plain = socket.create_connection((destination, first.port), timeout, source_address=(first.source, 0))
    except OSError as error:
        yield Answer(failure=f"no connection: {error}")
        return
    with plain:
        try:
            with secure(plain, first, authority) as channel:
                for request in requests:
                    answer = exchange(channel, request)
                    if isinstance(channel, ssl.SSLSocket):
                        answer.certificate = str((channel.getpeercert() or {}).get("serialNumber", ""))
                    yield answer
        except ssl.SSLError as error:
            yield Answer(failure=f"TLS: {error.reason}")
        except (OSError, http.client.HTTPException) as error:
            yield Answer(failure=f"{type(error).__name__}: {error}")


def secure(plain: socket.socket, request: Request, authority: Path) -> socket.socket:
    """The connection to speak HTTP on: TLS, if the URL says so."""
    if not request.url.startswith("https:"):
        return plain
    context = ssl.create_default_context(cafile=str(authority))
    context.check_hostname = request.verify
    if request.tls_maximum:
        context.maximum_version = ssl.TLSVersion[request.tls_maximum]
    return context.wrap_socket(plain, server_hostname=request.host)


def exchange(channel: socket.socket, request: Request) -> Answer:
    """Writes the request and reads the answer; headers may repeat, and the path goes out as it is written."""
    url = urlsplit(request.url)
    target = (url.path or "/") + (f"?{url.query}" if url.query else "")
    lines = [f"{request.method} {target} HTTP/1.1", f"Host: {url.netloc}"]
    lines += [f"{name}: {value}" for name, value in request.headers]
    if request.body or request.method in ("POST", "PUT"):
        lines.append(f"Content-Length: {len(request.body)}")
    channel.sendall("\r\n".join(lines).encode() + b"\r\n\r\n" + request.body)
    with http.client.HTTPResponse(channel, method=request.method) as response:
        response.begin()
        headers = {name.lower(): value for name, value in response.getheaders()}
        return Answer(response.status, headers, response.read())
