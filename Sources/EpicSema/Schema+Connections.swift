extension Schema {
  /// Listeners without HTTP: each leads to one upstream or to routes of its protocol.
  static let connectionListenFields: [FieldSchema] = [
    FieldSchema(
      .listenTLS, .ingress,
      "listen tls <port:port> passthrough -> (<target:ref routes> | <target:ref upstream>)", .keyed(.port),
      group: .listenTCP,
      doc: "TLS that is passed through unopened; `routes … for tls` choose by the server name asked for.",
      example: "listen tls 8883 passthrough -> mqtt-by-name"),
    FieldSchema(
      .listenTCP, .ingress, "listen tcp <port:port> -> (<target:ref routes> | <target:ref upstream>)", .keyed(.port),
      group: .listenTCP, doc: "TCP connections to an upstream, or as `routes … for tcp` say.",
      example: "listen tcp 5432 -> db"),
    FieldSchema(
      .listenUDP, .ingress,
      "listen udp <port:port> [idle <timeout:duration>] -> (<target:ref routes> | <target:ref upstream>)",
      .keyed(.port), bounds: [.time(.timeout)],
      doc: "UDP to an upstream, or as `routes … for udp` say; a session ends after 60s of silence unless written.",
      example: "listen udp 5060 idle 60s -> sip"),
  ]

  static let clientCertificateFields: [FieldSchema] = [
    FieldSchema(
      .authClientCertificate, .ingress, "auth client-certificate <name:name>", body: .clientCertificate,
      doc: "Certificates that clients must show; without a good one there is no TLS handshake.",
      example: "auth client-certificate main { ca secret ca/partners; names **.partner.example }"),
    FieldSchema(
      .ca, .clientCertificate, "ca secret <secret:secret>", .required, doc: "The authorities that must have signed.",
      example: "ca secret ca/partners"),
    FieldSchema(
      .names, .clientCertificate, "names <hosts:host>,…", .required, isList: true,
      doc: "One of the certificate's DNS names must be matched by one of these.", example: "names **.partner.example"),
  ]

  static let connectionDefaults: [FieldDefault] = [
    .value("ingress.listen udp", .timeout, "`60s`, Envoy's own"),
    .statement("ingress.auth client-certificate", "clients are asked for no certificate"),
    .statement("ingress.isolate", "the process is shared with the engine's other ingresses on the node"),
    .statement("upstream.health grpc", "endpoints are not asked, and count as healthy"),
    .value("upstream.health grpc", .name, "the server as a whole is asked about"),
    .value("upstream.health grpc", .interval, "`5s`"), .value("upstream.health grpc", .timeout, "`1s`"),
    .value("upstream.health grpc", .healthyAfter, "`2`"), .value("upstream.health grpc", .unhealthyAfter, "`3`"),
  ]
}
