"""The texts that the editors' grammars are tried on, and the compiler's tokens of them."""

import json
import random
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
WORK = ROOT / "build" / "tests" / "editor"

#: Generated files, and the seed they come from.
GENERATED = 400
SEED = 20260101

#: Lines of random words, and what the words are made of.
WORDS = 6000
PIECES = (
    "0 1 25 255 5 a s m h AS xx ms KiB Mbps fe80 1.2.3.4 x.y re http https:// when and . .. : :: / // % - _ * **"
    " { } {a} ${a} [ ] ( ) , ; -> = == ! && | < <= > @ ' # ~ é"
).split(" ") + ["\t"]

#: Seconds that one command may take.
LIMIT = 300

FENCE = re.compile(r"^```epic[^\n]*\n(.*?)^```", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Text:
    """One text with the compiler's tokens and comments: class, first byte, and the byte behind the last. It is sound if
    lexer and parser find no mistake in it."""

    path: str
    content: bytes
    is_sound: bool
    tokens: list[tuple[str, int, int]]
    comments: list[tuple[str, int, int]]


def tool(*words: str) -> str:
    """What the repository's own tool prints."""
    program = ROOT / ".build" / "debug" / "epic-dev"
    done = subprocess.run([program, *words], cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True, timeout=LIMIT)
    return done.stdout


def texts() -> dict[str, list[Text]]:
    """Every text, by where it comes from."""
    shutil.rmtree(WORK, ignore_errors=True)
    fences = WORK / "fences"
    fences.mkdir(parents=True)
    pages = sorted([*ROOT.glob("docs/**/*.md"), *ROOT.glob("examples/**/*.md"), ROOT / "README.md"])
    for page in pages:
        for number, match in enumerate(FENCE.finditer(page.read_text())):
            name = str(page.relative_to(ROOT)).replace("/", "-")
            (fences / f"{name}-{number}.epic").write_text(match.group(1))
    generated = WORK / "generated"
    tool("grammar", "generate", "--to", str(generated), "--count", str(GENERATED), "--seed", str(SEED))
    words = WORK / "words"
    words.mkdir()
    (words / "words.epic").write_text(_words(random.Random(SEED)))
    places = {"examples": "examples", "tests": "Tests", "docs": fences, "generated": generated, "words": words}
    return {name: _read(str(place)) for name, place in places.items()}


def _words(choice: random.Random) -> str:
    """Words of random pieces, right and wrong ones, a few a line."""
    lines = []
    for _ in range(WORDS):
        words = ("".join(choice.choices(PIECES, k=choice.randint(1, 6))) for _ in range(choice.randint(1, 3)))
        # A URL that a character beyond ASCII touches is a mistake of its own: the compiler cuts it at its `//`.
        lines.append(re.sub("(https?:[^ ]*)é", r"\1", " ".join(words)))
    return "\n".join(lines) + "\n"


def _is_text(content: bytes) -> bool:
    """Whether an editor shows the bytes as they are: it decodes them, and takes a byte order mark off, before a grammar."""
    try:
        return not content.decode().startswith("\ufeff")
    except UnicodeDecodeError:
        return False


def _read(place: str) -> list[Text]:
    result = []
    for line in tool("tokens", place).splitlines():
        entry = json.loads(line)
        tokens = [tuple(token) for token in entry["tokens"]]
        comments = [tuple(comment) for comment in entry["comments"]]
        content = (ROOT / entry["path"]).read_bytes()
        if _is_text(content):
            result.append(Text(entry["path"], content, entry["sound"], tokens, comments))
    return result
