import EpicBase

extension Schema {
  static let upstreamFields: [FieldSchema] = healthFields + connectionFields + memberFields

  private static let timing =
    " [every <interval:duration>] [timeout <timeout:duration>] [healthy after <healthyAfter:integer>]"
    + " [unhealthy after <unhealthyAfter:integer>]"

  private static let timingBounds: [SlotBounds] = [
    .time(.interval), .time(.timeout), .count(.healthyAfter, 1...100), .count(.unhealthyAfter, 1...100),
  ]

  private static let feed = "feed <name:name> max <count:integer> within <prefixes:prefix>,…"

  private static let feedBounds: [SlotBounds] = [.count(.count, 1...Int64(Limits.feedEndpoints))]

  private static let healthFields: [FieldSchema] = [
    FieldSchema(
      .healthHTTP, .upstream,
      "health http <method:method> <path:path> [host <hosts:host-name>] [status <statuses:status>]" + timing,
      group: .healthHTTP, bounds: timingBounds,
      doc: "Endpoints are asked over HTTP, in the version that requests use.",
      example: "health http GET /healthz host shop.example.com every 5s timeout 1s healthy after 2 unhealthy after 3"),
    FieldSchema(
      .healthTCP, .upstream, "health tcp" + timing, group: .healthHTTP, bounds: timingBounds,
      doc: "Endpoints are connected to.",
      example: "health tcp every 2s"),
    FieldSchema(
      .healthGRPC, .upstream, "health grpc [service <name:text>]" + timing, group: .healthHTTP, bounds: timingBounds,
      doc: "Endpoints are asked by the gRPC health protocol, about a service or the whole server; needs `protocol h2`.",
      example: "health grpc service \"acme.cart.v1.Cart\" every 5s"),
    FieldSchema(
      .spill, .upstream, "spill to next tier below <percentage:percentage> healthy",
      bounds: [.share(.percentage, 1...100)], doc: "A tier with a smaller healthy share passes the rest to the next.",
      example: "spill to next tier below 70% healthy"),
    FieldSchema(
      .panic, .upstream, "panic never", doc: "Unhealthy endpoints never take requests.", example: "panic never"),
  ]

