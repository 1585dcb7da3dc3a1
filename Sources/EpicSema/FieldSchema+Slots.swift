/// A value that a statement holds, as hover and the reference show it.
package struct SlotDescription: Hashable, Sendable {
  package let slot: Slot
  package let type: ValueType
  /// The statement may be written without it.
  package let isOptional: Bool
  /// It stands in `[…]`; false where it is only one of several choices.
  package let mayBeLeftOut: Bool
  /// Several may stand there, separated by commas.
  package let isList: Bool
}

extension FieldSchema {
  /// The values that the statement holds, in the order of the signature. Words that only say which form it is have none.
  package var slots: [SlotDescription] {
    var result: [SlotDescription] = []
    FieldSchema.collect(pattern.elements, isOptional: false, isChoice: false, isList: false, &result)
    return result
  }

  /// The values that the arguments behind the keyword give. Linear in their number.
  package func slots(givenBy arguments: [Argument]) -> Set<Slot> {
    var given: Set<Slot> = []
    for end in arguments.indices {
      for expected in expected(asLastOf: Array(arguments[...end])) {
        if case .value(let slot, _) = expected { given.insert(slot) }
      }
    }
    return given
  }

  /// The signature for people: words as they are written, `<slot>` for a value, `[…]` for what may be left out,
  /// `(a | b)` for a choice, `,…` behind what may stand several times.
  package var usage: String {
    ([title] + [FieldSchema.usage(of: pattern.elements)]).filter { !$0.isEmpty }.joined(separator: " ")
  }

  private static func collect(
    _ elements: [Pattern.Element], isOptional: Bool, isChoice: Bool, isList: Bool, _ result: inout [SlotDescription]
  ) {
    for element in elements {
      switch element {
      case .word, .comma: break
      case .slot(let slot, let type):
        // The words of several forms are one list.
        if case .word(let words) = type,
          let known = result.firstIndex(where: { if $0.slot == slot, case .word = $0.type { true } else { false } }),
          case .word(let earlier) = result[known].type
        {
          result[known] = SlotDescription(
            slot: slot, type: .word(earlier + words), isOptional: result[known].isOptional,
            mayBeLeftOut: result[known].mayBeLeftOut, isList: result[known].isList)
          break
        }
        // One word alone only says which form it is.
        if case .word(let words) = type, words.count == 1 { break }
        let description = SlotDescription(
          slot: slot, type: type, isOptional: isOptional || isChoice, mayBeLeftOut: isOptional, isList: isList)
        if !result.contains(where: { $0.slot == slot && $0.type == type }) { result.append(description) }
      case .optional(let inner): collect(inner, isOptional: true, isChoice: isChoice, isList: isList, &result)
      case .list(let inner): collect(inner, isOptional: isOptional, isChoice: isChoice, isList: true, &result)
      case .choice(let choices):
        for inner in choices {
          collect(inner, isOptional: isOptional, isChoice: isChoice || choices.count > 1, isList: isList, &result)
        }
      }
    }
  }

  private static func usage(of elements: [Pattern.Element]) -> String {
    var text = ""
    for element in elements {
      if case .comma = element {
        text += ","
        continue
      }
      if !text.isEmpty { text += " " }
      switch element {
      case .word(let word): text += word
      case .comma: break
      case .slot(_, .word(let words)): text += words.count == 1 ? words[0] : "(\(words.joined(separator: " | ")))"
      case .slot(let slot, _): text += "<\(slot.spelling)>"
      case .optional(let inner): text += "[\(usage(of: inner))]"
      case .list(let inner): text += inner.count == 1 ? "\(usage(of: inner)),…" : "(\(usage(of: inner))),…"
      case .choice(let choices): text += "(\(choices.map { usage(of: $0) }.joined(separator: " | ")))"
      }
    }
    return text
  }
}
