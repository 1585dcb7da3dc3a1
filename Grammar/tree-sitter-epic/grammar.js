/**
 * The grammar of the .epic language, edition 2026, for tree-sitter (0.25 or later).
 *
 * The rules follow part 1 of ../epic.ebnf one by one; Tests/Editor/tree_sitter.py holds the table of names and compares the
 * two. TOUCH is `token.immediate`, NEWLINE is `$._newline` of src/scanner.c. Lists that the EBNF writes twice (a file's and a
 * body's statements) stand in hidden rules of their own.
 *
 * The words are those of keywords.json, which the compiler's own tables are written to.
 */

/// <reference types="tree-sitter-cli/dsl" />

const keywords = require("./keywords.json");

/** Words that are keywords before a string, or behind a quantifier's colon, and names everywhere else. */
const inner = ["data", "sha256", "require"];

/** Words that are keywords where a statement starts, and names everywhere else. */
const leading = ["use", "export", "cases", "template", "override", ...keywords.modifiers];

/** `x, x, x` with an optional comma behind the last. */
const commaList = (item) => seq(item, repeat(seq(",", item)), optional(","));

/** The arguments of a statement: commas between them are optional. */
const items = ($, first) => seq(first, repeat(seq(optional(","), $._argument_item)));

/** One of several words, each as the name that it is. */
const names = ($, words) => words.map((word) => alias(word, $.name));

/** Items with separators between them; any number of others may stand before the first and behind the last. */
const separated = (separator, item, before = separator) =>
  seq(repeat(before), optional(seq(item, repeat(seq(repeat1(separator), item)), repeat(separator))));

const octet = /25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9]/.source;
const v4 = `(${octet})(\\.(${octet})){3}`;
const group = "[0-9A-Fa-f]{1,4}";
const before = (count) => `(${group}:){1,${count}}`;
const behind = (count) => `(:${group}){1,${count}}`;
const v6 = [
  `(${group}:){7}${group}`,
  `(${group}:){6}${v4}`,
  ...[1, 2, 3, 4].map((count) => `${before(5 - count)}${behind(count)}:${v4}`),
  `${before(5)}:${v4}`,
  `::(${group}:){0,5}${v4}`,
  ...[1, 2, 3, 4, 5, 6].map((count) => `${before(7 - count)}${behind(count)}`),
  `${before(7)}:`,
  `:${behind(7)}`,
  "::",
].join("|");
const address = `(${v4}|${v6})`;

/** Labels may end in `-`, but the word as a whole does not. */
const anyLabel = "[A-Za-z0-9_][A-Za-z0-9_-]*";
const label = "[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?";
const anyName = "[A-Za-z_][A-Za-z0-9_-]*";
const named = "[A-Za-z_]([A-Za-z0-9_-]*[A-Za-z0-9_])?";
const anySegment = `${anyLabel}(\\.${anyLabel})*`;
const segment = `(${anyLabel}\\.)*${label}`;
const namedSegment = `${anyName}(\\.${anyLabel})*`;
const lettered = "([A-Za-z]|[0-9_][0-9_-]*[A-Za-z])([A-Za-z0-9_-]*[A-Za-z0-9_])?";
const anyDotted =
  `${anyName}\\.(${anyLabel}\\.)*([A-Za-z]|[0-9_][0-9_-]*[A-Za-z])[A-Za-z0-9_-]*` +
  `|[0-9][A-Za-z0-9_-]*\\.(${anyLabel}\\.)*[A-Za-z][A-Za-z0-9_-]*`;
const dotted =
  `${anyName}\\.(${anyLabel}\\.)*${lettered}` +
  `|[0-9][A-Za-z0-9_-]*\\.(${anyLabel}\\.)*[A-Za-z]([A-Za-z0-9_-]*[A-Za-z0-9_])?`;

const pathCharacters = "[A-Za-z0-9\\-._~!$&'+=:@%]";
/** Printable characters of ASCII but `" $ ( ) , ; [ ] { }`. */
const urlCharacters = "[!#%&'*+\\-./0-9:<=>?@A-Z\\\\^_`a-z|~]";

const word = (expression) => token(new RegExp(expression));

