import EpicBase
import EpicEnvoyAPI

extension ResourceMessage<[Envoy.HTTPFilter]> {
  /// The filters of an attempt at an upstream with a CDN tier: they set host and path prefix of the tier that was
  /// chosen, which no route knows. An endpoint's metadata says both.
  ///
  /// All attempts of a request share one set of headers, so what an attempt at a CDN changed is kept beside it and put
  /// back before the next attempt.
  mutating func tierFilters() {
    typed(name: "envoy.filters.http.header_mutation", type: Envoy.HeaderMutationFilter.self) { filter in
      filter.object(.mutations) { mutations in
        mutations.array(.requestMutations) { list in
          list.tierHeader(CompilerHeader.tierHost, "%UPSTREAM_METADATA([\"epic\",\"host\"])%")
          list.tierHeader(CompilerHeader.tierPrefix, "%UPSTREAM_METADATA([\"epic\",\"path-prefix\"])%")
        }
      }
    }
    typed(name: "envoy.filters.http.lua", type: Envoy.Lua.self) { filter in
      filter.object(.defaultSourceCode) { $0.member(.inlineString, tierScript) }
    }
    typed(name: "envoy.filters.http.upstream_codec", type: Envoy.UpstreamCodec.self)
  }
}

extension ResourceMessage<[Envoy.HeaderMutation]> {
  fileprivate mutating func tierHeader(_ name: StaticString, _ format: String) {
    object { $0.member(.remove, name) }
    object { entry in
      entry.object(.append) { append in
        append.object(.header) { header in
          header.member(.key, name)
          header.member(.value, format)
        }
        append.member(.appendAction, .overwriteIfExistsOrAdd)
      }
    }
  }
}

/// Constant: what differs between tiers comes by headers.
private let tierScript = """
  function envoy_on_request(handle)
    local headers = handle:headers()
    local path = headers:get("x-epic-original-path")
    if path then
      headers:replace(":path", path)
      headers:replace(":authority", headers:get("x-epic-original-host"))
      headers:remove("x-epic-original-path")
      headers:remove("x-epic-original-host")
    end
    local host = headers:get("x-epic-tier-host")
    if host then
      local prefix = headers:get("x-epic-tier-prefix")
      headers:replace("x-epic-original-path", headers:get(":path"))
      headers:replace("x-epic-original-host", headers:get(":authority"))
      headers:replace(":authority", host)
      if prefix then headers:replace(":path", prefix .. headers:get(":path")) end
      headers:remove("x-epic-tier-host")
      headers:remove("x-epic-tier-prefix")
    end
  end
  """
