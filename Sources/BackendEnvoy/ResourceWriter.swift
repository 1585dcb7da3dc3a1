import EpicBase

/// One resource of Envoy's API as JSON, and how its inlined form differs.
struct Resource: Sendable {
  /// A part of the file that the inlined form replaces.
  struct Splice: Sendable {
    let start: Int
    let end: Int
    let prefix: StaticString
    /// At most one: written as an object behind the prefix.
    let inlined: [Resource]
  }
  /// Name of the resource, and of its file.
  let name: String
  /// The object, `@type` first.
  let bytes: [UInt8]
  /// Where the members behind `@type` start: an object that stands in its parent's field has no `@type`.
  let membersStart: Int
  /// In order of position.
  let splices: [Splice]

  /// Appends the resource as it stands in the inlined form.
  func appendInlined(to output: inout [UInt8]) {
    output.append(UInt8(ascii: "{"))
    var position = membersStart
    for splice in splices {
      output.append(contentsOf: bytes[position..<splice.start])
      output.append(splice.prefix)
      for resource in splice.inlined { resource.appendInlined(to: &output) }
      position = splice.end
    }
    // The object's end is written; the file's closing newline is not part of it.
    output.append(contentsOf: bytes[position..<(bytes.count - 1)])
  }
}

/// Writes resources one after the other, into one buffer that is reused. Members are written in the order of the calls,
/// so that the same deployment gives the same bytes.
struct ResourceWriter {
  private var json: JSONWriter
  private var splices: [Resource.Splice] = []
  private var membersStart = 0

  /// `lineDepth`: see `JSONWriter`.
  init(lineDepth: Int) { json = JSONWriter(lineDepth: lineDepth, reserving: 1 << 14) }

  /// Number of bytes of the current resource so far.
  var position: Int { json.bytes.count }

  /// Writes one resource: an object whose first member is its type, and its members.
  mutating func resource(_ name: String, type: StaticString, _ members: (inout ResourceWriter) -> Void) -> Resource {
    json.reset()
    splices.removeAll(keepingCapacity: true)
    json.begin(UInt8(ascii: "{"))
    json.member("@type", type)
    // Behind the comma, which the next member writes.
    membersStart = position + 1
    members(&self)
    json.end(UInt8(ascii: "}"))
    // A copy of the exact size: the buffer stays this writer's own, for the next resource.
    let bytes = [UInt8](json.finish()[...])
    return Resource(name: name, bytes: bytes, membersStart: membersStart, splices: splices)
  }

  /// Members that the inlined form has otherwise: nothing, or the prefix and the resource as an object.
  mutating func replacedInline(
    by prefix: StaticString = "", inlining resource: Resource? = nil, _ body: (inout ResourceWriter) -> Void
  ) {
    let start = position
    body(&self)
    splices.append(
      Resource.Splice(start: start, end: position, prefix: prefix, inlined: resource.map { [$0] } ?? []))
  }

  mutating func object(_ body: (inout ResourceWriter) -> Void) {
    json.begin(UInt8(ascii: "{"))
    body(&self)
    json.end(UInt8(ascii: "}"))
  }

  mutating func object(_ name: StaticString, _ body: (inout ResourceWriter) -> Void) {
    json.key(name)
    object(body)
  }

  mutating func object(named name: String, _ body: (inout ResourceWriter) -> Void) {
    json.key(name)
    object(body)
  }

  mutating func array(_ name: StaticString, _ body: (inout ResourceWriter) -> Void) {
    json.key(name)
    json.begin(UInt8(ascii: "["))
    body(&self)
    json.end(UInt8(ascii: "]"))
  }

  /// An extension: its name and its configuration, an object with `@type`.
  mutating func typed(
    _ field: StaticString, name: StaticString, type: StaticString, _ body: (inout ResourceWriter) -> Void = { _ in }
  ) {
    object(field) { $0.extensionMembers(name, type, body) }
  }

  /// An extension as an element of a list.
  mutating func typed(
    name: StaticString, type: StaticString, _ body: (inout ResourceWriter) -> Void = { _ in }
  ) {
    object { $0.extensionMembers(name, type, body) }
  }

  /// As `typed(name:type:_:)`, with a name that is data.
  mutating func typed(named name: String, type: StaticString, _ body: (inout ResourceWriter) -> Void) {
    object { writer in
      writer.member("name", name)
      writer.object("typed_config") { config in
        config.member("@type", type)
        body(&config)
      }
    }
  }

  private mutating func extensionMembers(
    _ name: StaticString, _ type: StaticString, _ body: (inout ResourceWriter) -> Void
  ) {
    member("name", name)
    object("typed_config") { config in
      config.member("@type", type)
      body(&config)
    }
  }

  mutating func member(_ name: StaticString, _ text: String) { json.member(name, text) }
  mutating func member(_ name: StaticString, _ text: StaticString) { json.member(name, text) }
  mutating func member(_ name: StaticString, _ flag: Bool) { json.member(name, flag) }
  mutating func member(_ name: StaticString, _ number: UInt32) { json.member(name, UInt64(number)) }
  mutating func member(_ name: StaticString, _ number: Int) { json.member(name, number) }
  /// A 64-bit number is a string in protobuf's JSON.
  mutating func member(_ name: StaticString, wide number: UInt64) { json.member(name, String(number)) }
  mutating func member(_ name: StaticString, _ address: IPAddress) { json.member(name, address) }
  mutating func value(_ text: String) { json.value(text) }
  mutating func value(_ text: StaticString) { json.value(text) }

  /// Members or a value that are JSON already.
  mutating func raw(_ text: StaticString) { json.raw(text) }
  mutating func raw(_ bytes: ArraySlice<UInt8>) { json.raw(bytes) }
  /// Goes on with what `raw` began.
  mutating func continued(_ text: StaticString) { json.continued(text) }
  mutating func continued(_ address: IPAddress) { json.continued(address) }
  mutating func continued(_ number: UInt64) { json.continued(number) }
  /// A text without a character that JSON escapes.
  mutating func continued(_ text: String) { json.continued(text) }

  /// A duration: seconds with up to three decimals, as protobuf's JSON has it.
  mutating func member(_ name: StaticString, _ time: TimeSpan) {
    json.key(name)
    json.raw("\"")
    json.continued(time.milliseconds / 1000)
    let rest = time.milliseconds % 1000
    if rest > 0 {
      json.continued(rest < 10 ? ".00" : rest < 100 ? ".0" : ".")
      json.continued(rest)
    }
    json.continued("s\"")
  }

  /// A subscription to a single resource in a file of its own, watched by the file's name.
  mutating func fileSource(_ name: StaticString, path: String) {
    object(name) { source in
      source.object("path_config_source") { $0.member("path", path) }
      source.member("resource_api_version", "V3")
    }
  }
}
