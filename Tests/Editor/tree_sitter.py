"""The tree-sitter grammar is the language's: rule by rule, word by word, and on the whole corpus."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Support"))
sys.path.insert(1, str(Path(__file__).resolve().parent))
from editor import conflicts, corpus, lexing, productions, query, reading  # noqa: E402
from editor.scanner import Scanner  # noqa: E402
from harness import Report  # noqa: E402

FOLDER = corpus.ROOT / "Grammar" / "tree-sitter-epic"

#: The tree-sitter rule of each rule of part 1 of the EBNF. What starts with `_` leaves no node in the tree.
RULES = {
    "file": "file",
    "separator": "_separator",
    "body": "body",
    "statement": "_statement",
    "use-statement": "use_statement",
    "package-path": "_package_path",
    "export-statement": "export_statement",
    "exported": "_exported",
    "let-statement": "let_statement",
    "if-statement": "if_statement",
    "for-statement": "for_statement",
    "quantifier": "quantifier",
    "requirement": "requirement",
    "cases-statement": "cases_statement",
    "template-declaration": "template_declaration",
    "open-arguments": "open_arguments",
    "parameter-list": "parameter_list",
    "parameter": "parameter",
    "type": "type",
    "type-alternative": "_type_alternative",
    "list-type": "list_type",
    "modified-statement": "modified_statement",
    "modifier": "modifier",
    "override-statement": "override_statement",
    "arm": "arm",
    "otherwise-arm": "otherwise_arm",
    "under-block": "under_block",
    "outcome": "_outcome",
    "outcome-word": "outcome_word",
    "weighted-statement": "weighted_statement",
    "plain-statement": "plain_statement",
    "head": "head",
    "plain-keyword": "_plain_keyword",
    "field": "field",
    "arguments": "arguments",
    "argument-item": "_argument_item",
    "item-word": "_item_word",
    "field-word": "field_word",
    "bound": "bound",
    "label": "label",
    "field-label": "field_label",
    "reference": "reference",
    "index-suffix": "index_suffix",
    "value": "_value",
    "expression": "_expression",
    "disjunction-level": "_disjunction_level",
    "conjunction": "conjunction",
    "disjunction": "disjunction",
    "negation-level": "_negation_level",
    "comparison": "_comparison_level",
    "comparator": "comparator",
    "alternatives": "_alternatives_level",
    "operand": "_operand",
    "value-word": "value_word",
    "request-field": "request_field",
    "field-operand": "_field_operand",
    "plain-expression": "_plain_expression",
    "plain-disjunction-level": "_plain_disjunction_level",
    "plain-conjunction": "plain_conjunction",
    "plain-disjunction": "plain_disjunction",
    "plain-negation-level": "_plain_negation_level",
    "plain-comparison": "_plain_comparison_level",
    "primary": "_primary",
    "open-primary": "_open_primary",
    "suffixed-name": "suffixed_name",
    "call-suffix": "call_suffix",
    "call-argument": "_call_argument",
    "member-suffix": "member_suffix",
    "data-reference": "data_reference",
    "list": "list",
    "parenthesized": "parenthesized",
    "object": "object",
    "entry-separator": "_entry_separator",
    "entry": "entry",
    "string": "_string",
    "literal": "_literal",
}

#: Rules of the tree-sitter grammar that are a part of another rule of the EBNF: an operator that need not be there
#: leaves no node where it is not.
PARTS = {
    "implication": "_expression",
    "negation": "_negation_level",
    "comparison": "_comparison_level",
    "alternatives": "_alternatives_level",
    "plain_implication": "_plain_expression",
    "plain_negation": "_plain_negation_level",
    "plain_comparison": "_plain_comparison_level",
    "_field_arguments": "field",
}

#: Rules for what the EBNF says of words and characters: parts of words, and what stands between tokens.
PIECES = {"capture", "escape", "interpolation", "_string_part", "comment", "documentation"}
LEXICAL = {"_name", *PIECES}

#: Seconds that one command may take.
LIMIT = 300


class EBNF:
    """Part 1 of the grammar in Grammar/epic.ebnf: the texts and the names of each rule."""

    def __init__(self, path: Path) -> None:
        part = path.read_text().split("PART 1: tokens")[1].split("PART 2: char")[0]
        text = re.sub(r"\(\*.*?\*\)", "", part, flags=re.S)
        # The names of a `-` behind NAME are words that a name is not: no text of the rule.
        text = re.sub(r"NAME - \([^)]*\)", "NAME", text)
        self.rules: dict[str, tuple[set[str], set[str]]] = {}
        for match in re.finditer(r'^([a-z0-9-]+) = ((?:"[^"]*"|[^;"])*);', text, flags=re.M):
            body = match.group(2)
            texts = set(re.findall(r'"([^"]*)"', body))
            names = set(re.findall(r"[A-Za-z][A-Za-z0-9_-]*", re.sub(r'"[^"]*"', "", body)))
            self.rules[match.group(1)] = (texts, names - {"TOUCH", "APART"})


def evaluated(path: Path) -> dict:
    """A grammar.js as JSON."""
    program = corpus.ROOT / "Tests" / "Editor" / "editor" / "evaluate.js"
    done = subprocess.run(["node", str(program), str(path)], check=True, stdout=subprocess.PIPE, timeout=LIMIT)
    return json.loads(done.stdout)


def content(grammar: dict, name: str) -> tuple[set[str], set[str]]:
    """The texts and the names in a rule, with those of the rules that are its parts. A word that stands as a name is
    none of its texts."""
    texts: set[str] = set()
    names: set[str] = set()

    def walk(rule: dict) -> None:
        if rule["type"] == "STRING":
            texts.add(rule["value"])
        elif rule["type"] == "SYMBOL":
            if PARTS.get(rule["name"]) == name:
                walk(grammar["rules"][rule["name"]])
            else:
                names.add(rule["name"])
        elif rule["type"] == "ALIAS" and rule["content"]["type"] == "STRING" and rule["value"] == "name":
            names.add("_name")
        else:
            for child in [*rule.get("members", []), *([rule["content"]] if "content" in rule else [])]:
                walk(child)

    walk(grammar["rules"][name])
    return texts, names


def expected_names(name: str, ebnf: EBNF) -> set[str]:
    """The tree-sitter rules that a rule's names in the EBNF stand for."""
    found = set()
    for each in ebnf.rules[name][1]:
        if each == "NEWLINE":
            found.add("_newline")
        elif each in RULES:
            found.add(RULES[each])
        else:
            found.add("_name" if each == "NAME" else each.lower())
    return found


