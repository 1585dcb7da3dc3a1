"""Runs a node's BIRD fragment against a real peer, each BIRD in a network namespace of its own, and prints what arrives.

    bgp_session.py FOLDER       FOLDER holds the fragment, its secrets and `session.json`

`session.json`:  {"bird": PATH, "birdc": PATH, "local": [ADDRESS/LENGTH...], "as": NUMBER, "main": TEXT,
                  "neighbors": [{"protocol": NAME, "address": ADDRESS/LENGTH, "as": NUMBER, "local": ADDRESS,
                                 "password": TEXT|null, "bfd": BOOL}...]}
`main` ends the node's main file, behind the include.

Prints one JSON object: `established` (names), `routes` (for each neighbor: prefix, communities, large communities, AS
path, next hop), `eval` (constants of the fragment as the running BIRD gives them), `bfd` (sessions that are up). Everything
is stopped at the end; every wait is bounded.
"""

import ctypes
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

#: Seconds until every session has to be established and its routes have to be there.
LIMIT = 30
#: Routes have arrived once they have not changed for so many seconds.
SETTLED = 1.5
INSIDE = "EPIC_SESSION_INSIDE"
#: Symbols whose running values are reported.
CONSTANTS = ["EPIC_GENERATION", "EPIC_DIGEST", "EPIC_END_epic", "EPIC_ROUTER_ID"]


def quiet(*command: str) -> None:
    """Runs a command that has to succeed."""
    subprocess.run(command, check=True, timeout=LIMIT)


def die_with_parent() -> None:
    """Lets the kernel end this child when the script ends, however it ends."""
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)


class Daemon:
    """A BIRD in a folder of its own, in this namespace or in that of another process."""

    def __init__(self, paths: dict, folder: Path, namespace: int | None = None) -> None:
        self.birdc = paths["birdc"]
        self.socket = folder / "bird.ctl"
        enter = ["nsenter", "-t", str(namespace), "-n"] if namespace else []
        self.log = (folder / "log").open("w")
        self.process = subprocess.Popen(
            [*enter, paths["bird"], "-f", "-c", str(folder / "bird.conf"), "-s", str(self.socket),
             "-P", str(folder / "pid")],
            stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log, preexec_fn=die_with_parent)
        deadline = time.monotonic() + LIMIT
        while not self.socket.exists():
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError("BIRD did not start: " + (folder / "log").read_text())
            time.sleep(0.05)

    def ask(self, command: str) -> str:
        """The daemon's answer to one command."""
        if self.process.poll() is not None:
            raise RuntimeError("BIRD ended: " + Path(self.log.name).read_text())
        return subprocess.run(
            [self.birdc, "-s", str(self.socket), *command.split()], check=True, timeout=LIMIT, text=True,
            stdout=subprocess.PIPE).stdout


def routes(peer: Daemon, protocol: str) -> list[dict]:
    """What a neighbor has taken from the node over one session."""
    found: list[dict] = []
    for line in peer.ask(f"show route protocol {protocol} all").splitlines():
        words = line.split()
        if len(words) > 1 and "/" in words[0] and words[1] in ("unicast", "blackhole", "unreachable"):
            found.append({"prefix": words[0], "communities": [], "large": [], "path": "", "next_hop": ""})
        elif line.strip().startswith("BGP.as_path:"):
            found[-1]["path"] = line.split(":", 1)[1].strip()
        elif line.strip().startswith("BGP.next_hop:"):
            found[-1]["next_hop"] = words[1]
        elif line.strip().startswith("BGP.community:"):
            found[-1]["communities"] = [word.strip("()").replace(",", ":") for word in words[1:]]
        elif line.strip().startswith("BGP.large_community:"):
            text = line.split(":", 1)[1].replace(", ", ":")
            found[-1]["large"] = [word.strip("()") for word in text.split()]
    return sorted(found, key=lambda route: route["prefix"])


def routers(neighbors: list[dict]) -> list[list[dict]]:
    """Groups neighbors into routers: a BIRD holds one session with one address at a time."""
    result: list[list[dict]] = []
    for neighbor in neighbors:
        for group in result:
            if all(other["local"] != neighbor["local"] for other in group):
                group.append(neighbor)
                break
        else:
            result.append([neighbor])
    return result


