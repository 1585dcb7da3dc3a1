"""Random hatches from the tables of Envoy's API: the same facts that the compiler types them by.

Values keep the rules of protoc-gen-validate. What a rule cannot be kept of (a pattern, a point of time) is left out.
"""

import random
import re

from api_tables import API, Field, FieldProto, Message

TYPE = FieldProto.Type

#: Words that a label cannot be: they stand in quotes.
RESERVED = set(
    "all and any because close else exists false for if implies in is let matches not or otherwise redirect respond"
    " split starts true under when".split()
)

#: Words that mean something else in front of braces: they need a colon.
STARTING = set(
    "append cases default export final limit override prepend remove replace required slot template use".split()
)

#: The largest number of a kind.
LIMITS = {
    TYPE.TYPE_INT32: 2**31 - 1, TYPE.TYPE_SINT32: 2**31 - 1, TYPE.TYPE_SFIXED32: 2**31 - 1,
    TYPE.TYPE_UINT32: 2**32 - 1, TYPE.TYPE_FIXED32: 2**32 - 1,
}  # fmt: skip

INTEGERS = {
    TYPE.TYPE_INT32, TYPE.TYPE_SINT32, TYPE.TYPE_SFIXED32, TYPE.TYPE_UINT32, TYPE.TYPE_FIXED32, TYPE.TYPE_INT64,
    TYPE.TYPE_SINT64, TYPE.TYPE_SFIXED64, TYPE.TYPE_UINT64, TYPE.TYPE_FIXED64,
}  # fmt: skip

WRAPPERS = {
    "BoolValue": TYPE.TYPE_BOOL, "BytesValue": TYPE.TYPE_BYTES, "DoubleValue": TYPE.TYPE_DOUBLE,
    "FloatValue": TYPE.TYPE_FLOAT, "Int32Value": TYPE.TYPE_INT32, "Int64Value": TYPE.TYPE_INT64,
    "StringValue": TYPE.TYPE_STRING, "UInt32Value": TYPE.TYPE_UINT32, "UInt64Value": TYPE.TYPE_UINT64,
}  # fmt: skip


class Impossible(Exception):
    """A value that has to be there, and that the generator has none for."""


def rules(text: str) -> dict[str, str]:
    """The rules of a field by name; those of parts keep their front."""
    result = {}
    for term in re.findall(r'(?:[^\s"]|"(?:[^"\\]|\\.)*")+', text):
        name, _, value = term.partition("=")
        result[name] = value.strip('"')
    return result


def part(known: dict[str, str], name: str) -> dict[str, str]:
    """The rules of a list's items, or of a map's keys or values."""
    front = f"{name}."
    return {key.removeprefix(front): value for key, value in known.items() if key.startswith(front)}


