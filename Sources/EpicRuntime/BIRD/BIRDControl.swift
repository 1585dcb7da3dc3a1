import Glibc

/// One reply of BIRD's control socket: lines with codes, the last of which ends it.
struct BIRDReply: Hashable {
  struct Line: Hashable {
    var code: Int
    var text: String
  }
  var lines: [Line]

  func has(_ codes: Int...) -> Bool { lines.contains { codes.contains($0.code) } }

  /// The text of the first line with that code.
  func text(_ code: Int) -> String? { lines.first { $0.code == code }?.text }

  /// All texts, for messages.
  var summary: String { lines.map(\.text).joined(separator: " ") }

  /// Codes of BIRD's protocol that matter here (BIRD 2, `doc/reply_codes`).
  enum Code {
    static let ready = 1
    static let reconfigured = 3
    static let inProgress = 4
    static let confirmed = 18
    static let valid = 20
    static let value = 23
  }
}

/// BIRD's control socket. Commands are lines; a reply's lines start with four digits and `-`, or a space in the last
/// one; a line that starts with a space goes on with the code before.
final class BIRDControl {
  private let socket: Socket
  private var buffer: [UInt8] = []

  /// Connects and reads the greeting; nil if no BIRD answers there.
  init?(_ path: String, seconds: UInt32 = 10) {
    guard let socket = Socket.connect(path: path, seconds: seconds) else { return nil }
    self.socket = socket
    guard let greeting = reply(), greeting.has(BIRDReply.Code.ready) else { return nil }
  }

  /// Sends a command; nil if BIRD does not answer in time.
  func send(_ command: String) -> BIRDReply? {
    guard socket.send(Array("\(command)\n".utf8)) else { return nil }
    return reply()
  }

  /// The value of a constant of the active configuration, without quotes; nil if there is none.
  func evaluate(_ name: String) -> String? {
    guard let text = send("eval \(name)")?.text(BIRDReply.Code.value) else { return nil }
    return text.hasPrefix("\"") && text.hasSuffix("\"") && text.utf8.count > 1
      ? String(text.dropFirst().dropLast()) : text
  }

  private func reply() -> BIRDReply? {
    var lines: [BIRDReply.Line] = []
    while let line = line() {
      let digits = line.prefix(4)
      if digits.utf8.count == 4, let code = Int(digits), line.utf8.count > 4 {
        lines.append(BIRDReply.Line(code: code, text: String(line.dropFirst(5))))
        if line.dropFirst(4).first == " " { return BIRDReply(lines: lines) }
      } else {
        lines.append(BIRDReply.Line(code: lines.last?.code ?? 0, text: String(line.dropFirst())))
      }
      // No reply that is asked for here has more than a few lines.
      if lines.count > 10_000 { return nil }
    }
    return nil
  }

  private func line() -> String? {
    while true {
      if let end = buffer.firstIndex(of: 10) {
        let line = String(decoding: buffer[..<end], as: UTF8.self)
        buffer.removeSubrange(...end)
        return line
      }
      guard let more = socket.receive(atMost: 1 << 16), buffer.count < 1 << 20 else { return nil }
      buffer += more
    }
  }
}
