import EpicIR
import EpicSema

/// Where things stand in the documentation: pages and anchors derive from identities, so links stay good when
/// neighbours change.
enum SitePage {
  /// The pages of declarations, in order of navigation: file, title, what the overview counts of it, and the kinds
  /// on it.
  static let all: [(file: String, title: String, tile: String, kinds: [DeclarationKind])] = [
    ("tenants.html", "Tenants", "tenants", [.tenant]),
    ("ingresses.html", "Ingresses", "ingresses", [.ingress, .certificate]),
    ("routes.html", "Routes", "route tables", [.routes]),
    ("upstreams.html", "Upstreams", "upstreams", [.upstream]),
    ("templates.html", "Templates", "templates", []),
    ("network.html", "Network", "pools", [.pool, .zone, .site]),
    ("platform.html", "Platform", "clusters", [.kubernetes, .cdn, .geo, .engine, .issuer]),
  ]
  static let templates = "templates.html"
  static let sources = "sources.html"

  static func file(of kind: DeclarationKind) -> String { all.first { $0.kinds.contains(kind) }?.file ?? "index.html" }

  static func anchor(_ kind: DeclarationKind, _ identity: Identity) -> String { "\(kind.keyword)-\(identity.fileName)" }

  static func link(_ kind: DeclarationKind, _ identity: Identity) -> String {
    "\(file(of: kind))#\(anchor(kind, identity))"
  }

  static func templateAnchor(package: String, name: String) -> String {
    "template-\(Identity(package: package, name: name).fileName)"
  }

  /// The page of a source file: its path with what a file name may not hold written in hexadecimal.
  static func source(_ path: String) -> String {
    var bytes: [UInt8] = []
    bytes.append(contentsOf: "source~".utf8)
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "/"): bytes.append(UInt8(ascii: "~"))
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
        bytes.append(byte)
      default:
        bytes.append(UInt8(ascii: "~"))
        bytes.append(UInt8(ascii: "~"))
        bytes.append(hexDigit(byte >> 4))
        bytes.append(hexDigit(byte & 15))
      }
    }
    return String(decoding: bytes, as: UTF8.self) + ".html"
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}
