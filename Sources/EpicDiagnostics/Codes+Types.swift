/// Codes of the family of types, evaluation and schema.
extension DiagnosticCode {
  /// A value of another type than the place wants.
  package static let typeMismatch = DiagnosticCode.error("E0301", "type-mismatch")
  /// A number without the unit that its place needs.
  package static let nakedNumber = DiagnosticCode.error("E0302", "naked-number")
  /// A statement that the body does not know.
  package static let unknownField = DiagnosticCode.error("E0303", "unknown-field")
  /// A field that every such declaration needs.
  package static let missingField = DiagnosticCode.error("E0304", "missing-field")
  /// A field said twice.
  package static let repeatedField = DiagnosticCode.error("E0305", "repeated-field")
  /// A statement that ends before it is complete.
  package static let missingArgument = DiagnosticCode.error("E0306", "missing-argument")
  /// A value behind a statement that is complete.
  package static let unexpectedArgument = DiagnosticCode.error("E0307", "unexpected-argument")
  /// A word that is none of those that may stand there.
  package static let unknownWordHere = DiagnosticCode.error("E0308", "unknown-word-here")
  /// A body behind a statement that has none.
  package static let unexpectedBody = DiagnosticCode.error("E0309", "unexpected-body")
  /// A template's field changed without `override`.
  package static let needsOverride = DiagnosticCode.error("E0310", "needs-override")
  /// A change of a template's final field.
  package static let finalField = DiagnosticCode.error("E0311", "final-field")
  /// Two overrides of one field.
  package static let repeatedOverride = DiagnosticCode.error("E0312", "repeated-override")
  /// An `override` of what no template said.
  package static let nothingToOverride = DiagnosticCode.error("E0313", "nothing-to-override")
  /// A value outside a template's limit.
  package static let outsideLimit = DiagnosticCode.error("E0314", "outside-limit")
  /// A template's required field that nobody filled.
  package static let requiredField = DiagnosticCode.error("E0315", "required-field")
  /// An argument that the template has no parameter for.
  package static let unknownParameter = DiagnosticCode.error("E0316", "unknown-parameter")
  /// A parameter without an argument.
  package static let missingParameter = DiagnosticCode.error("E0317", "missing-parameter")
  /// `append` and its like on a field that is no list.
  package static let notAList = DiagnosticCode.error("E0318", "not-a-list")
  /// `remove` of a value that is not in the list.
  package static let notInList = DiagnosticCode.error("E0319", "not-in-list")
  /// A template applied to another kind of declaration.
  package static let templateKind = DiagnosticCode.error("E0320", "template-kind")
  /// `default`, `limit`, `final`, `required` outside a template, or `override` where there is no template.
  package static let misplacedModifier = DiagnosticCode.error("E0321", "misplaced-modifier")
  /// A condition that is not true or false at compile time.
  package static let badCondition = DiagnosticCode.error("E0322", "bad-condition")
  /// A selection of nothing.
  package static let emptySelection = DiagnosticCode.error("E0323", "empty-selection")
  /// A value of the right type outside its bounds.
  package static let valueOutOfBounds = DiagnosticCode.error("E0324", "value-out-of-bounds")
  /// A member that a value does not have.
  package static let unknownMember = DiagnosticCode.error("E0325", "unknown-member")
  /// Run-time text where only constants may stand, or an unknown name inside `${…}`.
  package static let badInterpolatedName = DiagnosticCode.error("E0326", "bad-interpolated-name")
  /// Percentages that do not add up to 100%.
  package static let percentageTotal = DiagnosticCode.error("E0327", "percentage-total")
  /// A share that is missing, or one that has no place.
  package static let badShare = DiagnosticCode.error("E0328", "bad-share")
  /// Two uppercase letters that are no country's code.
  package static let unknownCountry = DiagnosticCode.error("E0329", "unknown-country")
  /// A wildcard where one host is meant.
  package static let unexpectedWildcard = DiagnosticCode.error("E0330", "unexpected-wildcard")
  /// A type that parameters cannot have.
  package static let unknownType = DiagnosticCode.error("E0331", "unknown-type")
  /// Fields that exclude one another.
  package static let conflictingFields = DiagnosticCode.error("E0332", "conflicting-fields")
  /// Tiers that are not numbered 1, 2, 3 …
  package static let tierNumber = DiagnosticCode.error("E0335", "tier-number")
  /// A name or value that HTTP does not carry in a header, cookie or query.
  package static let badHeader = DiagnosticCode.error("E0336", "bad-header")
  /// An upstream names an endpoint twice.
  package static let repeatedEndpoint = DiagnosticCode.error("E0337", "repeated-endpoint")
  /// `fill routes` of a slot that no template has.
  package static let unknownSlot = DiagnosticCode.error("E0350", "unknown-slot")
  /// Two slots of one name.
  package static let repeatedSlot = DiagnosticCode.error("E0351", "repeated-slot")
  /// `otherwise` among the routes that fill a slot.
  package static let otherwiseInSlot = DiagnosticCode.error("E0352", "otherwise-in-slot")
  /// An engine's image that a tag names, or nothing.
  package static let imageWithoutDigest = DiagnosticCode.error("E0353", "image-without-digest")
}

/// Codes of what is said of requests beside their routes.
extension DiagnosticCode {
  /// Every page may act for its visitor.
  package static let credentialsForEveryone = DiagnosticCode.error("E0345", "credentials-for-everyone")
  /// A `body.json` with wrong arguments.
  package static let badBodyField = DiagnosticCode.error("E0346", "bad-body-field")
  /// Every client may say who it is.
  package static let everyoneTrusted = DiagnosticCode.error("E0347", "everyone-trusted")
  /// A URL with more than an origin's parts.
  package static let badOrigin = DiagnosticCode.error("E0348", "bad-origin")
}
