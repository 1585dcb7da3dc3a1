import EpicBase
import EpicIR

/// A fault put into the interpreter on purpose, to see that the comparison with the real Envoy finds it.
///
/// Each is said as a change of what the interpreter is asked: asking a sound interpreter the changed question gives what a
/// faulty one answers to the question itself. So no fault stands in the compiler.
enum InterpreterMutation: String, CaseIterable, Sendable {
  /// Of a repeated header only the first value counts.
  case firstHeaderOnly = "first-header-only"
  /// The negation of a comparison with what is absent is false.
  case absentNegationFalse = "absent-negation-false"
  /// `/a/**` takes `/ab`.
  case subtreeByText = "subtree-by-text"
  /// A percentage takes one bucket more than it says.
  case cohortOneMore = "cohort-one-more"
  /// The last query parameter of a name counts.
  case lastQuery = "last-query"
  /// A prefix is a bit shorter.
  case widePrefix = "wide-prefix"
  /// Paths are compared without regard to case.
  case pathWithoutCase = "path-without-case"
  /// Pages of every origin may read answers.
  case anyOrigin = "any-origin"

  /// The deployment that the faulty interpreter seems to read.
  func applied(to deployment: Deployment) -> Deployment {
    var deployment = deployment
    if self == .anyOrigin {
      for ingress in deployment.ingresses.indices { deployment.ingresses[ingress].cors?.origins = .any }
    }
    for table in deployment.routeTables.indices {
      for arm in deployment.routeTables[table].arms.indices {
        let predicate = deployment.routeTables[table].arms[arm].predicate
        deployment.routeTables[table].arms[arm].predicate = applied(to: predicate)
      }
    }
    return deployment
  }

  /// The request that it seems to get.
  func applied(to request: SentRequest) -> SentRequest {
    var request = request
    switch self {
    case .firstHeaderOnly:
      var names: Set<String> = []
      request.headers = request.headers.filter { names.insert($0.name.lowercased()).inserted }
    case .lastQuery:
      guard let mark = request.target.firstIndex(of: "?") else { break }
      let pairs = request.target[request.target.index(after: mark)...].split(
        separator: "&", omittingEmptySubsequences: false)
      request.target = request.target[...mark] + pairs.reversed().joined(separator: "&")
    default: break
    }
    return request
  }

  private func applied(to predicate: Predicate) -> Predicate {
    switch predicate {
    case .not(let inner):
      if self == .absentNegationFalse, case .text(let field, let test) = inner, test != .exists {
        return .all([predicate, .text(field, .exists)])
      }
      return .not(applied(to: inner))
    case .all(let parts): return .all(parts.map(applied(to:)))
    case .any(let parts): return .any(parts.map(applied(to:)))
    case .path(let patterns): return paths(patterns)
    case .cohort(var test) where self == .cohortOneMore:
      if test.lower > 0 { test.lower += 1 } else { test.upper = min(test.upper + 1, 1_000_000) }
      return .cohort(test)
    case .client(let prefixes) where self == .widePrefix:
      return .client(prefixes.compactMap { IPPrefix(containing: $0.address, length: max(Int($0.length) - 1, 0)) })
    default: return predicate
    }
  }

  private func paths(_ patterns: [PathPattern]) -> Predicate {
    guard self == .subtreeByText || self == .pathWithoutCase else { return .path(patterns) }
    var expressions: [String] = []
    for pattern in patterns {
      guard case .subtree = pattern.tail, let text = InterpreterMutation.literal(pattern) else {
        guard self == .pathWithoutCase, case .exact = pattern.tail, let text = InterpreterMutation.literal(pattern)
        else {
          return .path(patterns)
        }
        expressions.append("(?i)\(text)\(pattern.hasTrailingSlash || text.isEmpty ? "/" : "")")
        continue
      }
      expressions.append(self == .subtreeByText ? "\(text).*" : "(?i)\(text)(/.*)?")
    }
    return expressions.count == 1 ? .pathMatches(expressions[0]) : .any(expressions.map { .pathMatches($0) })
  }

  /// The segments in the syntax of regular expressions; nil where one is a capture.
  private static func literal(_ pattern: PathPattern) -> String? {
    var text = ""
    for segment in pattern.segments {
      guard case .literal(let literal) = segment else { return nil }
      text += "/" + literal.map { ".+*?()[]{}|^$\\".contains($0) ? "\\\($0)" : "\($0)" }.joined()
    }
    return text
  }
}
