import EpicBase
import EpicDiagnostics
import EpicIR

/// Two routes that each take some of the other's requests, so that their order decides between different outcomes.
///
/// A route that is a special case of a later one is how routes are written, and says nothing. Only routes that ask for
/// nothing but a path are compared, among those that start with the same segment.
enum RouteOverlapRule: ProofRule {
  /// Most routes with one first segment that are compared with one another.
  private static let compared = 64

  static func check(_ context: ProofContext, reporting sink: inout DiagnosticSink) {
    for (index, table) in context.deployment.routeTables.enumerated() {
      var groups: [String: [Int]] = [:]
      for (position, arm) in table.arms.enumerated() {
        guard case .path(let patterns) = arm.predicate, patterns.count == 1, !patterns[0].captures.isEmpty,
          case .literal(let first)? = patterns[0].segments.first
        else { continue }
        var group = groups[first] ?? []
        defer { groups[first] = group }
        if group.count >= compared { continue }
        for earlier in group { check(position, against: earlier, table, context, index, to: &sink) }
        group.append(position)
      }
    }
  }

  private static func check(
    _ position: Int, against earlier: Int, _ table: RouteTable, _ context: ProofContext, _ index: Int,
    to sink: inout DiagnosticSink
  ) {
    let arm = table.arms[position]
    let other = table.arms[earlier]
    guard case .path(let own) = arm.predicate, case .path(let others) = other.predicate, arm.blocks == other.blocks,
      arm.outcome != other.outcome, isSatisfiable([own, others], []), isSatisfiable([own], others),
      isSatisfiable([others], own)
    else { return }
    var request = SampleRequest()
    request.host = context.world(of: index).hosts?.example ?? request.host
    var search = PathSearch(positive: [own, others], negative: [])
    request.path = search.solve() ?? [""]
    sink.report(
      Diagnostic(
        .overlappingRoutes, "routes `\(other.name)` and `\(arm.name)` overlap, and the first takes what both match",
        at: arm.origin, secondary: [Annotation(other.origin.span, "takes what both match")],
        notes: ["example: \(request.description(of: .http)) -> \(other.name) (\(context.name(of: other.outcome)))"],
        help: "put a route for what both match above them, or make their paths differ"))
  }

  private static func isSatisfiable(_ positive: [[PathPattern]], _ negative: [PathPattern]) -> Bool {
    var search = PathSearch(positive: positive, negative: negative)
    return search.solve() != nil && !search.isUndecided
  }
}
