import EpicBase
import EpicIR

/// A conjunction of answers to questions about a request. Questions about different parts of a request have nothing to
/// do with one another, so it is satisfiable if each part's answers are.
struct Constraints {
  /// Answers to one kind of question: `positive` lists of which one each must hold, and `negative` of which none may.
  struct Answers<Item> {
    var positive: [[Item]] = []
    var negative: [Item] = []

    var isEmpty: Bool { positive.isEmpty && negative.isEmpty }

    /// Adds an answer. Whether it is to be looked at now.
    mutating func add(_ items: [Item], _ holds: Bool) -> Bool {
      if holds { positive.append(items) } else { negative += items }
      return Constraints.isDue(positive.count + negative.count)
    }
  }

  /// What is said about one text.
  struct TextAnswers {
    var field: TextField
    var positive: [TextTest] = []
    var negative: [TextTest] = []
  }

  /// What is said about one draw.
  struct CohortAnswers {
    var test: CohortTest
    var positive: [Range<UInt32>] = []
    var negative: [Range<UInt32>] = []
  }

  var host = Answers<HostPattern>()
  var path = Answers<PathPattern>()
  var method = Answers<String>()
  var client = Answers<IPPrefix>()
  var country = Answers<String>()
  var autonomousSystem = Answers<ASNumber>()
  var site = Answers<RowID<Site>>()
  var tls = Answers<TLSVersion>()
  var pathExpressions = Answers<String>()
  var texts: [TextAnswers] = []
  var cohorts: [CohortAnswers] = []
  /// Positions in `texts`, and in `cohorts` by what draws.
  private var textPositions: [TextField: Int] = [:]
  private var cohortPositions: [Draw: Int] = [:]

  /// What decides a draw.
  private struct Draw: Hashable {
    var salt: String
    var keys: [TextField]
  }

  /// Whether so many answers about one part are looked at together now. That takes as long as there are answers; where
  /// there are many, it is done when their number has doubled, and at the end.
  private static func isDue(_ count: Int) -> Bool { count <= 64 || count & (count - 1) == 0 }

  /// Adds the answer to a question that holds no other. False if the part that it asks about is known not to be
  /// satisfiable; `request` knows in the end.
  mutating func add(_ atom: Predicate, _ holds: Bool, in world: World) -> Bool {
    switch atom {
    case .always: return holds
    case .never: return !holds
    case .not, .all, .any: return true
    case .host(let patterns):
      return !host.add(patterns, holds) || solvedHost(in: world) != nil
    case .serverName(let patterns):
      // A table for TLS asks for no host, so that its names can take the host's place.
      return !host.add(patterns, holds) || solvedHost(in: world) != nil
    case .path(let patterns):
      return !path.add(patterns, holds) || solvedPath() != nil
    case .pathMatches(let expression):
      return !pathExpressions.add([expression], holds) || arePathExpressionsSolved
    case .method(let methods):
      return !method.add(methods, holds) || solvedMethod() != nil
    case .text(let field, let test): return add(field, test, holds)
    case .client(let prefixes):
      return !client.add(prefixes, holds) || solvedClient() != nil
    case .country(let codes):
      return !country.add(codes, holds) || country.isSolved
    case .autonomousSystem(let numbers):
      return !autonomousSystem.add(numbers, holds) || autonomousSystem.isSolved
    case .cohort(let test): return add(test, holds)
    case .site(let sites):
      return !site.add(sites, holds) || solvedSite(in: world) != nil
    case .tls(let versions):
      return !tls.add(versions, holds) || solvedTLS(in: world) != nil
    }
  }

  private mutating func add(_ field: TextField, _ test: TextTest, _ holds: Bool) -> Bool {
    let index = textPositions[field] ?? texts.count
    if index == texts.count {
      texts.append(TextAnswers(field: field))
      textPositions[field] = index
    }
    if holds { texts[index].positive.append(test) } else { texts[index].negative.append(test) }
    let isDue = Constraints.isDue(texts[index].positive.count + texts[index].negative.count)
    return !isDue || texts[index].positive.isEmpty || texts[index].values != nil
  }

  private mutating func add(_ test: CohortTest, _ holds: Bool) -> Bool {
    let draw = Draw(salt: test.salt, keys: test.keys)
    let index = cohortPositions[draw] ?? cohorts.count
    if index == cohorts.count {
      cohorts.append(CohortAnswers(test: test))
      cohortPositions[draw] = index
    }
    let range = test.lower..<max(test.lower, test.upper)
    if holds { cohorts[index].positive.append(range) } else { cohorts[index].negative.append(range) }
    let isDue = Constraints.isDue(cohorts[index].positive.count + cohorts[index].negative.count)
    return !isDue || cohorts[index].positive.isEmpty || cohorts[index].bucket != nil
  }

  private var arePathExpressionsSolved: Bool {
    let negative = Set(pathExpressions.negative)
    return !pathExpressions.positive.joined().contains { negative.contains($0) }
  }

