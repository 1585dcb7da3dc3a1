package import EpicArtifact
import EpicBundle

/// Writes a build as a bundle.
package enum BundleFile {
  /// Packs the artifacts: one archive if the path ends in `.epicb`, an OCI layout folder otherwise.
  package static func write(_ artifacts: [Artifact], to path: String) throws {
    let layout = try BundleWriter.layout(of: ArtifactTree(artifacts))
    if path.hasSuffix(".epicb") {
      try OutputFolder.makeParents(of: path)
      try OutputFolder.writeFile(path, BundleWriter.archive(layout))
    } else {
      try OutputFolder.replace(path, with: layout, marker: BundleFormat.layoutFile)
    }
  }
}
