import EpicArtifact
import EpicBase

/// One file of a tar archive.
struct TarEntry: Hashable, Sendable {
  /// Checked by `ArtifactPath`.
  var path: String
  /// Place and length of the file's bytes in the archive.
  var offset: UInt64
  var size: UInt64
}

/// Reads the headers of a tar archive of plain files, in the forms that `TarWriter` writes. Everything else that tar
/// can say is refused by name. Holds one header and the set of paths.
struct TarReader {
  private let file: any BundleFile
  /// What the archive is called in messages.
  private let name: String
  private let limits: BundleLimits
  private var position: UInt64 = 0
  private var paths: Set<String> = []
  private var isAtEnd = false

  init(_ file: any BundleFile, name: String, limits: BundleLimits) {
    self.file = file
    self.name = name
    self.limits = limits
  }

  /// The next file; nil behind the last one, once the end marker was seen and nothing but zeros follows it.
  mutating func next() throws(BundleError) -> TarEntry? {
    if isAtEnd { return nil }
    var longPath: String?
    while true {
      let header = try block()
      if header.allSatisfy({ $0 == 0 }) {
        if longPath != nil { throw damaged("a pax header without its file") }
        try readEnd()
        return nil
      }
      let fields = try TarHeader(header, archive: name)
      switch fields.type {
      case UInt8(ascii: "x"):
        if longPath != nil { throw damaged("two pax headers for one file") }
        longPath = try paxPath(fields.size)
      case UInt8(ascii: "0"), 0:
        return try entry(longPath ?? fields.path, fields.size)
      case UInt8(ascii: "1"), UInt8(ascii: "2"):
        throw .link(path: longPath ?? fields.path)
      default:
        throw .notAFile(path: longPath ?? fields.path, type: Character(Unicode.Scalar(fields.type)))
      }
    }
  }

  private func damaged(_ reason: String) -> BundleError { .damagedHeader(archive: name, reason: reason) }

  private mutating func entry(_ path: String, _ size: UInt64) throws(BundleError) -> TarEntry {
    if let fault = ArtifactPath.fault(in: path) { throw .unsoundPath(path: path, fault: fault) }
    if size > limits.fileBytes { throw .oversize(what: "the file `\(path)`", size: size, limit: limits.fileBytes) }
    if !paths.insert(path).inserted { throw .duplicatePath(path: path) }
    if UInt64(paths.count) > limits.files {
      throw .oversize(what: "the number of files in `\(name)`", size: UInt64(paths.count), limit: limits.files)
    }
    let entry = TarEntry(path: path, offset: position, size: size)
    try skip(size)
    return entry
  }

  /// Moves behind the bytes of a file and their padding, which must be there and be zero.
  private mutating func skip(_ size: UInt64) throws(BundleError) {
    let blockSize = UInt64(TarWriter.blockSize)
    let padding = (blockSize - size % blockSize) % blockSize
    guard size <= file.size - position, padding <= file.size - position - size else {
      throw .truncatedArchive(archive: name)
    }
    let rest = try file.read(at: position + size, count: Int(padding))
    if rest.contains(where: { $0 != 0 }) { throw damaged("bytes between two files") }
    position += size + padding
  }

  private mutating func block() throws(BundleError) -> [UInt8] {
    guard file.size - position >= UInt64(TarWriter.blockSize) else { throw .truncatedArchive(archive: name) }
    let bytes = try file.read(at: position, count: TarWriter.blockSize)
    position += UInt64(TarWriter.blockSize)
    return bytes
  }

  /// Behind the first block of zeros: a second one, and then at most a record's padding of zeros (`tar -b 20`).
  private mutating func readEnd() throws(BundleError) {
    if try block().contains(where: { $0 != 0 }) { throw .truncatedArchive(archive: name) }
    let rest = file.size - position
    if rest > 20 * UInt64(TarWriter.blockSize) { throw damaged("text behind the end") }
    if try file.read(at: position, count: Int(rest)).contains(where: { $0 != 0 }) {
      throw damaged("text behind the end")
    }
    isAtEnd = true
  }

  /// Reads the one record that is written into pax headers here: `path`.
  private mutating func paxPath(_ size: UInt64) throws(BundleError) -> String {
    guard size > 0, size <= 1024 else { throw damaged("a pax header of \(size) bytes") }
    guard file.size - position >= size else { throw .truncatedArchive(archive: name) }
    let record = try file.read(at: position, count: Int(size))
    try skip(size)
    let marker = Array(" path=".utf8)
    guard let space = record.firstIndex(of: UInt8(ascii: " ")), record[space...].starts(with: marker),
      record.last == UInt8(ascii: "\n"), String(decoding: record[..<space], as: UTF8.self) == String(record.count),
      let path = String(validating: record[(space + marker.count)...].dropLast(), as: UTF8.self)
    else { throw damaged("a pax record other than one path") }
    return path
  }
}

/// The fields of one header that matter here.
private struct TarHeader {
  var path: String
  var size: UInt64
  var type: UInt8

  /// Reads a block of 512 bytes; checks magic, checksum and digits.
  init(_ block: [UInt8], archive: String) throws(BundleError) {
    func damaged(_ reason: String) -> BundleError { .damagedHeader(archive: archive, reason: reason) }
    func text(_ range: Range<Int>) -> [UInt8] { Array(block[range].prefix { $0 != 0 }) }
    func octal(_ range: Range<Int>) throws(BundleError) -> UInt64 {
      let digits = block[range].prefix { $0 != 0 && $0 != UInt8(ascii: " ") }
      guard !digits.isEmpty, digits.allSatisfy({ $0 >= 48 && $0 < 56 }) else { throw damaged("a number is not octal") }
      return digits.reduce(0) { $0 << 3 | UInt64($1 - 48) }
    }
    guard block.count == TarWriter.blockSize else { throw .truncatedArchive(archive: archive) }
    guard block[257..<262].elementsEqual("ustar".utf8) else { throw damaged("it is not ustar") }
    var sum: UInt64 = 0
    for (index, byte) in block.enumerated() { sum += (148..<156).contains(index) ? 32 : UInt64(byte) }
    guard try octal(148..<156) == sum else { throw damaged("the checksum does not match") }
    size = try octal(124..<136)
    type = block[156]
    let name = text(0..<100)
    let prefix = text(345..<500)
    let whole = prefix.isEmpty ? name : prefix + [UInt8(ascii: "/")] + name
    guard let path = String(validating: whole, as: UTF8.self) else { throw damaged("a path is not UTF-8") }
    self.path = path
  }
}
