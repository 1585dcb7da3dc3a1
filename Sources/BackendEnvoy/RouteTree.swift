/// Routes of a list, divided by how their paths begin: Envoy finds the longest key that a request's path begins with, and
/// asks the routes of that leaf alone, in the list's order.
///
/// A leaf has every route of the list that may take a path which leads there. So it gives the answer that the whole list
/// gives, whatever else its routes ask: those that were left out would have been passed over.
struct RouteTree: Sendable {
  struct Leaf: Hashable, Sendable {
    /// What a path begins with; ASCII. Empty for what no other key takes.
    let key: [UInt8]
    /// Places in the list, ascending.
    let routes: [Int]
  }

  /// In order of their keys, which differ; the empty key is first.
  let leaves: [Leaf]
  /// Routes of all leaves together.
  let written: Int
  /// Routes of the largest leaf.
  let longest: Int

  /// Divides while more than `limit` routes of a place lie deeper; nil once routes of more than the weight `bound` would be
  /// written.
  ///
  /// `certain` tells which routes take whatever their path takes: behind such a one nothing is asked.
  init?(_ regions: [PathRegion], certain: [Bool], _ weights: [Int], limit: Int, bound: Int) {
    let beginnings = regions.map(\.beginning)
    var leaves: [Leaf] = []
    var written = 0
    var weight = 0
    var longest = 0
    func add(_ key: [UInt8], _ routes: [Int]) -> Bool {
      leaves.append(Leaf(key: key, routes: routes))
      written += routes.count
      longest = max(longest, routes.count)
      for route in routes { weight += weights[route] }
      return weight <= bound
    }
    /// Those of `routes` that may take a path which begins with the key, up to the first that takes them all. As far as
    /// `known` bytes, they may.
    func narrowed(_ routes: [Int], to key: [UInt8], known: Int) -> [Int] {
      var result: [Int] = []
      for route in routes where regions[route].mayTake(key, known: known) {
        result.append(route)
        if certain[route], regions[route].takesAll(key) { break }
      }
      return result
    }
    var pending: [(key: [UInt8], routes: [Int])] = [([], narrowed(Array(regions.indices), to: [], known: 0))]
    while let (key, routes) = pending.popLast() {
      // A route of this place may take any path here; one that lies deeper only those of its own child.
      guard routes.count(where: { beginnings[$0].count > key.count }) > limit else {
        guard add(key, routes) else { return nil }
        continue
      }
      var here: [Int] = []
      var deeper = [[Int]](repeating: [], count: 256)
      for route in routes {
        let beginning = beginnings[route]
        if beginning.count > key.count { deeper[Int(beginning[key.count])].append(route) } else { here.append(route) }
      }
      guard add(key, here) else { return nil }
      for child in deeper where !child.isEmpty {
        let common = Self.commonBeginning(child.map { beginnings[$0] }, known: key.count)
        pending.append((common, narrowed(Self.merged(here, child), to: common, known: key.count)))
      }
    }
    leaves.sort { $0.key.lexicographicallyPrecedes($1.key) }
    (self.leaves, self.written, self.longest) = (leaves, written, longest)
  }

  /// Two ascending lists as one.
  private static func merged(_ left: [Int], _ right: [Int]) -> [Int] {
    if left.isEmpty { return right }
    var result: [Int] = []
    result.reserveCapacity(left.count + right.count)
    var next = 0
    for value in right {
      while next < left.count, left[next] < value {
        result.append(left[next])
        next += 1
      }
      result.append(value)
    }
    return result + left[next...]
  }

  /// The longest text that all of them begin with; they have the first `known` bytes in common.
  private static func commonBeginning(_ texts: [[UInt8]], known: Int) -> [UInt8] {
    guard let first = texts.first else { return [] }
    var count = first.count
    for text in texts.dropFirst() {
      count = min(count, text.count)
      var same = known
      while same < count, first[same] == text[same] { same += 1 }
      count = same
    }
    return Array(first[..<count])
  }

  /// The routes that are asked for a path: of the longest key that it begins with.
  func routes(for path: [UInt8]) -> [Int] {
    leaves.last { path.starts(with: $0.key) }?.routes ?? []
  }
}
