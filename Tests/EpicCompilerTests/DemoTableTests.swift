import EpicBase
import EpicCompiler
import Foundation
import Testing

/// The interpreter says of each request of the storefront's demo what the demo demands of the real Envoy: `make demo` and
/// `make test-apply` send the same table through it, so the two cannot drift apart.
@Suite struct DemoTableTests {
  struct Row: CustomTestStringConvertible, Sendable {
    var number: Int
    var columns: [String]

    var testDescription: String { "row \(number): \(columns[1])" }
  }

  static let rows: [Row] = {
    let table = Storefront.root.appendingPathComponent("demo/expected.tsv")
    let lines = ((try? String(contentsOf: table, encoding: .utf8)) ?? "").split(separator: "\n")
    return lines.filter { !$0.hasPrefix("#") }.dropFirst().enumerated().compactMap { number, line in
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      // What is about health, TLS handshakes and distributions is proved where endpoints run.
      guard columns.count == 8, columns[7] == "-", !columns[3].contains("tls:"), !columns[6].hasPrefix("closed"),
        !columns[3].contains("any-certificate"), !columns[6].hasPrefix("cohort")
      else { return nil }
      return Row(number: number + 1, columns: columns)
    }
  }()

  /// Country and AS number of the demo's clients (`demo/geo.py`).
  private static func place(of client: String) -> String {
    let rows: [(v4: ClosedRange<Int>, v6: String, place: String)] = [
      (64...79, "2001:db8:c1:", "country DE asn AS64501"), (80...95, "2001:db8:c2:", "country FR asn AS64502"),
      (96...111, "2001:db8:c3:", "country US asn AS64503"), (112...127, "2001:db8:c4:", "country DE asn AS64500"),
      (128...143, "2001:db8:c5:", "country BR asn AS64666"), (144...159, "2001:db8:c6:", "country JP asn AS64505"),
    ]
    let last = client.hasPrefix("203.0.113.") ? Int(client.dropFirst("203.0.113.".count)) ?? -1 : -1
    return rows.first { $0.v4.contains(last) || client.hasPrefix($0.v6) }?.place ?? ""
  }

  /// The row as a test of the platform's, which reaches every ingress.
  private static func test(_ columns: [String]) -> String {
    var lines = ["request \(columns[1]) from \(columns[2]) \(place(of: columns[2]))"]
    for word in columns[3].split(separator: " ") where word != "-" {
      let parts = word.split(separator: ":", maxSplits: 1).map(String.init)
      let pair = parts.count > 1 ? parts[1].split(separator: "=", maxSplits: 1).map(String.init) : []
      switch parts[0] {
      case "header": lines.append("header \(pair[0]) \"\(pair[1])\"")
      case "cookie": lines.append("cookie \(pair[0]) \"\(pair[1])\"")
      case "body": lines.append("header content-type \"\(parts[1])\"")
      case "jwt":
        let claims = parts[1].split(separator: ",").map { $0.split(separator: "=").map(String.init) }
        lines.append("jwt { \(claims.map { "\($0[0]): \"\($0[1])\"" }.joined(separator: "; ")) }")
      case "jwt-expired", "jwt-forged": lines.append("jwt invalid")
      default: break
      }
    }
    if !columns[4].hasPrefix("(") { lines.append("expect route \"\(columns[4])\"") }
    for word in columns[6].split(separator: " ").map(String.init) {
      if word.hasPrefix("path=") { lines.append("expect path \"\(word.dropFirst(5))\"") }
      if word.hasPrefix("host=") && !word.contains("fastly") { lines.append("expect host \(word.dropFirst(5))") }
      if word.hasPrefix("location=") { lines.append("expect redirect \(word.dropFirst(9))") }
      if word.hasPrefix("allow=") || word.hasPrefix("retry-after=") || word.hasPrefix("content-type=text") {
        let header = word.split(separator: "=").map(String.init)
        lines.append("expect header \(header[0]) \"\(header[1].replacing("_", with: " "))\"")
      }
      if columns[5] == "-", UInt16(word) != nil { lines.append("expect status \(word)") }
    }
    return "test \"row\" {\n  \(lines.joined(separator: "\n  "))\n}\n"
  }

  @Test func theTableIsRead() { #expect(Self.rows.count >= 40) }

  @Test func everyRowIsWhatTheRealEnvoyDoes() throws {
    var workspace = try Storefront.memory()
    var text = ""
    for row in Self.rows {
      text += Self.test(row.columns).replacing("\"row\"", with: "\"row \(row.number)\"")
    }
    workspace.write("platform/demo.epic", Array(text.utf8))
    let report = Compiler.test(workspace, filter: "row ")
    #expect(report.isClean, "\(report.text())")
    #expect(report.results.count == Self.rows.count)
  }
}
