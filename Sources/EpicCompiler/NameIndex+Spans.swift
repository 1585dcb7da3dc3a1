import EpicBase
import EpicSema

extension NameIndex {
  /// The uses of names that begin inside of a span, in order; found by bisection, since uses are sorted by place.
  func uses(inside span: SourceSpan) -> ArraySlice<Use> {
    var low = 0
    var high = uses.count
    while low < high {
      let middle = (low + high) / 2
      let place = uses[middle].span
      if (place.source, place.start) < (span.source, span.start) { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < uses.count, uses[end].span.source == span.source, uses[end].span.start < span.end { end += 1 }
    return uses[low..<end]
  }
}
