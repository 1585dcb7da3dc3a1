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
///     early headers         remove x-epic-*, x-envoy-*, and    always                               before the first route is chosen,
///                           what tells a request's way; then                                        and over whatever a client sent
///                           set country, asn, tls, path, queries
///     HTTP  1               cors (epic.cors)                   `cors`                               preflights carry no token
///     HTTP  2               csrf (epic.csrf)                   `csrf refused`                       costs nothing, and asks nobody
///     HTTP  3               geoip                              `trust proxies`, and an arm asks     in place of network 1: the client
///                                                              country or asn                       is known with the request
///     HTTP  4               set_filter_state (epic.client)     `trust proxies`, and an arm asks     in place of network 2; recomputes
///                                                              client or place                      the route
///     HTTP  5               header_to_metadata                 a rate limit is keyed by a cookie    descriptors know no cookies
///     HTTP  6               local_ratelimit (epic.limits)      the ingress has a `rate-limit`       in front of what costs
///     HTTP  7               grpc_web, set_filter_state         `grpc-web allowed`                   a request of gRPC from here on;
///                           (epic.grpc-web)                                                         recomputes the route
///     HTTP  8               oauth2                             `auth oidc`                          in front of what it gives tokens
///     HTTP  9               basic_auth (epic.basic)            `auth basic`                         401 before any route
///     HTTP 10               set_filter_state (epic.api-key),   `auth api-key`                       401 before any route
///                           rbac (epic.api-key.check)
///     HTTP 11               jwt_authn                          `auth jwt`                           401 before any route; claims
///                                                                                                   recompute the route
///     HTTP 12               local_ratelimit (epic.limits.token) one of them is by `jwt.sub`         behind jwt_authn
///     HTTP 13               header_to_metadata                 a cohort is keyed by a cookie        formatters know no cookies
///     HTTP 14               set_filter_state (epic.cohort-keys) an arm asks a cohort                behind jwt_authn: keys are claims
///     HTTP 15               one match per cohort (epic.cohort.*)                                    marks and recomputes the route
///     HTTP 16               json_to_metadata (epic.body)       an arm asks the body                 behind all that chooses an arm
///                                                                                                   without it; recomputes the route
///     HTTP 17               cors (epic.cors), again            `cors`, and a filter may have the    the first one looked at a route
///                                                              route chosen anew                    that may have answered itself
///     HTTP 18               ext_authz                          `auth external`                      behind all that chooses an arm:
///                                                                                                   no arm asks what it adds
///     HTTP 19               local_ratelimit (epic.limits.arm)  an arm has a `rate-limit`            the arm is known
///     HTTP 20               cdn_loop                           an arm leads to a CDN                behind all that chooses an arm,
///                                                                                                   which may ask the header
///     HTTP 21               body_size_limit (epic.body-size)   `max body`                           the arm is known; counts, and
///                                                                                                   holds nothing
///     HTTP 22               compressor (epic.compress.*)       `compress`                           the arm is known; sees answers
///                                                                                                   first, as they come
///     HTTP  last            router                             always
///     upstream 1            header_mutation                    a tier is a CDN                      the attempt's tier is known now
///     upstream 2            lua (epic.tier)                                                         host and path of that tier
///     upstream last         upstream_codec
///
/// Filters of hatches stand among them, at the places of `FilterAnchor`.
///
/// What decides between arms stands in the route configuration, which changes without draining a connection. The chain
/// changes only when an ingress begins or ceases to need a filter, and then only its own connections drain.
enum FilterOrder {}
