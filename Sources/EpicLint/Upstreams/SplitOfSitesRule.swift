import EpicBase
import EpicDiagnostics
import EpicIR
import EpicSema
import EpicSyntax

/// A `split` between upstreams that are one Service in several clusters looks like a tier with a member for each. What it
/// would mean differs where a member fails, so that only people can decide it (docs/decisions/0121).
enum SplitOfSitesRule: LintRule {
  static let code = DiagnosticCode.splitOfSites
  static let fix = FixEffect.changesDeployment

  static func check(_ context: LintContext, reporting sink: inout DiagnosticSink) {
    var found: [Candidate] = []
    var seen: Set<SourceSpan> = []
    // Connections are drawn once, and never tried again.
    for table in context.deployment.routeTables where table.routeProtocol == .http {
      for arm in table.arms {
        guard case .split(let shares) = arm.outcome, let statement = arm.statement, arm.origin.application == nil,
          seen.insert(statement).inserted, isOneService(shares, context.deployment), !asksCohort(arm.predicate),
          let candidate = Candidate(shares, statement, context)
        else { continue }
        found.append(candidate)
      }
    }
    if found.isEmpty { return }
    let mentions = mentions(of: Set(found.flatMap { $0.names }), context)
    for candidate in found {
      // Once where it is declared, and once in the split.
      guard candidate.names.allSatisfy({ mentions[$0] == 2 }) else { continue }
      candidate.report(to: &sink)
    }
  }

  /// Whether the upstreams are alike but for the cluster of their one member, without what one cluster of Envoy counts or
  /// chooses for all of its members.
  private static func isOneService(_ shares: [SplitShare], _ deployment: Deployment) -> Bool {
    guard shares.count > 1, shares.allSatisfy({ $0.share.partsPerMillion > 0 }) else { return false }
    let anchor = deployment.upstreams[shares[0].upstream]
    var first: Upstream?
    var clusters: Set<UInt32> = []
    for share in shares {
      var upstream = deployment.upstreams[share.upstream]
      guard upstream.tiers.count == 1, upstream.tiers[0].members.count == 1,
        case .kubernetes(var service) = upstream.tiers[0].members[0].source,
        clusters.insert(service.cluster.rawValue).inserted, upstream.limits == UpstreamLimits(),
        upstream.ejection == nil, upstream.loadBalancing.hashKey == nil
      else { return false }
      // What is left is what they have to have in common.
      service.cluster = RowID(0)
      upstream.tiers[0].members[0].source = .kubernetes(service)
      upstream.tiers[0].members[0].origin = anchor.origin
      upstream.tiers[0].origin = anchor.origin
      upstream.identity = anchor.identity
      upstream.health?.origin = anchor.origin
      upstream.origin = anchor.origin
      if let first, first != upstream { return false }
      first = upstream
    }
    return true
  }

  private static func asksCohort(_ predicate: Predicate) -> Bool {
    switch predicate {
    case .cohort: true
    case .not(let inner): asksCohort(inner)
    case .all(let parts), .any(let parts): parts.contains(where: asksCohort)
    default: false
    }
  }

  /// How often each name stands in the texts, as a name or at the end of a dotted one.
  private static func mentions(of names: Set<String>, _ context: LintContext) -> [String: Int] {
    var count: [String: Int] = [:]
    for file in context.files {
      for index in 0..<file.tree.tokenCount {
        let text = file.tree.string(of: TokenID(UInt32(truncatingIfNeeded: index)))
        let last = text.lastIndex(of: ".").map { String(text[text.index(after: $0)...]) } ?? text
        if names.contains(last) { count[last, default: 0] += 1 }
      }
    }
    return count
  }
}

/// A split whose upstreams are declared in the usual way.
private struct Candidate {
  /// One upstream of the split.
  fileprivate struct Branch {
    /// As written.
    let share: String
    let declaration: DeclaredName
    let file: LintFile
    /// The member with the tier around it, where there is one.
    let place: NodeID
    let member: NodeID

    var memberText: String { file.tree.string(of: member) }
  }

  private let branches: [Branch]
  private let tree: SyntaxTree
  private let outcome: OutcomeView
  /// What else the split's body says.
  private let rest: [NodeID]

  var names: [String] { branches.map(\.declaration.name) }

