import Glibc

/// Where text for people and data for programs go: people read standard error, programs standard output.
struct Console: Sendable {
  /// When colour is used.
  enum ColorChoice: String, Sendable, CaseIterable {
    case auto, always, never
  }

  let isQuiet: Bool
  /// Whether text for people, on standard error, is coloured.
  let usesColor: Bool
  /// Whether what a command prints on standard output for people is coloured.
  let outputUsesColor: Bool
  /// Whether progress may redraw a line.
  let isTerminal: Bool

  init(color: ColorChoice = .auto, quiet: Bool = false) {
    isQuiet = quiet
    isTerminal = isatty(STDERR_FILENO) == 1
    // https://no-color.org: any non-empty value switches colour off.
    let isWelcome = (Console.environment("NO_COLOR") ?? "").isEmpty
    usesColor = color == .always || color == .auto && isTerminal && isWelcome
    outputUsesColor = color == .always || color == .auto && isatty(STDOUT_FILENO) == 1 && isWelcome
  }

  /// A line for people.
  func note(_ text: String) {
    if !isQuiet { write("\(text)\n", to: STDERR_FILENO) }
  }

  /// Findings and errors are shown even with `--quiet`.
  func report(_ text: String) { write(text, to: STDERR_FILENO) }

  /// Data.
  func output(_ bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }

  /// Data as text.
  func output(_ text: String) { write(text, to: STDOUT_FILENO) }

  static func environment(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    return String(cString: value)
  }

  private func write(_ text: String, to descriptor: Int32) { write(Array(text.utf8), to: descriptor) }

  private func write(_ bytes: [UInt8], to descriptor: Int32) {
    var offset = 0
    while offset < bytes.count {
      let count = bytes[offset...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      // A closed pipe ends the output; there is nobody left to tell.
      if count <= 0 { return }
      offset += count
    }
  }
}
