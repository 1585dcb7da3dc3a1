// Written by Tests/Support/envoy/api_tables.py from Tables/envoy-messages.txt and the API's table.
// swift-format-ignore-file

/// The messages and enumerations of Envoy's API that are written.
package enum Envoy {
  /// envoy.config.core.v3.ApiVersion
  package enum APIVersion {}
  /// envoy.config.accesslog.v3.AccessLog
  package enum AccessLog: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.accesslog.v3.AccessLog"
  }
  /// envoy.config.accesslog.v3.ExtensionFilter
  package enum AccessLogExtensionFilter: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.accesslog.v3.ExtensionFilter"
  }
  /// envoy.config.accesslog.v3.AccessLogFilter
  package enum AccessLogFilter: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.accesslog.v3.AccessLogFilter"
  }
  /// envoy.config.core.v3.Address
  package enum Address: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.core.v3.Address"
  }
  /// envoy.extensions.matching.common_inputs.network.v3.SourceIPInput
  package enum AddressInput: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.matching.common_inputs.network.v3.SourceIPInput"
  }
  /// envoy.type.matcher.v3.AddressMatcher
  package enum AddressMatcher: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.type.matcher.v3.AddressMatcher"
  }
  /// envoy.extensions.matching.input_matchers.ip.v3.Ip
  package enum AddressRanges: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.matching.input_matchers.ip.v3.Ip"
  }
  /// envoy.extensions.clusters.aggregate.v3.ClusterConfig
  package enum AggregateCluster: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.clusters.aggregate.v3.ClusterConfig"
  }
  /// envoy.config.core.v3.HeaderValueOption.HeaderAppendAction
  package enum AppendAction {}
  /// envoy.config.endpoint.v3.ClusterLoadAssignment.Policy
  package enum AssignmentPolicy: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.endpoint.v3.ClusterLoadAssignment.Policy"
  }
  /// envoy.extensions.filters.http.basic_auth.v3.BasicAuth
  package enum BasicAuth: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.basic_auth.v3.BasicAuth"
  }
  /// envoy.extensions.filters.http.basic_auth.v3.BasicAuthPerRoute
  package enum BasicAuthPerRoute: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.basic_auth.v3.BasicAuthPerRoute"
  }
  /// envoy.extensions.filters.http.body_size_limit.v3.BodySizeLimit
  package enum BodySizeLimit: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.body_size_limit.v3.BodySizeLimit"
  }
  /// envoy.extensions.compression.brotli.compressor.v3.Brotli
  package enum Brotli: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.compression.brotli.compressor.v3.Brotli"
  }
  /// envoy.extensions.filters.http.cdn_loop.v3.CdnLoopConfig
  package enum CDNLoopFilter: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.cdn_loop.v3.CdnLoopConfig"
  }
  /// envoy.config.core.v3.CidrRange
  package enum CIDRRange: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.core.v3.CidrRange"
  }
  /// envoy.extensions.filters.http.cors.v3.Cors
  package enum CORS: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.cors.v3.Cors"
  }
  /// envoy.extensions.filters.http.cors.v3.CorsPolicy
  package enum CORSPolicy: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.cors.v3.CorsPolicy"
  }
  /// envoy.extensions.filters.http.csrf.v3.CsrfPolicy
  package enum CSRFPolicy: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.csrf.v3.CsrfPolicy"
  }
  /// envoy.extensions.transport_sockets.tls.v3.CertificateValidationContext
  package enum CertificateValidation: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.CertificateValidationContext"
  }
  /// envoy.config.cluster.v3.CircuitBreakers
  package enum CircuitBreakers: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.cluster.v3.CircuitBreakers"
  }
  /// envoy.config.cluster.v3.Cluster
  package enum Cluster: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.cluster.v3.Cluster"
  }
  /// envoy.config.endpoint.v3.ClusterLoadAssignment
  package enum ClusterLoadAssignment: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.endpoint.v3.ClusterLoadAssignment"
  }
  /// envoy.config.cluster.v3.Cluster.CustomClusterType
  package enum ClusterType: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.cluster.v3.Cluster.CustomClusterType"
  }
  /// envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager.CodecType
  package enum CodecType {}
  /// envoy.extensions.transport_sockets.tls.v3.CommonTlsContext.CombinedCertificateValidationContext
  package enum CombinedValidation: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.CommonTlsContext.CombinedCertificateValidationContext"
  }
  /// envoy.config.cluster.v3.Cluster.CommonLbConfig
  package enum CommonBalancing: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.cluster.v3.Cluster.CommonLbConfig"
  }
  /// envoy.extensions.filters.http.composite.v3.Composite
  package enum Composite: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.composite.v3.Composite"
  }
  /// envoy.extensions.filters.http.compressor.v3.Compressor
  package enum Compressor: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.compressor.v3.Compressor"
  }
  /// envoy.extensions.filters.http.compressor.v3.Compressor.CommonDirectionConfig
  package enum CompressorDirection: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.compressor.v3.Compressor.CommonDirectionConfig"
  }
  /// envoy.extensions.filters.http.compressor.v3.CompressorPerRoute
  package enum CompressorPerRoute: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.compressor.v3.CompressorPerRoute"
  }
  /// envoy.extensions.filters.http.compressor.v3.Compressor.ResponseDirectionConfig
  package enum CompressorResponses: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.compressor.v3.Compressor.ResponseDirectionConfig"
  }
  /// envoy.config.core.v3.ConfigSource
  package enum ConfigSource: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.core.v3.ConfigSource"
  }
  /// envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager
  package enum ConnectionManager: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager"
  }
  /// envoy.extensions.matching.input_matchers.consistent_hashing.v3.ConsistentHashing
  package enum ConsistentHashing: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.matching.input_matchers.consistent_hashing.v3.ConsistentHashing"
  }
  /// envoy.config.route.v3.CookieMatcher
  package enum CookieMatcher: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.route.v3.CookieMatcher"
  }
  /// envoy.extensions.clusters.dns.v3.DnsCluster
  package enum DNSCluster: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.clusters.dns.v3.DnsCluster"
  }
  /// envoy.extensions.clusters.common.dns.v3.DnsLookupFamily
  package enum DNSFamily {}
  /// envoy.extensions.clusters.dns.v3.DnsCluster.RefreshRate
  package enum DNSRefreshRate: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.clusters.dns.v3.DnsCluster.RefreshRate"
  }
  /// envoy.config.core.v3.DataSource
  package enum DataSource: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.core.v3.DataSource"
  }
  /// envoy.type.v3.FractionalPercent.DenominatorType
  package enum Denominator {}
  /// envoy.config.route.v3.DirectResponseAction
  package enum DirectResponse: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.route.v3.DirectResponseAction"
  }
  /// envoy.config.cluster.v3.Cluster.DiscoveryType
  package enum DiscoveryType {}
  /// envoy.extensions.transport_sockets.tls.v3.DownstreamTlsContext
  package enum DownstreamTLS: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.DownstreamTlsContext"
  }
  /// envoy.config.cluster.v3.Cluster.EdsClusterConfig
  package enum EDSConfig: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.cluster.v3.Cluster.EdsClusterConfig"
  }
  /// envoy.extensions.http.early_header_mutation.header_mutation.v3.HeaderMutation
  package enum EarlyHeaderMutation: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.http.early_header_mutation.header_mutation.v3.HeaderMutation"
  }
  /// google.protobuf.Empty
  package enum Empty: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/google.protobuf.Empty"
  }
  /// envoy.config.endpoint.v3.Endpoint
  package enum Endpoint: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.endpoint.v3.Endpoint"
  }
  /// envoy.config.endpoint.v3.LbEndpoint
  package enum EndpointEntry: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.endpoint.v3.LbEndpoint"
  }
  /// envoy.config.core.v3.GrpcService.EnvoyGrpc
  package enum EnvoyGRPC: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.core.v3.GrpcService.EnvoyGrpc"
  }
  /// envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager.PathWithEscapedSlashesAction
  package enum EscapedSlashesAction {}
  /// envoy.extensions.filters.http.composite.v3.ExecuteFilterAction
  package enum ExecuteFilter: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.composite.v3.ExecuteFilterAction"
  }
  /// envoy.extensions.access_loggers.filters.cel.v3.ExpressionFilter
  package enum ExpressionFilter: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.access_loggers.filters.cel.v3.ExpressionFilter"
  }
  /// envoy.extensions.common.matching.v3.ExtensionWithMatcher
  package enum ExtensionWithMatcher: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.common.matching.v3.ExtensionWithMatcher"
  }
  /// envoy.extensions.common.matching.v3.ExtensionWithMatcherPerRoute
  package enum ExtensionWithMatcherPerRoute: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.common.matching.v3.ExtensionWithMatcherPerRoute"
  }
  /// envoy.extensions.filters.http.ext_authz.v3.ExtAuthz
  package enum ExternalAuthorization: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.ext_authz.v3.ExtAuthz"
  }
  /// envoy.extensions.filters.http.ext_authz.v3.HttpService
  package enum ExternalHTTPService: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.ext_authz.v3.HttpService"
  }
  /// envoy.extensions.filters.http.ext_authz.v3.AuthorizationResponse
  package enum ExternalResponse: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.ext_authz.v3.AuthorizationResponse"
  }
  /// envoy.config.listener.v3.Filter
  package enum Filter: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.listener.v3.Filter"
  }
  /// envoy.config.listener.v3.FilterChain
  package enum FilterChain: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.listener.v3.FilterChain"
  }
  /// envoy.config.listener.v3.FilterChainMatch
  package enum FilterChainMatch: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.listener.v3.FilterChainMatch"
  }
  /// envoy.extensions.filters.http.set_filter_state.v3.Config
  package enum FilterState: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.set_filter_state.v3.Config"
  }
  /// envoy.extensions.matching.common_inputs.network.v3.FilterStateInput
  package enum FilterStateInput: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.matching.common_inputs.network.v3.FilterStateInput"
  }
  /// envoy.type.matcher.v3.FilterStateMatcher
  package enum FilterStateMatcher: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.type.matcher.v3.FilterStateMatcher"
  }
  /// envoy.extensions.filters.common.set_filter_state.v3.FilterStateValue
  package enum FilterStateValue: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.common.set_filter_state.v3.FilterStateValue"
  }
  /// envoy.extensions.http.original_ip_detection.xff.v3.XffConfig
  package enum ForwardedFor: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.http.original_ip_detection.xff.v3.XffConfig"
  }
  /// envoy.extensions.http.original_ip_detection.xff.v3.XffTrustedCidrs
  package enum ForwardedForTrust: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.http.original_ip_detection.xff.v3.XffTrustedCidrs"
  }
  /// envoy.type.v3.FractionalPercent
  package enum FractionalPercent: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.type.v3.FractionalPercent"
  }
  /// envoy.config.core.v3.HealthCheck.GrpcHealthCheck
  package enum GRPCHealthCheck: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.core.v3.HealthCheck.GrpcHealthCheck"
  }
  /// envoy.config.core.v3.GrpcService
  package enum GRPCService: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.core.v3.GrpcService"
  }
  /// envoy.extensions.filters.http.grpc_web.v3.GrpcWeb
  package enum GRPCWeb: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.grpc_web.v3.GrpcWeb"
  }
  /// envoy.extensions.transport_sockets.tls.v3.GenericSecret
  package enum GenericSecret: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.GenericSecret"
  }
  /// envoy.extensions.geoip_providers.common.v3.CommonGeoipProviderConfig.GeolocationFieldKeys
  package enum GeoFields: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.geoip_providers.common.v3.CommonGeoipProviderConfig.GeolocationFieldKeys"
  }
  /// envoy.extensions.geoip_providers.common.v3.CommonGeoipProviderConfig
  package enum GeoProvider: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.geoip_providers.common.v3.CommonGeoipProviderConfig"
  }
  /// envoy.extensions.compression.gzip.compressor.v3.Gzip
  package enum Gzip: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.compression.gzip.compressor.v3.Gzip"
  }
  /// envoy.config.core.v3.Http1ProtocolOptions
  package enum HTTP1Options: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.core.v3.Http1ProtocolOptions"
  }
  /// envoy.config.core.v3.Http2ProtocolOptions
  package enum HTTP2Options: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.core.v3.Http2ProtocolOptions"
  }
  /// envoy.config.core.v3.Http3ProtocolOptions
  package enum HTTP3Options: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.core.v3.Http3ProtocolOptions"
  }
  /// envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter
  package enum HTTPFilter: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter"
  }
  /// envoy.extensions.filters.http.geoip.v3.Geoip
  package enum HTTPGeoip: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.geoip.v3.Geoip"
  }
  /// envoy.config.core.v3.HealthCheck.HttpHealthCheck
  package enum HTTPHealthCheck: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.core.v3.HealthCheck.HttpHealthCheck"
  }
  /// envoy.extensions.upstreams.http.v3.HttpProtocolOptions
  package enum HTTPProtocolOptions: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.upstreams.http.v3.HttpProtocolOptions"
  }
  /// envoy.type.v3.HttpStatus
  package enum HTTPStatus: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.type.v3.HttpStatus"
  }
  /// envoy.type.v3.StatusCode
  package enum HTTPStatusCode {}
  /// envoy.config.core.v3.HttpUri
  package enum HTTPURI: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.core.v3.HttpUri"
  }
  /// envoy.extensions.upstreams.http.v3.HttpProtocolOptions.ExplicitHttpConfig
  package enum HTTPVersionOptions: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.upstreams.http.v3.HttpProtocolOptions.ExplicitHttpConfig"
  }
  /// envoy.config.route.v3.RouteAction.HashPolicy
  package enum HashPolicy: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.route.v3.RouteAction.HashPolicy"
  }
  /// envoy.config.route.v3.RouteAction.HashPolicy.ConnectionProperties
  package enum HashPolicyConnection: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.route.v3.RouteAction.HashPolicy.ConnectionProperties"
  }
  /// envoy.config.route.v3.RouteAction.HashPolicy.Cookie
  package enum HashPolicyCookie: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.route.v3.RouteAction.HashPolicy.Cookie"
  }
  /// envoy.config.route.v3.RouteAction.HashPolicy.CookieAttribute
  package enum HashPolicyCookieAttribute: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.route.v3.RouteAction.HashPolicy.CookieAttribute"
  }
  /// envoy.config.route.v3.RouteAction.HashPolicy.Header
  package enum HashPolicyHeader: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.route.v3.RouteAction.HashPolicy.Header"
  }
  /// envoy.config.route.v3.RouteAction.HashPolicy.QueryParameter
  package enum HashPolicyQuery: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.route.v3.RouteAction.HashPolicy.QueryParameter"
  }
  /// envoy.config.route.v3.HeaderMatcher
  package enum HeaderMatcher: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.route.v3.HeaderMatcher"
  }
  /// envoy.config.common.mutation_rules.v3.HeaderMutation
  package enum HeaderMutation: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.common.mutation_rules.v3.HeaderMutation"
  }
  /// envoy.extensions.filters.http.header_mutation.v3.HeaderMutation
  package enum HeaderMutationFilter: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.header_mutation.v3.HeaderMutation"
  }
  /// envoy.config.common.mutation_rules.v3.HeaderMutationRules
  package enum HeaderMutationRules: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.common.mutation_rules.v3.HeaderMutationRules"
  }
  /// envoy.extensions.filters.http.header_mutation.v3.Mutations
  package enum HeaderMutations: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.header_mutation.v3.Mutations"
  }
  /// envoy.config.common.mutation_rules.v3.HeaderMutation.RemoveOnMatch
  package enum HeaderRemoval: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.common.mutation_rules.v3.HeaderMutation.RemoveOnMatch"
  }
  /// envoy.extensions.filters.http.header_to_metadata.v3.Config
  package enum HeaderToMetadata: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.header_to_metadata.v3.Config"
  }
  /// envoy.extensions.filters.http.header_to_metadata.v3.Config.KeyValuePair
  package enum HeaderToMetadataPair: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.header_to_metadata.v3.Config.KeyValuePair"
  }
  /// envoy.extensions.filters.http.header_to_metadata.v3.Config.Rule
  package enum HeaderToMetadataRule: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.header_to_metadata.v3.Config.Rule"
  }
  /// envoy.extensions.filters.http.header_to_metadata.v3.Config.ValueType
  package enum HeaderToMetadataType {}
  /// envoy.config.core.v3.HeaderValue
  package enum HeaderValue: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.core.v3.HeaderValue"
  }
  /// envoy.config.core.v3.HeaderValueOption
  package enum HeaderValueOption: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.core.v3.HeaderValueOption"
  }
  /// envoy.config.core.v3.HealthCheck
  package enum HealthCheck: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.core.v3.HealthCheck"
  }
  /// envoy.config.route.v3.HedgePolicy
  package enum HedgePolicy: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.route.v3.HedgePolicy"
  }
  /// envoy.type.v3.Int64Range
  package enum Int64Range: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.type.v3.Int64Range"
  }
  /// envoy.extensions.filters.http.json_to_metadata.v3.JsonToMetadata
  package enum JSONToMetadata: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.json_to_metadata.v3.JsonToMetadata"
  }
  /// envoy.extensions.filters.http.json_to_metadata.v3.JsonToMetadata.KeyValuePair
  package enum JSONToMetadataPair: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.json_to_metadata.v3.JsonToMetadata.KeyValuePair"
  }
  /// envoy.extensions.filters.http.json_to_metadata.v3.JsonToMetadata.Rule
  package enum JSONToMetadataRule: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.json_to_metadata.v3.JsonToMetadata.Rule"
  }
  /// envoy.extensions.filters.http.json_to_metadata.v3.JsonToMetadata.MatchRules
  package enum JSONToMetadataRules: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.json_to_metadata.v3.JsonToMetadata.MatchRules"
  }
  /// envoy.extensions.filters.http.json_to_metadata.v3.JsonToMetadata.Selector
  package enum JSONToMetadataSelector: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.json_to_metadata.v3.JsonToMetadata.Selector"
  }
  /// envoy.extensions.filters.http.jwt_authn.v3.JwksAsyncFetch
  package enum JWTAsyncFetch: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.jwt_authn.v3.JwksAsyncFetch"
  }
  /// envoy.extensions.filters.http.jwt_authn.v3.JwtAuthentication
  package enum JWTAuthentication: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.jwt_authn.v3.JwtAuthentication"
  }
  /// envoy.extensions.filters.http.jwt_authn.v3.JwtHeader
  package enum JWTHeader: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.jwt_authn.v3.JwtHeader"
  }
  /// envoy.extensions.filters.http.jwt_authn.v3.RemoteJwks
  package enum JWTKeys: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.jwt_authn.v3.RemoteJwks"
  }
  /// envoy.extensions.filters.http.jwt_authn.v3.JwtProvider
  package enum JWTProvider: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.jwt_authn.v3.JwtProvider"
  }
  /// envoy.extensions.filters.http.jwt_authn.v3.JwtRequirement
  package enum JWTRequirement: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.jwt_authn.v3.JwtRequirement"
  }
  /// envoy.extensions.filters.http.jwt_authn.v3.JwtRequirementOrList
  package enum JWTRequirementList: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.jwt_authn.v3.JwtRequirementOrList"
  }
  /// envoy.extensions.filters.http.jwt_authn.v3.RequirementRule
  package enum JWTRule: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.jwt_authn.v3.RequirementRule"
  }
  /// envoy.config.cluster.v3.Cluster.LeastRequestLbConfig
  package enum LeastRequest: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.cluster.v3.Cluster.LeastRequestLbConfig"
  }
  /// envoy.type.matcher.v3.ListMatcher
  package enum ListMatcher: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.type.matcher.v3.ListMatcher"
  }
  /// envoy.config.listener.v3.Listener
  package enum Listener: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.listener.v3.Listener"
  }
  /// envoy.config.listener.v3.ListenerFilter
  package enum ListenerFilter: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.listener.v3.ListenerFilter"
  }
  /// envoy.config.cluster.v3.Cluster.LbPolicy
  package enum LoadBalancing {}
  /// envoy.extensions.filters.http.local_ratelimit.v3.LocalRateLimit
  package enum LocalRateLimit: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.local_ratelimit.v3.LocalRateLimit"
  }
  /// envoy.extensions.common.ratelimit.v3.LocalRateLimitDescriptor
  package enum LocalRateLimitDescriptor: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.common.ratelimit.v3.LocalRateLimitDescriptor"
  }
  /// envoy.extensions.filters.network.http_connection_manager.v3.LocalReplyConfig
  package enum LocalReplies: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.LocalReplyConfig"
  }
  /// envoy.extensions.filters.network.http_connection_manager.v3.ResponseMapper
  package enum LocalReplyMapper: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.ResponseMapper"
  }
  /// envoy.config.core.v3.Locality
  package enum Locality: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.core.v3.Locality"
  }
  /// envoy.config.endpoint.v3.LocalityLbEndpoints
  package enum LocalityEndpoints: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.endpoint.v3.LocalityLbEndpoints"
  }
  /// envoy.config.cluster.v3.Cluster.CommonLbConfig.LocalityWeightedLbConfig
  package enum LocalityWeighting: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.cluster.v3.Cluster.CommonLbConfig.LocalityWeightedLbConfig"
  }
  /// envoy.extensions.filters.http.lua.v3.Lua
  package enum Lua: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.lua.v3.Lua"
  }
  /// xds.type.matcher.v3.Matcher
  package enum Matcher: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/xds.type.matcher.v3.Matcher"
  }
  /// xds.core.v3.CidrRange
  package enum MatcherCIDRRange: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/xds.core.v3.CidrRange"
  }
  /// xds.type.matcher.v3.Matcher.MatcherList.FieldMatcher
  package enum MatcherEntry: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/xds.type.matcher.v3.Matcher.MatcherList.FieldMatcher"
  }
  /// xds.core.v3.TypedExtensionConfig
  package enum MatcherExtension: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/xds.core.v3.TypedExtensionConfig"
  }
  /// xds.type.matcher.v3.Matcher.MatcherList
  package enum MatcherList: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/xds.type.matcher.v3.Matcher.MatcherList"
  }
  /// xds.type.matcher.v3.Matcher.MatcherTree.MatchMap
  package enum MatcherMap: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/xds.type.matcher.v3.Matcher.MatcherTree.MatchMap"
  }
  /// xds.type.matcher.v3.Matcher.OnMatch
  package enum MatcherOutcome: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/xds.type.matcher.v3.Matcher.OnMatch"
  }
  /// xds.type.matcher.v3.Matcher.MatcherList.Predicate
  package enum MatcherPredicate: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/xds.type.matcher.v3.Matcher.MatcherList.Predicate"
  }
  /// xds.type.matcher.v3.Matcher.MatcherList.Predicate.PredicateList
  package enum MatcherPredicateList: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/xds.type.matcher.v3.Matcher.MatcherList.Predicate.PredicateList"
  }
  /// xds.type.matcher.v3.RegexMatcher.GoogleRE2
  package enum MatcherRE2: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/xds.type.matcher.v3.RegexMatcher.GoogleRE2"
  }
  /// xds.type.matcher.v3.RegexMatcher
  package enum MatcherRegex: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/xds.type.matcher.v3.RegexMatcher"
  }
  /// xds.type.matcher.v3.Matcher.MatcherList.Predicate.SinglePredicate
  package enum MatcherSinglePredicate: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/xds.type.matcher.v3.Matcher.MatcherList.Predicate.SinglePredicate"
  }
  /// xds.type.matcher.v3.StringMatcher
  package enum MatcherString: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/xds.type.matcher.v3.StringMatcher"
  }
  /// xds.type.matcher.v3.Matcher.MatcherTree
  package enum MatcherTree: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/xds.type.matcher.v3.Matcher.MatcherTree"
  }
  /// envoy.extensions.geoip_providers.maxmind.v3.MaxMindConfig
  package enum MaxMind: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.geoip_providers.maxmind.v3.MaxMindConfig"
  }
  /// envoy.config.core.v3.Metadata
  package enum Metadata: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.core.v3.Metadata"
  }
  /// envoy.type.metadata.v3.MetadataKey
  package enum MetadataKey: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.type.metadata.v3.MetadataKey"
  }
  /// envoy.type.metadata.v3.MetadataKey.PathSegment
  package enum MetadataKeySegment: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.type.metadata.v3.MetadataKey.PathSegment"
  }
  /// envoy.type.matcher.v3.MetadataMatcher
  package enum MetadataMatcher: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.type.matcher.v3.MetadataMatcher"
  }
  /// envoy.type.matcher.v3.MetadataMatcher.PathSegment
  package enum MetadataMatcherSegment: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.type.matcher.v3.MetadataMatcher.PathSegment"
  }
  /// envoy.config.route.v3.RouteAction.RequestMirrorPolicy
  package enum MirrorPolicy: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.route.v3.RouteAction.RequestMirrorPolicy"
  }
  /// envoy.extensions.filters.network.direct_response.v3.Config
  package enum NetworkDirectResponse: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.network.direct_response.v3.Config"
  }
  /// envoy.extensions.filters.network.set_filter_state.v3.Config
  package enum NetworkFilterState: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.network.set_filter_state.v3.Config"
  }
  /// envoy.extensions.filters.network.geoip.v3.Geoip
  package enum NetworkGeoip: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.network.geoip.v3.Geoip"
  }
  /// envoy.extensions.filters.http.oauth2.v3.OAuth2
  package enum OAuth2: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.oauth2.v3.OAuth2"
  }
  /// envoy.extensions.filters.http.oauth2.v3.OAuth2Config
  package enum OAuth2Config: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.oauth2.v3.OAuth2Config"
  }
  /// envoy.extensions.filters.http.oauth2.v3.OAuth2Credentials.CookieNames
  package enum OAuth2CookieNames: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.oauth2.v3.OAuth2Credentials.CookieNames"
  }
  /// envoy.extensions.filters.http.oauth2.v3.OAuth2Credentials
  package enum OAuth2Credentials: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.oauth2.v3.OAuth2Credentials"
  }
  /// envoy.config.trace.v3.OpenTelemetryConfig
  package enum OpenTelemetry: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.trace.v3.OpenTelemetryConfig"
  }
  /// envoy.type.matcher.v3.OrMatcher
  package enum OrMatcher: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.type.matcher.v3.OrMatcher"
  }
  /// envoy.config.cluster.v3.OutlierDetection
  package enum OutlierDetection: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.cluster.v3.OutlierDetection"
  }
  /// envoy.config.core.v3.PathConfigSource
  package enum PathConfigSource: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.core.v3.PathConfigSource"
  }
  /// envoy.type.matcher.v3.PathMatcher
  package enum PathMatcher: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.type.matcher.v3.PathMatcher"
  }
  /// envoy.extensions.matching.common_inputs.network.v3.DirectSourceIPInput
  package enum PeerAddressInput: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.matching.common_inputs.network.v3.DirectSourceIPInput"
  }
  /// envoy.type.v3.Percent
  package enum Percent: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.type.v3.Percent"
  }
  /// envoy.extensions.retry.host.previous_hosts.v3.PreviousHostsPredicate
  package enum PreviousHosts: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.retry.host.previous_hosts.v3.PreviousHostsPredicate"
  }
  /// envoy.extensions.filters.listener.proxy_protocol.v3.ProxyProtocol
  package enum ProxyProtocol: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.listener.proxy_protocol.v3.ProxyProtocol"
  }
  /// envoy.config.core.v3.ProxyProtocolConfig
  package enum ProxyProtocolConfig: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.core.v3.ProxyProtocolConfig"
  }
  /// envoy.extensions.transport_sockets.proxy_protocol.v3.ProxyProtocolUpstreamTransport
  package enum ProxyProtocolTransport: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.transport_sockets.proxy_protocol.v3.ProxyProtocolUpstreamTransport"
  }
  /// envoy.config.core.v3.ProxyProtocolConfig.Version
  package enum ProxyProtocolVersion {}
  /// envoy.config.listener.v3.QuicProtocolOptions
  package enum QUICListener: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.listener.v3.QuicProtocolOptions"
  }
  /// envoy.config.core.v3.QuicProtocolOptions
  package enum QUICOptions: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.core.v3.QuicProtocolOptions"
  }
  /// envoy.extensions.transport_sockets.quic.v3.QuicDownstreamTransport
  package enum QUICTransport: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.transport_sockets.quic.v3.QuicDownstreamTransport"
  }
  /// envoy.config.route.v3.QueryParameterMatcher
  package enum QueryParameterMatcher: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.route.v3.QueryParameterMatcher"
  }
  /// envoy.extensions.filters.http.rbac.v3.RBAC
  package enum RBAC: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.rbac.v3.RBAC"
  }
  /// envoy.config.rbac.v3.Permission
  package enum RBACPermission: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.rbac.v3.Permission"
  }
  /// envoy.config.rbac.v3.Policy
  package enum RBACPolicy: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.rbac.v3.Policy"
  }
  /// envoy.config.rbac.v3.Principal
  package enum RBACPrincipal: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.rbac.v3.Principal"
  }
  /// envoy.config.rbac.v3.RBAC
  package enum RBACRules: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.rbac.v3.RBAC"
  }
  /// envoy.extensions.filters.network.http_connection_manager.v3.Rds
  package enum RDS: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.Rds"
  }
  /// envoy.config.route.v3.RateLimit
  package enum RateLimit: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.route.v3.RateLimit"
  }
  /// envoy.config.route.v3.RateLimit.Action
  package enum RateLimitAction: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.route.v3.RateLimit.Action"
  }
  /// envoy.config.route.v3.RateLimit.Action.MaskedRemoteAddress
  package enum RateLimitAddress: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.route.v3.RateLimit.Action.MaskedRemoteAddress"
  }
  /// envoy.extensions.common.ratelimit.v3.RateLimitDescriptor.Entry
  package enum RateLimitEntry: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.common.ratelimit.v3.RateLimitDescriptor.Entry"
  }
  /// envoy.config.route.v3.RateLimit.Action.RequestHeaders
  package enum RateLimitHeader: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.route.v3.RateLimit.Action.RequestHeaders"
  }
  /// envoy.config.route.v3.RateLimit.Action.GenericKey
  package enum RateLimitKey: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.route.v3.RateLimit.Action.GenericKey"
  }
  /// envoy.config.route.v3.RateLimit.Action.MetaData
  package enum RateLimitMetadata: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.route.v3.RateLimit.Action.MetaData"
  }
  /// envoy.config.route.v3.RateLimit.Action.QueryParameters
  package enum RateLimitQueryParameter: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.route.v3.RateLimit.Action.QueryParameters"
  }
  /// envoy.extensions.transport_sockets.raw_buffer.v3.RawBuffer
  package enum RawBuffer: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.transport_sockets.raw_buffer.v3.RawBuffer"
  }
  /// envoy.config.route.v3.RedirectAction
  package enum Redirect: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.route.v3.RedirectAction"
  }
  /// envoy.config.route.v3.RedirectAction.RedirectResponseCode
  package enum RedirectCode {}
  /// envoy.type.matcher.v3.RegexMatcher
  package enum RegexMatcher: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.type.matcher.v3.RegexMatcher"
  }
  /// envoy.type.matcher.v3.RegexMatchAndSubstitute
  package enum RegexSubstitution: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.type.matcher.v3.RegexMatchAndSubstitute"
  }
  /// envoy.type.matcher.v3.HttpRequestHeaderMatchInput
  package enum RequestHeaderInput: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.type.matcher.v3.HttpRequestHeaderMatchInput"
  }
  /// envoy.config.core.v3.RequestMethod
  package enum RequestMethod {}
  /// envoy.config.route.v3.RetryPolicy.RetryBackOff
  package enum RetryBackOff: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.route.v3.RetryPolicy.RetryBackOff"
  }
  /// envoy.config.cluster.v3.CircuitBreakers.Thresholds.RetryBudget
  package enum RetryBudget: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.cluster.v3.CircuitBreakers.Thresholds.RetryBudget"
  }
  /// envoy.config.route.v3.RetryPolicy.RetryHostPredicate
  package enum RetryHostPredicate: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.route.v3.RetryPolicy.RetryHostPredicate"
  }
  /// envoy.config.route.v3.RetryPolicy
  package enum RetryPolicy: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.route.v3.RetryPolicy"
  }
  /// envoy.config.cluster.v3.Cluster.RoundRobinLbConfig
  package enum RoundRobin: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.cluster.v3.Cluster.RoundRobinLbConfig"
  }
  /// envoy.config.route.v3.Route
  package enum Route: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.route.v3.Route"
  }
  /// envoy.config.route.v3.RouteAction
  package enum RouteAction: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.route.v3.RouteAction"
  }
  /// envoy.config.route.v3.RouteConfiguration
  package enum RouteConfiguration: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.route.v3.RouteConfiguration"
  }
  /// envoy.config.route.v3.RouteList
  package enum RouteList: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.route.v3.RouteList"
  }
  /// envoy.config.route.v3.RouteMatch
  package enum RouteMatch: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.route.v3.RouteMatch"
  }
  /// envoy.extensions.filters.http.router.v3.Router
  package enum Router: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.router.v3.Router"
  }
  /// envoy.config.core.v3.RuntimeFractionalPercent
  package enum RuntimeFractionalPercent: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.core.v3.RuntimeFractionalPercent"
  }
  /// envoy.extensions.transport_sockets.tls.v3.Secret
  package enum Secret: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.Secret"
  }
  /// envoy.extensions.transport_sockets.tls.v3.SdsSecretConfig
  package enum SecretConfig: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.SdsSecretConfig"
  }
  /// envoy.extensions.formatter.generic_secret.v3.GenericSecret
  package enum SecretFormatter: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.formatter.generic_secret.v3.GenericSecret"
  }
  /// envoy.extensions.matching.common_inputs.network.v3.ServerNameInput
  package enum ServerNameInput: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.matching.common_inputs.network.v3.ServerNameInput"
  }
  /// envoy.config.cluster.v3.Cluster.SlowStartConfig
  package enum SlowStart: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.cluster.v3.Cluster.SlowStartConfig"
  }
  /// envoy.config.core.v3.SocketAddress
  package enum SocketAddress: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.core.v3.SocketAddress"
  }
  /// envoy.config.core.v3.SocketAddress.Protocol
  package enum SocketProtocol {}
  /// envoy.extensions.access_loggers.stream.v3.StdoutAccessLog
  package enum StdoutAccessLog: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.access_loggers.stream.v3.StdoutAccessLog"
  }
  /// envoy.config.route.v3.RouteAction.MaxStreamDuration
  package enum StreamDuration: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.route.v3.RouteAction.MaxStreamDuration"
  }
  /// envoy.type.matcher.v3.StringMatcher
  package enum StringMatcher: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.type.matcher.v3.StringMatcher"
  }
  /// envoy.type.matcher.v3.ListStringMatcher
  package enum StringMatcherList: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.type.matcher.v3.ListStringMatcher"
  }
  /// google.protobuf.StringValue
  package enum StringValue: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/google.protobuf.StringValue"
  }
  /// envoy.extensions.transport_sockets.tls.v3.SubjectAltNameMatcher.SanType
  package enum SubjectNameKind {}
  /// envoy.extensions.transport_sockets.tls.v3.SubjectAltNameMatcher
  package enum SubjectNameMatcher: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.SubjectAltNameMatcher"
  }
  /// envoy.config.core.v3.SubstitutionFormatString
  package enum SubstitutionFormat: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.core.v3.SubstitutionFormatString"
  }
  /// envoy.type.v3.HashPolicy
  package enum TCPHashPolicy: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.type.v3.HashPolicy"
  }
  /// envoy.type.v3.HashPolicy.SourceIp
  package enum TCPHashPolicySource: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.type.v3.HashPolicy.SourceIp"
  }
  /// envoy.config.core.v3.HealthCheck.TcpHealthCheck
  package enum TCPHealthCheck: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.core.v3.HealthCheck.TcpHealthCheck"
  }
  /// envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy
  package enum TCPProxy: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy"
  }
  /// envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy.WeightedCluster.ClusterWeight
  package enum TCPWeightedCluster: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy.WeightedCluster.ClusterWeight"
  }
  /// envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy.WeightedCluster
  package enum TCPWeightedClusters: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy.WeightedCluster"
  }
  /// envoy.extensions.transport_sockets.tls.v3.TlsCertificate
  package enum TLSCertificate: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.TlsCertificate"
  }
  /// envoy.extensions.transport_sockets.tls.v3.CommonTlsContext
  package enum TLSContext: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.CommonTlsContext"
  }
  /// envoy.extensions.filters.listener.tls_inspector.v3.TlsInspector
  package enum TLSInspector: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.listener.tls_inspector.v3.TlsInspector"
  }
  /// envoy.extensions.transport_sockets.tls.v3.TlsParameters
  package enum TLSParameters: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.TlsParameters"
  }
  /// envoy.extensions.transport_sockets.tls.v3.TlsParameters.TlsProtocol
  package enum TLSProtocol {}
  /// envoy.config.cluster.v3.CircuitBreakers.Thresholds
  package enum Thresholds: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.cluster.v3.CircuitBreakers.Thresholds"
  }
  /// envoy.type.v3.TokenBucket
  package enum TokenBucket: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.type.v3.TokenBucket"
  }
  /// envoy.extensions.tracers.opentelemetry.samplers.v3.ParentBasedSamplerConfig
  package enum TraceParent: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.tracers.opentelemetry.samplers.v3.ParentBasedSamplerConfig"
  }
  /// envoy.config.trace.v3.Tracing.Http
  package enum TraceProvider: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.trace.v3.Tracing.Http"
  }
  /// envoy.extensions.tracers.opentelemetry.samplers.v3.TraceIdRatioBasedSamplerConfig
  package enum TraceShare: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.tracers.opentelemetry.samplers.v3.TraceIdRatioBasedSamplerConfig"
  }
  /// envoy.type.tracing.v3.CustomTag
  package enum TraceTag: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.type.tracing.v3.CustomTag"
  }
  /// envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager.Tracing
  package enum Tracing: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager.Tracing"
  }
  /// envoy.extensions.matching.common_inputs.network.v3.TransportProtocolInput
  package enum TransportProtocolInput: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.matching.common_inputs.network.v3.TransportProtocolInput"
  }
  /// envoy.config.core.v3.TransportSocket
  package enum TransportSocket: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.core.v3.TransportSocket"
  }
  /// envoy.config.core.v3.TypedExtensionConfig
  package enum TypedExtension: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.core.v3.TypedExtensionConfig"
  }
  /// envoy.extensions.filters.udp.udp_proxy.v3.UdpProxyConfig.HashPolicy
  package enum UDPHashPolicy: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.udp.udp_proxy.v3.UdpProxyConfig.HashPolicy"
  }
  /// envoy.config.listener.v3.UdpListenerConfig
  package enum UDPListener: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.listener.v3.UdpListenerConfig"
  }
  /// envoy.extensions.filters.udp.udp_proxy.v3.UdpProxyConfig
  package enum UDPProxy: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.udp.udp_proxy.v3.UdpProxyConfig"
  }
  /// envoy.extensions.filters.udp.udp_proxy.v3.Route
  package enum UDPRoute: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.udp.udp_proxy.v3.Route"
  }
  /// envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager.UpgradeConfig
  package enum Upgrade: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager.UpgradeConfig"
  }
  /// envoy.extensions.filters.http.upstream_codec.v3.UpstreamCodec
  package enum UpstreamCodec: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.upstream_codec.v3.UpstreamCodec"
  }
  /// envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext
  package enum UpstreamTLS: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext"
  }
  /// envoy.type.matcher.v3.ValueMatcher
  package enum ValueMatcher: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.type.matcher.v3.ValueMatcher"
  }
  /// envoy.config.route.v3.VirtualHost
  package enum VirtualHost: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.route.v3.VirtualHost"
  }
  /// envoy.config.core.v3.WatchedDirectory
  package enum WatchedDirectory: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.core.v3.WatchedDirectory"
  }
  /// envoy.config.route.v3.WeightedCluster.ClusterWeight
  package enum WeightedCluster: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.route.v3.WeightedCluster.ClusterWeight"
  }
  /// envoy.config.route.v3.WeightedCluster
  package enum WeightedClusters: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.config.route.v3.WeightedCluster"
  }
  /// envoy.extensions.compression.zstd.compressor.v3.Zstd
  package enum Zstd: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.compression.zstd.compressor.v3.Zstd"
  }
}

