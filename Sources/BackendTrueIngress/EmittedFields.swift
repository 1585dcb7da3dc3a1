package import EpicBackend

extension TrueIngressBackend {
  /// What each statement becomes in the maps of the packet programs.
  package static let emittedFields = [
    EmittedField("kubernetes.tunnel true-ingress", "a row of `epic_tunnels` on each node that reaches the cluster"),
    EmittedField("tunnel.port", "`epic_tunnel.port`"),
    EmittedField("kubernetes.pods", "rows of `epic_prefixes`: what the tunnel may carry"),
    EmittedField("node.address", "`epic_tunnel.local_v4`, `.local_v6`: the outer source addresses"),
  ]
}
