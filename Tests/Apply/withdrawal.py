"""A prefix that goes stays announced until everything else has changed over: a compiled workspace, a real Envoy and a real
BIRD. The union of both releases is made of the fragments that the compiler writes, so BIRD has to take it."""

import json
import shutil
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Support"))
import harness  # noqa: E402
from kit import network, processes  # noqa: E402
from kit.artifacts import NodeArtifacts  # noqa: E402
from kit.keys import Authority  # noqa: E402

#: Seconds that one command may take.
LIMIT = 120

#: An ingress with an address of its own.
MORE = """
ingress more {
  host    more.example.com
  listen  http 80
  address one from anycast4
  engine  stable
  sites   all
  timeout request 15s
  routes  more
}

routes more { otherwise -> respond 404 }
"""


def find(name: str) -> str | None:
    """A tool's path; daemons are not on everybody's PATH."""
    return shutil.which(name, path="/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin")


def build_both(work: Path) -> None:
    """`two` has both ingresses, `one` the scaffold's only."""
    subprocess.run([str(harness.EPIC.resolve()), "new", "-q", "shop"], cwd=work, check=True, timeout=LIMIT)
    shop = work / "shop"
    tenants = shop / "platform" / "tenants.epic"
    tenants.write_text(tenants.read_text().replace("host shop.example.com", "host shop.example.com, more.example.com"))
    source = shop / "shop" / "shop.epic"
    text = source.read_text()
    source.write_text(text + MORE)
    harness.build(shop, work / "two")
    source.write_text(text)
    harness.build(shop, work / "one")


def run(report: harness.Report, work: Path) -> None:
    """Applies the larger release, then the smaller one."""
    bird, birdc = find("bird"), find("birdc")
    if bird is None or birdc is None:
        report.skip("prefixes are withdrawn last", "bird is not installed (Debian package `bird2`)")
        return
    build_both(work)
    artifacts = NodeArtifacts(work / "two", "fra-1")
    addresses = artifacts.addresses()
    network.bring_up(addresses | {"192.0.2.11"})
    authority = Authority("EPIC test")
    for file in artifacts.secret_files():
        if file.endswith("/tls.crt"):
            authority.issue((work / "secrets" / file).parent, ["shop.example.com"])

    folder = work / "bird"
    (folder / "g0").mkdir(parents=True)
    (folder / "g0" / "epic.conf").write_text("")
    (folder / "current").symlink_to("g0")
    main = work / "bird.conf"
    main.write_text(f'router id 192.0.2.11;\nprotocol device {{}}\ninclude "{folder}/current/epic.conf";\n')
    control = work / "bird.ctl"
    # A socket's name is short.
    processes.start([bird, "-f", "-c", str(main), "-s", "bird.ctl", "-P", str(work / "bird.pid")], cwd=work)
    settings = work / "node.json"
    settings.write_text(
        json.dumps({
            "format": "epic.node/1", "node": "fra-1", "state": "state", "secrets": "secrets",
            "envoy": {"binary": str(harness.ENVOY.resolve())},
            "bird": {"socket": str(control), "configuration": str(main), "folder": str(folder)},
        }))

    def routes() -> set[str]:
        command = [birdc, "-s", "bird.ctl", "show", "route", "all", "table", "epic_v4"]
        text = subprocess.run(command, cwd=work, capture_output=True, text=True, timeout=LIMIT, check=False).stdout
        return {address for address in addresses if f"{address}/32" in text}

    def apply(name: str) -> subprocess.CompletedProcess[str]:
        command = [str(harness.EPIC.resolve()), "apply", name, "--settings", "node.json", "--allow-shrink"]
        return subprocess.run(command, cwd=work, capture_output=True, text=True, timeout=LIMIT, check=False)

    deadline = time.monotonic() + LIMIT
    while not control.exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    first = apply("two")
    report.check(first.returncode == 0 and routes() == addresses, "both addresses are announced", (first, routes()))
    second = apply("one")
    kept = NodeArtifacts(work / "one", "fra-1").addresses()
    steps = [line for line in second.stderr.splitlines() if line.startswith("bird: ")]
    told = ["bird: switch: generation 2 confirmed, nothing withdrawn yet", "bird: prune: generation 2 confirmed"]
    report.check(second.returncode == 0 and steps == told, "the union first, then the rest", second)
    report.check(routes() == kept and len(kept) == len(addresses) - 1, "one address is left", (routes(), kept))
    status = subprocess.run(
        [str(harness.EPIC.resolve()), "status", "--settings", "node.json"], cwd=work, capture_output=True, text=True,
        timeout=LIMIT, check=False)
    report.check(status.returncode == 0, "the node runs what was applied", status)


if __name__ == "__main__":
    harness.main(run)
