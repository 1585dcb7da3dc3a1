import ArgumentParser
import EpicBase
import EpicCompiler
import EpicDiagnostics
import EpicRuntime
import Glibc

/// Options of `epic check --engine`.
struct EngineOptions: ParsableArguments {
  @Flag(name: .customLong("engine"), help: "Ask Envoy itself about everything that a build would give it.")
  var isAsked = false

  @Option(help: ArgumentHelp("The Envoy to ask; by default EPIC_ENVOY, then `envoy` on PATH.", valueName: "program"))
  var envoy: String?

  @Option(help: ArgumentHelp("The folder of what was found valid before.", valueName: "folder"))
  var cache: String?

  @Flag(help: "Ask about everything, and keep nothing.")
  var noCache = false

  @Option(help: ArgumentHelp("The longest time of one of Envoy's checks.", valueName: "seconds"))
  var engineSeconds: UInt32 = 120

  @Flag(name: [.customShort("v"), .long], help: "Say what Envoy was asked, and what was known.")
  var verbose = false

  func validate() throws {
    if !isAsked, envoy != nil || cache != nil || noCache || verbose {
      throw ValidationError("--envoy, --cache, --no-cache and --verbose are about --engine, which is missing")
    }
    if cache != nil && noCache { throw ValidationError("--cache and --no-cache exclude each other") }
    guard (1...86_400).contains(engineSeconds) else {
      throw ValidationError("--engine-seconds is a number from 1 to 86400")
    }
  }

  /// Finds the Envoy and asks what it is.
  func validator() async throws -> EngineValidator {
    let binary = try program()
    let folder = noCache ? nil : cache ?? EngineCache.userFolder(Console.environment)
    do throws(EngineValidator.Fault) {
      return try await EngineValidator(
        binary: binary, seconds: engineSeconds, cache: folder.map { EngineCache(folder: $0) })
    } catch {
      throw ValidationError(error.description)
    }
  }

  private func program() throws -> String {
    if let envoy { return envoy }
    if let named = Console.environment("EPIC_ENVOY"), !named.isEmpty { return named }
    for folder in (Console.environment("PATH") ?? "").split(separator: ":") where folder.hasPrefix("/") {
      let path = "\(folder)/envoy"
      if access(path, X_OK) == 0 { return path }
    }
    throw ValidationError("there is no Envoy to ask: name it with --envoy or EPIC_ENVOY, or put `envoy` on PATH")
  }
}

/// What an engine said of one form.
struct EngineAnswer {
  private let form: EngineForm
  /// `valid`, `refused`, `late`, `broken`, or `unasked` where the binary is another release.
  private let verdict: String
  private let isCached: Bool

  /// Asks the engine about a form; the finding is nil if it takes it.
  static func ask(
    _ validator: EngineValidator, about form: EngineForm, _ explanations: inout Explanations
  ) async throws -> (EngineAnswer, Diagnostic?) {
    guard form.isRun(by: validator.version) else {
      let finding = form.mismatch(validator.binary, validator.version)
      return (EngineAnswer(form: form, verdict: "unasked", isCached: false), finding)
    }
    let (verdict, isCached) = try await validator.check(form.files)
    func answer(_ word: String) -> EngineAnswer { EngineAnswer(form: form, verdict: word, isCached: isCached) }
    switch verdict {
    case .valid: return (answer("valid"), nil)
    case .refused(let reason): return (answer("refused"), form.finding(.refused(reason), in: &explanations))
    case .tooLate(let seconds): return (answer("late"), form.finding(.tooLate(seconds: seconds), in: &explanations))
    case .broken(let reason): return (answer("broken"), form.finding(.broken(reason), in: &explanations))
    }
  }

  /// For people: `platform.edge_stable on fra-1, fra-2: valid for Envoy 1.40.0 (known)`.
  func sentence(_ validator: EngineValidator) -> String {
    "\(form.instance) on \(form.nodes.joined(separator: ", ")): \(verdict) for Envoy \(validator.version)"
      + (isCached ? ", as it was before: not asked again" : "")
  }

  /// `engine`, a member of the findings' document.
  static func write(_ answers: [EngineAnswer], _ validator: EngineValidator, to json: inout JSONWriter) {
    json.object("engine") { json in
      json.member("program", validator.binary)
      json.member("version", validator.version)
      json.array("forms") { list in
        for answer in answers {
          list.object { json in
            json.member("instance", answer.form.instance)
            json.array("nodes") { nodes in for node in answer.form.nodes { nodes.value(node) } }
            json.member("engine", answer.form.engine)
            json.member("verdict", answer.verdict)
            json.member("cached", answer.isCached)
          }
        }
      }
    }
  }
}
