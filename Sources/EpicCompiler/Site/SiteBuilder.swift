package import EpicArtifact
import EpicBase
import EpicIR
import EpicSema
import EpicSyntax

/// The documentation of a workspace as a static site: no request leaves it, and equal workspaces give equal bytes.
struct SiteBuilder {
  let program: EvaluatedProgram
  let deployment: Deployment
  let names: NameIndex
  let trees: [SyntaxTree]
  let sources: SourceSet
  /// What the search finds.
  private var entries: [SearchEntry] = []
  /// Declared names that are families, by package and name: links to them lead to their first member.
  private(set) var familyAnchors: Set<String> = []

  struct SearchEntry {
    var kind: String
    var name: String
    var link: String
    var text: String
  }

  init(
    program: EvaluatedProgram, deployment: Deployment, names: NameIndex, trees: [SyntaxTree], sources: SourceSet
  ) {
    self.program = program
    self.deployment = deployment
    self.names = names
    self.trees = trees
    self.sources = sources
  }

  mutating func add(_ entry: SearchEntry) { entries.append(entry) }

  /// The anchor that a family's name leads to; nil but for the first member.
  mutating func familyAnchor(_ kind: DeclarationKind, _ identity: Identity) -> String? {
    guard identity.key != nil else { return nil }
    var family = identity
    family.key = nil
    let anchor = SitePage.anchor(kind, family)
    return familyAnchors.insert(anchor).inserted ? anchor : nil
  }

  /// Every file of the site.
  mutating func build() -> [Artifact] {
    var files: [Artifact] = []
    for entry in SitePage.all {
      var body = HTMLWriter()
      if entry.kinds.isEmpty { writeTemplates(to: &body) }
      for kind in entry.kinds { write(kind, to: &body) }
      files.append(page(entry.file, title: entry.title, body))
    }
    files += sourcePages()
    var index = HTMLWriter()
    writeIndex(to: &index)
    files.append(page("index.html", title: "Overview", index))
    files.append(Artifact(path: "search.js", bytes: SiteAssets.search))
    files.append(Artifact(path: SiteAssets.indexFile, bytes: searchIndex()))
    files.append(Artifact(path: "style.css", bytes: SiteAssets.style))
    return files.sorted { ArtifactPath.precedes($0.path, $1.path) }
  }

  /// A page around its content.
  func page(_ file: String, title: String, _ body: HTMLWriter) -> Artifact {
    var html = HTMLWriter()
    html.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    html.raw("<meta name=\"color-scheme\" content=\"light dark\">\n<title>")
    html.text("\(title) · \(program.workspace)")
    html.raw("</title>\n<link rel=\"stylesheet\" href=\"style.css\">\n")
    html.raw("<link rel=\"icon\" href=\"data:,\">\n</head>\n<body>\n<header>\n<a class=\"brand\" href=\"index.html\">")
    html.text(program.workspace)
    html.raw("</a>\n<nav>")
    for page in SitePage.all + [(SitePage.sources, "Sources", "", [])] {
      html.raw("<a href=\"")
      html.text(page.file)
      html.raw(page.file == file ? "\" aria-current=\"page\">" : "\">")
      html.text(page.title)
      html.raw("</a>")
    }
    html.raw("</nav>\n<div class=\"search\"><input id=\"q\" type=\"search\" placeholder=\"Search  /\" ")
    html.raw("aria-label=\"Search\" autocomplete=\"off\"><ol id=\"found\" hidden></ol></div>\n</header>\n<main>\n<h1>")
    html.text(title)
    html.raw("</h1>\n")
    var bytes = html.bytes
    bytes += body.bytes
    var end = HTMLWriter()
    end.raw("</main>\n<footer>Made by ")
    end.text("epic \(Compiler.version)")
    end.raw(" from the workspace’s sources.</footer>\n<script src=\"")
    end.text(SiteAssets.indexFile)
    end.raw("\"></script>\n<script src=\"search.js\"></script>\n</body>\n</html>\n")
    return Artifact(path: file, bytes: bytes + end.bytes)
  }

  private func searchIndex() -> [UInt8] {
    var json = JSONWriter(lineDepth: 1)
    json.array { json in
      for entry in entries {
        json.array { json in
          json.value(entry.kind)
          json.value(entry.name)
          json.value(entry.link)
          json.value(entry.text)
        }
      }
    }
    return Array("window.EPIC_INDEX = ".utf8) + json.bytes + Array(";\n".utf8)
  }

  // MARK: Overview

  private mutating func writeIndex(to html: inout HTMLWriter) {
    html.raw("<ul class=\"tiles\">")
    for page in SitePage.all {
      let count =
        page.kinds.isEmpty
        ? names.names.count { $0.kind == .template }
        : program.declarations(of: page.kinds[0]).count
      html.raw("<li><a href=\"")
      html.text(page.file)
      html.raw("\"><b>")
      html.text("\(count)")
      html.raw("</b> ")
      html.text(page.tile)
      html.raw("</a></li>")
    }
    html.raw("</ul>\n<h2>What the edge answers for</h2>\n<div class=\"scroll\"><table>")
    html.raw("<tr><th>Host</th><th>Ingress</th><th>Ports</th><th>Addresses</th><th>Tenant</th></tr>\n")
    for ingress in deployment.ingresses {
      html.raw("<tr><td>")
      writeCodes(ingress.hosts.map(\.description), to: &html)
      html.raw("</td><td>")
      html.link(SitePage.link(.ingress, ingress.identity), ingress.identity.description)
      html.raw("</td><td>")
      html.text(ingress.listeners.map { String($0.port) }.joined(separator: ", "))
      html.raw("</td><td>")
      writeCodes(ingress.addresses.map(\.address.description), to: &html)
      html.raw("</td><td>")
      writeTenant(ingress.identity.tenant, to: &html)
      html.raw("</td></tr>\n")
    }
    html.raw("</table></div>\n")
  }

  func writeCodes(_ texts: [String], to html: inout HTMLWriter) {
    for (index, text) in texts.enumerated() {
      if index > 0 { html.raw("<br>") }
      html.element("<code>", text, "</code>")
    }
  }

  func writeTenant(_ tenant: String?, to html: inout HTMLWriter) {
    guard let tenant, let row = program.tenants.first(where: { $0.name == tenant }) else {
      html.raw("<span class=\"muted\">platform</span>")
      return
    }
    html.link(SitePage.link(.tenant, program[row.declaration].identity), tenant)
  }
}

extension Compiler {
  /// The documentation of a workspace; nil where there is an error.
  package static func document(
    _ fileSystem: some FileSystem, _ options: CompileOptions
  ) -> (compilation: Compilation, files: [Artifact]?) {
    var parsed = parse(fileSystem)
    let evaluation = evaluateNaming(parsed.units, interner: parsed.interner) { read($0, from: fileSystem) }
    let compilation = finish(
      &parsed, (evaluation.program, evaluation.diagnostics), fileSystem, options, emits: false)
    guard let deployment = compilation.deployment else { return (compilation, nil) }
    var site = SiteBuilder(
      program: evaluation.program, deployment: deployment, names: evaluation.names, trees: parsed.trees,
      sources: compilation.sources)
    return (compilation, site.build())
  }
}
