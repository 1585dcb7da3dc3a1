package import EpicArtifact

/// What an apply is asked to do.
package struct ApplyRequest: Hashable, Sendable {
  /// Where the release comes from.
  package enum Source: Hashable, Sendable {
    /// The release that the node runs already: to change endpoints, or to start again what died.
    case current
    /// A bundle (`*.epicb`, or the folder of an OCI image layout), or the folder that a build wrote.
    case path(String)
  }

  package var source: Source
  /// Content of a file in the schema of `endpoints.json`: what it fills replaces what those slots held; an empty array
  /// empties its slot. Slots that it does not name keep what they have.
  package var endpoints: [UInt8]?
  /// Lets the release take away more than the settings allow.
  package var allowsShrink = false
  /// Lets an Envoy be restarted where the change cannot be made in a running one.
  package var allowsRestart = false
  /// How long to wait for another apply to finish, in seconds.
  package var lockSeconds: UInt32 = 0

  package init(source: Source) { self.source = source }
}

/// One step of an apply, as it happens.
package struct ApplyEvent: Hashable, Sendable, CustomStringConvertible {
  /// What is going on.
  package enum Step: String, Hashable, Sendable {
    case prepare
    case union
    case `switch`
    case prune
    case start
    case stop
    case restart
    case revert
  }
  package var plane: Plane?
  /// Instance, zone or daemon; empty for the apply as a whole.
  package var subject: String
  package var step: Step
  /// What is done, as a phrase.
  package var detail: String

  package init(plane: Plane?, subject: String, step: Step, detail: String) {
    self.plane = plane
    self.subject = subject
    self.step = step
    self.detail = detail
  }

  package var description: String {
    let place = plane.map { subject.isEmpty ? $0.rawValue : "\($0.rawValue)/\(subject)" } ?? "node"
    return "\(place): \(step.rawValue): \(detail)"
  }
}

/// What an apply did.
package struct ApplyReport: Hashable, Sendable {
  /// What became of one instance of one plane.
  package struct Part: Hashable, Sendable {
    package enum Outcome: String, Hashable, Sendable {
      case unchanged
      case started
      case changed
      case restarted
      case stopped
    }
    package var plane: Plane
    package var subject: String
    package var outcome: Outcome

    package init(plane: Plane, subject: String, outcome: Outcome) {
      self.plane = plane
      self.subject = subject
      self.outcome = outcome
    }
  }

  package var node: String
  package var sequence: UInt64
  package var content: ContentDigest
  /// Order: Envoy's instances by name, BIRD, zones by name.
  package var parts: [Part] = []
  /// What the reader should know, one sentence each: endpoints that no longer fit, planes that are not configured.
  package var notes: [String] = []
  /// Endpoints in Envoy's clusters that came from slots.
  package var endpoints = 0
  /// Files and folders that Envoy watches, each an inotify instance.
  package var watches = 0

  package init(node: String, sequence: UInt64, content: ContentDigest) {
    self.node = node
    self.sequence = sequence
    self.content = content
  }
}

/// What kept an apply from ending well, and where it was then.
package struct ApplyFailure: Hashable, Sendable {
  /// Nil for what concerns the apply as a whole.
  package var plane: Plane?
  package var subject: String
  /// Nil once every phase was done.
  package var phase: ApplyPhase?
  package var reason: String

  package init(plane: Plane?, subject: String, phase: ApplyPhase?, reason: String) {
    self.plane = plane
    self.subject = subject
    self.phase = phase
    self.reason = reason
  }

  fileprivate var text: String {
    let place = plane.map { ApplyFailure.place($0, subject) } ?? "the apply"
    return "\(place) failed \(phase.map { "in phase \($0.rawValue)" } ?? "after the last phase")"
  }

  fileprivate static func place(_ plane: Plane, _ subject: String) -> String {
    subject.isEmpty ? plane.rawValue : "\(plane.rawValue)/\(subject)"
  }
}

/// Why an apply did not happen, or was taken back. In each case but `halfReverted` the node runs what it ran before.
package enum ApplyError: Error, Hashable, Sendable {
  case settings(SettingsFault)
  /// Another apply holds the lock.
  case locked(path: String)
  case file(FileFault)
  /// There is nothing at the path that could be applied.
  case missing(path: String, reason: String)
  /// The bundle, the folder of a build, or the release in it.
  case release(path: String, reason: String)
  /// Endpoints that their slots do not allow, or that are not in the schema.
  case endpoints([String])
  /// More is taken away than the settings allow.
  case shrink([String])
  /// A plane refused before anything changed.
  case refused(plane: Plane, subject: String, reason: String)
  /// The apply was told to end before anything changed.
  case interrupted(String)
  /// A plane refused or did not confirm a change, or the apply was told to end; everything was put back, and the planes
  /// said so. `losses` says what the way there and back cost, one sentence each.
  case rolledBack(ApplyFailure, losses: [String])
  /// As above, but putting back failed too; `remains` says where.
  case halfReverted(ApplyFailure, remains: [String])
}

extension ApplyError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .settings(let fault): fault.description
    case .locked(let path): "another apply holds `\(path)`; wait for it, or pass a time to wait"
    case .file(let fault): fault.description
    case .missing(let path, let reason): "`\(path)`: \(reason)"
    case .release(let path, let reason): "`\(path)` is refused: \(reason)"
    case .endpoints(let reasons): "the endpoints are refused: \(reasons.joined(separator: "; "))"
    case .shrink(let reasons): "\(reasons.joined(separator: "; ")); pass --allow-shrink if that is meant"
    case .refused(let plane, let subject, let reason):
      "\(ApplyFailure.place(plane, subject)) refuses the release, nothing was changed: \(reason)"
    case .interrupted(let reason): "\(reason); nothing was changed"
    case .rolledBack(let failure, let losses):
      "\(failure.text), the previous release is back\(losses.isEmpty ? "" : ", but ")"
        + "\(losses.joined(separator: "; ")): \(failure.reason)"
    case .halfReverted(let failure, let remains):
      "\(failure.text): \(failure.reason); putting the previous release back failed too, and the node runs parts of both "
        + "releases until an apply succeeds: \(remains.joined(separator: "; "))"
    }
  }

  /// Whether the apply was refused or taken back whole, rather than kept from starting by its own arguments or the
  /// machine, or left half done.
  package var isRefusal: Bool {
    switch self {
    case .settings, .file, .locked, .missing, .halfReverted: false
    case .release, .endpoints, .shrink, .refused, .interrupted, .rolledBack: true
    }
  }
}
