"""The request table: committed cases, each answered alike by the table, by the interpreter and by the real Envoy.

`Tests/Envoy/requests/table` is one workspace with a package a feature. Its `cases.txt` says what becomes of requests:

    WORD… [| WORD…]… => WHAT [FACT…]

Each alternative on the left is a request. A word is a method, a target (`/x?y`), a whole URL, a header (`"x-beta: 1"`),
`host=`, `port=`, `from=` (the client's address), `tls=`, `body=`, or `token=` with claims or `forged` (`token(NAME)=` of several
providers). What is not said is `GET / HTTP/1.1` to FEATURE.table.example in clear text from 192.0.2.1, or what a line
`for WORD…` above says. WHAT is the route that takes it, the status with which the edge refuses it, `none` where there is no
connection, or `-` where the edge answers without a route. Facts are `up=` (upstreams, one of which gets it), `path=`,
`host=`, `status=`, `location=`, `body=`, and `req:NAME=` and `res:NAME=` for headers (`-` is none; several values by `,`).

Envoy reads the emitted artifacts through subscriptions to files, first with routes as lists, then as trees.
"""

import json
import re
import shlex
import shutil
import sys
import time
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Support"))
import exchange  # noqa: E402
import harness  # noqa: E402
from exchange import Answer, Client, Edge, Observed, Request  # noqa: E402

TABLE = exchange.SHARED / "table"
#: What the table has to have.
LEAST_CASES, LEAST_OF_A_FEATURE = 600, 8
#: Features whose paths tell routes apart.
LEAST_TREES = 20

METHOD = re.compile(r"[A-Z]+")
HEADER = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+:( |$)")
SETTING = re.compile(r"(host|port|from|tls|body|token(?:\(([a-z]+)\))?)=(.*)", re.DOTALL)


@dataclass
class Case:
    """One request and what becomes of it."""

    feature: str
    line: int
    request: Request
    what: str
    facts: list[tuple[str, str]]

    @property
    def is_negative(self) -> bool:
        """Whether no route that the feature is about takes the request."""
        return self.what.startswith("otherwise") or self.what == "none" or self.what.isdigit()

    def __str__(self) -> str:
        return f"{self.feature}/cases.txt:{self.line}: {json.dumps(self.request)}"


def cases(feature: str, text: str) -> list[Case]:
    """The cases of a feature."""
    found: list[Case] = []
    defaults: list[str] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        words = split(line)
        if words[0] == "for":
            defaults = words[1:]
            continue
        arrow = words.index("=>")
        what, facts = words[arrow + 1], [parse_fact(word) for word in words[arrow + 2 :]]
        alternative: list[str] = []
        for word in [*words[:arrow], "|"]:
            if word == "|":
                found.append(Case(feature, number, request(feature, [*defaults, *alternative]), what, facts))
                alternative = []
            else:
                alternative.append(word)
    return found


def split(line: str) -> list[str]:
    """Words, as a shell divides them, but that a `#` and a backslash are characters like others."""
    lexer = shlex.shlex(line, posix=True, punctuation_chars=False)
    lexer.whitespace_split, lexer.commenters, lexer.escape = True, "", ""
    lexer.quotes = "\"'"
    return list(lexer)


def parse_fact(word: str) -> tuple[str, str]:
    """`NAME=VALUE`."""
    name, mark, value = word.partition("=")
    if not mark or name not in ("up", "path", "host", "status", "location", "body") and name[:4] not in ("req:", "res:"):
        raise ValueError(f"{word!r} is no fact")
    return name, value


def request(feature: str, words: list[str]) -> Request:
    """The request that words describe."""
    made: Request = {
        "ingress": f"{feature}/edge", "authority": f"{feature}.table.example", "target": "/", "method": "GET", "port": 80,
        "headers": [], "client": "192.0.2.1",
    }
    for word in words:
        if METHOD.fullmatch(word):
            made["method"] = word
        elif word.startswith("/") or word == "*":
            made["target"] = word
        elif url := re.fullmatch(r"(https?)://([^/]+)(/.*)", word):
            made["authority"], made["target"] = url[2], url[3]
            port = url[2].rpartition(":")[2]
            made["port"] = int(port) if port.isdigit() else 443 if url[1] == "https" else 80
            if url[1] == "https":
                made.setdefault("tls", "1.3")
        elif setting := SETTING.fullmatch(word):
            apply(made, setting[1].split("(")[0], setting[2], setting[3])
        elif HEADER.match(word):
            name, _, value = word.partition(":")
            made["headers"].append([name, value[1:]])
        else:
            raise ValueError(f"{feature}: {word!r} is no part of a request")
    return made


