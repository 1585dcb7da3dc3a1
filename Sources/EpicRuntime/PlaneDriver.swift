package import EpicArtifact

/// The steps of an apply, in which every plane takes part that has something to do in it.
package enum ApplyPhase: String, Hashable, Sendable, CaseIterable {
  /// Adds what is new; what was stays. Traffic sees the old release, with the new one's parts beside it.
  case union
  /// Points traffic at what is new.
  case `switch`
  /// Takes away what nothing refers to any more.
  case prune
}

/// Why a plane did not do what it was asked.
package enum DriverError: Error, Hashable, Sendable {
  /// Found out before anything changed.
  case refused(String)
  /// The plane refused the change. `subject` is what it named, as far as it named anything.
  case rejected(subject: String, reason: String)
  /// The plane did not say within its time that it runs the change.
  case unconfirmed(subject: String, seconds: UInt32)
  /// The plane cannot be reached.
  case unreachable(String)
  case file(FileFault)
}

extension DriverError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .refused(let reason): reason
    case .rejected(let subject, let reason): "\(subject) was rejected: \(reason)"
    case .unconfirmed(let subject, let seconds): "\(subject) was not accepted within \(seconds) s"
    case .unreachable(let what): "\(what) cannot be reached"
    case .file(let fault): fault.description
    }
  }
}

/// What a plane runs, read back from the plane itself.
package struct PlaneState: Hashable, Sendable {
  /// The instance, zone or daemon.
  package var subject: String
  package var isRunning: Bool
  /// The generation that it reports; nil if it reports none.
  package var generation: UInt64?
  /// The content digest that it reports, in the form in which it reports it; empty if it reports none.
  package var digest: String
  /// What is not as it should be, one sentence each; empty if all is well.
  package var faults: [String]
  /// Figures for people: name and value.
  package var figures: [Figure]

  /// One figure.
  package struct Figure: Hashable, Sendable {
    package var name: String
    package var value: UInt64

    package init(_ name: String, _ value: UInt64) {
      self.name = name
      self.value = value
    }
  }

  package init(
    subject: String, isRunning: Bool, generation: UInt64? = nil, digest: String = "", faults: [String] = [],
    figures: [Figure] = []
  ) {
    self.subject = subject
    self.isRunning = isRunning
    self.generation = generation
    self.digest = digest
    self.faults = faults
    self.figures = figures
  }
}

/// What one plane should run: the files of its part of a release, and the endpoints in the release's slots.
package struct PlaneImage: Hashable, Sendable {
  package var sequence: UInt64
  /// Files by their path below the plane's folder, sorted.
  package var artifacts: [Artifact]
  package var endpoints: EndpointsFile

  package init(sequence: UInt64, artifacts: [Artifact], endpoints: EndpointsFile) {
    self.sequence = sequence
    self.artifacts = artifacts
    self.endpoints = endpoints
  }
}

/// Brings one instance of one plane from one release to another. A driver decides from what it reads back, never from
/// what it remembers having sent, and every step may be repeated.
package protocol PlaneDriver {
  /// Everything that was found out before the first change.
  associatedtype Prepared

  /// What runs now, read back from the plane itself.
  func observe() async throws(DriverError) -> PlaneState
  /// Everything that can be refused, with no visible effect.
  func prepare(_ target: PlaneImage) async throws(DriverError) -> Prepared
  /// One phase: small, idempotent, make before break; returns once the plane said that it runs it.
  func commit(_ prepared: Prepared, phase: ApplyPhase) async throws(DriverError)
  /// Puts back what `prepared` found running, whatever of the change was done. Returns what that cost, one sentence each.
  func revert(_ prepared: Prepared) async throws(DriverError) -> [String]
  /// Removes what `prepare` made, of a change that is not committed.
  func abandon(_ prepared: Prepared) async
  /// Removes what only the way back would have needed, once the release is adopted.
  func finish(_ prepared: Prepared) async throws(DriverError)
}

extension PlaneDriver {
  package func abandon(_ prepared: Prepared) async {}
  package func finish(_ prepared: Prepared) async throws(DriverError) {}
}
