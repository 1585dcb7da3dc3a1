import EpicBase
import EpicDiagnostics
import EpicIR
import EpicSyntax

/// What stands before a member of a tier and before an upstream of a `split`: a percentage, or in parentheses a name or
/// another value that is one. A bare name would be the statement's own first word.
extension Evaluator {
  /// The percentage of a share. Nil with a diagnostic, or where the parser reported one. `notes` gathers what a total
  /// has to tell.
  mutating func share(_ view: WeightedView, _ place: Place, _ notes: inout ShareNotes) -> Percentage? {
    // What the lexer took for no percentage is cut off, and adds up to nothing that is meant.
    if let literal = view.percentage { return isDamaged(place, span(place, view.share)) ? nil : literal }
    guard view.tree.kind(of: view.share) == .parenthesized, !isDamaged(place, span(place, view.share)),
      let share = evaluate(view.share, as: .percentage, in: place)?.percentage
    else { return nil }
    notes.uses.append(Annotation(span(place, view.share), share.description))
    let inner = NodeID(view.share.rawValue + 1)
    if view.tree.kind(of: inner) == .name, let symbol = view.tree.symbol(of: inner),
      let declared = declaration(of: symbol, place)
    {
      notes.names.append(Annotation(declared, "`\(text(symbol))` is \(share)"))
    }
    return share
  }

  /// Where a variable or constant is declared.
  private func declaration(of name: Symbol, _ place: Place) -> SourceSpan? {
    var frame = place.frame
    while frame >= 0 {
      if let span = frames[frame].span(of: name) { return span }
      frame = frames[frame].parent
    }
    return lookUp(.constant, name, place).map { entries[$0].nameSpan }
  }

  /// Reports a statement that starts with the name of a percentage, and has something behind it that the percentage may
  /// be a share of. False if it does not.
  mutating func reportBareShare(_ node: NodeID, _ place: Place) -> Bool {
    let tree = files[place.file].tree
    guard let view = StatementView(tree, node), tree.kind(of: view.head) == .name,
      let name = tree.symbol(of: view.head), isPercentage(name, place)
    else { return false }
    var arguments = view.arguments
    guard let first = arguments.next() else { return false }
    let word = text(name)
    report(
      .badShare, "`\(word)` is a percentage, and stands in parentheses before what it is a share of", place, view.head,
      help: "write `(\(word)) \(text(place, first))`", fixes: [replacing(tree.span(of: view.head), by: "(\(word))")])
    return true
  }

  /// Whether a name is that of a percentage, as far as is seen without evaluating it.
  private mutating func isPercentage(_ name: Symbol, _ place: Place) -> Bool {
    let index: Int
    switch variable(name, place) {
    case .value(let value, _)?: return value.percentage != nil
    case .unknown(let type)?: return type == .percentage
    case .binding(let binding)?: index = binding
    case nil:
      guard let entry = lookUp(.constant, name, place) else { return false }
      index = entries[entry].index
    }
    guard lets.indices.contains(index) else { return false }
    let tree = files[lets[index].place.file].tree
    return tree.kind(of: lets[index].value) == .literal
      && tree.kind(of: tree.firstToken(of: lets[index].value)) == .percentage
  }
}

/// Places that a wrong total of shares tells of, where shares are names: a name hides what is added up.
struct ShareNotes {
  /// The names' declarations.
  var names: [Annotation] = []
  /// Where shares are no literals.
  var uses: [Annotation] = []
  /// Whether a share could not be evaluated, which was reported: it is not missing, and there is no total.
  var isIncomplete = false

  /// As many as a diagnostic shows, what is furthest away first.
  var shown: [Annotation] { Array((names + uses).prefix(3)) }
}
