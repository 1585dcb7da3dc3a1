import EpicBase
import EpicDiagnostics
import EpicSyntax
import Testing

/// Names, dotted names, numbers and plain paths take short ways through the lexer where there is text enough behind them.
/// Within the last bytes of a file there is not, and the long way has to say the same.
@Suite struct ShortWayTests {
  /// What the tokens behind `x ` are, up to the one that starts behind `length` bytes.
  private func tokens(_ text: String, upTo length: Int) -> [String] {
    let tree = parsed(text).tree
    var result: [String] = []
    var index: UInt32 = 1
    while Int(index) < tree.tokenRecords.count, tree.tokenRecords[Int(index)].start < length {
      let token = TokenID(index)
      result.append("\(tree.kind(of: token)) \(tree.flags(of: token).rawValue) \(tree.string(of: token))")
      index += 1
    }
    return result
  }

  @Test(arguments: [51, 52, 53, 54])
  func bothWaysSayTheSame(_ seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15
    func next(_ bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(bound))
    }
    // Mostly what names are made of, so that words of every length come up, and whatever may end or spoil them.
    let letters = Array("abzAZ019_-_-smx")
    let others = Array(".:/*{}%,;()[]=|<>é@~'")
    for _ in 0..<6000 {
      var word = ""
      let length = 1 + next(24)
      let spoiled = next(4)
      for _ in 0..<length {
        word.append(next(12) < spoiled ? others[next(others.count)] : letters[next(letters.count)])
      }
      if next(3) == 0 { word = "/" + word }
      let text = "x " + word
      let size = text.utf8.count
      // A newline is behind both, so that what stands there is not the difference.
      let short = tokens(text + "\n", upTo: size)
      let long = tokens(text + "\n// and a comment that is longer than two words of eight bytes\n", upTo: size)
      #expect(short == long, "seed \(seed): \(word)")
    }
  }

  @Test func namesAroundAWordsLengthStayApart() {
    // Sixteen bytes are compared at once; one more goes the long way.
    let names =
      (1...20).map { String(repeating: "n", count: $0) } + (1...20).map { String(repeating: "n", count: $0) + "m" }
    let text = "x " + names.joined(separator: ", ") + "\nx " + names.reversed().joined(separator: ", ")
    let result = parsed(text)
    #expect(result.diagnostics.isEmpty)
    var symbols: [String: Set<UInt32>] = [:]
    for (index, record) in result.tree.tokenRecords.enumerated() where record.kind == .name {
      symbols[result.tree.string(of: TokenID(UInt32(index))), default: []].insert(record.symbol)
    }
    #expect(symbols.count == Set(names).count + 1)
    #expect(symbols.values.allSatisfy { $0.count == 1 })
    #expect(Set(symbols.values.flatMap(\.self)).count == symbols.count)
  }

  @Test func everyByteEndsAWordOrNot() {
    // The table of what ends a word against the lexer's long way, for every byte that is a character by itself.
    for byte in UInt8(1)..<128 {
      let character = String(UnicodeScalar(byte))
      let near = tokens("x ab" + character, upTo: 5).first
      let far = tokens("x ab" + character + "\n// and a comment that is longer than two words\n", upTo: 5).first
      #expect(near == far || byte == UInt8(ascii: "\r"), "\(byte)")
    }
  }
}
