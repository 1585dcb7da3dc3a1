import EpicBase
import EpicDiagnostics
import EpicIR
import EpicIRFixtures
import EpicProve
import Testing

/// A request of a small world, in which every kind that the generated predicates can tell apart occurs.
private struct TestRequest {
  var host: String
  var path: [String]
  var method: String
  var country: String?
  var headers: [String]
  var tls: TLSVersion?

  /// Every path of up to three segments over two known names and a third, with and without a trailing slash.
  static let paths: [[String]] = {
    var all: [[String]] = [[""]]
    var level: [[String]] = [[]]
    for _ in 0..<3 {
      level = level.flatMap { prefix in ["a", "b", "c"].map { prefix + [$0] } }
      all += level + level.map { $0 + [""] }
    }
    return all
  }()

  static let all: [TestRequest] = paths.flatMap { path in
    ["www.globex.example", "x.docs.globex.example"].flatMap { host in
      ["GET", "PUT", "POST"].flatMap { method in
        [nil, "DE", "FR"].flatMap { country in
          [[], ["1"], ["12"], ["2"], ["3"], ["1", "2"], ["12", "2"]].flatMap { headers in
            [.v1_3, nil].map { tls in
              TestRequest(host: host, path: path, method: method, country: country, headers: headers, tls: tls)
            }
          }
        }
      }
    }
  }

  /// What the language says of the predicate, written down a second time.
  func satisfies(_ predicate: Predicate) -> Bool {
    switch predicate {
    case .not(let inner): !satisfies(inner)
    case .all(let parts): parts.allSatisfy(satisfies)
    case .any(let parts): parts.contains(where: satisfies)
    case .host(let patterns): patterns.contains { $0.matches(host) }
    case .path(let patterns): patterns.contains(where: matches)
    case .method(let methods): methods.contains(method)
    case .country(let codes): country.map(codes.contains) ?? false
    case .tls(let versions): tls.map(versions.contains) ?? false
    case .text(_, .exists): !headers.isEmpty
    case .text(_, .isOneOf(let values)): headers.contains(where: values.contains)
    case .text(_, .startsWith(let start)): headers.contains { $0.hasPrefix(start) }
    default: predicate == .always
    }
  }

  private func matches(_ pattern: PathPattern) -> Bool {
    var rest = path[...]
    for segment in pattern.segments {
      guard let next = rest.popFirst() else { return false }
      switch segment {
      case .literal(let text): if next != text { return false }
      case .capture: if next.isEmpty { return false }
      case .partial(let prefix, _, let suffix):
        guard next.hasPrefix(prefix) else { return false }
        let rest = next.dropFirst(prefix.count)
        if rest.count <= suffix.count || !rest.hasSuffix(suffix) { return false }
      }
    }
    return pattern.tail != .exact || (pattern.hasTrailingSlash ? rest == [""] : rest.isEmpty)
  }
}

private struct ArmGenerator {
  var random: SeededGenerator

  mutating func predicate(_ depth: Int) -> Predicate {
    switch random.below(depth > 0 ? 10 : 7) {
    case 0, 1: .path((0...random.below(2)).map { _ in pattern() })
    case 2: .method([random.pick(["GET", "PUT"])])
    case 3: .country(random.pick([["DE"], ["FR"], ["DE", "FR"]]))
    case 4: .host([HostPattern(random.pick(["www.globex.example", "*.docs.globex.example"]))])
    case 5: .text(.header("t"), random.pick([.exists, .isOneOf(["1"]), .isOneOf(["1", "2"]), .startsWith("1")]))
    case 6: .tls(random.pick([TLSVersion.allCases, [.v1_3], [.v1_2, .v1_3], [.v1_2]]))
    case 7: .not(predicate(depth - 1))
    case 8: .all([predicate(depth - 1), predicate(depth - 1)])
    default: .any([predicate(depth - 1), predicate(depth - 1)])
    }
  }

  /// Patterns whose segments overlap in parts.
  mutating func partialPattern() -> PathPattern {
    path(
      random.pick([
        "/a{x}", "/{x}a", "/a{x}a", "/ab{x}", "/{x}ba", "/{x}", "/ab", "/aba", "/aa", "/ab{x}/**", "/{x}ba/",
        "/a{x}/{y}b",
        "/**", "/{x}/ab",
      ]))
  }

