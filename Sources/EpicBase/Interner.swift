/// An interned name: equal names of one compilation have equal symbols.
@frozen
public struct Symbol: Hashable, Sendable {
  /// Index into the interner's tables.
  public var rawValue: UInt32

  /// Names a row of an interner's tables.
  @inlinable
  public init(rawValue: UInt32) { self.rawValue = rawValue }
}

/// Gives each distinct run of bytes one number. An open-addressing table of small slots, so that it stays in the cache, over
/// rows that hold the first sixteen bytes of their names: most names are found by one look at each, and no `String` is
/// made until somebody asks for one.
public struct Interner: Sendable {
  /// A place of the table.
  @usableFromInline
  struct Slot: Sendable {
    /// The hash's low half.
    @usableFromInline var tag: UInt32
    /// The name's symbol; `UInt32.max` in a free place.
    @usableFromInline var id: UInt32

    static let free = Slot(tag: 0, id: .max)
  }

  /// What is known of a name.
  @usableFromInline
  struct Row: Sendable {
    /// The first eight bytes, the first one lowest, zeros behind the name.
    @usableFromInline var low: UInt64
    /// The next eight bytes.
    @usableFromInline var high: UInt64
    /// Low half: the slot's tag. High half: where the search for the name begins.
    @usableFromInline var hash: UInt64
    /// Where the name's text starts among the words.
    @usableFromInline var start: UInt32
    /// Length in bytes.
    @usableFromInline var length: UInt32
  }

  private var words: [UInt64] = []
  @usableFromInline var rows: [Row] = []
  @usableFromInline var table: [Slot]
  @usableFromInline var mask: Int

  /// Creates an empty table. `capacity` is a hint: the number of distinct names expected.
  package init(capacity: Int = 256) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    table = [Slot](repeating: .free, count: size)
    mask = size - 1
  }

  /// Number of distinct names.
  package var count: Int { rows.count }

  /// The symbol of a name of at most sixteen bytes: `low` and `high` hold them, the first one lowest, zeros behind them.
  @inlinable
  @inline(__always)
  public mutating func intern(low: UInt64, high: UInt64, length: Int) -> Symbol {
    let hash = Interner.hash(low, high, length)
    var place = Interner.place(hash, mask)
    while true {
      let slot = table[place]
      if slot.id == .max { break }
      if slot.tag == UInt32(truncatingIfNeeded: hash) {
        let row = rows[Int(slot.id)]
        if row.low == low && row.high == high && row.length == UInt32(truncatingIfNeeded: length) {
          return Symbol(rawValue: slot.id)
        }
      }
      place = (place &+ 1) & mask
    }
    return addShort(low, high, length, hash, at: place)
  }

  /// The symbol of `text[start..<end]`. The range must lie in `text`; a range outside of it is clamped.
  package mutating func intern(_ text: [UInt8], _ start: Int, _ end: Int) -> Symbol {
    let upper = min(end, text.count)
    let lower = min(max(start, 0), upper)
    // Unsafe in name only: bytes have no padding that could be read.
    let bytes = unsafe text.span.bytes
    let length = upper - lower
    let low = Interner.word(bytes, lower, min(length, 8))
    let high = Interner.word(bytes, lower + min(length, 8), min(max(length - 8, 0), 8))
    if length <= 16 { return intern(low: low, high: high, length: length) }
    var hash = Interner.hash(low, high, length)
    var offset = 16
    while offset < length {
      hash = Interner.mix(hash, Interner.word(bytes, lower + offset, min(length - offset, 8)))
      offset += 8
    }
    var place = Interner.place(hash, mask)
    while table[place].id != .max {
      let id = table[place].id
      let row = rows[Int(id)]
      if row.hash == hash && Int(row.length) == length && row.low == low && row.high == high
        && hasSameRest(row, bytes, lower)
      {
        return Symbol(rawValue: id)
      }
      place = (place + 1) & mask
    }
    let first = words.count
    words += [low, high]
    offset = 16
    while offset < length {
      words.append(Interner.word(bytes, lower + offset, min(length - offset, 8)))
      offset += 8
    }
    return add(
      Row(low: low, high: high, hash: hash, start: UInt32(first), length: UInt32(truncatingIfNeeded: length)), at: place
    )
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

  @usableFromInline
  mutating func addShort(_ low: UInt64, _ high: UInt64, _ length: Int, _ hash: UInt64, at place: Int) -> Symbol {
    let first = words.count
    words.append(low)
    words.append(high)
    return add(
      Row(low: low, high: high, hash: hash, start: UInt32(first), length: UInt32(truncatingIfNeeded: length)), at: place
    )
  }

  /// Puts a name into a free place.
  private mutating func add(_ row: Row, at place: Int) -> Symbol {
    let id = UInt32(rows.count)
    rows.append(row)
    table[place] = Slot(tag: UInt32(truncatingIfNeeded: row.hash), id: id)
    // Three quarters full at most.
    if rows.count * 4 > table.count * 3 { grow() }
    return Symbol(rawValue: id)
  }

  /// Whether a name is `bytes[lower...]` behind its first sixteen bytes; the lengths are known to be equal.
  private func hasSameRest(_ row: Row, _ bytes: RawSpan, _ lower: Int) -> Bool {
    let length = Int(row.length)
    var offset = 16
    while offset < length {
      let word = Interner.word(bytes, lower + offset, min(length - offset, 8))
      if words[Int(row.start) + offset / 8] != word { return false }
      offset += 8
    }
    return true
  }

  /// The 0 to 8 bytes from an offset on, the first one lowest, zeros behind them.
  private static func word(_ bytes: RawSpan, _ offset: Int, _ count: Int) -> UInt64 {
    if offset + 8 <= bytes.byteCount {
      let word = WordOfBytes.load(bytes, offset)
      return count == 8 ? word : word & (1 << UInt64(count * 8) - 1)
    }
    var word: UInt64 = 0
    for index in 0..<count {
      // Unsafe in name only: the offset is checked, and every pattern of bits is a number.
      let byte = unsafe bytes.unsafeLoad(fromByteOffset: offset + index, as: UInt8.self)
      word |= UInt64(byte) << UInt64(index * 8)
    }
    return word
  }

  @inlinable
  @inline(__always)
  static func hash(_ low: UInt64, _ high: UInt64, _ length: Int) -> UInt64 {
    mix(mix(UInt64(truncatingIfNeeded: length), low), high)
  }

  /// One step of the hash: a multiplication whose high bits depend on all of the word's.
  @inlinable
  @inline(__always)
  static func mix(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    let product = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 29
  }

  /// Where the search for a hash begins.
  @inlinable
  @inline(__always)
  static func place(_ hash: UInt64, _ mask: Int) -> Int { Int(truncatingIfNeeded: hash >> 32) & mask }

  private mutating func grow() {
    let size = table.count * 2
    mask = size - 1
    table = [Slot](repeating: .free, count: size)
    for (id, row) in rows.enumerated() {
      var place = Interner.place(row.hash, mask)
      while table[place].id != .max { place = (place + 1) & mask }
      table[place] = Slot(tag: UInt32(truncatingIfNeeded: row.hash), id: UInt32(id))
    }
  }
}
