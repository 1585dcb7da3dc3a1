// swift-tools-version: 6.3
//
// Formatting rules of this file: one entry per target, in the order of the rows in docs/ARCHITECTURE.md (a target may
// depend only on rows above its own; a test reads this description and fails on any other edge). Dependency lists are
// alphabetical. `EPIC_PART=core` leaves out the runtime, the command line and their packages.

import PackageDescription

let part = Context.environment["EPIC_PART"] ?? "all"
let buildsRuntime = part != "core"

let swiftSettings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("ImmutableWeakCaptures"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .treatAllWarnings(as: .error),
]

/// The compiler's core uses no unsafe construct without saying so.
let coreSettings = swiftSettings + [.strictMemorySafety()]

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let systemPackage = Target.Dependency.product(name: "SystemPackage", package: "swift-system")

func core(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: coreSettings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: swiftSettings)
}

var dependencies: [Package.Dependency] = [
  .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
  .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
]

var products: [Product] = [
  .executable(name: "epic-dev", targets: ["epic-dev"])
]

var targets: [Target] = [
  // MARK: C
  .systemLibrary(name: "CEpicABI", path: "bpf/include"),
  .target(
    name: "CEpicAssets",
    publicHeadersPath: "include"
  ),
  .target(name: "CEpicCoverage"),
  .target(name: "CEpicShims"),
  .target(name: "CEpicSpawn"),

  // MARK: 1
  core("EpicBase"),
  tests("EpicBaseTests", ["EpicBase"]),

  // MARK: 2
  core("EpicDiagnostics", ["EpicBase"]),
  tests("EpicDiagnosticsTests", ["EpicBase", "EpicDiagnostics"]),

  // MARK: 3
  core("EpicArtifact", ["CEpicABI", crypto, "EpicBase"]),
  tests("EpicArtifactTests", ["EpicArtifact", "EpicBase"]),
  core("EpicEnvoyAPI", ["CEpicAssets", "EpicBase"]),
  tests("EpicEnvoyAPITests", ["EpicBase", "EpicEnvoyAPI"]),

  // MARK: 4
  core("EpicSyntax", ["EpicBase", "EpicDiagnostics"]),
  tests("EpicSyntaxTests", ["EpicBase", "EpicDiagnostics", "EpicSyntax", "EpicTestTools"]),

  // MARK: 5
  core("EpicFormat", ["EpicBase", "EpicDiagnostics", "EpicSyntax"]),
  tests("EpicFormatTests", ["EpicBase", "EpicDiagnostics", "EpicFormat", "EpicSyntax"]),

  // MARK: 6
  core("EpicIR", ["EpicBase"]),
  .target(
    name: "EpicIRFixtures", dependencies: ["EpicBase", "EpicIR"], path: "Tests/Support/EpicIRFixtures",
    swiftSettings: swiftSettings),
  .target(name: "EpicTestTools", path: "Tests/Support/EpicTestTools", swiftSettings: swiftSettings),
  tests("EpicIRTests", ["EpicBase", "EpicIR", "EpicIRFixtures"]),

  // MARK: 7
  core("EpicSema", ["EpicBase", "EpicDiagnostics", "EpicIR", "EpicSyntax", crypto]),
  tests(
    "EpicSemaTests", ["EpicBase", "EpicDiagnostics", "EpicIR", "EpicIRFixtures", "EpicSema", "EpicSyntax"]),

  // MARK: 8
  core("EpicLower", ["EpicBase", "EpicDiagnostics", "EpicIR", "EpicSema", crypto]),
  tests(
    "EpicLowerTests",
    ["EpicBase", "EpicDiagnostics", "EpicIR", "EpicIRFixtures", "EpicLower", "EpicProve", "EpicSema", "EpicSyntax"]),

  // MARK: 9
  core("EpicProve", ["EpicBase", "EpicDiagnostics", "EpicIR"]),
  tests("EpicProveTests", ["EpicBase", "EpicDiagnostics", "EpicIR", "EpicIRFixtures", "EpicProve"]),

  // MARK: 10
  core("EpicBackend", ["EpicArtifact", "EpicBase", "EpicDiagnostics", "EpicIR"]),
  core("EpicLint", ["EpicBase", "EpicDiagnostics", "EpicIR", "EpicSema", "EpicSyntax"]),
  tests(
    "EpicLintTests", ["EpicBase", "EpicCompiler", "EpicDiagnostics", "EpicFormat", "EpicIR", "EpicLint"],
    exclude: ["Golden"]),

  // MARK: 11
  core("BackendEnvoy", ["EpicArtifact", "EpicBackend", "EpicBase", "EpicDiagnostics", "EpicEnvoyAPI", "EpicIR"]),
  tests(
    "BackendEnvoyTests",
    ["BackendEnvoy", "EpicArtifact", "EpicBackend", "EpicBase", "EpicDiagnostics", "EpicIR", "EpicIRFixtures"]),
  core("BackendTrueIngress", ["EpicArtifact", "EpicBackend", "EpicBase", "EpicDiagnostics", "EpicIR"]),
  tests(
    "BackendTrueIngressTests",
    [
      "BackendTrueIngress", "EpicArtifact", "EpicBackend", "EpicBase", "EpicDiagnostics", "EpicIR", "EpicIRFixtures",
      "EpicTestTools",
    ]),
  core("BackendBIRD", ["EpicArtifact", "EpicBackend", "EpicBase", "EpicDiagnostics", "EpicIR"]),
  tests(
    "BackendBIRDTests",
    [
      "BackendBIRD", "EpicArtifact", "EpicBackend", "EpicBase", "EpicDiagnostics", "EpicIR", "EpicIRFixtures",
      "EpicTestTools",
    ]),
  core("BackendDNS", ["EpicArtifact", "EpicBackend", "EpicBase", "EpicDiagnostics", "EpicIR"]),
  tests(
    "BackendDNSTests",
    [
      "BackendDNS", "EpicArtifact", "EpicBackend", "EpicBase", "EpicDiagnostics", "EpicIR", "EpicIRFixtures",
      "EpicTestTools",
    ]),

  // MARK: 12
  core("EpicBundle", [crypto, "EpicArtifact", "EpicBase"]),
  tests("EpicBundleTests", ["EpicArtifact", "EpicBase", "EpicBundle"]),

  // MARK: 13
  core(
    "EpicCompiler",
    [
      "BackendBIRD", "BackendDNS", "BackendEnvoy", "BackendTrueIngress", "CEpicAssets", "CEpicShims", "EpicArtifact",
      "EpicBackend", "EpicBase",
      "EpicBundle", "EpicDiagnostics", "EpicFormat", "EpicIR", "EpicLint", "EpicLower", "EpicProve", "EpicSema",
      "EpicSyntax",
      systemPackage,
    ]),
  tests(
    "EpicCompilerTests",
    [
      "EpicArtifact", "EpicBase", "EpicCompiler", "EpicDevKit", "EpicDiagnostics", "EpicFormat", "EpicIR", "EpicLower",
      "EpicSyntax",
    ],
    exclude: ["Golden"]),

  // MARK: 14
  core(
    "EpicLanguageServer",
    [
      "BackendEnvoy", "EpicBase", "EpicCompiler", "EpicDiagnostics", "EpicEnvoyAPI", "EpicFormat", "EpicIR", "EpicSema",
      "EpicSyntax", systemPackage,
    ]),
  tests(
    "EpicLanguageServerTests",
    ["EpicBase", "EpicCompiler", "EpicDevKit", "EpicLanguageServer", "EpicSema"]),

  // MARK: 16
  .target(
    name: "EpicDevKit",
    dependencies: [
      "BackendBIRD", "BackendDNS", "BackendEnvoy", "BackendTrueIngress", "CEpicCoverage", "EpicArtifact", "EpicBackend",
      "EpicBase", "EpicCompiler", "EpicDiagnostics", "EpicFormat", "EpicIR", "EpicProve", "EpicSema", "EpicSyntax",
      systemPackage,
    ],
    swiftSettings: swiftSettings),
  tests(
    "EpicDevKitTests",
    ["EpicBase", "EpicCompiler", "EpicDevKit", "EpicDiagnostics", "EpicFormat", "EpicIR", "EpicSema", "EpicSyntax"]),

  // MARK: 17
  .executableTarget(name: "epic-dev", dependencies: ["EpicDevKit"], swiftSettings: swiftSettings),
]

