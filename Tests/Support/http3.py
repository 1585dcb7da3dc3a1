"""A client of HTTP/3 (RFC 9114): one request on a connection of its own."""

import asyncio
import ssl
from dataclasses import dataclass, field
from pathlib import Path

from aioquic.asyncio.client import connect
from aioquic.asyncio.protocol import QuicConnectionProtocol
from aioquic.h3.connection import H3_ALPN, H3Connection
from aioquic.h3.events import DataReceived, H3Event, HeadersReceived
from aioquic.quic.configuration import QuicConfiguration
from aioquic.quic.events import ConnectionTerminated, QuicEvent, StreamReset


@dataclass
class Answer:
    """What came back; `status` is 0 if nothing did, and `failure` says why."""

    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    failure: str = ""
    #: Names in the certificate that the server presented.
    names: list[str] = field(default_factory=list)


class Client(QuicConnectionProtocol):
    """The connection."""

    def __init__(self, *arguments: object, **options: object) -> None:
        super().__init__(*arguments, **options)  # type: ignore[arg-type]
        self.http = H3Connection(self._quic)
        self.answer = Answer()
        self.done: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def end(self, failure: str = "") -> None:
        if not self.done.done():
            self.answer.failure = failure
            self.done.set_result(None)

    def quic_event_received(self, event: QuicEvent) -> None:
        if isinstance(event, ConnectionTerminated):
            self.end(f"closed: {event.error_code:#x} {event.reason_phrase}")
        elif isinstance(event, StreamReset):
            self.end(f"reset: {event.error_code:#x}")
        for received in self.http.handle_event(event):
            self.received(received)

    def received(self, event: H3Event) -> None:
        if isinstance(event, HeadersReceived):
            for name, value in event.headers:
                self.answer.headers[name.decode()] = value.decode()
            self.answer.status = int(self.answer.headers.get(":status", "0"))
        elif isinstance(event, DataReceived):
            self.answer.body += event.data
        if isinstance(event, (HeadersReceived, DataReceived)) and event.stream_ended:
            self.end()

    async def ask(self, host: str, path: str, limit: float) -> Answer:
        stream = self._quic.get_next_available_stream_id()
        fields = [(":method", "GET"), (":scheme", "https"), (":authority", host), (":path", path)]
        self.http.send_headers(stream, [(name.encode(), value.encode()) for name, value in fields], end_stream=True)
        self.transmit()
        await asyncio.wait_for(self.done, limit)
        certificate = self._quic.tls._peer_certificate
        if certificate is not None:
            from cryptography.x509 import DNSName, SubjectAlternativeName

            names = certificate.extensions.get_extension_for_class(SubjectAlternativeName).value
            self.answer.names = names.get_values_for_type(DNSName)
        return self.answer


async def exchange(
    address: str, host: str, path: str, authority: Path, shown: Path | None, limit: float
) -> Answer:
    configuration = QuicConfiguration(is_client=True, alpn_protocols=H3_ALPN, server_name=host)
    configuration.load_verify_locations(cafile=str(authority))
    configuration.verify_mode = ssl.CERT_REQUIRED
    if shown:
        configuration.load_cert_chain(shown / "tls.crt", shown / "tls.key")
    async with asyncio.timeout(limit):
        async with connect(address, 443, configuration=configuration, create_protocol=Client) as client:
            assert isinstance(client, Client)
            return await client.ask(host, path, limit)


def get(
    address: str, host: str, path: str, authority: Path, shown: Path | None = None, limit: float = 10.0
) -> Answer:
    """Asks for a path over HTTP/3, port 443; `shown` is a folder with the client's certificate."""
    try:
        return asyncio.run(exchange(address, host, path, authority, shown, limit))
    except (OSError, TimeoutError, ConnectionError, ssl.SSLError, asyncio.CancelledError) as error:
        return Answer(failure=f"{type(error).__name__}: {error}")
