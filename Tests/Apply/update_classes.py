"""Each kind of change, applied under load, loses nothing.

For each kind the workspace beside this script goes to and fro between two texts while `wrk` asks what changes, on
kept-alive and on new connections. WebSockets and gRPC calls on ingresses that no text changes live as long as the whole
script.
"""

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Support"))
import harness  # noqa: E402
import load  # noqa: E402
from kit import network, processes  # noqa: E402
from kit.admin import Admin  # noqa: E402
from kit.backends import __file__ as BACKENDS  # noqa: E402
from kit.client import Answer, Request, send  # noqa: E402
from kit.keys import Authority  # noqa: E402

WORKSPACE = Path(__file__).with_suffix("")
STREAMS = Path(harness.__file__).with_name("streams.py")
NODE, SOURCE = "fra-1", "192.0.2.11"
APP, EXTRA, SOCKETS, CALLS = (f"{name}.edge.example" for name in ("app", "extra", "streams", "calls"))
#: How often each kind of change is made and taken back.
TURNS = 3

#: Name, address and port of the HTTP backends.
MACHINES = [("one", "192.0.2.81", 7000), ("two", "192.0.2.82", 7000), ("three", "192.0.2.84", 7000)]
PODS = {"a": "10.244.1.10", "b": "10.244.1.11", "c": "10.244.1.12"}
#: Certificates, and who they are for.
CERTIFICATES = {"app": [APP], "streams": [SOCKETS, CALLS], "extra": [EXTRA]}


