import EpicBase
import EpicDiagnostics
import EpicIR
import EpicIRFixtures
import EpicLower
import Testing

@Suite struct LoweringTests {
  @Test func theStorefrontIsLoweredAndProved() throws {
    let build = try Workspace.storefront().build()
    #expect(build.listing == "")
    let deployment = try #require(build.deployment)
    #expect(deployment.workspace == "storefront")
    #expect(deployment.sequence == 1)
    #expect(deployment.nodes.map(\.name) == ["fra-1", "fra-2", "iad-1", "iad-2", "sin-1", "sin-2"])
    #expect(deployment.tunnels.count == 18)
    #expect(
      deployment.ingresses.map(\.identity.description) == [
        "acme/brand[alpha]", "acme/brand[beta]", "acme/shop", "acme.partners/partners", "globex/www",
      ])
    let shop = deployment.ingresses[2]
    #expect(shop.addresses.map(\.address.family) == [.v4, .v6])
    #expect(shop.policy.requestTimeout == .seconds(30))
    #expect(shop.policy.retry?.attempts == 1)
    #expect(shop.jwtProviders.map(\.issuer) == ["https://id.acme.example"])
    #expect(shop.listeners.map(\.port) == [443, 80])
    #expect(shop.template != nil)
    #expect(deployment.routeTables(of: shop).map { deployment.routeTables[$0].identity.name } == ["shop-routes"])
    let cart = try #require(deployment.upstreams.first { $0.identity.name == "cart" })
    #expect(cart.tiers.map(\.weighting) == [.percentages, .single, .single])
    #expect(cart.spillBelow == .percent(70))
    #expect(try Deployment(decoding: deployment.encoded()) == deployment)
  }

  @Test func theSameSourceAndLockGiveTheSameResult() throws {
    let workspace = try Workspace.storefront()
    let first = workspace.build()
    let again = workspace.build()
    #expect(first.deployment == again.deployment)
    #expect(first.lock?.text == again.lock?.text)
    let second = workspace.build(lock: first.lock)
    #expect(second.deployment?.sequence == 2)
    #expect(second.addresses == first.addresses)
    #expect(first.lock.map { $0.changes(to: second.lock ?? Lock()) } == [])
  }

  /// With any lock: what an unrelated ingress draws is its own, and nothing else moves.
  @Test(arguments: UInt64(1)...10) func anUnrelatedIngressMovesNothing(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let workspace = try Workspace.storefront()
    let before = workspace.build(lock: workspace.build().lock)
    let count = random.below(2) + 1
    let text = (0..<count).map { index in
      let name = "extra-\(random.below(10_000))-\(index)"
      return """

        ingress \(name) from web-app(name: \(name).shop.example.com) {
          address one from anycast4, one from anycast6
          tls certificate shop
          routes brand-routes
        }

        """
    }
    let after = workspace.adding(text.joined(), to: "acme/shop.epic").build(lock: before.lock)
    #expect(after.listing == "", "seed \(seed)")
    #expect(after.addresses.count == before.addresses.count + count, "seed \(seed)")
    for (ingress, addresses) in before.addresses { #expect(after.addresses[ingress] == addresses, "seed \(seed)") }
    #expect(after.deployment?.tunnels == before.deployment?.tunnels, "seed \(seed)")
  }

  @Test func aLockedBuildChangesNothingAndSaysWhatItWould() throws {
    let workspace = try Workspace.storefront()
    let lock = try #require(workspace.build().lock)
    let source = SourceID(99)
    let options = LoweringOptions(sequence: 40, isLocked: true, lockSource: source)
    let same = workspace.build(lock: lock, options: options)
    #expect(same.listing == "")
    #expect(same.deployment?.sequence == 40)
    #expect(same.lock?.text == lock.text)
    let changed = try workspace.replacing("ingress www {", with: "ingress web {", in: "globex/www.epic")
      .build(lock: lock, options: options)
    let finding = try #require(changed.diagnostics.first)
    #expect(changed.listing == "E0605 the lock would change")
    #expect(finding.primary.span.source == source)
    #expect(finding.notes.contains { $0.hasPrefix("- address globex/www globex/globex6 ") })
    #expect(finding.notes.contains { $0.hasPrefix("+ address globex/web globex/globex6 ") })
    #expect(
      finding.notes.contains { $0.hasPrefix("+ address globex/www globex/globex6 ") && $0.hasSuffix(" retired 1") })
    #expect(changed.lock?.text == lock.text)
    let missing = workspace.build(lock: nil, options: options)
    #expect(missing.listing == "E0605 there is no `epic.lock`, and a locked build writes none")
    let bare = workspace.build(lock: lock, options: LoweringOptions(isLocked: true))
    #expect(bare.listing == "E0606 a locked build needs a sequence")
  }

  @Test func sequencesOnlyGrow() throws {
    let workspace = try Workspace.storefront()
    let lock = try #require(workspace.build(options: LoweringOptions(sequence: 7)).lock)
    #expect(lock.release == 7)
    #expect(workspace.build(lock: lock).deployment?.sequence == 8)
    #expect(
      workspace.build(lock: lock, options: LoweringOptions(sequence: 7)).listing
        == "E0606 sequence `7` is not above `7`, the lock's last release")
  }

  @Test func tunnelsOfWorkspacesDiffer() throws {
    let workspace = try Workspace.storefront()
    let other = try workspace.replacing("workspace storefront", with: "workspace other", in: "workspace.epic")
    let ids = try #require(workspace.build().deployment).tunnels.map(\.id)
    let otherIDs = try #require(other.build().deployment).tunnels.map(\.id)
    #expect(Set(ids).isDisjoint(with: otherIDs))
  }

  @Test func nodesAndPoolsAreChecked() throws {
    let workspace = try Workspace.storefront()
    #expect(
      try workspace.replacing("node iad-1", with: "node fra-1", in: "platform/sites/iad.epic").build().listing
        == "E0718 there are two nodes `fra-1`")
    let mixed = try workspace.replacing(
      "range    2001:db8:a::/64", with: "range    2001:db8:a::/64, 203.0.113.0/24",
      in: "platform/network/pools.epic"
    ).build().listing
    #expect(
      mixed == "E0609 pool `anycast6` has `2001:db8:a::..2001:db8:a::ffff:ffff:ffff:ffff` and "
        + "`203.0.113.0..203.0.113.255`, which are of two families"
        || mixed.hasPrefix("E0609 pool `anycast6` has `2001:db8:a::.."))
    let small = try workspace.replacing(
      "198.51.100.0/24", with: "198.51.100.0..198.51.100.18", in: "platform/network/pools.epic"
    )
    .build()
    #expect(small.listing == "E0607 pool `anycast4` has no free address for ingress `acme.partners/partners`")
    #expect(small.diagnostics.first?.secondary.count == 2)
  }

  /// The fix of an unreachable arm moves its lines, and what comes out is checked again.
  @Test func theFixOfAnUnreachableRouteMends() throws {
    let workspace = try Workspace.storefront().replacing(
      "  frozen:  when path /static/**",
      with: "  frozen:  when path /static/x -> respond 410\n  gone:  when path /static/**",
      in: "acme/routes.epic"
    ).replacing(
      "  assets:  when path /static/** and method in [GET, HEAD] ", with: "  assets:  when path /static/** ",
      in: "acme/routes.epic")
    let build = workspace.build()
    #expect(build.listing == "E0407 route `frozen` can never match\nE0407 route `gone` can never match")
    #expect(build.diagnostics.map { $0.fixes.map(\.title) } == [["move `frozen` above `assets`"], ["take `gone` out"]])
    var mended = workspace
    for _ in build.diagnostics {
      guard let fix = mended.build().diagnostics.first?.fixes.first else { break }
      mended = try mended.applying(fix)
    }
    #expect(mended.build().listing == "")
    let routes = try #require(mended.files.first { $0.path == "acme/routes.epic" }).text
    #expect(routes.contains("  frozen:  when path /static/x -> respond 410\n  assets:  when path /static/** "))
    #expect(!routes.contains("gone"))
  }
}
