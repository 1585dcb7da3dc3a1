extension Deployment {
  /// How a site announces an address; nil if it does not: its pool is not served there, nobody announces it, or the site
  /// speaks as another AS.
  package func announcement(of address: IngressAddress, at site: RowID<Site>) -> PoolAnnouncement? {
    let pool = pools[address.pool]
    guard let announcement = pool.announcement, let speaker = sites[site].bgp,
      announcement.autonomousSystem == speaker.autonomousSystem, pool.sites.contains(site)
    else { return nil }
    return announcement
  }

  /// Addresses of an ingress that are served at a site: those whose pools are, in written order.
  package func addresses(of ingress: Ingress, servedAt site: RowID<Site>) -> [IngressAddress] {
    ingress.addresses.filter { pools[$0.pool].sites.contains(site) }
  }
}
