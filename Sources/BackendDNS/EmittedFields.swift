package import EpicBackend

extension DNSBackend {
  /// What each statement becomes in DNS (RFC 2136 updates).
  package static let emittedFields = [
    EmittedField(
      "ingress.dns publish", "an A and an AAAA RRset, and an owner marker; with `nearest` answers by country"),
    EmittedField("ingress.address", "the addresses of those RRsets"),
    EmittedField("site.at", "which countries get the site's addresses, where a name is published `nearest`"),
    EmittedField("zone.name", "the zone section"),
    EmittedField("zone.server", "where the update is sent"),
    EmittedField("zone.key secret", "the TSIG key (RFC 8945) that signs it"),
    EmittedField("zone.ttl", "the records' time to live"),
    EmittedField("zone.geo file", "the answers of Knot's `mod-geoip`: its `config-file`"),
  ]
}
