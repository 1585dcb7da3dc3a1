import EpicBase

extension DeploymentDump {
  mutating func write(_ hatch: NativeHatch) {
    block("envoy \(hatch.release)\(at(hatch.origin))") { dump in
      for filter in hatch.filters {
        dump.block(
          "http-filter \(filter.name.text): \(filter.message.text) \(filter.isBefore ? "before" : "after")"
            + " \(filter.anchor.text)\(dump.at(filter.origin))"
        ) { dump in for field in filter.fields { dump.write(field.name.text, field.value) } }
      }
      for setting in hatch.settings {
        let path = [dump.text(setting.target)] + setting.path.map(\.text)
        dump.write("set \(path.joined(separator: "."))\(dump.at(setting.origin))", setting.value)
      }
    }
  }

  private func text(_ target: NativeSetting.Target) -> String {
    switch target {
    case .cluster(let upstream): "cluster(\(deployment.upstreams[upstream].identity))"
    case .http: "http"
    case .route(let arm): "route(\(arm))"
    }
  }

  private mutating func write(_ name: String, _ value: NativeValue) {
    switch value.content {
    case .message(let type, let fields):
      block(type.map { "\(name) \($0.text)" } ?? name) { dump in
        for field in fields { dump.write(field.name.text, field.value) }
      }
    case .list(let values):
      block("\(name) list") { dump in for value in values { dump.write("-", value) } }
    default: line("\(name) \(text(value.content))")
    }
  }

  private func text(_ content: NativeValue.Content) -> String {
    switch content {
    case .boolean(let flag): "\(flag)"
    case .integer(let number): "\(number)"
    case .decimal(let number): "\(number)"
    case .duration(let time): "\(time)"
    case .size(let bytes): "\(bytes)B"
    case .percentage(let share): "\(share)"
    case .address(let address): "\(address)"
    case .prefix(let prefix): "\(prefix)"
    case .text(let text): quoted(text)
    case .literal(let text): "literal \(quoted(text))"
    case .word(let word): word
    case .data(let file): "data \(quoted(file.path)) sha256 \(file.sha256)"
    case .cluster(let upstream): "cluster(\(deployment.upstreams[upstream].identity))"
    case .other(let phrase): phrase
    case .list, .message: ""
    }
  }
}
