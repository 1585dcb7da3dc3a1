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
    for table in deployment.routeTables {
      if let database = deployment.geoDatabases.first {
        check(table, database, reporting: &sink)
      } else if let arm = table.arms.first(where: { asks($0.predicate, .country) || asks($0.predicate, .network) }) {
        sink.report(
          Diagnostic(
            .geoWithoutDatabase,
            "route `\(arm.name)` asks for the client's place, and the workspace has no geo database", at: arm.origin,
            help: "declare one: `geo main { database data \"geo.mmdb\" sha256 \"…\" }`"))
      }
    }
  }

  /// What a database does not hold is absent for every client: a question for it is a mistake.
  private static func check(_ table: RouteTable, _ database: GeoDatabase, reporting sink: inout DiagnosticSink) {
    for subject in Subject.allCases where !subject.isHeld(by: database) {
      guard let arm = table.arms.first(where: { asks($0.predicate, subject) }) else { continue }
      sink.report(
        Diagnostic(
          .geoDatabaseLacks, "route `\(arm.name)` asks for \(subject.phrase), which the geo database does not hold",
          at: arm.origin, secondary: [Annotation(database.origin.span, "`\(database.data.path)` is the database")],
          help: "give the workspace a database that holds it"))
    }
  }

  /// What a geo database may tell.
  private enum Subject: CaseIterable {
    case country
    case network

    var phrase: String { self == .country ? "the client's country" : "the client's AS number" }

    func isHeld(by database: GeoDatabase) -> Bool {
      self == .country ? database.hasCountries : database.hasNetworks
    }
  }

  private static func asks(_ predicate: Predicate, _ subject: Subject) -> Bool {
    switch predicate {
    case .country: subject == .country
    case .autonomousSystem: subject == .network
    case .not(let inner): asks(inner, subject)
    case .all(let parts), .any(let parts): parts.contains { asks($0, subject) }
    default: false
    }
  }
}
