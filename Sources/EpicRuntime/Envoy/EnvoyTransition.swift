import EpicArtifact
import EpicBase

/// The files of each phase on the way from what Envoy accepted to an image.
struct EnvoyTransition {
  let from: EnvoyResources
  let to: EnvoyImage

  private static let singleKinds: [EnvoyLayout.ResourceKind] = [.secrets, .endpoints, .routes]

  /// Every subscription's file of an image, in the order in which they are written before a start.
  static func files(_ image: EnvoyImage, sequence: UInt64) -> [SubscriptionFile] {
    var files: [SubscriptionFile] = []
    for kind in singleKinds { files += image.resources[kind].map { SubscriptionFile(kind, $0) } }
    for kind in [EnvoyLayout.ResourceKind.clusters, .listeners] {
      files.append(SubscriptionFile(kind, set: image.resources[kind], sequence: sequence))
    }
    return files
  }

  /// Files of resources that nobody subscribes to yet.
  var newFiles: [SubscriptionFile] {
    EnvoyTransition.singleKinds.flatMap { kind in
      let known = from.names(kind)
      return to.resources[kind].filter { !known.contains($0.name) }.map { SubscriptionFile(kind, $0) }
    }
  }

  /// Files of resources that were there before, whether or not they differ; those that do not are not written again.
  func changed(_ kind: EnvoyLayout.ResourceKind) -> [SubscriptionFile] {
    let known = from.names(kind)
    return to.resources[kind].filter { known.contains($0.name) }.map { SubscriptionFile(kind, $0) }
  }

  /// All clusters of both; where both have one, the new form.
  var clusterUnion: SubscriptionFile {
    let names = to.resources.names(.clusters)
    return SubscriptionFile(
      .clusters, set: sorted(to.resources[.clusters] + from[.clusters].filter { !names.contains($0.name) }),
      sequence: to.sequence)
  }

  /// All listeners of both; where both have one, the new form. An old listener on the address of a new one with another
  /// name has to go at once, as Envoy binds an address once.
  var listenerUnion: SubscriptionFile {
    let names = to.resources.names(.listeners)
    let addresses = Set(to.resources[.listeners].flatMap { EnvoyTransition.addresses($0) })
    let kept = from[.listeners].filter { listener in
      !names.contains(listener.name) && !EnvoyTransition.addresses(listener).contains { addresses.contains($0) }
    }
    return SubscriptionFile(.listeners, set: sorted(to.resources[.listeners] + kept), sequence: to.sequence)
  }

  var finalListeners: SubscriptionFile {
    SubscriptionFile(.listeners, set: to.resources[.listeners], sequence: to.sequence)
  }

  var finalClusters: SubscriptionFile {
    SubscriptionFile(.clusters, set: to.resources[.clusters], sequence: to.sequence)
  }

  /// Whether the last phase takes anything away.
  var isShrinking: Bool {
    [EnvoyLayout.ResourceKind.clusters, .listeners].contains { kind in
      !from.names(kind).isSubset(of: to.resources.names(kind))
    }
  }

  private func sorted(_ resources: [EnvoyResource]) -> [EnvoyResource] {
    resources.sorted { ArtifactPath.precedes($0.name, $1.name) }
  }

  /// The addresses that a listener binds, as compact text.
  private static func addresses(_ listener: EnvoyResource) -> [[UInt8]] {
    guard let value = try? JSONReader.read(listener.text) else { return [] }
    let additional = (value["additional_addresses"]?.elements ?? []).compactMap { $0["address"] }
    return ([value["address"]].compactMap { $0 } + additional).map { $0.compactText() }
  }
}
