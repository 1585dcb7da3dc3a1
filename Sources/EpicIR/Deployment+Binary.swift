import EpicBase

extension Deployment {
  /// Version of the binary form. A reader takes exactly the versions that it knows.
  package static let binaryVersion: UInt64 = 7

  /// Deepest nesting of predicates in a deployment.
  package static let predicateDepth = 256

  private static let magic = Array("EPIC-IR\n".utf8)

  /// The compact binary form, which a bundle carries.
  ///
  /// Eight bytes `EPIC-IR` and a newline, the version, one byte that tells whether origins are included, the number of
  /// rows of each table, then the deployment's fields in the order in which they are declared. Numbers are LEB128 in
  /// their shortest form, addresses are a family byte and 4 or 16 bytes, a text is written once and referred to by
  /// number afterwards, an optional value is preceded by 0 or 1, a list by its count, a case by its number. Equal
  /// deployments give equal bytes.
  package func encoded(includingProvenance: Bool = true) -> [UInt8] {
    var encoder = BinaryEncoder(includesProvenance: includingProvenance)
    for byte in Deployment.magic { encoder.putByte(byte) }
    encoder.putNumber(Deployment.binaryVersion)
    encoder.put(includingProvenance)
    for count in rowCounts { encoder.putNumber(UInt64(count)) }
    encoder.put(workspace)
    encoder.put(edition)
    encoder.put(sequence)
    encoder.put(sources)
    encodeTables(to: &encoder)
    return encoder.bytes
  }

  /// Reads the binary form. Any bytes are tolerated: what is not a deployment throws, with the offset of the fault.
  /// Every row id of the result lies in its table, and every value in its field's range.
  package init(decoding bytes: [UInt8]) throws(DeploymentDecodingError) {
    var decoder = BinaryDecoder(bytes)
    for expected in Deployment.magic where try decoder.byte() != expected {
      throw decoder.error(.notADeployment, at: 0)
    }
    guard try decoder.number() == Deployment.binaryVersion else { throw decoder.error(.unknownVersion) }
    decoder.includesProvenance = try decoder.get()
    var total = 0
    for table in DeploymentTable.allCases {
      let count = try decoder.count()
      total += count
      decoder.rowCounts[table.rawValue] = count
    }
    try decoder.check(total <= decoder.remaining)
    self.init(
      workspace: try decoder.get(), edition: try decoder.get(), sequence: try decoder.get(),
      sources: try decoder.get())
    try decodeTables(from: &decoder)
    if !decoder.isAtEnd { throw decoder.error(.trailingBytes) }
  }

  /// Rows of each table, in the order of `DeploymentTable`.
  private var rowCounts: [Int] {
    [
      tenants.count, sites.count, nodes.count, pools.count, zones.count, clusters.count, tunnels.count, cdns.count,
      geoDatabases.count, engines.count, issuers.count, certificates.count, ingresses.count, routeTables.count,
      upstreams.count,
    ]
  }

  private func encodeTables(to encoder: inout BinaryEncoder) {
    func rows(_ table: [some BinaryCodable]) {
      for row in table { row.encode(to: &encoder) }
    }
    rows(tenants)
    rows(sites)
    rows(nodes)
    rows(pools)
    rows(zones)
    rows(clusters)
    rows(tunnels)
    rows(cdns)
    rows(geoDatabases)
    rows(engines)
    rows(issuers)
    rows(certificates)
    rows(ingresses)
    rows(routeTables)
    rows(upstreams)
  }

  private mutating func decodeTables(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    func rows<Row: BinaryCodable & TableRow>() throws(DeploymentDecodingError) -> [Row] {
      var result: [Row] = []
      for _ in 0..<decoder.rowCounts[Row.table.rawValue] { result.append(try Row(from: &decoder)) }
      return result
    }
    tenants = try rows()
    sites = try rows()
    nodes = try rows()
    pools = try rows()
    zones = try rows()
    clusters = try rows()
    tunnels = try rows()
    cdns = try rows()
    geoDatabases = try rows()
    engines = try rows()
    issuers = try rows()
    certificates = try rows()
    ingresses = try rows()
    routeTables = try rows()
    upstreams = try rows()
  }
}
