package import EpicBase

/// A row's position in one table of a deployment.
@frozen
@usableFromInline
package struct RowID<Row>: Hashable, Comparable, Sendable {
  @usableFromInline
  package var rawValue: UInt32

  @inlinable
  package init(_ rawValue: UInt32) { self.rawValue = rawValue }

  /// The position as an array index.
  @inlinable
  package var index: Int { Int(rawValue) }

  @inlinable
  package static func < (left: RowID<Row>, right: RowID<Row>) -> Bool { left.rawValue < right.rawValue }
}

extension Array {
  /// The row with the given id. Ids come from the table they index, so they are always in range.
  @inlinable
  package subscript(id: RowID<Element>) -> Element { _read { yield self[id.index] } }
}

/// Who a declaration is: what names of emitted resources are derived from. It never depends on position.
package struct Identity: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The tenant that owns the declaration's package; nil for the platform's.
  package var tenant: String?
  /// Dotted path of the package; empty for the workspace's root.
  package var package: String
  package var name: String
  /// The key of a member of an indexed family, as in `white[alpha]`.
  package var key: String?

  package init(tenant: String? = nil, package: String, name: String, key: String? = nil) {
    self.tenant = tenant
    self.package = package
    self.name = name
    self.key = key
  }

  /// `acme.web/white[alpha]`, unique among the declarations of one kind.
  package var description: String { package.isEmpty ? nameInPackage : "\(package)/\(nameInPackage)" }

  /// `white[alpha]`, as the declaration is called inside its package.
  package var nameInPackage: String { key.map { "\(name)[\($0)]" } ?? name }

  /// The identity as one path segment: `acme.web_white.alpha`. Unique as the description is: a package path has no
  /// underscore before the name's, and names are DNS labels.
  package var fileName: String {
    let base = package.isEmpty ? "_\(name)" : "\(package)_\(name)"
    return key.map { "\(base).\($0)" } ?? base
  }

  package static func < (left: Identity, right: Identity) -> Bool {
    if left.package != right.package { return left.package < right.package }
    if left.name != right.name { return left.name < right.name }
    return (left.key ?? "") < (right.key ?? "")
  }
}

/// Where a row or value was written.
package struct Origin: Hashable, Sendable {
  /// The statement that decided the value.
  package var span: SourceSpan
  /// The application (`from …`, `for …`) through which it came, where the value stands in a template or a loop.
  package var application: SourceSpan?

  package init(_ span: SourceSpan, through application: SourceSpan? = nil) {
    self.span = span
    self.application = application
  }
}

/// A secret by name. The bytes never enter the compiler.
package struct SecretReference: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The tenant whose store holds it; nil for the platform's.
  package var tenant: String?
  /// Slashed name, such as `tsig/acme`.
  package var name: String

  package init(tenant: String?, name: String) {
    self.tenant = tenant
    self.name = name
  }

  /// Longest path below the node's secret directory, in bytes. Each segment is a file name, with room for what a node
  /// writes beside it.
  package static let maximumPathBytes = 200

  /// Path below the node's secret directory: `platform/tsig/acme` or `tenants/acme/ca/legacy`.
  package var path: String { tenant.map { "tenants/\($0)/\(name)" } ?? "platform/\(name)" }

  package var description: String { path }

  package static func < (left: SecretReference, right: SecretReference) -> Bool { left.path < right.path }
}

/// A position on the earth's surface (WGS 84), in degrees.
package struct Coordinates: Hashable, Sendable {
  package var latitude: DecimalNumber
  package var longitude: DecimalNumber

  package init(latitude: DecimalNumber, longitude: DecimalNumber) {
    self.latitude = latitude
    self.longitude = longitude
  }
}
