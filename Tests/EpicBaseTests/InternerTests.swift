import EpicBase
import Testing

@Suite struct InternerTests {
  @Test func namesOfEveryLengthKeepTheirText() {
    var interner = Interner()
    let names = (0..<40).flatMap { length in
      ["a", "b"].map { String(repeating: "x", count: length) + $0 } + ["c" + String(repeating: "x", count: length)]
    }
    let symbols = names.map { interner.intern($0) }
    for (name, symbol) in zip(names, symbols) {
      #expect(interner.text(of: symbol) == name)
      #expect(interner.intern(name) == symbol)
    }
    #expect(Set(symbols).count == Set(names).count)
    #expect(interner.count == Set(names).count)
  }

  @Test func whatStandsAroundANameDoesNotMatter() {
    var interner = Interner()
    let text = Array("shop-routes shop-routes,shop-route".utf8)
    let first = interner.intern(text, 0, 11)
    #expect(interner.intern(text, 12, 23) == first)
    #expect(interner.intern(Array("shop-routes".utf8), 0, 11) == first)
    #expect(interner.intern(text, 24, 34) != first)
    #expect(interner.intern(text, 24, 99) == interner.intern("shop-route"))
    #expect(interner.text(of: interner.intern(text, 0, 0)) == "")
    #expect(interner.text(of: Symbol(rawValue: 99)) == "")
  }

  @Test func manyNamesStayApart() {
    var interner = Interner()
    let symbols = (0..<20_000).map { interner.intern("name-\($0)-of-many") }
    #expect(Set(symbols).count == 20_000)
    #expect((0..<20_000).allSatisfy { interner.text(of: symbols[$0]) == "name-\($0)-of-many" })
  }
}
