import EpicBase
import EpicIR
import EpicSema
import EpicSyntax

/// What declarations became: addresses, arms, tiers, allocations.
extension SiteBuilder {
  func writePanel(_ kind: DeclarationKind, _ position: Int, to html: inout HTMLWriter) {
    switch kind {
    case .ingress: if position < deployment.ingresses.count { write(deployment.ingresses[position], to: &html) }
    case .routes:
      if position < deployment.routeTables.count { write(deployment.routeTables[position], position, to: &html) }
    case .upstream:
      if position < deployment.upstreams.count { write(deployment.upstreams[position], position, to: &html) }
    case .pool: if position < deployment.pools.count { write(deployment.pools[position], position, to: &html) }
    case .zone: writePublications(RowID(UInt32(position)), to: &html)
    case .certificate: writeBearers(RowID(UInt32(position)), to: &html)
    case .tenant: writeHoldings(program.declarations(of: .tenant)[position].identity.name, to: &html)
    default: break
    }
  }

  // MARK: Ingress

  private func write(_ ingress: Ingress, to html: inout HTMLWriter) {
    html.raw("<dl class=\"facts\"><div><dt>Hosts</dt><dd>")
    writeCodes(ingress.hosts.map(\.description), to: &html)
    html.raw("</dd></div><div><dt>Addresses</dt><dd>")
    for (index, address) in ingress.addresses.enumerated() {
      if index > 0 { html.raw("<br>") }
      html.element("<code>", address.address.description, "</code> ")
      html.link(
        SitePage.link(.pool, deployment.pools[address.pool].identity), deployment.pools[address.pool].identity.name)
    }
    html.raw("</dd></div><div><dt>Listeners</dt><dd>")
    for (index, listener) in ingress.listeners.enumerated() {
      if index > 0 { html.raw("<br>") }
      write(listener, to: &html)
    }
    html.raw("</dd></div><div><dt>Certificates</dt><dd>")
    for (index, certificate) in ingress.certificates.enumerated() {
      if index > 0 { html.raw("<br>") }
      let row = deployment.certificates[certificate]
      html.link(SitePage.link(.certificate, row.identity), row.identity.description)
    }
    if ingress.certificates.isEmpty { html.raw("<span class=\"muted\">none</span>") }
    html.raw("</dd></div><div><dt>Sites</dt><dd>")
    for (index, site) in ingress.sites.enumerated() {
      if index > 0 { html.raw(", ") }
      html.link(SitePage.link(.site, deployment.sites[site].identity), deployment.sites[site].identity.name)
    }
    html.raw("</dd></div></dl>\n")
  }

  private func write(_ listener: IngressListener, to html: inout HTMLWriter) {
    switch listener.service {
    case .https(let version, let routes):
      html.element("<code>", "https \(listener.port)", "</code> ")
      html.text(version == .v1_3 ? "TLS 1.3 " : "TLS 1.2 and up ")
      writeRoutesLink(routes, to: &html)
    case .http(let routes):
      html.element("<code>", "http \(listener.port)", "</code> ")
      writeRoutesLink(routes, to: &html)
    case .redirectToHTTPS(let port):
      html.element("<code>", "http \(listener.port)", "</code> ")
      html.text("redirects to https \(port)")
    case .passthrough(let target):
      html.element("<code>", "tls \(listener.port)", "</code> ")
      html.text("passed through ")
      write(target, to: &html)
    case .tcp(let target):
      html.element("<code>", "tcp \(listener.port)", "</code> ")
      write(target, to: &html)
    case .udp(let target, _):
      html.element("<code>", "udp \(listener.port)", "</code> ")
      write(target, to: &html)
    }
  }

  private func write(_ target: ConnectionTarget, to html: inout HTMLWriter) {
    switch target {
    case .routes(let routes): writeRoutesLink(routes, to: &html)
    case .upstream(let upstream):
      let identity = deployment.upstreams[upstream].identity
      html.link(SitePage.link(.upstream, identity), identity.name)
    }
  }

  private func writeRoutesLink(_ routes: RowID<RouteTable>, to html: inout HTMLWriter) {
    let identity = deployment.routeTables[routes].identity
    html.link(SitePage.link(.routes, identity), identity.name)
  }

  // MARK: Routes

  private func write(_ table: RouteTable, _ position: Int, to html: inout HTMLWriter) {
    let users = deployment.ingresses.filter { deployment.routeTables(of: $0).contains(RowID(UInt32(position))) }
    html.raw("<p>")
    html.raw(users.isEmpty ? "No ingress uses it." : "Answers for ")
    for (index, user) in users.enumerated() {
      if index > 0 { html.raw(", ") }
      html.link(SitePage.link(.ingress, user.identity), user.identity.description)
    }
    html.raw(
      "</p>\n<div class=\"scroll\"><table class=\"arms\"><tr><th>Route</th><th>When</th><th>Leads to</th></tr>\n")
    for (index, arm) in table.arms.enumerated() {
      html.raw("<tr id=\"")
      html.text("\(SitePage.anchor(.routes, table.identity))~\(index + 1)")
      html.raw("\"><td><b>")
      html.text(arm.name)
      html.raw("</b><br>")
      writePlace(arm.origin.span, to: &html)
      html.raw("</td><td>")
      if let block = arm.blocks.last { html.element("<span class=\"badge\">under ", block.description, "</span> ") }
      html.raw("<code>")
      writeCode(predicate(of: arm), to: &html)
      html.raw("</code></td><td><code>")
      if let outcome = outcome(of: arm) { writeCode(outcome, to: &html) }
      html.raw("</code></td></tr>\n")
    }
    html.raw("</table></div>\n")
  }

