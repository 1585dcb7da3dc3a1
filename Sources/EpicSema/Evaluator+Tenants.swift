import EpicBase
import EpicDiagnostics
import EpicIR
import EpicSyntax

/// Tenants: evaluated first, because everything else is evaluated for one or for the platform.
extension Evaluator {
  mutating func evaluateTenants() {
    let indices = order[Int(DeclarationKind.tenant.rawValue)]
    for (position, index) in indices.enumerated() {
      let declaration = evaluateDeclaration(index)
      program.tables[Int(DeclarationKind.tenant.rawValue)].append(declaration)
      program.tenants.append(tenant(declaration, UInt32(truncatingIfNeeded: position)))
    }
    for tenant in program.tenants.indices { claimPackages(tenant) }
    inheritPackages()
    for (position, index) in indices.enumerated() {
      let owner = packages[instances[index].package].tenant
      if owner < 0 { continue }
      var place = instances[index].place
      place.owner = owner
      let tenant = program.tenants[owner]
      report(
        .platformKind, "tenant `\(tenant.name)` cannot declare a tenant", place,
        at: headSpan(place, instances[index].statement),
        secondary: [Annotation(tenant.packageSpan ?? tenant.origin.span, "this package belongs to the tenant")])
      instances[index].identity.tenant = tenant.name
      program.tables[Int(DeclarationKind.tenant.rawValue)][position].identity.tenant = tenant.name
    }
    grantNames = program.tenants.map { tenant in
      var names: [UInt64: Int] = [:]
      for use in tenant.uses {
        let target = instances[order[Int(use.declaration.kind.rawValue)][Int(use.declaration.position)]]
        let key = NameSpace.kind(target.kind).key(target.name)
        if let entry = packages[target.package].names[key] {
          names[NameSpace.kind(target.kind).key(use.name)] = entry
        }
      }
      return names
    }
    checkOwnership()
    for native in natives { reportNative(native.place, native.node) }
  }

  /// A native hatch: refused without its grant, and not built with one.
  private mutating func reportNative(_ place: Place, _ node: NodeID) {
    let owner = textOwner(place)
    guard owner >= 0, program.tenants[owner].native == nil, !program.tenants[owner].mayLack(.mayUseNative) else {
      reportNotBuilt("native Envoy configuration (`envoy … for`)", place, node)
      return
    }
    let tenant = program.tenants[owner]
    report(
      .nativeNotGranted, "tenant `\(tenant.name)` may not write native Envoy configuration: no grant says so", place,
      at: headSpan(place, node), secondary: [Annotation(tenant.origin.span, "the tenant's grants are here")],
      help: "the platform may write `may use native envoy` there")
  }

  private func tenant(_ declaration: EvaluatedDeclaration, _ position: UInt32) -> EvaluatedTenant {
    var tenant = EvaluatedTenant(
      name: declaration.identity.name, declaration: DeclarationID(.tenant, position), origin: declaration.origin)
    tenant.broken = declaration.broken
    tenant.isUnclear = declaration.isUnclear
    for field in declaration.fields {
      let span = field.origin.span
      switch field.name {
      case .package:
        tenant.packages = field.all(.packages) { $0.word }
        tenant.packageSpan = span
      case .ownsHost: tenant.hosts += field.all(.hosts) { $0.host }.map { Granted(value: $0, span: span) }
      case .ownsPrefix: tenant.prefixes += field.all(.prefixes) { $0.prefix }.map { Granted(value: $0, span: span) }
      case .mayUseNative: tenant.native = span
      case .mayUse: tenant.uses += uses(field)
      case .mayReach:
        tenant.reachedRanges += field.all(.reach) { $0.range }.map { Granted(value: $0, span: span) }
        tenant.reachedHosts += field.all(.reach) { $0.host }.map { Granted(value: $0, span: span) }
      case .limits:
        tenant.limits.ingresses = field.integer(.ingresses).map { UInt64(clamping: $0) }
        tenant.limits.routes = field.integer(.routes).map { UInt64(clamping: $0) }
        tenant.limits.upstreams = field.integer(.upstreams).map { UInt64(clamping: $0) }
        tenant.limits.traffic = field.value(.traffic)?.rate
        tenant.limits.span = span
      case .delegateHost:
        if let target = field.declaration(.tenant) {
          for host in field.all(.hosts, { $0.host }) {
            tenant.delegations.append(Delegation(host: host, tenant: target, span: span))
          }
        }
      default: break
      }
    }
    return tenant
  }

  private func uses(_ field: EvaluatedField) -> [UseGrant] {
    let quota = field.integer(.quota).map { UInt64(clamping: $0) }
    let namespaces = field.all(.namespaces) { $0.word }
    return field.all(.declarations) { $0.declaration }.map { id in
      let target = instances[order[Int(id.kind.rawValue)][Int(id.position)]]
      return UseGrant(
        declaration: id, name: target.name, quota: quota, namespaces: namespaces, span: field.origin.span)
    }
  }

  private mutating func claimPackages(_ index: Int) {
    let tenant = program.tenants[index]
    guard let span = tenant.packageSpan else {
      lost.hasTenant = true
      return
    }
    let place = instances[order[Int(DeclarationKind.tenant.rawValue)][index]].place
    for path in tenant.packages {
      let prefix = path + "."
      let claimed = packages.indices.filter { packages[$0].path == path || packages[$0].path.hasPrefix(prefix) }
      if claimed.isEmpty {
        lost.hasTenant = true
        let suggestion = nearest(path, packages.map(\.path))
        report(
          .unknownPackage, "tenant `\(tenant.name)` has no package `\(path)`", place, at: span,
          help: suggestion.map { "did you mean `\($0)`?" } ?? "a package is a folder that holds `.epic` files")
      }
      for package in claimed where packages[package].path == path || packages[package].tenant < 0 {
        let other = packages[package].tenant
        if other >= 0 && other != index {
          report(
            .packageClaimed,
            "package `\(packages[package].path)` already belongs to tenant `\(program.tenants[other].name)`",
            place, at: span, label: "claimed again",
            secondary: [
              Annotation(program.tenants[other].packageSpan ?? program.tenants[other].origin.span, "claimed here")
            ])
        } else {
          packages[package].tenant = index
        }
      }
    }
  }

