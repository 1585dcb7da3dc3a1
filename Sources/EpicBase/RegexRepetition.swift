/// `{2}`, `{2,}` or `{2,5}` behind a part of a regular expression, as RE2 reads it.
package struct RegexRepetition: Hashable, Sendable {
  package let least: Int
  /// Nil where nothing bounds it above.
  package let most: Int?
  /// Number of bytes, from brace to brace.
  package let length: Int

  /// The most that RE2 lets a part be repeated, inner repetitions counted (`kMaxRepeat` of its parser).
  package static let greatestCount = 1000

  /// Reads at a `{`. Nil for a brace that means itself: what follows it has another form, a number with a leading zero or
  /// one that is too large for RE2 to read.
  package init?(_ text: [UInt8], at start: Int, before end: Int) {
    let end = min(end, text.count)
    var position = start + 1
    guard start >= 0, let least = RegexRepetition.number(text, &position, end) else { return nil }
    var most: Int? = least
    if position < end, text[position] == UInt8(ascii: ",") {
      position += 1
      if position < end, text[position] == UInt8(ascii: "}") {
        most = nil
      } else {
        guard let bound = RegexRepetition.number(text, &position, end) else { return nil }
        most = bound
      }
    }
    guard position < end, text[position] == UInt8(ascii: "}") else { return nil }
    self.least = least
    self.most = most
    length = position + 1 - start
  }

  /// Whether RE2 takes the counts: neither too large, nor the first above the second.
  package var isAllowed: Bool { max(least, most ?? 0) <= RegexRepetition.greatestCount && least <= most ?? least }

  /// A number without leading zeros, below 10^9: where RE2 stops reading.
  private static func number(_ text: [UInt8], _ position: inout Int, _ end: Int) -> Int? {
    let start = position
    var value = 0
    while position < end, text[position] >= 48, text[position] <= 57 {
      if value >= 100_000_000 || position > start && text[start] == 48 { return nil }
      value = value * 10 + Int(text[position] - 48)
      position += 1
    }
    return position > start ? value : nil
  }
}
