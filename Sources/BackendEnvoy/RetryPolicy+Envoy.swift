import EpicBackend
import EpicBase
import EpicEnvoyAPI
import EpicIR

extension ResourceMessage<Envoy.RouteAction> {
  /// Answers are asked by their `:status`, which leaves Envoy's own answers to failures out of `5xx`; an attempt that
  /// exceeds its time counts as a 504.
  mutating func retryPolicy(_ retry: RetryPolicy, from source: @autoclosure () -> ValueSource) {
    note(source())
    object(.retryPolicy) { policy in
      var causes: [String] = []
      if retry.onConnectFailure { causes.append("connect-failure") }
      let retriesTimeouts = retry.perTryTimeout != nil && retry.statuses.contains(504)
      if retry.onReset || retriesTimeouts { causes.append("reset") }
      if !retry.statuses.ranges.isEmpty { causes.append("retriable-headers") }
      if retry.onConnectFailure && causes.count == 1 { policy.note(.value(source(), "condition")) }
      policy.member(.retryOn, causes.joined(separator: ","))
      policy.member(.numRetries, retry.attempts)
      if let time = retry.perTryTimeout { policy.member(.perTryTimeout, time) }
      if let backoff = retry.backoff {
        policy.note(.value(source(), "backoff"))
        policy.object(.retryBackOff) { times in
          times.member(.baseInterval, backoff.base)
          times.member(.maxInterval, backoff.most)
        }
      }
      if !retry.statuses.ranges.isEmpty {
        policy.array(.retriableHeaders) { headers in
          for range in retry.statuses.ranges {
            headers.object { header in
              header.member(.name, ":status" as StaticString)
              header.object(.rangeMatch) { match in
                match.member(.start, Int64(range.lowerBound))
                match.member(.end, Int64(range.upperBound) + 1)
              }
            }
          }
        }
      }
      // A retry goes to another endpoint while there is one.
      policy.array(.retryHostPredicate) {
        $0.typed(name: "envoy.retry_host_predicates.previous_hosts", type: Envoy.PreviousHosts.self)
      }
      policy.member(.hostSelectionRetryMaxAttempts, 5)
    }
    if retry.isHedged {
      note(.value(source(), "form"))
      object(.hedgePolicy) { $0.member(.hedgeOnPerTryTimeout, true) }
    }
  }
}
