((regex_pattern) @injection.content
  (#set! injection.language "regex"))

([
  (comment)
  (documentation)
] @injection.content
  (#set! injection.language "comment"))
