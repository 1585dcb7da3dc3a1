import EpicRuntime
import Foundation
import Glibc
import Testing

/// One `wrk` that asks for `/` and `/pods` in turn and counts what answers.
private final class Load {
  private static let script = """
    local threads = {}
    function setup(thread) table.insert(threads, thread) end
    function init(args)
      wrk.headers["Connection"] = args[1]
      turn = 0
      answers = ""
      count = {}
      failed = 0
    end
    function request()
      turn = turn + 1
      return wrk.format("GET", turn % 2 == 0 and "/" or "/pods")
    end
    function response(status, headers, body)
      if status ~= 200 then failed = failed + 1 else count[body] = (count[body] or 0) + 1 end
      answers = ""
      for name, number in pairs(count) do answers = answers .. name .. "=" .. number .. " " end
    end
    function done(summary, latency, requests)
      for _, thread in ipairs(threads) do
        local errors = summary.errors
        print("COUNTED " .. thread:get("answers") .. "status=" .. thread:get("failed") .. " connect=" .. errors.connect
          .. " read=" .. errors.read .. " write=" .. errors.write .. " timeout=" .. errors.timeout)
      end
    end
    """
  private let child: Child

  init(port: UInt16, connection: String, in folder: String) throws {
    let script = "\(folder)/load.lua"
    try Load.script.write(toFile: script, atomically: true, encoding: .utf8)
    child = try Child(
      Tools.wrk,
      [
        "-t", "1", "-c", "6", "-d", "600", "--timeout", "20", "-s", script, "https://127.0.0.1:\(port)/", "--",
        connection,
      ], collectsOutput: true)
  }

  /// Ends the load; gives what was counted, by name.
  func finish() -> [String: Int] {
    kill(child.process, SIGINT)
    let text = child.readOutput()
    var counts: [String: Int] = [:]
    for line in text.split(separator: "\n") where line.hasPrefix("COUNTED ") {
      for pair in line.dropFirst(8).split(separator: " ") {
        let parts = pair.split(separator: "=")
        if parts.count == 2, let number = Int(parts[1]) { counts[String(parts[0]), default: 0] += number }
      }
    }
    return counts
  }
}

private let loadIsThere = envoyIsThere && Tools.wrk != nil

/// Promise 4: traffic sees only old, new, or the union of both; an apply under load drops and resets nothing.
@Suite(.serialized, .enabled(if: loadIsThere, "needs envoy, curl, openssl and wrk"), .timeLimit(.minutes(10)))
struct AlternationTests {
  @Test func twentyAlternationsUnderLoadLoseNothing() async throws {
    let node = try TestNode()
    let versions: [(cluster: String, backend: String, pod: String)] = [
      ("acme_blue~1", "blue", "pod-1"), ("acme_green~1", "green", "pod-2"),
    ]
    func apply(_ number: Int) async throws {
      let version = versions[number % 2]
      node.release.sequence = UInt64(number + 1)
      node.release.clusters = [(version.cluster, node.backends.port(version.backend))]
      node.release.target = version.cluster
      try node.certificate("version-\(number % 2)")
      try await node.apply(endpoints: HandMadeRelease.endpoints([node.backends.port(version.pod)]))
    }
    try await apply(0)
    let processes = node.processes
    func count(_ name: String) throws -> Int {
      let text = try node.admin("/stats?filter=^cluster_manager.\(name)$") ?? ""
      return try #require(Int(text.split(separator: " ").last?.trimmingCharacters(in: .newlines) ?? ""))
    }
    let before = (added: try count("cluster_added"), removed: try count("cluster_removed"))
    let kept = try Load(port: node.release.port, connection: "keep-alive", in: node.folder.path)
    let fresh = try Load(port: node.release.port, connection: "close", in: node.folder.path)
    for number in 1...20 {
      try await apply(number)
      #expect(try node.shownCertificate() == "version-\(number % 2)")
      #expect(try node.get("/") == versions[number % 2].backend)
      #expect(try node.get("/pods") == versions[number % 2].pod)
      // What Envoy says itself: a cluster came and the other one went, and so did the endpoint.
      let clusters = try #require(try node.admin("/clusters"))
      for (index, version) in versions.enumerated() {
        let isCurrent = index == number % 2
        #expect(clusters.contains("\(version.cluster)::") == isCurrent)
        #expect(clusters.contains("acme_pods~1::127.0.0.1:\(node.backends.port(version.pod))::") == isCurrent)
      }
    }
    #expect(try count("cluster_added") - before.added == 20)
    #expect(try count("cluster_removed") - before.removed == 20)
    for (name, counts) in [("kept-alive", kept.finish()), ("new", fresh.finish())] {
      for failure in ["status", "connect", "read", "write", "timeout"] {
        #expect(counts[failure] == 0, "\(name) connections: \(counts)")
      }
      for answer in ["blue", "green", "pod-1", "pod-2"] {
        #expect(counts[answer, default: 0] > 0, "\(name) connections: \(counts)")
      }
      print("alternation over \(name) connections: \(counts.sorted { $0.key < $1.key })")
    }
    #expect(node.processes == processes)
  }
}
