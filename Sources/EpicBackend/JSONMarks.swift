import EpicBase

/// Marks for a JSON file that is written already, set by pointer: what the small formats need, whose writers know
/// nothing of the deployment.
package struct JSONMarks {
  private let root: JSONValue
  private var marks: [ValueMark] = []

  /// Marks of nothing if the text is no JSON.
  package init(_ bytes: [UInt8]) {
    do throws(JSONError) {
      root = try JSONReader.read(bytes)
    } catch {
      root = JSONValue(.null)
    }
  }

  /// Notes what the value at a pointer (RFC 6901, without escapes) was made from; nothing for one that is not there.
  package mutating func note(_ pointer: String, _ sources: [ValueSource]) {
    var value = root
    for step in pointer.split(separator: "/") {
      if let elements = value.elements {
        guard let index = Int(step), elements.indices.contains(index) else { return }
        value = elements[index]
      } else {
        guard let member = value[String(step)] else { return }
        value = member
      }
    }
    marks.append(ValueMark(offset: value.offset, sources))
  }

  /// The marks in order of offset.
  package var sorted: [ValueMark] { marks.sorted { $0.offset < $1.offset } }
}
