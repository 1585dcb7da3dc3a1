/// The rows of docs/ARCHITECTURE.md, and what is wrong with a package that does not keep to them.
package enum Layers {
  /// Targets by row; a target depends only on targets of rows above its own, that is, of a smaller number. Row 0 is C.
  package static let rows: [(row: Int, targets: [String])] = [
    (0, ["CEpicABI", "CEpicAssets", "CEpicCoverage", "CEpicShims", "CEpicSpawn", "CLibBPF"]),
    (1, ["EpicBase"]),
    (2, ["EpicDiagnostics"]),
    (3, ["EpicArtifact", "EpicEnvoyAPI"]),
    (4, ["EpicSyntax"]),
    (5, ["EpicFormat"]),
    (6, ["EpicIR"]),
    (7, ["EpicKubernetesFrontEnd", "EpicSema"]),
    (8, ["EpicLower"]),
    (9, ["EpicProve"]),
    (10, ["EpicBackend", "EpicLint"]),
    (11, ["BackendBIRD", "BackendDNS", "BackendEnvoy", "BackendTrueIngress"]),
    (12, ["EpicBundle"]),
    (13, ["EpicCompiler"]),
    (14, ["EpicKubernetesWatch", "EpicLanguageServer"]),
    (15, ["EpicRuntime"]),
    (16, ["EpicCommand", "EpicDaemonCommand", "EpicDevKit"]),
    (17, ["epic", "epic-dev", "epicd"]),
  ]

  /// Targets that others may not reach, not even through a third: who, whom, why.
  private static let barriers: [(from: [String], to: [String], reason: String)] = [
    (
      ["EpicDaemonCommand", "EpicRuntime", "epicd"],
      [
        "BackendBIRD", "BackendDNS", "BackendEnvoy", "BackendTrueIngress", "EpicCompiler", "EpicFormat", "EpicLower",
        "EpicSema", "EpicSyntax",
      ], "what runs on a node holds no compiler"
    ),
    (["EpicProve"], ["EpicSyntax"], "proofs are over the deployment"),
    (["EpicIR"], ["EpicSyntax"], "the deployment knows no syntax"),
  ]

  /// Targets with one importer each.
  private static let soleImporters = ["CEpicABI": "EpicArtifact", "CLibBPF": "EpicRuntime"]

  /// Products of other packages that the compiler may use.
  private static let compilerProducts: Set<String> = ["Collections", "Crypto", "SystemPackage"]

  /// Modules that rows 1 to 12 do without: they do no I/O and read no clock, environment or locale.
  private static let forbiddenInCore: Set<String> = [
    "Dispatch", "Foundation", "FoundationEssentials", "Glibc", "SystemPackage",
  ]

  /// The row of a target.
  package static func row(of target: String) -> Int? { rows.first { $0.targets.contains(target) }?.row }

  /// What breaks the rows in a package, one sentence each, in the package's order.
  package static func problems(in package: PackageDescription) -> [String] {
    var problems: [String] = []
    let known = Dictionary(package.targets.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    for target in package.targets where !target.isTest {
      guard let row = row(of: target.name) else {
        problems.append("`\(target.name)` has no row")
        continue
      }
      for other in target.targets {
        guard let otherRow = Layers.row(of: other) else {
          problems.append("`\(target.name)` depends on `\(other)`, which has no row")
          continue
        }
        if otherRow >= row {
          problems.append("`\(target.name)` (row \(row)) depends on `\(other)` (row \(otherRow))")
        }
        if let importer = soleImporters[other], importer != target.name {
          problems.append("`\(target.name)` depends on `\(other)`, which only `\(importer)` may import")
        }
      }
      for product in target.products where row <= 13 && !compilerProducts.contains(product) {
        problems.append("`\(target.name)` (row \(row)) uses `\(product)`")
      }
      let reached = closure(of: target.name, known)
      for barrier in barriers where barrier.from.contains(target.name) {
        for other in barrier.to where reached.contains(other) {
          problems.append("`\(target.name)` reaches `\(other)`: \(barrier.reason)")
        }
      }
    }
    return problems
  }

  /// What breaks the rows in a target's imports: modules of the package that it does not declare, and what rows 1 to 12
  /// do without.
  package static func problems(
    ofImports imports: [String], in target: PackageDescription.Target, of package: PackageDescription
  ) -> [String] {
    let own = Set(package.targets.map(\.name))
    let row = row(of: target.name) ?? 0
    return imports.compactMap { module in
      if own.contains(module), !target.targets.contains(module) {
        return "`\(target.name)` imports `\(module)` without declaring it"
      }
      if (1...12).contains(row), forbiddenInCore.contains(module) {
        return "`\(target.name)` (row \(row)) imports `\(module)`"
      }
      return nil
    }
  }

  /// The modules that a Swift file imports, in order.
  package static func imports(of source: [UInt8]) -> [String] {
    source.split(separator: 10).compactMap { line in
      let words = String(decoding: line, as: UTF8.self).split(separator: " ")
      guard let place = words.firstIndex(of: "import"), place < 3, place + 1 < words.count,
        words[..<place].allSatisfy({ ["package", "public", "internal", "private", "fileprivate"].contains($0) })
      else { return nil }
      let name = words[place + 1]
      let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "func", "var", "typealias"]
      let module = kinds.contains(name) && place + 2 < words.count ? words[place + 2] : name
      return module.split(separator: ".").first.map(String.init)
    }
  }

  private static func closure(of start: String, _ known: [String: PackageDescription.Target]) -> Set<String> {
    var reached: Set<String> = []
    var pending = [start]
    while let name = pending.popLast() {
      for next in known[name]?.targets ?? [] where reached.insert(next).inserted { pending.append(next) }
    }
    return reached
  }
}