class Node:
    """The node, its workspace, and what stands around it."""

    def __init__(self, report: harness.Report, work: Path) -> None:
        self.report, self.work = report, work
        self.workspace = work / "workspace"
        shutil.copytree(WORKSPACE, self.workspace)
        self.original = self.text
        self.builds = 0
        self.pods = ["a", "b"]
        #: Serial numbers of certificates that were shown and then renewed.
        self.serials: list[str] = []
        self.secrets = work / "secrets"
        self.authority = Authority("EPIC test")
        self.authority_file = work / "authority.crt"
        self.out = work

    @property
    def text(self) -> str:
        return (self.workspace / "edge" / "app.epic").read_text()

    def build(self, text: str) -> None:
        """Builds the workspace with this text of the application."""
        (self.workspace / "edge" / "app.epic").write_text(text)
        self.builds += 1
        self.out = self.work / f"out-{self.builds}"
        harness.build(self.workspace, self.out, "--quiet")

    def addresses(self) -> dict[str, str]:
        """The address of each ingress."""
        found: dict[str, str] = {}
        for path in (self.out / "nodes" / NODE / "envoy").glob("*/listeners/*.json"):
            listener = json.loads(path.read_text())
            ingress = listener["name"].split("~")[0].removeprefix("edge_")
            found[ingress] = listener["address"]["socket_address"]["address"]
        return found

    def prepare(self) -> None:
        """Network, keys and backends."""
        network.bring_up({SOURCE, "192.0.2.83", *PODS.values(), *(address for _, address, _ in MACHINES)})
        # Whatever the pool gives to an ingress that comes later is here already.
        subprocess.run(["ip", "address", "add", "198.51.100.1/24", "dev", "lo"], check=True)
        addresses = self.addresses()
        names = {"app": APP, "streams": SOCKETS, "calls": CALLS}
        network.resolve({host: [addresses[name]] for name, host in names.items()}, self.work)
        self.authority.write_certificate(self.authority_file)
        self.secrets.mkdir(mode=0o700)
        for name in CERTIFICATES:
            self.renew(name)
        backends = [{"name": name, "address": address, "port": port} for name, address, port in MACHINES]
        backends += [{"name": f"pod-{name}", "address": address, "port": 8080} for name, address in PODS.items()]
        (self.work / "backends.json").write_text(json.dumps(backends))
        self.start([BACKENDS, str(self.work / "backends.json")])
        self.start([str(STREAMS), "serve", "192.0.2.83"])

    def start(self, command: list[str]) -> subprocess.Popen[str]:
        """Starts a Python program and waits until it says that it is ready."""
        process = processes.start([sys.executable, *command], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert process.stdout is not None
        if (said := process.stdout.readline().strip()) != "ready":
            raise RuntimeError(f"{command} said {said!r}")
        return process

    def renew(self, certificate: str) -> None:
        """Puts a new certificate of this name into the secret store."""
        folder = self.secrets / "platform" / "certificates" / f"edge_{certificate}"
        self.authority.issue(folder, CERTIFICATES[certificate])

    def apply(self, *options: str, is_release: bool = True) -> None:
        """Applies the last build, or other endpoints and secrets for what runs."""
        endpoints = json.loads((self.out / "endpoints.json").read_text())
        for slot in endpoints["slots"]:
            slot["endpoints"] = [{"address": PODS[pod], "port": 8080, "ready": True} for pod in self.pods]
        file = self.work / "endpoints.json"
        file.write_text(json.dumps(endpoints))
        command = [str(harness.EPIC), "apply", *([str(self.out)] if is_release else []), "--quiet", "--node", NODE]
        command += ["--endpoints", str(file), "--secrets", str(self.secrets), "--state", str(self.work / "state")]
        subprocess.run([*command, "--envoy", str(harness.ENVOY), *options], check=True, timeout=120)

    def ask(self, path: str, host: str = APP, port: int = 443) -> Answer:
        """Sends one request on a new connection."""
        url = f"http://{host}:{port}{path}" if port != 443 else f"https://{host}{path}"
        # Nothing listens at the address that stands for one that is not there.
        destination = self.addresses().get(host.split(".")[0], SOURCE)
        return next(send([Request("GET", url, SOURCE)], destination, self.authority_file))

    def answering(self, path: str, host: str = APP, port: int = 443) -> str:
        """The backend that answers, or what happened instead."""
        answer = self.ask(path, host, port)
        return str(answer.echo.get("backend") or answer.status or answer.failure)

    def drawn(self, path: str, count: int = 40) -> dict[str, int]:
        """How often each backend answers."""
        result: dict[str, int] = {}
        for _ in range(count):
            name = self.answering(path)
            result[name] = result.get(name, 0) + 1
        return result

    def statistic(self, name: str) -> int:
        return sum(Admin(pid).statistic(name) for pid in processes.named("envoy"))


@dataclass
class Change:
    """One kind of change: to and fro, and what shows that it was made."""

    name: str
    paths: list[str]
    #: Whether the change is in force (or taken back), as seen from outside.
    holds: Callable[[Node, bool], object]
    #: What is replaced in the text, and what the text has before.
    edits: list[tuple[str, str]] = field(default_factory=list)
    base: list[tuple[str, str]] = field(default_factory=list)
    #: Instead of an edit.
    act: Callable[[Node, bool], None] | None = None


def replaced(text: str, edits: list[tuple[str, str]]) -> str:
    for old, new in edits:
        if old not in text:
            raise LookupError(f"the text does not hold {old!r}")
        text = text.replace(old, new)
    return text


def change_pods(node: Node, forth: bool) -> None:
    node.pods = ["b", "c"] if forth else ["a", "b"]
    node.apply(is_release=False)


def renew(node: Node, _: bool) -> None:
    node.serials.append(node.ask("/page").certificate)
    node.renew("app")
    node.apply(is_release=False)


def split_is(node: Node, one: int, two: int) -> object:
    """Whether 40 draws are near this; chance misses the bounds once in more than a million draws."""
    counts = node.drawn("/drawn")
    near = all(abs(counts.get(name, 0) - 40 * share // 100) <= 12 for name, share in (("one", one), ("two", two)))
    return near or counts


EXTRA_INGRESS = """
ingress extra from served(name: extra.edge.example) {
  tls     certificate extra
  timeout request 10s
  routes  app-routes
}
"""

CHANGES = [
    Change(
        "route change", ["/page"],
        lambda node, forth: node.answering("/page") == ("two" if forth else "one"),
        [("path /page -> one", "path /page -> two")],
    ),
    Change(
        "split change", ["/drawn"],
        lambda node, forth: split_is(node, 5, 95) if forth else split_is(node, 95, 5),
        [("95% one; 5% two", "5% one; 95% two")], base=[("50% one; 50% two", "95% one; 5% two")],
    ),
    Change(
        "endpoint change of pods", ["/pods"],
        lambda node, forth: set(node.drawn("/pods", 12)) == ({"pod-b", "pod-c"} if forth else {"pod-a", "pod-b"}),
        act=change_pods,
    ),
    Change(
        "endpoint change of a static upstream", ["/page"],
        lambda node, forth: set(node.drawn("/page", 12)) == ({"two", "three"} if forth else {"one"}),
        [("upstream one { endpoint 192.0.2.81:7000 }", "upstream one { endpoint 192.0.2.82:7000, 192.0.2.84:7000 }")],
    ),
    Change(
        "cluster added with its route", ["/page"],
        lambda node, forth: node.answering("/page") == ("three" if forth else "one")
        and node.statistic("cluster.~edge/three~1.membership_total") == int(forth),
        [
            ("path /page -> one", "path /page -> three"),
            ("upstream two", "upstream three { endpoint 192.0.2.84:7000 }\nupstream two"),
        ],
    ),
    Change(
        "cluster removed", ["/drawn", "/page"],
        lambda node, forth: set(node.drawn("/drawn", 40)) == ({"one"} if forth else {"one", "two"})
        and node.statistic("cluster.~edge/two~1.membership_total") == int(not forth),
        [("split { 50% one; 50% two }", "one"), ("upstream two { endpoint 192.0.2.82:7000 }\n", "")],
    ),
    Change(
        "certificate rotated", ["/page"],
        lambda node, _: node.ask("/page").certificate not in ["", *node.serials],
        act=renew,
    ),
    Change(
        "listener added", ["/page"],
        lambda node, forth: (node.answering("/page", port=8080) == "one") == forth,
        [("  tls     certificate app\n", "  tls     certificate app\n  listen  http 8080\n")],
    ),
    Change(
        "ingress added", ["/page"],
        lambda node, forth: (node.answering("/page", host=EXTRA) == "one") == forth,
        [("upstream one", f"{EXTRA_INGRESS}\nupstream one")],
    ),
    Change(
        "ingress removed", ["/page"],
        lambda node, forth: (node.answering("/page", host=EXTRA) == "one") != forth,
        [(EXTRA_INGRESS, "")], base=[("upstream one", f"{EXTRA_INGRESS}\nupstream one")],
    ),
]


def make(node: Node, change: Change) -> None:
    """Makes one kind of change and takes it back, under load."""
    text = replaced(node.original, change.base)
    node.build(text)
    node.apply("--allow-shrink")
    node.report.check(change.holds(node, False) is True, f"{change.name}: not made yet", change.holds(node, False))
    loads = load.both(node.work, f"https://{APP}", change.paths, change.name.replace(" ", "-") + "-")
    time.sleep(0.5)
    for _ in range(TURNS):
        for forth in (True, False):
            if change.act:
                change.act(node, forth)
            else:
                node.build(replaced(text, change.edits) if forth else text)
                node.apply("--allow-shrink")
            held = change.holds(node, forth)
            node.report.check(held is True, f"{change.name}: {'made' if forth else 'taken back'}", held)
            time.sleep(0.2)
    for one in loads:
        one.finish(node.report, f"{change.name}: ")


def run(report: harness.Report, work: Path) -> None:
    """Every kind of change, one after another, on one node that is never restarted."""
    node = Node(report, work)
    node.build(node.original)
    node.prepare()
    node.apply()
    addresses = node.addresses()
    places = [f"{SOCKETS}={addresses['streams']}", f"{CALLS}={addresses['calls']}"]
    streams = node.start([str(STREAMS), "hold", str(node.authority_file), *places])
    started = processes.named("envoy")
    for change in CHANGES:
        before = time.monotonic()
        make(node, change)
        print(f"{change.name}: {time.monotonic() - before:.1f} s", flush=True)
    report.check(processes.named("envoy") == started, "one Envoy ran all the time", started)
    said, _ = streams.communicate("end\n", timeout=60)
    held = json.loads(said.splitlines()[-1])
    report.check(len(held) == 6, "WebSockets and gRPC calls were open", said)
    for name, (echoes, failure) in held.items():
        report.check(echoes > 100 and not failure, f"{name}: {echoes} echoes on one stream", failure)


if __name__ == "__main__":
    harness.main(run)
