import EpicBase
import EpicDiagnostics
import EpicIR
import EpicSyntax

/// Rules about what is said of requests beside their routes.
extension Evaluator {
  /// The name of a key of requests: a limit's, or that of a hash.
  mutating func checkRateLimit(_ field: EvaluatedField, _ place: Place) -> Bool {
    guard let binding = field.binding(.name), let name = binding.value.word ?? binding.value.text else { return true }
    let known: RequestField =
      switch field.word(.by) {
      case "header": .header
      case "cookie": .cookie
      default: .query
      }
    return checkRequestName(name, known, place, at: binding.span)
  }

  /// The longest wait is no shorter than the first.
  mutating func checkBackoff(_ field: EvaluatedField, _ place: Place) -> Bool {
    guard let base = field.binding(.backoff), let most = field.binding(.maximum),
      let first = base.value.duration, let last = most.value.duration, last.milliseconds < first.milliseconds
    else { return true }
    report(
      .valueOutOfBounds, "`backoff` ends at `\(last)`, below the `\(first)` that it begins with", place, at: most.span,
      label: "less than `\(first)`",
      fixes: [
        FixIt(
          "swap the two",
          [TextEdit(base.span, replacement: "\(last)"), TextEdit(most.span, replacement: "\(first)")])
      ])
    return false
  }

  /// Each encoding once, and media types without parameters (RFC 9110 section 8.3.1).
  mutating func checkCompression(_ field: EvaluatedField, _ place: Place) -> Bool {
    var seen: [SlotBinding] = []
    for binding in field.all(.encodings) {
      if let first = seen.first(where: { $0.value == binding.value }) {
        report(
          .badCompression, "`\(binding.value.word ?? "")` is said twice", place, at: binding.span,
          secondary: [Annotation(first.span, "first said here")], fixes: dropping(element: binding.span))
        return false
      }
      seen.append(binding)
    }
    for binding in field.all(.types) {
      guard let type = binding.value.text else { continue }
      let parts = type.split(separator: "/", omittingEmptySubsequences: false)
      if parts.count == 2, parts.allSatisfy({ Evaluator.isToken($0) && $0 != "*" }) {
        continue
      }
      report(
        .badCompression, "`\(type)` is no media type", place, at: binding.span,
        help: "write `type/subtype`, without parameters and `*`: \"text/html\"")
      return false
    }
    return true
  }

  mutating func checkTrustedProxies(_ field: EvaluatedField, _ place: Place) -> Bool {
    for binding in field.all(.prefixes) where binding.value.prefix?.length == 0 {
      report(
        .everyoneTrusted,
        "`\(Schema.field(field.schema).title) \(binding.value.plainText ?? "")` lets every client say who it is", place,
        at: binding.span, help: "list the addresses of the proxies in front of the edge",
        fixes: field.all(.prefixes).count > 1
          ? dropping(element: binding.span) : removing([field.origin.span], "trust nobody"))
      return false
    }
    return true
  }

  /// An origin is a scheme, a host and a port, and nothing behind them.
  mutating func checkOrigins(_ field: EvaluatedField, _ place: Place) -> Bool {
    for binding in field.all(.url) {
      guard let url = binding.value.url, url.pathAndQuery != "/" else { continue }
      report(
        .badOrigin, "`\(url)` is no origin: nothing stands behind its host and port", place, at: binding.span,
        help: "write `\(url.origin)`",
        fixes: [FixIt("write `\(url.origin)`", [TextEdit(binding.span, replacement: url.origin)])])
      return false
    }
    return true
  }

  mutating func checkHeaderNames(_ field: EvaluatedField, _ place: Place) -> Bool {
    for binding in field.all(.name) {
      guard let name = binding.value.word ?? binding.value.text else { continue }
      guard checkRequestName(name, .header, place, at: binding.span) else { return false }
    }
    return true
  }

  /// With credentials, every page that a user visits could act for the user if any origin were allowed.
  mutating func checkCORS(_ body: BodyState, _ place: Place) {
    guard let credentials = body.working.first(where: { $0.field.name == .credentials }),
      let origins = body.working.first(where: { $0.field.name == .origins && $0.field.word(.form) == "any" })
    else { return }
    report(
      .credentialsForEveryone, "`origins any` and `credentials allowed` let every page act for its visitor", place,
      at: credentials.field.origin.span, secondary: [Annotation(origins.field.origin.span, "any origin is allowed")],
      help: "list the origins, or leave `credentials allowed` out",
      fixes: removing([credentials.field.origin.span], "take `credentials allowed` out"))
  }

  // MARK: Bodies of requests

  /// `body.json("model", limit: 64KiB)`.
  mutating func jsonBody(_ call: NodeID, _ place: Place) -> TextField? {
    let tree = files[place.file].tree
    var path: [String]?
    var limit: UInt32?
    for argument in tree.children(of: call).dropFirst() where tree.kind(of: argument) != .unexpected {
      if tree.kind(of: argument) == .argument {
        guard tree.string(of: tree.firstToken(of: argument)) == "limit", limit == nil,
          let value = tree.child(of: argument, at: 1)
        else { return reportBody("`body.json` takes a path and `limit`", argument, place) }
        guard let size = evaluate(value, as: .size, in: place)?.size else { return nil }
        if size.bytes < 1 || size.bytes > Limits.readBodyBytes {
          report(
            .valueOutOfBounds, "`\(text(place, value))` lies outside 1B to \(ByteSize(bytes: Limits.readBodyBytes))",
            place, value, help: "a body is held until it is read; longer ones are not looked into")
          return nil
        }
        limit = UInt32(clamping: size.bytes)
      } else if path == nil {
        guard let text = evaluate(argument, as: .text, in: place)?.text else { return nil }
        let names = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        if names.contains("") || names.count > Limits.bodyPathDepth || text.utf8.count > Limits.requestNameBytes {
          return reportBody("`\(text)` is no path into a body", argument, place)
        }
        path = names
      } else {
        return reportBody("`body.json` takes one path", argument, place)
      }
    }
    guard let path, let limit else {
      return reportBody(
        "`body.json` needs a path and a limit", call, place, path == nil ? [] : limiting(call, place))
    }
    return .jsonBody(path: path, limit: limit)
  }

  private mutating func reportBody(
    _ message: String, _ node: NodeID, _ place: Place, _ fixes: [FixIt] = []
  ) -> TextField? {
    report(.badBodyField, message, place, node, help: "write `body.json(\"model\", limit: 64KiB)`", fixes: fixes)
    return nil
  }

  /// The fix that gives a question about the body the limit that it lacks.
  private func limiting(_ call: NodeID, _ place: Place) -> [FixIt] {
    let tree = files[place.file].tree
    let end = tree.span(of: call).end
    guard end > 0, Int(end) <= tree.text.count, tree.text[Int(end) - 1] == UInt8(ascii: ")") else { return [] }
    return [inserting(", limit: 64KiB", at: end - 1, tree.source, "write `limit: 64KiB`")]
  }

  /// Cohorts are drawn before a body is read.
  mutating func isCohortKey(_ field: TextField, _ node: NodeID, _ place: Place) -> Bool {
    guard case .jsonBody = field else { return true }
    report(
      .badCohort, "a cohort's key is no part of the body: cohorts are drawn before a body is read", place, node,
      help: "use a header, a cookie or a claim")
    return false
  }
}