extension EnumValue where Enum == Envoy.APIVersion {
  @inlinable package static var auto: Self { Self("AUTO", 0) }
  @inlinable package static var v2: Self { Self("V2", 1) }
  @inlinable package static var v3: Self { Self("V3", 2) }
}

extension Field where Message == Envoy.AccessLog, Value == String {
  @inlinable package static var name: Self { Self("name", 1) }
}

extension Field where Message == Envoy.AccessLog, Value == Envoy.AccessLogFilter {
  @inlinable package static var filter: Self { Self("filter", 2) }
}

extension Field where Message == Envoy.AccessLog, Value == Envoy.AnyMessage {
  @inlinable package static var typedConfig: Self { Self("typed_config", 4) }
}

extension Envoy.AccessLog: NamedExtension {
  package static var nameField: Field<Self, String> { .name }
  package static var configurationField: Field<Self, Envoy.AnyMessage> { .typedConfig }
}

extension Field where Message == Envoy.AccessLogExtensionFilter, Value == String {
  @inlinable package static var name: Self { Self("name", 1) }
}

extension Field where Message == Envoy.AccessLogExtensionFilter, Value == Envoy.AnyMessage {
  @inlinable package static var typedConfig: Self { Self("typed_config", 3) }
}

extension Envoy.AccessLogExtensionFilter: NamedExtension {
  package static var nameField: Field<Self, String> { .name }
  package static var configurationField: Field<Self, Envoy.AnyMessage> { .typedConfig }
}

extension Field where Message == Envoy.AccessLogFilter, Value == Envoy.AccessLogExtensionFilter {
  @inlinable package static var extensionFilter: Self { Self("extension_filter", 11) }
}

extension Field where Message == Envoy.Address, Value == Envoy.SocketAddress {
  @inlinable package static var socketAddress: Self { Self("socket_address", 1) }
}

extension Field where Message == Envoy.AddressMatcher, Value == [Envoy.MatcherCIDRRange] {
  @inlinable package static var ranges: Self { Self("ranges", 1) }
}

extension Field where Message == Envoy.AddressMatcher, Value == Bool {
  @inlinable package static var invertMatch: Self { Self("invert_match", 2) }
}

extension Field where Message == Envoy.AddressRanges, Value == [Envoy.CIDRRange] {
  @inlinable package static var cidrRanges: Self { Self("cidr_ranges", 1) }
}

extension Field where Message == Envoy.AddressRanges, Value == String {
  @inlinable package static var statPrefix: Self { Self("stat_prefix", 2) }
}

extension Field where Message == Envoy.AggregateCluster, Value == [String] {
  @inlinable package static var clusters: Self { Self("clusters", 1) }
}

extension EnumValue where Enum == Envoy.AppendAction {
  @inlinable package static var appendIfExistsOrAdd: Self { Self("APPEND_IF_EXISTS_OR_ADD", 0) }
  @inlinable package static var addIfAbsent: Self { Self("ADD_IF_ABSENT", 1) }
  @inlinable package static var overwriteIfExistsOrAdd: Self { Self("OVERWRITE_IF_EXISTS_OR_ADD", 2) }
  @inlinable package static var overwriteIfExists: Self { Self("OVERWRITE_IF_EXISTS", 3) }
}

extension Field where Message == Envoy.AssignmentPolicy, Value == Wrapped<UInt32> {
  @inlinable package static var overprovisioningFactor: Self { Self("overprovisioning_factor", 3) }
}

extension Field where Message == Envoy.AssignmentPolicy, Value == Envoy.Duration {
  @inlinable package static var endpointStaleAfter: Self { Self("endpoint_stale_after", 4) }
}

extension Field where Message == Envoy.AssignmentPolicy, Value == Bool {
  @inlinable package static var weightedPriorityHealth: Self { Self("weighted_priority_health", 6) }
}

extension Field where Message == Envoy.BasicAuth, Value == Envoy.DataSource {
  @inlinable package static var users: Self { Self("users", 1) }
}

extension Field where Message == Envoy.BasicAuth, Value == String {
  @inlinable package static var forwardUsernameHeader: Self { Self("forward_username_header", 2) }
  @inlinable package static var authenticationHeader: Self { Self("authentication_header", 3) }
  @inlinable package static var realm: Self { Self("realm", 6) }
}

extension Field where Message == Envoy.BasicAuth, Value == Bool {
  @inlinable package static var allowMissing: Self { Self("allow_missing", 4) }
  @inlinable package static var emitDynamicMetadata: Self { Self("emit_dynamic_metadata", 5) }
}

extension Field where Message == Envoy.BasicAuthPerRoute, Value == Envoy.DataSource {
  @inlinable package static var users: Self { Self("users", 1) }
}

extension Field where Message == Envoy.BasicAuthPerRoute, Value == String {
  @inlinable package static var realm: Self { Self("realm", 2) }
}

extension Field where Message == Envoy.BodySizeLimit, Value == Wrapped<UInt64> {
  @inlinable package static var maxRequestBytes: Self { Self("max_request_bytes", 1) }
}

extension Field where Message == Envoy.Brotli, Value == Wrapped<UInt32> {
  @inlinable package static var quality: Self { Self("quality", 1) }
  @inlinable package static var windowBits: Self { Self("window_bits", 3) }
  @inlinable package static var inputBlockBits: Self { Self("input_block_bits", 4) }
  @inlinable package static var chunkSize: Self { Self("chunk_size", 5) }
}

extension Field where Message == Envoy.Brotli, Value == Bool {
  @inlinable package static var disableLiteralContextModeling: Self { Self("disable_literal_context_modeling", 6) }
}

extension Field where Message == Envoy.CDNLoopFilter, Value == String {
  @inlinable package static var cdnId: Self { Self("cdn_id", 1) }
}

extension Field where Message == Envoy.CDNLoopFilter, Value == UInt32 {
  @inlinable package static var maxAllowedOccurrences: Self { Self("max_allowed_occurrences", 2) }
}

extension Field where Message == Envoy.CIDRRange, Value == String {
  @inlinable package static var addressPrefix: Self { Self("address_prefix", 1) }
}

extension Field where Message == Envoy.CIDRRange, Value == Wrapped<UInt32> {
  @inlinable package static var prefixLen: Self { Self("prefix_len", 2) }
}

extension Field where Message == Envoy.CORSPolicy, Value == [Envoy.StringMatcher] {
  @inlinable package static var allowOriginStringMatch: Self { Self("allow_origin_string_match", 1) }
}

extension Field where Message == Envoy.CORSPolicy, Value == String {
  @inlinable package static var allowMethods: Self { Self("allow_methods", 2) }
  @inlinable package static var allowHeaders: Self { Self("allow_headers", 3) }
  @inlinable package static var exposeHeaders: Self { Self("expose_headers", 4) }
  @inlinable package static var maxAge: Self { Self("max_age", 5) }
}

extension Field where Message == Envoy.CORSPolicy, Value == Wrapped<Bool> {
  @inlinable package static var allowCredentials: Self { Self("allow_credentials", 6) }
  @inlinable package static var allowPrivateNetworkAccess: Self { Self("allow_private_network_access", 9) }
  @inlinable package static var forwardNotMatchingPreflights: Self { Self("forward_not_matching_preflights", 10) }
}

extension Field where Message == Envoy.CORSPolicy, Value == Envoy.RuntimeFractionalPercent {
  @inlinable package static var filterEnabled: Self { Self("filter_enabled", 7) }
  @inlinable package static var shadowEnabled: Self { Self("shadow_enabled", 8) }
}

extension Field where Message == Envoy.CSRFPolicy, Value == Envoy.RuntimeFractionalPercent {
  @inlinable package static var filterEnabled: Self { Self("filter_enabled", 1) }
  @inlinable package static var shadowEnabled: Self { Self("shadow_enabled", 2) }
}

extension Field where Message == Envoy.CSRFPolicy, Value == [Envoy.StringMatcher] {
  @inlinable package static var additionalOrigins: Self { Self("additional_origins", 3) }
}

extension Field where Message == Envoy.CertificateValidation, Value == Envoy.DataSource {
  @inlinable package static var trustedCa: Self { Self("trusted_ca", 1) }
  @inlinable package static var crl: Self { Self("crl", 7) }
}

extension Field where Message == Envoy.CertificateValidation, Value == [String] {
  @inlinable package static var verifyCertificateHash: Self { Self("verify_certificate_hash", 2) }
  @inlinable package static var verifyCertificateSpki: Self { Self("verify_certificate_spki", 3) }
}

extension Field where Message == Envoy.CertificateValidation, Value == Wrapped<Bool> {
  @inlinable package static var requireSignedCertificateTimestamp: Self { Self("require_signed_certificate_timestamp", 6) }
}

extension Field where Message == Envoy.CertificateValidation, Value == Bool {
  @inlinable package static var allowExpiredCertificate: Self { Self("allow_expired_certificate", 8) }
  @inlinable package static var onlyVerifyLeafCertCrl: Self { Self("only_verify_leaf_cert_crl", 14) }
  @inlinable package static var suppressClientCaList: Self { Self("suppress_client_ca_list", 18) }
}

extension Field where Message == Envoy.CertificateValidation, Value == [Envoy.StringMatcher] {
  @inlinable package static var matchSubjectAltNames: Self { Self("match_subject_alt_names", 9) }
}

extension Field where Message == Envoy.CertificateValidation, Value == Envoy.WatchedDirectory {
  @inlinable package static var watchedDirectory: Self { Self("watched_directory", 11) }
}

extension Field where Message == Envoy.CertificateValidation, Value == Envoy.TypedExtension {
  @inlinable package static var customValidatorConfig: Self { Self("custom_validator_config", 12) }
}

extension Field where Message == Envoy.CertificateValidation, Value == [Envoy.SubjectNameMatcher] {
  @inlinable package static var matchTypedSubjectAltNames: Self { Self("match_typed_subject_alt_names", 15) }
}

extension Field where Message == Envoy.CertificateValidation, Value == Wrapped<UInt32> {
  @inlinable package static var maxVerifyDepth: Self { Self("max_verify_depth", 16) }
}

extension Field where Message == Envoy.CircuitBreakers, Value == [Envoy.Thresholds] {
  @inlinable package static var thresholds: Self { Self("thresholds", 1) }
  @inlinable package static var perHostThresholds: Self { Self("per_host_thresholds", 2) }
}

extension Field where Message == Envoy.Cluster, Value == String {
  @inlinable package static var name: Self { Self("name", 1) }
  @inlinable package static var altStatName: Self { Self("alt_stat_name", 28) }
}

extension Field where Message == Envoy.Cluster, Value == EnumValue<Envoy.DiscoveryType> {
  @inlinable package static var type: Self { Self("type", 2) }
}

extension Field where Message == Envoy.Cluster, Value == Envoy.EDSConfig {
  @inlinable package static var edsClusterConfig: Self { Self("eds_cluster_config", 3) }
}

extension Field where Message == Envoy.Cluster, Value == Envoy.Duration {
  @inlinable package static var connectTimeout: Self { Self("connect_timeout", 4) }
  @inlinable package static var dnsRefreshRate: Self { Self("dns_refresh_rate", 16) }
  @inlinable package static var cleanupInterval: Self { Self("cleanup_interval", 20) }
  @inlinable package static var dnsJitter: Self { Self("dns_jitter", 58) }
  @inlinable package static var perConnectionBufferHighWatermarkTimeout: Self { Self("per_connection_buffer_high_watermark_timeout", 60) }
}

extension Field where Message == Envoy.Cluster, Value == Wrapped<UInt32> {
  @inlinable package static var perConnectionBufferLimitBytes: Self { Self("per_connection_buffer_limit_bytes", 5) }
  @inlinable package static var maxRequestsPerConnection: Self { Self("max_requests_per_connection", 9) }
}

extension Field where Message == Envoy.Cluster, Value == EnumValue<Envoy.LoadBalancing> {
  @inlinable package static var lbPolicy: Self { Self("lb_policy", 6) }
}

extension Field where Message == Envoy.Cluster, Value == [Envoy.HealthCheck] {
  @inlinable package static var healthChecks: Self { Self("health_checks", 8) }
}

extension Field where Message == Envoy.Cluster, Value == Envoy.CircuitBreakers {
  @inlinable package static var circuitBreakers: Self { Self("circuit_breakers", 10) }
}

extension Field where Message == Envoy.Cluster, Value == Envoy.HTTP1Options {
  @inlinable package static var httpProtocolOptions: Self { Self("http_protocol_options", 13) }
}

extension Field where Message == Envoy.Cluster, Value == Envoy.HTTP2Options {
  @inlinable package static var http2ProtocolOptions: Self { Self("http2_protocol_options", 14) }
}

extension Field where Message == Envoy.Cluster, Value == [Envoy.Address] {
  @inlinable package static var dnsResolvers: Self { Self("dns_resolvers", 18) }
}

extension Field where Message == Envoy.Cluster, Value == Envoy.OutlierDetection {
  @inlinable package static var outlierDetection: Self { Self("outlier_detection", 19) }
}

extension Field where Message == Envoy.Cluster, Value == Envoy.TransportSocket {
  @inlinable package static var transportSocket: Self { Self("transport_socket", 24) }
}

extension Field where Message == Envoy.Cluster, Value == Envoy.Metadata {
  @inlinable package static var metadata: Self { Self("metadata", 25) }
}

extension Field where Message == Envoy.Cluster, Value == Envoy.CommonBalancing {
  @inlinable package static var commonLbConfig: Self { Self("common_lb_config", 27) }
}

extension Field where Message == Envoy.Cluster, Value == Bool {
  @inlinable package static var closeConnectionsOnHostHealthFailure: Self { Self("close_connections_on_host_health_failure", 31) }
  @inlinable package static var ignoreHealthOnHostRemoval: Self { Self("ignore_health_on_host_removal", 32) }
  @inlinable package static var respectDnsTtl: Self { Self("respect_dns_ttl", 39) }
  @inlinable package static var useTcpForDnsLookups: Self { Self("use_tcp_for_dns_lookups", 45) }
  @inlinable package static var trackTimeoutBudgets: Self { Self("track_timeout_budgets", 47) }
  @inlinable package static var connectionPoolPerDownstreamConnection: Self { Self("connection_pool_per_downstream_connection", 51) }
}

extension Field where Message == Envoy.Cluster, Value == Envoy.ClusterLoadAssignment {
  @inlinable package static var loadAssignment: Self { Self("load_assignment", 33) }
}

extension Field where Message == Envoy.Cluster, Value == [String: Envoy.AnyMessage] {
  @inlinable package static var typedExtensionProtocolOptions: Self { Self("typed_extension_protocol_options", 36) }
}

extension Field where Message == Envoy.Cluster, Value == Envoy.LeastRequest {
  @inlinable package static var leastRequestLbConfig: Self { Self("least_request_lb_config", 37) }
}

extension Field where Message == Envoy.Cluster, Value == Envoy.ClusterType {
  @inlinable package static var clusterType: Self { Self("cluster_type", 38) }
}

extension Field where Message == Envoy.Cluster, Value == Envoy.ConfigSource {
  @inlinable package static var lrsServer: Self { Self("lrs_server", 42) }
}

extension Field where Message == Envoy.Cluster, Value == Envoy.TypedExtension {
  @inlinable package static var upstreamConfig: Self { Self("upstream_config", 48) }
  @inlinable package static var typedDnsResolverConfig: Self { Self("typed_dns_resolver_config", 55) }
}

extension Field where Message == Envoy.Cluster, Value == Wrapped<Bool> {
  @inlinable package static var waitForWarmOnInit: Self { Self("wait_for_warm_on_init", 54) }
}

