package import EpicArtifact

/// What a node runs, read back from its planes.
package struct NodeStatus: Hashable, Sendable {
  package var node: String
  /// The release that was applied last; nil if none was.
  package var sequence: UInt64?
  package var content: ContentDigest?
  /// The plane, and what it reports. Order: Envoy's instances by name, BIRD, zones by name.
  package var planes: [Entry]

  /// One instance of one plane.
  package struct Entry: Hashable, Sendable {
    package var plane: Plane
    package var state: PlaneState

    package init(plane: Plane, state: PlaneState) {
      self.plane = plane
      self.state = state
    }
  }

  package init(node: String, sequence: UInt64?, content: ContentDigest?, planes: [Entry]) {
    self.node = node
    self.sequence = sequence
    self.content = content
    self.planes = planes
  }

  /// Whether every plane runs and reports nothing wrong.
  package var isHealthy: Bool { planes.allSatisfy { $0.state.isRunning && $0.state.faults.isEmpty } }
}

/// Reads a node's status. Changes nothing and takes no lock.
package struct StatusReader {
  package let settings: NodeSettings

  package init(settings: NodeSettings) { self.settings = settings }

  package func status() async throws(ApplyError) -> NodeStatus {
    let state = StateFolder(settings.stateFolder)
    if !Files.exists(settings.stateFolder) {
      throw .missing(path: settings.stateFolder, reason: "there is no such state folder: nothing was applied here")
    }
    let current: ReleaseSlice?
    let fills: EndpointFills
    let instances: [String]
    do throws(FileFault) {
      current = try state.release("current")
      fills = try state.endpoints()
      instances = try state.instances()
    } catch {
      throw .file(error)
    }
    if current == nil, let link = state.current {
      throw .file(FileFault("read", "\(state.path)/\(link)", "the release that was applied is missing"))
    }
    var status = NodeStatus(
      node: settings.node, sequence: current?.release.sequence, content: current?.release.content, planes: [])
    let expected = current?.instances(of: settings.node) ?? []
    for instance in Set(instances + expected).sorted(by: ArtifactPath.precedes) {
      let driver = EnvoyDriver(instance: instance, settings: settings, allowsRestart: false) { _, _ in }
      driver.expectation = current.map { expectation(instance, $0, fills) } ?? .nothing
      status.planes.append(NodeStatus.Entry(plane: .envoy, state: await observe(driver, instance)))
    }
    if let bird = settings.bird {
      let driver = BIRDDriver(settings: bird, secrets: settings.secretsFolder) { _, _ in }
      driver.expected = current?.files(of: .node(settings.node), .bird)
        .first { $0.path == AnnouncementsFile.fileName }.flatMap { try? AnnouncementsFile.read($0.bytes) }
      status.planes.append(NodeStatus.Entry(plane: .bird, state: await observe(driver, "bird")))
    }
    for zone in settings.zones.sorted(by: { ArtifactPath.precedes($0.name, $1.name) }) {
      let driver = ZoneDriver(settings: zone, secrets: settings.secretsFolder, former: []) { _, _ in }
      if let current {
        driver.image = PlaneImage(
          sequence: current.release.sequence, artifacts: current.files(of: .zone(zone.name), .dns),
          endpoints: EndpointsFile(slots: []))
      }
      status.planes.append(NodeStatus.Entry(plane: .dns, state: await observe(driver, zone.name)))
    }
    return status
  }

  private func expectation(
    _ instance: String, _ slice: ReleaseSlice, _ fills: EndpointFills
  ) -> EnvoyDriver.Expectation {
    var endpoints = slice.endpoints
    _ = endpoints.fill(with: fills)
    let artifacts = slice.files(of: settings.node, instance: instance)
    if artifacts.isEmpty { return .nothing }
    do throws(DriverError) {
      return .image(
        try EnvoyImage(
          PlaneImage(sequence: slice.release.sequence, artifacts: artifacts, endpoints: endpoints)))
    } catch {
      return .unreadable("the release that was applied is unreadable: \(error)")
    }
  }

  private func observe(_ driver: some PlaneDriver, _ subject: String) async -> PlaneState {
    do throws(DriverError) {
      return try await driver.observe()
    } catch {
      return PlaneState(subject: subject, isRunning: false, faults: [error.description])
    }
  }
}
