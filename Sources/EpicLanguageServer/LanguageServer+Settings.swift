import EpicBase

/// What a client's user may set: `lint`, whether the findings of `epic lint` are shown. It is read from
/// `initializationOptions` and from `workspace/didChangeConfiguration`, there alone or inside of `epic`.
struct Settings: Hashable {
  var lint = true

  /// Takes over what the value says; anything else stays as it was.
  mutating func read(_ value: JSONValue?) {
    if let lint = (value?.at("epic", "lint") ?? value?["lint"])?.bool { self.lint = lint }
  }
}

extension LanguageServer {
  mutating func didChangeConfiguration(_ parameters: JSONValue) {
    let before = settings
    settings.read(parameters["settings"])
    if settings == before { return }
    for ground in workspaces.keys {
      workspaces[ground]?.analysis = nil
      workspaces[ground]?.isStale = true
    }
  }
}
