import EpicBase

extension Schema {
  /// Fields of `workspace.epic` itself.
  static let workspaceFields: [FieldSchema] = [
    FieldSchema(
      .edition, .workspaceFile, "edition <value:integer>", .required,
      doc: "The edition of the language that the workspace is written in.", example: "edition 2026"),
    FieldSchema(
      .workspace, .workspaceFile, "workspace <name:name>", .required, doc: "The workspace's name.",
      example: "workspace storefront"),
    FieldSchema(
      .dependency, .workspaceFile, "dependency <packages:package> sha256 <data:text>", .keyed(.packages),
      doc: "A folder that comes from elsewhere: the packages in it offer templates and constants, and their sources are"
        + " exactly those of the digest.",
      example: "dependency vendor.kit sha256 \"\(String(repeating: "0", count: 64))\""),
  ]

  static let tenantFields: [FieldSchema] = [
    FieldSchema(
      .package, .tenant, "package <packages:package>,…", .required,
      doc: "The folders whose declarations belong to the tenant.", example: "package acme"),
    FieldSchema(
      .ownsHost, .tenant, "owns host <hosts:host>,…", .many,
      doc: "Hosts that the tenant may serve, publish and have certificates for.",
      example: "owns host shop.example.com, **.shop.example.com"),
    FieldSchema(
      .ownsPrefix, .tenant, "owns prefix <prefixes:prefix>,…", .many,
      doc: "Prefixes that the tenant may make pools of.", example: "owns prefix 2001:db8:50::/48"),
    FieldSchema(
      .mayUseNative, .tenant, "may use native envoy", .once, doc: "The tenant may write native Envoy configuration.",
      example: "may use native envoy"),
    FieldSchema(
      .mayUse, .tenant,
      "may use (pool <declarations:ref pool>,… [quota <quota:integer> addresses]"
        + " | kubernetes <declarations:ref kubernetes>,… [namespaces <namespaces:name>,…]"
        + " | cdn <declarations:ref cdn>,… | zone <declarations:ref zone>,… | issuer <declarations:ref issuer>,…"
        + " | engine <declarations:ref engine>,… | site <declarations:ref site>,…)",
      .many, bounds: [.count(.quota, 0...1 << 24)], doc: "What of the platform's the tenant may name, one kind a line.",
      example: "may use pool anycast4 quota 8 addresses"),
    FieldSchema(
      .mayReach, .tenant, "may reach <reach:reach>,…", .many,
      doc: "Addresses and names that Envoy may connect to for the tenant.",
      example: "may reach 192.0.2.80..192.0.2.95, id.acme.example"),
    FieldSchema(
      .limits, .tenant,
      "limits (ingresses <ingresses:integer> | routes <routes:integer> | upstreams <upstreams:integer>"
        + " | traffic <traffic:rate> | statistics <statistics:integer>),…",
      .once,
      bounds: [
        .count(.ingresses, 0...1_000_000), .count(.routes, 0...10_000_000), .count(.upstreams, 0...1_000_000),
        .rate(.traffic, 1...1_000_000_000), .count(.statistics, 0...100_000_000),
      ],
      doc: "How much the tenant may declare; `statistics` are series of Prometheus on one node. `traffic` is recorded,"
        + " and not enforced by Envoy yet.",
      example: "limits ingresses 20, routes 2000, upstreams 500, traffic 50000/s, statistics 100000"),
    FieldSchema(
      .delegateHost, .tenant, "delegate host <hosts:host>,… to <tenant:ref tenant>", .many,
      doc: "Gives hosts of this tenant to another.", example: "delegate host **.dev.shop.example.com to acme-dev"),
  ]

