import EpicBase
import EpicCompiler

/// What is compiled together: the folder of a `workspace.epic` and all below it, or one document that lies in none.
struct Workspace {
  /// Where a workspace's files are.
  enum Ground: Hashable {
    /// Absolute path of the folder.
    case folder(String)
    /// URI of a document outside of any workspace.
    case document(String)

    /// By which workspaces are kept in order.
    var key: String {
      switch self {
      case .folder(let path): path
      case .document(let uri): uri
      }
    }
  }

  /// A document's place.
  struct Place: Hashable {
    var ground: Ground
    /// Path below the folder.
    var path: String
  }

  /// What the compiler says of the texts as they are; nil from an edit until somebody asks.
  var analysis: Analysis?
  /// Trees of the texts as they were last compiled.
  var memo = ParseMemo()
  /// Whether the client was told of other findings than the texts now have.
  var isStale = true
  /// Files that the client shows findings for.
  var shown: Set<String> = []
}
