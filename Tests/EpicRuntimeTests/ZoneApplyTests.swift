import EpicArtifact
import EpicBase
import EpicRuntime
import Foundation
import Glibc
import Testing

/// A primary server of the test's own for `example.com`, on loopback.
private final class TestServer: CustomTestStringConvertible {
  enum Kind: String, CaseIterable {
    case knot
    case bind

    var isThere: Bool { self == .knot ? Tools.knot != nil : Tools.named != nil }
  }
  static let secret = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="
  let folder: TemporaryFolder
  let port: UInt16
  var settings: NodeSettings
  private let child: Child
  var testDescription: String { "server on \(port)" }

  /// How Knot answers by place: the clients of loopback are in Germany, which has a record of its own.
  enum Places {
    case none
    case asked
    /// Without heeding the subnet that a question names.
    case always
  }

  init(_ kind: Kind, places: Places = .none) throws {
    folder = try TemporaryFolder()
    port = try Tools.freePort()
    let path = folder.path
    settings = NodeSettings(node: PlaneRelease.node, stateFolder: "\(path)/state", secretsFolder: "\(path)/secrets")
    settings.zones = [
      NodeSettings.Zone(
        name: "example.com", server: HostEndpoint(host: .address(IPAddress(v4: 0x7F00_0001)), port: port))
    ]
    try """
    example.com. 60 SOA ns.example.com. admin.example.com. 1 60 60 3600 60
    example.com. 60 NS ns.example.com.
    ns.example.com. 60 A 127.0.0.1
    taken.example.com. 60 A 192.0.2.99

    """.write(toFile: "\(path)/example.com.zone", atomically: true, encoding: .utf8)
    try FileManager.default.createDirectory(atPath: "\(path)/secrets/platform/tsig", withIntermediateDirectories: true)
    try "key \"epic\" {\n  algorithm hmac-sha256;\n  secret \"\(TestServer.secret)\";\n};\n"
      .write(toFile: "\(path)/secrets/platform/tsig/epic", atomically: true, encoding: .utf8)
    try Tools.run("/bin/chmod", ["-R", "go=", "\(path)/secrets"])
    let configuration = "\(path)/server.conf"
    switch kind {
    case .knot:
      try FileManager.default.createDirectory(atPath: "\(path)/db", withIntermediateDirectories: true)
      let module = try TestServer.module(places, path)
      try """
      server:
        rundir: "\(path)"
        listen: 127.0.0.1@\(port)
        edns-client-subnet: \(places == .asked ? "on" : "off")
      database:
        storage: "\(path)/db"
      key:
        - id: epic
          algorithm: hmac-sha256
          secret: \(TestServer.secret)
      acl:
        - id: epic
          key: epic
          action: update
      \(module)
      template:
        - id: default
          storage: "\(path)"
          zonefile-load: whole
          journal-content: changes
      zone:
        - domain: example.com
          file: example.com.zone
          acl: epic
          \(places == .none ? "" : "module: mod-geoip/epic")

      """.write(toFile: configuration, atomically: true, encoding: .utf8)
      child = try Child(Tools.knot, ["-c", configuration])
    case .bind:
      try """
      options { directory "\(path)"; listen-on port \(port) { 127.0.0.1; }; listen-on-v6 { none; }; recursion no;
        pid-file "\(path)/named.pid"; session-keyfile "\(path)/session.key"; dnssec-validation no; };
      controls {};
      key "epic" { algorithm hmac-sha256; secret "\(TestServer.secret)"; };
      zone "example.com" { type primary; file "example.com.zone"; allow-update { key "epic"; }; };

      """.write(toFile: configuration, atomically: true, encoding: .utf8)
      child = try Child(Tools.named, ["-f", "-4", "-c", configuration])
    }
    for _ in 0..<300 {
      if try !dig("example.com", "SOA").isEmpty { return }
      usleep(20_000)
    }
    Issue.record("the server did not start")
  }

