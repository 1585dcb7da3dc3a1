import EpicArtifact
import EpicBackend
import EpicBase
import EpicIR
import EpicIRFixtures
import Foundation
import Testing

@testable import BackendEnvoy

/// Trees of routes: they answer what the list answers, and are made where they are worth it.
@Suite struct RouteTreeTests {
  /// A list's route: a region, whether it asks more than the path, and what that says of a request.
  private struct Model {
    var regions: [PathRegion] = []
    var certain: [Bool] = []
    /// Only paths that have this many bytes modulo 3, where the region alone does not decide; nil for a certain route.
    var remainders: [Int?] = []

    init(_ random: inout SystemRandom) {
      let pieces = ["/a", "/ab", "/b", "/abc", "/a-1", "/a-10", "/users", "/é", "/x.y"]
      for _ in 0..<random.below(80) + 1 {
        var text = ""
        for _ in 0..<random.below(4) { text += pieces[random.below(pieces.count)] }
        let bytes = Array(text.utf8.prefix { $0 < 0x80 })
        let isASCII = bytes.count == text.utf8.count
        let isCertain = random.below(2) == 0
        let region: PathRegion
        switch random.below(6) {
        case 5: region = .none
        case _ where !isASCII: region = .some(beginning: bytes)
        case 0: region = .some(beginning: bytes + (random.below(2) == 0 ? Array("/".utf8) : []))
        case 1 where bytes.isEmpty: region = .every
        case 1: region = .exact(bytes)
        case 2: region = .exact(bytes + Array("/".utf8))
        default: region = bytes.isEmpty ? .every : .subtree(bytes)
        }
        var isOpen = false
        switch region {
        case .some, .none: isOpen = true
        case .every, .exact, .subtree: break
        }
        regions.append(region)
        certain.append(isCertain && !isOpen)
        remainders.append(isCertain && !isOpen ? nil : random.below(3))
      }
    }

    /// Whether Envoy's path match and the rest pass.
    func matches(_ route: Int, _ path: [UInt8]) -> Bool {
      let plain = path.prefix { $0 != UInt8(ascii: "?") }
      let takes =
        switch regions[route] {
        case .some(let text): path.starts(with: text)
        case .every: path.first == UInt8(ascii: "/")
        case .none: path.isEmpty
        case .exact(let text): plain.elementsEqual(text)
        case .subtree(let text):
          plain.elementsEqual(text) || plain.starts(with: text + Array("/".utf8))
        }
      return takes && remainders[route].map { path.count % 3 == $0 } ?? true
    }

    func first(of routes: some Sequence<Int>, _ path: [UInt8]) -> Int? { routes.first { matches($0, path) } }
  }

  private struct SystemRandom {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
  }

