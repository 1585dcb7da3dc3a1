/// `epic-dev reference`: writes the reference, or tells whether it is what it would write.
enum ReferenceCommand {
  static func run(_ words: [String]) throws -> Int32 {
    let arguments = try Arguments(words, options: ["to"], flags: ["check"])
    let folder = arguments.value("to") ?? "docs/reference"
    for problem in Reference.problems { Output.complain("\(problem)\n") }
    if !Reference.problems.isEmpty { return 1 }
    let pages = Reference.pages
    if !arguments.has("check") {
      for page in pages { try Files.write(Array(page.text.utf8), to: "\(folder)/\(page.name)") }
      Output.complain("\(pages.count) pages\n")
      return 0
    }
    var findings = pages.filter { page in (try? Files.read("\(folder)/\(page.name)")) != Array(page.text.utf8) }.map(
      \.name)
    let known = Set(pages.map(\.name))
    findings += try Files.below([folder], extension: "md").map { String($0.dropFirst(folder.count + 1)) }
      .filter { !known.contains($0) }
    for name in findings.sorted() { Output.print("\(folder)/\(name)\n") }
    return findings.isEmpty ? 0 : 1
  }
}
