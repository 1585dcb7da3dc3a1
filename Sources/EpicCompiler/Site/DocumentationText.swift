/// The text of `///` comments as HTML: paragraphs, lists, code and links, and nothing else. Everything is escaped; what
/// is no part of the subset stands as it was written.
struct DocumentationText {
  /// Longest comment that is rendered, in lines.
  private static let maximumLines = 2000

  private let lines: [String]

  init(_ lines: [String]) { self.lines = Array(lines.prefix(Self.maximumLines)) }

  /// The first paragraph as plain text, for lists and the search.
  var summary: String {
    let first = lines.drop { $0.allSatisfy { $0 == " " } }.prefix { !$0.allSatisfy { $0 == " " } }
    return first.joined(separator: " ").filter { $0 != "`" }
  }

  func write(to html: inout HTMLWriter) {
    var paragraph: [Substring] = []
    var items: [String] = []
    var code: [String]?
    func flush(_ html: inout HTMLWriter) {
      if !paragraph.isEmpty {
        html.raw("<p>")
        Self.inline(paragraph.joined(separator: " "), to: &html)
        html.raw("</p>\n")
        paragraph = []
      }
      if !items.isEmpty {
        html.raw("<ul>")
        for item in items {
          html.raw("<li>")
          Self.inline(item, to: &html)
          html.raw("</li>")
        }
        html.raw("</ul>\n")
        items = []
      }
    }
    for line in lines {
      let bare = line.drop { $0 == " " }
      if bare.hasPrefix("```") {
        if let open = code {
          html.element("<pre><code>", open.joined(separator: "\n"), "</code></pre>\n")
          code = nil
        } else {
          flush(&html)
          code = []
        }
      } else if code != nil {
        code?.append(line)
      } else if bare.isEmpty {
        flush(&html)
      } else if bare.hasPrefix("- ") || bare.hasPrefix("* ") {
        if !paragraph.isEmpty { flush(&html) }
        items.append(String(bare.dropFirst(2)))
      } else if !items.isEmpty, line.hasPrefix("  ") {
        items[items.count - 1] += " \(bare)"
      } else {
        if !items.isEmpty { flush(&html) }
        paragraph.append(bare)
      }
    }
    if let code { html.element("<pre><code>", code.joined(separator: "\n"), "</code></pre>\n") }
    flush(&html)
  }

  /// Code between backquotes, and `[text](https://…)`. One pass: what does not close is text.
  private static func inline(_ text: String, to html: inout HTMLWriter) {
    var rest = text[...]
    var plain = ""
    // Where nothing closes any more is known, so that no text is looked through twice for the same end.
    var hasQuote = true
    var hasBracket = true
    while let character = rest.first {
      if character == "`", hasQuote {
        let inner = rest.dropFirst()
        guard let end = inner.firstIndex(of: "`") else {
          hasQuote = false
          continue
        }
        html.text(plain)
        plain = ""
        html.element("<code>", inner[..<end], "</code>")
        rest = inner[inner.index(after: end)...]
      } else if character == "[", hasBracket {
        guard let link = link(rest) else {
          if !rest.contains("]") { hasBracket = false }
          plain.append(character)
          rest = rest.dropFirst()
          continue
        }
        html.text(plain)
        plain = ""
        html.link(link.target, link.label)
        rest = link.rest
      } else {
        plain.append(character)
        rest = rest.dropFirst()
      }
    }
    html.text(plain)
  }

  /// Longest link, in characters.
  private static let maximumLink = 2000

  /// `[label](target)`; only targets of the web are links.
  private static func link(_ text: Substring) -> (label: Substring, target: String, rest: Substring)? {
    let near = text.prefix(maximumLink)
    guard let close = near.firstIndex(of: "]") else { return nil }
    let behind = near[near.index(after: close)...]
    guard behind.first == "(", let end = behind.firstIndex(of: ")") else { return nil }
    let target = String(behind.dropFirst()[..<end])
    guard target.hasPrefix("https://") || target.hasPrefix("http://"),
      target.utf8.allSatisfy({ $0 > 32 && $0 != 127 })
    else { return nil }
    return (near.dropFirst()[..<close], target, text[text.index(after: end)...])
  }
}
