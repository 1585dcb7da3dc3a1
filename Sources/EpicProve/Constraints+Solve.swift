import EpicBase
import EpicIR

/// What requests to a route table can be like at all: the hosts, sites and listeners of the ingresses that use it.
struct World {
  /// Nil where no ingress uses the table: then any host may come.
  var hosts: HostSet?
  /// Sites that serve the table's ingresses; all sites where none uses it.
  var sites: [RowID<Site>]
  /// What TLS can be negotiated to, the likeliest first; nil inside is clear text. Of no meaning without HTTP.
  var tls: [TLSVersion?] = World.everyTLS
}

extension Constraints {
  /// A site, or none where the workspace has no sites.
  struct ChosenSite {
    var chosen: RowID<Site>?
  }

  func solvedSite(in world: World) -> ChosenSite? {
    if site.isEmpty { return ChosenSite(chosen: world.sites.first) }
    let found = world.sites.first { candidate in
      site.positive.allSatisfy { $0.contains(candidate) } && !site.negative.contains(candidate)
    }
    return found.map { ChosenSite(chosen: $0) }
  }

  private static let methods = ["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS"]

  func solvedMethod() -> String? {
    if !method.positive.isEmpty { return method.common }
    if let known = Constraints.methods.first(where: { !method.negative.contains($0) }) { return known }
    // Methods are open-ended: there is always one more.
    var fresh = "X"
    while method.negative.contains(fresh) { fresh += "X" }
    return fresh
  }

  func solvedHost(in world: World) -> String? {
    if host.isEmpty { return world.hosts.map(\.example) ?? "shop.example.com" }
    func isGood(_ name: String) -> Bool {
      host.positive.allSatisfy { $0.contains { $0.matches(name) } } && !host.negative.contains { $0.matches(name) }
    }
    // Which patterns match a host depends on the longest of their names that it ends in, and on whether none, one or
    // more labels stand before it. One host of each kind is enough.
    let written = host.positive.joined() + host.negative
    for pattern in written {
      for name in pattern.examples where isGood(name) && world.hosts?.contains(name) ?? true { return name }
    }
    guard let hosts = world.hosts else { return isGood("host.example") ? "host.example" : nil }
    for pattern in hosts.patterns {
      for name in pattern.examples where isGood(name) && hosts.contains(name) { return name }
    }
    return nil
  }

  func solvedClient() -> IPAddress? {
    if client.isEmpty { return SampleRequest().client }
    for family in [IPFamily.v4, .v6] {
      let last = family == .v4 ? UInt128(UInt32.max) : UInt128.max
      var ranges = [(first: UInt128(0), last: last)]
      for prefixes in client.positive {
        let own = prefixes.filter { $0.family == family }
        ranges = ranges.flatMap { range in
          own.compactMap { prefix in
            let first = max(range.first, prefix.address.value)
            let last = min(range.last, prefix.last.value)
            return first <= last ? (first, last) : nil
          }
        }
      }
      let holes = client.negative.filter { $0.family == family }.sorted()
      for range in ranges {
        var candidate: UInt128? = range.first
        for hole in holes {
          guard let value = candidate, hole.address.value <= value, value <= hole.last.value else { continue }
          candidate = hole.last.value < range.last ? hole.last.value + 1 : nil
        }
        if let value = candidate, value <= range.last {
          let address = IPAddress(family: family, value: value)
          // Documentation addresses read better than 0.0.0.0, where nothing speaks against them.
          let usual = SampleRequest().client
          return client.positive.isEmpty && !holes.contains { $0.contains(usual) } ? usual : address
        }
      }
    }
    return nil
  }

  /// Segments of a path, or nil. Exact: walks the patterns segment by segment and tries every literal that some of them
  /// tell apart, and one that none does.
  func solvedPath() -> [String]? {
    if path.isEmpty { return [""] }
    if path.negative.isEmpty, path.positive.count == 1, let pattern = path.positive[0].first { return pattern.example }
    var search = PathSearch(positive: path.positive, negative: path.negative)
    return search.solve()
  }
}

extension HostPattern {
  /// A host of each kind that the pattern tells apart from others, likely ones first. No written host has a label `_`.
  var examples: [String] {
    wildcard == .none
      ? [name, "_.\(name)", "_._.\(name)"] : ["a.\(name)", "b.a.\(name)", name, "_.\(name)", "_._.\(name)"]
  }
}

extension PathPattern {
  /// A path that the pattern matches.
  var example: [String] {
    var path = segments.map { segment in
      switch segment {
      case .literal(let text): text
      case .capture(let name): name.isEmpty ? "x" : name
      case .partial(let prefix, let name, let suffix): prefix + (name.isEmpty ? "x" : name) + suffix
      }
    }
    if isOpen { path.append("x") } else if hasTrailingSlash { path.append("") }
    return path.isEmpty ? [""] : path
  }
}
