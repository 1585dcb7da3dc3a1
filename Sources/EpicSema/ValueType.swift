/// What a place expects. A word means what its place expects: in a host's place `a.b` is a host, in a duration's place a
/// plain name is a variable that holds a duration.
package indirect enum ValueType: Hashable, Sendable {
  case boolean
  case integer
  case decimal
  case duration
  case size
  case rate
  case bandwidth
  case percentage
  case version
  case asNumber
  case community
  case port
  /// A status code, range or class.
  case status
  /// A string without run-time parts.
  case text
  /// A string or URL with captures of the request's path.
  case template
  /// A string, or `data "path" sha256 "…"`.
  case textOrData
  /// `data "path" sha256 "…"`.
  case data
  /// A host or wildcard.
  case host
  /// A host without wildcard.
  case hostName
  case path
  case regex
  case address
  case prefix
  /// An address, prefix or range: the result is a range.
  case range
  /// An address, prefix, range, host or wildcard: what `may reach` lists.
  case reach
  /// An address or prefix: the result is a prefix.
  case network
  case endpoint
  /// An address, name or endpoint of a DNS server; port 53 unless written.
  case server
  case url
  /// `namespace/service:port`.
  case service
  /// A secret's slashed name.
  case secret
  /// An HTTP method.
  case method
  /// An ISO 3166-1 alpha-2 code.
  case country
  /// The name of a header, cookie or query parameter: a name or a string.
  case headerName
  /// Any name, such as a namespace's.
  case name
  /// A package's dotted path.
  case package
  /// The name of a route: a name, `otherwise`, or a string.
  case routeName
  /// What a request is sent to, or sent on to: a URL, a path or a string, as text.
  case target
  /// One of these words.
  case word([String])
  /// A declaration of the kind.
  case reference(DeclarationKind)
  case list(ValueType)

  /// What is expected, as a phrase: "a duration such as `5s`".
  package var phrase: String {
    switch self {
    case .boolean: "`true` or `false`"
    case .integer: "a whole number"
    case .decimal: "a number"
    case .duration: "a duration such as `5s`"
    case .size: "a size such as `64KiB`"
    case .rate: "a rate such as `100/s`"
    case .bandwidth: "a bandwidth such as `25Mbps`"
    case .percentage: "a percentage such as `5%`"
    case .version: "a version such as `1.40`"
    case .asNumber: "an AS number such as `AS64500`"
    case .community: "a BGP community such as `64500:120`"
    case .port: "a port"
    case .status: "a status such as `503`, `500..504` or `5xx`"
    case .text: "a string"
    case .template: "a string"
    case .textOrData: "a string or `data \"file\" sha256 \"…\"`"
    case .data: "`data \"file\" sha256 \"…\"`"
    case .host: "a host such as `shop.example.com`"
    case .hostName: "a host without a wildcard"
    case .path: "a path such as `/static/**`"
    case .regex: "a regular expression such as `re\"/v[0-9]+\"`"
    case .address: "an address"
    case .prefix: "a prefix such as `203.0.113.0/24`"
    case .range: "an address, a prefix or a range of addresses"
    case .reach: "an address, a prefix, a range or a host"
    case .network: "an address or a prefix"
    case .endpoint: "an endpoint such as `203.0.113.7:8443`"
    case .server: "a server's address or name"
    case .url: "a URL"
    case .service: "a service with its port such as `shop/cart:http`"
    case .secret: "a secret's name such as `tsig/acme`"
    case .method: "a method such as `GET`"
    case .country: "a country's code such as `DE`"
    case .headerName: "a header's name"
    case .name: "a name"
    case .package: "a package"
    case .routeName: "the name of a route"
    case .target: "a URL or a path"
    case .word(let words): words.map { "`\($0)`" }.joinedAsChoice
    case .reference(let kind): "the name of \(kind.phrase)"
    case .list(let element): "a list, each element \(element.phrase)"
    }
  }
}

extension [String] {
  /// `a`, `a or b`, `a, b or c`.
  package var joinedAsChoice: String {
    guard let last, count > 1 else { return first ?? "" }
    return "\(dropLast().joined(separator: ", ")) or \(last)"
  }
}
