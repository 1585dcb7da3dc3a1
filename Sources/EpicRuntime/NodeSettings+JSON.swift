import EpicArtifact
import EpicBase

/// Why a settings file is refused.
package struct SettingsFault: Error, Hashable, Sendable, CustomStringConvertible {
  package var path: String
  package var reason: String

  package init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }

  package var description: String { "the settings `\(path)` are refused: \(reason)" }
}

extension NodeSettings {
  /// First member of a settings file, by which it is known.
  package static let format = "epic.node/1"

  /// Reads a settings file:
  ///
  ///     { "format": "epic.node/1", "node": "fra-1", "state": "/var/lib/epic", "secrets": "/etc/epic/secrets",
  ///       "system_authorities": "/etc/ssl/certs/ca-certificates.crt", "shrink_percent": 50,
  ///       "envoy": { "binary": "/usr/bin/envoy", "binaries": { "early": "/opt/envoy/bin/envoy" }, "concurrency": 2,
  ///                  "drain_seconds": 600, "accept_seconds": 60, "check_seconds": 120, "validate": true },
  ///       "bird": { "socket": "/run/bird/bird.ctl", "configuration": "/etc/bird/bird.conf", "folder": "/etc/bird/epic",
  ///                 "confirm_seconds": 60, "check_addresses": true },
  ///       "zones": [ { "name": "example.com", "server": "192.0.2.53:53", "timeout_seconds": 5 } ] }
  ///
  /// Everything but `format`, `node`, `state` and `secrets` may be left out. Paths are absolute, or relative to the
  /// folder of the settings file. Members that are not known are refused.
  package static func read(_ path: String) throws(SettingsFault) -> NodeSettings {
    let bytes: [UInt8]
    let root: JSONValue
    do throws(FileFault) {
      bytes = try Files.read(path, atMost: 1 << 20)
    } catch {
      throw SettingsFault(path: path, reason: error.reason)
    }
    do throws(JSONError) {
      root = try JSONReader.read(bytes)
    } catch {
      throw SettingsFault(path: path, reason: error.description)
    }
    return try NodeSettings(root, path: path)
  }

  private init(_ root: JSONValue, path: String) throws(SettingsFault) {
    let reader = SettingsReader(path: path)
    try reader.allow(
      root,
      ["format", "node", "state", "secrets", "system_authorities", "shrink_percent", "envoy", "bird", "zones"])
    guard try reader.string(root, "format") == NodeSettings.format else {
      throw reader.fault("`format` is not `\(NodeSettings.format)`")
    }
    self.init(
      node: try reader.string(root, "node"), stateFolder: try reader.path(root, "state"),
      secretsFolder: try reader.path(root, "secrets"))
    if root["system_authorities"] != nil { systemAuthorities = try reader.path(root, "system_authorities") }
    shrinkPercent = try reader.number(root, "shrink_percent", 0...100) ?? shrinkPercent
    if let value = root["envoy"] { envoy = try reader.envoy(value) }
    if let value = root["bird"] { bird = try reader.bird(value) }
    if let value = root["zones"] {
      guard let elements = value.elements else { throw reader.fault("`zones` is not an array") }
      for element in elements { zones.append(try reader.zone(element)) }
    }
  }
}

/// Reads members, with the file's name for messages.
private struct SettingsReader {
  let path: String

  func fault(_ reason: String) -> SettingsFault { SettingsFault(path: path, reason: reason) }

  func allow(_ value: JSONValue, _ names: [String]) throws(SettingsFault) {
    guard let members = value.members else { throw fault("an object is expected") }
    for member in members where !names.contains(member.name) { throw fault("`\(member.name)` is not known") }
  }

  func string(_ value: JSONValue, _ name: String) throws(SettingsFault) -> String {
    guard let text = value[name]?.string, !text.isEmpty else { throw fault("`\(name)` is not a text") }
    return text
  }

  /// An absolute path, or one relative to the folder of the settings.
  func path(_ value: JSONValue, _ name: String) throws(SettingsFault) -> String {
    let text = try string(value, name)
    if text.hasPrefix("/") { return text }
    return "\(Files.absolute(Files.parent(of: path)))/\(text)"
  }

  func number(
    _ value: JSONValue, _ name: String, _ range: ClosedRange<UInt32>
  ) throws(SettingsFault) -> UInt32? {
    guard let member = value[name] else { return nil }
    guard let number = member.integer(UInt32.self), range.contains(number) else {
      throw fault("`\(name)` is not a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  func flag(_ value: JSONValue, _ name: String) throws(SettingsFault) -> Bool? {
    guard let member = value[name] else { return nil }
    guard let flag = member.bool else { throw fault("`\(name)` is not true or false") }
    return flag
  }

  func envoy(_ value: JSONValue) throws(SettingsFault) -> NodeSettings.Envoy {
    try allow(
      value, ["binary", "binaries", "concurrency", "drain_seconds", "accept_seconds", "check_seconds", "validate"])
    var envoy = NodeSettings.Envoy()
    if value["binary"] != nil { envoy.binary = try path(value, "binary") }
    if let binaries = value["binaries"] {
      guard let members = binaries.members else { throw fault("`binaries` is not an object") }
      for member in members {
        envoy.binaries.append(
          NodeSettings.Binary(instance: member.name, path: try path(binaries, member.name)))
      }
    }
    envoy.concurrency = try number(value, "concurrency", 1...1024)
    envoy.drainSeconds = try number(value, "drain_seconds", 1...86_400) ?? envoy.drainSeconds
    envoy.acceptSeconds = try number(value, "accept_seconds", 1...3600) ?? envoy.acceptSeconds
    envoy.checkSeconds = try number(value, "check_seconds", 1...3600) ?? envoy.checkSeconds
    envoy.validates = try flag(value, "validate") ?? envoy.validates
    return envoy
  }

  func bird(_ value: JSONValue) throws(SettingsFault) -> NodeSettings.BIRD {
    try allow(value, ["socket", "configuration", "folder", "confirm_seconds", "check_addresses"])
    var bird = NodeSettings.BIRD(
      socket: try path(value, "socket"), configuration: try path(value, "configuration"),
      folder: try path(value, "folder"))
    bird.confirmSeconds = try number(value, "confirm_seconds", 5...3600) ?? bird.confirmSeconds
    bird.checksAddresses = try flag(value, "check_addresses") ?? bird.checksAddresses
    return bird
  }

  func zone(_ value: JSONValue) throws(SettingsFault) -> NodeSettings.Zone {
    try allow(value, ["name", "server", "timeout_seconds"])
    var zone = NodeSettings.Zone(name: try string(value, "name"))
    if value["server"] != nil {
      let text = try string(value, "server")
      guard let server = HostEndpoint(text: text) else { throw fault("`\(text)` is not ADDRESS:PORT") }
      zone.server = server
    }
    zone.timeoutSeconds = try number(value, "timeout_seconds", 1...600) ?? zone.timeoutSeconds
    return zone
  }
}

extension HostEndpoint {
  /// Reads `192.0.2.1:53`, `[2001:db8::1]:53` or `name:53`; nil for anything else.
  package init?(text: String) {
    guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...]), port > 0 else {
      return nil
    }
    var host = String(text[..<colon])
    if host.hasPrefix("[") && host.hasSuffix("]") { host = String(host.dropFirst().dropLast()) }
    if let address = IPAddress(host) {
      self.init(host: .address(address), port: port)
    } else if !host.isEmpty && !host.contains(":") {
      self.init(host: .name(host), port: port)
    } else {
      return nil
    }
  }
}
