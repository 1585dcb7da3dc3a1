package import EpicBackend

extension BIRDBackend {
  /// What each statement becomes in BIRD's configuration.
  package static let emittedFields = [
    EmittedField("site.bgp as", "`local … as …` of the site's sessions"),
    EmittedField("node.address", "`local` of the node's sessions, and `router id`"),
    EmittedField("bgp.peer", "a `protocol bgp`"),
    EmittedField("peer.address", "`neighbor`"),
    EmittedField("peer.as", "`neighbor … as …`"),
    EmittedField("peer.bfd", "`bfd { interval; multiplier; }`, and `protocol bfd`"),
    EmittedField("peer.max-prefix", "`export limit … action block`"),
    EmittedField("peer.accepts host-routes", "whether the export filter passes /32 and /128"),
    EmittedField("peer.password secret", "`password`, a `define` that the node writes from its secrets"),
    EmittedField("pool.announce bgp as", "routes of a `protocol static`, with their communities"),
    EmittedField("pool.sites", "the nodes that announce the pool's addresses"),
    EmittedField("ingress.address", "a route of a `protocol static`"),
    EmittedField("ingress.sites", "the nodes that announce the ingress's addresses"),
  ]
}
