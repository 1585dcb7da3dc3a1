"""The language server over pipes: framing in pieces, an order of messages as editors send them, and how it ends.

Its last line is `N passed, N failed, N skipped`. `EPIC` names the command, by default the one that was built.
"""

import json
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Support"))
from harness import EPIC, STOREFRONT, Report  # noqa: E402

#: Seconds for the server to end.
LIMIT = 120


class Server:
    """`epic lsp` as a child process."""

    def __init__(self) -> None:
        self.process = subprocess.Popen([str(EPIC), "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def send(self, message: dict, pieces: int = 1) -> None:
        """Sends one message, in so many writes."""
        content = json.dumps({"jsonrpc": "2.0"} | message).encode()
        data = f"Content-Length: {len(content)}\r\n\r\n".encode() + content
        size = len(data) // pieces + 1
        for start in range(0, len(data), size):
            self.process.stdin.write(data[start : start + size])
            self.process.stdin.flush()

    def receive(self) -> dict:
        """The next message."""
        length = 0
        while (line := self.process.stdout.readline().strip()) != b"":
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        return json.loads(self.process.stdout.read(length)) if length else {}

    def end(self) -> int | None:
        """Closes the input; the exit status, or nothing if the server goes on."""
        self.process.stdin.close()
        try:
            return self.process.wait(LIMIT)
        except subprocess.TimeoutExpired:
            self.process.kill()
            return None


def check_session(report: Report) -> None:
    """A whole session."""
    server = Server()
    server.send({"id": 1, "method": "initialize", "params": {"capabilities": {}}}, pieces=7)
    answer = server.receive()
    report.check(answer.get("id") == 1 and "capabilities" in answer.get("result", {}), "initialize", answer)
    server.send({"method": "initialized", "params": {}})
    path = STOREFRONT / "acme" / "shop.epic"
    document = {"uri": path.as_uri(), "languageId": "epic", "version": 1, "text": path.read_text()}
    server.send({"method": "textDocument/didOpen", "params": {"textDocument": document}}, pieces=50)
    published = server.receive()
    report.check(
        published.get("method") == "textDocument/publishDiagnostics" and not published["params"]["diagnostics"],
        "the storefront has no finding", published)
    server.send({"id": "two", "method": "shutdown"})
    answer = server.receive()
    report.check(answer == {"jsonrpc": "2.0", "id": "two", "result": None}, "shutdown", answer)
    server.send({"method": "exit"})
    status = server.end()
    report.check(status == 0, "exit behind shutdown", status)


def check_ends(report: Report) -> None:
    """Ends that are none."""
    server = Server()
    server.send({"method": "exit"})
    status = server.end()
    report.check(status == 1, "exit without shutdown", status)
    server = Server()
    status = server.end()
    report.check(status == 1, "a client that goes away", status)
    server = Server()
    server.process.stdin.write(b"\xff\x00 no header\r\n\r\n")
    server.process.stdin.flush()
    answer = server.receive()
    report.check(answer.get("error", {}).get("code") == -32700, "bytes that are no message", answer)
    server.send({"id": 1, "method": "initialize", "params": {"capabilities": {}}})
    report.check(server.receive().get("id") == 1, "the server goes on")
    server.end()


def check_faults(report: Report) -> None:
    """Messages that break the protocol: each has its error, and the server goes on."""
    server = Server()

    def raw(data: bytes) -> None:
        server.process.stdin.write(data)
        server.process.stdin.flush()

    def code() -> int | None:
        return server.receive().get("error", {}).get("code")

    server.send({"method": "textDocument/didOpen", "params": {}})
    server.send({"id": 1, "method": "textDocument/hover", "params": {}})
    report.check(code() == -32002, "a request before initialize; a notification there is dropped")
    raw(b"Content-Type: application/vscode-jsonrpc\r\n\r\n")
    report.check(code() == -32700, "a header without a length")
    raw(b"Content-Length: 99999999999999999999\r\n\r\n")
    report.check(code() == -32700, "a length that is no number of bytes")
    raw(b"Content-Length: 70000000\r\n\r\n")
    report.check(code() == -32600, "a length above the limit")
    for _ in range(70):
        raw(b" " * 1_000_000)
    raw(b"Content-Length: 5\r\n\r\n{\"a\":")
    report.check(code() == -32700, "content that is half a text")
    raw(b"Content-Length: 2\r\n\r\n[]")
    report.check(code() == -32600, "a batch")
    raw(b"Content-Length: 100001\r\n\r\n" + b"[" * 100_001)
    report.check(code() == -32700, "a text that nests without end")
    server.send({"id": 2, "method": "initialize", "params": {"capabilities": {}}})
    report.check(server.receive().get("id") == 2, "initialize behind all of them")
    server.send({"id": 3, "method": "initialize", "params": {"capabilities": {}}})
    report.check(code() == -32600, "initialize twice")
    server.send({"id": 4, "method": "textDocument/nothing", "params": {}})
    report.check(code() == -32601, "a method that there is not")
    server.send({"id": 5, "method": "textDocument/hover", "params": {"textDocument": {"uri": "file:///x.epic"}}})
    report.check(code() == -32602, "parameters that are not whole")
    server.send({"id": 6, "method": "shutdown"})
    report.check(server.receive().get("id") == 6, "shutdown")
    server.send({"id": 7, "method": "textDocument/hover", "params": {}})
    report.check(code() == -32600, "a request behind shutdown")
    server.send({"id": 8, "method": "shutdown"})
    report.check(code() == -32600, "shutdown twice")
    server.send({"method": "exit"})
    status = server.end()
    report.check(status == 0, "exit behind all of it", status)


def check_work(report: Report) -> None:
    """A burst is checked once, and what is taken back is not answered."""
    server = Server()
    server.send({"id": 1, "method": "initialize", "params": {"capabilities": {}}})
    server.receive()
    server.send({"method": "initialized", "params": {}})
    path = STOREFRONT / "acme" / "shop.epic"
    document = {"uri": path.as_uri(), "languageId": "epic", "version": 1, "text": path.read_text()}
    server.send({"method": "textDocument/didOpen", "params": {"textDocument": document}})
    server.receive()
    start = {"line": 0, "character": 0}
    for version in range(2, 42):
        server.send({"method": "textDocument/didChange", "params": {
            "textDocument": {"uri": path.as_uri(), "version": version},
            "contentChanges": [{"range": {"start": start, "end": start}, "text": "// x\n"}]}})
    published = server.receive()["params"]
    count = 1
    while published.get("version") != 41 and count < 41:
        published = server.receive()["params"]
        count += 1
    report.check(published.get("version") == 41 and count < 10, f"40 edits are checked {count} times")
    at = {"textDocument": {"uri": path.as_uri()}, "position": {"line": 0, "character": 9}}
    messages = [{"jsonrpc": "2.0", "id": n, "method": "textDocument/hover", "params": at} for n in range(100, 140)]
    messages += [{"jsonrpc": "2.0", "method": "$/cancelRequest", "params": {"id": n}} for n in range(101, 140)]
    data = b""
    for message in messages:
        content = json.dumps(message).encode()
        data += f"Content-Length: {len(content)}\r\n\r\n".encode() + content
    server.process.stdin.write(data)
    server.process.stdin.flush()
    answers = [server.receive() for _ in range(40)]
    cancelled = [answer["id"] for answer in answers if answer.get("error", {}).get("code") == -32800]
    report.check([answer["id"] for answer in answers] == list(range(100, 140)), "every request has one answer, in order")
    report.check(len(cancelled) == 39, "39 requests that were taken back are not worked on", cancelled)
    server.end()


def main() -> int:
    """Runs every check."""
    report = Report()
    check_session(report)
    check_ends(report)
    check_faults(report)
    check_work(report)
    print(f"{report.passed} passed, {report.failed} failed, {report.skipped} skipped")
    return 1 if report.failed else 0


if __name__ == "__main__":
    sys.exit(main())
