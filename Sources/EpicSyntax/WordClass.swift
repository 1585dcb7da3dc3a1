import EpicBase

/// Decides the class of a word from its bytes alone. All functions look at `text[start..<end]`, which lies in the text.
///
/// The rules are lexical rule 5 of the language and part 2 of `Grammar/epic.ebnf`.
enum WordClass {
  /// The class of a word that is not made of name characters alone, or that does not start with a letter or `_`. Nil if
  /// no class fits.
  static func classify(_ text: [UInt8], _ start: Int, _ end: Int) -> TokenKind? {
    let shape = WordShape(text, start, end)
    let first = text[start]
    if shape.stars > 0 && first == UInt8(ascii: "*") { return isHostPattern(text, start, end) ? .hostPattern : nil }
    if shape.separators == 0 {
      if first == UInt8(ascii: "-") { return isDigits(text, start + 1, end) ? .decimal : nil }
      return numberWithUnit(text, start, end)
    }
    if shape.percents > 0 { return isPercentage(text, start, end) ? .percentage : nil }
    if let dots = shape.doubleDot { return range(text, start, end, at: dots) }
    if first == UInt8(ascii: "-") { return isDecimal(text, start + 1, end) ? .decimal : nil }
    if shape.slashes > 0 { return slashed(text, start, end, shape) }
    if shape.colons > 0 { return colonized(text, start, end, shape) }
    if shape.isNumeric {
      switch shape.dots {
      case 1: return isDecimal(text, start, end) ? .decimal : nil
      case 2: return isDotted(text, start, end, mayBeNumeric: true) ? .version : nil
      case 3: return IPAddress.parseV4(text, start, end) != nil ? .address : nil
      default: return nil
      }
    }
    return isDotted(text, start, end, mayBeNumeric: false) ? .dottedName : nil
  }

  /// Words with a slash: prefixes, rates, slashed names.
  private static func slashed(_ text: [UInt8], _ start: Int, _ end: Int, _ shape: WordShape) -> TokenKind? {
    if shape.slashes == 1, let slash = shape.lastSlash {
      if isDigits(text, slash + 1, end) && AddressScanner.scan(text, start, slash) != nil { return .prefix }
      if end == slash + 2 && isDigits(text, start, slash) {
        switch text[slash + 1] {
        case UInt8(ascii: "s"), UInt8(ascii: "m"), UInt8(ascii: "h"): return .rate
        default: return nil
        }
      }
    }
    return isSlashedName(text, start, end) ? .slashedName : nil
  }

  /// Words with a colon and no slash: addresses, communities, endpoints.
  private static func colonized(_ text: [UInt8], _ start: Int, _ end: Int, _ shape: WordShape) -> TokenKind? {
    if shape.isNumeric && shape.dots == 0 && shape.colons <= 2 && !shape.hasDoubleColon {
      return text[end - 1].isDigit && text[start].isDigit ? .community : nil
    }
    if shape.colons >= 2 { return AddressScanner.scan(text, start, end) != nil ? .address : nil }
    guard let colon = shape.lastColon, shape.dots > 0, isDigits(text, colon + 1, end) else { return nil }
    if IPAddress.parseV4(text, start, colon) != nil { return .endpoint }
    return isDotted(text, start, colon, mayBeNumeric: false) ? .endpoint : nil
  }

  /// `a..b` with two numbers or two addresses.
  private static func range(_ text: [UInt8], _ start: Int, _ end: Int, at dots: Int) -> TokenKind? {
    if isDigits(text, start, dots) && isDigits(text, dots + 2, end) { return .integerRange }
    guard AddressScanner.scan(text, start, dots) != nil, AddressScanner.scan(text, dots + 2, end) != nil else {
      return nil
    }
    return .addressRange
  }

  /// Words of letters and digits that start with a digit.
  private static func numberWithUnit(_ text: [UInt8], _ start: Int, _ end: Int) -> TokenKind? {
    var index = start
    while index < end && text[index].isDigit { index += 1 }
    if index == end { return .integer }
    if end - start == 3 && index == start + 1 && text[index] == UInt8(ascii: "x")
      && text[index + 1] == UInt8(ascii: "x")
      && text[start] >= UInt8(ascii: "1") && text[start] <= UInt8(ascii: "5")
    {
      return .statusClass
    }
    if DurationScanner.scan(text, start, end) != .noDuration { return .duration }
    if ByteUnit.scan(text, index, end) != nil { return .size }
    if BitRateUnit.scan(text, index, end) != nil { return .bandwidth }
    return nil
  }

  /// Whether the bytes are digits, one at least.
  static func isDigits(_ text: [UInt8], _ start: Int, _ end: Int) -> Bool {
    if start >= end { return false }
    for index in start..<end where !text[index].isDigit { return false }
    return true
  }