  /// Nil where the texts do not plainly say what the deployment has.
  init?(_ shares: [SplitShare], _ statement: SourceSpan, _ context: LintContext) {
    guard let file = context.files.first(where: { $0.index == Int(statement.source.rawValue) }) else { return nil }
    tree = file.tree
    let outcomes = tree.nodes(of: .outcome).filter { node in
      let span = file.tree.span(of: node)
      return span.start >= statement.start && span.end <= statement.end
    }
    guard outcomes.count == 1, let view = OutcomeView(tree, outcomes[0]), view.form == .split, let body = view.body
    else { return nil }
    outcome = view
    var branches: [Branch] = []
    var rest: [NodeID] = []
    for node in tree.parts(of: body) {
      guard let weighted = WeightedView(tree, node) else {
        rest.append(node)
        continue
      }
      guard weighted.percentage != nil, let upstream = weighted.statement, upstream.body == nil,
        branches.count < shares.count,
        let branch = Branch(
          shares[branches.count].upstream, named: tree.string(of: upstream.node),
          share: tree.string(of: weighted.share), context)
      else { return nil }
      branches.append(branch)
    }
    guard branches.count == shares.count else { return nil }
    self.branches = branches
    self.rest = rest
  }

  func report(to sink: inout DiagnosticSink) {
    sink.report(
      Diagnostic(
        SplitOfSitesRule.code, "the upstreams of this split differ only in the cluster of their one member",
        at: tree.span(of: outcome.wordToken),
        secondary: branches.map {
          Annotation($0.file.tree.span(of: $0.declaration.nameNode), "used in this split alone")
        },
        help: "write one upstream with a weighted tier: at 30,000 clusters Envoy takes 0.72 of the CPU and 0.79 of the"
          + " memory; a member without a ready pod then gives its share to the others, and a retry may change members",
        fixes: edits.map { [FixIt("write one upstream with a weighted tier", $0)] } ?? []))
  }

  /// The first upstream gets all members, the others go.
  private var edits: [TextEdit]? {
    guard let first = branches.first else { return nil }
    let members = branches.map { "\($0.share) \($0.memberText)" }.joined(separator: "; ")
    let others = rest.isEmpty ? "" : " { \(rest.map { tree.string(of: $0) }.joined(separator: "; ")) }"
    guard
      let tier = Edits.replacement(of: first.place, by: "tier 1 { \(members) }", in: first.file.tree),
      let arm = Edits.replacement(of: outcome.node, by: "-> \(first.declaration.name)\(others)", in: tree)
    else { return nil }
    var edits = [tier, arm]
    for branch in branches.dropFirst() {
      guard let removal = Edits.removal(of: branch.declaration.whole, in: branch.file.tree) else { return nil }
      edits.append(removal)
    }
    return edits
  }
}

extension Candidate.Branch {
  /// Nil unless the name is that of the upstream, which is declared without a template, loop or condition, and says its one
  /// member itself.
  fileprivate init?(_ row: RowID<Upstream>, named name: String, share: String, _ context: LintContext) {
    for file in context.files {
      for declaration in file.declarations where declaration.name == name && !declaration.isNested {
        guard case .kind(.upstream) = declaration.space,
          context.declaration(declaration, in: file) == DeclarationID(.upstream, row.rawValue),
          let view = StatementView(file.tree, declaration.statement), let body = view.body
        else { continue }
        var arguments = view.arguments
        _ = arguments.next()
        guard arguments.next() == nil, let (place, member) = Self.member(of: body, file.tree) else { return nil }
        self.init(share: share, declaration: declaration, file: file, place: place, member: member)
        return
      }
    }
    return nil
  }

  private static func member(of body: NodeID, _ tree: SyntaxTree) -> (place: NodeID, member: NodeID)? {
    var found: (place: NodeID, member: NodeID)?
    for node in tree.parts(of: body) {
      guard let view = StatementView(tree, node) else { return nil }
      switch tree.string(of: view.keywordToken) {
      case "kubernetes":
        if found != nil { return nil }
        found = (node, node)
      case "tier":
        let inner = view.body.map { tree.parts(of: $0) } ?? []
        guard found == nil, inner.count == 1, let member = StatementView(tree, inner[0]),
          tree.string(of: member.keywordToken) == "kubernetes"
        else { return nil }
        found = (node, inner[0])
      default: break
      }
    }
    return found
  }
}
