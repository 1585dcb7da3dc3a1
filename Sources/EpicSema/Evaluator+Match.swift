import EpicBase
import EpicDiagnostics
import EpicSyntax

/// Where a match stands among a statement's arguments.
struct ArgumentCursor {
  var current: UInt32
  let end: UInt32
  /// The node before which a comma was taken.
  var commaTakenBefore = UInt32.max
}

/// Matching arguments against the schema's signatures, straight into values.
extension Evaluator {
  /// Matches the arguments of a statement from `cursor` on. False, with a diagnostic, if they do not fit.
  mutating func match(
    _ elements: [SchemaWords.Element], _ cursor: inout ArgumentCursor, _ statement: NodeID, _ place: Place,
    into bindings: inout [SlotBinding]
  ) -> Bool {
    skippedWords.removeAll(keepingCapacity: true)
    lacksValue = false
    guard sequence(elements, &cursor, statement, place, &bindings) else { return false }
    if let rest = peek(&cursor, place) {
      reportUnexpected(rest, statement, place)
      return false
    }
    return !lacksValue
  }

  /// The next argument; nil at the end. What the parser could not use is passed over.
  func peek(_ cursor: inout ArgumentCursor, _ place: Place) -> NodeID? {
    let tree = files[place.file].tree
    while cursor.current < cursor.end {
      let node = NodeID(cursor.current)
      switch tree.kind(of: node) {
      case .body, .outcome:
        cursor.current = cursor.end
        return nil
      case .unexpected: cursor.current = tree.next(after: node).rawValue
      default: return node
      }
    }
    return nil
  }

  private mutating func sequence(
    _ elements: [SchemaWords.Element], _ cursor: inout ArgumentCursor, _ statement: NodeID, _ place: Place,
    _ bindings: inout [SlotBinding]
  ) -> Bool {
    for index in elements.indices
    where !matchElement(elements[index], elements[(index + 1)...], &cursor, statement, place, &bindings) {
      return false
    }
    return true
  }

  private mutating func matchElement(
    _ element: SchemaWords.Element, _ rest: ArraySlice<SchemaWords.Element>, _ cursor: inout ArgumentCursor,
    _ statement: NodeID, _ place: Place, _ bindings: inout [SlotBinding]
  ) -> Bool {
    let tree = files[place.file].tree
    switch element {
    case .word, .choiceOfWords, .slot:
      guard let node = peek(&cursor, place), accepts(element, node, tree),
        !tree.hasComma(before: node) || cursor.commaTakenBefore == node.rawValue
      else {
        reportExpected(element, rest, &cursor, statement, place)
        return false
      }
      cursor.current = tree.next(after: node).rawValue
      if !skippedWords.isEmpty { skippedWords.removeAll(keepingCapacity: true) }
      return bind(element, node, place, &bindings)
    case .comma:
      guard let node = peek(&cursor, place), tree.hasComma(before: node) else {
        reportExpected(element, rest, &cursor, statement, place)
        return false
      }
      cursor.commaTakenBefore = node.rawValue
      return true
    case .optional(let elements):
      if let node = peek(&cursor, place),
        !tree.hasComma(before: node) || cursor.commaTakenBefore == node.rawValue, accepts(elements, node, tree)
      {
        return sequence(elements, &cursor, statement, place, &bindings)
      }
      noteSkipped(elements)
      return true
    case .choice(let choices):
      if let node = peek(&cursor, place) {
        // A dotted name is a host wherever one may stand; a package's constant stands in parentheses.
        let isHost = tree.kind(of: node) == .dottedName && choices.contains(where: Self.beginsWithHost)
        for choice in choices where !isHost || Self.beginsWithHost(choice) {
          if accepts(choice, node, tree) { return sequence(choice, &cursor, statement, place, &bindings) }
        }
      }
      reportExpected(element, rest, &cursor, statement, place)
      return false
    case .list(let elements):
      if elements.count == 1, case .slot(let slot, .endpoint) = elements[0],
        takeEndpoints(slot, &cursor, place, &bindings)
      {
        guard let node = peek(&cursor, place), tree.hasComma(before: node) else { return true }
        cursor.commaTakenBefore = node.rawValue
      }
      while true {
        guard sequence(elements, &cursor, statement, place, &bindings) else { return false }
        guard let node = peek(&cursor, place), tree.hasComma(before: node) else { return true }
        cursor.commaTakenBefore = node.rawValue
      }
    }
  }

