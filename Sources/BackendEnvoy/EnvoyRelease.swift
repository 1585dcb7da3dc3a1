import EpicBase

/// The releases of Envoy that resources are made for, and what the older ones of them lack. Tests ask the real ones.
enum EnvoyRelease {
  /// Ascending, by major and minor number.
  static let supported = [Version([1, 38]), Version([1, 39]), Version([1, 40])]

  /// What not every supported release can do.
  enum Feature: CaseIterable {
    /// The filter `envoy.filters.http.body_size_limit`.
    case bodySizeLimit
    /// A matcher looks at each of a repeated header's values (`match_headers_individually`); before, at all of them joined.
    /// The headers of which a request has one value (`EdgeHeader.joined`) are the same on every release.
    case repeatedHeaders
    /// Regular expressions take bytes (`re2_use_latin1_mode`); before, what is no UTF-8 matched nothing, and programs were
    /// many times as large.
    case byteExpressions
    /// Media types of the compressor that match without regard to case (`content_type_matcher`).
    case compressedTypes
    /// What a browser says that a password is for (`realm` of basic_auth).
    case realm
    /// A QUIC listener demands a certificate of clients (`require_client_certificate`); before, it refused to be made.
    case clientCertificatesOverQUIC

    /// The first release that has it.
    var first: Version {
      switch self {
      case .bodySizeLimit, .compressedTypes, .realm, .clientCertificatesOverQUIC: Version([1, 40])
      case .repeatedHeaders, .byteExpressions: Version([1, 39])
      }
    }

    /// What asks for it, as the subject of a sentence.
    var subject: String {
      switch self {
      case .bodySizeLimit: "`max body`"
      case .repeatedHeaders: "each value of a header"
      case .byteExpressions: "a regular expression"
      case .compressedTypes: "`compress … types`"
      case .realm: "`realm`"
      case .clientCertificatesOverQUIC: "`auth client-certificate` beside `http3`"
      }
    }

    /// What the releases before the first do with it.
    var before: String {
      switch self {
      case .bodySizeLimit: "has no limit that counts bodies as they pass"
      case .repeatedHeaders: "compares a repeated header's values joined, not one by one"
      case .byteExpressions: "matches characters, not bytes"
      case .compressedTypes: "compares media types with regard to case"
      case .realm: "says the URL in its place"
      case .clientCertificatesOverQUIC: "asks no certificates over HTTP/3"
      }
    }
  }

  /// Whether resources are made for the release; a patch number does not count.
  static func isSupported(_ version: Version) -> Bool {
    supported.contains { version.components.prefix(2).elementsEqual($0.components) }
  }

  /// Whether a release has a feature.
  static func has(_ feature: Feature, _ version: Version) -> Bool {
    !version.components.lexicographicallyPrecedes(feature.first.components)
  }
}
