import EpicIRFixtures
import Testing

@testable import EpicProve

/// Regular expressions mean what RE2 means by them over bytes, and always the whole text.
@Suite struct RegexProgramTests {
  private func matches(_ pattern: String, _ text: String) throws -> Bool {
    try #require(RegexProgram(pattern), "\(pattern)").matches(Array(text.utf8))
  }

  @Test(arguments: [
    ("/v[0-9]+/.*", "/v12/x"), ("a|b", "b"), ("(a|b)*c", "ababc"), ("a||b", ""), ("()", ""), ("a{2,3}", "aaa"),
    ("a{2,}", "aaaa"), ("a{0}", ""), ("a{,5}", "a{,5}"), ("a{", "a{"), ("]", "]"), ("a{01}", "a{01}"), ("^a$", "a"),
    (#"\Aa\z"#, "a"), (#"\bfoo\b"#, "foo"), (#"a\B."#, "ab"), ("(?i)aBc", "AbC"), ("(?i:a)b", "Ab"),
    ("(?s).", "\n"), ("(?m)a$\n^b", "a\nb"), ("(?P<n>a)(?<m>b)", "ab"), ("[a-z-9]+", "a-9"), ("[]a]+", "]a"),
    ("[^]a]", "b"), ("[[:alpha:]_]+", "a_B"), ("[[:^alpha:]]", "1"), (#"[\d\s\w]+"#, "1 _a"), (#"[\-\]\\]+"#, #"-]\"#),
    (#"[\x41-\x5A]+"#, "AZ"), (#"\pL\p{Lu}\PN"#, "aBc"), (#"\p{^Lu}"#, "a"), (#"\x{41}\101\n"#, "AA\n"),
    (#"\Qa.b*\E+"#, "a.b**"), (#"\Qa(b"#, "a(b"), ("é|ü", "ü"), ("(?:é)+", "éé"), (#"\C\C"#, "é"), ("..", "é"),
    ("(a*)*", "aaa"), ("(a?){10}", "aaa"), ("^*a", "a"), ("a(?i)*", "aaa"), ("(?U)a+", "aa"),
    ("a+?b??", "aab"), (#"a\"b"#, "a\"b"), ("(?:(?:ab){2}){3}", "abababababab"), ("[^/]+", "a\nb"),
  ])
  func takes(_ pattern: String, _ text: String) throws {
    #expect(try matches(pattern, text), "\(pattern) takes \(text)")
  }

  @Test(arguments: [
    ("/v[0-9]+/.*", "/v/x"), ("/v[0-9]+", "/v1/x"), ("b", "ab"), ("a{2,3}", "aaaa"), (".", "\n"), (".*", "a\nb"),
    (#"\bfoo\b"#, "afoo"), ("(?i:a)b", "AB"), ("[^]a]", "]"), ("[[:alpha:]]", "é"), (#"\pL"#, "é"), ("[^a]", "é"),
    ("^a$", "a\n"), ("a^b", "ab"), ("(?-i)a", "A"), ("(?i)a(?-i)b", "AB"), (#"\Qa.b\E"#, "axb"),
    ("(a|ab)(c|bcd)", "ab"),
    (#"[^\x00-\xFF]"#, "a"), ("a{0}", "a"), ("k", "\u{212A}"), ("(?i)é", "É"), ("(?i)k", "\u{212A}"),
  ])
  func doesNotTake(_ pattern: String, _ text: String) throws {
    #expect(try !matches(pattern, text), "\(pattern) does not take \(text)")
  }

  /// What the lexer refuses is no program either, whoever asks.
  @Test(arguments: ["(", ")", "a**b(", "[a", "*", #"\"#, "(?x)", "[z-a]", #"\p{Foo}"#, #"\x{100}"#, #"\777"#, #"\y"#])
  func isNone(_ pattern: String) {
    #expect(RegexProgram(pattern) == nil, "\(pattern)")
  }

  /// Nested repetitions, which a backtracking matcher would take exponential time for.
  @Test func timeIsLinear() throws {
    let program = try #require(RegexProgram("(a*)*(a|aa)*b?c"))
    let text = [UInt8](repeating: UInt8(ascii: "a"), count: 50_000)
    #expect(!program.matches(text))
    #expect(program.matches(text + Array("bc".utf8)))
  }

  /// Deep nesting needs no stack.
  @Test func depthIsNoRecursion() throws {
    let depth = 500
    let pattern = String(repeating: "(", count: depth) + "a" + String(repeating: ")*", count: depth)
    #expect(try matches(pattern, "aaa"))
    #expect(try !matches(pattern, "b"))
  }

  /// Against the standard library's engine, which reads the common part of the two syntaxes the same way.
  @Test(arguments: UInt64(1)...40) func agreesWithAnotherEngine(seed: UInt64) throws {
    var patterns = PatternGenerator(random: SeededGenerator(seed: seed))
    for _ in 0..<25 {
      let pattern = patterns.pattern(depth: 3)
      let other = try Regex(pattern).matchingSemantics(.unicodeScalar).asciiOnlyCharacterClasses()
      for _ in 0..<8 {
        let text = patterns.text()
        let expected = try other.wholeMatch(in: text) != nil
        #expect(try matches(pattern, text) == expected, "seed \(seed): \(pattern) on \"\(text)\"")
      }
    }
  }
}

/// Patterns whose backtracking stays small, and texts that have a chance to fit.
private struct PatternGenerator {
  var random: SeededGenerator

  mutating func pattern(depth: Int) -> String {
    switch depth == 0 ? random.below(4) : random.below(9) {
    case 0: return random.pick(["a", "b", "c", "/", "1", "-"])
    case 1: return random.pick([".", #"\d"#, #"\w"#, #"\D"#, #"\."#, "[ab]", "[^a/]", "[a-c1]", "[^-b]"])
    case 2: return random.pick(["ab", "/a", "(?:)"])
    case 3: return random.pick(["a?", "b*", "c+", "a{2}", "b{1,2}", "[ab]{0,2}", "a{1,}?"])
    case 4, 5: return pattern(depth: depth - 1) + pattern(depth: depth - 1)
    case 6: return "(?:\(pattern(depth: depth - 1))|\(pattern(depth: depth - 1)))"
    case 7: return "(\(pattern(depth: depth - 1)))" + random.pick(["?", "{1,2}", "{2}", ""])
    default: return "(?i:\(pattern(depth: depth - 1)))"
    }
  }

  mutating func text() -> String {
    (0..<random.below(7)).reduce(into: "") { text, _ in text += random.pick(["a", "b", "c", "A", "/", "1", "-", "."]) }
  }
}
