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


def main() -> int:
    """Runs every check."""
    report = Report()
    check_session(report)
    check_ends(report)
    print(f"{report.passed} passed, {report.failed} failed, {report.skipped} skipped")
    return 1 if report.failed else 0


if __name__ == "__main__":
    sys.exit(main())