module.exports = grammar({
  name: "epic",

  word: ($) => $.name,

  extras: ($) => [/[ \t\r\n]/, $.documentation, $.comment],

  // src/scanner.c: a line end that counts, and one behind `in` that does not.
  externals: ($) => [$._newline, $._ignored_newline],

  reserved: {
    global: () => keywords.reserved,
  },

  conflicts: ($) => [
    // `sha256` behind a file's name, without a string behind it, is a name.
    [$.data_reference],
    // `require` behind a quantifier's colon.
    [$.requirement, $._name],
  ],

  rules: {
    file: ($) => separated($._separator, $._statement),

    _separator: ($) => choice(";", $._newline),

    body: ($) => seq("{", separated($._separator, $._statement), "}"),

    // ----- Statements

    _statement: ($) =>
      choice(
        $.use_statement,
        $.export_statement,
        $.let_statement,
        $.if_statement,
        $.for_statement,
        $.quantifier,
        $.cases_statement,
        $.template_declaration,
        $.modified_statement,
        $.override_statement,
        $.arm,
        $.otherwise_arm,
        $.under_block,
        $.weighted_statement,
        $.field,
        $.plain_statement,
      ),

    use_statement: ($) =>
      seq(
        "use",
        field("package", $._package_path),
        optional(seq(token.immediate("."), token.immediate("{"), commaList(field("name", $._name)), "}")),
      ),

    _package_path: ($) => choice($._name, $.dotted_name),

    export_statement: ($) => seq("export", $._exported),

    _exported: ($) => choice($.let_statement, $.template_declaration, $.plain_statement),

    let_statement: ($) => seq("let", field("name", $._name), "=", field("value", $._value)),

    if_statement: ($) =>
      seq(
        "if",
        field("condition", $._expression),
        field("consequence", $.body),
        optional(seq("else", field("alternative", choice($.body, $.if_statement)))),
      ),

    for_statement: ($) =>
      seq("for", field("name", choice($._name, alias("every", $.name))), "in", field("values", $._expression), $.body),

    quantifier: ($) =>
      seq(
        "for",
        "every",
        field("kind", $._name),
        optional(field("name", $._name)),
        token.immediate(":"),
        choice($.requirement, $._expression),
      ),

    requirement: ($) => seq("require", field("predicate", $._plain_expression), "else", field("message", $._string)),

    cases_statement: ($) =>
      seq("cases", "(", commaList(field("name", $._name)), ")", "in", field("values", $._expression), $.body),

    template_declaration: ($) =>
      seq(
        "template",
        field("name", $._name),
        choice(seq($.parameter_list, optional($.arguments)), optional(alias($.open_arguments, $.arguments))),
        $.body,
      ),

    open_arguments: ($) => items($, choice($._open_primary, $._item_word, $.bound)),

    parameter_list: ($) => seq("(", optional(commaList($.parameter)), ")"),

    parameter: ($) => seq($.label, field("type", $.type), optional(seq("=", field("default", $._value)))),

    type: ($) => seq($._type_alternative, repeat(seq("|", $._type_alternative))),

    _type_alternative: ($) => choice($._name, $.dotted_name, $.list_type),

    list_type: ($) => seq("[", $.type, "]"),

    modified_statement: ($) => seq($.modifier, $.plain_statement),

    modifier: () => choice(...keywords.modifiers),

    override_statement: ($) =>
      seq("override", choice($.modified_statement, $.plain_statement), optional(seq("because", $._string))),

    // ----- Routes

    arm: ($) => seq(optional($.label), "when", field("condition", $._expression), $._outcome),

    otherwise_arm: ($) => seq("otherwise", $._outcome),

    under_block: ($) => seq(optional($.label), "under", field("condition", $._expression), $.body),

    _outcome: ($) =>
      seq("->", field("target", choice($.reference, $.parenthesized, $.outcome_word)), optional($.arguments), optional($.body)),

    outcome_word: () => choice("split", "redirect", "respond", "close"),

    weighted_statement: ($) =>
      seq(
        choice($.percentage, $.parenthesized),
        choice($.plain_statement, seq($.parenthesized, optional($.body))),
      ),

    // ----- Plain statements and fields

    plain_statement: ($) =>
      seq(
        field("keyword", $.head),
        // A line end behind a label never ends the statement.
        optional(seq($.label, optional($._ignored_newline))),
        optional($.arguments),
        choice($._outcome, optional($.body)),
      ),

    head: ($) => seq(choice($._plain_keyword, $.dotted_name), repeat($.index_suffix)),

    _plain_keyword: ($) => choice($.name, ...names($, inner)),

    field: ($) =>
      seq(
        $.field_label,
        choice(
          seq(alias($._field_arguments, $.arguments), optional($.body)),
          $.body,
        ),
      ),

    _field_arguments: ($) => items($, choice($._primary, $.field_word, $.bound)),

    arguments: ($) => items($, $._argument_item),

    _argument_item: ($) => choice($._primary, $._item_word, $.bound),

    _item_word: ($) => choice($.field_word, alias("under", $.field_word)),

    field_word: ($) =>
      choice(
        "all",
        "any",
        "close",
        "false",
        "for",
        // A line end behind `in` never ends a statement, wherever `in` stands.
        seq("in", optional($._ignored_newline)),
        "otherwise",
        "redirect",
        "respond",
        "split",
        "true",
      ),

    bound: ($) => seq(choice("<", "<=", ">", ">="), $._primary),

    label: ($) => seq(field("name", $._name), token.immediate(":")),

    field_label: ($) => seq(field("name", choice($._name, $.dotted_name, $.string)), token.immediate(":")),

    reference: ($) => seq(choice($._name, $.dotted_name), repeat($.index_suffix)),

    index_suffix: ($) => seq(token.immediate("["), $._expression, "]"),

    // ----- Values and expressions, the loosest first

    _value: ($) => choice($.object, $._expression),

    _expression: ($) => choice($._disjunction_level, $.implication),

    implication: ($) => seq($._disjunction_level, "implies", $._disjunction_level),

    _disjunction_level: ($) => choice($.conjunction, $.disjunction, $._negation_level),

    conjunction: ($) => seq($._negation_level, repeat1(seq("and", $._negation_level))),

    disjunction: ($) => seq($._negation_level, repeat1(seq("or", $._negation_level))),

    _negation_level: ($) => choice($.negation, $._comparison_level),

    negation: ($) => seq("not", $._comparison_level),

    _comparison_level: ($) => choice($._alternatives_level, $.comparison),

    comparison: ($) => seq($._alternatives_level, choice(seq($.comparator, $._alternatives_level), "exists")),

    comparator: () =>
      choice(seq("is", optional("not")), seq(optional("not"), "in"), "starts", "matches", "<", "<=", ">", ">="),

    _alternatives_level: ($) => choice($._operand, $.alternatives),

    alternatives: ($) => seq($._operand, repeat1(seq("else", $._operand))),

    _operand: ($) => choice($.request_field, $._primary, $.value_word),

    value_word: () => choice("all", "any", "true", "false", "otherwise"),

    request_field: ($) => seq(field("name", $._name), field("key", $._field_operand)),

    _field_operand: ($) => choice($._name, $.dotted_name, $._string, $._literal, $.parenthesized),

    // A requirement's predicate: the same without `else`, which stands before its message.

    _plain_expression: ($) =>
      choice(
        $._plain_disjunction_level,
        alias($.plain_implication, $.implication),
      ),

    plain_implication: ($) => seq($._plain_disjunction_level, "implies", $._plain_disjunction_level),

    _plain_disjunction_level: ($) =>
      choice(
        alias($.plain_conjunction, $.conjunction),
        alias($.plain_disjunction, $.disjunction),
        $._plain_negation_level,
      ),

    plain_conjunction: ($) => seq($._plain_negation_level, repeat1(seq("and", $._plain_negation_level))),

    plain_disjunction: ($) => seq($._plain_negation_level, repeat1(seq("or", $._plain_negation_level))),

    _plain_negation_level: ($) => choice(alias($.plain_negation, $.negation), $._plain_comparison_level),

    plain_negation: ($) => seq("not", $._plain_comparison_level),

    _plain_comparison_level: ($) => choice($._operand, alias($.plain_comparison, $.comparison)),

    plain_comparison: ($) => seq($._operand, choice(seq($.comparator, $._operand), "exists")),

    // ----- Primaries. A suffix touches what it belongs to.

    _primary: ($) => choice($.parenthesized, $._open_primary),

    _open_primary: ($) => choice($.data_reference, $.suffixed_name, $._literal, $._string, $.list),

    suffixed_name: ($) =>
      seq(
        choice($._name, $.dotted_name),
        repeat(seq(choice($.index_suffix, $.call_suffix), optional($.member_suffix))),
      ),

    call_suffix: ($) => seq(token.immediate("("), optional(commaList($._call_argument)), ")"),

    _call_argument: ($) => seq(optional($.label), $._value),

    member_suffix: ($) => seq(token.immediate("."), choice($._name, $.dotted_name)),

    // `data` before a string is never a request's field of that name.
    data_reference: ($) =>
      prec(1, seq("data", field("path", $._string), optional(seq("sha256", field("digest", $._string))))),

    list: ($) => seq("[", optional(commaList($._value)), "]"),

    parenthesized: ($) => seq("(", optional(commaList($._value)), ")"),

    object: ($) => seq("{", separated($._entry_separator, $.entry, $._separator), "}"),

    _entry_separator: ($) => choice(",", $._separator),

    entry: ($) => choice(seq($.field_label, $._value), seq(field("name", $._name), $.object)),

    _string: ($) => choice($.string, $.block_string),

    _literal: ($) =>
      choice(
        $.host_pattern,
        $.slashed_name,
        $.integer,
        $.decimal,
        $.version,
        $.address,
        $.prefix,
        $.address_range,
        $.integer_range,
        $.endpoint,
        $.as_number,
        $.community,
        $.duration,
        $.size,
        $.rate,
        $.bandwidth,
        $.percentage,
        $.status_class,
        $.url,
        $.path,
        $.regex,
      ),

    // ----- Words. The longest match wins; of equally long ones the first in this file.

    /** A name, or a word that is a keyword in another place. */
    _name: ($) => choice($.name, ...names($, inner), ...names($, leading)),

    percentage: () => /[0-9]+(\.[0-9]+)?%/,
    duration: () =>
      word(
        [
          "[0-9]+d([0-9]+h)?([0-9]+m)?([0-9]+s)?([0-9]+ms)?",
          "[0-9]+h([0-9]+m)?([0-9]+s)?([0-9]+ms)?",
          "[0-9]+m([0-9]+s)?([0-9]+ms)?",
          "[0-9]+s([0-9]+ms)?",
          "[0-9]+ms",
        ].join("|"),
      ),
    size: () => /[0-9]+([KMGT]i?)?B/,
    rate: () => /[0-9]+\/[smh]/,
    bandwidth: () => /[0-9]+[KMGT]?bps/,
    status_class: () => /[1-5]xx/,
    integer: () => /[0-9]+/,
    integer_range: () => /[0-9]+\.\.[0-9]+/,
    decimal: () => /-[0-9]+(\.[0-9]+)?|[0-9]+\.[0-9]+/,
    version: () => /[0-9]+\.[0-9]+\.[0-9]+/,
    address: () => word(address),
    prefix: () => word(`${address}/[0-9]+`),
    address_range: () => word(`${address}\\.\\.${address}`),
    endpoint: () => word(`(${v4}|${anyDotted}):[0-9]+|\\[(${v6})\\]:[0-9]+`),
    as_number: () => /AS[0-9]+/,
    community: () => /[0-9]+:[0-9]+(:[0-9]+)?/,
    name: () => new RegExp(named),
    dotted_name: () => word(dotted),
    host_pattern: () => word(`\\*\\*?\\.${segment}`),
    slashed_name: () =>
      word(
        `${anySegment}(/${anySegment})+:${label}|${namedSegment}(/${anySegment})*/(${segment}|\\*)`,
      ),

    // ----- URLs, paths, strings

    url: ($) =>
      seq(
        word(`https?://(\\$*${urlCharacters})*`),
        repeat(
          choice($.interpolation, token.immediate(new RegExp(`(\\$*${urlCharacters})+`)), token.immediate("$")),
        ),
      ),

    path: ($) =>
      seq(
        word(`/(${pathCharacters}+/)*${pathCharacters}*`),
        repeat(choice($.capture, token.immediate(new RegExp(`/|/?(${pathCharacters}+/?)+`)))),
        optional(alias(token.immediate("**"), $.wildcard)),
      ),

    capture: ($) =>
      seq(
        token.immediate("{"),
        field("name", alias(token.immediate(/[A-Za-z_][A-Za-z0-9_-]*/), $.name)),
        optional(token.immediate("...")),
        token.immediate("}"),
      ),

    regex: ($) =>
      seq('re"', alias(token.immediate(prec(1, /([^"\\\n]|\\[^\n])+/)), $.regex_pattern), token.immediate('"')),

    string: ($) => seq('"', repeat($._string_part), token.immediate('"')),

    block_string: ($) =>
      seq(
        '"""',
        repeat(choice($._string_part, alias(token.immediate(prec(1, /\n+/)), $.string_content), alias(token.immediate(/""?/), $.string_content))),
        token.immediate('"""'),
      ),

    _string_part: ($) =>
      choice(
        alias(token.immediate(prec(1, /[^"\\$\n]+/)), $.string_content),
        alias(token.immediate("$"), $.string_content),
        $.escape,
        $.interpolation,
      ),

    escape: () => token.immediate(/\\(["\\nrt$]|u\{[0-9A-Fa-f]+\})/),

    interpolation: ($) =>
      seq(
        token.immediate("${"),
        field(
          "name",
          choice(
            alias(token.immediate(new RegExp(named)), $.name),
            alias(token.immediate(new RegExp(`${anyName}\\.(${anyLabel}\\.)*${label}`)), $.dotted_name),
          ),
        ),
        token.immediate("}"),
      ),

    // ----- Comments

    documentation: () => token(/\/\/\/([^/\n][^\n]*)?/),

    comment: () => token(/\/\/[^\n]*/),
  },
});