  /// Takes endpoints as long as they are literals: lists of them are most of a large workspace. Whether it took any;
  /// what is left is the general way's, which reports what is wrong.
  private mutating func takeEndpoints(
    _ slot: Slot, _ cursor: inout ArgumentCursor, _ place: Place, _ bindings: inout [SlotBinding]
  ) -> Bool {
    let tree = files[place.file].tree
    bindings.reserveCapacity(bindings.count + min(Int(cursor.end - cursor.current), 1024))
    var isFirst = true
    while cursor.current < cursor.end {
      let node = NodeID(cursor.current)
      guard tree.kind(of: node) == .literal, tree.hasComma(before: node) != isFirst, steps < stepLimit else {
        break
      }
      let token = tree.firstToken(of: node)
      guard tree.kind(of: token) == .endpoint, !tree.isDamaged(token), let endpoint = tree.endpointLiteral(token) else {
        break
      }
      steps += 1
      isFirst = false
      bindings.append(SlotBinding(slot: slot, value: .endpoint(endpoint), span: tree.span(of: token)))
      cursor.current = tree.next(after: node).rawValue
    }
    return !isFirst
  }

  private mutating func bind(
    _ element: SchemaWords.Element, _ node: NodeID, _ place: Place, _ bindings: inout [SlotBinding]
  ) -> Bool {
    switch element {
    case .slot(let slot, let type):
      matchedSlot = slot
      defer { matchedSlot = nil }
      guard let value = evaluate(node, as: type, in: place) else {
        // What stands behind a value that nobody knows is checked all the same.
        lacksValue = true
        return isAbstract
      }
      bindings.append(SlotBinding(slot: slot, value: value, span: span(place, node)))
    case .choiceOfWords(let slot, _):
      guard step(place, node), let symbol = files[place.file].tree.symbol(of: node) else { return false }
      bindings.append(SlotBinding(slot: slot, value: .word(text(symbol)), span: span(place, node)))
    default: break
    }
    return true
  }

  /// Whether the node may begin the element. Deep enough to choose between alternatives; types are checked on binding.
  func accepts(_ element: SchemaWords.Element, _ node: NodeID, _ tree: SyntaxTree) -> Bool {
    switch element {
    case .word(let word):
      let kind = tree.kind(of: node)
      return (kind == .name || kind == .reservedWord || kind == .dottedName) && tree.symbol(of: node) == word
    case .choiceOfWords(_, let choices):
      let kind = tree.kind(of: node)
      guard kind == .name || kind == .reservedWord || kind == .dottedName, let symbol = tree.symbol(of: node) else {
        return false
      }
      return choices.contains(symbol)
    case .slot(_, let type): return Evaluator.mayBe(type, node, tree)
    case .comma: return tree.hasComma(before: node)
    case .optional(let elements), .list(let elements): return accepts(elements, node, tree)
    case .choice(let choices): return choices.contains { accepts($0, node, tree) }
    }
  }

  /// Whether the node may begin the elements: the first of them that may not be left out, or one before it.
  private func accepts(_ elements: [SchemaWords.Element], _ node: NodeID, _ tree: SyntaxTree) -> Bool {
    for element in elements {
      if accepts(element, node, tree) { return true }
      guard case .optional = element else { return false }
    }
    return elements.isEmpty
  }

