/// Writes tokens as text, with blanks, newlines and comments wherever the grammar's head lets them stand.
struct TokenLayout {
  private struct Element {
    var text: String
    var isNewlineBefore = false
    var touches = false
    var isApart = false
    /// What line ends are judged by: empty for literals.
    var spelling: String
  }

  private var random: RandomSource
  private var comments = 0

  init(random: RandomSource) { self.random = random }

  /// The tokens' text. It ends in a newline.
  mutating func text(of tokens: [GeneratedToken]) -> [UInt8] {
    let elements = elements(of: tokens)
    var output: [UInt8] = []
    var lineEnds = LineEnds()
    var depth = 0
    for (index, element) in elements.enumerated() {
      if element.spelling == "}" { depth -= 1 }
      if index == 0 {
        if random.oneIn(3) { output += line(depth) }
      } else if element.touches {
        // Nothing may stand here.
      } else if element.isNewlineBefore {
        output += newline(depth)
      } else if !lineEnds.counts(before: element.spelling) && random.oneIn(12) {
        output += newline(depth + 1)
      } else {
        output += blank(between: elements[index - 1], and: element).utf8
      }
      output += element.text.utf8
      lineEnds.pass(element.spelling)
      if element.spelling == "{" { depth += 1 }
    }
    return output + newline(0)
  }

  /// The tokens with what stands before each. A newline that would not count is written as `;`.
  private func elements(of tokens: [GeneratedToken]) -> [Element] {
    var elements: [Element] = []
    var next = Element(text: "", spelling: "")
    var lineEnds = LineEnds()
    func place(_ text: String, spelling: String) {
      if next.isNewlineBefore && (elements.isEmpty || !lineEnds.counts(before: spelling)) {
        next.isNewlineBefore = false
        if !elements.isEmpty {
          elements.append(Element(text: ";", isApart: next.isApart, spelling: ";"))
          next.isApart = false
          lineEnds.pass(";")
        }
      }
      next.text = text
      next.spelling = spelling
      elements.append(next)
      lineEnds.pass(spelling)
      next = Element(text: "", spelling: "")
    }
    for token in tokens {
      switch token {
      case .newline: next.isNewlineBefore = true
      case .touch: next.touches = true
      case .apart: next.isApart = true
      case .word(let text): place(text, spelling: text)
      case .value(let text, let tokenClass): place(text, spelling: tokenClass == "NAME" ? text : "")
      }
    }
    return elements
  }

  private mutating func blank(between left: Element, and right: Element) -> String {
    let mayTouch =
      !right.isApart
      && (["(", "[", "{", ",", ";"].contains(left.spelling) && !["(", "[", "{"].contains(right.spelling)
        || [")", "]", "}", ",", ";"].contains(right.spelling))
    if mayTouch && !random.oneIn(3) { return "" }
    if random.oneIn(10) { return random.oneIn(2) ? "\t" : "   " }
    return " "
  }

  private mutating func newline(_ depth: Int) -> [UInt8] {
    var text: [UInt8] = []
    if random.oneIn(8) { text += " // trailing \(number())".utf8 }
    text += random.oneIn(20) ? [13, 10] : [10]
    if random.oneIn(6) { text.append(10) }
    return text + line(depth)
  }

  /// The start of a line: perhaps comments on lines of their own, and the indentation.
  private mutating func line(_ depth: Int) -> [UInt8] {
    var text: [UInt8] = []
    let indentation = Array(repeating: UInt8(32), count: max(depth, 0) * 2)
    while random.oneIn(8) {
      text += indentation
      text += (random.oneIn(2) ? "/// Documents \(number()).\n" : "//   on its own line \(number())\n").utf8
    }
    return text + (random.oneIn(10) ? [] : indentation)
  }

  /// Numbers the comments, so that one that is lost or moved shows.
  private mutating func number() -> Int {
    comments += 1
    return comments
  }
}