extension Field where Message == Envoy.Cluster, Value == Envoy.RoundRobin {
  @inlinable package static var roundRobinLbConfig: Self { Self("round_robin_lb_config", 56) }
}

extension Field where Message == Envoy.Cluster, Value == [String] {
  @inlinable package static var lrsReportEndpointMetrics: Self { Self("lrs_report_endpoint_metrics", 57) }
}

extension Field where Message == Envoy.Cluster, Value == Envoy.Matcher {
  @inlinable package static var transportSocketMatcher: Self { Self("transport_socket_matcher", 59) }
}

extension Field where Message == Envoy.ClusterLoadAssignment, Value == String {
  @inlinable package static var clusterName: Self { Self("cluster_name", 1) }
}

extension Field where Message == Envoy.ClusterLoadAssignment, Value == [Envoy.LocalityEndpoints] {
  @inlinable package static var endpoints: Self { Self("endpoints", 2) }
}

extension Field where Message == Envoy.ClusterLoadAssignment, Value == Envoy.AssignmentPolicy {
  @inlinable package static var policy: Self { Self("policy", 4) }
}

extension Field where Message == Envoy.ClusterLoadAssignment, Value == [String: Envoy.Endpoint] {
  @inlinable package static var namedEndpoints: Self { Self("named_endpoints", 5) }
}

extension Field where Message == Envoy.ClusterType, Value == String {
  @inlinable package static var name: Self { Self("name", 1) }
}

extension Field where Message == Envoy.ClusterType, Value == Envoy.AnyMessage {
  @inlinable package static var typedConfig: Self { Self("typed_config", 2) }
}

extension Envoy.ClusterType: NamedExtension {
  package static var nameField: Field<Self, String> { .name }
  package static var configurationField: Field<Self, Envoy.AnyMessage> { .typedConfig }
}

extension EnumValue where Enum == Envoy.CodecType {
  @inlinable package static var auto: Self { Self("AUTO", 0) }
  @inlinable package static var http1: Self { Self("HTTP1", 1) }
  @inlinable package static var http2: Self { Self("HTTP2", 2) }
  @inlinable package static var http3: Self { Self("HTTP3", 3) }
}

extension Field where Message == Envoy.CombinedValidation, Value == Envoy.CertificateValidation {
  @inlinable package static var defaultValidationContext: Self { Self("default_validation_context", 1) }
}

extension Field where Message == Envoy.CombinedValidation, Value == Envoy.SecretConfig {
  @inlinable package static var validationContextSdsSecretConfig: Self { Self("validation_context_sds_secret_config", 2) }
}

extension Field where Message == Envoy.CommonBalancing, Value == Envoy.Percent {
  @inlinable package static var healthyPanicThreshold: Self { Self("healthy_panic_threshold", 1) }
}

extension Field where Message == Envoy.CommonBalancing, Value == Envoy.LocalityWeighting {
  @inlinable package static var localityWeightedLbConfig: Self { Self("locality_weighted_lb_config", 3) }
}

extension Field where Message == Envoy.CommonBalancing, Value == Envoy.Duration {
  @inlinable package static var updateMergeWindow: Self { Self("update_merge_window", 4) }
}

extension Field where Message == Envoy.CommonBalancing, Value == Bool {
  @inlinable package static var ignoreNewHostsUntilFirstHc: Self { Self("ignore_new_hosts_until_first_hc", 5) }
  @inlinable package static var closeConnectionsOnHostSetChange: Self { Self("close_connections_on_host_set_change", 6) }
}

extension Field where Message == Envoy.Composite, Value == Envoy.Matcher {
  @inlinable package static var matcher: Self { Self("matcher", 2) }
}

extension Field where Message == Envoy.Compressor, Value == Wrapped<UInt32> {
  @inlinable package static var contentLength: Self { Self("content_length", 1) }
}

extension Field where Message == Envoy.Compressor, Value == [String] {
  @inlinable package static var contentType: Self { Self("content_type", 2) }
}

extension Field where Message == Envoy.Compressor, Value == Bool {
  @inlinable package static var disableOnEtagHeader: Self { Self("disable_on_etag_header", 3) }
  @inlinable package static var removeAcceptEncodingHeader: Self { Self("remove_accept_encoding_header", 4) }
  @inlinable package static var chooseFirst: Self { Self("choose_first", 9) }
}

extension Field where Message == Envoy.Compressor, Value == Envoy.TypedExtension {
  @inlinable package static var compressorLibrary: Self { Self("compressor_library", 6) }
}

extension Field where Message == Envoy.Compressor, Value == Envoy.CompressorResponses {
  @inlinable package static var responseDirectionConfig: Self { Self("response_direction_config", 8) }
}

extension Field where Message == Envoy.CompressorDirection, Value == Wrapped<UInt32> {
  @inlinable package static var minContentLength: Self { Self("min_content_length", 2) }
}

extension Field where Message == Envoy.CompressorDirection, Value == [String] {
  @inlinable package static var contentType: Self { Self("content_type", 3) }
}

extension Field where Message == Envoy.CompressorDirection, Value == [Envoy.StringMatcher] {
  @inlinable package static var contentTypeMatcher: Self { Self("content_type_matcher", 4) }
}

extension Field where Message == Envoy.CompressorPerRoute, Value == Bool {
  @inlinable package static var disabled: Self { Self("disabled", 1) }
}

extension Field where Message == Envoy.CompressorResponses, Value == Envoy.CompressorDirection {
  @inlinable package static var commonConfig: Self { Self("common_config", 1) }
}

extension Field where Message == Envoy.CompressorResponses, Value == Bool {
  @inlinable package static var disableOnEtagHeader: Self { Self("disable_on_etag_header", 2) }
  @inlinable package static var removeAcceptEncodingHeader: Self { Self("remove_accept_encoding_header", 3) }
  @inlinable package static var statusHeaderEnabled: Self { Self("status_header_enabled", 5) }
  @inlinable package static var weakenEtagOnCompress: Self { Self("weaken_etag_on_compress", 6) }
}

extension Field where Message == Envoy.CompressorResponses, Value == [UInt32] {
  @inlinable package static var uncompressibleResponseCodes: Self { Self("uncompressible_response_codes", 4) }
}

extension Field where Message == Envoy.ConfigSource, Value == String {
  @inlinable package static var path: Self { Self("path", 1) }
}

extension Field where Message == Envoy.ConfigSource, Value == Envoy.Duration {
  @inlinable package static var initialFetchTimeout: Self { Self("initial_fetch_timeout", 4) }
}

extension Field where Message == Envoy.ConfigSource, Value == EnumValue<Envoy.APIVersion> {
  @inlinable package static var resourceApiVersion: Self { Self("resource_api_version", 6) }
}

extension Field where Message == Envoy.ConfigSource, Value == Envoy.PathConfigSource {
  @inlinable package static var pathConfigSource: Self { Self("path_config_source", 8) }
}

extension Field where Message == Envoy.ConnectionManager, Value == EnumValue<Envoy.CodecType> {
  @inlinable package static var codecType: Self { Self("codec_type", 1) }
}

extension Field where Message == Envoy.ConnectionManager, Value == String {
  @inlinable package static var statPrefix: Self { Self("stat_prefix", 2) }
  @inlinable package static var serverName: Self { Self("server_name", 10) }
  @inlinable package static var via: Self { Self("via", 22) }
}

extension Field where Message == Envoy.ConnectionManager, Value == Envoy.RDS {
  @inlinable package static var rds: Self { Self("rds", 3) }
}

extension Field where Message == Envoy.ConnectionManager, Value == Envoy.RouteConfiguration {
  @inlinable package static var routeConfig: Self { Self("route_config", 4) }
}

extension Field where Message == Envoy.ConnectionManager, Value == [Envoy.HTTPFilter] {
  @inlinable package static var httpFilters: Self { Self("http_filters", 5) }
}

extension Field where Message == Envoy.ConnectionManager, Value == Wrapped<Bool> {
  @inlinable package static var addUserAgent: Self { Self("add_user_agent", 6) }
  @inlinable package static var useRemoteAddress: Self { Self("use_remote_address", 14) }
  @inlinable package static var generateRequestId: Self { Self("generate_request_id", 15) }
  @inlinable package static var normalizePath: Self { Self("normalize_path", 30) }
  @inlinable package static var streamErrorOnInvalidHttpMessage: Self { Self("stream_error_on_invalid_http_message", 40) }
  @inlinable package static var addProxyProtocolConnectionState: Self { Self("add_proxy_protocol_connection_state", 53) }
}

extension Field where Message == Envoy.ConnectionManager, Value == Envoy.Tracing {
  @inlinable package static var tracing: Self { Self("tracing", 7) }
}

extension Field where Message == Envoy.ConnectionManager, Value == Envoy.HTTP1Options {
  @inlinable package static var httpProtocolOptions: Self { Self("http_protocol_options", 8) }
}

extension Field where Message == Envoy.ConnectionManager, Value == Envoy.HTTP2Options {
  @inlinable package static var http2ProtocolOptions: Self { Self("http2_protocol_options", 9) }
}

extension Field where Message == Envoy.ConnectionManager, Value == Envoy.Duration {
  @inlinable package static var drainTimeout: Self { Self("drain_timeout", 12) }
  @inlinable package static var streamIdleTimeout: Self { Self("stream_idle_timeout", 24) }
  @inlinable package static var delayedCloseTimeout: Self { Self("delayed_close_timeout", 26) }
  @inlinable package static var requestTimeout: Self { Self("request_timeout", 28) }
  @inlinable package static var requestHeadersTimeout: Self { Self("request_headers_timeout", 41) }
  @inlinable package static var accessLogFlushInterval: Self { Self("access_log_flush_interval", 54) }
  @inlinable package static var streamFlushTimeout: Self { Self("stream_flush_timeout", 59) }
}

extension Field where Message == Envoy.ConnectionManager, Value == [Envoy.AccessLog] {
  @inlinable package static var accessLog: Self { Self("access_log", 13) }
}

extension Field where Message == Envoy.ConnectionManager, Value == Bool {
  @inlinable package static var proxy100Continue: Self { Self("proxy_100_continue", 18) }
  @inlinable package static var representIpv4RemoteAddressAsIpv4MappedIpv6: Self { Self("represent_ipv4_remote_address_as_ipv4_mapped_ipv6", 20) }
  @inlinable package static var skipXffAppend: Self { Self("skip_xff_append", 21) }
  @inlinable package static var preserveExternalRequestId: Self { Self("preserve_external_request_id", 32) }
  @inlinable package static var mergeSlashes: Self { Self("merge_slashes", 33) }
  @inlinable package static var alwaysSetRequestIdInResponse: Self { Self("always_set_request_id_in_response", 37) }
  @inlinable package static var stripMatchingHostPort: Self { Self("strip_matching_host_port", 39) }
  @inlinable package static var stripAnyHostPort: Self { Self("strip_any_host_port", 42) }
  @inlinable package static var stripTrailingHostDot: Self { Self("strip_trailing_host_dot", 47) }
  @inlinable package static var appendXForwardedPort: Self { Self("append_x_forwarded_port", 51) }
  @inlinable package static var flushAccessLogOnNewRequest: Self { Self("flush_access_log_on_new_request", 55) }
  @inlinable package static var appendLocalOverload: Self { Self("append_local_overload", 57) }
  @inlinable package static var http1SafeMaxConnectionDuration: Self { Self("http1_safe_max_connection_duration", 58) }
  @inlinable package static var recordRouteResolutionStats: Self { Self("record_route_resolution_stats", 63) }
}

extension Field where Message == Envoy.ConnectionManager, Value == UInt32 {
  @inlinable package static var xffNumTrustedHops: Self { Self("xff_num_trusted_hops", 19) }
}

extension Field where Message == Envoy.ConnectionManager, Value == [Envoy.Upgrade] {
  @inlinable package static var upgradeConfigs: Self { Self("upgrade_configs", 23) }
}

extension Field where Message == Envoy.ConnectionManager, Value == Wrapped<UInt32> {
  @inlinable package static var maxRequestHeadersKb: Self { Self("max_request_headers_kb", 29) }
}

extension Field where Message == Envoy.ConnectionManager, Value == Envoy.LocalReplies {
  @inlinable package static var localReplyConfig: Self { Self("local_reply_config", 38) }
}

extension Field where Message == Envoy.ConnectionManager, Value == Envoy.HTTP3Options {
  @inlinable package static var http3ProtocolOptions: Self { Self("http3_protocol_options", 44) }
}

extension Field where Message == Envoy.ConnectionManager, Value == EnumValue<Envoy.EscapedSlashesAction> {
  @inlinable package static var pathWithEscapedSlashesAction: Self { Self("path_with_escaped_slashes_action", 45) }
}

extension Field where Message == Envoy.ConnectionManager, Value == [Envoy.TypedExtension] {
  @inlinable package static var originalIpDetectionExtensions: Self { Self("original_ip_detection_extensions", 46) }
  @inlinable package static var earlyHeaderMutationExtensions: Self { Self("early_header_mutation_extensions", 52) }
}

extension Field where Message == Envoy.ConnectionManager, Value == Envoy.TypedExtension {
  @inlinable package static var typedHeaderValidationConfig: Self { Self("typed_header_validation_config", 50) }
}

extension Field where Message == Envoy.ConnectionManager, Value == Envoy.Matcher {
  @inlinable package static var forwardClientCertMatcher: Self { Self("forward_client_cert_matcher", 60) }
}

extension Field where Message == Envoy.ConnectionManager, Value == Envoy.Percent {
  @inlinable package static var drainTimeoutJitter: Self { Self("drain_timeout_jitter", 62) }
}

extension Field where Message == Envoy.ConsistentHashing, Value == UInt32 {
  @inlinable package static var threshold: Self { Self("threshold", 1) }
  @inlinable package static var modulo: Self { Self("modulo", 2) }
}

extension Field where Message == Envoy.ConsistentHashing, Value == UInt64 {
  @inlinable package static var seed: Self { Self("seed", 3) }
}

extension Field where Message == Envoy.CookieMatcher, Value == String {
  @inlinable package static var name: Self { Self("name", 1) }
}

extension Field where Message == Envoy.CookieMatcher, Value == Envoy.StringMatcher {
  @inlinable package static var stringMatch: Self { Self("string_match", 2) }
}

extension Field where Message == Envoy.CookieMatcher, Value == Bool {
  @inlinable package static var invertMatch: Self { Self("invert_match", 3) }
}

extension Field where Message == Envoy.DNSCluster, Value == Envoy.Duration {
  @inlinable package static var dnsRefreshRate: Self { Self("dns_refresh_rate", 3) }
  @inlinable package static var dnsJitter: Self { Self("dns_jitter", 6) }
  @inlinable package static var dnsMinRefreshRate: Self { Self("dns_min_refresh_rate", 10) }
}

extension Field where Message == Envoy.DNSCluster, Value == Envoy.DNSRefreshRate {
  @inlinable package static var dnsFailureRefreshRate: Self { Self("dns_failure_refresh_rate", 4) }
}

extension Field where Message == Envoy.DNSCluster, Value == Bool {
  @inlinable package static var respectDnsTtl: Self { Self("respect_dns_ttl", 5) }
  @inlinable package static var allAddressesInSingleEndpoint: Self { Self("all_addresses_in_single_endpoint", 9) }
}

extension Field where Message == Envoy.DNSCluster, Value == Envoy.TypedExtension {
  @inlinable package static var typedDnsResolverConfig: Self { Self("typed_dns_resolver_config", 7) }
}

extension Field where Message == Envoy.DNSCluster, Value == EnumValue<Envoy.DNSFamily> {
  @inlinable package static var dnsLookupFamily: Self { Self("dns_lookup_family", 8) }
}

extension EnumValue where Enum == Envoy.DNSFamily {
  @inlinable package static var unspecified: Self { Self("UNSPECIFIED", 0) }
  @inlinable package static var auto: Self { Self("AUTO", 1) }
  @inlinable package static var v4Only: Self { Self("V4_ONLY", 2) }
  @inlinable package static var v6Only: Self { Self("V6_ONLY", 3) }
  @inlinable package static var v4Preferred: Self { Self("V4_PREFERRED", 4) }
  @inlinable package static var all: Self { Self("ALL", 5) }
}

extension Field where Message == Envoy.DNSRefreshRate, Value == Envoy.Duration {
  @inlinable package static var baseInterval: Self { Self("base_interval", 1) }
  @inlinable package static var maxInterval: Self { Self("max_interval", 2) }
}

extension Field where Message == Envoy.DataSource, Value == String {
  @inlinable package static var filename: Self { Self("filename", 1) }
  @inlinable package static var inlineString: Self { Self("inline_string", 3) }
  @inlinable package static var environmentVariable: Self { Self("environment_variable", 4) }
}

extension Field where Message == Envoy.DataSource, Value == [UInt8] {
  @inlinable package static var inlineBytes: Self { Self("inline_bytes", 2) }
}

extension Field where Message == Envoy.DataSource, Value == Envoy.WatchedDirectory {
  @inlinable package static var watchedDirectory: Self { Self("watched_directory", 5) }
}

extension EnumValue where Enum == Envoy.Denominator {
  @inlinable package static var hundred: Self { Self("HUNDRED", 0) }
  @inlinable package static var tenThousand: Self { Self("TEN_THOUSAND", 1) }
  @inlinable package static var million: Self { Self("MILLION", 2) }
}

extension Field where Message == Envoy.DirectResponse, Value == UInt32 {
  @inlinable package static var status: Self { Self("status", 1) }
}

extension Field where Message == Envoy.DirectResponse, Value == Envoy.DataSource {
  @inlinable package static var body: Self { Self("body", 2) }
}

extension Field where Message == Envoy.DirectResponse, Value == Envoy.SubstitutionFormat {
  @inlinable package static var bodyFormat: Self { Self("body_format", 3) }
}

extension EnumValue where Enum == Envoy.DiscoveryType {
  @inlinable package static var `static`: Self { Self("STATIC", 0) }
  @inlinable package static var strictDns: Self { Self("STRICT_DNS", 1) }
  @inlinable package static var logicalDns: Self { Self("LOGICAL_DNS", 2) }
  @inlinable package static var eds: Self { Self("EDS", 3) }
  @inlinable package static var originalDst: Self { Self("ORIGINAL_DST", 4) }
}

extension Field where Message == Envoy.DownstreamTLS, Value == Envoy.TLSContext {
  @inlinable package static var commonTlsContext: Self { Self("common_tls_context", 1) }
}

extension Field where Message == Envoy.DownstreamTLS, Value == Wrapped<Bool> {
  @inlinable package static var requireClientCertificate: Self { Self("require_client_certificate", 2) }
  @inlinable package static var requireSni: Self { Self("require_sni", 3) }
  @inlinable package static var fullScanCertsOnSniMismatch: Self { Self("full_scan_certs_on_sni_mismatch", 9) }
}

extension Field where Message == Envoy.DownstreamTLS, Value == Envoy.SecretConfig {
  @inlinable package static var sessionTicketKeysSdsSecretConfig: Self { Self("session_ticket_keys_sds_secret_config", 5) }
}

extension Field where Message == Envoy.DownstreamTLS, Value == Envoy.Duration {
  @inlinable package static var sessionTimeout: Self { Self("session_timeout", 6) }
}

extension Field where Message == Envoy.DownstreamTLS, Value == Bool {
  @inlinable package static var disableStatelessSessionResumption: Self { Self("disable_stateless_session_resumption", 7) }
  @inlinable package static var disableStatefulSessionResumption: Self { Self("disable_stateful_session_resumption", 10) }
  @inlinable package static var preferClientCiphers: Self { Self("prefer_client_ciphers", 11) }
}

extension Field where Message == Envoy.EDSConfig, Value == Envoy.ConfigSource {
  @inlinable package static var edsConfig: Self { Self("eds_config", 1) }
}

extension Field where Message == Envoy.EDSConfig, Value == String {
  @inlinable package static var serviceName: Self { Self("service_name", 2) }
}

extension Field where Message == Envoy.EarlyHeaderMutation, Value == [Envoy.HeaderMutation] {
  @inlinable package static var mutations: Self { Self("mutations", 1) }
}

extension Field where Message == Envoy.Endpoint, Value == Envoy.Address {
  @inlinable package static var address: Self { Self("address", 1) }
}

extension Field where Message == Envoy.Endpoint, Value == String {
  @inlinable package static var hostname: Self { Self("hostname", 3) }
  @inlinable package static var observabilityName: Self { Self("observability_name", 5) }
}

extension Field where Message == Envoy.EndpointEntry, Value == Envoy.Endpoint {
  @inlinable package static var endpoint: Self { Self("endpoint", 1) }
}

extension Field where Message == Envoy.EndpointEntry, Value == Envoy.Metadata {
  @inlinable package static var metadata: Self { Self("metadata", 3) }
}

extension Field where Message == Envoy.EndpointEntry, Value == Wrapped<UInt32> {
  @inlinable package static var loadBalancingWeight: Self { Self("load_balancing_weight", 4) }
}

extension Field where Message == Envoy.EndpointEntry, Value == String {
  @inlinable package static var endpointName: Self { Self("endpoint_name", 5) }
}

extension Field where Message == Envoy.EnvoyGRPC, Value == String {
  @inlinable package static var clusterName: Self { Self("cluster_name", 1) }
  @inlinable package static var authority: Self { Self("authority", 2) }
}

extension Field where Message == Envoy.EnvoyGRPC, Value == Wrapped<UInt32> {
  @inlinable package static var maxReceiveMessageLength: Self { Self("max_receive_message_length", 4) }
}

extension Field where Message == Envoy.EnvoyGRPC, Value == Bool {
  @inlinable package static var skipEnvoyHeaders: Self { Self("skip_envoy_headers", 5) }
}

extension EnumValue where Enum == Envoy.EscapedSlashesAction {
  @inlinable package static var implementationSpecificDefault: Self { Self("IMPLEMENTATION_SPECIFIC_DEFAULT", 0) }
  @inlinable package static var keepUnchanged: Self { Self("KEEP_UNCHANGED", 1) }
  @inlinable package static var rejectRequest: Self { Self("REJECT_REQUEST", 2) }
  @inlinable package static var unescapeAndRedirect: Self { Self("UNESCAPE_AND_REDIRECT", 3) }
  @inlinable package static var unescapeAndForward: Self { Self("UNESCAPE_AND_FORWARD", 4) }
}

extension Field where Message == Envoy.ExecuteFilter, Value == Envoy.TypedExtension {
  @inlinable package static var typedConfig: Self { Self("typed_config", 1) }
}

extension Field where Message == Envoy.ExecuteFilter, Value == Envoy.RuntimeFractionalPercent {
  @inlinable package static var samplePercent: Self { Self("sample_percent", 3) }
}

extension Field where Message == Envoy.ExecuteFilter, Value == String {
  @inlinable package static var filterChainName: Self { Self("filter_chain_name", 5) }
}

extension Field where Message == Envoy.ExpressionFilter, Value == String {
  @inlinable package static var expression: Self { Self("expression", 1) }
}

extension Field where Message == Envoy.ExtensionWithMatcher, Value == Envoy.TypedExtension {
  @inlinable package static var extensionConfig: Self { Self("extension_config", 2) }
}

extension Field where Message == Envoy.ExtensionWithMatcher, Value == Envoy.Matcher {
  @inlinable package static var xdsMatcher: Self { Self("xds_matcher", 3) }
}

extension Field where Message == Envoy.ExtensionWithMatcherPerRoute, Value == Envoy.Matcher {
  @inlinable package static var xdsMatcher: Self { Self("xds_matcher", 1) }
}

extension Field where Message == Envoy.ExternalAuthorization, Value == Envoy.GRPCService {
  @inlinable package static var grpcService: Self { Self("grpc_service", 1) }
}

extension Field where Message == Envoy.ExternalAuthorization, Value == Bool {
  @inlinable package static var failureModeAllow: Self { Self("failure_mode_allow", 2) }
  @inlinable package static var clearRouteCache: Self { Self("clear_route_cache", 6) }
  @inlinable package static var includePeerCertificate: Self { Self("include_peer_certificate", 10) }
  @inlinable package static var includeTlsSession: Self { Self("include_tls_session", 18) }
  @inlinable package static var failureModeAllowHeaderAdd: Self { Self("failure_mode_allow_header_add", 19) }
  @inlinable package static var encodeRawHeaders: Self { Self("encode_raw_headers", 23) }
  @inlinable package static var validateMutations: Self { Self("validate_mutations", 24) }
  @inlinable package static var emitFilterStateStats: Self { Self("emit_filter_state_stats", 29) }
  @inlinable package static var enforceResponseHeaderLimits: Self { Self("enforce_response_header_limits", 31) }
  @inlinable package static var shadowMode: Self { Self("shadow_mode", 32) }
}

extension Field where Message == Envoy.ExternalAuthorization, Value == Envoy.ExternalHTTPService {
  @inlinable package static var httpService: Self { Self("http_service", 3) }
}

extension Field where Message == Envoy.ExternalAuthorization, Value == Envoy.HTTPStatus {
  @inlinable package static var statusOnError: Self { Self("status_on_error", 7) }
}

extension Field where Message == Envoy.ExternalAuthorization, Value == [String] {
  @inlinable package static var metadataContextNamespaces: Self { Self("metadata_context_namespaces", 8) }
  @inlinable package static var typedMetadataContextNamespaces: Self { Self("typed_metadata_context_namespaces", 16) }
  @inlinable package static var routeMetadataContextNamespaces: Self { Self("route_metadata_context_namespaces", 21) }
  @inlinable package static var routeTypedMetadataContextNamespaces: Self { Self("route_typed_metadata_context_namespaces", 22) }
  @inlinable package static var clearRouteCacheHeaders: Self { Self("clear_route_cache_headers", 34) }
}

extension Field where Message == Envoy.ExternalAuthorization, Value == Envoy.RuntimeFractionalPercent {
  @inlinable package static var filterEnabled: Self { Self("filter_enabled", 9) }
}

extension Field where Message == Envoy.ExternalAuthorization, Value == EnumValue<Envoy.APIVersion> {
  @inlinable package static var transportApiVersion: Self { Self("transport_api_version", 12) }
}

extension Field where Message == Envoy.ExternalAuthorization, Value == String {
  @inlinable package static var statPrefix: Self { Self("stat_prefix", 13) }
  @inlinable package static var bootstrapMetadataLabelsKey: Self { Self("bootstrap_metadata_labels_key", 15) }
}

extension Field where Message == Envoy.ExternalAuthorization, Value == Envoy.MetadataMatcher {
  @inlinable package static var filterEnabledMetadata: Self { Self("filter_enabled_metadata", 14) }
}

extension Field where Message == Envoy.ExternalAuthorization, Value == Envoy.StringMatcherList {
  @inlinable package static var allowedHeaders: Self { Self("allowed_headers", 17) }
  @inlinable package static var disallowedHeaders: Self { Self("disallowed_headers", 25) }
}

extension Field where Message == Envoy.ExternalAuthorization, Value == Wrapped<Bool> {
  @inlinable package static var chargeClusterResponseStats: Self { Self("charge_cluster_response_stats", 20) }
  @inlinable package static var enableDynamicMetadataIngestion: Self { Self("enable_dynamic_metadata_ingestion", 27) }
  @inlinable package static var emitClientSpan: Self { Self("emit_client_span", 33) }
}

extension Field where Message == Envoy.ExternalAuthorization, Value == Envoy.HeaderMutationRules {
  @inlinable package static var decoderHeaderMutationRules: Self { Self("decoder_header_mutation_rules", 26) }
}

extension Field where Message == Envoy.ExternalAuthorization, Value == Envoy.Struct {
  @inlinable package static var filterMetadata: Self { Self("filter_metadata", 28) }
}

extension Field where Message == Envoy.ExternalAuthorization, Value == UInt32 {
  @inlinable package static var maxDeniedResponseBodyBytes: Self { Self("max_denied_response_body_bytes", 30) }
}

