import EpicBase
import EpicEnvoyAPI
import EpicIR

/// Names by which a body's strings reach the routes.
enum BodyFilter {
  static let name = "epic.body"
  /// Namespace of dynamic metadata.
  static let metadata = "epic.body"
  /// There once the body was read, whatever was in it. No path has an empty name.
  static let read = "."
  /// Filter that counts a request's bytes.
  static let size = "epic.body-size"
  /// Media types of JSON (RFC 6839 section 3.1), with their parameters.
  static let contentType = "(?i)application/(?:[^;]+\\+)?json[ \\t]*(?:;.*)?"

  static func key(_ path: [String]) -> String { path.joined(separator: ".") }
}

extension ResourceMessage<[Envoy.HTTPFilter]> {
  /// `envoy.filters.http.json_to_metadata`, which reads nothing by itself: only routes that ask for the body, and that no
  /// earlier arm has taken, tell it to. A rule is demanded, so it has one for a media type that does not exist.
  mutating func bodyFilter() {
    typed(named: BodyFilter.name, type: Envoy.JSONToMetadata.self) { config in
      config.object(.requestRules) { rules in
        rules.array(.allowContentTypes) { $0.value("-" as StaticString) }
        rules.array(.rules) { $0.bodyRule(["-"], key: BodyFilter.read, marks: true) }
      }
    }
  }

  /// The filter that limits bodies, where some are limited: it has no configuration on routes, so a matcher that always
  /// matches stands on them, and its action is the filter with the limit.
  mutating func bodySizeFilter() {
    typed(named: BodyFilter.size, type: Envoy.ExtensionWithMatcher.self) { filter in
      filter.typed(.extensionConfig, name: "envoy.filters.http.composite", type: Envoy.Composite.self)
      filter.object(.xdsMatcher)
    }
  }
}

extension ResourceMessage<[String: Envoy.AnyMessage]> {
  /// What reads the body: the configuration of the filter on a route.
  mutating func bodyRules(_ paths: [[String]]) {
    any(named: BodyFilter.name, Envoy.JSONToMetadata.self) { config in
      config.object(.requestRules) { rules in
        rules.object(.allowContentTypesRegex) { $0.member(.regex, BodyFilter.contentType) }
        rules.array(.rules) { list in
          for path in paths { list.bodyRule(path, key: BodyFilter.key(path), marks: false) }
          list.bodyRule([BodyFilter.read], key: BodyFilter.read, marks: true)
        }
      }
    }
  }

  /// What takes a virtual host's limit from a route.
  mutating func noBodySizeLimit() {
    any(named: BodyFilter.size, Envoy.ExtensionWithMatcherPerRoute.self) { $0.object(.xdsMatcher) }
  }

  /// What limits bodies on a virtual host or route.
  mutating func bodySizeLimit(_ bytes: UInt64) {
    any(named: BodyFilter.size, Envoy.ExtensionWithMatcherPerRoute.self) { config in
      config.object(.xdsMatcher) { matcher in
        matcher.object(.onNoMatch) { match in
          match.typed(.action, name: "limit", type: Envoy.ExecuteFilter.self) { action in
            action.typed(.typedConfig, name: "epic.body-size-limit", type: Envoy.BodySizeLimit.self) {
              $0.member(.maxRequestBytes, bytes)
            }
          }
        }
      }
    }
  }
}

extension ResourceMessage<[Envoy.JSONToMetadataRule]> {
  /// A value at a path keeps its type; a mark is set whatever is found.
  fileprivate mutating func bodyRule(_ path: [String], key: String, marks: Bool) {
    object { rule in
      rule.array(.selectors) { selectors in for name in path { selectors.object { $0.member(.key, name) } } }
      func pair(_ pair: inout ResourceMessage<Envoy.JSONToMetadataPair>) {
        pair.member(.metadataNamespace, BodyFilter.metadata)
        pair.member(.key, key)
        if marks { pair.member(.value, "1" as StaticString) }
      }
      rule.object(.onPresent, pair)
      if !marks { return }
      rule.object(.onMissing, pair)
      rule.object(.onError, pair)
    }
  }
}
