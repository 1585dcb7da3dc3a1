import EpicBase
import EpicDevKit
import Testing

@Suite struct LayersTests {
  private func problems(_ targets: PackageDescription.Target...) -> [String] {
    Layers.problems(in: PackageDescription(targets: targets))
  }

  @Test func repositoryKeepsToItsRows() throws {
    #expect(try RepositoryLayers.problems(root: repository) == [])
    let names = Set(try RepositoryLayers.description(root: repository).targets.map(\.name))
    #expect(names.isSuperset(of: ["EpicBase", "EpicCompiler", "EpicRuntime", "epic"]))
  }

  @Test func edgesUpAndSidewaysAreFound() {
    #expect(
      problems(.init(name: "EpicBase", type: "regular", targets: ["EpicSyntax"]))
        == ["`EpicBase` (row 1) depends on `EpicSyntax` (row 4)"])
    #expect(
      problems(.init(name: "BackendDNS", type: "regular", targets: ["BackendBIRD", "EpicIR"]))
        == ["`BackendDNS` (row 11) depends on `BackendBIRD` (row 11)"])
    #expect(problems(.init(name: "EpicSema", type: "regular", targets: ["EpicSyntax", "EpicIR"])) == [])
  }

  @Test func nodesHoldNoCompilerEvenThroughAThird() {
    let found = problems(
      .init(name: "EpicRuntime", type: "regular", targets: ["EpicBundle"]),
      .init(name: "EpicBundle", type: "regular", targets: ["EpicSema"]),
      .init(name: "EpicSema", type: "regular", targets: ["EpicSyntax"]))
    #expect(
      found == [
        "`EpicRuntime` reaches `EpicSema`: what runs on a node holds no compiler",
        "`EpicRuntime` reaches `EpicSyntax`: what runs on a node holds no compiler",
      ])
  }

  @Test func soleImportersUnknownTargetsAndProducts() {
    #expect(
      problems(.init(name: "EpicBundle", type: "regular", targets: ["CEpicABI"]))
        == ["`EpicBundle` depends on `CEpicABI`, which only `EpicArtifact` may import"])
    #expect(problems(.init(name: "EpicNew", type: "regular", targets: [])) == ["`EpicNew` has no row"])
    #expect(
      problems(.init(name: "EpicSema", type: "regular", targets: [], products: ["NIO"]))
        == ["`EpicSema` (row 7) uses `NIO`"])
    #expect(problems(.init(name: "AnyTests", type: "test", targets: ["epic"])) == [])
  }

  @Test func importsAreRead() {
    let source = "import A\npackage import B\nimport struct C.D\n// import E\nlet x = 1 // import F\n"
    #expect(Layers.imports(of: Array(source.utf8)) == ["A", "B", "C"])
    let target = PackageDescription.Target(name: "EpicSema", type: "regular", targets: ["EpicIR"])
    let package = PackageDescription(targets: [target, .init(name: "EpicBase", type: "regular", targets: [])])
    #expect(
      Layers.problems(ofImports: ["EpicIR", "EpicBase", "Glibc"], in: target, of: package) == [
        "`EpicSema` imports `EpicBase` without declaring it", "`EpicSema` (row 7) imports `Glibc`",
      ])
  }
}
