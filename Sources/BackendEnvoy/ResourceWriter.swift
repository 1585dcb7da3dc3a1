import EpicBackend
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
  /// What its values were made from, in order of offset; empty unless somebody asks.
  let marks: [ValueMark]

  /// Appends the resource as it stands in the inlined form, and its marks at their new offsets.
  func appendInlined(to output: inout [UInt8], _ moved: inout [ValueMark]) {
    var next = 0
    while next < marks.count, marks[next].offset == 0 {
      moved.append(ValueMark(offset: output.count, marks[next].sources))
      next += 1
    }
    output.append(UInt8(ascii: "{"))
    var position = membersStart
    for splice in splices {
      move(from: &next, behind: position, upTo: splice.start, to: output.count, &moved)
      output.append(contentsOf: bytes[position..<splice.start])
      output.append(splice.prefix)
      for resource in splice.inlined { resource.appendInlined(to: &output, &moved) }
      while next < marks.count, marks[next].offset < splice.end { next += 1 }
      position = splice.end
    }
    move(from: &next, behind: position, upTo: bytes.count, to: output.count, &moved)
    // The object's end is written; the file's closing newline is not part of it.
    output.append(contentsOf: bytes[position..<(bytes.count - 1)])
  }

  /// Moves the marks up to an offset of the bytes at `position`, which are about to be written at `place`.
  private func move(
    from next: inout Int, behind position: Int, upTo end: Int, to place: Int, _ moved: inout [ValueMark]
  ) {
    while next < marks.count, marks[next].offset <= end {
      moved.append(ValueMark(offset: place + max(0, marks[next].offset - position), marks[next].sources))
      next += 1
    }
  }
}

/// Writes resources one after the other, into one buffer that is reused. Members are written in the order of the calls,
/// so that the same deployment gives the same bytes.
struct ResourceWriter {
  private var json: JSONWriter
  private var splices: [Resource.Splice] = []
  private var membersStart = 0
  private var marks: [ValueMark] = []
  /// Whether `note` notes anything.
  private let isRecording: Bool

  /// `lineDepth`: see `JSONWriter`. `isRecording`: whether somebody asks what values are made from.
  init(lineDepth: Int, isRecording: Bool = false) {
    json = JSONWriter(lineDepth: lineDepth, reserving: 1 << 14)
    self.isRecording = isRecording
  }

  /// Says what the next value is made from: a member's, or an element. A branch and nothing more where nobody asks.
  mutating func note(_ source: @autoclosure () -> ValueSource) {
    if isRecording { marks.append(ValueMark(offset: position, [source()])) }
  }

  mutating func note(all sources: @autoclosure () -> [ValueSource]) {
    if isRecording { marks.append(ValueMark(offset: position, sources())) }
  }

  /// Number of bytes of the current resource so far.
  var position: Int { json.bytes.count }

  /// Writes one resource: an object whose first member is its type, and its members. `sources` are what it is made
  /// from as a whole.
  mutating func resource(
    _ name: String, type: StaticString, from sources: @autoclosure () -> [ValueSource],
    _ members: (inout ResourceWriter) -> Void
  ) -> Resource {
    json.reset()
    splices.removeAll(keepingCapacity: true)
    marks.removeAll(keepingCapacity: true)
    note(all: sources())
    json.begin(UInt8(ascii: "{"))
    json.member("@type", type)
    // Behind the comma, which the next member writes.
    membersStart = position + 1
    members(&self)
    json.end(UInt8(ascii: "}"))
    // A copy of the exact size: the buffer stays this writer's own, for the next resource.
    let bytes = [UInt8](json.finish()[...])
    return Resource(name: name, bytes: bytes, membersStart: membersStart, splices: splices, marks: marks)
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

  /// A `Percent`'s number: 12.5 for 12.5%.
  mutating func member(_ name: StaticString, percent share: Percentage) {
    json.key(name)
    json.raw(Array(share.description.utf8.dropLast())[...])
  }

  /// A subscription to a single resource in a file of its own, watched by the file's name.
  mutating func fileSource(_ name: StaticString, path: String) {
    object(name) { source in
      source.object("path_config_source") { $0.member("path", path) }
      source.member("resource_api_version", "V3")
    }
  }
}
