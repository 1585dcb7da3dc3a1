"""What a build wrote for one node: addresses to listen on, secrets to provide, slots to fill."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .keys import Authority
from .world import SERVED, Pod


class NodeArtifacts:
    """The Envoy plane's artifacts of one node, over all of its instances."""

    def __init__(self, out: Path, node: str) -> None:
        self.out = out
        self.instances = sorted((out / "nodes" / node / "envoy").iterdir())

    def resources(self, kind: str) -> Iterator[Any]:
        """The resources of one kind: `listeners`, `routes`, `secrets`, …"""
        for instance in self.instances:
            for path in sorted((instance / kind).glob("*.json")):
                yield json.loads(path.read_text())

    def listeners(self) -> Iterator[tuple[list[str], int, set[str]]]:
        """Addresses, port and served hosts of every listener; `*.` hosts may have labels of any depth."""
        domains = {
            routes["name"]: {domain for host in routes["virtual_hosts"] for domain in host["domains"]}
            for routes in self.resources("routes")
        }
        for listener in self.resources("listeners"):
            places = [listener["address"], *(extra["address"] for extra in listener.get("additional_addresses", []))]
            sockets = [place["socket_address"] for place in places]
            hosts = {host for text in strings(listener) for host in domains.get(text, set())} - {"*"}
            yield [socket["address"] for socket in sockets], int(sockets[0]["port_value"]), hosts

    def addresses(self) -> set[str]:
        """Every address that the node's Envoys listen on."""
        return {address for addresses, _, _ in self.listeners() for address in addresses}

    def served(self) -> dict[str, list[str]]:
        """Addresses of every host that is served, wildcards included."""
        result: dict[str, list[str]] = {}
        for addresses, _, hosts in self.listeners():
            for host in sorted(hosts):
                known = result.setdefault(host, [])
                known += [address for address in addresses if address not in known]
        return result

    def names(self) -> dict[str, list[str]]:
        """Addresses of every host that is served under its own name, no wildcard."""
        return {host: addresses for host, addresses in self.served().items() if host[0] != "*"}

    def destination(self, host: str, version: int) -> str:
        """The address of the ingress that serves a host, in this IP version."""
        served = self.served()
        fitting = [name for name in served if name == host or (name.startswith("*.") and host.endswith(name[1:]))]
        if not fitting:
            raise LookupError(f"no listener serves {host}")
        found = [address for address in served[max(fitting, key=len)] if (":" in address) == (version == 6)]
        if not found:
            raise LookupError(f"{host} has no IPv{version} address")
        return found[0]

    def secret_files(self) -> set[str]:
        """Paths below the secret directory of every file that Envoy reads there."""
        return {
            text.removeprefix("secrets/")
            for kind in ("secrets", "routes")
            for resource in self.resources(kind)
            for text in strings(resource)
            if text.startswith("secrets/")
        }

    def write_secrets(self, folder: Path, authority: Authority) -> None:
        """Puts a throw-away certificate or authority wherever one is asked for and none is yet."""
        for file in sorted(self.secret_files()):
            path = folder / file
            if path.exists():
                continue
            if path.name == "ca.crt":
                authority.write_certificate(path)
            elif path.name == "tls.crt":
                authority.issue(path.parent, SERVED[file.split("/")[1]])

    def write_endpoints(self, path: Path, pods: list[Pod]) -> None:
        """Fills every slot with the pods of its Service, in the schema that `epic apply --endpoints` reads."""
        document = json.loads((self.out / "endpoints.json").read_text())
        for slot in document["slots"]:
            source = slot["source"]
            cluster = source["kubernetes"].rpartition("/")[2]
            service = f"{source['namespace']}/{source['service']}:{source['port']}"
            slot["endpoints"] = [
                {"address": pod.address, "port": pod.port, "ready": True}
                for pod in pods
                if (pod.cluster, pod.service) == (cluster, service)
            ]
            if not slot["endpoints"]:
                raise LookupError(f"no pod stands for the slot {slot['slot']}")
        path.write_text(json.dumps(document, indent=2))


def strings(value: Any) -> Iterator[str]:
    """Every string in a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for member in value.values():
            yield from strings(member)
    elif isinstance(value, list):
        for element in value:
            yield from strings(element)