  /// Whether the node's shape fits the type: wrong units and wrong names fit, so that they get the better message.
  private static func mayBe(_ type: ValueType, _ node: NodeID, _ tree: SyntaxTree) -> Bool {
    switch tree.kind(of: node) {
    case .literal:
      let kind = tree.kind(of: tree.firstToken(of: node))
      switch type {
      case .text: return kind == .string || kind == .blockString
      case .url: return kind == .url
      case .data: return false
      case .prefix: return kind == .prefix || kind == .address || kind == .addressRange
      case .status: return kind == .integer || kind == .integerRange || kind == .statusClass
      default: return true
      }
    case .data: return type == .data || type == .textOrData
    case .reservedWord: return type == .boolean
    default: return true
    }
  }

  private static func beginsWithHost(_ elements: [SchemaWords.Element]) -> Bool {
    if case .slot(_, .host)? = elements.first { true } else { false }
  }

  private mutating func noteSkipped(_ elements: [SchemaWords.Element]) {
    switch elements.first {
    case .word(let word)?: skippedWords.append(word)
    case .choiceOfWords(_, let choices)?: skippedWords += choices
    default: break
    }
  }

  // MARK: Diagnostics

  private mutating func reportExpected(
    _ element: SchemaWords.Element, _ rest: ArraySlice<SchemaWords.Element>, _ cursor: inout ArgumentCursor,
    _ statement: NodeID, _ place: Place
  ) {
    if isHeadDamaged(statement, place) { return }
    let expected = (phrases(element) + skippedWords.map { "`\(text($0))`" }).joinedAsChoice
    guard let node = peek(&cursor, place) else {
      let head = headSpan(place, statement)
      report(
        .missingArgument, "`\(firstWord(place, statement))` ends where \(expected) is expected", place,
        at: SourceSpan(source: head.source, start: head.start, end: head.end), label: "incomplete",
        // Where `->` is missing too, words alone mend nothing.
        fixes: missingWords(element, rest).filter {
          $0.rest.isEmpty && !(matchedField.map { Schema.field($0).leadsSomewhere } ?? false)
        }.map {
          inserting(" " + $0.words, at: head.end, head.source, "write `\($0.words)` behind it")
        })
      return
    }
    let tree = files[place.file].tree
    if tree.hasComma(before: node) && cursor.commaTakenBefore != node.rawValue {
      report(
        .unexpectedArgument, "\(expected) is expected, not a `,`", place, node,
        help: "`,` separates the values of one list; statements end at the line or `;`")
      return
    }
    let words = choiceWords(element) + skippedWords.map { text($0) }
    if !words.isEmpty, tree.kind(of: node) == .name || tree.kind(of: node) == .reservedWord {
      if reportMissingWords(element, rest, words, node, place) { return }
      reportUnknownWord(text(place, node), words, node, place)
      return
    }
    if case .slot(_, let type) = element {
      reportMismatch(type, node, place)
      return
    }
    report(
      .typeMismatch, "\(expected) is expected, `\(text(place, node))` is \(nodePhrase(node, place))", place, node)
  }

  /// Reports a keyword of the body behind a statement that is complete: the statement's end is missing. False if the node
  /// is none.
  private mutating func reportSwallowed(_ node: NodeID, _ statement: NodeID, _ place: Place) -> Bool {
    let tree = files[place.file].tree
    guard tree.kind(of: node) == .name, let symbol = tree.symbol(of: node),
      !words.candidates(matchedContext, symbol).isEmpty
    else { return false }
    let keyword = text(symbol)
    // In the place of a comma, or behind what stands before.
    let before = TokenID(tree.firstToken(of: node).rawValue - 1)
    var gap = SourceSpan(source: tree.source, start: tree.end(of: before), end: tree.end(of: before))
    if tree.hasComma(before: node) { gap = tree.span(of: before) }
    report(
      .unexpectedArgument, "`\(keyword)` is not expected behind `\(firstWord(place, statement)) …`", place, node,
      help: "if it starts a statement of its own, `;` or a new line stands before it",
      fixes: [FixIt("write `;`", [TextEdit(gap, replacement: ";")])])
    return true
  }

