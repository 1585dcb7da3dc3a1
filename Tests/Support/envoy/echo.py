"""Backends that tell what they were asked: every answer has, in the header `x-echo`, the request as JSON.

    echo.py ADDRESS:PORT...

Prints a line when all of them listen, and ends when its standard input does. Requests are read byte by byte as they come,
nothing is normalised, and nothing but their end is understood.
"""

import asyncio
import json
import sys

#: In every answer beside `x-echo`, so that edits of responses show.
REPLY = "x-reply: echo"


class Echo(asyncio.Protocol):
    """One connection."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Remembers who is asked."""
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        self.place = transport.get_extra_info("sockname")[0]
        self.buffer = b""

    def data_received(self, data: bytes) -> None:
        """Answers every request that is whole."""
        self.buffer += data
        while (end := self.buffer.find(b"\r\n\r\n")) >= 0:
            lines = self.buffer[:end].decode("utf-8", "surrogateescape").split("\r\n")
            headers = [line.split(":", 1) for line in lines[1:]]
            pairs = [(name.lower(), value.strip(" \t")) for name, value in headers]
            named = dict(pairs)
            rest = end + 4
            if "content-length" in named:
                rest += int(named["content-length"])
            elif named.get("transfer-encoding") == "chunked":
                closing = self.buffer.find(b"0\r\n\r\n", rest)
                if closing < 0:
                    return
                rest = closing + 5
            if len(self.buffer) < rest:
                return
            method, target, _ = lines[0].split(" ", 2)
            self.answer(method, target, pairs)
            self.buffer = self.buffer[rest:]

    def answer(self, method: str, target: str, pairs: list[tuple[str, str]]) -> None:
        """Says what was asked."""
        report = json.dumps({"place": self.place, "method": method, "target": target, "headers": pairs})
        head = f"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n{REPLY}\r\nx-echo: {report}\r\n\r\n"
        self.transport.write(head.encode())


async def serve(places: list[str]) -> None:
    """Listens until the standard input ends."""
    loop = asyncio.get_running_loop()
    for place in places:
        address, port = place.rsplit(":", 1)
        await loop.create_server(Echo, address, int(port), backlog=1024)
    print("ready", flush=True)
    await loop.run_in_executor(None, sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(serve(sys.argv[1:]))
