/// What a recogniser reads: symbols, and which terminals each of them is.
package struct RecognizerInput: Sendable {
  /// One number a token or character; a row of `rows`.
  var symbols: [Int32] = []
  /// For each symbol's number, whether it is the terminal of a position.
  var rows: [[Bool]] = []
  /// Whether nothing stands before the symbol of a position; one more than symbols, the last for the end.
  var touches: [Bool] = []
}

extension GrammarNetwork {
  /// Turns tokens into input for a recogniser over tokens. A `NEWLINE` is an element of its own.
  package func input(of tokens: [GrammarToken]) -> RecognizerInput {
    var input = RecognizerInput()
    var known: [GrammarToken.Identity: Int32] = [:]
    var previousIsNewline = true
    for token in tokens {
      let identity = token.identity
      let symbol: Int32
      if let found = known[identity] {
        symbol = found
      } else {
        symbol = Int32(input.rows.count)
        known[identity] = symbol
        input.rows.append(terminals.map { $0.matches(identity) })
      }
      input.symbols.append(symbol)
      input.touches.append(token.touchesPrevious && !previousIsNewline)
      previousIsNewline = token.tokenClass == GrammarToken.newline
    }
    input.touches.append(false)
    return input
  }

  /// Turns text into input for a recogniser over characters.
  package func input(ofCharacters text: String) -> RecognizerInput {
    var input = RecognizerInput()
    var known: [UInt32: Int32] = [:]
    for scalar in text.unicodeScalars {
      if let found = known[scalar.value] {
        input.symbols.append(found)
      } else {
        known[scalar.value] = Int32(input.rows.count)
        input.symbols.append(Int32(input.rows.count))
        input.rows.append(terminals.map { $0.matches(scalar.value) })
      }
    }
    input.touches = Array(repeating: true, count: input.symbols.count + 1)
    return input
  }
}

extension GrammarNetwork.Terminal {
  func matches(_ token: GrammarToken.Identity) -> Bool {
    switch self {
    case .tokenClass(let name): token.tokenClass == name
    case .word(let text): token.spelling == text
    case .tokenClassExcept(let name, let words): token.tokenClass == name && !words.contains(token.spelling)
    case .characters, .touch, .apart: false
    }
  }

  func matches(_ character: UInt32) -> Bool {
    guard case .characters(let ranges) = self else { return false }
    return ranges.contains { $0.contains(character) }
  }

  /// As written in the grammar.
  package var name: String {
    switch self {
    case .tokenClass(let name): name
    case .word(let text): "`\(text)`"
    case .tokenClassExcept(let name, _): name
    case .characters(let ranges): ranges.map { "U+\(String($0.lowerBound, radix: 16))" }.joined(separator: " ")
    case .touch: "TOUCH"
    case .apart: "APART"
    }
  }
}
