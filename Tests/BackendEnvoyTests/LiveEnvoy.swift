import BackendEnvoy
import EpicArtifact
import EpicBackend
import EpicIR
import Foundation
import Testing

/// A request of a live test.
struct LiveRequest: Encodable {
  var address = "127.0.0.1"
  var port: UInt16
  var method = "GET"
  var path = "/"
  var host = "test.example"
  var headers: [[String]] = []
  var source: String?
  var tls: String?
  var token: [String: Claim]?
  var `repeat`: Int?

  enum Claim: Encodable {
    case text(String)
    case list([String])
    case number(Int)
    case flag(Bool)

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .text(let text): try container.encode(text)
      case .list(let list): try container.encode(list)
      case .number(let number): try container.encode(number)
      case .flag(let flag): try container.encode(flag)
      }
    }
  }

  init(
    _ port: UInt16, _ path: String = "/", _ headers: [(String, String)] = [], method: String = "GET",
    host: String = "test.example", from source: String? = nil, tls: String? = nil, token: [String: Claim]? = nil,
    times: Int? = nil
  ) {
    self.port = port
    self.path = path
    self.headers = headers.map { [$0.0, $0.1] }
    self.method = method
    self.host = host
    self.source = source
    self.tls = tls
    self.token = token
    `repeat` = times
  }
}

/// What the harness does, in order.
enum LiveStep: Encodable {
  case send(LiveRequest)
  /// Asks until the body starts with the text.
  case until(LiveRequest, prefix: String)
  case down(String)
  case up(String)
  case fail(String, status: Int)
  /// From now on the backend waits so long before each answer.
  case delay(String, seconds: Double)
  case admin(String)

  private enum Key: String, CodingKey {
    case send, until = "await", prefix, down, up, fail, status, delay, seconds, admin
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch self {
    case .send(let request): try container.encode(request, forKey: .send)
    case .down(let name): try container.encode(name, forKey: .down)
    case .up(let name): try container.encode(name, forKey: .up)
    case .fail(let name, let status):
      try container.encode(name, forKey: .fail)
      try container.encode(status, forKey: .status)
    case .delay(let name, let seconds):
      try container.encode(name, forKey: .delay)
      try container.encode(seconds, forKey: .seconds)
    case .until(let request, let prefix):
      try container.encode(request, forKey: .until)
      try container.encode(prefix, forKey: .prefix)
    case .admin(let path): try container.encode(path, forKey: .admin)
    }
  }
}

/// The answer to one step.
enum LiveAnswer: Decodable {
  case nothing
  case text(String)
  case response(Response)
  case counts([String: Int])

  struct Response: Decodable {
    let status: Int
    let headers: [String: String]
    let body: String
    let certificate: String?
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .nothing
    } else if let response = try? container.decode(Response.self) {
      self = .response(response)
    } else if let counts = try? container.decode([String: Int].self) {
      self = .counts(counts)
    } else {
      self = .text(try container.decode(String.self))
    }
  }

  var response: Response? { if case .response(let response) = self { response } else { nil } }
  var counts: [String: Int] { if case .counts(let counts) = self { counts } else { [:] } }
}

/// A backend of a live test, on 127.0.0.1.
struct LiveBackend: Encodable {
  let name: String
  let port: UInt16
  var tls: String?
}

/// Runs a deployment on the real Envoy through `Tests/Support/envoy/serve.py`.
struct LiveEnvoy {
  let scratch: ScratchFolder
  var backends: [LiveBackend] = []
  /// Slots and the backends that fill them.
  var fill: [String: [String]] = [:]
  /// Rows of the geo database: prefix, country, AS number.
  var geo: [String] = []

  init() throws { scratch = try ScratchFolder() }

  static let skipped = "no Envoy at EPIC_ENVOY or build/tools/bin/envoy"

  private struct Description: Encodable {
    let envoy: String
    let artifacts: String
    let run: String
    let backends: [LiveBackend]
    let fill: [String: [[PortOrText]]]
    let steps: [LiveStep]
  }

  private enum PortOrText: Encodable {
    case text(String)
    case port(UInt16)

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .text(let text): try container.encode(text)
      case .port(let port): try container.encode(port)
      }
    }
  }

  private struct Result: Decodable {
    let problem: String?
    let answers: [LiveAnswer]
  }

  mutating func backend(_ name: String, tls: String? = nil) throws {
    backends.append(LiveBackend(name: name, port: try freePort(), tls: tls))
  }

  /// The content of a geo database with the rows.
  func geoDatabase() throws -> [UInt8] {
    let script = EnvoyTool.root.appendingPathComponent("Tests/Support/envoy/mmdb.py").path
    let made = try run("/usr/bin/python3", [script, "geo.mmdb"] + geo, in: scratch.url)
    try #require(made.status == 0, "\(made.output)")
    return Array(try Data(contentsOf: scratch.url.appendingPathComponent("geo.mmdb")))
  }

  /// Emits the deployment's instance of `here-1`, starts Envoy, and takes the steps.
  func answers(_ deployment: Deployment, _ steps: [LiveStep]) throws -> [LiveAnswer] {
    let artifacts = try StaticFormTests.instance(deployment, node: "here-1")
    for artifact in artifacts { try scratch.write("artifacts/\(artifact.path)", Data(artifact.bytes)) }
    var slots: [String: [[PortOrText]]] = [:]
    for (slot, names) in fill {
      slots[slot] = names.compactMap { name in
        backends.first { $0.name == name }.map { [.text("127.0.0.1"), .port($0.port)] }
      }
    }
    let description = Description(
      envoy: try #require(EnvoyTool.path), artifacts: scratch.url.appendingPathComponent("artifacts").path,
      run: scratch.url.appendingPathComponent("run").path, backends: backends, fill: slots, steps: steps)
    try scratch.write("description.json", try JSONEncoder().encode(description))
    let script = EnvoyTool.root.appendingPathComponent("Tests/Support/envoy/serve.py").path
    let finished = try run(
      "/bin/sh", ["-c", "exec /usr/bin/python3 '\(script)' <description.json >answers.json"], in: scratch.url,
      seconds: 120)
    try #require(finished.status == 0, "\(finished.output)")
    let data = try Data(contentsOf: scratch.url.appendingPathComponent("answers.json"))
    let result = try JSONDecoder().decode(Result.self, from: data)
    try #require(result.problem == nil, "\(result.problem ?? "")")
    try #require(result.answers.count == steps.count)
    return result.answers
  }

  /// Sends each request and expects the body that stands beside it.
  func expect(
    _ deployment: Deployment, _ cases: [(LiveRequest, String)], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let answers = try answers(deployment, cases.map { .send($0.0) })
    for ((request, wanted), answer) in zip(cases, answers) {
      let response = try #require(answer.response)
      let got = response.status == 200 ? response.body : "\(response.status)"
      #expect(
        got == wanted,
        "\(request.method) \(request.host)\(request.path) \(request.headers) from \(request.source ?? "-")",
        sourceLocation: sourceLocation)
    }
  }
}
