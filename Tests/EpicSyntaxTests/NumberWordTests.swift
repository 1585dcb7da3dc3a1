import EpicBase
import EpicDiagnostics
import EpicSyntax
import Testing

/// Words that start with a digit take a short way through the lexer; what they are is judged here by other means.
@Suite struct NumberWordTests {
  /// Class and whether the word has a mistake, written down apart from the lexer.
  private func judge(_ groups: [String], _ separator: String, _ last: String) -> (TokenKind, Bool) {
    let text = groups.joined(separator: ".")
    if groups.count == 1 {
      switch separator {
      case "": return (.integer, UInt64(text) == nil)
      case "%": return (.percentage, (UInt64(text) ?? .max) > 100)
      case ":": return (.community, (UInt64(text) ?? .max) > 65535 || (UInt64(last) ?? .max) > 65535)
      default: return (.invalid, true)
      }
    }
    guard groups.count == 4, separator != "%" else {
      switch (groups.count, separator) {
      case (2, ""): return (.decimal, text.utf8.count > 19)
      case (2, "%"):
        // A hundred with zeros behind the point is a hundred.
        let whole = UInt64(groups[0]) ?? .max
        return (.percentage, groups[1].utf8.count > 4 || whole > 100 || whole == 100 && UInt64(groups[1]) != 0)
      case (3, ""): return (.version, false)
      default: return (.invalid, true)
      }
    }
    guard let address = IPAddress(text) else { return (.invalid, true) }
    switch separator {
    case ":": return (.endpoint, !(1...65535).contains(Int(last) ?? 0))
    case "/":
      guard let length = Int(last), length <= 32 else { return (.prefix, true) }
      return (.prefix, IPPrefix.hasHostBits(address, length: length))
    default: return (.address, false)
    }
  }

  @Test(arguments: [31, 32, 33, 34])
  func numbersAreWhatTheyAre(_ seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15
    func next(_ bound: UInt64) -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state % bound
    }
    let numbers = ["0", "1", "10", "25", "99", "100", "101", "128", "192", "255", "256", "01", "1000", "999999999"]
    let lasts = ["0", "1", "8", "24", "25", "32", "33", "80", "65535", "65536", "100000", "9999999999"]
    for _ in 0..<1500 {
      let groups = (0..<Int(1 + next(5))).map { _ in numbers[Int(next(UInt64(numbers.count)))] }
      let separator = ["", "", ":", "/", "%"][Int(next(5))]
      let last = separator == ":" || separator == "/" ? lasts[Int(next(UInt64(lasts.count)))] : ""
      let word = groups.joined(separator: ".") + separator + last
      let (kind, isWrong) = judge(groups, separator, last)
      for after in ["", ", 1", ";", "\n", ")", " // c"] {
        let result = parsed((after == ")" ? "x (" : "x ") + word + after)
        let token = result.tree.token(at: after == ")" ? 3 : 2)
        #expect(result.tree.kind(of: token) == kind, "seed \(seed): \(word)\(after)")
        #expect(result.tree.flags(of: token).contains(.malformed) == isWrong, "seed \(seed): \(word)\(after)")
        #expect(result.tree.string(of: token) == word, "seed \(seed): \(word)\(after)")
        #expect(result.diagnostics.isEmpty == !isWrong, "seed \(seed): \(word)\(after)")
      }
    }
  }

  @Test func wordsThatOnlyStartAsNumbersGoTheLongWay() {
    for (word, kind) in [
      ("3scale.example", TokenKind.dottedName), ("1.2.3.4.example", .dottedName), ("8/x:80", .slashedName),
      ("1.2.3.4..1.2.3.9", .addressRange), ("1..2", .integerRange), ("1h30m", .duration), ("5ms", .duration),
      ("5s", .duration), ("5m", .duration), ("1m30s", .duration), ("5xx", .statusClass), ("1234567890", .integer),
      ("1:2:3:4:5:6:7:8", .address), ("10MB", .size), ("9/s", .rate), ("1.2.3.4//c", .address), ("5//c", .integer),
    ] {
      let tree = parsed("x " + word).tree
      #expect(tree.kind(of: TokenID(1)) == kind, "\(word)")
    }
    // A character beyond ASCII makes it one mistake, not two tokens.
    #expect(parsed("x 5é").diagnostics.map(\.code.name) == ["E0003"])
    #expect(parsed("x 5sé").diagnostics.map(\.code.name) == ["E0003"])
  }
}
