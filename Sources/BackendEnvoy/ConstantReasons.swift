/// Why the compiler writes what no statement says, by the name of the member; `epic why` shows it for a value that
/// comes from no statement. One phrase each, without a full stop.
enum ConstantReasons {
  static let unknownHost =
    "a request for a host that no ingress of this port answers for is answered with 404, over TLS with 421"
  static let oneLabel =
    "Envoy's `*.` takes labels of any depth, the language's takes one: other hosts are answered with 404 or 421"

  static let dotParameters =
    "a server that takes `;…` away from segments would see another path than routes do: such a request is answered with 400"

  static let text: [String: String] = [
    "@type": "the name of the message in Envoy's API",
    "admin": "the admin interface is a Unix socket that only the owner reaches: it listens on no network",
    "all_addresses_in_single_endpoint":
      "connections to a large service stay when its answer in DNS changes, as it does all the time",
    "allow_connect":
      "over HTTP/2 a tunnel is a CONNECT, and a WebSocket another (RFC 8441), which Envoy makes an upgrade of",
    "alpn_protocols": "HTTP/2 is offered and HTTP/1.1 is taken from every client",
    "alt_stat_name": "statistics say whose they are, and in which tier",
    "append_action": "`set` replaces a header that is there, `append` adds to it",
    "async_fetch": "the listener does not wait for the issuer's keys",
    "cache_duration": "keys of a token issuer are fetched again every five minutes",
    "circuit_breakers":
      "Envoy's own limits (1,024 connections and requests, 3 retries) are an outage waiting for a busy day",
    "choose_first": "of the encodings that a client likes as much, the first one written is taken",
    "clear_route_cache": "routes ask what the filter found, so they are chosen anew",
    "client_sampling": "no header of a client starts a trace",
    "cluster_type": "names are resolved by Envoy; tiers that it cannot hold in one cluster are ordered by another",
    "common_lb_config": "a tier without a healthy endpoint passes everything on; Envoy sends nothing to unhealthy ones",
    "connect_timeout": "the keys of a token issuer are to be had within five seconds, or not",
    "custom_tags": "a query may hold what must lie in no trace",
    "custom_match": "a cohort is a range of the million buckets that a key's hash falls into",
    "decoder_header_mutation_rules": "the service changes the headers that are listed, and nothing else",
    "dns_failure_refresh_rate": "a name that could not be resolved is asked again after a second, then more slowly",
    "dns_lookup_family": "both address families are used",
    "dynamic_resources": "listeners and clusters come from files that the applier replaces",
    "early_header_mutation_extensions": "no header of the compiler's own comes from a client",
    "eds_cluster_config": "endpoints come from a file of their own, so that pods come and go without a new cluster",
    "explicit_http_config": "the protocol that the upstream speaks is written out where it is needed",
    "fast_listener": "the listener does not wait for the issuer's keys",
    "forward": "the upstream sees the token that the client sent",
    "freebind": "the address is announced after the listener is there, and may come and go under it",
    "from_headers": "a token comes in the `authorization` header only (RFC 6750 section 2.1), never in a query",
    "generic_secret": "a key is a secret of its own, so that another drains nothing",
    "healthy_panic_threshold": "a tier without a healthy endpoint passes everything on",
    "host_selection_retry_max_attempts": "a retry goes to another endpoint while there is one",
    "http2_protocol_options": "one client cannot hold the memory of many streams",
    "ignore_health_on_host_removal": "a pod that the cluster calls gone is gone, whatever it still answers",
    "keep_empty_value": "an empty header is sent as it is written",
    "layered_runtime": "Envoy refuses regular expressions of a size that a list of countries reaches",
    "lb_policy": "an aggregate cluster leaves the choice to the clusters in it",
    "listener_filters": "the server name is read before a certificate is chosen",
    "local_reply_config":
      "a bad token is answered with 401, whichever way it is bad; a page that may read answers may read the edge's own",
    "max_pending_requests": "Envoy's own limit is an outage waiting for a busy day",
    "max_requests": "Envoy's own limit is an outage waiting for a busy day",
    "max_retries": "Envoy's own limit is an outage waiting for a busy day",
    "max_connections": "Envoy's own limit is an outage waiting for a busy day; `max connections` sets another",
    "merge_slashes": "every later stage sees one form of a path",
    "metadata": "what an attempt at a CDN changes in the request is known by the endpoint that was chosen",
    "mode": "only the owner may use the admin socket",
    "most_specific_header_mutations_wins": "a route's edit of a header replaces the ingress's",
    "no_traffic_interval": "Envoy asks a cluster without traffic once a minute otherwise: too late for a failover",
    "normalize_path": "every later stage sees one form of a path",
    "omit_empty_values": "an absent value stays absent: a comparison with it is false",
    "pass_through_matcher": "who brings a token signs in nowhere: the token is checked behind it",
    "overall_sampling": "the sampler draws, and nobody else",
    "path_with_escaped_slashes_action": "a path with an escaped slash means different things to different servers",
    "payload_in_metadata": "routes ask claims under the provider's name",
    "principals": "a request with the key of a known client passes",
    "random_sampling": "the sampler draws, and nobody else",
    "rds": "routes come from a file of their own, so that a change of routes drains no connection",
    "request_headers_timeout": "a client that sends its headers slowly holds a connection for ten seconds at most",
    "request_headers_to_remove": "a header of the compiler's own reaches no upstream",
    "resource_api_version": "the version of Envoy's API",
    "respect_dns_ttl": "an answer of DNS holds as long as it says",
    "retry_host_predicate": "a retry goes to another endpoint while there is one",
    "router": "the last filter sends the request to where its route leads",
    "san_type": "the certificate must name the server that was asked for",
    "skip_if_empty": "an absent value stays absent: a comparison with it is false",
    "stat_prefix": "statistics say whose they are",
    "stats_config": "statistics carry labels, and what nobody could bound is not counted",
    "status_on_error": "a service that says nothing is the edge's fault, not the client's",
    "strip_matching_host_port":
      "a host is compared without the listener's port, and a CONNECT request with another, which decides",
    "strip_any_host_port": "a host is compared without its port",
    "strip_trailing_host_dot": "a host is compared without a trailing dot",
    "timeout": "the keys of a token issuer are to be had within five seconds, or not",
    "transport_socket_connect_timeout": "a TLS handshake takes ten seconds at most",
    "typed_extension_protocol_options": "the protocol of the upstream, and the filters of an attempt at it",
    "use_refresh_token": "who signed in stays so as long as the issuer agrees",
    "use_remote_address": "the client's address is the connection's: no header can set it",
    "watched_directory": "Envoy reads the file again when it is replaced",
    "weaken_etag_on_compress": "a compressed answer has other bytes and says the same: its tag is a weak one",
    "xds_matcher": "a request in the cohort is marked, and routes ask the mark",
  ]
}
