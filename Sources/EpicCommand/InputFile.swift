import EpicBase
import EpicCompiler

/// A file that the command line names.
enum InputFile {
  /// The file's bytes, up to the limit of data files.
  static func read(_ path: String) throws -> [UInt8] {
    try DiskFileSystem.readFile(path, atMost: Limits.dataFileBytes)
  }

  /// Standard input to its end, up to the same limit.
  static func readStandardInput() throws -> [UInt8] { try read("/dev/stdin") }
}
