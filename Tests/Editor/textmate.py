"""The TextMate grammar says of every token what the compiler says: the whole corpus, byte by byte."""

import json
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Support"))
sys.path.insert(1, str(Path(__file__).resolve().parent))
from harness import Report  # noqa: E402
from editor import corpus, peer, tokenizer  # noqa: E402

#: The scope of each class of tokens. A plain name has one of several: what it is follows from what stands beside it.
SCOPES = {
    "invalid": ["invalid.illegal"],
    "leftBrace": ["punctuation.section.block.begin"],
    "rightBrace": ["punctuation.section.block.end"],
    "leftParenthesis": ["punctuation.section.parens.begin"],
    "rightParenthesis": ["punctuation.section.parens.end"],
    "leftBracket": ["punctuation.section.brackets.begin"],
    "rightBracket": ["punctuation.section.brackets.end"],
    "comma": ["punctuation.separator.comma"],
    "semicolon": ["punctuation.terminator.statement"],
    "colon": ["punctuation.separator.key-value"],
    "dot": ["punctuation.accessor"],
    "arrow": ["keyword.operator.arrow"],
    "equal": ["keyword.operator.assignment"],
    "pipe": ["keyword.operator.alternative"],
    "less": ["keyword.operator.comparison"],
    "lessOrEqual": ["keyword.operator.comparison"],
    "greater": ["keyword.operator.comparison"],
    "greaterOrEqual": ["keyword.operator.comparison"],
    "name": [
        "variable.other",
        "constant.other",
        "entity.name.label",
        "entity.name.type",
        "entity.name.constant",
        "entity.name.function",
        "keyword.control.import",
        "keyword.other",
        "storage.modifier",
        "storage.type",
        "support.variable",
    ],
    "dottedName": ["variable.other.dotted"],
    "hostPattern": ["constant.other.host-pattern"],
    "slashedName": ["constant.other.slashed-name"],
    "integer": ["constant.numeric.integer"],
    "decimal": ["constant.numeric.decimal"],
    "version": ["constant.numeric.version"],
    "address": ["constant.numeric.address"],
    "prefix": ["constant.numeric.prefix"],
    "addressRange": ["constant.numeric.address-range"],
    "integerRange": ["constant.numeric.range"],
    "endpoint": ["constant.numeric.endpoint"],
    "asNumber": ["constant.numeric.as-number"],
    "community": ["constant.numeric.community"],
    "duration": ["constant.numeric.duration"],
    "size": ["constant.numeric.size"],
    "rate": ["constant.numeric.rate"],
    "bandwidth": ["constant.numeric.bandwidth"],
    "percentage": ["constant.numeric.percentage"],
    "statusClass": ["constant.numeric.status-class"],
    "url": ["string.unquoted.url"],
    "path": ["string.unquoted.path"],
    "regex": ["string.regexp"],
    "string": ["string.quoted.double", "invalid.illegal.single-quotes"],
    "blockString": ["string.quoted.triple"],
    "comment": ["comment.line.double-slash"],
    "documentation": ["comment.line.documentation"],
}
for scope, words in {
    "keyword.control": "else for if otherwise under when",
    "keyword.control.outcome": "close redirect respond split",
    "keyword.operator.word": "and exists implies in is matches not or starts",
    "constant.language.boolean": "false true",
    "constant.language.quantity": "all any",
    "storage.type": "let",
    "keyword.other": "because",
}.items():
    for word in words.split():
        SCOPES[f"keyword{word.capitalize()}"] = [scope]

#: What the compiler takes for a word of its own, and says to write so: `==` for `is`.
FOREIGN = {"keywordIs": {"==", "===", "!="}, "keywordNot": {"!"}, "keywordAnd": {"&&"}, "keywordOr": {"||"}}

#: Where the texts come from that another tokenizer reads too. It takes its time.
PEER_READS = {"examples", "tests", "docs"}

#: Scopes of whole tokens that may hold anything: where one stands, the compiler has to have one too.
OPAQUE = ("comment.", "string.", "invalid.illegal.single-quotes")


def is_of(scope: str, wanted: list[str]) -> bool:
    """Whether a scope is one of these, or a kind of one."""
    return any(scope == name + ".epic" or scope.startswith(name + ".") for name in wanted)


def disagreements(text: corpus.Text, regions: list[tokenizer.Region]) -> list[str]:
    """What the grammar says otherwise than the compiler, one sentence each."""
    by_span: dict[tuple[int, int], list[str]] = {}
    for region in regions:
        by_span.setdefault((region.start, region.end), []).append(region.scopes[-1])
    found = []
    expected = set()
    for kind, start, end in [*text.tokens, *text.comments]:
        wanted = SCOPES[kind]
        spelling = text.content[start:end].decode(errors="replace")
        if spelling in FOREIGN.get(kind, ()):
            wanted = SCOPES["invalid"]
        expected.add((start, end))
        scopes = by_span.get((start, end), [])
        if not any(is_of(scope, wanted) for scope in scopes):
            around = [region for region in regions if region.start < end and region.end > start]
            shown = ", ".join(f"{region.scopes[-1]} {region.start}..{region.end}" for region in around[:4])
            line = text.content.count(b"\n", 0, start) + 1
            found.append(f"{text.path}:{line}: `{spelling}` ({start}..{end}) is {kind}, not {shown or 'nothing'}")
    for region in regions:
        if region.scopes[-1].startswith(OPAQUE) and len(region.scopes) == 2:
            if (region.start, region.end) not in expected:
                spelling = text.content[region.start : region.end].decode(errors="replace")
                found.append(f"{text.path}: `{spelling}` is {region.scopes[-1]} here only")
    return found


def main() -> int:
    """Compares the grammar with the compiler."""
    report = Report()
    grammar = json.loads((corpus.ROOT / "Grammar" / "textmate" / "epic.tmLanguage.json").read_text())
    engine = tokenizer.Tokenizer(grammar)
    kinds = set(json.loads(corpus.tool("tokens", "--kinds"))) | {"comment", "documentation"}
    report.check(kinds - {"endOfFile"} == set(SCOPES), "every class of tokens has a scope", kinds ^ set(SCOPES))
    seen: Counter[str] = Counter()
    everything = corpus.texts()
    other = peer.Peer(grammar, corpus.WORK)
    for place, texts in everything.items():
        found = []
        tokens = 0
        for text in texts:
            regions = engine.tokenize(text.content.decode(errors="replace"))
            found += disagreements(text, regions)
            tokens += len(text.tokens) + len(text.comments)
            seen.update(kind for kind, _, _ in [*text.tokens, *text.comments])
        for line in found[:20]:
            print(line)
        claim = f"{place}: {len(texts)} texts, {tokens} tokens and comments have their classes' scopes"
        report.check(not found and tokens > 0, claim, f"{len(found)} have not")
        if place in PEER_READS:
            # It counts characters and not bytes.
            ascii_texts = [text for text in texts if text.content.isascii() and text.is_sound]
            compared = ((text, engine.tokenize(text.content.decode())) for text in ascii_texts)
            differing = [line for text, regions in compared if (line := other.disagreement(text, regions))]
            for line in differing[:5]:
                print(line)
            claim = f"{place}: another tokenizer says the same of {len(ascii_texts)} texts"
            report.check(not differing and bool(ascii_texts), claim, f"not of {len(differing)}")
    report.check(set(SCOPES) == set(seen), "every class of tokens occurs", set(SCOPES) - set(seen))
    print(f"{report.passed} passed, {report.failed} failed, {report.skipped} skipped")
    return 1 if report.failed else 0


if __name__ == "__main__":
    sys.exit(main())
