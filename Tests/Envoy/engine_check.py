"""`epic check --engine` asks the real Envoy about the storefront, keeps what was valid, and tells what was not.

What Envoy refuses is made by a program in front of it, which changes the inlined form before the real Envoy reads it: the
refusal is Envoy's own. The same way a slow, a broken and another Envoy are made.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Support"))
import harness  # noqa: E402

#: A program that counts how often it is started, may change the form, and becomes the real Envoy.
FRONT = """#!/bin/sh
echo "$*" >> {log}
if [ "$1" = --version ]; then
  {version}
else
  {before}
fi
exec {envoy} "$@"
"""


class Asked:
    """One run of the command."""

    def __init__(self, workspace: Path, *options: str, environment: dict[str, str] | None = None) -> None:
        command = [str(harness.EPIC), "check", "--engine", *options, str(workspace)]
        self.result = subprocess.run(
            command, text=True, capture_output=True, timeout=300, env={**os.environ, **(environment or {})}
        )
        self.status = self.result.returncode
        self.text = self.result.stdout + self.result.stderr

    @property
    def engine(self) -> dict:
        return json.loads(self.result.stdout)["engine"]

    def codes(self) -> list[str]:
        """The codes of the findings as text."""
        return [line[6:11] for line in self.text.splitlines() if line.startswith("error[")]


class Front:
    """A program in front of Envoy."""

    def __init__(self, folder: Path, name: str, before: str = ":", version: str = ":") -> None:
        self.path = folder / name
        self.log = folder / f"{name}.log"
        self.log.touch()
        self.path.write_text(FRONT.format(log=self.log, before=before, version=version, envoy=harness.ENVOY))
        self.path.chmod(0o755)

    def count(self) -> int:
        """How often it was started."""
        return len(self.log.read_text().splitlines())


def run(report: harness.Report, work: Path) -> None:
    """Asks with and without the cache, and asks what cannot answer."""
    workspace = harness.copy_storefront(work / "workspace")
    check_cache(report, work, workspace)
    check_refusals(report, work, workspace)
    check_missing_answers(report, work, workspace)
    check_releases(report, work)


def check_cache(report: harness.Report, work: Path, workspace: Path) -> None:
    """What was valid is not asked again, whatever the cache holds."""
    front = Front(work, "front")
    cache = work / "cache"
    common = ("--envoy", str(front.path), "--cache", str(cache))
    first = Asked(workspace, *common, "--format", "json")
    report.check(first.status == 0, "the real Envoy takes the storefront", first.text[-2000:])
    forms = first.engine["forms"]
    versions = [program["version"] for program in first.engine["programs"]]
    report.check(len(versions) == 1 and versions[0].startswith("1.40."), "the version is the binary's", versions)
    report.check([form["cached"] for form in forms] == [False] * 2, "every form is asked about", forms)
    report.check(all(form["verdict"] == "valid" for form in forms), "every form is valid", forms)
    report.check(len({node for form in forms for node in form["nodes"]}) == 6, "every node has a form", forms)
    report.check(front.count() == 3, "Envoy runs once for its version and once a form", front.log.read_text())

    second = Asked(workspace, *common, "--format", "json")
    report.check(second.status == 0 and front.count() == 3, "the second run starts no Envoy", front.log.read_text())
    report.check(all(form["cached"] for form in second.engine["forms"]), "and says so", second.engine)
    quiet = Asked(workspace, *common)
    report.check(quiet.status == 0 and quiet.text == "", "without findings nothing is printed", quiet.text)
    spoken = Asked(workspace, *common, "--verbose")
    report.check(spoken.text.count("not asked again") == 2, "--verbose says what was known", spoken.text)
    report.check(front.count() == 3, "and nothing was asked", front.log.read_text())

    for entry in (cache / "engine").iterdir():
        entry.write_text("{}")
    Asked(workspace, *common)
    report.check(front.count() == 6, "a cache that cannot be read is none", front.count())
    Asked(workspace, "--envoy", str(front.path), "--no-cache")
    report.check(front.count() == 9, "--no-cache asks about everything", front.count())
    environment = {"EPIC_ENVOY": str(front.path), "XDG_CACHE_HOME": str(work / "xdg")}
    found = Asked(workspace, environment=environment)
    report.check(found.status == 0 and front.count() == 12, "EPIC_ENVOY names the binary", found.text)
    Asked(workspace, environment=environment)
    report.check(front.count() == 12 and (work / "xdg/epic/engine").is_dir(), "the cache is the user's", front.count())
    front.path.write_text(front.path.read_text() + "\n")
    Asked(workspace, *common)
    report.check(front.count() == 15, "another binary is asked", front.count())
    path = workspace / "acme/shop.epic"
    path.write_text(path.read_text().replace("timeout request 30s", "timeout request 31s"))
    Asked(workspace, *common)
    report.check(front.count() == 17, "other content is asked about", front.count())
    left = [entry.name for entry in Path(os.environ.get("TMPDIR", "/tmp")).glob("epic-engine-*")]
    report.check(left == [], "no folder is left behind", left)


def check_refusals(report: harness.Report, work: Path, workspace: Path) -> None:
    """Envoy's own refusals stand at what they name."""
    edits = [
        # What it names is known by its name, by its place in the form, or not at all.
        ("name", 's/"name": *"acme_cart-gold~1"/"name":"acme_gone"/', "acme/upstreams.epic:27:"),
        ("field", 's/"name": *"acme_cart-gold~1",/&"no_such_field":1,/', "acme/upstreams.epic:27:"),
        ("port", 's/"port_value": *443/"port_value":70000/', "acme/shop.epic:26:"),
        ("duration", 's/"name": *"acme_cart-gold~1",/&"connect_timeout":"-1s",/', "platform/edge/engine.epic:2:"),
    ]
    for name, edit, place in edits:
        front = Front(work, name, before=f"sed -i '{edit}' static.json")
        asked = Asked(workspace, "--envoy", str(front.path), "--no-cache")
        report.check(asked.status == 1, f"{name}: the findings are findings", asked.text[-2000:])
        report.check(asked.codes() == ["E0815"] * 2, f"{name}: each instance has one", asked.text[-3000:])
        report.check(f"--> {place}" in asked.text, f"{name}: it stands at {place}", asked.text[-3000:])


