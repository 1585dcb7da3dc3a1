import EpicBase

/// A name of up to sixteen bytes, found and compared eight bytes at a time: most words of a file are one.
///
/// It decides nothing of its own. Where it says nothing (longer names, names beside other word characters, names at the
/// file's very end), the word goes the long way through `NameRun` and `WordClass`.
struct ShortName {
  let length: Int
  /// The first eight bytes, the first one lowest, zeros behind the name.
  let low: UInt64
  /// The other eight bytes.
  let high: UInt64

  /// Reads the name characters from `start` on, which are less than 17. Nil if there are none, or if the text ends within
  /// 16 bytes.
  @inline(__always)
  init?(_ text: Span<UInt8>, _ start: Int) {
    guard start <= text.count - 16 else { return nil }
    let bytes = unsafe text.bytes
    let low = WordOfBytes.load(bytes, start)
    let stop = ~WordOfBytes.nameBits(low) & WordOfBytes.highBits
    if stop != 0 {
      length = stop.trailingZeroBitCount >> 3
      self.low = low & WordOfBytes.below(stop)
      high = 0
      return
    }
    let high = WordOfBytes.load(bytes, start + 8)
    let highStop = ~WordOfBytes.nameBits(high) & WordOfBytes.highBits
    self.low = low
    if highStop != 0 {
      length = 8 + highStop.trailingZeroBitCount >> 3
      self.high = high & WordOfBytes.below(highStop)
    } else {
      length = 16
      self.high = high
    }
  }
}

/// The frequent words with dots: labels joined by them, the first one not of digits. It decides nothing of its own, as
/// `ShortName`.
enum DottedName {
  /// Behind the dotted name that starts at `start`, a letter or `_`; nil for words of other forms.
  static func end(_ text: Span<UInt8>, _ table: Span<UInt8>, _ starts: Span<UInt8>, _ start: Int) -> Int? {
    var index = start
    var label = start
    var hasLetter = false
    while index < text.count {
      let byte = text[index]
      let characterClass = table[Int(byte)]
      if characterClass & CharacterClass.name != 0 {
        if characterClass == CharacterClass.letter { hasLetter = true }
        if index == label && byte == UInt8(ascii: "-") { return nil }
        index &+= 1
      } else if characterClass == CharacterClass.dot {
        if index == label { return nil }
        index &+= 1
        label = index
        hasLetter = false
      } else {
        let isWhole = label > start && index > label && hasLetter && text[index - 1] != UInt8(ascii: "-")
        return isWhole && starts[Int(byte)] & CharacterClass.endsWord != 0 ? index : nil
      }
    }
    return nil
  }
}

/// A run of spaces.
enum SpaceRun {
  /// Behind the spaces that stand at `start`; there need be none.
  @inline(__always)
  static func end(_ text: Span<UInt8>, _ start: Int) -> Int {
    var index = start
    let bytes = unsafe text.bytes
    while index <= text.count - 8 {
      let others = WordOfBytes.load(bytes, index) ^ 0x2020_2020_2020_2020
      if others != 0 { return index + others.trailingZeroBitCount >> 3 }
      index += 8
    }
    while index < text.count && text[index] == UInt8(ascii: " ") { index += 1 }
    return index
  }
}

/// The run of name characters that a word starts with. A function of its own so that its loop has the registers to itself.
struct NameRun {
  /// Behind the run.
  let end: Int
  /// Class of the byte at `end`; 0 if it is no part of a word.
  let next: UInt8

  /// Reads the run from `start` on. Linear in its length.
  @inline(never)
  init(_ text: Span<UInt8>, _ table: Span<UInt8>, _ start: Int) {
    let count = text.count
    var index = start
    var next: UInt8 = 0
    while index < count {
      next = table[Int(text[index])]
      if next & CharacterClass.name == 0 { break }
      index += 1
    }
    end = index
    self.next = index == count ? 0 : next
  }
}

/// What follows the first run of a word that is no plain name.
enum LongRun {
  /// Behind the last word character; a `//` ends the word.
  @inline(never)
  static func end(_ text: Span<UInt8>, _ table: Span<UInt8>, _ start: Int) -> Int {
    let count = text.count
    var index = start
    while index < count {
      let characterClass = table[Int(text[index])]
      if characterClass == 0 { break }
      if characterClass == CharacterClass.slash && index + 1 < count && text[index + 1] == UInt8(ascii: "/") { break }
      index += 1
    }
    return index
  }
}
