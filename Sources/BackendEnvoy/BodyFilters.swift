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

extension ResourceWriter {
  /// `envoy.filters.http.json_to_metadata`, which reads nothing by itself: only routes that ask for the body, and that no
  /// earlier arm has taken, tell it to. A rule is demanded, so it has one for a media type that does not exist.
  mutating func bodyFilter() {
    typed(named: BodyFilter.name, type: EnvoyType.jsonToMetadata) { config in
      config.object("request_rules") { rules in
        rules.array("allow_content_types") { $0.value("-" as StaticString) }
        rules.array("rules") { $0.bodyRule(["-"], key: BodyFilter.read, marks: true) }
      }
    }
  }

  /// What reads the body: the configuration of the filter on a route.
  mutating func bodyRules(_ paths: [[String]]) {
    object(named: BodyFilter.name) { config in
      config.member("@type", EnvoyType.jsonToMetadata)
      config.object("request_rules") { rules in
        rules.object("allow_content_types_regex") { $0.member("regex", BodyFilter.contentType) }
        rules.array("rules") { list in
          for path in paths { list.bodyRule(path, key: BodyFilter.key(path), marks: false) }
          list.bodyRule([BodyFilter.read], key: BodyFilter.read, marks: true)
        }
      }
    }
  }

  /// A value at a path keeps its type; a mark is set whatever is found.
  private mutating func bodyRule(_ path: [String], key: String, marks: Bool) {
    object { rule in
      rule.array("selectors") { selectors in for name in path { selectors.object { $0.member("key", name) } } }
      func pair(_ pair: inout ResourceWriter) {
        pair.member("metadata_namespace", BodyFilter.metadata)
        pair.member("key", key)
        if marks { pair.member("value", "1" as StaticString) }
      }
      rule.object("on_present", pair)
      if !marks { return }
      rule.object("on_missing", pair)
      rule.object("on_error", pair)
    }
  }

  /// The filter that limits bodies, where some are limited: it has no configuration on routes, so a matcher that always
  /// matches stands on them, and its action is the filter with the limit.
  mutating func bodySizeFilter() {
    typed(named: BodyFilter.size, type: EnvoyType.extensionWithMatcher) { filter in
      filter.typed("extension_config", name: "envoy.filters.http.composite", type: EnvoyType.composite)
      filter.object("xds_matcher") { _ in }
    }
  }

  /// What takes a virtual host's limit from a route.
  mutating func noBodySizeLimit() {
    object(named: BodyFilter.size) { config in
      config.member("@type", EnvoyType.extensionWithMatcherPerRoute)
      config.object("xds_matcher") { _ in }
    }
  }

  /// What limits bodies on a virtual host or route.
  mutating func bodySizeLimit(_ bytes: UInt64) {
    object(named: BodyFilter.size) { config in
      config.member("@type", EnvoyType.extensionWithMatcherPerRoute)
      config.object("xds_matcher") { matcher in
        matcher.object("on_no_match") { match in
          match.typed("action", name: "limit", type: EnvoyType.executeFilter) { action in
            action.typed("typed_config", name: "epic.body-size-limit", type: EnvoyType.bodySizeLimit) {
              $0.member("max_request_bytes", wide: bytes)
            }
          }
        }
      }
    }
  }
}
