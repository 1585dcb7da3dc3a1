"""Asks a running Envoy through its admin interface."""

import http.client
import json
import re
import socket
import time
from pathlib import Path
from typing import Any


class Admin:
    """The admin interface of the Envoy with this process id; its socket lies in the process's current directory."""

    def __init__(self, pid: int) -> None:
        self.pid = pid

    def get(self, target: str, method: str = "GET") -> str:
        """The text of a page."""
        connection = http.client.HTTPConnection("localhost", timeout=10)
        connection.sock = socket.socket(socket.AF_UNIX)
        connection.sock.connect(str(Path(f"/proc/{self.pid}/cwd/admin.sock").resolve()))
        try:
            connection.request(method, target)
            return connection.getresponse().read().decode()
        finally:
            connection.close()

    def statistic(self, name: str) -> int:
        """The value of one counter or gauge; 0 if there is none of that name."""
        document: Any = json.loads(self.get(f"/stats?format=json&filter=^{re.escape(name)}$"))
        return sum(int(stat["value"]) for stat in document["stats"] if stat.get("name") == name)

    def hosts(self) -> dict[str, list[bool]]:
        """For each upstream host, whether it fails its active health check, in every cluster that has it."""
        result: dict[str, list[bool]] = {}
        document: Any = json.loads(self.get("/clusters?format=json"))
        for cluster in document.get("cluster_statuses", []):
            for host in cluster.get("host_statuses", []):
                place = host["address"].get("socket_address")
                if place:
                    failing = host.get("health_status", {}).get("failed_active_health_check", False)
                    result.setdefault(place["address"], []).append(failing)
        return result

    def wait_until_failing(self, addresses: set[str], patience: float = 20) -> None:
        """Waits until exactly these hosts fail their health checks."""
        deadline = time.monotonic() + patience
        while True:
            hosts = self.hosts()
            wrong = [a for a, failing in hosts.items() if any(flag != (a in addresses) for flag in failing)]
            if not wrong:
                return
            if time.monotonic() > deadline:
                raise TimeoutError(f"health checks did not settle for {', '.join(sorted(wrong))}")
            time.sleep(0.1)
