import EpicIR
import EpicSema

extension ProgramLowering {
  /// Route tables come ready; what is left is to bring predicates into their normal form.
  mutating func lowerRoutes() {
    deployment.routeTables = program.routeTables
    for table in deployment.routeTables.indices {
      for arm in deployment.routeTables[table].arms.indices {
        let predicate = deployment.routeTables[table].arms[arm].predicate
        if predicate.isNormal { continue }
        deployment.routeTables[table].arms[arm].predicate = predicate.simplified
      }
    }
  }
}

extension Predicate {
  /// Whether it is an atom or one group of atoms, negated or not: nothing to simplify, and most predicates are so. A
  /// table whose predicates all are is not copied.
  var isNormal: Bool {
    switch self {
    case .all(let parts), .any(let parts): parts.count > 1 && parts.allSatisfy(\.isLiteral)
    case .always, .never: true
    default: isLiteral
    }
  }

  /// Whether it is one question, or the negation of one.
  private var isLiteral: Bool {
    switch self {
    case .always, .never, .all, .any: false
    case .not(let inner):
      switch inner {
      case .always, .never, .not, .all, .any: false
      default: true
      }
    default: true
    }
  }

  /// The same question without groups of one, groups in groups of the same kind, double negation, and constants beside
  /// other parts.
  var simplified: Predicate {
    switch self {
    case .not(let inner):
      switch inner.simplified {
      case .always: return .never
      case .never: return .always
      case .not(let doubled): return doubled
      case let other: return .not(other)
      }
    case .all(let parts):
      var result: [Predicate] = []
      for part in parts {
        switch part.simplified {
        case .always: continue
        case .never: return .never
        case .all(let inner): result += inner
        case let other: result.append(other)
        }
      }
      return result.isEmpty ? .always : result.count == 1 ? result[0] : .all(result)
    case .any(let parts):
      var result: [Predicate] = []
      for part in parts {
        switch part.simplified {
        case .never: continue
        case .always: return .always
        case .any(let inner): result += inner
        case let other: result.append(other)
        }
      }
      return result.isEmpty ? .never : result.count == 1 ? result[0] : .any(result)
    default: return self
    }
  }
}
