package import EpicBase
package import EpicIR

/// A tenant and what it is granted.
package struct EvaluatedTenant: Sendable {
  package var name: String
  package var declaration: DeclarationID
  /// Dotted paths; the tenant owns each package and those below it.
  package var packages: [String] = []
  package var hosts: [Granted<HostPattern>] = []
  package var prefixes: [Granted<IPPrefix>] = []
  package var uses: [UseGrant] = []
  /// The `may use native envoy` line.
  package var native: SourceSpan?
  package var reachedRanges: [Granted<IPRange>] = []
  package var reachedHosts: [Granted<HostPattern>] = []
  package var limits = TenantLimits()
  package var delegations: [Delegation] = []
  /// The `package` line.
  package var packageSpan: SourceSpan?
  /// Grants that were said wrongly, which was reported.
  package var broken: Set<FieldName> = []
  /// Whether something was said that could not be understood, which was reported.
  package var isUnclear = false
  package var origin: Origin

  package init(name: String, declaration: DeclarationID, origin: Origin) {
    self.name = name
    self.declaration = declaration
    self.origin = origin
  }

  /// Whether a grant that is not there may have been said wrongly.
  package func mayLack(_ name: FieldName) -> Bool { isUnclear || broken.contains(name) }
}

/// A granted value and the line that grants it.
package struct Granted<Value: Sendable>: Sendable {
  package var value: Value
  package var span: SourceSpan

  package init(value: Value, span: SourceSpan) {
    self.value = value
    self.span = span
  }
}

/// `may use KIND NAME`.
package struct UseGrant: Sendable {
  package var declaration: DeclarationID
  /// The name as the tenant sees it.
  package var name: Symbol
  /// `quota 8 addresses`, of pools.
  package var quota: UInt64?
  /// `namespaces a, b`, of clusters; empty means all.
  package var namespaces: [String]
  /// The grant's line.
  package var span: SourceSpan

  package init(declaration: DeclarationID, name: Symbol, quota: UInt64?, namespaces: [String], span: SourceSpan) {
    self.declaration = declaration
    self.name = name
    self.quota = quota
    self.namespaces = namespaces
    self.span = span
  }
}

/// `limits …`: how much a tenant may declare. Nil means no limit.
package struct TenantLimits: Sendable {
  package var ingresses: UInt64?
  package var routes: UInt64?
  package var upstreams: UInt64?
  package var traffic: Rate?
  package var statistics: StatisticsBudget?
  package var span: SourceSpan?

  package init() {}
}

/// `delegate host PATTERN to TENANT`.
package struct Delegation: Sendable {
  package var host: HostPattern
  package var tenant: DeclarationID
  package var span: SourceSpan

  package init(host: HostPattern, tenant: DeclarationID, span: SourceSpan) {
    self.host = host
    self.tenant = tenant
    self.span = span
  }
}
