"""The two forms of every resource say the same: the protobuf library reads `.pb` as it reads `.json`, and Envoy takes it.

What is asked: the storefront, the test workspaces that say everything, and those of the other scripts.
"""

import json
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Support"))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Support" / "envoy"))
import api_tables  # noqa: E402
import exchange  # noqa: E402
import harness  # noqa: E402
import http_policies  # noqa: E402
import request_policies  # noqa: E402
from google.protobuf import json_format, message_factory, unknown_fields  # noqa: E402
from kit.artifacts import NodeArtifacts  # noqa: E402
from kit.keys import Authority, TokenIssuer  # noqa: E402

GOLDEN = harness.ROOT / "Tests" / "EpicCompilerTests" / "Golden"
URL = "type.googleapis.com/"

#: The message of each kind of resource.
KINDS = {
    "listeners": "envoy.config.listener.v3.Listener",
    "clusters": "envoy.config.cluster.v3.Cluster",
    "routes": "envoy.config.route.v3.RouteConfiguration",
    "endpoints": "envoy.config.endpoint.v3.ClusterLoadAssignment",
    "secrets": "envoy.extensions.transport_sockets.tls.v3.Secret",
}


class Library:
    """The protobuf library with the API of Envoy's binary."""

    def __init__(self) -> None:
        self.pool = api_tables.linked_pool(api_tables.linked_files(api_tables.ENVOY))

    def message(self, name: str) -> Any:
        """An empty message."""
        return message_factory.GetMessageClass(self.pool.FindMessageTypeByName(name))()

    def from_json(self, name: str, text: bytes) -> Any:
        """The message that JSON says; a field that there is not is an error."""
        document = json.loads(text)
        if document.pop("@type") != URL + name:
            raise ValueError(f"{name} has another type")
        message = self.message(name)
        json_format.ParseDict(document, message, descriptor_pool=self.pool)
        return message

    def from_wire(self, name: str, data: bytes) -> Any:
        """The message that bytes say; a field that there is not is an error, in what an `Any` holds, too."""
        message = self.message(name)
        message.ParseFromString(data)
        self.check(message)
        return message

    def check(self, message: Any) -> None:
        """Looks for fields that the message does not have."""
        if len(unknown_fields.UnknownFieldSet(message)):
            raise ValueError(f"{message.DESCRIPTOR.full_name} has a field that there is not")
        if message.DESCRIPTOR.full_name == "google.protobuf.Any":
            self.from_wire(message.type_url.removeprefix(URL), message.value)
        for field, value in message.ListFields():
            if field.message_type is None:
                continue
            if field.message_type.GetOptions().map_entry:
                if field.message_type.fields_by_name["value"].message_type is not None:
                    for one in value.values():
                        self.check(one)
            else:
                for one in [value] if hasattr(value, "DESCRIPTOR") else value:
                    self.check(one)

    def plain(self, message: Any) -> dict[str, Any]:
        """What the message says, without regard to the order of fields in the bytes of an `Any`."""
        return json_format.MessageToDict(message, preserving_proto_field_name=True, descriptor_pool=self.pool)


def workspaces(work: Path) -> dict[str, Path]:
    """Everything that is built."""
    result = {"storefront": harness.copy_storefront(work / "storefront")}
    for case in sorted(path for path in (GOLDEN / "accepted").iterdir() if path.is_dir()):
        target = shutil.copytree(GOLDEN / "base", work / case.name)
        shutil.copytree(case, target, dirs_exist_ok=True)
        result[case.name] = target
    result["connections-live"] = shutil.copytree(Path(__file__).parent / "connections", work / "connections-live")
    keys = TokenIssuer("https://id.example.net").key_set()
    result["http-policies"] = http_policies.workspace(work / "http-policies", keys)
    result["request-policies"] = request_policies.workspace(work / "request-policies", keys)
    return result


def compare(report: harness.Report, library: Library, name: str, out: Path) -> dict[str, int]:
    """Compares all resources of a build; counts them by kind."""
    counts = dict.fromkeys(KINDS, 0)
    wrong = []
    for folder in sorted(out.glob("nodes/*/envoy/*")):
        for kind, message in KINDS.items():
            wires = {path.name.removesuffix(".pb") for path in (folder / kind).glob("*.pb")}
            texts = {path.name.removesuffix(".json") for path in (folder / kind).glob("*.json")}
            if texts != wires:
                wrong.append(f"{folder.name}/{kind}: {sorted(texts ^ wires)}")
            for resource in sorted(texts & wires):
                counts[kind] += 1
                path = folder / kind / resource
                text = library.from_json(message, Path(f"{path}.json").read_bytes())
                try:
                    wire = library.from_wire(message, Path(f"{path}.pb").read_bytes())
                except Exception as error:  # whatever the library says of bytes that are no message
                    wrong.append(f"{path.name}: {error}")
                    continue
                if library.plain(text) != library.plain(wire):
                    wrong.append(f"{path.name}: {library.plain(text)} became {library.plain(wire)}")
    report.check(not wrong, f"{name}: {sum(counts.values())} resources say the same in both forms", wrong[:3])
    return counts


def as_protobuf(data: bytes) -> bytes:
    """Lets what names other files read their protobuf form. The names keep their length, so that lengths stay right."""
    return re.sub(rb"(xds/[res]ds/)([^\x00-\x1f]+?)\.json", rb"\1//\2.pb", data)


