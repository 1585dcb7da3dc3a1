import EpicArtifact
import EpicBackend
import EpicBase
import EpicIR

extension InstanceScope {
  /// The bootstrap of one node: who it is, where it is asked, and the two files that everything else follows from.
  func bootstrap(node: Node, instance: String) -> [UInt8] {
    var json = JSONWriter()
    json.object { root in
      root.object("node") { writer in
        writer.member("id", node.name)
        writer.member("cluster", instance)
      }
      root.object("admin") { admin in
        admin.object("address") { address in
          address.object("pipe") { pipe in
            pipe.member("path", EnvoyLayout.adminSocket)
            // The owner only.
            pipe.member("mode", 0o600)
          }
        }
      }
      root.object("dynamic_resources") { dynamic in
        dynamic.subscription("lds_config", EnvoyLayout.listenersFile, EnvoyLayout.ResourceKind.listeners)
        dynamic.subscription("cds_config", EnvoyLayout.clustersFile, EnvoyLayout.ResourceKind.clusters)
      }
      root.key("stats_config")
      root.raw(StatisticsConfiguration.json)
      root.key("layered_runtime")
      root.raw(StaticForm.runtime)
    }
    return json.finish()
  }
}

extension JSONWriter {
  fileprivate mutating func subscription(
    _ name: StaticString, _ path: String, _ kind: EnvoyLayout.ResourceKind
  ) {
    object(name) { config in
      config.object("path_config_source") { source in
        source.member("path", path)
        source.object("watched_directory") { $0.member("path", kind.subscriptionFolder) }
      }
      config.member("resource_api_version", "V3" as StaticString)
    }
  }
}

/// The inlined form of everything that one process gets: `envoy --mode validate` checks what it would not check in
/// files that it subscribes to. It names no node, so that the nodes of a site share its bytes.
struct StaticForm {
  /// Runtime flags: Envoy refuses regular expressions above a size that a list of countries reaches; the language limits
  /// their length itself.
  static let runtime: StaticString =
    #"{"layers": [{"name": "epic", "static_layer": {"re2.max_program_size.error_level": 100000, "re2.max_program_size.warn_level": 100000}}]}"#

  private(set) var bytes: [UInt8] = []
  /// What values were made from, where the resources say so.
  private(set) var marks: [ValueMark] = []

  init(instance: String, capacity: Int) {
    bytes.reserveCapacity(capacity)
    bytes.append("{\"node\":{\"id\":\"static\",\"cluster\":\"")
    bytes.append(instance)
    bytes.append("\"},\n\"stats_config\":")
    bytes.append(StatisticsConfiguration.json)
    bytes.append(",\n\"layered_runtime\":")
    bytes.append(Self.runtime)
    bytes.append(",\n\"static_resources\":{")
  }

  /// Appends a list of resources under its field's name.
  mutating func append(_ field: StaticString, _ resources: [Resource], isFirst: Bool = false) {
    bytes.append(isFirst ? "\n\"" : ",\n\"")
    bytes.append(field)
    bytes.append("\":[")
    for (index, resource) in resources.enumerated() {
      bytes.append(index == 0 ? "\n" : ",\n")
      resource.appendInlined(to: &bytes, &marks)
    }
    bytes.append("\n]")
  }

  mutating func finish() -> [UInt8] {
    bytes.append("}}\n")
    return bytes
  }
}
