import EpicBase

/// The figures of a run, for people and for programs.
package struct BenchReport {
  /// One figure.
  package struct Figure {
    package let name: String
    package let value: Double
    package let unit: String
    /// The value as a multiple of something else, and of what.
    package let ratio: (value: Double, to: String)?
    /// Whether the figure keeps the bound that was set for it; nil where none was.
    package let holds: Bool?
  }

  package private(set) var figures: [Figure] = []

  package init() {}

  /// Whether a figure could not be taken.
  package private(set) var isIncomplete = false

  /// Whether every figure was taken and keeps its bound.
  package var holds: Bool { !isIncomplete && figures.allSatisfy { $0.holds ?? true } }

  /// Says that figures are missing, and why.
  package mutating func skip(_ reason: String) {
    isIncomplete = true
    Output.complain("NOT MEASURED: \(reason)\n")
  }

  /// Adds a figure and shows it.
  package mutating func add(
    _ name: String, _ value: Double, _ unit: String, ratio: (value: Double, to: String)? = nil, holds: Bool? = nil
  ) {
    figures.append(Figure(name: name, value: value, unit: unit, ratio: ratio, holds: holds))
    var line = "\(BenchReport.text(value)) \(unit)  \(name)"
    if let ratio { line += ", \(BenchReport.text(ratio.value)) × \(ratio.to)" }
    if let holds { line += holds ? "  ok" : "  NOT WITHIN ITS BOUND" }
    Output.complain(line + "\n")
  }

  /// The figures as JSON, in order: `name`, `value`, `unit`, `ratio`, `to`, `holds`.
  package func json() -> [UInt8] {
    var lines: [String] = []
    for figure in figures {
      var line = "  {\"name\": \"\(figure.name)\", \"value\": \(BenchReport.text(figure.value)), "
      line += "\"unit\": \"\(figure.unit)\""
      if let ratio = figure.ratio { line += ", \"ratio\": \(BenchReport.text(ratio.value)), \"to\": \"\(ratio.to)\"" }
      if let holds = figure.holds { line += ", \"holds\": \(holds)" }
      lines.append(line + "}")
    }
    return Array("[\n\(lines.joined(separator: ",\n"))\n]\n".utf8)
  }

  /// A number with three decimals below 10, with one below 1000, whole above.
  static func text(_ value: Double) -> String {
    guard value.isFinite else { return "0" }
    let decimals = abs(value) < 10 ? 3 : abs(value) < 1000 ? 1 : 0
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let scaled = (value * scale).rounded()
    guard abs(scaled) < 1e15 else { return "\(value)" }
    let whole = Int64(scaled)
    let magnitude = whole.magnitude
    let unit = UInt64(scale)
    let fraction = String(magnitude % unit)
    let sign = whole < 0 ? "-" : ""
    if decimals == 0 { return "\(sign)\(magnitude)" }
    return "\(sign)\(magnitude / unit).\(String(repeating: "0", count: decimals - fraction.utf8.count))\(fraction)"
  }
}
