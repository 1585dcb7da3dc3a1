extension GeneratedWorkspace {
  /// Lines of all files together.
  package var lineCount: Int { files.reduce(0) { $0 + $1.text.count { $0 == 10 } } }

  /// A workspace of at least so many lines, made of as many whole tenants as that takes; each uses most of what the
  /// language has.
  package init(lines: Int, seed: UInt64) {
    var files = GeneratedWorkspace.platform
    files.append(File(path: "platform/clouds/kubernetes.epic", text: Array(GeneratedWorkspace.clusters.utf8)))
    var count = 0
    var tenant = 0
    while count < lines {
      let written = VariedTenant(tenant, seed: seed).files
      for file in written { count += file.text.count { $0 == 10 } }
      files += written
      tenant += 1
    }
    self.init(files: files)
  }

  private static let clusters = """
    // Clusters whose pods are endpoints.

    /// Frankfurt, first provider.
    export kubernetes eu-1 {
      at     50.1, 8.7
      pods   10.244.0.0/16, 2001:db8:244::/56
      tunnel true-ingress { port 6080 }
      access secret kubeconfig/eu-1
    }

    /// Paris, second provider.
    export kubernetes eu-2 {
      at     48.9, 2.4
      pods   10.245.0.0/16, 2001:db8:245::/56
      tunnel true-ingress { port 6080 }
      access secret kubeconfig/eu-2
    }

    /// Virginia.
    export kubernetes us-1 {
      at     38.9, -77.5
      pods   10.246.0.0/16, 2001:db8:246::/56
      tunnel true-ingress { port 6080 }
      access secret kubeconfig/us-1
    }

    """
}
