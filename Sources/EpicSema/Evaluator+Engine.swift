import EpicDiagnostics
import EpicIR

/// The engine of an ingress that names none.
extension Evaluator {
  /// Gives the ingress the only engine that its owner may use. Where there are several, or none, it has to say one.
  mutating func chooseEngine(_ declaration: inout EvaluatedDeclaration, _ place: Place) {
    if declaration.has(.engine) || declaration.isUnclear || declaration.broken.contains(.engine) { return }
    if place.owner >= 0, program.tenants[place.owner].mayLack(.mayUse) { return }
    let engines = choices(place)
    if engines.count == 1,
      let schema = Schema.fields.firstIndex(where: { $0.name == .engine && $0.context == .ingress })
    {
      declaration.fields.append(
        EvaluatedField(
          schema: FieldSchemaID(UInt16(truncatingIfNeeded: schema)), name: .engine, key: "",
          bindings: [SlotBinding(slot: .engine, value: .declaration(engines[0]), span: declaration.origin.span)],
          body: [], share: nil, origin: declaration.origin))
      return
    }
    declaration.broken.insert(.engine)
    let names = engines.map { "`engine \(program[$0].identity.name)`" }
    report(
      .missingField, "an `ingress` needs `engine`", place, at: declaration.origin.span,
      help: names.isEmpty ? "for example `engine stable`" : "write \(names.joinedAsChoice)")
  }

  /// The engines that may be named: those that the tenant is granted, or all of the platform's.
  private func choices(_ place: Place) -> [DeclarationID] {
    if place.owner >= 0 {
      return program.tenants[place.owner].uses.map(\.declaration).filter { $0.kind == .engine }
    }
    return program.declarations(of: .engine).indices.map { DeclarationID(.engine, UInt32(truncatingIfNeeded: $0)) }
  }
}
