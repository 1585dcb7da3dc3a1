import EpicBase
import EpicEnvoyAPI
import EpicIR

/// A RouteMatch in the making: one alternative of an arm, its conditions sorted by the field that asks them.
struct RouteMatch {
  /// The field that a path is asked by.
  private enum Path {
    case any
    case pattern(PathPattern)
    case regex(String)
  }
  private var path = Path.any
  /// What a route's one path field has no room for, asked of `CompilerHeader.path`: the pseudo header `:path` has the
  /// query behind the path, and a client writes that as it likes.
  private var paths: [(regex: String, isNegated: Bool)] = []
  private var conditions: [RouteCondition]
  /// The token providers of the ingress, for claims that name none.
  private let provider: String?

  /// Nil if no request passes. `blocks` are the patterns of the enclosing `under` blocks, outermost first.
  init?(_ conditions: [RouteCondition], blocks: [PathPattern], provider: String?) {
    self.conditions = conditions
    self.provider = provider
    var patterns: [PathPattern] = []
    for condition in conditions { if case .path(let pattern) = condition { patterns.append(pattern) } }
    var all = blocks + patterns
    for (index, pattern) in all.enumerated() {
      for other in all[(index + 1)...] where pattern.isDisjoint(from: other) || other.isDisjoint(from: pattern) {
        return nil
      }
    }
    if let main = all.popLast() {
      path = .pattern(main)
      for pattern in all where !main.lies(in: pattern) { paths.append((pattern.regex(), false)) }
    }
    for condition in conditions {
      switch condition {
      case .noPath(let excluded): paths.append((excluded.map { $0.regex() }.joined(separator: "|"), true))
      case .noPathRegex(let regex): paths.append((regex, true))
      case .pathRegex(let regex):
        if case .any = path { path = .regex(regex) } else { paths.append((regex, false)) }
      case .text(.jwtClaim(let name, _), _, _), .exists(.jwtClaim(let name, _), _):
        // Without a provider no claim exists; the front end reports the table's use of one.
        if name ?? provider == nil && !condition.isNegated { return nil }
      default: break
      }
    }
  }

  /// The limit of the bodies that it looks into; nil if it looks into none.
  var bodyLimit: UInt32? {
    for condition in conditions {
      switch condition {
      case .text(.jsonBody(_, let limit), _, _), .exists(.jsonBody(_, let limit), _): return limit
      default: break
      }
    }
    return nil
  }

  /// What its path field may take.
  var region: PathRegion {
    switch path {
    case .any: .every
    case .regex: .some(beginning: [])
    case .pattern(let pattern): PathRegion(pattern)
    }
  }

  /// Whether it asks nothing but its path field.
  var asksPathOnly: Bool {
    paths.isEmpty
      && !conditions.contains {
        $0.isHeader || $0.isQuery || $0.isCookie || $0.isFilterState || $0.isClaim || $0.isBody
      }
  }

  /// What a route asks beside what its arm asks.
  enum Addition {
    case nothing
    /// That the body was not read, and could be: then nothing is asked of what is in it.
    case unreadBody(UInt32)
    /// That the connection is to become a WebSocket.
    case webSocketUpgrade
    /// That it is a CONNECT request whose host and port are matched by the expression: it has no path.
    case tunnel(authority: String)

    fileprivate var isHeader: Bool { if case .nothing = self { false } else { true } }
    fileprivate var isUnreadBody: Bool { if case .unreadBody = self { true } else { false } }
  }

  /// Whether it asks for the path as a header.
  var asksPathHeader: Bool { !paths.isEmpty }

