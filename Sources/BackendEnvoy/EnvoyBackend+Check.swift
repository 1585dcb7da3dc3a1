import EpicBase
package import EpicDiagnostics
package import EpicIR

extension EnvoyBackend {
  package func check(_ deployment: Deployment, reporting sink: inout DiagnosticSink) {
    EnvoyChecker(deployment).check(reporting: &sink)
  }
}
