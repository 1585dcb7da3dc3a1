/// The examples of the language's design, word for word.
enum Samples {
  /// Every class of literal.
  static let literals = ##"""
    203.0.113.7   2001:db8::7            // address           203.0.113.0/24  2001:db8::/32   // prefix; host bits set is an error with two fix-its
    203.0.113.10..203.0.113.20           // inclusive range   443  8000..8999                 // port, ports
    203.0.113.7:8443  [2001:db8::7]:8443  pay.example.com:8443                                // endpoint
    AS64500  64500:120  64500:1:2        // AS number, communities
    250ms 5s 1h30m 2d                    // duration          64KiB 10MB                      // size, binary and decimal kept apart
    100/s  3000/m burst 500              // rate              25Mbps                          // bandwidth
    5% 99.95%  -122.4                    // exact decimal     1.2  1.40  1.40.2               // version, where one is expected: 1.40 is not 1.4
    5xx 200..299 404                     // status set        https://id.example.com/jwks     // URL
    shop.example.com                     // host, two labels or more, punycode checked, case folded
    *.shop.example.com                   // exactly one label  **.shop.example.com            // one or more labels
    /healthz  /static/**  /v{n}/items/{id}  // exact path; the path and everything below it by whole segments; captures
    shop/cart:http  tsig/acme  acme.cart.v1.Cart/Checkout  // slashed name: Kubernetes service and port, secret, gRPC method (`/*` for all)
    re"/v[0-9]+/.*"                      // RE2, always a full match, raw (only \" is special), length and program size bounded
    "text"  "order ${id}"  """…"""       // strings, interpolation of a dotted name only (`\$` for a dollar), blocks
    GET  DE  gold                        // names: methods, ISO 3166 countries, enum cases, resolved by the type expected
    """##

  /// What a platform team writes.
  static let platform = ##"""
    /// Frankfurt.
    site fra {
      at 50.11, 8.68 country DE
      node fra-1 { address 192.0.2.11, 2001:db8:1::11; capacity 40Gbps }
      node fra-2 { address 192.0.2.12, 2001:db8:1::12 }
      bgp as AS64512 {
        peer tor-a { address 192.0.2.1; as AS64496; bfd 50ms x 3; max-prefix 200; accepts host-routes; password secret bgp/tor-a }
      }
    }
    pool anycast4 {
      range     198.51.100.0/24
      reserve   198.51.100.0..198.51.100.15
      announce  bgp as AS64512 community 64512:120 prefix each-address   // or: prefix 198.51.100.0/24; /32 and /128 go only to peers that accept host-routes
      sites     all
    }
    zone example-com { name example.com; server 192.0.2.53; key secret tsig/acme; ttl 60s }
    kubernetes eu-1 {
      at 50.1, 8.7
      pods    10.244.0.0/16, 2001:db8:244::/56
      tunnel  true-ingress { port 6080 }
      access  secret kubeconfig/eu-1
    }
    cdn fastly-main { host acme.map.fastly.example; tls sni acme.map.fastly.example; addresses dns }
    geo main { database data "geo.mmdb" sha256 "…"; refresh from file }   // country, continent, asn come from here
    engine stable { envoy 1.40; image "registry.example/envoy@sha256:…" }
    issuer internal { local-ca secret ca/internal }
    issuer public   { acme https://acme.example/directory; challenge dns in example-com }

    tenant acme {
      package  acme
      owns     host shop.example.com, **.shop.example.com
      owns     prefix 2001:db8:50::/48                     // for pools of its own
      may use  pool anycast4 quota 8 addresses             // one kind and one quota a line
      may use  pool anycast6 quota 8 addresses
      may use  kubernetes eu-1, eu-2, us-1 namespaces shop, web
      may use  cdn fastly-main
      may use  zone example-com
      may use  issuer public
      may use  engine stable
      may use  native envoy                                // without this line every hatch is an error
      may reach 192.0.2.80..192.0.2.95, 203.0.113.0/24, id.acme.example
      limits   ingresses 20, routes 2000, upstreams 500, traffic 50000/s
      delegate host **.dev.shop.example.com to acme-dev
    }
    """##

  /// What an application team writes.
  static let tenant = ##"""
    template web-app(name: host, grade: gold | silver = silver) for ingress {
      host     name
      listen   https 443 tls min 1.2
      listen   http 80 redirect https
      default  timeout request 15s
      limit    timeout request <= 60s
      final    response-header strict-transport-security "max-age=31536000; includeSubDomains"
      required tls                                         // filled by a plain statement; the other three only by `override`
      if grade is gold { default rate-limit 2000/s burst 4000 by client }
      slot     routes early
    }
    certificate shop { names shop.example.com, *.shop.example.com; issuer public; renew 30d before }

    ingress shop from web-app(name: shop.example.com, grade: gold) {
      address  one from anycast4, one from anycast6
      engine   stable
      sites    all
      tls      certificate shop
      dns      publish shop.example.com in example-com
      override timeout request 30s because "3-D Secure round trip"
      auth jwt main { issuer https://id.acme.example; jwks https://id.acme.example/jwks.json; audience "shop"; missing allowed }
      routes   shop-routes
    }

    routes shop-routes {
      let is-gold = jwt.claim("plan") in ["gold", "platinum"]

      under /api/** {
        internal:  when client in 198.51.100.0/24                    -> cart-canary
        beta:      when header x-beta is "1" or cookie beta is "on"  -> cart-canary
        eu:        when country in std.geo.eu27 and asn not in [AS64666]  -> cart-eu
        vip:       when is-gold                                      -> cart-gold
        trial:     when cohort(jwt.sub else cookie sid, salt: "exp42") < 5%  -> cart-exp42
        canary:    when path /api/v2/**                              -> split { 95% cart; 5% cart-canary }
        otherwise                                                    -> cart { retry 2 on connect-failure, 5xx within 2s }
      }
      assets:  when path /static/** and method in [GET, HEAD]        -> cdn-assets
      upload:  when path /upload and header content-type starts "image/" -> media { max body 50MiB; timeout request 60s; mirror 5% media-shadow }
      model:   when body.json("model", limit: 64KiB) is "large"      -> inference-large
      old:     when path /v1/{rest...}                               -> redirect 308 "/v2/${rest}"
      rpc:     when grpc acme.cart.v1.Cart/Checkout                  -> checkout      // upstream checkout { protocol h2; health grpc; … }
      legacy:  when path /shop/{rest...}                             -> cart { rewrite path "/${rest}"; rewrite host cart.internal.example }
      closed:  when path /sale/**                                    -> respond 503 { body data "sale.html" sha256 "…" type "text/html"; header retry-after "120" }
      otherwise                                                      -> respond 404
    }

    upstream cart {
      health http GET /healthz every 5s timeout 1s healthy after 2 unhealthy after 3
      balance least-request
      tier 1 { 60% kubernetes eu-1 service shop/cart:http
               40% kubernetes eu-2 service shop/cart:http }   // `by pods` instead of percentages: weights follow ready pods
      tier 2 { kubernetes us-1 service shop/cart:http }
      tier 3 { cdn fastly-main path-prefix /fallback }
      spill to next tier below 70% healthy
      panic never
    }
    upstream legacy-pay { endpoint 192.0.2.80:8443, 192.0.2.81:8443; tls sni pay.legacy.example verify secret ca/legacy; timeout connect 500ms; max connections 200 }
    upstream partner    { feed partner-api max 200 within 203.0.113.0/24; health tcp every 2s }   // filled through REST at run time
    """##

  /// Ingresses for TLS, UDP and client certificates; a loop.
  static let more = ##"""
    ingress mqtt { address one from anycast4; sites all; listen tls 8883 passthrough -> mqtt-by-name }   // also: listen tcp 5432 -> db
    routes mqtt-by-name for tls { eu: when sni mqtt.eu.shop.example.com -> mqtt-eu; otherwise -> close }
    ingress voice { address one from anycast4, one from anycast6; sites all; listen udp 5060 idle 60s -> sip }
    ingress partners from web-app(name: api.shop.example.com) {
      address one from anycast4; sites all; tls certificate shop
      auth client-certificate main { ca secret ca/partners; names **.partner.example }   // mTLS; no certificate, no handshake
      routes partner-api
    }
    upstream search { tier 1 { nearest { kubernetes eu-1 service shop/search:http; kubernetes us-1 service shop/search:http } } }  // by each site's `at`
    for b in [ { key: "alpha", host: alpha.shop.example.com }, { key: "beta", host: beta.shop.example.com } ] {
      ingress white[b.key] from web-app(name: (b.host)) { address one from anycast4; sites all; tls certificate shop; routes partner-api }   // elsewhere: white[alpha]
    }
    """##

  /// Native Envoy configuration.
  static let native = ##"""
    envoy 1.40 for ingress shop {
      http-filter lua: envoy.extensions.filters.http.lua.v3.Lua before router {
        default_source_code { inline_string: data "lua/trace.lua" sha256 "9f2c…" }
      }
      set cluster(cart).upstream_connection_options.tcp_keepalive { keepalive_time: 30 }
    }
    """##

  /// Tests, properties and policies.
  static let tests = ##"""
    test "gold customer in Germany" {
      given healthy { cart tier 1 100%; cdn-assets down }
      request GET https://shop.example.com/api/v1/cart from 192.0.2.44 country DE asn AS3320
        header accept "text/html"
        jwt { sub: "u-17"; plan: "gold" }
      expect route eu
      expect upstream cart-eu tier 1 split { eu-1: 60%; eu-2: 40% }
    }
    cases (path, want) in [ (/static/a.js, assets), (/nope, otherwise) ] { request GET https://shop.example.com${path}; expect route want }
    property "only EU customers reach the EU cart" { for every request: route is eu implies country in std.geo.eu27 }   // proved, or a counter-example
    reject E0407 { routes r { a: when path /x/** -> cart; b: when path /x/y -> cart; otherwise -> respond 404 } }
    policy "TLS floor" { for every ingress i: require i.tls.min >= 1.2 else "TLS ${i.tls.min} is below 1.2" }
    """##

  /// The examples that are whole files.
  static let files = [platform, tenant, more, native, tests]
}