  /// A request that gives every answer; nil if there is none.
  func request(in world: World) -> SampleRequest? {
    var request = SampleRequest()
    guard let host = solvedHost(in: world), let path = solvedPath(), let method = solvedMethod(),
      let client = solvedClient(), country.isSolved, autonomousSystem.isSolved, arePathExpressionsSolved
    else { return nil }
    request.host = host
    request.path = path
    request.method = method
    request.client = client
    request.country = country.positive.isEmpty ? nil : country.common
    request.autonomousSystem = autonomousSystem.positive.isEmpty ? nil : autonomousSystem.common
    guard let site = solvedSite(in: world), let tls = solvedTLS(in: world) else { return nil }
    request.site = site.chosen
    request.tls = tls.chosen
    request.pathExpressions = Set(pathExpressions.positive.joined())
    for answers in texts where !answers.positive.isEmpty {
      guard let values = answers.values else { return nil }
      request.add(answers.field, values)
      for case .matches(let expression) in answers.positive {
        request.textExpressions.insert(SampleRequest.TextExpression(field: answers.field, expression: expression))
      }
    }
    for answers in cohorts where !answers.positive.isEmpty {
      guard let bucket = answers.bucket else { return nil }
      request.cohorts.append((answers.test, bucket))
    }
    return request
  }
}

extension Constraints.Answers where Item: Equatable {
  /// Whether one item can be all that was answered.
  var isSolved: Bool { positive.isEmpty || common != nil }

  /// An item of every positive list and of no negative one.
  var common: Item? {
    positive.first?.first { item in
      positive.dropFirst().allSatisfy { $0.contains(item) } && !negative.contains(item)
    }
  }
}

extension Constraints.CohortAnswers {
  /// A bucket in all of the positive ranges and none of the negative ones.
  var bucket: UInt32? {
    let lower = positive.map(\.lowerBound).max() ?? 0
    let upper = positive.map(\.upperBound).min() ?? 1_000_000
    var candidate = lower
    for range in negative.sorted(by: { $0.lowerBound < $1.lowerBound }) where range.contains(candidate) {
      candidate = range.upperBound
    }
    return candidate < upper ? candidate : nil
  }
}

extension TextField {
  /// Whether a request has at most one value of the field.
  fileprivate var hasOneValue: Bool {
    switch self {
    case .query, .jsonBody: true
    case .header, .cookie, .jwtClaim: false
    }
  }
}

extension Constraints.TextAnswers {
  /// Values that pass every positive test between them while none passes a negative one. A header, a cookie and a claim
  /// may have several values, of which any counts; a query parameter and a string of the body
  /// have one. Regular expressions are not looked into:
  /// two that differ are taken to be independent.
  var values: [String]? {
    if negative.contains(.exists) { return nil }
    if positive.contains(where: { if case .matches = $0 { negative.contains($0) } else { false } }) { return nil }
    let fresh = fresh
    let refusal = Refusal(negative)
    if field.hasOneValue {
      guard let test = mostTelling else { return [] }
      let value = candidates(test, fresh).first { value in
        positive.allSatisfy { passes($0, value) } && refusal.allows(value)
      }
      return value.map { [$0] }
    }
    var result: [String] = []
    for test in positive {
      // Sharing one value among several tests reads better. Where there are many, nobody reads them.
      if result.prefix(Constraints.TextAnswers.mostShared).contains(where: { passes(test, $0) }) { continue }
      guard let value = candidates(test, fresh).first(where: { refusal.allows($0) }) else { return nil }
      result.append(value)
    }
    return result
  }

  private static let mostShared = 16

  /// The tests that no value may pass.
  private struct Refusal {
    var values: Set<String> = []
    var starts: [String] = []

    init(_ negative: [TextTest]) {
      for test in negative {
        switch test {
        case .isOneOf(let list): values.formUnion(list)
        case .startsWith(let start): starts.append(start)
        case .exists, .matches: break
        }
      }
    }

    func allows(_ value: String) -> Bool { !values.contains(value) && !starts.contains { value.hasPrefix($0) } }
  }

  /// The positive test that the fewest values pass.
  private var mostTelling: TextTest? {
    var chosen = positive.first
    for test in positive {
      switch (test, chosen) {
      case (.isOneOf(let values), .isOneOf(let before)): if values.count < before.count { chosen = test }
      case (.isOneOf, _): chosen = test
      case (.startsWith(let start), .startsWith(let before)): if start.utf8.count > before.utf8.count { chosen = test }
      case (.startsWith, .exists), (.startsWith, .matches): chosen = test
      default: break
      }
    }
    return chosen
  }

  /// Values that pass the test. If any value does that is allowed, one of these is: what only a start refuses is refused
  /// however it goes on.
  private func candidates(_ test: TextTest, _ fresh: String) -> [String] {
    switch test {
    case .isOneOf(let values): values
    case .startsWith(let start): [start, start + fresh]
    case .exists, .matches: literals.prefix(Constraints.TextAnswers.mostShared) + [fresh]
    }
  }

  private func passes(_ test: TextTest, _ value: String) -> Bool {
    switch test {
    case .exists, .matches: true
    case .isOneOf(let values): values.contains(value)
    case .startsWith(let start): value.hasPrefix(start)
    }
  }

  /// What the tests compare with.
  private var literals: [String] {
    var literals: [String] = []
    for test in positive + negative {
      switch test {
      case .isOneOf(let values): literals += values
      case .startsWith(let start): literals.append(start)
      case .exists, .matches: break
      }
    }
    return literals
  }

  /// A character that no literal holds: what it continues matches nothing else.
  private var fresh: String {
    let used = Set(literals.joined().unicodeScalars)
    var number: UInt32 = 0x31
    while let scalar = Unicode.Scalar(number), used.contains(scalar) { number += 1 }
    return Unicode.Scalar(number).map { String(Character($0)) } ?? ""
  }
}
