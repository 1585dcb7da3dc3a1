import EpicBase
import EpicDiagnostics
import EpicIR
import EpicSema

extension ProgramLowering {
  /// Gives addresses to the ingresses and ids to the tunnels, and writes both into the lock.
  mutating func allocate(_ lock: inout Lock, release: UInt64, reporting sink: inout DiagnosticSink) {
    reportMixedFamilies(to: &sink)
    allocateAddresses(&lock, release: release, reporting: &sink)
    allocateTunnels(&lock, release: release, reporting: &sink)
  }

  private func reportMixedFamilies(to sink: inout DiagnosticSink) {
    for pool in deployment.pools {
      guard let first = pool.ranges.first,
        let other = (pool.ranges + pool.reserved).first(where: { $0.family != first.family })
      else { continue }
      sink.report(
        Diagnostic(
          .mixedFamilies, "pool `\(pool.identity.name)` has `\(first)` and `\(other)`, which are of two families",
          at: pool.origin.span, help: "make a pool for each family"))
    }
  }

  private mutating func allocateAddresses(_ lock: inout Lock, release: UInt64, reporting sink: inout DiagnosticSink) {
    let poolNames = deployment.pools.map(\.identity.description)
    var requests: [AddressRequest] = []
    var ingresses: [Int] = []
    requests.reserveCapacity(deployment.ingresses.count * 2)
    for (index, declaration) in program.declarations(of: .ingress).enumerated() {
      guard let field = declaration.field(.address) else { continue }
      let name = declaration.identity.description
      var drawn: [Int] = []
      for binding in field.bindings where binding.slot == .pool {
        guard let pool = binding.value.declaration.map({ Int($0.position) }) else { continue }
        let ordinal = UInt32(drawn.count { $0 == pool }) + 1
        drawn.append(pool)
        ingresses.append(index)
        requests.append(
          AddressRequest(
            owner: LockedAddress.Owner(ingress: name, pool: poolNames[pool], ordinal: ordinal), pool: pool,
            origin: Origin(binding.span, through: field.origin.application)))
      }
    }
    var allocator = AddressAllocator(pools: deployment.pools, lock: lock, release: release)
    let addresses = allocator.allocate(requests, reporting: &sink)
    for (index, request) in requests.enumerated() {
      guard let address = addresses[index] else { continue }
      deployment.ingresses[ingresses[index]].addresses.append(
        IngressAddress(address: address, pool: RowID(UInt32(request.pool)), origin: request.origin))
    }
    lock.addresses = allocator.entriesAfter()
  }

  private mutating func allocateTunnels(_ lock: inout Lock, release: UInt64, reporting sink: inout DiagnosticSink) {
    guard let seed = lock.seed ?? NameHash.firstSeed(workspace: program.workspace) else { return }
    lock.seed = seed
    var numbers = NumberAllocator(kind: "cluster", seed: seed, lock: lock, locked: lock.clusters, release: release)
    var ids = NumberAllocator(kind: "tunnel", seed: seed, lock: lock, locked: lock.tunnels, release: release)
    let clusters = deployment.clusters.indices.filter { deployment.clusters[$0].tunnel != nil }
    var discriminators: [(cluster: Int, name: String, number: UInt32)] = []
    for cluster in clusters {
      let name = deployment.clusters[cluster].identity.description
      guard let number = numbers.number(for: LockedNumber.Owner(cluster: name)) else {
        reportFull(deployment.clusters[cluster].origin, to: &sink)
        return
      }
      discriminators.append((cluster, name, number))
    }
    for (index, node) in deployment.nodes.enumerated() {
      for (cluster, name, discriminator) in discriminators {
        guard let id = ids.number(for: LockedNumber.Owner(node: node.name, cluster: name)) else {
          reportFull(node.origin, to: &sink)
          return
        }
        deployment.tunnels.append(
          Tunnel(id: id, node: RowID(UInt32(index)), cluster: RowID(UInt32(cluster)), discriminator: discriminator))
      }
    }
    lock.clusters = numbers.entriesAfter()
    lock.tunnels = ids.entriesAfter()
  }

  private func reportFull(_ origin: Origin, to sink: inout DiagnosticSink) {
    sink.report(
      Diagnostic(
        .idSpaceExhausted, "no free id was found for a tunnel", at: origin.span,
        help: "end the quarantine of retired ids in `epic.lock`"))
  }
}
