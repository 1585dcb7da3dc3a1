import EpicCompiler
import Foundation

/// A command line of `epic trace` as pages and goldens write it: enough of a shell and of the option parser for those.
struct TraceCommandLine {
  let words: [String]

  /// As a shell splits a line that has no quotes but single ones.
  init(_ line: some StringProtocol) {
    var words: [String] = []
    for (index, part) in String(line).split(separator: "'", omittingEmptySubsequences: false).enumerated() {
      if index % 2 == 1 { words.append(String(part)) } else { words += part.split(separator: " ").map(String.init) }
    }
    self.words = words
  }

  func question() throws -> TraceQuestion {
    var request: [String] = []
    var options: [(name: String, value: String)] = []
    var rest = words[...]
    while let word = rest.popFirst() {
      if word.hasPrefix("--") { options.append((word, rest.popFirst() ?? "")) } else { request.append(word) }
    }
    var question = try TraceQuestion(words: request)
    for (name, value) in options {
      switch name {
      case "--from": question.client = value
      case "--via": question.balancer = value
      case "--sni": question.serverName = value
      case "--country": question.country = value
      case "--asn": question.autonomousSystem = value
      case "--header": question.headers.append(value)
      case "--cookie": question.cookies.append(value)
      case "--jwt": question.token = value
      case "--body": question.body = Array(value.utf8)
      case "--site": question.site = value
      case "--tls": question.tls = value
      case "--to": question.ingress = value
      case "--healthy": question.healthy.append(value)
      case "--package": question.package = value
      case "--format": break
      default: throw UnknownOption(name: name)
      }
    }
    return question
  }

  struct UnknownOption: Error {
    let name: String
  }
}
