import EpicIR
import EpicSema

extension ProgramLowering {
  /// Puts what fills the slots of templates around the routes of each ingress that fills one. The table that results is
  /// the ingress's alone: it takes the place of the written one if no other ingress answers by that, and is otherwise
  /// called after both.
  mutating func fillSlots() {
    let declarations = program.declarations(of: .ingress)
    if declarations.allSatisfy(\.slots.isEmpty) { return }
    var taken: Set<RowID<RouteTable>> = []
    for (index, declaration) in declarations.enumerated() where declaration.slots.isEmpty {
      taken.formUnion(deployment.routeTables(of: deployment.ingresses[index]))
    }
    for (index, declaration) in declarations.enumerated() where !declaration.slots.isEmpty {
      guard let base = declaration.field(.routes)?.declaration(.value)?.row(as: RouteTable.self),
        base.index < program.routeTables.count
      else { continue }
      var table = program.routeTables[base]
      table.arms = table.filled(by: declaration.slots)
      for arm in table.arms.indices { table.arms[arm].predicate = table.arms[arm].predicate.simplified }
      if taken.insert(base).inserted {
        deployment.routeTables[base.index] = table
        continue
      }
      let user = declaration.identity.description
      table.identity.key = table.identity.key.map { "\($0) \(user)" } ?? user
      let row = RowID<RouteTable>(UInt32(deployment.routeTables.count))
      deployment.routeTables.append(table)
      for listener in deployment.ingresses[index].listeners.indices {
        deployment.ingresses[index].listeners[listener].service.redirectRoutes(from: base, to: row)
      }
    }
  }
}

extension IngressListener.Service {
  /// Answers by another table where it answers by the given one.
  fileprivate mutating func redirectRoutes(from old: RowID<RouteTable>, to new: RowID<RouteTable>) {
    switch self {
    case .https(let version, old): self = .https(minimumVersion: version, routes: new)
    case .http(old): self = .http(routes: new)
    default: break
    }
  }
}
