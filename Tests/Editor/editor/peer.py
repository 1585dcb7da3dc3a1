"""A second TextMate tokenizer, written by others: it has to say what the one beside this file says."""

import contextlib
import logging
from pathlib import Path

from textmate_grammar.parsers.base import LanguageParser

from . import tokenizer
from .corpus import Text


class Peer:
    """The other tokenizer with a grammar."""

    def __init__(self, grammar: dict, folder: Path) -> None:
        logging.disable(logging.WARNING)  # it tells of every match that has no scope of its own
        with contextlib.chdir(folder):  # it makes a cache where it starts
            self.parser = LanguageParser(grammar)
        self.outermost = (grammar["scopeName"],)

    def disagreement(self, text: Text, regions: list[tokenizer.Region]) -> str | None:
        """The first character that it gives other scopes; None if there is none. Blanks are left out."""
        characters = text.content.decode()
        own = [self.outermost] * len(characters)
        for region in sorted(regions, key=lambda each: (each.start, -each.end, len(each.scopes))):
            for position in range(region.start, region.end):
                if len(region.scopes) >= len(own[position]):
                    own[position] = region.scopes
        starts = [0]
        for line in characters.split("\n"):
            starts.append(starts[-1] + len(line) + 1)
        other = [self.outermost] * len(characters)
        tree = self.parser.parse_string(characters)
        for (line, column), part, scopes in tree.flatten() if tree else ():
            first = starts[line] + column
            other[first : first + len(part)] = [tuple(scopes)] * len(part)
        for position, character in enumerate(characters):
            if not character.isspace() and own[position] != other[position]:
                line = characters.count("\n", 0, position) + 1
                return f"{text.path}:{line}: `{character}` is {own[position]}, and {other[position]} to the other"
        return None
