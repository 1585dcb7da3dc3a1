// Evaluates a tree-sitter grammar and prints it as JSON, in the form of tree-sitter's own grammar.json.
//
//   node evaluate.js GRAMMAR.js
"use strict";

const path = require("path");

function rule(value) {
  if (typeof value === "string") return { type: "STRING", value };
  if (value instanceof RegExp) return { type: "PATTERN", value: value.source };
  if (value && typeof value.type === "string") return value;
  throw new Error(`no rule: ${JSON.stringify(value)}`);
}

const symbols = new Proxy({}, { get: (_, name) => ({ type: "SYMBOL", name: String(name) }) });
const blank = { type: "BLANK" };

function precedence(type) {
  return (number, content) =>
    content === undefined
      ? { type, value: 0, content: rule(number) }
      : { type, value: number, content: rule(content) };
}

Object.assign(globalThis, {
  seq: (...members) => ({ type: "SEQ", members: members.map(rule) }),
  choice: (...members) => ({ type: "CHOICE", members: members.map(rule) }),
  repeat: (content) => ({ type: "REPEAT", content: rule(content) }),
  repeat1: (content) => ({ type: "REPEAT1", content: rule(content) }),
  optional: (content) => ({ type: "CHOICE", members: [rule(content), blank] }),
  blank: () => blank,
  field: (name, content) => ({ type: "FIELD", name, content: rule(content) }),
  alias: (content, value) => {
    const named = typeof value !== "string";
    return { type: "ALIAS", content: rule(content), named, value: named ? rule(value).name : value };
  },
  token: Object.assign((content) => ({ type: "TOKEN", content: rule(content) }), {
    immediate: (content) => ({ type: "IMMEDIATE_TOKEN", content: rule(content) }),
  }),
  prec: Object.assign(precedence("PREC"), {
    left: precedence("PREC_LEFT"),
    right: precedence("PREC_RIGHT"),
    dynamic: precedence("PREC_DYNAMIC"),
  }),
  grammar: (options) => {
    const names = (list) => (list ? list(symbols) : []).map(rule);
    return {
      name: options.name,
      word: options.word ? options.word(symbols).name : null,
      extras: names(options.extras),
      externals: names(options.externals),
      conflicts: (options.conflicts ? options.conflicts(symbols) : []).map((set) => set.map((each) => each.name)),
      reserved: Object.fromEntries(
        Object.entries(options.reserved || {}).map(([name, list]) => [name, names(list)]),
      ),
      rules: Object.fromEntries(
        Object.entries(options.rules).map(([name, body]) => [name, rule(body.call(symbols, symbols))]),
      ),
    };
  },
});

process.stdout.write(JSON.stringify(require(path.resolve(process.argv[2]))));