def apply(made: Request, name: str, provider: str | None, value: str) -> None:
    """Puts a setting into a request."""
    if name == "token":
        token = {"forged": True} if value == "forged" else {"claims": json.loads(value)}
        made["token"] = token | ({"provider": provider} if provider else {})
    elif name == "port":
        made["port"] = int(value)
    else:
        made[{"host": "authority", "from": "client"}.get(name, name)] = value


def faults(case: Case, answer: Answer, observed: Observed) -> list[str]:
    """What the interpreter or Envoy says against the table, and in what they differ."""
    said = interpreter_facts(answer)
    seen = envoy_facts(observed)
    found = []
    for who, facts in (("the interpreter", said), ("Envoy", seen)):
        # Of redirects Envoy tells the target alone, which is compared anyhow; what it refuses may have passed a route.
        is_silent = facts is seen and (answer["result"] == "redirect" or is_refusal(case, observed))
        if facts["what"] != case.what and not is_silent:
            found.append(f"{who} says {facts['what']!r} and not {case.what!r}")
        for name, wanted in case.facts:
            if wanted == "*" or (name == "body" and case.request["method"] == "HEAD"):
                continue
            got = facts.get(name, "-")
            if name == "up":
                holds = set(got.split(",")) == set(wanted.split(",")) if facts is said else got in wanted.split(",")
            else:
                holds = got == wanted
            if not holds:
                found.append(f"{who} says {name}={got!r} and not {wanted!r}")
    return found + exchange.differences(case.request, answer, observed)


def is_refusal(case: Case, observed: Observed) -> bool:
    """Whether Envoy answered with the status itself, on whichever route: with its own words, or as a gRPC status."""
    if not case.what.isdigit() or observed.echo is not None:
        return False
    status = int(case.what)
    return observed.status == status or observed.first("grpc-status") == str(exchange.GRPC_STATUS.get(status, 2))


def interpreter_facts(answer: Answer) -> dict[str, str]:
    """The facts of the interpreter's answer."""
    facts = {"what": answer.get("arm") or "-"}
    if answer["result"] == "none":
        facts["what"] = "none"
    elif answer["result"] == "refused":
        facts["what"] = str(answer["status"])
    for name in ("status", "path", "host", "location", "body"):
        if name in answer:
            facts[name] = str(answer[name])
    if "upstreams" in answer:
        facts["up"] = ",".join(sorted(answer["upstreams"]))
    for kind, prefix in (("request", "req:"), ("response", "res:")):
        facts |= {prefix + name: ",".join(values) for name, values in answer.get(kind, {}).items()}
    return facts


def envoy_facts(observed: Observed) -> dict[str, str]:
    """The facts of what Envoy did."""
    if observed.failure:
        return {"what": "none"}
    echo = observed.echo
    facts = {"status": str(observed.status), "body": observed.body}
    facts |= {"res:" + name: ",".join(values) for name, values in observed.headers.items()}
    if location := observed.first("location"):
        facts["location"] = location
    arm = observed.first("x-arm")
    refused = echo is None and observed.status >= 400
    facts["what"] = arm if arm is not None else str(observed.status) if refused else "-"
    if echo:
        headers = exchange.grouped(echo["headers"])
        facts |= {"path": echo["target"], "host": headers.get("host", ["-"])[0]}
        facts["up"] = exchange.UPSTREAMS.get(echo["place"], "?")
        facts |= {"req:" + name: ",".join(values) for name, values in headers.items()}
    return facts


