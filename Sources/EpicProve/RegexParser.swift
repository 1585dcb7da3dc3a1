import EpicBase

/// Compiles a regular expression to instructions. Groups are kept on a stack of their own: nesting takes no recursion.
struct RegexParser {
  typealias Instruction = RegexProgram.Instruction

  /// What `(?…)` switches.
  private struct Flags {
    var foldsCase = false
    var isMultiline = false
    var dotTakesNewline = false
  }

  /// An open group: the alternatives before the current one, and the current one up to its last part.
  private struct Group {
    var alternatives: [[Instruction]] = []
    var sequence: [Instruction] = []
    /// What a repetition would repeat.
    var last: [Instruction]?
    /// Flags to return to at the group's end.
    var flags: Flags

    mutating func take() {
      if let part = last { sequence += part }
      last = nil
    }
  }

  private(set) var sets: [ByteSet] = []

  private let text: [UInt8]
  private var index = 0
  private var groups: [Group]
  private var flags = Flags()
  private var positions: [ByteSet: Int] = [:]
  private var isFaulty = false

  init(_ text: [UInt8]) {
    self.text = text
    groups = [Group(flags: Flags())]
  }

  /// The program; nil if the text is no regular expression or its program is too large.
  mutating func parse() -> [Instruction]? {
    while index < text.count && !isFaulty { next() }
    guard !isFaulty, groups.count == 1 else { return nil }
    let program = close(groups[0])
    return program.count <= RegexProgram.maximumSize ? program : nil
  }

  private func byte(_ position: Int) -> UInt8? { position < text.count ? text[position] : nil }

  private mutating func next() {
    let byte = text[index]
    switch byte {
    case UInt8(ascii: "("): openGroup()
    case UInt8(ascii: ")"): closeGroup()
    case UInt8(ascii: "|"):
      index += 1
      let top = groups.count - 1
      groups[top].take()
      groups[top].alternatives.append(groups[top].sequence)
      groups[top].sequence = []
    case UInt8(ascii: "["): characterClass()
    case UInt8(ascii: "\\"): escape()
    case UInt8(ascii: "*"): repeatLast(least: 0, most: nil, length: 1)
    case UInt8(ascii: "+"): repeatLast(least: 1, most: nil, length: 1)
    case UInt8(ascii: "?"): repeatLast(least: 0, most: 1, length: 1)
    case UInt8(ascii: "{"):
      if let counts = RegexRepetition(text, at: index, before: text.count) {
        if !counts.isAllowed { isFaulty = true }
        if !isFaulty { repeatLast(least: counts.least, most: counts.most, length: counts.length) }
      } else {
        literal(byte)
      }
    case UInt8(ascii: "."):
      index += 1
      add(flags.dotTakesNewline ? .all : ByteSet(ranges: [10...10]).inverted)
    case UInt8(ascii: "^"):
      index += 1
      add([.assert(flags.isMultiline ? .lineStart : .textStart)])
    case UInt8(ascii: "$"):
      index += 1
      add([.assert(flags.isMultiline ? .lineEnd : .textEnd)])
    default: literal(byte)
    }
  }

  private mutating func literal(_ byte: UInt8) {
    index += 1
    add(byte: byte)
  }

  private mutating func add(byte: UInt8) {
    let set = ByteSet(ranges: [byte...byte])
    add(flags.foldsCase ? set.foldingCase : set)
  }

  private mutating func add(_ set: ByteSet) {
    if let position = positions[set] { return add([.read(position)]) }
    positions[set] = sets.count
    sets.append(set)
    add([.read(sets.count - 1)])
  }

  private mutating func add(_ part: [Instruction]) {
    let top = groups.count - 1
    groups[top].take()
    groups[top].last = part
    if groups[top].sequence.count > RegexProgram.maximumSize { isFaulty = true }
  }

  // MARK: Groups

  private mutating func openGroup() {
    guard byte(index + 1) == UInt8(ascii: "?") else {
      index += 1
      return push()
    }
    index += 2
    if byte(index) == UInt8(ascii: "P") || byte(index) == UInt8(ascii: "<") {
      while let byte = byte(index), byte != UInt8(ascii: ">") { index += 1 }
      if byte(index) == nil { isFaulty = true }
      index += 1
      return push()
    }
    setFlags()
  }

  private mutating func push() { groups.append(Group(flags: flags)) }