  /// The module's lines of the configuration, with its files.
  private static func module(_ places: Places, _ path: String) throws -> String {
    if places == .none { return "" }
    try #require(
      try Tools.run(
        "/usr/bin/python3",
        ["\(Tools.root)/Tests/Support/envoy/mmdb.py", "\(path)/geo.mmdb", "127.0.0.0/8", "DE", "-"]) != nil)
    try String(decoding: TestServer.answers.write(), as: UTF8.self)
      .write(toFile: "\(path)/geo.conf", atomically: true, encoding: .utf8)
    return """
      mod-geoip:
        - id: epic
          config-file: "\(path)/geo.conf"
          mode: geodb
          geodb-file: "\(path)/geo.mmdb"
      """
  }

  static let answers = GeoAnswersFile(
    zone: "example.com", ttlSeconds: 30,
    names: [
      .init(
        name: "www.example.com",
        answers: [.init(country: "DE", addresses: [IPAddress(v4: 0xC000_0202)])])
    ])

  func dig(_ name: String, _ type: String) throws -> [String] {
    let text = try Tools.run(
      Tools.dig, ["+short", "+time=1", "+tries=1", "-p", String(port), "@127.0.0.1", name, type])
    return (text ?? "").split(separator: "\n").map(String.init).filter { !$0.hasPrefix(";") }.sorted()
  }

  /// Changes the zone behind the applier's back.
  func update(_ lines: String...) throws {
    let file = "\(folder.path)/update"
    try "server 127.0.0.1 \(port)\nzone example.com\n\(lines.joined(separator: "\n"))\nsend\n"
      .write(toFile: file, atomically: true, encoding: .utf8)
    try #require(try Tools.run("/usr/bin/nsupdate", ["-k", "\(folder.path)/secrets/platform/tsig/epic", file]) != nil)
  }

  func request(
    _ sequence: UInt64, _ names: [(String, [String])], owner: String = "shop", answersByPlace: Bool = false
  ) throws -> ApplyRequest {
    let names = names.map { name, addresses in
      RecordSetsFile.Name(
        name: name, ttlSeconds: 30, ingresses: ["acme/shop"], addresses: addresses.compactMap { IPAddress($0) })
    }
    let file = RecordSetsFile(
      zone: "example.com", servers: [], key: "platform/tsig/epic", owner: owner, generation: sequence,
      names: names.sorted { $0.name < $1.name })
    var files = [(path: RecordSetsFile.fileName, bytes: file.write())]
    if answersByPlace { files.append((GeoAnswersFile.fileName, TestServer.answers.write())) }
    let release = PlaneRelease(sequence: sequence, files: files, zone: "example.com")
    var request = ApplyRequest(source: .path(try release.write(below: folder.path)))
    request.allowsShrink = true
    return request
  }

  func apply(_ sequence: UInt64, _ names: [(String, [String])]) async throws -> ApplyReport.Part.Outcome? {
    try await Applier(settings: settings).apply(request(sequence, names)).parts.first?.outcome
  }
}

/// Says that no name exists, to everybody and without a signature, as somebody on the way could.
private final class LyingServer {
  let port: UInt16
  private let descriptor: Int32

  init() throws {
    port = try Tools.freePort()
    let listening = socket(AF_INET, Int32(SOCK_DGRAM.rawValue), 0)
    descriptor = listening
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    address.sin_port = port.bigEndian
    let result = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listening, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    try #require(result == 0)
    Thread.detachNewThread {
      var bytes = [UInt8](repeating: 0, count: 4096)
      while true {
        var peer = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let count = withUnsafeMutablePointer(to: &peer) { pointer in
          pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            recvfrom(listening, &bytes, bytes.count, 0, $0, &length)
          }
        }
        guard count > 12 else { return }
        // The question as it came, and nothing else: an answer, NXDOMAIN, one question.
        var end = 12
        while end < count, bytes[end] != 0 { end += Int(bytes[end]) + 1 }
        end = min(end + 5, count)
        let reply = bytes[..<2] + [0x84, 0x03, 0, 1, 0, 0, 0, 0, 0, 0] + bytes[12..<end]
        _ = withUnsafePointer(to: &peer) { pointer in
          pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            sendto(listening, Array(reply), reply.count, 0, $0, length)
          }
        }
      }
    }
  }

  deinit {
    shutdown(descriptor, Int32(SHUT_RDWR))
    close(descriptor)
  }
}

