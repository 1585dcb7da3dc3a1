/// `stats_config` of every bootstrap (`envoy.config.metrics.v3.StatsConfig`). It is a constant: a bootstrap that changes
/// restarts Envoy, and what a tenant writes must not.
///
/// - `stats_tags` cut the labels `tenant`, `ingress`, `upstream`, `tier`, `port`, `route`, `limit`, `secret`, `certificate`
///   and `tls` out of the names that `StatisticsName` gives. Envoy's own patterns are off: they take a name apart at its
///   first dot, which identities hold. Each pattern begins with a root, by which Envoy asks only the names that have it.
/// - `stats_matcher` leaves out what is zero whatever happens (no zones, subsets, priority, redirects inside Envoy, HTTP/3
///   towards upstreams), what is a sum's part (workers, the addresses of a request's origin), and what whoever asks or
///   answers could make many of (status codes, which the classes remain of; methods of gRPC).
/// - `histogram_bucket_settings`: a histogram is a series for each bound, one for what is longer, sum and count.
enum StatisticsConfiguration {
  /// Bounds of a histogram's buckets, in milliseconds.
  static let buckets = 12
  /// Series of one histogram.
  static let seriesOfHistogram = buckets + 3

  static let json: StaticString =
    #"""
    {"stats_tags": [
    {"tag_name": "envoy.response_code_class"},
    {"tag_name": "tenant", "regex": "^cluster\\.(([^~]*)~)"},
    {"tag_name": "tenant", "regex": "^http\\.(([^~]*)~)"},
    {"tag_name": "tenant", "regex": "^listener\\.(([^~]*)~)"},
    {"tag_name": "tenant", "regex": "^tcp\\.(([^~]*)~)"},
    {"tag_name": "tenant", "regex": "^udp\\.(([^~]*)~)"},
    {"tag_name": "tenant", "regex": "^vhost\\.(([^~]*)~)"},
    {"tag_name": "tenant", "regex": "^rate_limit\\.(([^~]*)~)"},
    {"tag_name": "tenant", "regex": "^sds\\.(tenants\\.([^.]+)\\.)"},
    {"tag_name": "ingress", "regex": "^cluster\\.[^~]*~(([^~]*)~)(?:jwks|oidc)~"},
    {"tag_name": "ingress", "regex": "^http\\.[^~]*~(([^~]*)~\\.)"},
    {"tag_name": "ingress", "regex": "^listener\\.[^~]*~(([^~]*)~)"},
    {"tag_name": "ingress", "regex": "^tcp\\.[^~]*~(([^~]*)~\\.)"},
    {"tag_name": "ingress", "regex": "^udp\\.[^~]*~(([^~]*)~\\.)"},
    {"tag_name": "ingress", "regex": "^vhost\\.[^~]*~(([^~]*)~\\.)"},
    {"tag_name": "ingress", "regex": "^rate_limit\\.[^~]*~(([^~]*)~)"},
    {"tag_name": "upstream", "regex": "^cluster\\.[^~]*~(([^~]*)~)(?:[0-9]+|all)\\."},
    {"tag_name": "upstream", "regex": "^cluster\\.[^~]*~[^~]*~(((?:jwks|oidc)~[^.]+)\\.)"},
    {"tag_name": "tier", "regex": "^cluster\\.[^~]*~[^~]*~(([0-9]+|all)\\.)"},
    {"tag_name": "port", "regex": "^listener\\.[^~]*~[^~]*~(([^.]+)\\.(?:http\\.[^~]*~[^~]*~\\.)?)"},
    {"tag_name": "port", "regex": "^http\\.[^~]*~[^~]*~\\.rds\\.([^~]*~([0-9]+)\\.)"},
    {"tag_name": "route", "regex": "^vhost\\.[^~]*~[^~]*~\\.route\\.([ct]~(.+)~\\.)[a-z0-9_]+$"},
    {"tag_name": "limit", "regex": "^rate_limit\\.[^~]*~[^~]*~(([a-z]+)\\.)"},
    {"tag_name": "secret", "regex": "^sds\\.(?:tenants\\.[^.]+\\.)?((.+)\\.)[a-z_]+$"},
    {"tag_name": "certificate", "regex": "^cluster\\.[^~]*~[^~]*~[^.]*\\.ssl\\.certificate\\.((.+)\\.)[a-z_]+$"},
    {"tag_name": "certificate", "regex": "^listener\\.[^~]*~[^~]*~[^.]*\\.ssl\\.certificate\\.((.+)\\.)[a-z_]+$"},
    {"tag_name": "tls", "regex": "^cluster\\.[^~]*~[^~]*~[^.]*\\.ssl\\.(?:ciphers|versions|curves)(\\.(.+))$"},
    {"tag_name": "tls", "regex": "^listener\\.[^~]*~[^~]*~[^.]*\\.ssl\\.(?:ciphers|versions|curves)(\\.(.+))$"}
    ], "use_all_default_tags": false, "stats_matcher": {"exclusion_list": {"patterns": [
    {"safe_regex": {"regex": "cluster\\.[^~]*~[^~]*~[^.]*\\.(?:circuit_breakers\\.high\\..*|lb_subsets_.*|lb_zone_.*|lb_local_cluster_not_ok|lb_recalculate_zone_structures|original_dst_host_invalid|assignment_.*|upstream_cx_http3_total|upstream_http3_broken|upstream_cx_connect_with_0_rtt|upstream_rq_0rtt|upstream_internal_redirect_.*|default\\.total_match_count|update_duration|upstream_rq_per_cx|(?:retry\\.)?upstream_rq_(?:[0-9]+|unknown)|ssl\\.(?:ocsp_.*|sigalgs\\..*)|http2\\.(?:cookie_count|cookie_size|header_count|header_list_size)|retry|(?:external|internal|canary|zone|grpc)(?:\\..*)?)"}},
    {"safe_regex": {"regex": "listener\\.[^~]*~[^~]*~[^.]*\\.(?:worker_[0-9]+\\..*|connections_accepted_per_socket_event|pkts_sent_per_batch|(?:network_)?extension_config_missing|ssl\\.(?:ocsp_.*|sigalgs\\..*)|http3\\..*_code_.*)"}},
    {"safe_regex": {"regex": "http\\.[^~]*~[^~]*~\\.(?:passthrough_internal_redirect_.*|rds\\.[^~]*~[0-9]+\\.update_duration)"}},
    {"safe_regex": {"regex": "vhost\\.[^~]*~[^~]*~\\.route\\.(?:.*~|.*\\.upstream_rq_(?:[0-9]+|unknown)|c~.*\\.upstream_rq_time)"}},
    {"safe_regex": {"regex": "sds\\..*\\.update_duration"}},
    {"safe_regex": {"regex": "(?:server|thread_local_cluster_manager)\\.worker_[0-9]+\\..*"}}
    ]}}, "histogram_bucket_settings": [{"match": {"safe_regex": {"regex": ".*"}}, "buckets": [1, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 10000, 60000]}]}
    """#
}
