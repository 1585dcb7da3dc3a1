import EpicArtifact
import EpicBase

/// A small workspace whose routes ask everything that can be asked of a request, made from a random source.
///
/// Every arm stands on a line of its own, `  a7: when … -> …`, so that one that the compiler refuses, because another arm
/// shadows it, can be taken out, and a disagreement can be shown with the few lines that it takes. Every arm answers with its
/// name in `x-arm`.
struct GeneratedEdge {
  /// An ingress of the workspace, and what requests to it may have.
  struct Door {
    var name: String
    var ports: [UInt16]
    var tlsPort: UInt16?
    /// Providers of tokens.
    var providers: [String] = []
    var proxies: [IPPrefix] = []
    var hasCORS = false
    /// Names that reach it.
    var hosts: [String]
  }

  let name: String
  var doors: [Door] = []
  /// What each arm asks and does, by its name.
  var marks: [String: Set<String>] = [:]
  /// Keys of cohorts by salt, each with its bucket.
  var cohortKeys: [String: [(key: String, bucket: UInt32)]] = [:]
  /// The lines of `edge.epic`.
  var lines: [String] = []

  init(name: String) { self.name = name }

  /// The workspace's files beside the ones that all share.
  var files: [(path: String, text: String)] {
    [
      ("workspace.epic", "edition 2026\nworkspace \(name)\n"),
      ("\(name)/edge.epic", lines.joined(separator: "\n") + "\n"),
    ]
  }

  /// Takes out the arms that stand on these lines; whether there was one.
  mutating func removeArms(onLines numbers: Set<Int>) -> Bool {
    let doomed = numbers.filter { lines.indices.contains($0) && GeneratedEdge.isArm(lines[$0]) }
    lines = lines.enumerated().filter { !doomed.contains($0.offset) }.map(\.element)
    return !doomed.isEmpty
  }

  private static func isArm(_ line: String) -> Bool {
    let text = line.drop { $0 == " " }
    guard text.first == "a", let colon = text.firstIndex(of: ":") else { return false }
    return text[..<colon].dropFirst().allSatisfy(\.isNumber)
  }
}

/// Regular expressions of the generated routes, with texts that they match and texts that are nearly so.
enum RegexSamples {
  static let texts: [(expression: String, matched: [String], missed: [String])] = [
    ("[a-z]+", ["a", "abc", "zz"], ["A", "ab1", "a b"]),
    (#"v[0-9]{1,3}(\.[0-9]+)?"#, ["v1", "v12.0", "v999"], ["v", "v1.", "V1", "v1000"]),
    (".*(iPhone|Android).*", ["iPhone", "x Android y"], ["iphone", "Androi", "ANDROID"]),
    ("(?i)beta|gamma", ["BETA", "gamma", "Gamma"], ["bet", "gammas", "delta"]),
    ("a*", ["", "a", "aaa"], ["b", "ab"]),
  ]

  static let paths: [(expression: String, matched: [String], missed: [String])] = [
    ("/re/v[0-9]+/.*", ["/re/v1/", "/re/v22/x/y"], ["/re/v/x", "/re/v1", "/RE/v1/x"]),
    (#"/re/[a-z]+\.(png|jpe?g)"#, ["/re/a.png", "/re/logo.jpg"], ["/re/a.gif", "/re/apng", "/re/a.png/"]),
    ("/(a|b)*c", ["/c", "/abac"], ["/abd", "/C", "/cc"]),
    ("/(?:x|y)/[^/]+", ["/x/1", "/y/a.b"], ["/x/", "/x/1/2", "/z/1"]),
  ]

  static func matched(_ expression: String) -> [String] { find(expression)?.matched ?? ["x"] }
  static func missed(_ expression: String) -> [String] { find(expression)?.missed ?? ["~"] }

  private static func find(_ expression: String) -> (expression: String, matched: [String], missed: [String])? {
    (texts + paths).first { $0.expression == expression }
  }
}
