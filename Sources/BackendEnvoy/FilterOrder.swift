/// The order in which a request passes what is emitted. Each row is one file of this target.
///
///     where                 filter                             in the chain if                      why here
///     --------------------  ---------------------------------  -----------------------------------  -------------------------------
///     listener              tls_inspector                      TLS                                  no server name without it
///     listener              filter_chain_matcher               `listen tls` and `listen tcp` with   the arms in their order; a chain
///                                                              routes                               for each
///     listener              udp_proxy                          `listen udp`                         its matcher is the arms
///     network  only         tcp_proxy, direct_response         in those chains                      `close` answers nothing
///     network  1            envoy.filters.network.geoip        an arm asks country or asn           per connection: no header can
///                                                                                                   set what it finds
///     network  2            set_filter_state (epic.client)     an arm asks client                   the peer's address, for prefixes
///     network  3            http_connection_manager            always
///     early headers         remove x-epic-*, then set country, always                               before the first route is chosen,
///                           asn, path and query parameters                                          and over whatever a client sent
///     HTTP  1               jwt_authn                          `auth jwt`                           401 before any route; claims
///                                                                                                   recompute the route
///     HTTP  2               header_to_metadata                 a cohort is keyed by a cookie        formatters know no cookies
///     HTTP  3               set_filter_state (epic.cohort-keys) an arm asks a cohort                behind jwt_authn: keys are claims
///     HTTP  4               one match per cohort (epic.cohort.*)                                    marks and recomputes the route
///     HTTP  last            router                             always
///     upstream 1            header_mutation                    a tier is a CDN                      the attempt's tier is known now
///     upstream 2            lua (epic.tier)                                                         host and path of that tier
///     upstream last         upstream_codec
///
/// What decides between arms stands in the route configuration, which changes without draining a connection. The chain
/// changes only when an ingress begins or ceases to need a filter, and then only its own connections drain.
enum FilterOrder {}
