import EpicArtifact

/// One driver with what it prepared, so that drivers of different planes stand in one list.
protocol PlaneStep: AnyObject {
  var plane: Plane { get }
  var subject: String { get }
  func prepare() async throws(DriverError)
  func commit(_ phase: ApplyPhase) async throws(DriverError)
  func revert() async throws(DriverError) -> [String]
  func abandon() async
  func finish() async throws(DriverError)
  /// Whether the instance goes with this apply.
  var isEnding: Bool { get }
  var outcome: ApplyReport.Part { get }
  var notes: [String] { get }
  var slotEndpoints: Int { get }
  var watches: Int { get }
  /// What the change needs of the system's inotify instances; nil for a plane without watches.
  var watchDemand: WatchDemand? { get }
}

/// What a report says of a prepared change.
protocol PreparedChange {
  var outcome: ApplyReport.Part.Outcome { get }
  var isEnding: Bool { get }
  var notes: [String] { get }
  var slotEndpoints: Int { get }
  var watches: Int { get }
  var watchDemand: WatchDemand? { get }
}

extension PreparedChange {
  var isEnding: Bool { false }
  var notes: [String] { [] }
  var slotEndpoints: Int { 0 }
  var watches: Int { 0 }
  var watchDemand: WatchDemand? { nil }
}

final class DriverStep<Driver: PlaneDriver>: PlaneStep where Driver.Prepared: PreparedChange {
  let plane: Plane
  let subject: String
  private let driver: Driver
  private let image: PlaneImage
  private var prepared: Driver.Prepared?

  init(plane: Plane, subject: String, driver: Driver, image: PlaneImage) {
    self.plane = plane
    self.subject = subject
    self.driver = driver
    self.image = image
  }

  func prepare() async throws(DriverError) { prepared = try await driver.prepare(image) }

  func commit(_ phase: ApplyPhase) async throws(DriverError) {
    if let prepared { try await driver.commit(prepared, phase: phase) }
  }

  func revert() async throws(DriverError) -> [String] {
    guard let prepared else { return [] }
    return try await driver.revert(prepared)
  }

  func abandon() async {
    if let prepared { await driver.abandon(prepared) }
  }

  func finish() async throws(DriverError) {
    if let prepared { try await driver.finish(prepared) }
  }

  var isEnding: Bool { prepared?.isEnding ?? false }
  var outcome: ApplyReport.Part {
    ApplyReport.Part(plane: plane, subject: subject, outcome: prepared?.outcome ?? .unchanged)
  }
  var notes: [String] { prepared?.notes ?? [] }
  var slotEndpoints: Int { prepared?.slotEndpoints ?? 0 }
  var watches: Int { prepared?.watches ?? 0 }
  var watchDemand: WatchDemand? { prepared?.watchDemand }
}
