import EpicBase
import EpicDiagnostics
import EpicIR

/// Reports what an ingress says and the Envoy of its engine lacks: one finding for each route and feature.
struct EngineChecker {
  private let deployment: Deployment
  /// Routes of older engines are shared: what was reported of an arm is not said again.
  private var reported: Set<Finding> = []

  private struct Finding: Hashable {
    var origin: Origin
    var feature: EnvoyRelease.Feature
  }

  /// Where a feature is asked for.
  private struct Use {
    var origin: Origin
    /// What else has to do with it.
    var beside: [Annotation] = []
  }

  init(_ deployment: Deployment) { self.deployment = deployment }

  mutating func check(reporting sink: inout DiagnosticSink) {
    for engine in deployment.engines where !EnvoyRelease.isSupported(engine.envoy) {
      report(engine, reporting: &sink)
    }
    for ingress in deployment.ingresses {
      let engine = deployment.engines[ingress.engine]
      let lacking = EnvoyRelease.Feature.allCases.filter { !EnvoyRelease.has($0, engine.envoy) }
      guard !lacking.isEmpty, EnvoyRelease.isSupported(engine.envoy) else { continue }
      for feature in lacking {
        let what = "ingress `\(ingress.identity.name)`"
        if let use = EngineChecker.use(feature, ingress.policy, at: ingress.origin)
          ?? EngineChecker.use(feature, ingress)
        {
          report(feature, use, what, engine, reporting: &sink)
        }
        for listener in ingress.listeners {
          guard let port = RoutedPort(ingress, listener) else { continue }
          for arm in deployment.routeTables[port.table].arms {
            guard let use = EngineChecker.use(feature, arm) else { continue }
            report(feature, use, "route `\(arm.name)`", engine, reporting: &sink)
          }
        }
      }
    }
  }

  private func report(_ engine: Engine, reporting sink: inout DiagnosticSink) {
    let names = EnvoyRelease.supported.map(\.description)
    let list = "\(names.dropLast().joined(separator: ", ")) and \(names.last ?? "")"
    sink.report(
      Diagnostic(
        .unsupportedEngine,
        "the engine `\(engine.identity.name)` runs Envoy `\(engine.envoy)`, and resources are made for \(list)",
        at: engine.origin.span, help: "write `envoy \(names.last ?? "")`"))
  }

  private mutating func report(
    _ feature: EnvoyRelease.Feature, _ use: Use, _ what: String, _ engine: Engine, reporting sink: inout DiagnosticSink
  ) {
    guard reported.insert(Finding(origin: use.origin, feature: feature)).inserted else { return }
    sink.report(
      Diagnostic(
        .engineLacksFeature,
        "\(what) asks for \(feature.subject), and Envoy `\(engine.envoy)` \(feature.before)", at: use.origin.span,
        label: "Envoy \(feature.first) is the first that can",
        secondary: use.beside + [Annotation(engine.origin.span, "the engine `\(engine.identity.name)` of the ingress")],
        help: "write `envoy \(feature.first)` in the engine, or take another engine"))
  }

  /// The statement of an ingress that asks for a feature.
  private static func use(_ feature: EnvoyRelease.Feature, _ ingress: Ingress) -> Use? {
    switch feature {
    case .compressedTypes:
      guard let compression = ingress.compression, !compression.types.isEmpty else { return nil }
      return Use(origin: compression.origin)
    case .realm:
      guard let demand = ingress.basicAuthentication, demand.realm != nil else { return nil }
      return Use(origin: demand.origin)
    case .clientCertificatesOverQUIC:
      guard let demand = ingress.clientCertificates, let port = ingress.listeners.first(where: \.hasHTTP3) else {
        return nil
      }
      return Use(origin: demand.origin, beside: [Annotation(port.origin.span, "HTTP/3 is served on this port")])
    case .bodySizeLimit, .repeatedHeaders, .byteExpressions: return nil
    }
  }

  private static func use(_ feature: EnvoyRelease.Feature, _ policy: RoutePolicy, at origin: Origin) -> Use? {
    guard feature == .bodySizeLimit, policy.maximumBody != nil else { return nil }
    return Use(origin: policy.maximumBodyOrigin ?? origin)
  }

  private static func use(_ feature: EnvoyRelease.Feature, _ arm: RouteArm) -> Use? {
    use(feature, arm.policy, at: arm.origin) ?? (uses(feature, arm.predicate) ? Use(origin: arm.origin) : nil)
  }

  private static func uses(_ feature: EnvoyRelease.Feature, _ predicate: EpicIR.Predicate) -> Bool {
    switch predicate {
    case .not(let inner): uses(feature, inner)
    case .all(let parts), .any(let parts): parts.contains { uses(feature, $0) }
    case .pathMatches: feature == .byteExpressions
    case .text(let field, let test):
      switch feature {
      case .byteExpressions: test.isExpression
      case .repeatedHeaders: test != .exists && field.isHeaderOfSeveralValues
      default: false
      }
    default: false
    }
  }
}

extension TextTest {
  fileprivate var isExpression: Bool { if case .matches = self { true } else { false } }
}

extension TextField {
  /// A header that Envoy has as many values of as lines. Of some it has one on every release, whatever a matcher does.
  fileprivate var isHeaderOfSeveralValues: Bool {
    if case .header(let name) = self { !EdgeHeader.joined.contains(name) } else { false }
  }
}
