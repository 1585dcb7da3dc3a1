import ArgumentParser
import EpicCommand
import Testing

@Suite struct HelpTests {
  private static let commands = EpicCLI.configuration.subcommands

  /// The lines below EXAMPLES of a command's help.
  private static func examples(of command: any ParsableCommand.Type) -> [String] {
    let lines = command.configuration.discussion.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(where: { $0.hasSuffix("EXAMPLES") }) else { return [] }
    return lines[(start + 1)...].prefix { !$0.isEmpty }.map { $0.drop { $0 == " " } }.map(String.init)
  }

  /// As a shell splits a line that has no quotes but single ones.
  private static func words(_ line: Substring) -> [String] {
    var words: [String] = []
    for (index, part) in line.split(separator: "'", omittingEmptySubsequences: false).enumerated() {
      if index % 2 == 1 { words.append(String(part)) } else { words += part.split(separator: " ").map(String.init) }
    }
    return words
  }

  @Test func everyCommandHasAnExample() {
    for command in HelpTests.commands {
      #expect(!HelpTests.examples(of: command).isEmpty, "\(command.configuration.commandName ?? "?")")
    }
  }

  /// Help is folded at 80 columns, and a folded example cannot be copied.
  @Test func everyExampleIsOneLine() {
    for command in [EpicCLI.self] + HelpTests.commands {
      for line in HelpTests.examples(of: command) { #expect(line.utf8.count <= 77, "\(line)") }
    }
  }

  @Test func everyExampleIsUnderstood() throws {
    var count = 0
    for command in [EpicCLI.self] + HelpTests.commands {
      for line in HelpTests.examples(of: command) {
        for part in line.split(separator: "&") {
          let words = HelpTests.words(part)
          guard words.first == "epic" else { continue }
          count += 1
          #expect(throws: Never.self, "\(line)") { _ = try EpicCLI.parseAsRoot(Array(words.dropFirst())) }
        }
      }
    }
    #expect(count >= 15)
  }

  @Test(arguments: [
    ["check", "--format", "yaml"], ["build", "--locked"], ["build", "--sequence", "0"], ["apply", "x.epicb"],
    ["explain"], ["explain", "E0407", "--list"], ["dump", "bytes"], ["check", "--jobs", "-1"], ["frobnicate"],
    ["trace"], ["trace", "https://a.example/", "--format", "sarif"], ["trace", "-", "--scheme", "ftp"],
  ])
  func aWrongCommandLineIsRefused(words: [String]) {
    #expect(throws: (any Error).self) { _ = try EpicCLI.parseAsRoot(words) }
  }
}
