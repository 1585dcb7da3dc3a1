package import EpicBackend

extension DNSBackend {
  /// What each statement becomes in DNS (RFC 2136 updates).
  package static let emittedFields = [
    EmittedField("ingress.dns publish", "an A and an AAAA RRset, and an owner marker"),
    EmittedField("ingress.address", "the addresses of those RRsets"),
    EmittedField("zone.name", "the zone section"),
    EmittedField("zone.server", "where the update is sent"),
    EmittedField("zone.key secret", "the TSIG key (RFC 8945) that signs it"),
    EmittedField("zone.ttl", "the records' time to live"),
  ]
}