  /// `(?i)`, `(?i:…)` and `(?:…)`, behind the question mark.
  private mutating func setFlags() {
    let before = flags
    var isOn = true
    while let byte = byte(index) {
      index += 1
      switch byte {
      case UInt8(ascii: "i"): flags.foldsCase = isOn
      case UInt8(ascii: "m"): flags.isMultiline = isOn
      case UInt8(ascii: "s"): flags.dotTakesNewline = isOn
      // What is matched as a whole does not depend on which of two ways is tried first.
      case UInt8(ascii: "U"): break
      case UInt8(ascii: "-"): isOn = false
      case UInt8(ascii: ":"):
        groups.append(Group(flags: before))
        return
      case UInt8(ascii: ")"):
        return
      default:
        isFaulty = true
        return
      }
    }
    isFaulty = true
  }

  private mutating func closeGroup() {
    guard groups.count > 1, let group = groups.popLast() else {
      isFaulty = true
      return
    }
    index += 1
    flags = group.flags
    add(close(group))
  }

  /// The alternatives of a group, one behind the other.
  private func close(_ group: Group) -> [Instruction] {
    var group = group
    group.take()
    var program = group.sequence
    for alternative in group.alternatives.reversed() {
      var joined: [Instruction] = [.fork(1, alternative.count + 2)]
      joined += alternative
      joined.append(.jump(program.count + 1))
      joined += program
      program = joined
    }
    return program
  }

  // MARK: Repetitions

  private mutating func repeatLast(least: Int, most: Int?, length: Int) {
    index += length
    if byte(index) == UInt8(ascii: "?") { index += 1 }
    let top = groups.count - 1
    guard let part = groups[top].last, part.count * max(most ?? least + 1, 1) <= RegexProgram.maximumSize else {
      isFaulty = true
      return
    }
    var program: [Instruction] = []
    for _ in 0..<least { program += part }
    if let most {
      // Each copy that may be left out is left out with all behind it.
      var copies = max(most - least, 0)
      while copies > 0 {
        program.append(.fork(1, copies * (part.count + 1)))
        program += part
        copies -= 1
      }
    } else {
      program.append(.fork(1, part.count + 2))
      program += part
      program.append(.jump(-(part.count + 1)))
    }
    groups[top].last = program
  }

  // MARK: Escapes

  private mutating func escape() {
    guard let letter = byte(index + 1) else {
      isFaulty = true
      return
    }
    switch letter {
    case UInt8(ascii: "A"): return addAssertion(.textStart)
    case UInt8(ascii: "z"): return addAssertion(.textEnd)
    case UInt8(ascii: "b"): return addAssertion(.wordBoundary)
    case UInt8(ascii: "B"): return addAssertion(.noWordBoundary)
    case UInt8(ascii: "C"):
      index += 2
      return add(.all)
    case UInt8(ascii: "Q"): return quotation()
    default: break
    }
    if let set = escapedSet() { return add(flags.foldsCase ? set.foldingCase : set) }
    if let byte = escapedByte() { add(byte: byte) } else { isFaulty = true }
  }

  private mutating func addAssertion(_ assertion: RegexProgram.Assertion) {
    index += 2
    add([.assert(assertion)])
  }

  /// `\Q…\E`: everything between means itself.
  private mutating func quotation() {
    index += 2
    while let byte = byte(index) {
      if byte == UInt8(ascii: "\\"), self.byte(index + 1) == UInt8(ascii: "E") {
        index += 2
        return
      }
      literal(byte)
    }
  }

  /// `\d`, `\pL` and their like at the index; nil, and nothing read, for other escapes.
  private mutating func escapedSet() -> ByteSet? {
    guard let letter = byte(index + 1) else { return nil }
    let set: ByteSet
    switch letter {
    case UInt8(ascii: "d"): set = .digits
    case UInt8(ascii: "D"): set = ByteSet.digits.inverted
    case UInt8(ascii: "s"): set = .spaces
    case UInt8(ascii: "S"): set = ByteSet.spaces.inverted
    case UInt8(ascii: "w"): set = .wordBytes
    case UInt8(ascii: "W"): set = ByteSet.wordBytes.inverted
    case UInt8(ascii: "p"), UInt8(ascii: "P"): return property(isNegated: letter == UInt8(ascii: "P"))
    default: return nil
    }
    index += 2
    return set
  }

  private mutating func property(isNegated: Bool) -> ByteSet? {
    var name: [UInt8] = []
    index += 2
    if byte(index) == UInt8(ascii: "{") {
      index += 1
      while let byte = byte(index), byte != UInt8(ascii: "}") {
        name.append(byte)
        index += 1
      }
    } else if let byte = byte(index) {
      name = [byte]
    }
    index += 1
    var isNegated = isNegated
    if name.first == UInt8(ascii: "^") {
      isNegated.toggle()
      name.removeFirst()
    }
    guard let set = ByteSet.property(String(decoding: name, as: UTF8.self)) else {
      isFaulty = true
      return ByteSet()
    }
    return isNegated ? set.inverted : set
  }

