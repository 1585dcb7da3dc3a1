"""The command line as a caller sees it: exit statuses 0 to 4, what goes to standard output and what to standard error,
colour, and an apply that is interrupted, given relative paths, or would come near the system's limit of watches."""

import json
import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Support"))
import harness  # noqa: E402
from kit import network, processes  # noqa: E402
from kit.artifacts import NodeArtifacts  # noqa: E402
from kit.keys import Authority  # noqa: E402

#: Seconds that one command may take.
LIMIT = 120

ESCAPE = "\x1b["

#: The limit of inotify instances in this user namespace.
WATCH_LIMIT = Path("/proc/sys/user/max_inotify_instances")

#: A second upstream with a route to it, for the scaffold.
ROUTE = "  more: when path /more/** -> more\n"
UPSTREAM = "upstream more { endpoint 203.0.113.10:8081 }\n"


def epic(*words: str, folder: Path | None = None, **variables: str) -> subprocess.CompletedProcess[str]:
    """Runs one command to its end."""
    environment = {name: value for name, value in os.environ.items() if name != "NO_COLOR"} | variables
    return subprocess.run(
        [str(harness.EPIC.resolve()), *words], cwd=folder, env=environment, capture_output=True, text=True, timeout=LIMIT
    )


def on_terminal(*words: str, folder: Path, **variables: str) -> str:
    """What a command writes to a terminal as its standard error."""
    environment = {name: value for name, value in os.environ.items() if name != "NO_COLOR"} | variables
    ours, theirs = pty.openpty()
    subprocess.run([str(harness.EPIC.resolve()), *words], cwd=folder, env=environment, stderr=theirs, timeout=LIMIT)
    os.close(theirs)
    text = b""
    try:
        while chunk := os.read(ours, 1 << 16):
            text += chunk
    except OSError:  # the terminal is gone once it is read to its end
        pass
    os.close(ours)
    return text.decode()


def statuses(report: harness.Report, work: Path) -> Path:
    """What needs no edge; gives the workspace."""
    clean = epic("new", "shop", folder=work)
    report.check(clean.returncode == 0, "new: 0", clean)
    shop = work / "shop"
    clean = epic("check", folder=shop)
    report.check((clean.returncode, clean.stdout, clean.stderr) == (0, "", ""), "check without findings is silent", clean)
    tested = epic("test", "--coverage", "--fail-under", "100", "--junit", "out/tests.xml", folder=shop)
    report.check(tested.returncode == 0 and "0 failed; coverage 100.0%" in tested.stderr, "test: 0", tested)
    cases = (shop / "out" / "tests.xml").read_text().count("<testcase")
    report.check(cases > 5 and f"{cases} passed, 0 failed" in tested.stderr, "test: JUnit has every case", tested)
    routes = (shop / "shop" / "shop.epic").read_text()
    (shop / "shop" / "shop.epic").write_text(routes.replace("path /api/**", "path /apis/**"))
    failing = epic("test", "--format", "json", folder=shop)
    report.check(failing.returncode == 1 and json.loads(failing.stdout)["failed"] > 0, "test: 1 where one fails", failing)
    (shop / "shop" / "shop.epic").write_text(routes)
    report.check(epic("test", "--fail-under", "101", folder=shop).returncode == 2, "test: 2 for wrong use", failing)
    version = epic("--version")
    report.check(version.returncode == 0 and version.stdout != "" and version.stderr == "", "--version: output", version)

    wrong = work / "wrong"
    epic("new", "wrong", folder=work)
    source = wrong / "shop" / "shop.epic"
    source.write_text(source.read_text().replace("-> api", "-> nosuch").replace("  address  one", "  address one"))
    found = epic("check", folder=wrong)
    report.check(found.returncode == 1 and found.stdout == "", "findings: 1, none on standard output", found)
    report.check("nosuch" in found.stderr and ESCAPE not in found.stderr, "findings: on standard error, plain", found)
    found = epic("check", "--format", "json", folder=wrong)
    report.check(found.returncode == 1 and found.stderr == "", "--format json: 1, standard error silent", found)
    report.check("nosuch" in json.dumps(json.loads(found.stdout)), "--format json: JSON on standard output", found)
    listed = epic("fmt", "--check", folder=wrong)
    report.check((listed.returncode, listed.stdout) == (1, "shop/shop.epic\n"), "fmt --check: 1 and the file", listed)

    report.check(ESCAPE in on_terminal("check", folder=wrong), "a terminal gets colour")
    report.check(ESCAPE not in on_terminal("check", folder=wrong, NO_COLOR="1"), "not with NO_COLOR")
    report.check(ESCAPE in on_terminal("check", folder=wrong, NO_COLOR=""), "an empty NO_COLOR says nothing")
    report.check(ESCAPE not in on_terminal("check", "--color", "never", folder=wrong), "not with --color never")
    forced = epic("check", "--color", "always", folder=wrong, NO_COLOR="1")
    report.check(ESCAPE in forced.stderr, "--color always wins", forced)

    for words in (["frobnicate"], ["check", "--format", "yaml"], ["apply", "x.epicb"], ["dump", "tokens", "nosuch.epic"]):
        usage = epic(*words, folder=shop)
        report.check((usage.returncode, usage.stdout) == (2, ""), f"{' '.join(words)}: 2", usage)
    usage = epic("explain", "E9999", folder=shop)
    own = "`E9999`" in usage.stderr and "Usage: epic explain" in usage.stderr
    report.check(usage.returncode == 2 and usage.stdout == "" and own, "a wrong word gets its command's usage", usage)
    usage = epic("dump", "tokens", "shop/shop.epic", "nosuch.epic", "gone.epic", folder=shop)
    named = "`nosuch.epic`" in usage.stderr and "`gone.epic`" in usage.stderr
    report.check(usage.returncode == 2 and usage.stdout == "" and named, "dump names each unknown file", usage)
    for place, name in ((shop / "shop", "shop.epic"), (work, str(shop / "shop" / "shop.epic")), (shop, "shop/shop.epic")):
        done = epic("fmt", "-C", str(shop), name, folder=place)
        report.check(done.returncode == 0, f"fmt {name} in {place.name}", done)
        done = epic("dump", "tokens", "-C", str(shop), name, folder=place)
        report.check(done.stdout.startswith("// shop/shop.epic\n"), f"dump tokens {name} in {place.name}", done)

    node = ["--node", "fra-1", "--state", "nosuch", "--secrets", "nosuch"]
    for words in (["apply", "nosuch.epicb"], ["apply"], ["plan", "nosuch"], ["status"]):
        failure = epic(*words, *node, folder=work)
        report.check((failure.returncode, failure.stdout) == (3, ""), f"{' '.join(words)} of nothing: 3", failure)
    report.check(not (work / "nosuch").exists(), "a mistyped path leaves no state folder")
    (work / "bad.epicb").write_bytes(b"no bundle")
    node[3] = "state-of-nothing"
    refused = epic("apply", "bad.epicb", *node, folder=work)
    report.check((refused.returncode, refused.stdout) == (4, ""), "a bundle that is none: 4", refused)
    return shop