extension Field where Message == Envoy.ExternalHTTPService, Value == Envoy.HTTPURI {
  @inlinable package static var serverUri: Self { Self("server_uri", 1) }
}

extension Field where Message == Envoy.ExternalHTTPService, Value == String {
  @inlinable package static var pathPrefix: Self { Self("path_prefix", 2) }
  @inlinable package static var pathOverride: Self { Self("path_override", 10) }
}

extension Field where Message == Envoy.ExternalHTTPService, Value == Envoy.ExternalResponse {
  @inlinable package static var authorizationResponse: Self { Self("authorization_response", 8) }
}

extension Field where Message == Envoy.ExternalResponse, Value == Envoy.StringMatcherList {
  @inlinable package static var allowedUpstreamHeaders: Self { Self("allowed_upstream_headers", 1) }
  @inlinable package static var allowedClientHeaders: Self { Self("allowed_client_headers", 2) }
  @inlinable package static var allowedUpstreamHeadersToAppend: Self { Self("allowed_upstream_headers_to_append", 3) }
  @inlinable package static var allowedClientHeadersOnSuccess: Self { Self("allowed_client_headers_on_success", 4) }
  @inlinable package static var dynamicMetadataFromHeaders: Self { Self("dynamic_metadata_from_headers", 5) }
}

extension Field where Message == Envoy.Filter, Value == String {
  @inlinable package static var name: Self { Self("name", 1) }
}

extension Field where Message == Envoy.Filter, Value == Envoy.AnyMessage {
  @inlinable package static var typedConfig: Self { Self("typed_config", 4) }
}

extension Envoy.Filter: NamedExtension {
  package static var nameField: Field<Self, String> { .name }
  package static var configurationField: Field<Self, Envoy.AnyMessage> { .typedConfig }
}

extension Field where Message == Envoy.FilterChain, Value == Envoy.FilterChainMatch {
  @inlinable package static var filterChainMatch: Self { Self("filter_chain_match", 1) }
}

extension Field where Message == Envoy.FilterChain, Value == [Envoy.Filter] {
  @inlinable package static var filters: Self { Self("filters", 3) }
}

extension Field where Message == Envoy.FilterChain, Value == Wrapped<Bool> {
  @inlinable package static var useProxyProto: Self { Self("use_proxy_proto", 4) }
}

extension Field where Message == Envoy.FilterChain, Value == Envoy.Metadata {
  @inlinable package static var metadata: Self { Self("metadata", 5) }
}

extension Field where Message == Envoy.FilterChain, Value == Envoy.TransportSocket {
  @inlinable package static var transportSocket: Self { Self("transport_socket", 6) }
}

extension Field where Message == Envoy.FilterChain, Value == String {
  @inlinable package static var name: Self { Self("name", 7) }
}

extension Field where Message == Envoy.FilterChain, Value == Envoy.Duration {
  @inlinable package static var transportSocketConnectTimeout: Self { Self("transport_socket_connect_timeout", 9) }
}

extension Field where Message == Envoy.FilterChainMatch, Value == [Envoy.CIDRRange] {
  @inlinable package static var prefixRanges: Self { Self("prefix_ranges", 3) }
  @inlinable package static var sourcePrefixRanges: Self { Self("source_prefix_ranges", 6) }
  @inlinable package static var directSourcePrefixRanges: Self { Self("direct_source_prefix_ranges", 13) }
}

extension Field where Message == Envoy.FilterChainMatch, Value == String {
  @inlinable package static var addressSuffix: Self { Self("address_suffix", 4) }
  @inlinable package static var transportProtocol: Self { Self("transport_protocol", 9) }
}

extension Field where Message == Envoy.FilterChainMatch, Value == Wrapped<UInt32> {
  @inlinable package static var suffixLen: Self { Self("suffix_len", 5) }
  @inlinable package static var destinationPort: Self { Self("destination_port", 8) }
}

extension Field where Message == Envoy.FilterChainMatch, Value == [UInt32] {
  @inlinable package static var sourcePorts: Self { Self("source_ports", 7) }
}

extension Field where Message == Envoy.FilterChainMatch, Value == [String] {
  @inlinable package static var applicationProtocols: Self { Self("application_protocols", 10) }
  @inlinable package static var serverNames: Self { Self("server_names", 11) }
}

extension Field where Message == Envoy.FilterState, Value == [Envoy.FilterStateValue] {
  @inlinable package static var onRequestHeaders: Self { Self("on_request_headers", 1) }
}

extension Field where Message == Envoy.FilterState, Value == Bool {
  @inlinable package static var clearRouteCache: Self { Self("clear_route_cache", 2) }
}

extension Field where Message == Envoy.FilterStateInput, Value == String {
  @inlinable package static var key: Self { Self("key", 1) }
  @inlinable package static var field: Self { Self("field", 2) }
}

extension Field where Message == Envoy.FilterStateMatcher, Value == String {
  @inlinable package static var key: Self { Self("key", 1) }
}

extension Field where Message == Envoy.FilterStateMatcher, Value == Envoy.StringMatcher {
  @inlinable package static var stringMatch: Self { Self("string_match", 2) }
}

extension Field where Message == Envoy.FilterStateMatcher, Value == Envoy.AddressMatcher {
  @inlinable package static var addressMatch: Self { Self("address_match", 3) }
}

extension Field where Message == Envoy.FilterStateValue, Value == String {
  @inlinable package static var objectKey: Self { Self("object_key", 1) }
  @inlinable package static var factoryKey: Self { Self("factory_key", 6) }
}

extension Field where Message == Envoy.FilterStateValue, Value == Envoy.SubstitutionFormat {
  @inlinable package static var formatString: Self { Self("format_string", 2) }
}

extension Field where Message == Envoy.FilterStateValue, Value == Bool {
  @inlinable package static var readOnly: Self { Self("read_only", 3) }
  @inlinable package static var skipIfEmpty: Self { Self("skip_if_empty", 5) }
}

extension Field where Message == Envoy.ForwardedFor, Value == UInt32 {
  @inlinable package static var xffNumTrustedHops: Self { Self("xff_num_trusted_hops", 1) }
}

extension Field where Message == Envoy.ForwardedFor, Value == Envoy.ForwardedForTrust {
  @inlinable package static var xffTrustedCidrs: Self { Self("xff_trusted_cidrs", 2) }
}

extension Field where Message == Envoy.ForwardedFor, Value == Wrapped<Bool> {
  @inlinable package static var skipXffAppend: Self { Self("skip_xff_append", 3) }
}

extension Field where Message == Envoy.ForwardedForTrust, Value == [Envoy.CIDRRange] {
  @inlinable package static var cidrs: Self { Self("cidrs", 1) }
}

extension Field where Message == Envoy.FractionalPercent, Value == UInt32 {
  @inlinable package static var numerator: Self { Self("numerator", 1) }
}

extension Field where Message == Envoy.FractionalPercent, Value == EnumValue<Envoy.Denominator> {
  @inlinable package static var denominator: Self { Self("denominator", 2) }
}

extension Field where Message == Envoy.GRPCHealthCheck, Value == String {
  @inlinable package static var serviceName: Self { Self("service_name", 1) }
  @inlinable package static var authority: Self { Self("authority", 2) }
}

extension Field where Message == Envoy.GRPCHealthCheck, Value == [Envoy.HeaderValueOption] {
  @inlinable package static var initialMetadata: Self { Self("initial_metadata", 3) }
}

extension Field where Message == Envoy.GRPCService, Value == Envoy.EnvoyGRPC {
  @inlinable package static var envoyGrpc: Self { Self("envoy_grpc", 1) }
}

extension Field where Message == Envoy.GRPCService, Value == Envoy.Duration {
  @inlinable package static var timeout: Self { Self("timeout", 3) }
}

extension Field where Message == Envoy.GRPCService, Value == [Envoy.HeaderValue] {
  @inlinable package static var initialMetadata: Self { Self("initial_metadata", 5) }
}

extension Field where Message == Envoy.GenericSecret, Value == Envoy.DataSource {
  @inlinable package static var secret: Self { Self("secret", 1) }
}

extension Field where Message == Envoy.GenericSecret, Value == [String: Envoy.DataSource] {
  @inlinable package static var secrets: Self { Self("secrets", 2) }
}

extension Field where Message == Envoy.GeoFields, Value == String {
  @inlinable package static var country: Self { Self("country", 1) }
  @inlinable package static var city: Self { Self("city", 2) }
  @inlinable package static var region: Self { Self("region", 3) }
  @inlinable package static var asn: Self { Self("asn", 4) }
  @inlinable package static var anon: Self { Self("anon", 5) }
  @inlinable package static var anonVpn: Self { Self("anon_vpn", 6) }
  @inlinable package static var anonHosting: Self { Self("anon_hosting", 7) }
  @inlinable package static var anonTor: Self { Self("anon_tor", 8) }
  @inlinable package static var anonProxy: Self { Self("anon_proxy", 9) }
  @inlinable package static var isp: Self { Self("isp", 10) }
  @inlinable package static var applePrivateRelay: Self { Self("apple_private_relay", 11) }
  @inlinable package static var asnOrg: Self { Self("asn_org", 12) }
}

extension Field where Message == Envoy.GeoProvider, Value == Envoy.GeoFields {
  @inlinable package static var geoFieldKeys: Self { Self("geo_field_keys", 3) }
}

extension Field where Message == Envoy.Gzip, Value == Wrapped<UInt32> {
  @inlinable package static var memoryLevel: Self { Self("memory_level", 1) }
  @inlinable package static var windowBits: Self { Self("window_bits", 4) }
  @inlinable package static var chunkSize: Self { Self("chunk_size", 5) }
}

extension Field where Message == Envoy.HTTP1Options, Value == Wrapped<Bool> {
  @inlinable package static var allowAbsoluteUrl: Self { Self("allow_absolute_url", 1) }
  @inlinable package static var overrideStreamErrorOnInvalidHttpMessage: Self { Self("override_stream_error_on_invalid_http_message", 7) }
  @inlinable package static var useBalsaParser: Self { Self("use_balsa_parser", 9) }
}

extension Field where Message == Envoy.HTTP1Options, Value == Bool {
  @inlinable package static var acceptHttp10: Self { Self("accept_http_10", 2) }
  @inlinable package static var enableTrailers: Self { Self("enable_trailers", 5) }
  @inlinable package static var allowChunkedLength: Self { Self("allow_chunked_length", 6) }
  @inlinable package static var sendFullyQualifiedUrl: Self { Self("send_fully_qualified_url", 8) }
  @inlinable package static var allowCustomMethods: Self { Self("allow_custom_methods", 10) }
}

extension Field where Message == Envoy.HTTP1Options, Value == String {
  @inlinable package static var defaultHostForHttp10: Self { Self("default_host_for_http_10", 3) }
}

extension Field where Message == Envoy.HTTP1Options, Value == [Envoy.StringMatcher] {
  @inlinable package static var ignoreHttp11Upgrade: Self { Self("ignore_http_11_upgrade", 11) }
}

extension Field where Message == Envoy.HTTP2Options, Value == Wrapped<UInt32> {
  @inlinable package static var hpackTableSize: Self { Self("hpack_table_size", 1) }
  @inlinable package static var maxConcurrentStreams: Self { Self("max_concurrent_streams", 2) }
  @inlinable package static var initialStreamWindowSize: Self { Self("initial_stream_window_size", 3) }
  @inlinable package static var initialConnectionWindowSize: Self { Self("initial_connection_window_size", 4) }
  @inlinable package static var maxOutboundFrames: Self { Self("max_outbound_frames", 7) }
  @inlinable package static var maxOutboundControlFrames: Self { Self("max_outbound_control_frames", 8) }
  @inlinable package static var maxConsecutiveInboundFramesWithEmptyPayload: Self { Self("max_consecutive_inbound_frames_with_empty_payload", 9) }
  @inlinable package static var maxInboundPriorityFramesPerStream: Self { Self("max_inbound_priority_frames_per_stream", 10) }
  @inlinable package static var maxInboundWindowUpdateFramesPerDataFrameSent: Self { Self("max_inbound_window_update_frames_per_data_frame_sent", 11) }
  @inlinable package static var maxHeaderFieldSizeKb: Self { Self("max_header_field_size_kb", 19) }
}

extension Field where Message == Envoy.HTTP2Options, Value == Bool {
  @inlinable package static var allowConnect: Self { Self("allow_connect", 5) }
  @inlinable package static var allowMetadata: Self { Self("allow_metadata", 6) }
  @inlinable package static var streamErrorOnInvalidHttpMessaging: Self { Self("stream_error_on_invalid_http_messaging", 12) }
}

extension Field where Message == Envoy.HTTP2Options, Value == Wrapped<Bool> {
  @inlinable package static var overrideStreamErrorOnInvalidHttpMessage: Self { Self("override_stream_error_on_invalid_http_message", 14) }
  @inlinable package static var useOghttp2Codec: Self { Self("use_oghttp2_codec", 16) }
  @inlinable package static var enableHuffmanEncoding: Self { Self("enable_huffman_encoding", 18) }
  @inlinable package static var disallowObsText: Self { Self("disallow_obs_text", 20) }
}

extension Field where Message == Envoy.HTTP2Options, Value == Wrapped<UInt64> {
  @inlinable package static var maxMetadataSize: Self { Self("max_metadata_size", 17) }
  @inlinable package static var streamResetBurst: Self { Self("stream_reset_burst", 21) }
  @inlinable package static var streamResetRate: Self { Self("stream_reset_rate", 22) }
}

extension Field where Message == Envoy.HTTP3Options, Value == Envoy.QUICOptions {
  @inlinable package static var quicProtocolOptions: Self { Self("quic_protocol_options", 1) }
}

extension Field where Message == Envoy.HTTP3Options, Value == Wrapped<Bool> {
  @inlinable package static var overrideStreamErrorOnInvalidHttpMessage: Self { Self("override_stream_error_on_invalid_http_message", 2) }
  @inlinable package static var disallowObsText: Self { Self("disallow_obs_text", 9) }
}

extension Field where Message == Envoy.HTTP3Options, Value == Bool {
  @inlinable package static var allowExtendedConnect: Self { Self("allow_extended_connect", 5) }
  @inlinable package static var allowMetadata: Self { Self("allow_metadata", 6) }
  @inlinable package static var disableQpack: Self { Self("disable_qpack", 7) }
  @inlinable package static var disableConnectionFlowControlForStreams: Self { Self("disable_connection_flow_control_for_streams", 8) }
}

extension Field where Message == Envoy.HTTPFilter, Value == String {
  @inlinable package static var name: Self { Self("name", 1) }
}

extension Field where Message == Envoy.HTTPFilter, Value == Envoy.AnyMessage {
  @inlinable package static var typedConfig: Self { Self("typed_config", 4) }
}

extension Field where Message == Envoy.HTTPFilter, Value == Bool {
  @inlinable package static var isOptional: Self { Self("is_optional", 6) }
  @inlinable package static var disabled: Self { Self("disabled", 7) }
}

extension Envoy.HTTPFilter: NamedExtension {
  package static var nameField: Field<Self, String> { .name }
  package static var configurationField: Field<Self, Envoy.AnyMessage> { .typedConfig }
}

extension Field where Message == Envoy.HTTPGeoip, Value == Envoy.TypedExtension {
  @inlinable package static var provider: Self { Self("provider", 3) }
}

extension Field where Message == Envoy.HTTPHealthCheck, Value == String {
  @inlinable package static var host: Self { Self("host", 1) }
  @inlinable package static var path: Self { Self("path", 2) }
}

extension Field where Message == Envoy.HTTPHealthCheck, Value == [Envoy.HeaderValueOption] {
  @inlinable package static var requestHeadersToAdd: Self { Self("request_headers_to_add", 6) }
}

extension Field where Message == Envoy.HTTPHealthCheck, Value == [String] {
  @inlinable package static var requestHeadersToRemove: Self { Self("request_headers_to_remove", 8) }
}

extension Field where Message == Envoy.HTTPHealthCheck, Value == [Envoy.Int64Range] {
  @inlinable package static var expectedStatuses: Self { Self("expected_statuses", 9) }
  @inlinable package static var retriableStatuses: Self { Self("retriable_statuses", 12) }
}

extension Field where Message == Envoy.HTTPHealthCheck, Value == Envoy.StringMatcher {
  @inlinable package static var serviceNameMatcher: Self { Self("service_name_matcher", 11) }
}

extension Field where Message == Envoy.HTTPHealthCheck, Value == EnumValue<Envoy.RequestMethod> {
  @inlinable package static var method: Self { Self("method", 13) }
}

extension Field where Message == Envoy.HTTPHealthCheck, Value == Wrapped<UInt64> {
  @inlinable package static var responseBufferSize: Self { Self("response_buffer_size", 14) }
}

extension Field where Message == Envoy.HTTPHealthCheck, Value == Bool {
  @inlinable package static var useAlpnProtocol: Self { Self("use_alpn_protocol", 15) }
}

extension Field where Message == Envoy.HTTPProtocolOptions, Value == Envoy.HTTPVersionOptions {
  @inlinable package static var explicitHttpConfig: Self { Self("explicit_http_config", 3) }
}

extension Field where Message == Envoy.HTTPProtocolOptions, Value == [Envoy.HTTPFilter] {
  @inlinable package static var httpFilters: Self { Self("http_filters", 6) }
}

extension Field where Message == Envoy.HTTPProtocolOptions, Value == Envoy.TypedExtension {
  @inlinable package static var headerValidationConfig: Self { Self("header_validation_config", 7) }
}

extension Field where Message == Envoy.HTTPProtocolOptions, Value == [Envoy.MirrorPolicy] {
  @inlinable package static var requestMirrorPolicies: Self { Self("request_mirror_policies", 9) }
}

extension Field where Message == Envoy.HTTPProtocolOptions, Value == [Envoy.HashPolicy] {
  @inlinable package static var hashPolicy: Self { Self("hash_policy", 10) }
}

extension Field where Message == Envoy.HTTPProtocolOptions, Value == Envoy.RetryPolicy {
  @inlinable package static var retryPolicy: Self { Self("retry_policy", 11) }
}

extension Field where Message == Envoy.HTTPStatus, Value == EnumValue<Envoy.HTTPStatusCode> {
  @inlinable package static var code: Self { Self("code", 1) }
}

extension EnumValue where Enum == Envoy.HTTPStatusCode {
  @inlinable package static var empty: Self { Self("Empty", 0) }
  @inlinable package static var `continue`: Self { Self("Continue", 100) }
  @inlinable package static var ok: Self { Self("OK", 200) }
  @inlinable package static var created: Self { Self("Created", 201) }
  @inlinable package static var accepted: Self { Self("Accepted", 202) }
  @inlinable package static var nonauthoritativeinformation: Self { Self("NonAuthoritativeInformation", 203) }
  @inlinable package static var nocontent: Self { Self("NoContent", 204) }
  @inlinable package static var resetcontent: Self { Self("ResetContent", 205) }
  @inlinable package static var partialcontent: Self { Self("PartialContent", 206) }
  @inlinable package static var multistatus: Self { Self("MultiStatus", 207) }
  @inlinable package static var alreadyreported: Self { Self("AlreadyReported", 208) }
  @inlinable package static var imused: Self { Self("IMUsed", 226) }
  @inlinable package static var multiplechoices: Self { Self("MultipleChoices", 300) }
  @inlinable package static var movedpermanently: Self { Self("MovedPermanently", 301) }
  @inlinable package static var found: Self { Self("Found", 302) }
  @inlinable package static var seeother: Self { Self("SeeOther", 303) }
  @inlinable package static var notmodified: Self { Self("NotModified", 304) }
  @inlinable package static var useproxy: Self { Self("UseProxy", 305) }
  @inlinable package static var temporaryredirect: Self { Self("TemporaryRedirect", 307) }
  @inlinable package static var permanentredirect: Self { Self("PermanentRedirect", 308) }
  @inlinable package static var badrequest: Self { Self("BadRequest", 400) }
  @inlinable package static var unauthorized: Self { Self("Unauthorized", 401) }
  @inlinable package static var paymentrequired: Self { Self("PaymentRequired", 402) }
  @inlinable package static var forbidden: Self { Self("Forbidden", 403) }
  @inlinable package static var notfound: Self { Self("NotFound", 404) }
  @inlinable package static var methodnotallowed: Self { Self("MethodNotAllowed", 405) }
  @inlinable package static var notacceptable: Self { Self("NotAcceptable", 406) }
  @inlinable package static var proxyauthenticationrequired: Self { Self("ProxyAuthenticationRequired", 407) }
  @inlinable package static var requesttimeout: Self { Self("RequestTimeout", 408) }
  @inlinable package static var conflict: Self { Self("Conflict", 409) }
  @inlinable package static var gone: Self { Self("Gone", 410) }
  @inlinable package static var lengthrequired: Self { Self("LengthRequired", 411) }
  @inlinable package static var preconditionfailed: Self { Self("PreconditionFailed", 412) }
  @inlinable package static var payloadtoolarge: Self { Self("PayloadTooLarge", 413) }
  @inlinable package static var uritoolong: Self { Self("URITooLong", 414) }
  @inlinable package static var unsupportedmediatype: Self { Self("UnsupportedMediaType", 415) }
  @inlinable package static var rangenotsatisfiable: Self { Self("RangeNotSatisfiable", 416) }
  @inlinable package static var expectationfailed: Self { Self("ExpectationFailed", 417) }
  @inlinable package static var misdirectedrequest: Self { Self("MisdirectedRequest", 421) }
  @inlinable package static var unprocessableentity: Self { Self("UnprocessableEntity", 422) }
  @inlinable package static var locked: Self { Self("Locked", 423) }
  @inlinable package static var faileddependency: Self { Self("FailedDependency", 424) }
  @inlinable package static var upgraderequired: Self { Self("UpgradeRequired", 426) }
  @inlinable package static var preconditionrequired: Self { Self("PreconditionRequired", 428) }
  @inlinable package static var toomanyrequests: Self { Self("TooManyRequests", 429) }
  @inlinable package static var requestheaderfieldstoolarge: Self { Self("RequestHeaderFieldsTooLarge", 431) }
  @inlinable package static var internalservererror: Self { Self("InternalServerError", 500) }
  @inlinable package static var notimplemented: Self { Self("NotImplemented", 501) }
  @inlinable package static var badgateway: Self { Self("BadGateway", 502) }
  @inlinable package static var serviceunavailable: Self { Self("ServiceUnavailable", 503) }
  @inlinable package static var gatewaytimeout: Self { Self("GatewayTimeout", 504) }
  @inlinable package static var httpversionnotsupported: Self { Self("HTTPVersionNotSupported", 505) }
  @inlinable package static var variantalsonegotiates: Self { Self("VariantAlsoNegotiates", 506) }
  @inlinable package static var insufficientstorage: Self { Self("InsufficientStorage", 507) }
  @inlinable package static var loopdetected: Self { Self("LoopDetected", 508) }
  @inlinable package static var notextended: Self { Self("NotExtended", 510) }
  @inlinable package static var networkauthenticationrequired: Self { Self("NetworkAuthenticationRequired", 511) }
}

extension Field where Message == Envoy.HTTPURI, Value == String {
  @inlinable package static var uri: Self { Self("uri", 1) }
  @inlinable package static var cluster: Self { Self("cluster", 2) }
}

extension Field where Message == Envoy.HTTPURI, Value == Envoy.Duration {
  @inlinable package static var timeout: Self { Self("timeout", 3) }
}

extension Field where Message == Envoy.HTTPVersionOptions, Value == Envoy.HTTP1Options {
  @inlinable package static var httpProtocolOptions: Self { Self("http_protocol_options", 1) }
}

extension Field where Message == Envoy.HTTPVersionOptions, Value == Envoy.HTTP2Options {
  @inlinable package static var http2ProtocolOptions: Self { Self("http2_protocol_options", 2) }
}

extension Field where Message == Envoy.HTTPVersionOptions, Value == Envoy.HTTP3Options {
  @inlinable package static var http3ProtocolOptions: Self { Self("http3_protocol_options", 3) }
}

extension Field where Message == Envoy.HashPolicy, Value == Envoy.HashPolicyHeader {
  @inlinable package static var header: Self { Self("header", 1) }
}

extension Field where Message == Envoy.HashPolicy, Value == Envoy.HashPolicyCookie {
  @inlinable package static var cookie: Self { Self("cookie", 2) }
}

extension Field where Message == Envoy.HashPolicy, Value == Envoy.HashPolicyConnection {
  @inlinable package static var connectionProperties: Self { Self("connection_properties", 3) }
}

extension Field where Message == Envoy.HashPolicy, Value == Bool {
  @inlinable package static var terminal: Self { Self("terminal", 4) }
}

extension Field where Message == Envoy.HashPolicy, Value == Envoy.HashPolicyQuery {
  @inlinable package static var queryParameter: Self { Self("query_parameter", 5) }
}

extension Field where Message == Envoy.HashPolicyConnection, Value == Bool {
  @inlinable package static var sourceIp: Self { Self("source_ip", 1) }
}

extension Field where Message == Envoy.HashPolicyCookie, Value == String {
  @inlinable package static var name: Self { Self("name", 1) }
  @inlinable package static var path: Self { Self("path", 3) }
}

extension Field where Message == Envoy.HashPolicyCookie, Value == Envoy.Duration {
  @inlinable package static var ttl: Self { Self("ttl", 2) }
}

extension Field where Message == Envoy.HashPolicyCookie, Value == [Envoy.HashPolicyCookieAttribute] {
  @inlinable package static var attributes: Self { Self("attributes", 4) }
}

extension Field where Message == Envoy.HashPolicyCookieAttribute, Value == String {
  @inlinable package static var name: Self { Self("name", 1) }
  @inlinable package static var value: Self { Self("value", 2) }
}

extension Field where Message == Envoy.HashPolicyHeader, Value == String {
  @inlinable package static var headerName: Self { Self("header_name", 1) }
}

extension Field where Message == Envoy.HashPolicyHeader, Value == Envoy.RegexSubstitution {
  @inlinable package static var regexRewrite: Self { Self("regex_rewrite", 2) }
}

extension Field where Message == Envoy.HashPolicyQuery, Value == String {
  @inlinable package static var name: Self { Self("name", 1) }
}

extension Field where Message == Envoy.HeaderMatcher, Value == String {
  @inlinable package static var name: Self { Self("name", 1) }
  @inlinable package static var exactMatch: Self { Self("exact_match", 4) }
  @inlinable package static var prefixMatch: Self { Self("prefix_match", 9) }
  @inlinable package static var suffixMatch: Self { Self("suffix_match", 10) }
  @inlinable package static var containsMatch: Self { Self("contains_match", 12) }
}

extension Field where Message == Envoy.HeaderMatcher, Value == Envoy.Int64Range {
  @inlinable package static var rangeMatch: Self { Self("range_match", 6) }
}

extension Field where Message == Envoy.HeaderMatcher, Value == Bool {
  @inlinable package static var presentMatch: Self { Self("present_match", 7) }
  @inlinable package static var invertMatch: Self { Self("invert_match", 8) }
  @inlinable package static var treatMissingHeaderAsEmpty: Self { Self("treat_missing_header_as_empty", 14) }
}

extension Field where Message == Envoy.HeaderMatcher, Value == Envoy.RegexMatcher {
  @inlinable package static var safeRegexMatch: Self { Self("safe_regex_match", 11) }
}

extension Field where Message == Envoy.HeaderMatcher, Value == Envoy.StringMatcher {
  @inlinable package static var stringMatch: Self { Self("string_match", 13) }
}

extension Field where Message == Envoy.HeaderMutation, Value == String {
  @inlinable package static var remove: Self { Self("remove", 1) }
}

extension Field where Message == Envoy.HeaderMutation, Value == Envoy.HeaderValueOption {
  @inlinable package static var append: Self { Self("append", 2) }
}

extension Field where Message == Envoy.HeaderMutation, Value == Envoy.HeaderRemoval {
  @inlinable package static var removeOnMatch: Self { Self("remove_on_match", 3) }
}

