"""The network of the demo: a namespace of its own, with every address of the storefront on its loopback device."""

import ctypes
import ipaddress
import os
import subprocess
from collections.abc import Iterable
from pathlib import Path

#: From linux/mount.h.
MS_BIND = 4096

libc = ctypes.CDLL(None, use_errno=True)


def bring_up(addresses: Iterable[str]) -> None:
    """Brings up the loopback device and gives it the addresses."""
    commands = ["link set lo up"]
    for address in sorted(set(addresses), key=lambda text: ipaddress.ip_address(text).packed):
        length, flags = (32, "") if ipaddress.ip_address(address).version == 4 else (128, " nodad")
        commands.append(f"address add {address}/{length} dev lo{flags}")
    subprocess.run(["ip", "-batch", "-"], input="\n".join(commands) + "\n", text=True, check=True)


def resolve(names: dict[str, list[str]], folder: Path) -> None:
    """Answers the names from the hosts file, and no other name at all.

    Both files are put over the machine's own, which only this mount namespace sees.
    """
    lines = ["127.0.0.1 localhost", "::1 localhost"]
    lines += [f"{address} {name}" for name, addresses in names.items() for address in addresses]
    for target, text in (("/etc/hosts", "\n".join(lines) + "\n"), ("/etc/resolv.conf", "nameserver 127.0.0.1\n")):
        source = folder / Path(target).name
        source.write_text(text)
        cover(source, target)


def cover(source: Path, target: str) -> None:
    """Mounts a file over another one."""
    if libc.mount(os.fsencode(source), os.fsencode(target), None, MS_BIND, None) != 0:
        error = ctypes.get_errno()
        raise OSError(error, os.strerror(error), target)
