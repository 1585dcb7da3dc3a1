package import EpicBase

/// What is to stand in an open message beside what its writer writes.
enum OverlayLevel {
  case message([DynamicField])
  /// Entries of a map, and the map's number.
  case map([DynamicEntry], UInt32, SourceSpan?)
}

/// Where a field of an overlay was written, and where its name stands in the source.
package struct OverlayMark: Sendable {
  package let offset: Int
  package let span: SourceSpan
}

/// Overlays: fields that are added to a message while it is written. A message that both sides have is one message: the
/// writer's fields first, the overlay's behind them. Nothing that the writer writes is replaced; who makes an overlay
/// sees to it that no field is in both.
extension MessageOutput {
  /// Begins an overlay of the message that is open.
  mutating func beginOverlay(_ fields: [DynamicField]) { overlays.append(.message(fields)) }

  /// Writes what is left of it.
  mutating func endOverlay() { ascend() }

  /// A message of the open one begins: what the overlay has of it becomes its overlay.
  mutating func descend(_ number: UInt32) {
    guard case .message(var fields)? = overlays.last,
      let index = fields.firstIndex(where: { $0.field.number == number }),
      case .message(let message) = fields[index].value
    else {
      overlays.append(.message([]))
      return
    }
    fields.remove(at: index)
    overlays[overlays.count - 1] = .message(fields)
    overlays.append(.message(message.fields))
  }

  /// An element, an entry or a message in an `Any` begins: no overlay reaches it.
  mutating func descend() { overlays.append(.message([])) }

  /// A map of the open message begins.
  mutating func descendIntoMap(_ number: UInt32) {
    guard case .message(var fields)? = overlays.last,
      let index = fields.firstIndex(where: { $0.field.number == number }), case .map(let entries) = fields[index].value
    else {
      overlays.append(.map([], number, nil))
      return
    }
    let span = fields.remove(at: index).span
    overlays[overlays.count - 1] = .message(fields)
    overlays.append(.map(entries, number, span))
  }

  /// A message or map ends: what the writer did not write of its overlay is written.
  mutating func ascend() {
    switch overlays.popLast() {
    case .message(let fields)?:
      for field in fields {
        overlayMarks.append(OverlayMark(offset: position, span: field.span))
        write(field)
      }
    case .map(let entries, let number, let span)?:
      if let span, !entries.isEmpty { overlayMarks.append(OverlayMark(offset: position, span: span)) }
      for entry in entries { write(entry, number) }
    case nil: break
    }
  }
}

extension MessageWriter {
  /// A message with fields that are data beside those that the body writes.
  package mutating func overlaid(_ fields: [DynamicField], _ body: (inout Self) -> Void) {
    if fields.isEmpty {
      body(&self)
      return
    }
    output.beginOverlay(fields)
    body(&self)
    output.endOverlay()
  }
}
