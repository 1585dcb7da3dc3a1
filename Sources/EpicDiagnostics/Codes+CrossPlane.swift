/// Codes of the family of what only several declarations together can get wrong: upstreams, certificates, DNS, BGP,
/// tunnels.
extension DiagnosticCode {
  /// A host behind TLS that no certificate of its ingress covers.
  package static let hostNotCovered = DiagnosticCode.error("E0701", "host-not-covered")
  /// TLS without a certificate.
  package static let listenerWithoutCertificate = DiagnosticCode.error("E0702", "listener-without-certificate")
  /// An ACME certificate with a name outside of the zone that answers its challenges.
  package static let challengeOutsideZone = DiagnosticCode.error("E0703", "challenge-outside-zone")
  /// One host of two ingresses on one address and port.
  package static let hostClaimedTwice = DiagnosticCode.error("E0704", "host-claimed-twice")
  /// Two listeners of one ingress on one port.
  package static let repeatedPort = DiagnosticCode.error("E0705", "repeated-port")
  /// A redirect to `https` where nothing listens for it.
  package static let redirectWithoutListener = DiagnosticCode.error("E0706", "redirect-without-listener")
  /// A published name outside of its zone.
  package static let nameOutsideZone = DiagnosticCode.error("E0707", "name-outside-zone")
  /// A published name that its ingress does not answer for.
  package static let publishedNameNotServed = DiagnosticCode.error("E0708", "published-name-not-served")
  /// One name published by two ingresses.
  package static let namePublishedTwice = DiagnosticCode.error("E0709", "name-published-twice")
  /// Two zones of one domain name.
  package static let repeatedZone = DiagnosticCode.error("E0710", "repeated-zone")
  /// An ingress at a site that does not serve its pool.
  package static let siteOutsidePool = DiagnosticCode.error("E0711", "site-outside-pool")
  /// A pool announced at a site that speaks no BGP.
  package static let announcedWithoutSpeaker = DiagnosticCode.error("E0712", "announced-without-speaker")
  /// A pool announced with another AS number than its site's.
  package static let announcedWithOtherAS = DiagnosticCode.error("E0713", "announced-with-other-as")
  /// A pool that no neighbour of a site takes.
  package static let noPeerForPool = DiagnosticCode.error("E0714", "no-peer-for-pool")
  /// An announced prefix that leaves out addresses of its pool.
  package static let prefixOutsidePool = DiagnosticCode.error("E0715", "prefix-outside-pool")
  /// More announcements than a neighbour takes.
  package static let tooManyPrefixes = DiagnosticCode.error("E0716", "too-many-prefixes")
  /// A node without an address of a family that it announces.
  package static let nodeWithoutFamily = DiagnosticCode.error("E0717", "node-without-family")
  /// Two nodes of one name.
  package static let repeatedNode = DiagnosticCode.error("E0718", "repeated-node")
  /// An upstream without any endpoint.
  package static let emptyUpstream = DiagnosticCode.error("E0719", "empty-upstream")
  /// Pods of a cluster that no tunnel reaches.
  package static let clusterWithoutTunnel = DiagnosticCode.error("E0720", "cluster-without-tunnel")
  /// Two clusters of one ingress whose pods share addresses.
  package static let overlappingPods = DiagnosticCode.error("E0721", "overlapping-pods")
  /// A health check whose times do not fit one another.
  package static let badHealthTiming = DiagnosticCode.error("E0722", "bad-health-timing")
  /// Two geo databases, of which one would be asked.
  package static let repeatedGeoDatabase = DiagnosticCode.error("E0723", "repeated-geo-database")
  /// A secret whose path on a node is too long.
  package static let secretNameTooLong = DiagnosticCode.error("E0724", "secret-name-too-long")
  /// A question for what the geo database does not hold.
  package static let geoDatabaseLacks = DiagnosticCode.error("E0740", "geo-database-lacks")
  /// Answers by place from a zone whose server knows none.
  package static let nearestWithoutGeoFile = DiagnosticCode.error("E0741", "nearest-without-geo-file")
  /// A time limit that a longer one makes pointless.
  package static let pointlessTimeout = DiagnosticCode.warning("W0701", "pointless-timeout")
  /// A published address that nothing announces.
  package static let publishedButNotAnnounced = DiagnosticCode.warning("W0702", "published-but-not-announced")
  /// A wish for answers by place where every place gets the same.
  package static let nearestChangesNothing = DiagnosticCode.warning("W0703", "nearest-changes-nothing")
  /// A rate limit by a token's claim where the ingress knows no tokens.
  package static let limitWithoutProvider = DiagnosticCode.error("E0733", "limit-without-provider")
  /// Routes of one table that read bodies up to different limits.
  package static let differentBodyLimits = DiagnosticCode.error("E0734", "different-body-limits")
  /// A rate limit whose key a client chooses.
  package static let evadedLimit = DiagnosticCode.warning("W0404", "evaded-limit")
}
