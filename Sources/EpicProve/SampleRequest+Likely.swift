import EpicBase
import EpicIR

extension SampleRequest {
  /// A request that the arm probably takes: one that gives the first answer to each of its questions. A guess, to be
  /// asked of the arm itself.
  init(likelyTakenBy arm: ArmQuestion, in world: World) {
    if let hosts = world.hosts { host = hosts.example }
    if let block = arm.blocks.last { path = block.example }
    if let first = world.tls.first { tls = first }
    answer(arm.predicate)
  }

  private mutating func answer(_ predicate: Predicate) {
    switch predicate {
    case .always, .never, .not: break
    case .all(let parts): for part in parts { answer(part) }
    case .any(let parts): if let first = parts.first { answer(first) }
    case .host(let patterns), .serverName(let patterns):
      if let example = patterns.first?.examples.first { host = example }
    case .path(let patterns): if let first = patterns.first { path = first.example }
    case .pathMatches(let expression): pathExpressions.insert(expression)
    case .method(let methods): if let first = methods.first { method = first }
    case .text(let field, let test): answer(field, test)
    case .client(let prefixes): if let first = prefixes.first { client = first.address }
    case .country(let codes): country = codes.first
    case .autonomousSystem(let numbers): autonomousSystem = numbers.first
    case .cohort(let test): cohorts.append((test, test.lower))
    case .site(let sites): site = sites.first
    case .tls(let versions): tls = versions.last
    }
  }

  private mutating func answer(_ field: TextField, _ test: TextTest) {
    switch test {
    case .exists: add(field, ["1"])
    case .isOneOf(let values): add(field, Array(values.prefix(1)))
    case .startsWith(let start): add(field, [start + "1"])
    case .matches(let expression):
      add(field, ["1"])
      textExpressions.insert(TextExpression(field: field, expression: expression))
    }
  }
}
