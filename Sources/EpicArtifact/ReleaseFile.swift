import EpicBase

/// `release.json`: what a release is made of, and how each of its parts is recognised when it is read back from a
/// running plane.
package struct ReleaseFile: Hashable, Sendable {
  /// Path in the artifact tree.
  package static let path = "release.json"
  static let format = "epic.release/1"

  /// One source file.
  package struct Source: Hashable, Sendable {
    /// Path relative to the workspace.
    package var path: String
    /// Digest of its bytes.
    package var digest: ContentDigest

    package init(path: String, digest: ContentDigest) {
      self.path = path
      self.digest = digest
    }
  }

  /// One plane of one target.
  package struct Part: Hashable, Sendable {
    /// Folder of the target: `nodes/fra-1`, `zones/example.com`.
    package var target: String
    /// Folder of the plane below the target's, empty where the target has only one plane (zones).
    package var plane: String
    /// What the part says, apart from the release that says it: equal for two releases that want the same of this plane.
    /// It is the digest that BIRD's `EPIC_DIGEST`, the tunnels' meta element and DNS markers carry.
    package var content: ContentDigest
    /// Digest of the part's files as they are, generation included (`ContentDigest.init(ofTree:)`).
    package var tree: ContentDigest
    /// Number of files.
    package var files: UInt32
    /// Their bytes together.
    package var bytes: UInt64

    package init(
      target: String, plane: String, content: ContentDigest, tree: ContentDigest, files: UInt32, bytes: UInt64
    ) {
      self.target = target
      self.plane = plane
      self.content = content
      self.tree = tree
      self.files = files
      self.bytes = bytes
    }

    /// Folder of the part in the artifact tree.
    package var folder: String { plane.isEmpty ? target : "\(target)/\(plane)" }
  }

  package var workspace: String
  /// The language edition, such as 2026.
  package var edition: UInt32
  /// Name and version of the compiler, such as `epic 0.1.0`.
  package var compiler: String
  /// The release's number: the *generation* that every plane reports once it runs this release.
  package var sequence: UInt64
  /// Digest over the content of all parts and the files outside of them; does not depend on `sequence`.
  package var content: ContentDigest
  /// Sorted by path.
  package var sources: [Source]
  /// Sorted by folder.
  package var parts: [Part]

  package init(
    workspace: String, edition: UInt32, compiler: String, sequence: UInt64, content: ContentDigest, sources: [Source],
    parts: [Part]
  ) {
    self.workspace = workspace
    self.edition = edition
    self.compiler = compiler
    self.sequence = sequence
    self.content = content
    self.sources = sources
    self.parts = parts
  }

  /// The part of that plane of that target.
  package func part(target: String, plane: String) -> Part? {
    parts.first { $0.target == target && $0.plane == plane }
  }
}

extension ReleaseFile {
  /// Sums up what backends emitted.
  ///
  /// `shared` are the files that belong to no target (`endpoints.json`, the deployment); they count towards the content
  /// digest as they are, so none may hold the sequence.
  package init(
    workspace: String, edition: UInt32, compiler: String, sequence: UInt64, sources: [Source], parts: [Part],
    shared: [Artifact]
  ) {
    let sorted = parts.sorted { ArtifactPath.precedes($0.folder, $1.folder) }
    var listing: [UInt8] = []
    for part in sorted {
      listing.append(part.content.hex)
      listing.append("  ")
      listing.append(part.folder)
      listing.append(UInt8(ascii: "\n"))
    }
    for artifact in shared.sorted(by: { ArtifactPath.precedes($0.path, $1.path) }) {
      listing.append(ContentDigest(of: artifact.bytes).hex)
      listing.append("  ")
      listing.append(artifact.path)
      listing.append(UInt8(ascii: "\n"))
    }
    self.init(
      workspace: workspace, edition: edition, compiler: compiler, sequence: sequence,
      content: ContentDigest(of: listing), sources: sources.sorted { ArtifactPath.precedes($0.path, $1.path) },
      parts: sorted)
  }

  /// The file's text.
  package func write() -> [UInt8] {
    var json = JSONWriter(reserving: 512 + sources.count * 160 + parts.count * 320)
    json.object { json in
      json.member("format", ReleaseFile.format)
      json.member("workspace", workspace)
      json.member("edition", edition)
      json.member("compiler", compiler)
      json.member("sequence", sequence)
      json.member("content", content.hex)
      json.array("sources") { json in
        for source in sources {
          json.object { json in
            json.member("path", source.path)
            json.member("sha256", source.digest.hex)
          }
        }
      }
      json.array("parts") { json in
        for part in parts {
          json.object { json in
            json.member("target", part.target)
            json.member("plane", part.plane)
            json.member("content", part.content.hex)
            json.member("tree", part.tree.hex)
            json.member("files", part.files)
            json.member("bytes", part.bytes)
          }
        }
      }
    }
    return json.finish()
  }

  /// Reads the file strictly: unknown and missing members, wrong types and unsound paths are refused.
  package static func read(_ bytes: [UInt8]) throws(FormatError) -> ReleaseFile {
    let document = try JSONDocument(bytes, format: format)
    var fields = try document.fields()
    var sources: [Source] = []
    for value in try fields.array("sources") {
      var source = try JSONFields(value, in: document)
      let path = try source.string("path")
      if let fault = ArtifactPath.fault(in: path) { throw document.failure("the path `\(path)` \(fault)", at: value) }
      sources.append(Source(path: path, digest: try source.digest("sha256")))
      try source.finish()
    }
    var parts: [Part] = []
    for value in try fields.array("parts") {
      var part = try JSONFields(value, in: document)
      let read = Part(
        target: try part.string("target"), plane: try part.string("plane"), content: try part.digest("content"),
        tree: try part.digest("tree"), files: try part.integer("files"), bytes: try part.integer("bytes"))
      try part.finish()
      if let fault = ArtifactPath.fault(in: read.folder) {
        throw document.failure("the path `\(read.folder)` \(fault)", at: value)
      }
      if let last = parts.last, !ArtifactPath.precedes(last.folder, read.folder) {
        throw document.failure("the part `\(read.folder)` occurs twice or out of order", at: value)
      }
      parts.append(read)
    }
    let release = ReleaseFile(
      workspace: try fields.string("workspace"), edition: try fields.integer("edition"),
      compiler: try fields.string("compiler"), sequence: try fields.integer("sequence"),
      content: try fields.digest("content"), sources: sources, parts: parts)
    try fields.finish()
    return release
  }
}
