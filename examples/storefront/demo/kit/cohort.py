"""XXH64, and the cohort that a key falls into: what the language's `cohort` means, written a second time."""

MASK = (1 << 64) - 1
P1, P2, P3 = 0x9E3779B185EBCA87, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9
P4, P5 = 0x85EBCA77C2B2AE63, 0x27D4EB2F165667C5


def rotate(value: int, bits: int) -> int:
    """Rotates 64 bits to the left."""
    return ((value << bits) | (value >> (64 - bits))) & MASK


def step(accumulator: int, lane: int) -> int:
    """One round of the hash."""
    return rotate((accumulator + lane * P2) & MASK, 31) * P1 & MASK


def xxh64(data: bytes, seed: int) -> int:
    """XXH64 of the bytes."""
    position, end = 0, len(data)
    if end >= 32:
        lanes = [(seed + P1 + P2) & MASK, (seed + P2) & MASK, seed, (seed - P1) & MASK]
        while position + 32 <= end:
            for index in range(4):
                lane = int.from_bytes(data[position : position + 8], "little")
                lanes[index] = step(lanes[index], lane)
                position += 8
        value = sum(rotate(lane, bits) for lane, bits in zip(lanes, (1, 7, 12, 18), strict=True)) & MASK
        for lane in lanes:
            value = ((value ^ step(0, lane)) * P1 + P4) & MASK
    else:
        value = (seed + P5) & MASK
    value = (value + end) & MASK
    while position + 8 <= end:
        value ^= step(0, int.from_bytes(data[position : position + 8], "little"))
        value = (rotate(value, 27) * P1 + P4) & MASK
        position += 8
    if position + 4 <= end:
        value ^= int.from_bytes(data[position : position + 4], "little") * P1 & MASK
        value = (rotate(value, 23) * P2 + P3) & MASK
        position += 4
    for byte in data[position:]:
        value ^= byte * P5 & MASK
        value = rotate(value, 11) * P1 & MASK
    value = (value ^ (value >> 33)) * P2 & MASK
    value = (value ^ (value >> 29)) * P3 & MASK
    return value ^ (value >> 32)


def bucket(key: str, salt: str) -> int:
    """The key's bucket of the million."""
    return xxh64(key.encode(), xxh64(salt.encode(), 0)) % 1_000_000