def compare(report: Report, grammar: dict, ebnf: EBNF) -> None:
    """Rules and words of both."""
    report.check(set(RULES) == set(ebnf.rules), "the table names every rule of the EBNF", set(RULES) ^ set(ebnf.rules))
    known = set(RULES.values()) | set(PARTS) | set(productions.LITERALS) | LEXICAL
    report.check(known == set(grammar["rules"]), "and every tree-sitter rule", known ^ set(grammar["rules"]))
    for name, rule in RULES.items():
        texts, names = content(grammar, rule)
        wanted = ebnf.rules[name][0]
        missing = expected_names(name, ebnf) - names
        extra = names - expected_names(name, ebnf) - NOT_IN_EBNF.get(name, set())
        report.check(
            texts == wanted and not missing and not extra,
            f"`{name}` has the words and rules of `{rule}`",
            f"words {sorted(texts ^ wanted)}, missing {sorted(missing)}, more {sorted(extra)}",
        )
    everything = set().union(*(content(grammar, rule)[0] for rule in RULES.values()))
    in_ebnf = set().union(*(texts for texts, _ in ebnf.rules.values()))
    report.check(everything == in_ebnf, "the same words and punctuation", everything ^ in_ebnf)
    keywords = json.loads((FOLDER / "keywords.json").read_text())
    reserved = {rule["value"] for rule in grammar["reserved"]["global"]}
    report.check(reserved == set(keywords["reserved"]), "the same reserved words")


#: Names in a rule that the EBNF's has not: what is said there in words, or lower down.
NOT_IN_EBNF = {
    "field": {"arguments"},
    "plain-keyword": {"name"},
    "plain-statement": {"_ignored_newline"},
    "field-word": {"_ignored_newline"},
}

