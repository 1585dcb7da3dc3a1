import EpicBase
import EpicDiagnostics
import EpicIR

/// Rules about what an ingress asks of requests.
extension Evaluator {
  /// Most clients of one `auth api-key`: each is a secret that the node watches, and each key is compared.
  private static let mostKeys = 64

  mutating func checkKeys(of field: EvaluatedField, _ place: Place) -> Bool {
    let keys = field.fields(.clientKey)
    guard keys.count > Evaluator.mostKeys else { return true }
    report(
      .valueOutOfBounds, "`auth api-key` has \(keys.count) keys, \(Evaluator.mostKeys) at most are allowed", place,
      at: keys[Evaluator.mostKeys].origin.span, help: "tokens (`auth jwt`) have any number of holders")
    return false
  }

  /// One line of text, which stands in quotes in a header.
  mutating func checkRealm(_ field: EvaluatedField, _ place: Place) -> Bool {
    guard let binding = field.binding(.value), let realm = binding.value.text else { return true }
    if !realm.isEmpty, realm.utf8.allSatisfy({ $0 >= 32 && $0 < 127 && $0 != 34 && $0 != 92 }) { return true }
    report(
      .badCredentialDemand, "a realm is visible ASCII, without quotes and backslashes", place, at: binding.span,
      help: "write a few words: `realm \"Staff\"`")
    return false
  }

  /// Headers that a key comes in, or that tell upstreams what was found out.
  mutating func checkCredentialHeaders(_ field: EvaluatedField, _ use: EdgeHeader.Use, _ place: Place) -> Bool {
    for binding in field.all(.name) {
      guard let name = binding.value.word ?? binding.value.text else { continue }
      guard checkRequestName(name, .header, place, at: binding.span) else { return false }
      let folded = Evaluator.folded(name)
      let reason: String
      if let row = EdgeHeader.of(folded), row.refused.contains(use) {
        reason = row.reason
      } else if folded == "authorization" || folded == "cookie" {
        reason = "tokens, passwords and cookies of others come in it"
      } else {
        continue
      }
      report(
        .badCredentialDemand, "`\(name)` cannot be used here: \(reason)", place, at: binding.span,
        help: "take a header of your own, such as `x-\(field.name == .keyHeader ? "api-key" : "user")`")
      return false
    }
    return true
  }

  /// The two paths of a sign-in are its own.
  mutating func checkSignInPaths(_ field: EvaluatedField, _ place: Place) -> Bool {
    let signOut = field.field(.signOutPath)?.binding(.path)
    let back = field.field(.redirectPath)?.binding(.path)
    guard let binding = signOut ?? back,
      (signOut?.value.path?.description ?? "/oidc/sign-out") == (back?.value.path?.description ?? "/oidc/callback")
    else { return true }
    report(
      .badCredentialDemand, "a browser cannot sign out where the issuer sends it back to", place, at: binding.span,
      help: "give `redirect-path` and `sign-out-path` paths of their own")
    return false
  }

  /// Credentials that exclude one another, and sign-in without TLS.
  mutating func checkCredentials(_ declaration: EvaluatedDeclaration, _ place: Place) {
    if declaration.isUnclear { return }
    if let basic = declaration.field(.authBasic),
      let other = declaration.field(.authJWT) ?? declaration.field(.authOIDC)
    {
      report(
        .conflictingCredentials,
        "`auth basic` and `\(Schema.field(other.schema).title)` cannot both hold: each wants `authorization` for itself",
        place, at: basic.origin.span, secondary: [Annotation(other.origin.span, "the other is here")],
        help: "keep one, or give each an ingress of its own",
        fixes: basic.origin.application == nil ? removing([basic.origin.span], "take `auth basic` out") : [])
    }
    guard let signIn = declaration.field(.authOIDC) else { return }
    if let lax = declaration.fields(.authJWT).first(where: { $0.has(.missing) }), let missing = lax.field(.missing) {
      report(
        .conflictingCredentials,
        "with `missing allowed`, who brings what is no token would pass `auth oidc` without signing in", place,
        at: missing.origin.span, secondary: [Annotation(signIn.origin.span, "people sign in here")],
        help: "take `missing allowed` out: `forward token` gives `auth jwt` the token of who signed in",
        fixes: missing.origin.application == nil ? removing([missing.origin.span], "take `missing allowed` out") : [])
    }
    for listen in declaration.fields where listen.name == .listenHTTP && listen.value(.redirect) == nil {
      report(
        .conflictingCredentials, "`listen http` serves browsers that keep no cookie of `auth oidc`: it is for TLS only",
        place, at: listen.origin.span, secondary: [Annotation(signIn.origin.span, "people sign in here")],
        help: "redirect to `https`, or take the listener out",
        fixes: [
          inserting(" redirect https", at: listen.origin.span.end, listen.origin.span.source, "redirect to `https`")
        ])
      return
    }
  }
}