  private static let connectionFields: [FieldSchema] = [
    FieldSchema(
      .balance, .upstream,
      "balance (<value:word round-robin|least-request|random>"
        + " | <value:word ring-hash|maglev> by (<by:word header|query> <name:header-name>"
        + " | <by:word cookie> <name:header-name> [lifetime <lifetime:duration>] | <by:word client>))",
      bounds: [.time(.lifetime, 1000...31_536_000_000)],
      doc:
        "How an endpoint is chosen; round-robin unless written. `ring-hash` and `maglev` send what has one key to one"
        + " endpoint; with `lifetime` the edge gives the cookie to whoever has none.",
      example: "balance ring-hash by cookie session lifetime 1h"),
    FieldSchema(
      .slowStart, .upstream, "slow start <timeout:duration>", bounds: [.time(.timeout)],
      doc:
        "How long an endpoint that just came takes less than its share, more each second; with `balance round-robin`"
        + " and `least-request`.",
      example: "slow start 30s"),
    FieldSchema(
      .eject, .upstream,
      "eject after <count:integer> failures [every <interval:duration>] [for <duration:duration>]"
        + " [at most <percentage:percentage>]",
      bounds: [.count(.count, 1...1000), .time(.interval), .time(.duration), .share(.percentage, 1...100)],
      doc:
        "An endpoint that failed so often in a row, by 5xx or its connection, takes nothing for a while: the nth time"
        + " n times as long.",
      example: "eject after 5 failures every 10s for 30s at most 50%"),
    FieldSchema(
      .timeoutConnect, .upstream, "timeout connect <timeout:duration>", bounds: [.time(.timeout)],
      doc: "Longest wait for a connection.",
      example: "timeout connect 500ms"),
    FieldSchema(
      .maxConnections, .upstream, "max connections <value:integer>", bounds: [.count(.value, 1...Int64(UInt32.max))],
      doc: "Most connections of one Envoy.",
      example: "max connections 200"),
    FieldSchema(
      .maxRequests, .upstream, "max requests <value:integer>", bounds: [.count(.value, 1...Int64(UInt32.max))],
      doc: "Most requests that one Envoy has under way; beyond them the answer is 503.",
      example: "max requests 1000"),
    FieldSchema(
      .maxPending, .upstream, "max pending <value:integer>", bounds: [.count(.value, 1...Int64(UInt32.max))],
      doc: "Most requests that wait for a connection in one Envoy; beyond them the answer is 503.",
      example: "max pending 100"),
    FieldSchema(
      .maxRetries, .upstream, "max retries <value:integer>", group: .maxRetries,
      bounds: [.count(.value, 1...Int64(UInt32.max))],
      doc: "Most retries that one Envoy has under way; beyond them nothing is retried.",
      example: "max retries 50"),
    FieldSchema(
      .retryBudget, .upstream, "retry budget <percentage:percentage>", group: .maxRetries,
      bounds: [.share(.percentage, 1...100)],
      doc: "Most retries that one Envoy has under way, as a part of the requests under way; three are always allowed.",
      example: "retry budget 20%"),
    FieldSchema(
      .tlsSNI, .upstream,
      "tls sni <name:host-name> [verify secret <secret:secret>] [certificate (secret <key:secret> |"
        + " <certificates:ref certificate>)]",
      doc:
        "TLS to the endpoints; without `verify` the system's authorities are trusted. `certificate` is what the edge shows"
        + " to endpoints that ask who connects: one that the workspace declares, or `tls.crt` and `tls.key` of a secret.",
      example: "tls sni pay.legacy.example verify secret ca/legacy"),
    FieldSchema(
      .proxyHeader, .upstream, "proxy-protocol <value:word v1|v2>",
      doc:
        "Each connection to an endpoint begins with a PROXY header that names the client; connections are not shared by"
        + " clients.",
      example: "proxy-protocol v2"),
    FieldSchema(
      .protocol, .upstream, "protocol <value:word h1|h2>",
      doc: "HTTP version spoken to the endpoints; h1 unless written.",
      example: "protocol h2"),
    FieldSchema(
      .tier, .upstream, "tier <key:integer>", .keyed(.key), body: .tier,
      bounds: [.count(.key, 1...Int64(Limits.upstreamPriorities))],
      doc: "Members of one priority; tiers are numbered from 1.",
      example: "tier 1 { cdn fastly-main }"),
    FieldSchema(
      .endpoint, .upstream, "endpoint <endpoints:endpoint>,…", isList: true,
      doc: "Addresses and names with their ports: an upstream of one tier.",
      example: "endpoint 192.0.2.80:8443, 192.0.2.81:8443"),
    FieldSchema(
      .feed, .upstream, feed, bounds: feedBounds,
      doc: "Addresses that come through REST at run time: an upstream of one tier. The name is the tenant's alone.",
      example: "feed partner-api max 200 within 203.0.113.0/24"),
  ]

  private static let memberFields: [FieldSchema] =
    members(in: .tier) + members(in: .nearest) + [
      FieldSchema(
        .nearest, .tier, "nearest", body: .nearest, doc: "The member nearest to the serving site first.",
        example: "nearest { kubernetes eu-1 service shop/search:http; kubernetes us-1 service shop/search:http }"),
      FieldSchema(
        .byPods, .tier, "by pods", doc: "Members weigh as many requests as they have ready pods.", example: "by pods"),
    ]

  private static func members(in context: FieldContext) -> [FieldSchema] {
    [
      FieldSchema(
        .kubernetes, context, "kubernetes <cluster:ref kubernetes> service <service:service>", .many,
        doc: "Ready pods of a Service.", example: "kubernetes eu-1 service shop/cart:http"),
      FieldSchema(
        .cdn, context, "cdn <cdn:ref cdn> [path-prefix <pathPrefix:path>]", .many, doc: "A CDN.",
        example: "cdn fastly-main path-prefix /fallback"),
      FieldSchema(
        .endpoint, context, "endpoint <endpoints:endpoint>,…", .many, doc: "Addresses and names with their ports.",
        example: "endpoint 192.0.2.90:8080"),
      FieldSchema(
        .feed, context, feed, .many, bounds: feedBounds,
        doc: "Addresses that come through REST at run time. The name is the tenant's alone.",
        example: "feed partner-api max 200 within 203.0.113.0/24"),
    ]
  }
}
