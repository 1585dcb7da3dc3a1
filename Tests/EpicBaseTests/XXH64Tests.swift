import EpicBase
import Testing

@Suite struct XXH64Tests {
  /// Values of the reference implementation.
  @Test(arguments: [
    ("", UInt64(0), UInt64(0xEF46_DB37_51D8_E999)), ("a", 0, 0xD24E_C4F1_A98C_6E5B), ("abc", 0, 0x44BC_2CF5_AD77_0999),
    ("Nobody inspects the spammish repetition", 0, 0xFBCE_A83C_8A37_8BF1),
  ])
  func agreesWithTheReference(text: String, seed: UInt64, hash: UInt64) {
    #expect(XXH64.hash(text, seed: seed) == hash)
  }
}
