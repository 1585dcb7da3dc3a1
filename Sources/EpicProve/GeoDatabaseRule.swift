import EpicDiagnostics
import EpicIR

/// Who asks where a client is has one database that knows.
enum GeoDatabaseRule: ProofRule {
  static func check(_ context: ProofContext, reporting sink: inout DiagnosticSink) {
    let deployment = context.deployment
    for database in deployment.geoDatabases.dropFirst() {
      sink.report(
        Diagnostic(
          .repeatedGeoDatabase,
          "there are two geo databases: `\(deployment.geoDatabases[0].identity)` and `\(database.identity)`",
          at: database.origin.span, secondary: [Annotation(deployment.geoDatabases[0].origin.span, "the other one")],
          help: "keep the one that is to be asked",
          fixes: context.fixes(at: database.origin) { $0.removing($1, "take this one out") }))
    }
    guard deployment.geoDatabases.isEmpty else { return }
    for table in deployment.routeTables {
      guard let position = table.arms.indices.first(where: { asksForPlace(table.arms[$0].predicate) }) else { continue }
      let arm = table.arms[position]
      sink.report(
        Diagnostic(
          .geoWithoutDatabase,
          "route `\(arm.name)` asks for the client's place, and the workspace has no geo database", at: arm.origin,
          help: "declare one: `geo main { database data \"geo.mmdb\" sha256 \"…\" }`"))
    }
  }

  private static func asksForPlace(_ predicate: Predicate) -> Bool {
    switch predicate {
    case .country, .autonomousSystem: true
    case .not(let inner): asksForPlace(inner)
    case .all(let parts), .any(let parts): parts.contains(where: asksForPlace)
    default: false
    }
  }
}
