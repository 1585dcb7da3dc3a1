import EpicBase
import Testing

@Suite struct PathTextTests {
  @Test(arguments: [
    ("/", "/"), ("/a", "/a"), ("/a/", "/a/"), ("/a b", "/a%20b"), ("/{id}", "/%7Bid%7D"), ("/%41bc", "/Abc"),
    ("/%7e", "/~"), ("/%c3%a9", "/%c3%a9"), ("/é", "/%C3%A9"), ("/a;b,c(d)[e]", "/a;b,c(d)[e]"),
    ("/\"<>^`|", "/%22%3C%3E%5E%60%7C"),
    ("/a%20b", "/a%20b"), ("/**", "/**"), ("/.a/..b/c.", "/.a/..b/c."),
  ])
  func anExactPathIsWhatEnvoyCompares(_ text: String, _ expected: String) throws {
    #expect(try PathText.exact(text).get().description == expected)
  }

  @Test(arguments: [
    ("", PathText.Problem.noSlash), ("a", .noSlash), ("/a?b", .query), ("/a#b", .query), ("/a//b", .emptySegment),
    ("//", .emptySegment),
    ("/a//", .emptySegment), ("/./a", .dotSegment), ("/a/..", .dotSegment), ("/%2e%2E/a", .dotSegment),
    ("/a/..;x", .dotSegment), ("/.;", .dotSegment), ("/%2e%2e;/a", .dotSegment), ("/a/%252e;", .dotSegment),
    ("/a\\b", .backslash),
    ("/100%", .percent), ("/%4", .percent), ("/%zz", .percent), ("/a%2Fb", .refusedEscape), ("/a%5cb", .refusedEscape),
    ("/%00", .refusedEscape), ("/\0", .refusedEscape),
  ])
  func aPathThatNoRouteSeesIsRefused(_ text: String, _ problem: PathText.Problem) {
    guard case .failure(let found) = PathText.exact(text) else {
      Issue.record("\(text) is accepted")
      return
    }
    #expect(found.problem == problem)
  }
}
