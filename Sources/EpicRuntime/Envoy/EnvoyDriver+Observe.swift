import EpicArtifact
import EpicBase

extension EnvoyDriver {
  func observe() async throws(DriverError) -> PlaneState {
    guard let process else {
      var faults: [String] = []
      switch expectation {
      case .nothing: faults.append("a run directory is left of it, and the applied release has no such instance")
      case .unreadable(let reason): faults.append(reason)
      case .image, nil: faults.append("Envoy does not run")
      }
      return PlaneState(subject: instance, isRunning: false, faults: faults)
    }
    var result = PlaneState(subject: instance, isRunning: true)
    result.figures.append(PlaneState.Figure("process", UInt64(process.process)))
    guard let statistics = await admin(process).statistics() else {
      result.faults.append("the admin interface does not answer")
      return result
    }
    guard let image = try folder.image() else {
      result.faults.append("the run directory is empty")
      return result
    }
    compareWithRelease(image, statistics, &result)
    var confirmed: UInt64 = 0
    var faults: [String] = []
    for file in EnvoyTransition.files(image, sequence: image.sequence) {
      guard let subscription = statistics.subscription(file) else { continue }
      if subscription.version == file.version {
        confirmed += 1
      } else {
        faults.append("\(file.subject) runs version `\(subscription.version)`, the file is `\(file.version)`")
      }
      if file.kind == .listeners, let dot = subscription.version.firstIndex(of: ".") {
        result.generation = UInt64(subscription.version[..<dot])
        result.digest = String(subscription.version[subscription.version.index(after: dot)...])
      }
    }
    result.faults += EnvoyDriver.shortened(faults)
    if statistics.warming > 0 { result.faults.append("\(statistics.warming) listeners or clusters still wait") }
    result.figures += [
      PlaneState.Figure("subscriptions", confirmed),
      PlaneState.Figure("listeners", statistics.number("listener_manager.total_listeners_active")),
      PlaneState.Figure("clusters", statistics.number("cluster_manager.active_clusters")),
      PlaneState.Figure("watches", UInt64(WatchBudget.count(of: process.process))),
    ]
    return result
  }

  /// What Envoy runs against what the applied release says. An apply that was cut off leaves the two apart.
  private func compareWithRelease(_ image: EnvoyImage, _ statistics: EnvoyStatistics, _ result: inout PlaneState) {
    let expected: EnvoyImage
    switch expectation {
    case nil: return
    case .nothing: return result.faults.append("it runs, and the applied release has no such instance")
    case .unreadable(let reason): return result.faults.append(reason)
    case .image(let image): expected = image
    }
    var faults: [String] = []
    if image.bootstrap != expected.bootstrap {
      faults.append("it was started with another bootstrap than the applied release's")
    }
    for file in EnvoyTransition.files(expected, sequence: expected.sequence) {
      guard let subscription = statistics.subscription(file) else {
        // The set of clusters or listeners, which is compared too, says what subscribes to anything else.
        if file.kind.holdsFullSet { faults.append("\(file.subject) has no subscription") }
        continue
      }
      if subscription.version != file.version {
        faults.append(
          "\(file.subject) runs version `\(subscription.version)`, the applied release has `\(file.version)`")
      }
    }
    result.faults += EnvoyDriver.shortened(faults)
  }

  /// At most five, and how many more there are.
  private static func shortened(_ faults: [String]) -> [String] {
    faults.count > 6 ? faults.prefix(5) + ["and \(faults.count - 5) more of this sort"] : faults
  }
}
