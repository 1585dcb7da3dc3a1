import EpicBase
import EpicCompiler
import EpicIR
import Testing

@testable import EpicDevKit

/// What `epic-dev requests` makes; the comparison with the real Envoy is `Tests/Envoy/differential.py`.
@Suite struct GeneratedRequestTests {
  private let places = PlaceTable(
    "198.51.100.0/25 DE 64500\n203.0.113.64/26 - 64502\n2001:db8:77::/48 FR -\n")
  private let keys = Array(#"{"keys":[{"kty":"oct","alg":"HS256","kid":"k1","k":"ZXBpYy10ZXN0"}]}"#.utf8)

  @Test func thePlacesAreThoseOfTheTable() throws {
    let places = try #require(self.places)
    func row(_ text: String) throws -> PlaceTable.Row? {
      let address = try #require(IPAddress(text))
      return places.row(of: address)
    }
    let known = try #require(try row("198.51.100.127"))
    #expect(known.country == "DE" && known.autonomousSystem == ASNumber(64500))
    #expect(try row("198.51.100.128") == nil)
    #expect(try row("203.0.113.64")?.country == nil)
    #expect(PlaceTable("198.51.100.0/25 DE") == nil)
  }

  @Test func aRequestIsReadAsItIsWritten() throws {
    var request = SentRequest()
    request.workspace = "w"
    request.ingress = "w/edge"
    request.port = 8443
    request.tls = .v1_2
    request.authority = "A.example:8443"
    request.target = "/x?y=\"z\""
    request.headers = [RouteRequest.Header(name: "X-A", value: "1")]
    request.token = .signed(provider: "main", claims: [JSONMember(name: "sub", value: JSONValue(.string("u")))])
    request.client = try #require(IPAddress("2001:db8::1"))
    request.body = "{}"
    var json = JSONWriter(pretty: false)
    json.object { request.write(to: &$0) }
    #expect(try SentRequest(JSONReader.read(json.bytes)) == request)
    let asked = request.asked(of: RowID(0), site: nil)
    #expect(asked.host == "A.example" && asked.headers == [RouteRequest.Header(name: "x-a", value: "1")])
  }

  /// The same numbers give the same workspaces, each of which names what its arms ask.
  @Test func workspacesComeFromTheSeed() throws {
    let places = try #require(self.places)
    func lines(_ seed: UInt64) -> [String] {
      var generator = EdgeGenerator(seed: seed, places: places, geo: [], keys: keys)
      return (0..<3).flatMap { generator.edge(number: $0).lines }
    }
    #expect(lines(7) == lines(7))
    #expect(lines(7) != lines(8))
    var generator = EdgeGenerator(seed: 7, places: places, geo: [], keys: keys)
    let edge = generator.edge(number: 1)
    let known = Set(RequestTally.questions + RequestTally.outcomes)
    #expect(edge.marks.count > 20)
    #expect(edge.marks.values.allSatisfy { !$0.isEmpty && $0.isSubset(of: known) })
  }

  /// Every fault changes what some predicate or request says, and no fault changes what it is not about.
  @Test func faultsAreChangesOfWhatIsAsked() throws {
    var request = SentRequest()
    request.target = "/x?q=1&q=2"
    request.headers = [
      RouteRequest.Header(name: "X-A", value: "1"), RouteRequest.Header(name: "x-a", value: "2"),
    ]
    #expect(InterpreterMutation.firstHeaderOnly.applied(to: request).headers.map(\.value) == ["1"])
    #expect(InterpreterMutation.lastQuery.applied(to: request).target == "/x?q=2&q=1")
    for fault in InterpreterMutation.allCases where fault != .firstHeaderOnly && fault != .lastQuery {
      #expect(fault.applied(to: request) == request)
    }
  }
}
