import EpicBackend
import EpicBase
import EpicEnvoyAPI
import EpicIR

extension RetryPolicy {
  /// Methods that may be repeated without asking (RFC 9110 section 9.2.2, and what the language lists), as RE2.
  static let idempotentMethods = "GET|HEAD|OPTIONS|PUT|DELETE"

  /// Whether something is retried for idempotent methods only, while other methods have retries too or none.
  var distinguishesMethods: Bool { !anyMethod && (onReset || isHedged || !statuses.ranges.isEmpty) }

  /// What holds for the methods that may not be repeated; nil if nothing does.
  var onConnectFailureOnly: RetryPolicy? {
    guard onConnectFailure else { return nil }
    return RetryPolicy(
      attempts: attempts, onConnectFailure: true, onReset: false, statuses: StatusSet([]), anyMethod: true,
      perTryTimeout: perTryTimeout, backoff: backoff)
  }
}

extension ResourceWriter {
  /// Answers are asked by their `:status`, which leaves Envoy's own answers to failures out of `5xx`; an attempt that
  /// exceeds its time counts as a 504.
  mutating func retryPolicy(_ retry: RetryPolicy, from source: @autoclosure () -> ValueSource) {
    note(source())
    object("retry_policy") { policy in
      var causes: [String] = []
      if retry.onConnectFailure { causes.append("connect-failure") }
      let retriesTimeouts = retry.perTryTimeout != nil && retry.statuses.contains(504)
      if retry.onReset || retriesTimeouts { causes.append("reset") }
      if !retry.statuses.ranges.isEmpty { causes.append("retriable-headers") }
      if retry.onConnectFailure && causes.count == 1 { policy.note(.value(source(), "condition")) }
      policy.member("retry_on", causes.joined(separator: ","))
      policy.member("num_retries", retry.attempts)
      if let time = retry.perTryTimeout { policy.member("per_try_timeout", time) }
      if let backoff = retry.backoff {
        policy.note(.value(source(), "backoff"))
        policy.object("retry_back_off") { times in
          times.member("base_interval", backoff.base)
          times.member("max_interval", backoff.most)
        }
      }
      if !retry.statuses.ranges.isEmpty {
        policy.array("retriable_headers") { headers in
          for range in retry.statuses.ranges {
            headers.object { header in
              header.member("name", ":status" as StaticString)
              header.object("range_match") { match in
                match.member("start", wide: UInt64(range.lowerBound))
                match.member("end", wide: UInt64(range.upperBound) + 1)
              }
            }
          }
        }
      }
      // A retry goes to another endpoint while there is one.
      policy.array("retry_host_predicate") {
        $0.typed(name: "envoy.retry_host_predicates.previous_hosts", type: EnvoyType.previousHosts)
      }
      policy.member("host_selection_retry_max_attempts", wide: 5)
    }
    if retry.isHedged {
      note(.value(source(), "form"))
      object("hedge_policy") { $0.member("hedge_on_per_try_timeout", true) }
    }
  }
}
