import EpicBase
import EpicDiagnostics
import EpicIR
import EpicSyntax

/// What a tenant's declarations may say: hosts and prefixes that it owns, addresses that it may reach.
extension Evaluator {
  /// Notes addresses that no tenant's upstream may have.
  mutating func noteForbidden(_ declaration: EvaluatedDeclaration) {
    for field in declaration.fields {
      switch field.name {
      case .node:
        for inner in field.fields(.address) {
          for address in inner.all(.addresses, { $0.address }) {
            forbidden.add(address, "the address of node `\(field.key)`", inner.origin.span)
          }
        }
      case .bgp:
        for peer in field.fields(.peer) {
          for inner in peer.fields(.address) {
            if let address = inner.address(.value) {
              forbidden.add(address, "the address of peer `\(peer.key)`", inner.origin.span)
            }
          }
        }
      case .pods:
        for prefix in field.all(.prefixes, { $0.prefix }) {
          forbidden.add(prefix, "a pod's address of `\(declaration.identity.name)`", field.origin.span)
        }
      default: break
      }
    }
  }

  /// Checks a declaration as a whole.
  mutating func checkDeclaration(_ declaration: EvaluatedDeclaration, _ place: Place) {
    switch declaration.kind {
    case .ingress: checkIngress(declaration, place)
    case .issuer: checkIssuer(declaration, place)
    case .certificate: checkHosts(declaration, .names, .hosts, "names", place)
    case .pool: if place.owner >= 0 { checkPool(declaration, place) }
    case .upstream: if place.owner >= 0 { checkUpstreamReach(declaration.fields, place) }
    default: break
    }
  }

  /// An ACME server asks for a proof, and a local authority for none.
  private mutating func checkIssuer(_ declaration: EvaluatedDeclaration, _ place: Place) {
    if declaration.isUnclear || declaration.broken.contains(.challenge) { return }
    if let acme = declaration.field(.acme), !declaration.has(.challenge) {
      report(
        .missingField, "an `issuer` with `acme` needs `challenge`", place, at: acme.origin.span,
        help: "write `challenge dns in ZONE`: the server asks for a proof that the names are yours")
    } else if let challenge = declaration.field(.challenge), let authority = declaration.field(.localCA) {
      report(
        .conflictingFields, "`challenge dns in` excludes `local-ca secret`", place, at: challenge.origin.span,
        secondary: [Annotation(authority.origin.span, "said here")], help: "a local authority asks for no proof")
    }
  }

  private mutating func checkIngress(_ declaration: EvaluatedDeclaration, _ place: Place) {
    if declaration.has(.listenHTTPS), !declaration.has(.tlsCertificate), let field = declaration.field(.listenHTTPS),
      !declaration.isUnclear, !declaration.broken.contains(.tlsCertificate)
    {
      report(
        .missingField, "`listen https` needs `tls certificate`", place, at: declaration.origin.span,
        secondary: [Annotation(field.origin.span, "HTTPS is listened for here")], help: "write `tls certificate NAME`")
    }
    checkSites(declaration, place)
    checkNearest(declaration, place)
    checkClientCertificates(declaration, place)
    checkCredentials(declaration, place)
    guard place.owner >= 0 else { return }
    checkHosts(declaration, .host, .hosts, "serves", place)
    for field in declaration.fields {
      switch field.name {
      case .dnsPublish:
        if let binding = field.binding(.name), let host = binding.value.host {
          checkOwned(host, "publish", binding.span, place, through: field.origin.application)
        }
      case .address:
        for binding in field.all(.pool) {
          if let pool = binding.value.declaration {
            drawnAddresses[DrawnKey(tenant: place.owner, pool: pool.position), default: []].append(binding.span)
          }
        }
      case .authJWT:
        for keys in field.fields(.jwksURL) {
          if let binding = keys.binding(.url), let url = binding.value.url { checkReach(url, binding.span, place) }
        }
      case .authOIDC:
        if let binding = field.field(.tokenEndpoint)?.binding(.url), let url = binding.value.url {
          checkReach(url, binding.span, place)
        }
      default: break
      }
    }
  }

