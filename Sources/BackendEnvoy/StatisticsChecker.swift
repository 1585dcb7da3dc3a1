import EpicBase
import EpicDiagnostics
package import EpicIR

/// Holds what Envoy will count for each tenant against its budget. It stands in this plane and not beside the other limits
/// of tenants: only this plane knows which resources its Envoys get.
struct StatisticsChecker {
  private let deployment: Deployment

  init(_ deployment: Deployment) { self.deployment = deployment }

  /// Reports each tenant whose series may be more than its budget, at the sites where they are most.
  func check(reporting sink: inout DiagnosticSink) {
    guard deployment.tenants.contains(where: { $0.statistics != nil }) else { return }
    let emission = EnvoyEmission(deployment)
    let sites = deployment.sites.indices.filter { emission.siteClasses[$0] == $0 }
    let counts = sites.map { emission.seriesCount(at: RowID(UInt32($0))) }
    for tenant in deployment.tenants {
      guard let budget = tenant.statistics else { continue }
      var worst: (index: Int, series: Int) = (0, 0)
      for (index, count) in counts.enumerated() {
        let series = count.series(of: tenant.name)
        if series > worst.series { worst = (index, series) }
      }
      if UInt64(worst.series) <= budget.most { continue }
      let largest = counts[worst.index].largest(of: tenant.name)
      let site = deployment.sites[sites[worst.index]].identity.name
      sink.report(
        Diagnostic(
          .statisticsBudget,
          "tenant `\(tenant.name)` may have \(worst.series) series on a node of `\(site)`, its budget is \(budget.most)",
          at: budget.origin.span, label: "the budget",
          secondary: largest.filter { $0.origin != nil }.prefix(3).compactMap { contributor in
            contributor.origin.map {
              Annotation($0.span, "\(contributor.kind) `\(contributor.name)` has up to \(contributor.series)")
            }
          }, help: "raise the budget, or declare less; `epic dump statistics` lists what counts",
          fixes: fix(budget, worst.series)))
    }
  }

  /// Where the number stands in the source as it is.
  private func fix(_ budget: StatisticsBudget, _ series: Int) -> [FixIt] {
    let span = budget.origin.span
    let written = "statistics \(budget.most)"
    guard span.end >= span.start, Int(span.end - span.start) == written.utf8.count else { return [] }
    let text = "statistics \(series)"
    return [FixIt("write `\(text)`", [TextEdit(span, replacement: text)])]
  }
}

extension EnvoyBackend {
  /// How many series each tenant may have on a node, and what makes them: for people. Nodes that get the same stand
  /// together.
  package func statisticsReport(_ deployment: Deployment) -> String {
    let emission = EnvoyEmission(deployment)
    let budgets = Dictionary(
      deployment.tenants.compactMap { tenant in tenant.statistics.map { (tenant.name, $0.most) } },
      uniquingKeysWith: { first, _ in first })
    var text = ""
    for first in deployment.sites.indices where emission.siteClasses[first] == first {
      let nodes = deployment.nodes.filter { emission.siteClasses[$0.site.index] == first }.map(\.name)
      let count = emission.seriesCount(at: RowID(UInt32(first)))
      if count.tenants.isEmpty || nodes.isEmpty { continue }
      text += "\(nodes.joined(separator: ", "))\n"
      for tenant in count.tenants.keys.sorted() {
        let budget = budgets[tenant].map { " of \($0)" } ?? ""
        text += "  \(tenant.isEmpty ? "platform" : "tenant \(tenant)"): \(count.series(of: tenant)) series\(budget)\n"
        for contributor in count.largest(of: tenant) {
          text += "    \(contributor.series)  \(contributor.kind) \(contributor.name)\n"
        }
      }
    }
    return text
  }
}
