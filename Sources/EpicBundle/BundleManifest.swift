package import EpicArtifact
import EpicBase

/// A blob by content.
package struct BlobDescriptor: Hashable, Sendable {
  package var mediaType: String
  package var digest: ContentDigest
  /// Length in bytes.
  package var size: UInt64
}

/// One layer of a bundle.
package struct BundleLayer: Hashable, Sendable {
  package var kind: BundleLayerKind
  package var blob: BlobDescriptor
}

/// The OCI manifest of a bundle.
struct BundleManifest: Hashable, Sendable {
  /// The release's number, repeated for people who look at the manifest; `release.json` is what counts.
  var sequence: UInt64
  var config: BlobDescriptor
  var layers: [BundleLayer]

  /// The content of `oci-layout`.
  static func layoutDocument() -> [UInt8] {
    var json = JSONWriter(pretty: false)
    json.object { $0.member("imageLayoutVersion", BundleFormat.layoutVersion) }
    return json.bytes
  }

  /// The content of `index.json`.
  static func index(of manifest: BlobDescriptor) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("schemaVersion", 2)
      json.member("mediaType", BundleFormat.indexMediaType)
      json.array("manifests") { json in
        json.object { json in
          write(manifest, to: &json)
          json.member("artifactType", BundleFormat.artifactType)
        }
      }
    }
    return json.finish()
  }

  func write() -> [UInt8] {
    var json = JSONWriter(reserving: 1024 + layers.count * 400)
    json.object { json in
      json.member("schemaVersion", 2)
      json.member("mediaType", BundleFormat.manifestMediaType)
      json.member("artifactType", BundleFormat.artifactType)
      json.object("config") { BundleManifest.write(config, to: &$0) }
      json.array("layers") { json in
        for layer in layers {
          json.object { json in
            BundleManifest.write(layer.blob, to: &json)
            guard case .part(let target, let plane) = layer.kind else { return }
            json.object("annotations") { json in
              json.key(BundleFormat.planeAnnotation)
              json.value(plane.rawValue)
              json.key(BundleFormat.targetAnnotation)
              json.value(target.folder)
            }
          }
        }
      }
      json.object("annotations") { json in
        json.key(BundleFormat.sequenceAnnotation)
        json.value(String(sequence))
      }
    }
    return json.finish()
  }

  private static func write(_ blob: BlobDescriptor, to json: inout JSONWriter) {
    json.member("mediaType", blob.mediaType)
    json.member("digest", "sha256:\(blob.digest.hex)")
    json.member("size", blob.size)
  }
}

extension BundleManifest {
  /// Reads a manifest. Members that OCI allows and this format does not use are passed over; layers are not.
  init(_ bytes: [UInt8], limits: BundleLimits) throws(BundleError) {
    let root = try BundleManifest.document(bytes, "manifest")
    let type = root["artifactType"]?.string ?? ""
    if type != BundleFormat.artifactType { throw .notABundle(artifactType: type) }
    config = try BundleManifest.descriptor(root["config"], "manifest")
    guard config.mediaType == BundleFormat.configMediaType else {
      throw .malformed(document: "manifest", reason: "the config has the type `\(config.mediaType)`")
    }
    sequence = root["annotations"]?[BundleFormat.sequenceAnnotation]?.string.flatMap { UInt64($0) } ?? 0
    guard let elements = root["layers"]?.elements else {
      throw .malformed(document: "manifest", reason: "it has no `layers`")
    }
    if UInt64(elements.count) > limits.layers {
      throw .oversize(what: "the number of layers", size: UInt64(elements.count), limit: limits.layers)
    }
    layers = []
    var kinds: Set<BundleLayerKind> = []
    for element in elements {
      let layer = BundleLayer(
        kind: try BundleManifest.kind(element), blob: try BundleManifest.descriptor(element, "manifest"))
      if !kinds.insert(layer.kind).inserted { throw .duplicateLayer(name: layer.kind.name) }
      layers.append(layer)
    }
  }

  private static func kind(_ layer: JSONValue) throws(BundleError) -> BundleLayerKind {
    let mediaType = layer["mediaType"]?.string ?? ""
    if mediaType == BundleLayerKind.endpoints.mediaType { return .endpoints }
    if mediaType == BundleLayerKind.deployment.mediaType { return .deployment }
    guard mediaType == BundleLayerKind.part(.node(""), .envoy).mediaType else {
      throw .unknownLayer(mediaType: mediaType)
    }
    let target = layer["annotations"]?[BundleFormat.targetAnnotation]?.string ?? ""
    let plane = layer["annotations"]?[BundleFormat.planeAnnotation]?.string ?? ""
    // The folder decides, through the same function that packs, so that no layer stands for a folder it cannot have.
    let folder = plane == Plane.dns.rawValue ? target : "\(target)/\(plane)"
    guard let kind = BundleLayerKind(holding: folder + "/_"), kind.name == folder, case .part(_, let found) = kind,
      found.rawValue == plane, ArtifactPath.fault(in: folder) == nil
    else { throw .unknownLayer(mediaType: "\(mediaType) of `\(target)`, `\(plane)`") }
    return kind
  }

  /// The one manifest that `index.json` names.
  static func manifest(inIndex bytes: [UInt8]) throws(BundleError) -> BlobDescriptor {
    let root = try document(bytes, BundleFormat.indexFile)
    guard let manifests = root["manifests"]?.elements, manifests.count == 1 else {
      throw .malformed(document: BundleFormat.indexFile, reason: "it does not name exactly one manifest")
    }
    let blob = try descriptor(manifests[0], BundleFormat.indexFile)
    guard blob.mediaType == BundleFormat.manifestMediaType else {
      throw .malformed(document: BundleFormat.indexFile, reason: "the manifest has the type `\(blob.mediaType)`")
    }
    return blob
  }

  /// Checks `oci-layout`.
  static func checkLayout(_ bytes: [UInt8]) throws(BundleError) {
    let version = try document(bytes, BundleFormat.layoutFile)["imageLayoutVersion"]?.string ?? ""
    if version != BundleFormat.layoutVersion {
      throw .malformed(document: BundleFormat.layoutFile, reason: "the layout's version is `\(version)`")
    }
  }

  private static func document(_ bytes: [UInt8], _ name: String) throws(BundleError) -> JSONValue {
    do {
      return try JSONReader.read(bytes)
    } catch {
      throw .malformed(document: name, reason: error.description)
    }
  }

  private static func descriptor(_ value: JSONValue?, _ document: String) throws(BundleError) -> BlobDescriptor {
    let scheme = "sha256:"
    guard let value, let mediaType = value["mediaType"]?.string, let size = value["size"]?.integer(UInt64.self),
      let text = value["digest"]?.string, text.hasPrefix(scheme),
      let digest = ContentDigest(hex: String(text.dropFirst(scheme.count)))
    else { throw .malformed(document: document, reason: "a descriptor lacks its type, SHA-256 digest or size") }
    return BlobDescriptor(mediaType: mediaType, digest: digest, size: size)
  }
}
