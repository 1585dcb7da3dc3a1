import EpicArtifact
import EpicBase
import EpicIR
import EpicIRFixtures
import EpicTestTools
import Testing

/// The running kernel takes the images as they are and gives the same bytes back.
@Suite struct RealKernelTests {
  static let python = RealTool.find("python3")
  static let script = RealTool.repository() + "/Tests/Support/kernel/load_maps.py"
  static let mayLoad: Bool = {
    guard let python, let folder = try? TemporaryFolder() else { return false }
    return (try? python.run([script, "--probe"], in: folder).status) == 0
  }()
  static let missing: Comment = "this process may not create BPF maps (root and a kernel with BPF are needed)"

  private func load(_ images: [MapImage]) throws -> RealTool.Result {
    let folder = try TemporaryFolder()
    var arguments = [Self.script]
    for image in images { arguments.append(try folder.write(image.fileName, image.write())) }
    return try #require(Self.python).run(arguments, in: folder)
  }

  @Test(.enabled(if: mayLoad, missing), arguments: Storefront.deployment().nodes.map(\.name))
  func takesEveryNodesImages(node: String) throws {
    let result = try load(emit(Storefront.deployment(), node).images())
    #expect(result.errors == "")
    #expect(result.output == "epic_tunnels 3\nepic_prefixes 6\nepic_endpoints 0\nepic_meta 1\n")
  }

  /// Sets with endpoints, fixed remotes, two keys and as many prefixes as fit.
  @Test(.enabled(if: mayLoad, missing)) func takesFullImages() throws {
    let tunnels = (0..<64).map { (number: UInt32) -> TunnelMaps.Tunnel in
      TunnelMaps.Tunnel(
        id: number &* 0x9E37_79B1, cluster: "c\(number)", discriminator: number,
        wire: number % 2 == 0 ? .epic1 : .trueIngressB, localV4: address("192.0.2.1"), localV6: nil,
        remote: HostEndpoint(host: .address(address("2001:db8::9")), port: 6080), port: 6080, innerMTUV4: 1452,
        innerMTUV6: 1432, keys: [.init(epoch: 2, secret: "b"), .init(epoch: 1, secret: "a")],
        prefixes: (0..<256).map { (low: UInt32) in IPPrefix(host: IPAddress(v4: number << 8 | low)) })
    }
    let endpoints = (0..<20_000).map { (number: UInt32) in
      TunnelMaps.Endpoint(discriminator: number % 7, pod: IPAddress(v4: number), tunnel: 1)
    }
    let maps = TunnelMaps(node: "n", generation: .max, tunnels: tunnels, endpoints: endpoints)
    let result = try load(maps.images(.host))
    #expect(result.errors == "")
    #expect(result.output == "epic_tunnels 64\nepic_prefixes 16384\nepic_endpoints 20000\nepic_meta 1\n")
  }

  /// The check can fail: an image that was changed behind its header is not given back.
  @Test(.enabled(if: mayLoad, missing)) func seesADifference() throws {
    let folder = try TemporaryFolder()
    let image = try #require(try emit(Storefront.deployment(), "fra-1").images().first)
    var bytes = image.write()
    bytes[20] = 8
    let path = try folder.write("bad.map", bytes)
    let result = try #require(Self.python).run([Self.script, path], in: folder)
    #expect(result.status == 1)
  }
}
