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

  @Option(
    name: .customLong("envoy"),
    help: ArgumentHelp(
      "An Envoy to ask, once for each release that engines name; by default those of EPIC_ENVOY, with colons between them, "
        + "then `envoy` on PATH.", valueName: "program"))
  var envoys: [String] = []

  @Option(help: ArgumentHelp("The folder of what was found valid before.", valueName: "folder"))
  var cache: String?

  @Flag(help: "Ask about everything, and keep nothing.")
  var noCache = false

  @Option(help: ArgumentHelp("The longest time of one of Envoy's checks.", valueName: "seconds"))
  var engineSeconds: UInt32 = 120

  @Flag(name: [.customShort("v"), .long], help: "Say what Envoy was asked, and what was known.")
  var verbose = false

  func validate() throws {
    if !isAsked, !envoys.isEmpty || cache != nil || noCache || verbose {
      throw ValidationError("--envoy, --cache, --no-cache and --verbose are about --engine, which is missing")
    }
    if cache != nil && noCache { throw ValidationError("--cache and --no-cache exclude each other") }
    guard (1...86_400).contains(engineSeconds) else {
      throw ValidationError("--engine-seconds is a number from 1 to 86400")
    }
  }

  /// Finds the Envoys and asks what each is; never empty.
  func validators() async throws -> [EngineValidator] {
    let folder = noCache ? nil : cache ?? EngineCache.userFolder(Console.environment)
    var validators: [EngineValidator] = []
    for binary in try programs() {
      do throws(EngineValidator.Fault) {
        validators.append(
          try await EngineValidator(
            binary: binary, seconds: engineSeconds, cache: folder.map { EngineCache(folder: $0) }))
      } catch {
        throw ValidationError(error.description)
      }
    }
    return validators
  }

  private func programs() throws -> [String] {
    if !envoys.isEmpty { return envoys }
    let named = (Console.environment("EPIC_ENVOY") ?? "").split(separator: ":").map(String.init)
    if !named.isEmpty { return named }
    for folder in (Console.environment("PATH") ?? "").split(separator: ":") where folder.hasPrefix("/") {
      let path = "\(folder)/envoy"
      if access(path, X_OK) == 0 { return [path] }
    }
    throw ValidationError("there is no Envoy to ask: name it with --envoy or EPIC_ENVOY, or put `envoy` on PATH")
  }
}

/// What an engine said of one form.
struct EngineAnswer {
  private let form: EngineForm
  /// The Envoy that was asked; nil where none is the engine's release.
  private let validator: EngineValidator?
  /// `valid`, `refused`, `late`, `broken`, or `unasked` where every binary is another release.
  private let verdict: String
  private let isCached: Bool

  /// Asks the first binary of the engine's release about a form; the finding is nil if it takes it.
  static func ask(
    _ validators: [EngineValidator], about form: EngineForm, _ explanations: inout Explanations
  ) async throws -> (EngineAnswer, Diagnostic?) {
    guard let validator = validators.first(where: { form.isRun(by: $0.version) }) else {
      let finding = form.mismatch(validators.map { ($0.binary, $0.version) })
      return (EngineAnswer(form: form, validator: nil, verdict: "unasked", isCached: false), finding)
    }
    let (verdict, isCached) = try await validator.check(form.files)
    func answer(_ word: String) -> EngineAnswer {
      EngineAnswer(form: form, validator: validator, verdict: word, isCached: isCached)
    }
    switch verdict {
    case .valid: return (answer("valid"), nil)
    case .refused(let reason): return (answer("refused"), form.finding(.refused(reason), in: &explanations))
    case .tooLate(let seconds): return (answer("late"), form.finding(.tooLate(seconds: seconds), in: &explanations))
    case .broken(let reason): return (answer("broken"), form.finding(.broken(reason), in: &explanations))
    }
  }

  /// For people: `platform.edge_stable on fra-1, fra-2: valid for Envoy 1.40.0 (known)`.
  var sentence: String {
    "\(form.instance) on \(form.nodes.joined(separator: ", ")): \(verdict)"
      + (validator.map { " for Envoy \($0.version)" } ?? ", no binary is Envoy \(form.envoy)")
      + (isCached ? ", as it was before: not asked again" : "")
  }

  /// `engine`, a member of the findings' document.
  static func write(_ answers: [EngineAnswer], _ validators: [EngineValidator], to json: inout JSONWriter) {
    json.object("engine") { json in
      json.array("programs") { list in
        for validator in validators {
          list.object { json in
            json.member("program", validator.binary)
            json.member("version", validator.version)
          }
        }
      }
      json.array("forms") { list in
        for answer in answers {
          list.object { json in
            json.member("instance", answer.form.instance)
            json.array("nodes") { nodes in for node in answer.form.nodes { nodes.value(node) } }
            json.member("engine", answer.form.engine)
            if let validator = answer.validator {
              json.member("program", validator.binary)
              json.member("version", validator.version)
            }
            json.member("verdict", answer.verdict)
            json.member("cached", answer.isCached)
          }
        }
      }
    }
  }
}
