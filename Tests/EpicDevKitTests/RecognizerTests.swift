import EpicDevKit
import Testing

@Suite struct RecognizerTests {
  private func outcome(_ grammar: String, _ text: String) throws -> Recognizer.Outcome {
    let network = try GrammarNetwork.overCharacters(try GrammarReader.read(Array(grammar.utf8)))
    return Recognizer.recognize(network.input(ofCharacters: text), as: "A", by: network)
  }

  @Test(arguments: [
    ("A = { \"a\" } , [ \"b\" ] ;", ["", "aaa", "ab", "b"], ["ba", "abb", "c"]),
    ("A = \"x\" | \"(\" , A , \")\" ;", ["x", "((x))"], ["", "((x)", "x)"]),
    ("A = 'a' .. 'c' , A | 'd' ;", ["d", "abcd"], ["a", "dd", "ed"]),
    ("A = b , b , b ; b = [ \"x\" ] ;", ["", "x", "xx", "xxx"], ["xxxx"]),
    ("A = A , \"+\" , A | \"1\" ;", ["1", "1+1+1"], ["1+", "+1"]),
    ("A = { c - ( \"x\" | 'y' ) } ; c = 'a' .. 'z' | U+000A ;", ["ab\n", "z"], ["axb", "y"]),
    ("A = '\"' , { \"\\\" , 'a' .. 'z' } , '\"' ;", ["\"\\n\""], ["\"n\""]),
  ])
  func derives(_ grammar: String, _ accepted: [String], _ rejected: [String]) throws {
    for text in accepted { #expect(try outcome(grammar, text).isAccepted, "\(grammar) on \(text)") }
    for text in rejected { #expect(try !outcome(grammar, text).isAccepted, "\(grammar) on \(text)") }
  }

  @Test func failureIsTheFurthest() throws {
    guard case .rejected(let position, _) = try outcome("A = \"a\" , \"b\" , ( \"c\" | \"d\" ) ;", "abx") else {
      Issue.record("accepted")
      return
    }
    #expect(position == 2)
  }

  @Test func derivationCountsEveryRule() throws {
    let grammar = "A = b , { b | c } ; b = \"b\" ; c = \"c\" , [ b ] ;"
    guard case .accepted(let uses) = try outcome(grammar, "bccb") else {
      Issue.record("rejected")
      return
    }
    #expect(uses["A"] == 1)
    #expect(uses["c"] == 2)
    #expect(uses["b"] == 2)
  }

  @Test(arguments: ["a b ;", "a = ;", "a = \"x", "a = ( b ;", "a = b", "", "(* a = b ;", "a = 'ab' .. 'c' ;"])
  func brokenNotation(_ grammar: String) {
    #expect(throws: GrammarError.self) { _ = try GrammarReader.read(Array(grammar.utf8)) }
  }

  @Test func problemsOfAWholeGrammar() throws {
    let grammar = try GrammarReader.read(Array("a = b ; b = \"x\" , d ; c = \"y\" ; b = \"z\" ;".utf8))
    #expect(
      grammar.problems == [
        "line 1: `b` is defined twice", "line 1: `b` uses `d`, which is not defined", "line 1: nothing uses `c`",
      ])
  }
}
