import EpicBase
import EpicSyntax

/// Changes workspaces by what they are made of: tokens, statements and files, and now and then bytes.
package struct GuidedMutation {
  private var random: RandomSource
  private let words: [String]
  private let generator: TextGenerator?

  /// `generator` writes statements that no input has.
  package init(random: RandomSource, generator: TextGenerator?) {
    self.random = random
    self.generator = generator
    words = Keyword.allCases.map(\.spelling).filter { !$0.isEmpty }
  }

  /// A number from 0 to `bound - 1`.
  package mutating func below(_ bound: Int) -> Int { random.below(bound) }

  /// Another workspace, made of `input` and pieces of `other`.
  package mutating func mutated(_ input: FuzzText, with other: FuzzText) -> FuzzText {
    var result = input
    for _ in 0..<1 + random.below(random.oneIn(4) ? 6 : 2) {
      guard let place = result.files.indices.randomElement(using: &random),
        let source = other.files.randomElement(using: &random)
      else { return result }
      if random.oneIn(40) {
        changeFiles(&result, source)
      } else {
        change(&result.files[place].text, source.text)
      }
    }
    return result
  }

  private mutating func changeFiles(_ input: inout FuzzText, _ source: FuzzText.File) {
    switch random.below(3) {
    case 0: input.files.append(source)
    case 1: if input.files.count > 1 { input.files.remove(at: random.below(input.files.count)) }
    default: input.files[random.below(input.files.count)].path = source.path
    }
  }

  private mutating func change(_ text: inout [UInt8], _ source: [UInt8]) {
    switch random.below(20) {
    case 0...4: replaceNode(in: &text, from: source)
    case 5, 6: insertNode(into: &text, from: source)
    case 7: deleteNode(in: &text)
    case 8: duplicateNode(in: &text)
    case 9: swapNodes(in: &text)
    case 10...12: replaceToken(in: &text, from: source)
    case 13: swapTokens(in: &text)
    case 14: deleteToken(in: &text)
    case 15: writeWord(in: &text)
    case 16: changeNumber(in: &text)
    case 17: generate(into: &text)
    default: changeBytes(in: &text)
    }
  }

  // MARK: Statements and expressions

  private struct Piece {
    let kind: SyntaxKind
    let range: Range<Int>
  }

  /// The text of every node but the file's.
  private func pieces(of text: [UInt8]) -> [Piece] {
    let tree = self.tree(of: text)
    return (1..<max(tree.nodeCount, 1)).compactMap { index in
      let node = NodeID(UInt32(index))
      let span = tree.span(of: node)
      return span.start < span.end ? Piece(kind: tree.kind(of: node), range: Int(span.start)..<Int(span.end)) : nil
    }
  }

  private func tree(of text: [UInt8]) -> SyntaxTree {
    var interner = Interner.withKeywords()
    return parse(text, source: SourceID(0), interner: &interner).tree
  }

  private mutating func replaceNode(in text: inout [UInt8], from source: [UInt8]) {
    guard let piece = random.pick(pieces(of: text)) else { return }
    // A piece of the file itself as often as one of another.
    let donor = random.oneIn(2) ? source : text
    let others = pieces(of: donor).filter { $0.kind == piece.kind }
    guard let other = random.pick(others) else { return }
    text.replaceSubrange(piece.range, with: Array(donor[other.range]))
  }

  private mutating func insertNode(into text: inout [UInt8], from source: [UInt8]) {
    guard let piece = random.pick(pieces(of: text)), let other = random.pick(pieces(of: source)) else { return }
    let separator: [UInt8] = random.oneIn(3) ? [32] : [10]
    text.insert(contentsOf: separator + source[other.range] + separator, at: piece.range.upperBound)
  }

  private mutating func deleteNode(in text: inout [UInt8]) {
    if let piece = random.pick(pieces(of: text)) { text.removeSubrange(piece.range) }
  }

  private mutating func duplicateNode(in text: inout [UInt8]) {
    guard let piece = random.pick(pieces(of: text)) else { return }
    text.insert(contentsOf: [random.oneIn(3) ? 32 : 10] + text[piece.range], at: piece.range.upperBound)
  }

  private mutating func swapNodes(in text: inout [UInt8]) {
    let pieces = pieces(of: text)
    guard let first = random.pick(pieces) else { return }
    let others = pieces.filter { $0.kind == first.kind && !$0.range.overlaps(first.range) }
    if let second = random.pick(others) { swap(first.range, second.range, in: &text) }
  }

  private mutating func generate(into text: inout [UInt8]) {
    guard let generator else { return }
    let lines = text.indices.filter { text[$0] == 10 }
    let written = generator.file(random.below(1 << 30)).text
    text.insert(contentsOf: written + [10], at: random.pick(lines).map { $0 + 1 } ?? 0)
  }

  // MARK: Tokens

  private func tokens(of text: [UInt8]) -> [(kind: TokenKind, range: Range<Int>)] {
    tree(of: text).tokenRecords.dropLast().map { ($0.kind, Int($0.start)..<Int($0.end)) }
  }

  private mutating func replaceToken(in text: inout [UInt8], from source: [UInt8]) {
    guard let token = random.pick(tokens(of: text).filter { $0.kind.isValue }) else { return }
    let donor = random.oneIn(2) ? source : text
    let others = tokens(of: donor).filter { random.oneIn(8) ? $0.kind.isValue : $0.kind == token.kind }
    guard let other = random.pick(others) else { return }
    text.replaceSubrange(token.range, with: Array(donor[other.range]))
  }

  private mutating func swapTokens(in text: inout [UInt8]) {
    let tokens = tokens(of: text)
    guard let first = random.pick(tokens), let second = random.pick(tokens) else { return }
    swap(first.range, second.range, in: &text)
  }

  private mutating func deleteToken(in text: inout [UInt8]) {
    if let token = random.pick(tokens(of: text)) { text.removeSubrange(token.range) }
  }

  /// A word of the language in the place of a token, or before one.
  private mutating func writeWord(in text: inout [UInt8]) {
    guard let token = random.pick(tokens(of: text)), let word = random.pick(words) else { return }
    let end = random.oneIn(2) ? token.range.upperBound : token.range.lowerBound
    text.replaceSubrange(token.range.lowerBound..<end, with: Array((word + " ").utf8))
  }

  /// A number near a limit in the place of one of the text's.
  private mutating func changeNumber(in text: inout [UInt8]) {
    let starts = text.indices.filter { isDigit(text[$0]) && ($0 == 0 || !isDigit(text[$0 - 1])) }
    guard let start = random.pick(starts) else { return }
    let end = text[start...].firstIndex { !isDigit($0) } ?? text.count
    let numbers = [
      "0", "1", "2", "99", "100", "101", "127", "128", "255", "256", "65535", "65536", "4294967295", "4294967296",
      "9223372036854775807", "18446744073709551615", "18446744073709551616",
    ]
    text.replaceSubrange(start..<end, with: Array((random.pick(numbers) ?? "0").utf8))
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }

  // MARK: Bytes

  private mutating func changeBytes(in text: inout [UInt8]) {
    let place = random.below(text.count + 1)
    let end = min(place + 1 + random.below(12), text.count)
    switch random.below(4) {
    case 0: if place < text.count { text[place] = UInt8(random.below(256)) }
    case 1: text.removeSubrange(place..<end)
    case 2: text.insert(contentsOf: Array(text[place..<end]), at: place)
    default:
      let pieces = [
        "{", "}", "(", ")", "[", "]", "\"", "\"\"\"", "${", "\\", "//", ";", ",", ":", "\n", "\r\n", "é", "\0",
      ]
      text.insert(contentsOf: Array((random.pick(pieces) ?? "").utf8), at: place)
    }
  }

  private func swap(_ first: Range<Int>, _ second: Range<Int>, in text: inout [UInt8]) {
    let (left, right) = first.lowerBound <= second.lowerBound ? (first, second) : (second, first)
    guard left.upperBound <= right.lowerBound else { return }
    let pieces = [
      text[..<left.lowerBound], text[right], text[left.upperBound..<right.lowerBound], text[left],
      text[right.upperBound...],
    ]
    text = Array(pieces.joined())
  }
}
