import EpicEnvoyAPI
import Testing

@Suite struct APITableTests {
  private func table() throws -> APITable { try #require(APITable.embedded) }

  @Test func messagesAreFoundByTheirFullNames() throws {
    let table = try table()
    let cluster = try #require(table.message(named: "envoy.config.cluster.v3.Cluster"))
    #expect(cluster.name == "envoy.config.cluster.v3.Cluster")
    #expect(!cluster.isEntry && !cluster.isUnpublished && !cluster.isDeprecated)
    #expect(table.message(cluster.id) == cluster)
    #expect(table.messageCount > 1500)
    for missing in ["", "envoy.config.cluster.v3.Cluste", "envoy.config.cluster.v3.Clusterz", "zzz", "name"] {
      #expect(table.message(named: missing) == nil)
    }
    #expect(try #require(table.message(named: "envoy.config.route.v3.CookieMatcher")).isUnpublished)
  }

  @Test func fieldsHaveNumberTypeAndRules() throws {
    let table = try table()
    let cluster = try #require(table.message(named: "envoy.config.cluster.v3.Cluster"))
    let timeout = try #require(table.field(named: "connect_timeout", of: cluster.id))
    #expect(timeout.number == 4 && timeout.kind == .message && timeout.jsonName == "connectTimeout")
    #expect(timeout.message.map { table.message($0).name } == "google.protobuf.Duration")
    #expect(timeout.rules == "gt=0s" && timeout.traits == .presence)

    let name = try #require(table.field(named: "name", of: cluster.id))
    #expect(name.number == 1 && name.kind == .string && name.rules == "min_len=1" && name.traits == [])
    #expect(name.message == nil && name.enumeration == nil && name.oneof == nil)

    let old = try #require(table.field(named: "http2_protocol_options", of: cluster.id))
    #expect(old.traits.contains(.deprecated))
    #expect(table.field(named: "stats_matcher", of: cluster.id)?.traits == [.presence, .unpublished])
    #expect(table.field(named: "connectTimeout", of: cluster.id) == nil)

    let checks = try #require(table.field(named: "health_checks", of: cluster.id))
    #expect(checks.traits == .repeated)
    let check = try #require(checks.message)
    #expect(table.field(named: "timeout", of: check)?.traits.contains(.required) == true)
  }

  @Test func mapsAreRepeatedEntries() throws {
    let table = try table()
    let cluster = try #require(table.message(named: "envoy.config.cluster.v3.Cluster"))
    let options = try #require(table.field(named: "typed_extension_protocol_options", of: cluster.id))
    #expect(options.traits == [.repeated, .map])
    let entry = table.message(try #require(options.message))
    #expect(entry.isEntry)
    #expect(table.fields(of: entry.id).map(\.name) == ["key", "value"])
  }

  @Test func oneofsGroupFields() throws {
    let table = try table()
    let match = try #require(table.message(named: "envoy.config.route.v3.RouteMatch"))
    let path = try #require(table.field(named: "path", of: match.id))
    let oneof = try #require(path.oneof)
    let group = table.oneofs(of: match.id)[oneof]
    #expect(group.name == "path_specifier" && group.isRequired)
    #expect(table.field(named: "headers", of: match.id)?.oneof == nil)
    let others = table.fields(of: match.id).filter { $0.oneof == path.oneof }.map(\.name)
    #expect(
      others == ["connect_matcher", "path", "path_match_policy", "path_separated_prefix", "prefix", "safe_regex"])
  }

  @Test func enumerationsHaveValues() throws {
    let table = try table()
    let policy = try #require(table.enumeration(named: "envoy.config.cluster.v3.Cluster.LbPolicy"))
    #expect(table.name(of: policy) == "envoy.config.cluster.v3.Cluster.LbPolicy")
    #expect(table.value(named: "LEAST_REQUEST", of: policy)?.number == 1)
    #expect(table.value(named: "least_request", of: policy) == nil)
    #expect(table.values(of: policy).map(\.name).contains("CLUSTER_PROVIDED"))
    let cluster = try #require(table.message(named: "envoy.config.cluster.v3.Cluster"))
    #expect(table.field(named: "lb_policy", of: cluster.id)?.enumeration == policy)
  }

  @Test func extensionsNameTheirMessages() throws {
    let table = try table()
    let router = try #require(table.message(named: "envoy.extensions.filters.http.router.v3.Router"))
    #expect(
      table.extensions(configuredBy: router.id).map(\.name).contains("envoy.filters.http.router"))
    let filters = table.extensions(in: "envoy.filters.http")
    #expect(filters.contains { $0.name == "envoy.filters.http.cors" })
    #expect(filters.allSatisfy { $0.category == "envoy.filters.http" })
    #expect(table.extensions(in: "envoy.filters.htt").isEmpty)
    let cluster = try #require(table.message(named: "envoy.config.cluster.v3.Cluster"))
    #expect(table.extensions(configuredBy: cluster.id).isEmpty)
  }

  /// Every row is found again by its own name: the order of the rows is that of their names.
  @Test func everyRowIsFoundByItsName() throws {
    let table = try table()
    var pending = try ["envoy.config.bootstrap.v3.Bootstrap", "envoy.config.listener.v3.Listener"].map {
      try #require(table.message(named: $0)).id
    }
    for category in ["envoy.access_loggers", "envoy.clusters", "envoy.filters.http", "envoy.filters.network"] {
      pending += table.extensions(in: category).map(\.message)
    }
    var seen = Set(pending)
    var fields = 0
    while let id = pending.popLast() {
      let message = table.message(id)
      #expect(table.message(named: message.name) == message)
      for field in table.fields(of: id) {
        fields += 1
        #expect(table.field(named: field.name, of: id) == field)
        if let other = field.message, seen.insert(other).inserted { pending.append(other) }
        if let enumeration = field.enumeration {
          #expect(table.enumeration(named: table.name(of: enumeration)) == enumeration)
          for value in table.values(of: enumeration) {
            #expect(table.value(named: value.name, of: enumeration) == value)
          }
        }
      }
    }
    #expect(seen.count > 500 && fields > 1500)
  }

  @Test func damagedTablesAreNoTables() {
    #expect(APITable([]) == nil)
    #expect(APITable(Array("EPICAPI1".utf8)) == nil)
    #expect(APITable(Array("EPICAPI1".utf8) + [UInt8](repeating: 255, count: 28)) == nil)
    let empty = APITable(Array("EPICAPI1".utf8) + [UInt8](repeating: 0, count: 28))
    #expect(empty?.message(named: "envoy.config.cluster.v3.Cluster") == nil && empty?.messageCount == 0)
  }
}
