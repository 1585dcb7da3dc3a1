; The names are Neovim's.

[
  (body)
  (object)
  (list)
  (list_type)
  (parenthesized)
  (parameter_list)
  (call_suffix)
] @indent.begin

[ "}" "]" ")" ] @indent.branch @indent.end

[ (block_string) (comment) (documentation) ] @indent.ignore
