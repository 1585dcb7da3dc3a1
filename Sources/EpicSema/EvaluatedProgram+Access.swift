package import EpicBase
package import EpicIR

extension EvaluatedDeclaration {
  /// The field of a name, the first if there are several.
  package func field(_ name: FieldName) -> EvaluatedField? { fields.first { $0.name == name } }

  /// All fields of a name, in order.
  package func fields(_ name: FieldName) -> [EvaluatedField] { fields.filter { $0.name == name } }

  /// Whether the field is said.
  package func has(_ name: FieldName) -> Bool { fields.contains { $0.name == name } }
}

extension EvaluatedField {
  /// The nested field of a name, the first if there are several.
  package func field(_ name: FieldName) -> EvaluatedField? { body.first { $0.name == name } }

  /// All nested fields of a name, in order.
  package func fields(_ name: FieldName) -> [EvaluatedField] { body.filter { $0.name == name } }

  /// Whether the nested field is said.
  package func has(_ name: FieldName) -> Bool { body.contains { $0.name == name } }

  /// The slot's first value.
  package func value(_ slot: Slot) -> Value? { bindings.first { $0.slot == slot }?.value }

  /// The slot's first binding.
  package func binding(_ slot: Slot) -> SlotBinding? { bindings.first { $0.slot == slot } }

  /// The slot's bindings, in written order.
  package func all(_ slot: Slot) -> [SlotBinding] { bindings.filter { $0.slot == slot } }

  /// The slot's values as one Swift type, in written order.
  package func all<Result>(_ slot: Slot, _ decode: (Value) -> Result?) -> [Result] {
    bindings.compactMap { $0.slot == slot ? decode($0.value) : nil }
  }

  package func integer(_ slot: Slot) -> Int64? { value(slot)?.integer }
  package func duration(_ slot: Slot) -> TimeSpan? { value(slot)?.duration }
  package func percentage(_ slot: Slot) -> Percentage? { value(slot)?.percentage }
  package func text(_ slot: Slot) -> String? { value(slot)?.text }
  package func word(_ slot: Slot) -> String? { value(slot)?.word }
  package func host(_ slot: Slot) -> HostPattern? { value(slot)?.host }
  package func path(_ slot: Slot) -> PathPattern? { value(slot)?.path }
  package func address(_ slot: Slot) -> IPAddress? { value(slot)?.address }
  package func prefix(_ slot: Slot) -> IPPrefix? { value(slot)?.prefix }
  package func asNumber(_ slot: Slot) -> ASNumber? { value(slot)?.asNumber }
  package func secret(_ slot: Slot) -> SecretReference? { value(slot)?.secret }
  package func url(_ slot: Slot) -> WebURL? { value(slot)?.url }
  package func data(_ slot: Slot) -> DataFileID? { value(slot)?.data }
  package func declaration(_ slot: Slot) -> DeclarationID? { value(slot)?.declaration }
  package func port(_ slot: Slot) -> UInt16? { value(slot)?.integer.flatMap { UInt16(exactly: $0) } }
}

extension Value {
  package var boolean: Bool? { if case .boolean(let value) = self { value } else { nil } }
  package var integer: Int64? { if case .integer(let value) = self { value } else { nil } }
  package var decimal: DecimalNumber? { if case .decimal(let value) = self { value } else { nil } }
  package var duration: TimeSpan? { if case .duration(let value) = self { value } else { nil } }
  package var size: ByteSize? { if case .size(let value) = self { value } else { nil } }
  package var rate: Rate? { if case .rate(let value) = self { value } else { nil } }
  package var bandwidth: Bandwidth? { if case .bandwidth(let value) = self { value } else { nil } }
  package var percentage: Percentage? { if case .percentage(let value) = self { value } else { nil } }
  package var version: Version? { if case .version(let value) = self { value } else { nil } }
  package var asNumber: ASNumber? { if case .asNumber(let value) = self { value } else { nil } }
  package var community: BGPCommunity? { if case .community(let value) = self { value } else { nil } }
  package var status: StatusSet? { if case .status(let value) = self { value } else { nil } }
  package var text: String? { if case .text(let value) = self { value } else { nil } }
  package var template: CaptureTemplate? { if case .template(let value) = self { value } else { nil } }
  package var word: String? { if case .word(let value) = self { value } else { nil } }
  package var host: HostPattern? { if case .host(let value) = self { value } else { nil } }
  package var path: PathPattern? { if case .path(let value) = self { value } else { nil } }
  package var regex: String? { if case .regex(let value) = self { value } else { nil } }
  package var address: IPAddress? { if case .address(let value) = self { value } else { nil } }
  package var prefix: IPPrefix? { if case .prefix(let value) = self { value } else { nil } }
  package var range: IPRange? { if case .range(let value) = self { value } else { nil } }
  package var endpoint: HostEndpoint? { if case .endpoint(let value) = self { value } else { nil } }
  package var url: WebURL? { if case .url(let value) = self { value } else { nil } }
  package var slashed: String? { if case .slashed(let value) = self { value } else { nil } }
  package var secret: SecretReference? { if case .secret(let value) = self { value } else { nil } }
  package var data: DataFileID? { if case .data(let value) = self { value } else { nil } }
  package var declaration: DeclarationID? { if case .declaration(let value) = self { value } else { nil } }
  package var list: [Value]? { if case .list(let value) = self { value } else { nil } }
  package var record: [RecordMember]? { if case .record(let value) = self { value } else { nil } }
}
