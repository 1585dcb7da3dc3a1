"""Generated workspaces and requests: the route interpreter answers as the real Envoy does, with lists of routes and with trees.

`epic-dev requests generate` makes workspaces whose routes ask everything that can be asked of a request, builds them, and makes
requests that an arm takes and such as are one change away. All workspaces' static forms run in one Envoy, first with their
routes as lists and then as trees, and each is sent the same requests. What the two do not agree on is shown with the few arms
and headers that it takes. Some requests are asked of `epic trace`, too.

Variables of the environment: EPIC_DIFFERENTIAL_SEED (`new` for one of its own), EPIC_DIFFERENTIAL_WORKSPACES
(100),
EPIC_DIFFERENTIAL_REQUESTS (20800 over all), EPIC_DIFFERENTIAL_KEEP (a folder that the workspaces are left in).
"""

import json
import os
import random
import re
import subprocess
import sys
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Support"))
import exchange  # noqa: E402
import harness  # noqa: E402
from exchange import Answer, Client, Edge, Observed, Request  # noqa: E402

WORKSPACES = int(os.environ.get("EPIC_DIFFERENTIAL_WORKSPACES", "100"))
REQUESTS = int(os.environ.get("EPIC_DIFFERENTIAL_REQUESTS", "20800"))
#: What a run of 20,000 requests has to have of every question and outcome.
FLOOR = 200
#: Least part of the requests that is one change away from one that an arm takes.
EDITED = 0.4
#: Workspaces whose requests the faulty interpreters are asked, too.
MUTATED = 30
#: Requests that `epic trace` is asked.
TRACED = 60
#: Disagreements that are made small.
SHOWN = 4
#: Processes and threads.
JOBS = 2


