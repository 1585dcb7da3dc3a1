import EpicBase

/// What a template of an ingress demands of a field that routes can say, too: `final` and `limit`. The ingress's own
/// fields are checked against it where they are said; routes are declared apart from the ingresses that use them.
package struct TemplateRule: Hashable, Sendable {
  /// A field of a `RoutePolicy`.
  package enum Field: Hashable, Sendable {
    case requestTimeout
    case idleTimeout
    case retry
    case rewritePath
    case rewriteHost
    case maximumBody
    /// The header's name, lower case.
    case requestHeader(String)
    case responseHeader(String)
  }
  package enum Bound: UInt8, Hashable, Sendable {
    case below
    case atMost
    case above
    case atLeast
  }
  package enum Demand: Hashable, Sendable {
    /// What the ingress says holds on every route.
    case final
    /// A bound of a timeout, in milliseconds, of the number of retries, or of a body, in bytes.
    case limit(Bound, UInt64)
  }
  package var field: Field
  package var demand: Demand
  /// The template's statement.
  package var origin: Origin

  package init(field: Field, demand: Demand, origin: Origin) {
    self.field = field
    self.demand = demand
    self.origin = origin
  }
}

extension TemplateRule.Field: CustomStringConvertible {
  /// As it is written: `response-header server`.
  package var description: String {
    switch self {
    case .requestTimeout: "timeout request"
    case .idleTimeout: "timeout idle"
    case .retry: "retry"
    case .rewritePath: "rewrite path"
    case .rewriteHost: "rewrite host"
    case .maximumBody: "max body"
    case .requestHeader(let name): "request-header \(name)"
    case .responseHeader(let name): "response-header \(name)"
    }
  }
}

extension TemplateRule.Bound {
  /// The operator.
  package var spelling: String {
    switch self {
    case .below: "<"
    case .atMost: "<="
    case .above: ">"
    case .atLeast: ">="
    }
  }

  package func holds(_ value: UInt64, _ bound: UInt64) -> Bool {
    switch self {
    case .below: value < bound
    case .atMost: value <= bound
    case .above: value > bound
    case .atLeast: value >= bound
    }
  }
}

extension TemplateRule {
  /// A value of the field, or a bound, as people write it.
  package func text(of value: UInt64) -> String {
    switch field {
    case .retry: "\(value)"
    case .maximumBody: ByteSize(bytes: value).description
    default: TimeSpan(milliseconds: value).description
    }
  }
}
