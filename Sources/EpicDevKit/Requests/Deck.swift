/// Cards that are dealt in random order, each once before any comes again: what has to be tried often is tried equally
/// often.
struct Deck<Card> {
  private let cards: [Card]
  private var left: [Card] = []

  init(_ cards: [Card]) { self.cards = cards }

  /// The next card; nil if there is none at all.
  mutating func deal(_ random: inout RandomSource) -> Card? {
    if left.isEmpty { left = cards.shuffled(using: &random) }
    return left.popLast()
  }
}
