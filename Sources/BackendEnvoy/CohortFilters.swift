import EpicBackend
import EpicBase
import EpicEnvoyAPI
import EpicIR

/// Names and numbers of one cohort test, derived from what it asks.
struct CohortNames {
  /// Filter state that holds the key's bytes; absent if no alternative has a value.
  let key: String
  /// Filter state that says whether the request is in: `1` or `0`.
  let membership: String
  /// Seed of the hash.
  let seed: UInt64

  init(_ test: CohortTest) {
    var bytes: [UInt8] = []
    for field in test.keys {
      bytes.append(field.text)
      bytes.append(0)
    }
    key = "epic.key.\(CompilerHeader.hex(XXH64.hash(bytes)))"
    bytes.append(test.salt)
    bytes.append(0)
    bytes.appendDecimal(UInt64(test.lower))
    bytes.append(0)
    bytes.appendDecimal(UInt64(test.upper))
    membership = "epic.cohort.\(CompilerHeader.hex(XXH64.hash(bytes)))"
    seed = XXH64.hash(test.salt)
  }
}

extension TextField {
  /// The field as text, unique among fields.
  var text: String {
    switch self {
    case .header(let name): "header \(name)"
    case .query(let name): "query \(name)"
    case .cookie(let name): "cookie \(name)"
    case .jwtClaim(let provider, let path): "jwt(\(provider ?? "")) \(path.joined(separator: "\u{0}"))"
    case .jsonBody(let path, _): "body \(path.joined(separator: "."))"
    }
  }
}

extension InstanceScope {
  /// The filters that draw cohorts: cookies to metadata, keys to filter state, then for each test a filter that marks
  /// the requests that are in. Marking recomputes the route, which asks the marks.
  ///
  /// Envoy's matcher for it is `envoy.matching.input_matchers.consistent_hashing`: XXH64 of the key under the seed,
  /// modulo 1,000,000, at least the threshold. An absent key matches nothing, so nothing is marked.
  func writeCohortFilters(
    _ tests: [CohortTest], _ table: RouteTable, provider: String?, to filters: inout ResourceMessage<[Envoy.HTTPFilter]>
  ) {
    if tests.isEmpty { return }
    var cookies: [String] = []
    for test in tests {
      for case .cookie(let name) in test.keys where !cookies.contains(name) { cookies.append(name) }
    }
    if !cookies.isEmpty { filters.note(all: table.arms(asking: .cohorts)) }
    filters.cookiesToMetadata(cookies)
    filters.note(all: table.arms(asking: .cohorts))
    filters.typed(named: "epic.cohort-keys", type: Envoy.FilterState.self) { config in
      config.array(.onRequestHeaders) { values in
        for (index, test) in tests.enumerated() {
          let names = CohortNames(test)
          values.filterStateValue(names.membership, format: "0")
          if tests[..<index].contains(where: { CohortNames($0).key == names.key }) { continue }
          // The first alternative that has a value is the key: the last one that is written wins.
          for field in test.keys.reversed() {
            if let format = Self.format(field, provider: provider) {
              values.filterStateValue(names.key, format: format)
            }
          }
        }
      }
      // An arm may ask that a request is not in a cohort.
      config.member(.clearRouteCache, true)
    }
    for test in tests {
      filters.note(all: table.arms(asking: .cohort(test)))
      writeMark(test, to: &filters)
    }
  }

  private func writeMark(_ test: CohortTest, to filters: inout ResourceMessage<[Envoy.HTTPFilter]>) {
    let names = CohortNames(test)
    filters.typed(named: names.membership, type: Envoy.ExtensionWithMatcher.self) { filter in
      filter.typed(.extensionConfig, name: "envoy.filters.http.composite", type: Envoy.Composite.self)
      filter.object(.xdsMatcher) { matcher in
        matcher.object(.matcherList) { list in
          list.array(.matchers) { matchers in
            matchers.object { entry in
              entry.object(.predicate) { writeBand(test, names, to: &$0) }
              entry.object(.onMatch) { match in
                match.typed(.action, name: "mark", type: Envoy.ExecuteFilter.self) { action in
                  action.typed(.typedConfig, name: "epic.mark", type: Envoy.FilterState.self) { config in
                    config.array(.onRequestHeaders) { $0.filterStateValue(names.membership, format: "1") }
                    config.member(.clearRouteCache, true)
                  }
                }
              }
            }
          }
        }
      }
    }
  }

  /// At least the lower bucket and not at least the upper one.
  private func writeBand(
    _ test: CohortTest, _ names: CohortNames, to predicate: inout ResourceMessage<Envoy.MatcherPredicate>
  ) {
    predicate.object(.andMatcher) { both in
      both.array(.predicate) { list in
        list.object { $0.consistentHash(names, threshold: test.lower) }
        if test.upper < 1_000_000 {
          list.object { upper in
            upper.object(.notMatcher) { $0.consistentHash(names, threshold: test.upper) }
          }
        } else {
          // A conjunction has at least two parts.
          list.object { $0.consistentHash(names, threshold: test.lower) }
        }
      }
    }
  }

  /// The text of a field as a formatter says it; nil for a claim without provider.
  static func format(_ field: TextField, provider: String?) -> String? {
    switch field {
    case .header(let name): return "%REQ(\(name))%"
    case .query(let name): return "%REQ(\(CompilerHeader.query(name)))%"
    case .cookie(let name): return "%DYNAMIC_METADATA(epic.cookie:\(name))%"
    case .jwtClaim(let named, let path):
      guard let provider = named ?? provider else { return nil }
      return "%DYNAMIC_METADATA(envoy.filters.http.jwt_authn:\(([provider] + path).joined(separator: ":")))%"
    // Cohorts are drawn before a body is read.
    case .jsonBody: return nil
    }
  }
}

extension ResourceMessage<[Envoy.HTTPFilter]> {
  /// `envoy.filters.http.header_to_metadata` for cookies, which no format can name; nothing where there are none.
  mutating func cookiesToMetadata(_ cookies: [String]) {
    if cookies.isEmpty { return }
    typed(name: "envoy.filters.http.header_to_metadata", type: Envoy.HeaderToMetadata.self) { config in
      config.array(.requestRules) { rules in
        for name in cookies {
          rules.object { rule in
            rule.member(.cookie, name)
            rule.object(.onHeaderPresent) { value in
              value.member(.metadataNamespace, "epic.cookie" as StaticString)
              value.member(.key, name)
              value.member(.type, .string)
            }
          }
        }
      }
    }
  }
}

extension ResourceMessage<[Envoy.FilterStateValue]> {
  /// A text in filter state, left as it is where the format has no value.
  mutating func filterStateValue(_ key: String, format: String) {
    object { value in
      value.member(.objectKey, key)
      value.member(.factoryKey, "envoy.string")
      value.object(.formatString) { text in
        text.object(.textFormatSource) { $0.member(.inlineString, format) }
        text.member(.omitEmptyValues, true)
      }
      value.member(.skipIfEmpty, true)
    }
  }
}

extension ResourceMessage<Envoy.MatcherPredicate> {
  fileprivate mutating func consistentHash(_ names: CohortNames, threshold: UInt32) {
    object(.singlePredicate) { predicate in
      predicate.typed(.input, name: "key", type: Envoy.FilterStateInput.self) { $0.member(.key, names.key) }
      predicate.typed(.customMatch, name: "bucket", type: Envoy.ConsistentHashing.self) { hash in
        hash.member(.threshold, threshold)
        hash.member(.modulo, 1_000_000)
        hash.member(.seed, names.seed)
      }
    }
  }
}
