import EpicBase

extension AnnouncementsFile {
  /// The file's text.
  package func write() -> [UInt8] {
    var json = JSONWriter(reserving: 512 + routes.count * 256)
    json.object { json in
      json.member("format", AnnouncementsFile.format)
      json.member("node", node)
      json.member("generation", generation)
      json.member("content", content.hex)
      json.array("routes") { json in
        for route in routes {
          json.object { json in
            json.member("prefix", route.prefix.description)
            json.member("protocol", route.protocol)
            json.array("communities") { json in
              for community in route.communities { json.value(community) }
            }
            json.array("addresses") { json in
              for address in route.addresses { json.value(address) }
            }
          }
        }
      }
      json.array("sessions") { json in
        for session in sessions {
          json.object { json in
            json.member("protocol", session.protocol)
            json.member("neighbor", session.neighbor)
            json.member("exports", session.exports)
            if let password = session.password {
              json.object("password") { json in
                json.member("define", password.define)
                json.member("secret", password.secret)
              }
            }
          }
        }
      }
    }
    return json.finish()
  }

  /// Reads the file strictly.
  package static func read(_ bytes: [UInt8]) throws(FormatError) -> AnnouncementsFile {
    let document = try JSONDocument(bytes, format: format)
    var fields = try document.fields()
    var routes: [Route] = []
    for value in try fields.array("routes") {
      var route = try JSONFields(value, in: document)
      let prefix = try document.prefix(try route.required("prefix"), "prefix")
      var communities: [String] = []
      for community in try route.array("communities") {
        communities.append(try document.string(community, "communities"))
      }
      let addresses = try route.addresses("addresses")
      if let stray = addresses.first(where: { !prefix.contains($0) }) {
        throw document.failure("the address \(stray) does not lie in \(prefix)", at: value)
      }
      routes.append(
        Route(
          prefix: prefix, protocol: try route.string("protocol"), communities: communities, addresses: addresses))
      try route.finish()
    }
    var sessions: [Session] = []
    for value in try fields.array("sessions") {
      var session = try JSONFields(value, in: document)
      var password: Password?
      if let member = session.optional("password") {
        var secret = try JSONFields(member, in: document)
        password = Password(define: try secret.string("define"), secret: try secret.string("secret"))
        try secret.finish()
      }
      sessions.append(
        Session(
          protocol: try session.string("protocol"),
          neighbor: try document.address(try session.required("neighbor"), "neighbor"),
          exports: try session.integer("exports"), password: password))
      try session.finish()
    }
    let file = AnnouncementsFile(
      node: try fields.string("node"), generation: try fields.integer("generation"),
      content: try fields.digest("content"), routes: routes, sessions: sessions)
    try fields.finish()
    return file
  }
}
