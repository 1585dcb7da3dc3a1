package import EpicBase

/// Envoy configuration that stands in the source as it is: `envoy 1.40 for ingress NAME { … }`. Its values are the
/// language's; the Envoy plane types them by Envoy's API and puts them where they belong.
package struct NativeHatch: Hashable, Sendable {
  /// The release of Envoy that it is written for.
  package var release: Version
  package var releaseOrigin: Origin
  /// In written order.
  package var filters: [NativeFilter]
  /// In written order.
  package var settings: [NativeSetting]
  package var origin: Origin

  package init(
    release: Version, releaseOrigin: Origin, filters: [NativeFilter], settings: [NativeSetting], origin: Origin
  ) {
    self.release = release
    self.releaseOrigin = releaseOrigin
    self.filters = filters
    self.settings = settings
    self.origin = origin
  }
}

/// `http-filter NAME: MESSAGE before ANCHOR { … }`: a filter of the ingress's HTTP connection managers.
package struct NativeFilter: Hashable, Sendable {
  /// Its name in Envoy, unique in the ingress.
  package var name: NativeName
  /// Full name of the message that configures it.
  package var message: NativeName
  /// Whether it stands in front of the anchor, or behind it.
  package var isBefore: Bool
  /// The place in the chain, a word of the Envoy plane.
  package var anchor: NativeName
  package var fields: [NativeField]
  package var origin: Origin

  package init(
    name: NativeName, message: NativeName, isBefore: Bool, anchor: NativeName, fields: [NativeField], origin: Origin
  ) {
    self.name = name
    self.message = message
    self.isBefore = isBefore
    self.anchor = anchor
    self.fields = fields
    self.origin = origin
  }
}

/// `set TARGET.PATH VALUE`: fields of a message that the compiler writes.
package struct NativeSetting: Hashable, Sendable {
  /// Which message.
  package enum Target: Hashable, Sendable {
    /// The clusters of an upstream that hold endpoints.
    case cluster(RowID<Upstream>)
    /// The HTTP connection managers of the ingress.
    case http
    /// The routes of an arm, by its name.
    case route(String)
  }
  package var target: Target
  package var targetOrigin: Origin
  /// The fields on the way; empty where the value is the target's own message.
  package var path: [NativeName]
  package var value: NativeValue
  package var origin: Origin

  package init(target: Target, targetOrigin: Origin, path: [NativeName], value: NativeValue, origin: Origin) {
    self.target = target
    self.targetOrigin = targetOrigin
    self.path = path
    self.value = value
    self.origin = origin
  }
}

/// A name of Envoy's API, and where it stands.
package struct NativeName: Hashable, Sendable {
  package var text: String
  package var origin: Origin

  package init(_ text: String, _ origin: Origin) {
    self.text = text
    self.origin = origin
  }
}

/// A field of a message, or one element of a repeated field that is said several times.
package struct NativeField: Hashable, Sendable {
  package var name: NativeName
  package var value: NativeValue

  package init(name: NativeName, value: NativeValue) {
    self.name = name
    self.value = value
  }
}

/// A value as the language has it. What it becomes depends on the field that it stands in.
package struct NativeValue: Hashable, Sendable {
  package indirect enum Content: Hashable, Sendable {
    case boolean(Bool)
    case integer(Int64)
    case decimal(DecimalNumber)
    case duration(TimeSpan)
    /// In bytes.
    case size(UInt64)
    case percentage(Percentage)
    case address(IPAddress)
    case prefix(IPPrefix)
    /// A string.
    case text(String)
    /// A literal that Envoy takes as text: a host, a path, a URL, an endpoint, a regular expression.
    case literal(String)
    /// A bare name: the value of an enumeration.
    case word(String)
    case data(DataFile)
    /// `cluster(NAME)`: what the upstream's cluster is called.
    case cluster(RowID<Upstream>)
    case list([NativeValue])
    /// A message; with its type's name where the field takes any message.
    case message(NativeName?, [NativeField])
    /// What no field of Envoy's API takes, in the language's words: "a rate".
    case other(String)
  }
  package var content: Content
  package var origin: Origin

  package init(_ content: Content, _ origin: Origin) {
    self.content = content
    self.origin = origin
  }
}
