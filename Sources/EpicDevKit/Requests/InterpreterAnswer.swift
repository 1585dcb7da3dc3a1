import EpicBase
import EpicIR
import EpicProve

/// What the interpreter says of a sent request, in the words in which the driver tells what the real Envoy did.
struct InterpreterAnswer: Sendable {
  /// The header that the driver's backends put into every answer, so that edits of it show.
  static let upstreamHeader = RouteRequest.Header(name: "x-reply", value: "echo")

  /// The request with what the database says of its client.
  private let request: RouteRequest
  private let deployment: Deployment
  let found: Interpretation
  /// The headers that routes see.
  private let seen: [RouteRequest.Header]
  /// The arm that took the request.
  let arm: RouteArm?

  /// Asks the interpreter; the client's place is what the table says of the client that the ingress finds.
  init(
    _ sent: SentRequest, to ingress: RowID<Ingress>, site: RowID<Site>?, places: PlaceTable, _ deployment: Deployment,
    _ interpreter: RouteInterpreter
  ) {
    var request = sent.asked(of: ingress, site: site)
    let row = places.row(of: interpreter.client(of: request, at: deployment.ingresses[ingress]))
    request.country = row?.country
    request.autonomousSystem = row?.autonomousSystem
    self.request = request
    self.deployment = deployment
    found = interpreter.interpret(request)
    seen = interpreter.seenHeaders(of: request, at: deployment.ingresses[ingress])
    if let table = found.table, let position = found.arm {
      arm = deployment.routeTables[table].arms[position]
    } else {
      arm = nil
    }
  }

  /// The answer as a compact object of JSON.
  var line: [UInt8] {
    var json = JSONWriter(pretty: false)
    let edits = found.responseHeaders + found.corsHeaders
    json.object { json in
      if let arm { json.member("arm", arm.name) }
      switch found.result {
      case .noConnection(let reason), .servesRequests(let reason):
        json.member("result", "none" as StaticString)
        json.member("why", reason)
      case .refused(let status, let reason):
        json.member("result", "refused" as StaticString)
        json.member("status", status)
        json.member("why", reason)
        // What is refused before the client is known is told nothing of, and nothing is looked for.
        if found.client != nil { writeHeaders("response", found.corsHeaders, sent: [], to: &json) }
      case .redirect(let status, let location):
        json.member("result", "redirect" as StaticString)
        json.member("status", status)
        json.member("location", location)
        writeHeaders("response", edits, sent: [], to: &json)
      case .respond(let response):
        json.member("result", "respond" as StaticString)
        json.member("status", response.status)
        json.member("body", String(decoding: response.body, as: UTF8.self))
        writeHeaders("response", edits, sent: [], to: &json)
      // Requests are answered, never closed.
      case .closed(let reason):
        json.member("result", "none" as StaticString)
        json.member("why", reason ?? "")
      case .forward(let draws):
        json.member("result", "forward" as StaticString)
        json.object("upstreams") { list in
          for draw in draws {
            list.key(deployment.upstreams[draw.upstream].identity.name)
            list.value(draw.share.partsPerMillion)
          }
        }
        if request.isConnect {
          json.member("tunnel", true)
          writeHeaders("response", found.responseHeaders, sent: [], to: &json)
          return
        }
        json.member("path", found.upstreamPath)
        json.member("host", found.upstreamHost)
        writeHeaders("request", found.requestHeaders, sent: seen, to: &json)
        writeHeaders("response", edits, sent: [InterpreterAnswer.upstreamHeader], to: &json)
      }
    }
    return json.bytes
  }

  /// All headers that are left when the edits are made, by name, each with its values in order.
  private func writeHeaders(
    _ name: StaticString, _ edits: [HeaderEdit], sent: [RouteRequest.Header], to json: inout JSONWriter
  ) {
    var names: [String] = []
    for header in sent where !names.contains(header.name) { names.append(header.name) }
    for edit in edits where !names.contains(edit.name) { names.append(edit.name) }
    json.object(name) { headers in
      for name in names.sorted() {
        let before = sent.filter { $0.name == name }.map(\.value)
        let values = Interpretation.values(of: name, after: edits, sent: before)
        if values.isEmpty { continue }
        headers.key(name)
        headers.array { list in for value in values { list.value(value) } }
      }
    }
  }
}
