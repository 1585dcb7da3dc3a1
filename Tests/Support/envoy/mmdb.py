"""Writes a small MaxMind-format database (MaxMind DB file format specification, version 2.0), for tests.

    mmdb.py OUTPUT [PREFIX COUNTRY ASN]...

`-` stands for a country or an AS number that is not known. IPv4 prefixes lie below ::/96, as in real databases.
"""

import ipaddress
import sys


def control(kind: int, size: int) -> bytes:
    """The control byte (and extension) of a field of less than 285 bytes or entries."""
    head = bytes([kind << 5]) if kind < 8 else bytes([0, kind - 7])
    if size < 29:
        return bytes([head[0] | size]) + head[1:]
    return bytes([head[0] | 29]) + head[1:] + bytes([size - 29])


def encode(value: object) -> bytes:
    """Strings, unsigned numbers (32 bits, or of the given type), lists and maps."""
    if isinstance(value, str):
        data = value.encode()
        return control(2, len(data)) + data
    if isinstance(value, int):
        value = (6, value)
    if isinstance(value, tuple):
        kind, number = value
        data = number.to_bytes((number.bit_length() + 7) // 8, "big")
        return control(kind, len(data)) + data
    if isinstance(value, list):
        return control(11, len(value)) + b"".join(map(encode, value))
    assert isinstance(value, dict)
    return control(7, len(value)) + b"".join(encode(k) + encode(v) for k, v in value.items())


def main(output: str, rows: list[tuple[str, str, str]]) -> None:
    data, nodes = b"", [[None, None]]
    for prefix, country, number in rows:
        record: dict[str, object] = {}
        if country != "-":
            record["country"] = {"iso_code": country}
        if number != "-":
            record["autonomous_system_number"] = int(number)
        offset, data = len(data), data + encode(record)
        network = ipaddress.ip_network(prefix)
        length = network.prefixlen + (96 if network.version == 4 else 0)
        bits = f"{int(network.network_address):0128b}"[:length]
        node = 0
        for bit in map(int, bits[:-1]):
            if nodes[node][bit] is None:
                nodes.append([None, None])
                nodes[node][bit] = len(nodes) - 1
            node = nodes[node][bit]
        nodes[node][int(bits[-1])] = ("data", offset)
    count = len(nodes)

    def record_of(entry: object) -> bytes:
        if entry is None:
            return count.to_bytes(4, "big")
        if isinstance(entry, tuple):
            return (count + 16 + entry[1]).to_bytes(4, "big")
        return int(entry).to_bytes(4, "big")

    tree = b"".join(record_of(left) + record_of(right) for left, right in nodes)
    metadata = {
        "binary_format_major_version": (5, 2), "binary_format_minor_version": (5, 0),
        "build_epoch": (9, 1767225600), "database_type": "EPIC-Test", "description": {"en": "test data"},
        "ip_version": (5, 6), "languages": ["en"], "node_count": count, "record_size": (5, 32),
    }
    with open(output, "wb") as file:
        file.write(tree + bytes(16) + data + b"\xab\xcd\xefMaxMind.com" + encode(metadata))


if __name__ == "__main__":
    values = sys.argv[2:]
    main(sys.argv[1], list(zip(values[::3], values[1::3], values[2::3])))
