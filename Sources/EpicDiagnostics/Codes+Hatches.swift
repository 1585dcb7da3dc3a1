/// Envoy configuration that stands in the source as it is: E0830 to E0849, E0854 and E0855.
extension DiagnosticCode {
  /// `envoy … for …` that is written otherwise.
  package static let badHatchHead = DiagnosticCode.error("E0830", "bad-hatch-head")
  /// A hatch for an ingress of another package.
  package static let hatchOfAnotherPackage = DiagnosticCode.error("E0831", "hatch-of-another-package")
  /// What is no statement of a hatch, or no field of a message.
  package static let badHatchStatement = DiagnosticCode.error("E0832", "bad-hatch-statement")
  /// What `set` does not reach.
  package static let unknownHatchTarget = DiagnosticCode.error("E0833", "unknown-hatch-target")
  /// An element of a list, which `set` does not reach.
  package static let hatchElement = DiagnosticCode.error("E0834", "hatch-element")
  /// A hatch for another release of Envoy than the ingress runs on.
  package static let hatchRelease = DiagnosticCode.error("E0835", "hatch-release")
  /// A message that Envoy's API does not have.
  package static let unknownMessage = DiagnosticCode.error("E0836", "unknown-message")
  /// A message that configures nothing of the kind in this Envoy.
  package static let noSuchExtension = DiagnosticCode.error("E0837", "no-such-extension")
  /// A field that the message does not have.
  package static let unknownNativeField = DiagnosticCode.error("E0838", "unknown-native-field")
  /// What the published API has and the binary does not know.
  package static let notInTheBinary = DiagnosticCode.error("E0839", "not-in-the-binary")
  /// A deprecated field or value.
  package static let deprecatedNative = DiagnosticCode.error("E0840", "deprecated-native")
  /// A value of another type than the field's.
  package static let nativeType = DiagnosticCode.error("E0841", "native-type")
  /// A value outside of what the field takes.
  package static let nativeRange = DiagnosticCode.error("E0842", "native-range")
  /// A value that the enumeration does not have.
  package static let unknownNativeValue = DiagnosticCode.error("E0843", "unknown-native-value")
  /// A field that is said twice.
  package static let repeatedNativeField = DiagnosticCode.error("E0844", "repeated-native-field")
  /// A field that has to be said.
  package static let missingNativeField = DiagnosticCode.error("E0845", "missing-native-field")
  /// A field that the compiler writes.
  package static let ownedNativeField = DiagnosticCode.error("E0846", "owned-native-field")
  /// A place in the chain that there is not.
  package static let hatchFilterPlace = DiagnosticCode.error("E0847", "hatch-filter-place")
  /// A hatch that is too large or nested too deeply.
  package static let hatchTooLarge = DiagnosticCode.error("E0848", "hatch-too-large")
  /// A secret where a value of Envoy's configuration stands.
  package static let secretInHatch = DiagnosticCode.error("E0849", "secret-in-hatch")
  /// Two fields of a group of which at most one is set.
  package static let twoOfAGroup = DiagnosticCode.error("E0854", "two-of-a-group")
  /// Two filters of one ingress with one name.
  package static let repeatedHatchFilter = DiagnosticCode.error("E0855", "repeated-hatch-filter")
}
