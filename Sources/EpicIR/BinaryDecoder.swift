import EpicBase

/// Why bytes are not a deployment.
package struct DeploymentDecodingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong.
  package enum Reason: String, Hashable, Sendable {
    case notADeployment = "the bytes do not start like a deployment"
    case unknownVersion = "the format's version is not known"
    case truncated = "the bytes end too early"
    case trailingBytes = "bytes follow the end"
    case overlongNumber = "a number is not written in its shortest form or does not fit 64 bits"
    case numberOutOfRange = "a number is too large for its field"
    case invalidText = "a text is not UTF-8"
    case unknownText = "a text's number was not given out before"
    case unknownCase = "a case's number is not known"
    case rowOutOfRange = "a row's number lies behind the end of its table"
    case invalidValue = "a value is outside of what its field allows"
    case nestedTooDeeply = "a predicate is nested too deeply"
  }
  package var reason: Reason
  /// Offset of the byte at which the fault was found.
  package var offset: Int

  package init(reason: Reason, offset: Int) {
    self.reason = reason
    self.offset = offset
  }

  package var description: String { "\(reason.rawValue) (at byte \(offset))" }
}

/// The tables that row ids point into, in the order of the binary form.
enum DeploymentTable: Int, CaseIterable {
  case tenants, sites, nodes, pools, zones, clusters, tunnels, cdns, geoDatabases, engines, issuers, certificates
  case ingresses, routeTables, upstreams
}

/// A row that others point to by id.
protocol TableRow {
  static var table: DeploymentTable { get }
}

/// Reads the binary form. Never traps: every read is checked, and nothing is reserved on the word of the input.
struct BinaryDecoder {
  /// Deepest nesting of predicates that is read.
  static let predicateDepth = Deployment.predicateDepth

  private let bytes: [UInt8]
  private(set) var offset = 0
  private var strings: [String] = []
  /// Rows in each table, by `DeploymentTable`.
  var rowCounts = [Int](repeating: 0, count: DeploymentTable.allCases.count)
  var includesProvenance = true
  var depth = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { offset == bytes.count }
  var remaining: Int { bytes.count - offset }

  func error(_ reason: DeploymentDecodingError.Reason, at offset: Int? = nil) -> DeploymentDecodingError {
    DeploymentDecodingError(reason: reason, offset: offset ?? self.offset)
  }

  mutating func byte() throws(DeploymentDecodingError) -> UInt8 {
    guard offset < bytes.count else { throw error(.truncated) }
    defer { offset += 1 }
    return bytes[offset]
  }

  mutating func number() throws(DeploymentDecodingError) -> UInt64 {
    let start = offset
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let next = try byte()
      let bits = UInt64(next & 127)
      if shift == 63 && bits > 1 { throw error(.overlongNumber, at: start) }
      value |= bits << shift
      if next < 128 {
        if bits == 0 && shift > 0 { throw error(.overlongNumber, at: start) }
        return value
      }
      shift += 7
      if shift > 63 { throw error(.overlongNumber, at: start) }
    }
  }

  /// A number of elements, each of which takes at least one byte.
  mutating func count() throws(DeploymentDecodingError) -> Int {
    let start = offset
    let value = try number()
    guard value <= UInt64(remaining) else { throw error(.truncated, at: start) }
    return Int(value)
  }

  /// The number of a case, below the number of cases.
  mutating func tag(below limit: UInt8) throws(DeploymentDecodingError) -> UInt8 {
    let value = try byte()
    guard value < limit else { throw error(.unknownCase, at: offset - 1) }
    return value
  }

  mutating func content() throws(DeploymentDecodingError) -> [UInt8] {
    let length = try count()
    defer { offset += length }
    return Array(bytes[offset..<offset + length])
  }

  mutating func string() throws(DeploymentDecodingError) -> String {
    let start = offset
    let number = try number()
    if number > 0 {
      guard number <= UInt64(strings.count) else { throw error(.unknownText, at: start) }
      return strings[Int(number) - 1]
    }
    guard let text = String(validating: try content(), as: UTF8.self) else { throw error(.invalidText, at: start) }
    strings.append(text)
    return text
  }

  mutating func get<Value: BinaryCodable>() throws(DeploymentDecodingError) -> Value { try Value(from: &self) }

  /// Throws unless the condition holds; called directly behind reading the value.
  func check(_ condition: Bool) throws(DeploymentDecodingError) {
    if !condition { throw error(.invalidValue) }
  }
}

extension RowID: BinaryCodable where Row: TableRow {
  func encode(to encoder: inout BinaryEncoder) { rawValue.encode(to: &encoder) }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    let start = decoder.offset
    let value = try UInt32(from: &decoder)
    guard Int(value) < decoder.rowCounts[Row.table.rawValue] else { throw decoder.error(.rowOutOfRange, at: start) }
    self.init(value)
  }
}

extension Tenant: TableRow { static var table: DeploymentTable { .tenants } }
extension Site: TableRow { static var table: DeploymentTable { .sites } }
extension Node: TableRow { static var table: DeploymentTable { .nodes } }
extension AddressPool: TableRow { static var table: DeploymentTable { .pools } }
extension Zone: TableRow { static var table: DeploymentTable { .zones } }
extension KubernetesCluster: TableRow { static var table: DeploymentTable { .clusters } }
extension Tunnel: TableRow { static var table: DeploymentTable { .tunnels } }
extension CDN: TableRow { static var table: DeploymentTable { .cdns } }
extension GeoDatabase: TableRow { static var table: DeploymentTable { .geoDatabases } }
extension Engine: TableRow { static var table: DeploymentTable { .engines } }
extension Issuer: TableRow { static var table: DeploymentTable { .issuers } }
extension Certificate: TableRow { static var table: DeploymentTable { .certificates } }
extension Ingress: TableRow { static var table: DeploymentTable { .ingresses } }
extension RouteTable: TableRow { static var table: DeploymentTable { .routeTables } }
extension Upstream: TableRow { static var table: DeploymentTable { .upstreams } }
