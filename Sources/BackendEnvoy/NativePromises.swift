import EpicDiagnostics
import EpicEnvoyAPI
import EpicIR

/// Fields that are not a hatch's even where the compiler leaves them out: what the language promises, or the interpreter
/// answers, would no longer be so. Fields that the compiler always writes need no row.
///
/// What is left to hatches of these messages is how Envoy does it: limits, times, connections, the choice among healthy
/// endpoints, logs and statistics, as far as no statement says it.
enum NativePromises {
  /// What a field would contradict.
  enum Promise {
    /// Which route takes a request.
    case match
    /// What an upstream gets.
    case request
    /// What the client gets.
    case answer
    /// Which requests there are, and in what form every stage sees them.
    case form
    /// Who the client is, and how it came.
    case client
    /// Where a request goes.
    case target
    case mirror
    case retry
    case upgrade
    /// How many bytes of a body are read.
    case body
    case upstreamTLS
    /// What stands in the chain, and what it does.
    case filter

    /// Why it is the language's, without a full stop.
    var reason: String {
      switch self {
      case .match: "which route takes a request is what `routes` says, and a test or a trace answers"
      case .request: "what an upstream gets is what the source says: `request-header`, `rewrite path`, `rewrite host`"
      case .answer: "what a client gets is what the source says: `respond`, `redirect`, `response-header`"
      case .form: "which requests are taken, and in what form every stage sees them, is the same for every ingress"
      case .client: "who the client is and how it came is the edge's to find out and to tell: see `trust proxies`"
      case .target: "where a request goes is what the arm and its upstream say"
      case .mirror: "`mirror` says who gets a copy"
      case .retry: "`retry` says what is sent again, and where to"
      case .upgrade: "`websocket allowed` says which routes speak another protocol"
      case .body: "`max body` and `body.json(…, limit: …)` say how much of a body is read"
      case .upstreamTLS: "`tls sni` says how endpoints are spoken to, all of them alike"
      case .filter: "what EPIC's own filters do is said in the language's words"
      }
    }
  }

  /// The promise that a field would break; nil for a field that is free.
  static func promise(_ message: String, _ field: String) -> Promise? {
    guard let rows = table[message] else { return nil }
    return rows[field] ?? rows["*"]
  }

  /// Reports a field that is not a hatch's, or fields in it that are not; whether there are some.
  static func check(_ said: DynamicField, of type: APITable.MessageID, _ typer: inout NativeTyper) -> Bool {
    let message = typer.table.message(type).name
    if let promise = promise(message, said.field.name) {
      report("EPIC leaves `\(said.field.name)` as it is", promise, said, &typer)
      return true
    }
    switch said.value {
    case .message(let inner): return check(inner, &typer)
    case .list(let values):
      var isFound = false
      for case .message(let inner) in values where check(inner, &typer) { isFound = true }
      return isFound
    case .map(let entries) where said.field.name == filterMap:
      // The names of the compiler's filters have dots, and those of hatches have none.
      guard let entry = entries.first(where: { $0.name.contains(".") }) else { return false }
      report("the filter `\(entry.name)` is none of a hatch's", .filter, said, &typer)
      return true
    default: return false
    }
  }

  private static func check(_ message: DynamicMessage, _ typer: inout NativeTyper) -> Bool {
    var isFound = false
    for field in message.fields where check(field, of: message.type, &typer) { isFound = true }
    return isFound
  }

  private static func report(_ what: String, _ promise: Promise, _ said: DynamicField, _ typer: inout NativeTyper) {
    typer.report(.ownedNativeField, what, at: Origin(said.span), help: promise.reason)
  }

  /// The field of a route that says what filters do for it.
  private static let filterMap = "typed_per_filter_config"

  // MARK: Filters