def check_shape(report: harness.Report, table: dict[str, list[Case]]) -> None:
    """The table is as large as it has to be, and half of it is about what must not happen."""
    count = sum(map(len, table.values()))
    negative = sum(case.is_negative for found in table.values() for case in found)
    report.check(count >= LEAST_CASES, f"the table has {count} cases of {len(table)} features")
    report.check(negative * 2 >= count, f"{negative} of them are of requests that the feature's routes must not take")
    few = {name: len(found) for name, found in table.items() if len(found) < LEAST_OF_A_FEATURE}
    report.check(not few, f"each feature has {LEAST_OF_A_FEATURE} cases or more", few)


def check_shares(report: harness.Report, client: Client) -> None:
    """A split draws by its shares: 600 times 50%, within six standard deviations, and 0% never."""
    drawn = {"/half": 0, "/zero": 0}
    for target in drawn:
        for _ in range(600):
            echo = client.send(request("split", [target])).echo
            drawn[target] += echo is not None and exchange.UPSTREAMS[echo["place"]] == "u1"
    report.check(226 <= drawn["/half"] <= 374, f"half of 600 requests go to each of two upstreams: {drawn['/half']}", drawn)
    report.check(drawn["/zero"] == 600, "a share of 0% gets none of 600 requests", drawn)


def run(report: harness.Report, work: Path) -> None:
    """Builds, serves and asks."""
    started = time.monotonic()
    table = {
        path.parent.name: cases(path.parent.name, path.read_text()) for path in sorted(TABLE.glob("*/cases.txt"))
    }
    check_shape(report, table)
    made = exchange.shared_files(work / "shared") / "geo.mmdb"
    report.check((TABLE / "common" / "geo.mmdb").read_bytes() == made.read_bytes(), "the database is made of geo.tsv")
    # A copy: a build writes the lock beside its sources.
    shutil.copytree(TABLE, work / "table")
    exchange.bring_up()
    backends = exchange.start_backends()
    all_cases = [case for found in table.values() for case in found]
    answers: list[Answer] = []
    seen: dict[str, list[Observed]] = {}
    for form in ("list", "tree"):
        harness.build(work / "table", work / form, "--route-form", form)
        answers = answers or exchange.ask_interpreter(work / "table", [case.request for case in all_cases])
        report.check(len(answers) == len(all_cases), f"{form}: the interpreter answers every case", len(answers))
        addresses = exchange.subscribed(exchange.instance(work / form), work / f"run-{form}")
        trees = exchange.trees(work / f"run-{form}")
        report.check((trees >= LEAST_TREES) == (form == "tree"), f"{form}: {trees} virtual hosts have a tree of routes")
        edge = Edge(work / f"run-{form}", "bootstrap.json")
        problem = edge.await_listeners(addresses)
        if not report.check(problem is None, f"{form}: Envoy serves the table", problem):
            return
        client = Client(addresses)
        seen[form] = [client.send(case.request) for case in all_cases]
        check_cases(report, form, all_cases, answers, seen[form])
        check_shares(report, client)
        report.check(edge.is_up(), f"{form}: Envoy is still there", edge.log.read_text()[-2000:])
        client.close()
        edge.stop()
    unlike = [
        f"\n  {case}\n    " + "\n    ".join(found)
        for case, first, second in zip(all_cases, seen["list"], seen["tree"], strict=True)
        if (found := exchange.disparities(first, second))
    ]
    report.check(not unlike, f"lists and trees answer {len(all_cases)} cases alike", "".join(unlike))
    report.check(backends.poll() is None, "the backends are still there")
    print(f"     {time.monotonic() - started:.1f} s")


def check_cases(
    report: harness.Report, form: str, all_cases: list[Case], answers: list[Answer], seen: list[Observed]
) -> None:
    """Table, interpreter and Envoy say the same of each case."""
    for name in dict.fromkeys(case.feature for case in all_cases):
        wrong: list[str] = []
        count = 0
        for case, answer, observed in zip(all_cases, answers, seen, strict=True):
            if case.feature != name:
                continue
            count += 1
            if fault := faults(case, answer, observed):
                lines = [*fault, f"interpreter {json.dumps(answer)}", f"Envoy {observed}"]
                wrong.append(f"\n  {case}\n    " + "\n    ".join(lines))
        report.check(not wrong, f"{form}, {name}: {count} cases", "".join(wrong))


if __name__ == "__main__":
    harness.main(run)
