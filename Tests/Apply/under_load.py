"""Applying under load loses nothing: 20 alternations between two versions while `wrk` runs, on kept-alive and on new
connections. The versions differ in a route's target, a cluster added and removed, endpoints, and a certificate."""

import json
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Support"))
import harness  # noqa: E402
import load  # noqa: E402
from kit import processes  # noqa: E402
from kit.client import Request, send  # noqa: E402
from kit.edge import Edge  # noqa: E402

ALTERNATIONS = 20
HOST = "www.globex.example"
#: One page whose target changes with the version, one whose endpoints do.
PATHS = ["/about", "/releases/v1.2"]

OLD_ROUTE = "otherwise -> split { 80% www-pages; 20% www-next }"
OLD_UPSTREAMS = [
    "upstream www-pages { tier 1 { kubernetes eu-2 service web/www:http } }\n",
    "upstream www-next { tier 1 { kubernetes us-1 service web/www-next:http } }\n",
]

#: What is different in each version: its only page upstream, the Service behind it, the certificate's name, and the
#: pods of `docs` that are not there.
VERSIONS = {
    "green": ("www-green", "kubernetes eu-2 service web/www:http", "www", ()),
    "blue": ("www-blue", "kubernetes us-1 service web/www-next:http", "www-renewed", ("us-1/web/docs/a",)),
}

#: The backends that answer for each version only.
ANSWERS = {"green": "eu-2/web/www/", "blue": "us-1/web/www-next/"}


def changes(version: str) -> dict[str, list[tuple[str, str]]]:
    """What is replaced in the storefront to make this version."""
    upstream, member, certificate, _ = VERSIONS[version]
    return {
        "globex/www.epic": [
            (OLD_ROUTE, f"otherwise -> {upstream}"),
            ("certificate www {", f"certificate {certificate} {{"),
            ("certificate www\n", f"certificate {certificate}\n"),
        ],
        "globex/upstreams.epic": [
            (OLD_UPSTREAMS[0], f"upstream {upstream} {{ tier 1 {{ {member} }} }}\n"),
            (OLD_UPSTREAMS[1], ""),
        ],
    }


def build_all(work: Path) -> list[tuple[str, Path]]:
    """Builds the versions in turn, each build with a sequence of its own and one lock for both."""
    folders = {version: harness.copy_storefront(work / version, changes(version)) for version in VERSIONS}
    for folder in folders.values():
        # The storefront's own tests are about what is changed here.
        (folder / "globex" / "tests.epic").unlink()
    names = list(VERSIONS)
    builds: list[tuple[str, Path]] = []
    for number in range(ALTERNATIONS + 1):
        version = names[number % 2]
        out = work / f"out-{number}"
        lock = folders[names[1 - number % 2]] / "epic.lock"
        if lock.exists():
            (folders[version] / "epic.lock").write_bytes(lock.read_bytes())
        harness.build(folders[version], out)
        builds.append((version, out))
    return builds


def apply(edge: Edge, version: str, out: Path) -> None:
    """Applies one build with the endpoints of its version."""
    gone = VERSIONS[version][3]
    edge.artifacts = type(edge.artifacts)(out, edge.node)
    edge.artifacts.write_secrets(edge.secrets, edge.authority)
    edge.apply(out, [pod for pod in edge.pods if pod.backend not in gone])


def check_admin(report: harness.Report, edge: Edge, version: str, name: str) -> None:
    """What Envoy itself says it runs: this version's cluster and not the other's, and this version's endpoints."""
    clusters: set[str] = set()
    hosts: set[str] = set()
    for admin in edge.admins():
        document = json.loads(admin.get("/clusters?format=json"))
        clusters |= {str(cluster["name"]) for cluster in document.get("cluster_statuses", [])}
        hosts |= set(admin.hosts())
    for other, (upstream, _, _, gone) in VERSIONS.items():
        there = any(cluster.startswith(f"globex_{upstream}~") for cluster in clusters)
        report.check(there == (other == version), f"{name}: the cluster of {upstream} is {other == version}", clusters)
        for pod in edge.pods:
            if pod.backend in gone:
                report.check(
                    (pod.address in hosts) == (other != version), f"{name}: {pod.backend} is {other != version}", hosts
                )


def run(report: harness.Report, work: Path) -> None:
    """Applies the first build, starts the load, and alternates."""
    builds = build_all(work)
    edge = Edge(harness.EPIC, harness.ENVOY, builds[0][1], work / "edge")
    edge.work.mkdir()
    edge.prepare({"203.0.113.161"})
    apply(edge, *builds[0])
    check_admin(report, edge, builds[0][0], builds[0][1].name)
    serials: dict[str, set[str]] = {version: set() for version in VERSIONS}
    counters = ("cluster_manager.cluster_added", "cluster_manager.cluster_removed")
    before = {name: sum(admin.statistic(name) for admin in edge.admins()) for name in counters}
    loads = load.both(work, f"https://{HOST}", PATHS)
    time.sleep(1)
    start = time.monotonic()
    for version, out in builds[1:]:
        apply(edge, version, out)
        time.sleep(0.3)
        request = Request("GET", f"https://{HOST}/about", "203.0.113.161")
        destination = edge.artifacts.destination(HOST, 4)
        answer = next(send([request], destination, edge.authority_file))
        backend = str(answer.echo.get("backend", answer))
        report.check(backend.startswith(ANSWERS[version]), f"{out.name} serves {version}", backend)
        serials[version].add(answer.certificate)
        check_admin(report, edge, version, out.name)
    print(f"{ALTERNATIONS} alternations in {time.monotonic() - start:.1f} s", flush=True)
    for name in counters:
        count = sum(admin.statistic(name) for admin in edge.admins()) - before[name]
        report.check(count >= ALTERNATIONS, f"{name}: one more an alternation", count)
    shown = [next(iter(found)) for found in serials.values() if len(found) == 1]
    report.check(len(set(shown)) == len(VERSIONS), "each version presented a certificate of its own", serials)
    for one in loads:
        requests, answers = one.finish(report)
        for version, prefix in ANSWERS.items():
            count = sum(number for name, number in answers.items() if name.startswith(prefix))
            report.check(count > 0, f"{one.name}: {version} answered", answers)
        if one.name == "new":
            connections = sum(admin.statistic("http.globex~globex/www~.downstream_cx_total") for admin in edge.admins())
            report.check(connections >= requests, "new: every request had a connection", (connections, requests))


if __name__ == "__main__":
    harness.main(run)
