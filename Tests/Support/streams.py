"""Streams that live long: WebSockets (RFC 6455) and gRPC calls that stream both ways.

    python3 streams.py serve ADDRESS                                  WebSockets at port 7001, gRPC at port 7002
    python3 streams.py hold AUTHORITY HOST=ADDRESS HOST=ADDRESS       the WebSockets' host, then the calls'

`serve` repeats what it hears. `hold` opens streams of both kinds through the edge, says `ready`, and keeps each of them
busy until a line or the end comes on its input: it sends a number, waits for the same one, and sends the next. Its last
line is a JSON object: for each stream its echoes and, if it broke, how.
"""

import asyncio
import base64
import hashlib
import json
import os
import socket
import ssl
import sys
import threading
import time
from collections.abc import Iterator

import grpc

#: RFC 6455, section 1.3.
WEBSOCKET_ID = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
METHOD = "/edge.Echo/Repeat"
#: Streams of each kind.
STREAMS = 3
#: Seconds between an echo and the next message, and that an echo may take.
PAUSE, LIMIT = 0.02, 20.0


def plain(data: bytes) -> bytes:
    """Messages are bytes here."""
    return data


def accept_key(key: bytes) -> str:
    return base64.b64encode(hashlib.sha1(key + WEBSOCKET_ID).digest()).decode()


async def serve_websocket(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """One connection: the handshake, then every short frame back, without its mask."""
    try:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        lines = [line.split(": ", 1) for line in head.split("\r\n")[1:] if ": " in line]
        headers = {name.lower(): value for name, value in lines}
        key = headers.get("sec-websocket-key", "")
        if headers.get("upgrade", "").lower() != "websocket" or not key:
            raise ValueError(head)
        writer.write(
            "HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: upgrade\r\n"
            f"sec-websocket-accept: {accept_key(key.encode())}\r\n\r\n".encode()
        )
        while True:
            first, length = await reader.readexactly(2)
            mask = await reader.readexactly(4)
            payload = bytes(byte ^ mask[i % 4] for i, byte in enumerate(await reader.readexactly(length & 0x7F)))
            writer.write(bytes([first, len(payload)]) + payload)
            await writer.drain()
    except (asyncio.IncompleteReadError, ConnectionError, ValueError):
        writer.close()


class Echo(grpc.GenericRpcHandler):
    """Every method of the service repeats what it hears."""

    def service(self, call: grpc.HandlerCallDetails) -> grpc.RpcMethodHandler | None:
        if call.method != METHOD:
            return None
        return grpc.stream_stream_rpc_method_handler(lambda messages, _: messages, plain, plain)


async def serve(address: str) -> None:
    from concurrent.futures import ThreadPoolExecutor

    server = grpc.server(ThreadPoolExecutor(STREAMS * 4), handlers=[Echo()])
    server.add_insecure_port(f"{address}:7002")
    server.start()
    await asyncio.start_server(serve_websocket, address, 7001)
    print("ready", flush=True)
    await asyncio.Event().wait()


class Stream(threading.Thread):
    """One stream with its count."""

    def __init__(self, name: str, ended: threading.Event) -> None:
        super().__init__(daemon=True)
        self.label, self.ended = name, ended
        self.echoes, self.failure = 0, ""

    def messages(self) -> Iterator[bytes]:
        """What is to be sent, until the end."""
        number = 0
        while not self.ended.is_set():
            number += 1
            yield f"{self.label} {number}".encode()

    def run(self) -> None:
        try:
            self.talk()
        except Exception as error:  # whatever broke the stream is what the test asks for
            self.failure = f"{type(error).__name__}: {error}"

    def heard(self, sent: bytes, echo: bytes) -> None:
        if echo != sent:
            raise ValueError(f"{echo!r} for {sent!r}")
        self.echoes += 1
        time.sleep(PAUSE)


class WebSocket(Stream):
    def __init__(self, name: str, ended: threading.Event, authority: str, host: str, address: str) -> None:
        super().__init__(name, ended)
        context = ssl.create_default_context(cafile=authority)
        plain_socket = socket.create_connection((address, 443), timeout=LIMIT)
        self.channel = context.wrap_socket(plain_socket, server_hostname=host)
        key = base64.b64encode(os.urandom(16))
        self.channel.sendall(
            f"GET /echo HTTP/1.1\r\nhost: {host}\r\nupgrade: websocket\r\nconnection: upgrade\r\n"
            f"sec-websocket-version: 13\r\nsec-websocket-key: {key.decode()}\r\n\r\n".encode()
        )
        head = b""
        while not head.endswith(b"\r\n\r\n"):
            head += self.read(1)
        if not head.startswith(b"HTTP/1.1 101 ") or accept_key(key).encode() not in head:
            raise ConnectionError(head.decode("latin-1"))

    def read(self, count: int) -> bytes:
        data = b""
        while len(data) < count:
            part = self.channel.recv(count - len(data))
            if not part:
                raise ConnectionError("closed by the edge")
            data += part
        return data

    def talk(self) -> None:
        for message in self.messages():
            mask = os.urandom(4)
            masked = bytes(byte ^ mask[i % 4] for i, byte in enumerate(message))
            self.channel.sendall(bytes([0x82, 0x80 | len(message)]) + mask + masked)
            first, length = self.read(2)
            if first != 0x82:
                raise ConnectionError(f"frame {first:#x}")
            self.heard(message, self.read(length))


class Call(Stream):
    def __init__(self, name: str, ended: threading.Event, authority: str, host: str, address: str) -> None:
        super().__init__(name, ended)
        with open(authority, "rb") as file:
            credentials = grpc.ssl_channel_credentials(file.read())
        # A pool of its own: a connection for each call.
        options = [
            ("grpc.ssl_target_name_override", host),
            ("grpc.default_authority", host),
            ("grpc.use_local_subchannel_pool", 1),
            ("grpc.enable_retries", 0),
        ]
        self.channel = grpc.secure_channel(f"ipv4:{address}:443", credentials, options)
        grpc.channel_ready_future(self.channel).result(LIMIT)

    def talk(self) -> None:
        turn = threading.Semaphore(1)
        sent: list[bytes] = []

        def paced() -> Iterator[bytes]:
            for message in self.messages():
                if not turn.acquire(timeout=LIMIT):
                    raise TimeoutError
                sent.append(message)
                yield message

        for echo in self.channel.stream_stream(METHOD, plain, plain)(paced()):
            self.heard(sent[-1], echo)
            turn.release()
        if not self.ended.is_set():
            raise ConnectionError("the call ended")


def hold(authority: str, sockets: str, calls: str) -> None:
    ended = threading.Event()
    streams: list[Stream] = []
    for kind, place in ((WebSocket, sockets), (Call, calls)):
        host, _, address = place.partition("=")
        streams += [kind(f"{kind.__name__} {i}", ended, authority, host, address) for i in range(STREAMS)]
    for stream in streams:
        stream.start()
    while not all(stream.echoes or stream.failure for stream in streams):
        time.sleep(0.05)
    print("ready", flush=True)
    sys.stdin.readline()
    ended.set()
    for stream in streams:
        stream.join(LIMIT + 5)
        if stream.is_alive():
            stream.failure = stream.failure or "no end"
    print(json.dumps({stream.label: [stream.echoes, stream.failure] for stream in streams}), flush=True)
    os._exit(0)


if __name__ == "__main__":
    if sys.argv[1] == "serve":
        asyncio.run(serve(sys.argv[2]))
    else:
        hold(*sys.argv[2:])
