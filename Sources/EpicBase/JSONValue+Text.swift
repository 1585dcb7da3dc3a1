extension JSONValue {
  /// The value as compact text, without a newline at its end. Equal values give equal bytes, wherever they were read.
  package func compactText() -> [UInt8] {
    var json = JSONWriter(pretty: false)
    json.value(self)
    return json.bytes
  }
}
