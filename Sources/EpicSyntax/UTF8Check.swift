/// Finds bytes that are no UTF-8 (RFC 3629).
enum UTF8Check {
  /// The first bytes that are no character, nil if there are none. Linear; text that is ASCII costs next to nothing.
  static func firstError(_ text: [UInt8]) -> Range<Int>? {
    var index = 0
    while index < text.count {
      // A block without a high bit is ASCII. The loop has no branch, so that it is done many bytes at a time.
      let end = min(index + 256, text.count)
      var bits: UInt8 = 0
      for position in index..<end { bits |= text[position] }
      if bits < 0x80 {
        index = end
        continue
      }
      while index < end {
        if text[index] < 0x80 {
          index += 1
          continue
        }
        let length = sequenceLength(text, index)
        if length == 0 { return index..<index + 1 }
        index += length
      }
    }
    return nil
  }

  /// Length of the character of several bytes at `start`; 0 if there is none.
  private static func sequenceLength(_ text: [UInt8], _ start: Int) -> Int {
    let first = text[start]
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first <= 0xF4, start + length <= text.count else { return 0 }
    for offset in 1..<length where text[start + offset] & 0xC0 != 0x80 { return 0 }
    let second = text[start + 1]
    // Overlong forms, surrogates, and what lies beyond U+10FFFF.
    switch first {
    case 0xE0: return second >= 0xA0 ? length : 0
    case 0xED: return second < 0xA0 ? length : 0
    case 0xF0: return second >= 0x90 ? length : 0
    case 0xF4: return second < 0x90 ? length : 0
    default: return length
    }
  }
}
