package import EpicBase
package import EpicIR

/// One evaluated value of the language. Its case follows from the type that the schema expects (`ValueType`), never
/// from what happened to be in scope.
package enum Value: Hashable, Sendable {
  case boolean(Bool)
  case integer(Int64)
  case decimal(DecimalNumber)
  case duration(TimeSpan)
  case size(ByteSize)
  case rate(Rate)
  case bandwidth(Bandwidth)
  case percentage(Percentage)
  case version(Version)
  case asNumber(ASNumber)
  case community(BGPCommunity)
  case status(StatusSet)
  /// A string without run-time parts.
  case text(String)
  /// A string or URL with captures of the request's path.
  case template(CaptureTemplate)
  /// A bare word: an enum's case, a keyword that carries meaning, a method, a country's code, a namespace.
  case word(String)
  /// A host or a wildcard over hosts.
  case host(HostPattern)
  case path(PathPattern)
  /// The text of a regular expression, its program checked by nobody yet.
  case regex(String)
  case address(IPAddress)
  case prefix(IPPrefix)
  indirect case range(IPRange)
  case endpoint(HostEndpoint)
  indirect case url(WebURL)
  /// A slashed name that is no secret: a Kubernetes service with its port, a gRPC method.
  case slashed(String)
  case secret(SecretReference)
  /// Position in `EvaluatedProgram.dataFiles`.
  case data(DataFileID)
  case declaration(DeclarationID)
  case list([Value])
  case record([RecordMember])
}

/// A named part of a record value.
package struct RecordMember: Hashable, Sendable {
  package var name: String
  package var value: Value

  package init(name: String, value: Value) {
    self.name = name
    self.value = value
  }
}

/// A declaration of an evaluated program: its kind, and its position among the kind's declarations ordered by identity.
@frozen
package struct DeclarationID: Hashable, Sendable, Comparable {
  package var kind: DeclarationKind
  /// Position in `EvaluatedProgram.declarations(of:)`.
  package var position: UInt32

  @inlinable
  package init(_ kind: DeclarationKind, _ position: UInt32) {
    self.kind = kind
    self.position = position
  }

  /// The row that the declaration becomes: tables of a deployment keep the program's order.
  @inlinable
  package func row<Row>(_: Row.Type = Row.self) -> RowID<Row> { RowID(position) }

  @inlinable
  package static func < (left: DeclarationID, right: DeclarationID) -> Bool {
    left.kind == right.kind ? left.position < right.position : left.kind.rawValue < right.kind.rawValue
  }
}

/// A file read through `data`, by its position in `EvaluatedProgram.dataFiles`.
@frozen
package struct DataFileID: Hashable, Sendable {
  package var rawValue: UInt32

  @inlinable
  package init(_ rawValue: UInt32) { self.rawValue = rawValue }
}