  static let siteFields: [FieldSchema] = [
    FieldSchema(
      .at, .site, "at <latitude:decimal> , <longitude:decimal> [country <country:country>]", .required,
      bounds: [.degrees(.latitude, 90), .degrees(.longitude, 180)], doc: "Where the site is, in degrees (WGS 84).",
      example: "at 50.11, 8.68 country DE"),
    FieldSchema(
      .node, .site, "node <name:name>", .keyed(.name), body: .node, doc: "One edge machine.",
      example: "node fra-1 { address 192.0.2.11, 2001:db8:1::11; capacity 40Gbps }"),
    FieldSchema(
      .address, .node, "address <addresses:address>,…", .required, isList: true, doc: "The machine's own addresses.",
      example: "address 192.0.2.11, 2001:db8:1::11"),
    FieldSchema(
      .capacity, .node, "capacity <value:bandwidth>", bounds: [.bandwidth(.value, 1000...1_000_000_000_000_000)],
      doc: "What the machine's links carry.",
      example: "capacity 40Gbps"),
    FieldSchema(
      .bgp, .site, "bgp as <asNumber:as-number>", body: .bgp, bounds: [.asNumber(.asNumber)],
      doc: "The site's BGP speaker.",
      example: "bgp as AS64512 { peer tor-a { address 192.0.2.1; as AS64496 } }"),
    FieldSchema(
      .peer, .bgp, "peer <name:name>", .keyed(.name), body: .peer, doc: "A neighbour of the site's nodes.",
      example: "peer tor-a { address 192.0.2.1; as AS64496 }"),
    FieldSchema(
      .address, .peer, "address <value:address>", .required, doc: "The neighbour's address.",
      example: "address 192.0.2.1"),
    FieldSchema(
      .asNumber, .peer, "as <asNumber:as-number>", .required, bounds: [.asNumber(.asNumber)],
      doc: "The neighbour's AS number.", example: "as AS64496"),
    FieldSchema(
      .bfd, .peer, "bfd <interval:duration> x <multiplier:integer>",
      bounds: [.time(.interval, Limits.detectionMilliseconds), .count(.multiplier, 1...255)],
      doc: "Bidirectional forwarding detection (RFC 5880): interval and multiplier.", example: "bfd 50ms x 3"),
    FieldSchema(
      .maxPrefix, .peer, "max-prefix <value:integer>", bounds: [.count(.value, 1...Int64(UInt32.max))],
      doc: "Most prefixes that the neighbour takes.",
      example: "max-prefix 200"),
    FieldSchema(
      .accepts, .peer, "accepts host-routes", doc: "The neighbour takes /32 and /128.",
      example: "accepts host-routes"),
    FieldSchema(
      .password, .peer, "password secret <secret:secret>", doc: "TCP MD5 password (RFC 2385).",
      example: "password secret bgp/tor-a"),
  ]

  static let platformFields: [FieldSchema] = poolAndZoneFields + cloudFields + certificateFields

  private static let poolAndZoneFields: [FieldSchema] = [
    FieldSchema(
      .range, .pool, "range <prefixes:range>,…", .required, isList: true, doc: "The pool's addresses, of one family.",
      example: "range 198.51.100.0/24"),
    FieldSchema(
      .reserve, .pool, "reserve <prefixes:range>,…", .many, doc: "Addresses that are never handed out.",
      example: "reserve 198.51.100.0..198.51.100.15"),
    FieldSchema(
      .announce, .pool,
      "announce bgp as <asNumber:as-number> [community <communities:community>,…]"
        + " [prefix (<form:word each-address> | <prefix:prefix>)]",
      bounds: [.asNumber(.asNumber)], doc: "How the pool's addresses are announced.",
      example: "announce bgp as AS64512 community 64512:120 prefix each-address"),
    FieldSchema(
      .sites, .pool, "sites (<form:word all> | <sites:ref site>,…)", .required,
      doc: "Sites that serve the pool's addresses.", example: "sites all"),
    FieldSchema(
      .name, .zone, "name <name:host-name>", .required, doc: "The zone's domain name.", example: "name example.com"),
    FieldSchema(
      .server, .zone, "server <servers:server>,…", .required, doc: "Primary servers; port 53 unless written.",
      example: "server 192.0.2.53"),
    FieldSchema(
      .key, .zone, "key secret <secret:secret>", doc: "TSIG key (RFC 8945).", example: "key secret tsig/acme"),
    FieldSchema(
      .ttl, .zone, "ttl <value:duration>", bounds: [.time(.value, Limits.recordMilliseconds)],
      doc: "Time to live of published records; 60s unless written.",
      example: "ttl 60s"),
    FieldSchema(
      .geoFile, .zone, "geo file",
      doc:
        "The zone's server answers by place: it is Knot with `mod-geoip` and reads the release's `geo.conf`, which its"
        + " operator installs.", example: "geo file"),
  ]

