/// A workspace in one text: every file stands behind a line `//@ PATH`, which is a comment of the language. What stands
/// before the first such line is the file `main.epic`.
package struct FuzzText: Equatable, Sendable {
  /// One file.
  package struct File: Equatable, Sendable {
    package var path: String
    package var text: [UInt8]

    package init(path: String, text: [UInt8]) {
      self.path = path
      self.text = text
    }
  }

  package var files: [File]

  private static let mark = Array("//@ ".utf8)

  package init(files: [File]) { self.files = files }

  /// Reads a text; any bytes are one.
  package init(_ bytes: [UInt8]) {
    files = []
    var current = File(path: "main.epic", text: [])
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 10).map { $0 + 1 } ?? bytes.count
      let line = bytes[start..<end]
      if line.starts(with: FuzzText.mark) {
        if !files.isEmpty || !current.text.isEmpty { files.append(current) }
        current = File(path: FuzzText.path(line.dropFirst(FuzzText.mark.count)), text: [])
      } else {
        current.text += line
      }
      start = end
    }
    files.append(current)
  }

  /// The text, so that reading it gives these files, but that each ends in a newline.
  package var bytes: [UInt8] {
    var bytes: [UInt8] = []
    for file in files {
      bytes += FuzzText.mark + Array(file.path.utf8) + [10] + file.text
      if file.text.last != 10 && !file.text.isEmpty { bytes.append(10) }
    }
    return bytes
  }

  private static func path(_ line: ArraySlice<UInt8>) -> String {
    String(decoding: line.prefix { $0 != 10 && $0 != 13 }, as: UTF8.self)
  }
}
