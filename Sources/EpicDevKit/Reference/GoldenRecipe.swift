/// What a golden case does that files alone cannot: files too large or too many to be committed, a file that is missing
/// or cannot be read, and how the compiler is called. Written in the case's `recipe.txt`, one instruction a line:
///
///     remove PATH             the base's file is not there
///     unreadable PATH         the file is there and reading it fails
///     fill PATH BYTES         a file of so many blanks
///     write PATH              a file of the lines that follow; each begins with `|`, or with `* COUNT |` to stand there
///                             COUNT times, with `{n}` for 1, 2, 3 … and `{m}` for the number before it
///     write-many COUNT PATH   the same for each of so many files, `{n}` in the path too
///     locked                  as `--locked` does
///     sequence NUMBER         as `--sequence NUMBER` does
///     format PATH             format the file, and check nothing
///     show last               of the findings show the last one
package struct GoldenRecipe: Sendable {
  /// A line of a written file and how often it stands there.
  package struct Line: Sendable {
    package var text: String
    package var count: Int

    /// The line for one number.
    package func text(_ number: Int) -> String {
      GoldenRecipe.filled(text, number)
    }
  }

  /// A written file; `copies` of them if its path has a number.
  package struct Written: Sendable {
    package var path: String
    package var copies: Int
    package var lines: [Line]
  }

  package private(set) var removed: [String] = []
  package private(set) var unreadable: [String] = []
  package private(set) var filled: [(path: String, bytes: Int)] = []
  package private(set) var written: [Written] = []
  package private(set) var isLocked = false
  package private(set) var sequence: UInt64?
  package private(set) var formatted: String?
  package private(set) var showsLast = false
  /// Lines that are no instruction.
  package private(set) var faults: [String] = []

  package init(_ text: String = "") {
    for line in text.split(separator: "\n") { read(line) }
  }

  private mutating func read(_ line: Substring) {
    if line.hasPrefix("|") {
      add(Line(text: String(line.dropFirst()), count: 1), line)
      return
    }
    if line.hasPrefix("* "), let bar = line.firstIndex(of: "|"),
      let count = Int(line[line.index(line.startIndex, offsetBy: 2)..<bar].filter { $0 != " " })
    {
      add(Line(text: String(line[line.index(after: bar)...]), count: count), line)
      return
    }
    let words = line.split(separator: " ").map(String.init)
    switch (words.first, words.count) {
    case ("remove", 2): removed.append(words[1])
    case ("unreadable", 2): unreadable.append(words[1])
    case ("write", 2): written.append(Written(path: words[1], copies: 1, lines: []))
    case ("locked", 1): isLocked = true
    case ("format", 2): formatted = words[1]
    case ("show", 2) where words[1] == "last": showsLast = true
    case ("fill", 3):
      if let bytes = Int(words[2]) { filled.append((words[1], bytes)) } else { faults.append(String(line)) }
    case ("write-many", 3):
      if let copies = Int(words[1]) {
        written.append(Written(path: words[2], copies: copies, lines: []))
      } else {
        faults.append(String(line))
      }
    case ("sequence", 2):
      sequence = UInt64(words[1])
      if sequence == nil { faults.append(String(line)) }
    default: faults.append(String(line))
    }
  }

  private mutating func add(_ new: Line, _ line: Substring) {
    if written.isEmpty { faults.append(String(line)) } else { written[written.count - 1].lines.append(new) }
  }

  private static func filled(_ text: String, _ number: Int) -> String {
    text.replacing("{n}", with: String(number)).replacing("{m}", with: String(number - 1))
  }

  /// Makes and removes the files.
  package func apply(to contents: inout [String: [UInt8]]) {
    for path in removed { contents[path] = nil }
    for path in unreadable where contents[path] == nil { contents[path] = [] }
    for (path, bytes) in filled { contents[path] = [UInt8](repeating: UInt8(ascii: " "), count: bytes) }
    for file in written {
      for copy in 1...max(file.copies, 1) {
        var text: [UInt8] = []
        for line in file.lines {
          for number in 1...max(line.count, 1) {
            text += line.text(file.copies > 1 ? copy : number).utf8
            text.append(UInt8(ascii: "\n"))
          }
        }
        contents[GoldenRecipe.filled(file.path, copy)] = text
      }
    }
  }

  /// What is out of the ordinary, for people: one line each, without what written files hold.
  package var summary: [String] {
    var lines: [String] = []
    for path in removed { lines.append("`\(path)` is missing.") }
    for path in unreadable { lines.append("`\(path)` cannot be read.") }
    for (path, bytes) in filled { lines.append("`\(path)` has \(bytes) bytes.") }
    for file in written where file.copies > 1 {
      lines.append("There are \(file.copies) files such as `\(GoldenRecipe.filled(file.path, 1))`.")
    }
    if isLocked || sequence != nil {
      let flags = (isLocked ? " --locked" : "") + (sequence.map { " --sequence \($0)" } ?? "")
      lines.append("The workspace is built by `epic build\(flags)`.")
    }
    if let formatted { lines.append("`epic fmt` formats `\(formatted)`.") }
    return lines
  }

  /// The written files as people are shown them: a line that stands there many times is shown once, and counted.
  package var shownFiles: [(path: String, text: [Substring])] {
    written.map { file in
      var lines: [Substring] = []
      for line in file.lines {
        lines.append(Substring(line.text(1)))
        if line.count > 1 { lines.append("// and so on: \(line.count) of these lines") }
      }
      return (GoldenRecipe.filled(file.path, 1), lines)
    }
  }
}
