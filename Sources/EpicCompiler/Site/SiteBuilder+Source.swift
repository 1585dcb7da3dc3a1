import EpicArtifact
import EpicBase
import EpicIR
import EpicSema
import EpicSyntax

/// Source text, with its names as links.
extension SiteBuilder {
  /// The text of a span as it is written, its names leading to what they name. Runs of blanks and line ends are one
  /// blank where `isInline`.
  func writeCode(_ span: SourceSpan, isInline: Bool = true, to html: inout HTMLWriter) {
    guard let file = sources.file(span.source) else { return }
    var position = Int(min(span.start, UInt32(file.text.count)))
    let end = Int(min(span.end, UInt32(file.text.count)))
    for use in names.uses(inside: span) {
      let start = Int(use.span.start)
      guard start >= position, Int(use.span.end) <= end, let target = link(names.names[use.name]) else { continue }
      writeText(file.text[position..<start], isInline, to: &html)
      html.link(target, String(decoding: file.text[start..<Int(use.span.end)], as: UTF8.self))
      position = Int(use.span.end)
    }
    if position < end { writeText(file.text[position..<end], isInline, to: &html) }
  }

  private func writeText(_ bytes: ArraySlice<UInt8>, _ isInline: Bool, to html: inout HTMLWriter) {
    guard isInline else { return html.text(String(decoding: bytes, as: UTF8.self)) }
    var folded: [UInt8] = []
    for byte in bytes {
      let isBlank = byte == 32 || byte == 9 || byte == 10 || byte == 13
      if !isBlank {
        folded.append(byte)
      } else if folded.last != 32 {
        folded.append(32)
      }
    }
    html.text(String(decoding: folded, as: UTF8.self))
  }

  /// Where a name is documented, or declared.
  func link(_ name: NameIndex.Name) -> String? {
    switch name.kind {
    case .declaration(let kind): SitePage.link(kind, Identity(package: name.package, name: name.text))
    case .template:
      "\(SitePage.templates)#\(SitePage.templateAnchor(package: name.package, name: name.text))"
    case .constant: link(to: name.span)
    case .parameter, .variable: nil
    }
  }

  /// The line of a span on the page of its file.
  func link(to span: SourceSpan) -> String? {
    guard let file = sources.file(span.source) else { return nil }
    let line = file.lines.position(at: min(span.start, UInt32(file.text.count))).line + 1
    return "\(SitePage.source(file.path))#L\(line)"
  }

  /// `path:line`, leading there.
  func writePlace(_ span: SourceSpan, to html: inout HTMLWriter) {
    guard let file = sources.file(span.source), let target = link(to: span) else { return }
    let line = file.lines.position(at: min(span.start, UInt32(file.text.count))).line + 1
    html.raw("<span class=\"place\">")
    html.link(target, "\(file.path):\(line)")
    html.raw("</span>")
  }

  /// One page a source file, its lines numbered, and the list of them.
  mutating func sourcePages() -> [Artifact] {
    var list = HTMLWriter()
    list.raw("<ul class=\"plain\">")
    var files: [Artifact] = []
    for (index, file) in sources.files.enumerated() where index < trees.count {
      let name = SitePage.source(file.path)
      guard ArtifactPath.fault(in: name) == nil else { continue }
      list.raw("<li>")
      list.link(name, file.path)
      list.raw("</li>\n")
      add(SearchEntry(kind: "file", name: file.path, link: name, text: ""))
      var html = HTMLWriter()
      html.raw("<pre class=\"source\">")
      for number in file.lines.lineStarts.indices {
        let start = file.lines.lineStarts[number]
        let line = file.line(number)
        if number + 1 == file.lines.lineStarts.count && line.isEmpty { break }
        html.raw("<span class=\"line\" id=\"L")
        html.text("\(number + 1)")
        html.raw("\"><a class=\"number\" href=\"#L")
        html.text("\(number + 1)")
        html.raw("\">")
        html.text("\(number + 1)")
        html.raw("</a>")
        writeCode(
          SourceSpan(source: SourceID(UInt32(index)), start: start, end: start + UInt32(line.count)), isInline: false,
          to: &html)
        html.raw("\n</span>")
      }
      html.raw("</pre>\n")
      files.append(page(name, title: file.path, html))
    }
    list.raw("</ul>\n")
    files.append(page(SitePage.sources, title: "Sources", list))
    return files
  }
}