  private func node(of arm: RouteArm) -> (tree: SyntaxTree, node: NodeID)? {
    let span = arm.origin.span
    guard Int(span.source.rawValue) < trees.count else { return nil }
    let tree = trees[Int(span.source.rawValue)]
    let path = tree.path(to: span.start)
    return path.first { tree.span(of: $0).start == span.start && $0 != .file && tree.kind(of: $0).isStatement }
      .map { (tree, $0) }
  }

  /// The predicate without the label before it.
  private func predicate(of arm: RouteArm) -> SourceSpan {
    guard let (tree, node) = node(of: arm), let label = tree.child(of: node, kind: .label),
      let expression = tree.children(of: node).first(where: { $0 != label && tree.kind(of: $0).isExpression })
    else { return arm.origin.span }
    return tree.span(of: expression)
  }

  private func outcome(of arm: RouteArm) -> SourceSpan? {
    guard let (tree, node) = node(of: arm), let outcome = tree.child(of: node, kind: .outcome) else { return nil }
    return tree.span(of: outcome)
  }

  // MARK: Upstream

  private func write(_ upstream: Upstream, _ position: Int, to html: inout HTMLWriter) {
    html.raw("<ol class=\"tiers\">")
    for tier in upstream.tiers {
      html.raw("<li>")
      for (index, member) in tier.members.enumerated() {
        if index > 0 {
          html.raw(
            tier.weighting == .nearest ? " <span class=\"muted\">or</span> " : " <span class=\"muted\">and</span> ")
        }
        if let share = member.share { html.element("<b>", "\(share)", "</b> ") }
        html.raw("<code>")
        writeCode(member.origin.span, to: &html)
        html.raw("</code>")
      }
      if tier.weighting == .nearest { html.raw(" <span class=\"badge\">nearest first</span>") }
      html.raw("</li>")
    }
    html.raw("</ol>\n")
    writeCallers(RowID(UInt32(position)), to: &html)
  }

  private func writeCallers(_ upstream: RowID<Upstream>, to html: inout HTMLWriter) {
    var isFirst = true
    for table in deployment.routeTables {
      for (index, arm) in table.arms.enumerated() where arm.outcome.upstreams.contains(upstream) {
        html.raw(isFirst ? "<p>Reached by " : ", ")
        isFirst = false
        html.link("\(SitePage.link(.routes, table.identity))~\(index + 1)", "\(table.identity.name): \(arm.name)")
      }
    }
    html.raw(isFirst ? "<p class=\"muted\">No route leads here.</p>\n" : "</p>\n")
  }

  // MARK: Pool, zone, certificate, tenant

  private func write(_ pool: AddressPool, _ position: Int, to html: inout HTMLWriter) {
    var held: [(address: IPAddress, ingress: Ingress)] = []
    for ingress in deployment.ingresses {
      for address in ingress.addresses where address.pool.index == position { held.append((address.address, ingress)) }
    }
    held.sort { $0.address < $1.address }
    let size = pool.ranges.reduce(UInt64(0)) { $0.addingReportingOverflow($1.count).overflow ? .max : $0 + $1.count }
    html.raw("<p>")
    html.text("\(held.count) in use of \(size == .max ? "more addresses than can be counted" : "\(size) addresses").")
    html.raw("</p>\n")
    if held.isEmpty { return }
    html.raw("<div class=\"scroll\"><table><tr><th>Address</th><th>Ingress</th><th>Tenant</th></tr>\n")
    for (address, ingress) in held {
      html.element("<tr><td><code>", address.description, "</code></td><td>")
      html.link(SitePage.link(.ingress, ingress.identity), ingress.identity.description)
      html.raw("</td><td>")
      writeTenant(ingress.identity.tenant, to: &html)
      html.raw("</td></tr>\n")
    }
    html.raw("</table></div>\n")
  }

  private func writePublications(_ zone: RowID<Zone>, to html: inout HTMLWriter) {
    html.raw("<div class=\"scroll\"><table><tr><th>Name</th><th>TTL</th><th>Ingress</th><th>Addresses</th></tr>\n")
    for ingress in deployment.ingresses {
      for publication in ingress.publications where publication.zone == zone {
        html.element("<tr><td><code>", publication.name, "</code>")
        if publication.isNearest { html.raw(" nearest") }
        html.raw("</td><td>")
        html.text(publication.ttl.description)
        html.raw("</td><td>")
        html.link(SitePage.link(.ingress, ingress.identity), ingress.identity.description)
        html.raw("</td><td>")
        writeCodes(ingress.addresses.map(\.address.description), to: &html)
        html.raw("</td></tr>\n")
      }
    }
    html.raw("</table></div>\n")
  }

  private func writeBearers(_ certificate: RowID<Certificate>, to html: inout HTMLWriter) {
    let bearers = deployment.ingresses.filter { $0.certificates.contains(certificate) }
    if bearers.isEmpty { return }
    html.raw("<p>Shown by ")
    for (index, ingress) in bearers.enumerated() {
      if index > 0 { html.raw(", ") }
      html.link(SitePage.link(.ingress, ingress.identity), ingress.identity.description)
    }
    html.raw("</p>\n")
  }

  private func writeHoldings(_ tenant: String, to html: inout HTMLWriter) {
    for (kind, title) in [(DeclarationKind.ingress, "Ingresses"), (.routes, "Route tables"), (.upstream, "Upstreams")] {
      let own = program.declarations(of: kind).filter { $0.identity.tenant == tenant }
      if own.isEmpty { continue }
      html.raw("<p><b>")
      html.text(title)
      html.raw("</b> ")
      for (index, declaration) in own.enumerated() {
        if index > 0 { html.raw(", ") }
        html.link(SitePage.link(kind, declaration.identity), declaration.identity.description)
      }
      html.raw("</p>\n")
    }
  }
}
