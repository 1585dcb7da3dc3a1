import EpicBase
import EpicDiagnostics
import EpicFormat
import EpicSyntax
import Testing

/// Formats a text, and checks that formatting the result changes nothing.
func formatted(_ text: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) -> String {
  let first = format(Array(text.utf8), source: SourceID(0))
  #expect(first.diagnostics == [], sourceLocation: sourceLocation)
  let second = format(first.text, source: SourceID(0))
  #expect(second.text == first.text && !second.isChanged, "not idempotent", sourceLocation: sourceLocation)
  return String(decoding: first.text, as: UTF8.self)
}

func check(_ text: String, _ expected: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) {
  let result = formatted(text, sourceLocation: sourceLocation)
  #expect(result == expected, "\n\(result)", sourceLocation: sourceLocation)
}

@Suite struct FormatTests {
  @Test func emptyFiles() {
    check("", "")
    check("\n\n", "")
    check(" ; ;\n", "")
    check("// only this", "// only this\n")
  }

  @Test func oneStatementALine() {
    check("a 1; b 2;;c 3", "a 1\nb 2\nc 3\n")
    check("a {\nb 1; c 2 }", "a {\n  b 1\n  c 2\n}\n")
    check("a   1,2 ,\t3", "a 1, 2, 3\n")
  }

  @Test func blankLines() {
    check("\n\na\n\n\n\nb\nc\n\n", "a\n\nb\nc\n")
    check("a {\n\n  b\n\n\n  c\n\n}", "a {\n  b\n\n  c\n}\n")
    check("// top\n\na", "// top\n\na\n")
  }

  @Test func oneLineBodiesStay() {
    check("a {b;c 1;}", "a { b; c 1 }\n")
    check("a { b { c } }", "a { b { c } }\n")
    check("a {  }\nb {\n}", "a {}\nb {\n}\n")
    check("if x is y {a} else {b}", "if x is y { a } else { b }\n")
  }

  @Test func longOneLineBodiesAreBroken() {
    let long = String(repeating: "x", count: 60)
    check("a { b \(long); c \(long) }", "a {\n  b \(long)\n  c \(long)\n}\n")
    check("a { b { c \(long) }; d \(long) }", "a {\n  b { c \(long) }\n  d \(long)\n}\n")
    check("\(long) { \(long.dropLast(5)) }", "\(long) { \(long.dropLast(5)) }\n")
    check("\(long) { \(long.dropLast(4))x }", "\(long) {\n  \(long.dropLast(4))x\n}\n")
  }

  @Test func comments() {
    check("a 1//x\n//y\nb", "a 1 //x\n//y\nb\n")
    check("a {   // x  \n  b\n// y\n}", "a { // x\n  b\n  // y\n}\n")
    check("a\n  /// doc\n\n\n  b", "a\n/// doc\n\nb\n")
    check("a 1, // one\n 2 // two", "a 1, // one\n    2 // two\n")
    check("a [ // x\n 1 // y\n ]", "a [ // x\n  1 // y\n]\n")
    check("a; // x\n; // y\nb", "a // x\n// y\nb\n")
    check("x {\n  a -> b // c\n    // d\n}", "x {\n  a -> b // c\n  // d\n}\n")
  }

  @Test func separatorsThatNewlinesCannotStandFor() {
    check("a in; b 1", "a in;\nb 1\n")
    check("a in;\n\nb 1", "a in;\n\nb 1\n")
    check("{ }\na in;", "{ }\na in\n")
  }

  @Test func alignmentIsTheAuthorsChoice() {
    check("x {\n a   1\n bcd 2\n}", "x {\n  a   1\n  bcd 2\n}\n")
    check("x {\n a  1\n bcde 2\n}", "x {\n  a    1\n  bcde 2\n}\n")
    check("x {\n a 1\n bcde 2\n}", "x {\n  a 1\n  bcde 2\n}\n")
    check("x {\n a  1\n\n bcde 2\n}", "x {\n  a 1\n\n  bcde 2\n}\n")
    check("x {\n a  1\n // c\n bcde 2\n}", "x {\n  a 1\n  // c\n  bcde 2\n}\n")
    check("x {\n may use  a\n limits   b\n default x 1\n}", "x {\n  may use a\n  limits  b\n  default x 1\n}\n")
    check("a 1  // x\nbcd 2 // y", "a 1   // x\nbcd 2 // y\n")
  }

  @Test func armsAreAligned() {
    check(
      "routes r {\n a:  when path /x -> b\n long: when path /xy -> c { x 1 }\n otherwise -> d\n}",
      "routes r {\n  a:    when path /x -> b\n  long: when path /xy -> c { x 1 }\n  otherwise -> d\n}\n")
    check(
      "routes r {\n a: when path /x   -> b\n otherwise -> c\n}",
      "routes r {\n  a: when path /x -> b\n  otherwise       -> c\n}\n")
  }

  @Test func brackets() {
    check("for b in [{a: 1},{a: 2}]{c}", "for b in [ { a: 1 }, { a: 2 } ] { c }\n")
    check("let x = [\n1,\n2]", "let x = [\n  1,\n  2\n]\n")
    check("let x = [1,\n2\n]", "let x = [1,\n  2]\n")
    check("let x = {a: 1\nb: 2}", "let x = {\n  a: 1\n  b: 2\n}\n")
    check("let x = {a: 1, b: 2,}", "let x = { a: 1, b: 2, }\n")
    check("let x = [ {\na: 1 }, {\nb: 2 }]", "let x = [ {\n  a: 1\n}, {\n  b: 2\n} ]\n")
    check("a f( b :1 )", "a f( b :1 )\n")
    check("use a.b.{ c,d }", "use a.b.{c, d}\n")
    check("template t (a:  host,b: x|y=x) for z {}", "template t(a: host, b: x | y = x) for z {}\n")
  }

  @Test func continuedLines() {
    check("r {\na: when b\nand c\n -> d\n}", "r {\n  a: when b\n      and c\n      -> d\n}\n")
    check("override a 1\nbecause \"x\"", "override a 1\n    because \"x\"\n")
    check("if a {\nb\n}\nelse {\nc\n}", "if a {\n  b\n} else {\n  c\n}\n")
  }

  @Test func lineEndsAndTabs() {
    check("a\t1\r\n\r\n\r\nb\r\n", "a 1\n\nb\n")
  }

  @Test func damagedStatementsStay() {
    check("a   1\nb   = ,  2\nc   3", "a 1\nb   = ,  2\nc 3\n")
    check("x {\na   1\n let   y\n  c   3\n}", "x {\n  a 1\n  let   y\n  c 3\n}\n")
    check("a   1\nx {  b  2", "a 1\nx {  b  2\n")
    check("a   1\nx { b  = 1; c   2 }\nd   1", "a 1\nx { b  = 1; c   2 }\nd 1\n")
    check("a   1 }\nb   2", "a   1 }\nb 2\n")
    check("a   \"x\nb   2", "a   \"x\nb 2\n")
    check("pool p {\n  range  192.0.2.1/24\n  sites    all\n}", "pool p {\n  range  192.0.2.1/24\n  sites all\n}\n")
  }

  @Test func blockStringsStay() {
    check("a \"\"\"\n  x   y\n  \"\"\"   // c", "a \"\"\"\n  x   y\n  \"\"\" // c\n")
    check("a { b \"\"\"\nx\n\"\"\" }", "a {\n  b \"\"\"\nx\n\"\"\"\n}\n")
  }
}
