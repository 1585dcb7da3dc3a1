/// The nearest of some words to one that does not exist, if it is near enough to be meant: at most a third of its
/// letters differ. The first of equals.
package func nearest(_ word: String, _ candidates: [String]) -> String? {
  let target = Array(word.utf8)
  guard !target.isEmpty, target.count <= 64 else { return nil }
  let limit = max(1, target.count / 3)
  var best: (distance: Int, word: String)?
  for candidate in candidates where candidate != word && !candidate.isEmpty {
    let bytes = Array(candidate.utf8)
    if abs(bytes.count - target.count) > limit || bytes.count > 64 { continue }
    let distance = editDistance(target, bytes)
    if distance <= limit && distance < (best?.distance ?? .max) { best = (distance, candidate) }
  }
  return best?.word
}

/// Insertions, deletions, replacements and swaps of neighbours that turn one word into the other.
package func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
  var beforePrevious: [Int] = []
  var previous = Array(0...right.count)
  for row in left.indices {
    var current = [row + 1]
    for column in right.indices {
      let cost = left[row] == right[column] ? 0 : 1
      var distance = min(previous[column] + cost, previous[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        distance = min(distance, beforePrevious[column - 1] + 1)
      }
      current.append(distance)
    }
    beforePrevious = previous
    previous = current
  }
  return previous[right.count]
}