  /// The byte that an escape at the index stands for; nil if it stands for none.
  private mutating func escapedByte() -> UInt8? {
    guard let letter = byte(index + 1) else { return nil }
    index += 2
    switch letter {
    case UInt8(ascii: "n"): return 10
    case UInt8(ascii: "r"): return 13
    case UInt8(ascii: "t"): return 9
    case UInt8(ascii: "a"): return 7
    case UInt8(ascii: "f"): return 12
    case UInt8(ascii: "v"): return 11
    case UInt8(ascii: "x"): return hexadecimal()
    case 48...55:
      var value = Int(letter - 48)
      var digits = 1
      while digits < 3, let digit = byte(index), digit >= 48, digit <= 55 {
        value = value * 8 + Int(digit - 48)
        digits += 1
        index += 1
      }
      return UInt8(exactly: value)
    default: return RegexParser.isLetterOrDigit(letter) || letter >= 0x80 ? nil : letter
    }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    byte >= 48 && byte <= 57 || byte >= 65 && byte <= 90 || byte >= 97 && byte <= 122
  }

  /// `\x7F`, `\x{7F}`, behind the `x`.
  private mutating func hexadecimal() -> UInt8? {
    let isBraced = byte(index) == UInt8(ascii: "{")
    if isBraced { index += 1 }
    var value = 0
    var digits = 0
    while isBraced || digits < 2, let byte = byte(index), let digit = RegexParser.hexValue(byte) {
      value = min(value * 16 + digit, 0x11_0000)
      digits += 1
      index += 1
    }
    if isBraced {
      guard digits > 0, byte(index) == UInt8(ascii: "}") else { return nil }
      index += 1
    } else if digits != 2 {
      return nil
    }
    return UInt8(exactly: value)
  }

  private static func hexValue(_ byte: UInt8) -> Int? {
    switch byte {
    case 48...57: Int(byte) - 48
    case 65...70: Int(byte) - 55
    case 97...102: Int(byte) - 87
    default: nil
    }
  }

  // MARK: Classes

  private mutating func characterClass() {
    index += 1
    let isNegated = byte(index) == UInt8(ascii: "^")
    if isNegated { index += 1 }
    var set = ByteSet()
    var isFirst = true
    while let byte = byte(index), isFirst || byte != UInt8(ascii: "]"), !isFaulty {
      isFirst = false
      classItem(&set)
    }
    if byte(index) == nil { isFaulty = true }
    index += 1
    if flags.foldsCase { set = set.foldingCase }
    add(isNegated ? set.inverted : set)
  }

  private mutating func classItem(_ set: inout ByteSet) {
    if let named = posixClass() { return set.formUnion(named) }
    if byte(index) == UInt8(ascii: "\\"), let escaped = escapedSet() { return set.formUnion(escaped) }
    guard let low = classByte() else {
      isFaulty = true
      return
    }
    var high = low
    if byte(index) == UInt8(ascii: "-"), let end = byte(index + 1), end != UInt8(ascii: "]") {
      index += 1
      guard let bound = classByte(), bound >= low else {
        isFaulty = true
        return
      }
      high = bound
    }
    set.insert(low...high)
  }

  private mutating func classByte() -> UInt8? {
    guard let byte = byte(index) else { return nil }
    if byte == UInt8(ascii: "\\") { return escapedByte() }
    index += 1
    return byte
  }

  /// `[:alpha:]` or `[:^alpha:]` at the index; nil, and nothing read, for anything else.
  private mutating func posixClass() -> ByteSet? {
    guard byte(index) == UInt8(ascii: "["), byte(index + 1) == UInt8(ascii: ":") else { return nil }
    var end = index + 2
    while let byte = byte(end), !(byte == UInt8(ascii: ":") && self.byte(end + 1) == UInt8(ascii: "]")) { end += 1 }
    guard byte(end) != nil else { return nil }
    var name = text[index + 2..<end]
    let isNegated = name.first == UInt8(ascii: "^")
    if isNegated { name = name.dropFirst() }
    index = end + 2
    guard let set = ByteSet.posix(String(decoding: name, as: UTF8.self)) else {
      isFaulty = true
      return ByteSet()
    }
    return isNegated ? set.inverted : set
  }
}
