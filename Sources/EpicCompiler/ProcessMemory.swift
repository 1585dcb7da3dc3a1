import CEpicShims

/// The memory of a process that compiles and ends.
package enum ProcessMemory {
  /// Address space taken at once, in bytes: about what a workspace of 300,000 lines needs.
  private static let heapBytes: UInt = 256 << 20

  /// Readies the heap for a compilation (docs/decisions/0099-speed-of-the-commands.md). For commands that end with it,
  /// before anything large is made; a service that stays does without.
  package static func prepare() { epic_prepare_heap(heapBytes) }
}
