"""A served node: its network, keys and backends, and the applier's work on it."""

import fnmatch
import ipaddress
import json
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from . import backends, network, processes, world
from .admin import Admin
from .artifacts import NodeArtifacts
from .client import Answer, Request, send
from .keys import Authority, TokenIssuer

HERE = Path(__file__).resolve().parent.parent

#: Envoy's workers hear of changed health after at most this time (`update_merge_window`), in seconds.
MERGE_WINDOW = 1.1

#: Seconds that one apply may take.
APPLY_LIMIT = 120


class Backends:
    """The echo backends' process."""

    def __init__(self, specification: list[dict[str, object]], folder: Path) -> None:
        self.addresses = {str(entry["name"]): str(entry["address"]) for entry in specification}
        path = folder / "backends.json"
        path.write_text(json.dumps(specification))
        command = [sys.executable, backends.__file__, str(path)]
        self.process = processes.start(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.expect("ready")

    def expect(self, word: str) -> None:
        """Waits for the process to say this word."""
        assert self.process.stdout is not None
        if (said := self.process.stdout.readline().strip()) != word:
            raise RuntimeError(f"the backends said {said!r} instead of {word!r}")

    def tell(self, verb: str, pattern: str) -> None:
        """Stops or starts the backends whose name fits."""
        assert self.process.stdin is not None
        self.process.stdin.write(f"{verb} {pattern}\n")
        self.process.stdin.flush()
        self.expect("done")

    def fitting(self, patterns: Sequence[str]) -> set[str]:
        """Addresses of the backends that one of the patterns fits."""
        return {
            address
            for name, address in self.addresses.items()
            if any(fnmatch.fnmatchcase(name, pattern) for pattern in patterns)
        }


class Edge:
    """One node of the storefront in this process's network namespace, which must be empty."""

    def __init__(self, epic: Path, envoy: Path, out: Path, work: Path, node: str = "fra-1") -> None:
        self.epic = epic.resolve()
        self.envoy = envoy.resolve()
        self.work = work.resolve()
        self.node = node
        self.artifacts = NodeArtifacts(out, node)
        self.pods = world.read_pods(HERE / "pods.tsv")
        self.secrets = self.work / "secrets"
        self.authority = Authority("EPIC demo")
        self.authority_file = self.work / "authority.crt"
        self.issuer = TokenIssuer("https://id.acme.example")
        self.backends: Backends | None = None

    def prepare(self, clients: set[str]) -> None:
        """Addresses, names, secrets and backends; `clients` are addresses to send requests from."""
        addresses = self.artifacts.addresses() | set(world.NODES[self.node]) | clients
        addresses |= {pod.address for pod in self.pods} | {machine[1] for machine in world.MACHINES}
        network.bring_up(addresses)
        network.resolve(world.NAMES | self.artifacts.names(), self.work)
        self.authority.write_certificate(self.authority_file)
        self.artifacts.write_secrets(self.secrets, self.authority)
        specification = world.backends(self.pods, self.work / "machines", self.authority, self.issuer)
        self.backends = Backends(specification, self.work)

    def apply(self, out: Path | None = None, pods: list[world.Pod] | None = None) -> subprocess.CompletedProcess[str]:
        """Applies a build, the edge's own by default, with these pods in its slots."""
        artifacts = NodeArtifacts(out, self.node) if out else self.artifacts
        endpoints = self.work / "endpoints.json"
        artifacts.write_endpoints(endpoints, self.pods if pods is None else pods)
        command = [str(self.epic), "apply", str(artifacts.out), "--node", self.node, "--endpoints", str(endpoints)]
        command += ["--secrets", str(self.secrets), "--state", str(self.work / "state"), "--envoy", str(self.envoy)]
        return subprocess.run(command, text=True, timeout=APPLY_LIMIT, check=True)

    def admins(self) -> list[Admin]:
        """The admin interfaces of the node's Envoys."""
        return [Admin(pid) for pid in processes.named("envoy")]

    def send(self, requests: Sequence[Request]) -> list[Answer]:
        """Sends requests on one connection to the ingress of their host, in the source's IP version."""
        version = ipaddress.ip_address(requests[0].source).version
        destination = self.artifacts.destination(requests[0].host, version)
        return list(send(requests, destination, self.authority_file))

    def settle(self, before: Sequence[str], now: Sequence[str]) -> None:
        """Starts the backends that were down and stops others, and waits until health checks have seen it."""
        assert self.backends is not None
        for pattern in before:
            self.backends.tell("start", pattern)
        for pattern in now:
            self.backends.tell("stop", pattern)
        for admin in self.admins():
            admin.wait_until_failing(self.backends.fitting(now))
        if before or now:
            time.sleep(MERGE_WINDOW)
