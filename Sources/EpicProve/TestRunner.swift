package import EpicDiagnostics
package import EpicIR

/// Runs tests on the interpreter, and notes which arms they reach.
package struct TestRunner {
  private let deployment: Deployment
  private let whole: RouteInterpreter
  /// Interpreters that reach one tenant's ingresses.
  private var tenants: [String: RouteInterpreter] = [:]
  /// Arms that requests of tests were taken by, by table.
  package private(set) var reached: [Set<Int>]

  package init(_ deployment: Deployment) {
    self.deployment = deployment
    whole = RouteInterpreter(deployment)
    reached = [Set<Int>](repeating: [], count: deployment.routeTables.count)
  }

  /// What the test expects and the routes do not do, one finding an expectation; empty if it passes.
  package mutating func run(_ test: RouteTest) -> [Diagnostic] {
    let interpreter = interpreter(for: test.tenant)
    var failures: [Diagnostic] = []
    for step in test.requests {
      if let fault = ambiguity(of: step, test, interpreter) {
        failures.append(fault)
        continue
      }
      let found = interpreter.interpret(step.question, health: step.health)
      if let table = found.table, let arm = found.arm { reached[table.index].insert(arm) }
      if let fault = uselessPart(of: step, test, found) { failures.append(fault) }
      for stated in step.expectations {
        guard let failure = ExpectationCheck(deployment, found).failure(of: stated.expectation) else { continue }
        failures.append(diagnostic(failure, stated, step, test, found))
      }
    }
    return failures
  }

  private mutating func interpreter(for tenant: String?) -> RouteInterpreter {
    guard let tenant else { return whole }
    if let known = tenants[tenant] { return known }
    let made = RouteInterpreter(deployment, reachedBy: tenant)
    tenants[tenant] = made
    return made
  }

  /// Two ingresses may answer for one host or port, each on addresses of its own: which one is meant has to be said.
  private func ambiguity(
    of step: RequestExpectations, _ test: RouteTest, _ interpreter: RouteInterpreter
  ) -> Diagnostic? {
    guard let ambiguity = interpreter.ambiguity(of: step.question) else { return nil }
    let answering = ambiguity.ingresses.map { deployment.ingresses[$0] }
    let isRequest = step.question.request != nil
    return Diagnostic(
      .badTestRequest, "test `\(test.name)`: \(ambiguity.message)", at: step.origin.span, label: "to which of them?",
      secondary: answering.prefix(2).map { ingress in
        Annotation(
          (isRequest ? ingress.hostsOrigin ?? ingress.origin : ingress.origin).span,
          "`\(ingress.identity)` \(isRequest ? "answers" : "listens")")
      },
      help: answering.first.map {
        "write `to \($0.identity.name)` behind the \(isRequest ? "URL" : "host and port")"
      })
  }

  /// A token that nobody asks for says nothing: its claims reach no route. A PROXY header says even less.
  private func uselessPart(of step: RequestExpectations, _ test: RouteTest, _ found: Interpretation) -> Diagnostic? {
    let fault: RouteInterpreter.UselessPart?
    let (part, statement): (String, String)
    switch step.question {
    case .request(let request):
      fault = whole.uselessToken(of: request, found)
      (part, statement) = ("jwt", "auth jwt")
    case .connection(let connection):
      fault = whole.uselessHeader(of: connection, found)
      (part, statement) = ("via", "proxy-protocol from")
    }
    guard let fault else { return nil }
    let ingress = deployment.ingresses[fault.ingress]
    return Diagnostic(
      .badTestRequest, "test `\(test.name)`: \(fault.message)", at: step.origin.span,
      secondary: [Annotation(ingress.origin.span, "has no `\(statement)`")],
      help: "take `\(part)` out of the test, or write `\(statement)` in the ingress")
  }

  private func diagnostic(
    _ failure: ExpectationCheck.Failure, _ stated: StatedExpectation, _ step: RequestExpectations, _ test: RouteTest,
    _ found: Interpretation
  ) -> Diagnostic {
    var secondary = [Annotation(step.origin.span, failure.what)]
    var notes = ["\(step.question.request == nil ? "connection" : "request"): \(step.question)"]
    if let table = found.table {
      let rows = deployment.routeTables[table]
      if let arm = found.arm { secondary.append(Annotation(rows.arms[arm].origin.span, "this route takes it")) }
      notes.append("routes `\(rows.identity)`, in order:")
      notes += ExpectationCheck.listed(found.arms, rows)
    }
    if let application = stated.origin.application { secondary.append(Annotation(application, "in this case")) }
    return Diagnostic(
      .expectationFailed, "test `\(test.name)`: \(failure.message)", at: stated.origin.span, label: failure.label,
      secondary: secondary, notes: notes)
  }
}
