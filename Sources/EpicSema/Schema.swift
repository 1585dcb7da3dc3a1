/// A body that fields stand in.
@frozen
package enum FieldContext: UInt8, Hashable, Sendable, CaseIterable {
  case workspaceFile
  case tenant, site, node, bgp, peer, pool, zone, kubernetes, tunnel, cdn, geo, engine, issuer, certificate, ingress
  case jwt, clientCertificate, basic, apiKey, external, oidc, cors, upstream, tier, nearest, respond, split, test
  /// The `{ … }` behind an upstream outcome.
  case arm

  /// The body of a declaration; nil for `routes`, whose body holds arms.
  package init?(_ kind: DeclarationKind) {
    switch kind {
    case .tenant: self = .tenant
    case .site: self = .site
    case .pool: self = .pool
    case .zone: self = .zone
    case .kubernetes: self = .kubernetes
    case .cdn: self = .cdn
    case .geo: self = .geo
    case .engine: self = .engine
    case .issuer: self = .issuer
    case .certificate: self = .certificate
    case .ingress: self = .ingress
    case .upstream: self = .upstream
    case .routes: return nil
    }
  }

  /// How messages name the body: "an `ingress`".
  package var phrase: String {
    switch self {
    case .workspaceFile: "the workspace's root file"
    case .engine, .issuer, .ingress, .upstream: "an `\(self)`"
    case .jwt: "`auth jwt`"
    case .cors: "`cors`"
    case .basic: "`auth basic`"
    case .apiKey: "`auth api-key`"
    case .external: "`auth external`"
    case .oidc: "`auth oidc`"
    case .clientCertificate: "`auth client-certificate`"
    case .arm: "a route's outcome"
    case .respond: "`respond`"
    case .split: "`split`"
    case .bgp: "`bgp`"
    case .nearest: "`nearest`"
    case .test: "a test"
    default: "a `\(self)`"
    }
  }
}

/// How often a field may be said in one body.
package enum Cardinality: Hashable, Sendable {
  /// At most once.
  case once
  /// Exactly once, templates counted.
  case required
  /// Any number of times; every statement adds.
  case many
  /// Once for each value of the slot: `auth jwt main`, `response-header x-a`.
  case keyed(Slot)
}

/// A body whose statements start with the workspace's own names, which no schema lists.
@frozen
package enum FreeBody: UInt8, Hashable, Sendable {
  /// Claims of a token: `sub: "u-17"`.
  case claims
  /// Health of upstreams: `cart tier 1 100%`.
  case health
  /// Shares of upstreams, `95% cart`, or of a tier's members, `eu-1: 60%`.
  case upstreamShares, memberShares

  /// What stands in it, for messages and the reference.
  package var phrase: String {
    switch self {
    case .claims: "claims: `sub: \"u-17\"`"
    case .health: "upstreams, tiers and how much of them is healthy: `cart tier 1 50%`, `cart down`"
    case .upstreamShares: "shares of upstreams: `95% cart`"
    case .memberShares: "members and their shares: `eu-1: 60%`"
    }
  }
}

