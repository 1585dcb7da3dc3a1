/// The continents that `continent` compares with, each a stated set of countries: databases differ in what a continent is,
/// and Envoy knows none. The sets are those of `std.geo`.
enum Continent {
  private static let table: [(name: String, codes: String)] = [
    (
      "africa",
      "AOBFBIBJBWCDCFCGCICMCVDJDZEGEHERETGAGHGMGNGQGWIOKEKMLRLSLYMAMGMLMRMUMWMZNANENGRERWSCSDSHSLSNSOSSSTSZTDTFTGTNTZUGYTZA"
        + "ZMZW"
    ),
    ("antarctica", "AQ"),
    (
      "asia",
      "AEAFAMAZBDBHBNBTCNCYGEHKIDILINIQIRJOJPKGKHKPKRKWKZLALBLKMMMNMOMVMYNPOMPHPKPSQASASGSYTHTJTLTMTRTWUZVNYE"
    ),
    (
      "europe",
      "ADALATAXBABEBGBYCHCZDEDKEEESFIFOFRGBGGGIGRHRHUIEIMISITJELILTLULVMCMDMEMKMTNLNOPLPTRORSRUSESISJSKSMUAVAXK"
    ),
    (
      "north-america",
      "AGAIAWBBBLBMBQBSBZCACRCUCWDMDOGDGLGPGTHNHTJMKNKYLCMFMQMSMXNIPAPMPRSVSXTCTTUSVCVGVI"
    ),
    ("oceania", "ASAUCCCKCXFJFMGUHMKIMHMPNCNFNRNUNZPFPGPNPWSBTKTOTVUMVUWFWS"),
    ("south-america", "ARBOBRBVCLCOECFKGFGSGYPEPYSRUYVE"),
  ]

  /// In alphabetical order.
  static let names = table.map(\.name)

  /// The countries of the continents, each continent's in alphabetical order, in the order in which they are written.
  static func countries(of names: [String]) -> [String] {
    var codes: [String] = []
    for (index, name) in names.enumerated() where !names[..<index].contains(name) {
      guard let continent = table.first(where: { $0.name == name }) else { continue }
      let bytes = Array(continent.codes.utf8)
      for start in stride(from: 0, to: bytes.count - 1, by: 2) {
        codes.append(String(decoding: bytes[start..<start + 2], as: UTF8.self))
      }
    }
    return codes
  }
}
