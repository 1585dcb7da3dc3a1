import ArgumentParser
import EpicCompiler
import EpicDiagnostics

struct TraceCommand: ParsableCommand {
  /// How the answer is printed.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  static let configuration = CommandConfiguration(
    commandName: "trace",
    abstract: "Show what becomes of a request or connection, step by step, and where each step is written.",
    discussion: """
      REQUEST is a URL, or a method and a URL; or a connection without HTTP, `tls://`, `tcp://` or `udp://` with a host \
      and a port; or statements of a test in one argument, `request GET …`, `connect tls …`; or `-`, which reads them, or an HTTP/1.1 request message, from standard input. The compiler's own interpreter answers, \
      by the rules of a `test`: what is not said is absent, and no daemon is asked. Nothing is written. A request \
      that reaches nothing has an answer, too, and the exit status is 0.

      EXAMPLES
        epic trace https://shop.example.com/api/v1/cart --country DE --asn AS3320
        epic trace GET https://shop.example.com/ --healthy 'cart down' --format json
        epic trace POST https://shop.example.com/upload --header accept:image/png
        epic trace CONNECT https://db.example.com/ --port 5432
        epic trace https://shop.example.com/ --to acme/shop --site fra --tls 1.2
        epic trace tls://mqtt.example.com:8883 --from 192.0.2.44 --to mqtt
        epic trace tls://192.0.2.7:8883 --sni mqtt.example.com --via 192.0.2.241
        epic trace udp://198.51.100.7:5060 --healthy 'sip down'
        epic trace - --package acme
      """)

  @Argument(help: ArgumentHelp("The request.", valueName: "request"))
  var request: [String]

  @Option(name: .customLong("from"), help: ArgumentHelp("The connection's peer.", valueName: "address"))
  var client: String?

  @Option(
    name: .customLong("via"),
    help: ArgumentHelp(
      "The peer that begins a connection with a PROXY header for the client of --from.", valueName: "address"))
  var balancer: String?

  @Option(
    name: .customLong("sni"),
    help: ArgumentHelp(
      "The server name of a TLS connection, or `absent`; by default the host.", valueName: "name"))
  var serverName: String?

  @Option(help: ArgumentHelp("The client's country, as the database would say: DE.", valueName: "code"))
  var country: String?

  @Option(name: .customLong("asn"), help: ArgumentHelp("The client's AS number: AS3320.", valueName: "number"))
  var autonomousSystem: String?

  @Option(
    name: [.customShort("H"), .long], parsing: .singleValue,
    help: ArgumentHelp("A header; several are sent in order.", valueName: "name: value"))
  var header: [String] = []

  @Option(parsing: .singleValue, help: ArgumentHelp("A cookie.", valueName: "name=value"))
  var cookie: [String] = []

  @Option(
    help: ArgumentHelp(
      "A token that is good and claims this, as JSON, behind the provider's name where there are several; or `invalid`.",
      valueName: "claims"))
  var jwt: String?

  @Option(help: ArgumentHelp("The body: a text, `@FILE`, or `@-` for standard input.", valueName: "text"))
  var body: String?

  @Option(help: ArgumentHelp("The site that serves it.", valueName: "name"))
  var site: String?

  @Option(help: ArgumentHelp("The version of TLS that is agreed on: 1.2.", valueName: "version"))
  var tls: String?

  @Option(help: ArgumentHelp("The port that a CONNECT request names behind the host.", valueName: "number"))
  var port: UInt16?

  @Option(
    name: .customLong("to"),
    help: ArgumentHelp("The ingress to whose address it is sent, or the address.", valueName: "ingress"))
  var ingress: String?

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "How much of an upstream, or of its tier, is healthy: `cart tier 1 50%`, `cart down`.", valueName: "statement"))
  var healthy: [String] = []

  @Option(help: ArgumentHelp("The package whose names statements see; by default the root's.", valueName: "folder"))
  var package: String?

  @Option(help: "The scheme of a request message: https or http.")
  var scheme: Scheme = .https

  /// The scheme of a message that does not say it.
  enum Scheme: String, CaseIterable, ExpressibleByArgument {
    case https, http
  }

  @Option(help: "The form of the answer: text or json.")
  var format: Format = .text

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: ConsoleOptions

  func run() throws {
    let console = output.console
    let result: TraceResult
    do {
      result = try Compiler.trace(try workspace.fileSystem(), try question(), CompileOptions(jobs: workspace.jobs))
    } catch let error as TraceError {
      throw ValidationError(error.description)
    }
    switch result {
    case .findings(let compilation, let areOfRequest):
      FormatOptions.showText(compilation.diagnostics, in: compilation.sources, on: console)
      throw (areOfRequest ? ExitStatus.usage : ExitStatus.findings).error
    case .answer(let answer):
      switch format {
      case .text: console.output(answer.text(TerminalRenderer(usesColor: console.outputUsesColor)))
      case .json: console.output(answer.json())
      }
    }
  }

  /// The request and what is said beside it.
  private func question() throws -> TraceQuestion {
    var question: TraceQuestion
    if request == ["-"] {
      if body == "@-" { throw ValidationError("standard input is the request: it cannot be the body as well") }
      let text = try InputFile.readStandardInput()
      let start = String(decoding: text.prefix("connect ".utf8.count), as: UTF8.self)
      question =
        TraceQuestion.areStatements(start)
        ? try TraceQuestion(words: [String(decoding: text, as: UTF8.self)])
        : try TraceQuestion(message: text, isClear: scheme == .http)
    } else {
      question = try TraceQuestion(words: request)
    }
    question.client = client
    question.balancer = balancer
    question.serverName = serverName
    question.country = country
    question.autonomousSystem = autonomousSystem
    question.site = site
    question.ingress = ingress
    question.tls = tls
    question.port = port
    question.headers += header
    question.cookies = cookie
    question.token = jwt
    question.healthy = healthy
    question.package = package
    if let body { question.body = try bytes(of: body) }
    return question
  }

  private func bytes(of body: String) throws -> [UInt8] {
    guard body.hasPrefix("@") else { return Array(body.utf8) }
    let path = String(body.dropFirst())
    do {
      return path == "-" ? try InputFile.readStandardInput() : try InputFile.read(path)
    } catch let error as FileSystemError {
      throw ValidationError("--body: \(error)")
    }
  }
}
