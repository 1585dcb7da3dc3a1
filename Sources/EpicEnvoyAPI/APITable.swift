import CEpicAssets

/// Envoy's API as the pinned Envoy decodes it: messages, fields, enumerations and extensions, looked up by name in a table
/// that the compiler carries. `Tests/Support/envoy/api_tables.py` writes it from the descriptors in Envoy's binary.
///
/// Nothing is read but what is asked for: rows have a fixed size and are in the order of their names' bytes.
///
/// **The table**, all numbers little-endian: `EPICAPI1`; seven 32-bit counts, of texts, messages, fields, oneofs,
/// enumerations, values and extensions; then their rows, and the bytes of all texts:
///
///     text         end: u32                                         texts are in order, each once; a text is named by its place
///     message      name: u16, first field: u16, fields: u16, first oneof: u16, oneofs: u8, flags: u8
///     field        name: u16, number: u16, type: u8, oneof: u8 (from 1), flags: u16, message or enumeration: u16, rules: u16
///     oneof        name: u16, is required: u16
///     enumeration  name: u16, first value: u16, values: u16
///     value        name: u16, flags: u16, number: i32
///     extension    category: u16, name: u16, message: u16
package struct APITable: Sendable {
  private let bytes: [UInt8]
  private let texts: Section
  private let messages: Section
  private let fields: Section
  private let oneofs: Section
  private let enumerations: Section
  private let values: Section
  private let extensionRows: Section
  /// Where the bytes of texts start.
  private let textBytes: Int

  private struct Section {
    let start: Int
    let count: Int
    let size: Int
  }

  /// A message, by its place.
  package struct MessageID: Hashable, Sendable { fileprivate let index: Int }

  /// An enumeration, by its place.
  package struct EnumerationID: Hashable, Sendable { fileprivate let index: Int }

  /// The table that the compiler carries; nil if it carries none that can be read.
  package static let embedded: APITable? = asset("Tables/envoy-api.bin").flatMap { APITable($0) }

  /// Full names of messages, fields and enumerations that the published API has and the binary does not know.
  package static let onlyPublished: Set<String> = {
    var names: Set<String> = []
    for line in String(decoding: asset("Tables/envoy-api-differences.txt") ?? [], as: UTF8.self).split(separator: "\n")
    where line.hasPrefix("- ") {
      names.insert(String(line.dropFirst(2).prefix { $0 != ":" && $0 != " " }))
    }
    return names
  }()

  private static func asset(_ name: String) -> [UInt8]? {
    for position in 0..<epic_asset_count() {
      guard let asset = unsafe epic_asset_at(position)?.pointee, unsafe String(cString: asset.name) == name else {
        continue
      }
      return unsafe Array(UnsafeBufferPointer(start: asset.bytes, count: Int(asset.count)))
    }
    return nil
  }

  /// Nil for bytes that are no table of this layout.
  package init?(_ bytes: [UInt8]) {
    guard bytes.count >= 36, bytes.starts(with: "EPICAPI1".utf8) else { return nil }
    self.bytes = bytes
    var sections: [Section] = []
    var start = 36
    for (index, size) in [4, 10, 12, 4, 6, 8, 6].enumerated() {
      let count = Self.number(bytes, 8 + index * 4, size: 4)
      guard count <= (bytes.count - start) / size else { return nil }
      sections.append(Section(start: start, count: count, size: size))
      start += count * size
    }
    (texts, messages, fields, oneofs) = (sections[0], sections[1], sections[2], sections[3])
    (enumerations, values, extensionRows) = (sections[4], sections[5], sections[6])
    textBytes = start
  }

  // MARK: Messages

  package var messageCount: Int { messages.count }

  /// A message by its full name: `envoy.config.cluster.v3.Cluster`.
  package func message(named name: String) -> APIMessage? {
    guard let text = text(equalTo: name) else { return nil }
    return row(of: text, in: messages, 0..<messages.count).map { message(MessageID(index: $0)) }
  }

  package func message(_ id: MessageID) -> APIMessage {
    let row = id.index
    let flags = number(messages, row, 9, size: 1)
    return APIMessage(
      id: id, name: text(number(messages, row, 0)), isEntry: flags & 1 != 0, isUnpublished: flags & 2 != 0,
      isDeprecated: flags & 4 != 0)
  }

  /// Full names of all messages that are no entries of maps, in order.
  package var messageNames: [String] {
    (0..<messages.count).map { message(MessageID(index: $0)) }.filter { !$0.isEntry }.map(\.name)
  }

  /// A field by its name in the .proto file.
  package func field(named name: String, of message: MessageID) -> APIField? {
    guard let text = text(equalTo: name), let index = row(of: text, in: fields, fieldRange(message)) else { return nil }
    return field(at: index)
  }

  /// The fields of a message, in order of their names.
  package func fields(of message: MessageID) -> [APIField] { fieldRange(message).map { field(at: $0) } }

  /// The groups of a message's fields of which at most one is set, in order of `APIField.oneof`.
  package func oneofs(of message: MessageID) -> [APIOneof] {
    let first = number(messages, message.index, 6)
    return (0..<number(messages, message.index, 8, size: 1)).map { place in
      APIOneof(
        name: text(number(oneofs, first + place, 0)), isRequired: number(oneofs, first + place, 2) != 0)
    }
  }

  private func fieldRange(_ message: MessageID) -> Range<Int> {
    let first = number(messages, message.index, 2)
    return first..<(first + number(messages, message.index, 4))
  }

  private func field(at row: Int) -> APIField {
    let flags = number(fields, row, 6)
    let type = APIField.Kind(rawValue: UInt8(truncatingIfNeeded: number(fields, row, 4, size: 1))) ?? .message
    let oneof = number(fields, row, 5, size: 1)
    let target = number(fields, row, 8)
    return APIField(
      name: text(number(fields, row, 0)), number: UInt32(number(fields, row, 2)), kind: type,
      message: type == .message ? MessageID(index: target) : nil,
      enumeration: type == .enumeration ? EnumerationID(index: target) : nil, oneof: oneof == 0 ? nil : oneof - 1,
      traits: APIField.Traits(rawValue: UInt16(flags)), rules: text(number(fields, row, 10)))
  }

  // MARK: Enumerations

  /// An enumeration by its full name.
  package func enumeration(named name: String) -> EnumerationID? {
    guard let text = text(equalTo: name) else { return nil }
    return row(of: text, in: enumerations, 0..<enumerations.count).map { EnumerationID(index: $0) }
  }

  package func name(of enumeration: EnumerationID) -> String { text(number(enumerations, enumeration.index, 0)) }

  /// A value by its name.
  package func value(named name: String, of enumeration: EnumerationID) -> APIValue? {
    guard let text = text(equalTo: name) else { return nil }
    return row(of: text, in: values, valueRange(enumeration)).map { value(at: $0) }
  }

  /// The values of an enumeration, in order of their names.
  package func values(of enumeration: EnumerationID) -> [APIValue] { valueRange(enumeration).map { value(at: $0) } }

  private func valueRange(_ enumeration: EnumerationID) -> Range<Int> {
    let first = number(enumerations, enumeration.index, 2)
    return first..<(first + number(enumerations, enumeration.index, 4))
  }

  private func value(at row: Int) -> APIValue {
    let flags = number(values, row, 2)
    let number = UInt32(truncatingIfNeeded: number(values, row, 4, size: 4))
    return APIValue(
      name: text(self.number(values, row, 0)), number: Int32(bitPattern: number), isDeprecated: flags & 1 != 0,
      isDisallowed: flags & 2 != 0, isUnpublished: flags & 4 != 0)
  }

  // MARK: Extensions

  /// What Envoy calls the extensions that a message configures; empty for a message that configures none.
  package func extensions(configuredBy message: MessageID) -> [APIExtension] {
    (0..<extensionRows.count).filter { number(extensionRows, $0, 4) == message.index }.map { extensionRow($0) }
  }

  /// The extensions of a category (`envoy.filters.http`), in order of their names. One name may take several messages.
  package func extensions(in category: String) -> [APIExtension] {
    guard let text = text(equalTo: category) else { return [] }
    let first = lowerBound(0..<extensionRows.count) { number(extensionRows, $0, 0) < text }
    let end = lowerBound(first..<extensionRows.count) { number(extensionRows, $0, 0) <= text }
    return (first..<end).map { extensionRow($0) }
  }

  private func extensionRow(_ row: Int) -> APIExtension {
    APIExtension(
      category: text(number(extensionRows, row, 0)), name: text(number(extensionRows, row, 2)),
      message: MessageID(index: number(extensionRows, row, 4)))
  }

  // MARK: Rows

  /// The row of a section whose name is the text at that place.
  private func row(of text: Int, in section: Section, _ range: Range<Int>) -> Int? {
    let index = lowerBound(range) { number(section, $0, 0) < text }
    return index < range.upperBound && number(section, index, 0) == text ? index : nil
  }

  /// The place of a text.
  private func text(equalTo text: String) -> Int? {
    let wanted = Array(text.utf8)
    let index = lowerBound(0..<texts.count) { slice($0).lexicographicallyPrecedes(wanted) }
    return index < texts.count && slice(index).elementsEqual(wanted) ? index : nil
  }

  private func text(_ index: Int) -> String { String(decoding: slice(index), as: UTF8.self) }

  private func slice(_ index: Int) -> ArraySlice<UInt8> {
    let start = textBytes + (index == 0 ? 0 : number(texts, index - 1, 0, size: 4))
    let end = textBytes + number(texts, index, 0, size: 4)
    return start <= end && end <= bytes.count ? bytes[start..<end] : []
  }

  /// The first place of the range where the condition, which holds up to some place, does not hold.
  private func lowerBound(_ range: Range<Int>, _ isBelow: (Int) -> Bool) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = low + (high - low) / 2
      if isBelow(middle) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// A number of a row; nothing where there is no such row.
  private func number(_ section: Section, _ row: Int, _ offset: Int, size: Int = 2) -> Int {
    guard row < section.count else { return 0 }
    return Self.number(bytes, section.start + row * section.size + offset, size: size)
  }

  private static func number(_ bytes: [UInt8], _ offset: Int, size: Int) -> Int {
    var value = 0
    for index in 0..<size { value |= Int(bytes[offset + index]) << (index * 8) }
    return value
  }
}
