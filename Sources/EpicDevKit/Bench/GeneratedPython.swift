/// Python of a number of lines, for tools that read Python: modules of about 400 lines with imports, classes, functions,
/// conditions and literals, each different. The same number of lines gives the same bytes.
struct GeneratedPython {
  let files: [GeneratedWorkspace.File]

  init(lines: Int) {
    var files: [GeneratedWorkspace.File] = []
    var random = RandomSource(seed: 1)
    var count = 0
    while count < lines {
      var text = "\"\"\"Module \(files.count) of the generated package.\"\"\"\n\nimport ipaddress\n"
      for place in 0..<16 { text += GeneratedPython.service(files.count * 16 + place, &random) }
      let bytes = Array(text.utf8)
      count += bytes.count { $0 == 10 }
      files.append(GeneratedWorkspace.File(path: "package/module_\(files.count).py", text: bytes))
    }
    self.files = files
  }

  private static func service(_ number: Int, _ random: inout RandomSource) -> String {
    let word = random.pick(["cart", "search", "account", "media", "pay"]) ?? "cart"
    let net = "10.\(number >> 8 & 255).\(number & 255)"
    return """


      class Service\(number):
          \"\"\"Application \(number) and what it needs.\"\"\"

          timeout = \(1 + random.below(60))
          endpoints = ("\(net).1:8080", "\(net).2:8080", "\(net).3:8080", "\(net).4:8080")

          def __init__(self, name: str, *, beta: bool = False) -> None:
              self.name = name
              self.beta = beta
              self.network = ipaddress.ip_network("\(net).0/24")

          def route(self, path: str, headers: dict[str, str]) -> str | None:
              \"\"\"Give the upstream for a path.\"\"\"
              if path.startswith("/\(word)-\(number)/") and headers.get("x-beta") == "\(random.below(100))":
                  return f"{self.name}-canary"
              elif path == "/\(word)" or (self.beta and "cookie" in headers):
                  return f"{self.name}-next"
              for prefix in ("/api", "/static", "/v\(random.below(9))"):
                  if path.startswith(prefix):
                      return self.name + prefix.replace("/", "-")
              return None

      """
  }
}
