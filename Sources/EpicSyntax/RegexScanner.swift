import EpicBase

/// Reads a regular expression as RE2 does, finds its first mistake and estimates its program.
///
/// Envoy has RE2 compare bytes, not characters: a class holds bytes, and so does what a repetition repeats.
package struct RegexScanner {
  /// What is wrong with a regular expression.
  package enum Reason: Equatable {
    case lookAround, backReference, badEscape, wideEscape, badGroup, badGroupName, unclosedGroup,
      unexpectedParenthesis, unclosedClass, backwardRange, unknownClass, unknownProperty, unmatchedProperty,
      nothingToRepeat, repeatedTwice, repeatCount, repeatProduct, wideCharacter, control
  }

  /// The first mistake and where it is.
  package struct Problem: Equatable {
    package var reason: Reason
    package var range: Range<Int>
  }

  /// The parts of the regular expression that are read, up to the operator that may follow.
  private struct Term {
    /// An upper estimate of the instructions.
    var size = 0
    /// The greatest product of repeat counts around one part.
    var product = 1
  }

  /// An open parenthesis, or the whole.
  private struct Group {
    let start: Int
    /// Whether case is ignored where the group ends.
    let foldsCase: Bool
    let isCapturing: Bool
    var done = Term()
  }

  package private(set) var problem: Problem?
  /// An upper estimate of the instructions of RE2's program, those that frame every program included.
  package private(set) var size = 0

  private let text: [UInt8]
  private let end: Int
  private var index: Int
  private var groups: [Group]
  private var foldsCase = false
  /// What a repetition would repeat: its extent, and what it takes; nil at the start of an alternative.
  private var last: (start: Int, term: Term)?
  /// Where the repetition that ends at `index` starts.
  private var repetition: Int?

  /// Reads `start..<end` of the text. A `\"` in it is a quote. Linear in the length.
  package init(_ text: [UInt8], _ start: Int, _ end: Int) {
    self.text = text
    self.end = end
    index = start
    groups = [Group(start: start, foldsCase: false, isCapturing: false)]
    while index < end && problem == nil { next() }
    if problem == nil, let open = groups.dropFirst().last { note(.unclosedGroup, open.start..<open.start + 1) }
    takeLast()
    size = groups[0].done.size + 4
  }

  private func byte(_ position: Int) -> UInt8 { position < end ? text[position] : 0 }

  private mutating func note(_ reason: Reason, _ range: Range<Int>) {
    if problem == nil { problem = Problem(reason: reason, range: range) }
  }

  /// Adds what was read to its group: nothing can repeat it any more.
  private mutating func takeLast() {
    guard let (_, term) = last else { return }
    let top = groups.count - 1
    groups[top].done.size += term.size
    groups[top].done.product = max(groups[top].done.product, term.product)
    last = nil
  }

  private mutating func add(_ start: Int, size: Int, product: Int = 1) {
    takeLast()
    last = (start, Term(size: size, product: product))
  }

  private mutating func next() {
    let start = index
    let before = repetition
    repetition = nil
    switch text[index] {
    case UInt8(ascii: "("): openGroup()
    case UInt8(ascii: ")"): closeGroup()
    case UInt8(ascii: "|"):
      takeLast()
      groups[groups.count - 1].done.size += 1
      index += 1
    case UInt8(ascii: "["):
      let size = characterClass()
      add(start, size: size)
    case UInt8(ascii: "\\"): escape()
    case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"):
      index += 1
      repeatLast(start, before, copies: 1, extra: 2, count: 1)
    case UInt8(ascii: "{"):
      if let counts = RegexRepetition(text, at: index, before: end) {
        index += counts.length
        repeatCounted(counts, start, before)
      } else {
        index += 1
        add(start, size: 1)
      }
    case UInt8(ascii: "."):
      index += 1
      add(start, size: 2)
    case 0..<32: note(.control, start..<start + 1)
    default: literal()
    }
  }

  /// One character that means itself, with all of its bytes.
  private mutating func literal() {
    let start = index
    index += 1
    while index < end && text[index] & 0xC0 == 0x80 { index += 1 }
    let isLetter = text[start].isLetter
    if index - start > 1, byte(index) == UInt8(ascii: "*") || byte(index) == UInt8(ascii: "+") || byte(index) == 63 {
      note(.wideCharacter, start..<index)
    }
    add(start, size: (index - start) * (foldsCase && !isLetter ? 2 : 1))
  }

  // MARK: Repetitions

  private mutating func repeatLast(_ start: Int, _ before: Int?, copies: Int, extra: Int, count: Int) {
    if byte(index) == UInt8(ascii: "?") { index += 1 }
    if let before { return note(.repeatedTwice, before..<index) }
    guard let (first, term) = last else { return note(.nothingToRepeat, start..<index) }
    let product = min(max(count, 1) * term.product, RegexRepetition.greatestCount * RegexRepetition.greatestCount)
    if count > 1 && product > RegexRepetition.greatestCount { return note(.repeatProduct, first..<index) }
    last = (first, Term(size: min(copies * term.size + extra, Int(Int32.max)), product: product))
    repetition = start
  }

  private mutating func repeatCounted(_ counts: RegexRepetition, _ start: Int, _ before: Int?) {
    if !counts.isAllowed { return note(.repeatCount, start..<index) }
    let (least, most) = (counts.least, counts.most)
    if let last, text[last.start] >= 0x80 { return note(.wideCharacter, last.start..<start) }
    // Every copy that may be left out has a branch before it; without an upper bound the last one loops.
    let copies = max(most ?? least + 1, 1)
    repeatLast(start, before, copies: copies, extra: copies - least + 2, count: most ?? least)
  }

  // MARK: Groups

  private mutating func openGroup() {
    let start = index
    guard byte(start + 1) == UInt8(ascii: "?") else {
      index += 1
      push(start, isCapturing: true)
      return
    }
    let third = byte(start + 2)
    let fourth = byte(start + 3)
    let behind = third == UInt8(ascii: "<") && (fourth == UInt8(ascii: "=") || fourth == UInt8(ascii: "!"))
    if behind || third == UInt8(ascii: "=") || third == UInt8(ascii: "!") {
      return note(.lookAround, start..<start + (behind ? 4 : 3))
    }
    if third == UInt8(ascii: "<") { return named(start, start + 3) }
    if third == UInt8(ascii: "P") && fourth == UInt8(ascii: "<") { return named(start, start + 4) }
    if third == UInt8(ascii: "P") && fourth == UInt8(ascii: "=") { return note(.backReference, start..<start + 4) }
    flags(start)
  }

  private mutating func push(_ start: Int, isCapturing: Bool) {
    takeLast()
    groups.append(Group(start: start, foldsCase: foldsCase, isCapturing: isCapturing))
  }

  private mutating func named(_ start: Int, _ nameStart: Int) {
    var position = nameStart
    while byte(position).isLetter || byte(position).isDigit || byte(position) == UInt8(ascii: "_") { position += 1 }
    let name = nameStart..<position
    guard !name.isEmpty, byte(position) == UInt8(ascii: ">") else {
      return note(.badGroupName, start..<min(position + 1, end))
    }
    index = position + 1
    push(start, isCapturing: true)
  }

  /// `(?i)`, `(?i:…)` and `(?:…)`.
  private mutating func flags(_ start: Int) {
    var position = start + 2
    var isNegated = false
    var sawFlag = false
    var folds = foldsCase
    while position < end {
      switch text[position] {
      case UInt8(ascii: "i"):
        folds = !isNegated
        sawFlag = true
      case UInt8(ascii: "m"), UInt8(ascii: "s"), UInt8(ascii: "U"): sawFlag = true
      case UInt8(ascii: "-") where !isNegated:
        isNegated = true
        sawFlag = false
      case UInt8(ascii: ":") where !isNegated || sawFlag:
        index = position + 1
        push(start, isCapturing: false)
        foldsCase = folds
        return
      case UInt8(ascii: ")") where !isNegated || sawFlag:
        index = position + 1
        foldsCase = folds
        return
      default: return note(.badGroup, start..<position + 1)
      }
      position += 1
    }
    note(.unclosedGroup, start..<start + 1)
  }

  private mutating func closeGroup() {
    takeLast()
    guard groups.count > 1, let group = groups.popLast() else {
      return note(.unexpectedParenthesis, index..<index + 1)
    }
    index += 1
    foldsCase = group.foldsCase
    last = (
      group.start, Term(size: group.done.size + (group.isCapturing ? 2 : 0), product: group.done.product)
    )
  }

  // MARK: Escapes

  private mutating func escape() {
    let start = index
    switch byte(start + 1) {
    case UInt8(ascii: "A"), UInt8(ascii: "z"), UInt8(ascii: "b"), UInt8(ascii: "B"), UInt8(ascii: "C"):
      index += 2
      add(start, size: 1)
    case UInt8(ascii: "Q"): quotation()
    case UInt8(ascii: "d"), UInt8(ascii: "D"), UInt8(ascii: "s"), UInt8(ascii: "S"), UInt8(ascii: "w"),
      UInt8(ascii: "W"):
      index += 2
      add(start, size: RegexScanner.classRanges)
    case UInt8(ascii: "p"), UInt8(ascii: "P"):
      property()
      add(start, size: RegexScanner.propertyRanges)
    default:
      _ = character()
      add(start, size: foldsCase ? 2 : 1)
    }
  }

  /// `\Q…\E`: everything between means itself.
  private mutating func quotation() {
    index += 2
    while index < end {
      if text[index] == UInt8(ascii: "\\") && byte(index + 1) == UInt8(ascii: "E") {
        index += 2
        return
      }
      let start = index
      if text[index] == UInt8(ascii: "\\") && byte(index + 1) == UInt8(ascii: "\"") { index += 1 }
      if text[index] < 32 { return note(.control, index..<index + 1) }
      index += 1
      add(start, size: foldsCase ? 2 : 1)
    }
  }

  /// An escape that stands for one byte, which it gives; 0 with a note for others.
  private mutating func character() -> UInt8 {
    let start = index
    let letter = byte(start + 1)
    index = min(start + 2, end)
    switch letter {
    case UInt8(ascii: "n"): return 10
    case UInt8(ascii: "r"): return 13
    case UInt8(ascii: "t"): return 9
    case UInt8(ascii: "a"): return 7
    case UInt8(ascii: "f"): return 12
    case UInt8(ascii: "v"): return 11
    case UInt8(ascii: "x"): return hexadecimal(start)
    case UInt8(ascii: "0")...UInt8(ascii: "7"): return octal(start)
    case UInt8(ascii: "8"), UInt8(ascii: "9"):
      note(.backReference, start..<index)
      return 0
    default:
      if index == start + 2 && letter >= 32 && letter < 0x80 && !letter.isLetter { return letter }
      while index < end && text[index] & 0xC0 == 0x80 { index += 1 }
      note(.badEscape, start..<index)
      return 0
    }
  }

  /// `\0`, `\012`: up to three digits. A single digit from 1 on refers back, which RE2 does not do.
  private mutating func octal(_ start: Int) -> UInt8 {
    let first = text[start + 1]
    func isOctal(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 55 }
    if first != 48 && !isOctal(byte(index)) {
      note(.backReference, start..<index)
      return 0
    }
    var value = Int(first - 48)
    while index < start + 4 && isOctal(byte(index)) {
      value = value * 8 + Int(byte(index) - 48)
      index += 1
    }
    guard let result = UInt8(exactly: value) else {
      note(.wideEscape, start..<index)
      return 0
    }
    return result
  }

  /// `\x7F`, `\x{7F}`.
  private mutating func hexadecimal(_ start: Int) -> UInt8 {
    let isBraced = byte(index) == UInt8(ascii: "{")
    if isBraced { index += 1 }
    let digits = index
    var value: UInt32 = 0
    while isBraced || index < digits + 2, let digit = byte(index).hexValue {
      value = min(value << 4 | digit, 0x110000)
      index += 1
    }
    let isComplete = isBraced ? index > digits && byte(index) == UInt8(ascii: "}") : index == digits + 2
    if isBraced && isComplete { index += 1 }
    guard isComplete else {
      note(.badEscape, start..<index)
      return 0
    }
    guard let result = UInt8(exactly: value) else {
      note(.wideEscape, start..<index)
      return 0
    }
    return result
  }

  /// `\pL`, `\p{Lu}`, `\p{^Latin}`.
  private mutating func property() {
    let start = index
    index = min(start + 3, end)
    var name = min(start + 2, end)..<index
    if byte(start + 2) == UInt8(ascii: "{") {
      var close = start + 3
      while close < end && text[close] != UInt8(ascii: "}") { close += 1 }
      index = min(close + 1, end)
      name = start + 3..<close
      if close == end { return note(.unknownProperty, start..<index) }
    }
    while index < end && text[index] & 0xC0 == 0x80 { index += 1 }
    if !name.isEmpty && text[name.lowerBound] == UInt8(ascii: "^") { name = name.lowerBound + 1..<name.upperBound }
    let property = String(decoding: text[name], as: UTF8.self)
    if RegexScanner.properties.contains(property) { return }
    let isScript = name.count > 2 && text[name].allSatisfy { $0.isLetter || $0 == UInt8(ascii: "_") }
    note(isScript ? .unmatchedProperty : .unknownProperty, start..<index)
  }

  /// The properties that RE2 knows and a byte can have.
  private static let properties: Set<String> = [
    "Any", "C", "Cc", "Cf", "Co", "Cs", "Common", "L", "Latin", "Ll", "Lm", "Lo", "Lt", "Lu", "M", "Mc", "Me", "Mn",
    "N", "Nd", "Nl", "No", "P", "Pc", "Pd", "Pe", "Pf", "Pi", "Po", "Ps", "S", "Sc", "Sk", "Sm", "So", "Z", "Zl", "Zp",
    "Zs",
  ]

  // MARK: Classes

  /// At most this many ranges of bytes are in a class of Perl's or POSIX's, and in its negation.
  private static let classRanges = 8
  /// At most this many ranges of bytes have a property, and have not.
  private static let propertyRanges = 12

  /// Reads `[…]` and tells how many ranges of bytes it has at most.
  private mutating func characterClass() -> Int {
    let start = index
    var ranges = 1
    index += 1
    if byte(index) == UInt8(ascii: "^") {
      index += 1
      ranges += 1
    }
    var isFirst = true
    while index < end && (isFirst || text[index] != UInt8(ascii: "]")) && problem == nil {
      isFirst = false
      ranges += classItem()
    }
    if index >= end { note(.unclosedClass, start..<start + 1) }
    index += 1
    return min(ranges, 130)
  }

  private mutating func classItem() -> Int {
    let start = index
    if text[start] == UInt8(ascii: "["), byte(start + 1) == UInt8(ascii: ":") {
      var close = start + 2
      while close + 1 < end && !(text[close] == UInt8(ascii: ":") && text[close + 1] == UInt8(ascii: "]")) {
        close += 1
      }
      if close + 1 < end {
        index = close + 2
        var name = text[start + 2..<close]
        if name.first == UInt8(ascii: "^") { name = name.dropFirst() }
        if !RegexScanner.posixClasses.contains(String(decoding: name, as: UTF8.self)) {
          note(.unknownClass, start..<index)
        }
        return RegexScanner.classRanges
      }
    }
    if text[start] == UInt8(ascii: "\\") {
      switch byte(start + 1) {
      case UInt8(ascii: "p"), UInt8(ascii: "P"):
        property()
        return RegexScanner.propertyRanges
      case UInt8(ascii: "d"), UInt8(ascii: "D"), UInt8(ascii: "s"), UInt8(ascii: "S"), UInt8(ascii: "w"),
        UInt8(ascii: "W"):
        index += 2
        return RegexScanner.classRanges
      default: break
      }
    }
    let low = classByte()
    if byte(index) == UInt8(ascii: "-") && index + 1 < end && text[index + 1] != UInt8(ascii: "]") {
      index += 1
      if classByte() < low { note(.backwardRange, start..<index) }
    }
    return foldsCase ? 3 : 1
  }

  /// One byte of a class.
  private mutating func classByte() -> UInt8 {
    let start = index
    if text[index] == UInt8(ascii: "\\") { return character() }
    index += 1
    while index < end && text[index] & 0xC0 == 0x80 { index += 1 }
    if text[start] < 32 { note(.control, start..<index) }
    if text[start] >= 0x80 { note(.wideCharacter, start..<index) }
    return text[start]
  }

  private static let posixClasses: Set<String> = [
    "alnum", "alpha", "ascii", "blank", "cntrl", "digit", "graph", "lower", "print", "punct", "space", "upper", "word",
    "xdigit",
  ]
}