def run_directory(library: Library, instance: Path, target: Path, secrets: Path, authority: Path) -> None:
    """An instance's run directory whose subscriptions are protobuf."""
    (target / "system").mkdir(parents=True)
    shutil.copy(authority, target / "system" / "ca.crt")
    (target / "secrets").symlink_to(secrets)
    if (instance / "data").exists():
        shutil.copytree(instance / "data", target / "data")
    bootstrap = (instance / "bootstrap.json").read_text()
    for short in ("lds", "cds"):
        bootstrap = bootstrap.replace(f"xds/{short}/{short}.json", f"xds/{short}/{short}.pb")
    (target / "bootstrap.json").write_text(bootstrap)
    folders = {"listeners": "lds", "clusters": "cds", "routes": "rds", "endpoints": "eds", "secrets": "sds"}
    for kind, short in folders.items():
        folder = target / "xds" / short
        folder.mkdir(parents=True)
        paths = sorted((instance / kind).glob("*.pb"))
        groups = (
            {short: paths} if short in ("lds", "cds") else {path.name.removesuffix(".pb"): [path] for path in paths}
        )
        for name, group in groups.items():
            response = library.message("envoy.service.discovery.v3.DiscoveryResponse")
            response.version_info = "1"
            response.type_url = URL + KINDS[kind]
            for path in group:
                response.resources.add(type_url=URL + KINDS[kind], value=as_protobuf(path.read_bytes()))
            (folder / f"{name}.pb").write_bytes(response.SerializeToString())


def serve(report: harness.Report, folder: Path, name: str, names: dict[str, set[str]]) -> None:
    """Lets Envoy read the run directory, and asks how it took it."""
    command = [str(harness.ENVOY), "-c", "bootstrap.json", "--reject-unknown-dynamic-fields", "--disable-hot-restart"]
    log = (folder / "log").open("wb")
    process = subprocess.Popen([*command, "--concurrency", "1", "-l", "warning"], cwd=folder, stderr=log)
    try:
        admin = str(folder / "admin.sock")
        wanted = 2 + sum(len(names) for kind, names in names.items() if kind not in ("listeners", "clusters"))
        clusters = {f"cluster.{one}" for one in names["endpoints"]}
        deadline = time.monotonic() + 20
        while True:
            taken, refused = [], []
            for one in json.loads(api_tables.get(admin, "/stats?format=json&filter=update_"))["stats"]:
                owner, _, what = one.get("name", "").rpartition(".")
                owner = harness.cluster(owner)
                # A cluster of names counts its questions to DNS, which nobody answers here.
                if not one.get("value") or owner.startswith("cluster.") and owner not in clusters:
                    continue
                if what == "update_success":
                    taken.append(owner)
                elif what in ("update_rejected", "update_failure"):
                    refused.append(owner)
            if len(taken) >= wanted or refused or time.monotonic() > deadline:
                break
            time.sleep(0.1)
        listeners = json.loads(api_tables.get(admin, "/listeners?format=json")).get("listener_statuses", [])
        report.check(
            len(taken) == wanted and not refused, f"{name}: all {wanted} subscriptions are taken", (taken, refused)
        )
        report.check(len(listeners) == len(names["listeners"]), f"{name}: every listener listens", len(listeners))
    finally:
        process.terminate()
        process.wait(30)
        log.close()


def run(report: harness.Report, work: Path) -> None:
    """All checks."""
    library = Library()
    total = dict.fromkeys(KINDS, 0)
    for number, (name, workspace) in enumerate(workspaces(work / "workspaces").items()):
        out = work / "out" / name
        # Both forms of tables of routes, in turn; the storefront has lists, and the last one trees.
        form = "tree" if name == "request-policies" or number % 2 else "list"
        harness.build(workspace, out, "--route-form", form)
        for kind, count in compare(report, library, name, out).items():
            total[kind] += count
    report.check(all(total.values()), "every kind of resource was compared", total)
    nested = library.message("google.protobuf.Any")
    nested.type_url, nested.value = URL + KINDS["clusters"], b"\xf8\x7f\x01"
    try:
        library.from_wire("google.protobuf.Any", nested.SerializeToString())
        report.check(False, "a field that there is not is seen")
    except ValueError as error:
        report.check("has a field" in str(error), "a field that there is not is seen", error)

    subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
    authority = Authority("EPIC test")
    authority.write_certificate(work / "authority.crt")
    served = ["connections-live", "http-policies", "request-policies"]
    for name, node in (("storefront", "fra-1"), *((name, None) for name in served)):
        out = work / "out" / name
        node = node or min(path.name for path in (out / "nodes").iterdir())
        artifacts = NodeArtifacts(out, node)
        for secret in sorted(artifacts.secret_files()):
            path = work / "secrets" / secret
            if path.name == "ca.crt":
                authority.write_certificate(path)
            elif path.name == "tls.crt" and not path.exists():
                authority.issue(path.parent, ["example.com"])
            elif path.name in ("users", "key"):
                path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
                path.write_text(exchange.USERS if path.name == "users" else exchange.KEY)
        for instance in artifacts.instances:
            target = work / "run" / name / instance.name
            run_directory(library, instance, target, work / "secrets", work / "authority.crt")
            names = {kind: {path.name.removesuffix(".pb") for path in (instance / kind).glob("*.pb")} for kind in KINDS}
            serve(report, target, f"{name} {instance.name}", names)


if __name__ == "__main__":
    harness.main(run)
