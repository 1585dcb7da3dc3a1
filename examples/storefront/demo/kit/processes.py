"""Starts processes, finds those that they left behind, and stops every one of them by its id."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

#: From linux/prctl.h.
PR_SET_PDEATHSIG = 1
PR_SET_CHILD_SUBREAPER = 36

libc = ctypes.CDLL(None, use_errno=True)


def adopt_orphans() -> None:
    """Makes this process the parent of detached descendants, so that `stop_all` sees them; a signal that would end it
    becomes an exception, so that `finally` runs."""
    libc.prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, leave)


def leave(number: int, _: object) -> None:
    """Ends this process as the signal would have done, but in order."""
    sys.exit(128 + number)


def die_with_parent() -> None:
    """Run in a child before it executes: it ends when its parent does."""
    libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)


def children(parent: int | None = None) -> list[int]:
    """Ids of all descendants of a process, this one's by default."""
    tree: dict[int, list[int]] = {}
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                fields = Path(f"/proc/{entry}/stat").read_text().rsplit(")", 1)[1].split()
            except (OSError, IndexError):
                continue
            tree.setdefault(int(fields[1]), []).append(int(entry))
    found: list[int] = []
    pending = [parent or os.getpid()]
    while pending:
        below = tree.get(pending.pop(), [])
        found += below
        pending += below
    return found


def named(name: str) -> list[int]:
    """Ids of this process's descendants that run the program of this name."""
    result: list[int] = []
    for pid in children():
        try:
            if Path(os.readlink(f"/proc/{pid}/exe")).name == name:
                result.append(pid)
        except OSError:
            continue
    return sorted(result)


def watches(pid: int) -> tuple[int, int]:
    """How many inotify instances a process holds, and how many files they watch."""
    instances = files = 0
    folder = Path(f"/proc/{pid}/fdinfo")
    for entry in folder.iterdir():
        try:
            text = entry.read_text()
            target = os.readlink(f"/proc/{pid}/fd/{entry.name}")
        except OSError:
            continue
        if target == "anon_inode:inotify":
            instances += 1
            files += sum(line.startswith("inotify wd:") for line in text.splitlines())
    return instances, files


def stop_all(patience: float = 3.0) -> None:
    """Ends every descendant: asks first, then does not ask. Returns when none is left."""
    for number in (signal.SIGTERM, signal.SIGKILL):
        for pid in children():
            try:
                os.kill(pid, number)
            except ProcessLookupError:
                pass
        deadline = time.monotonic() + patience
        while time.monotonic() < deadline:
            reap()
            if not children():
                return
            time.sleep(0.02)


def reap() -> None:
    """Takes the exit status of ended children, adopted ones included."""
    try:
        while os.waitpid(-1, os.WNOHANG)[0] != 0:
            pass
    except ChildProcessError:
        pass


def start(command: list[str], **options: object) -> subprocess.Popen[str]:
    """Starts a program that ends with this one."""
    return subprocess.Popen(command, text=True, preexec_fn=die_with_parent, **options)  # type: ignore[call-overload,no-any-return]