  /// `sites all` of a workspace without sites selects nothing.
  private mutating func checkSites(_ declaration: EvaluatedDeclaration, _ place: Place) {
    guard let field = declaration.field(.sites), field.word(.form) == "all",
      order[Int(DeclarationKind.site.rawValue)].isEmpty
    else { return }
    report(
      .emptySelection, "`sites all` selects nothing: the workspace declares no site", place, at: field.origin.span)
  }

  /// An update of DNS says nothing of places: answers by place need a zone whose server reads a file of them.
  private mutating func checkNearest(_ declaration: EvaluatedDeclaration, _ place: Place) {
    for field in declaration.fields(.dnsPublish) {
      guard let nearest = field.binding(.form), let id = field.declaration(.zone),
        Int(id.position) < program.declarations(of: .zone).count
      else { continue }
      let zone = program[id]
      if zone.has(.geoFile) || zone.isUnclear || zone.broken.contains(.geoFile) { continue }
      report(
        .nearestWithoutGeoFile, "zone `\(zone.identity.name)` has no `geo file`: its server cannot answer by place",
        place, at: nearest.span, secondary: [Annotation(zone.nameSpan, "the zone is declared here")],
        help: "write `geo file` in the zone, if its server reads one; an update by RFC 2136 cannot say \"nearest\"",
        fixes: field.origin.application == nil ? removing(words: nearest.span, "take `nearest` out") : [])
    }
  }

  private mutating func checkHosts(
    _ declaration: EvaluatedDeclaration, _ name: FieldName, _ slot: Slot, _ verb: String, _ place: Place
  ) {
    guard place.owner >= 0 else { return }
    for field in declaration.fields where field.name == name {
      for binding in field.all(slot) {
        if let host = binding.value.host {
          checkOwned(
            host, verb == "names" ? "have a certificate for" : "serve", binding.span, place,
            through: field.origin.application)
        }
      }
    }
  }

  /// `application` is where a template or loop is used that writes the host at `span`: it mostly hands the host over, and
  /// is what its writer has to change.
  mutating func checkOwned(
    _ host: HostPattern, _ verb: String, _ span: SourceSpan, _ place: Place, through application: SourceSpan? = nil
  ) {
    if ownership.owns(host, place.owner) || program.tenants[place.owner].mayLack(.ownsHost) { return }
    let lacksAll = program.tenants[place.owner].hosts.isEmpty
    guard refused.insert(Refusal(tenant: place.owner, what: lacksAll ? "host" : "host \(host)")).inserted else {
      return
    }
    let tenant = program.tenants[place.owner]
    var owned =
      tenant.hosts.first.map { [Annotation($0.span, "it owns these hosts")] }
      ?? [Annotation(tenant.origin.span, "no `owns host` line exists")]
    var span = span
    if let application {
      let file = files.firstIndex { $0.tree.source == application.source }
      if let argument = file.flatMap({ occurrence(of: host.description, in: application, Place(file: $0)) }) {
        if argument != span { owned.append(Annotation(span, "which becomes this")) }
        span = argument
      } else {
        owned.append(Annotation(application, "through this use"))
      }
    }
    report(
      .hostNotOwned, "tenant `\(tenant.name)` may not \(verb) `\(host)`: it does not own the host", place, at: span,
      secondary: owned,
      help: "the platform may write `owns host \(host)`",
      // A host for a wildcard would be another set of hosts, not another spelling.
      fixes: nearest(
        host.description, tenant.hosts.map(\.value).filter { $0.wildcard == host.wildcard }.map(\.description)
      ).map {
        rewriting(host.description, in: span, as: $0)
      } ?? [])
  }

  private mutating func checkPool(_ declaration: EvaluatedDeclaration, _ place: Place) {
    let tenant = program.tenants[place.owner]
    if tenant.mayLack(.ownsPrefix) { return }
    for field in declaration.fields where field.name == .range || field.name == .announce {
      for binding in field.bindings {
        let range: IPRange
        switch binding.value {
        case .range(let value): range = value
        case .prefix(let value): range = value.range
        default: continue
        }
        if tenant.prefixes.contains(where: { $0.value.range.contains(range) }) { continue }
        // The announced prefix is mostly the range once more.
        guard refused.insert(Refusal(tenant: place.owner, what: "prefix \(range)")).inserted else { continue }
        report(
          .prefixNotOwned,
          "tenant `\(tenant.name)` does not own `\(files[Int(place.file)].tree.string(in: binding.span))`",
          place,
          at: binding.span,
          secondary: tenant.prefixes.first.map { [Annotation($0.span, "it owns this")] }
            ?? [Annotation(tenant.origin.span, "no `owns prefix` line exists")])
      }
    }
  }