extension Field where Message == Envoy.HeaderMutationFilter, Value == Envoy.HeaderMutations {
  @inlinable package static var mutations: Self { Self("mutations", 1) }
}

extension Field where Message == Envoy.HeaderMutationFilter, Value == Bool {
  @inlinable package static var mostSpecificHeaderMutationsWins: Self { Self("most_specific_header_mutations_wins", 2) }
}

extension Field where Message == Envoy.HeaderMutationRules, Value == Wrapped<Bool> {
  @inlinable package static var allowAllRouting: Self { Self("allow_all_routing", 1) }
  @inlinable package static var allowEnvoy: Self { Self("allow_envoy", 2) }
  @inlinable package static var disallowSystem: Self { Self("disallow_system", 3) }
  @inlinable package static var disallowAll: Self { Self("disallow_all", 4) }
  @inlinable package static var disallowIsError: Self { Self("disallow_is_error", 7) }
}

extension Field where Message == Envoy.HeaderMutationRules, Value == Envoy.RegexMatcher {
  @inlinable package static var allowExpression: Self { Self("allow_expression", 5) }
  @inlinable package static var disallowExpression: Self { Self("disallow_expression", 6) }
}

extension Field where Message == Envoy.HeaderMutations, Value == [Envoy.HeaderMutation] {
  @inlinable package static var requestMutations: Self { Self("request_mutations", 1) }
  @inlinable package static var responseMutations: Self { Self("response_mutations", 2) }
  @inlinable package static var responseTrailersMutations: Self { Self("response_trailers_mutations", 4) }
  @inlinable package static var requestTrailersMutations: Self { Self("request_trailers_mutations", 5) }
}

extension Field where Message == Envoy.HeaderMutations, Value == [Envoy.TypedExtension] {
  @inlinable package static var formatters: Self { Self("formatters", 6) }
}

extension Field where Message == Envoy.HeaderRemoval, Value == Envoy.StringMatcher {
  @inlinable package static var keyMatcher: Self { Self("key_matcher", 1) }
}

extension Field where Message == Envoy.HeaderToMetadata, Value == [Envoy.HeaderToMetadataRule] {
  @inlinable package static var requestRules: Self { Self("request_rules", 1) }
  @inlinable package static var responseRules: Self { Self("response_rules", 2) }
}

extension Field where Message == Envoy.HeaderToMetadata, Value == String {
  @inlinable package static var statPrefix: Self { Self("stat_prefix", 3) }
}

extension Field where Message == Envoy.HeaderToMetadataPair, Value == String {
  @inlinable package static var metadataNamespace: Self { Self("metadata_namespace", 1) }
  @inlinable package static var key: Self { Self("key", 2) }
  @inlinable package static var value: Self { Self("value", 3) }
}

extension Field where Message == Envoy.HeaderToMetadataPair, Value == EnumValue<Envoy.HeaderToMetadataType> {
  @inlinable package static var type: Self { Self("type", 4) }
}

extension Field where Message == Envoy.HeaderToMetadataPair, Value == Envoy.RegexSubstitution {
  @inlinable package static var regexValueRewrite: Self { Self("regex_value_rewrite", 6) }
}

extension Field where Message == Envoy.HeaderToMetadataRule, Value == String {
  @inlinable package static var header: Self { Self("header", 1) }
  @inlinable package static var cookie: Self { Self("cookie", 5) }
}

extension Field where Message == Envoy.HeaderToMetadataRule, Value == Envoy.HeaderToMetadataPair {
  @inlinable package static var onHeaderPresent: Self { Self("on_header_present", 2) }
  @inlinable package static var onHeaderMissing: Self { Self("on_header_missing", 3) }
}

extension Field where Message == Envoy.HeaderToMetadataRule, Value == Bool {
  @inlinable package static var remove: Self { Self("remove", 4) }
}

extension EnumValue where Enum == Envoy.HeaderToMetadataType {
  @inlinable package static var string: Self { Self("STRING", 0) }
  @inlinable package static var number: Self { Self("NUMBER", 1) }
  @inlinable package static var protobufValue: Self { Self("PROTOBUF_VALUE", 2) }
}

extension Field where Message == Envoy.HeaderValue, Value == String {
  @inlinable package static var key: Self { Self("key", 1) }
  @inlinable package static var value: Self { Self("value", 2) }
}

extension Field where Message == Envoy.HeaderValue, Value == [UInt8] {
  @inlinable package static var rawValue: Self { Self("raw_value", 3) }
}

extension Field where Message == Envoy.HeaderValueOption, Value == Envoy.HeaderValue {
  @inlinable package static var header: Self { Self("header", 1) }
}

extension Field where Message == Envoy.HeaderValueOption, Value == Wrapped<Bool> {
  @inlinable package static var append: Self { Self("append", 2) }
}

extension Field where Message == Envoy.HeaderValueOption, Value == EnumValue<Envoy.AppendAction> {
  @inlinable package static var appendAction: Self { Self("append_action", 3) }
}

extension Field where Message == Envoy.HeaderValueOption, Value == Bool {
  @inlinable package static var keepEmptyValue: Self { Self("keep_empty_value", 4) }
}

extension Field where Message == Envoy.HealthCheck, Value == Envoy.Duration {
  @inlinable package static var timeout: Self { Self("timeout", 1) }
  @inlinable package static var interval: Self { Self("interval", 2) }
  @inlinable package static var intervalJitter: Self { Self("interval_jitter", 3) }
  @inlinable package static var noTrafficInterval: Self { Self("no_traffic_interval", 12) }
  @inlinable package static var unhealthyInterval: Self { Self("unhealthy_interval", 14) }
  @inlinable package static var unhealthyEdgeInterval: Self { Self("unhealthy_edge_interval", 15) }
  @inlinable package static var healthyEdgeInterval: Self { Self("healthy_edge_interval", 16) }
  @inlinable package static var initialJitter: Self { Self("initial_jitter", 20) }
  @inlinable package static var noTrafficHealthyInterval: Self { Self("no_traffic_healthy_interval", 24) }
}

extension Field where Message == Envoy.HealthCheck, Value == Wrapped<UInt32> {
  @inlinable package static var unhealthyThreshold: Self { Self("unhealthy_threshold", 4) }
  @inlinable package static var healthyThreshold: Self { Self("healthy_threshold", 5) }
  @inlinable package static var altPort: Self { Self("alt_port", 6) }
}

extension Field where Message == Envoy.HealthCheck, Value == Wrapped<Bool> {
  @inlinable package static var reuseConnection: Self { Self("reuse_connection", 7) }
}

extension Field where Message == Envoy.HealthCheck, Value == Envoy.HTTPHealthCheck {
  @inlinable package static var httpHealthCheck: Self { Self("http_health_check", 8) }
}

extension Field where Message == Envoy.HealthCheck, Value == Envoy.TCPHealthCheck {
  @inlinable package static var tcpHealthCheck: Self { Self("tcp_health_check", 9) }
}

extension Field where Message == Envoy.HealthCheck, Value == Envoy.GRPCHealthCheck {
  @inlinable package static var grpcHealthCheck: Self { Self("grpc_health_check", 11) }
}

extension Field where Message == Envoy.HealthCheck, Value == String {
  @inlinable package static var eventLogPath: Self { Self("event_log_path", 17) }
  @inlinable package static var name: Self { Self("name", 27) }
}

extension Field where Message == Envoy.HealthCheck, Value == UInt32 {
  @inlinable package static var intervalJitterPercent: Self { Self("interval_jitter_percent", 18) }
}

extension Field where Message == Envoy.HealthCheck, Value == Bool {
  @inlinable package static var alwaysLogHealthCheckFailures: Self { Self("always_log_health_check_failures", 19) }
  @inlinable package static var alwaysLogHealthCheckSuccess: Self { Self("always_log_health_check_success", 26) }
}

extension Field where Message == Envoy.HealthCheck, Value == Envoy.Struct {
  @inlinable package static var transportSocketMatchCriteria: Self { Self("transport_socket_match_criteria", 23) }
}

extension Field where Message == Envoy.HealthCheck, Value == [Envoy.TypedExtension] {
  @inlinable package static var eventLogger: Self { Self("event_logger", 25) }
}

extension Field where Message == Envoy.HedgePolicy, Value == Wrapped<UInt32> {
  @inlinable package static var initialRequests: Self { Self("initial_requests", 1) }
}

extension Field where Message == Envoy.HedgePolicy, Value == Envoy.FractionalPercent {
  @inlinable package static var additionalRequestChance: Self { Self("additional_request_chance", 2) }
}

extension Field where Message == Envoy.HedgePolicy, Value == Bool {
  @inlinable package static var hedgeOnPerTryTimeout: Self { Self("hedge_on_per_try_timeout", 3) }
}

extension Field where Message == Envoy.Int64Range, Value == Int64 {
  @inlinable package static var start: Self { Self("start", 1) }
  @inlinable package static var end: Self { Self("end", 2) }
}

extension Field where Message == Envoy.JSONToMetadata, Value == Envoy.JSONToMetadataRules {
  @inlinable package static var requestRules: Self { Self("request_rules", 1) }
  @inlinable package static var responseRules: Self { Self("response_rules", 2) }
}

extension Field where Message == Envoy.JSONToMetadataPair, Value == String {
  @inlinable package static var metadataNamespace: Self { Self("metadata_namespace", 1) }
  @inlinable package static var key: Self { Self("key", 2) }
}

extension Field where Message == Envoy.JSONToMetadataPair, Value == Envoy.Value {
  @inlinable package static var value: Self { Self("value", 3) }
}

extension Field where Message == Envoy.JSONToMetadataPair, Value == Bool {
  @inlinable package static var preserveExistingMetadataValue: Self { Self("preserve_existing_metadata_value", 5) }
}

extension Field where Message == Envoy.JSONToMetadataRule, Value == [Envoy.JSONToMetadataSelector] {
  @inlinable package static var selectors: Self { Self("selectors", 1) }
}

extension Field where Message == Envoy.JSONToMetadataRule, Value == Envoy.JSONToMetadataPair {
  @inlinable package static var onPresent: Self { Self("on_present", 2) }
  @inlinable package static var onMissing: Self { Self("on_missing", 3) }
  @inlinable package static var onError: Self { Self("on_error", 4) }
}

extension Field where Message == Envoy.JSONToMetadataRules, Value == [Envoy.JSONToMetadataRule] {
  @inlinable package static var rules: Self { Self("rules", 1) }
}

extension Field where Message == Envoy.JSONToMetadataRules, Value == [String] {
  @inlinable package static var allowContentTypes: Self { Self("allow_content_types", 2) }
}

extension Field where Message == Envoy.JSONToMetadataRules, Value == Bool {
  @inlinable package static var allowEmptyContentType: Self { Self("allow_empty_content_type", 3) }
}

extension Field where Message == Envoy.JSONToMetadataRules, Value == Envoy.RegexMatcher {
  @inlinable package static var allowContentTypesRegex: Self { Self("allow_content_types_regex", 4) }
}

extension Field where Message == Envoy.JSONToMetadataSelector, Value == String {
  @inlinable package static var key: Self { Self("key", 1) }
}

extension Field where Message == Envoy.JWTAsyncFetch, Value == Bool {
  @inlinable package static var fastListener: Self { Self("fast_listener", 1) }
}

extension Field where Message == Envoy.JWTAsyncFetch, Value == Envoy.Duration {
  @inlinable package static var failedRefetchDuration: Self { Self("failed_refetch_duration", 2) }
}

extension Field where Message == Envoy.JWTAuthentication, Value == [String: Envoy.JWTProvider] {
  @inlinable package static var providers: Self { Self("providers", 1) }
}

extension Field where Message == Envoy.JWTAuthentication, Value == [Envoy.JWTRule] {
  @inlinable package static var rules: Self { Self("rules", 2) }
}

extension Field where Message == Envoy.JWTAuthentication, Value == Bool {
  @inlinable package static var bypassCorsPreflight: Self { Self("bypass_cors_preflight", 4) }
  @inlinable package static var stripFailureResponse: Self { Self("strip_failure_response", 6) }
}

extension Field where Message == Envoy.JWTAuthentication, Value == [String: Envoy.JWTRequirement] {
  @inlinable package static var requirementMap: Self { Self("requirement_map", 5) }
}

extension Field where Message == Envoy.JWTAuthentication, Value == String {
  @inlinable package static var statPrefix: Self { Self("stat_prefix", 7) }
}

extension Field where Message == Envoy.JWTHeader, Value == String {
  @inlinable package static var name: Self { Self("name", 1) }
  @inlinable package static var valuePrefix: Self { Self("value_prefix", 2) }
}

extension Field where Message == Envoy.JWTKeys, Value == Envoy.HTTPURI {
  @inlinable package static var httpUri: Self { Self("http_uri", 1) }
}

extension Field where Message == Envoy.JWTKeys, Value == Envoy.Duration {
  @inlinable package static var cacheDuration: Self { Self("cache_duration", 2) }
}

extension Field where Message == Envoy.JWTKeys, Value == Envoy.JWTAsyncFetch {
  @inlinable package static var asyncFetch: Self { Self("async_fetch", 3) }
}

extension Field where Message == Envoy.JWTProvider, Value == String {
  @inlinable package static var issuer: Self { Self("issuer", 1) }
  @inlinable package static var forwardPayloadHeader: Self { Self("forward_payload_header", 8) }
  @inlinable package static var payloadInMetadata: Self { Self("payload_in_metadata", 9) }
  @inlinable package static var headerInMetadata: Self { Self("header_in_metadata", 14) }
  @inlinable package static var failedStatusInMetadata: Self { Self("failed_status_in_metadata", 16) }
}

extension Field where Message == Envoy.JWTProvider, Value == [String] {
  @inlinable package static var audiences: Self { Self("audiences", 2) }
  @inlinable package static var fromParams: Self { Self("from_params", 7) }
  @inlinable package static var fromCookies: Self { Self("from_cookies", 13) }
}

extension Field where Message == Envoy.JWTProvider, Value == Envoy.JWTKeys {
  @inlinable package static var remoteJwks: Self { Self("remote_jwks", 3) }
}

extension Field where Message == Envoy.JWTProvider, Value == Envoy.DataSource {
  @inlinable package static var localJwks: Self { Self("local_jwks", 4) }
}

extension Field where Message == Envoy.JWTProvider, Value == Bool {
  @inlinable package static var forward: Self { Self("forward", 5) }
  @inlinable package static var padForwardPayloadHeader: Self { Self("pad_forward_payload_header", 11) }
  @inlinable package static var clearRouteCache: Self { Self("clear_route_cache", 17) }
  @inlinable package static var requireExpiration: Self { Self("require_expiration", 20) }
}

extension Field where Message == Envoy.JWTProvider, Value == [Envoy.JWTHeader] {
  @inlinable package static var fromHeaders: Self { Self("from_headers", 6) }
}

extension Field where Message == Envoy.JWTProvider, Value == UInt32 {
  @inlinable package static var clockSkewSeconds: Self { Self("clock_skew_seconds", 10) }
}

extension Field where Message == Envoy.JWTProvider, Value == Envoy.StringMatcher {
  @inlinable package static var subjects: Self { Self("subjects", 19) }
}

extension Field where Message == Envoy.JWTProvider, Value == Envoy.Duration {
  @inlinable package static var maxLifetime: Self { Self("max_lifetime", 21) }
}

extension Field where Message == Envoy.JWTRequirement, Value == String {
  @inlinable package static var providerName: Self { Self("provider_name", 1) }
}

extension Field where Message == Envoy.JWTRequirement, Value == Envoy.JWTRequirementList {
  @inlinable package static var requiresAny: Self { Self("requires_any", 3) }
}

extension Field where Message == Envoy.JWTRequirement, Value == Envoy.Empty {
  @inlinable package static var allowMissingOrFailed: Self { Self("allow_missing_or_failed", 5) }
  @inlinable package static var allowMissing: Self { Self("allow_missing", 6) }
}

extension Field where Message == Envoy.JWTRequirementList, Value == [Envoy.JWTRequirement] {
  @inlinable package static var requirements: Self { Self("requirements", 1) }
}

extension Field where Message == Envoy.JWTRule, Value == Envoy.RouteMatch {
  @inlinable package static var match: Self { Self("match", 1) }
}

extension Field where Message == Envoy.JWTRule, Value == Envoy.JWTRequirement {
  @inlinable package static var requires: Self { Self("requires", 2) }
}

extension Field where Message == Envoy.JWTRule, Value == String {
  @inlinable package static var requirementName: Self { Self("requirement_name", 3) }
}

extension Field where Message == Envoy.LeastRequest, Value == Wrapped<UInt32> {
  @inlinable package static var choiceCount: Self { Self("choice_count", 1) }
}

extension Field where Message == Envoy.LeastRequest, Value == Envoy.SlowStart {
  @inlinable package static var slowStartConfig: Self { Self("slow_start_config", 3) }
}

extension Field where Message == Envoy.ListMatcher, Value == Envoy.ValueMatcher {
  @inlinable package static var oneOf: Self { Self("one_of", 1) }
}

extension Field where Message == Envoy.Listener, Value == String {
  @inlinable package static var name: Self { Self("name", 1) }
  @inlinable package static var statPrefix: Self { Self("stat_prefix", 28) }
}

extension Field where Message == Envoy.Listener, Value == Envoy.Address {
  @inlinable package static var address: Self { Self("address", 2) }
}

extension Field where Message == Envoy.Listener, Value == [Envoy.FilterChain] {
  @inlinable package static var filterChains: Self { Self("filter_chains", 3) }
}

extension Field where Message == Envoy.Listener, Value == Wrapped<Bool> {
  @inlinable package static var useOriginalDst: Self { Self("use_original_dst", 4) }
  @inlinable package static var transparent: Self { Self("transparent", 10) }
  @inlinable package static var freebind: Self { Self("freebind", 11) }
  @inlinable package static var bindToPort: Self { Self("bind_to_port", 26) }
  @inlinable package static var enableReusePort: Self { Self("enable_reuse_port", 29) }
}

extension Field where Message == Envoy.Listener, Value == Wrapped<UInt32> {
  @inlinable package static var perConnectionBufferLimitBytes: Self { Self("per_connection_buffer_limit_bytes", 5) }
  @inlinable package static var tcpFastOpenQueueLength: Self { Self("tcp_fast_open_queue_length", 12) }
  @inlinable package static var tcpBacklogSize: Self { Self("tcp_backlog_size", 24) }
  @inlinable package static var maxConnectionsToAcceptPerSocketEvent: Self { Self("max_connections_to_accept_per_socket_event", 34) }
}

extension Field where Message == Envoy.Listener, Value == Envoy.Metadata {
  @inlinable package static var metadata: Self { Self("metadata", 6) }
}

extension Field where Message == Envoy.Listener, Value == [Envoy.ListenerFilter] {
  @inlinable package static var listenerFilters: Self { Self("listener_filters", 9) }
}

extension Field where Message == Envoy.Listener, Value == Envoy.Duration {
  @inlinable package static var listenerFiltersTimeout: Self { Self("listener_filters_timeout", 15) }
  @inlinable package static var perConnectionBufferHighWatermarkTimeout: Self { Self("per_connection_buffer_high_watermark_timeout", 38) }
}

extension Field where Message == Envoy.Listener, Value == Bool {
  @inlinable package static var continueOnListenerFiltersTimeout: Self { Self("continue_on_listener_filters_timeout", 17) }
  @inlinable package static var reusePort: Self { Self("reuse_port", 21) }
  @inlinable package static var enableMptcp: Self { Self("enable_mptcp", 30) }
  @inlinable package static var ignoreGlobalConnLimit: Self { Self("ignore_global_conn_limit", 31) }
  @inlinable package static var bypassOverloadManager: Self { Self("bypass_overload_manager", 35) }
}

extension Field where Message == Envoy.Listener, Value == Envoy.UDPListener {
  @inlinable package static var udpListenerConfig: Self { Self("udp_listener_config", 18) }
}

extension Field where Message == Envoy.Listener, Value == [Envoy.AccessLog] {
  @inlinable package static var accessLog: Self { Self("access_log", 22) }
}

extension Field where Message == Envoy.Listener, Value == Envoy.FilterChain {
  @inlinable package static var defaultFilterChain: Self { Self("default_filter_chain", 25) }
}

extension Field where Message == Envoy.Listener, Value == Envoy.Matcher {
  @inlinable package static var filterChainMatcher: Self { Self("filter_chain_matcher", 32) }
}

extension Field where Message == Envoy.ListenerFilter, Value == String {
  @inlinable package static var name: Self { Self("name", 1) }
}

extension Field where Message == Envoy.ListenerFilter, Value == Envoy.AnyMessage {
  @inlinable package static var typedConfig: Self { Self("typed_config", 3) }
}

extension Envoy.ListenerFilter: NamedExtension {
  package static var nameField: Field<Self, String> { .name }
  package static var configurationField: Field<Self, Envoy.AnyMessage> { .typedConfig }
}

extension EnumValue where Enum == Envoy.LoadBalancing {
  @inlinable package static var roundRobin: Self { Self("ROUND_ROBIN", 0) }
  @inlinable package static var leastRequest: Self { Self("LEAST_REQUEST", 1) }
  @inlinable package static var ringHash: Self { Self("RING_HASH", 2) }
  @inlinable package static var random: Self { Self("RANDOM", 3) }
  @inlinable package static var maglev: Self { Self("MAGLEV", 5) }
  @inlinable package static var clusterProvided: Self { Self("CLUSTER_PROVIDED", 6) }
  @inlinable package static var loadBalancingPolicyConfig: Self { Self("LOAD_BALANCING_POLICY_CONFIG", 7) }
}

extension Field where Message == Envoy.LocalRateLimit, Value == String {
  @inlinable package static var statPrefix: Self { Self("stat_prefix", 1) }
}

extension Field where Message == Envoy.LocalRateLimit, Value == Envoy.HTTPStatus {
  @inlinable package static var status: Self { Self("status", 2) }
}

extension Field where Message == Envoy.LocalRateLimit, Value == Envoy.TokenBucket {
  @inlinable package static var tokenBucket: Self { Self("token_bucket", 3) }
}

extension Field where Message == Envoy.LocalRateLimit, Value == Envoy.RuntimeFractionalPercent {
  @inlinable package static var filterEnabled: Self { Self("filter_enabled", 4) }
  @inlinable package static var filterEnforced: Self { Self("filter_enforced", 5) }
}

extension Field where Message == Envoy.LocalRateLimit, Value == [Envoy.HeaderValueOption] {
  @inlinable package static var responseHeadersToAdd: Self { Self("response_headers_to_add", 6) }
  @inlinable package static var requestHeadersToAddWhenNotEnforced: Self { Self("request_headers_to_add_when_not_enforced", 10) }
}

extension Field where Message == Envoy.LocalRateLimit, Value == [Envoy.LocalRateLimitDescriptor] {
  @inlinable package static var descriptors: Self { Self("descriptors", 8) }
}

extension Field where Message == Envoy.LocalRateLimit, Value == UInt32 {
  @inlinable package static var stage: Self { Self("stage", 9) }
}

extension Field where Message == Envoy.LocalRateLimit, Value == Bool {
  @inlinable package static var localRateLimitPerDownstreamConnection: Self { Self("local_rate_limit_per_downstream_connection", 11) }
  @inlinable package static var rateLimitedAsResourceExhausted: Self { Self("rate_limited_as_resource_exhausted", 15) }
  @inlinable package static var enableRetryAfterHeader: Self { Self("enable_retry_after_header", 19) }
}

extension Field where Message == Envoy.LocalRateLimit, Value == Wrapped<Bool> {
  @inlinable package static var alwaysConsumeDefaultTokenBucket: Self { Self("always_consume_default_token_bucket", 14) }
}

extension Field where Message == Envoy.LocalRateLimit, Value == [Envoy.RateLimit] {
  @inlinable package static var rateLimits: Self { Self("rate_limits", 17) }
}

extension Field where Message == Envoy.LocalRateLimit, Value == Wrapped<UInt32> {
  @inlinable package static var maxDynamicDescriptors: Self { Self("max_dynamic_descriptors", 18) }
}

extension Field where Message == Envoy.LocalRateLimitDescriptor, Value == [Envoy.RateLimitEntry] {
  @inlinable package static var entries: Self { Self("entries", 1) }
}

extension Field where Message == Envoy.LocalRateLimitDescriptor, Value == Envoy.TokenBucket {
  @inlinable package static var tokenBucket: Self { Self("token_bucket", 2) }
}

extension Field where Message == Envoy.LocalRateLimitDescriptor, Value == Bool {
  @inlinable package static var shadowMode: Self { Self("shadow_mode", 3) }
}

extension Field where Message == Envoy.LocalReplies, Value == [Envoy.LocalReplyMapper] {
  @inlinable package static var mappers: Self { Self("mappers", 1) }
}

extension Field where Message == Envoy.LocalReplies, Value == Envoy.SubstitutionFormat {
  @inlinable package static var bodyFormat: Self { Self("body_format", 2) }
}

extension Field where Message == Envoy.LocalReplyMapper, Value == Envoy.AccessLogFilter {
  @inlinable package static var filter: Self { Self("filter", 1) }
}

extension Field where Message == Envoy.LocalReplyMapper, Value == Wrapped<UInt32> {
  @inlinable package static var statusCode: Self { Self("status_code", 2) }
}

extension Field where Message == Envoy.LocalReplyMapper, Value == Envoy.DataSource {
  @inlinable package static var body: Self { Self("body", 3) }
}

extension Field where Message == Envoy.LocalReplyMapper, Value == Envoy.SubstitutionFormat {
  @inlinable package static var bodyFormatOverride: Self { Self("body_format_override", 4) }
}

extension Field where Message == Envoy.LocalReplyMapper, Value == [Envoy.HeaderValueOption] {
  @inlinable package static var headersToAdd: Self { Self("headers_to_add", 5) }
}

extension Field where Message == Envoy.Locality, Value == String {
  @inlinable package static var region: Self { Self("region", 1) }
  @inlinable package static var zone: Self { Self("zone", 2) }
  @inlinable package static var subZone: Self { Self("sub_zone", 3) }
}

extension Field where Message == Envoy.LocalityEndpoints, Value == Envoy.Locality {
  @inlinable package static var locality: Self { Self("locality", 1) }
}

extension Field where Message == Envoy.LocalityEndpoints, Value == [Envoy.EndpointEntry] {
  @inlinable package static var lbEndpoints: Self { Self("lb_endpoints", 2) }
}

extension Field where Message == Envoy.LocalityEndpoints, Value == Wrapped<UInt32> {
  @inlinable package static var loadBalancingWeight: Self { Self("load_balancing_weight", 3) }
  @inlinable package static var proximity: Self { Self("proximity", 6) }
}

extension Field where Message == Envoy.LocalityEndpoints, Value == UInt32 {
  @inlinable package static var priority: Self { Self("priority", 5) }
}

extension Field where Message == Envoy.LocalityEndpoints, Value == Envoy.Metadata {
  @inlinable package static var metadata: Self { Self("metadata", 9) }
}

extension Field where Message == Envoy.Lua, Value == String {
  @inlinable package static var inlineCode: Self { Self("inline_code", 1) }
  @inlinable package static var statPrefix: Self { Self("stat_prefix", 4) }
  @inlinable package static var sharedVmId: Self { Self("shared_vm_id", 9) }
}

extension Field where Message == Envoy.Lua, Value == [String: Envoy.DataSource] {
  @inlinable package static var sourceCodes: Self { Self("source_codes", 2) }
}

extension Field where Message == Envoy.Lua, Value == Envoy.DataSource {
  @inlinable package static var defaultSourceCode: Self { Self("default_source_code", 3) }
}

extension Field where Message == Envoy.Lua, Value == Wrapped<Bool> {
  @inlinable package static var clearRouteCache: Self { Self("clear_route_cache", 5) }
}

