/// Full names of the messages of Envoy's v3 API that are emitted inside an `Any`, as they stand behind
/// `type.googleapis.com/`.
package enum EnvoyType {
  package static let typePrefix: StaticString = "type.googleapis.com/"

  // MARK: Resources
  package static let cluster: StaticString = "type.googleapis.com/envoy.config.cluster.v3.Cluster"
  package static let clusterLoadAssignment: StaticString =
    "type.googleapis.com/envoy.config.endpoint.v3.ClusterLoadAssignment"
  package static let listener: StaticString = "type.googleapis.com/envoy.config.listener.v3.Listener"
  package static let routeConfiguration: StaticString =
    "type.googleapis.com/envoy.config.route.v3.RouteConfiguration"
  package static let secret: StaticString =
    "type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.Secret"

  // MARK: Listener and network filters
  package static let tlsInspector: StaticString =
    "type.googleapis.com/envoy.extensions.filters.listener.tls_inspector.v3.TlsInspector"
  package static let networkGeoip: StaticString =
    "type.googleapis.com/envoy.extensions.filters.network.geoip.v3.Geoip"
  package static let maxMind: StaticString =
    "type.googleapis.com/envoy.extensions.geoip_providers.maxmind.v3.MaxMindConfig"
  package static let networkFilterState: StaticString =
    "type.googleapis.com/envoy.extensions.filters.network.set_filter_state.v3.Config"
  package static let connectionManager: StaticString =
    "type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager"
  package static let earlyHeaderMutation: StaticString =
    "type.googleapis.com/envoy.extensions.http.early_header_mutation.header_mutation.v3.HeaderMutation"

  package static let tcpProxy: StaticString =
    "type.googleapis.com/envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy"
  package static let networkDirectResponse: StaticString =
    "type.googleapis.com/envoy.extensions.filters.network.direct_response.v3.Config"
  package static let udpProxy: StaticString =
    "type.googleapis.com/envoy.extensions.filters.udp.udp_proxy.v3.UdpProxyConfig"
  package static let udpRoute: StaticString =
    "type.googleapis.com/envoy.extensions.filters.udp.udp_proxy.v3.Route"

  // MARK: Matching of connections
  package static let stringValue: StaticString = "type.googleapis.com/google.protobuf.StringValue"
  package static let sourceAddressInput: StaticString =
    "type.googleapis.com/envoy.extensions.matching.common_inputs.network.v3.SourceIPInput"
  package static let serverNameInput: StaticString =
    "type.googleapis.com/envoy.extensions.matching.common_inputs.network.v3.ServerNameInput"
  package static let transportProtocolInput: StaticString =
    "type.googleapis.com/envoy.extensions.matching.common_inputs.network.v3.TransportProtocolInput"
  package static let addressMatcher: StaticString =
    "type.googleapis.com/envoy.extensions.matching.input_matchers.ip.v3.Ip"

  package static let expressionFilter: StaticString =
    "type.googleapis.com/envoy.extensions.access_loggers.filters.cel.v3.ExpressionFilter"

  // MARK: HTTP filters
  package static let jwtAuthentication: StaticString =
    "type.googleapis.com/envoy.extensions.filters.http.jwt_authn.v3.JwtAuthentication"
  package static let headerToMetadata: StaticString =
    "type.googleapis.com/envoy.extensions.filters.http.header_to_metadata.v3.Config"
  package static let filterState: StaticString =
    "type.googleapis.com/envoy.extensions.filters.http.set_filter_state.v3.Config"
  package static let extensionWithMatcher: StaticString =
    "type.googleapis.com/envoy.extensions.common.matching.v3.ExtensionWithMatcher"
  package static let composite: StaticString =
    "type.googleapis.com/envoy.extensions.filters.http.composite.v3.Composite"
  package static let executeFilter: StaticString =
    "type.googleapis.com/envoy.extensions.filters.http.composite.v3.ExecuteFilterAction"
  package static let filterStateInput: StaticString =
    "type.googleapis.com/envoy.extensions.matching.common_inputs.network.v3.FilterStateInput"
  package static let consistentHashing: StaticString =
    "type.googleapis.com/envoy.extensions.matching.input_matchers.consistent_hashing.v3.ConsistentHashing"
  package static let localRateLimit: StaticString =
    "type.googleapis.com/envoy.extensions.filters.http.local_ratelimit.v3.LocalRateLimit"
  package static let cors: StaticString = "type.googleapis.com/envoy.extensions.filters.http.cors.v3.Cors"
  package static let corsPolicy: StaticString = "type.googleapis.com/envoy.extensions.filters.http.cors.v3.CorsPolicy"
  package static let jsonToMetadata: StaticString =
    "type.googleapis.com/envoy.extensions.filters.http.json_to_metadata.v3.JsonToMetadata"
  package static let bodySizeLimit: StaticString =
    "type.googleapis.com/envoy.extensions.filters.http.body_size_limit.v3.BodySizeLimit"
  package static let extensionWithMatcherPerRoute: StaticString =
    "type.googleapis.com/envoy.extensions.common.matching.v3.ExtensionWithMatcherPerRoute"
  package static let httpGeoip: StaticString = "type.googleapis.com/envoy.extensions.filters.http.geoip.v3.Geoip"
  package static let forwardedFor: StaticString =
    "type.googleapis.com/envoy.extensions.http.original_ip_detection.xff.v3.XffConfig"
  package static let stdoutAccessLog: StaticString =
    "type.googleapis.com/envoy.extensions.access_loggers.stream.v3.StdoutAccessLog"
  package static let router: StaticString = "type.googleapis.com/envoy.extensions.filters.http.router.v3.Router"

  // MARK: Upstreams
  package static let httpProtocolOptions: StaticString =
    "type.googleapis.com/envoy.extensions.upstreams.http.v3.HttpProtocolOptions"
  package static let headerMutation: StaticString =
    "type.googleapis.com/envoy.extensions.filters.http.header_mutation.v3.HeaderMutation"
  package static let lua: StaticString = "type.googleapis.com/envoy.extensions.filters.http.lua.v3.Lua"
  package static let upstreamCodec: StaticString =
    "type.googleapis.com/envoy.extensions.filters.http.upstream_codec.v3.UpstreamCodec"
  package static let dnsCluster: StaticString =
    "type.googleapis.com/envoy.extensions.clusters.dns.v3.DnsCluster"
  package static let aggregateCluster: StaticString =
    "type.googleapis.com/envoy.extensions.clusters.aggregate.v3.ClusterConfig"
  package static let previousHosts: StaticString =
    "type.googleapis.com/envoy.extensions.retry.host.previous_hosts.v3.PreviousHostsPredicate"

  // MARK: Transport sockets
  package static let downstreamTLS: StaticString =
    "type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.DownstreamTlsContext"
  package static let upstreamTLS: StaticString =
    "type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext"
}
