"""Reads tree-sitter queries and says what in them the grammar does not have."""

import re
from dataclasses import dataclass, field
from pathlib import Path

TOKEN = re.compile(r'\s+|;[^\n]*|(?P<text>"(?:[^"\\]|\\.)*")|(?P<mark>[()\[\]])|(?P<word>[^\s()\[\]";]+)')


@dataclass
class Vocabulary:
    """What a query may name."""

    literals: set[str] = field(default_factory=set)
    #: The fields of each node.
    nodes: dict[str, set[str]] = field(default_factory=dict)

    def __init__(self, grammar: dict) -> None:
        self.grammar = grammar
        self.literals = set()
        self.nodes = {}
        for name, rule in grammar["rules"].items():
            if not name.startswith("_"):
                self.nodes[name] = self._fields(rule, {name})
            self._collect(rule)

    def _collect(self, rule: dict) -> None:
        if rule["type"] == "STRING":
            self.literals.add(rule["value"])
        if rule["type"] == "ALIAS" and rule["named"]:
            inner = rule["content"]
            fields = self._fields(self.grammar["rules"][inner["name"]], set()) if inner["type"] == "SYMBOL" else set()
            self.nodes.setdefault(rule["value"], set()).update(fields)
        for child in self._children(rule):
            self._collect(child)

    @staticmethod
    def _children(rule: dict) -> list[dict]:
        return [*rule.get("members", []), *([rule["content"]] if "content" in rule else [])]

    def _fields(self, rule: dict, seen: set[str]) -> set[str]:
        """The fields of a node: its rule's own, and those of rules that leave no node."""
        found = {rule["name"]} if rule["type"] == "FIELD" else set()
        if rule["type"] == "SYMBOL" and rule["name"].startswith("_") and rule["name"] in self.grammar["rules"]:
            if rule["name"] not in seen:
                found |= self._fields(self.grammar["rules"][rule["name"]], seen | {rule["name"]})
        for child in self._children(rule):
            found |= self._fields(child, seen)
        return found


def problems(path: Path, vocabulary: Vocabulary) -> list[str]:
    """What is wrong with a query: one sentence each."""
    text = path.read_text()
    found: list[str] = []
    # What is open: a node's name, `[`, or a predicate.
    open_marks: list[str] = []
    position = 0
    after_mark = False
    while position < len(text):
        match = TOKEN.match(text, position)
        if match is None:
            return [*found, f"{path.name}: cannot be read at byte {position}"]
        position = match.end()
        if match.lastgroup is None:
            continue
        token = match.group()
        inside_predicate = any(mark.startswith("#") for mark in open_marks)
        if token in "([":
            open_marks.append(token)
        elif token in ")]":
            if not open_marks or (open_marks.pop() == "[") != (token == "]"):
                return [*found, f"{path.name}: `{token}` closes nothing at byte {position}"]
        elif match.lastgroup == "text":
            spelling = token[1:-1].replace('\\"', '"').replace("\\\\", "\\")
            if not inside_predicate and spelling not in vocabulary.literals:
                found.append(f"{path.name}: the grammar has no `{spelling}`")
        elif token.startswith("#"):
            open_marks[-1] = token
        elif after_mark and open_marks[-1] == "(":
            open_marks[-1] = token
            if token != "_" and token not in vocabulary.nodes:
                found.append(f"{path.name}: the grammar has no node `{token}`")
        elif token.endswith(":"):
            node = next((mark for mark in reversed(open_marks) if mark not in "(["), "")
            if token[:-1] not in vocabulary.nodes.get(node, set()):
                found.append(f"{path.name}: `{node}` has no field `{token[:-1]}`")
        elif not inside_predicate and not re.fullmatch(r"@[a-z.]+|[.*+?_]|\.|[a-z.]+", token):
            found.append(f"{path.name}: `{token}` is nothing that a query holds")
        after_mark = token == "("
    if open_marks:
        found.append(f"{path.name}: `{open_marks[-1]}` is not closed")
    return found
