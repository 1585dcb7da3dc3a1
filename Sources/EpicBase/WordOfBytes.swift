/// Eight bytes of text as one number, the first byte lowest, and questions about all of them at once. An answer is the
/// highest bit of each byte of which it is true.
public enum WordOfBytes {
  /// The highest bit of each byte.
  @inlinable
  public static var highBits: UInt64 { 0x8080_8080_8080_8080 }

  /// The eight bytes at an offset, which lie in the text.
  @inlinable
  @inline(__always)
  public static func load(_ bytes: RawSpan, _ offset: Int) -> UInt64 {
    // Unsafe in name only: the offset is checked, and every pattern of bits is a number.
    unsafe UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// Which bytes are letters, digits, `_` or `-`.
  @inlinable
  @inline(__always)
  public static func nameBits(_ word: UInt64) -> UInt64 {
    // Additions of less than 128 to seven bits never reach into the next byte.
    let seven = word & ~highBits
    let lower = seven | 0x2020_2020_2020_2020
    let letters = (lower &+ 0x1F1F_1F1F_1F1F_1F1F) & ~(lower &+ 0x0505_0505_0505_0505)
    let notDash = (seven ^ 0x2D2D_2D2D_2D2D_2D2D) &+ 0x7F7F_7F7F_7F7F_7F7F
    let notUnderscore = (seven ^ 0x5F5F_5F5F_5F5F_5F5F) &+ 0x7F7F_7F7F_7F7F_7F7F
    return (letters | digitsOfSeven(seven) | ~(notDash & notUnderscore)) & ~word & highBits
  }

  /// Which bytes are more than 9: right up to the first one that is.
  @inlinable
  @inline(__always)
  public static func aboveNine(_ word: UInt64) -> UInt64 {
    // What a large byte carries into the next one comes too late to matter.
    ((word &+ 0x7676_7676_7676_7676) | word) & highBits
  }

  @inlinable
  @inline(__always)
  static func digitsOfSeven(_ seven: UInt64) -> UInt64 {
    (seven &+ 0x5050_5050_5050_5050) & ~(seven &+ 0x4646_4646_4646_4646)
  }

  /// All bits of the bytes before the first one whose highest bit is set in `bits`; some is.
  @inlinable
  @inline(__always)
  public static func below(_ bits: UInt64) -> UInt64 { (bits & (0 &- bits)) >> 7 &- 1 }
}