  private mutating func pattern() -> PathPattern {
    path(
      random.pick([
        "/", "/a", "/a/", "/a/**", "/b/**", "/**", "/{x}", "/{x}/", "/{x}/b", "/a/{x}", "/a/b", "/{x}/**", "/a/{x}/**",
        "/a/b/**", "/{x}/b/**",
      ]))
  }
}

@Suite struct ReachabilityPropertyTests {
  /// Against every request of the small world: a route that is called unreachable is reached by none, and one that is
  /// not called so is reached by one.
  @Test(arguments: UInt64(1)...60) func unreachableMeansThatNoRequestGetsThrough(seed: UInt64) {
    var generator = ArmGenerator(random: SeededGenerator(seed: seed))
    let predicates = (0..<6).map { _ in generator.predicate(2) }
    var deployment = Storefront.deployment()
    deployment.routeTables[3].arms = (predicates + [.always]).enumerated().map { index, predicate in
      RouteArm(
        name: index < 6 ? "arm-\(index)" : "otherwise", blocks: [], predicate: predicate,
        outcome: .respond(DirectResponse(status: 200, body: [], contentType: "", headers: [])), policy: RoutePolicy(),
        origin: Origin(SourceSpan(source: SourceID(0), start: UInt32(index), end: UInt32(index + 1))))
    }
    deployment.ingresses[4].listeners = [
      (443, IngressListener.Service.https(minimumVersion: .v1_3, routes: RowID(3))), (80, .http(routes: RowID(3))),
    ].map { IngressListener(port: $0.0, service: $0.1, origin: deployment.ingresses[4].origin) }
    var sink = DiagnosticSink()
    Prover.prove(deployment, reporting: &sink)
    let codes: [DiagnosticCode] = [.unreachableRoute, .contradictoryRoute, .tlsOfNoListener]
    let refused = Set(sink.diagnostics.filter { codes.contains($0.code) }.map { Int($0.primary.span.start) })
    var reached: Set<Int> = []
    for request in TestRequest.all {
      if let index = predicates.firstIndex(where: request.satisfies) { reached.insert(index) }
    }
    for index in predicates.indices {
      #expect(refused.contains(index) != reached.contains(index), "seed \(seed): \(predicates) at \(index)")
    }
  }

  /// Every segment of up to six letters, of two that patterns hold and one that they do not.
  private static let segments: [String] = {
    var all: [String] = []
    var level = [""]
    for _ in 0..<6 {
      level = level.flatMap { text in ["a", "b", "c"].map { text + $0 } }
      all += level
    }
    return all
  }()

  /// The same of paths alone whose segments are known in part: every short segment is tried.
  @Test(arguments: UInt64(1)...60) func partsOfSegmentsAreToldApart(seed: UInt64) {
    var generator = ArmGenerator(random: SeededGenerator(seed: seed))
    let arms = (0..<4).map { _ in (0...generator.random.below(2)).map { _ in generator.partialPattern() } }
    var search: Set<Int> = []
    for index in arms.indices where PathQuestion.isReachable(index, arms) { search.insert(index) }
    var paths = [[""]] + Self.segments.map { [$0] } + Self.segments.map { [$0, ""] }
    for first in Self.segments where first.utf8.count <= 4 {
      for second in ["a", "b", "c", "ab", "bb", "cb", "cab"] { paths.append([first, second]) }
    }
    var reached: Set<Int> = []
    for path in paths {
      let request = TestRequest(host: "www.globex.example", path: path, method: "GET", country: nil, headers: [])
      if let index = arms.firstIndex(where: { request.satisfies(.path($0)) }) { reached.insert(index) }
    }
    #expect(search == reached, "seed \(seed): \(arms)")
  }
}

/// What the prover says of arms that ask for paths alone.
private enum PathQuestion {
  static func isReachable(_ index: Int, _ arms: [[PathPattern]]) -> Bool {
    var deployment = Storefront.deployment()
    deployment.routeTables[3].arms = (arms.map { Predicate.path($0) } + [.always]).enumerated().map {
      position, predicate in
      RouteArm(
        name: "arm-\(position)", blocks: [], predicate: predicate,
        outcome: .respond(DirectResponse(status: 200, body: [], contentType: "", headers: [])), policy: RoutePolicy(),
        origin: Origin(SourceSpan(source: SourceID(0), start: UInt32(position), end: UInt32(position + 1))))
    }
    var sink = DiagnosticSink()
    Prover.prove(deployment, reporting: &sink)
    return !sink.diagnostics.contains {
      ($0.code == .unreachableRoute || $0.code == .contradictoryRoute) && Int($0.primary.span.start) == index
    }
  }
}
