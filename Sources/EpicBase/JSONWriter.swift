/// Writes JSON (RFC 8259) straight into bytes: the caller's order of members is the order of the output, so equal calls
/// give equal bytes. Indented by two spaces for people, compact, or with one line for each row of a big table.
package struct JSONWriter: Sendable {
  /// Bytes written so far.
  package private(set) var bytes: [UInt8] = []
  /// Containers nested at most this deep have a line for each member; what lies deeper stands on one line.
  private var lineDepth: Int
  private var depth = 0
  private var needsComma = false
  private var afterKey = false

  package init(pretty: Bool = true, reserving capacity: Int = 0) {
    self.init(lineDepth: pretty ? .max : 0, reserving: capacity)
  }

  /// A writer whose containers have a line for each member down to the given depth (the outermost container has depth
  /// 1) and are compact below: big tables stay readable, one row a line, and small.
  package init(lineDepth: Int, reserving capacity: Int = 0) {
    self.lineDepth = lineDepth
    bytes.reserveCapacity(capacity)
  }

  /// Forgets what was written and keeps the memory, for the next document.
  package mutating func reset() {
    bytes.removeAll(keepingCapacity: true)
    depth = 0
    needsComma = false
    afterKey = false
  }

  /// Writes `{ … }`; the body writes members.
  @inlinable
  package mutating func object(_ body: (inout JSONWriter) -> Void) {
    begin(UInt8(ascii: "{"))
    body(&self)
    end(UInt8(ascii: "}"))
  }

  /// Writes `[ … ]`; the body writes values.
  @inlinable
  package mutating func array(_ body: (inout JSONWriter) -> Void) {
    begin(UInt8(ascii: "["))
    body(&self)
    end(UInt8(ascii: "]"))
  }

  /// Writes a member's name; exactly one value follows.
  package mutating func key(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    bytes.append(name)
    finishKey()
  }

  /// Writes a member's name that is data, escaped.
  package mutating func key(_ name: String) {
    separate()
    quote(name)
    bytes.removeLast()
    finishKey()
  }

  /// Writes a string value, escaped.
  package mutating func value(_ text: String) {
    separate()
    quote(text)
  }

  /// Writes a string value that needs no escaping.
  package mutating func value(_ text: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    bytes.append(text)
    bytes.append(UInt8(ascii: "\""))
  }

  package mutating func value(_ flag: Bool) {
    separate()
    if flag { bytes.append("true") } else { bytes.append("false") }
  }

  @inlinable
  package mutating func value(_ number: some BinaryInteger) {
    self.number(UInt64(clamping: number.magnitude), isNegative: number < 0)
  }

  @usableFromInline
  package mutating func number(_ magnitude: UInt64, isNegative: Bool) {
    separate()
    if isNegative { bytes.append(UInt8(ascii: "-")) }
    bytes.appendDecimal(magnitude)
  }

  /// Writes an address as a string value.
  package mutating func value(_ address: IPAddress) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    address.append(to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  package mutating func null() {
    separate()
    bytes.append("null")
  }

  /// Writes a value that is already JSON. Its bytes are trusted.
  package mutating func raw(_ json: [UInt8]) {
    separate()
    bytes.append(contentsOf: json)
  }

  /// Writes a value that is already JSON: a part of other bytes. They are trusted.
  package mutating func raw(_ json: ArraySlice<UInt8>) {
    separate()
    bytes.append(contentsOf: json)
  }

  /// Writes a value, or members and values with their commas, that are already JSON and need no line of their own.
  package mutating func raw(_ json: StaticString) {
    separate()
    bytes.append(json)
  }

  /// Writes the first bytes of a value that the caller goes on to write with `continued`.
  package mutating func continued(_ json: StaticString) { bytes.append(json) }

  /// Goes on with a value begun by `raw`: an address in its text form.
  package mutating func continued(_ address: IPAddress) { address.append(to: &bytes) }

  /// Goes on with a value begun by `raw`: a text without a character that needs escaping.
  package mutating func continued(_ text: String) { bytes.append(text) }

  /// Goes on with a value begun by `raw`: a number.
  package mutating func continued(_ number: UInt64) { bytes.appendDecimal(number) }

  package mutating func member(_ name: StaticString, _ text: String) {
    key(name)
    value(text)
  }

  package mutating func member(_ name: StaticString, _ text: StaticString) {
    key(name)
    value(text)
  }

  package mutating func member(_ name: StaticString, _ flag: Bool) {
    key(name)
    value(flag)
  }

  @inlinable
  package mutating func member(_ name: StaticString, _ number: some BinaryInteger) {
    key(name)
    value(number)
  }

  package mutating func member(_ name: StaticString, _ address: IPAddress) {
    key(name)
    value(address)
  }

  @inlinable
  package mutating func object(_ name: StaticString, _ body: (inout JSONWriter) -> Void) {
    key(name)
    object(body)
  }

  @inlinable
  package mutating func array(_ name: StaticString, _ body: (inout JSONWriter) -> Void) {
    key(name)
    array(body)
  }

  /// Begins a value, or several members or elements, that stand on one line without spaces, however deep they are. Gives
  /// what `endCompact` wants back.
  package mutating func beginCompact() -> Int {
    separate()
    let outer = lineDepth
    lineDepth = 0
    needsComma = false
    return outer
  }

  /// From here on, containers nested at most this deep have a line for each member. Gives what holds until then.
  package mutating func setLineDepth(_ new: Int) -> Int {
    let outer = lineDepth
    lineDepth = new
    return outer
  }

  /// Goes back to how it was written before.
  package mutating func endCompact(_ outer: Int) {
    lineDepth = outer
    needsComma = true
  }

  /// Ends the document with a newline and gives its bytes.
  @discardableResult
  package mutating func finish() -> [UInt8] {
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  @usableFromInline
  package mutating func begin(_ byte: UInt8) {
    separate()
    bytes.append(byte)
    depth += 1
    needsComma = false
  }

  @usableFromInline
  package mutating func end(_ byte: UInt8) {
    let isLine = depth <= lineDepth
    depth -= 1
    if needsComma && isLine { newline() }
    bytes.append(byte)
    needsComma = true
  }

  private mutating func separate() {
    if afterKey {
      afterKey = false
      return
    }
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    if depth > 0 && depth <= lineDepth { newline() }
    needsComma = true
  }

  private mutating func finishKey() {
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    if lineDepth > 0 { bytes.append(UInt8(ascii: " ")) }
    afterKey = true
    needsComma = true
  }

  private mutating func newline() {
    bytes.append(UInt8(ascii: "\n"))
    var spaces = depth * 2
    while spaces > 0 {
      bytes.append(UInt8(ascii: " "))
      spaces -= 1
    }
  }

  private mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    if text.utf8.allSatisfy({ $0 >= 32 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
      bytes.append(contentsOf: text.utf8)
      bytes.append(UInt8(ascii: "\""))
      return
    }
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 10: bytes.append("\\n")
      case 13: bytes.append("\\r")
      case 9: bytes.append("\\t")
      case 0..<32:
        bytes.append("\\u00")
        bytes.appendHex(CollectionOfOne(byte))
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
