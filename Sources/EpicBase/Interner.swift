/// An interned name: equal names of one compilation have equal symbols.
@frozen
package struct Symbol: Hashable, Sendable {
  /// Index into the interner's tables.
  package var rawValue: UInt32

  @inlinable
  package init(rawValue: UInt32) { self.rawValue = rawValue }
}

/// Gives each distinct run of bytes one number. An open-addressing table over names that are kept as words of eight bytes:
/// hashing and comparing a name takes a step for each word, and no `String` is made until somebody asks for one.
package struct Interner: Sendable {
  /// What is known of a name.
  private struct Row {
    var hash: UInt64
    /// The first eight bytes, so that a short name is compared without looking further.
    var firstWord: UInt64
    /// Where the name's words start.
    var start: UInt32
    /// Length in bytes.
    var length: UInt32
  }

  private var words: [UInt64] = []
  private var rows: [Row] = []
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
  package var count: Int { rows.count }

  /// The symbol of `text[start..<end]`. The range must lie in `text`; a range outside of it is clamped.
  package mutating func intern(_ text: [UInt8], _ start: Int, _ end: Int) -> Symbol {
    let upper = min(end, text.count)
    let lower = min(max(start, 0), upper)
    // Unsafe in name only: bytes have no padding that could be read.
    let bytes = unsafe text.span.bytes
    let length = upper - lower
    let firstWord = Interner.word(bytes, lower, min(length, 8))
    var hash = Interner.mix(UInt64(truncatingIfNeeded: length), firstWord)
    var offset = 8
    while offset < length {
      hash = Interner.mix(hash, Interner.word(bytes, lower + offset, min(length - offset, 8)))
      offset += 8
    }
    var slot = Int(truncatingIfNeeded: hash >> 32) & mask
    while true {
      let candidate = table[slot]
      if candidate == .max { break }
      let row = rows[Int(candidate)]
      if row.hash == hash && row.firstWord == firstWord && Int(row.length) == length
        && (length <= 8 || hasSameRest(row, bytes, lower))
      {
        return Symbol(rawValue: candidate)
      }
      slot = (slot + 1) & mask
    }
    let row = Row(
      hash: hash, firstWord: firstWord, start: UInt32(words.count), length: UInt32(truncatingIfNeeded: length))
    return add(row, bytes, lower, at: slot)
  }

  private mutating func add(_ row: Row, _ bytes: RawSpan, _ lower: Int, at slot: Int) -> Symbol {
    let id = UInt32(rows.count)
    rows.append(row)
    var offset = 0
    while offset < Int(row.length) {
      words.append(Interner.word(bytes, lower + offset, min(Int(row.length) - offset, 8)))
      offset += 8
    }
    table[slot] = id
    if rows.count * 2 > table.count { grow() }
    return Symbol(rawValue: id)
  }

  /// The symbol of a string's UTF-8 bytes.
  package mutating func intern(_ text: String) -> Symbol {
    let array = Array(text.utf8)
    return intern(array, 0, array.count)
  }

  /// The text of a symbol of this interner; the empty string for a symbol of another one.
  package func text(of symbol: Symbol) -> String {
    guard Int(symbol.rawValue) < rows.count else { return "" }
    let row = rows[Int(symbol.rawValue)]
    let bytes = (0..<Int(row.length)).map { offset in
      UInt8(truncatingIfNeeded: words[Int(row.start) + offset / 8] >> UInt64(offset % 8 * 8))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether a name is `bytes[lower...]` behind its first word; the lengths are known to be equal.
  private func hasSameRest(_ row: Row, _ bytes: RawSpan, _ lower: Int) -> Bool {
    let length = Int(row.length)
    var offset = 8
    while offset < length {
      let word = Interner.word(bytes, lower + offset, min(length - offset, 8))
      if words[Int(row.start) + offset / 8] != word { return false }
      offset += 8
    }
    return true
  }

  /// The 0 to 8 bytes from an offset on, the first one lowest, zeros behind them.
  @inline(__always)
  private static func word(_ bytes: RawSpan, _ offset: Int, _ count: Int) -> UInt64 {
    if offset + 8 <= bytes.byteCount {
      // Unsafe in name only: the offset is checked, and every pattern of bits is a number.
      let word = unsafe UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
      return count == 8 ? word : word & (1 << UInt64(count * 8) - 1)
    }
    var word: UInt64 = 0
    for index in 0..<count {
      let byte = unsafe bytes.unsafeLoad(fromByteOffset: offset + index, as: UInt8.self)
      word |= UInt64(byte) << UInt64(index * 8)
    }
    return word
  }

  /// One step of the hash: a multiplication whose high bits depend on all of the word's.
  @inline(__always)
  private static func mix(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    let product = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 29
  }

  private mutating func grow() {
    let size = table.count * 2
    mask = size - 1
    table = [UInt32](repeating: .max, count: size)
    for id in rows.indices {
      var slot = Int(truncatingIfNeeded: rows[id].hash >> 32) & mask
      while table[slot] != .max { slot = (slot + 1) & mask }
      table[slot] = UInt32(id)
    }
  }
}
