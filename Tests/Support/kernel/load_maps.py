"""Loads map images into the kernel, freezes the maps and compares what the kernel gives back with the images.

    load_maps.py FILE...     prints `NAME ENTRIES` for each image; ends with 1 and the reason at the first difference
    load_maps.py --probe     ends with 0 if this process may create BPF maps

It reads the images by the layout written down in bpf/include/epic_abi.h, and shares no code with what writes them.
"""

import ctypes
import errno
import os
import platform
import struct
import sys
from pathlib import Path

SYSCALL = {"x86_64": 321, "aarch64": 280}
CREATE, LOOKUP, UPDATE, NEXT_KEY, FREEZE = 0, 1, 2, 4, 22
NO_PREALLOCATION = 1
#: magic, byte order, version, type, flags, key, value, maximum, entries, ABI version, name, reserved
HEADER = "7sBIIIIIIII16sI"

LIBC = ctypes.CDLL(None, use_errno=True)


def bpf(command: int, attributes: bytes) -> int:
    """The system call; raises OSError."""
    buffer = ctypes.create_string_buffer(attributes.ljust(128, b"\0"), 128)
    result = LIBC.syscall(SYSCALL[platform.machine()], command, buffer, 128)
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return result


class Map:
    """A map in the kernel."""

    def __init__(self, kind: int, key: int, value: int, maximum: int, flags: int, name: bytes) -> None:
        self.key, self.value = key, value
        self.descriptor = bpf(CREATE, struct.pack("=IIIIIII16s", kind, key, value, maximum, flags, 0, 0, name))

    def element(self, command: int, key: bytes | None, value: ctypes.Array | None, flags: int = 0) -> None:
        """One of the commands on an element."""
        held = ctypes.create_string_buffer(key, len(key)) if key is not None else None
        bpf(command, struct.pack(
            "=IxxxxQQQ", self.descriptor, ctypes.addressof(held) if held is not None else 0,
            ctypes.addressof(value) if value is not None else 0, flags))

    def update(self, key: bytes, value: bytes) -> None:
        """Puts one element."""
        self.element(UPDATE, key, ctypes.create_string_buffer(value, self.value))

    def contents(self) -> list[bytes]:
        """Key and value of every element, sorted."""
        found: list[bytes] = []
        key: bytes | None = None
        while True:
            following = ctypes.create_string_buffer(self.key)
            try:
                self.element(NEXT_KEY, key, following)
            except OSError as error:
                if error.errno == errno.ENOENT:
                    return sorted(found)
                raise
            key = following.raw
            value = ctypes.create_string_buffer(self.value)
            self.element(LOOKUP, key, value)
            found.append(key + value.raw)


def load(path: Path) -> str:
    """Loads one image and compares."""
    data = path.read_bytes()
    order = "<" if data[7] == 1 else ">"
    if order != ("<" if sys.byteorder == "little" else ">"):
        raise ValueError("the image is in the other byte order")
    size = struct.calcsize(order + HEADER)
    magic, _, version, kind, flags, key, value, maximum, count, abi, name, reserved = struct.unpack(
        order + HEADER, data[:size])
    if (magic, version, abi, reserved) != (b"EPICMAP", 1, 1, 0):
        raise ValueError("the header is not that of a map image")
    step = key + value
    entries = [data[start:start + step] for start in range(size, len(data), step)]
    if len(entries) != count or any(len(entry) != step for entry in entries) or entries != sorted(entries):
        raise ValueError("the entries do not match the header")
    target = Map(kind, key, value, maximum, flags, name)
    for entry in entries:
        target.update(entry[:key], entry[key:])
    bpf(FREEZE, struct.pack("=I", target.descriptor))
    try:
        target.update(bytes(key), bytes(value))
    except OSError as error:
        if error.errno != errno.EPERM:
            raise
    else:
        raise ValueError("a frozen map was changed")
    read = target.contents()
    os.close(target.descriptor)
    if read != entries:
        raise ValueError(f"the kernel gives back {len(read)} entries, not the image's {len(entries)}")
    return f"{name.rstrip(bytes(1)).decode()} {count}"


def main() -> int:
    """Entry point."""
    if sys.argv[1:] == ["--probe"]:
        try:
            os.close(Map(1, 4, 4, 1, NO_PREALLOCATION, b"epic_probe").descriptor)
        except (OSError, KeyError):
            return 1
        return 0
    for argument in sys.argv[1:]:
        try:
            print(load(Path(argument)))
        except (OSError, ValueError) as error:
            print(f"{argument}: {error}", file=sys.stderr)
            return 1
    return 0


sys.exit(main())
