package import EpicBase

/// Words that the parser itself knows. Every interner that has seen a parse holds them first and in this order, so that
/// a keyword's symbol is a constant: `Keyword.template.symbol`.
///
/// The first group is reserved (never a declared name or label) and in step with the reserved cases of `TokenKind`. The
/// others are keywords only where the grammar expects one; elsewhere they are plain names.
@frozen
package enum Keyword: UInt32, Hashable, Sendable, CaseIterable {
  case all, and, any, because, close, `else`, exists, `false`, `for`, `if`, implies, `in`, `is`, `let`, matches, not, or
  case otherwise, redirect, respond, split, starts, `true`, under, when

  case append, cases, data, `default`, every, export, final, from, limit, override, prepend, remove, replace, require
  case required, sha256, slot, template, use

  /// Number of reserved words.
  package static let reservedCount: UInt32 = 25

  /// The keyword's symbol, the same in every interner that a parse was given.
  @inlinable
  package var symbol: Symbol { Symbol(rawValue: rawValue) }

  /// The keyword of a symbol, if it is one.
  @inlinable
  package init?(_ symbol: Symbol) { self.init(rawValue: symbol.rawValue) }

  /// The word as written.
  package var spelling: String { String(describing: self) }

  /// The kind of token that a reserved word becomes; nil for the others.
  @inlinable
  package var reservedKind: TokenKind? {
    rawValue < Keyword.reservedCount
      ? TokenKind(rawValue: TokenKind.keywordAll.rawValue + UInt8(truncatingIfNeeded: rawValue)) : nil
  }

  /// The spelling of a reserved word's token kind; empty for other kinds.
  package static func reservedSpelling(_ kind: TokenKind) -> String {
    guard kind.isReservedWord else { return "" }
    return Keyword(rawValue: UInt32(kind.rawValue - TokenKind.keywordAll.rawValue))?.spelling ?? ""
  }
}

extension Interner {
  /// An interner that holds the keywords first, as `parse` needs it.
  package static func withKeywords(capacity: Int = 256) -> Interner {
    var interner = Interner(capacity: capacity)
    for keyword in Keyword.allCases { _ = interner.intern(keyword.spelling) }
    return interner
  }
}