  /// Filters behind which no other is called. Envoy wants one of them in a chain, at its end. Measured: Envoy 1.40 says so
  /// of these when they stand before another.
  static let terminalFilters: Set<String> = [
    "envoy.extensions.filters.http.router.v3.Router", "envoy.extensions.filters.http.mcp_router.v3.McpRouter",
  ]

  // MARK: Fields

  /// By message; `*` is every field that has no row of its own.
  private static let table: [String: [String: Promise]] = [
    "envoy.config.route.v3.Route": [
      "match": .match, "route_specifiers": .match,
      "request_headers_to_add": .request, "request_headers_to_remove": .request,
      "response_headers_to_add": .answer, "response_headers_to_remove": .answer,
      "per_request_buffer_limit_bytes": .body, "request_body_buffer_limit": .body,
    ],
    "envoy.config.route.v3.RouteMatch": ["*": .match],
    "envoy.config.route.v3.DirectResponseAction": ["*": .answer],
    "envoy.config.route.v3.RedirectAction": ["*": .answer],
    "envoy.config.route.v3.RouteAction": [
      "metadata_match": .target, "hash_policy": .target, "priority": .target,
      "cluster_not_found_response_code": .answer,
      "prefix_rewrite": .request, "regex_rewrite": .request, "path_rewrite_policy": .request, "path_rewrite": .request,
      "host_rewrite_literal": .request, "auto_host_rewrite": .request, "host_rewrite_header": .request,
      "host_rewrite_path_regex": .request, "host_rewrite": .request, "append_x_forwarded_host": .request,
      "retry_policy_typed_config": .retry, "hedge_policy": .retry,
      "internal_redirect_policy": .answer,
      "request_mirror_policies": .mirror, "upgrade_configs": .upgrade,
    ],
    "envoy.config.route.v3.RetryPolicy": ["retry_priority": .retry],
    "envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager": [
      "codec_type": .form, "strip_matching_host_port": .form, "path_normalization_options": .form,
      "typed_header_validation_config": .form, "proxy_100_continue": .form,
      "add_user_agent": .request, "via": .request, "append_x_forwarded_port": .request,
      "server_name": .answer, "server_header_transformation": .answer,
      "scheme_header_transformation": .client, "forward_proto_config": .client, "xff_num_trusted_hops": .client,
      "original_ip_detection_extensions": .client, "skip_xff_append": .client, "generate_request_id": .client,
      "preserve_external_request_id": .client, "forward_client_cert_details": .client,
      "set_current_client_cert_details": .client, "forward_client_cert_matcher": .client,
      "represent_ipv4_remote_address_as_ipv4_mapped_ipv6": .client,
      "upgrade_configs": .upgrade,
    ],
    "envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager.ProxyStatusConfig": [
      "set_recommended_response_code": .answer
    ],
    "envoy.extensions.filters.network.http_connection_manager.v3.ResponseMapper": [
      "status_code": .answer, "headers_to_add": .answer,
    ],
    "envoy.config.core.v3.HttpProtocolOptions": ["headers_with_underscores_action": .form],
    "envoy.config.core.v3.Http1ProtocolOptions": [
      "allow_absolute_url": .form, "accept_http_10": .form, "default_host_for_http_10": .form,
      "allow_chunked_length": .form, "allow_custom_methods": .form, "ignore_http_11_upgrade": .upgrade,
    ],
    "envoy.config.core.v3.Http2ProtocolOptions": ["allow_connect": .upgrade],
    "envoy.config.core.v3.Http3ProtocolOptions": ["allow_extended_connect": .upgrade],
    "envoy.config.cluster.v3.Cluster": [
      "load_assignment": .target, "lb_subset_config": .target, "upstream_config": .target,
      "transport_socket_matches": .upstreamTLS, "transport_socket_matcher": .upstreamTLS,
    ],
    "envoy.config.cluster.v3.Cluster.CommonLbConfig": [
      "locality_weighted_lb_config": .target, "zone_aware_lb_config": .target, "override_host_status": .target,
    ],
  ]
}
