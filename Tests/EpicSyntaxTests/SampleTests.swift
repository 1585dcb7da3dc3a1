import EpicBase
import EpicDiagnostics
import EpicSyntax
import Testing

@Suite struct SampleTests {
  @Test(arguments: Samples.files)
  func everyExampleOfTheDesignParses(_ text: String) {
    let result = parsed(text)
    #expect(result.diagnostics.map(\.line) == [])
  }
}
