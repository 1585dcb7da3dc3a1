import EpicBackend
import EpicBase

/// One artifact, indexed by its values.
package struct ExplainedFile: Sendable {
  /// What the file holds.
  private enum Content: Sendable {
    /// With the sources of the values that were noted, by offset.
    case json(JSONValue, [Int: [ValueSource]])
    /// Offsets of the lines.
    case text([Int])
    case binary
  }
  /// Path in the artifact tree.
  package let path: String
  package let bytes: [UInt8]
  private let marks: [ValueMark]
  private let content: Content
  private let reason: @Sendable (String) -> String?
  /// What stands for a file that nothing was noted of.
  let fallback: [ValueSource]

  /// Longest text of a value that is shown whole, in bytes.
  private static let shownBytes = 400

  /// `reason` says why EPIC itself writes a member; `fallback` is what the whole file is made for.
  init(
    path: String, bytes: [UInt8], marks: [ValueMark], fallback: [ValueSource],
    reason: @escaping @Sendable (String) -> String?
  ) {
    self.path = path
    self.bytes = bytes
    self.marks = marks
    self.fallback = fallback
    self.reason = reason
    content = Self.content(path, bytes, marks)
  }

  private static func content(_ path: String, _ bytes: [UInt8], _ marks: [ValueMark]) -> Content {
    if path.hasSuffix(".json") {
      do throws(JSONError) {
        let root = try JSONReader.read(bytes)
        return .json(root, assigned(marks, root))
      } catch {
        return .binary
      }
    }
    guard path.hasSuffix(".conf") || path.hasSuffix(".nsupdate") else { return .binary }
    var lines = [0]
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") && offset + 1 < bytes.count {
      lines.append(offset + 1)
    }
    return .text(lines)
  }

  /// Gives each mark to the first value that starts at or behind it. Linear.
  private static func assigned(_ marks: [ValueMark], _ root: JSONValue) -> [Int: [ValueSource]] {
    var offsets: [Int] = []
    func visit(_ value: JSONValue) {
      offsets.append(value.offset)
      for element in value.elements ?? [] { visit(element) }
      for member in value.members ?? [] { visit(member.value) }
    }
    visit(root)
    var result: [Int: [ValueSource]] = [:]
    var next = 0
    for mark in marks {
      while next < offsets.count, offsets[next] < mark.offset { next += 1 }
      guard next < offsets.count else { break }
      result[offsets[next], default: []] += mark.sources
    }
    return result
  }

  /// Places of all values that hold no others: scalars and empty containers, or lines, or the file itself.
  package var leaves: [WhyAnswer.Place?] {
    switch content {
    case .json(let root, _):
      var result: [WhyAnswer.Place?] = []
      func visit(_ value: JSONValue, _ path: String) {
        if let elements = value.elements, !elements.isEmpty {
          for (index, element) in elements.enumerated() { visit(element, "\(path)/\(index)") }
        } else if let members = value.members, !members.isEmpty {
          for member in members { visit(member.value, "\(path)/\(JSONPointer.escaped(member.name))") }
        } else {
          result.append(.pointer(path))
        }
      }
      visit(root, "")
      return result
    case .text(let lines): return lines.indices.map { .line($0 + 1) }
    case .binary: return [nil]
    }
  }

  /// The value's text, what it was made from, and why EPIC writes it if no statement says it.
  func value(at place: WhyAnswer.Place?) throws(WhyError) -> (text: String, sources: [ValueSource]) {
    switch (content, place) {
    case (_, nil): return ("\(bytes.count) bytes", marks.first { $0.offset == 0 }?.sources ?? fallback)
    case (.json(let root, let noted), .pointer(let pointer)?): return try value(at: pointer, root, noted)
    case (.text(let lines), .line(let number)?):
      guard number >= 1, number <= lines.count else {
        throw WhyError("`\(path)` has \(lines.count) lines; there is no line \(number)")
      }
      let start = lines[number - 1]
      let end = number < lines.count ? lines[number] - 1 : bytes.count
      let mark = marks.last { $0.offset <= start }
      return (
        String(decoding: bytes[start..<max(start, end)], as: UTF8.self).trimmed,
        mark.map { $0.sources.isEmpty ? fallback : $0.sources } ?? fallback
      )
    case (.json, .line?): throw WhyError("`\(path)` is JSON: name a value by a pointer, as `\(path)#/…`")
    case (.text, .pointer?): throw WhyError("`\(path)` is a text: name a line by its number, as `\(path):1`")
    case (.binary, _?): throw WhyError("`\(path)` is binary: ask for it as a whole")
    }
  }

  private func value(
    at pointer: String, _ root: JSONValue, _ noted: [Int: [ValueSource]]
  ) throws(WhyError) -> (text: String, sources: [ValueSource]) {
    var trail: [(name: String, value: JSONValue)] = [("", root)]
    for step in try JSONPointer.steps(of: pointer) {
      let (name, value) = trail[trail.count - 1]
      guard let next = JSONPointer.child(step, of: value) else {
        let place = trail.dropFirst().map { "/\(JSONPointer.escaped($0.name))" }.joined()
        throw WhyError("`\(path)#\(place)` \(JSONPointer.contents(of: value)): there is no `\(step)`")
      }
      _ = name
      trail.append((step, next))
    }
    var sources: [ValueSource] = []
    var constant: String?
    for (name, value) in trail.reversed() {
      if let found = noted[value.offset], !found.isEmpty {
        sources = found
        break
      }
      if constant == nil { constant = reason(name) }
    }
    if sources.isEmpty { sources = fallback }
    if let constant { sources.insert(.rule(constant), at: 0) }
    return (shown(trail[trail.count - 1].value), sources)
  }

  private func shown(_ value: JSONValue) -> String {
    var json = JSONWriter(pretty: false)
    json.value(value)
    let text = String(decoding: json.bytes, as: UTF8.self)
    return text.utf8.count <= Self.shownBytes ? text : "\(text.prefix(Self.shownBytes)) …"
  }
}

