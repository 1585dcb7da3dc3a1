package import EpicBackend

extension EnvoyBackend {
  /// What each statement becomes in Envoy's configuration (v3 API).
  package static let emittedFields: [EmittedField] =
    ingressFields + policyFields("ingress") + policyFields("arm") + forwardingFields("arm") + policyFields("split")
    + forwardingFields("split") + outcomeFields + upstreamFields + platformFields

  private static let ingressFields = [
    EmittedField("ingress.host", "`VirtualHost.domains`, with a guard route where `*.` takes one label only"),
    EmittedField(
      "ingress.listen https",
      "one `Listener` an address; `TlsInspector`; a `FilterChain` with `DownstreamTlsContext`, whose"
        + " `tls_params.tls_minimum_protocol_version` is `tls min`; with `http3` a UDP `Listener` with `quic_options` beside it,"
        + " and `alt-svc` among `RouteConfiguration.response_headers_to_add`"),
    EmittedField(
      "ingress.listen http",
      "one `Listener` an address; with `redirect https` a route with `RedirectAction.https_redirect` for every host"),
    EmittedField(
      "ingress.listen tls",
      "one `Listener` an address; `TlsInspector`; a `FilterChain` with `TcpProxy` for each arm, chosen by"
        + " `Listener.filter_chain_matcher`; what is no TLS is closed"),
    EmittedField(
      "ingress.listen tcp",
      "one `Listener` an address; a `FilterChain` with `TcpProxy` for each arm, chosen by"
        + " `Listener.filter_chain_matcher`"),
    EmittedField(
      "ingress.listen udp",
      "one UDP `Listener` an address with `UdpProxyConfig`: `.matcher` chooses the cluster, `.idle_timeout` is `idle`"),
    EmittedField("ingress.address", "`Listener.address.socket_address`, `Listener.freebind`"),
    EmittedField("ingress.engine", "the process whose `listeners` and `clusters` hold the ingress's resources"),
    EmittedField("ingress.isolate", "a process of its own, with a folder of resources of its own"),
    EmittedField(
      "ingress.auth client-certificate",
      "`DownstreamTlsContext.require_client_certificate`, and a `combined_validation_context`"),
    EmittedField("clientCertificate.ca secret", "a `Secret` with `CertificateValidationContext.trusted_ca`"),
    EmittedField("clientCertificate.names", "`CertificateValidationContext.match_typed_subject_alt_names`"),
    EmittedField("ingress.sites", "the nodes that get the ingress's resources"),
    EmittedField(
      "ingress.tls certificate",
      "`CommonTlsContext.tls_certificate_sds_secret_configs`; with several, a `FilterChainMatch.server_names` each"),
    EmittedField("ingress.fill routes", "routes of the ingress's `RouteConfiguration`, where the slot stands"),
    EmittedField("ingress.routes", "a `RouteConfiguration`, named by `Rds.route_config_name`"),
    EmittedField(
      "ingress.auth jwt",
      "`envoy.filters.http.jwt_authn`: `JwtAuthentication.providers`, and a rule for every path; 401 by"
        + " `LocalReplyConfig`"),
    EmittedField(
      "ingress.trust proxies",
      "`envoy.http.original_ip_detection.xff`: `xff_trusted_cidrs`; `envoy.filters.http.geoip` in place of the network"
        + " filter; `x-forwarded-for` is set to the client"),
    EmittedField(
      "ingress.timeout stream",
      "`HttpConnectionManager.common_http_protocol_options`: `HttpProtocolOptions.max_stream_duration`"),
    EmittedField(
      "ingress.proxy-protocol from",
      "`envoy.filters.listener.proxy_protocol` of TCP listeners; `FilterChainMatch.direct_source_prefix_ranges`"),
    EmittedField(
      "ingress.statistics",
      "`Route.stat_prefix` of routes that lead to upstreams; `latency` decides what the bootstrap's `stats_matcher` leaves of"
        + " them"),
    EmittedField(
      "ingress.cors",
      "`envoy.filters.http.cors`: `CorsPolicy` of the virtual host; `LocalReplyConfig`; `vary` among"
        + " `RouteConfiguration.response_headers_to_add`"),
    EmittedField(
      "ingress.auth basic", "`envoy.filters.http.basic_auth`: `BasicAuthPerRoute` of the virtual host"),
    EmittedField("basic.users secret", "`BasicAuthPerRoute.users`, a file; the applier names its version"),
    EmittedField("basic.realm", "`BasicAuthPerRoute.realm`"),
    EmittedField("basic.forward user as", "`BasicAuth.forward_username_header`; a client's own is removed first"),
    EmittedField(
      "ingress.auth api-key",
      "`envoy.filters.http.set_filter_state`, which compares, and `envoy.filters.http.rbac`, which refuses; 401 by"
        + " `LocalReplyConfig`"),
    EmittedField("apiKey.header", "filter state from `%REQ(…)%`"),
    EmittedField(
      "apiKey.key", "a `Secret` with `GenericSecret.secret`, read by the formatter `envoy.formatter.generic_secret`"),
    EmittedField(
      "apiKey.forward client as", "`RouteConfiguration.request_headers_to_add`; a client's own is removed first"),
    EmittedField("ingress.auth external", "`envoy.filters.http.ext_authz`"),
    EmittedField("external.upstream", "`ExtAuthz.grpc_service` or `.http_service`, with the upstream's cluster"),
    EmittedField("external.headers", "`ExtAuthz.allowed_headers`"),
    EmittedField(
      "external.forward",
      "`AuthorizationResponse.allowed_upstream_headers`, `ExtAuthz.decoder_header_mutation_rules`; a client's own are"
        + " removed first"),
    EmittedField("external.timeout", "`GrpcService.timeout` or `HttpUri.timeout`"),
    EmittedField("external.on failure", "`ExtAuthz.failure_mode_allow`, `.status_on_error`"),
    EmittedField("ingress.auth oidc", "`envoy.filters.http.oauth2`: `OAuth2Config`"),
    EmittedField("oidc.authorize", "`OAuth2Config.authorization_endpoint`"),
    EmittedField("oidc.token", "`OAuth2Config.token_endpoint`, with a cluster of its own"),
    EmittedField("oidc.client", "`OAuth2Credentials.client_id`, and `.token_secret`, a `Secret` of its own"),
    EmittedField("oidc.cookies secret", "`OAuth2Credentials.hmac_secret`, a `Secret` of its own"),
    EmittedField("oidc.scopes", "`OAuth2Config.auth_scopes`"),
    EmittedField("oidc.redirect-path", "`OAuth2Config.redirect_uri`, `.redirect_path_matcher`"),
    EmittedField("oidc.sign-out-path", "`OAuth2Config.signout_path`"),
    EmittedField("oidc.forward token", "`OAuth2Config.forward_bearer_token`"),
    EmittedField("ingress.csrf refused", "`envoy.filters.http.csrf`: `CsrfPolicy` of the virtual host"),
    EmittedField(
      "ingress.grpc-web allowed",
      "`envoy.filters.http.grpc_web`, and `envoy.filters.http.set_filter_state`, which has the route chosen anew"),
    EmittedField(
      "ingress.trace to", "`HttpConnectionManager.tracing`: `OpenTelemetryConfig.grpc_service`, `.sampler`"),
    EmittedField(
      "ingress.compress",
      "`envoy.filters.http.compressor`, one for each encoding: `min_content_length` and `content_type_matcher` of"
        + " `response_direction_config`"),
    EmittedField("ingress.access-log", "`HttpConnectionManager.access_log`: `StdoutAccessLog.log_format`"),
    EmittedField("cors.origins", "`CorsPolicy.allow_origin_string_match`"),
    EmittedField("cors.methods", "`CorsPolicy.allow_methods`"),
    EmittedField("cors.headers", "`CorsPolicy.allow_headers`"),
    EmittedField("cors.expose", "`CorsPolicy.expose_headers`"),
    EmittedField("cors.max-age", "`CorsPolicy.max_age`, in seconds"),
    EmittedField("cors.credentials allowed", "`CorsPolicy.allow_credentials`"),
    EmittedField("jwt.issuer", "`JwtProvider.issuer`"),
    EmittedField("jwt.jwks", "`JwtProvider.remote_jwks` with a cluster of its own, or `JwtProvider.local_jwks`"),
    EmittedField("jwt.audience", "`JwtProvider.audiences`"),
    EmittedField("jwt.missing allowed", "`JwtRequirement.allow_missing`"),
  ]

