"""Echo backends in the place of pods, CDN and old machines.

    python3 backends.py SPECIFICATION

The specification is a JSON list of `{name, address, port, certificate?, files?}`. Every backend answers a request with
its own identity and what it received, as JSON. It prints `ready`, then obeys lines on its input: `stop GLOB` closes the
backends of that name at once, with every connection, as if their machine were gone; `start GLOB` brings them back.
Each line is answered with `done`.
"""

import asyncio
import fnmatch
import json
import ssl
import sys
from dataclasses import dataclass, field


@dataclass
class Backend:
    """One listening socket with an identity."""

    name: str
    address: str
    port: int
    certificate: str | None = None
    files: dict[str, str] = field(default_factory=dict)
    server: asyncio.Server | None = None
    connections: set[asyncio.StreamWriter] = field(default_factory=set)

    async def start(self) -> None:
        """Listens, unless it does already."""
        if self.server is not None:
            return
        context = None
        if self.certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(f"{self.certificate}/tls.crt", f"{self.certificate}/tls.key")
        self.server = await asyncio.start_server(self.serve, self.address, self.port, ssl=context, backlog=512)

    async def stop(self) -> None:
        """Stops listening and drops every connection."""
        if self.server is None:
            return
        self.server.close()
        self.server = None
        for writer in list(self.connections):
            writer.transport.abort()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answers the requests of one connection."""
        self.connections.add(writer)
        try:
            while (request := await read_request(reader)) is not None:
                method, target, headers, size = request
                body = self.answer(method, target, headers, size)
                head = f"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {len(body)}\r\n\r\n"
                writer.write(head.encode() + (b"" if method == "HEAD" else body))
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError, ValueError):
            pass
        finally:
            self.connections.discard(writer)
            writer.close()

    def answer(self, method: str, target: str, headers: list[tuple[str, str]], size: int) -> bytes:
        """The body: a file that stands for this target, or who answered and what it saw."""
        path = target.partition("?")[0]
        if path in self.files:
            return self.files[path].encode()
        host = next((value for name, value in headers if name == "host"), "")
        seen = {"backend": self.name, "address": self.address, "port": self.port}
        seen |= {"method": method, "path": target, "host": host, "body": size, "headers": headers}
        return json.dumps(seen).encode()


async def read_request(reader: asyncio.StreamReader) -> tuple[str, str, list[tuple[str, str]], int] | None:
    """Reads one HTTP/1.1 request with its body; None at the connection's end."""
    line = await reader.readline()
    if not line:
        return None
    method, target, _ = line.decode("latin-1").split(" ", 2)
    headers: list[tuple[str, str]] = []
    while (line := await reader.readline()) not in (b"\r\n", b"\n", b""):
        name, _, value = line.decode("latin-1").partition(":")
        headers.append((name.strip().lower(), value.strip()))
    known = dict(headers)
    size = 0
    if known.get("transfer-encoding", "").lower() == "chunked":
        while (chunk := int((await reader.readline()).split(b";")[0], 16)) > 0:
            await reader.readexactly(chunk + 2)
            size += chunk
        await reader.readline()
    elif length := int(known.get("content-length", "0")):
        await reader.readexactly(length)
        size = length
    return method, target, headers, size


async def main(path: str) -> None:
    """Starts every backend of the specification and obeys the lines on standard input."""
    with open(path, encoding="utf-8") as file:
        backends = [Backend(**entry) for entry in json.load(file)]
    for backend in backends:
        await backend.start()
    print("ready", flush=True)
    lines = asyncio.StreamReader()
    loop = asyncio.get_running_loop()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(lines), sys.stdin)
    while line := (await lines.readline()).decode():
        verb, _, pattern = line.strip().partition(" ")
        for backend in backends:
            if fnmatch.fnmatchcase(backend.name, pattern):
                await (backend.stop() if verb == "stop" else backend.start())
        print("done", flush=True)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
