"""The tables of Envoy's API, on the real Envoy: it takes every message and every field of them.

A cluster's `typed_filter_metadata` holds messages of any type, which nobody reads: so one configuration holds them all.
As JSON it asks for names and types. As protobuf, written here from the tables' numbers, it comes back from the admin
interface as JSON, which tells the number and the type of each field.
"""

import base64
import json
import struct
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Support"))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Support" / "envoy"))
import api_tables  # noqa: E402
import harness  # noqa: E402
from api_tables import FieldProto  # noqa: E402

TYPE = FieldProto.Type
URL = "type.googleapis.com/"
TEXT = f"{URL}google.protobuf.StringValue"

#: JSON of the messages that have a form of their own, and their bytes.
SPECIAL = {
    "Any": ({"@type": TEXT, "value": "a"}, b"\x0a\x2f" + TEXT.encode() + b"\x12\x03\x0a\x01a"),
    "BoolValue": (True, b"\x08\x01"),
    "BytesValue": ("YQ==", b"\x0a\x01a"),
    "DoubleValue": (1.5, b"\x09" + struct.pack("<d", 1.5)),
    "Duration": ("1s", b"\x08\x01"),
    "Empty": ({}, b""),
    "FieldMask": ("a", b"\x0a\x01a"),
    "FloatValue": (1.5, b"\x0d" + struct.pack("<f", 1.5)),
    "Int32Value": (1, b"\x08\x01"),
    "Int64Value": ("1", b"\x08\x01"),
    "ListValue": (["a"], b"\x0a\x03\x1a\x01a"),
    "StringValue": ("a", b"\x0a\x01a"),
    "Struct": ({"a": "b"}, b"\x0a\x08\x0a\x01a\x12\x03\x1a\x01b"),
    "Timestamp": ("1970-01-01T00:00:01Z", b"\x08\x01"),
    "UInt32Value": (1, b"\x08\x01"),
    "UInt64Value": ("1", b"\x08\x01"),
    "Value": ("a", b"\x1a\x01a"),
}  # fmt: skip

#: JSON and bytes of the scalars, and the wire type.
SCALARS = {
    TYPE.TYPE_DOUBLE: (1.5, struct.pack("<d", 1.5), 1), TYPE.TYPE_FLOAT: (1.5, struct.pack("<f", 1.5), 5),
    TYPE.TYPE_INT64: ("1", b"\x01", 0), TYPE.TYPE_UINT64: ("1", b"\x01", 0), TYPE.TYPE_INT32: (1, b"\x01", 0),
    TYPE.TYPE_FIXED64: ("1", struct.pack("<Q", 1), 1), TYPE.TYPE_FIXED32: (1, struct.pack("<I", 1), 5),
    TYPE.TYPE_BOOL: (True, b"\x01", 0), TYPE.TYPE_STRING: ("a", b"\x01a", 2), TYPE.TYPE_BYTES: ("YQ==", b"\x01a", 2),
    TYPE.TYPE_UINT32: (1, b"\x01", 0), TYPE.TYPE_SFIXED32: (1, struct.pack("<i", 1), 5),
    TYPE.TYPE_SFIXED64: ("1", struct.pack("<q", 1), 1), TYPE.TYPE_SINT32: (1, b"\x02", 0),
    TYPE.TYPE_SINT64: ("1", b"\x02", 0),
}  # fmt: skip


def varint(value: int) -> bytes:
    """A number on the wire; a negative one has 64 bits."""
    value &= (1 << 64) - 1
    data = bytearray()
    while value > 127:
        data.append(value & 127 | 128)
        value >>= 7
    data.append(value)
    return bytes(data)


def sized(data: bytes) -> bytes:
    """Bytes behind their length."""
    return varint(len(data)) + data


class Unasked(str):
    """The only value of an enumeration, which is there unasked: JSON may leave it out."""

    __slots__ = ()


class Samples:
    """Messages with values in their fields, as JSON and as bytes."""

    def __init__(self, api: api_tables.API) -> None:
        self.api = api

    def value(self, field: api_tables.Field) -> tuple[object, bytes, int]:
        """JSON, bytes and wire type of one value of a field, without regard to repetition."""
        if field.type == TYPE.TYPE_ENUM:
            # The first value is what is there unasked, and JSON leaves that out.
            values = self.api.enums[field.type_name].values
            one = next((value for value in values if value.number and not value.is_disallowed), values[0])
            return one.name if one.number else Unasked(one.name), varint(one.number), 0
        if not field.type_name:
            return SCALARS[field.type]
        if field.type_name.startswith("google.protobuf."):
            text, data = SPECIAL[field.type_name.removeprefix("google.protobuf.")]
            return text, sized(data), 2
        return {}, b"\x00", 2

    def member(self, field: api_tables.Field) -> tuple[object, bytes]:
        """JSON and bytes of a field with one value in it."""
        if field.is_map:
            entry = {one.name: one for one in self.api.messages[field.type_name].fields}
            key, key_data, key_wire = self.value(entry["key"])
            text, data, wire = self.value(entry["value"])
            bytes_ = varint(8 | key_wire) + key_data + varint(16 | wire) + data
            name = "true" if key is True else str(key)
            return {name: text}, varint(field.number << 3 | 2) + sized(bytes_)
        text, data, wire = self.value(field)
        return [text] if field.is_repeated else text, varint(field.number << 3 | wire) + data

    def samples(self, message: api_tables.Message) -> Iterator[tuple[dict[str, object], bytes]]:
        """Messages which together have every field; of a oneof's fields each has one."""
        rounds = 1
        for index in range(len(message.oneofs)):
            rounds = max(rounds, sum(1 for one in message.fields if one.oneof == index + 1))
        for place in range(rounds):
            text, data = {}, b""
            for index in range(len(message.oneofs) + 1):
                fields = [one for one in message.fields if one.oneof == index]
                for one in fields if index == 0 else fields[place : place + 1]:
                    value, bytes_ = self.member(one)
                    text[one.name] = value
                    data += bytes_
            yield text, data


