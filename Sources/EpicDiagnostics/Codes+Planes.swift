/// What BIRD (E0850 to E0859), the tunnels (E0860 to E0869) and DNS (E0870 to E0879) cannot express. What makes planes
/// disagree with one another is proved before a backend is asked, and has codes of the E07 family.
extension DiagnosticCode {
  // MARK: BIRD

  /// A node has no address of the family that it should speak to a peer in.
  package static let peerWithoutLocalAddress = DiagnosticCode.error("E0850", "peer-without-local-address")
  /// Two nodes have the same BGP identifier.
  package static let routerIdentifierCollision = DiagnosticCode.error("E0851", "router-identifier-collision")
  /// A peer's name makes a BIRD symbol that is too long.
  package static let peerNameTooLong = DiagnosticCode.error("E0852", "peer-name-too-long")
  /// One prefix is announced by two pools with different communities.
  package static let conflictingCommunities = DiagnosticCode.error("E0853", "conflicting-communities")

  // MARK: Tunnels

  /// More tunnels end on a node than its maps hold.
  package static let tooManyTunnels = DiagnosticCode.error("E0860", "too-many-tunnels")
  /// The tunnels of a node carry more pod prefixes than its maps hold.
  package static let tooManyPodPrefixes = DiagnosticCode.error("E0861", "too-many-pod-prefixes")
  /// A cluster's prefix cannot be a pod prefix.
  package static let unusablePodPrefix = DiagnosticCode.error("E0862", "unusable-pod-prefix")

  // MARK: DNS

  /// More names are published in a zone than a release can claim.
  package static let tooManyPublishedNames = DiagnosticCode.error("E0870", "too-many-published-names")
  /// A time to live that DNS cannot express.
  package static let unusableTimeToLive = DiagnosticCode.error("E0871", "unusable-time-to-live")
  /// A published name leaves no room for its owner marker.
  package static let nameTooLongForMarker = DiagnosticCode.error("E0872", "name-too-long-for-marker")
  /// A name longer than a file of answers by place can hold.
  package static let nameTooLongForGeoFile = DiagnosticCode.error("E0873", "name-too-long-for-geo-file")
  /// So many names that their first claim is no longer close to one step.
  package static let manyPublishedNames = DiagnosticCode.warning("W0870", "many-published-names")
}
