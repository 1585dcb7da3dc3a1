import EpicBase

/// How often each kind of question and outcome was tried.
struct RequestTally {
  /// Every kind of question that routes can ask.
  static let questions = [
    "block", "let", "not", "and", "or", "else", "path.exact", "path.subtree", "path.capture", "path.partial",
    "path.rest",
    "path.quoted", "path.matches", "host.exact", "host.one-label", "host.labels", "method", "header.is",
    "header.starts",
    "header.matches", "header.exists", "query.is", "query.starts", "query.matches", "query.exists", "cookie.is",
    "cookie.starts", "cookie.matches", "cookie.exists", "claim.is", "claim.starts", "claim.matches", "claim.exists",
    "body.is", "body.starts", "body.matches", "body.exists", "client", "country", "continent", "asn", "cohort", "tls",
    "site", "grpc",
  ]
  /// Every kind of outcome.
  static let outcomes = [
    "upstream", "split", "redirect.path", "redirect.captures", "redirect.url", "redirect.query", "respond",
    "rewrite.path", "rewrite.captures", "rewrite.host", "request-header.set", "request-header.append",
    "request-header.remove", "response-header.set", "response-header.append", "response-header.remove", "retry",
    "max-body", "tiers", "timeouts", "websocket", "mirror",
  ]
  /// Changes of requests that stand for something that no arm says.
  static let edits = ["upgrade", "origin", "preflight", "connect"]

  private(set) var workspaces = 0
  private(set) var requests = 0
  /// Requests that are one change away from one that an arm takes.
  private(set) var edited = 0
  private var counts: [String: Int] = [:]

  mutating func countWorkspace() { workspaces += 1 }

  /// Counts a request that was aimed at an arm: what the arm asks, and, where it takes the request, what it does.
  mutating func count(_ request: SentRequest, aimed marks: Set<String>, taken: Set<String>) {
    requests += 1
    if !request.edit.isEmpty { edited += 1 }
    for mark in marks where RequestTally.questions.contains(mark) { counts[mark, default: 0] += 1 }
    if RequestTally.edits.contains(request.edit) { counts["edit.\(request.edit)", default: 0] += 1 }
    for mark in taken where RequestTally.outcomes.contains(mark) { counts[mark, default: 0] += 1 }
  }

  /// The tally as one object of JSON.
  var line: [UInt8] {
    var json = JSONWriter(pretty: false)
    json.object { json in
      json.member("workspaces", workspaces)
      json.member("requests", requests)
      json.member("edited", edited)
      json.object("counts") { list in
        for name in RequestTally.questions + RequestTally.outcomes + RequestTally.edits.map({ "edit.\($0)" }) {
          list.key(name)
          list.value(counts[name] ?? 0)
        }
      }
    }
    return json.bytes
  }
}