extension Field where Message == Envoy.Lua, Value == Envoy.Struct {
  @inlinable package static var filterContext: Self { Self("filter_context", 6) }
}

extension Field where Message == Envoy.Lua, Value == [String] {
  @inlinable package static var packagePaths: Self { Self("package_paths", 7) }
  @inlinable package static var packageCpaths: Self { Self("package_cpaths", 8) }
}

extension Field where Message == Envoy.Matcher, Value == Envoy.MatcherList {
  @inlinable package static var matcherList: Self { Self("matcher_list", 1) }
}

extension Field where Message == Envoy.Matcher, Value == Envoy.MatcherTree {
  @inlinable package static var matcherTree: Self { Self("matcher_tree", 2) }
}

extension Field where Message == Envoy.Matcher, Value == Envoy.MatcherOutcome {
  @inlinable package static var onNoMatch: Self { Self("on_no_match", 3) }
}

extension Field where Message == Envoy.MatcherCIDRRange, Value == String {
  @inlinable package static var addressPrefix: Self { Self("address_prefix", 1) }
}

extension Field where Message == Envoy.MatcherCIDRRange, Value == Wrapped<UInt32> {
  @inlinable package static var prefixLen: Self { Self("prefix_len", 2) }
}

extension Field where Message == Envoy.MatcherEntry, Value == Envoy.MatcherPredicate {
  @inlinable package static var predicate: Self { Self("predicate", 1) }
}

extension Field where Message == Envoy.MatcherEntry, Value == Envoy.MatcherOutcome {
  @inlinable package static var onMatch: Self { Self("on_match", 2) }
}

extension Field where Message == Envoy.MatcherExtension, Value == String {
  @inlinable package static var name: Self { Self("name", 1) }
}

extension Field where Message == Envoy.MatcherExtension, Value == Envoy.AnyMessage {
  @inlinable package static var typedConfig: Self { Self("typed_config", 2) }
}

extension Envoy.MatcherExtension: NamedExtension {
  package static var nameField: Field<Self, String> { .name }
  package static var configurationField: Field<Self, Envoy.AnyMessage> { .typedConfig }
}

extension Field where Message == Envoy.MatcherList, Value == [Envoy.MatcherEntry] {
  @inlinable package static var matchers: Self { Self("matchers", 1) }
}

extension Field where Message == Envoy.MatcherMap, Value == [String: Envoy.MatcherOutcome] {
  @inlinable package static var map: Self { Self("map", 1) }
}

extension Field where Message == Envoy.MatcherOutcome, Value == Envoy.Matcher {
  @inlinable package static var matcher: Self { Self("matcher", 1) }
}

extension Field where Message == Envoy.MatcherOutcome, Value == Envoy.MatcherExtension {
  @inlinable package static var action: Self { Self("action", 2) }
}

extension Field where Message == Envoy.MatcherOutcome, Value == Bool {
  @inlinable package static var keepMatching: Self { Self("keep_matching", 3) }
}

extension Field where Message == Envoy.MatcherPredicate, Value == Envoy.MatcherSinglePredicate {
  @inlinable package static var singlePredicate: Self { Self("single_predicate", 1) }
}

extension Field where Message == Envoy.MatcherPredicate, Value == Envoy.MatcherPredicateList {
  @inlinable package static var orMatcher: Self { Self("or_matcher", 2) }
  @inlinable package static var andMatcher: Self { Self("and_matcher", 3) }
}

extension Field where Message == Envoy.MatcherPredicate, Value == Envoy.MatcherPredicate {
  @inlinable package static var notMatcher: Self { Self("not_matcher", 4) }
}

extension Field where Message == Envoy.MatcherPredicateList, Value == [Envoy.MatcherPredicate] {
  @inlinable package static var predicate: Self { Self("predicate", 1) }
}

extension Field where Message == Envoy.MatcherRegex, Value == Envoy.MatcherRE2 {
  @inlinable package static var googleRe2: Self { Self("google_re2", 1) }
}

extension Field where Message == Envoy.MatcherRegex, Value == String {
  @inlinable package static var regex: Self { Self("regex", 2) }
}

extension Field where Message == Envoy.MatcherSinglePredicate, Value == Envoy.MatcherExtension {
  @inlinable package static var input: Self { Self("input", 1) }
  @inlinable package static var customMatch: Self { Self("custom_match", 3) }
}

extension Field where Message == Envoy.MatcherSinglePredicate, Value == Envoy.MatcherString {
  @inlinable package static var valueMatch: Self { Self("value_match", 2) }
}

extension Field where Message == Envoy.MatcherString, Value == String {
  @inlinable package static var exact: Self { Self("exact", 1) }
  @inlinable package static var prefix: Self { Self("prefix", 2) }
  @inlinable package static var suffix: Self { Self("suffix", 3) }
  @inlinable package static var contains: Self { Self("contains", 7) }
}

extension Field where Message == Envoy.MatcherString, Value == Envoy.MatcherRegex {
  @inlinable package static var safeRegex: Self { Self("safe_regex", 5) }
}

extension Field where Message == Envoy.MatcherString, Value == Bool {
  @inlinable package static var ignoreCase: Self { Self("ignore_case", 6) }
}

extension Field where Message == Envoy.MatcherString, Value == Envoy.MatcherExtension {
  @inlinable package static var custom: Self { Self("custom", 8) }
}

extension Field where Message == Envoy.MatcherTree, Value == Envoy.MatcherExtension {
  @inlinable package static var input: Self { Self("input", 1) }
  @inlinable package static var customMatch: Self { Self("custom_match", 4) }
}

extension Field where Message == Envoy.MatcherTree, Value == Envoy.MatcherMap {
  @inlinable package static var exactMatchMap: Self { Self("exact_match_map", 2) }
  @inlinable package static var prefixMatchMap: Self { Self("prefix_match_map", 3) }
}

extension Field where Message == Envoy.MaxMind, Value == String {
  @inlinable package static var cityDbPath: Self { Self("city_db_path", 1) }
  @inlinable package static var asnDbPath: Self { Self("asn_db_path", 2) }
  @inlinable package static var anonDbPath: Self { Self("anon_db_path", 3) }
  @inlinable package static var ispDbPath: Self { Self("isp_db_path", 5) }
  @inlinable package static var countryDbPath: Self { Self("country_db_path", 6) }
}

extension Field where Message == Envoy.MaxMind, Value == Envoy.GeoProvider {
  @inlinable package static var commonProviderConfig: Self { Self("common_provider_config", 4) }
}

extension Field where Message == Envoy.Metadata, Value == [String: Envoy.Struct] {
  @inlinable package static var filterMetadata: Self { Self("filter_metadata", 1) }
}

extension Field where Message == Envoy.Metadata, Value == [String: Envoy.AnyMessage] {
  @inlinable package static var typedFilterMetadata: Self { Self("typed_filter_metadata", 2) }
}

extension Field where Message == Envoy.MetadataKey, Value == String {
  @inlinable package static var key: Self { Self("key", 1) }
}

extension Field where Message == Envoy.MetadataKey, Value == [Envoy.MetadataKeySegment] {
  @inlinable package static var path: Self { Self("path", 2) }
}

extension Field where Message == Envoy.MetadataKeySegment, Value == String {
  @inlinable package static var key: Self { Self("key", 1) }
}

extension Field where Message == Envoy.MetadataKeySegment, Value == UInt32 {
  @inlinable package static var index: Self { Self("index", 2) }
}

extension Field where Message == Envoy.MetadataMatcher, Value == String {
  @inlinable package static var filter: Self { Self("filter", 1) }
}

extension Field where Message == Envoy.MetadataMatcher, Value == [Envoy.MetadataMatcherSegment] {
  @inlinable package static var path: Self { Self("path", 2) }
}

extension Field where Message == Envoy.MetadataMatcher, Value == Envoy.ValueMatcher {
  @inlinable package static var value: Self { Self("value", 3) }
}

extension Field where Message == Envoy.MetadataMatcher, Value == Bool {
  @inlinable package static var invert: Self { Self("invert", 4) }
}

extension Field where Message == Envoy.MetadataMatcherSegment, Value == String {
  @inlinable package static var key: Self { Self("key", 1) }
}

extension Field where Message == Envoy.MirrorPolicy, Value == String {
  @inlinable package static var cluster: Self { Self("cluster", 1) }
  @inlinable package static var clusterHeader: Self { Self("cluster_header", 5) }
  @inlinable package static var hostRewriteLiteral: Self { Self("host_rewrite_literal", 8) }
}

extension Field where Message == Envoy.MirrorPolicy, Value == Envoy.RuntimeFractionalPercent {
  @inlinable package static var runtimeFraction: Self { Self("runtime_fraction", 3) }
}

extension Field where Message == Envoy.MirrorPolicy, Value == Wrapped<Bool> {
  @inlinable package static var traceSampled: Self { Self("trace_sampled", 4) }
}

extension Field where Message == Envoy.MirrorPolicy, Value == Bool {
  @inlinable package static var disableShadowHostSuffixAppend: Self { Self("disable_shadow_host_suffix_append", 6) }
}

extension Field where Message == Envoy.MirrorPolicy, Value == [Envoy.HeaderMutation] {
  @inlinable package static var requestHeadersMutations: Self { Self("request_headers_mutations", 7) }
}

extension Field where Message == Envoy.NetworkDirectResponse, Value == Envoy.DataSource {
  @inlinable package static var response: Self { Self("response", 1) }
}

extension Field where Message == Envoy.NetworkFilterState, Value == [Envoy.FilterStateValue] {
  @inlinable package static var onNewConnection: Self { Self("on_new_connection", 1) }
  @inlinable package static var onDownstreamTlsHandshake: Self { Self("on_downstream_tls_handshake", 2) }
  @inlinable package static var onDownstreamData: Self { Self("on_downstream_data", 3) }
}

extension Field where Message == Envoy.NetworkGeoip, Value == String {
  @inlinable package static var statPrefix: Self { Self("stat_prefix", 1) }
  @inlinable package static var clientIp: Self { Self("client_ip", 3) }
}

extension Field where Message == Envoy.NetworkGeoip, Value == Envoy.TypedExtension {
  @inlinable package static var provider: Self { Self("provider", 2) }
}

extension Field where Message == Envoy.OAuth2, Value == Envoy.OAuth2Config {
  @inlinable package static var config: Self { Self("config", 1) }
}

extension Field where Message == Envoy.OAuth2Config, Value == Envoy.HTTPURI {
  @inlinable package static var tokenEndpoint: Self { Self("token_endpoint", 1) }
}

extension Field where Message == Envoy.OAuth2Config, Value == String {
  @inlinable package static var authorizationEndpoint: Self { Self("authorization_endpoint", 2) }
  @inlinable package static var redirectUri: Self { Self("redirect_uri", 4) }
  @inlinable package static var statPrefix: Self { Self("stat_prefix", 22) }
  @inlinable package static var endSessionEndpoint: Self { Self("end_session_endpoint", 23) }
  @inlinable package static var originalRequestUri: Self { Self("original_request_uri", 28) }
}

extension Field where Message == Envoy.OAuth2Config, Value == Envoy.OAuth2Credentials {
  @inlinable package static var credentials: Self { Self("credentials", 3) }
}

extension Field where Message == Envoy.OAuth2Config, Value == Envoy.PathMatcher {
  @inlinable package static var redirectPathMatcher: Self { Self("redirect_path_matcher", 5) }
  @inlinable package static var signoutPath: Self { Self("signout_path", 6) }
}

extension Field where Message == Envoy.OAuth2Config, Value == Bool {
  @inlinable package static var forwardBearerToken: Self { Self("forward_bearer_token", 7) }
  @inlinable package static var preserveAuthorizationHeader: Self { Self("preserve_authorization_header", 16) }
  @inlinable package static var disableIdTokenSetCookie: Self { Self("disable_id_token_set_cookie", 17) }
  @inlinable package static var disableAccessTokenSetCookie: Self { Self("disable_access_token_set_cookie", 19) }
  @inlinable package static var disableRefreshTokenSetCookie: Self { Self("disable_refresh_token_set_cookie", 20) }
  @inlinable package static var disableTokenEncryption: Self { Self("disable_token_encryption", 26) }
  @inlinable package static var useAccessTokenExpiryForIdTokenCookie: Self { Self("use_access_token_expiry_for_id_token_cookie", 30) }
}

extension Field where Message == Envoy.OAuth2Config, Value == [Envoy.HeaderMatcher] {
  @inlinable package static var passThroughMatcher: Self { Self("pass_through_matcher", 8) }
  @inlinable package static var denyRedirectMatcher: Self { Self("deny_redirect_matcher", 14) }
  @inlinable package static var allowFailedMatcher: Self { Self("allow_failed_matcher", 27) }
}

extension Field where Message == Envoy.OAuth2Config, Value == [String] {
  @inlinable package static var authScopes: Self { Self("auth_scopes", 9) }
  @inlinable package static var resources: Self { Self("resources", 10) }
  @inlinable package static var allowedRedirectDomains: Self { Self("allowed_redirect_domains", 29) }
}

extension Field where Message == Envoy.OAuth2Config, Value == Wrapped<Bool> {
  @inlinable package static var useRefreshToken: Self { Self("use_refresh_token", 12) }
}

extension Field where Message == Envoy.OAuth2Config, Value == Envoy.Duration {
  @inlinable package static var defaultExpiresIn: Self { Self("default_expires_in", 13) }
  @inlinable package static var defaultRefreshTokenExpiresIn: Self { Self("default_refresh_token_expires_in", 15) }
  @inlinable package static var csrfTokenExpiresIn: Self { Self("csrf_token_expires_in", 24) }
  @inlinable package static var codeVerifierTokenExpiresIn: Self { Self("code_verifier_token_expires_in", 25) }
}

extension Field where Message == Envoy.OAuth2CookieNames, Value == String {
  @inlinable package static var bearerToken: Self { Self("bearer_token", 1) }
  @inlinable package static var oauthHmac: Self { Self("oauth_hmac", 2) }
  @inlinable package static var oauthExpires: Self { Self("oauth_expires", 3) }
  @inlinable package static var idToken: Self { Self("id_token", 4) }
  @inlinable package static var refreshToken: Self { Self("refresh_token", 5) }
  @inlinable package static var oauthNonce: Self { Self("oauth_nonce", 6) }
  @inlinable package static var codeVerifier: Self { Self("code_verifier", 7) }
}

extension Field where Message == Envoy.OAuth2Credentials, Value == String {
  @inlinable package static var clientId: Self { Self("client_id", 1) }
  @inlinable package static var cookieDomain: Self { Self("cookie_domain", 5) }
}

extension Field where Message == Envoy.OAuth2Credentials, Value == Envoy.SecretConfig {
  @inlinable package static var tokenSecret: Self { Self("token_secret", 2) }
  @inlinable package static var hmacSecret: Self { Self("hmac_secret", 3) }
}

extension Field where Message == Envoy.OAuth2Credentials, Value == Envoy.OAuth2CookieNames {
  @inlinable package static var cookieNames: Self { Self("cookie_names", 4) }
}

extension Field where Message == Envoy.OpenTelemetry, Value == Envoy.GRPCService {
  @inlinable package static var grpcService: Self { Self("grpc_service", 1) }
}

extension Field where Message == Envoy.OpenTelemetry, Value == String {
  @inlinable package static var serviceName: Self { Self("service_name", 2) }
}

extension Field where Message == Envoy.OpenTelemetry, Value == [Envoy.TypedExtension] {
  @inlinable package static var resourceDetectors: Self { Self("resource_detectors", 4) }
}

extension Field where Message == Envoy.OpenTelemetry, Value == Envoy.TypedExtension {
  @inlinable package static var sampler: Self { Self("sampler", 5) }
  @inlinable package static var exporter: Self { Self("exporter", 10) }
}

extension Field where Message == Envoy.OpenTelemetry, Value == Wrapped<UInt32> {
  @inlinable package static var maxCacheSize: Self { Self("max_cache_size", 6) }
}

extension Field where Message == Envoy.OpenTelemetry, Value == Wrapped<Bool> {
  @inlinable package static var setTelemetrySdkResourceAttributes: Self { Self("set_telemetry_sdk_resource_attributes", 7) }
  @inlinable package static var setServiceNameResourceAttribute: Self { Self("set_service_name_resource_attribute", 8) }
  @inlinable package static var setInstrumentationScope: Self { Self("set_instrumentation_scope", 9) }
}

extension Field where Message == Envoy.OrMatcher, Value == [Envoy.ValueMatcher] {
  @inlinable package static var valueMatchers: Self { Self("value_matchers", 1) }
}

extension Field where Message == Envoy.OutlierDetection, Value == Wrapped<UInt32> {
  @inlinable package static var consecutive5xx: Self { Self("consecutive_5xx", 1) }
  @inlinable package static var maxEjectionPercent: Self { Self("max_ejection_percent", 4) }
  @inlinable package static var enforcingConsecutive5xx: Self { Self("enforcing_consecutive_5xx", 5) }
  @inlinable package static var enforcingSuccessRate: Self { Self("enforcing_success_rate", 6) }
  @inlinable package static var successRateMinimumHosts: Self { Self("success_rate_minimum_hosts", 7) }
  @inlinable package static var successRateRequestVolume: Self { Self("success_rate_request_volume", 8) }
  @inlinable package static var successRateStdevFactor: Self { Self("success_rate_stdev_factor", 9) }
  @inlinable package static var consecutiveGatewayFailure: Self { Self("consecutive_gateway_failure", 10) }
  @inlinable package static var enforcingConsecutiveGatewayFailure: Self { Self("enforcing_consecutive_gateway_failure", 11) }
  @inlinable package static var consecutiveLocalOriginFailure: Self { Self("consecutive_local_origin_failure", 13) }
  @inlinable package static var enforcingConsecutiveLocalOriginFailure: Self { Self("enforcing_consecutive_local_origin_failure", 14) }
  @inlinable package static var enforcingLocalOriginSuccessRate: Self { Self("enforcing_local_origin_success_rate", 15) }
  @inlinable package static var failurePercentageThreshold: Self { Self("failure_percentage_threshold", 16) }
  @inlinable package static var enforcingFailurePercentage: Self { Self("enforcing_failure_percentage", 17) }
  @inlinable package static var enforcingFailurePercentageLocalOrigin: Self { Self("enforcing_failure_percentage_local_origin", 18) }
  @inlinable package static var failurePercentageMinimumHosts: Self { Self("failure_percentage_minimum_hosts", 19) }
  @inlinable package static var failurePercentageRequestVolume: Self { Self("failure_percentage_request_volume", 20) }
}

extension Field where Message == Envoy.OutlierDetection, Value == Envoy.Duration {
  @inlinable package static var interval: Self { Self("interval", 2) }
  @inlinable package static var baseEjectionTime: Self { Self("base_ejection_time", 3) }
  @inlinable package static var maxEjectionTime: Self { Self("max_ejection_time", 21) }
  @inlinable package static var maxEjectionTimeJitter: Self { Self("max_ejection_time_jitter", 22) }
}

extension Field where Message == Envoy.OutlierDetection, Value == Bool {
  @inlinable package static var splitExternalLocalOriginErrors: Self { Self("split_external_local_origin_errors", 12) }
}

extension Field where Message == Envoy.OutlierDetection, Value == Wrapped<Bool> {
  @inlinable package static var successfulActiveHealthCheckUnejectHost: Self { Self("successful_active_health_check_uneject_host", 23) }
  @inlinable package static var alwaysEjectOneHost: Self { Self("always_eject_one_host", 25) }
  @inlinable package static var detectDegradedHosts: Self { Self("detect_degraded_hosts", 26) }
}

extension Field where Message == Envoy.OutlierDetection, Value == [Envoy.TypedExtension] {
  @inlinable package static var monitors: Self { Self("monitors", 24) }
}

extension Field where Message == Envoy.PathConfigSource, Value == String {
  @inlinable package static var path: Self { Self("path", 1) }
}

extension Field where Message == Envoy.PathConfigSource, Value == Envoy.WatchedDirectory {
  @inlinable package static var watchedDirectory: Self { Self("watched_directory", 2) }
}

extension Field where Message == Envoy.PathConfigSource, Value == Envoy.Duration {
  @inlinable package static var pollInterval: Self { Self("poll_interval", 3) }
}

extension Field where Message == Envoy.PathMatcher, Value == Envoy.StringMatcher {
  @inlinable package static var path: Self { Self("path", 1) }
}

extension Field where Message == Envoy.Percent, Value == Double {
  @inlinable package static var value: Self { Self("value", 1) }
}

extension Field where Message == Envoy.ProxyProtocol, Value == Bool {
  @inlinable package static var allowRequestsWithoutProxyProtocol: Self { Self("allow_requests_without_proxy_protocol", 2) }
}

extension Field where Message == Envoy.ProxyProtocol, Value == [EnumValue<Envoy.ProxyProtocolVersion>] {
  @inlinable package static var disallowedVersions: Self { Self("disallowed_versions", 4) }
}

extension Field where Message == Envoy.ProxyProtocol, Value == String {
  @inlinable package static var statPrefix: Self { Self("stat_prefix", 5) }
}

extension Field where Message == Envoy.ProxyProtocolConfig, Value == EnumValue<Envoy.ProxyProtocolVersion> {
  @inlinable package static var version: Self { Self("version", 1) }
}

extension Field where Message == Envoy.ProxyProtocolTransport, Value == Envoy.ProxyProtocolConfig {
  @inlinable package static var config: Self { Self("config", 1) }
}

extension Field where Message == Envoy.ProxyProtocolTransport, Value == Envoy.TransportSocket {
  @inlinable package static var transportSocket: Self { Self("transport_socket", 2) }
}

extension Field where Message == Envoy.ProxyProtocolTransport, Value == Bool {
  @inlinable package static var allowUnspecifiedAddress: Self { Self("allow_unspecified_address", 3) }
  @inlinable package static var tlvAsPoolKey: Self { Self("tlv_as_pool_key", 4) }
}

extension EnumValue where Enum == Envoy.ProxyProtocolVersion {
  @inlinable package static var v1: Self { Self("V1", 0) }
  @inlinable package static var v2: Self { Self("V2", 1) }
}

extension Field where Message == Envoy.QUICListener, Value == Envoy.QUICOptions {
  @inlinable package static var quicProtocolOptions: Self { Self("quic_protocol_options", 1) }
}

extension Field where Message == Envoy.QUICListener, Value == Envoy.Duration {
  @inlinable package static var idleTimeout: Self { Self("idle_timeout", 2) }
  @inlinable package static var cryptoHandshakeTimeout: Self { Self("crypto_handshake_timeout", 3) }
}

extension Field where Message == Envoy.QUICListener, Value == Wrapped<UInt32> {
  @inlinable package static var packetsToReadToConnectionCountRatio: Self { Self("packets_to_read_to_connection_count_ratio", 5) }
  @inlinable package static var maxSessionsPerEventLoop: Self { Self("max_sessions_per_event_loop", 14) }
}

extension Field where Message == Envoy.QUICListener, Value == Envoy.TypedExtension {
  @inlinable package static var cryptoStreamConfig: Self { Self("crypto_stream_config", 6) }
  @inlinable package static var proofSourceConfig: Self { Self("proof_source_config", 7) }
  @inlinable package static var connectionIdGeneratorConfig: Self { Self("connection_id_generator_config", 8) }
  @inlinable package static var serverPreferredAddressConfig: Self { Self("server_preferred_address_config", 9) }
  @inlinable package static var connectionDebugVisitorConfig: Self { Self("connection_debug_visitor_config", 11) }
}

extension Field where Message == Envoy.QUICListener, Value == Wrapped<Bool> {
  @inlinable package static var sendDisableActiveMigration: Self { Self("send_disable_active_migration", 10) }
}

extension Field where Message == Envoy.QUICListener, Value == Bool {
  @inlinable package static var rejectNewConnections: Self { Self("reject_new_connections", 13) }
}

extension Field where Message == Envoy.QUICOptions, Value == Wrapped<UInt32> {
  @inlinable package static var maxConcurrentStreams: Self { Self("max_concurrent_streams", 1) }
  @inlinable package static var initialStreamWindowSize: Self { Self("initial_stream_window_size", 2) }
  @inlinable package static var initialConnectionWindowSize: Self { Self("initial_connection_window_size", 3) }
  @inlinable package static var numTimeoutsToTriggerPortMigration: Self { Self("num_timeouts_to_trigger_port_migration", 4) }
}

extension Field where Message == Envoy.QUICOptions, Value == String {
  @inlinable package static var connectionOptions: Self { Self("connection_options", 6) }
  @inlinable package static var clientConnectionOptions: Self { Self("client_connection_options", 7) }
}

extension Field where Message == Envoy.QUICOptions, Value == Envoy.Duration {
  @inlinable package static var idleNetworkTimeout: Self { Self("idle_network_timeout", 8) }
  @inlinable package static var memoryReductionTimeout: Self { Self("memory_reduction_timeout", 12) }
}

extension Field where Message == Envoy.QUICOptions, Value == Wrapped<UInt64> {
  @inlinable package static var maxPacketLength: Self { Self("max_packet_length", 9) }
}

extension Field where Message == Envoy.QUICOptions, Value == Envoy.TypedExtension {
  @inlinable package static var clientPacketWriter: Self { Self("client_packet_writer", 10) }
}

extension Field where Message == Envoy.QUICOptions, Value == Wrapped<Bool> {
  @inlinable package static var enableScone: Self { Self("enable_scone", 13) }
}

extension Field where Message == Envoy.QUICTransport, Value == Envoy.DownstreamTLS {
  @inlinable package static var downstreamTlsContext: Self { Self("downstream_tls_context", 1) }
}

extension Field where Message == Envoy.QUICTransport, Value == Wrapped<Bool> {
  @inlinable package static var enableEarlyData: Self { Self("enable_early_data", 2) }
  @inlinable package static var enableResumption: Self { Self("enable_resumption", 3) }
}

extension Field where Message == Envoy.QueryParameterMatcher, Value == String {
  @inlinable package static var name: Self { Self("name", 1) }
}

extension Field where Message == Envoy.QueryParameterMatcher, Value == Envoy.StringMatcher {
  @inlinable package static var stringMatch: Self { Self("string_match", 5) }
}

extension Field where Message == Envoy.QueryParameterMatcher, Value == Bool {
  @inlinable package static var presentMatch: Self { Self("present_match", 6) }
}

extension Field where Message == Envoy.RBAC, Value == Envoy.RBACRules {
  @inlinable package static var rules: Self { Self("rules", 1) }
  @inlinable package static var shadowRules: Self { Self("shadow_rules", 2) }
}

extension Field where Message == Envoy.RBAC, Value == String {
  @inlinable package static var shadowRulesStatPrefix: Self { Self("shadow_rules_stat_prefix", 3) }
  @inlinable package static var rulesStatPrefix: Self { Self("rules_stat_prefix", 6) }
}

extension Field where Message == Envoy.RBAC, Value == Envoy.Matcher {
  @inlinable package static var matcher: Self { Self("matcher", 4) }
  @inlinable package static var shadowMatcher: Self { Self("shadow_matcher", 5) }
}

extension Field where Message == Envoy.RBAC, Value == Bool {
  @inlinable package static var trackPerRuleStats: Self { Self("track_per_rule_stats", 7) }
}

extension Field where Message == Envoy.RBACPermission, Value == Bool {
  @inlinable package static var any: Self { Self("any", 3) }
}

extension Field where Message == Envoy.RBACPermission, Value == Envoy.HeaderMatcher {
  @inlinable package static var header: Self { Self("header", 4) }
}

extension Field where Message == Envoy.RBACPermission, Value == Envoy.CIDRRange {
  @inlinable package static var destinationIp: Self { Self("destination_ip", 5) }
}

extension Field where Message == Envoy.RBACPermission, Value == UInt32 {
  @inlinable package static var destinationPort: Self { Self("destination_port", 6) }
}

extension Field where Message == Envoy.RBACPermission, Value == Envoy.MetadataMatcher {
  @inlinable package static var metadata: Self { Self("metadata", 7) }
}

