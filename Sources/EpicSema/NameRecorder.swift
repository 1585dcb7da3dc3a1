import EpicBase
import EpicSyntax

/// What an evaluation notes for a `NameIndex`: as sets, because a template's text is evaluated once for each use of it.
struct NameRecorder {
  /// What is named.
  enum Target: Hashable {
    /// Index into the evaluator's `entries`.
    case entry(Int)
    /// Where the variable is declared.
    case variable(SourceSpan)
  }

  struct Use: Hashable {
    var span: SourceSpan
    var target: Target
  }

  struct Variable {
    var kind: NameIndex.Kind
    var name: Symbol
    var file: Int
    var span: SourceSpan
    var node: NodeID
  }

  /// Which part of a dotted name is meant.
  enum Part {
    /// A variable or constant, before its members.
    case first
    /// What a package declares, behind its path.
    case last
  }

  var uses: Set<Use> = []
  /// Places that name packages, a use for each part of a path.
  var packageUses: Set<NameIndex.PackageUse> = []
  var variables: [SourceSpan: Variable] = [:]
  /// Bodies and values that were evaluated.
  var evaluated: Set<SourceSpan> = []
}

/// Recording, where it is asked for; otherwise one look at a nil.
extension Evaluator {
  /// Notes that a node names a declared name.
  mutating func record(_ entry: Int, _ node: NodeID, _ part: NameRecorder.Part, _ place: Place) {
    if recorder == nil { return }
    for span in namedSpans(text(entries[entry].name), node, part, place) {
      recorder?.uses.insert(NameRecorder.Use(span: span, target: .entry(entry)))
    }
    if case .last = part { recordPackage(before: entry, node, place) }
  }

  /// Notes that the text at the span names a declaration.
  mutating func record(_ id: DeclarationID, at span: SourceSpan) {
    if recorder == nil { return }
    let instance = instances[order[Int(id.kind.rawValue)][Int(id.position)]]
    let key = NameSpace.kind(id.kind).key(instance.name)
    guard let entry = packages[instance.package].names[key] else { return }
    recorder?.uses.insert(NameRecorder.Use(span: span, target: .entry(entry)))
  }

  /// Notes that a node names the variable of that name, if there is one.
  mutating func recordVariable(_ name: Symbol, _ node: NodeID, _ place: Place) {
    if recorder == nil { return }
    var frame = place.frame
    while frame >= 0 {
      if let declared = frames[frame].span(of: name) {
        for span in namedSpans(text(name), node, .first, place) {
          recorder?.uses.insert(NameRecorder.Use(span: span, target: .variable(declared)))
        }
        return
      }
      frame = frames[frame].parent
    }
  }

  /// Notes a label that names a parameter.
  mutating func recordLabel(_ argument: NodeID, of parameter: SourceSpan, _ place: Place) {
    if recorder == nil { return }
    let tree = files[place.file].tree
    let span = tree.span(of: tree.firstToken(of: argument))
    recorder?.uses.insert(NameRecorder.Use(span: span, target: .variable(parameter)))
  }

  /// Notes a variable's declaration.
  mutating func recordDeclared(_ kind: NameIndex.Kind, _ name: Symbol, _ node: NodeID, _ place: Place) {
    if recorder == nil { return }
    let span = span(place, node)
    recorder?.variables[span] = NameRecorder.Variable(kind: kind, name: name, file: place.file, span: span, node: node)
  }

  /// Notes that a body or value was evaluated.
  mutating func recordEvaluated(_ node: NodeID, _ place: Place) {
    if recorder == nil { return }
    let span = span(place, node)
    recorder?.evaluated.insert(span)
  }

  /// Where a node says a name: all of it, a part of a dotted name, or inside `${…}` of a string.
  private func namedSpans(
    _ name: String, _ node: NodeID, _ part: NameRecorder.Part, _ place: Place
  ) -> [SourceSpan] {
    let whole = span(place, node)
    let tree = files[place.file].tree
    if tree.kind(of: node) == .literal { return interpolations(of: Array(name.utf8), in: whole, tree.text) }
    let written = tree.string(in: whole)
    if written == name { return [whole] }
    let length = UInt32(truncatingIfNeeded: name.utf8.count)
    switch part {
    case .first where written.hasPrefix(name + "."):
      return [SourceSpan(source: whole.source, start: whole.start, end: whole.start + length)]
    case .last where written.hasSuffix("." + name):
      return [SourceSpan(source: whole.source, start: whole.end - length, end: whole.end)]
    default: return []
    }
  }

  /// Where a literal says `${name}` or `${name.member}`.
  private func interpolations(of name: [UInt8], in span: SourceSpan, _ text: [UInt8]) -> [SourceSpan] {
    var found: [SourceSpan] = []
    let end = min(Int(span.end), text.count)
    var index = Int(span.start)
    while index + 2 + name.count < end {
      if text[index] == UInt8(ascii: "\\") {
        index += 2
        continue
      }
      if text[index] == UInt8(ascii: "$"), text[index + 1] == UInt8(ascii: "{") {
        let start = index + 2
        let next = text[start + name.count]
        if text[start..<start + name.count].elementsEqual(name),
          next == UInt8(ascii: "}") || next == UInt8(ascii: ".")
        {
          found.append(
            SourceSpan(
              source: span.source, start: UInt32(truncatingIfNeeded: start),
              end: UInt32(truncatingIfNeeded: start + name.count)))
        }
      }
      index += 1
    }
    return found
  }
}
