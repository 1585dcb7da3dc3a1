package import EpicIR

/// What makes a request no question that has one answer. Whoever asks is told so, instead of an answer to another question.
extension RouteInterpreter {
  /// Several ingresses that answer for a request, each on addresses of its own.
  package struct Ambiguity: Sendable {
    /// At least two.
    package var ingresses: [RowID<Ingress>]
    package var message: String
  }

  /// A token, or a PROXY header, for an ingress that asks for none.
  package struct UselessPart: Sendable {
    package var ingress: RowID<Ingress>
    package var message: String
  }

  /// The ingresses that answer for the request, if there are several; the first of them is what `interpret` takes.
  package func ambiguity(of request: RouteRequest) -> Ambiguity? {
    let answering = answering(request)
    guard answering.count > 1 else { return nil }
    let names = answering.prefix(3).map { "`\(deployment.ingresses[$0].identity)`" }.joined(separator: " and ")
    return Ambiguity(
      ingresses: answering,
      message: "\(answering.count > 3 ? "ingresses such as" : "ingresses") \(names) answer for "
        + "`\(request.host)` on port \(request.port), each on addresses of its own")
  }

  /// A token whose claims reach no route, because the ingress that answers asks for none.
  package func uselessToken(of request: RouteRequest, _ found: Interpretation) -> UselessPart? {
    guard request.token != nil, let id = found.ingress, deployment.ingresses[id].jwtProviders.isEmpty else {
      return nil
    }
    return UselessPart(
      ingress: id,
      message: "the request has a token, and ingress `\(deployment.ingresses[id].identity)` asks for none")
  }
}