def check_grammar(report: Report, grammar: dict, plain: productions.Productions) -> None:
    """What tree-sitter asks of a grammar before it writes a parser."""
    symbols = {symbol for alternatives in plain.of.values() for each in alternatives for symbol in each.body}
    external = {rule["name"] for rule in grammar["externals"]}
    undefined = {
        symbol
        for symbol in symbols
        if re.fullmatch("[a-z_]+", symbol) and symbol not in grammar["rules"] and symbol not in plain.of
    }
    report.check(undefined <= external, "every rule that is named is defined", undefined - external)
    unused = set(grammar["rules"]) - symbols - PIECES - {plain.start}
    report.check(not unused, "every rule is used", unused)
    empty = productions.nullable(plain) - {plain.start}
    report.check(not empty, "no rule but the first derives nothing", empty)
    declared = {frozenset(rules) for rules in grammar["conflicts"]}
    found = conflicts.Automaton(plain).conflicts()
    for conflict in found:
        if conflict.rules not in declared:
            print(f"at {conflict.token}: " + " | ".join(conflict.items))
    actual = {conflict.rules for conflict in found}
    report.check(actual == declared, "one token decides, but for the declared conflicts", actual ^ declared)


def check_queries(report: Report, grammar: dict) -> None:
    """The queries name what the grammar has."""
    vocabulary = query.Vocabulary(grammar)
    for name in ("highlights", "indents", "folds", "injections"):
        found = query.problems(FOLDER / "queries" / f"{name}.scm", vocabulary)
        report.check(not found, f"{name}.scm names what the grammar has", "; ".join(found))
    for wrong in ("(nothing)", "(arm wrong: (_))", '"wrong"', "(arm", "(arm))"):
        path = corpus.WORK / "wrong.scm"
        path.write_text(wrong)
        report.check(bool(query.problems(path, vocabulary)), f"a query that says `{wrong}` is found out")


def read_corpus(report: Report, texts: dict[str, list[corpus.Text]], reader: reading.Reader) -> None:
    """The grammar takes what the compiler's parser takes."""
    for place, each in texts.items():
        sound = [text for text in each if text.is_sound]
        if not sound:
            continue  # the random words
        refused = [refusal for text in sound if (refusal := reader.refusal(text))]
        for line in refused[:10]:
            print(line)
        claim = f"{place}: {len(sound)} texts, {sum(len(text.tokens) for text in sound)} tokens are taken"
        report.check(not refused, claim, f"{len(refused)} are not")
    unsound = [text for each in texts.values() for text in each if not text.is_sound]
    taken = [text.path for text in unsound if not reader.refusal(text)]
    report.check(len(unsound) > len(taken), f"{len(unsound) - len(taken)} of {len(unsound)} wrong texts are not", taken)


def run_command(report: Report, texts: dict[str, list[corpus.Text]]) -> None:
    """The real parser, where tree-sitter's command is to be had."""
    claim = "the tree-sitter command takes the whole corpus"
    if shutil.which("tree-sitter") is None:
        report.skip(claim, "there is no `tree-sitter` on the path, and no package has it")
        return
    folder = corpus.WORK / "tree-sitter-epic"
    shutil.copytree(FOLDER, folder)
    subprocess.run(["tree-sitter", "generate"], cwd=folder, check=True, timeout=LIMIT)
    paths = [str(corpus.ROOT / text.path) for each in texts.values() for text in each if text.is_sound]
    done = subprocess.run(
        ["tree-sitter", "parse", "--quiet", *paths], cwd=folder, stdout=subprocess.PIPE, text=True, timeout=LIMIT
    )
    report.check(done.returncode == 0, claim, done.stdout)


def main() -> int:
    """Compares, and lets the grammar read the corpus."""
    report = Report()
    grammar = evaluated(FOLDER / "grammar.js")
    compare(report, grammar, EBNF(corpus.ROOT / "Grammar" / "epic.ebnf"))
    plain = productions.Expansion(grammar).run()
    check_grammar(report, grammar, plain)
    texts = corpus.texts()
    check_queries(report, grammar)
    scanner = Scanner(FOLDER / "src" / "scanner.c", corpus.WORK)
    read_corpus(report, texts, reading.Reader(plain, lexing.Lexer(grammar), scanner))
    run_command(report, texts)
    print(f"{report.passed} passed, {report.failed} failed, {report.skipped} skipped")
    return 1 if report.failed else 0


if __name__ == "__main__":
    sys.exit(main())
