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
