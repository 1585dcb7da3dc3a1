import EpicCompiler
import Testing

/// Files with a line gone: most have errors, and the others are fixed without a change of the deployment.
@Suite struct DamageTests {
  @Test(arguments: LintCase.all)
  func aCaseWithoutOneOfItsLinesIsLookedAtAllTheSame(_ golden: LintCase) throws {
    let files = try LintCase.files(below: golden.folder).filter {
      $0.key.hasSuffix(".epic") && !$0.key.hasPrefix("fixed/")
    }
    for (path, text) in files.sorted(by: { $0.key < $1.key }) {
      let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      for index in lines.indices {
        var rest = lines
        rest.remove(at: index)
        var workspace = try LintCase.workspace(files)
        workspace.write(path, Array(rest.joined(separator: [UInt8(ascii: "\n")])))
        let report = Compiler.lintFixing(workspace)
        if report.hasErrors || report.fixed.isEmpty { continue }
        let before = content(of: workspace)
        for file in report.fixed { workspace.write(file.path, file.text) }
        #expect(content(of: workspace) == before, "\(path) without line \(index + 1)")
      }
    }
  }
}