  // MARK: Reach

  private mutating func checkUpstreamReach(_ fields: [EvaluatedField], _ place: Place) {
    for field in fields {
      if field.name == .endpoint {
        for index in field.bindings.indices {
          if case .endpoint(let endpoint) = field.bindings[index].value {
            checkReach(endpoint.host, field.bindings[index].span, place)
          }
        }
      } else if field.name == .feed {
        for binding in field.bindings {
          if let prefix = binding.value.prefix { checkReach(prefix, binding.span, place) }
        }
      } else if !field.body.isEmpty {
        checkUpstreamReach(field.body, place)
      }
    }
  }

  /// What a feed may hold at run time is checked as a whole: no address inside may be one that is never reached.
  private mutating func checkReach(_ prefix: IPPrefix, _ span: SourceSpan, _ place: Place) {
    let tenant = program.tenants[place.owner]
    if let reason = forbidden.reason(within: prefix) {
      report(
        .neverReachable,
        "tenant `\(tenant.name)` may never reach all of `\(prefix)`: `\(reason.range)` in it is \(reason.reason.phrase)",
        place, at: span, secondary: reason.reason.span.map { [Annotation($0, "it is said here")] } ?? [],
        help: "write prefixes without it")
      return
    }
    for range in tenant.reachedRanges where range.value.contains(prefix.range) { return }
    reportNotReachable(prefix.description, span, place)
  }

  private mutating func checkReach(_ url: WebURL, _ span: SourceSpan, _ place: Place) {
    if let address = IPAddress(url.host) {
      checkReach(.address(address), span, place)
    } else {
      checkReach(.name(url.host), span, place)
    }
  }

  private mutating func checkReach(_ host: HostEndpoint.Host, _ span: SourceSpan, _ place: Place) {
    switch host {
    case .address(let address):
      if let reason = forbidden.reason(address) {
        let tenant = program.tenants[place.owner].name
        report(
          .neverReachable, "tenant `\(tenant)` may never reach `\(address)`: it is \(reason.phrase)", place, at: span,
          secondary: reason.span.map { [Annotation($0, "it is said here")] } ?? [])
        return
      }
      for range in program.tenants[place.owner].reachedRanges where range.value.contains(address) { return }
      reportNotReachable(address.description, span, place)
    case .name(let name):
      if name == "localhost" || name.hasSuffix(".localhost") {
        let tenant = program.tenants[place.owner].name
        report(
          .neverReachable, "tenant `\(tenant)` may never reach `\(name)`: it is this machine's own name", place,
          at: span)
        return
      }
      if program.tenants[place.owner].reachedHosts.contains(where: { $0.value.matches(name) }) { return }
      reportNotReachable(name, span, place)
    }
  }

  private mutating func reportNotReachable(_ what: String, _ span: SourceSpan, _ place: Place) {
    let tenant = program.tenants[place.owner]
    if tenant.mayLack(.mayReach) { return }
    let lacksAll = tenant.reachedRanges.isEmpty && tenant.reachedHosts.isEmpty
    guard refused.insert(Refusal(tenant: place.owner, what: lacksAll ? "reach" : "reach \(what)")).inserted else {
      return
    }
    let line = tenant.reachedRanges.first?.span ?? tenant.reachedHosts.first?.span
    report(
      .notReachable, "tenant `\(tenant.name)` may not reach `\(what)`", place, at: span,
      secondary: [
        line.map { Annotation($0, "it may reach these") }
          ?? Annotation(tenant.origin.span, "no `may reach` line exists")
      ],
      help: "the platform may write `may reach \(what)`",
      fixes: nearest(what, tenant.reachedHosts.filter { $0.value.wildcard == .none }.map(\.value.name)).map {
        rewriting(what, in: span, as: $0)
      } ?? [])
  }
}