  private static let cloudFields: [FieldSchema] = [
    FieldSchema(
      .at, .kubernetes, "at <latitude:decimal> , <longitude:decimal>",
      bounds: [.degrees(.latitude, 90), .degrees(.longitude, 180)], doc: "Where the cluster is, in degrees.",
      example: "at 50.1, 8.7"),
    FieldSchema(
      .pods, .kubernetes, "pods <prefixes:prefix>,…", .required, doc: "Prefixes that hold every pod's address.",
      example: "pods 10.244.0.0/16, 2001:db8:244::/56"),
    FieldSchema(
      .tunnel, .kubernetes, "tunnel true-ingress", body: .tunnel, doc: "Packets reach pods through True Ingress.",
      example: "tunnel true-ingress { port 6080 }"),
    FieldSchema(
      .port, .tunnel, "port <port:port>", doc: "UDP port of the encapsulation; 6080 unless written.",
      example: "port 6080"),
    FieldSchema(
      .access, .kubernetes, "access secret <secret:secret>", doc: "Credentials for the cluster's API.",
      example: "access secret kubeconfig/eu-1"),
    FieldSchema(
      .host, .cdn, "host <value:host-name>", .required, doc: "The CDN's name, resolved and sent as Host.",
      example: "host acme.map.fastly.example"),
    FieldSchema(
      .tlsSNI, .cdn, "tls sni <name:host-name> [verify secret <secret:secret>]",
      doc: "TLS to the CDN; without `verify` the system's authorities are trusted.",
      example: "tls sni acme.map.fastly.example verify secret ca/cdn"),
    FieldSchema(
      .addresses, .cdn, "addresses dns", doc: "The CDN's addresses come from DNS.", example: "addresses dns"),
    FieldSchema(
      .port, .cdn, "port <port:port>", doc: "Port; 443 with TLS and 80 without unless written.", example: "port 443"),
    FieldSchema(
      .database, .geo, "database <data:data>", .required, doc: "A MaxMind-format database.",
      example: "database data \"geo.mmdb\" sha256 \"…\""),
    FieldSchema(
      .refresh, .geo, "refresh from file", doc: "Nodes take a newer file as it appears.", example: "refresh from file"),
    FieldSchema(
      .envoy, .engine, "envoy <value:version>", .required, doc: "The Envoy release.", example: "envoy 1.40"),
    FieldSchema(
      .image, .engine, "image <value:text>", doc: "The build as an OCI reference by digest.",
      example: "image \"registry.example/envoy@sha256:…\""),
  ]

  private static let certificateFields: [FieldSchema] = [
    FieldSchema(
      .localCA, .issuer, "local-ca secret <secret:secret>", group: .localCA, doc: "A CA whose key is in the secret.",
      example: "local-ca secret ca/internal"),
    FieldSchema(
      .acme, .issuer, "acme <url:url>", group: .localCA, doc: "An ACME server (RFC 8555).",
      example: "acme https://acme.example/directory"),
    FieldSchema(
      .challenge, .issuer, "challenge dns in <zone:ref zone>", doc: "ACME challenges are answered in this zone.",
      example: "challenge dns in example-com"),
    FieldSchema(
      .names, .certificate, "names <hosts:host>,…", .required, isList: true, doc: "The certificate's names.",
      example: "names shop.example.com, *.shop.example.com"),
    FieldSchema(
      .issuer, .certificate, "issuer <issuer:ref issuer>", .required, doc: "Who signs the certificate.",
      example: "issuer public"),
    FieldSchema(
      .renew, .certificate, "renew <value:duration> before",
      bounds: [.time(.value)], doc: "How long before its end it is renewed; 30d unless written.",
      example: "renew 30d before"),
  ]
}
