import EpicBase
import EpicCompiler
import EpicSyntax

/// What a request about a document looks into.
struct DocumentAnalysis {
  let document: Document
  let ground: Workspace.Ground
  let analysis: Analysis
  let source: SourceID
  let tree: SyntaxTree
}

extension LanguageServer {
  /// The document that a request is about, with its workspace's analysis; with its findings where the answer tells of
  /// them. Nil if the document is no source file of a workspace, or not the text that was compiled for it.
  mutating func analyzed(
    _ parameters: JSONValue, withFindings: Bool = false
  ) throws(RequestError) -> DocumentAnalysis? {
    let document = try document(parameters)
    guard let place = places[document.uri] else { return nil }
    if withFindings { _ = check(place.ground) }
    let analysis = analysis(of: place.ground)
    // Two documents may be one file, of which one counts, and a text may be too long to be compiled: positions of the
    // document mean nothing in another text.
    guard let source = analysis.source(place.path), let tree = analysis.tree(source), tree.text == document.text else {
      return nil
    }
    return DocumentAnalysis(
      document: document, ground: place.ground, analysis: analysis, source: source, tree: tree)
  }

  /// The tree of a document by itself, for requests that ask nothing else; from the analysis if that is there.
  func parsed(_ document: Document) -> SyntaxTree {
    if let place = places[document.uri], let analysis = workspaces[place.ground]?.analysis,
      let tree = analysis.source(place.path).flatMap({ analysis.tree($0) }), tree.text == document.text
    {
      return tree
    }
    return Compiler.parse(text: document.text).tree
  }

  /// The analysis of a workspace as its texts are now, without findings if nobody asked for them.
  mutating func analysis(of ground: Workspace.Ground) -> Analysis {
    if let known = workspaces[ground]?.analysis { return known }
    let analysis = Compiler.analyze(fileSystem(of: ground), &workspaces[ground, default: Workspace()].memo)
    workspaces[ground]?.analysis = analysis
    return analysis
  }

  /// Sees to it that the analysis has its findings. False if that was given up.
  mutating func check(
    _ ground: Workspace.Ground, unless isSuperseded: @escaping @Sendable () -> Bool = { false }
  ) -> Bool {
    var analysis = analysis(of: ground)
    guard analysis.findings == nil else { return true }
    let isWhole = analysis.check(fileSystem(of: ground), withLint: settings.lint, isSuperseded: isSuperseded)
    if isWhole { workspaces[ground]?.analysis = analysis }
    return isWhole
  }

  /// The workspace's files, with what is open above them.
  func fileSystem(of ground: Workspace.Ground) -> OverlayFileSystem {
    let base: any FileSystem =
      switch ground {
      case .folder(let path): open(path.isEmpty ? "/" : path)
      case .document: MemoryFileSystem()
      }
    return OverlayFileSystem(base, buffers: buffers(of: ground))
  }

  /// Open texts by their path.
  func buffers(of ground: Workspace.Ground) -> [String: [UInt8]] {
    var buffers: [String: [UInt8]] = [:]
    // Two URIs may name one file; which of them counts does not depend on the order of a dictionary.
    for (uri, place) in places.sorted(by: { $0.key < $1.key }) where place.ground == ground {
      if let document = documents[uri] { buffers[place.path] = document.text }
    }
    return buffers
  }

  /// A locator for spans of a workspace.
  func locator(_ analysis: Analysis, _ ground: Workspace.Ground) -> Locator {
    var open: [String: String] = [:]
    for (uri, place) in places.sorted(by: { $0.key < $1.key }) where place.ground == ground { open[place.path] = uri }
    return Locator(sources: analysis.sources, ground: ground, open: open, encoding: encoding)
  }
}

extension LanguageServer {
  /// How many texts were parsed for the workspaces that are open.
  package var parseCount: Int { workspaces.values.reduce(0) { $0 + $1.memo.parseCount } }
}
