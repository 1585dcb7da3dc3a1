/// An interned name: equal names of one compilation have equal symbols.
@frozen
package struct Symbol: Hashable, Sendable {
  /// Index into the interner's tables.
  package var rawValue: UInt32

  @inlinable
  package init(rawValue: UInt32) { self.rawValue = rawValue }
}

/// Gives each distinct run of bytes one number. An open-addressing table over byte ranges: no `String` is made until
/// somebody asks for one.
package struct Interner: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [UInt32] = [0]
  private var hashes: [UInt32] = []
  private var table: [UInt32]
  private var mask: Int

  /// Creates an empty table. `capacity` is a hint: the number of distinct names expected.
  package init(capacity: Int = 256) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    table = [UInt32](repeating: .max, count: size)
    mask = size - 1
  }

  /// Number of distinct names.
  package var count: Int { hashes.count }

  /// The symbol of `text[start..<end]`. The range must lie in `text`; a range outside of it is clamped.
  package mutating func intern(_ text: [UInt8], _ start: Int, _ end: Int) -> Symbol {
    let upper = min(end, text.count)
    let lower = min(max(start, 0), upper)
    var hash = Interner.emptyHash
    for index in lower..<upper { hash = Interner.hash(hash, text[index]) }
    return intern(text, lower, upper, hash: hash)
  }

  /// Where the hash of a name starts, for `intern(_:_:_:hash:)`.
  @inlinable
  package static var emptyHash: UInt32 { 2_166_136_261 }

  /// The hash with one more byte (FNV-1a).
  @inlinable
  package static func hash(_ hash: UInt32, _ byte: UInt8) -> UInt32 { (hash ^ UInt32(byte)) &* 16_777_619 }

  /// As `intern(_:_:_:)`, for callers that made the bytes' hash while they read them.
  package mutating func intern(_ text: [UInt8], _ start: Int, _ end: Int, hash: UInt32) -> Symbol {
    let upper = min(end, text.count)
    let lower = min(max(start, 0), upper)
    let hash = hash ^ hash >> 15
    var slot = Int(hash) & mask
    while true {
      let candidate = table[slot]
      if candidate == .max { break }
      let id = Int(candidate)
      if hashes[id] == hash && matches(id, text, lower, upper) { return Symbol(rawValue: candidate) }
      slot = (slot + 1) & mask
    }
    let id = UInt32(hashes.count)
    bytes.append(contentsOf: text[lower..<upper])
    ends.append(UInt32(bytes.count))
    hashes.append(hash)
    table[slot] = id
    if hashes.count * 2 > table.count { grow() }
    return Symbol(rawValue: id)
  }

  /// The symbol of a string's UTF-8 bytes.
  package mutating func intern(_ text: String) -> Symbol {
    let array = Array(text.utf8)
    return intern(array, 0, array.count)
  }

  /// The text of a symbol of this interner; the empty string for a symbol of another one.
  package func text(of symbol: Symbol) -> String {
    let id = Int(symbol.rawValue)
    guard id < hashes.count else { return "" }
    return String(decoding: bytes[Int(ends[id])..<Int(ends[id + 1])], as: UTF8.self)
  }

  private func matches(_ id: Int, _ text: [UInt8], _ lower: Int, _ upper: Int) -> Bool {
    let start = Int(ends[id])
    let length = Int(ends[id + 1]) - start
    guard length == upper - lower else { return false }
    let (ours, theirs) = (bytes.span.extracting(start..<start + length), text.span.extracting(lower..<upper))
    for offset in ours.indices where ours[offset] != theirs[offset] { return false }
    return true
  }

  private mutating func grow() {
    let size = table.count * 2
    mask = size - 1
    table = [UInt32](repeating: .max, count: size)
    for id in hashes.indices {
      var slot = Int(hashes[id]) & mask
      while table[slot] != .max { slot = (slot + 1) & mask }
      table[slot] = UInt32(id)
    }
  }
}