  /// A package between two claims belongs to the nearest tenant above it.
  private mutating func inheritPackages() {
    for package in packages.indices {
      var best = (length: -1, tenant: -1)
      for (index, tenant) in program.tenants.enumerated() {
        for path in tenant.packages where packages[package].path == path || packages[package].path.hasPrefix(path + ".")
        {
          if path.utf8.count > best.length { best = (path.utf8.count, index) }
        }
      }
      packages[package].tenant = best.tenant
    }
  }

  /// Two tenants may not own one host or prefix, but for what one delegates.
  private mutating func checkOwnership() {
    for (index, tenant) in program.tenants.enumerated() {
      let place = instances[order[Int(DeclarationKind.tenant.rawValue)][index]].place
      for (otherIndex, other) in program.tenants.enumerated() where otherIndex < index {
        for host in tenant.hosts {
          guard let clash = other.hosts.first(where: { $0.value.overlaps(host.value) }) else { continue }
          let isDelegated =
            other.delegations.contains { $0.tenant.position == UInt32(index) && $0.host.covers(host.value) }
            || tenant.delegations.contains { $0.tenant.position == UInt32(otherIndex) && $0.host.covers(clash.value) }
          if isDelegated { continue }
          report(
            .ownershipOverlap, "`\(host.value)` overlaps `\(clash.value)` of tenant `\(other.name)`", place,
            at: host.span, secondary: [Annotation(clash.span, "owned by `\(other.name)` here")],
            help: "a tenant gives hosts to another by `delegate host`")
        }
        for prefix in tenant.prefixes {
          guard let clash = other.prefixes.first(where: { $0.value.overlaps(prefix.value) }) else { continue }
          report(
            .ownershipOverlap, "`\(prefix.value)` overlaps `\(clash.value)` of tenant `\(other.name)`", place,
            at: prefix.span, secondary: [Annotation(clash.span, "owned by `\(other.name)` here")])
        }
      }
    }
  }

  /// Whether the tenant owns the host: by its own line, or by another's delegation.
  func owns(_ host: HostPattern, _ tenant: Int) -> Bool {
    if program.tenants[tenant].hosts.contains(where: { $0.value.covers(host) }) { return true }
    let position = UInt32(tenant)
    return program.tenants.contains { other in
      other.delegations.contains { delegation in
        delegation.tenant.position == position && delegation.host.covers(host)
          && other.hosts.contains { $0.value.covers(delegation.host) }
      }
    }
  }

  // MARK: Limits

  mutating func checkTenantLimits() {
    for tenant in program.tenants.indices {
      checkCount(tenant, .ingress, program.tenants[tenant].limits.ingresses, "ingresses")
      checkCount(tenant, .upstream, program.tenants[tenant].limits.upstreams, "upstreams")
      checkRoutes(tenant)
      checkQuotas(tenant)
    }
  }

  private mutating func checkCount(_ tenant: Int, _ kind: DeclarationKind, _ limit: UInt64?, _ word: String) {
    guard let limit, let span = program.tenants[tenant].limits.span else { return }
    let name = program.tenants[tenant].name
    var count: UInt64 = 0
    for index in order[Int(kind.rawValue)] where packages[instances[index].package].tenant == tenant {
      count += 1
      if count == limit + 1 {
        report(
          .tenantLimit, "tenant `\(name)` declares more than \(limit) \(word)", instances[index].place,
          at: instances[index].nameSpan, label: "the first beyond the limit",
          secondary: [Annotation(span, "the limit is here")])
      }
    }
  }

  private mutating func checkRoutes(_ tenant: Int) {
    guard let limit = program.tenants[tenant].limits.routes, let span = program.tenants[tenant].limits.span else {
      return
    }
    var count: UInt64 = 0
    for (position, index) in order[Int(DeclarationKind.routes.rawValue)].enumerated()
    where packages[instances[index].package].tenant == tenant && position < program.routeTables.count {
      let before = count
      count += UInt64(program.routeTables[position].arms.count)
      if before <= limit && count > limit {
        let arm = program.routeTables[position].arms[Int(limit - before)]
        report(
          .tenantLimit, "tenant `\(program.tenants[tenant].name)` declares more than \(limit) routes",
          instances[index].place, at: arm.origin.span, label: "the first beyond the limit",
          secondary: [Annotation(span, "the limit is here")])
      }
    }
  }

  private mutating func checkQuotas(_ tenant: Int) {
    for use in program.tenants[tenant].uses where use.declaration.kind == .pool {
      guard let quota = use.quota else { continue }
      let drawn = drawnAddresses[DrawnKey(tenant: tenant, pool: use.declaration.position)] ?? []
      guard drawn.count > quota, let first = drawn.dropFirst(Int(clamping: quota)).first else { continue }
      let place = instances[order[Int(DeclarationKind.tenant.rawValue)][tenant]].place
      report(
        .quotaExceeded,
        "tenant `\(program.tenants[tenant].name)` draws \(drawn.count) addresses from pool `\(text(use.name))`, its quota is \(quota)",
        place, at: first, label: "the first beyond the quota",
        secondary: [Annotation(use.span, "the quota is here")])
    }
  }
}