  /// What holds for an ingress stands on each of its routes; what a route says itself takes its place.
  private static func policyFields(_ body: String) -> [EmittedField] {
    [
      EmittedField("\(body).timeout request", "`RouteAction.timeout`"),
      EmittedField("\(body).timeout idle", "`RouteAction.idle_timeout`"),
      EmittedField(
        "\(body).retry",
        "`RetryPolicy.num_retries`, `.retry_on`, `.retriable_headers` on `:status`, `.per_try_timeout`, `.retry_back_off`; `HedgePolicy.hedge_on_per_try_timeout`; a second route"
          + " for the methods that may not be repeated"),
      EmittedField(
        "\(body).rate-limit",
        "`envoy.filters.http.local_ratelimit`: `LocalRateLimit.descriptors` of the virtual host, one bucket a key"),
      EmittedField("\(body).max body", "`envoy.filters.http.body_size_limit`: `BodySizeLimit.max_request_bytes`"),
      EmittedField(
        "\(body).websocket allowed",
        "`HttpConnectionManager.upgrade_configs`, `Http2ProtocolOptions.allow_connect`; a route that answers 403 in front of"
          + " each arm that does not allow it"),
      EmittedField(
        "\(body).request-header", "`Route.request_headers_to_add` with `append_action`, or `.request_headers_to_remove`"
      ),
      EmittedField(
        "\(body).response-header",
        "`Route.response_headers_to_add` with `append_action`, or `.response_headers_to_remove`"),
    ]
  }