if buildsRuntime {
  dependencies += [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.90.0"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
  ]
  products += [.executable(name: "epic", targets: ["epic"])]
  targets += [
    // MARK: 15
    .target(
      name: "EpicRuntime",
      dependencies: [
        .product(name: "AsyncHTTPClient", package: "async-http-client"), "CEpicSpawn", crypto,
        "EpicArtifact", "EpicBase", "EpicBundle",
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "Subprocess", package: "swift-subprocess"), systemPackage,
      ],
      swiftSettings: swiftSettings),
    tests("EpicRuntimeTests", ["EpicArtifact", "EpicBase", "EpicBundle", "EpicRuntime"]),

    // MARK: 16
    .target(
      name: "EpicCommand",
      dependencies: [
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        "EpicArtifact", "EpicBackend", "EpicBase", "EpicBundle", "EpicCompiler", "EpicDiagnostics", "EpicFormat",
        "EpicIR", "EpicLanguageServer", "EpicRuntime", "EpicSyntax", systemPackage,
      ],
      swiftSettings: swiftSettings),
    tests(
      "EpicCommandTests",
      [.product(name: "ArgumentParser", package: "swift-argument-parser"), "EpicBase", "EpicCommand"]),

    // MARK: 17
    .executableTarget(name: "epic", dependencies: ["EpicCommand"], swiftSettings: swiftSettings),
  ]
}

let package = Package(
  name: "epic",
  products: products,
  dependencies: dependencies,
  targets: targets,
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
