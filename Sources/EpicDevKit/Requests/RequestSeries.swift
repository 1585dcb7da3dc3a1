import EpicBase
import EpicIR
import EpicProve

/// Requests to one generated workspace: such as an arm takes, and such as are one change away from it.
struct RequestSeries {
  private let edge: GeneratedEdge
  private let asked: AskedDeployment
  private let places: PlaceTable
  private let faulty: [(mutation: InterpreterMutation, asked: AskedDeployment)]

  init(edge: GeneratedEdge, asked: AskedDeployment, places: PlaceTable, mutations: [InterpreterMutation]) {
    self.edge = edge
    self.asked = asked
    self.places = places
    faulty = mutations.map {
      ($0, AskedDeployment($0.applied(to: asked.deployment), places, site: "here"))
    }
  }

  /// As many requests with their answers, one object of JSON a line.
  func lines(_ count: Int, random: inout RandomSource, tally: inout RequestTally) throws -> [UInt8] {
    var lines: [UInt8] = []
    var made = 0
    // A round is a request that an arm takes and a few changed ones.
    while made < count {
      guard let door = random.pick(edge.doors), let table = asked.table(of: "\(edge.name)/\(door.name)"),
        let arm = random.pick(table.arms)
      else { break }
      let solver = RequestSolver(edge: edge, door: door, places: places)
      guard let draft = taken(arm, solver, &random) else { continue }
      lines += line(draft, arm, "", door, &tally)
      made += 1
      let edits = RequestEdit(edge: edge, door: door)
      for _ in 0..<(1 + random.below(3)) where made < count {
        guard let (changed, what) = edited(draft, arm, edits, &random) else { continue }
        lines += line(changed, arm, what, door, &tally)
        made += 1
      }
    }
    return lines
  }

  /// A request that the arm takes; nil if none is found soon.
  private func taken(_ arm: RouteArm, _ solver: RequestSolver, _ random: inout RandomSource) -> RequestDraft? {
    for _ in 0..<8 {
      var draft = solver.draft(&random)
      for block in arm.blocks { draft.path = RequestSolver.path(block, &random) }
      solver.satisfy(arm.predicate, true, &draft, &random)
      if asked.answer(sent(draft, arm, "", solver.door))?.arm?.name == arm.name { return draft }
    }
    return nil
  }

  private func edited(
    _ draft: RequestDraft, _ arm: RouteArm, _ edits: RequestEdit, _ random: inout RandomSource
  ) -> (RequestDraft, String)? {
    var parts = RequestEdit.parts(of: arm.predicate)
    if !arm.blocks.isEmpty || random.oneIn(6) { parts.append(.path) }
    if random.oneIn(8) { parts.append(.host) }
    var part = random.pick(parts) ?? .path
    if random.oneIn(arm.policy.allowsWebSocket ? 3 : 25) { part = .upgrade }
    if edits.door.hasCORS && random.oneIn(8) { part = .origin }
    if random.oneIn(40) { part = .connect }
    var changed = draft
    guard let what = edits.apply(to: &changed, part, &random) else { return nil }
    return (changed, what)
  }

  private func sent(_ draft: RequestDraft, _ arm: RouteArm, _ edit: String, _ door: GeneratedEdge.Door) -> SentRequest {
    var request = draft.sent
    request.workspace = edge.name
    request.ingress = "\(edge.name)/\(door.name)"
    request.aim = arm.name
    request.edit = edit
    return request
  }

  private func line(
    _ draft: RequestDraft, _ arm: RouteArm, _ edit: String, _ door: GeneratedEdge.Door, _ tally: inout RequestTally
  ) -> [UInt8] {
    let request = sent(draft, arm, edit, door)
    guard let answer = asked.answer(request) else { return [] }
    let text = answer.line
    tally.count(
      request, aimed: edge.marks[arm.name] ?? [], taken: answer.arm.flatMap { edge.marks[$0.name] } ?? [])
    var json = JSONWriter(pretty: false)
    json.object { json in
      json.object("request") { request.write(to: &$0) }
      json.key("answer")
      json.raw(text)
      if faulty.isEmpty || edit.isEmpty { return }
      json.object("mutated") { list in
        for (mutation, asked) in faulty {
          guard let other = asked.answer(mutation.applied(to: request))?.line, other != text else { continue }
          list.key(mutation.rawValue)
          list.raw(other)
        }
      }
    }
    return json.finish()
  }
}
