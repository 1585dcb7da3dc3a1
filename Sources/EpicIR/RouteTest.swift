package import EpicBase

/// A `test`, or one row of `cases`: requests and what is expected of each. Rows are those of the deployment that the same
/// workspace becomes.
package struct RouteTest: Hashable, Sendable {
  /// What the test is called: its string, or the row's text.
  package var name: String
  /// Dotted path of its package.
  package var package: String
  /// Whose ingresses the requests reach; nil is the platform, whose tests reach all.
  package var tenant: String?
  package var requests: [RequestExpectations]
  /// The head of the declaration, and the row of a `cases` that it comes through.
  package var origin: Origin

  package init(
    name: String, package: String, tenant: String?, requests: [RequestExpectations], origin: Origin
  ) {
    self.name = name
    self.package = package
    self.tenant = tenant
    self.requests = requests
    self.origin = origin
  }
}

/// One request or connection of a test and what is expected of it.
package struct RequestExpectations: Hashable, Sendable {
  package var question: RouteQuestion
  /// In written order: a later statement about the same tier wins.
  package var health: [HealthStatement]
  package var expectations: [StatedExpectation]
  /// The `request` or `connect` statement.
  package var origin: Origin

  package init(
    question: RouteQuestion, health: [HealthStatement], expectations: [StatedExpectation], origin: Origin
  ) {
    self.question = question
    self.health = health
    self.expectations = expectations
    self.origin = origin
  }
}

/// An `expect` statement.
package struct StatedExpectation: Hashable, Sendable {
  package var expectation: Expectation
  package var origin: Origin

  package init(_ expectation: Expectation, origin: Origin) {
    self.expectation = expectation
    self.origin = origin
  }
}

/// What a request is expected to meet.
package enum Expectation: Hashable, Sendable {
  /// The arm of this name takes it.
  case route(String)
  case ingress(RowID<Ingress>)
  /// All of it goes to the upstream; with a tier, that tier gets the share of it (all, unless stated), and its members
  /// share that as stated.
  case upstream(RowID<Upstream>, tier: Int?, share: Percentage?, members: [MemberShare])
  /// Upstreams draw for it by these shares.
  case split([SplitShare])
  /// The edge closes the connection, or drops the session's datagrams.
  case close
  /// The edge itself answers with one of these.
  case status(StatusSet)
  /// The edge redirects to the target: a URL, or a path of the request's own origin.
  case redirect(StatusSet?, String)
  /// The edge answers with this body.
  case body(String)
  /// The response carries the header as the configuration sets it; nil is absent or removed.
  case responseHeader(String, String?)
  /// The upstream gets the header; nil is absent or removed.
  case requestHeader(String, String?)
  /// The upstream gets the path; with its query if the text has one.
  case path(String)
  /// The upstream gets the host.
  case host(String)
  case requestTimeout(TimeSpan)
  case idleTimeout(TimeSpan)
  case retry(UInt32)
}

/// A member's share of its tier.
package struct MemberShare: Hashable, Sendable {
  /// The cluster's or CDN's name.
  package var name: String
  package var share: Percentage

  package init(name: String, share: Percentage) {
    self.name = name
    self.share = share
  }
}

/// `reject CODE { … }`: declarations that must give exactly this finding.
package struct RejectTest: Hashable, Sendable {
  package var code: String
  /// The code as written.
  package var codeSpan: SourceSpan
  /// Between the braces.
  package var body: SourceSpan
  package var package: String
  package var origin: Origin

  package init(code: String, codeSpan: SourceSpan, body: SourceSpan, package: String, origin: Origin) {
    self.code = code
    self.codeSpan = codeSpan
    self.body = body
    self.package = package
    self.origin = origin
  }
}

/// A `policy`, after it was asked.
package struct PolicyRecord: Hashable, Sendable {
  package var name: String
  package var package: String
  /// Declarations that it was asked of.
  package var asked: Int
  package var origin: Origin

  package init(name: String, package: String, asked: Int, origin: Origin) {
    self.name = name
    self.package = package
    self.asked = asked
    self.origin = origin
  }
}

/// One way that an `if` of a template may go.
package struct TemplateBranch: Hashable, Sendable {
  package var template: String
  /// `if grade is gold`, `else`.
  package var name: String
  /// Whether some application of the template goes it.
  package var isTaken: Bool
  package var span: SourceSpan

  package init(template: String, name: String, isTaken: Bool, span: SourceSpan) {
    self.template = template
    self.name = name
    self.isTaken = isTaken
    self.span = span
  }
}
