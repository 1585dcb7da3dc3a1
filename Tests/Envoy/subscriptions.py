"""A serving Envoy takes every subscription's first content, and refuses a field that it does not know."""

import json
import os
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Support"))
import harness  # noqa: E402
from kit.admin import Admin  # noqa: E402
from kit.edge import Edge  # noqa: E402

#: Statistics of a subscription: attempts that were taken, refused as a whole, or could not be read.
SUFFIXES = ("update_success", "update_rejected", "update_failure")


def subscriptions(admin: Admin) -> dict[str, dict[str, int]]:
    """The statistics of every subscription, by its name."""
    result: dict[str, dict[str, int]] = {}
    for stat in json.loads(admin.get("/stats?format=json&filter=update_"))["stats"]:
        name, _, suffix = stat.get("name", "").rpartition(".")
        if suffix in SUFFIXES and not name.startswith("runtime"):
            result.setdefault(harness.cluster(name), {})[suffix] = int(stat["value"])
    return result


def statistic(path: Path) -> str:
    """How the name of a file's subscription ends in the statistics."""
    match path.parent.name:
        case "lds":
            return "listener_manager.lds"
        case "cds":
            return "cluster_manager.cds"
        case "eds":
            return f"cluster.{path.stem}"
        case kind:
            return f"{kind}.{path.stem}"


def subscribed_files(folder: Path) -> list[Path]:
    """The files that Envoy reads, in its run directory."""
    return sorted(path for path in (folder / "xds").rglob("*.json"))


def seed(folder: Path, kind: str) -> None:
    """Puts an unknown field into the first file of one kind, by a rename as the applier does it."""
    path = next(path for path in subscribed_files(folder) if path.parent.name == kind)
    document = json.loads(path.read_text())
    document["resources"][0]["no_such_field"] = True
    document["version_info"] = "seeded"
    other = path.with_name(".seeded")
    other.write_text(json.dumps(document))
    os.rename(other, path)


def settled(admin: Admin, before: dict[str, dict[str, int]]) -> bool:
    """Waits for a refusal."""
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        after = subscriptions(admin)
        for name, counts in after.items():
            was = before.get(name, {})
            if any(counts.get(key, 0) > was.get(key, 0) for key in ("update_rejected", "update_failure")):
                return True
        time.sleep(0.1)
    return False


def run(report: harness.Report, work: Path) -> None:
    """Applies the node, reads the statistics back, then seeds a fault into each kind of file."""
    out = work / "out"
    harness.build(harness.copy_storefront(work / "workspace"), out)
    edge = Edge(harness.EPIC, harness.ENVOY, out, work / "edge")
    edge.work.mkdir()
    edge.prepare(set())
    edge.apply()
    admins = edge.admins()
    report.check(len(admins) == len(edge.artifacts.instances), "every instance has an Envoy", len(admins))
    for admin in admins:
        command = Path(f"/proc/{admin.pid}/cmdline").read_bytes().split(b"\0")
        report.check(b"--reject-unknown-dynamic-fields" in command, "Envoy is told to refuse unknown fields", command)
        folder = Path(os.readlink(f"/proc/{admin.pid}/cwd"))
        found = subscriptions(admin)
        files = subscribed_files(folder)
        kinds = {path.parent.name for path in files}
        report.check(kinds == {"lds", "cds", "rds", "eds", "sds"}, "every kind of subscription is there", kinds)
        for path in files:
            taken = [counts for name, counts in found.items() if f".{name}".endswith(f".{statistic(path)}")]
            name = f"{path.parent.name}/{path.name}"
            report.check(len(taken) == 1 and taken[0].get("update_success", 0) >= 1, f"{name} was taken", taken)
        for suffix in ("update_rejected", "update_failure"):
            bad = {name: counts for name, counts in found.items() if counts.get(suffix)}
            report.check(not bad, f"no subscription counts {suffix}", bad)
        for kind in ("lds", "cds", "rds", "eds", "sds"):
            before = subscriptions(admin)
            seed(folder, kind)
            report.check(settled(admin, before), f"an unknown field in a file of {kind} is refused")


if __name__ == "__main__":
    harness.main(run)
