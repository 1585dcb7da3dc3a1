import EpicBase
import EpicDiagnostics

/// A word that fits no class gets one error that names the nearest one.
extension Lexer {
  /// Reports the word `start..<end`.
  mutating func reportUnknownWord(_ start: Int, _ end: Int) {
    let shape = WordShape(text, start, end)
    let word = quoted(text, start, end)
    var unit = start
    while unit < end && text[unit].isDigit { unit += 1 }
    if unit > start && unit < end {
      if text[unit].isLetter && shape.separators == 0 {
        reportUnit(start, unit, end)
        return
      }
      if text[unit] == UInt8(ascii: "/") && shape.slashes == 1 && unit + 1 < end && text[unit + 1].isLetter {
        reportRate(start, unit, end)
        return
      }
    }
    if shape.isNumeric && shape.dots == 3 && shape.separators == 3 {
      errors.report(
        .badAddress, "`\(word)` is not an address", start, end,
        help: "each of its four numbers is 0 to 255, without leading zeros", fixes: withoutZeros(start, end))
    } else if shape.slashes == 1 && shape.dots == 3 && text[start].isDigit {
      errors.report(
        .badAddress, "`\(word)` is not a prefix", start, end,
        help: "a prefix is an address, `/` and a length: `203.0.113.0/24`")
    } else if shape.doubleDot != nil {
      errors.report(
        .unknownWord, "`\(word)` is not a range", start, end,
        help: "a range is `first..last` with two numbers or two addresses")
    } else if shape.colons >= 2 && isHexadecimal(start, end) {
      errors.report(
        .badAddress, "`\(word)` is not an address", start, end,
        help: "an IPv6 address has eight groups of up to four hexadecimal digits, or `::` once")
    } else if shape.colons == 1, let colon = shape.lastColon, shape.slashes == 0 {
      reportColon(start, colon, end)
    } else {
      reportPlain(start, end, shape)
    }
  }