extension Field where Message == Envoy.RBACPermission, Value == Envoy.RBACPermission {
  @inlinable package static var notRule: Self { Self("not_rule", 8) }
}

extension Field where Message == Envoy.RBACPermission, Value == Envoy.StringMatcher {
  @inlinable package static var requestedServerName: Self { Self("requested_server_name", 9) }
}

extension Field where Message == Envoy.RBACPermission, Value == Envoy.PathMatcher {
  @inlinable package static var urlPath: Self { Self("url_path", 10) }
}

extension Field where Message == Envoy.RBACPermission, Value == Envoy.TypedExtension {
  @inlinable package static var matcher: Self { Self("matcher", 12) }
  @inlinable package static var uriTemplate: Self { Self("uri_template", 13) }
}

extension Field where Message == Envoy.RBACPolicy, Value == [Envoy.RBACPermission] {
  @inlinable package static var permissions: Self { Self("permissions", 1) }
}

extension Field where Message == Envoy.RBACPolicy, Value == [Envoy.RBACPrincipal] {
  @inlinable package static var principals: Self { Self("principals", 2) }
}

extension Field where Message == Envoy.RBACPrincipal, Value == Bool {
  @inlinable package static var any: Self { Self("any", 3) }
}

extension Field where Message == Envoy.RBACPrincipal, Value == Envoy.CIDRRange {
  @inlinable package static var sourceIp: Self { Self("source_ip", 5) }
  @inlinable package static var directRemoteIp: Self { Self("direct_remote_ip", 10) }
  @inlinable package static var remoteIp: Self { Self("remote_ip", 11) }
}

extension Field where Message == Envoy.RBACPrincipal, Value == Envoy.HeaderMatcher {
  @inlinable package static var header: Self { Self("header", 6) }
}

extension Field where Message == Envoy.RBACPrincipal, Value == Envoy.MetadataMatcher {
  @inlinable package static var metadata: Self { Self("metadata", 7) }
}

extension Field where Message == Envoy.RBACPrincipal, Value == Envoy.RBACPrincipal {
  @inlinable package static var notId: Self { Self("not_id", 8) }
}

extension Field where Message == Envoy.RBACPrincipal, Value == Envoy.PathMatcher {
  @inlinable package static var urlPath: Self { Self("url_path", 9) }
}

extension Field where Message == Envoy.RBACPrincipal, Value == Envoy.FilterStateMatcher {
  @inlinable package static var filterState: Self { Self("filter_state", 12) }
}

extension Field where Message == Envoy.RBACPrincipal, Value == Envoy.TypedExtension {
  @inlinable package static var custom: Self { Self("custom", 14) }
}

extension Field where Message == Envoy.RBACRules, Value == [String: Envoy.RBACPolicy] {
  @inlinable package static var policies: Self { Self("policies", 2) }
}

extension Field where Message == Envoy.RDS, Value == Envoy.ConfigSource {
  @inlinable package static var configSource: Self { Self("config_source", 1) }
}

extension Field where Message == Envoy.RDS, Value == String {
  @inlinable package static var routeConfigName: Self { Self("route_config_name", 2) }
}

extension Field where Message == Envoy.RateLimit, Value == Wrapped<UInt32> {
  @inlinable package static var stage: Self { Self("stage", 1) }
}

extension Field where Message == Envoy.RateLimit, Value == String {
  @inlinable package static var disableKey: Self { Self("disable_key", 2) }
}

extension Field where Message == Envoy.RateLimit, Value == [Envoy.RateLimitAction] {
  @inlinable package static var actions: Self { Self("actions", 3) }
}

extension Field where Message == Envoy.RateLimit, Value == Bool {
  @inlinable package static var applyOnStreamDone: Self { Self("apply_on_stream_done", 6) }
}

extension Field where Message == Envoy.RateLimitAction, Value == Envoy.RateLimitHeader {
  @inlinable package static var requestHeaders: Self { Self("request_headers", 3) }
}

extension Field where Message == Envoy.RateLimitAction, Value == Envoy.RateLimitKey {
  @inlinable package static var genericKey: Self { Self("generic_key", 5) }
}

extension Field where Message == Envoy.RateLimitAction, Value == Envoy.RateLimitMetadata {
  @inlinable package static var metadata: Self { Self("metadata", 8) }
}

extension Field where Message == Envoy.RateLimitAction, Value == Envoy.TypedExtension {
  @inlinable package static var `extension`: Self { Self("extension", 9) }
}

extension Field where Message == Envoy.RateLimitAction, Value == Envoy.RateLimitAddress {
  @inlinable package static var maskedRemoteAddress: Self { Self("masked_remote_address", 10) }
}

extension Field where Message == Envoy.RateLimitAction, Value == Envoy.RateLimitQueryParameter {
  @inlinable package static var queryParameters: Self { Self("query_parameters", 12) }
}

extension Field where Message == Envoy.RateLimitAddress, Value == Wrapped<UInt32> {
  @inlinable package static var v4PrefixMaskLen: Self { Self("v4_prefix_mask_len", 1) }
  @inlinable package static var v6PrefixMaskLen: Self { Self("v6_prefix_mask_len", 2) }
}

extension Field where Message == Envoy.RateLimitEntry, Value == String {
  @inlinable package static var key: Self { Self("key", 1) }
  @inlinable package static var value: Self { Self("value", 2) }
}

extension Field where Message == Envoy.RateLimitHeader, Value == String {
  @inlinable package static var headerName: Self { Self("header_name", 1) }
  @inlinable package static var descriptorKey: Self { Self("descriptor_key", 2) }
}

extension Field where Message == Envoy.RateLimitHeader, Value == Bool {
  @inlinable package static var skipIfAbsent: Self { Self("skip_if_absent", 3) }
}

extension Field where Message == Envoy.RateLimitKey, Value == String {
  @inlinable package static var descriptorValue: Self { Self("descriptor_value", 1) }
  @inlinable package static var descriptorKey: Self { Self("descriptor_key", 2) }
  @inlinable package static var defaultValue: Self { Self("default_value", 3) }
}

extension Field where Message == Envoy.RateLimitMetadata, Value == String {
  @inlinable package static var descriptorKey: Self { Self("descriptor_key", 1) }
  @inlinable package static var defaultValue: Self { Self("default_value", 3) }
}

extension Field where Message == Envoy.RateLimitMetadata, Value == Envoy.MetadataKey {
  @inlinable package static var metadataKey: Self { Self("metadata_key", 2) }
}

extension Field where Message == Envoy.RateLimitMetadata, Value == Bool {
  @inlinable package static var skipIfAbsent: Self { Self("skip_if_absent", 5) }
}

extension Field where Message == Envoy.RateLimitQueryParameter, Value == String {
  @inlinable package static var queryParameterName: Self { Self("query_parameter_name", 1) }
  @inlinable package static var descriptorKey: Self { Self("descriptor_key", 2) }
}

extension Field where Message == Envoy.RateLimitQueryParameter, Value == Bool {
  @inlinable package static var skipIfAbsent: Self { Self("skip_if_absent", 3) }
}

extension Field where Message == Envoy.Redirect, Value == String {
  @inlinable package static var hostRedirect: Self { Self("host_redirect", 1) }
  @inlinable package static var pathRedirect: Self { Self("path_redirect", 2) }
  @inlinable package static var prefixRewrite: Self { Self("prefix_rewrite", 5) }
  @inlinable package static var schemeRedirect: Self { Self("scheme_redirect", 7) }
  @inlinable package static var pathRewrite: Self { Self("path_rewrite", 10) }
}

extension Field where Message == Envoy.Redirect, Value == EnumValue<Envoy.RedirectCode> {
  @inlinable package static var responseCode: Self { Self("response_code", 3) }
}

extension Field where Message == Envoy.Redirect, Value == Bool {
  @inlinable package static var httpsRedirect: Self { Self("https_redirect", 4) }
  @inlinable package static var stripQuery: Self { Self("strip_query", 6) }
}

extension Field where Message == Envoy.Redirect, Value == UInt32 {
  @inlinable package static var portRedirect: Self { Self("port_redirect", 8) }
}

extension Field where Message == Envoy.Redirect, Value == Envoy.RegexSubstitution {
  @inlinable package static var regexRewrite: Self { Self("regex_rewrite", 9) }
}

extension EnumValue where Enum == Envoy.RedirectCode {
  @inlinable package static var movedPermanently: Self { Self("MOVED_PERMANENTLY", 0) }
  @inlinable package static var found: Self { Self("FOUND", 1) }
  @inlinable package static var seeOther: Self { Self("SEE_OTHER", 2) }
  @inlinable package static var temporaryRedirect: Self { Self("TEMPORARY_REDIRECT", 3) }
  @inlinable package static var permanentRedirect: Self { Self("PERMANENT_REDIRECT", 4) }
}

extension Field where Message == Envoy.RegexMatcher, Value == String {
  @inlinable package static var regex: Self { Self("regex", 2) }
}

extension Field where Message == Envoy.RegexSubstitution, Value == Envoy.RegexMatcher {
  @inlinable package static var pattern: Self { Self("pattern", 1) }
}

extension Field where Message == Envoy.RegexSubstitution, Value == String {
  @inlinable package static var substitution: Self { Self("substitution", 2) }
}

extension Field where Message == Envoy.RequestHeaderInput, Value == String {
  @inlinable package static var headerName: Self { Self("header_name", 1) }
}

extension EnumValue where Enum == Envoy.RequestMethod {
  @inlinable package static var methodUnspecified: Self { Self("METHOD_UNSPECIFIED", 0) }
  @inlinable package static var get: Self { Self("GET", 1) }
  @inlinable package static var head: Self { Self("HEAD", 2) }
  @inlinable package static var post: Self { Self("POST", 3) }
  @inlinable package static var put: Self { Self("PUT", 4) }
  @inlinable package static var delete: Self { Self("DELETE", 5) }
  @inlinable package static var connect: Self { Self("CONNECT", 6) }
  @inlinable package static var options: Self { Self("OPTIONS", 7) }
  @inlinable package static var trace: Self { Self("TRACE", 8) }
  @inlinable package static var patch: Self { Self("PATCH", 9) }
}

extension Field where Message == Envoy.RetryBackOff, Value == Envoy.Duration {
  @inlinable package static var baseInterval: Self { Self("base_interval", 1) }
  @inlinable package static var maxInterval: Self { Self("max_interval", 2) }
}

extension Field where Message == Envoy.RetryBudget, Value == Envoy.Percent {
  @inlinable package static var budgetPercent: Self { Self("budget_percent", 1) }
}

extension Field where Message == Envoy.RetryBudget, Value == Wrapped<UInt32> {
  @inlinable package static var minRetryConcurrency: Self { Self("min_retry_concurrency", 2) }
}

extension Field where Message == Envoy.RetryBudget, Value == Envoy.Duration {
  @inlinable package static var budgetInterval: Self { Self("budget_interval", 3) }
}

extension Field where Message == Envoy.RetryHostPredicate, Value == String {
  @inlinable package static var name: Self { Self("name", 1) }
}

extension Field where Message == Envoy.RetryHostPredicate, Value == Envoy.AnyMessage {
  @inlinable package static var typedConfig: Self { Self("typed_config", 3) }
}

extension Envoy.RetryHostPredicate: NamedExtension {
  package static var nameField: Field<Self, String> { .name }
  package static var configurationField: Field<Self, Envoy.AnyMessage> { .typedConfig }
}

extension Field where Message == Envoy.RetryPolicy, Value == String {
  @inlinable package static var retryOn: Self { Self("retry_on", 1) }
}

extension Field where Message == Envoy.RetryPolicy, Value == Wrapped<UInt32> {
  @inlinable package static var numRetries: Self { Self("num_retries", 2) }
}

extension Field where Message == Envoy.RetryPolicy, Value == Envoy.Duration {
  @inlinable package static var perTryTimeout: Self { Self("per_try_timeout", 3) }
  @inlinable package static var perTryIdleTimeout: Self { Self("per_try_idle_timeout", 13) }
}

extension Field where Message == Envoy.RetryPolicy, Value == [Envoy.RetryHostPredicate] {
  @inlinable package static var retryHostPredicate: Self { Self("retry_host_predicate", 5) }
}

extension Field where Message == Envoy.RetryPolicy, Value == Int64 {
  @inlinable package static var hostSelectionRetryMaxAttempts: Self { Self("host_selection_retry_max_attempts", 6) }
}

extension Field where Message == Envoy.RetryPolicy, Value == [UInt32] {
  @inlinable package static var retriableStatusCodes: Self { Self("retriable_status_codes", 7) }
}

extension Field where Message == Envoy.RetryPolicy, Value == Envoy.RetryBackOff {
  @inlinable package static var retryBackOff: Self { Self("retry_back_off", 8) }
}

extension Field where Message == Envoy.RetryPolicy, Value == [Envoy.HeaderMatcher] {
  @inlinable package static var retriableHeaders: Self { Self("retriable_headers", 9) }
  @inlinable package static var retriableRequestHeaders: Self { Self("retriable_request_headers", 10) }
}

extension Field where Message == Envoy.RetryPolicy, Value == [Envoy.TypedExtension] {
  @inlinable package static var retryOptionsPredicates: Self { Self("retry_options_predicates", 12) }
}

extension Field where Message == Envoy.RetryPolicy, Value == Bool {
  @inlinable package static var refreshClusterOnRetry: Self { Self("refresh_cluster_on_retry", 14) }
}

extension Field where Message == Envoy.RoundRobin, Value == Envoy.SlowStart {
  @inlinable package static var slowStartConfig: Self { Self("slow_start_config", 1) }
}

extension Field where Message == Envoy.Route, Value == Envoy.RouteMatch {
  @inlinable package static var match: Self { Self("match", 1) }
}

extension Field where Message == Envoy.Route, Value == Envoy.RouteAction {
  @inlinable package static var route: Self { Self("route", 2) }
}

extension Field where Message == Envoy.Route, Value == Envoy.Redirect {
  @inlinable package static var redirect: Self { Self("redirect", 3) }
}

extension Field where Message == Envoy.Route, Value == Envoy.Metadata {
  @inlinable package static var metadata: Self { Self("metadata", 4) }
}

extension Field where Message == Envoy.Route, Value == Envoy.DirectResponse {
  @inlinable package static var directResponse: Self { Self("direct_response", 7) }
}

extension Field where Message == Envoy.Route, Value == [Envoy.HeaderValueOption] {
  @inlinable package static var requestHeadersToAdd: Self { Self("request_headers_to_add", 9) }
  @inlinable package static var responseHeadersToAdd: Self { Self("response_headers_to_add", 10) }
}

extension Field where Message == Envoy.Route, Value == [String] {
  @inlinable package static var responseHeadersToRemove: Self { Self("response_headers_to_remove", 11) }
  @inlinable package static var requestHeadersToRemove: Self { Self("request_headers_to_remove", 12) }
}

extension Field where Message == Envoy.Route, Value == [String: Envoy.AnyMessage] {
  @inlinable package static var typedPerFilterConfig: Self { Self("typed_per_filter_config", 13) }
}

extension Field where Message == Envoy.Route, Value == String {
  @inlinable package static var name: Self { Self("name", 14) }
  @inlinable package static var statPrefix: Self { Self("stat_prefix", 19) }
}

extension Field where Message == Envoy.Route, Value == Wrapped<UInt32> {
  @inlinable package static var perRequestBufferLimitBytes: Self { Self("per_request_buffer_limit_bytes", 16) }
}

extension Field where Message == Envoy.Route, Value == Wrapped<UInt64> {
  @inlinable package static var requestBodyBufferLimit: Self { Self("request_body_buffer_limit", 20) }
}

extension Field where Message == Envoy.Route, Value == [Envoy.TypedExtension] {
  @inlinable package static var routeSpecifiers: Self { Self("route_specifiers", 21) }
}

extension Field where Message == Envoy.RouteAction, Value == String {
  @inlinable package static var cluster: Self { Self("cluster", 1) }
  @inlinable package static var clusterHeader: Self { Self("cluster_header", 2) }
  @inlinable package static var prefixRewrite: Self { Self("prefix_rewrite", 5) }
  @inlinable package static var hostRewriteLiteral: Self { Self("host_rewrite_literal", 6) }
  @inlinable package static var hostRewriteHeader: Self { Self("host_rewrite_header", 29) }
  @inlinable package static var clusterSpecifierPlugin: Self { Self("cluster_specifier_plugin", 37) }
  @inlinable package static var hostRewrite: Self { Self("host_rewrite", 44) }
  @inlinable package static var pathRewrite: Self { Self("path_rewrite", 45) }
}

extension Field where Message == Envoy.RouteAction, Value == Envoy.WeightedClusters {
  @inlinable package static var weightedClusters: Self { Self("weighted_clusters", 3) }
}

extension Field where Message == Envoy.RouteAction, Value == Envoy.Metadata {
  @inlinable package static var metadataMatch: Self { Self("metadata_match", 4) }
}

extension Field where Message == Envoy.RouteAction, Value == Wrapped<Bool> {
  @inlinable package static var autoHostRewrite: Self { Self("auto_host_rewrite", 7) }
  @inlinable package static var includeVhRateLimits: Self { Self("include_vh_rate_limits", 14) }
}

extension Field where Message == Envoy.RouteAction, Value == Envoy.Duration {
  @inlinable package static var timeout: Self { Self("timeout", 8) }
  @inlinable package static var maxGrpcTimeout: Self { Self("max_grpc_timeout", 23) }
  @inlinable package static var idleTimeout: Self { Self("idle_timeout", 24) }
  @inlinable package static var grpcTimeoutOffset: Self { Self("grpc_timeout_offset", 28) }
  @inlinable package static var flushTimeout: Self { Self("flush_timeout", 42) }
}

extension Field where Message == Envoy.RouteAction, Value == Envoy.RetryPolicy {
  @inlinable package static var retryPolicy: Self { Self("retry_policy", 9) }
}

extension Field where Message == Envoy.RouteAction, Value == [Envoy.RateLimit] {
  @inlinable package static var rateLimits: Self { Self("rate_limits", 13) }
}

extension Field where Message == Envoy.RouteAction, Value == [Envoy.HashPolicy] {
  @inlinable package static var hashPolicy: Self { Self("hash_policy", 15) }
}

extension Field where Message == Envoy.RouteAction, Value == Envoy.HedgePolicy {
  @inlinable package static var hedgePolicy: Self { Self("hedge_policy", 27) }
}

extension Field where Message == Envoy.RouteAction, Value == [Envoy.MirrorPolicy] {
  @inlinable package static var requestMirrorPolicies: Self { Self("request_mirror_policies", 30) }
}

extension Field where Message == Envoy.RouteAction, Value == Wrapped<UInt32> {
  @inlinable package static var maxInternalRedirects: Self { Self("max_internal_redirects", 31) }
}

extension Field where Message == Envoy.RouteAction, Value == Envoy.RegexSubstitution {
  @inlinable package static var regexRewrite: Self { Self("regex_rewrite", 32) }
  @inlinable package static var hostRewritePathRegex: Self { Self("host_rewrite_path_regex", 35) }
}

extension Field where Message == Envoy.RouteAction, Value == Envoy.AnyMessage {
  @inlinable package static var retryPolicyTypedConfig: Self { Self("retry_policy_typed_config", 33) }
}

extension Field where Message == Envoy.RouteAction, Value == Envoy.StreamDuration {
  @inlinable package static var maxStreamDuration: Self { Self("max_stream_duration", 36) }
}

extension Field where Message == Envoy.RouteAction, Value == Bool {
  @inlinable package static var appendXForwardedHost: Self { Self("append_x_forwarded_host", 38) }
}

extension Field where Message == Envoy.RouteAction, Value == Envoy.TypedExtension {
  @inlinable package static var earlyDataPolicy: Self { Self("early_data_policy", 40) }
  @inlinable package static var pathRewritePolicy: Self { Self("path_rewrite_policy", 41) }
}

extension Field where Message == Envoy.RouteConfiguration, Value == String {
  @inlinable package static var name: Self { Self("name", 1) }
  @inlinable package static var vhostHeader: Self { Self("vhost_header", 18) }
}

extension Field where Message == Envoy.RouteConfiguration, Value == [Envoy.VirtualHost] {
  @inlinable package static var virtualHosts: Self { Self("virtual_hosts", 2) }
}

extension Field where Message == Envoy.RouteConfiguration, Value == [String] {
  @inlinable package static var internalOnlyHeaders: Self { Self("internal_only_headers", 3) }
  @inlinable package static var responseHeadersToRemove: Self { Self("response_headers_to_remove", 5) }
  @inlinable package static var requestHeadersToRemove: Self { Self("request_headers_to_remove", 8) }
}

extension Field where Message == Envoy.RouteConfiguration, Value == [Envoy.HeaderValueOption] {
  @inlinable package static var responseHeadersToAdd: Self { Self("response_headers_to_add", 4) }
  @inlinable package static var requestHeadersToAdd: Self { Self("request_headers_to_add", 6) }
}

extension Field where Message == Envoy.RouteConfiguration, Value == Wrapped<Bool> {
  @inlinable package static var validateClusters: Self { Self("validate_clusters", 7) }
}

extension Field where Message == Envoy.RouteConfiguration, Value == Bool {
  @inlinable package static var mostSpecificHeaderMutationsWins: Self { Self("most_specific_header_mutations_wins", 10) }
  @inlinable package static var ignorePortInHostMatching: Self { Self("ignore_port_in_host_matching", 14) }
  @inlinable package static var ignorePathParametersInPathMatching: Self { Self("ignore_path_parameters_in_path_matching", 15) }
}

extension Field where Message == Envoy.RouteConfiguration, Value == Wrapped<UInt32> {
  @inlinable package static var maxDirectResponseBodySizeBytes: Self { Self("max_direct_response_body_size_bytes", 11) }
}

extension Field where Message == Envoy.RouteConfiguration, Value == [Envoy.MirrorPolicy] {
  @inlinable package static var requestMirrorPolicies: Self { Self("request_mirror_policies", 13) }
}

extension Field where Message == Envoy.RouteConfiguration, Value == [String: Envoy.AnyMessage] {
  @inlinable package static var typedPerFilterConfig: Self { Self("typed_per_filter_config", 16) }
}

extension Field where Message == Envoy.RouteConfiguration, Value == Envoy.Metadata {
  @inlinable package static var metadata: Self { Self("metadata", 17) }
}

extension Field where Message == Envoy.RouteConfiguration, Value == [Envoy.TypedExtension] {
  @inlinable package static var routeSpecifiers: Self { Self("route_specifiers", 19) }
}

extension Field where Message == Envoy.RouteList, Value == [Envoy.Route] {
  @inlinable package static var routes: Self { Self("routes", 1) }
}

extension Field where Message == Envoy.RouteMatch, Value == String {
  @inlinable package static var prefix: Self { Self("prefix", 1) }
  @inlinable package static var path: Self { Self("path", 2) }
  @inlinable package static var pathSeparatedPrefix: Self { Self("path_separated_prefix", 14) }
}

extension Field where Message == Envoy.RouteMatch, Value == Wrapped<Bool> {
  @inlinable package static var caseSensitive: Self { Self("case_sensitive", 4) }
}

extension Field where Message == Envoy.RouteMatch, Value == [Envoy.HeaderMatcher] {
  @inlinable package static var headers: Self { Self("headers", 6) }
}

extension Field where Message == Envoy.RouteMatch, Value == [Envoy.QueryParameterMatcher] {
  @inlinable package static var queryParameters: Self { Self("query_parameters", 7) }
}

extension Field where Message == Envoy.RouteMatch, Value == Envoy.RuntimeFractionalPercent {
  @inlinable package static var runtimeFraction: Self { Self("runtime_fraction", 9) }
}

extension Field where Message == Envoy.RouteMatch, Value == Envoy.RegexMatcher {
  @inlinable package static var safeRegex: Self { Self("safe_regex", 10) }
}

extension Field where Message == Envoy.RouteMatch, Value == [Envoy.MetadataMatcher] {
  @inlinable package static var dynamicMetadata: Self { Self("dynamic_metadata", 13) }
}

extension Field where Message == Envoy.RouteMatch, Value == Envoy.TypedExtension {
  @inlinable package static var pathMatchPolicy: Self { Self("path_match_policy", 15) }
}

extension Field where Message == Envoy.RouteMatch, Value == [Envoy.FilterStateMatcher] {
  @inlinable package static var filterState: Self { Self("filter_state", 16) }
}

extension Field where Message == Envoy.RouteMatch, Value == [Envoy.CookieMatcher] {
  @inlinable package static var cookies: Self { Self("cookies", 17) }
}

extension Field where Message == Envoy.Router, Value == Wrapped<Bool> {
  @inlinable package static var dynamicStats: Self { Self("dynamic_stats", 1) }
  @inlinable package static var rejectConnectRequestEarlyData: Self { Self("reject_connect_request_early_data", 10) }
}

extension Field where Message == Envoy.Router, Value == Bool {
  @inlinable package static var startChildSpan: Self { Self("start_child_span", 2) }
  @inlinable package static var suppressEnvoyHeaders: Self { Self("suppress_envoy_headers", 4) }
  @inlinable package static var respectExpectedRqTimeout: Self { Self("respect_expected_rq_timeout", 6) }
  @inlinable package static var suppressGrpcRequestFailureCodeStats: Self { Self("suppress_grpc_request_failure_code_stats", 7) }
}

extension Field where Message == Envoy.Router, Value == [Envoy.AccessLog] {
  @inlinable package static var upstreamLog: Self { Self("upstream_log", 3) }
}

extension Field where Message == Envoy.Router, Value == [String] {
  @inlinable package static var strictCheckHeaders: Self { Self("strict_check_headers", 5) }
}

extension Field where Message == Envoy.Router, Value == [Envoy.HTTPFilter] {
  @inlinable package static var upstreamHttpFilters: Self { Self("upstream_http_filters", 8) }
}

extension Field where Message == Envoy.RuntimeFractionalPercent, Value == Envoy.FractionalPercent {
  @inlinable package static var defaultValue: Self { Self("default_value", 1) }
}

extension Field where Message == Envoy.RuntimeFractionalPercent, Value == String {
  @inlinable package static var runtimeKey: Self { Self("runtime_key", 2) }
}

extension Field where Message == Envoy.Secret, Value == String {
  @inlinable package static var name: Self { Self("name", 1) }
}

extension Field where Message == Envoy.Secret, Value == Envoy.TLSCertificate {
  @inlinable package static var tlsCertificate: Self { Self("tls_certificate", 2) }
}

extension Field where Message == Envoy.Secret, Value == Envoy.CertificateValidation {
  @inlinable package static var validationContext: Self { Self("validation_context", 4) }
}

extension Field where Message == Envoy.Secret, Value == Envoy.GenericSecret {
  @inlinable package static var genericSecret: Self { Self("generic_secret", 5) }
}

extension Field where Message == Envoy.SecretConfig, Value == String {
  @inlinable package static var name: Self { Self("name", 1) }
}

extension Field where Message == Envoy.SecretConfig, Value == Envoy.ConfigSource {
  @inlinable package static var sdsConfig: Self { Self("sds_config", 2) }
}

extension Field where Message == Envoy.SecretFormatter, Value == [String: Envoy.SecretConfig] {
  @inlinable package static var secretConfigs: Self { Self("secret_configs", 1) }
}

extension Field where Message == Envoy.SlowStart, Value == Envoy.Duration {
  @inlinable package static var slowStartWindow: Self { Self("slow_start_window", 1) }
}

extension Field where Message == Envoy.SlowStart, Value == Envoy.Percent {
  @inlinable package static var minWeightPercent: Self { Self("min_weight_percent", 3) }
}

extension Field where Message == Envoy.SocketAddress, Value == EnumValue<Envoy.SocketProtocol> {
  @inlinable package static var `protocol`: Self { Self("protocol", 1) }
}

