import EpicBase
import EpicEnvoyAPI
import EpicIR

extension MessageWriter where Notes == ResourceNotes {
  /// A regular expression that must match the whole text.
  mutating func regex(_ field: Field<Message, Envoy.RegexMatcher>, _ regex: String) {
    object(field) { $0.member(.regex, regex) }
  }

  /// A StringMatcher for a test of a text; `exists` is asked otherwise.
  mutating func stringMatch(_ field: Field<Message, Envoy.StringMatcher>, _ test: TextTest) {
    object(field) { match in
      switch test {
      case .exists: match.regex(.safeRegex, "(?s).*")
      case .isOneOf(let values):
        if values.count == 1 { match.member(.exact, values[0]) } else { match.regex(.safeRegex, RE2.anyOf(values)) }
      case .startsWith(let prefix): match.member(.prefix, prefix)
      case .matches(let regex): match.regex(.safeRegex, regex)
      }
    }
  }
}

extension ResourceMessage<[Envoy.HeaderMatcher]> {
  /// A HeaderMatcher, which looks at each value of a repeated header: one that passes is enough.
  mutating func headerMatcher(_ name: StaticString, regex: String, isNegated: Bool, ignoringCase: Bool = false) {
    object { header in
      header.member(.name, name)
      header.object(.stringMatch) { $0.regex(.safeRegex, ignoringCase ? "(?i)(?:\(regex))" : regex) }
      if isNegated { header.member(.invertMatch, true) }
    }
  }

  /// A header of the compiler's, absent where what it says is not known: an absent one is taken as empty, so that
  /// the negation of a comparison is true.
  private mutating func derivedHeader(_ name: StaticString, oneOf values: [String], isNegated: Bool) {
    object { header in
      header.member(.name, name)
      header.stringMatch(.stringMatch, .isOneOf(values))
      if isNegated {
        header.member(.invertMatch, true)
        header.member(.treatMissingHeaderAsEmpty, true)
      }
    }
  }

  private mutating func text(header name: String, _ test: TextTest, isNegated: Bool, missingIsEmpty: Bool) {
    object { header in
      header.member(.name, name)
      header.stringMatch(.stringMatch, test)
      if isNegated { header.member(.invertMatch, true) }
      if missingIsEmpty { header.member(.treatMissingHeaderAsEmpty, true) }
    }
  }

  /// The HeaderMatcher of a condition; nothing for one that another field asks.
  mutating func header(_ condition: RouteCondition) {
    switch condition {
    case .host(let patterns, let isNegated):
      headerMatcher(":authority", regex: RE2.hosts(patterns), isNegated: isNegated, ignoringCase: true)
    case .method(let names, let isNegated):
      object { header in
        header.member(.name, ":method" as StaticString)
        header.stringMatch(.stringMatch, .isOneOf(names))
        if isNegated { header.member(.invertMatch, true) }
      }
    case .country(let codes, let isNegated):
      derivedHeader(CompilerHeader.country, oneOf: codes, isNegated: isNegated)
    case .autonomousSystem(let numbers, let isNegated):
      derivedHeader(CompilerHeader.autonomousSystem, oneOf: numbers.map { String($0.value) }, isNegated: isNegated)
    case .tls(TLSVersion.allCases, let isNegated):
      object { header in
        header.member(.name, CompilerHeader.tls)
        header.member(.presentMatch, !isNegated)
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
        header.member(.name, name)
        header.member(.presentMatch, !isNegated)
      }
    default: break
    }
  }

  /// What a request whose body can be read says of it: JSON of a stated length up to the limit.
  mutating func readableBody(_ limit: UInt32) {
    object { header in
      header.member(.name, "content-length" as StaticString)
      header.object(.rangeMatch) { range in
        range.member(.start, 0)
        range.member(.end, Int64(limit) + 1)
      }
    }
    headerMatcher("content-type", regex: BodyFilter.contentType, isNegated: false)
  }
}

extension ResourceMessage<[Envoy.CookieMatcher]> {
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
      cookie.member(.name, name)
      cookie.stringMatch(.stringMatch, test)
      if condition.isNegated { cookie.member(.invertMatch, true) }
    }
  }
}

extension ResourceMessage<[Envoy.FilterStateMatcher]> {
  /// The FilterStateMatcher of a condition.
  mutating func filterState(_ condition: RouteCondition) {
    switch condition {
    case .client(let prefixes, let isNegated):
      object { state in
        state.member(.key, FilterStateKey.client)
        state.object(.addressMatch) { match in
          match.array(.ranges) { ranges in
            for prefix in prefixes {
              ranges.object { range in
                range.member(.addressPrefix, prefix.address)
                range.member(.prefixLen, UInt32(prefix.length))
              }
            }
          }
          if isNegated { match.member(.invertMatch, true) }
        }
      }
    case .cohort(let test, let isNegated):
      object { state in
        state.member(.key, CohortNames(test).membership)
        state.object(.stringMatch) { $0.member(.exact, isNegated ? "0" as StaticString : "1") }
      }
    default: break
    }
  }
}

extension ResourceMessage<[Envoy.MetadataMatcher]> {
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
      matcher.member(.filter, BodyFilter.metadata)
      matcher.array(.path) { $0.object { $0.member(.key, BodyFilter.key(path)) } }
      matcher.object(.value) { $0.stringMatch(.stringMatch, test) }
      if condition.isNegated { matcher.member(.invert, true) }
    }
  }

  /// Whether the body was not read yet.
  mutating func unreadBody() {
    object { matcher in
      matcher.member(.filter, BodyFilter.metadata)
      matcher.array(.path) { $0.object { $0.member(.key, BodyFilter.read) } }
      matcher.object(.value) { $0.member(.presentMatch, true) }
      matcher.member(.invert, true)
    }
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
      matcher.member(.filter, "envoy.filters.http.jwt_authn" as StaticString)
      matcher.array(.path) { path in
        for key in [provider] + claim.path { path.object { $0.member(.key, key) } }
      }
      matcher.object(.value) { value in
        if case .exists = test {
          value.member(.presentMatch, true)
          return
        }
        value.object(.orMatch) { either in
          either.array(.valueMatchers) { matchers in
            matchers.object { $0.stringMatch(.stringMatch, test) }
            matchers.object { list in
              list.object(.listMatch) { any in
                any.object(.oneOf) { $0.stringMatch(.stringMatch, test) }
              }
            }
          }
        }
      }
      if condition.isNegated { matcher.member(.invert, true) }
    }
  }
}
