import EpicBase
import Testing

@Suite struct RequestPathTests {
  @Test(arguments: [
    ("/", "/"), ("/a/b/", "/a/b/"),
    ("/a/../b", "/b"), ("/a/./b", "/a/b"), ("/..", "/"), ("/a/..", "/"), ("/a/.", "/a/"),
    ("//a///b", "/a/b"), ("/a//../b", "/a/b"), ("/%61%2E%2e/x", "/a../x"), ("/%2e%2e/x", "/x"), ("/%7E", "/~"),
    ("/a%20b", "/a%20b"), ("/a b", "/a%20b"), ("/%zz", "/%zz"), ("/100%", "/100%"),
    ("/\\x", "/x"), ("/{x}", "/%7Bx%7D"),
    ("/%c3%A9", "/%c3%A9"), ("/é", "/%C3%A9"),
    ("//", "//"), ("/a/..//", "//"), ("/%2%46b", "/%252Fb"), ("/%%30%30", "/%2500"), ("/%%41", "/%A"),
    ("/%2%35%32F", "/%25252F"), ("/%c%32", "/%25c2"), ("/.%2%65/x", "/.%252e/x"), ("/%%%41%42", "/%%25AB"),
    ("/%4%%31", "/%4%1"), ("/a/..;x/b", "/b"), ("/a/.;x=1/b", "/a/b"), ("/a/..;", "/"), ("/a/...;/b", "/a/...;/b"),
    ("/a/%2e%2e;/b", "/a/..;/b"), ("/a/..%3b/b", "/a/..%3b/b"), ("/a/b;c/..;d/e", "/a/e"),
  ])
  func isNormalised(_ raw: String, _ expected: String) throws {
    #expect(String(decoding: try #require(PathText.requestPath(raw.utf8)), as: UTF8.self) == expected)
  }

  @Test(arguments: ["", "*", "a", "/a%2Fb", "/a%2fb", "/%5C", "/%00", "/\0"])
  func isRefused(_ raw: String) {
    #expect(PathText.requestPath(raw.utf8) == nil)
  }

  /// Dots with parameters, which normalisation leaves where they were encoded.
  @Test(arguments: [
    ("/a/..;/b", true), ("/.;", true), ("/..;x", true), ("/a/%252e;b", true), ("/%25252E%252e;", true),
    ("/.%252e;x/y", true), ("/%2e;", true), ("/a;b/..;", true),
    ("/..", false), ("/;../x", false), ("/...;", false), ("/a..;", false), ("/..a;", false), ("/a;/..", false),
    ("/%;", false), ("/%25;", false), ("/%252;", false), ("/%252f;", false), ("/..%3b", false), ("/;", false),
    ("", false),
  ])
  func dotsHaveParameters(_ path: String, _ expected: Bool) {
    #expect(PathText.holdsDotParameters(path.utf8) == expected)
  }

  /// What is normalised already stays as it is, so that routes compare one form.
  @Test(arguments: ["/a//../b/%41", "/x/./y/%2e%2e/z//", "/%7e/%20/ü"])
  func isStable(_ raw: String) throws {
    let once = try #require(PathText.requestPath(raw.utf8))
    #expect(PathText.requestPath(once) == once)
  }
}
