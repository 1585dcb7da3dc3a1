import EpicBase
import EpicDiagnostics
import EpicIR
import EpicProve
import EpicSema

/// What `epic trace` found.
package enum TraceResult: Sendable {
  /// The workspace has errors, or the request's own statements have: nothing is traced.
  case findings(Compilation, areOfRequest: Bool)
  case answer(TraceAnswer)
}

extension Compiler {
  /// Checks a workspace and, if it has no error, asks its routes about one request or connection. Writes and emits nothing.
  package static func trace(
    _ fileSystem: some FileSystem, _ question: TraceQuestion, _ options: CompileOptions = CompileOptions()
  ) throws(TraceError) -> TraceResult {
    switch question.form {
    case .url(let method, let url):
      let (compilation, chain) = checkNaming(fileSystem, options)
      guard let deployment = compilation.deployment else { return .findings(compilation, areOfRequest: false) }
      let request = try question.request(method: method, url: url, in: deployment)
      let health = try question.health(in: deployment)
      return .answer(
        try answer(
          RouteInterpreter(deployment), .request(request), health, deployment, compilation, chain, option: "--to"))
    case .connection(let url):
      let (compilation, chain) = checkNaming(fileSystem, options)
      guard let deployment = compilation.deployment else { return .findings(compilation, areOfRequest: false) }
      let connection = try question.connection(url: url, in: deployment)
      let health = try question.health(in: deployment)
      return .answer(
        try answer(
          RouteInterpreter(deployment), .connection(connection), health, deployment, compilation, chain,
          option: "--to"))
    case .statements(let statements):
      return try trace(fileSystem, question, statements, options)
    }
  }

  /// The request is a `test` of the package in a file of its own, laid over the workspace.
  private static func trace(
    _ fileSystem: some FileSystem, _ question: TraceQuestion, _ statements: String, _ options: CompileOptions
  ) throws(TraceError) -> TraceResult {
    if question.hasOptions {
      throw TraceError("statements of a test say everything themselves: `from`, `country`, `header`, `given healthy`")
    }
    if statements.utf8.count > TraceQuestion.maximumBytes {
      throw TraceError("the request is longer than \(TraceQuestion.maximumBytes) bytes")
    }
    let path = try requestPath(fileSystem, package: question.package)
    let given = "test \"request\" {\n\(statements)\n"
    // A test has to expect something; whether it holds is not asked.
    let text = given + (connects(statements) ? "expect close\n}\n" : "expect status 100..599\n}\n")
    let overlay = OverlayFileSystem(fileSystem, buffers: [path: Array(text.utf8)])
    let (compilation, chain) = checkNaming(overlay, options)
    let source = compilation.sources.files.firstIndex { $0.path == path }.map { SourceID(UInt32($0)) }
    guard let deployment = compilation.deployment, let program = compilation.program else {
      let errors = compilation.diagnostics.filter { $0.severity == .error }
      let own = errors.filter { $0.primary.span.source == source }
      if own.contains(where: { $0.code == .emptyTest }) { throw TraceError("one request is traced at a time") }
      if own.contains(where: { Int($0.primary.span.start) >= given.utf8.count }) {
        throw TraceError("the statements have no request, such as `request GET https://shop.example.com/`")
      }
      return .findings(compilation, areOfRequest: own.count == errors.count)
    }
    let tests = program.tests.filter { $0.origin.span.source == source }
    guard let test = tests.first, tests.count == 1, let step = test.requests.first, test.requests.count == 1 else {
      throw TraceError("one request is traced at a time")
    }
    return .answer(
      try answer(
        RouteInterpreter(deployment, reachedBy: test.tenant), step.question, step.health, deployment, compilation,
        chain,
        option: "to"))
  }

  /// Whether the last request or connection of the statements is a connection.
  private static func connects(_ statements: String) -> Bool {
    let heads = statements.split { $0 == "\n" || $0 == ";" }.map { $0.drop { $0 == " " || $0 == "\t" } }
    return heads.last { $0.hasPrefix("request ") || $0.hasPrefix("connect ") }?.hasPrefix("connect ") ?? false
  }

  private static func answer(
    _ interpreter: RouteInterpreter, _ question: RouteQuestion, _ health: [HealthStatement], _ deployment: Deployment,
    _ compilation: Compilation, _ chain: SourceChain, option: String
  ) throws(TraceError) -> TraceAnswer {
    if let ambiguity = interpreter.ambiguity(of: question) {
      let first = ambiguity.ingresses.first.map { deployment.ingresses[$0].identity }
      let meant = option == "to" ? first?.nameInPackage : first?.description
      throw TraceError("\(ambiguity.message): say to which of them by `\(option) \(meant ?? "")`")
    }
    let found = interpreter.interpret(question, health: health)
    var limits: [RouteInterpreter.LimitAnswer] = []
    switch question {
    case .request(let request):
      if let fault = interpreter.uselessToken(of: request, found) { throw TraceError(fault.message) }
      limits = interpreter.limits(on: request, found)
    case .connection(let connection):
      if let fault = interpreter.uselessHeader(of: connection, found) { throw TraceError(fault.message) }
    }
    return TraceAnswer(
      question: question, health: health, found: found, limits: limits,
      deployment: deployment, sources: compilation.sources, chain: chain)
  }

  /// A path for the request that no file has, in the folder of the package.
  private static func requestPath(_ fileSystem: some FileSystem, package: String?) throws(TraceError) -> String {
    var paths: [String] = []
    do throws(FileSystemError) {
      paths = try fileSystem.files(withSuffix: sourceSuffix)
    } catch {
      // The check reports it.
    }
    var folder = ""
    if let package {
      folder = package.split { $0 == "." || $0 == "/" }.joined(separator: "/") + "/"
      guard paths.contains(where: { $0.hasPrefix(folder) && !$0.dropFirst(folder.utf8.count).contains("/") }) else {
        throw TraceError("--package: the workspace has no package `\(package)`")
      }
    }
    var path = "\(folder)request\(sourceSuffix)"
    var number = 2
    while paths.contains(path) {
      path = "\(folder)request-\(number)\(sourceSuffix)"
      number += 1
    }
    return path
  }

  /// The check, with what it takes to say where a value is written.
  private static func checkNaming(
    _ fileSystem: some FileSystem, _ options: CompileOptions
  ) -> (Compilation, SourceChain) {
    var parsed = parse(fileSystem)
    let evaluation = evaluateNaming(parsed.units, interner: parsed.interner) { read($0, from: fileSystem) }
    let compilation = finish(
      &parsed, (evaluation.program, evaluation.diagnostics), fileSystem, options, emits: false)
    let chain = SourceChain(
      program: evaluation.program, names: evaluation.names, trees: parsed.trees, sources: compilation.sources)
    return (compilation, chain)
  }
}
