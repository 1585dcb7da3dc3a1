import EpicBase
import EpicIR

extension ResourceWriter {
  /// A regular expression that must match the whole text.
  mutating func regex(_ name: StaticString, _ regex: String) {
    object(name) { $0.member("regex", regex) }
  }

  /// A StringMatcher for a test of a text; `exists` is asked otherwise.
  mutating func stringMatch(_ name: StaticString, _ test: TextTest) {
    object(name) { match in
      switch test {
      case .exists: match.regex("safe_regex", "(?s).*")
      case .isOneOf(let values):
        if values.count == 1 { match.member("exact", values[0]) } else { match.regex("safe_regex", RE2.anyOf(values)) }
      case .startsWith(let prefix): match.member("prefix", prefix)
      case .matches(let regex): match.regex("safe_regex", regex)
      }
    }
  }

  /// A HeaderMatcher, which looks at each value of a repeated header: one that passes is enough.
  mutating func headerMatcher(_ name: StaticString, regex: String, isNegated: Bool, ignoringCase: Bool = false) {
    object { header in
      header.member("name", name)
      header.object("string_match") { $0.regex("safe_regex", ignoringCase ? "(?i)(?:\(regex))" : regex) }
      if isNegated { header.member("invert_match", true) }
    }
  }

  /// A header of the compiler's, absent where what it says is not known: an absent one is taken as empty, so that
  /// the negation of a comparison is true.
  private mutating func derivedHeader(_ name: StaticString, oneOf values: [String], isNegated: Bool) {
    object { header in
      header.member("name", name)
      header.stringMatch("string_match", .isOneOf(values))
      if isNegated {
        header.member("invert_match", true)
        header.member("treat_missing_header_as_empty", true)
      }
    }
  }

  private mutating func text(header name: String, _ test: TextTest, isNegated: Bool, missingIsEmpty: Bool) {
    object { header in
      header.member("name", name)
      header.stringMatch("string_match", test)
      if isNegated { header.member("invert_match", true) }
      if missingIsEmpty { header.member("treat_missing_header_as_empty", true) }
    }
  }

  /// The HeaderMatcher of a condition; nothing for one that another field asks.
  mutating func header(_ condition: RouteCondition) {
    switch condition {
    case .host(let patterns, let isNegated):
      headerMatcher(":authority", regex: RE2.hosts(patterns), isNegated: isNegated, ignoringCase: true)
    case .method(let names, let isNegated):
      object { header in
        header.member("name", ":method" as StaticString)
        header.stringMatch("string_match", .isOneOf(names))
        if isNegated { header.member("invert_match", true) }
      }
    case .country(let codes, let isNegated):
      derivedHeader(CompilerHeader.country, oneOf: codes, isNegated: isNegated)
    case .autonomousSystem(let numbers, let isNegated):
      derivedHeader(CompilerHeader.autonomousSystem, oneOf: numbers.map { String($0.value) }, isNegated: isNegated)
    case .tls(TLSVersion.allCases, let isNegated):
      object { header in
        header.member("name", CompilerHeader.tls)
        header.member("present_match", !isNegated)
      }
    case .tls(let versions, let isNegated):
      derivedHeader(CompilerHeader.tls, oneOf: versions.map(\.envoyName), isNegated: isNegated)
    case .text(.header(let name), let test, let isNegated):
      text(header: name, test, isNegated: isNegated, missingIsEmpty: false)
    case .text(.query(let name), let test, let isNegated):
      // The formatter leaves the header out where the value is empty; that the parameter is there is asked beside it.
      text(header: CompilerHeader.query(name), test, isNegated: isNegated, missingIsEmpty: !test.rejectsEmpty)
    case .emptyOrNot(.header(let name), let test):
      text(header: name, test, isNegated: true, missingIsEmpty: true)
    case .emptyOrNot(.query(let name), let test):
      text(header: CompilerHeader.query(name), test, isNegated: true, missingIsEmpty: true)
    case .exists(.header(let name), let isNegated):
      object { header in
        header.member("name", name)
        header.member("present_match", !isNegated)
      }
    default: break
    }
  }

