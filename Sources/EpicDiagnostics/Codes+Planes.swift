/// What BIRD, the tunnels and DNS cannot express: E0850 to E0859, E0860 to E0869, E0870 to E0879.
extension DiagnosticCode {
  // MARK: BIRD

  /// A node has no address of the family that it should speak to a peer in.
  package static let peerWithoutLocalAddress = DiagnosticCode.error("E0850", "peer-without-local-address")
  /// A peer would get more prefixes than it takes.
  package static let tooManyPrefixesForPeer = DiagnosticCode.error("E0851", "too-many-prefixes-for-peer")
  /// A site serves addresses that none of its peers takes.
  package static let unheardAnnouncement = DiagnosticCode.error("E0852", "unheard-announcement")
  /// A pool is announced as another AS than the site speaks as.
  package static let announcementFromOtherAS = DiagnosticCode.error("E0853", "announcement-from-other-as")
  /// Two nodes have the same BGP identifier.
  package static let routerIdentifierCollision = DiagnosticCode.error("E0854", "router-identifier-collision")
  /// A peer's name makes a BIRD symbol that is too long.
  package static let peerNameTooLong = DiagnosticCode.error("E0855", "peer-name-too-long")
  /// One prefix is announced by two pools with different communities.
  package static let conflictingCommunities = DiagnosticCode.error("E0856", "conflicting-communities")

  // MARK: Tunnels

  /// More tunnels end on a node than its maps hold.
  package static let tooManyTunnels = DiagnosticCode.error("E0860", "too-many-tunnels")
  /// The tunnels of a node carry more pod prefixes than its maps hold.
  package static let tooManyPodPrefixes = DiagnosticCode.error("E0861", "too-many-pod-prefixes")
  /// Two clusters of one ingress have overlapping pod prefixes.
  package static let overlappingPodPrefixes = DiagnosticCode.error("E0862", "overlapping-pod-prefixes")
  /// A cluster's prefix cannot be a pod prefix.
  package static let unusablePodPrefix = DiagnosticCode.error("E0863", "unusable-pod-prefix")

  // MARK: DNS

  /// More names are published in a zone than a release can claim.
  package static let tooManyPublishedNames = DiagnosticCode.error("E0870", "too-many-published-names")
  /// One name is published with two times to live.
  package static let conflictingTimeToLive = DiagnosticCode.error("E0871", "conflicting-time-to-live")
  /// A time to live that DNS cannot express.
  package static let unusableTimeToLive = DiagnosticCode.error("E0872", "unusable-time-to-live")
  /// A published name leaves no room for its owner marker.
  package static let nameTooLongForMarker = DiagnosticCode.error("E0873", "name-too-long-for-marker")
  /// So many names that their first claim is no longer close to one step.
  package static let manyPublishedNames = DiagnosticCode.warning("W0870", "many-published-names")
}
