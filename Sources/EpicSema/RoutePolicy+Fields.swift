import EpicBase
package import EpicIR

extension RoutePolicy {
  /// What the fields of an ingress, or of one route's outcome, say about requests.
  package init(_ fields: [EvaluatedField]) {
    self.init()
    for field in fields {
      switch field.name {
      case .timeoutRequest: requestTimeout = field.duration(.timeout)
      case .timeoutIdle: idleTimeout = field.duration(.timeout)
      case .retry: retry = RetryPolicy(field)
      case .rewritePath: rewritePath = field.value(.value)?.template
      case .rewriteHost: rewriteHost = field.host(.value)?.name
      case .requestHeader: requestHeaders.append(HeaderEdit(field))
      case .responseHeader: responseHeaders.append(HeaderEdit(field))
      case .maxBody:
        maximumBody = field.value(.value)?.size?.bytes
        maximumBodyOrigin = field.origin
      case .mirror: if let mirror = Mirror(field) { mirrors.append(mirror) }
      case .rateLimit: if let limit = RateLimit(field) { rateLimits.append(limit) }
      case .webSocket: allowsWebSocket = true
      case .connect: tunnelPorts = Set(field.all(.ports) { $0.integer.map { UInt16(clamping: $0) } }).sorted()
      case .compress: isUncompressed = field.word(.form) == "off"
      default: break
      }
    }
  }
}

extension RetryPolicy {
  /// A `retry` field. Without `on` it is on connection failures.
  package init(_ field: EvaluatedField) {
    var onConnectFailure = false
    var onReset = false
    var ranges: [ClosedRange<UInt16>] = []
    for binding in field.bindings {
      if binding.slot == .condition {
        if binding.value.word == "reset" { onReset = true } else { onConnectFailure = true }
      } else if binding.slot == .statuses, let status = binding.value.status {
        ranges += status.ranges
      }
    }
    if !onReset && ranges.isEmpty { onConnectFailure = true }
    self.init(
      attempts: UInt32(clamping: field.integer(.count) ?? 0), onConnectFailure: onConnectFailure, onReset: onReset,
      statuses: StatusSet(merging: ranges), anyMethod: field.word(.methods) == "any",
      perTryTimeout: field.duration(.within), isHedged: field.word(.form) == "hedged",
      backoff: field.duration(.backoff).map { base in
        let tenfold = base.milliseconds.multipliedReportingOverflow(by: 10)
        let most = tenfold.overflow ? base : TimeSpan(milliseconds: tenfold.partialValue)
        return RetryBackoff(base: base, most: field.duration(.maximum) ?? most)
      })
  }
}

extension HeaderEdit {
  /// A `request-header`, `response-header` or `header` field.
  package init(_ field: EvaluatedField) {
    let operation: Operation =
      switch field.word(.operation) {
      case "remove": .remove
      case "append": .append
      default: .set
      }
    self.init(name: field.key, operation: operation, value: field.text(.value) ?? "")
  }
}

extension StatusSet {
  /// The union of ranges, sorted and disjoint.
  package init(merging ranges: [ClosedRange<UInt16>]) {
    var merged: [ClosedRange<UInt16>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, UInt32(range.lowerBound) <= UInt32(last.upperBound) + 1 {
        merged[merged.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    self.init(merged)
  }
}
