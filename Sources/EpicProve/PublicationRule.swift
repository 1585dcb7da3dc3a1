import EpicBase
import EpicDiagnostics
import EpicIR

/// A published name lies in its zone, leads to the one ingress that answers for it, and its addresses are announced.
enum PublicationRule: ProofRule {
  static func check(_ context: ProofContext, reporting sink: inout DiagnosticSink) {
    let deployment = context.deployment
    checkZones(deployment, to: &sink)
    var published: [String: (ingress: Int, origin: Origin)] = [:]
    for (index, ingress) in deployment.ingresses.enumerated() {
      for publication in ingress.publications {
        check(publication, of: ingress, context, to: &sink)
        if let first = published[publication.name] {
          let other = deployment.ingresses[first.ingress]
          sink.report(
            Diagnostic(
              .namePublishedTwice,
              "`\(publication.name)` is published by ingress `\(other.identity.name)` and by ingress "
                + "`\(ingress.identity.name)`", at: publication.origin,
              secondary: [Annotation(first.origin.span, "published here too")],
              help: "let one ingress publish the name",
              fixes: context.fixes(at: publication.origin) { $0.removing($1, "take this one out") }))
        } else {
          published[publication.name] = (index, publication.origin)
        }
      }
    }
  }

  private static func checkZones(_ deployment: Deployment, to sink: inout DiagnosticSink) {
    var zones: [String: Zone] = [:]
    for zone in deployment.zones {
      guard let first = zones.updateValue(zone, forKey: zone.name) else { continue }
      sink.report(
        Diagnostic(
          .repeatedZone,
          "zone `\(first.identity.name)` and zone `\(zone.identity.name)` are both `\(zone.name)`", at: zone.origin,
          secondary: [Annotation(first.origin.span, "the other one")], help: "declare a domain name's zone once"))
    }
  }

  private static func check(
    _ publication: Publication, of ingress: Ingress, _ context: ProofContext, to sink: inout DiagnosticSink
  ) {
    let deployment = context.deployment
    let zone = deployment.zones[publication.zone]
    if !zone.contains(publication.name) {
      let better = deployment.zones.first { $0.contains(publication.name) }
      sink.report(
        Diagnostic(
          .nameOutsideZone, "`\(publication.name)` does not lie in zone `\(zone.name)`", at: publication.origin,
          secondary: [Annotation(zone.origin.span, "holds `\(zone.name)` and what is below it")],
          help: better.map { "publish it in `\($0.identity.name)`" } ?? "publish a name that ends in `.\(zone.name)`",
          fixes: context.fixes(at: publication.origin) { edits, head in
            better.map { edits.replacing(edits.word(behind: "in", in: head), by: $0.identity.name) } ?? []
          }))
    }
    // An ingress without HTTP answers for any name that leads to it.
    if ingress.servesHTTP && !ingress.hosts.contains(where: { $0.matches(publication.name) }) {
      let hosts = ingress.hosts.prefix(3).map { "`\($0)`" }.joined(separator: ", ")
      sink.report(
        Diagnostic(
          .publishedNameNotServed,
          "ingress `\(ingress.identity.name)` publishes `\(publication.name)` and does not answer for it",
          at: publication.origin,
          secondary: [Annotation((ingress.hostsOrigin ?? ingress.origin).span, "answers for \(hosts)")],
          help: "add `\(publication.name)` to the ingress's `host`",
          fixes: ingress.hostsOrigin.map { origin in
            context.fixes(at: origin) {
              $0.appending(", \(publication.name)", to: $1, "answer for `\(publication.name)` too")
            }
          } ?? []))
    }
    for address in ingress.addresses where deployment.pools[address.pool].announcement == nil {
      let pool = deployment.pools[address.pool]
      sink.report(
        Diagnostic(
          .publishedButNotAnnounced,
          "`\(publication.name)` leads to `\(address.address)`, which nothing announces", at: publication.origin,
          secondary: [Annotation(pool.origin.span, "has no `announce`")],
          help: "write `announce bgp …` in pool `\(pool.identity.name)`"))
    }
    checkChoice(publication, of: ingress, context, to: &sink)
  }

  /// `nearest` chooses among sites, which makes a difference only where they serve different addresses.
  private static func checkChoice(
    _ publication: Publication, of ingress: Ingress, _ context: ProofContext, to sink: inout DiagnosticSink
  ) {
    let deployment = context.deployment
    guard publication.isNearest,
      ingress.sites.allSatisfy({ site in
        ingress.addresses.allSatisfy { deployment.pools[$0.pool].sites.contains(site) }
      })
    else { return }
    let reason =
      ingress.sites.count == 1
      ? "ingress `\(ingress.identity.name)` is served at one site"
      : "every site of ingress `\(ingress.identity.name)` serves all of its addresses"
    sink.report(
      Diagnostic(
        .nearestChangesNothing, "`nearest` changes nothing for `\(publication.name)`: \(reason)",
        at: publication.origin,
        secondary: ingress.addresses.first.map { [Annotation($0.origin.span, "served at each of its sites")] } ?? [],
        help: "draw an address from a pool of each site, or take `nearest` out",
        fixes: context.fixes(at: publication.origin) { edits, head in
          guard let zone = edits.word(behind: "in", in: head), zone.end < head.end else { return [] }
          let word = SourceSpan(source: head.source, start: zone.end, end: head.end)
          return [FixIt("take `nearest` out", [TextEdit(word, replacement: "")])]
        }))
  }
}
