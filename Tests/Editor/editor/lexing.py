"""What tree-sitter's lexer would make of a token: of the words that the grammar expects the longest, and of equally
long ones the first."""

import regex

from .productions import LITERALS


class Lexer:
    """The words of an evaluated grammar as expressions that take the longest match."""

    #: A block string ends at its first quotes, not at the last ones of the text.
    UNBOUNDED = {"block_string"}

    def __init__(self, grammar: dict) -> None:
        self.grammar = grammar
        self.order = [name for name in grammar["rules"] if name in LITERALS]
        self.expressions = {
            name: regex.compile("(?p)" + self._expression(grammar["rules"][name]))
            for name in self.order
            if name not in self.UNBOUNDED
        }

    def _expression(self, rule: dict) -> str:
        match rule["type"]:
            case "PATTERN":
                return f"(?:{rule['value']})"
            case "STRING":
                return regex.escape(rule["value"])
            case "BLANK":
                return ""
            case "SEQ":
                return "".join(self._expression(member) for member in rule["members"])
            case "CHOICE":
                return "(?:" + "|".join(self._expression(member) for member in rule["members"]) + ")"
            case "REPEAT":
                return f"(?:{self._expression(rule['content'])})*"
            case "REPEAT1":
                return f"(?:{self._expression(rule['content'])})+"
            case "SYMBOL":
                return self._expression(self.grammar["rules"][rule["name"]])
        return self._expression(rule["content"])

    def word(self, text: str, position: int, expected: set[str]) -> tuple[str, int]:
        """The rule of the word at a position, of those that are expected, and its length; nothing if none fits."""
        best = ("", 0)
        for name in self.order:
            if name in expected and name in self.expressions:
                match = self.expressions[name].match(text, position)
                if match and match.end() - position > best[1]:
                    best = (name, match.end() - position)
        return best

