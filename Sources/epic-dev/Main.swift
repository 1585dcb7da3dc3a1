import EpicDevKit
import Glibc

@main struct Main {
  static func main() { exit(DevTool.run(Array(CommandLine.arguments.dropFirst()))) }
}
