package import EpicBase
package import EpicDiagnostics

extension Lock {
  /// Reads `epic.lock`. Any bytes are tolerated; what cannot be read is reported, and then nil is returned: a lock is
  /// never half taken, and the caller must not write over a file that could not be read.
  package init?(parsing text: [UInt8], source: SourceID, reporting sink: inout DiagnosticSink) {
    self.init()
    var parser = LockParser(text: text, source: source)
    parser.parse()
    sink.report(contentsOf: parser.diagnostics)
    guard parser.diagnostics.isEmpty else { return nil }
    self = parser.lock
  }
}

private struct LockParser {
  let text: [UInt8]
  let source: SourceID
  var lock = Lock()
  var diagnostics: [Diagnostic] = []
  /// Span of the line that is read.
  private var line: SourceSpan
  private var hasVersion = false
  private var addressOwners: [LockedAddress.Owner: Int] = [:]
  private var addressValues: [IPAddress: Int] = [:]
  private var clusterOwners: [LockedNumber.Owner: Int] = [:]
  private var clusterNumbers: [UInt32: Int] = [:]
  private var tunnelOwners: [LockedNumber.Owner: Int] = [:]
  private var tunnelNumbers: [UInt32: Int] = [:]

  init(text: [UInt8], source: SourceID) {
    self.text = text
    self.source = source
    line = SourceSpan(source: source, start: 0, end: 0)
  }

