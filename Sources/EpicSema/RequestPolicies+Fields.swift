import EpicBase
package import EpicIR

extension RateLimit {
  /// A `rate-limit` field; nil for one that is not whole.
  init?(_ field: EvaluatedField) {
    guard let rate = field.value(.value)?.rate, let by = field.word(.by) else { return nil }
    let key: Key
    let name = field.value(.name).flatMap { $0.word ?? $0.text } ?? ""
    switch by {
    case "ingress": key = .everyone
    case "client": key = .client
    case "jwt.sub": key = .subject
    case "header": key = .field(.header(Evaluator.folded(name)))
    case "cookie": key = .field(.cookie(name))
    default: key = .field(.query(name))
    }
    self.init(
      rate: rate, burst: field.integer(.burst).map { UInt32(clamping: $0) } ?? UInt32(clamping: rate.count), key: key,
      origin: field.origin)
  }
}

extension Mirror {
  /// A `mirror` field; nil for one that is not whole.
  init?(_ field: EvaluatedField) {
    guard let share = field.percentage(.percentage), let upstream = field.declaration(.value) else { return nil }
    self.init(share: share, upstream: upstream.row(Upstream.self))
  }
}

extension CORSPolicy {
  /// A `cors` field.
  package init(_ field: EvaluatedField) {
    let origins = field.field(.origins)
    var listed: [String] = []
    var hosts: [HostPattern] = []
    for binding in origins?.bindings ?? [] {
      if let url = binding.value.url {
        listed.append(url.origin)
      } else if let host = binding.value.host {
        if host.wildcard == .none { listed.append("https://\(host.name)") } else { hosts.append(host) }
      }
    }
    func names(_ name: FieldName) -> [String] {
      field.field(name)?.all(.name) { ($0.word ?? $0.text).map { Evaluator.folded($0) } } ?? []
    }
    self.init(
      origins: origins?.word(.form) == "any" ? .any : .listed(origins: listed, hosts: hosts),
      methods: field.field(.methods)?.all(.methods) { $0.word } ?? ["GET", "HEAD", "POST"],
      requestHeaders: names(.headers), exposedHeaders: names(.expose),
      maximumAge: field.field(.maxAge)?.duration(.value),
      allowsCredentials: field.has(.credentials), origin: field.origin)
  }
}

extension Compression {
  /// A `compress` field; nil for `off`.
  package init?(_ field: EvaluatedField) {
    let encodings = field.all(.encodings) { binding -> Encoding? in
      Encoding.allCases.first { "\($0)" == binding.word }
    }
    if encodings.isEmpty { return nil }
    self.init(
      encodings: encodings, leastBody: field.value(.size)?.size?.bytes ?? 1024,
      types: field.all(.types) { $0.text.map { Evaluator.folded($0) } }, origin: field.origin)
  }
}

extension RouteStatistics {
  /// A `statistics` field; nil for `off`.
  package init?(_ field: EvaluatedField) {
    guard field.word(.form) == "per-route" else { return nil }
    self.init(hasLatency: field.word(.latency) != nil)
  }
}

extension AccessLogFormat {
  /// Nil for `off`.
  package init?(word: String) {
    switch word {
    case "json": self = .json
    case "text": self = .text
    default: return nil
    }
  }
}

extension WebURL {
  /// Scheme, host and port as browsers send them: the scheme's own port is left out (RFC 6454 section 6.2).
  var origin: String {
    let shown = host.utf8.contains(UInt8(ascii: ":")) && !host.hasPrefix("[") ? "[\(host)]" : host
    return "\(isTLS ? "https" : "http")://\(shown)" + (port == (isTLS ? 443 : 80) ? "" : ":\(port)")
  }
}
