"""Native hatches, on the real Envoy.

A thousand generated hatches that the compiler accepts: Envoy takes what becomes of every one. They are made from the
tables of the API, in which Envoy's rules stand that the compiler checks too. Envoy's extensions ask more of their
messages than rules say; what they would refuse for that is not generated and stands below. The seed is printed;
EPIC_SEED sets it.

Most kinds of messages are nobody's configuration here: they stand in a cluster's `typed_filter_metadata`, where Envoy
decodes them and asks no more. And a Lua filter of the storefront acts: the client sees the header that it adds.
"""

import hashlib
import json
import os
import random
import re
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Support"))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Support" / "envoy"))
import api_tables  # noqa: E402
import harness  # noqa: E402
from hatch_generator import Generator, Impossible  # noqa: E402
from kit.client import Request  # noqa: E402
from kit.edge import Edge  # noqa: E402

#: Hatches of each kind.
FILTERS, SETTINGS, DATA = 250, 350, 400

#: HTTP filters whose constructors ask no more than the rules say, with the fields below left out.
HTTP = [
    f"envoy.extensions.filters.http.{name}"
    for name in (
        "a2a.v3.A2a alternate_protocols_cache.v3.FilterConfig bandwidth_limit.v3.BandwidthLimit"
        " body_size_limit.v3.BodySizeLimit buffer.v3.Buffer cdn_loop.v3.CdnLoopConfig"
        " connect_grpc_bridge.v3.FilterConfig cors.v3.Cors csrf.v3.CsrfPolicy fault.v3.HTTPFault"
        " grpc_http1_bridge.v3.Config grpc_stats.v3.FilterConfig grpc_web.v3.GrpcWeb"
        " header_mutation.v3.HeaderMutation mcp.v3.Mcp original_src.v3.OriginalSrc rbac.v3.RBAC"
        " set_metadata.v3.Config"
    ).split()
]

#: Targets of `set` with their messages.
TARGETS = {
    "cluster(@)": "envoy.config.cluster.v3.Cluster",
    "http": "envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager",
    "route(api)": "envoy.config.route.v3.Route",
    "route(api).route": "envoy.config.route.v3.RouteAction",
}

#: Fields that EPIC writes in the workspace below, so that the compiler refuses them.
OWNED = {
    "cluster(@)": "name type cluster_type alt_stat_name",
    "http": "stat_prefix rds route_config http_filters early_header_mutation_extensions use_remote_address"
    " normalize_path merge_slashes path_with_escaped_slashes_action strip_any_host_port strip_trailing_host_dot"
    " request_headers_timeout",
    "route(api)": "name match route redirect direct_response filter_action non_forwarding_action",
    "route(api).route": "cluster cluster_header weighted_clusters cluster_specifier_plugin"
    " inline_cluster_specifier_plugin timeout retry_policy",
}

#: Fields that EPIC leaves out and keeps: the language promises what they are about.
PROMISED = {
    "cluster(@)": "load_assignment lb_subset_config upstream_config transport_socket_matches transport_socket_matcher",
    "http": "codec_type strip_matching_host_port path_normalization_options typed_header_validation_config"
    " proxy_100_continue add_user_agent via append_x_forwarded_port server_name server_header_transformation"
    " scheme_header_transformation forward_proto_config xff_num_trusted_hops original_ip_detection_extensions"
    " skip_xff_append generate_request_id preserve_external_request_id forward_client_cert_details"
    " set_current_client_cert_details forward_client_cert_matcher represent_ipv4_remote_address_as_ipv4_mapped_ipv6"
    " upgrade_configs",
    "route(api)": "route_specifiers request_headers_to_add request_headers_to_remove response_headers_to_add"
    " response_headers_to_remove per_request_buffer_limit_bytes request_body_buffer_limit",
    "route(api).route": "metadata_match hash_policy priority cluster_not_found_response_code prefix_rewrite regex_rewrite"
    " path_rewrite_policy path_rewrite host_rewrite_literal auto_host_rewrite host_rewrite_header"
    " host_rewrite_path_regex host_rewrite append_x_forwarded_host retry_policy_typed_config hedge_policy internal_redirect_policy"
    " request_mirror_policies upgrade_configs",
}

#: What Envoy refuses for reasons that no rule says: extensions by names that it has to know, files, and what excludes
#: something else that stands there.
UNLIKELY = {
    "cluster(@)": "eds_cluster_config health_checks typed_extension_protocol_options transport_socket filters load_balancing_policy lb_policy"
    " typed_dns_resolver_config lrs_server upstream_bind_config",
    "http": "access_log http3_protocol_options tracing local_reply_config request_id_extension scoped_routes",
    "route(api)": "typed_per_filter_config tracing",
    "route(api).route": "early_data_policy rate_limits",
}