  @Test(arguments: UInt64(1)...200) func aLeafAnswersAsTheListDoes(seed: UInt64) throws {
    var random = SystemRandom(state: seed &* 0x9E37_79B9_7F4A_7C15)
    let model = Model(&random)
    let limit = [0, 1, 4, 16][random.below(4)]
    let tree = try #require(
      RouteTree(model.regions, certain: model.certain, model.regions.map { _ in 1 }, limit: limit, bound: .max))
    #expect(tree.written == tree.leaves.reduce(0) { $0 + $1.routes.count })
    #expect(Set(tree.leaves.map(\.key)).count == tree.leaves.count, "seed \(seed)")
    #expect(
      tree.leaves.allSatisfy { $0.routes == $0.routes.sorted() && String(validating: $0.key, as: UTF8.self) != nil })
    var paths = Set(["", "*", "/", "/?a=/ab", "/zz"].map { Array($0.utf8) })
    for beginning in model.regions.map(\.beginning) {
      let path = beginning.isEmpty ? Array("/".utf8) : beginning
      for more in ["", "/", "?q", "/?q=/a", "b", "/b", "/a/b?x", "-1", "0", "é", "?"] {
        paths.insert(path + more.utf8)
        paths.insert(path.dropLast() + more.utf8)
      }
    }
    for path in paths {
      let expected = model.first(of: model.regions.indices, path)
      #expect(
        model.first(of: tree.routes(for: path), path) == expected,
        "seed \(seed), limit \(limit): \(String(decoding: path, as: UTF8.self))")
    }
  }

  @Test func aRouteTakesNothingOutsideItsRegion() {
    func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
    #expect(PathRegion.exact(bytes("/a")).mayTake(bytes("/a?x")))
    #expect(!PathRegion.exact(bytes("/a")).mayTake(bytes("/a/")))
    #expect(!PathRegion.exact(bytes("/a")).mayTake(bytes("/ab")))
    #expect(PathRegion.subtree(bytes("/a")).takesAll(bytes("/a/b")))
    #expect(!PathRegion.subtree(bytes("/a")).takesAll(bytes("/a")))
    #expect(!PathRegion.exact(bytes("/a")).takesAll(bytes("/a")))
    #expect(PathRegion.subtree(bytes("/a")).mayTake(bytes("/a#")))
    #expect(!PathRegion.subtree(bytes("/a")).mayTake(bytes("/ab")))
    #expect(!PathRegion.every.mayTake(bytes("*")))
    #expect(PathRegion.some(beginning: bytes("/u/")).mayTake(bytes("/u/1")))
    #expect(!PathRegion.some(beginning: bytes("/u/")).mayTake(bytes("/v")))
  }

  private func regions(_ count: Int) -> [PathRegion] {
    (0..<count).map { .subtree(Array("/service-\($0)".utf8)) } + [.every]
  }

  private func form(
    _ regions: [PathRegion], certain: Bool = true, lastWeighs last: Int = 1, _ asked: RouteForm = .auto
  ) -> RoutePlan.Form {
    let weights = regions.indices.map { $0 == regions.count - 1 ? last : 1 }
    return RoutePlan.form(regions, regions.map { _ in certain }, weights, asked)
  }

  @Test func manyPathsAreATreeOfShortLeavesAndFewCopies() throws {
    guard case .tree(let tree) = form(regions(10_000)) else {
      Issue.record("a list")
      return
    }
    #expect(tree.longest <= 2 * RoutePlan.leafLimit)
    #expect(tree.written < 13_000)
  }

  @Test func fewRoutesAndUndividedOnesAreAList() {
    guard case .list(.short) = form(regions(RoutePlan.leastRoutes - 2)) else {
      Issue.record("short")
      return
    }
    let anywhere = [PathRegion](repeating: .every, count: 1000)
    guard case .list(.undivided(1000)) = form(anywhere, certain: false) else {
      Issue.record("undivided")
      return
    }
    guard case .list(.copied) = form(anywhere + regions(1000), certain: false) else {
      Issue.record("copied")
      return
    }
    // The last takes any path, and every leaf has it: the heavier, the fewer leaves.
    guard case .tree(let light) = form(regions(1000)), case .tree(let heavy) = form(regions(1000), lastWeighs: 60),
      case .list(.copied) = form(regions(1000), lastWeighs: 1_000_000)
    else {
      Issue.record("weighed")
      return
    }
    #expect(heavy.leaves.count < light.leaves.count)
    guard case .list(.asked) = form(regions(10_000), .list), case .tree = form(regions(2), .tree),
      case .list(.undivided) = form([.some(beginning: [])], certain: false, .tree)
    else {
      Issue.record("forced")
      return
    }
  }

  /// Texts that begin with one another make a tree as deep as they are long.
  @Test func aChainOfBeginningsIsDivided() throws {
    let chain = (1...800).map {
      PathRegion.exact([UInt8(ascii: "/")] + [UInt8](repeating: UInt8(ascii: "a"), count: $0))
    }
    guard case .tree(let tree) = form(chain) else {
      Issue.record("a list")
      return
    }
    #expect(tree.longest <= 2 * RoutePlan.leafLimit)
  }

  @Test(arguments: RouteForm.allCases) func whatIsExplainedIsWhatIsEmitted(form: RouteForm) throws {
    let deployment = Storefront.deployment()
    let backend = EnvoyBackend(routeForm: form)
    for target in backend.targets(of: deployment) {
      var sink = ArtifactSink(root: "")
      backend.emit(deployment, for: target, into: &sink)
      let explained = backend.explained(deployment, for: target)
      #expect(explained.map { Artifact(path: $0.path, bytes: $0.bytes) } == sink.artifacts)
      let trees = sink.artifacts.count {
        $0.path.contains("/routes/") && String(decoding: $0.bytes, as: UTF8.self).contains("prefix_match_map")
      }
      #expect((trees > 0) == (form == .tree))
      for file in explained where file.path.contains("/routes/") {
        #expect(file.marks.map(\.offset) == file.marks.map(\.offset).sorted(), "\(file.path)")
      }
    }
  }

  @Test func theReportNamesEveryTable() throws {
    var edge = TestEdge()
    let many = (0..<200).map { edge.arm("r\($0)", .path([path("/service-\($0)/**")])) }
    let any = (0..<200).map { edge.arm("r\($0)", .text(.header("x"), .isOneOf(["\($0)"]))) }
    try edge.ingress("long", port: 8001, many)
    try edge.ingress("mixed", port: 8002, many + any)
    try edge.ingress("short", port: 8003, [])
    try edge.ingress("undivided", port: 8004, any)
    let report = EnvoyBackend().routeReport(edge.builder.deployment)
    #expect(
      report == """
        platform_stable on here-1
          test_long~8001  tree of 202 routes: 23 leaves of at most 13, 244 routes written
          test_mixed~8002  list of 402 routes: too much of it takes any path: a tree would be more than 2 times as long
          test_short~8003  list of 2 routes: fewer than 64 routes
          test_undivided~8004  list of 202 routes: paths divide them too little: 202 would be asked one after the other

        """)
    let forced = EnvoyBackend(routeForm: .tree).routeReport(edge.builder.deployment)
    #expect(forced.contains("test_mixed~8002  tree of 402 routes"))
    let listed = EnvoyBackend(routeForm: .list).routeReport(edge.builder.deployment)
    #expect(listed.contains("list of 202 routes: as asked"))
  }
}
