package import EpicIR

/// Which message `set` adds fields to.
package enum NativeMessageName {
  package static func of(_ target: NativeSetting.Target) -> String {
    switch target {
    case .cluster: NativeHatches.messages.cluster
    case .http: NativeHatches.messages.http
    case .route: NativeHatches.messages.route
    }
  }
}
