"""Reads the compiler's tokens by a tree-sitter grammar, as its lexer and src/scanner.c hand them on."""

from .corpus import Text
from .lexing import Lexer
from .productions import LITERALS, Productions, Recognizer, literal
from .scanner import Scanner

#: The rule of each class of tokens that is one.
TERMINALS = {kind: rule for rule, kind in LITERALS.items()}


class Reader:
    """A grammar with its lexer and its scanner."""

    def __init__(self, grammar: Productions, lexer: Lexer, scanner: Scanner) -> None:
        self.grammar = grammar
        self.lexer = lexer
        self.scanner = scanner

    def refusal(self, text: Text) -> str | None:
        """Where the grammar stops, in one sentence; None if it takes the text."""
        recognizer = Recognizer(self.grammar)
        characters = text.content.decode("latin-1")  # one character a byte
        comments = sorted((start, end) for _, start, end in text.comments)
        position = 0
        for kind, start, end in [*text.tokens, ("endOfFile", len(text.content), len(text.content))]:
            touches = start == position
            gap = [each for each in comments if position <= each[0] < start]
            self._line_ends(recognizer, text.content, position, gap)
            if kind == "endOfFile":
                break
            spelling = characters[start:end]
            expected = recognizer.expected
            terminal = _terminal(kind, spelling, touches, expected)
            line = text.content.count(b"\n", 0, start) + 1
            place = f"{text.path}:{line}"
            if terminal not in expected:
                return f"{place}: `{spelling}` is not expected, but {' '.join(sorted(expected))}"
            if terminal in self.lexer.expressions:
                word, length = self.lexer.word(characters, start, expected)
                if (word, length) != (terminal, end - start):
                    return f"{place}: `{spelling}` is `{characters[start:start + length]}`, a {word or 'mistake'}"
            recognizer.read(terminal)
            position = end
        if recognizer.is_complete:
            return None
        return f"{text.path}: the end is not expected, but {' '.join(sorted(recognizer.expected))}"

    def _line_ends(self, recognizer: Recognizer, content: bytes, position: int, comments: list) -> None:
        """Reads the line ends between two tokens: before and behind each comment the scanner is asked again."""
        for start in [position, *(end for _, end in comments)]:
            token, _ = self.scanner.token(content, start, recognizer.expected)
            if token:
                recognizer.read(token)


def _terminal(kind: str, spelling: str, touches: bool, expected: set[str]) -> str:
    """What the lexer makes of a token where these are expected: a literal that has to touch wins over one that need
    not, and a word that is expected as itself over a name."""
    if kind in TERMINALS and kind != "name":
        return TERMINALS[kind]
    if touches and literal(spelling, touches=True) in expected:
        return literal(spelling, touches=True)
    if kind == "name" and literal(spelling) not in expected:
        return "name"
    return literal(spelling)