private let placesAreThere =
  serversAreThere && FileManager.default.fileExists(atPath: "/usr/share/doc/knot-module-geoip")

private let serversAreThere =
  Tools.dig != nil && geteuid() == 0 && TestServer.Kind.allCases.allSatisfy(\.isThere)

@Suite(
  .serialized, .enabled(if: serversAreThere, "needs knot, bind9, bind9-dnsutils and root"), .timeLimit(.minutes(3)))
struct ZoneApplyTests {
  @Test(arguments: TestServer.Kind.allCases)
  private func claimsChangesAndTakesAwayItsOwnNames(kind: TestServer.Kind) async throws {
    let server = try TestServer(kind)
    let first = [("www.example.com", ["192.0.2.1", "2001:db8::1"]), ("old.example.com", ["192.0.2.5"])]
    #expect(try await server.apply(1, first) == .changed)
    #expect(try server.dig("www.example.com", "A") == ["192.0.2.1"])
    #expect(try server.dig("www.example.com", "AAAA") == ["2001:db8::1"])
    #expect(try server.dig("_epic.www.example.com", "TXT").first?.hasPrefix("\"owner=shop gen=1 sha=") == true)
    let status = try await StatusReader(settings: server.settings).status()
    #expect(status.isHealthy && status.planes.first?.state.generation == 1, "\(status)")
    // Equal records are left alone, whatever the release's number.
    let serial = try server.dig("example.com", "SOA")
    #expect(try await server.apply(2, first) == .unchanged)
    #expect(try server.dig("example.com", "SOA") == serial)
    #expect(try await server.apply(3, [("www.example.com", ["192.0.2.1", "192.0.2.2"])]) == .changed)
    #expect(try server.dig("www.example.com", "A") == ["192.0.2.1", "192.0.2.2"])
    #expect(try server.dig("www.example.com", "AAAA").isEmpty)
    #expect(try server.dig("old.example.com", "A").isEmpty)
    #expect(try server.dig("_epic.old.example.com", "TXT").isEmpty)
    #expect(try server.dig("taken.example.com", "A") == ["192.0.2.99"])
  }

  @Test(arguments: TestServer.Kind.allCases)
  private func neverTouchesWhatIsNotItsOwn(kind: TestServer.Kind) async throws {
    let server = try TestServer(kind)
    let taken = try await refusal(server.settings, server.request(1, [("taken.example.com", ["192.0.2.1"])]))
    #expect(taken?.description.contains("`taken.example.com` has records that nobody marked") == true)
    _ = try await server.apply(1, [("www.example.com", ["192.0.2.1"])])
    let other = try await refusal(
      server.settings, server.request(2, [("www.example.com", ["192.0.2.2"])], owner: "blog"))
    #expect(other?.description.contains("`www.example.com` belongs to `shop`") == true)
    let stale = try await refusal(server.settings, server.request(0, [("www.example.com", ["192.0.2.2"])]))
    #expect(stale?.description.contains("the later release 1") == true)
    #expect(try server.dig("taken.example.com", "A") == ["192.0.2.99"])
    #expect(try server.dig("www.example.com", "A") == ["192.0.2.1"])
  }

