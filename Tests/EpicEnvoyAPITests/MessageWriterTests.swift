import EpicBase
import EpicEnvoyAPI
import Testing

@Suite struct MessageWriterTests {
  /// A message in both forms: JSON behind its type, without lines, and the fields of protobuf.
  private func written<Message: EnvoyMessage>(
    _ type: Message.Type, lineDepth: Int = 0, _ body: (inout MessageWriter<Message, Void>) -> Void
  ) throws -> (json: String, fields: [WireField]) {
    var writer = MessageWriter(MessageOutput(lineDepth: lineDepth), notes: ())
    let start = writer.output.begin(Message.typeURL)
    writer.nested(body)
    writer.output.end()
    let json = String(decoding: writer.output.json.bytes[start...].dropLast(2), as: UTF8.self)
    return (json, try #require(WireField.fields(writer.output.protobuf)))
  }

  @Test func scalars() throws {
    let address = try #require(IPAddress("2001:db8::1"))
    let socket = try written(Envoy.SocketAddress.self) { socket in
      socket.member(.protocol, .udp)
      socket.member(.address, address)
      socket.member(.portValue, 70_000)
      socket.member(.resolverName, "a\"b")
      socket.member(.ipv4Compat, true)
    }
    #expect(
      socket.json
        == #","protocol":"UDP","address":"2001:db8::1","port_value":70000,"resolver_name":"a\"b","ipv4_compat":true"#)
    #expect(
      socket.fields == [
        .number(1, 1), .text(2, "2001:db8::1"), .number(3, 70_000), .text(5, "a\"b"), .number(6, 1),
      ])
  }

  @Test func bytesAreBase64InJSON() throws {
    let source = try written(Envoy.DataSource.self) { $0.member(.inlineBytes, [0, 255, 128]) }
    #expect(source.json == #","inline_bytes":"AP+A""#)
    #expect(source.fields == [.bytes(2, [0, 255, 128])])
  }

  @Test func wideNumbersAreTextsInJSON() throws {
    let range = try written(Envoy.Int64Range.self) { range in
      range.member(.start, -1)
      range.member(.end, 1 << 40)
    }
    #expect(range.json == #","start":"-1","end":"1099511627776""#)
    #expect(range.fields == [.number(1, .max), .number(2, 1 << 40)])

    let hash = try written(Envoy.ConsistentHashing.self) { $0.member(.seed, .max) }
    #expect(hash.json == #","seed":"18446744073709551615""#)
    #expect(hash.fields == [.number(3, .max)])

    let limit = try written(Envoy.BodySizeLimit.self) { $0.member(.maxRequestBytes, 300) }
    #expect(limit.json == #","max_request_bytes":"300""#)
    #expect(limit.fields == [.bytes(1, [8, 0xac, 2])])
  }

  @Test func doublesThatAreWhole() throws {
    let percent = try written(Envoy.Percent.self) { $0.member(.value, whole: 3) }
    #expect(percent.json == #","value":3"#)
    #expect(percent.fields == [.number(1, (3.0).bitPattern)])
  }

  @Test func wrappersAreThereEvenWithNothingInThem() throws {
    let manager = try written(Envoy.ConnectionManager.self) { manager in
      manager.member(.useRemoteAddress, false)
      manager.member(.normalizePath, true)
    }
    #expect(manager.json == #","use_remote_address":false,"normalize_path":true"#)
    #expect(manager.fields == [.bytes(14, []), .bytes(30, [8, 1])])

    let proxy = try written(Envoy.TCPProxy.self) { $0.member(.maxConnectAttempts, 3) }
    #expect(proxy.json == #","max_connect_attempts":3"#)
    #expect(proxy.fields == [.bytes(7, [8, 3])])
  }

  @Test func durations() throws {
    for (milliseconds, json, bytes) in [
      (0, "0s", []), (5, "0.005s", [0x10, 0xc0, 0x96, 0xb1, 2]), (1000, "1s", [8, 1]),
      (61_050, "61.050s", [8, 61, 0x10, 0x80, 0xe1, 0xeb, 0x17]),
      (1500, "1.500s", [8, 1, 0x10, 0x80, 0xca, 0xb5, 0xee, 1]),
    ] as [(UInt64, String, [UInt8])] {
      let cluster = try written(Envoy.Cluster.self) {
        $0.member(.connectTimeout, TimeSpan(milliseconds: milliseconds))
      }
      #expect(cluster.json == #","connect_timeout":""# + json + "\"")
      #expect(cluster.fields == [.bytes(4, bytes)])
    }
  }

