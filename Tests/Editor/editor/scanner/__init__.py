"""The scanner of the tree-sitter grammar, compiled and called as it is."""

import ctypes
import subprocess
from pathlib import Path

#: Seconds that the compiler may take.
LIMIT = 120

#: The external tokens in the scanner's order.
TOKENS = ["_newline", "_ignored_newline"]


class Scanner:
    """A scanner.c as a function."""

    def __init__(self, source: Path, folder: Path) -> None:
        here = Path(__file__).resolve().parent
        library = folder / "scanner.so"
        command = ["clang", "-std=c11", "-Wall", "-Wextra", "-Werror", "-O1", "-shared", "-fPIC", f"-I{here}"]
        command += ["-o", str(library), str(source), str(here / "harness.c")]
        subprocess.run(command, check=True, timeout=LIMIT)
        self.library = ctypes.CDLL(str(library))
        size, flag = ctypes.c_size_t, ctypes.c_bool
        self.library.epic_scan.argtypes = [ctypes.c_char_p, size, size, flag, flag, ctypes.POINTER(size)]

    def token(self, text: bytes, position: int, expected: set[str]) -> tuple[str | None, int]:
        """The external token at a position, and where it ends."""
        end = ctypes.c_size_t(position)
        wanted = [token in expected for token in TOKENS]
        found = self.library.epic_scan(text, len(text), position, *wanted, ctypes.byref(end))
        return (TOKENS[found], end.value) if found >= 0 else (None, position)
