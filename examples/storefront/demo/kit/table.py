"""Reads the table of requests, and judges what answered them."""

import fnmatch
import math
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from .client import Answer, Request
from .cohort import bucket
from .keys import TokenIssuer

#: A drawn share may be this many standard deviations off: wrong by chance once in 100,000 rows.
DEVIATIONS = 4.5


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    kind: str
    request: str
    source: str
    options: tuple[str, ...]
    route: str
    upstream: str
    expected: str
    down: tuple[str, ...]

    @property
    def draws(self) -> int:
        """How often the request is sent."""
        return next((int(option[6:]) for option in self.options if option.startswith("draws:")), 1)


@dataclass
class Outcome:
    """What answered a row."""

    endpoint: str
    got: str
    matches: bool


def read(path: Path) -> list[Row]:
    """Reads the table; the first line without `#` names the columns."""
    lines = [line for line in path.read_text().splitlines() if line and not line.startswith("#")]
    rows: list[Row] = []
    for line in lines[1:]:
        kind, request, source, options, route, upstream, expected, down = line.split("\t")
        rows.append(Row(kind, request, source, words(options), route, upstream, expected, words(down)))
    return rows


def words(text: str) -> tuple[str, ...]:
    """The words of a column; `-` is none."""
    return () if text == "-" else tuple(text.split())


class Builder:
    """Makes requests out of rows, with tokens signed for this run."""

    def __init__(self, issuer: TokenIssuer, forger: TokenIssuer) -> None:
        self.issuer = issuer
        self.forger = forger

    def requests(self, row: Row) -> list[Request]:
        """The row's requests; each has a key of its own where a cohort is looked at."""
        if row.expected.startswith("cohort "):
            return [self.request(row, f"visitor-{number}") for number in range(row.draws)]
        return [self.request(row)] * row.draws

    def request(self, row: Row, visitor: str | None = None) -> Request:
        """One request; `visitor` becomes the cookie `sid`."""
        method, url = row.request.split(" ", 1)
        headers: list[tuple[str, str]] = []
        cookies = [f"sid={visitor}"] if visitor else []
        body, tls_maximum, verify = b"", None, True
        for option in row.options:
            kind, _, value = option.partition(":")
            if kind == "header":
                headers.append(tuple(value.split("=", 1)))  # type: ignore[arg-type]
            elif kind == "cookie":
                cookies.append(value)
            elif kind.startswith("jwt"):
                headers.append(("authorization", f"Bearer {self.token(kind, value)}"))
            elif kind == "body":
                headers.append(("content-type", value))
                body = b"x" * 100
            elif kind == "tls":
                tls_maximum = "TLSv" + value.replace(".", "_")
            elif kind == "any-certificate":
                verify = False
            elif kind != "draws":
                raise ValueError(f"unknown option {option}")
        if cookies:
            headers.append(("cookie", "; ".join(cookies)))
        return Request(method, url, row.source, tuple(headers), body, tls_maximum, verify)

    def token(self, kind: str, claims: str) -> str:
        """The token that an option asks for."""
        values = dict(claim.split("=", 1) for claim in claims.split(",")) if claims else {"sub": "u-17"}
        signer = self.forger if kind == "jwt-forged" else self.issuer
        return signer.token(values.pop("aud", "shop"), values, valid=-3600 if kind == "jwt-expired" else 3600)


def judge(row: Row, answers: list[Answer]) -> Outcome:
    """Compares the answers with what the row expects."""
    first = answers[0]
    echo = first.echo
    endpoint = f"{echo['address']}:{echo['port']}" if echo else "-"
    if row.expected.startswith("cohort "):
        return judge_cohort(row, answers)
    if row.draws > 1:
        return judge_shares(row, answers)
    wanted = row.expected.split()
    if wanted[0] == "closed":
        matches = first.status == 0 and all(word in first.failure for word in wanted[1:])
        return Outcome("-", describe(first, wanted[:1]), matches)
    if wanted[0].isdigit():
        matches = first.status == int(wanted[0])
        for item in wanted[1:]:
            name, _, value = item.partition("=")
            matches = matches and first.headers.get(name) == value.replace("_", " ")
        return Outcome("-" if first.status >= 300 else endpoint, describe(first, wanted), matches)
    matches = first.status == 200 and fnmatch.fnmatchcase(str(echo.get("backend", "")), wanted[0])
    for item in wanted[1:]:
        name, _, value = item.partition("=")
        matches = matches and echo.get(name) == value
    return Outcome(endpoint, describe(first, wanted), matches)


def describe(answer: Answer, wanted: list[str]) -> str:
    """The answer in the words of the expectation: the same things are told of it."""
    if answer.status == 0:
        return f"closed ({answer.failure})"
    echo = answer.echo
    parts = [str(echo["backend"]) if echo else str(answer.status)]
    for item in wanted[1:]:
        name, _, _ = item.partition("=")
        value = echo.get(name) if echo else answer.headers.get(name)
        parts.append(f"{name}={value}".replace(" ", "_"))
    return " ".join(parts)


def judge_shares(row: Row, answers: list[Answer]) -> Outcome:
    """Every answer must come from one of the sides, and each side's share must be what chance allows."""
    wanted = row.expected.split()
    sides = [(int(share[:-1]) / 100, pattern) for share, pattern in zip(wanted[::2], wanted[1::2], strict=True)]
    counts = Counter[str]()
    endpoints: set[str] = set()
    for answer in answers:
        name = str(answer.echo.get("backend", answer.failure or answer.status))
        side = next((pattern for _, pattern in sides if fnmatch.fnmatchcase(name, pattern)), name)
        counts[side] += 1
        endpoints.add(f"{answer.echo.get('address')}:{answer.echo.get('port')}")
    total = len(answers)
    matches = total == row.draws and sum(counts[pattern] for _, pattern in sides) == total
    for share, pattern in sides:
        allowed = DEVIATIONS * math.sqrt(share * (1 - share) / total)
        matches = matches and counts[pattern] > 0 and abs(counts[pattern] / total - share) <= allowed
    got = " ".join(f"{100 * count / total:.1f}% {side}" for side, count in counts.most_common())
    return Outcome(f"{len(endpoints)} endpoints", got, matches)


def judge_cohort(row: Row, answers: list[Answer]) -> Outcome:
    """Every visitor must be on the side that the hash of the key says."""
    _, salt, share, inside, outside = row.expected.split()
    limit = int(share[:-1]) * 10_000
    wrong = members = 0
    for number, answer in enumerate(answers):
        is_member = bucket(f"visitor-{number}", salt) < limit
        members += is_member
        name = str(answer.echo.get("backend", ""))
        wrong += not fnmatch.fnmatchcase(name, inside if is_member else outside)
    got = f"{members} of {len(answers)} inside, {wrong} on the wrong side"
    return Outcome("-", got, wrong == 0 and len(answers) == row.draws and 0 < members < len(answers))
