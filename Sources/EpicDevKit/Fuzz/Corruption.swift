import EpicBase
import EpicSyntax

/// Spoils files: crudely, byte by byte and line by line, or gently, so that what comes out still parses and means something
/// else.
package struct Corruption {
  private var random: RandomSource
  private let corpus: Corpus

  package init(_ corpus: Corpus, random: RandomSource) {
    self.corpus = corpus
    self.random = random
  }

  /// A spoiled form of a text. About half of all are gentle.
  package mutating func spoiled(_ text: [UInt8]) -> [UInt8] {
    var result = text
    if random.below(100) < 55 {
      for _ in 0..<(random.oneIn(3) ? 2 : 1) { swapTokens(in: &result, gently: true) }
    } else {
      for _ in 0..<1 + random.below(4) { spoil(&result) }
    }
    return result
  }

  private mutating func spoil(_ text: inout [UInt8]) {
    switch random.below(10) {
    case 0: flipByte(in: &text)
    case 1: delete(in: &text)
    case 2: duplicate(in: &text)
    case 3: swapTokens(in: &text, gently: false)
    case 4: swapLines(in: &text)
    case 5: text.removeSubrange(place(in: text)...)
    case 6: splice(into: &text)
    case 7: deleteLine(in: &text)
    case 8: deleteToken(in: &text)
    default: insert(into: &text)
    }
  }

  private mutating func place(in text: [UInt8]) -> Int { random.below(text.count + 1) }

  private mutating func range(in text: [UInt8], atMost length: Int) -> Range<Int> {
    let start = place(in: text)
    return start..<min(start + 1 + random.below(length), text.count)
  }

  // MARK: Bytes

  private mutating func flipByte(in text: inout [UInt8]) {
    if text.isEmpty { return }
    let index = random.below(text.count)
    text[index] = random.oneIn(2) ? text[index] ^ (1 << UInt8(random.below(8))) : UInt8(random.below(256))
  }

  private mutating func delete(in text: inout [UInt8]) { text.removeSubrange(range(in: text, atMost: 40)) }

  private mutating func duplicate(in text: inout [UInt8]) {
    let piece = Array(text[range(in: text, atMost: 200)])
    let copies = random.oneIn(20) ? 50 : 1
    let place = place(in: text)
    for _ in 0..<copies { text.insert(contentsOf: piece, at: place) }
  }

  private mutating func splice(into text: inout [UInt8]) {
    guard let other = corpus.pick(using: &random)?.text else { return }
    let piece = other[range(in: other, atMost: 400)]
    text.replaceSubrange(range(in: text, atMost: 100), with: piece)
  }

  /// Bytes that mean something somewhere.
  private mutating func insert(into text: inout [UInt8]) {
    let pieces = [
      "{", "}", "(", ")", "[", "]", "\"", "\"\"\"", "re\"", "${", "\\", "//", "/", "/**", "->", ";", ",", ":", "=", "<",
      "\n", "\r", "\t", "\0", "\u{FEFF}", "é", "for x in [1, 2] { y x }\n", "99999999999999999999", "::", "0.0.0.0/0",
      "if true { }\n", "-", "\u{1F4A1}", "template t(a: b) for ingress { }\n", "use a.b\n", "data \"x\" ",
    ]
    text.insert(contentsOf: Array((random.pick(pieces) ?? "").utf8), at: place(in: text))
    if random.oneIn(10) { text.insert(UInt8(0x80 + random.below(128)), at: place(in: text)) }
  }

  // MARK: Lines

  private func lines(of text: [UInt8]) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    for index in text.indices where text[index] == 10 {
      lines.append(start..<index + 1)
      start = index + 1
    }
    if start < text.count { lines.append(start..<text.count) }
    return lines
  }

  private mutating func swapLines(in text: inout [UInt8]) {
    let lines = lines(of: text)
    guard let first = random.pick(lines), let second = random.pick(lines) else { return }
    swap(first, second, in: &text)
  }

  private mutating func deleteLine(in text: inout [UInt8]) {
    if let line = random.pick(lines(of: text)) { text.removeSubrange(line) }
  }

  // MARK: Tokens

  private func tokens(of text: [UInt8]) -> [(kind: TokenKind, range: Range<Int>)] {
    var interner = Interner.withKeywords()
    let tree = parse(text, source: SourceID(0), interner: &interner).tree
    return (0..<max(tree.tokenCount - 1, 0)).map { index in
      let token = TokenID(UInt32(index))
      return (tree.kind(of: token), Int(tree.start(of: token))..<Int(tree.end(of: token)))
    }
  }

  /// Swaps two tokens; gently, two of one class, or puts one of another file in the place of one of its class.
  private mutating func swapTokens(in text: inout [UInt8], gently: Bool) {
    let tokens = tokens(of: text)
    guard let first = random.pick(gently ? tokens.filter { $0.kind.isValue } : tokens) else { return }
    if gently && random.oneIn(4) {
      guard let other = corpus.pick(using: &random) else { return }
      let others = self.tokens(of: other.text).filter { $0.kind == first.kind }
      if let token = random.pick(others) { text.replaceSubrange(first.range, with: other.text[token.range]) }
      return
    }
    let candidates = gently ? tokens.filter { $0.kind == first.kind } : tokens
    if let second = random.pick(candidates) { swap(first.range, second.range, in: &text) }
  }

  private mutating func deleteToken(in text: inout [UInt8]) {
    if let token = random.pick(tokens(of: text)) { text.removeSubrange(token.range) }
  }

  private func swap(_ first: Range<Int>, _ second: Range<Int>, in text: inout [UInt8]) {
    let (left, right) = first.lowerBound <= second.lowerBound ? (first, second) : (second, first)
    guard left.upperBound <= right.lowerBound else { return }
    var swapped = Array(text[..<left.lowerBound])
    swapped += text[right]
    swapped += text[left.upperBound..<right.lowerBound]
    swapped += text[left]
    swapped += text[right.upperBound...]
    text = swapped
  }
}