/// JSON pointers (RFC 6901).
enum JSONPointer {
  /// Deepest pointer that is followed: no document that is read is deeper.
  private static let maximumSteps = JSONReader.maximumDepth + 1

  /// The names of a pointer, `~1` and `~0` resolved. Empty for the whole document.
  static func steps(of pointer: String) throws(WhyError) -> [String] {
    if pointer.isEmpty { return [] }
    guard pointer.hasPrefix("/") else {
      throw WhyError("the pointer `\(pointer)` does not start with `/` (RFC 6901)")
    }
    let steps = pointer.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    if steps.count > maximumSteps { throw WhyError("the pointer has more than \(maximumSteps) steps") }
    return steps.map { step in
      guard step.contains("~") else { return String(step) }
      return step.split(separator: "~1", omittingEmptySubsequences: false)
        .map { $0.split(separator: "~0", omittingEmptySubsequences: false).joined(separator: "~") }
        .joined(separator: "/")
    }
  }

  static func escaped(_ name: String) -> String {
    guard name.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else { return name }
    return name.split(separator: "~", omittingEmptySubsequences: false).joined(separator: "~0")
      .split(separator: "/", omittingEmptySubsequences: false).joined(separator: "~1")
  }

  /// The member or element. An index is written without leading zeros.
  static func child(_ step: String, of value: JSONValue) -> JSONValue? {
    guard let elements = value.elements else { return value[step] }
    guard let index = Int(step), String(index) == step, elements.indices.contains(index) else { return nil }
    return elements[index]
  }

  /// What there is instead, as a phrase behind the value's name.
  static func contents(of value: JSONValue) -> String {
    if let elements = value.elements {
      return elements.isEmpty ? "is an empty list" : "is a list of \(elements.count)"
    }
    guard let members = value.members else { return "is no list or object" }
    if members.isEmpty { return "is an empty object" }
    let names = members.prefix(20).map { "`\($0.name)`" }.joined(separator: ", ")
    return "holds \(names)\(members.count > 20 ? ", …" : "")"
  }
}

extension String {
  /// Without blanks at both ends.
  fileprivate var trimmed: String {
    let bytes = Array(utf8)
    guard let first = bytes.firstIndex(where: { $0 != 32 }), let last = bytes.lastIndex(where: { $0 != 32 }) else {
      return ""
    }
    return String(decoding: bytes[first...last], as: UTF8.self)
  }
}
