package import EpicBase

/// Targets of a package and what they depend on, as `swift package dump-package` tells.
package struct PackageDescription: Sendable {
  /// One target.
  package struct Target: Sendable {
    package var name: String
    /// `regular`, `executable`, `test`, `system`.
    package var type: String
    /// Folder of the sources, where the description names one.
    package var path: String?
    /// Targets of this package.
    package var targets: [String]
    /// Products of other packages.
    package var products: [String]

    package init(name: String, type: String, path: String? = nil, targets: [String], products: [String] = []) {
      self.name = name
      self.type = type
      self.path = path
      self.targets = targets
      self.products = products
    }

    /// Whether the target belongs to the tests, which may use any other.
    package var isTest: Bool { type == "test" || (path ?? "").hasPrefix("Tests/") }
  }

  package var targets: [Target]

  package init(targets: [Target]) { self.targets = targets }

  /// Reads the JSON of `swift package dump-package`; nil if it is another document.
  package init?(dump: JSONValue) {
    guard let elements = dump["targets"]?.elements else { return nil }
    targets = []
    for element in elements {
      guard let name = element["name"]?.string, let type = element["type"]?.string else { return nil }
      var target = Target(name: name, type: type, path: element["path"]?.string, targets: [])
      for dependency in element["dependencies"]?.elements ?? [] {
        if let product = dependency["product"]?.elements?.first?.string {
          target.products.append(product)
        } else if let byName = (dependency["byName"] ?? dependency["target"])?.elements?.first?.string {
          target.targets.append(byName)
        }
      }
      targets.append(target)
    }
  }
}
