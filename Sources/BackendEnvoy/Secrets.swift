import EpicArtifact
import EpicBackend
import EpicBase
import EpicEnvoyAPI
import EpicIR

extension InstanceScope {
  func certificate(_ certificate: Certificate, with writer: inout ResourceWriter) -> Resource {
    self.certificate(
      EnvoyName.certificate(certificate), certificate.secret,
      from: [.declaration(.certificate, certificate.identity)], with: &writer)
  }

  /// What the edge shows to endpoints.
  func clientCertificate(_ reference: SecretReference, with writer: inout ResourceWriter) -> Resource {
    certificate(EnvoyName.clientCertificate(reference), reference, from: users(of: reference), with: &writer)
  }

  /// A certificate with its key, by file names. Envoy reads both again when something is renamed into their folder.
  private func certificate(
    _ name: String, _ reference: SecretReference, from sources: [ValueSource], with writer: inout ResourceWriter
  ) -> Resource {
    let folder = "\(EnvoyLayout.secretFolder)/\(reference.path)"
    return writer.resource(name, Envoy.Secret.self, from: sources) { secret in
      secret.member(.name, name)
      secret.object(.tlsCertificate) { pair in
        pair.object(.certificateChain) { $0.member(.filename, "\(folder)/\(EnvoyLayout.certificateFile)") }
        pair.object(.privateKey) { $0.member(.filename, "\(folder)/\(EnvoyLayout.privateKeyFile)") }
        pair.object(.watchedDirectory) { $0.member(.path, folder) }
      }
    }
  }

  /// A key, by file name. Envoy reads it again when something is renamed into its folder.
  func key(_ reference: SecretReference, with writer: inout ResourceWriter) -> Resource {
    let name = EnvoyName.key(reference)
    let folder = "\(EnvoyLayout.secretFolder)/\(reference.path)"
    return writer.resource(name, Envoy.Secret.self, from: users(of: reference)) { secret in
      secret.member(.name, name)
      secret.object(.genericSecret) { generic in
        generic.object(.secret) { source in
          source.member(.filename, "\(folder)/\(EnvoyLayout.keyFile)")
          source.object(.watchedDirectory) { $0.member(.path, folder) }
        }
      }
    }
  }

  /// Authorities that must have signed an upstream's certificate.
  func authority(_ reference: SecretReference, with writer: inout ResourceWriter) -> Resource {
    let name = EnvoyName.authority(reference)
    let folder = "\(EnvoyLayout.secretFolder)/\(reference.path)"
    return writer.resource(name, Envoy.Secret.self, from: users(of: reference)) { secret in
      secret.member(.name, name)
      secret.object(.validationContext) { validation in
        validation.object(.trustedCa) { $0.member(.filename, "\(folder)/\(EnvoyLayout.authorityFile)") }
        validation.object(.watchedDirectory) { $0.member(.path, folder) }
      }
    }
  }
}