  mutating func parse() {
    var start = 0
    while start < text.count && diagnostics.count < Limits.diagnosticsPerFile {
      var end = start
      while end < text.count && text[end] != UInt8(ascii: "\n") { end += 1 }
      let next = end + 1
      if end > start && text[end - 1] == UInt8(ascii: "\r") { end -= 1 }
      line = SourceSpan(
        source: source, start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end))
      parseLine(text[start..<end])
      if isUnmerged { return }
      start = next
    }
    if !hasVersion && diagnostics.isEmpty {
      report(
        .lockFormat, "the lock does not say its format", help: "write `epic-lock \(Lock.formatVersion)` at its top",
        fixes: [
          FixIt(
            "write `epic-lock \(Lock.formatVersion)`",
            [
              TextEdit(
                SourceSpan(source: source, start: 0, end: 0), replacement: "epic-lock \(Lock.formatVersion)\n")
            ])
        ])
    }
  }

  private var isUnmerged: Bool { diagnostics.last?.code == .unmergedLock }

  private mutating func report(
    _ code: DiagnosticCode, _ message: String, first: SourceSpan? = nil, help: String? = nil, fixes: [FixIt] = []
  ) {
    let secondary = first.map { [Annotation($0, "first here")] } ?? []
    diagnostics.append(Diagnostic(code, message, at: line, secondary: secondary, help: help, fixes: fixes))
  }

  /// The fix that deletes a line, the one being read or another, with its end.
  private func deleting(_ span: SourceSpan, _ title: String) -> FixIt {
    var whole = span
    if Int(whole.end) < text.count { whole.end += 1 }
    return FixIt(title, [TextEdit(whole, replacement: "")])
  }

  /// Either line may be the one that is not in use.
  private func deletions(_ first: SourceSpan?) -> [FixIt] {
    [deleting(line, "delete this line")] + (first.map { [deleting($0, "delete the first line")] } ?? [])
  }

  private mutating func parseLine(_ bytes: ArraySlice<UInt8>) {
    let content = String(decoding: bytes, as: UTF8.self)
    if content.isEmpty || content.hasPrefix("#") { return }
    for mark in ["<<<<<<<", "=======", ">>>>>>>", "|||||||"] where content.hasPrefix(mark) {
      report(
        .unmergedLock, "the lock has the marks of an unfinished merge",
        help: "keep the lines of both sides, and of two `release` lines the larger; then build again")
      return
    }
    var fields = content.split(separator: " ", omittingEmptySubsequences: true)[...]
    guard let keyword = fields.popFirst() else { return }
    let isRead: Bool
    switch keyword {
    case "epic-lock": isRead = readVersion(fields)
    case "release": isRead = readRelease(fields)
    case "quarantine": isRead = readQuarantine(fields)
    case "seed": isRead = readSeed(fields)
    case "address": isRead = readAddress(fields)
    case "cluster": isRead = readCluster(fields)
    case "tunnel": isRead = readTunnel(fields)
    default: isRead = false
    }
    if !isRead {
      report(
        .unreadableLock, "`\(shown(content))` is no entry of a lock",
        help: "restore the file from version control; a build never writes over a lock that it cannot read")
    }
  }

  /// The line's first sixty characters.
  private func shown(_ content: String) -> String {
    content.unicodeScalars.count > 60 ? "\(String(content.unicodeScalars.prefix(60)))…" : content
  }

  private mutating func readVersion(_ fields: ArraySlice<Substring>) -> Bool {
    guard fields.count == 1, let version = UInt64(fields[fields.startIndex]) else { return false }
    hasVersion = true
    if version != Lock.formatVersion {
      report(
        .lockFormat, "the lock has format `\(version)`; this compiler knows `\(Lock.formatVersion)`",
        help: "build with the release of EPIC that wrote the lock, or a later one")
    }
    return true
  }

  /// Of several lines, which a merge of two branches leaves, the largest counts.
  private mutating func readRelease(_ fields: ArraySlice<Substring>) -> Bool {
    guard fields.count == 1, let release = UInt64(fields[fields.startIndex]), release < UInt64.max else { return false }
    lock.release = max(lock.release, release)
    return true
  }

  private mutating func readQuarantine(_ fields: ArraySlice<Substring>) -> Bool {
    guard fields.count == 1, let quarantine = UInt64(fields[fields.startIndex]) else { return false }
    lock.quarantine = quarantine
    return true
  }

  private mutating func readSeed(_ fields: ArraySlice<Substring>) -> Bool {
    guard fields.count == 1, let bytes = Self.hexBytes(fields[fields.startIndex]), let seed = LockSeed(bytes: bytes)
    else { return false }
    if let other = lock.seed, other != seed { return false }
    lock.seed = seed
    return true
  }

  private mutating func readAddress(_ fields: ArraySlice<Substring>) -> Bool {
    var fields = fields
    guard let retired = Self.takeRetired(&fields, behind: 3) else { return false }
    let parts = fields[fields.startIndex + 1].split(separator: "#", omittingEmptySubsequences: false)
    guard let ingress = Self.unescaped(fields[fields.startIndex]), let pool = Self.unescaped(parts[0]),
      let address = IPAddress(String(fields[fields.startIndex + 2])), parts.count <= 2,
      let ordinal = parts.count == 1 ? 1 : UInt32(parts[1]), ordinal > 0
    else { return false }
    let entry = LockedAddress(
      owner: LockedAddress.Owner(ingress: ingress, pool: pool, ordinal: ordinal), address: address,
      retired: retired.release, span: line)
    if let first = addressOwners.updateValue(lock.addresses.count, forKey: entry.owner) {
      report(
        .repeatedLockEntry, "the lock has two addresses from `\(pool)` for `\(ingress)`",
        first: lock.addresses[first].span, help: "delete the line of the address that is not in use",
        fixes: deletions(lock.addresses[first].span))
    } else if let first = addressValues.updateValue(lock.addresses.count, forKey: address) {
      let other = lock.addresses[first]
      report(
        .repeatedLockEntry, "the lock gives `\(address)` to `\(other.owner.ingress)` and to `\(ingress)`",
        first: other.span,
        help: "delete the line of the ingress that is newer; the next build gives it another address",
        fixes: deletions(other.span))
    }
    lock.addresses.append(entry)
    return true
  }

  private mutating func readCluster(_ fields: ArraySlice<Substring>) -> Bool {
    var fields = fields
    guard let retired = Self.takeRetired(&fields, behind: 2),
      let cluster = Self.unescaped(fields[fields.startIndex]),
      let number = Self.number(fields[fields.startIndex + 1])
    else { return false }
    let owner = LockedNumber.Owner(cluster: cluster)
    let position = lock.clusters.count
    checkNumber(
      clusterOwners.updateValue(position, forKey: owner), clusterNumbers.updateValue(position, forKey: number),
      in: lock.clusters, name: "cluster `\(cluster)`")
    lock.clusters.append(LockedNumber(owner: owner, number: number, retired: retired.release, span: line))
    return true
  }

  private mutating func readTunnel(_ fields: ArraySlice<Substring>) -> Bool {
    var fields = fields
    guard let retired = Self.takeRetired(&fields, behind: 3),
      let node = Self.unescaped(fields[fields.startIndex]),
      let cluster = Self.unescaped(fields[fields.startIndex + 1]),
      let number = Self.number(fields[fields.startIndex + 2])
    else { return false }
    let owner = LockedNumber.Owner(node: node, cluster: cluster)
    let position = lock.tunnels.count
    checkNumber(
      tunnelOwners.updateValue(position, forKey: owner), tunnelNumbers.updateValue(position, forKey: number),
      in: lock.tunnels, name: "the tunnel from `\(node)` to `\(cluster)`")
    lock.tunnels.append(LockedNumber(owner: owner, number: number, retired: retired.release, span: line))
    return true
  }

  private mutating func checkNumber(_ sameOwner: Int?, _ sameNumber: Int?, in entries: [LockedNumber], name: String) {
    guard let first = sameOwner ?? sameNumber else { return }
    let message =
      sameOwner == nil
      ? "the lock gives the id of \(name) twice" : "the lock has two ids for \(name)"
    report(
      .repeatedLockEntry, message, first: entries[first].span,
      help: "delete the newer line; the next build gives it another id", fixes: deletions(entries[first].span))
  }

  /// Takes `retired N` from behind the entry's own fields; nil if what is there is something else.
  private static func takeRetired(
    _ fields: inout ArraySlice<Substring>, behind count: Int
  ) -> (release: UInt64?, Void)? {
    if fields.count == count { return (nil, ()) }
    guard fields.count == count + 2, fields[fields.startIndex + count] == "retired",
      let release = UInt64(fields[fields.startIndex + count + 1])
    else { return nil }
    fields = fields.prefix(count)
    return (release, ())
  }

  private static func number(_ text: Substring) -> UInt32? {
    guard text.utf8.count == 8, let number = UInt32(text, radix: 16), number > 0 else { return nil }
    return number
  }

  private static func hexBytes(_ text: Substring) -> [UInt8]? {
    var bytes: [UInt8] = []
    var high: UInt8?
    for byte in text.utf8 {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue.map(UInt8.init) else { return nil }
      if let first = high {
        bytes.append(first << 4 | digit)
        high = nil
      } else {
        high = digit
      }
    }
    return high == nil ? bytes : nil
  }

  /// The name behind `%XX` escapes; nil if it is malformed or empty.
  private static func unescaped(_ text: Substring) -> String? {
    if text.isEmpty { return nil }
    if !text.utf8.contains(UInt8(ascii: "%")) { return String(text) }
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%") {
        guard rest.count >= 2, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else {
          return nil
        }
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }
}
