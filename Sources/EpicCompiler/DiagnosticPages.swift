import CEpicAssets

/// The pages of `docs/diagnostics`, carried by the compiler: one for each code.
package enum DiagnosticPages {
  /// One page.
  package struct Page: Sendable {
    /// `E0407`.
    package let code: String
    /// The page's first line without its heading mark and code.
    package let title: String
    /// The page as Markdown.
    package let text: String
  }

  /// Every page, by code.
  package static let all: [Page] = {
    var pages: [Page] = []
    for position in 0..<epic_asset_count() {
      guard let asset = unsafe epic_asset_at(position)?.pointee else { continue }
      let name = unsafe String(cString: asset.name)
      guard name.hasPrefix("docs/diagnostics/"), name.hasSuffix(".md") else { continue }
      let code = String(name.dropFirst("docs/diagnostics/".count).dropLast(".md".count))
      guard ["E", "L", "W"].contains(code.first) else { continue }
      let text = unsafe String(
        decoding: UnsafeBufferPointer(start: asset.bytes, count: Int(asset.count)), as: UTF8.self)
      let heading = text.prefix { $0 != "\n" }
      let title = heading.split(separator: " ", maxSplits: 2).last.map(String.init) ?? ""
      pages.append(Page(code: code, title: title, text: text))
    }
    return pages
  }()

  /// The page of a code, such as `E0407`.
  package static func page(for code: String) -> Page? { all.first { $0.code == code } }
}
