package import EpicArtifact

/// Names and numbers of the bundle format: an OCI image layout (OCI image specification 1.1) with one manifest.
package enum BundleFormat {
  /// `artifactType` of the manifest.
  package static let artifactType = "application/vnd.epic.bundle.v1"
  package static let indexMediaType = "application/vnd.oci.image.index.v1+json"
  package static let manifestMediaType = "application/vnd.oci.image.manifest.v1+json"
  /// Type of the config blob, which holds `release.json`. It is the type of an image's configuration because tools of
  /// before specification 1.1 (`skopeo inspect`) refuse manifests with any other; `artifactType` says what it is.
  package static let configMediaType = "application/vnd.oci.image.config.v1+json"
  package static let layoutVersion = "1.0.0"

  /// Files of the layout.
  package static let layoutFile = "oci-layout"
  package static let indexFile = "index.json"
  package static let blobFolder = "blobs/sha256"

  /// Path of a blob in the layout.
  package static func blobPath(_ digest: ContentDigest) -> String { "\(blobFolder)/\(digest.hex)" }

  /// Annotation of a part's layer: the folder of its target.
  static let targetAnnotation = "vnd.epic.target"
  /// Annotation of a part's layer: the name of its plane.
  static let planeAnnotation = "vnd.epic.plane"
  /// Annotation of the manifest: the release's sequence.
  static let sequenceAnnotation = "vnd.epic.sequence"
}

/// What a layer of a bundle holds.
package enum BundleLayerKind: Hashable, Sendable {
  /// One plane of one target.
  case part(Target, Plane)
  /// `endpoints.json`.
  case endpoints
  /// The deployment itself, for tools that interpret it without the compiler.
  case deployment

  /// Folder of the deployment in the artifact tree.
  package static let deploymentFolder = "deployment"

  /// Media type of the layer: an uncompressed tar archive in each case.
  package var mediaType: String {
    switch self {
    case .part: "application/vnd.epic.part.v1.tar"
    case .endpoints: "application/vnd.epic.endpoints.v1.tar"
    case .deployment: "application/vnd.epic.deployment.v1.tar"
    }
  }

  /// What the layer is called in messages: the folder or file that it stands for.
  package var name: String {
    switch self {
    case .part(let target, let plane): target.folder(of: plane)
    case .endpoints: EndpointsFile.path
    case .deployment: BundleLayerKind.deploymentFolder
    }
  }

  /// Whether a file of the artifact tree belongs to the layer.
  package func holds(_ path: String) -> Bool {
    switch self {
    case .endpoints: path == name
    case .part, .deployment: path.hasPrefix(name + "/")
    }
  }

  /// The layer that takes a file of the artifact tree; nil for one that none takes.
  package init?(holding path: String) {
    if path == EndpointsFile.path {
      self = .endpoints
      return
    }
    let segments = path.split(separator: "/").map(String.init)
    if segments.count >= 2, segments[0] == BundleLayerKind.deploymentFolder {
      self = .deployment
    } else if segments.count >= 4, segments[0] == "nodes", let plane = Plane(rawValue: segments[2]), plane != .dns {
      self = .part(.node(segments[1]), plane)
    } else if segments.count >= 3, segments[0] == "zones" {
      self = .part(.zone(segments[1]), .dns)
    } else {
      return nil
    }
  }
}

/// What a reader takes at most. Every limit is checked before the bytes are read.
package struct BundleLimits: Hashable, Sendable {
  /// Bytes of `index.json` and of the manifest, each.
  package var documentBytes: UInt64 = 16 << 20
  /// Bytes of `release.json`.
  package var releaseBytes: UInt64 = 64 << 20
  /// Bytes of one layer.
  package var layerBytes: UInt64 = 2 << 30
  /// Bytes of one file in a layer.
  package var fileBytes: UInt64 = 512 << 20
  /// Files in one archive.
  package var files: UInt64 = 1_000_000
  /// Layers of one bundle.
  package var layers: UInt64 = 100_000

  package init() {}
}
