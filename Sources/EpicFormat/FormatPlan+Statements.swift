import EpicSyntax

extension FormatPlan {
  /// Plans the statements of a file or of a body that is written over several lines.
  mutating func planStatements(of container: NodeID, indentation: Int) {
    let isBody = tree.kind(of: container) != .file
    var wasDamaged = false
    var previousEnd = firstToken(container) + (isBody ? 1 : 0)
    var isFirst = true
    var child = tree.children(of: container)
    var next = child.next()
    while let statement = next {
      next = child.next()
      let start = firstToken(statement)
      let hasSeparator = planSeparators(previousEnd..<start, isFirst: isFirst, endsLines: true)
      let touchesNext = next.map { !isSeparated(endToken(statement)..<firstToken($0)) } ?? false
      marks[start].insert(.startsLine)
      let isDamaged = isDamaged(statement) || touchesNext || !isFirst && !hasSeparator
      if isDamaged {
        // Between two damaged statements nothing is known to mean what it seems to.
        keep(statement, from: wasDamaged ? previousEnd : start + 1)
      } else {
        planStatement(statement, indentation: indentation)
      }
      wasDamaged = isDamaged
      previousEnd = endToken(statement)
      isFirst = false
    }
    // A `}` or the end of the file ends the last statement.
    let last = isBody ? endToken(container) - 1 : endToken(container)
    if previousEnd < last { _ = planSeparators(previousEnd..<last, isFirst: true, endsLines: true) }
  }

  /// Whether a newline or `;` stands between two statements.
  private func isSeparated(_ gap: Range<Int>) -> Bool {
    tree.tokenRecords[gap.upperBound].flags.contains(.newlineBefore) || !gap.isEmpty
  }

  /// Decides which `;` of a gap between statements stay. Gives whether there is a separator at all.
  ///
  /// Where every statement has its line, only one that a newline cannot stand for stays (behind `in`, say, no newline
  /// counts). On one line, one stays between two statements, unless a comma separates them.
  mutating func planSeparators(_ gap: Range<Int>, isFirst: Bool, endsLines: Bool) -> Bool {
    guard gap.upperBound < tree.tokenCount else { return true }
    let tokens = tree.tokenRecords
    var isEnough = isFirst
    if !isFirst && endsLines && gap.lowerBound > 0 {
      isEnough = !tokens[gap.lowerBound - 1].kind.continuesAfter && !tokens[gap.upperBound].kind.continuesBefore
    }
    if gap.contains(where: { tokens[$0].kind == .comma }) { isEnough = true }
    for token in gap where tokens[token].kind == .semicolon {
      if isEnough { marks[token].insert(.isDropped) }
      isEnough = true
    }
    return isSeparated(gap)
  }

  /// Whether an error is in the statement itself: outside of bodies whose statements stand on lines of their own.
  private func isDamaged(_ statement: NodeID) -> Bool {
    if tree.kind(of: statement) == .unexpected || endToken(statement) <= firstToken(statement) { return true }
    var count = damage(firstToken(statement), endToken(statement))
    if count == 0 { return false }
    for body in bodies(of: statement) where !areOnOneLine(firstToken(body), endToken(body)) && isClosed(body) {
      count -= damage(firstToken(body) + 1, endToken(body) - 1)
    }
    return count > 0
  }

  private func isClosed(_ body: NodeID) -> Bool {
    endToken(body) > firstToken(body) + 1 && tree.tokenRecords[endToken(body) - 1].kind == .rightBrace
  }

  /// The bodies of a statement that lie in no other body, in order.
  private func bodies(of statement: NodeID) -> [NodeID] {
    var bodies: [NodeID] = []
    var node = NodeID(statement.rawValue + 1)
    let end = tree.next(after: statement)
    while node < end {
      if tree.kind(of: node) == .body {
        bodies.append(node)
        node = tree.next(after: node)
      } else {
        node.rawValue += 1
      }
    }
    return bodies
  }

  /// Keeps a statement as it is, with what stands before its tokens from `token` on.
  private mutating func keep(_ statement: NodeID, from token: Int) {
    let start = firstToken(statement)
    for index in min(token, start)..<max(endToken(statement), start) {
      if index >= token { marks[index].insert(.keepsGap) }
      marks[index].insert(.isKept)
      marks[index].remove(.isDropped)
    }
  }

