; Written by `epic-dev grammars`; a change made here is lost.

; Comments
(comment) @comment
(documentation) @comment.documentation

; Names
(name) @variable
(dotted_name) @variable
(label name: (name) @label)
(field_label name: (name) @property)
(suffixed_name . (name) @function (call_suffix))
(suffixed_name . (dotted_name) @function (call_suffix))
(parameter (label name: (name) @variable.parameter))
(parameter type: (type) @type)
(template_declaration name: (name) @function)
(let_statement name: (name) @constant)
(use_statement package: (_) @module)
(reference (name) @function)

; Literals
(integer) @number
(integer_range) @number
(decimal) @number.float
(version) @number.float
(percentage) @number
(duration) @number
(size) @number
(rate) @number
(bandwidth) @number
(status_class) @number
(address) @constant
(prefix) @constant
(address_range) @constant
(endpoint) @constant
(as_number) @constant
(community) @constant
(host_pattern) @constant
(slashed_name) @constant
(url) @string.special.url
(path) @string.special.path
(regex) @string.regexp

; Strings
(string) @string
(block_string) @string
(escape) @string.escape
(interpolation [ "${" "}" ] @punctuation.special)
(interpolation name: (_) @variable)
(capture [ "{" "}" ] @punctuation.special)
(capture name: (name) @variable.parameter)
(wildcard) @operator

; Words
[ "else" "if" ] @keyword.conditional
[ "for" ] @keyword.repeat
[ "because" "cases" "every" "otherwise" "require" "under" "when" ] @keyword
(outcome_word) @keyword.return
[ "and" "exists" "implies" "in" "is" "matches" "not" "or" "starts" ] @keyword.operator
[ "let" "template" ] @keyword
[ "export" "use" ] @keyword.import
(modifier) @keyword.modifier
"override" @keyword.modifier
(data_reference [ "data" "sha256" ] @keyword)
(value_word) @constant.builtin
(value_word [ "false" "true" ] @boolean)
(field_word) @constant.builtin
(request_field name: (name) @variable.builtin
  (#any-of? @variable.builtin "asn" "body" "client" "cohort" "continent" "cookie" "country" "grpc" "header" "host" "jwt" "method" "path" "query" "site" "sni" "tls"))

; Statements
(plain_statement keyword: (head . (name) @keyword)
  (#any-of? @keyword "accepts" "access" "access-log" "acme" "address" "addresses" "announce" "as" "at" "audience" "auth" "authorize" "balance" "bfd" "bgp" "body" "by" "ca" "capacity" "cdn" "challenge" "client" "compress" "connect" "cookie" "cookies" "cors" "credentials" "csrf" "database" "delegate" "dependency" "dns" "edition" "eject" "endpoint" "engine" "envoy" "expect" "expose" "feed" "fill" "forward" "geo" "given" "grpc-web" "header" "headers" "health" "host" "image" "isolate" "issuer" "jwks" "jwt" "key" "kubernetes" "limits" "listen" "local-ca" "max" "max-age" "max-prefix" "may" "methods" "mirror" "missing" "name" "names" "nearest" "node" "on" "origins" "owns" "package" "panic" "password" "peer" "pods" "policy" "port" "protocol" "proxy-protocol" "range" "rate-limit" "realm" "redirect-path" "refresh" "reject" "renew" "request" "request-header" "reserve" "response-header" "retry" "rewrite" "routes" "scopes" "server" "sign-out-path" "sites" "slow" "spill" "statistics" "test" "tier" "timeout" "tls" "token" "trace" "trust" "ttl" "tunnel" "upstream" "users" "websocket" "workspace"))
(plain_statement keyword: (head . (name) @keyword.type)
  (#any-of? @keyword.type "cdn" "certificate" "engine" "geo" "ingress" "issuer" "kubernetes" "pool" "routes" "site" "tenant" "upstream" "zone"))
(plain_statement keyword: (head . (name) @keyword.type)
  (arguments . (suffixed_name . (name) @type))
  (#any-of? @keyword.type "cdn" "certificate" "engine" "geo" "ingress" "issuer" "kubernetes" "pool" "routes" "site" "tenant" "upstream" "zone"))

; Operators and punctuation
"->" @operator
[ "=" "|" "<" "<=" ">" ">=" ] @operator
[ "(" ")" "[" "]" ] @punctuation.bracket
(body [ "{" "}" ] @punctuation.bracket)
(object [ "{" "}" ] @punctuation.bracket)
[ "," ";" ":" ] @punctuation.delimiter
