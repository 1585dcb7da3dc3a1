import EpicArtifact
import EpicBase

/// One file that Envoy subscribes to, as it should be.
struct SubscriptionFile: Hashable, Sendable {
  var kind: EnvoyLayout.ResourceKind
  /// The resource; empty for the files that hold the full set.
  var name: String
  var resources: [EnvoyResource]
  /// What Envoy reports once it runs this: content's digest, and in the full sets the release's number before it.
  var version: String

  init(_ kind: EnvoyLayout.ResourceKind, set resources: [EnvoyResource], sequence: UInt64) {
    self.kind = kind
    name = ""
    self.resources = resources
    version = "\(sequence).\(SubscriptionFile.digest(resources))"
  }

  init(_ kind: EnvoyLayout.ResourceKind, _ resource: EnvoyResource) {
    self.kind = kind
    name = resource.name
    resources = [resource]
    version = SubscriptionFile.digest(resources)
  }

  /// Path below the run directory.
  var path: String { EnvoyLayout.subscriptionPath(kind, name) }

  /// What the subscription is called in messages.
  var subject: String { name.isEmpty ? "the set of \(kind.rawValue)" : "\(kind.rawValue)/\(name)" }

  /// The file's bytes: a DiscoveryResponse.
  func bytes() -> [UInt8] {
    var json = JSONWriter(reserving: resources.reduce(256) { $0 + $1.text.count + 8 })
    json.object { json in
      json.member("version_info", version)
      json.member("type_url", kind.typeURL)
      json.array("resources") { json in for resource in resources { json.raw(resource.text) } }
    }
    return json.finish()
  }

  private static func digest(_ resources: [EnvoyResource]) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(resources.reduce(0) { $0 + $1.text.count + 1 })
    for resource in resources {
      bytes += resource.text
      bytes.append(UInt8(ascii: "\n"))
    }
    return String(ContentDigest(of: bytes).hex.prefix(16))
  }
}

/// The run directory of one Envoy, laid out as `EnvoyLayout` says.
struct EnvoyRunFolder {
  let path: String
  /// The machine's trusted authorities, which the directory links to.
  let systemAuthorities: String

  var adminSocket: String { "\(path)/\(EnvoyLayout.adminSocket)" }
  var secretFolder: String { "\(path)/\(EnvoyLayout.secretFolder)" }
  var logFile: String { "\(path)/envoy.log" }
  var logSize: UInt64 { Files.status(logFile)?.size ?? 0 }

  /// Makes every folder that must exist before Envoy starts.
  func create() throws(FileFault) {
    try Files.makeFolder(path, mode: 0o700)
    for kind in EnvoyLayout.ResourceKind.allCases {
      try Files.makeFolder("\(path)/\(kind.subscriptionFolder)", mode: 0o700)
    }
    try Files.makeFolder("\(path)/\(EnvoyLayout.dataFolder)", mode: 0o700)
    try Files.makeFolder(secretFolder, mode: 0o700)
    let authorities = "\(path)/\(EnvoyLayout.systemAuthoritiesFile)"
    try Files.makeFolder(Files.parent(of: authorities), mode: 0o700)
    try Files.flip(link: authorities, to: systemAuthorities)
  }

  func bootstrap() throws(FileFault) -> [UInt8]? {
    try Files.readIfPresent("\(path)/\(EnvoyLayout.bootstrapFile)")
  }

  /// Writes a subscription's file, temporary name outside of the folder that Envoy watches.
  func write(_ file: SubscriptionFile) throws(FileFault) {
    try Files.replace("\(path)/\(file.path)", file.bytes(), mode: 0o600, staging: "\(path)/xds")
  }

  func write(_ name: String, _ bytes: [UInt8]) throws(FileFault) {
    try Files.replace("\(path)/\(name)", bytes, mode: 0o600, staging: path)
  }

  /// The version that a subscription's file has now; nil if there is no such file, or it is none of ours.
  func version(_ file: SubscriptionFile) -> String? {
    guard let bytes = try? Files.readIfPresent("\(path)/\(file.path)") else { return nil }
    // The version is the first member, so that large files need not be parsed.
    let start = Array("{\n  \"version_info\": \"".utf8)
    guard bytes.starts(with: start), let end = bytes[start.count...].firstIndex(of: UInt8(ascii: "\"")) else {
      return nil
    }
    return String(decoding: bytes[start.count..<end], as: UTF8.self)
  }

