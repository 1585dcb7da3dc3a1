import EpicArtifact
import EpicBase
import Glibc

/// What one Envoy instance needs of the system's inotify instances, of which Envoy takes one for each file or folder that
/// it watches.
struct WatchDemand: Hashable {
  /// The running Envoy; nil if none runs.
  var process: pid_t?
  /// What it holds now.
  var held: Int
  /// The most that it holds at once while the change is made: old and new subscriptions stand side by side.
  var peak: Int
}

/// How many inotify instances the system gives this user. An Envoy that gets none aborts, with every connection it has, so
/// an apply that could come near the limit is refused.
struct WatchBudget: Hashable {
  /// The smallest limit that applies; nil if the system names none.
  var limit: Int?
  /// What other processes of this user hold, as far as they can be seen.
  var others: Int

  /// Left for what an Envoy opens for a moment, and for other programs of the user.
  static let margin = EnvoyLayout.watchReserve

  private static let limits = ["/proc/sys/fs/inotify/max_user_instances", "/proc/sys/user/max_inotify_instances"]

  /// Reads the limits, and what is held beyond the Envoys of the demands.
  static func read(_ demands: [WatchDemand]) -> WatchBudget {
    if demands.isEmpty { return WatchBudget(limit: nil, others: 0) }
    let limits = limits.compactMap { path -> Int? in
      guard let bytes = try? Files.read(path) else { return nil }
      return Int(String(decoding: bytes.prefix { $0 > 32 }, as: UTF8.self))
    }
    let known = Set(demands.compactMap(\.process))
    let others = ProcessStatus.ownProcesses().filter { !known.contains($0) }.reduce(0) { $0 + count(of: $1) }
    return WatchBudget(limit: limits.min(), others: others)
  }

  /// Why the demands cannot be met; nil if they can. What grows nothing is never refused: it runs already.
  func fault(for demands: [WatchDemand]) -> String? {
    let held = demands.reduce(0) { $0 + $1.held }
    let peak = demands.reduce(0) { $0 + max($1.held, $1.peak) }
    guard let limit, peak > held, peak + others + WatchBudget.margin > limit else { return nil }
    return "the node's Envoys watch \(held) files now and would watch \(peak) while they change over, other programs "
      + "of this user hold \(others) inotify instances, \(WatchBudget.margin) are kept in reserve, and the system "
      + "allows a user \(limit); raise fs.inotify.max_user_instances (in a user namespace user.max_inotify_instances)"
  }

  /// inotify instances that a process holds; 0 if it cannot be seen.
  static func count(of process: pid_t) -> Int {
    let folder = "/proc/\(process)/fd"
    let names = (try? Files.list(folder)) ?? []
    return names.reduce(0) { $0 + (Files.readLink("\(folder)/\($1)") == "anon_inode:inotify" ? 1 : 0) }
  }
}
