import EpicBase
import EpicEnvoyAPI

/// What Envoy checks of a field's value, as `APIField.rules` has it.
struct NativeRules {
  /// Names of the rules with their values, without quotes.
  let terms: [(name: String, value: String)]

  init(_ text: String) {
    var terms: [(name: String, value: String)] = []
    var term = ""
    var isQuoted = false
    var isEscaped = false
    func finish() {
      guard let equal = term.firstIndex(of: "=") else { return }
      var value = term[term.index(after: equal)...]
      if value.hasPrefix("\""), value.hasSuffix("\""), value.count > 1 { value = value.dropFirst().dropLast() }
      terms.append((String(term[..<equal]), String(value)))
    }
    for character in text {
      if character == " " && !isQuoted {
        finish()
        term = ""
        continue
      }
      if character == "\"" && !isEscaped { isQuoted.toggle() }
      isEscaped = character == "\\" && !isEscaped
      term.append(character)
    }
    finish()
    self.terms = terms
  }

  /// The rules of a part: `items`, `keys` or `values`.
  func part(_ name: String) -> NativeRules {
    NativeRules(
      terms.filter { $0.name.hasPrefix("\(name).") }.map { (String($0.name.dropFirst(name.count + 1)), $0.value) })
  }

  private init(_ terms: [(name: String, value: String)]) { self.terms = terms }

  private func has(_ name: String) -> Bool { terms.contains { $0.name == name } }

  /// What is wrong with one value, as the end of a sentence: "is not above 0". Nil where nothing is.
  func problem(_ value: DynamicValue) -> String? {
    switch value {
    case .wrapped(_, let value): problem(value)
    case .signed(let number): numberProblem(DecimalNumber(mantissa: number))
    case .unsigned(let number):
      Int64(exactly: number).flatMap { numberProblem(DecimalNumber(mantissa: $0)) }
    case .real(let number): numberProblem(number)
    case .duration(let time):
      numberProblem(DecimalNumber(mantissa: Int64(clamping: time.milliseconds), scale: 3))
    case .text(let text): textProblem(text)
    case .bytes(let bytes): lengthProblem(bytes.count, "bytes")
    case .enumeration(let value): numberProblem(DecimalNumber(mantissa: Int64(value.number)))
    case .flag(let flag):
      terms.first { $0.name == "const" && $0.value != String(flag) }.map { "has to be `\($0.value)`" }
    case .message, .any, .json, .list, .map: nil
    }
  }

  /// What is wrong with the number of elements of a list or map.
  func problem(elements count: Int, isMap: Bool) -> String? {
    let (least, most) = isMap ? ("min_pairs", "max_pairs") : ("min_items", "max_items")
    let noun = isMap ? "entries" : "elements"
    for term in terms {
      guard let bound = Int(term.value) else { continue }
      if term.name == least, count < bound { return "has \(count) \(noun), and at least \(bound) are needed" }
      if term.name == most, count > bound { return "has \(count) \(noun), and at most \(bound) are taken" }
    }
    return nil
  }

  var demandsUniqueElements: Bool { has("unique") }

  private func numberProblem(_ number: DecimalNumber) -> String? {
    if has("ignore_empty"), number.mantissa == 0 { return nil }
    for term in terms {
      let isSatisfied: Bool
      let phrase: String
      switch term.name {
      case "gt": (isSatisfied, phrase) = (compare(number, term.value) > 0, "has to be above \(term.value)")
      case "gte": (isSatisfied, phrase) = (compare(number, term.value) >= 0, "has to be \(term.value) or more")
      case "lt": (isSatisfied, phrase) = (compare(number, term.value) < 0, "has to be below \(term.value)")
      case "lte": (isSatisfied, phrase) = (compare(number, term.value) <= 0, "has to be \(term.value) or less")
      case "in":
        isSatisfied = term.value.split(separator: ",").contains { compare(number, String($0)) == 0 }
        phrase = "has to be one of \(term.value)"
      case "not_in":
        isSatisfied = !term.value.split(separator: ",").contains { compare(number, String($0)) == 0 }
        phrase = "is not taken"
      case "const": (isSatisfied, phrase) = (compare(number, term.value) == 0, "has to be \(term.value)")
      default: continue
      }
      if !isSatisfied { return phrase }
    }
    return nil
  }

  /// The bound that a whole number is beyond, where it may be the bound itself.
  func nearest(to value: DynamicValue) -> String? {
    let number: Int64
    switch value {
    case .wrapped(_, let inner): return nearest(to: inner)
    case .signed(let signed): number = signed
    case .unsigned(let unsigned): number = Int64(clamping: unsigned)
    default: return nil
    }
    for term in terms {
      guard let bound = Int64(term.value) else { continue }
      if term.name == "lte" && number > bound || term.name == "gte" && number < bound { return term.value }
    }
    return nil
  }

  /// The sign of a number minus a bound: `5`, `0.001s`.
  private func compare(_ number: DecimalNumber, _ bound: String) -> Int {
    let text = bound.hasSuffix("s") ? String(bound.dropLast()) : bound
    guard let bound = Double(text) else { return 0 }
    return number.double == bound ? 0 : number.double < bound ? -1 : 1
  }

  private func textProblem(_ text: String) -> String? {
    if text.isEmpty, has("ignore_empty") { return nil }
    if let problem = lengthProblem(text.unicodeScalars.count, "len") ?? lengthProblem(text.utf8.count, "bytes") {
      return problem
    }
    for term in terms {
      switch term.name {
      case "prefix": if !text.hasPrefix(term.value) { return "has to start with `\(term.value)`" }
      case "suffix": if !text.hasSuffix(term.value) { return "has to end with `\(term.value)`" }
      case "in":
        let choices = term.value.split(separator: ",").map(String.init)
        if !choices.contains(text) { return "has to be one of \(choices.map { "`\($0)`" }.joined(separator: ", "))" }
      case "well_known_regex": if let problem = headerProblem(text, term.value) { return problem }
      default: continue
      }
    }
    return nil
  }

  /// The patterns of protoc-gen-validate for headers, in their loose form, which Envoy asks for.
  private func headerProblem(_ text: String, _ name: String) -> String? {
    if name == "HTTP_HEADER_NAME", text.isEmpty { return "has to name a header" }
    return text.utf8.contains { $0 == 0 || $0 == 10 || $0 == 13 } ? "holds a line end or a null byte" : nil
  }

  private func lengthProblem(_ count: Int, _ unit: String) -> String? {
    let noun = unit == "len" ? "characters" : "bytes"
    for term in terms {
      guard let bound = Int(term.value) else { continue }
      if term.name == "min_\(unit)", count < bound {
        return count == 0 ? "is empty" : "has \(count) \(noun), and at least \(bound) are needed"
      }
      if term.name == "max_\(unit)", count > bound { return "has \(count) \(noun), and at most \(bound) are taken" }
    }
    return nil
  }
}
