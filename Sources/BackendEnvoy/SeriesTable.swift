import EpicIR

/// How many series of Prometheus one thing makes, measured on Envoy 1.40 with the `stats_config` of `StatisticsConfiguration`
/// (`/stats?format=prometheus` after requests of each kind; `Tests/Envoy/statistics.py` holds the sums against the real
/// Envoy). A counter and a gauge are one series each.
struct SeriesCost: Hashable, Sendable {
  var numbers = 0
  var histograms = 0

  var series: Int { numbers + histograms * StatisticsConfiguration.seriesOfHistogram }

  static func + (left: SeriesCost, right: SeriesCost) -> SeriesCost {
    SeriesCost(numbers: left.numbers + right.numbers, histograms: left.histograms + right.histograms)
  }

  static func += (left: inout SeriesCost, right: SeriesCost) { left = left + right }
}

extension SeriesCost {
  // MARK: Clusters

  /// What each has: connections, requests, membership, circuit breakers; times of connecting and lengths of connections.
  static let cluster = SeriesCost(numbers: 75, histograms: 2)
  /// Endpoints from a file: `update_time`, `update_rejected`, `init_fetch_timeout`.
  static let endpointFile = SeriesCost(numbers: 3)
  /// Once it answered requests: classes of statuses 1xx to 5xx, and times.
  static let answers = SeriesCost(numbers: 5, histograms: 1)
  /// Once it is connected to: what the codec counts.
  static let http1 = SeriesCost(numbers: 4)
  static let http2 = SeriesCost(numbers: 29)
  /// Once a request is asked again: `retry.upstream_rq_…`.
  static let retries = SeriesCost(numbers: 6)
  /// `ssl`, the socket factory, and once handshakes were made: 2 versions, 9 ciphers, 4 curves.
  static let tls = SeriesCost(numbers: 11 + 2 + 9 + 4)
  /// `expiration_unix_time_seconds`.
  static let certificate = SeriesCost(numbers: 1)
  static let healthCheck = SeriesCost(numbers: 8)
  static let ejection = SeriesCost(numbers: 21)
  /// The filters of an attempt.
  static let attemptFilters = SeriesCost(numbers: 2)
  static let proxyHeader = SeriesCost(numbers: 1)
  /// Sessions of the UDP proxy.
  static let sessions = SeriesCost(numbers: 8)
  /// What `ext_authz` decided of requests to the cluster.
  static let decisions = SeriesCost(numbers: 5)

  // MARK: Listeners

  /// Connections; how long they lived.
  static let listener = SeriesCost(numbers: 12, histograms: 1)
  /// Classes of statuses, and `downstream_rq_completed`.
  static let listenerAnswers = SeriesCost(numbers: 6)
  static let datagrams = SeriesCost(numbers: 1)
  /// QUIC: packets, buffers, the socket factory and `ssl`.
  static let quic = SeriesCost(numbers: 17)

  // MARK: Ingresses

  /// The connection manager and the router, which all ports share; times of requests, lengths of connections.
  static let connectionManager = SeriesCost(numbers: 71, histograms: 2)
  /// The subscription of one port's routes.
  static let routeFile = SeriesCost(numbers: 10)
  /// Filters that are in the chain for whatever it does.
  static let delegation = SeriesCost(numbers: 2)
  static let basicAuthentication = SeriesCost(numbers: 2)
  static let keyAuthentication = SeriesCost(numbers: 4)
  static let signIn = SeriesCost(numbers: 12)
  static let crossOrigin = SeriesCost(numbers: 2)
  static let forgery = SeriesCost(numbers: 3)
  static let externalAuthorization = SeriesCost(numbers: 13)
  static let tokens = SeriesCost(numbers: 7)
  /// One encoding.
  static let compressor = SeriesCost(numbers: 17)
  /// One filter that holds requests against limits.
  static let rateLimit = SeriesCost(numbers: 5)
  static let tcpProxy = SeriesCost(numbers: 16)
  static let udpProxy = SeriesCost(numbers: 11)
  /// Attempts, retries, timeouts and classes of statuses of one route.
  static let route = SeriesCost(numbers: 7 + 5)
  static let latency = SeriesCost(histograms: 1)

  /// The subscription of one secret.
  static let secret = SeriesCost(numbers: 8)
}
