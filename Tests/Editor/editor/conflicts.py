"""Whether one token of look-ahead tells what to do: the conflicts of a grammar's LALR(1) automaton.

Tree-sitter builds LR(1) tables and refuses a grammar with a conflict that it does not declare. A grammar without
LALR(1) conflicts has none in LR(1) either.
"""

from collections import defaultdict
from dataclasses import dataclass

from .productions import END, Production, Productions, nullable

Item = tuple[Production, int]


@dataclass(frozen=True)
class Conflict:
    """Two ways to go on at one token."""

    token: str
    items: tuple[str, ...]
    rules: frozenset[str]


class Automaton:
    """The LR(0) automaton of a grammar, with LALR(1) look-ahead."""

    def __init__(self, grammar: Productions) -> None:
        self.grammar = grammar
        self.nullable = nullable(grammar)
        self._find_first()
        self.root = Production("$start", (grammar.start,), "$start")
        self.kernels: list[frozenset[Item]] = []
        self.numbers: dict[frozenset[Item], int] = {}
        self.moves: list[dict[str, int]] = []
        self._states()
        self.ahead: list[dict[Item, set[str]]] = [{item: set() for item in kernel} for kernel in self.kernels]
        self._look_ahead()

    def _find_first(self) -> None:
        self.first: dict[str, set[str]] = {head: set() for head in self.grammar.of}
        changed = True
        while changed:
            changed = False
            for head, alternatives in self.grammar.of.items():
                before = len(self.first[head])
                for each in alternatives:
                    self.first[head] |= self._first_of(each.body)
                changed = changed or len(self.first[head]) != before

    def _first_of(self, symbols: tuple[str, ...]) -> set[str]:
        found: set[str] = set()
        for symbol in symbols:
            if self.grammar.is_terminal(symbol):
                return found | {symbol}
            found |= self.first[symbol]
            if symbol not in self.nullable:
                return found
        return found

    def _closure(self, kernel: frozenset[Item]) -> list[Item]:
        items = dict.fromkeys(kernel)
        pending = list(items)
        while pending:
            production, dot = pending.pop()
            if dot < len(production.body):
                for each in self.grammar.of.get(production.body[dot], ()):
                    if (each, 0) not in items:
                        items[each, 0] = None
                        pending.append((each, 0))
        return list(items)

    def _number(self, kernel: frozenset[Item]) -> int:
        if kernel not in self.numbers:
            self.numbers[kernel] = len(self.kernels)
            self.kernels.append(kernel)
            self.moves.append({})
        return self.numbers[kernel]

    def _states(self) -> None:
        self._number(frozenset([(self.root, 0)]))
        state = 0
        while state < len(self.kernels):
            moves: dict[str, set[Item]] = defaultdict(set)
            for production, dot in self._closure(self.kernels[state]):
                if dot < len(production.body):
                    moves[production.body[dot]].add((production, dot + 1))
            self.moves[state] = {symbol: self._number(frozenset(items)) for symbol, items in moves.items()}
            state += 1

    def _spread(self, state: int, start: Item, mark: set[str]) -> dict[Item, set[str]]:
        """The closure of one item with the tokens that may follow each."""
        result: dict[Item, set[str]] = {start: set(mark)}
        pending = [start]
        while pending:
            production, dot = item = pending.pop()
            if dot == len(production.body) or production.body[dot] not in self.grammar.of:
                continue
            rest = production.body[dot + 1 :]
            follow = self._first_of(rest)
            if all(symbol in self.nullable for symbol in rest):
                follow = follow | result[item]
            for each in self.grammar.of[production.body[dot]]:
                known = result.setdefault((each, 0), set())
                if not follow <= known or (each, 0) not in pending and not known:
                    known |= follow
                    pending.append((each, 0))
        return result

    def _look_ahead(self) -> None:
        spread: dict[tuple[int, Item], list[tuple[int, Item]]] = defaultdict(list)
        self.ahead[0][self.root, 0].add(END)
        for state, kernel in enumerate(self.kernels):
            for start in kernel:
                for (production, dot), tokens in self._spread(state, start, {"#"}).items():
                    if dot == len(production.body):
                        continue
                    target = self.moves[state][production.body[dot]]
                    moved = (production, dot + 1)
                    self.ahead[target][moved] |= tokens - {"#"}
                    if "#" in tokens:
                        spread[state, start].append((target, moved))
        pending = [(state, item) for state, kernel in enumerate(self.kernels) for item in kernel]
        while pending:
            state, item = pending.pop()
            for target, moved in spread[state, item]:
                if not self.ahead[state][item] <= self.ahead[target][moved]:
                    self.ahead[target][moved] |= self.ahead[state][item]
                    pending.append((target, moved))

    def conflicts(self) -> list[Conflict]:
        """What one token does not decide, nor a precedence."""
        found: dict[Conflict, None] = {}
        for state, kernel in enumerate(self.kernels):
            complete: dict[Item, set[str]] = defaultdict(set)
            for start in kernel:
                for item, tokens in self._spread(state, start, self.ahead[state][start]).items():
                    if item[1] == len(item[0].body):
                        complete[item] |= tokens
            actions: dict[str, list[Item]] = defaultdict(list)
            for item, tokens in complete.items():
                for token in tokens:
                    actions[token].append(item)
            for token, reductions in actions.items():
                shifts = [
                    item
                    for item in kernel
                    if item[1] < len(item[0].body) and token in self._first_of(item[0].body[item[1] : item[1] + 1])
                ]
                if conflict := self._conflict(token, reductions, shifts):
                    found[conflict] = None
        return list(found)

    @staticmethod
    def _conflict(token: str, reductions: list[Item], shifts: list[Item]) -> Conflict | None:
        if len(reductions) == 1 and not shifts:
            return None
        if len(reductions) == 1:
            precedence = reductions[0][0].precedence
            others = {item[0].precedence for item in shifts}
            if min(others) > precedence or max(others) < precedence:
                return None
        items = reductions + shifts
        shown = [
            f"{production.head} = {' '.join([*production.body[:dot], '•', *production.body[dot:]])}"
            for production, dot in items
        ]
        return Conflict(token, tuple(sorted(set(shown))), frozenset(item[0].rule for item in items))
