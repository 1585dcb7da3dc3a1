import EpicBase
import EpicDiagnostics

extension Lexer {
  /// `re"…"`: raw, a backslash keeps its meaning for the expression and guards the quote behind it.
  mutating func lexRegex(_ flags: TokenFlags, _ start: Int) -> Lexeme {
    index = start + 3
    while index < text.count {
      let byte = text[index]
      if byte == UInt8(ascii: "\"") {
        index += 1
        return Lexeme(.regex, checkedRegex(flags, start, index))
      }
      if byte == UInt8(ascii: "\n") { break }
      if byte == UInt8(ascii: "\\") && self.byte(index + 1) != UInt8(ascii: "\n") { index += 1 }
      index += 1
    }
    index = min(index, text.count)
    reportUnterminated(start, "regular expression", "\"")
    return Lexeme(.regex, flags.union(.malformed))
  }

  private mutating func checkedRegex(_ flags: TokenFlags, _ start: Int, _ end: Int) -> TokenFlags {
    let length = end - start - 4
    if length == 0 {
      errors.report(.badRegex, "a regular expression is empty", start, end)
      return flags.union(.malformed)
    }
    if length > Limits.regexBytes {
      errors.report(
        .badRegex, "a regular expression has \(length) bytes, \(Limits.regexBytes) at most are allowed", start, end)
      return flags.union(.malformed)
    }
    let scanner = RegexScanner(text, start + 3, end - 1)
    if let problem = scanner.problem {
      reportRegex(problem, end - 1)
      return flags.union(.malformed)
    }
    if scanner.size > Limits.regexProgramSize {
      errors.report(
        .badRegex,
        "a regular expression takes up to \(scanner.size) instructions, \(Limits.regexProgramSize) at most are allowed",
        start, end, help: "repeat shorter parts, or fewer times")
      return flags.union(.malformed)
    }
    return flags
  }

  /// What makes the regular expression that ends at `end` one that RE2 reads, where that is a matter of one character.
  private func regexFixes(_ problem: RegexScanner.Problem, _ end: Int) -> [FixIt] {
    let first = problem.range.lowerBound
    let escape = errors.fix("write `\\` before it", first, first, "\\")
    switch problem.reason {
    case .unclosedGroup: return [errors.fix("write `)` at its end", end, end, ")"), escape]
    case .unexpectedParenthesis, .unclosedClass, .nothingToRepeat: return [escape]
    default: return []
    }
  }

  private mutating func reportRegex(_ problem: RegexScanner.Problem, _ end: Int) {
    let (first, last) = (problem.range.lowerBound, problem.range.upperBound)
    let part = quoted(text, first, last)
    let (message, help) = RegexScanner.explanation(problem.reason, part)
    errors.report(.badRegex, message, first, last, help: help, fixes: regexFixes(problem, end))
  }
}

extension RegexScanner {
  /// What is wrong, and what to do about it.
  fileprivate static func explanation(_ reason: Reason, _ part: String) -> (message: String, help: String?) {
    switch reason {
    case .lookAround:
      ("`\(part)` looks around, which RE2 does not", "match what stands there, or ask with a second comparison")
    case .backReference: ("`\(part)` refers back to a group, which RE2 does not", nil)
    case .badEscape:
      ("`\(part)` is not an escape of a regular expression", "a backslash makes punctuation mean itself: `\\.`")
    case .wideEscape: ("`\(part)` is no byte", "Envoy compares bytes: the largest is `\\xFF`")
    case .badGroup:
      (
        "`\(part)` opens no group",
        "groups are `(…)`, `(?:…)`, `(?P<name>…)` and, with the flags `imsU`, `(?i)` and `(?i:…)`"
      )
    case .badGroupName: ("`\(part)` names no group", "write `(?P<name>…)`, the name of letters, digits and `_`")
    case .unclosedGroup: ("a group has no end", "write `)`, or `\\(` for a parenthesis that means itself")
    case .unexpectedParenthesis: ("`)` ends no group", "write `\\)` for a parenthesis that means itself")
    case .unclosedClass: ("a class has no end", "write `]`, or `\\[` for a bracket that means itself")
    case .backwardRange: ("the range `\(part)` ends before it starts", nil)
    case .unknownClass: ("there is no class `\(part)`", "classes are those of POSIX, such as `[[:alpha:]]`")
    case .unknownProperty:
      ("`\(part)` is no property", "properties are Unicode's general categories, such as `\\pL` and `\\p{Lu}`")
    case .unmatchedProperty:
      ("`\(part)` matches no byte", "Envoy compares bytes, and every character beyond ASCII has several")
    case .nothingToRepeat: ("`\(part)` has nothing to repeat", "write `\\` before it if it means itself")
    case .repeatedTwice: ("`\(part)` repeats a repetition", "put the inner one into `(?:…)`")
    case .repeatCount: ("`\(part)` is no count from 0 to 1000, the smaller one first", nil)
    case .repeatProduct: ("`\(part)` repeats a part more than 1000 times", nil)
    case .wideCharacter:
      (
        "`\(part)` is several bytes, of which Envoy would take one",
        "write characters beyond ASCII as alternatives: `(?:ä|ö)+`"
      )
    case .control: ("a control character stands in a regular expression", "write it as an escape, such as `\\t`")
    }
  }
}