  /// The CookieMatcher of a condition: it asks the first cookie of the name; inverted, an absent one passes.
  mutating func cookie(_ condition: RouteCondition) {
    let name: String
    let test: TextTest
    switch condition {
    case .text(.cookie(let cookie), let asked, _): (name, test) = (cookie, asked)
    case .exists(.cookie(let cookie), _): (name, test) = (cookie, .exists)
    default: return
    }
    object { cookie in
      cookie.member("name", name)
      cookie.stringMatch("string_match", test)
      if condition.isNegated { cookie.member("invert_match", true) }
    }
  }

  /// The FilterStateMatcher of a condition.
  mutating func filterState(_ condition: RouteCondition) {
    switch condition {
    case .client(let prefixes, let isNegated):
      object { state in
        state.member("key", FilterStateKey.client)
        state.object("address_match") { match in
          match.array("ranges") { ranges in
            for prefix in prefixes {
              ranges.object { range in
                range.member("address_prefix", prefix.address)
                range.member("prefix_len", UInt32(prefix.length))
              }
            }
          }
          if isNegated { match.member("invert_match", true) }
        }
      }
    case .cohort(let test, let isNegated):
      object { state in
        state.member("key", CohortNames(test).membership)
        state.object("string_match") { $0.member("exact", isNegated ? "0" as StaticString : "1") }
      }
    default: break
    }
  }

  /// The MetadataMatcher of a condition on a body: only a string passes.
  mutating func body(_ condition: RouteCondition) {
    let path: [String]
    let test: TextTest
    switch condition {
    case .text(.jsonBody(let asked, _), let question, _): (path, test) = (asked, question)
    case .exists(.jsonBody(let asked, _), _): (path, test) = (asked, .exists)
    default: return
    }
    object { matcher in
      matcher.member("filter", BodyFilter.metadata)
      matcher.array("path") { $0.object { $0.member("key", BodyFilter.key(path)) } }
      matcher.object("value") { $0.stringMatch("string_match", test) }
      if condition.isNegated { matcher.member("invert", true) }
    }
  }

  /// Whether the body was not read yet.
  mutating func unreadBody() {
    object { matcher in
      matcher.member("filter", BodyFilter.metadata)
      matcher.array("path") { $0.object { $0.member("key", BodyFilter.read) } }
      matcher.object("value") { $0.member("present_match", true) }
      matcher.member("invert", true)
    }
  }

  /// What a request whose body can be read says of it: JSON of a stated length up to the limit.
  mutating func readableBody(_ limit: UInt32) {
    object { header in
      header.member("name", "content-length" as StaticString)
      header.object("range_match") { range in
        range.member("start", wide: 0)
        range.member("end", wide: UInt64(limit) + 1)
      }
    }
    headerMatcher("content-type", regex: BodyFilter.contentType, isNegated: false)
  }

  /// The MetadataMatcher of a condition on a claim: the claim's text, or one of a list's texts.
  mutating func claim(_ condition: RouteCondition, defaultProvider: String?) {
    let claim: (provider: String?, path: [String])
    let test: TextTest
    switch condition {
    case .text(.jwtClaim(let name, let path), let asked, _): (claim, test) = ((name, path), asked)
    case .exists(.jwtClaim(let name, let path), _): (claim, test) = ((name, path), .exists)
    default: return
    }
    guard let provider = claim.provider ?? defaultProvider else { return }
    object { matcher in
      matcher.member("filter", "envoy.filters.http.jwt_authn" as StaticString)
      matcher.array("path") { path in
        for key in [provider] + claim.path { path.object { $0.member("key", key) } }
      }
      matcher.object("value") { value in
        if case .exists = test {
          value.member("present_match", true)
          return
        }
        value.object("or_match") { either in
          either.array("value_matchers") { matchers in
            matchers.object { $0.stringMatch("string_match", test) }
            matchers.object { list in
              list.object("list_match") { any in
                any.object("one_of") { $0.stringMatch("string_match", test) }
              }
            }
          }
        }
      }
      if condition.isNegated { matcher.member("invert", true) }
    }
  }
}
