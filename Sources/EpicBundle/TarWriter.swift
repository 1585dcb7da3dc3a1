import EpicArtifact
import EpicBase

/// Writes tar archives (POSIX.1-2017, pax interchange format) that depend on paths and bytes alone: mode 0644, owner
/// 0, time 0, no names.
enum TarWriter {
  static let blockSize = 512

  /// One archive of the files, in their order, with the end marker.
  static func archive(_ artifacts: [Artifact]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(artifacts.reduce(2 * blockSize) { $0 + 2 * blockSize + $1.bytes.count })
    for artifact in artifacts {
      let path = Array(artifact.path.utf8)
      if let (prefix, name) = split(path) {
        appendHeader(&output, name: name, prefix: prefix, size: artifact.bytes.count, type: UInt8(ascii: "0"))
      } else {
        // The name in the header is only for readers that know no pax records; this reader takes the record's.
        let record = paxRecord("path", path)
        appendHeader(&output, name: Array("pax".utf8), prefix: [], size: record.count, type: UInt8(ascii: "x"))
        appendPadded(&output, record)
        appendHeader(
          &output, name: Array(path.suffix(100)), prefix: [], size: artifact.bytes.count, type: UInt8(ascii: "0"))
      }
      appendPadded(&output, artifact.bytes)
    }
    output.append(contentsOf: repeatElement(0, count: 2 * blockSize))
    return output
  }

  /// Splits a path at a slash into the header's prefix (155 bytes) and name (100 bytes); nil if it does not fit.
  private static func split(_ path: [UInt8]) -> (prefix: [UInt8], name: [UInt8])? {
    if path.count <= 100 { return ([], path) }
    for (index, byte) in path.enumerated() where byte == UInt8(ascii: "/") {
      if index <= 155 && path.count - index - 1 <= 100 { return (Array(path[..<index]), Array(path[(index + 1)...])) }
    }
    return nil
  }

  /// `LENGTH KEY=VALUE\n`, where the length counts its own digits.
  private static func paxRecord(_ key: String, _ value: [UInt8]) -> [UInt8] {
    let rest = key.utf8.count + value.count + 3
    var length = rest + 1
    while String(length).utf8.count + rest != length { length = String(length).utf8.count + rest }
    return Array("\(length) \(key)=".utf8) + value + [UInt8(ascii: "\n")]
  }

  private static func appendPadded(_ output: inout [UInt8], _ bytes: [UInt8]) {
    output.append(contentsOf: bytes)
    let rest = bytes.count % blockSize
    if rest > 0 { output.append(contentsOf: repeatElement(0, count: blockSize - rest)) }
  }

  private static func appendHeader(
    _ output: inout [UInt8], name: [UInt8], prefix: [UInt8], size: Int, type: UInt8
  ) {
    var header: [UInt8] = []
    header.reserveCapacity(blockSize)
    appendField(&header, name, 100)
    appendField(&header, octal(0o644, 7), 8)
    appendField(&header, octal(0, 7), 8)
    appendField(&header, octal(0, 7), 8)
    appendField(&header, octal(size, 11), 12)
    appendField(&header, octal(0, 11), 12)
    let checksumStart = header.count
    header.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 8))
    header.append(type)
    appendField(&header, [], 100)
    header.append("ustar\u{0}00")
    appendField(&header, [], 32)
    appendField(&header, [], 32)
    appendField(&header, octal(0, 7), 8)
    appendField(&header, octal(0, 7), 8)
    appendField(&header, prefix, 155)
    appendField(&header, [], 12)
    let sum = header.reduce(0) { $0 + Int($1) }
    header.replaceSubrange(checksumStart..<checksumStart + 8, with: octal(sum, 6) + [0, UInt8(ascii: " ")])
    output.append(contentsOf: header)
  }

  private static func appendField(_ header: inout [UInt8], _ bytes: [UInt8], _ width: Int) {
    header.append(contentsOf: bytes.prefix(width))
    header.append(contentsOf: repeatElement(0, count: width - min(width, bytes.count)))
  }

  /// The number in `digits` octal digits. Sizes fit by the limits on artifacts: eleven digits are 8 GiB.
  private static func octal(_ value: Int, _ digits: Int) -> [UInt8] {
    var result = [UInt8](repeating: UInt8(ascii: "0"), count: digits)
    var rest = value
    for index in result.indices.reversed() {
      result[index] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest & 7)
      rest >>= 3
    }
    return result
  }
}
