import EpicIR
import Testing

/// What routes for CONNECT requests may ask and say. Each case is a workspace and exactly what is found in it.
@Suite struct TunnelRuleTests {
  @Test(arguments: rules) func rule(_ rule: Rule) { check(rule) }

  /// Whatever is about requests is refused beside `connect to`, and named.
  @Test(
    arguments: [
      "timeout request 1s", "retry 2", "rewrite path \"/x\"", "rewrite host a.example.com", "mirror 5% v",
      "max body 1KiB",
      "websocket allowed", "request-header x-a \"1\"", "compress off",
    ])
  func nothingOfRequests(_ statement: String) {
    check(
      Rule(
        statement,
        """
        upstream v { endpoint 192.0.2.80:80 }
        routes r {
          a: when client in 192.0.2.0/24 -> v { connect to 22; \(statement) }
          otherwise -> v
        }
        """,
        finds: """
          E0823 |\(statement)| `\(title(statement))` is about requests, and `connect to` makes a tunnel of bytes
            + t/a.epic |connect to 22| makes a tunnel
          """))
  }

  private func title(_ statement: String) -> String {
    let words = statement.split(separator: " ").map(String.init)
    return ["timeout", "rewrite", "max", "websocket"].contains(words[0]) ? "\(words[0]) \(words[1])" : words[0]
  }
}

private let rules: [Rule] = [
  Rule(
    "everything that a tunnel may ask and say",
    #"""
    upstream v { endpoint 192.0.2.80:80 }
    routes r {
      a: when host a.example.com and client in 192.0.2.0/24 and tls exists -> v { connect to 22, 5432, 22 }
      b: when header x-a is "1" or cookie sid exists -> v {
        connect to 22; timeout idle 1h; rate-limit 5/m by client; response-header x-b "1"
      }
      c: when cohort(cookie sid, salt: "s") < 5% -> split { 50% v; 50% v; connect to 1, 65535 }
      otherwise -> v
    }
    """#,
    finds: ""),
  Rule(
    "what a tunnel lacks",
    #"""
    upstream v { endpoint 192.0.2.80:80 }
    routes r {
      a: when not query q exists -> v { connect to 22 }
      b: when body.json("a", limit: 1KiB) exists -> v { connect to 22 }
      c: when client in 192.0.2.0/24 or path matches re"/x" -> v { connect to 22 }
      d: when method is GET -> v { connect to 22 }
      e: when cohort(cookie sid else query q, salt: "s") < 5% -> v { connect to 22 }
      otherwise -> v
    }
    """#,
    finds: #"""
      E0822 |not query q exists| route `a` takes CONNECT requests, which have no query
      E0822 |body.json("a", limit: 1KiB) exists| route `b` takes CONNECT requests, which have no body
      E0822 |client in 192.0.2.0/24 or path matches re"/x"| route `c` takes CONNECT requests, which have no path
      E0822 |method is GET| route `d` takes CONNECT requests, which have no method but CONNECT
      E0822 |cohort(cookie sid else query q, salt: "s") < 5%| route `e` takes CONNECT requests, which have no query
      """#),
  Rule(
    "the method CONNECT",
    #"""
    upstream v { endpoint 192.0.2.80:80 }
    routes r {
      a: when method is CONNECT -> v
      b: when method not in [GET, CONNECT] -> v
      otherwise -> v
    }
    """#,
    finds: #"""
      E0825 |CONNECT| no route is asked for a CONNECT request by its method
      E0825 |CONNECT| no route is asked for a CONNECT request by its method
      """#),
]
