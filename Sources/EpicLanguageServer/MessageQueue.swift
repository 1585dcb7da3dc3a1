import EpicBase

/// Messages that came and were not handled yet, in their order.
struct MessageQueue {
  /// What is to be done next.
  enum Item {
    /// Bytes that are no message.
    case fault(RequestError)
    case message(JSONValue)
    /// A request that the client does not want any more.
    case cancelled(id: JSONValue)
  }

  private var items: [Item] = []
  /// Items at the front that were handed out.
  private var taken = 0

  var isEmpty: Bool { taken == items.count }

  /// Appends what the stream held. `$/cancelRequest` is not queued: it marks the request that it is about, if that waits.
  mutating func append(_ item: MessageReader.Item) {
    switch item {
    case .malformed: items.append(.fault(.parse("bytes came that are no message's header")))
    case .oversized(let count):
      items.append(
        .fault(
          .invalidRequest("a message has \(count) bytes, more than the \(ProtocolLimits.messageBytes) allowed")))
    case .message(let content):
      do throws(JSONError) {
        let message = try JSONReader.read(content, maximumBytes: ProtocolLimits.messageBytes)
        if message["method"]?.string == "$/cancelRequest", message["id"] == nil {
          if let id = message.at("params", "id") { cancel(id) }
        } else {
          items.append(.message(message))
        }
      } catch {
        items.append(.fault(.parse("\(error)")))
      }
    }
  }

  /// The next item; nil if there is none.
  mutating func next() -> Item? {
    guard taken < items.count else { return nil }
    let item = items[taken]
    taken += 1
    if taken == items.count {
      items = []
      taken = 0
    }
    return item
  }

  private mutating func cancel(_ id: JSONValue) {
    for position in items.indices.dropFirst(taken) {
      if case .message(let message) = items[position], message["id"] == id, message["method"] != nil {
        items[position] = .cancelled(id: id)
        return
      }
    }
  }
}