def check_missing_answers(report: harness.Report, work: Path, workspace: Path) -> None:
    """What gives no answer is told apart from a refusal."""
    slow = Front(work, "slow", before="exec sleep 60")
    asked = Asked(workspace, "--envoy", str(slow.path), "--no-cache", "--engine-seconds", "1")
    report.check(asked.status == 1 and asked.codes() == ["E0816"] * 2, "a slow Envoy gives no verdict", asked.text)
    killed = Front(work, "killed", before="kill -KILL $$")
    asked = Asked(workspace, "--envoy", str(killed.path), "--no-cache")
    report.check(asked.codes() == ["E0816"] * 2 and "signal 9" in asked.text, "nor does a killed one", asked.text)
    other = Front(work, "other", version="echo 'envoy  version: 0a1b/1.39.2/Clean/RELEASE/BoringSSL'; exit 0")
    asked = Asked(workspace, "--envoy", str(other.path), "--no-cache")
    report.check(asked.codes() == ["E0817"], "another release is not asked", asked.text)
    report.check(other.count() == 1, "but for its version", other.count())
    for program, part in [("/bin/false", "`--version` fails"), ("/bin/true", "is no Envoy"), ("/nowhere", "not a program")]:
        asked = Asked(workspace, "--envoy", program, "--no-cache")
        report.check(asked.status == 2 and part in asked.text, f"{program} is no Envoy", asked.text)
    asked = Asked(workspace, environment={"PATH": "/nowhere", "EPIC_ENVOY": ""})
    report.check(asked.status == 2 and "no Envoy to ask" in asked.text, "without Envoy nothing is asked", asked.text)


#: Three engines side by side, one ingress each.
RELEASES = {"old": "1.38.3", "proven": "1.39.3", "latest": "1.40.0"}

SIDE_BY_SIDE = """
engine old { envoy 1.38 }
engine proven { envoy 1.39 }
engine latest { envoy 1.40 }
site here { at 50.0, 8.0 country DE; node here-1 { address 192.0.2.11 } }
pool public { range 198.51.100.0/27; sites all }
issuer internal { local-ca secret ca/internal }
certificate edge { names *.edge.example; issuer internal; renew 30d before }
template served(name: host) for ingress {
  host    name
  listen  https 443 http3
  address one from public
  sites   all
  tls     certificate edge
  routes  pages
}
ingress old from served(name: old.edge.example) { engine old }
ingress proven from served(name: proven.edge.example) { engine proven }
ingress latest from served(name: latest.edge.example) {
  engine latest
  auth client-certificate partners { ca secret ca/partners; names **.partner.example }
}
routes pages {
  call:  when grpc edge.v1.Pages/Get and header user-agent starts "grpc-" -> respond 404
  otherwise -> respond 200
}
"""


def check_releases(report: harness.Report, work: Path) -> None:
    """Engines of three releases: each is asked by the binary that is it, however the binaries are named."""
    workspace = work / "releases"
    (workspace / "edge").mkdir(parents=True)
    (workspace / "workspace.epic").write_text("edition 2026\nworkspace releases\n")
    path = workspace / "edge" / "edge.epic"
    path.write_text(SIDE_BY_SIDE)
    binaries = [str(harness.ROOT / "build" / "tools" / "bin" / f"envoy-{release}") for release in list(RELEASES.values())[:2]]
    binaries.append(str(harness.ENVOY))
    named = [option for binary in binaries for option in ("--envoy", binary)]
    asked = Asked(workspace, *named, "--no-cache", "--format", "json")
    report.check(asked.status == 0, "three releases are asked by three binaries", asked.text[-2000:])
    found = {form["instance"].removeprefix("edge_"): (form.get("version"), form["verdict"]) for form in asked.engine["forms"]}
    wanted = {engine: (release, "valid") for engine, release in RELEASES.items()}
    report.check(found == wanted, "each form is asked of the release that runs it", found)
    asked = Asked(workspace, "--no-cache", "--verbose", environment={"EPIC_ENVOY": ":".join(reversed(binaries))})
    report.check(asked.status == 0 and asked.text.count(": valid for Envoy 1.") == 3, "EPIC_ENVOY names several", asked.text)
    asked = Asked(workspace, *named[2:], "--no-cache", "--format", "json")
    codes = [finding["code"] for finding in json.loads(asked.result.stdout)["findings"]]
    report.check(asked.status == 1 and codes == ["E0817"], "a release without a binary is not asked", asked.text[-2000:])
    verdicts = [form["verdict"] for form in asked.engine["forms"]]
    report.check(sorted(verdicts) == ["unasked", "valid", "valid"], "and the others are", verdicts)
    for engine in ("old", "proven"):
        path.write_text(SIDE_BY_SIDE.replace("engine latest\n", f"engine {engine}\n"))
        asked = Asked(workspace, *named, "--no-cache")
        report.check(asked.codes() == ["E0818"], f"{engine}: no client certificates over HTTP/3", asked.text[-2000:])


if __name__ == "__main__":
    harness.main(run)
