/// The classes of words as regular expressions of Oniguruma, for editors that colour line by line.
///
/// A word is of a class as a whole (lexical rule 5), so every expression is followed by `end`: what may stand behind the
/// word in the same run of characters is only what the word gives back.
enum WordExpressions {
  /// The characters that a word runs on through.
  private static let run = #"[A-Za-z0-9_\-.:/%*]"#
  private static let beyondASCII = #"[^\x00-\x7F]"#

  /// Looks ahead for the word's end: a run of `-`, `.` and single `:` that the word gives back, and then the run's end.
  /// A character beyond ASCII that touches the word belongs to it.
  static let end = "(?<!-)(?!" + beyondASCII + ")" + #"(?=(?:[-.]|(?<!:):(?!:))*(?:(?=//)|(?!"# + run + ")))"

  // MARK: Names

  static let name = "[A-Za-z_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?"
  private static let label = "[A-Za-z0-9_][A-Za-z0-9_-]*"
  private static let segment = label + #"(?:\."# + label + ")*"
  private static let namedSegment = "[A-Za-z_][A-Za-z0-9_-]*" + #"(?:\."# + label + ")*"
  private static let letteredLabel = "(?:[A-Za-z]|[0-9_][0-9_-]*[A-Za-z])[A-Za-z0-9_-]*"

  static let dottedName =
    "(?:[A-Za-z_][A-Za-z0-9_-]*" + #"\.(?:"# + label + #"\.)*"# + letteredLabel + "|[0-9][A-Za-z0-9_-]*" + #"\.(?:"#
    + label + #"\.)*[A-Za-z][A-Za-z0-9_-]*)"#
  static let hostPattern = #"\*\*?\."# + segment
  /// A wildcard without its dot, which is a mistake as a whole.
  static let starredHost = #"\*\*?"# + dottedName + #"(?<!-)(?=[-.]*(?!"# + run + "))"
  static let slashedName =
    "(?:" + segment + "(?:/" + segment + ")+:" + label + "|" + namedSegment + "(?:/" + segment + #")+(?:/\*)?|"#
    + namedSegment + #"/\*)"#

  // MARK: Numbers and quantities

  static let decimal = #"(?:-[0-9]+(?:\.[0-9]+)?|[0-9]+\.[0-9]+)"#
  static let percentage = #"[0-9]+(?:\.[0-9]+)?%"#
  /// Units in any order: the compiler takes a wrong order for a duration too, and says what is wrong.
  static let duration = "(?:[0-9]+(?:ms|[dhms]))+"
  static let size = "[0-9]+(?:[KMGT]i?)?B"
  static let bandwidth = "[0-9]+[KMGT]?bps"
  static let rate = "[0-9]+/[smh]"
  static let community = "[0-9]+:[0-9]+(?::[0-9]+)?"

  // MARK: Addresses

  private static let octet = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])"
  private static let v4 = octet + #"(?:\."# + octet + "){3}"
  /// Eight groups at most, the last two perhaps in dots; `::` stands for one or more.
  private static let v6: String = {
    let group = "[0-9A-Fa-f]{1,4}"
    func before(_ count: Int) -> String { "(?:\(group):){1,\(count)}" }
    func behind(_ count: Int) -> String { "(?::\(group)){1,\(count)}" }
    var forms = ["(?:\(group):){7}\(group)", "(?:\(group):){6}\(v4)"]
    for count in 1...4 { forms.append("\(before(5 - count))\(behind(count)):\(v4)") }
    forms += ["\(before(5)):\(v4)", "::(?:\(group):){0,5}\(v4)"]
    for count in 1...6 { forms.append("\(before(7 - count))\(behind(count))") }
    forms += ["\(before(7)):", ":\(behind(7))", "::"]
    return "(?:" + forms.joined(separator: "|") + ")"
  }()

  static let address = "(?:" + v4 + "|" + v6 + ")"
  static let prefix = address + "/[0-9]+"
  static let addressRange = address + #"\.\."# + address
  static let endpoint = "(?:" + v4 + "|" + dottedName + "):[0-9]+"
  /// Ends where its digits do, whatever follows; behind a name, `[` is an index.
  static let bracketedEndpoint = #"(?<![A-Za-z0-9_-])\["# + v6 + #"\]:[0-9]+"#

  // MARK: Everything else

  /// What a word starts with.
  private static let start = #"(?:[A-Za-z0-9_]|::|\*\*?\.|-(?=[0-9]))"#
  /// A run of words' characters, which stops before a comment.
  private static let rest = "(?:(?!//)" + run + ")*"

  /// Looks back at a character that a word does not give back.
  private static let last = #"(?<=[A-Za-z0-9_/%*]|::)"#

  /// A word of whatever class.
  static let anyWord = start + rest + last + end
  /// A word with characters beyond ASCII.
  static let foreignWord =
    "(?:" + start + rest + last + ")?" + beyondASCII + "(?:(?!//)" + run + "|" + beyondASCII + ")*(?<![.:])"

  // MARK: Paths and URLs

  private static let pathCharacter = "[A-Za-z0-9\\-._~!$&'+=:@%]"
  /// `{` that touches a path opens a capture, if its `}` follows in the same word.
  private static let capture = #"\{[^\x00-\x20{}]*\}"#
  private static let pathSegment = #"(?:\*\*)?(?:"# + pathCharacter + "|" + capture + ")*"
  /// With the characters behind it that cannot follow a path and make it a mistake as a whole.
  static let path = "/(?!/)" + pathSegment + "(?:/+" + pathSegment + ")*" + #"[^\x00-\x20\x7F,;)\]{}]*"#

  /// Printable characters of ASCII but `" ( ) , ; [ ] { }`, and what is beyond ASCII: a mistake inside of the URL.
  private static let urlCharacter = #"[!#-'*+\--:<-Z\\^-z|~\x{80}-\x{10FFFF}]"#
  static let url = "https?://(?:" + #"\$\{"# + urlCharacter + #"*\}|(?!\$\{)"# + urlCharacter + ")*"
}
