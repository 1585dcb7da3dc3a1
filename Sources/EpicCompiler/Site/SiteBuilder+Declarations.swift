import EpicBase
import EpicIR
import EpicSema
import EpicSyntax

/// Declarations: what each is, what it became, and how it is written.
extension SiteBuilder {
  mutating func write(_ kind: DeclarationKind, to html: inout HTMLWriter) {
    let declarations = program.declarations(of: kind)
    // The page's own heading stands for its first kind where it says the same.
    let isHeading = SitePage.all.contains {
      $0.kinds.first == kind && ($0.kinds.count == 1 || $0.title == SiteBuilder.title(kind))
    }
    if !isHeading {
      html.raw("<h2>")
      html.text(SiteBuilder.title(kind))
      html.raw("</h2>\n")
    }
    if declarations.isEmpty { html.raw("<p class=\"muted\">None is declared.</p>\n") }
    for (position, declaration) in declarations.enumerated() { write(declaration, at: position, to: &html) }
  }

  private static func title(_ kind: DeclarationKind) -> String {
    switch kind {
    case .kubernetes: "Kubernetes clusters"
    case .cdn: "CDNs"
    case .geo: "Geo databases"
    case .ingress: "Ingresses"
    case .routes: "Route tables"
    default: "\(kind.keyword.prefix(1).uppercased())\(kind.keyword.dropFirst())s"
    }
  }

  private mutating func write(_ declaration: EvaluatedDeclaration, at position: Int, to html: inout HTMLWriter) {
    let kind = declaration.kind
    let identity = declaration.identity
    let anchor = SitePage.anchor(kind, identity)
    let text = DocumentationText(declaration.documentation)
    add(
      SearchEntry(
        kind: kind.keyword, name: identity.description, link: "\(SitePage.file(of: kind))#\(anchor)",
        text: ([text.summary] + hosts(of: kind, position)).joined(separator: " ")))
    html.raw("<section class=\"card\" id=\"")
    html.text(anchor)
    html.raw("\">")
    if let family = familyAnchor(kind, identity) {
      html.raw("<span id=\"")
      html.text(family)
      html.raw("\"></span>")
    }
    writeHead(
      kind.keyword, declaration.identity.key.map { "\(identity.name)[\($0)]" } ?? identity.name, anchor, to: &html)
    html.raw("<p class=\"meta\">")
    if !identity.package.isEmpty { html.element("<span>package <code>", identity.package, "</code></span>") }
    if identity.tenant != nil, kind != .tenant {
      html.raw("<span>tenant ")
      writeTenant(identity.tenant, to: &html)
      html.raw("</span>")
    }
    if let template = declaration.template {
      html.raw("<span>from ")
      writeTemplateLink(template, to: &html)
      html.raw("</span>")
    }
    writePlace(declaration.nameSpan, to: &html)
    html.raw("</p>\n")
    text.write(to: &html)
    writePanel(kind, position, to: &html)
    if kind != .routes { writeFields(declaration, to: &html) }
    html.raw("</section>\n")
  }

  func writeHead(_ kind: String, _ name: String, _ anchor: String, to html: inout HTMLWriter) {
    html.raw("<h3><span class=\"kind\">")
    html.text(kind)
    html.raw("</span> ")
    html.text(name)
    html.raw(" <a class=\"anchor\" aria-label=\"Link\" href=\"#")
    html.text(anchor)
    html.raw("\">#</a></h3>\n")
  }

  /// Hosts are searched for, too.
  private func hosts(of kind: DeclarationKind, _ position: Int) -> [String] {
    switch kind {
    case .ingress where position < deployment.ingresses.count:
      deployment.ingresses[position].hosts.map(\.description)
        + deployment.ingresses[position].addresses.map(\.address.description)
    case .certificate where position < deployment.certificates.count:
      deployment.certificates[position].names.map(\.description)
    default: []
    }
  }

  private func writeTemplateLink(_ name: String, to html: inout HTMLWriter) {
    let templates = names.names.filter { $0.kind == .template && $0.text == name }
    if templates.count == 1, let target = link(templates[0]) {
      html.link(target, name)
    } else {
      html.text(name)
    }
  }

  // MARK: As written

  /// The fields as they hold: the statements that decided them, the templates' among them.
  private func writeFields(_ declaration: EvaluatedDeclaration, to html: inout HTMLWriter) {
    if declaration.kind == .tenant { return writeStatements(declaration, to: &html) }
    if declaration.fields.isEmpty { return }
    html.raw("<div class=\"scroll\"><table class=\"fields\"><tr><th>Statement</th><th>Written</th></tr>\n")
    for field in declaration.fields {
      html.raw("<tr><td>")
      writeField(field, to: &html)
      html.raw("</td><td>")
      writePlace(field.origin.span, to: &html)
      if let application = field.origin.application, application.source != field.origin.span.source {
        html.raw(" <span class=\"badge\">template</span>")
      }
      if !field.earlier.isEmpty { html.raw(" <span class=\"badge\">override</span>") }
      html.raw("</td></tr>\n")
    }
    html.raw("</table></div>\n")
  }