  private mutating func planStatement(_ statement: NodeID, indentation: Int) {
    planBodies(of: statement, indentation: indentation)
    markAlignment(statement)
  }

  private mutating func planBodies(of statement: NodeID, indentation: Int) {
    let bodies = bodies(of: statement)
    let (start, end) = (firstToken(statement), endToken(statement))
    if areOnOneLine(start, end), indentation + width(start, end) <= FormatPlan.lineWidth {
      for body in bodies { planFlatBody(body) }
      return
    }
    let staysFlat =
      !areOnOneLine(start, end)
      && bodies.allSatisfy {
        areOnOneLine(firstToken($0), endToken($0)) && fits($0, statement, indentation)
      }
    for body in bodies {
      if staysFlat || endToken(body) == firstToken(body) + 2 && areOnOneLine(firstToken(body), endToken(body)) {
        planFlatBody(body)
        continue
      }
      marks[firstToken(body)].insert(.opensLines)
      marks[endToken(body) - 1].insert(.closesLines)
      pending.append((body, indentation + FormatPlan.indentation))
    }
  }

  /// Whether a body on one line, in a statement of several, fits with what stands before and behind it on that line.
  private func fits(_ body: NodeID, _ statement: NodeID, _ indentation: Int) -> Bool {
    var start = firstToken(body)
    while start > firstToken(statement), !breaks[start] { start -= 1 }
    var stop = endToken(body)
    while stop < endToken(statement), !breaks[stop] { stop += 1 }
    // A line that goes on a statement is indented by two levels at most.
    return indentation + 2 * FormatPlan.indentation + width(start, stop) <= FormatPlan.lineWidth
  }

  /// Plans the separators of a body that stays on one line, and of those in it.
  private mutating func planFlatBody(_ body: NodeID) {
    var nodes = [body]
    while let body = nodes.popLast() {
      var previousEnd = firstToken(body) + 1
      var isFirst = true
      for statement in tree.children(of: body) {
        _ = planSeparators(previousEnd..<firstToken(statement), isFirst: isFirst, endsLines: false)
        nodes += bodies(of: statement)
        previousEnd = endToken(statement)
        isFirst = false
      }
      let last = endToken(body) - 1
      if previousEnd < last { _ = planSeparators(previousEnd..<last, isFirst: true, endsLines: false) }
    }
  }

  // MARK: Alignment

  /// Marks where a line-level statement may be aligned with its neighbours.
  private mutating func markAlignment(_ statement: NodeID) {
    switch tree.kind(of: statement) {
    case .statement where !takesLines(statement): markLead(statement)
    case .modified where !takesLines(statement), .override where !takesLines(statement):
      if endToken(statement) > firstToken(statement) + 1 { marks[firstToken(statement) + 1].insert(.isLead) }
    case .arm, .otherwise, .under, .field:
      if let label = tree.child(of: statement, kind: .label), endToken(label) < endToken(statement) {
        marks[endToken(label)].insert(.isLabelled)
      }
      if let outcome = tree.child(of: statement, kind: .outcome) {
        marks[firstToken(outcome)].insert(.isArmArrow)
      }
    default: break
    }
  }

  /// Whether a statement ends in a body that is written over several lines: what stands before it reads better unaligned.
  private func takesLines(_ statement: NodeID) -> Bool {
    endToken(statement) > firstToken(statement) && marks[endToken(statement) - 1].contains([.closesLines])
  }

  private mutating func markLead(_ statement: NodeID) {
    var before = NodeID(statement.rawValue + 1)
    // `may use` and `may reach` are the keywords of two words.
    if tree.string(of: tree.firstToken(of: before)) == "may", isArgument(tree.next(after: before), of: statement) {
      before = tree.next(after: before)
    }
    let argument = tree.next(after: before)
    if isArgument(argument, of: statement) { marks[firstToken(argument)].insert(.isLead) }
  }

  private func isArgument(_ node: NodeID, of statement: NodeID) -> Bool {
    guard node < tree.next(after: statement) else { return false }
    switch tree.kind(of: node) {
    case .body, .outcome, .label, .unexpected: return false
    default: return endToken(node) > firstToken(node)
    }
  }
}