def generate(folder: Path, shared: Path, seed: int) -> Counter[str]:
    """Makes the workspaces and their requests, in several processes; gives how often everything was tried."""
    running = []
    share = (WORKSPACES + JOBS - 1) // JOBS
    for job in range(JOBS):
        first = job * share
        count = min(share, WORKSPACES - first)
        if count <= 0:
            continue
        command = [
            str(exchange.EPIC_DEV), "requests", "generate", "--to", str(folder), "--shared", str(shared), "--seed", str(seed),
            "--first", str(first), "--workspaces", str(count), "--requests", str(REQUESTS // WORKSPACES),
            "--mutated", str((MUTATED + JOBS - 1) // JOBS),
        ]
        running.append(subprocess.Popen(command, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE))
    total: Counter[str] = Counter()
    for process in running:
        output, errors = process.communicate()
        if process.returncode != 0:
            raise RuntimeError(f"epic-dev requests generate: {errors[-6000:]}")
        tally = json.loads(output)
        total.update(tally.pop("counts"))
        total.update({f"all {name}": number for name, number in tally.items()})
    return total


def exchanges(folder: Path, addresses: dict[tuple[str, int, int], str]) -> list[tuple[dict[str, Any], Observed]]:
    """Sends all requests, workspace by workspace, in several threads."""
    pending = sorted(folder.glob("w*/requests.jsonl"))
    done: dict[Path, list[tuple[dict[str, Any], Observed]]] = {}
    lock = threading.Lock()

    def work() -> None:
        client = Client(addresses)
        while True:
            with lock:
                if not pending:
                    return
                path = pending.pop()
            lines = [json.loads(line) for line in path.read_text().splitlines()]
            done[path] = [(line, client.send(line["request"])) for line in lines]
            client.close()

    threads = [threading.Thread(target=work) for _ in range(JOBS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [pair for path in sorted(done) for pair in done[path]]


class Shrinker:
    """Makes a disagreement small: first the request, then the workspace."""

    def __init__(self, work: Path, client: Client, form: str) -> None:
        self.work = work
        self.client = client
        self.form = form

    def request(self, request: Request, workspace: Path) -> tuple[Request, Answer, Observed]:
        """The request without everything that the disagreement does not need."""
        best = self.ask(request, workspace)
        changed = True
        while changed:
            changed = False
            for candidate in smaller(best[0]):
                tried = self.ask(candidate, workspace)
                if exchange.differences(*tried):
                    best, changed = tried, True
                    break
        return best

    def ask(self, request: Request, workspace: Path) -> tuple[Request, Answer, Observed]:
        """Both answers."""
        return request, exchange.ask_interpreter(workspace, [request])[0], self.client.send(request)

    def workspace(self, request: Request, source: Path, name: str) -> list[str]:
        """The lines of the routes that are left when every arm is taken out that the disagreement does not need."""
        path = source / name / "edge.epic"
        lines = path.read_text().splitlines()
        whole = list(lines)
        arms = [line for line in lines if re.match(r" *a\d+: when", line)]
        table = f"routes {request['ingress'].split('/')[1]}-routes {{"
        start = lines.index(table)
        own = [line for line in lines[start : lines.index("}", start)] if line in arms]
        # Halves first: most arms have nothing to do with it.
        size = max(len(own) // 2, 1)
        while True:
            index = 0
            while index < len(own):
                doomed = own[index : index + size]
                candidate = [line for line in lines if line not in doomed]
                if self.disagrees(request, source, path, candidate):
                    lines = candidate
                    own = [line for line in own if line not in doomed]
                else:
                    index += size
            if size == 1:
                break
            size //= 2
        path.write_text("\n".join(whole) + "\n")
        end = lines.index("}", lines.index(table))
        return lines[lines.index(table) : end + 1]

    def disagrees(self, request: Request, source: Path, path: Path, lines: list[str]) -> bool:
        """Whether a workspace of these lines still shows the disagreement."""
        path.write_text("\n".join(lines) + "\n")
        out = self.work / "small"
        subprocess.run(["rm", "-rf", str(out)], check=True)
        command = [str(harness.EPIC), "build", "--route-form", self.form, "-o", str(out / "out"), str(source)]
        if subprocess.run(command, capture_output=True, timeout=harness.BUILD_LIMIT).returncode != 0:
            return False
        addresses = exchange.merged([exchange.instance(out / "out")], out / "run")
        # The same addresses are in use by the large Envoy, which is asked nothing meanwhile: the small one runs beside it.
        edge = Edge(out / "run", "static.json", workers=1)
        try:
            if edge.await_listeners(addresses, 20):
                return False
            client = Client(addresses)
            answer = exchange.ask_interpreter(source, [request])[0]
            return bool(exchange.differences(request, answer, client.send(request)))
        finally:
            edge.stop()


def smaller(request: Request) -> list[Request]:
    """The request with one thing less, each."""
    found = []
    for index in range(len(request.get("headers", []))):
        headers = request["headers"]
        found.append({**request, "headers": headers[:index] + headers[index + 1 :]})
    for name in ("token", "body", "tls"):
        if name in request:
            less = {key: value for key, value in request.items() if key != name}
            if name == "tls":
                less["port"] = 80
            found.append(less)
    path, mark, query = request["target"].partition("?")
    if mark:
        pairs = query.split("&")
        for index in range(len(pairs) if len(pairs) > 1 else 0):
            found.append({**request, "target": path + "?" + "&".join(pairs[:index] + pairs[index + 1 :])})
        found.append({**request, "target": path})
    if request.get("method", "GET") != "GET" and "body" not in request:
        found.append({**request, "method": "GET"})
    return found


def run(report: harness.Report, work: Path) -> None:
    """Generates, serves, asks and compares."""
    stated = os.environ.get("EPIC_DIFFERENTIAL_SEED", "20261126")
    seed = random.SystemRandom().randrange(1 << 32) if stated == "new" else int(stated)
    print(f"seed {seed}: EPIC_DIFFERENTIAL_SEED={seed} repeats this run", flush=True)
    started = time.monotonic()

    def lap(what: str) -> None:
        print(f"     {what}: {time.monotonic() - started:.1f} s", flush=True)

    folder = Path(os.environ.get("EPIC_DIFFERENTIAL_KEEP") or work / "workspaces")
    folder.mkdir(parents=True, exist_ok=True)
    shared = exchange.shared_files(work / "shared")
    tally = generate(folder, shared, seed)
    lap("generated")
    requests = tally.pop("all requests")
    edited = tally.pop("all edited")
    report.check(tally.pop("all workspaces") >= WORKSPACES, f"{WORKSPACES} workspaces are generated")
    report.check(edited >= EDITED * requests, f"{edited} of {requests} requests are one change away from an arm's own")
    floor = FLOOR * requests // 20_000
    rare = {name: count for name, count in tally.items() if count < floor}
    claim = f"each of {len(tally)} questions and outcomes is tried {floor} times, the rarest {min(tally.values())}"
    report.check(not rare, claim, rare)

    exchange.bring_up()
    backends = exchange.start_backends()
    answers: dict[str, list[tuple[dict[str, Any], Observed]]] = {}
    for form, out in (("list", "out"), ("tree", "out-tree")):
        pairs = serve(report, folder, work, form, out)
        if pairs is None:
            return
        answers[form] = pairs
        lap(f"asked, {form}")
    check_forms(report, answers["list"], answers["tree"])
    check_mutations(report, answers["list"])
    check_trace(report, folder, answers["tree"], random.Random(seed))
    report.check(backends.poll() is None, "the backends are still there")
    lap("compared")


def serve(
    report: harness.Report, folder: Path, work: Path, form: str, out: str
) -> list[tuple[dict[str, Any], Observed]] | None:
    """Serves all workspaces with their routes in one form, and asks."""
    instances = [exchange.instance(path.parent / out) for path in sorted(folder.glob("w*/requests.jsonl"))]
    run_folder = work / f"run-{form}"
    addresses = exchange.merged(instances, run_folder)
    edge = Edge(run_folder, "static.json")
    try:
        problem = edge.await_listeners(addresses)
        if not report.check(problem is None, f"{form}: Envoy serves all workspaces", problem):
            return None
        trees = exchange.trees(run_folder)
        report.check(
            trees >= WORKSPACES if form == "tree" else trees == 0, f"{form}: {trees} virtual hosts have a tree of routes"
        )
        pairs = exchanges(folder, addresses)
        wrong = [
            (line, observed) for line, observed in pairs
            if exchange.differences(line["request"], line["answer"], observed)
        ]
        report.check(
            not wrong, f"{form}: the interpreter and Envoy agree on {len(pairs)} requests", f"they differ on {len(wrong)}"
        )
        report.check(len(pairs) >= REQUESTS * 0.96, f"{form}: {len(pairs)} requests are compared")
        show(wrong, folder, work, addresses, form)
        report.check(edge.is_up(), f"{form}: Envoy is still there", edge.log.read_text()[-2000:])
        return pairs
    finally:
        edge.stop()


def check_forms(
    report: harness.Report, lists: list[tuple[dict[str, Any], Observed]], trees: list[tuple[dict[str, Any], Observed]]
) -> None:
    """Envoy answers each request alike, whichever form the routes have."""
    wrong = []
    for (line, first), (_, second) in zip(lists, trees, strict=True):
        if found := exchange.disparities(first, second):
            wrong.append(f"\n  {json.dumps(line['request'])}\n    " + "\n    ".join(found))
    report.check(
        not wrong, f"lists and trees answer {len(lists)} requests alike", f"not {len(wrong)}" + "".join(wrong[:SHOWN])
    )


def check_trace(
    report: harness.Report, folder: Path, pairs: list[tuple[dict[str, Any], Observed]], dice: random.Random
) -> None:
    """The command `epic trace` says what Envoy does."""
    known = [pair for pair in pairs if exchange.is_traceable(pair[0]["request"])]
    wrong: list[str] = []

    def ask(pair: tuple[dict[str, Any], Observed]) -> None:
        line, observed = pair
        request = line["request"]
        traced = exchange.ask_trace(folder / request["workspace"] / "workspace", request)
        whole = {name: line["answer"][name] for name in ("request", "response", "body") if name in line["answer"]} | traced
        if found := exchange.differences(request, whole, observed):
            wrong.append(f"\n  {json.dumps(request)}\n    " + "\n    ".join(found))

    sample = dice.sample(known, min(TRACED, len(known)))
    with ThreadPoolExecutor(JOBS) as pool:
        list(pool.map(ask, sample))
    report.check(len(sample) == TRACED, f"{len(sample)} requests are traced")
    report.check(not wrong, f"`epic trace` and Envoy agree on {len(sample)} requests", "".join(wrong[:SHOWN]))


def show(
    wrong: list[tuple[dict[str, Any], Observed]], folder: Path, work: Path,
    addresses: dict[tuple[str, int, int], str], form: str,
) -> None:
    """Shows disagreements: of each kind one made small, of the others the number."""
    kinds: dict[str, list[tuple[dict[str, Any], Observed]]] = {}
    for line, observed in wrong:
        reason = exchange.differences(line["request"], line["answer"], observed)[0]
        kinds.setdefault(f"{reason.split(':')[0]} after {line['request']['edit'] or 'nothing'}", []).append((line, observed))
    shrinker = Shrinker(work, Client(addresses), form)
    for number, (kind, members) in enumerate(sorted(kinds.items(), key=lambda item: -len(item[1]))):
        line, observed = members[0]
        request = line["request"]
        print(f"--- {len(members)} times {kind}", flush=True)
        answer, source = line["answer"], folder / request["workspace"] / "workspace"
        lines: list[str] = []
        if number < SHOWN:
            request, answer, observed = shrinker.request(request, source)
            lines = shrinker.workspace(request, source, request["workspace"])
        print("\n".join(lines))
        print(f"  request {json.dumps(request)}")
        for difference in exchange.differences(request, answer, observed):
            print(f"  {difference}")
        print(f"  interpreter {json.dumps(answer)}\n  Envoy {observed}", flush=True)


def check_mutations(report: harness.Report, pairs: list[tuple[dict[str, Any], Observed]]) -> None:
    """Faults put into the interpreter are found: its answer differs from the real Envoy's."""
    caught: Counter[str] = Counter()
    asked = 0
    for line, observed in pairs:
        if "mutated" not in line:
            continue
        asked += 1
        for name, answer in line["mutated"].items():
            if exchange.differences(line["request"], answer, observed):
                caught[name] += 1
    for name in MUTATIONS:
        report.check(caught[name] > 0, f"the fault `{name}` is found by {caught[name]} of {asked} requests")


#: Faults of Sources/EpicDevKit/Requests/InterpreterMutation.swift.
MUTATIONS = [
    "first-header-only", "absent-negation-false", "subtree-by-text", "cohort-one-more", "last-query", "wide-prefix",
    "path-without-case", "any-origin",
]


if __name__ == "__main__":
    harness.main(run)
