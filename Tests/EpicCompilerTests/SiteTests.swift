import EpicArtifact
import EpicBase
import EpicCompiler
import Testing

/// `epic doc`: links resolve, markup is well-formed, and nothing that a workspace says becomes markup.
@Suite struct SiteTests {
  private static func site(_ workspace: some FileSystem) throws -> [String: String] {
    let (compilation, files) = Compiler.document(workspace, CompileOptions(jobs: 1, sequence: 7))
    let written = try #require(files, "\(rendered(compilation))")
    #expect(Set(written.map(\.path)).count == written.count)
    for file in written { #expect(ArtifactPath.fault(in: file.path) == nil, "\(file.path)") }
    return Dictionary(uniqueKeysWithValues: written.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
  }

  @Test func everyLinkLeadsSomewhere() throws {
    let files = try SiteTests.site(try Storefront.memory())
    var anchors: [String: Set<String>] = [:]
    for (path, text) in files where path.hasSuffix(".html") {
      var found: Set<String> = []
      for id in SiteTests.attributes("id", of: text) { #expect(found.insert(id).inserted, "\(path)#\(id) twice") }
      anchors[path] = found
    }
    var count = 0
    for (path, text) in files where path.hasSuffix(".html") {
      for link in SiteTests.attributes("href", of: text) + SiteTests.attributes("src", of: text) {
        if link == "data:," { continue }
        count += 1
        let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let target = parts[0].isEmpty ? path : parts[0]
        #expect(files[target] != nil, "\(path): \(link)")
        if parts.count > 1 { #expect(anchors[target]?.contains(parts[1]) == true, "\(path): \(link)") }
      }
    }
    #expect(count > 1000)
  }

  @Test func everyElementIsClosed() throws {
    for (path, text) in try SiteTests.site(try Storefront.memory()) where path.hasSuffix(".html") {
      #expect(SiteTests.imbalance(of: text) == nil, "\(path)")
    }
  }

  @Test func nothingIsAskedOfTheNetwork() throws {
    for (path, text) in try SiteTests.site(try Storefront.memory()) {
      for word in [
        "<link rel=\"stylesheet\" href=\"http", "src=\"http", "@import", "url(", "fetch(", "XMLHttp", "//cdn",
      ] {
        #expect(!text.contains(word) || path.hasPrefix("source~"), "\(path): \(word)")
      }
    }
  }

  @Test func theSameWorkspaceGivesTheSameBytes() throws {
    #expect(try SiteTests.site(try Storefront.memory()) == SiteTests.site(Storefront.disk))
  }

  @Test func pagesSayWhatIsThere() throws {
    let files = try SiteTests.site(try Storefront.memory())
    for (page, text) in [
      ("index.html", "shop.example.com"), ("ingresses.html", "id=\"ingress-acme_brand.alpha\""),
      ("ingresses.html", "id=\"ingress-acme_brand\""), ("ingresses.html", "198.51.100.253"),
      ("routes.html", "under /api/**"), ("routes.html", "header x-beta is &quot;1&quot;"),
      ("routes.html", "<a href=\"upstreams.html#upstream-acme_cart\">cart</a>"),
      ("upstreams.html", "<a href=\"platform.html#kubernetes-platform.clouds_eu-1\">eu-1</a>"),
      ("upstreams.html", "Two clusters in Europe, then America"), ("templates.html", "gold | silver"),
      ("tenants.html", "may use pool"), ("network.html", "in use of 256 addresses"),
      ("network.html", "api.shop.example.com"), ("source~acme~shop.epic.html", "id=\"L7\""),
    ] {
      #expect(files[page]?.contains(text) == true, "\(page): \(text)")
    }
  }

  private static let hostile = [
    "<script>alert(1)</script> & <img src=x onerror=alert(2)>",
    "[x](javascript:alert(3)) [y](https://a.example/\"onclick=1)",
    "`</code><script>alert(4)</script>`", "- <b>evil</b> [z](data:text/html,<script>)", "", "```",
    "</pre><script>5</script>",
    "unclosed ` [ ]( \u{202E} &lt;",
  ]

  @Test func hostileCommentsStayText() throws {
    var workspace = try Storefront.memory()
    let comment = SiteTests.hostile.map { "/// \($0)" }.joined(separator: "\n")
    let source = String(decoding: try workspace.read("acme/upstreams.epic", atMost: 1 << 20), as: UTF8.self)
    workspace.write(
      "acme/upstreams.epic",
      Array(source.replacing("upstream cart-canary", with: "\(comment)\nupstream cart-canary").utf8))
    let files = try SiteTests.site(workspace)
    for (path, text) in files where path.hasSuffix(".html") {
      #expect(SiteTests.imbalance(of: text) == nil, "\(path)")
      for word in ["<script>", "<img", "<b>evil", "href=\"javascript", "href=\"data:text", "\"onclick"] {
        #expect(!text.contains(word), "\(path): \(word)")
      }
    }
    #expect(files["upstreams.html"]?.contains("&lt;script&gt;alert(1)") == true)
  }

  /// Comments made of the pieces that the subset gives meaning to, in any order.
  @Test func anyCommentIsWellFormed() throws {
    var state = UInt64.random(in: 0...999_999)
    print("seed \(state)")
    let pieces = [
      "`", "[", "]", "(", ")", "https://a.example", "- ", "\n/// ", "```", "<", "&", "\"", " ", "x", "* ",
      "\n///\n/// ",
    ]
    var workspace = try Storefront.memory()
    let source = String(decoding: try workspace.read("acme/upstreams.epic", atMost: 1 << 20), as: UTF8.self)
    for _ in 0..<6 {
      var comment = "/// "
      for _ in 0..<120 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        comment += pieces[Int(state >> 33) % pieces.count]
      }
      workspace.write(
        "acme/upstreams.epic", Array(source.replacing("upstream media", with: "\(comment)\nupstream media").utf8))
      let files = try SiteTests.site(workspace)
      #expect(SiteTests.imbalance(of: try #require(files["upstreams.html"])) == nil, "\(comment)")
    }
  }

  // MARK: HTML

  private static func attributes(_ name: String, of text: String) -> [String] {
    text.components(between: " \(name)=\"", and: "\"").map {
      $0.replacing("&amp;", with: "&").replacing("&#39;", with: "'")
    }
  }

  /// The first tag that does not pair; nil if all do.
  private static func imbalance(of text: String) -> String? {
    let void: Set<String> = ["meta", "link", "input", "br"]
    var open: [String] = []
    for tag in text.components(between: "<", and: ">") {
      if tag.hasPrefix("!") { continue }
      let isEnd = tag.hasPrefix("/")
      let name = String(tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber })
      if name.isEmpty { return tag }
      if void.contains(name) { continue }
      if isEnd {
        guard open.popLast() == name else { return tag }
      } else {
        open.append(name)
      }
    }
    return open.last
  }
}

extension String {
  /// What stands between a start and the next end, again and again.
  fileprivate func components(between start: String, and end: String) -> [String] {
    let bytes = Array(utf8)
    let (start, end) = (Array(start.utf8), Array(end.utf8))
    var result: [String] = []
    var position = 0
    while position + start.count <= bytes.count {
      guard bytes[position] == start[0], bytes[position..<(position + start.count)].elementsEqual(start) else {
        position += 1
        continue
      }
      let first = position + start.count
      var last = first
      while last < bytes.count, bytes[last] != end[0] { last += 1 }
      result.append(String(decoding: bytes[first..<last], as: UTF8.self))
      position = last
    }
    return result
  }
}