#: Fields of any message that a filter's constructor looks into further, and what EPIC keeps of messages in others.
SKIPPED = frozenset(
    """*.filename *.environment_variable *.watched_directory *.typed_config *.matcher *.shadow_matcher *.condition
    *.checked_condition *.uri_template *.package_cpaths *.package_paths *.sourced_metadata *.filter_state *.header_match
    *.safe_regex *.custom *.audit_logging_options *.rules_stat_prefix *.text_format_source *.json_format *.regex_rewrite
    envoy.extensions.filters.http.fault.v3.FaultDelay.header_delay
    envoy.config.core.v3.HttpProtocolOptions.headers_with_underscores_action
    envoy.config.core.v3.Http1ProtocolOptions.allow_absolute_url envoy.config.core.v3.Http1ProtocolOptions.accept_http_10
    envoy.config.core.v3.Http1ProtocolOptions.default_host_for_http_10
    envoy.config.core.v3.Http1ProtocolOptions.allow_chunked_length
    envoy.config.core.v3.Http1ProtocolOptions.allow_custom_methods
    envoy.config.core.v3.Http1ProtocolOptions.ignore_http_11_upgrade
    envoy.config.core.v3.Http2ProtocolOptions.allow_connect
    envoy.config.core.v3.Http3ProtocolOptions.allow_extended_connect *.set_recommended_response_code
    envoy.config.cluster.v3.Cluster.CommonLbConfig.locality_weighted_lb_config
    envoy.config.cluster.v3.Cluster.CommonLbConfig.zone_aware_lb_config
    envoy.config.cluster.v3.Cluster.CommonLbConfig.override_host_status
    *.cel *.path_template *.url_path *.metadata *.extension *.clear_route_cache *.query_parameter_mutations""".split()
)

FRAME = """\
edition 2026
workspace hatches
""", """\
site here {
  at 50.1, 8.7 country DE
  node here-1 { address 192.0.2.11 }
  bgp as AS64512 { peer tor { address 192.0.2.1; as AS64496; max-prefix 2000; accepts host-routes } }
}
pool many { range 198.18.0.0/16; announce bgp as AS64512 prefix 198.18.0.0/16; sites all }
engine stable { envoy 1.40 }
"""


def ingress(number: int, statement: str) -> str:
    """An ingress with one hatch."""
    return f"""
ingress i{number} {{
  host h{number}.example.com
  address one from many
  engine stable
  sites all
  listen http 80
  routes r{number}
}}
routes r{number} {{
  api: when path /api/** -> u{number}
  otherwise -> respond 404
}}
upstream u{number} {{ endpoint 203.0.113.80:8080 }}
envoy 1.40 for ingress i{number} {{
  {statement.replace("cluster(@)", f"cluster(u{number})")}
}}
"""


def filter_hatch(generator: Generator) -> str:
    """A filter with some of its fields."""
    name = generator.random.choice(HTTP)
    place = generator.random.choice(["before router", "before cors", "after auth", "before max-body", "after body"])
    return f"http-filter generated: {name} {place} {generator.body(name, generator.random.randint(1, 2))}"


def setting_hatch(generator: Generator) -> str:
    """A field or two of a target."""
    target = generator.random.choice(list(TARGETS))
    name = TARGETS[target]
    message = generator.api.messages[name]
    left_out = set(f"{OWNED[target]} {PROMISED[target]} {UNLIKELY[target]}".split())
    fields = [field for field in message.fields if field.name not in left_out and generator.is_usable(message, field)]
    chosen = {field.oneof or field.name: field for field in generator.random.sample(fields, 2)}
    for field in chosen.values():
        generator.used.add(f"{name}.{field.name}")
    texts = [generator.field(field, 1) for field in chosen.values()]
    return f"set {target} {{ {'; '.join(texts)} }}"


def data_hatch(generator: Generator, names: list[str]) -> str:
    """A message of any type, where nobody reads it."""
    name = generator.random.choice(names)
    body = generator.body(name, 2)
    inner = f'"@type": {name}' + ("" if body == "{}" else f"; {body[2:-2]}")
    return f'set cluster(@).metadata.typed_filter_metadata {{ "generated": {{ {inner} }} }}'


def generated(api: api_tables.API, seed: int) -> tuple[list[str], set[str]]:
    """The hatches, and the fields that they say."""
    narrow = Generator(api, seed, SKIPPED)
    wide = Generator(api, seed + 1)
    names = [name for name, one in sorted(api.messages.items()) if not one.is_entry and not name.startswith("google.")]
    makers = [
        (FILTERS, filter_hatch, (narrow,)), (SETTINGS, setting_hatch, (narrow,)), (DATA, data_hatch, (wide, names)),
    ]  # fmt: skip
    result: list[str] = []
    for count, make, arguments in makers:
        made = 0
        while made < count:
            try:
                hatch = make(*arguments)
            except Impossible:
                continue
            if hatch not in result:
                result.append(hatch)
                made += 1
    random.Random(seed).shuffle(result)
    return result, narrow.used | wide.used


