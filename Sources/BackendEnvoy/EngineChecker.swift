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
        if EngineChecker.uses(feature, ingress.policy) || EngineChecker.uses(feature, ingress) {
          report(feature, ingress.origin, "ingress `\(ingress.identity.name)`", engine, reporting: &sink)
        }
        for listener in ingress.listeners {
          guard let port = RoutedPort(ingress, listener) else { continue }
          for arm in deployment.routeTables[port.table].arms where EngineChecker.uses(feature, arm) {
            report(feature, arm.origin, "route `\(arm.name)`", engine, reporting: &sink)
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
    _ feature: EnvoyRelease.Feature, _ origin: Origin, _ what: String, _ engine: Engine,
    reporting sink: inout DiagnosticSink
  ) {
    guard reported.insert(Finding(origin: origin, feature: feature)).inserted else { return }
    sink.report(
      Diagnostic(
        .engineLacksFeature,
        "\(what) asks for \(feature.subject), and Envoy `\(engine.envoy)` \(feature.before)", at: origin.span,
        label: "Envoy \(feature.first) is the first that can",
        secondary: [Annotation(engine.origin.span, "the engine `\(engine.identity.name)` of the ingress")],
        help: "write `envoy \(feature.first)` in the engine, or take another engine"))
  }

  private static func uses(_ feature: EnvoyRelease.Feature, _ ingress: Ingress) -> Bool {
    switch feature {
    case .compressedTypes: !(ingress.compression?.types.isEmpty ?? true)
    case .realm: ingress.basicAuthentication?.realm != nil
    case .bodySizeLimit, .repeatedHeaders, .byteExpressions: false
    }
  }

  private static func uses(_ feature: EnvoyRelease.Feature, _ policy: RoutePolicy) -> Bool {
    feature == .bodySizeLimit && policy.maximumBody != nil
  }

  private static func uses(_ feature: EnvoyRelease.Feature, _ arm: RouteArm) -> Bool {
    uses(feature, arm.policy) || uses(feature, arm.predicate)
  }

  private static func uses(_ feature: EnvoyRelease.Feature, _ predicate: EpicIR.Predicate) -> Bool {
    switch predicate {
    case .not(let inner): uses(feature, inner)
    case .all(let parts), .any(let parts): parts.contains { uses(feature, $0) }
    case .pathMatches, .text(_, .matches): feature == .byteExpressions || isHeader(predicate, feature)
    case .text(.header, let test): feature == .repeatedHeaders && test != .exists
    default: false
    }
  }

  private static func isHeader(_ predicate: EpicIR.Predicate, _ feature: EnvoyRelease.Feature) -> Bool {
    if case .text(.header, _) = predicate { feature == .repeatedHeaders } else { false }
  }
}
