import EpicBase
import EpicDiagnostics
import EpicSyntax

/// A long condition that three routes repeat has a name.
enum RepeatedConditionRule: LintRule {
  static let code = DiagnosticCode.repeatedCondition
  static let fix = FixEffect.none

  /// Fewest tokens of a condition that is long.
  private static let length = 10
  /// Fewest routes that make it a repetition.
  private static let routes = 3

  static func check(_ context: LintContext, reporting sink: inout DiagnosticSink) {
    for file in context.files {
      let tree = file.tree
      for table in RouteWalk(file).tables {
        var positions: [String: Int] = [:]
        var conditions: [[NodeID]] = []
        // Names may mean something else in each turn of a loop.
        for arm in table.arms where !arm.isConditional {
          let operands = tree.kind(of: arm.predicate) == .and ? tree.parts(of: arm.predicate) : [arm.predicate]
          for operand in operands where tree.length(of: operand) >= length {
            let text = tree.words(of: operand)
            if let position = positions[text] {
              conditions[position].append(operand)
            } else {
              positions[text] = conditions.count
              conditions.append([operand])
            }
          }
        }
        for places in conditions where places.count >= routes {
          guard let first = places.first else { continue }
          sink.report(
            Diagnostic(
              code, "\(places.count) routes repeat this condition", at: tree.span(of: first),
              secondary: places.dropFirst().prefix(2).map { Annotation(tree.span(of: $0), "repeated here") },
              help: "give it a name: `let NAME = …` above the routes"))
        }
      }
    }
  }
}
