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
    claimPackages()
    for (position, index) in indices.enumerated() {
      let owner = packages[instances[index].package].tenant
      if owner < 0 { continue }
      var place = instances[index].place
      place.owner = owner
      let tenant = program.tenants[owner]
      report(
        .platformKind, "tenant `\(tenant.name)` cannot declare a tenant", place,
        at: headSpan(place, instances[index].statement),
        secondary: [Annotation(tenant.packageSpan ?? tenant.origin.span, "this package belongs to the tenant")],
        help: "tenant declarations belong to the platform")
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
    ownership = TenantOwnership(program.tenants)
    checkOwnership()
    checkDelegations()
    checkGrants()
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
        if let most = field.integer(.statistics).map({ UInt64(clamping: $0) }) {
          let place = instances[order[Int(DeclarationKind.tenant.rawValue)][Int(position)]].place
          tenant.limits.statistics = StatisticsBudget(
            most: most, origin: Origin(occurrence(of: "statistics \(most)", in: span, place) ?? span))
        }
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

  /// The path and those above it, nearest first.
  private static func lineage(_ path: String) -> [String] {
    var result: [String] = []
    var rest = Substring(path)
    while true {
      result.append(String(rest))
      guard let dot = rest.lastIndex(of: ".") else { return result }
      rest = rest[..<dot]
    }
  }

  /// Gives each package to the nearest tenant at or above it. A package that a tenant names, and an earlier one has, is
  /// reported.
  private mutating func claimPackages() {
    var known: Set<String> = []
    for package in packages { known.formUnion(Evaluator.lineage(package.path)) }
    /// Path -> the first tenant that names it.
    var claims: [String: Int] = [:]
    let refused = tenantsOfTenants()
    for (index, tenant) in program.tenants.enumerated() {
      guard let span = tenant.packageSpan else {
        lost.hasTenant = true
        continue
      }
      if refused.contains(index) { continue }
      let place = instances[order[Int(DeclarationKind.tenant.rawValue)][index]].place
      for path in tenant.packages {
        if claims[path] == nil { claims[path] = index }
        if !known.contains(path) {
          lost.hasTenant = true
          let suggestion = maySuggest() ? nearest(path, packages.map(\.path)) : nil
          report(
            .unknownPackage, "tenant `\(tenant.name)` has no package `\(path)`", place, at: span,
            help: suggestion.map { "did you mean `\($0)`?" } ?? "a package is a folder that holds `.epic` files",
            fixes: suggestion.map { rewriting(path, in: span, as: $0, place) } ?? [])
        }
        guard packagesByPath[interner.intern(path)] != nil,
          let other = Evaluator.lineage(path).compactMap({ claims[$0] }).min(), other != index
        else { continue }
        report(
          .packageClaimed, "package `\(path)` already belongs to tenant `\(program.tenants[other].name)`", place,
          at: span, label: "claimed again",
          secondary: [
            Annotation(program.tenants[other].packageSpan ?? program.tenants[other].origin.span, "claimed here")
          ], fixes: dropping(path, from: span))
      }
    }
    for package in packages.indices {
      packages[package].tenant = Evaluator.lineage(packages[package].path).lazy.compactMap { claims[$0] }.first ?? -1
    }
  }

  /// The tenants that are declared in a package of another tenant. Their declaration is an error, so they get no package.
  /// None where each tenant lies in a package of another one.
  private func tenantsOfTenants() -> Set<Int> {
    var claims: [String: [Int]] = [:]
    for (index, tenant) in program.tenants.enumerated() {
      for path in tenant.packages { claims[path, default: []].append(index) }
    }
    var refused: Set<Int> = []
    for (index, instance) in order[Int(DeclarationKind.tenant.rawValue)].enumerated() {
      let lineage = Evaluator.lineage(packages[instances[instance].package].path)
      // Two that differ tell: a package that many tenants name is not gone through for each of them.
      let isForeign = lineage.contains { claims[$0]?.prefix(2).contains { $0 != index } ?? false }
      if isForeign { refused.insert(index) }
    }
    return refused.count == program.tenants.count ? [] : refused
  }

  /// Two tenants may not own one host or prefix, but for what one delegates. The first clash of each is reported.
  private mutating func checkOwnership() {
    var hosts = HostOverlaps()
    for (index, tenant) in program.tenants.enumerated() {
      let instance = instances[order[Int(DeclarationKind.tenant.rawValue)][index]]
      for host in tenant.hosts {
        var asked = 0
        let clash = hosts.first(overlapping: host.value) { other in
          asked += 1
          return ownership.isDelegated(host.value, from: other.tenant, to: index)
            || ownership.isDelegated(other.host.value, from: index, to: other.tenant)
        }
        guard step(instance.place, instance.statement, asked) else { return }
        guard let clash else { continue }
        let other = program.tenants[clash.tenant].name
        report(
          .ownershipOverlap, "`\(host.value)` overlaps `\(clash.host.value)` of tenant `\(other)`", instance.place,
          at: host.span, secondary: [Annotation(clash.host.span, "owned by `\(other)` here")],
          help: "a tenant gives hosts to another by `delegate host`",
          fixes: dropping(host.value.description, from: host.span))
      }
      for host in tenant.hosts { hosts.add(HostOverlaps.Entry(tenant: index, host: host)) }
    }
    var prefixes: [(tenant: Int, prefix: Granted<IPPrefix>)] = []
    for (index, tenant) in program.tenants.enumerated() { prefixes += tenant.prefixes.map { (index, $0) } }
    for (position, first) in firstOverlaps(prefixes.map(\.prefix.value)).enumerated() {
      let (tenant, prefix) = prefixes[position]
      let clash = prefixes[first]
      if clash.tenant == tenant { continue }
      let other = program.tenants[clash.tenant].name
      report(
        .ownershipOverlap, "`\(prefix.value)` overlaps `\(clash.prefix.value)` of tenant `\(other)`",
        instances[order[Int(DeclarationKind.tenant.rawValue)][tenant]].place, at: prefix.span,
        secondary: [Annotation(clash.prefix.span, "owned by `\(other)` here")],
        fixes: dropping(prefix.value.description, from: prefix.span))
    }
  }

  /// The fix that takes a value out of a list of several.
  private func dropping(_ value: String, from span: SourceSpan) -> [FixIt] {
    var fixes = rewriting(", \(value)", in: span, as: "")
    if fixes.isEmpty { fixes = rewriting("\(value), ", in: span, as: "") }
    return fixes.map { FixIt("take `\(value)` out", $0.edits) }
  }

  /// A tenant gives away what it owns.
  private mutating func checkDelegations() {
    for (index, tenant) in program.tenants.enumerated() where !tenant.mayLack(.ownsHost) {
      let place = instances[order[Int(DeclarationKind.tenant.rawValue)][index]].place
      // How many hosts each line delegates.
      let hosts = tenant.delegations.reduce(into: [SourceSpan: Int]()) { $0[$1.span, default: 0] += 1 }
      for delegation in tenant.delegations where !ownership.declares(delegation.host, index) {
        report(
          .delegationNotOwned, "tenant `\(tenant.name)` does not own `\(delegation.host)`, which it delegates", place,
          at: delegation.span,
          secondary: tenant.hosts.first.map { [Annotation($0.span, "it owns these hosts")] }
            ?? [Annotation(tenant.origin.span, "no `owns host` line exists")],
          help: "write `owns host \(delegation.host)`, or take the line out",
          fixes: hosts[delegation.span] == 1 ? removing([delegation.span], "take the line out") : [])
      }
    }
  }

  /// One line says what a tenant may do with a declaration: of two quotas nobody could tell which holds.
  private mutating func checkGrants() {
    for (index, tenant) in program.tenants.enumerated() {
      let place = instances[order[Int(DeclarationKind.tenant.rawValue)][index]].place
      // How many declarations each line grants.
      let granted = tenant.uses.reduce(into: [SourceSpan: Int]()) { $0[$1.span, default: 0] += 1 }
      var first: [DeclarationID: SourceSpan] = [:]
      for use in tenant.uses {
        guard let earlier = first[use.declaration] else {
          first[use.declaration] = use.span
          continue
        }
        let name = text(use.name)
        report(
          .repeatedGrant, "tenant `\(tenant.name)` is granted \(use.declaration.kind.keyword) `\(name)` twice", place,
          at: use.span, secondary: earlier == use.span ? [] : [Annotation(earlier, "it is granted here")],
          help: "one line says all of a grant",
          fixes: granted[use.span] == 1
            ? removing([use.span], "take the line out") : dropping(name, from: use.span))
      }
    }
  }

  // MARK: Limits

  mutating func checkTenantLimits() {
    let ingresses = owned(.ingress)
    let upstreams = owned(.upstream)
    let routes = owned(.routes)
    for tenant in program.tenants.indices {
      checkCount(tenant, .ingress, ingresses[tenant], program.tenants[tenant].limits.ingresses, "ingresses")
      checkCount(tenant, .upstream, upstreams[tenant], program.tenants[tenant].limits.upstreams, "upstreams")
      checkRoutes(tenant, routes[tenant], ingresses[tenant])
      checkQuotas(tenant)
    }
  }

  /// Positions of a kind's declarations by tenant.
  private func owned(_ kind: DeclarationKind) -> [[Int]] {
    var result = [[Int]](repeating: [], count: program.tenants.count)
    for (position, index) in order[Int(kind.rawValue)].enumerated() {
      let tenant = packages[instances[index].package].tenant
      if tenant >= 0 { result[tenant].append(position) }
    }
    return result
  }

  private mutating func checkCount(
    _ tenant: Int, _ kind: DeclarationKind, _ positions: [Int], _ limit: UInt64?, _ word: String
  ) {
    guard let limit, let span = program.tenants[tenant].limits.span, positions.count > limit else { return }
    let first = instances[order[Int(kind.rawValue)][positions[Int(limit)]]]
    report(
      .tenantLimit, "tenant `\(program.tenants[tenant].name)` declares more than \(limit) \(word)", first.place,
      at: first.nameSpan, label: "the first beyond the limit", secondary: [Annotation(span, "the limit is here")],
      fixes: rewriting("\(word) \(limit)", in: span, as: "\(word) \(positions.count)"))
  }

  /// Counts the routes of the tenant's `routes`, then those that its ingresses fill slots with.
  private mutating func checkRoutes(_ tenant: Int, _ positions: [Int], _ ingresses: [Int]) {
    guard let limit = program.tenants[tenant].limits.routes, let span = program.tenants[tenant].limits.span else {
      return
    }
    var count: UInt64 = 0
    func tooMany(_ arms: [RouteArm]) -> RouteArm? {
      let before = count
      count += UInt64(arms.count)
      return before <= limit && count > limit ? arms[Int(limit - before)] : nil
    }
    var first: (arm: RouteArm, instance: Int)?
    for position in positions where position < program.routeTables.count {
      if let arm = tooMany(program.routeTables[position].arms) {
        first = first ?? (arm, order[Int(DeclarationKind.routes.rawValue)][position])
      }
    }
    let declared = program.declarations(of: .ingress)
    for position in ingresses where position < declared.count {
      if let arm = tooMany(declared[position].slots.all) {
        first = first ?? (arm, order[Int(DeclarationKind.ingress.rawValue)][position])
      }
    }
    guard let first else { return }
    report(
      .tenantLimit, "tenant `\(program.tenants[tenant].name)` declares more than \(limit) routes",
      instances[first.instance].place, at: first.arm.origin.span, label: "the first beyond the limit",
      secondary: [Annotation(span, "the limit is here")])
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
        secondary: [Annotation(use.span, "the quota is here")],
        fixes: rewriting("quota \(quota)", in: use.span, as: "quota \(drawn.count)"))
    }
  }
}