  private func writeField(_ field: EvaluatedField, to html: inout HTMLWriter) {
    html.raw("<code>")
    if let share = field.share { html.text("\(share) ") }
    writeCode(field.origin.span, to: &html)
    html.raw("</code>")
    if field.body.isEmpty { return }
    html.raw("<ul class=\"nested\">")
    for inner in field.body {
      html.raw("<li>")
      writeField(inner, to: &html)
      html.raw("</li>")
    }
    html.raw("</ul>")
  }

  /// A tenant's grants, line by line.
  private func writeStatements(_ declaration: EvaluatedDeclaration, to html: inout HTMLWriter) {
    let span = declaration.nameSpan
    guard Int(span.source.rawValue) < trees.count else { return }
    let tree = trees[Int(span.source.rawValue)]
    guard let statement = tree.path(to: span.start).last(where: { tree.kind(of: $0) == .statement }),
      let body = tree.child(of: statement, kind: .body)
    else { return }
    html.raw("<h4>Grants</h4>\n<div class=\"scroll\"><table class=\"fields\">\n")
    for child in tree.children(of: body) {
      html.raw("<tr><td><code>")
      writeCode(tree.span(of: child), to: &html)
      html.raw("</code></td><td>")
      writePlace(tree.span(of: child), to: &html)
      html.raw("</td></tr>\n")
    }
    html.raw("</table></div>\n")
  }

  // MARK: Templates

  mutating func writeTemplates(to html: inout HTMLWriter) {
    let templates = names.names.filter { $0.kind == .template }
      .sorted { ($0.package, $0.text) < ($1.package, $1.text) }
    if templates.isEmpty { html.raw("<p class=\"muted\">None is declared.</p>\n") }
    for template in templates { write(template, to: &html) }
  }

  private mutating func write(_ name: NameIndex.Name, to html: inout HTMLWriter) {
    guard Int(name.span.source.rawValue) < trees.count else { return }
    let tree = trees[Int(name.span.source.rawValue)]
    guard let node = tree.path(to: name.span.start).last(where: { tree.kind(of: $0) == .template }),
      let view = TemplateView(tree, node)
    else { return }
    let anchor = SitePage.templateAnchor(package: name.package, name: name.text)
    let text = DocumentationText(tree.documentation(ofDeclaration: node))
    add(SearchEntry(kind: "template", name: name.text, link: "\(SitePage.templates)#\(anchor)", text: text.summary))
    html.raw("<section class=\"card\" id=\"")
    html.text(anchor)
    html.raw("\">")
    writeHead("template", name.text, anchor, to: &html)
    html.raw("<p class=\"meta\">")
    if !name.package.isEmpty { html.element("<span>package <code>", name.package, "</code></span>") }
    html.raw(name.isExported ? "<span class=\"badge\">exported</span>" : "")
    writePlace(name.span, to: &html)
    html.raw("</p>\n")
    text.write(to: &html)
    writeParameters(view, tree, to: &html)
    writeUses(of: name, to: &html)
    html.raw("<h4>Text</h4>\n<pre><code>")
    writeCode(tree.span(of: node), isInline: false, to: &html)
    html.raw("</code></pre>\n</section>\n")
  }

  private func writeParameters(_ view: TemplateView, _ tree: SyntaxTree, to html: inout HTMLWriter) {
    if view.parameters.isEmpty { return }
    html.raw("<div class=\"scroll\"><table><tr><th>Parameter</th><th>Type</th><th>Default</th></tr>\n")
    for parameter in view.parameters {
      let parts = Array(tree.children(of: parameter.node))
      html.raw("<tr>")
      for position in 0..<3 {
        html.raw("<td>")
        if position < parts.count {
          html.raw("<code>")
          writeCode(tree.span(of: parts[position]), to: &html)
          html.raw("</code>")
        } else {
          html.raw("<span class=\"muted\">required</span>")
        }
        html.raw("</td>")
      }
      html.raw("</tr>\n")
    }
    html.raw("</table></div>\n")
  }

  private func writeUses(of name: NameIndex.Name, to html: inout HTMLWriter) {
    let users = program.declarations(of: .ingress).filter { $0.template == name.text }
    if users.isEmpty { return }
    html.raw("<p>Used by ")
    for (index, user) in users.enumerated() {
      if index > 0 { html.raw(", ") }
      html.link(SitePage.link(.ingress, user.identity), user.identity.description)
    }
    html.raw("</p>\n")
  }
}
