import EpicEnvoyAPI
import EpicIR

extension InstanceScope {
  /// How deep a list of routes is nested in a route configuration; each of its routes has a line.
  static let listDepth = 4

  /// The routes of a virtual host: its list, or a matcher over the path whose actions are lists.
  func write(_ plan: RoutePlan, _ port: RoutedPort, to host: inout ResourceMessage<Envoy.VirtualHost>) {
    switch plan.form {
    case .list:
      host.array(.routes) { list in for entry in plan.entries { write(entry, port, to: &list) } }
    case .tree(let tree):
      host.object(.matcher) { matcher in
        if tree.leaves.contains(where: { !$0.key.isEmpty }) {
          matcher.object(.matcherTree) { map in
            map.typed(.input, name: "path", type: Envoy.RequestHeaderInput.self) {
              $0.member(.headerName, ":path" as StaticString)
            }
            // A line for each route: nested seven messages deeper than in a list.
            map.lines(depth: Self.listDepth + 7) { map in
              map.object(.prefixMatchMap) { map in
                map.map(.map) { entries in
                  for leaf in tree.leaves where !leaf.key.isEmpty {
                    entries.object(named: String(decoding: leaf.key, as: UTF8.self)) {
                      write(leaf, of: plan, port, to: &$0)
                    }
                  }
                }
              }
            }
          }
        }
        for leaf in tree.leaves where leaf.key.isEmpty && !leaf.routes.isEmpty {
          matcher.lines(depth: Self.listDepth + 4) { matcher in
            matcher.object(.onNoMatch) { write(leaf, of: plan, port, to: &$0) }
          }
        }
      }
    }
  }

  private func write(
    _ leaf: RouteTree.Leaf, of plan: RoutePlan, _ port: RoutedPort,
    to outcome: inout ResourceMessage<Envoy.MatcherOutcome>
  ) {
    outcome.typed(.action, name: "routes", type: Envoy.RouteList.self) { action in
      action.array(.routes) { list in
        for route in leaf.routes { write(plan.entries[route], port, to: &list) }
      }
    }
  }
}
