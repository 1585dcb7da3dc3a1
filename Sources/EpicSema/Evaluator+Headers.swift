import EpicBase
import EpicDiagnostics
import EpicIR

/// Names and values that HTTP carries.
extension Evaluator {
  /// Checks the header that a field sets or removes.
  mutating func checkHeader(_ field: EvaluatedField, _ place: Place) -> Bool {
    if let binding = field.binding(.name), let name = binding.value.word ?? binding.value.text {
      // Pseudo headers have a diagnostic of their own.
      let token = name.hasPrefix(":") ? String(name.dropFirst()) : name
      guard checkToken(token, "header", place, at: binding.span) else { return false }
    }
    return checkHeaderValue(field, .value, place)
  }

  /// Checks the text that a header is set to (RFC 9110 section 5.5).
  mutating func checkHeaderValue(_ field: EvaluatedField, _ slot: Slot, _ place: Place) -> Bool {
    guard let binding = field.binding(slot), let value = binding.value.text else { return true }
    if let byte = value.utf8.first(where: { $0 < 32 && $0 != 9 || $0 == 127 }) {
      report(
        .badHeader, "a header cannot hold the control character \(byte)", place, at: binding.span,
        help: "a header is one line of text")
      return false
    }
    if value.utf8.count <= Limits.headerValueBytes { return true }
    report(
      .badHeader, "a header has \(value.utf8.count) bytes, \(Limits.headerValueBytes) at most are allowed", place,
      at: binding.span)
    return false
  }

  /// Checks a name that a predicate asks for.
  mutating func checkRequestName(_ name: String, _ field: RequestField?, _ place: Place, at span: SourceSpan) -> Bool {
    switch field {
    case .header?:
      return checkToken(name.hasPrefix(":") ? String(name.dropFirst()) : name, "header", place, at: span)
    case .cookie?: return checkToken(name, "cookie", place, at: span)
    default:
      if !name.isEmpty && name.utf8.count <= Limits.requestNameBytes { return true }
      reportName(name, "query parameter", place, at: span)
      return false
    }
  }

  /// A token of RFC 9110 section 5.6.2: the names of headers and of cookies.
  private mutating func checkToken(_ name: String, _ what: String, _ place: Place, at span: SourceSpan) -> Bool {
    if Evaluator.isToken(name) && name.utf8.count <= Limits.requestNameBytes { return true }
    reportName(name, what, place, at: span)
    return false
  }

  /// Whether a text is a token of RFC 9110 section 5.6.2.
  static func isToken(_ text: some StringProtocol) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        byte > 32 && byte < 127 && !"\"(),/:;<=>?@[\\]{}".utf8.contains(byte)
      }
  }

  private mutating func reportName(_ name: String, _ what: String, _ place: Place, at span: SourceSpan) {
    let message =
      if name.isEmpty {
        "a \(what) has an empty name"
      } else if name.utf8.count > Limits.requestNameBytes {
        "the name of a \(what) has \(name.utf8.count) bytes, \(Limits.requestNameBytes) at most are allowed"
      } else if name.utf8.contains(where: { $0 < 32 }) {
        "the name of a \(what) holds a control character"
      } else {
        "`\(name)` is no \(what)'s name"
      }
    report(
      .badHeader, message, place, at: span, help: "names are of letters, digits and ``!#$%&'*+-.^_`|~``",
      fixes: name.contains(" ")
        ? rewriting(name, in: span, as: name.split(separator: " ").joined(separator: "-")) : [])
  }
}
