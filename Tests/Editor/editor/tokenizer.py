"""A TextMate tokenizer as editors have it: line by line, on Oniguruma's expressions.

It does what the grammar of this repository uses: `match`, `begin` and `end`, captures with a name or with patterns of
their own, `include` of the repository. What it knows not (`while`, other grammars) is refused when a grammar is read,
never ignored.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import onigurumacffi

#: What a rule may hold.
KNOWN = {"name", "match", "begin", "end", "captures", "beginCaptures", "endCaptures", "patterns", "include"}


@dataclass(frozen=True)
class Region:
    """A part of the text that one rule or capture gave a scope: bytes, and the scopes from the outermost to its own."""

    start: int
    end: int
    scopes: tuple[str, ...]


@dataclass(frozen=True)
class Frame:
    """A rule whose end has not come yet."""

    rule: dict
    scopes: tuple[str, ...]
    start: int


class Scanner:
    """Several expressions that are tried at once: the leftmost match wins, then the first in order."""

    def __init__(self, rules: list[dict], end: str | None) -> None:
        self.rules = rules
        expressions = ([end] if end is not None else []) + [rule.get("match", rule.get("begin")) for rule in rules]
        self.has_end = end is not None
        self.set = onigurumacffi.compile_regset(*expressions)

    def search(self, line: str, start: int) -> tuple[dict | None, object] | None:
        """The rule that matches next, None for the end, and its match."""
        index, match = self.set.search(line, start)
        if match is None:
            return None
        if self.has_end:
            index -= 1
        return (None if index < 0 else self.rules[index]), match


class Tokenizer:
    """Tokenizes texts by one grammar."""

    def __init__(self, grammar: dict) -> None:
        self.grammar = grammar
        self.scanners: dict[int, Scanner] = {}
        for rule in [*grammar["patterns"], *grammar["repository"].values()]:
            self._check(rule)
        self.root = {"patterns": grammar["patterns"]}

    def _check(self, rule: dict) -> None:
        if unknown := set(rule) - KNOWN:
            raise ValueError(f"a rule holds {sorted(unknown)}")
        if "include" in rule and rule["include"][1:] not in self.grammar["repository"]:
            raise ValueError(f"{rule['include']} is not in the repository")
        for key in ("captures", "beginCaptures", "endCaptures"):
            for capture in rule.get(key, {}).values():
                self._check(capture)
        for pattern in rule.get("patterns", []):
            self._check(pattern)

    def _rules(self, patterns: list[dict]) -> Iterator[dict]:
        for rule in patterns:
            if "include" in rule:
                yield from self._rules(self.grammar["repository"][rule["include"][1:]]["patterns"])
            elif "match" in rule or "begin" in rule:
                yield rule
            else:
                yield from self._rules(rule["patterns"])

    def _scanner(self, rule: dict) -> Scanner:
        scanner = self.scanners.get(id(rule))
        if scanner is None:
            scanner = Scanner(list(self._rules(rule.get("patterns", []))), rule.get("end"))
            self.scanners[id(rule)] = scanner
        return scanner

    def tokenize(self, text: str) -> list[Region]:
        """The regions of a text, in the order in which they end."""
        regions: list[Region] = []
        stack = [Frame(self.root, (self.grammar["scopeName"],), 0)]
        offset = 0
        for line in _lines(text):
            self._line(line, offset, stack, regions)
            offset += len(line.encode())
        for frame in reversed(stack[1:]):
            regions.append(Region(frame.start, offset, frame.scopes))
        return regions

    def _line(
        self, line: str, offset: int, stack: list[Frame], regions: list[Region], position: int = 0
    ) -> None:
        """Tokenizes a line from a position on; `offset` is where its first byte stands in the text."""
        ascii_only = line.isascii()

        def at(position: int) -> int:
            return offset + (position if ascii_only else len(line[:position].encode()))

        while position <= len(line):
            frame = stack[-1]
            found = self._scanner(frame.rule).search(line, position)
            if found is None:
                return
            rule, match = found
            start, end = match.span()
            if rule is None:
                self._captures(frame.rule.get("endCaptures", {}), match, line, at, frame.scopes, regions)
                stack.pop()
                regions.append(Region(frame.start, at(end), frame.scopes))
                if end == position and frame.start == at(end):
                    return  # opened and closed without a character: editors give the line up
            else:
                scopes = frame.scopes + ((rule["name"],) if "name" in rule else ())
                if "begin" in rule:
                    self._captures(
                        rule.get("beginCaptures", rule.get("captures", {})), match, line, at, scopes, regions
                    )
                    stack.append(Frame(rule, scopes, at(start)))
                else:
                    if "name" in rule:
                        regions.append(Region(at(start), at(end), scopes))
                    self._captures(rule.get("captures", {}), match, line, at, scopes, regions)
                    if end == position and start == end:
                        return
            position = end

    def _captures(self, captures: dict, match, line: str, at, scopes, regions: list[Region]) -> None:
        """Gives the groups of a match their scopes; one inside another has those of the outer one too."""
        open_groups: list[tuple[int, tuple[str, ...]]] = []
        for number in range(len(match._begs)):
            capture = captures.get(str(number))
            if capture is None or match._begs[number] < 0:
                continue
            start, end = match.span(number)
            if start == end:
                continue
            while open_groups and open_groups[-1][0] <= start:
                open_groups.pop()
            outer = open_groups[-1][1] if open_groups else scopes
            inner = outer + ((capture["name"],) if "name" in capture else ())
            if "name" in capture:
                regions.append(Region(at(start), at(end), inner))
                open_groups.append((end, inner))
            if "patterns" in capture:
                # Looked at once more, as a line that ends with the group.
                self._line(line[:end], at(0), [Frame(capture, inner, at(start))], regions, start)


def _lines(text: str) -> list[str]:
    """The lines with their ends: only a newline ends one."""
    lines = text.split("\n")
    return [line + "\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])
