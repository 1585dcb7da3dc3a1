/// Hard limits on what a client may send. None is ever exceeded silently.
package enum ProtocolLimits {
  /// Longest message, in bytes.
  package static let messageBytes = 64 * 1024 * 1024
  /// Longest header before a message, in bytes.
  package static let headerBytes = 8 * 1024
  /// Longest text of an open document, in bytes. The compiler reports a source file that is too long for it; this only
  /// bounds what edits can make of one.
  package static let documentBytes = 64 * 1024 * 1024
}
