"""What stands around the edge: pods, CDN, old machines, the identity provider. One backend for each."""

from dataclasses import dataclass
from pathlib import Path

from .keys import Authority, TokenIssuer

#: Machines that are no pods: name, address, port, and the name in their certificate if they speak TLS.
MACHINES: list[tuple[str, str, int, str | None]] = [
    ("cdn/fastly-main/v4", "203.0.113.10", 443, "acme.map.fastly.example"),
    ("cdn/fastly-main/v6", "2001:db8:cd::10", 443, "acme.map.fastly.example"),
    ("legacy/pay-a", "192.0.2.80", 8443, "pay.legacy.example"),
    ("legacy/pay-b", "192.0.2.81", 8443, "pay.legacy.example"),
    ("legacy/catalog", "192.0.2.90", 8080, None),
    ("legacy/editor", "192.0.2.96", 8080, None),
    ("identity", "203.0.113.20", 443, "id.acme.example"),
]

#: Names that Envoy resolves.
NAMES: dict[str, list[str]] = {
    "acme.map.fastly.example": ["203.0.113.10", "2001:db8:cd::10"],
    "id.acme.example": ["203.0.113.20"],
}

#: The machines' own addresses of the nodes that the demo can apply.
NODES: dict[str, list[str]] = {"fra-1": ["192.0.2.11", "2001:db8:1::11"]}

#: Names in the tenants' certificates.
SERVED: dict[str, list[str]] = {
    "acme": ["shop.example.com", "*.shop.example.com"],
    "globex": ["www.globex.example", "*.docs.globex.example"],
}


@dataclass(frozen=True)
class Pod:
    """One ready pod of a Service."""

    cluster: str
    service: str
    name: str
    address: str
    port: int

    @property
    def backend(self) -> str:
        """The name that it answers with: `eu-1/shop/cart/a`."""
        return f"{self.cluster}/{self.service.partition(':')[0]}/{self.name}"


def read_pods(path: Path) -> list[Pod]:
    """Reads the table of pods."""
    rows = [line.split("\t") for line in path.read_text().splitlines() if line and not line.startswith("#")]
    return [Pod(cluster, service, name, address, int(port)) for cluster, service, name, address, port in rows]


def backends(pods: list[Pod], folder: Path, authority: Authority, issuer: TokenIssuer) -> list[dict[str, object]]:
    """The specification of every backend; writes the certificates that they present into the folder."""
    result: list[dict[str, object]] = [{"name": pod.backend, "address": pod.address, "port": pod.port} for pod in pods]
    for name, address, port, server_name in MACHINES:
        entry: dict[str, object] = {"name": name, "address": address, "port": port}
        if server_name:
            authority.issue(folder / server_name, [server_name])
            entry["certificate"] = str(folder / server_name)
        if name == "identity":
            entry["files"] = {"/jwks.json": issuer.key_set()}
        result.append(entry)
    return result
