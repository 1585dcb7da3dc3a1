import CEpicSpawn
import EpicBase
import Glibc

/// One Envoy, known by process id, start time and boot, so that a process id that was given to another program is never
/// taken for it.
struct EnvoyProcess: Hashable, Sendable {
  var process: pid_t
  /// Start of the process in clock ticks after boot (`/proc/PID/stat`, field 22).
  var startTicks: UInt64
  /// Identifies the boot that the ticks count from.
  var boot: String
  var binary: String

  /// Starts Envoy detached: in a session of its own, with the run directory as current directory. Its own log is the
  /// run directory's.
  static func start(
    binary: String, in folder: EnvoyRunFolder, settings: NodeSettings.Envoy
  ) throws(FileFault) -> EnvoyProcess {
    var arguments = [
      binary, "-c", "bootstrap.json", "--reject-unknown-dynamic-fields", "--disable-hot-restart", "--drain-time-s",
      String(settings.drainSeconds),
    ]
    if let concurrency = settings.concurrency { arguments += ["--concurrency", String(concurrency)] }
    // A socket that a killed Envoy left would keep the new one from binding.
    try Files.remove(folder.adminSocket)
    var process: pid_t = 0
    let error = withCStrings(arguments) { list in
      epic_spawn_detached(binary, list, environ, folder.path, folder.logFile, &process)
    }
    if error != 0 {
      errno = error
      throw FileFault(errno: "start", binary)
    }
    guard let status = ProcessStatus(process) else { throw FileFault("start", binary, "it ended at once") }
    return EnvoyProcess(
      process: process, startTicks: status.startTicks, boot: EnvoyProcess.currentBoot(), binary: binary)
  }

  /// An Envoy of this user that was started in the folder, found without its record; nil if there is none. A check of a
  /// configuration, which runs in the same folder, is none.
  static func find(in folder: EnvoyRunFolder) -> EnvoyProcess? {
    let place = Files.absolute(folder.path)
    for process in ProcessStatus.ownProcesses() where Files.readLink("/proc/\(process)/cwd") == place {
      guard let status = ProcessStatus(process), status.isRunning,
        let binary = Files.readLink("/proc/\(process)/exe"),
        let words = try? Files.read("/proc/\(process)/cmdline").split(separator: 0).map({
          String(decoding: $0, as: UTF8.self)
        }), words.dropFirst().starts(with: ["-c", "bootstrap.json"])
      else { continue }
      return EnvoyProcess(
        process: process, startTicks: status.startTicks, boot: currentBoot(),
        // The kernel says so of a program whose file was replaced.
        binary: binary.hasSuffix(" (deleted)") ? String(binary.dropLast(" (deleted)".utf8.count)) : binary)
    }
    return nil
  }

  /// Whether this very process still runs.
  var isAlive: Bool {
    // If it is a child of this process, its end has to be taken note of, or it stays as a zombie.
    var status: CInt = 0
    waitpid(process, &status, WNOHANG)
    guard boot == EnvoyProcess.currentBoot(), let found = ProcessStatus(process) else { return false }
    return found.startTicks == startTicks && found.isRunning
  }

  /// Ends it: asks, waits, then insists. Returns once it is gone.
  func stop(graceSeconds: UInt32) async {
    guard isAlive else { return }
    kill(process, SIGTERM)
    let clock = ContinuousClock()
    let end = clock.now + .seconds(Int64(graceSeconds))
    while isAlive && clock.now < end { try? await Task.sleep(for: .milliseconds(20)) }
    guard isAlive else { return }
    kill(process, SIGKILL)
    while isAlive { try? await Task.sleep(for: .milliseconds(20)) }
  }

  private static func currentBoot() -> String {
    let bytes = (try? Files.read("/proc/sys/kernel/random/boot_id")) ?? []
    return String(decoding: bytes.prefix { $0 > 32 }, as: UTF8.self)
  }

  private static func withCStrings<Result>(
    _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    var pointers: [UnsafeMutablePointer<CChar>?] = strings.map { strdup($0) }
    pointers.append(nil)
    defer { for pointer in pointers { free(pointer) } }
    return body(pointers)
  }
}

/// The fields of `/proc/PID/stat` that tell one process from another.
struct ProcessStatus {
  var isRunning: Bool
  var startTicks: UInt64

  /// Ids of the processes that belong to this user, as far as they can be seen.
  static func ownProcesses() -> [pid_t] {
    let names = (try? Files.list("/proc")) ?? []
    return names.compactMap { pid_t($0) }.filter { Files.status("/proc/\($0)")?.owner == geteuid() }
  }

  /// Nil if there is no such process.
  init?(_ process: pid_t) {
    guard let bytes = try? Files.read("/proc/\(process)/stat"), let end = bytes.lastIndex(of: UInt8(ascii: ")")) else {
      return nil
    }
    // The second field is the program's name in parentheses, and may hold anything; the third is the state.
    let fields = bytes[(end + 1)...].split(separator: UInt8(ascii: " "))
    guard fields.count > 19, let ticks = UInt64(String(decoding: fields[19], as: UTF8.self)) else { return nil }
    isRunning = fields[0].first != UInt8(ascii: "Z") && fields[0].first != UInt8(ascii: "X")
    startTicks = ticks
  }
}

extension EnvoyProcess {
  /// Reads the record of an instance's process; nil if there is none that can be read.
  static func read(_ path: String) -> EnvoyProcess? {
    guard let bytes = try? Files.readIfPresent(path), let root = try? JSONReader.read(bytes),
      let process = root["process"]?.integer(pid_t.self), process > 1,
      let ticks = root["start_ticks"]?.integer(UInt64.self), let boot = root["boot"]?.string,
      let binary = root["binary"]?.string
    else { return nil }
    return EnvoyProcess(process: process, startTicks: ticks, boot: boot, binary: binary)
  }

  func write(_ path: String) throws(FileFault) {
    var json = JSONWriter()
    json.object { json in
      json.member("process", process)
      json.member("start_ticks", startTicks)
      json.member("boot", boot)
      json.member("binary", binary)
    }
    try Files.replace(path, json.finish(), mode: 0o600)
  }
}
