import BackendBIRD
import BackendDNS
import BackendEnvoy
import BackendTrueIngress
import Dispatch
package import EpicArtifact
import EpicBackend
import EpicBase
import EpicBundle
import EpicDiagnostics
package import EpicIR
import Synchronization

extension Compiler {
  /// Every plane. Adding one is one line here.
  static func backends(_ options: CompileOptions) -> [any Backend] {
    [EnvoyBackend(routeForm: options.routeForm), TrueIngressBackend(), BIRDBackend(), DNSBackend()]
  }

  /// In which form the Envoy plane writes each table of routes, and why, a line each.
  package static func dumpRoutes(_ deployment: Deployment, _ options: CompileOptions) -> String {
    EnvoyBackend(routeForm: options.routeForm).routeReport(deployment)
  }

  /// How many series of statistics each tenant may have on a node, and what makes them.
  package static func dumpStatistics(_ deployment: Deployment) -> String {
    EnvoyBackend().statisticsReport(deployment)
  }

  /// The planes' artifacts of a deployment without errors, sorted by path, with `release.json`, the slots and the
  /// deployment itself.
  package static func emit(
    _ deployment: Deployment, _ options: CompileOptions
  ) -> (artifacts: [Artifact], release: ReleaseFile) {
    var work: [(backend: any Backend, plane: Plane, targets: [Target])] = []
    for backend in backends(options) {
      for group in backend.groups(of: deployment) { work.append((backend, type(of: backend).plane, group)) }
    }
    let sinks = inOrder(work.count, jobs: options.jobs) { [work] index in
      let (backend, plane, targets) = work[index]
      var sinks = targets.map { ArtifactSink(root: $0.folder(of: plane)) }
      backend.emit(deployment, for: targets, into: &sinks)
      var digests = FileDigests()
      return zip(targets, sinks).map { ($1, ReleaseFile.Part(target: $0, plane: plane, sink: $1, &digests)) }
    }.flatMap(\.self)
    let shared = [
      Artifact(path: EndpointsFile.path, bytes: EndpointsFile(slotsOf: deployment).write()),
      Artifact(path: "\(BundleLayerKind.deploymentFolder)/deployment.bin", bytes: encoded(deployment)),
    ]
    let release = ReleaseFile(
      workspace: deployment.workspace, edition: deployment.edition, compiler: "epic \(version)",
      sequence: deployment.sequence,
      sources: deployment.sources.compactMap { source in
        ContentDigest(hex: source.sha256).map { ReleaseFile.Source(path: source.path, digest: $0) }
      },
      parts: sinks.filter { !$0.0.artifacts.isEmpty }.map(\.1), shared: shared)
    // Folders first: most of them are sorted within, and the sort below goes through what is in order once.
    var artifacts = sinks.map(\.0).sorted { ArtifactPath.precedes($0.root + "/", $1.root + "/") }.flatMap(\.artifacts)
    artifacts += shared
    artifacts.append(Artifact(path: ReleaseFile.path, bytes: release.write()))
    artifacts.sort { ArtifactPath.precedes($0.path, $1.path) }
    return (artifacts, release)
  }

  /// The deployment as the bundle carries it: without the sequence and the sources, which are the release's.
  private static func encoded(_ deployment: Deployment) -> [UInt8] {
    var content = deployment
    content.sequence = 0
    content.sources = []
    return content.encoded(includingProvenance: false)
  }

  /// Results of `body` for 0..<count, in order, computed by at most `jobs` threads.
  private static func inOrder<Result: Sendable>(
    _ count: Int, jobs: Int, _ body: @Sendable (Int) -> Result
  ) -> [Result] {
    if jobs == 1 || count < 2 { return (0..<count).map(body) }
    let results = Mutex([Result?](repeating: nil, count: count))
    let next = Atomic<Int>(0)
    let threads = min(count, jobs == 0 ? 64 : jobs)
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < count else { return }
        let result = body(index)
        results.withLock { $0[index] = result }
      }
    }
    return results.withLock { $0 }.compactMap(\.self)
  }
}