extension Field where Message == Envoy.SocketAddress, Value == String {
  @inlinable package static var address: Self { Self("address", 2) }
  @inlinable package static var namedPort: Self { Self("named_port", 4) }
  @inlinable package static var resolverName: Self { Self("resolver_name", 5) }
  @inlinable package static var networkNamespaceFilepath: Self { Self("network_namespace_filepath", 7) }
}

extension Field where Message == Envoy.SocketAddress, Value == UInt32 {
  @inlinable package static var portValue: Self { Self("port_value", 3) }
}

extension Field where Message == Envoy.SocketAddress, Value == Bool {
  @inlinable package static var ipv4Compat: Self { Self("ipv4_compat", 6) }
}

extension EnumValue where Enum == Envoy.SocketProtocol {
  @inlinable package static var tcp: Self { Self("TCP", 0) }
  @inlinable package static var udp: Self { Self("UDP", 1) }
}

extension Field where Message == Envoy.StdoutAccessLog, Value == Envoy.SubstitutionFormat {
  @inlinable package static var logFormat: Self { Self("log_format", 1) }
}

extension Field where Message == Envoy.StreamDuration, Value == Envoy.Duration {
  @inlinable package static var maxStreamDuration: Self { Self("max_stream_duration", 1) }
  @inlinable package static var grpcTimeoutHeaderMax: Self { Self("grpc_timeout_header_max", 2) }
  @inlinable package static var grpcTimeoutHeaderOffset: Self { Self("grpc_timeout_header_offset", 3) }
}

extension Field where Message == Envoy.StringMatcher, Value == String {
  @inlinable package static var exact: Self { Self("exact", 1) }
  @inlinable package static var prefix: Self { Self("prefix", 2) }
  @inlinable package static var suffix: Self { Self("suffix", 3) }
  @inlinable package static var contains: Self { Self("contains", 7) }
}

extension Field where Message == Envoy.StringMatcher, Value == Envoy.RegexMatcher {
  @inlinable package static var safeRegex: Self { Self("safe_regex", 5) }
}

extension Field where Message == Envoy.StringMatcher, Value == Bool {
  @inlinable package static var ignoreCase: Self { Self("ignore_case", 6) }
}

extension Field where Message == Envoy.StringMatcher, Value == Envoy.MatcherExtension {
  @inlinable package static var custom: Self { Self("custom", 8) }
}

extension Field where Message == Envoy.StringMatcherList, Value == [Envoy.StringMatcher] {
  @inlinable package static var patterns: Self { Self("patterns", 1) }
}

extension Field where Message == Envoy.StringValue, Value == String {
  @inlinable package static var value: Self { Self("value", 1) }
}

extension EnumValue where Enum == Envoy.SubjectNameKind {
  @inlinable package static var sanTypeUnspecified: Self { Self("SAN_TYPE_UNSPECIFIED", 0) }
  @inlinable package static var email: Self { Self("EMAIL", 1) }
  @inlinable package static var dns: Self { Self("DNS", 2) }
  @inlinable package static var uri: Self { Self("URI", 3) }
  @inlinable package static var ipAddress: Self { Self("IP_ADDRESS", 4) }
  @inlinable package static var otherName: Self { Self("OTHER_NAME", 5) }
}

extension Field where Message == Envoy.SubjectNameMatcher, Value == EnumValue<Envoy.SubjectNameKind> {
  @inlinable package static var sanType: Self { Self("san_type", 1) }
}

extension Field where Message == Envoy.SubjectNameMatcher, Value == Envoy.StringMatcher {
  @inlinable package static var matcher: Self { Self("matcher", 2) }
}

extension Field where Message == Envoy.SubjectNameMatcher, Value == String {
  @inlinable package static var oid: Self { Self("oid", 3) }
}

extension Field where Message == Envoy.SubstitutionFormat, Value == String {
  @inlinable package static var textFormat: Self { Self("text_format", 1) }
  @inlinable package static var contentType: Self { Self("content_type", 4) }
}

extension Field where Message == Envoy.SubstitutionFormat, Value == Envoy.Struct {
  @inlinable package static var jsonFormat: Self { Self("json_format", 2) }
}

extension Field where Message == Envoy.SubstitutionFormat, Value == Bool {
  @inlinable package static var omitEmptyValues: Self { Self("omit_empty_values", 3) }
}

extension Field where Message == Envoy.SubstitutionFormat, Value == Envoy.DataSource {
  @inlinable package static var textFormatSource: Self { Self("text_format_source", 5) }
}

extension Field where Message == Envoy.SubstitutionFormat, Value == [Envoy.TypedExtension] {
  @inlinable package static var formatters: Self { Self("formatters", 6) }
}

extension Field where Message == Envoy.TCPHashPolicy, Value == Envoy.TCPHashPolicySource {
  @inlinable package static var sourceIp: Self { Self("source_ip", 1) }
}

extension Field where Message == Envoy.TCPHealthCheck, Value == Envoy.ProxyProtocolConfig {
  @inlinable package static var proxyProtocolConfig: Self { Self("proxy_protocol_config", 3) }
}

extension Field where Message == Envoy.TCPProxy, Value == String {
  @inlinable package static var statPrefix: Self { Self("stat_prefix", 1) }
  @inlinable package static var cluster: Self { Self("cluster", 2) }
}

extension Field where Message == Envoy.TCPProxy, Value == Envoy.Duration {
  @inlinable package static var downstreamIdleTimeout: Self { Self("downstream_idle_timeout", 3) }
  @inlinable package static var upstreamIdleTimeout: Self { Self("upstream_idle_timeout", 4) }
  @inlinable package static var idleTimeout: Self { Self("idle_timeout", 8) }
  @inlinable package static var maxDownstreamConnectionDuration: Self { Self("max_downstream_connection_duration", 13) }
  @inlinable package static var accessLogFlushInterval: Self { Self("access_log_flush_interval", 15) }
}

extension Field where Message == Envoy.TCPProxy, Value == [Envoy.AccessLog] {
  @inlinable package static var accessLog: Self { Self("access_log", 5) }
}

extension Field where Message == Envoy.TCPProxy, Value == Wrapped<UInt32> {
  @inlinable package static var maxConnectAttempts: Self { Self("max_connect_attempts", 7) }
  @inlinable package static var maxEarlyDataBytes: Self { Self("max_early_data_bytes", 22) }
}

extension Field where Message == Envoy.TCPProxy, Value == Envoy.Metadata {
  @inlinable package static var metadataMatch: Self { Self("metadata_match", 9) }
}

extension Field where Message == Envoy.TCPProxy, Value == Envoy.TCPWeightedClusters {
  @inlinable package static var weightedClusters: Self { Self("weighted_clusters", 10) }
}

extension Field where Message == Envoy.TCPProxy, Value == [Envoy.TCPHashPolicy] {
  @inlinable package static var hashPolicy: Self { Self("hash_policy", 11) }
}

extension Field where Message == Envoy.TCPProxy, Value == Bool {
  @inlinable package static var flushAccessLogOnConnected: Self { Self("flush_access_log_on_connected", 16) }
}

extension Field where Message == Envoy.TCPProxy, Value == Envoy.Percent {
  @inlinable package static var maxDownstreamConnectionDurationJitterPercentage: Self { Self("max_downstream_connection_duration_jitter_percentage", 20) }
}

extension Field where Message == Envoy.TCPProxy, Value == Wrapped<Bool> {
  @inlinable package static var checkDrainClose: Self { Self("check_drain_close", 24) }
}

extension Field where Message == Envoy.TCPWeightedCluster, Value == String {
  @inlinable package static var name: Self { Self("name", 1) }
}

extension Field where Message == Envoy.TCPWeightedCluster, Value == UInt32 {
  @inlinable package static var weight: Self { Self("weight", 2) }
}

extension Field where Message == Envoy.TCPWeightedCluster, Value == Envoy.Metadata {
  @inlinable package static var metadataMatch: Self { Self("metadata_match", 3) }
}

extension Field where Message == Envoy.TCPWeightedClusters, Value == [Envoy.TCPWeightedCluster] {
  @inlinable package static var clusters: Self { Self("clusters", 1) }
}

extension Field where Message == Envoy.TLSCertificate, Value == Envoy.DataSource {
  @inlinable package static var certificateChain: Self { Self("certificate_chain", 1) }
  @inlinable package static var privateKey: Self { Self("private_key", 2) }
  @inlinable package static var password: Self { Self("password", 3) }
  @inlinable package static var ocspStaple: Self { Self("ocsp_staple", 4) }
  @inlinable package static var pkcs12: Self { Self("pkcs12", 8) }
}

extension Field where Message == Envoy.TLSCertificate, Value == [Envoy.DataSource] {
  @inlinable package static var signedCertificateTimestamp: Self { Self("signed_certificate_timestamp", 5) }
}

extension Field where Message == Envoy.TLSCertificate, Value == Envoy.WatchedDirectory {
  @inlinable package static var watchedDirectory: Self { Self("watched_directory", 7) }
}

extension Field where Message == Envoy.TLSCertificate, Value == Envoy.TLSParameters {
  @inlinable package static var tlsParams: Self { Self("tls_params", 9) }
}

extension Field where Message == Envoy.TLSContext, Value == Envoy.TLSParameters {
  @inlinable package static var tlsParams: Self { Self("tls_params", 1) }
}

extension Field where Message == Envoy.TLSContext, Value == [Envoy.TLSCertificate] {
  @inlinable package static var tlsCertificates: Self { Self("tls_certificates", 2) }
}

extension Field where Message == Envoy.TLSContext, Value == Envoy.CertificateValidation {
  @inlinable package static var validationContext: Self { Self("validation_context", 3) }
}

extension Field where Message == Envoy.TLSContext, Value == [String] {
  @inlinable package static var alpnProtocols: Self { Self("alpn_protocols", 4) }
}

extension Field where Message == Envoy.TLSContext, Value == [Envoy.SecretConfig] {
  @inlinable package static var tlsCertificateSdsSecretConfigs: Self { Self("tls_certificate_sds_secret_configs", 6) }
}

extension Field where Message == Envoy.TLSContext, Value == Envoy.SecretConfig {
  @inlinable package static var validationContextSdsSecretConfig: Self { Self("validation_context_sds_secret_config", 7) }
}

extension Field where Message == Envoy.TLSContext, Value == Envoy.CombinedValidation {
  @inlinable package static var combinedValidationContext: Self { Self("combined_validation_context", 8) }
}

extension Field where Message == Envoy.TLSContext, Value == Envoy.TypedExtension {
  @inlinable package static var customHandshaker: Self { Self("custom_handshaker", 13) }
  @inlinable package static var customTlsCertificateSelector: Self { Self("custom_tls_certificate_selector", 16) }
}

extension Field where Message == Envoy.TLSInspector, Value == Wrapped<Bool> {
  @inlinable package static var enableJa3Fingerprinting: Self { Self("enable_ja3_fingerprinting", 1) }
  @inlinable package static var enableJa4Fingerprinting: Self { Self("enable_ja4_fingerprinting", 3) }
}

extension Field where Message == Envoy.TLSInspector, Value == Wrapped<UInt32> {
  @inlinable package static var initialReadBufferSize: Self { Self("initial_read_buffer_size", 2) }
  @inlinable package static var maxClientHelloSize: Self { Self("max_client_hello_size", 5) }
}

extension Field where Message == Envoy.TLSInspector, Value == Bool {
  @inlinable package static var closeConnectionOnClientHelloParsingErrors: Self { Self("close_connection_on_client_hello_parsing_errors", 4) }
}

extension Field where Message == Envoy.TLSParameters, Value == EnumValue<Envoy.TLSProtocol> {
  @inlinable package static var tlsMinimumProtocolVersion: Self { Self("tls_minimum_protocol_version", 1) }
  @inlinable package static var tlsMaximumProtocolVersion: Self { Self("tls_maximum_protocol_version", 2) }
}

extension Field where Message == Envoy.TLSParameters, Value == [String] {
  @inlinable package static var cipherSuites: Self { Self("cipher_suites", 3) }
  @inlinable package static var ecdhCurves: Self { Self("ecdh_curves", 4) }
  @inlinable package static var signatureAlgorithms: Self { Self("signature_algorithms", 5) }
}

extension EnumValue where Enum == Envoy.TLSProtocol {
  @inlinable package static var tlsAuto: Self { Self("TLS_AUTO", 0) }
  @inlinable package static var tlsv10: Self { Self("TLSv1_0", 1) }
  @inlinable package static var tlsv11: Self { Self("TLSv1_1", 2) }
  @inlinable package static var tlsv12: Self { Self("TLSv1_2", 3) }
  @inlinable package static var tlsv13: Self { Self("TLSv1_3", 4) }
}

extension Field where Message == Envoy.Thresholds, Value == Wrapped<UInt32> {
  @inlinable package static var maxConnections: Self { Self("max_connections", 2) }
  @inlinable package static var maxPendingRequests: Self { Self("max_pending_requests", 3) }
  @inlinable package static var maxRequests: Self { Self("max_requests", 4) }
  @inlinable package static var maxRetries: Self { Self("max_retries", 5) }
  @inlinable package static var maxConnectionPools: Self { Self("max_connection_pools", 7) }
}

extension Field where Message == Envoy.Thresholds, Value == Bool {
  @inlinable package static var trackRemaining: Self { Self("track_remaining", 6) }
}

extension Field where Message == Envoy.Thresholds, Value == Envoy.RetryBudget {
  @inlinable package static var retryBudget: Self { Self("retry_budget", 8) }
}

extension Field where Message == Envoy.TokenBucket, Value == UInt32 {
  @inlinable package static var maxTokens: Self { Self("max_tokens", 1) }
}

extension Field where Message == Envoy.TokenBucket, Value == Wrapped<UInt32> {
  @inlinable package static var tokensPerFill: Self { Self("tokens_per_fill", 2) }
}

extension Field where Message == Envoy.TokenBucket, Value == Envoy.Duration {
  @inlinable package static var fillInterval: Self { Self("fill_interval", 3) }
}

extension Field where Message == Envoy.TraceParent, Value == Envoy.TypedExtension {
  @inlinable package static var wrappedSampler: Self { Self("wrapped_sampler", 1) }
}

extension Field where Message == Envoy.TraceProvider, Value == String {
  @inlinable package static var name: Self { Self("name", 1) }
}

extension Field where Message == Envoy.TraceProvider, Value == Envoy.AnyMessage {
  @inlinable package static var typedConfig: Self { Self("typed_config", 3) }
}

extension Envoy.TraceProvider: NamedExtension {
  package static var nameField: Field<Self, String> { .name }
  package static var configurationField: Field<Self, Envoy.AnyMessage> { .typedConfig }
}

extension Field where Message == Envoy.TraceShare, Value == Envoy.FractionalPercent {
  @inlinable package static var samplingPercentage: Self { Self("sampling_percentage", 1) }
}

extension Field where Message == Envoy.TraceTag, Value == String {
  @inlinable package static var tag: Self { Self("tag", 1) }
  @inlinable package static var value: Self { Self("value", 6) }
}

extension Field where Message == Envoy.Tracing, Value == Envoy.Percent {
  @inlinable package static var clientSampling: Self { Self("client_sampling", 3) }
  @inlinable package static var randomSampling: Self { Self("random_sampling", 4) }
  @inlinable package static var overallSampling: Self { Self("overall_sampling", 5) }
}

extension Field where Message == Envoy.Tracing, Value == Bool {
  @inlinable package static var verbose: Self { Self("verbose", 6) }
  @inlinable package static var noContextPropagation: Self { Self("no_context_propagation", 13) }
}

extension Field where Message == Envoy.Tracing, Value == Wrapped<UInt32> {
  @inlinable package static var maxPathTagLength: Self { Self("max_path_tag_length", 7) }
}

extension Field where Message == Envoy.Tracing, Value == [Envoy.TraceTag] {
  @inlinable package static var customTags: Self { Self("custom_tags", 8) }
}

extension Field where Message == Envoy.Tracing, Value == Envoy.TraceProvider {
  @inlinable package static var provider: Self { Self("provider", 9) }
}

extension Field where Message == Envoy.Tracing, Value == Wrapped<Bool> {
  @inlinable package static var spawnUpstreamSpan: Self { Self("spawn_upstream_span", 10) }
}

extension Field where Message == Envoy.Tracing, Value == String {
  @inlinable package static var operation: Self { Self("operation", 11) }
  @inlinable package static var upstreamOperation: Self { Self("upstream_operation", 12) }
}

extension Field where Message == Envoy.TransportSocket, Value == String {
  @inlinable package static var name: Self { Self("name", 1) }
}

extension Field where Message == Envoy.TransportSocket, Value == Envoy.AnyMessage {
  @inlinable package static var typedConfig: Self { Self("typed_config", 3) }
}

extension Envoy.TransportSocket: NamedExtension {
  package static var nameField: Field<Self, String> { .name }
  package static var configurationField: Field<Self, Envoy.AnyMessage> { .typedConfig }
}

extension Field where Message == Envoy.TypedExtension, Value == String {
  @inlinable package static var name: Self { Self("name", 1) }
}

extension Field where Message == Envoy.TypedExtension, Value == Envoy.AnyMessage {
  @inlinable package static var typedConfig: Self { Self("typed_config", 2) }
}

extension Envoy.TypedExtension: NamedExtension {
  package static var nameField: Field<Self, String> { .name }
  package static var configurationField: Field<Self, Envoy.AnyMessage> { .typedConfig }
}

extension Field where Message == Envoy.UDPHashPolicy, Value == Bool {
  @inlinable package static var sourceIp: Self { Self("source_ip", 1) }
}

extension Field where Message == Envoy.UDPHashPolicy, Value == String {
  @inlinable package static var key: Self { Self("key", 2) }
}

extension Field where Message == Envoy.UDPListener, Value == Envoy.QUICListener {
  @inlinable package static var quicOptions: Self { Self("quic_options", 7) }
}

extension Field where Message == Envoy.UDPListener, Value == Envoy.TypedExtension {
  @inlinable package static var udpPacketPacketWriterConfig: Self { Self("udp_packet_packet_writer_config", 8) }
}

extension Field where Message == Envoy.UDPProxy, Value == String {
  @inlinable package static var statPrefix: Self { Self("stat_prefix", 1) }
  @inlinable package static var cluster: Self { Self("cluster", 2) }
}

extension Field where Message == Envoy.UDPProxy, Value == Envoy.Duration {
  @inlinable package static var idleTimeout: Self { Self("idle_timeout", 3) }
}

extension Field where Message == Envoy.UDPProxy, Value == Bool {
  @inlinable package static var useOriginalSrcIp: Self { Self("use_original_src_ip", 4) }
  @inlinable package static var usePerPacketLoadBalancing: Self { Self("use_per_packet_load_balancing", 7) }
}

extension Field where Message == Envoy.UDPProxy, Value == [Envoy.UDPHashPolicy] {
  @inlinable package static var hashPolicies: Self { Self("hash_policies", 5) }
}

extension Field where Message == Envoy.UDPProxy, Value == [Envoy.AccessLog] {
  @inlinable package static var accessLog: Self { Self("access_log", 8) }
  @inlinable package static var proxyAccessLog: Self { Self("proxy_access_log", 10) }
}

extension Field where Message == Envoy.UDPProxy, Value == Envoy.Matcher {
  @inlinable package static var matcher: Self { Self("matcher", 9) }
}

extension Field where Message == Envoy.UDPRoute, Value == String {
  @inlinable package static var cluster: Self { Self("cluster", 1) }
}

extension Field where Message == Envoy.Upgrade, Value == String {
  @inlinable package static var upgradeType: Self { Self("upgrade_type", 1) }
}

extension Field where Message == Envoy.Upgrade, Value == [Envoy.HTTPFilter] {
  @inlinable package static var filters: Self { Self("filters", 2) }
}

extension Field where Message == Envoy.Upgrade, Value == Wrapped<Bool> {
  @inlinable package static var enabled: Self { Self("enabled", 3) }
}

extension Field where Message == Envoy.UpstreamTLS, Value == Envoy.TLSContext {
  @inlinable package static var commonTlsContext: Self { Self("common_tls_context", 1) }
}

extension Field where Message == Envoy.UpstreamTLS, Value == String {
  @inlinable package static var sni: Self { Self("sni", 2) }
}

extension Field where Message == Envoy.UpstreamTLS, Value == Bool {
  @inlinable package static var allowRenegotiation: Self { Self("allow_renegotiation", 3) }
  @inlinable package static var autoHostSni: Self { Self("auto_host_sni", 6) }
  @inlinable package static var autoSniSanValidation: Self { Self("auto_sni_san_validation", 7) }
}

extension Field where Message == Envoy.UpstreamTLS, Value == Wrapped<UInt32> {
  @inlinable package static var maxSessionKeys: Self { Self("max_session_keys", 4) }
}

extension Field where Message == Envoy.UpstreamTLS, Value == Wrapped<Bool> {
  @inlinable package static var enforceRsaKeyUsage: Self { Self("enforce_rsa_key_usage", 5) }
}

extension Field where Message == Envoy.ValueMatcher, Value == Envoy.StringMatcher {
  @inlinable package static var stringMatch: Self { Self("string_match", 3) }
}

extension Field where Message == Envoy.ValueMatcher, Value == Bool {
  @inlinable package static var boolMatch: Self { Self("bool_match", 4) }
  @inlinable package static var presentMatch: Self { Self("present_match", 5) }
}

extension Field where Message == Envoy.ValueMatcher, Value == Envoy.ListMatcher {
  @inlinable package static var listMatch: Self { Self("list_match", 6) }
}

extension Field where Message == Envoy.ValueMatcher, Value == Envoy.OrMatcher {
  @inlinable package static var orMatch: Self { Self("or_match", 7) }
}

extension Field where Message == Envoy.VirtualHost, Value == String {
  @inlinable package static var name: Self { Self("name", 1) }
}

extension Field where Message == Envoy.VirtualHost, Value == [String] {
  @inlinable package static var domains: Self { Self("domains", 2) }
  @inlinable package static var responseHeadersToRemove: Self { Self("response_headers_to_remove", 11) }
  @inlinable package static var requestHeadersToRemove: Self { Self("request_headers_to_remove", 13) }
}

extension Field where Message == Envoy.VirtualHost, Value == [Envoy.Route] {
  @inlinable package static var routes: Self { Self("routes", 3) }
}

extension Field where Message == Envoy.VirtualHost, Value == [Envoy.RateLimit] {
  @inlinable package static var rateLimits: Self { Self("rate_limits", 6) }
}

extension Field where Message == Envoy.VirtualHost, Value == [Envoy.HeaderValueOption] {
  @inlinable package static var requestHeadersToAdd: Self { Self("request_headers_to_add", 7) }
  @inlinable package static var responseHeadersToAdd: Self { Self("response_headers_to_add", 10) }
}

extension Field where Message == Envoy.VirtualHost, Value == Bool {
  @inlinable package static var includeRequestAttemptCount: Self { Self("include_request_attempt_count", 14) }
  @inlinable package static var includeAttemptCountInResponse: Self { Self("include_attempt_count_in_response", 19) }
  @inlinable package static var includeIsTimeoutRetryHeader: Self { Self("include_is_timeout_retry_header", 23) }
}

extension Field where Message == Envoy.VirtualHost, Value == [String: Envoy.AnyMessage] {
  @inlinable package static var typedPerFilterConfig: Self { Self("typed_per_filter_config", 15) }
}

extension Field where Message == Envoy.VirtualHost, Value == Envoy.RetryPolicy {
  @inlinable package static var retryPolicy: Self { Self("retry_policy", 16) }
}

extension Field where Message == Envoy.VirtualHost, Value == Envoy.HedgePolicy {
  @inlinable package static var hedgePolicy: Self { Self("hedge_policy", 17) }
}

extension Field where Message == Envoy.VirtualHost, Value == Wrapped<UInt32> {
  @inlinable package static var perRequestBufferLimitBytes: Self { Self("per_request_buffer_limit_bytes", 18) }
}

extension Field where Message == Envoy.VirtualHost, Value == Envoy.AnyMessage {
  @inlinable package static var retryPolicyTypedConfig: Self { Self("retry_policy_typed_config", 20) }
}

extension Field where Message == Envoy.VirtualHost, Value == Envoy.Matcher {
  @inlinable package static var matcher: Self { Self("matcher", 21) }
}

extension Field where Message == Envoy.VirtualHost, Value == [Envoy.MirrorPolicy] {
  @inlinable package static var requestMirrorPolicies: Self { Self("request_mirror_policies", 22) }
}

extension Field where Message == Envoy.VirtualHost, Value == Envoy.Metadata {
  @inlinable package static var metadata: Self { Self("metadata", 24) }
}

extension Field where Message == Envoy.VirtualHost, Value == Wrapped<UInt64> {
  @inlinable package static var requestBodyBufferLimit: Self { Self("request_body_buffer_limit", 25) }
}

extension Field where Message == Envoy.VirtualHost, Value == [Envoy.TypedExtension] {
  @inlinable package static var routeSpecifiers: Self { Self("route_specifiers", 26) }
}

extension Field where Message == Envoy.WatchedDirectory, Value == String {
  @inlinable package static var path: Self { Self("path", 1) }
}

extension Field where Message == Envoy.WatchedDirectory, Value == Bool {
  @inlinable package static var watchModify: Self { Self("watch_modify", 2) }
}

extension Field where Message == Envoy.WeightedCluster, Value == String {
  @inlinable package static var name: Self { Self("name", 1) }
  @inlinable package static var hostRewriteLiteral: Self { Self("host_rewrite_literal", 11) }
  @inlinable package static var clusterHeader: Self { Self("cluster_header", 12) }
}

extension Field where Message == Envoy.WeightedCluster, Value == Wrapped<UInt32> {
  @inlinable package static var weight: Self { Self("weight", 2) }
}

extension Field where Message == Envoy.WeightedCluster, Value == Envoy.Metadata {
  @inlinable package static var metadataMatch: Self { Self("metadata_match", 3) }
}

extension Field where Message == Envoy.WeightedCluster, Value == [Envoy.HeaderValueOption] {
  @inlinable package static var requestHeadersToAdd: Self { Self("request_headers_to_add", 4) }
  @inlinable package static var responseHeadersToAdd: Self { Self("response_headers_to_add", 5) }
}

extension Field where Message == Envoy.WeightedCluster, Value == [String] {
  @inlinable package static var responseHeadersToRemove: Self { Self("response_headers_to_remove", 6) }
  @inlinable package static var requestHeadersToRemove: Self { Self("request_headers_to_remove", 9) }
}

extension Field where Message == Envoy.WeightedCluster, Value == [String: Envoy.AnyMessage] {
  @inlinable package static var typedPerFilterConfig: Self { Self("typed_per_filter_config", 10) }
}

extension Field where Message == Envoy.WeightedClusters, Value == [Envoy.WeightedCluster] {
  @inlinable package static var clusters: Self { Self("clusters", 1) }
}

extension Field where Message == Envoy.WeightedClusters, Value == String {
  @inlinable package static var runtimeKeyPrefix: Self { Self("runtime_key_prefix", 2) }
  @inlinable package static var headerName: Self { Self("header_name", 4) }
}

extension Field where Message == Envoy.WeightedClusters, Value == Wrapped<UInt32> {
  @inlinable package static var totalWeight: Self { Self("total_weight", 3) }
}

extension Field where Message == Envoy.WeightedClusters, Value == Wrapped<Bool> {
  @inlinable package static var useHashPolicy: Self { Self("use_hash_policy", 5) }
}

extension Field where Message == Envoy.Zstd, Value == Wrapped<UInt32> {
  @inlinable package static var compressionLevel: Self { Self("compression_level", 1) }
  @inlinable package static var chunkSize: Self { Self("chunk_size", 5) }
}

extension Field where Message == Envoy.Zstd, Value == Bool {
  @inlinable package static var enableChecksum: Self { Self("enable_checksum", 2) }
}

extension Field where Message == Envoy.Zstd, Value == Envoy.DataSource {
  @inlinable package static var dictionary: Self { Self("dictionary", 4) }
}