  /// Whether the bytes are digits, or digits, a dot and digits.
  static func isDecimal(_ text: [UInt8], _ start: Int, _ end: Int) -> Bool {
    var index = start
    while index < end && text[index].isDigit { index += 1 }
    if index == start { return false }
    if index == end { return true }
    return text[index] == UInt8(ascii: ".") && isDigits(text, index + 1, end)
  }

  private static func isPercentage(_ text: [UInt8], _ start: Int, _ end: Int) -> Bool {
    text[end - 1] == UInt8(ascii: "%") && isDecimal(text, start, end - 1)
  }

  /// Whether the bytes are labels joined by dots, two at least. Numeric ones are digits throughout (versions); others
  /// have a letter in the last label, and start it with one if the whole starts with a digit.
  static func isDotted(_ text: [UInt8], _ start: Int, _ end: Int, mayBeNumeric: Bool) -> Bool {
    var labels = 0
    var labelStart = start
    var index = start
    while index <= end {
      if index == end || text[index] == UInt8(ascii: ".") {
        if !isLabel(text, labelStart, index) { return false }
        labels += 1
        if index == end { break }
        labelStart = index + 1
      }
      index += 1
    }
    if labels < 2 { return false }
    if mayBeNumeric { return true }
    if text[start].isDigit { return text[labelStart].isLetter }
    for index in labelStart..<end where text[index].isLetter { return true }
    return false
  }

  /// A letter, digit or `_`, then letters, digits, `_`, `-`.
  static func isLabel(_ text: [UInt8], _ start: Int, _ end: Int) -> Bool {
    if start >= end || text[start] == UInt8(ascii: "-") { return false }
    for index in start..<end {
      let byte = text[index]
      if !byte.isLetter && !byte.isDigit && byte != UInt8(ascii: "_") && byte != UInt8(ascii: "-") { return false }
    }
    return true
  }

  /// Labels joined by dots, one at least.
  private static func isSegment(_ text: [UInt8], _ start: Int, _ end: Int) -> Bool {
    var labelStart = start
    var index = start
    while index < end {
      if text[index] == UInt8(ascii: ".") {
        if !isLabel(text, labelStart, index) { return false }
        labelStart = index + 1
      }
      index += 1
    }
    return isLabel(text, labelStart, end)
  }

  private static func isHostPattern(_ text: [UInt8], _ start: Int, _ end: Int) -> Bool {
    var index = start + 1
    if index < end && text[index] == UInt8(ascii: "*") { index += 1 }
    guard index < end, text[index] == UInt8(ascii: ".") else { return false }
    return isSegment(text, index + 1, end)
  }

  private static func isSlashedName(_ text: [UInt8], _ start: Int, _ end: Int) -> Bool {
    var limit = end
    var hasPort = false
    var index = start
    while index < end && text[index] != UInt8(ascii: ":") { index += 1 }
    if index < end {
      if !isLabel(text, index + 1, end) { return false }
      hasPort = true
      limit = index
    }
    if text[start].isDigit && !hasPort { return false }
    var segmentStart = start
    var segments = 0
    index = start
    while index <= limit {
      if index == limit || text[index] == UInt8(ascii: "/") {
        let isStar = index == limit && !hasPort && index == segmentStart + 1 && text[segmentStart] == UInt8(ascii: "*")
        if !isStar && !isSegment(text, segmentStart, index) { return false }
        segments += 1
        segmentStart = index + 1
      }
      index += 1
    }
    return segments >= 2
  }
}

/// Counts over a word.
struct WordShape {
  var dots = 0
  var colons = 0
  var slashes = 0
  var percents = 0
  var stars = 0
  var lastSlash: Int?
  var lastColon: Int?
  /// Where the first `..` stands.
  var doubleDot: Int?
  var hasDoubleColon = false
  /// Only digits and separators.
  var isNumeric = true

  init(_ text: [UInt8], _ start: Int, _ end: Int) {
    var previous: UInt8 = 0
    for index in start..<end {
      let byte = text[index]
      switch byte {
      case UInt8(ascii: "."):
        if previous == byte && doubleDot == nil { doubleDot = index - 1 }
        dots += 1
      case UInt8(ascii: ":"):
        if previous == byte { hasDoubleColon = true }
        colons += 1
        lastColon = index
      case UInt8(ascii: "/"):
        slashes += 1
        lastSlash = index
      case UInt8(ascii: "%"): percents += 1
      case UInt8(ascii: "*"): stars += 1
      default: if !byte.isDigit { isNumeric = false }
      }
      previous = byte
    }
  }

  /// Number of characters that no plain name has.
  var separators: Int { dots + colons + slashes + percents + stars }
}