def peer_configuration(case: dict, neighbors: list[dict]) -> str:
    """The other side: takes everything, so that whatever the node lets out is seen."""
    text = ["log stderr all;", "router id 192.0.2.254;", "protocol device { scan time 1; }"]
    if any(neighbor["bfd"] for neighbor in neighbors):
        text.append("protocol bfd { }")
    for neighbor in neighbors:
        password = f'password "{neighbor["password"]}";' if neighbor["password"] else ""
        bfd = "bfd { interval 50 ms; multiplier 3; };" if neighbor["bfd"] else ""
        channels = " ".join(
            f"{family} {{ import keep filtered on; import all; export none; }};" for family in ("ipv4", "ipv6"))
        text.append(
            f"protocol bgp {neighbor['protocol']} {{ local {neighbor['address'].split('/')[0]} as {neighbor['as']}; "
            f"neighbor {neighbor['local']} as {case['as']}; connect delay time 1; strict bind on; {password} {bfd} {channels} }}")
    return "\n".join(text) + "\n"


def run(folder: Path, case: dict) -> dict:
    """Builds the two namespaces, runs both daemons and waits for the routes."""
    quiet("ip", "link", "set", "lo", "up")
    other = subprocess.Popen(
        ["unshare", "--net", "sleep", str(LIMIT * 4)], stdin=subprocess.DEVNULL, preexec_fn=die_with_parent)
    mine = os.readlink("/proc/self/ns/net")
    while os.readlink(f"/proc/{other.pid}/ns/net") == mine:
        time.sleep(0.01)
    quiet("ip", "link", "add", "edge", "type", "veth", "peer", "name", "rack", "netns", str(other.pid))
    inside = ["nsenter", "-t", str(other.pid), "-n"]
    for address in case["local"]:
        quiet("ip", "address", "add", address, "dev", "edge", *(["nodad"] if ":" in address else []))
    for address in sorted({neighbor["address"] for neighbor in case["neighbors"]}):
        quiet(*inside, "ip", "address", "add", address, "dev", "rack", *(["nodad"] if ":" in address else []))
    quiet(*inside, "ip", "link", "set", "lo", "up")
    quiet(*inside, "ip", "link", "set", "rack", "up")
    quiet("ip", "link", "set", "edge", "up")

    peers: dict[str, Daemon] = {}
    for number, neighbors in enumerate(routers(case["neighbors"])):
        rack = folder / f"rack-{number}"
        rack.mkdir()
        (rack / "bird.conf").write_text(peer_configuration(case, neighbors))
        daemon = Daemon(case, rack, other.pid)
        peers |= {neighbor["protocol"]: daemon for neighbor in neighbors}
    (folder / "bird.conf").write_text(
        f'log stderr all;\nprotocol device {{ scan time 1; }}\ninclude "epic.conf";\n{case["main"]}\n')
    node = Daemon(case, folder)
    names = [neighbor["protocol"] for neighbor in case["neighbors"]]
    deadline = time.monotonic() + LIMIT
    seen, since = None, time.monotonic()
    while time.monotonic() < deadline:
        up = [name for name in names if "Established" in peers[name].ask(f"show protocols {name}")]
        now = {name: routes(peers[name], name) for name in names}
        if now != seen or len(up) < len(names):
            seen, since = now, time.monotonic()
        elif time.monotonic() - since > SETTLED:
            break
        time.sleep(0.2)
    bfd = [line.split()[0] for line in node.ask("show bfd sessions").splitlines() if " Up " in line] \
        if any(neighbor["bfd"] for neighbor in case["neighbors"]) else []
    values = {name: node.ask(f"eval {name}").splitlines()[-1].strip() for name in CONSTANTS}
    result = {"established": up, "routes": seen, "eval": values, "bfd": sorted(bfd)}
    for daemon in {node, *peers.values()}:
        daemon.process.kill()
        daemon.process.wait(LIMIT)
    other.kill()
    other.wait(LIMIT)
    return result


def main() -> None:
    """Enters namespaces of its own first, so that nothing outside is touched."""
    folder = Path(sys.argv[1]).resolve()
    if os.environ.get(INSIDE) != "1":
        os.environ[INSIDE] = "1"
        os.execvp("unshare", ["unshare", "--user", "--map-root-user", "--net", "--mount", sys.executable, *sys.argv])
    print(json.dumps(run(folder, json.loads((folder / "session.json").read_text())), indent=1))


main()