def edge(report: harness.Report, work: Path, shop: Path) -> None:
    """What needs an edge: a real Envoy, in the namespaces that the harness made."""
    harness.build(shop, work / "one")
    source = shop / "shop" / "shop.epic"
    before, routes, after = source.read_text().partition("routes shop {\n")
    source.write_text(before + routes + ROUTE + after + UPSTREAM)
    harness.build(shop, work / "two")
    artifacts = NodeArtifacts(work / "one", "fra-1")
    network.bring_up(artifacts.addresses() | {"203.0.113.10"})
    authority = Authority("EPIC test")
    for file in artifacts.secret_files():
        if file.endswith("/tls.crt"):
            authority.issue((work / "secrets" / file).parent, ["shop.example.com"])
    binary = os.path.relpath(harness.ENVOY.resolve(), work)
    node = ["--node", "fra-1", "--state", "state", "--secrets", "secrets"]

    first = epic("apply", "one", *node, "--envoy", binary, "--json", folder=work)
    if not report.check(first.returncode == 0, "an apply with relative paths: 0", first):
        return
    parts = [part["outcome"] for part in json.loads(first.stdout)["parts"]]
    report.check(parts == ["started"], "its report is JSON on standard output", first)
    running = processes.named("envoy")
    again = epic("apply", *node, "--envoy", str(harness.ENVOY.resolve()), "--json", folder=work)
    parts = [part["outcome"] for part in json.loads(again.stdout or "{}").get("parts", [])]
    report.check(parts == ["unchanged"], "the same binary by an absolute path is no change", again)

    def is_as_it_was(what: str) -> None:
        status = epic("status", *node, "--json", folder=work)
        healthy = status.returncode == 0 and json.loads(status.stdout)["sequence"] == 1
        report.check(healthy and processes.named("envoy") == running, f"{what}: the node is as it was", status)

    before = WATCH_LIMIT.read_text()
    # As many as the running Envoy holds: with one more it would abort.
    WATCH_LIMIT.write_text("8")
    refused = epic("apply", "two", *node, "--envoy", binary, folder=work)
    WATCH_LIMIT.write_text(before)
    named = all(text in refused.stderr for text in ("watch 8 files", "watch 9 while", "a user 8;"))
    report.check(refused.returncode == 4 and named, "too many watches: 4, with the figures", refused)
    is_as_it_was("too many watches")

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        # Whoever asks is ahead of who is asked, also on a machine that is busy: the check must not be through before.
        command = ["nice", "-n", "19", str(harness.EPIC.resolve()), "apply", "two", *node, "--envoy", binary]
        child = processes.start(command, cwd=work, stderr=subprocess.PIPE)
        assert child.stderr is not None
        # Envoy's check of the release takes many times longer than the signal.
        seen = child.stderr.readline()
        child.send_signal(number)
        seen += child.stderr.read()
        told = f"{number.name} asked it to end; nothing was changed" in seen
        report.check(child.wait(LIMIT) == 4 and told, f"{number.name}: 4, and why", seen)
        is_as_it_was(number.name)

    done = epic("apply", "two", *node, "--envoy", binary, folder=work)
    report.check(done.returncode == 0 and processes.named("envoy") == running, "the release can be applied then", done)
    stopped = epic("stop", *node, folder=work)
    report.check(stopped.returncode == 0 and not processes.named("envoy"), "stop: 0", stopped)
    status = epic("status", *node, folder=work)
    report.check(status.returncode == 1 and "not running" in status.stdout, "status of a stopped node: 1", status)


def run(report: harness.Report, work: Path) -> None:
    """All of it."""
    shop = statuses(report, work)
    edge(report, work, shop)


if __name__ == "__main__":
    harness.main(run)