def bootstrap(metadata: dict[str, object], admin: str) -> dict[str, object]:
    """A configuration whose only cluster holds the messages."""
    cluster = {"name": "a", "connect_timeout": "1s", "metadata": {"typed_filter_metadata": metadata}}
    flag = {"envoy.features.enable_all_deprecated_features": True}
    return {
        "node": {"id": "a", "cluster": "a"},
        "admin": {"address": {"pipe": {"path": admin}}},
        "static_resources": {"clusters": [cluster]},
        "layered_runtime": {"layers": [{"name": "a", "static_layer": flag}]},
    }


def difference(wanted: object, found: object) -> str:
    """What of a message did not come back; nothing if all did. Sensitive values come back as another text."""
    if isinstance(wanted, dict) and isinstance(found, dict):
        for key, value in wanted.items():
            if isinstance(value, Unasked) and found.get(key) is None:
                continue
            if key not in found:
                return f"{key} is missing"
            if inner := difference(value, found[key]):
                return f"{key}: {inner}"
        return ""
    if isinstance(wanted, list) and isinstance(found, list) and len(wanted) == len(found):
        return next((inner for one, two in zip(wanted, found) if (inner := difference(one, two))), "")
    if found in ("[redacted]", base64.b64encode(b"[redacted]").decode()):
        return ""
    return "" if wanted == found else f"{wanted!r} became {found!r}"


def run(report: harness.Report, work: Path) -> None:
    """All checks."""
    tool = Path(api_tables.__file__)
    check = subprocess.run([sys.executable, str(tool), "--check"], capture_output=True, text=True, check=False)
    report.check(check.returncode == 0, "the tables are what the tool writes", check.stdout + check.stderr)

    api, _ = api_tables.read()
    linked = api_tables.linked_files(api_tables.ENVOY)
    samples = Samples(api)
    wanted: dict[str, tuple[str, dict[str, object]]] = {}
    texts: dict[str, object] = {}
    binary: dict[str, bytes] = {}
    for name, message in sorted(api.messages.items()):
        if message.is_entry or name.startswith("google.protobuf."):
            continue
        for place, (text, data) in enumerate(samples.samples(message)):
            key = f"{place}/{name}"
            wanted[key] = (name, text)
            texts[key] = {"@type": URL + name, **text}
            binary[key] = data
    print(f"     {len(api.messages)} messages, {len(texts)} samples", flush=True)

    path = work / "names.json"
    path.write_text(json.dumps(bootstrap(texts, "admin")))
    command = [str(harness.ENVOY), "--mode", "validate", "-c", str(path), "-l", "critical"]
    done = subprocess.run(command, cwd=work, capture_output=True, text=True, check=False)
    report.check(done.returncode == 0, "every message, with every field, is taken as JSON", done.stderr[-2000:])

    path.write_text(
        json.dumps(bootstrap({"a": {"@type": f"{URL}envoy.config.cluster.v3.Cluster", "epic": 1}}, "admin"))
    )
    done = subprocess.run(command, cwd=work, capture_output=True, text=True, check=False)
    report.check(done.returncode != 0, "a field that no message has is refused in the same place")

    from google.protobuf import json_format, message_factory

    pool = api_tables.linked_pool(linked)
    root = message_factory.GetMessageClass(pool.FindMessageTypeByName("envoy.config.bootstrap.v3.Bootstrap"))()
    json_format.ParseDict(bootstrap({}, str(work / "admin")), root, descriptor_pool=pool)
    for key, data in binary.items():
        entry = root.static_resources.clusters[0].metadata.typed_filter_metadata[key]
        entry.type_url = URL + wanted[key][0]
        entry.value = data
    file = work / "numbers.pb"
    file.write_bytes(root.SerializeToString())
    command = [str(harness.ENVOY), "-c", str(file), "--concurrency", "1", "--disable-hot-restart", "-l", "critical"]
    process = subprocess.Popen(command, cwd=work)
    try:
        dump = json.loads(api_tables.get(str(work / "admin"), "/config_dump?resource=static_clusters"))
    finally:
        process.terminate()
        process.wait(30)
    found = dump["configs"][0]["cluster"]["metadata"]["typed_filter_metadata"]
    wrong = [
        f"{wanted[key][0]}: {what}"
        for key in sorted(wanted)
        if (what := difference(wanted[key][1], found.get(key, {})))
    ]
    report.check(not wrong, "every field's number and type is Envoy's", wrong[:20])
    report.check(len(found) == len(wanted) > len(api.messages) // 2, "all of them came back", len(found))


if __name__ == "__main__":
    harness.main(run)
