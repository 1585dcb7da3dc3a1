import EpicBase
import EpicIR
import EpicSema
import Foundation
import Testing

/// The storefront example, from the files of the repository.
func storefront() throws -> Workspace {
  let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("examples/storefront")
  var files: [(path: String, text: String)] = []
  var data: [String: [UInt8]] = [:]
  let enumerator = try #require(FileManager.default.enumerator(atPath: root.path))
  for case let path as String in enumerator {
    let url = root.appendingPathComponent(path)
    if path.hasSuffix(".epic") {
      files.append((path, try String(contentsOf: url, encoding: .utf8)))
    } else if path.hasSuffix(".html") || path.hasSuffix(".mmdb") {
      data[path] = Array(try Data(contentsOf: url))
    }
  }
  // What the example names of the standard library, which the façade would read for it.
  let library = root.appendingPathComponent("../../stdlib/geo").standardizedFileURL
  for name in try FileManager.default.contentsOfDirectory(atPath: library.path) {
    files.append(("std/geo/\(name)", try String(contentsOf: library.appendingPathComponent(name), encoding: .utf8)))
  }
  return Workspace(files, data: data)
}

@Suite struct StorefrontTests {
  @Test func checksWithoutFindings() throws {
    let outcome = try storefront().check()
    #expect(outcome.listing == "")
    #expect(outcome.program.workspace == "storefront")
    #expect(outcome.program.tenants.map(\.name) == ["acme", "globex"])
  }
}