  /// The address without leading zeros, which some read as octal; none where a number is too large.
  private func withoutZeros(_ start: Int, _ end: Int) -> [FixIt] {
    let numbers = text[start..<end].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).map {
      Int(String(decoding: $0, as: UTF8.self))
    }
    guard numbers.count == 4, numbers.allSatisfy({ $0.map { 0...255 ~= $0 } ?? false }) else { return [] }
    let address = numbers.compactMap { $0.map { String($0) } }.joined(separator: ".")
    return [errors.fix("write `\(address)`", start, end, address)]
  }

  /// `a:1`: a label without its blank, or an endpoint without a host.
  private mutating func reportColon(_ start: Int, _ colon: Int, _ end: Int) {
    let word = quoted(text, start, end)
    let host = WordShape(text, start, colon)
    if host.isNumeric && host.dots > 0 {
      errors.report(
        .badAddress, "`\(quoted(text, start, colon))` in `\(word)` is not an address", start, colon,
        help: "it has four numbers, each of them 0 to 255, without leading zeros")
      return
    }
    errors.report(
      .unknownWord, "`\(word)` is not an endpoint", start, end,
      help: "the host of an endpoint has two labels or more; behind a label's `:` stands a blank",
      fixes: [errors.fix("put a blank behind `:`", colon + 1, colon + 1, " ")])
  }

  private mutating func reportPlain(_ start: Int, _ end: Int, _ shape: WordShape) {
    let word = quoted(text, start, end)
    let help: String
    var nearest = "a word of the language"
    if shape.percents > 0 {
      (nearest, help) = ("a percentage", "a percentage is a number and `%`: `99.95%`")
    } else if shape.stars > 0 {
      (nearest, help) = ("a host pattern", "a wildcard is the first label, `*.` or `**.`, or all methods, `/*`")
    } else if shape.slashes > 0 {
      (nearest, help) = ("a slashed name", "it is names joined by `/`; a path starts with `/`")
    } else if shape.isNumeric {
      (nearest, help) = ("a number", "one dot makes a decimal, two a version, three an address")
    } else if text[start].isDigit && shape.dots == 1 {
      (nearest, help) = ("a number with a unit", "numbers with a unit are whole: write `1h30m` or `1500ms`")
    } else {
      (nearest, help) = (
        "a host or dotted name", "its last label has a letter, and no label is empty or starts with `-`"
      )
    }
    errors.report(.unknownWord, "`\(word)` is not \(nearest)", start, end, help: help)
  }

  /// `2000/sec`: the unit of a rate.
  private mutating func reportRate(_ start: Int, _ slash: Int, _ end: Int) {
    let spelled = String(decoding: text[slash + 1..<end], as: UTF8.self).lowercased()
    let unit = Lexer.rateUnits.first { $0.aliases.contains(spelled) }?.unit
    errors.report(
      .unknownUnit, "`\(quoted(text, start, end))` is not a rate", slash + 1, end, label: "no unit of time",
      help: "rates are counted by `/s`, `/m` or `/h`",
      fixes: unit.map { [errors.fix("write `\(quoted(text, start, slash))/\($0)`", slash + 1, end, $0)] } ?? [])
  }

  /// `5mins`, `10mb`: the unit of a number.
  private mutating func reportUnit(_ start: Int, _ unit: Int, _ end: Int) {
    let spelled = String(decoding: text[unit..<end], as: UTF8.self)
    let number = String(decoding: text[start..<unit], as: UTF8.self)
    let candidates = Lexer.units(meantBy: spelled)
    let fixes = candidates.map { errors.fix("write `\(number)\($0)`", unit, end, $0) }
    let isWord = candidates.isEmpty && (spelled.utf8.count > 4 || spelled.utf8.contains(UInt8(ascii: "-")))
    let nearest =
      isWord
      ? "a name"
      : candidates.first.map { $0.hasSuffix("bps") ? "a bandwidth" : $0.hasSuffix("B") ? "a size" : "a duration" }
        ?? "a number with a unit"
    errors.report(
      .unknownUnit, "`\(quoted(text, start, end))` is not \(nearest)", isWord ? start : unit, end,
      label: isWord ? "" : "no unit",
      help: isWord
        ? "a name starts with a letter"
        : "durations have `d h m s ms`, sizes `B KB MB GB TB KiB MiB GiB TiB`, bandwidths `bps Kbps Mbps Gbps Tbps`",
      fixes: fixes)
  }

  private func isHexadecimal(_ start: Int, _ end: Int) -> Bool {
    for index in start..<end where text[index].hexValue == nil {
      if text[index] != UInt8(ascii: ":") && text[index] != UInt8(ascii: ".") && text[index] != UInt8(ascii: "/") {
        return false
      }
    }
    return true
  }

  private static let rateUnits: [(aliases: [String], unit: String)] = [
    (["s", "sec", "secs", "second", "seconds", "ps"], "s"),
    (["m", "min", "mins", "minute", "minutes"], "m"),
    (["h", "hr", "hrs", "hour", "hours"], "h"),
  ]

  /// The units that a misspelled one may mean, the likeliest first.
  private static func units(meantBy spelled: String) -> [String] {
    switch spelled.lowercased() {
    case "sec", "secs", "second", "seconds": return ["s"]
    case "min", "mins", "minute", "minutes": return ["m"]
    case "hr", "hrs", "hour", "hours": return ["h"]
    case "day", "days": return ["d"]
    case "w", "week", "weeks": return []
    case "msec", "msecs", "millis", "milliseconds": return ["ms"]
    case "b", "byte", "bytes": return ["B"]
    case "k", "kb": return ["KB", "KiB"]
    case "mb": return ["MB", "MiB"]
    case "g", "gb": return ["GB", "GiB"]
    case "t", "tb": return ["TB", "TiB"]
    case "ki", "kib": return ["KiB"]
    case "mi", "mib": return ["MiB"]
    case "gi", "gib": return ["GiB"]
    case "ti", "tib": return ["TiB"]
    case "kbps", "kbit", "kbits": return ["Kbps"]
    case "mbps", "mbit", "mbits": return ["Mbps"]
    case "gbps", "gbit", "gbits": return ["Gbps"]
    case "tbps", "tbit", "tbits": return ["Tbps"]
    default: return []
    }
  }
}
