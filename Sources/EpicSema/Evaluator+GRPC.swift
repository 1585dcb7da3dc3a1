import EpicBase
import EpicDiagnostics
import EpicIR
import EpicSyntax

/// gRPC (the protocol over HTTP/2, https://grpc.io): predicates and health checks.
extension Evaluator {
  /// `grpc PACKAGE.SERVICE/METHOD` and `…/*`: POST, the method's path, and a content type of gRPC's own. gRPC-Web is not
  /// gRPC.
  mutating func grpcMethod(_ operand: NodeID, _ place: Place) -> Predicate? {
    let tree = files[place.file].tree
    let written = text(place, operand)
    guard tree.kind(of: operand) == .literal, tree.kind(of: tree.firstToken(of: operand)) == .slashedName,
      let path = Evaluator.grpcPath(tree.string(of: operand))
    else {
      let isService = tree.kind(of: operand) == .dottedName || tree.kind(of: operand) == .name
      let operandSpan = span(place, operand)
      let end = SourceSpan(source: operandSpan.source, start: operandSpan.end, end: operandSpan.end)
      report(
        .badGRPCMethod, "`\(written)` is no method of a gRPC service", place, operand,
        help: isService
          ? "write `\(written)/METHOD`, or `\(written)/*` for all methods"
          : "write `grpc acme.cart.v1.Cart/Checkout`, or `…/*` for all methods",
        fixes: isService ? [FixIt("ask for all methods", [TextEdit(end, replacement: "/*")])] : [])
      return nil
    }
    let contentType = TextField.header("content-type")
    return .all([
      .path([path]), .method(["POST"]),
      .any([.text(contentType, .isOneOf(["application/grpc"])), .text(contentType, .startsWith("application/grpc+"))]),
    ])
  }

  /// The path of `SERVICE/METHOD`, or of `SERVICE/*`, which is any one segment; nil if it is neither.
  private static func grpcPath(_ text: String) -> PathPattern? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].split(separator: ".", omittingEmptySubsequences: false).allSatisfy(isIdentifier)
    else { return nil }
    if parts[1] == "*" { return PathPattern(segments: [.literal(String(parts[0])), .capture("")]) }
    guard isIdentifier(parts[1]) else { return nil }
    return PathPattern(segments: [.literal(String(parts[0])), .literal(String(parts[1]))])
  }

  /// An identifier of Protocol Buffers.
  private static func isIdentifier(_ text: Substring) -> Bool {
    guard let first = text.utf8.first, !(48...57).contains(first) else { return false }
    return text.utf8.allSatisfy { byte in
      (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 95
    }
  }

  /// The gRPC health protocol is spoken over HTTP/2.
  mutating func checkGRPCHealth(_ body: BodyState, _ place: Place) {
    guard let health = body.working.first(where: { $0.field.name == .healthGRPC })?.field, body.isWhole else { return }
    let version = body.working.first { $0.field.name == .protocol }?.field
    if version?.word(.value) == "h2" { return }
    var fixes: [FixIt] = []
    if let binding = version?.binding(.value) {
      fixes = [FixIt("write `h2`", [TextEdit(binding.span, replacement: "h2")])]
    } else if health.origin.application == nil {
      let end = SourceSpan(
        source: health.origin.span.source, start: health.origin.span.end, end: health.origin.span.end)
      fixes = [FixIt("write `protocol h2`", [TextEdit(end, replacement: "; protocol h2")])]
    }
    report(
      .grpcHealthWithoutHTTP2, "`health grpc` asks endpoints in HTTP/2, and they are spoken to in HTTP/1.1", place,
      at: health.origin.span, secondary: version.map { [Annotation($0.origin.span, "said here")] } ?? [],
      help: "write `protocol h2`", fixes: fixes)
  }
}
