import EpicBase
import EpicDiagnostics
import EpicIR

/// Data files whose contents the daemons read.
extension Evaluator {
  /// A database that knows countries or networks.
  mutating func checkGeoDatabase(_ field: EvaluatedField, _ place: Place) -> Bool {
    guard let binding = field.binding(.data), case .data(let id) = binding.value else { return true }
    let file = program[id]
    guard let database = MaxMindDatabase(file.bytes) else {
      report(
        .dataFormat, "`\(file.path)` is no MaxMind-format database", place, at: binding.span,
        help: "a database ends in metadata, such as those of `GeoLite2-Country.mmdb`; was it cut off, or is it packed?")
      return false
    }
    if database.hasCountries || database.hasNetworks { return true }
    report(
      .dataFormat, "the database `\(file.path)` of type `\(database.type)` knows neither countries nor AS numbers",
      place, at: binding.span)
    return false
  }

  /// A set of keys (RFC 7517 section 5) with one at least that Envoy can check a token with.
  mutating func checkKeys(_ field: EvaluatedField, _ place: Place) -> Bool {
    guard let binding = field.binding(.data), case .data(let id) = binding.value else { return true }
    let file = program[id]
    let problem: String
    do throws(JSONError) {
      let document = try JSONReader.read(file.bytes)
      guard let keys = document["keys"]?.elements else {
        report(
          .dataFormat, "`\(file.path)` is no set of keys: it has no list `keys`", place, at: binding.span,
          help: "a set of keys is `{ \"keys\": [ … ] }` (RFC 7517)")
        return false
      }
      if keys.contains(where: Evaluator.isUsableKey) { return true }
      problem = "`\(file.path)` has no key that a token can be checked with"
    } catch {
      problem = "`\(file.path)` is no JSON: \(error)"
    }
    report(.dataFormat, problem, place, at: binding.span, help: "keys are of RFC 7518: RSA, EC, OKP or oct")
    return false
  }

  /// Whether the key has the members of its type (RFC 7518 section 6, RFC 8037 section 2).
  private static func isUsableKey(_ key: JSONValue) -> Bool {
    func has(_ name: String) -> Bool {
      guard let text = key[name]?.string, !text.isEmpty else { return false }
      return text.utf8.allSatisfy { byte in
        byte >= 48 && byte <= 57 || byte >= 65 && byte <= 90 || byte >= 97 && byte <= 122 || byte == 45 || byte == 95
      }
    }
    switch key["kty"]?.string {
    case "RSA": return has("n") && has("e")
    case "EC": return ["P-256", "P-384", "P-521"].contains(key["crv"]?.string ?? "") && has("x") && has("y")
    case "OKP": return key["crv"]?.string == "Ed25519" && has("x")
    case "oct": return has("k")
    default: return false
    }
  }
}
