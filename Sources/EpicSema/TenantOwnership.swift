import EpicBase
import EpicIR

/// Who owns which hosts, by their names: made once, so that no question walks through all tenants.
struct TenantOwnership {
  /// Hosts by tenant, as written.
  private var owned: [Set<HostPattern>]
  /// Hosts that others delegate to a tenant and own themselves.
  private var delegated: [Set<HostPattern>]
  /// What one tenant delegates to another.
  private var delegations: [Pair: [HostPattern]] = [:]
  /// Declarations that tenants may use.
  private var uses: [Set<DeclarationID>]

  private struct Pair: Hashable {
    var from: Int
    var to: Int
  }

  init(_ tenants: [EvaluatedTenant]) {
    owned = tenants.map { Set($0.hosts.lazy.map(\.value)) }
    delegated = [Set<HostPattern>](repeating: [], count: tenants.count)
    uses = tenants.map { Set($0.uses.lazy.map(\.declaration)) }
    for (index, tenant) in tenants.enumerated() {
      for delegation in tenant.delegations where Int(delegation.tenant.position) < tenants.count {
        let target = Int(delegation.tenant.position)
        delegations[Pair(from: index, to: target), default: []].append(delegation.host)
        if delegation.host.coverers.contains(where: owned[index].contains) { delegated[target].insert(delegation.host) }
      }
    }
  }

  /// Whether the tenant owns the host: by its own line, or by another's delegation.
  func owns(_ host: HostPattern, _ tenant: Int) -> Bool {
    host.coverers.contains { owned[tenant].contains($0) || delegated[tenant].contains($0) }
  }

  /// Whether the tenant owns the host by a line of its own: what others delegate to it is not its to give away.
  func declares(_ host: HostPattern, _ tenant: Int) -> Bool { host.coverers.contains { owned[tenant].contains($0) } }

  /// Whether a grant names the declaration.
  func mayUse(_ declaration: DeclarationID, _ tenant: Int) -> Bool {
    tenant < uses.count && uses[tenant].contains(declaration)
  }

  /// Whether the owner gave the host to the other tenant.
  func isDelegated(_ host: HostPattern, from owner: Int, to other: Int) -> Bool {
    delegations[Pair(from: owner, to: other)]?.contains { $0.covers(host) } ?? false
  }
}

/// Hosts in the order in which they were added, found by what they overlap.
struct HostOverlaps {
  struct Entry {
    var tenant: Int
    var host: Granted<HostPattern>
  }

  /// Lists of positions in `entries`, ascending. Each holds only what overlaps the host that asks for it.
  private enum Key: Hashable {
    /// The host itself.
    case same(HostPattern)
    /// Everything below the name.
    case below(String)
    /// Hosts one label below the name.
    case child(String)
  }

  private var entries: [Entry] = []
  private var lists: [Key: [Int]] = [:]

  mutating func add(_ entry: Entry) {
    let position = entries.count
    entries.append(entry)
    let host = entry.host.value
    lists[.same(host), default: []].append(position)
    for (index, name) in host.namesAbove.enumerated() {
      lists[.below(name), default: []].append(position)
      if index == 0, host.wildcard == .none { lists[.child(name), default: []].append(position) }
    }
  }

  /// The first entry that overlaps the host and is not excused.
  func first(overlapping host: HostPattern, isExcused: (Entry) -> Bool) -> Entry? {
    var keys: [Key] = []
    switch host.wildcard {
    case .none: keys = [.same(host)]
    case .oneLabel: keys = [.same(host), .same(HostPattern(wildcard: .labels, name: host.name)), .child(host.name)]
    case .labels: keys = [.same(host), .same(HostPattern(wildcard: .oneLabel, name: host.name)), .below(host.name)]
    }
    for (index, name) in host.namesAbove.enumerated() {
      keys.append(.same(HostPattern(wildcard: .labels, name: name)))
      if index == 0, host.wildcard == .none { keys.append(.same(HostPattern(wildcard: .oneLabel, name: name))) }
    }
    let found = keys.compactMap { key in lists[key]?.first { !isExcused(entries[$0]) } }.min()
    return found.map { entries[$0] }
  }
}

/// For prefixes in a given order, the first that each overlaps. Prefixes contain each other or are disjoint, so they form
/// trees.
func firstOverlaps(_ prefixes: [IPPrefix]) -> [Int] {
  let order = prefixes.indices.sorted { (prefixes[$0], $0) < (prefixes[$1], $1) }
  var firsts = Array(prefixes.indices)
  /// The containing prefixes of the one that is looked at, outermost first.
  var stack: [(index: Int, above: Int, within: Int)] = []
  func pop() {
    let top = stack.removeLast()
    firsts[top.index] = min(top.index, top.above, top.within)
    if let last = stack.indices.last { stack[last].within = min(stack[last].within, top.index, top.within) }
  }
  for index in order {
    while let top = stack.last, !prefixes[top.index].contains(prefixes[index]) { pop() }
    let above = stack.last.map { min($0.above, $0.index) } ?? index
    stack.append((index, above, index))
  }
  while !stack.isEmpty { pop() }
  return firsts
}

extension HostPattern {
  /// Longest name that DNS has (RFC 1035 section 2.3.4): longer ones are below no other.
  private static let longestName = 255

  /// The names above the one behind the wildcard, nearest first.
  var namesAbove: [String] {
    if name.utf8.count > HostPattern.longestName { return [] }
    var names: [String] = []
    var rest = Substring(name)
    while let dot = rest.firstIndex(of: ".") {
      rest = rest[rest.index(after: dot)...]
      names.append(String(rest))
    }
    return names
  }

  /// All patterns that cover this one.
  var coverers: [HostPattern] {
    var result = [self]
    for (index, name) in namesAbove.enumerated() {
      if index == 0, wildcard == .none { result.append(HostPattern(wildcard: .oneLabel, name: name)) }
      result.append(HostPattern(wildcard: .labels, name: name))
    }
    if wildcard == .oneLabel { result.append(HostPattern(wildcard: .labels, name: name)) }
    return result
  }
}