def accepted(report: harness.Report, work: Path) -> None:
    """A thousand hatches, by the compiler and by Envoy."""
    seed = int(os.environ.get("EPIC_SEED", "20261126"))
    api, _ = api_tables.read()
    hatches, used = generated(api, seed)
    print(f"     seed {seed}: {len(hatches)} hatches, no two the same, which say {len(used)} fields", flush=True)
    report.check(len(set(hatches)) == 1000 and len(used) >= 1000, "the hatches differ", (len(set(hatches)), len(used)))

    source = work / "workspace"
    (source / "edge").mkdir(parents=True)
    (source / "workspace.epic").write_text(FRAME[0])
    text = FRAME[1] + "".join(ingress(number, statement) for number, statement in enumerate(hatches))
    (source / "edge" / "edge.epic").write_text(text)
    out = work / "out"
    command = [str(harness.EPIC), "build", "--color", "never", "-o", str(out), str(source)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    if not report.check(done.returncode == 0, "the compiler accepts them", done.stderr[-3000:]):
        return

    folder = out / "nodes" / "here-1" / "envoy" / "edge_stable"
    command = [str(harness.ENVOY), "--mode", "validate", "-c", "static.json", "-l", "critical"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=300, check=False)
    culprit = re.search(r"edge_[iu](\d+)", done.stderr)
    detail = done.stderr[-1500:] + (f"\n{hatches[int(culprit[1])]}" if culprit else "")
    report.check(done.returncode == 0, f"Envoy accepts all {len(hatches)}", detail)


def acts(report: harness.Report, work: Path) -> None:
    """The storefront with a filter of its own."""
    script = 'function envoy_on_response(handle)\n  handle:headers():add("x-trace", "shop")\nend\n'
    source = harness.copy_storefront(
        work / "storefront",
        {"platform/tenants/acme.epic": [("  limits ", "  may use native envoy\n  limits ")]},
    )
    (source / "acme" / "trace.lua").write_text(script)
    digest = hashlib.sha256(script.encode()).hexdigest()
    (source / "acme" / "native.epic").write_text(f"""\
envoy 1.40 for ingress shop {{
  http-filter lua: envoy.extensions.filters.http.lua.v3.Lua before router {{
    default_source_code {{ inline_string: data "trace.lua" sha256 "{digest}" }}
  }}
  set cluster(cart).upstream_connection_options.tcp_keepalive {{ keepalive_time: 30 }}
  set http.http2_protocol_options {{ max_outbound_frames: 10000 }}
  set route(upload).route.max_stream_duration {{ max_stream_duration: 30s }}
}}
""")
    out = work / "storefront-out"
    harness.build(source, out)
    edge = Edge(harness.EPIC, harness.ENVOY, out, work / "edge")
    (work / "edge").mkdir()
    client = "192.0.2.200"
    edge.prepare({client})
    edge.apply()
    time.sleep(1)
    path = "https://shop.example.com/static/a.js"
    answer = edge.send([Request("GET", path, client)])[0]
    report.check(answer.headers.get("x-trace") == "shop", "the client sees what the filter adds", answer)
    other = edge.send([Request("GET", "https://alpha.shop.example.com/", client)])[0]
    report.check(
        other.status > 0 and "x-trace" not in other.headers, "another ingress of the same Envoy has no filter", other
    )


def kept(report: harness.Report, work: Path) -> None:
    """What EPIC keeps is refused, each field of the lists above, with a value that the field takes."""
    api, _ = api_tables.read()
    generator = Generator(api, 1)
    statements: list[tuple[str, str]] = []
    for target, names in PROMISED.items():
        for field in api.messages[TARGETS[target]].fields:
            if field.name not in names.split() or field.is_deprecated or not generator.is_usable(api.messages[TARGETS[target]], field):
                continue
            try:
                statements.append((field.name, f"set {target} {{ {generator.field(field, 1)} }}"))
            except Impossible:
                continue
    source = work / "kept"
    (source / "edge").mkdir(parents=True)
    (source / "workspace.epic").write_text(FRAME[0])
    text = FRAME[1] + "".join(ingress(number, statement) for number, (_, statement) in enumerate(statements))
    (source / "edge" / "edge.epic").write_text(text)
    command = [str(harness.EPIC), "check", "--format", "json", str(source)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    found = [finding["message"] for finding in json.loads(done.stdout)["findings"] if finding["code"] == "E0846"]
    missed = [name for name, _ in statements if not any(f"`{name}`" in message for message in found)]
    report.check(len(statements) >= 40 and missed == [], f"{len(statements)} fields are kept", missed)


def run(report: harness.Report, work: Path) -> None:
    """All checks."""
    kept(report, work)
    accepted(report, work)
    acts(report, work)


if __name__ == "__main__":
    harness.main(run)
