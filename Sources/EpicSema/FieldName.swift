/// The fields of all declarations and bodies, by what they mean. Fields of different bodies share a name where they are
/// spelled alike: a node's `address` and an ingress's.
@frozen
package enum FieldName: UInt8, Hashable, Sendable, CaseIterable {
  // Workspace file.
  case edition, workspace, dependency
  // Tenant.
  case package, ownsHost, ownsPrefix, mayUse, mayUseNative, mayReach, limits, delegateHost
  // Site and its parts.
  case at, node, bgp, peer, address, capacity, asNumber, bfd, maxPrefix, accepts, password
  // Pool, zone, kubernetes, cdn, geo, engine, issuer.
  case range, reserve, announce, sites, name, server, key, ttl, geoFile, pods, tunnel, access, port, host, addresses
  case database, refresh, envoy, image, localCA, acme, challenge
  // Certificate.
  case names, issuer, renew
  // Ingress.
  case listenHTTPS, listenHTTP, listenTLS, listenTCP, listenUDP, engine, tlsCertificate, dnsPublish, timeoutRequest
  case timeoutIdle, timeoutStream, retry, requestHeader, responseHeader, rateLimit, authJWT, authClientCertificate
  case routes, trustProxies, proxyProtocol, isolate, fill, cors, accessLog, webSocket, compress, connect
  case authBasic, authKey, authExternal, authOIDC, csrf, grpcWeb, trace, statistics
  // Body of `cors`.
  case origins, methods, headers, expose, maxAge, credentials
  // Body of `auth jwt`.
  case jwksURL, jwksData, audience, missing
  // Bodies of `auth basic`, `auth api-key`, `auth external` and `auth oidc`.
  case users, realm, forwardUser, keyHeader, clientKey, forwardClient, askedUpstream, forwardHeaders, decisionTimeout
  case onFailure, authorize, tokenEndpoint, oidcClient, cookies, scopes, redirectPath, signOutPath, forwardToken
  // Body of `auth client-certificate`.
  case ca
  // Upstream and its tiers.
  case healthHTTP, healthTCP, healthGRPC, balance, tier, endpoint, feed, spill, panic, timeoutConnect, maxConnections
  case maxRequests, maxPending, maxRetries, retryBudget, eject, slowStart
  case tlsSNI, proxyHeader, `protocol`, kubernetes, cdn, nearest, byPods
  // Outcomes of routes.
  case rewritePath, rewriteHost, maxBody, mirror, body, header
  // Tests.
  case testRequest, testConnection, testHeader, testCookie, testToken, testBody, given, claim, health, share
  case expectRoute, expectIngress, expectUpstream, expectSplit, expectClose, expectStatus, expectRedirect, expectBody
  case expectHeader, expectRequestHeader, expectPath, expectHost, expectTimeoutRequest, expectTimeoutIdle, expectRetry
}

/// The named places of a field's signature that values are bound to.
@frozen
package enum Slot: UInt8, Hashable, Sendable, CaseIterable {
  case value, name, key, hosts, prefixes, packages, kind, declarations, quota, namespaces, reach, ingresses, routes
  case upstreams, traffic, tenant, latitude, longitude, country, addresses, interval, multiplier, asNumber
  case communities, form, prefix, sites, servers, secret, method, zone, url, certificates, issuer, port, minimum
  case redirect, pool, timeout, count, condition, statuses, within, methods, operation, data, audiences, path
  case encodings, size, types, statistics, latency, ports
  case by, burst, origins, lifetime, duration, backoff, maximum
  case healthyAfter, unhealthyAfter, endpoints, percentage, cluster, service, cdn, pathPrefix, engine, type
  case client, site, ingress, upstream, tier, target, version, transport, destination, balancer, serverName

  /// The slot's name in signatures.
  package var spelling: String { String(describing: self) }

  /// The slot of a name, if there is one.
  package init?(spelling: String) {
    guard let slot = Slot.bySpelling[spelling] else { return nil }
    self = slot
  }

  private static let bySpelling = Dictionary(uniqueKeysWithValues: Slot.allCases.map { ($0.spelling, $0) })
}