/// One kind of statement in one body. The schema is data: checking, completion, hover and the reference read it. A
/// class, so that handing one on costs one retain.
package final class FieldSchema: Sendable {
  /// What the field means; unique in its context but for variants of one field (`tls certificate`, `tls sni`).
  package let name: FieldName
  /// The body it stands in.
  package let context: FieldContext
  /// How it is written: words, `<slot:type>`, `[optional]`, `(a | b)`, and `x,…` for a list with commas.
  package let signature: String
  package let cardinality: Cardinality
  /// Fields that exclude one another, and count as one, share a group: the forms of a health check.
  package let group: FieldName?
  /// The body behind the arguments; nil where none may stand.
  package let body: FieldContext?
  /// The body behind the arguments, where it is none of the schema's.
  package let freeBody: FreeBody?
  /// Whether `append`, `prepend`, `remove` and `replace` change it.
  package let isList: Bool
  /// What the daemons accept, of each slot that holds an amount.
  package let bounds: [SlotBounds]
  /// Whether the body holds routes instead of fields; `body` is nil then.
  package let holdsRoutes: Bool
  /// One sentence for hover and reference.
  package let documentation: String
  package let example: String
  /// Whether `->` and a target follow the arguments; the signature says which, behind its own `->`.
  package let leadsSomewhere: Bool
  /// The signature up to a `->`, compiled.
  let pattern: Pattern

  /// The first word.
  package var keyword: String { pattern.keyword }
  /// The words that always follow the keyword and tell fields of one keyword apart.
  package var leadingWords: [String] { pattern.leadingWords }
  /// Keyword and leading words: "timeout request".
  package var title: String { ([keyword] + leadingWords).joined(separator: " ") }

  init(
    _ name: FieldName, _ context: FieldContext, _ signature: String, _ cardinality: Cardinality = .once,
    group: FieldName? = nil, body: FieldContext? = nil, freeBody: FreeBody? = nil, isList: Bool = false,
    bounds: [SlotBounds] = [], holdsRoutes: Bool = false, doc: String, example: String
  ) {
    self.name = name
    self.context = context
    self.signature = signature
    self.cardinality = cardinality
    self.group = group
    self.body = body
    self.freeBody = freeBody
    self.isList = isList
    self.bounds = bounds
    self.holdsRoutes = holdsRoutes
    documentation = doc
    self.example = example
    let arrow = signature.firstRange(of: " -> ")
    leadsSomewhere = arrow != nil
    pattern = Pattern(arrow.map { String(signature[..<$0.lowerBound]) } ?? signature)
  }
}

/// A field of the schema, by its position in `Schema.fields`.
@frozen
package struct FieldSchemaID: Hashable, Sendable {
  package var rawValue: UInt16

  @inlinable
  package init(_ rawValue: UInt16) { self.rawValue = rawValue }
}

/// A kind of declaration.
package struct DeclarationSchema: Sendable {
  package let kind: DeclarationKind
  package let documentation: String
  package let example: String

  init(_ kind: DeclarationKind, doc: String, example: String) {
    self.kind = kind
    documentation = doc
    self.example = example
  }
}

/// Everything that may be declared and said, as data.
package enum Schema {
  /// All fields, grouped by context.
  package static let fields: [FieldSchema] =
    workspaceFields + tenantFields + siteFields + platformFields + ingressFields + upstreamFields + routeFields
    + testFields

  /// The field with the given id.
  package static func field(_ id: FieldSchemaID) -> FieldSchema { fields[Int(id.rawValue)] }

  /// The fields of a body, in the order of the reference.
  package static func fields(in context: FieldContext) -> [FieldSchema] { fields.filter { $0.context == context } }

  /// Fields of which a body needs at least one.
  static let oneOf: [FieldAlternatives] = [
    FieldAlternatives(
      context: .issuer, names: [.localCA, .acme], phrase: "`local-ca` or `acme`", example: "local-ca secret ca/internal"
    ),
    FieldAlternatives(
      context: .jwt, names: [.jwksURL, .jwksData], phrase: "`jwks`", example: "jwks https://id.example/jwks.json"),
    FieldAlternatives(
      context: .upstream, names: [.tier, .endpoint, .feed], phrase: "`tier`, `endpoint` or `feed`",
      example: "tier 1 { kubernetes eu-1 service shop/cart:http }"),
    FieldAlternatives(
      context: .tier, names: [.kubernetes, .cdn, .endpoint, .feed, .nearest], phrase: "a member",
      example: "kubernetes eu-1 service shop/cart:http"),
    FieldAlternatives(
      context: .nearest, names: [.kubernetes, .cdn, .endpoint, .feed], phrase: "members",
      example: "kubernetes eu-1 service shop/search:http"),
    FieldAlternatives(
      context: .ingress, names: [.listenHTTPS, .listenHTTP, .listenTLS, .listenTCP, .listenUDP], phrase: "`listen`",
      example: "listen https 443 tls min 1.2"
    ),
    FieldAlternatives(
      context: .apiKey, names: [.clientKey], phrase: "`key`", example: "key partner secret keys/partner"),
    FieldAlternatives(context: .site, names: [.node], phrase: "`node`", example: "node fra-1 { address 192.0.2.11 }"),
    FieldAlternatives(
      context: .bgp, names: [.peer], phrase: "`peer`", example: "peer tor-a { address 192.0.2.1; as AS64496 }"),
  ]
}

/// Fields of which a body needs at least one.
struct FieldAlternatives: Sendable {
  let context: FieldContext
  let names: [FieldName]
  /// How messages name them.
  let phrase: String
  let example: String
}
