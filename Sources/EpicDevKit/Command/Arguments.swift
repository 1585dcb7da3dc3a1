/// The arguments of a subcommand: positional ones, and options of the form `--name value` or `--name`.
package struct Arguments {
  /// Why arguments cannot be used: a sentence for the user.
  package struct UsageError: Error, CustomStringConvertible {
    package let description: String
  }

  /// What stands before, between and behind the options.
  package private(set) var positional: [String] = []
  private var values: [String: String] = [:]
  private var flags: Set<String> = []

  /// Reads arguments. `options` take a value, `flags` none; any other word that starts with `--` is an error.
  package init(_ words: [String], options: Set<String>, flags known: Set<String> = []) throws(UsageError) {
    var index = 0
    while index < words.count {
      let word = words[index]
      index += 1
      guard word.hasPrefix("--") else {
        positional.append(word)
        continue
      }
      let name = String(word.dropFirst(2))
      if known.contains(name) {
        flags.insert(name)
      } else if options.contains(name) {
        guard index < words.count else { throw UsageError(description: "`\(word)` needs a value") }
        values[name] = words[index]
        index += 1
      } else {
        throw UsageError(description: "`\(word)` is not known here")
      }
    }
  }

  /// Whether a flag was given.
  package func has(_ flag: String) -> Bool { flags.contains(flag) }

  /// An option's value.
  package func value(_ name: String) -> String? { values[name] }

  /// An option's value as a number of a type, which has to be positive or zero.
  package func number(_ name: String, default standard: UInt64) throws(UsageError) -> UInt64 {
    guard let text = values[name] else { return standard }
    guard let number = UInt64(text) else { throw UsageError(description: "`--\(name)` takes a number, not `\(text)`") }
    return number
  }
}