  @Test func messagesListsAndTexts() throws {
    let host = try written(Envoy.VirtualHost.self) { host in
      host.array(.domains) { domains in
        domains.value("a" as String)
        domains.value("*" as StaticString)
      }
      host.array(.routes) { routes in
        routes.object { route in
          route.member(.name, "one" as String)
          // A list in a list's element leaves the outer list as it was.
          route.array(.requestHeadersToRemove) { $0.value("x" as String) }
        }
        routes.object()
      }
      host.array(.requestHeadersToRemove) { _ in }
    }
    #expect(
      host.json
        == #","domains":["a","*"],"routes":[{"name":"one","request_headers_to_remove":["x"]},{}],"request_headers_to_remove":[]"#
    )
    #expect(host.fields.map(\.number) == [2, 2, 3, 3])
    #expect(host.fields[2].fields == [.text(14, "one"), .text(12, "x")])
    #expect(host.fields[3] == .bytes(3, []))
  }

  @Test func packedNumbers() throws {
    let policy = try written(Envoy.RetryPolicy.self) { policy in
      policy.member(.retriableStatusCodes, [1, 500])
      policy.member(.retriableStatusCodes, [])
    }
    #expect(policy.json == #","retriable_status_codes":[1,500],"retriable_status_codes":[]"#)
    #expect(policy.fields == [.bytes(7, [1, 0xf4, 3])])
  }

  @Test func mapsOfMessagesAndOfAny() throws {
    let route = try written(Envoy.Route.self) { route in
      route.map(.typedPerFilterConfig) { configs in
        configs.any(named: "a\tb", Envoy.CORS.self)
        configs.any(named: "c", Envoy.LocalRateLimit.self) { $0.member(.statPrefix, "s" as String) }
      }
    }
    #expect(
      route.json
        == #","typed_per_filter_config":{"a\tb":{"@type":"type.googleapis.com/envoy.extensions.filters.http.cors.v3.Cors"},"#
        + #""c":{"@type":"type.googleapis.com/envoy.extensions.filters.http.local_ratelimit.v3.LocalRateLimit","#
        + #""stat_prefix":"s"}}"#)
    #expect(route.fields.map(\.number) == [13, 13])
    let first = try #require(route.fields[0].fields)
    #expect(first[0] == .text(1, "a\tb"))
    #expect(first[1].fields == [.text(1, "type.googleapis.com/envoy.extensions.filters.http.cors.v3.Cors")])
    let second = try #require(route.fields[1].fields)
    let configuration = try #require(second[1].fields)
    #expect(configuration[1] == .bytes(2, [0x0a, 1, UInt8(ascii: "s")]))

    let metadata = try written(Envoy.Metadata.self) { metadata in
      metadata.map(.filterMetadata) { filters in
        filters.object(named: "epic") { epic in
          epic.member("host", "h" as String)
          epic.member("fixed", "f" as StaticString)
          epic.member("on", true)
          epic.object("in") { $0.member("a", "b" as String) }
        }
      }
    }
    #expect(
      metadata.json == #","filter_metadata":{"epic":{"host":"h","fixed":"f","on":true,"in":{"a":"b"}}}"#)
    let entry = try #require(metadata.fields[0].fields)
    #expect(entry[0] == .text(1, "epic"))
    let members = try #require(entry[1].fields).map { try #require($0.fields) }
    #expect(members.map(\.[0]) == [.text(1, "host"), .text(1, "fixed"), .text(1, "on"), .text(1, "in")])
    #expect(members[0][1].fields == [.text(3, "h")])
    #expect(members[2][1].fields == [.number(4, 1)])
    let nested = try #require(members[3][1].fields)
    #expect(nested.map(\.number) == [5])
    let inner = try #require(nested[0].fields)
    #expect(inner.map(\.fields) == [[.text(1, "a"), .bytes(2, [0x1a, 1, UInt8(ascii: "b")])]])
  }

  @Test func extensions() throws {
    let listener = try written(Envoy.Listener.self) { listener in
      listener.array(.listenerFilters) { $0.typed(name: "t", type: Envoy.TLSInspector.self) }
      listener.array(.filterChains) { chains in
        chains.object { chain in
          chain.array(.filters) { filters in
            filters.typed(named: "p" as String, type: Envoy.TCPProxy.self) { $0.member(.cluster, "c" as String) }
          }
          chain.typed(.transportSocket, name: "s", type: Envoy.DownstreamTLS.self)
        }
      }
    }
    #expect(listener.json.contains(#""filters":[{"name":"p","typed_config":{"@type":""#))
    #expect(listener.json.contains(#"TcpProxy","cluster":"c"}}],"transport_socket":{"name":"s","typed_config":{"#))
    #expect(listener.fields.map(\.number) == [9, 3])
    let inspector = try #require(listener.fields[0].fields)
    #expect(inspector.map(\.number) == [1, 3])
    let chain = try #require(listener.fields[1].fields)
    #expect(chain.map(\.number) == [3, 6])
    let filter = try #require(chain[0].fields)
    #expect(filter.map(\.number) == [1, 4])
  }

  /// Lengths of one, two and three bytes, at every level.
  @Test(arguments: [0, 60, 126, 127, 128, 129, 200, 16_000, 16_383, 16_384, 70_000])
  func lengthsOfAnySize(count: Int) throws {
    let text = String(repeating: "x", count: count)
    let secret = try written(Envoy.Secret.self) { secret in
      secret.member(.name, "n" as String)
      secret.object(.tlsCertificate) { certificate in
        certificate.object(.certificateChain) { $0.member(.inlineString, text) }
        certificate.object(.privateKey) { $0.member(.filename, "k" as String) }
      }
    }
    #expect(secret.fields.map(\.number) == [1, 2])
    let pair = try #require(secret.fields[1].fields)
    #expect(pair.map(\.number) == [1, 2])
    #expect(pair[0].fields == [.text(3, text)])
    #expect(pair[1].fields == [.text(1, "k")])
  }

  @Test func linesAndCompactParts() throws {
    let cluster = try written(Envoy.Cluster.self, lineDepth: 2) { cluster in
      cluster.member(.name, "a" as String)
      cluster.object(.circuitBreakers) { breakers in
        breakers.compact { breakers in
          breakers.array(.thresholds) { thresholds in
            thresholds.object { threshold in
              threshold.member(.maxRetries, 1)
              threshold.member(.maxRequests, 2)
            }
          }
        }
      }
    }
    #expect(
      cluster.json
        == ",\n  \"name\": \"a\",\n  \"circuit_breakers\": {\n"
        + "    \"thresholds\":[{\"max_retries\":1,\"max_requests\":2}]\n  }\n")
    let breakers = try #require(cluster.fields[1].fields)
    #expect(breakers[0].fields == [.bytes(5, [8, 1]), .bytes(4, [8, 2])])
  }
}
