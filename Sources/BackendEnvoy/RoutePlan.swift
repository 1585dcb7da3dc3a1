import EpicBackend

/// The routes of a virtual host, and in which of Envoy's two forms they are written.
struct RoutePlan {
  /// Fewer routes are a list: Envoy passes one in about 16 ns, so that 64 cost a millionth of a second, which nobody can
  /// measure beside the request itself.
  static let leastRoutes = 64
  /// Most routes that lie deeper than a leaf which has them: about a quarter of a microsecond.
  static let leafLimit = 16
  /// How many times as long as the list a tree may be, for routes that several leaves need: Envoy takes some 2.5 KB of
  /// memory for each, and more for one with a list of prefixes.
  static let copies = 2
  /// The same where a tree is asked for.
  static let copiesAsked = 64
  /// A tree's largest leaf is at most this part of the list.
  static let leastGain = 4

  enum Form {
    case list(Reason)
    case tree(RouteTree)
  }

  /// Why routes are a list.
  enum Reason {
    case asked
    case short
    /// The largest leaf would have this many routes.
    case undivided(Int)
    /// Routes that any path may take would be written too often.
    case copied
  }

  let entries: [RouteEntry]
  let form: Form

  init(_ entries: [RouteEntry], _ asked: RouteForm) {
    self.entries = entries
    // Most tables are short: nobody asks for their regions.
    let isShort = asked == .auto && entries.count < Self.leastRoutes
    form =
      isShort ? .list(.short) : Self.form(entries.map(\.region), entries.map(\.isCertain), entries.map(\.weight), asked)
  }

  /// `weights`: how long the routes are, in any unit.
  static func form(_ regions: [PathRegion], _ certain: [Bool], _ weights: [Int], _ asked: RouteForm) -> Form {
    let count = regions.count
    let weight = weights.reduce(0, +)
    switch asked {
    case .list: return .list(.asked)
    case .auto:
      if count < leastRoutes { return .list(.short) }
      var limit = leafLimit
      var longest = count
      var isCopied = false
      while limit <= count / leastGain {
        if let tree = RouteTree(regions, certain: certain, weights, limit: limit, bound: copies * weight) {
          if tree.longest <= count / leastGain { return .tree(tree) }
          longest = min(longest, tree.longest)
        } else {
          isCopied = true
        }
        limit *= 2
      }
      return .list(isCopied && longest == count ? .copied : .undivided(longest))
    case .tree:
      var limit = 0
      while limit < count {
        if let tree = RouteTree(regions, certain: certain, weights, limit: limit, bound: copiesAsked * weight) {
          // Without a second leaf there is no key.
          return tree.leaves.count > 1 ? .tree(tree) : .list(.undivided(tree.longest))
        }
        limit = max(1, limit * 2)
      }
      return .list(.copied)
    }
  }
}

extension RoutePlan.Reason {
  /// For people, behind the form.
  var text: String {
    switch self {
    case .asked: "as asked"
    case .short: "fewer than \(RoutePlan.leastRoutes) routes"
    case .undivided(let longest): "paths divide them too little: \(longest) would be asked one after the other"
    case .copied: "too much of it takes any path: a tree would be more than \(RoutePlan.copies) times as long"
    }
  }
}
