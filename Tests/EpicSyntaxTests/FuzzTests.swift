import EpicBase
import EpicDiagnostics
import EpicSyntax
import Testing

/// Any bytes give a tree that holds every byte in order, and diagnostics whose spans lie in the file.
@Suite struct FuzzTests {
  @Test func everyPrefixOfTheExamplesParses() {
    for text in Samples.files {
      let bytes = Array(text.utf8)
      for end in stride(from: 0, through: bytes.count, by: 3) {
        #expect(check(Array(bytes[..<end])), "the first \(end) bytes")
      }
    }
  }

  @Test(arguments: [11, 12, 13, 14])
  func brokenExamplesParse(_ seed: UInt64) {
    var random = Random(state: seed &* 0x9E37_79B9_7F4A_7C15)
    for text in Samples.files {
      let bytes = Array(text.utf8)
      for _ in 0..<60 {
        let broken = mutated(bytes, &random)
        if !check(broken) {
          Issue.record("seed \(seed): \(String(decoding: broken, as: UTF8.self).debugDescription)")
          return
        }
      }
    }
  }

  @Test(arguments: [21, 22])
  func arbitraryBytesParse(_ seed: UInt64) {
    var random = Random(state: seed &* 0x9E37_79B9_7F4A_7C15)
    for _ in 0..<300 {
      let bytes = (0..<Int(random.next() % 200)).map { _ in UInt8(truncatingIfNeeded: random.next() >> 17) }
      #expect(check(bytes), "seed \(seed): \(bytes)")
    }
  }

  @Test func theSameTextGivesTheSameTree() {
    for text in Samples.files {
      let (first, second) = (parsed(text), parsed(text))
      #expect(first.tree.dumpNodes() == second.tree.dumpNodes())
      #expect(first.tree.dumpTokens() == second.tree.dumpTokens())
    }
  }

  /// Whether the tree of the bytes is sound.
  private func check(_ bytes: [UInt8]) -> Bool {
    let result = parsed(bytes)
    let tree = result.tree
    var isSound = tree.text == bytes && tree.kind(of: TokenID(UInt32(tree.tokenCount - 1))) == .endOfFile
    // Tokens in order, and nothing but blanks, newlines and comments between them.
    var end: UInt32 = 0
    for token in (0..<UInt32(tree.tokenCount)).map({ TokenID($0) }) {
      isSound = isSound && end <= tree.start(of: token) && tree.start(of: token) <= tree.end(of: token)
      isSound = isSound && isTrivia(tree, Int(end), Int(tree.start(of: token)), tree.trivia(before: token))
      end = tree.end(of: token)
    }
    isSound = isSound && Int(end) == bytes.count
    // Children in order inside their parents.
    for node in (0..<UInt32(tree.nodeCount)).map({ NodeID($0) }) {
      var covered = tree.firstToken(of: node)
      for child in tree.children(of: node) {
        isSound =
          isSound && covered <= tree.firstToken(of: child) && tree.endToken(of: child) <= tree.endToken(of: node)
        covered = tree.endToken(of: child)
      }
      isSound = isSound && tree.next(after: node).rawValue <= UInt32(tree.nodeCount)
    }
    for diagnostic in result.diagnostics {
      let spans = [diagnostic.primary.span] + diagnostic.fixes.flatMap { $0.edits.map(\.span) }
      for span in spans { isSound = isSound && span.start <= span.end && Int(span.end) <= bytes.count }
    }
    return isSound
  }

  private func isTrivia(_ tree: SyntaxTree, _ start: Int, _ end: Int, _ pieces: [TriviaPiece]) -> Bool {
    var comments = IndexSet()
    for piece in pieces {
      switch piece {
      case .comment(let range), .documentation(let range): comments.insert(range)
      case .newlines: break
      }
    }
    // A byte order mark at the file's start is the one other thing that is no token.
    if start == 0 && end >= 3 && tree.text[0] == 0xEF { return true }
    return (start..<end).allSatisfy { offset in
      let byte = tree.text[offset]
      return byte == 32 || byte == 9 || byte == 10 || byte == 13 || comments.contains(UInt32(offset))
    }
  }

  private func mutated(_ bytes: [UInt8], _ random: inout Random) -> [UInt8] {
    let alphabet = Array("{}[]()<>=|;:,.-/*%\"'$\\#!&\n \t\rwhenandornot169a".utf8) + [0, 0x80, 0xC3, 0xA9, 0xFF]
    var result = bytes
    for _ in 0..<Int(1 + random.next() % 12) where !result.isEmpty {
      let position = Int(random.next() % UInt64(result.count))
      let behind = min(result.count, position + Int(random.next() % 40))
      switch random.next() % 5 {
      case 0: result[position] = alphabet[Int(random.next() % UInt64(alphabet.count))]
      case 1: result.insert(alphabet[Int(random.next() % UInt64(alphabet.count))], at: position)
      case 2: result.remove(at: position)
      case 3: result.removeSubrange(position..<behind)
      default: result.insert(contentsOf: result[position..<behind], at: Int(random.next() % UInt64(result.count)))
      }
    }
    return result
  }
}

/// Offsets that comments cover.
private struct IndexSet {
  private var ranges: [Range<UInt32>] = []

  mutating func insert(_ range: Range<UInt32>) { ranges.append(range) }

  func contains(_ offset: UInt32) -> Bool { ranges.contains { $0.contains(offset) } }
}

/// A small generator (xorshift), so that a seed gives the same inputs everywhere.
private struct Random {
  var state: UInt64

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}
