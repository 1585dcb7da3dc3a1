"""A tree-sitter grammar as plain productions over the compiler's tokens, and what can be asked of them."""

from collections import defaultdict
from dataclasses import dataclass, field

#: Rules that stand for one token of the compiler each, whatever they are made of.
LITERALS = {
    "integer": "integer",
    "integer_range": "integerRange",
    "decimal": "decimal",
    "version": "version",
    "percentage": "percentage",
    "duration": "duration",
    "size": "size",
    "rate": "rate",
    "bandwidth": "bandwidth",
    "status_class": "statusClass",
    "address": "address",
    "prefix": "prefix",
    "address_range": "addressRange",
    "endpoint": "endpoint",
    "as_number": "asNumber",
    "community": "community",
    "name": "name",
    "dotted_name": "dottedName",
    "host_pattern": "hostPattern",
    "slashed_name": "slashedName",
    "url": "url",
    "path": "path",
    "regex": "regex",
    "string": "string",
    "block_string": "blockString",
}

END = "$end"


def literal(text: str, touches: bool = False) -> str:
    """The terminal of a literal, which may have to touch the token before it. Quoted, it is no rule's name."""
    return ("!" if touches else "") + f'"{text}"'


@dataclass(frozen=True)
class Production:
    """`head` is `body`; `rule` is the grammar's own rule that it comes from."""

    head: str
    body: tuple[str, ...]
    rule: str
    precedence: int = 0


@dataclass
class Productions:
    """All productions. A symbol without one is a terminal: a class of tokens, a literal, or an external token."""

    of: dict[str, list[Production]] = field(default_factory=dict)
    start: str = ""

    def is_terminal(self, symbol: str) -> bool:
        """Whether the symbol is a token."""
        return symbol not in self.of


class Expansion:
    """Takes the rules of an evaluated grammar apart, as tree-sitter does: repetitions become rules of their own, one
    for each content."""

    def __init__(self, grammar: dict) -> None:
        self.grammar = grammar
        self.result = Productions()
        self.repetitions: dict[str, str] = {}

    def run(self) -> Productions:
        """The productions of all rules that the first one reaches."""
        self.result.start = next(iter(self.grammar["rules"]))
        pending = [self.result.start]
        while pending:
            name = pending.pop()
            if name in self.result.of:
                continue
            self.result.of[name] = []
            self.precedence = 0
            for body in self._bodies(self.grammar["rules"][name], name):
                self.result.of[name].append(Production(name, tuple(body), name, self.precedence))
            for symbols in [each.body for head in list(self.result.of) for each in self.result.of[head]]:
                pending += [each for each in symbols if each in self.grammar["rules"] and each not in LITERALS]
        return self.result

    def _bodies(self, rule: dict, name: str) -> list[list[str]]:
        """The alternatives of a rule, each a sequence of symbols."""
        match rule["type"]:
            case "BLANK":
                return [[]]
            case "SYMBOL":
                return [[rule["name"]]]
            case "STRING":
                return [[literal(rule["value"])]]
            case "IMMEDIATE_TOKEN":
                return [[literal(rule["content"]["value"], touches=True)]]
            case "ALIAS" | "FIELD":
                return self._bodies(rule["content"], name)
            case "PREC" | "PREC_LEFT" | "PREC_RIGHT":
                self.precedence = rule["value"]
                return self._bodies(rule["content"], name)
            case "CHOICE":
                found: list[list[str]] = []
                for member in rule["members"]:
                    found += [body for body in self._bodies(member, name) if body not in found]
                return found
            case "SEQ":
                bodies: list[list[str]] = [[]]
                for member in rule["members"]:
                    bodies = [left + right for left in bodies for right in self._bodies(member, name)]
                return bodies
            case "REPEAT1":
                return [[self._repetition(rule["content"], name)]]
            case "REPEAT":
                return [[], [self._repetition(rule["content"], name)]]
        raise ValueError(f"`{name}` holds {rule['type']}")

    def _repetition(self, content: dict, name: str) -> str:
        key = repr(content)
        if key not in self.repetitions:
            symbol = f"{name}_repeat{len(self.repetitions)}"
            self.repetitions[key] = symbol
            bodies = self._bodies(content, name)
            self.result.of[symbol] = [Production(symbol, tuple(body), name) for body in bodies]
            self.result.of[symbol] += [Production(symbol, (symbol, *body), name) for body in bodies]
        return self.repetitions[key]


def nullable(grammar: Productions) -> set[str]:
    """The rules that derive nothing."""
    found: set[str] = set()
    while True:
        more = {
            head
            for head, alternatives in grammar.of.items()
            if head not in found and any(all(symbol in found for symbol in each.body) for each in alternatives)
        }
        if not more:
            return found
        found |= more


class Recognizer:
    """Earley's algorithm. After each token it knows exactly which tokens may come next, as the tables of an LR(1)
    parser do: what tree-sitter gives its scanner."""

    def __init__(self, grammar: Productions) -> None:
        self.grammar = grammar
        self.nullable = nullable(grammar)
        self.sets: list[dict] = []
        self.waiting: list[dict[str, list]] = []
        self._begin([(Production("$start", (grammar.start,), "$start"), 0, 0)])

    def _begin(self, items: list) -> None:
        """Closes a set of items over what they expect and what they complete."""
        position = len(self.sets)
        seen = dict.fromkeys(items)
        waiting: dict[str, list] = defaultdict(list)
        self.sets.append(seen)
        self.waiting.append(waiting)
        pending = list(seen)
        while pending:
            production, dot, origin = item = pending.pop()
            if dot == len(production.body):
                for waiter in list(self.waiting[origin].get(production.head, ())):
                    self._add((waiter[0], waiter[1] + 1, waiter[2]), seen, pending)
                continue
            symbol = production.body[dot]
            waiting[symbol].append(item)
            if self.grammar.is_terminal(symbol):
                continue
            for alternative in self.grammar.of[symbol]:
                self._add((alternative, 0, position), seen, pending)
            if symbol in self.nullable:
                self._add((production, dot + 1, origin), seen, pending)

    @staticmethod
    def _add(item: tuple, seen: dict, pending: list) -> None:
        if item not in seen:
            seen[item] = None
            pending.append(item)

    @property
    def expected(self) -> set[str]:
        """The tokens that may come next."""
        return {symbol for symbol in self.waiting[-1] if self.grammar.is_terminal(symbol)}

    @property
    def is_complete(self) -> bool:
        """Whether what was read is a whole file."""
        return any(item[0].head == "$start" and item[1] == 1 for item in self.sets[-1])

    def read(self, terminal: str) -> None:
        """Reads a token that is expected."""
        self._begin([(production, dot + 1, origin) for production, dot, origin in self.waiting[-1][terminal]])
