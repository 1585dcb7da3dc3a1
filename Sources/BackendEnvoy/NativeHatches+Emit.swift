import EpicBackend
import EpicBase
import EpicEnvoyAPI
import EpicIR

/// Where the hatches' filters and fields stand.
extension InstanceScope {
  func hatches(of ingress: Ingress) -> NativeHatches? {
    if hatches.isEmpty { return nil }
    return ingresses.first { deployment.ingresses[$0].identity == ingress.identity }.flatMap { hatches[$0.index] }
  }

  /// Fields of the ingress's connection managers.
  func httpFields(of ingress: Ingress) -> [DynamicField] { hatches(of: ingress)?.http?.fields ?? [] }

  /// Fields of an upstream's clusters, of every ingress of the process: there is one cluster for all of them.
  func clusterFields(of upstream: Upstream) -> [DynamicField] {
    if hatches.isEmpty { return [] }
    var result: [DynamicField] = []
    for id in ingresses {
      for (row, message) in hatches[id.index]?.clusters ?? []
      where deployment.upstreams[row].identity == upstream.identity {
        result = result.isEmpty ? message.fields : NativeTyper.union(result, message.fields)
      }
    }
    return result
  }

  /// Fields of an arm's routes.
  func routeFields(of ingress: Ingress, _ arm: RouteArm) -> [DynamicField] {
    hatches(of: ingress)?.routes.first { $0.arm == arm.name }?.message.fields ?? []
  }
}

extension NativeTyper {
  /// The fields of both; where both say one value the first holds, which the check reports.
  static func union(_ first: [DynamicField], _ second: [DynamicField]) -> [DynamicField] {
    var result = first
    for field in second {
      guard let index = result.firstIndex(where: { $0.field.number == field.field.number }) else {
        result.append(field)
        continue
      }
      if case .message(var one) = result[index].value, case .message(let other) = field.value {
        one.fields = union(one.fields, other.fields)
        result[index].value = .message(one)
      }
    }
    return result
  }
}

extension ResourceMessage<[Envoy.HTTPFilter]> {
  /// The hatches' filters between two places.
  mutating func native(_ hatches: NativeHatches?, after: FilterAnchor? = nil, before: FilterAnchor? = nil) {
    guard let hatches, !hatches.filters.isEmpty else { return }
    let messages =
      (after.map { hatches.filters(isBefore: false, $0) } ?? [])
      + (before.map { hatches.filters(isBefore: true, $0) } ?? [])
    for filter in messages {
      if let field = filter.fields.first { note(.origin(Origin(field.span))) }
      output.dynamicElement(filter)
    }
  }
}

extension ResourceMessage<[Envoy.Route]> {
  /// A route with a hatch's fields beside its own.
  mutating func object(adding fields: [DynamicField], _ body: (inout ResourceMessage<Envoy.Route>) -> Void) {
    object { route in
      if fields.isEmpty { body(&route) } else { route.overlaid(fields, body) }
    }
  }
}