  /// What the files say: the last image that was written, whole; nil if Envoy never ran here.
  func image() throws(DriverError) -> EnvoyImage? {
    do throws(FileFault) {
      guard let bootstrap = try bootstrap() else { return nil }
      var sequence: UInt64 = 0
      var resources = EnvoyResources()
      var secrets: Set<SecretFile> = []
      EnvoyImage.collectSecrets(try EnvoyRunFolder.parse("\(path)/\(EnvoyLayout.bootstrapFile)"), into: &secrets)
      for kind in EnvoyLayout.ResourceKind.allCases {
        let folder = "\(path)/\(kind.subscriptionFolder)"
        for name in try Files.list(folder) where name.hasSuffix(".json") && !name.hasPrefix(".") {
          let response = try EnvoyRunFolder.parse("\(folder)/\(name)")
          for value in response["resources"]?.elements ?? [] {
            let name = value[kind == .endpoints ? "cluster_name" : "name"]?.string ?? ""
            resources[kind].append(EnvoyResource(name: name, text: value.compactText()))
            EnvoyImage.collectSecrets(value, into: &secrets)
          }
          if kind == .listeners, let version = response["version_info"]?.string {
            sequence = UInt64(version.prefix { $0 != "." }) ?? 0
          }
        }
      }
      var image = EnvoyImage(sequence: sequence, bootstrap: bootstrap)
      image.resources = resources
      image.secrets = secrets.sorted()
      for name in try Files.list("\(path)/\(EnvoyLayout.dataFolder)") where !name.hasPrefix(".") {
        let bytes = try Files.read("\(path)/\(EnvoyLayout.dataFolder)/\(name)")
        image.data.append(Artifact(path: name, bytes: bytes))
      }
      return image
    } catch {
      throw .file(error)
    }
  }

  private static func parse(_ path: String) throws(FileFault) -> JSONValue {
    let bytes = try Files.read(path)
    do throws(JSONError) {
      return try JSONReader.read(bytes)
    } catch {
      throw FileFault("read", path, error.description)
    }
  }

  /// Removes everything that the image does not need, private keys of certificates that went above all.
  func clean(keeping image: EnvoyImage) throws(FileFault) {
    try removeStale(keeping: image)
    var kept: [String: Set<String>] = [:]
    for file in image.secrets { kept[file.folder, default: []].insert(file.name) }
    try cleanSecrets("", keeping: kept)
  }

  /// One folder below the secrets: what is not kept goes, then the folder itself if nothing is left in it.
  private func cleanSecrets(_ relative: String, keeping kept: [String: Set<String>]) throws(FileFault) {
    let place = relative.isEmpty ? secretFolder : "\(secretFolder)/\(relative)"
    var names = kept[relative] ?? []
    if !names.isEmpty {
      names.insert(SecretFolder.link)
      if let version = Files.readLink("\(place)/\(SecretFolder.link)") { names.insert(version) }
    }
    for name in try Files.list(place) where !names.contains(name) {
      if !name.hasPrefix("."), Files.status("\(place)/\(name)")?.kind == .folder {
        try cleanSecrets(relative.isEmpty ? name : "\(relative)/\(name)", keeping: kept)
      } else {
        try Files.removeTree("\(place)/\(name)")
      }
    }
    if !relative.isEmpty, try Files.list(place).isEmpty { try Files.removeTree(place) }
  }

  /// Removes the files of resources that the image does not have. Nobody subscribes to them any more.
  func removeStale(keeping image: EnvoyImage) throws(FileFault) {
    for kind in EnvoyLayout.ResourceKind.allCases where !kind.holdsFullSet {
      let names = image.resources.names(kind)
      let folder = "\(path)/\(kind.subscriptionFolder)"
      for file in try Files.list(folder) where file.hasSuffix(".json") && !names.contains(String(file.dropLast(5))) {
        try Files.remove("\(folder)/\(file)")
      }
    }
    let data = Set(image.data.map(\.path))
    let folder = "\(path)/\(EnvoyLayout.dataFolder)"
    for file in try Files.list(folder) where !data.contains(file) { try Files.removeTree("\(folder)/\(file)") }
  }
}
