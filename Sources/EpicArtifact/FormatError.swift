package import EpicBase

/// Why a file that compiler and runtime share could not be read.
package struct FormatError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The format, such as `epic.release/1`.
  package var format: String
  /// One sentence without a full stop.
  package var message: String
  /// Line and column from 1 in a text file; 0 in a binary one.
  package var line: Int
  /// In a binary file, the offset of the fault.
  package var column: Int

  package init(format: String, message: String, line: Int = 0, column: Int = 0) {
    self.format = format
    self.message = message
    self.line = line
    self.column = column
  }

  package init(format: String, _ error: JSONError) {
    self.init(format: format, message: error.message, line: error.line, column: error.column)
  }

  package var description: String { "\(format):\(line):\(column): \(message)" }
}