  /// Writes the value of a route's `match`. `method` restricts the methods further.
  func write(
    to route: inout ResourceMessage<Envoy.Route>, methods: (names: String, isNegated: Bool)? = nil,
    also addition: Addition = .nothing
  ) {
    route.object(.match) { match in
      if case .tunnel = addition { match.object(.connectMatcher) } else { writePath(&match) }
      if methods != nil || addition.isHeader || !paths.isEmpty || conditions.contains(where: \.isHeader) {
        match.array(.headers) { headers in
          for path in paths {
            headers.headerMatcher(CompilerHeader.path, regex: path.regex, isNegated: path.isNegated)
          }
          if let methods { headers.headerMatcher(":method", regex: methods.names, isNegated: methods.isNegated) }
          for condition in conditions where condition.isHeader {
            if case .tunnel = addition, case .host(let patterns, let isNegated) = condition {
              // The port is still there, unless it is the listener's.
              headers.headerMatcher(
                ":authority", regex: "(?:\(RE2.hosts(patterns)))(?::[0-9]+)?", isNegated: isNegated, ignoringCase: true)
            } else {
              headers.header(condition)
            }
          }
          switch addition {
          case .tunnel(let authority):
            headers.headerMatcher(":authority", regex: authority, isNegated: false, ignoringCase: true)
          case .nothing: break
          case .unreadBody(let limit): headers.readableBody(limit)
          case .webSocketUpgrade:
            headers.headerMatcher("upgrade", regex: "websocket", isNegated: false, ignoringCase: true)
          }
        }
      }
      if conditions.contains(where: \.isQuery) {
        match.array(.queryParameters) { queries in
          for case .exists(.query(let name), let isNegated) in conditions {
            queries.object { query in
              query.member(.name, name)
              query.member(.presentMatch, !isNegated)
            }
          }
          for case .text(.query(let name), let test, _) in conditions where !test.rejectsEmpty {
            queries.object { query in
              query.member(.name, name)
              query.member(.presentMatch, true)
            }
          }
        }
      }
      if conditions.contains(where: \.isCookie) {
        match.array(.cookies) { cookies in for condition in conditions { cookies.cookie(condition) } }
      }
      if conditions.contains(where: \.isFilterState) {
        match.array(.filterState) { states in for condition in conditions { states.filterState(condition) } }
      }
      if addition.isUnreadBody || conditions.contains(where: { $0.isClaim || $0.isBody }) {
        match.array(.dynamicMetadata) { metadata in
          for condition in conditions where condition.isClaim { metadata.claim(condition, defaultProvider: provider) }
          if addition.isUnreadBody {
            metadata.unreadBody()
          } else {
            for condition in conditions where condition.isBody { metadata.body(condition) }
          }
        }
      }
    }
  }

  private func writePath(_ match: inout ResourceMessage<Envoy.RouteMatch>) {
    switch path {
    case .any: match.member(.prefix, "/" as StaticString)
    case .regex(let regex): match.regex(.safeRegex, regex)
    case .pattern(let pattern):
      guard pattern.isLiteral else { return match.regex(.safeRegex, pattern.regex()) }
      let text = pattern.literalText
      if !pattern.isOpen {
        match.member(.path, pattern.hasTrailingSlash || text.isEmpty ? text + "/" : text)
      } else if text.isEmpty {
        match.member(.prefix, "/" as StaticString)
      } else {
        match.member(.pathSeparatedPrefix, text)
      }
    }
  }
}

extension RouteCondition {
  var isNegated: Bool {
    switch self {
    case .host(_, let isNegated), .method(_, let isNegated), .client(_, let isNegated), .country(_, let isNegated),
      .autonomousSystem(_, let isNegated), .text(_, _, let isNegated), .exists(_, let isNegated),
      .cohort(_, let isNegated), .tls(_, let isNegated):
      isNegated
    case .noPath, .noPathRegex, .emptyOrNot: true
    case .path, .pathRegex: false
    }
  }

  /// Asked by a HeaderMatcher.
  var isHeader: Bool {
    switch self {
    case .host, .method, .country, .autonomousSystem, .text(.header, _, _), .text(.query, _, _),
      .emptyOrNot, .exists(.header, _), .tls:
      true
    default: false
    }
  }

  /// Asked by a QueryParameterMatcher: whether the parameter is there.
  var isQuery: Bool {
    switch self {
    case .exists(.query, _): true
    case .text(.query, let test, _): !test.rejectsEmpty
    default: false
    }
  }

  var isCookie: Bool {
    switch self {
    case .text(.cookie, _, _), .exists(.cookie, _): true
    default: false
    }
  }

  var isClaim: Bool {
    switch self {
    case .text(.jwtClaim, _, _), .exists(.jwtClaim, _): true
    default: false
    }
  }

  var isBody: Bool {
    switch self {
    case .text(.jsonBody, _, _), .exists(.jsonBody, _): true
    default: false
    }
  }

  var isFilterState: Bool {
    switch self {
    case .client, .cohort: true
    default: false
    }
  }
}
