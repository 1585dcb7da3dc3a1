import EpicArtifact
import EpicBase
import Glibc

/// What an apply will do to one Envoy instance.
struct EnvoyChange {
  enum Action {
    /// A running Envoy goes from one image to the other, through files.
    case update
    /// No Envoy runs; one is started with the new image.
    case start
    /// The bootstrap or the binary differs, which a running Envoy cannot take up.
    case restart
    /// The instance is not in the release.
    case stop
    /// Nothing differs.
    case none
  }
  var action: Action
  /// What the run directory held; nil if Envoy never ran here.
  var old: EnvoyImage?
  /// What it should hold; nil for an instance that goes.
  var new: EnvoyImage?
  /// Secrets of the new image, staged.
  var secrets: [SecretFolder] = []
  /// Versions of secret folders that were in place, by their paths, to go back to.
  var oldSecrets: [(folder: SecretFolder, version: String)] = []
  var binary = ""
  var oldBinary = ""
  /// Whether an Envoy ran when the change was prepared.
  var wasRunning = false
  /// inotify instances that the running Envoy holds.
  var heldWatches = 0
  var process: EnvoyProcess?
}

extension EnvoyChange: PreparedChange {
  var outcome: ApplyReport.Part.Outcome {
    switch action {
    case .start: .started
    case .restart: .restarted
    case .stop: .stopped
    case .none: .unchanged
    case .update:
      old?.resources == new?.resources && old?.data == new?.data && secretsAreCurrent ? .unchanged : .changed
    }
  }

  private var secretsAreCurrent: Bool {
    let versions = oldSecrets.map(\.version)
    return secrets.allSatisfy { versions.contains($0.version) }
  }

  var isEnding: Bool { if case .stop = action { true } else { false } }
  var slotEndpoints: Int { new?.slotEndpoints ?? 0 }
  var watches: Int { new?.watches ?? 0 }

  var watchDemand: WatchDemand? {
    let held = max(heldWatches, wasRunning ? old?.watches ?? 0 : 0)
    guard let new else { return process.map { WatchDemand(process: $0.process, held: held, peak: held) } }
    var peak = new.watches
    switch action {
    case .update: if let old { peak = EnvoyImage.unionWatches(old, new) }
    case .start, .restart, .stop, .none: break
    }
    // What Envoy holds beyond what its files say stays with it.
    peak += max(0, held - (wasRunning ? old?.watches ?? 0 : 0))
    return WatchDemand(process: process?.process, held: held, peak: peak)
  }
}