  @Test(arguments: TestServer.Kind.allCases)
  private func putsBackWhatSomebodyElseChanged(kind: TestServer.Kind) async throws {
    let server = try TestServer(kind)
    _ = try await server.apply(1, [("www.example.com", ["192.0.2.1"])])
    try server.update("update add www.example.com 99 A 192.0.2.66")
    #expect(try await StatusReader(settings: server.settings).status().isHealthy == false)
    #expect(try await server.apply(2, [("www.example.com", ["192.0.2.1"])]) == .changed)
    #expect(try server.dig("www.example.com", "A") == ["192.0.2.1"])
  }

  @Test(arguments: TestServer.Kind.allCases)
  private func aWrongKeyChangesNothing(kind: TestServer.Kind) async throws {
    let server = try TestServer(kind)
    let key = "\(server.folder.path)/secrets/platform/tsig/epic"
    let text = try String(contentsOfFile: key, encoding: .utf8).replacing("MDEy", with: "MDEz")
    try text.write(toFile: key, atomically: true, encoding: .utf8)
    try Tools.run("/bin/chmod", ["0600", key])
    #expect(try await refusal(server.settings, server.request(1, [("www.example.com", ["192.0.2.1"])])) != nil)
    #expect(try server.dig("www.example.com", "A").isEmpty)
  }

  /// The node's own country has an answer: what the zone holds is read past it.
  @Test(.enabled(if: placesAreThere, "needs knot-module-geoip"))
  func aZoneThatAnswersByPlaceIsReadPastItsAnswers() async throws {
    let server = try TestServer(.knot, places: .asked)
    let names = [("www.example.com", ["192.0.2.1", "192.0.2.2", "2001:db8::1"])]
    let first = try await Applier(settings: server.settings).apply(server.request(1, names, answersByPlace: true))
    #expect(first.parts.first?.outcome == .changed)
    #expect(
      first.notes.contains(
        "the answers by place of the zone `example.com` changed: its name server needs the new `geo.conf`"))
    #expect(try server.dig("www.example.com", "A") == ["192.0.2.2"])
    #expect(try server.dig("www.example.com", "AAAA") == ["2001:db8::1"])
    let again = try await Applier(settings: server.settings).apply(server.request(2, names, answersByPlace: true))
    #expect(again.parts.first?.outcome == .unchanged)
    #expect(!again.notes.contains { $0.contains("answers by place") })
    #expect(try await StatusReader(settings: server.settings).status().isHealthy)
    // A release whose zone does not answer by place any more: the server still does, until somebody takes the module out.
    let plain = try await Applier(settings: server.settings).apply(
      server.request(3, names.map { ($0.0, ["192.0.2.1"]) }))
    #expect(plain.parts.first?.outcome == .changed)
    #expect(plain.notes.contains { $0.contains("has no answers by place any more") })
  }

  @Test(.enabled(if: placesAreThere, "needs knot-module-geoip"))
  func aServerThatCannotBeReadPastItsAnswersIsRefused() async throws {
    let server = try TestServer(.knot, places: .always)
    let error = try await refusal(
      server.settings, server.request(1, [("www.example.com", ["192.0.2.1"])], answersByPlace: true))
    #expect(error?.description.contains("`edns-client-subnet: on`") == true, "\(String(describing: error))")
    #expect(try server.dig("_epic.www.example.com", "TXT").isEmpty)
  }

  @Test func anUnsignedAnswerConfirmsNothing() async throws {
    let server = try TestServer(.knot)
    _ = try await server.apply(1, [("www.example.com", ["192.0.2.1"]), ("old.example.com", ["192.0.2.5"])])
    let liar = try LyingServer()
    var settings = server.settings
    settings.zones[0].server = HostEndpoint(host: .address(IPAddress(v4: 0x7F00_0001)), port: liar.port)
    settings.zones[0].timeoutSeconds = 1
    let error = try await refusal(settings, server.request(2, [("www.example.com", ["192.0.2.1"])]))
    #expect(error?.description.contains("cannot be reached") == true, "\(String(describing: error))")
    #expect(try await StatusReader(settings: settings).status().isHealthy == false)
    #expect(try server.dig("old.example.com", "A") == ["192.0.2.5"])
  }
}