  /// What is said of an upstream's arm, and of a split for all of its shares.
  private static func forwardingFields(_ body: String) -> [EmittedField] {
    [
      EmittedField("\(body).rewrite path", "`RouteAction.regex_rewrite`"),
      EmittedField("\(body).mirror", "`RouteAction.request_mirror_policies`"),
      EmittedField(
        "\(body).connect to",
        "`RouteMatch.connect_matcher` with `:authority`, `RouteAction.upgrade_configs` with `connect_config` and `.timeout` of 0;"
          + " a virtual host for `HOST:PORT`"),
      EmittedField("\(body).rewrite host", "`RouteAction.host_rewrite_literal`"),
    ]
  }

  private static let outcomeFields = [
    EmittedField("respond.body", "`DirectResponseAction.body`, and `content-type` among the headers added"),
    EmittedField("respond.header", "`Route.response_headers_to_add`"),
  ]

  private static let fed = "a `LocalityLbEndpoints` of an EDS cluster, whose endpoints come at run time"

  private static let upstreamFields = [
    EmittedField(
      "upstream.health http",
      "`Cluster.health_checks` with `http_health_check`, its `host` and, with `protocol h2`, its `codec_client_type`;"
        + " `interval` and `no_traffic_interval`, `timeout`,"
        + " `healthy_threshold`, `unhealthy_threshold`"),
    EmittedField(
      "upstream.health tcp", "`Cluster.health_checks` with `tcp_health_check`, and its times and thresholds"),
    EmittedField(
      "upstream.health grpc", "`Cluster.health_checks` with `grpc_health_check`, and its times and thresholds"),
    EmittedField(
      "upstream.spill to next tier below", "`ClusterLoadAssignment.policy.overprovisioning_factor`: 100 / percentage"),
    EmittedField("upstream.panic never", "`Cluster.common_lb_config.healthy_panic_threshold` 0, as without it"),
    EmittedField("upstream.balance", "`Cluster.lb_policy`; a key is `RouteAction.hash_policy`"),
    EmittedField("upstream.slow start", "`Cluster.SlowStartConfig.slow_start_window`"),
    EmittedField(
      "upstream.eject after",
      "`OutlierDetection.consecutive_5xx`, `.interval`, `.base_ejection_time`, `.max_ejection_percent`"),
    EmittedField("upstream.timeout connect", "`Cluster.connect_timeout`"),
    EmittedField("upstream.max connections", "`CircuitBreakers.Thresholds.max_connections`"),
    EmittedField("upstream.max requests", "`CircuitBreakers.Thresholds.max_requests`"),
    EmittedField("upstream.max pending", "`CircuitBreakers.Thresholds.max_pending_requests`"),
    EmittedField("upstream.max retries", "`CircuitBreakers.Thresholds.max_retries`"),
    EmittedField("upstream.retry budget", "`CircuitBreakers.Thresholds.retry_budget.budget_percent`"),
    EmittedField(
      "upstream.tls sni",
      "`UpstreamTlsContext.sni`, `CertificateValidationContext.trusted_ca`, `.match_typed_subject_alt_names`;"
        + " `certificate` is `CommonTlsContext.tls_certificate_sds_secret_configs`"),
    EmittedField("upstream.proxy-protocol", "`envoy.transport_sockets.upstream_proxy_protocol` around the transport"),
    EmittedField("upstream.protocol", "`HttpProtocolOptions.explicit_http_config`"),
    EmittedField("upstream.tier", "`LocalityLbEndpoints.priority`; kinds that differ become clusters of an aggregate"),
    EmittedField(
      "upstream.endpoint", "`LocalityLbEndpoints.lb_endpoints`; names become a cluster of `envoy.clusters.dns`"),
    EmittedField(
      "tier.kubernetes",
      "a `LocalityLbEndpoints` whose endpoints come at run time; its share is `load_balancing_weight`"),
    EmittedField(
      "tier.cdn",
      "a cluster of `envoy.clusters.dns`; host and path prefix are metadata of its endpoint, applied to the attempt;"
        + " `envoy.filters.http.cdn_loop` in the chain"),
    EmittedField("tier.endpoint", "`LocalityLbEndpoints.lb_endpoints`"),
    EmittedField("upstream.feed", fed),
    EmittedField("tier.feed", fed),
    EmittedField("nearest.feed", fed),
    EmittedField("tier.nearest", "a priority for each member, in the order of its distance from the serving site"),
    EmittedField("tier.by pods", "`LocalityLbEndpoints.load_balancing_weight`, set from ready endpoints at run time"),
    EmittedField("nearest.kubernetes", "a `LocalityLbEndpoints` of its own priority"),
    EmittedField("nearest.cdn", "a `LocalityLbEndpoints` of its own priority"),
    EmittedField("nearest.endpoint", "a `LocalityLbEndpoints` of its own priority"),
  ]

  private static let platformFields = [
    EmittedField("site.at", "the order of the priorities of `nearest`"),
    EmittedField("site.node", "`Bootstrap.node.id`, and a folder of resources a process"),
    EmittedField("kubernetes.at", "the order of the priorities of `nearest`"),
    EmittedField("kubernetes.pods", "what a slot's run-time endpoints must lie in"),
    EmittedField("cdn.host", "the endpoint's address and `hostname`, and `Host` of each attempt"),
    EmittedField("cdn.tls sni", "`UpstreamTlsContext` of the CDN's cluster"),
    EmittedField("cdn.addresses dns", "`DnsCluster.all_addresses_in_single_endpoint`"),
    EmittedField("cdn.port", "`socket_address.port_value`"),
    EmittedField("geo.database", "`envoy.geoip_providers.maxmind`: `country_db_path`, `asn_db_path`"),
    EmittedField("engine.envoy", "the binary that the node starts"),
    EmittedField("certificate.names", "`FilterChainMatch.server_names` where an ingress has several certificates"),
  ]
}
