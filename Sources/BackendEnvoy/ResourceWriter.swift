import EpicBackend
import EpicBase
import EpicEnvoyAPI
import EpicIR

/// One resource of Envoy's API, as JSON and as protobuf, and how its inlined form differs, which is JSON only.
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
  /// The message on the wire; its type is told by the kind of the resource.
  let protobuf: [UInt8]
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

/// What is carried along while a resource is written.
struct ResourceNotes: Sendable {
  fileprivate(set) var splices: [Resource.Splice] = []
  fileprivate(set) var marks: [ValueMark] = []
  /// Whether `note` notes anything.
  let isRecording: Bool
}

/// Writes resources one after the other, into buffers that are reused. Members are written in the order of the calls,
/// so that the same deployment gives the same bytes.
typealias ResourceWriter = MessageWriter<NoMessage, ResourceNotes>

/// Writes a message that is in a resource.
typealias ResourceMessage<Message> = MessageWriter<Message, ResourceNotes>

extension MessageWriter where Message == NoMessage, Notes == ResourceNotes {
  /// `lineDepth`: see `JSONWriter`. `isRecording`: whether somebody asks what values are made from.
  init(lineDepth: Int, isRecording: Bool = false) {
    self.init(
      MessageOutput(lineDepth: lineDepth, reserving: 1 << 14), notes: ResourceNotes(isRecording: isRecording))
  }

  /// Writes one resource: an object whose first member is its type, and its members. `sources` are what it is made
  /// from as a whole; `fields` are a hatch's, beside the members.
  mutating func resource<Kind: EnvoyMessage>(
    _ name: String, _ type: Kind.Type, from sources: @autoclosure () -> [ValueSource],
    adding fields: [DynamicField] = [], _ members: (inout ResourceMessage<Kind>) -> Void
  ) -> Resource {
    output.reset()
    notes.splices.removeAll(keepingCapacity: true)
    notes.marks.removeAll(keepingCapacity: true)
    note(all: sources())
    // Behind the comma, which the next member writes.
    let membersStart = output.begin(Kind.typeURL) + 1
    nested { (message: inout ResourceMessage<Kind>) in
      if fields.isEmpty { members(&message) } else { message.overlaid(fields, members) }
    }
    output.end()
    if notes.isRecording, !output.overlayMarks.isEmpty {
      notes.marks += output.overlayMarks.map { ValueMark(offset: $0.offset, [.origin(Origin($0.span))]) }
      // Stable: marks of one offset stay in the order in which they were noted.
      notes.marks = notes.marks.enumerated().sorted {
        ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset)
      }.map(\.element)
    }
    // Copies of the exact size: the buffers stay this writer's own, for the next resource.
    return Resource(
      name: name, bytes: [UInt8](output.json.bytes[...]), protobuf: [UInt8](output.protobuf[...]),
      membersStart: membersStart, splices: notes.splices, marks: notes.marks)
  }
}

extension MessageWriter where Notes == ResourceNotes {
  /// Says what the next value is made from: a member's, or an element. A branch and nothing more where nobody asks.
  mutating func note(_ source: @autoclosure () -> ValueSource) {
    if notes.isRecording { notes.marks.append(ValueMark(offset: output.position, [source()])) }
  }

  mutating func note(all sources: @autoclosure () -> [ValueSource]) {
    if notes.isRecording { notes.marks.append(ValueMark(offset: output.position, sources())) }
  }

  /// Members that the inlined form has otherwise: nothing, or the prefix and the resource as an object.
  mutating func replacedInline(
    by prefix: StaticString = "", inlining resource: Resource? = nil, _ body: (inout Self) -> Void
  ) {
    let start = output.position
    body(&self)
    notes.splices.append(
      Resource.Splice(start: start, end: output.position, prefix: prefix, inlined: resource.map { [$0] } ?? []))
  }

  /// A subscription to a single resource in a file of its own, watched by the file's name.
  mutating func fileSource(_ field: Field<Message, Envoy.ConfigSource>, path: String) {
    object(field) { source in
      source.object(.pathConfigSource) { $0.member(.path, path) }
      source.member(.resourceApiVersion, .v3)
    }
  }
}
