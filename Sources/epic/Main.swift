import EpicCommand
import Glibc

@main
struct Main {
  static func main() async {
    exit(await EpicCLI.run())
  }
}