class Generator:
    """Makes messages. `skipped` are fields that are not written: `message.field`, or `*.field` for all messages."""

    def __init__(self, api: API, seed: int, skipped: frozenset[str] = frozenset()) -> None:
        self.api = api
        self.random = random.Random(seed)
        self.skipped = skipped
        #: Fields that were written, as `message.field`.
        self.used: set[str] = set()

    # MARK: Messages

    def body(self, name: str, depth: int, share: float = 0.5, only: str | None = None) -> str:
        """The fields of a message between braces; `only` has to be among them."""
        message = self.api.messages[name]
        lines: list[str] = []
        for field in self.chosen(message, depth, share, only):
            try:
                text = self.field(field, depth)
            except Impossible:
                if field.name == only or self.is_needed(message, field):
                    raise
                continue
            self.used.add(f"{name}.{field.name}")
            lines.append(text)
        return "{ " + "; ".join(lines) + " }" if lines else "{}"

    def is_needed(self, message: Message, field: Field) -> bool:
        """Whether a message cannot be without the field, or without another of its group."""
        if field.oneof:
            return message.oneofs[field.oneof - 1][1]
        if field.is_required:
            return True
        known = rules(field.rules)
        if field.is_map:
            return int(known.get("min_pairs", 0)) > 0
        if field.is_repeated:
            return int(known.get("min_items", 0)) > 0
        if field.has_presence or "ignore_empty" in known:
            return False
        if field.type in (TYPE.TYPE_STRING, TYPE.TYPE_BYTES):
            return any(key in known for key in ("min_len", "min_bytes", "prefix", "suffix", "in", "pattern")) or (
                known.get("well_known_regex") == "HTTP_HEADER_NAME"
            )
        if field.type_name and field.type != TYPE.TYPE_ENUM or field.type == TYPE.TYPE_BOOL:
            return False
        return any(not self.keeps(0, known, key) for key in known)

    @staticmethod
    def keeps(number: float, known: dict[str, str], key: str) -> bool:
        """Whether a number keeps one rule."""
        text = known[key].removesuffix("s")
        if key in ("in", "not_in"):
            return (str(int(number)) in text.split(",")) == (key == "in")
        if key not in ("gt", "gte", "lt", "lte", "const"):
            return True
        bound = float(text)
        return {
            "gt": number > bound, "gte": number >= bound, "lt": number < bound, "lte": number <= bound,
            "const": number == bound,
        }[key]  # fmt: skip

    def chosen(self, message: Message, depth: int, share: float, only: str | None) -> list[Field]:
        """Fields to write: all that are needed, some of the others, one of each group at most."""
        usable = [field for field in message.fields if self.is_usable(message, field)]
        for field in message.fields:
            if field not in usable and not field.oneof and self.is_needed(message, field):
                raise Impossible(f"{message.name}.{field.name}")
        result = []
        groups: dict[int, list[Field]] = {}
        for field in usable:
            if field.oneof:
                groups.setdefault(field.oneof, []).append(field)
            elif self.is_needed(message, field) or field.name == only or (depth > 0 and self.random.random() < share):
                result.append(field)
        for group, fields in groups.items():
            is_needed = message.oneofs[group - 1][1]
            wanted = [field for field in fields if field.name == only]
            if wanted:
                result.append(wanted[0])
            elif is_needed or (depth > 0 and self.random.random() < share):
                simple = [field for field in fields if not field.type_name or field.type == TYPE.TYPE_ENUM]
                result.append(self.random.choice(simple if simple and depth <= 1 else fields))
        for group, (name, is_needed) in enumerate(message.oneofs):
            if is_needed and group + 1 not in groups:
                raise Impossible(f"{message.name}: {name}")
        return result

    def is_usable(self, message: Message, field: Field) -> bool:
        """Whether a field may be written."""
        if field.is_deprecated or field.is_disallowed or field.type_name == "google.protobuf.Timestamp":
            return False
        if f"{message.name}.{field.name}" in self.skipped or f"*.{field.name}" in self.skipped:
            return False
        return not (field.type_name and field.type != TYPE.TYPE_ENUM and field.type_name not in self.api.messages)

    # MARK: Fields

    def label(self, name: str) -> str:
        """A name as a label."""
        return f'"{name}"' if name in RESERVED else name

    def field(self, field: Field, depth: int) -> str:
        """A field with its value."""
        known = rules(field.rules)
        if field.is_map:
            return f"{self.label(field.name)}: {self.map(field, known, depth)}"
        if field.is_repeated:
            count = self.random.randint(max(1, int(known.get("min_items", 1))), int(known.get("max_items", 2)) or 1)
            count = min(count, max(2, int(known.get("min_items", 1))))
            values = [self.value(field, part(known, "items"), depth) for _ in range(count)]
            if "unique" in known:
                values = list(dict.fromkeys(values))
            if len(values) > 1 and self.random.random() < 0.3:
                return "; ".join(f"{self.label(field.name)}: {value}" for value in values)
            return f"{self.label(field.name)}: [{', '.join(values)}]"
        value = self.value(field, known, depth)
        if value.startswith("{") and field.name not in RESERVED and self.random.random() < 0.5:
            # Words that have a meaning of their own in front of a statement.
            if field.name not in STARTING:
                return f"{field.name} {value}"
        return f"{self.label(field.name)}: {value}"

    def map(self, field: Field, known: dict[str, str], depth: int) -> str:
        """A map with an entry or two."""
        entry = {one.name: one for one in self.api.messages[field.type_name].fields}
        keys = ['"a"', '"b-1"'] if entry["key"].type == TYPE.TYPE_STRING else ['"1"', '"2"']
        values = [self.value(entry["value"], part(known, "values"), depth) for _ in keys[: self.random.randint(1, 2)]]
        return "{ " + "; ".join(f"{key}: {value}" for key, value in zip(keys, values)) + " }"

    def value(self, field: Field, known: dict[str, str], depth: int) -> str:
        """One value."""
        if field.type == TYPE.TYPE_ENUM:
            return self.enumeration(field, known)
        if not field.type_name:
            return self.scalar(field.type, known)
        return self.message(field.type_name, known, depth)

    def enumeration(self, field: Field, known: dict[str, str]) -> str:
        """The name of a value."""
        if field.type_name not in self.api.enums:
            raise Impossible(field.type_name)
        values = [
            value for value in self.api.enums[field.type_name].values
            if not value.is_deprecated and not value.is_disallowed
            and all(self.keeps(value.number, known, key) for key in known)
        ]  # fmt: skip
        if not values:
            raise Impossible(field.name)
        return self.random.choice(values).name

    def message(self, name: str, known: dict[str, str], depth: int) -> str:
        """A message, or the literal that becomes one."""
        short = name.removeprefix("google.protobuf.")
        if short in WRAPPERS:
            return self.scalar(WRAPPERS[short], known)
        if short == "Duration":
            return self.duration(known)
        if short == "Struct":
            return '{ team: "a"; level: 2; on: true; "tags": ["b", 1.5, null] }'
        if short == "Value":
            return self.random.choice(['"a"', "1", "true", "null", '["a"]', '{ a: "b" }'])
        if short == "ListValue":
            return '["a", 1]'
        if short == "Empty":
            return "{}"
        if short == "Any":
            return "{ \"@type\": envoy.config.core.v3.Locality; region: \"a\" }"
        if name.startswith("google."):
            raise Impossible(name)
        if name in ("envoy.config.core.v3.CidrRange", "xds.core.v3.CidrRange"):
            return self.random.choice(["192.0.2.0/24", "2001:db8::/32", "198.51.100.7"])
        if name in (
            "envoy.type.v3.FractionalPercent", "envoy.type.v3.Percent", "envoy.config.core.v3.RuntimeFractionalPercent",
        ):  # fmt: skip
            return self.random.choice(["5%", "0.25%", "99.9%", "0.0001%", "100%"])
        if depth <= -3:
            raise Impossible(name)
        return self.body(name, depth - 1, 0.35)

    # MARK: Scalars

    def duration(self, known: dict[str, str]) -> str:
        """A time between the bounds."""
        times = [(1, "1ms"), (50, "50ms"), (250, "250ms"), (1000, "1s"), (5000, "5s"), (90_000, "1m30s")]
        fitting = [text for time, text in times if all(self.keeps(time / 1000, known, key) for key in known)]
        if not fitting:
            raise Impossible("duration")
        return self.random.choice(fitting)

    def scalar(self, kind: int, known: dict[str, str]) -> str:
        """A value of a scalar's type."""
        if kind == TYPE.TYPE_BOOL:
            return known.get("const") or self.random.choice(["true", "false"])
        if kind in INTEGERS:
            numbers = [0, 1, 2, 3, 7, 10, 50, 100, 404, 1000, 1024, 8192, 65536, 1_000_000, LIMITS.get(kind, 2**40)]
            return self.random.choice(self.fitting(numbers, known))
        if kind in (TYPE.TYPE_DOUBLE, TYPE.TYPE_FLOAT):
            return self.random.choice(self.fitting([0, 0.25, 0.5, 1, 1.5, 2, 10, 100], known))
        return self.text(known)

    def fitting(self, numbers: list[float], known: dict[str, str]) -> list[str]:
        """Numbers that keep the rules."""
        if "in" in known:
            return known["in"].split(",")
        result = [str(number) for number in numbers if all(self.keeps(number, known, key) for key in known)]
        if not result:
            raise Impossible("number")
        return result

    def text(self, known: dict[str, str]) -> str:
        """A string that keeps the rules."""
        if "pattern" in known:
            raise Impossible("pattern")
        if "in" in known:
            return f'"{self.random.choice(known["in"].split(","))}"'
        text = self.random.choice(["a", "b-1", "x-epsilon", "trace"])
        text += "a" * max(0, int(known.get("min_len", known.get("min_bytes", 0))) - len(text))
        text = known.get("prefix", "") + text + known.get("suffix", "")
        if len(text) > int(known.get("max_len", known.get("max_bytes", 1 << 20))):
            raise Impossible("text")
        return f'"{text}"'