  private mutating func reportUnexpected(_ node: NodeID, _ statement: NodeID, _ place: Place) {
    if isHeadDamaged(statement, place) { return }
    let written = text(place, node)
    if reportSwallowed(node, statement, place) { return }
    if files[place.file].tree.hasComma(before: node) {
      report(
        .unexpectedArgument, "a `,` is not expected behind `\(firstWord(place, statement)) …`", place, node,
        help: "`,` separates the values of one list; statements end at the line or `;`")
      return
    }
    let suggestion = nearest(written, skippedWords.map { text($0) })
    let expected = skippedWords.map { "`\(text($0))`" }.joinedAsChoice
    report(
      .unexpectedArgument, "`\(written)` is not expected behind `\(firstWord(place, statement)) …`", place, node,
      help: suggestion.map { "did you mean `\($0)`?" }
        ?? (skippedWords.isEmpty ? "the statement is complete before it" : "\(expected) may stand here"),
      fixes: suggestion.map { [FixIt("write `\($0)`", [TextEdit(span(place, node), replacement: $0)])] } ?? [])
  }

  /// The words that the element and those behind it say, up to the first value; none where a value comes first.
  private func missingWords(
    _ element: SchemaWords.Element, _ rest: ArraySlice<SchemaWords.Element>
  ) -> [(words: String, rest: ArraySlice<SchemaWords.Element>)] {
    guard case .word(let first) = element else { return [] }
    var words = text(first)
    var rest = rest
    while case .word(let next)? = rest.first {
      words += " " + text(next)
      rest = rest.dropFirst()
    }
    return [(words, rest)]
  }

  /// Reports a word of the statement that is missing before a value, or stands without a blank before a number. False if
  /// the node may be the word misspelt.
  private mutating func reportMissingWords(
    _ element: SchemaWords.Element, _ rest: ArraySlice<SchemaWords.Element>, _ choices: [String], _ node: NodeID,
    _ place: Place
  ) -> Bool {
    let tree = files[place.file].tree
    let written = text(place, node)
    guard let missing = missingWords(element, rest).first else { return false }
    if written.hasPrefix(missing.words), case let number = written.dropFirst(missing.words.count), !number.isEmpty,
      number.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 })
    {
      report(
        .unknownWordHere, "`\(written)` stands where `\(missing.words)` is expected", place, node,
        fixes: [replacing(span(place, node), by: "\(missing.words) \(number)")])
      return true
    }
    guard nearest(written, choices) == nil, case .slot(_, let type)? = missing.rest.first,
      tree.kind(of: node) == .name, let symbol = tree.symbol(of: node), isKnown(symbol, type, place)
    else { return false }
    report(
      .unknownWordHere, "`\(written)` stands where \(choices.map { "`\($0)`" }.joinedAsChoice) is expected", place,
      node,
      fixes: [
        inserting("\(missing.words) ", at: span(place, node).start, tree.source, "write `\(missing.words) \(written)`")
      ])
    return true
  }

  /// Whether a name is one of a kind that its place names.
  private func isKnown(_ name: Symbol, _ type: ValueType, _ place: Place) -> Bool {
    guard case .reference(let kind) = type else { return false }
    return entriesByName[NameSpace.kind(kind).key(name)] != nil
  }

  private func choiceWords(_ element: SchemaWords.Element) -> [String] {
    switch element {
    case .word(let word): [text(word)]
    case .choiceOfWords(_, let choices): choices.map { text($0) }
    case .choice(let choices): choices.flatMap { $0.first.map(choiceWords) ?? [] }
    case .optional(let elements), .list(let elements): elements.first.map(choiceWords) ?? []
    case .slot, .comma: []
    }
  }

  private func phrases(_ element: SchemaWords.Element) -> [String] {
    switch element {
    case .word(let word): ["`\(text(word))`"]
    case .choiceOfWords(_, let choices): choices.map { "`\(text($0))`" }
    case .slot(_, let type): [type.phrase]
    case .comma: ["`,`"]
    case .choice(let choices): choices.flatMap { $0.first.map(phrases) ?? [] }
    case .optional(let elements), .list(let elements): elements.first.map(phrases) ?? []
    }
  }
}
