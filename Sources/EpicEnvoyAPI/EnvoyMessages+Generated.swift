// Written by Tests/Support/envoy/api_tables.py from Tables/envoy-messages.txt and the API's table.
// swift-format-ignore-file

/// The messages and enumerations of Envoy's API that are written.
public enum Envoy {
  /// envoy.config.core.v3.ApiVersion
  public enum APIVersion {}
  /// envoy.config.accesslog.v3.AccessLog
  public enum AccessLog: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.accesslog.v3.AccessLog"
  }
  /// envoy.config.accesslog.v3.ExtensionFilter
  public enum AccessLogExtensionFilter: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.accesslog.v3.ExtensionFilter"
  }
  /// envoy.config.accesslog.v3.AccessLogFilter
  public enum AccessLogFilter: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.accesslog.v3.AccessLogFilter"
  }
  /// envoy.config.accesslog.v3.AndFilter
  public enum AccessLogFilters: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.accesslog.v3.AndFilter"
  }
  /// envoy.config.accesslog.v3.HeaderFilter
  public enum AccessLogHeaderFilter: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.accesslog.v3.HeaderFilter"
  }
  /// envoy.config.core.v3.Address
  public enum Address: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.core.v3.Address"
  }
  /// envoy.extensions.matching.common_inputs.network.v3.SourceIPInput
  public enum AddressInput: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.matching.common_inputs.network.v3.SourceIPInput"
  }
  /// envoy.type.matcher.v3.AddressMatcher
  public enum AddressMatcher: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.type.matcher.v3.AddressMatcher"
  }
  /// envoy.extensions.matching.input_matchers.ip.v3.Ip
  public enum AddressRanges: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.matching.input_matchers.ip.v3.Ip"
  }
  /// envoy.extensions.clusters.aggregate.v3.ClusterConfig
  public enum AggregateCluster: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.clusters.aggregate.v3.ClusterConfig"
  }
  /// envoy.config.core.v3.HeaderValueOption.HeaderAppendAction
  public enum AppendAction {}
  /// envoy.config.endpoint.v3.ClusterLoadAssignment.Policy
  public enum AssignmentPolicy: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.endpoint.v3.ClusterLoadAssignment.Policy"
  }
  /// envoy.extensions.filters.http.basic_auth.v3.BasicAuth
  public enum BasicAuth: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.basic_auth.v3.BasicAuth"
  }
  /// envoy.extensions.filters.http.basic_auth.v3.BasicAuthPerRoute
  public enum BasicAuthPerRoute: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.basic_auth.v3.BasicAuthPerRoute"
  }
  /// envoy.extensions.filters.http.body_size_limit.v3.BodySizeLimit
  public enum BodySizeLimit: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.body_size_limit.v3.BodySizeLimit"
  }
  /// envoy.extensions.compression.brotli.compressor.v3.Brotli
  public enum Brotli: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.compression.brotli.compressor.v3.Brotli"
  }
  /// envoy.extensions.filters.http.cdn_loop.v3.CdnLoopConfig
  public enum CDNLoopFilter: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.cdn_loop.v3.CdnLoopConfig"
  }
  /// envoy.config.core.v3.CidrRange
  public enum CIDRRange: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.core.v3.CidrRange"
  }
  /// envoy.extensions.filters.http.cors.v3.Cors
  public enum CORS: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.cors.v3.Cors"
  }
  /// envoy.extensions.filters.http.cors.v3.CorsPolicy
  public enum CORSPolicy: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.cors.v3.CorsPolicy"
  }
  /// envoy.extensions.filters.http.csrf.v3.CsrfPolicy
  public enum CSRFPolicy: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.csrf.v3.CsrfPolicy"
  }
  /// envoy.extensions.transport_sockets.tls.v3.CertificateValidationContext
  public enum CertificateValidation: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.CertificateValidationContext"
  }
  /// envoy.config.cluster.v3.CircuitBreakers
  public enum CircuitBreakers: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.cluster.v3.CircuitBreakers"
  }
  /// envoy.config.cluster.v3.Cluster
  public enum Cluster: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.cluster.v3.Cluster"
  }
  /// envoy.config.endpoint.v3.ClusterLoadAssignment
  public enum ClusterLoadAssignment: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.endpoint.v3.ClusterLoadAssignment"
  }
  /// envoy.config.cluster.v3.Cluster.CustomClusterType
  public enum ClusterType: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.cluster.v3.Cluster.CustomClusterType"
  }
  /// envoy.type.v3.CodecClientType
  public enum CodecClientType {}
  /// envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager.CodecType
  public enum CodecType {}
  /// envoy.extensions.transport_sockets.tls.v3.CommonTlsContext.CombinedCertificateValidationContext
  public enum CombinedValidation: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.CommonTlsContext.CombinedCertificateValidationContext"
  }
  /// envoy.config.cluster.v3.Cluster.CommonLbConfig
  public enum CommonBalancing: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.cluster.v3.Cluster.CommonLbConfig"
  }
  /// envoy.config.core.v3.HttpProtocolOptions
  public enum CommonHTTPOptions: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.core.v3.HttpProtocolOptions"
  }
  /// envoy.extensions.filters.http.composite.v3.Composite
  public enum Composite: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.composite.v3.Composite"
  }
  /// envoy.extensions.filters.http.compressor.v3.Compressor
  public enum Compressor: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.compressor.v3.Compressor"
  }
  /// envoy.extensions.filters.http.compressor.v3.Compressor.CommonDirectionConfig
  public enum CompressorDirection: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.compressor.v3.Compressor.CommonDirectionConfig"
  }
  /// envoy.extensions.filters.http.compressor.v3.CompressorPerRoute
  public enum CompressorPerRoute: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.compressor.v3.CompressorPerRoute"
  }
  /// envoy.extensions.filters.http.compressor.v3.Compressor.ResponseDirectionConfig
  public enum CompressorResponses: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.compressor.v3.Compressor.ResponseDirectionConfig"
  }
  /// envoy.config.core.v3.ConfigSource
  public enum ConfigSource: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.core.v3.ConfigSource"
  }
  /// envoy.config.route.v3.RouteAction.UpgradeConfig.ConnectConfig
  public enum ConnectConfig: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.route.v3.RouteAction.UpgradeConfig.ConnectConfig"
  }
  /// envoy.config.route.v3.RouteMatch.ConnectMatcher
  public enum ConnectMatcher: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.route.v3.RouteMatch.ConnectMatcher"
  }
  /// envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager
  public enum ConnectionManager: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager"
  }
  /// envoy.extensions.matching.input_matchers.consistent_hashing.v3.ConsistentHashing
  public enum ConsistentHashing: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.matching.input_matchers.consistent_hashing.v3.ConsistentHashing"
  }
  /// envoy.config.route.v3.CookieMatcher
  public enum CookieMatcher: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.route.v3.CookieMatcher"
  }
  /// envoy.extensions.clusters.dns.v3.DnsCluster
  public enum DNSCluster: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.clusters.dns.v3.DnsCluster"
  }
  /// envoy.extensions.clusters.common.dns.v3.DnsLookupFamily
  public enum DNSFamily {}
  /// envoy.extensions.clusters.dns.v3.DnsCluster.RefreshRate
  public enum DNSRefreshRate: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.clusters.dns.v3.DnsCluster.RefreshRate"
  }
  /// envoy.config.core.v3.DataSource
  public enum DataSource: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.core.v3.DataSource"
  }
  /// envoy.type.v3.FractionalPercent.DenominatorType
  public enum Denominator {}
  /// envoy.config.route.v3.DirectResponseAction
  public enum DirectResponse: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.route.v3.DirectResponseAction"
  }
  /// envoy.config.cluster.v3.Cluster.DiscoveryType
  public enum DiscoveryType {}
  /// envoy.extensions.transport_sockets.tls.v3.DownstreamTlsContext
  public enum DownstreamTLS: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.DownstreamTlsContext"
  }
  /// envoy.config.cluster.v3.Cluster.EdsClusterConfig
  public enum EDSConfig: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.cluster.v3.Cluster.EdsClusterConfig"
  }
  /// envoy.extensions.http.early_header_mutation.header_mutation.v3.HeaderMutation
  public enum EarlyHeaderMutation: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.http.early_header_mutation.header_mutation.v3.HeaderMutation"
  }
  /// google.protobuf.Empty
  public enum Empty: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/google.protobuf.Empty"
  }
  /// envoy.config.endpoint.v3.Endpoint
  public enum Endpoint: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.endpoint.v3.Endpoint"
  }
  /// envoy.config.endpoint.v3.LbEndpoint
  public enum EndpointEntry: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.endpoint.v3.LbEndpoint"
  }
  /// envoy.config.core.v3.GrpcService.EnvoyGrpc
  public enum EnvoyGRPC: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.core.v3.GrpcService.EnvoyGrpc"
  }
  /// envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager.PathWithEscapedSlashesAction
  public enum EscapedSlashesAction {}
  /// envoy.extensions.filters.http.composite.v3.ExecuteFilterAction
  public enum ExecuteFilter: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.composite.v3.ExecuteFilterAction"
  }
  /// envoy.extensions.access_loggers.filters.cel.v3.ExpressionFilter
  public enum ExpressionFilter: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.access_loggers.filters.cel.v3.ExpressionFilter"
  }
  /// envoy.extensions.common.matching.v3.ExtensionWithMatcher
  public enum ExtensionWithMatcher: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.common.matching.v3.ExtensionWithMatcher"
  }
  /// envoy.extensions.common.matching.v3.ExtensionWithMatcherPerRoute
  public enum ExtensionWithMatcherPerRoute: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.common.matching.v3.ExtensionWithMatcherPerRoute"
  }
  /// envoy.extensions.filters.http.ext_authz.v3.ExtAuthz
  public enum ExternalAuthorization: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.ext_authz.v3.ExtAuthz"
  }
  /// envoy.extensions.filters.http.ext_authz.v3.HttpService
  public enum ExternalHTTPService: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.ext_authz.v3.HttpService"
  }
  /// envoy.extensions.filters.http.ext_authz.v3.AuthorizationResponse
  public enum ExternalResponse: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.ext_authz.v3.AuthorizationResponse"
  }
  /// envoy.config.listener.v3.Filter
  public enum Filter: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.listener.v3.Filter"
  }
  /// envoy.config.listener.v3.FilterChain
  public enum FilterChain: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.listener.v3.FilterChain"
  }
  /// envoy.config.listener.v3.FilterChainMatch
  public enum FilterChainMatch: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.listener.v3.FilterChainMatch"
  }
  /// envoy.extensions.filters.http.set_filter_state.v3.Config
  public enum FilterState: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.set_filter_state.v3.Config"
  }
  /// envoy.extensions.matching.common_inputs.network.v3.FilterStateInput
  public enum FilterStateInput: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.matching.common_inputs.network.v3.FilterStateInput"
  }
  /// envoy.type.matcher.v3.FilterStateMatcher
  public enum FilterStateMatcher: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.type.matcher.v3.FilterStateMatcher"
  }
  /// envoy.extensions.filters.common.set_filter_state.v3.FilterStateValue
  public enum FilterStateValue: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.common.set_filter_state.v3.FilterStateValue"
  }
  /// envoy.extensions.http.original_ip_detection.xff.v3.XffConfig
  public enum ForwardedFor: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.http.original_ip_detection.xff.v3.XffConfig"
  }
  /// envoy.extensions.http.original_ip_detection.xff.v3.XffTrustedCidrs
  public enum ForwardedForTrust: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.http.original_ip_detection.xff.v3.XffTrustedCidrs"
  }
  /// envoy.type.v3.FractionalPercent
  public enum FractionalPercent: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.type.v3.FractionalPercent"
  }
  /// envoy.config.core.v3.HealthCheck.GrpcHealthCheck
  public enum GRPCHealthCheck: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.core.v3.HealthCheck.GrpcHealthCheck"
  }
  /// envoy.config.core.v3.GrpcService
  public enum GRPCService: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.core.v3.GrpcService"
  }
  /// envoy.extensions.filters.http.grpc_web.v3.GrpcWeb
  public enum GRPCWeb: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.grpc_web.v3.GrpcWeb"
  }
  /// envoy.extensions.transport_sockets.tls.v3.GenericSecret
  public enum GenericSecret: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.GenericSecret"
  }
  /// envoy.extensions.geoip_providers.common.v3.CommonGeoipProviderConfig.GeolocationFieldKeys
  public enum GeoFields: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.geoip_providers.common.v3.CommonGeoipProviderConfig.GeolocationFieldKeys"
  }
  /// envoy.extensions.geoip_providers.common.v3.CommonGeoipProviderConfig
  public enum GeoProvider: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.geoip_providers.common.v3.CommonGeoipProviderConfig"
  }
  /// envoy.extensions.compression.gzip.compressor.v3.Gzip
  public enum Gzip: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.compression.gzip.compressor.v3.Gzip"
  }
  /// envoy.config.core.v3.Http1ProtocolOptions
  public enum HTTP1Options: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.core.v3.Http1ProtocolOptions"
  }
  /// envoy.config.core.v3.Http2ProtocolOptions
  public enum HTTP2Options: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.core.v3.Http2ProtocolOptions"
  }
  /// envoy.config.core.v3.Http3ProtocolOptions
  public enum HTTP3Options: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.core.v3.Http3ProtocolOptions"
  }
  /// envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter
  public enum HTTPFilter: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter"
  }
  /// envoy.extensions.filters.http.geoip.v3.Geoip
  public enum HTTPGeoip: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.geoip.v3.Geoip"
  }
  /// envoy.config.core.v3.HealthCheck.HttpHealthCheck
  public enum HTTPHealthCheck: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.core.v3.HealthCheck.HttpHealthCheck"
  }
  /// envoy.extensions.upstreams.http.v3.HttpProtocolOptions
  public enum HTTPProtocolOptions: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.upstreams.http.v3.HttpProtocolOptions"
  }
  /// envoy.type.v3.HttpStatus
  public enum HTTPStatus: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.type.v3.HttpStatus"
  }
  /// envoy.type.v3.StatusCode
  public enum HTTPStatusCode {}
  /// envoy.config.core.v3.HttpUri
  public enum HTTPURI: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.core.v3.HttpUri"
  }
  /// envoy.extensions.upstreams.http.v3.HttpProtocolOptions.ExplicitHttpConfig
  public enum HTTPVersionOptions: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.upstreams.http.v3.HttpProtocolOptions.ExplicitHttpConfig"
  }
  /// envoy.config.route.v3.RouteAction.HashPolicy
  public enum HashPolicy: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.route.v3.RouteAction.HashPolicy"
  }
  /// envoy.config.route.v3.RouteAction.HashPolicy.ConnectionProperties
  public enum HashPolicyConnection: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.route.v3.RouteAction.HashPolicy.ConnectionProperties"
  }
  /// envoy.config.route.v3.RouteAction.HashPolicy.Cookie
  public enum HashPolicyCookie: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.route.v3.RouteAction.HashPolicy.Cookie"
  }
  /// envoy.config.route.v3.RouteAction.HashPolicy.CookieAttribute
  public enum HashPolicyCookieAttribute: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.route.v3.RouteAction.HashPolicy.CookieAttribute"
  }
  /// envoy.config.route.v3.RouteAction.HashPolicy.Header
  public enum HashPolicyHeader: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.route.v3.RouteAction.HashPolicy.Header"
  }
  /// envoy.config.route.v3.RouteAction.HashPolicy.QueryParameter
  public enum HashPolicyQuery: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.route.v3.RouteAction.HashPolicy.QueryParameter"
  }
  /// envoy.config.route.v3.HeaderMatcher
  public enum HeaderMatcher: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.route.v3.HeaderMatcher"
  }
  /// envoy.config.common.mutation_rules.v3.HeaderMutation
  public enum HeaderMutation: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.common.mutation_rules.v3.HeaderMutation"
  }
  /// envoy.extensions.filters.http.header_mutation.v3.HeaderMutation
  public enum HeaderMutationFilter: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.header_mutation.v3.HeaderMutation"
  }
  /// envoy.config.common.mutation_rules.v3.HeaderMutationRules
  public enum HeaderMutationRules: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.common.mutation_rules.v3.HeaderMutationRules"
  }
  /// envoy.extensions.filters.http.header_mutation.v3.Mutations
  public enum HeaderMutations: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.header_mutation.v3.Mutations"
  }
  /// envoy.config.common.mutation_rules.v3.HeaderMutation.RemoveOnMatch
  public enum HeaderRemoval: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.common.mutation_rules.v3.HeaderMutation.RemoveOnMatch"
  }
  /// envoy.extensions.filters.http.header_to_metadata.v3.Config
  public enum HeaderToMetadata: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.header_to_metadata.v3.Config"
  }
  /// envoy.extensions.filters.http.header_to_metadata.v3.Config.KeyValuePair
  public enum HeaderToMetadataPair: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.header_to_metadata.v3.Config.KeyValuePair"
  }
  /// envoy.extensions.filters.http.header_to_metadata.v3.Config.Rule
  public enum HeaderToMetadataRule: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.header_to_metadata.v3.Config.Rule"
  }
  /// envoy.extensions.filters.http.header_to_metadata.v3.Config.ValueType
  public enum HeaderToMetadataType {}
  /// envoy.config.core.v3.HeaderValue
  public enum HeaderValue: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.core.v3.HeaderValue"
  }
  /// envoy.config.core.v3.HeaderValueOption
  public enum HeaderValueOption: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.core.v3.HeaderValueOption"
  }
  /// envoy.config.core.v3.HealthCheck
  public enum HealthCheck: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.core.v3.HealthCheck"
  }
  /// envoy.config.route.v3.HedgePolicy
  public enum HedgePolicy: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.route.v3.HedgePolicy"
  }
  /// envoy.type.v3.Int64Range
  public enum Int64Range: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.type.v3.Int64Range"
  }
  /// envoy.extensions.filters.http.json_to_metadata.v3.JsonToMetadata
  public enum JSONToMetadata: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.json_to_metadata.v3.JsonToMetadata"
  }
  /// envoy.extensions.filters.http.json_to_metadata.v3.JsonToMetadata.KeyValuePair
  public enum JSONToMetadataPair: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.json_to_metadata.v3.JsonToMetadata.KeyValuePair"
  }
  /// envoy.extensions.filters.http.json_to_metadata.v3.JsonToMetadata.Rule
  public enum JSONToMetadataRule: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.json_to_metadata.v3.JsonToMetadata.Rule"
  }
  /// envoy.extensions.filters.http.json_to_metadata.v3.JsonToMetadata.MatchRules
  public enum JSONToMetadataRules: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.json_to_metadata.v3.JsonToMetadata.MatchRules"
  }
  /// envoy.extensions.filters.http.json_to_metadata.v3.JsonToMetadata.Selector
  public enum JSONToMetadataSelector: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.json_to_metadata.v3.JsonToMetadata.Selector"
  }
  /// envoy.extensions.filters.http.jwt_authn.v3.JwksAsyncFetch
  public enum JWTAsyncFetch: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.jwt_authn.v3.JwksAsyncFetch"
  }
  /// envoy.extensions.filters.http.jwt_authn.v3.JwtAuthentication
  public enum JWTAuthentication: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.jwt_authn.v3.JwtAuthentication"
  }
  /// envoy.extensions.filters.http.jwt_authn.v3.JwtHeader
  public enum JWTHeader: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.jwt_authn.v3.JwtHeader"
  }
  /// envoy.extensions.filters.http.jwt_authn.v3.RemoteJwks
  public enum JWTKeys: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.jwt_authn.v3.RemoteJwks"
  }
  /// envoy.extensions.filters.http.jwt_authn.v3.JwtProvider
  public enum JWTProvider: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.jwt_authn.v3.JwtProvider"
  }
  /// envoy.extensions.filters.http.jwt_authn.v3.JwtRequirement
  public enum JWTRequirement: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.jwt_authn.v3.JwtRequirement"
  }
  /// envoy.extensions.filters.http.jwt_authn.v3.JwtRequirementOrList
  public enum JWTRequirementList: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.jwt_authn.v3.JwtRequirementOrList"
  }
  /// envoy.extensions.filters.http.jwt_authn.v3.RequirementRule
  public enum JWTRule: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.jwt_authn.v3.RequirementRule"
  }
  /// envoy.config.cluster.v3.Cluster.LeastRequestLbConfig
  public enum LeastRequest: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.cluster.v3.Cluster.LeastRequestLbConfig"
  }
  /// envoy.type.matcher.v3.ListMatcher
  public enum ListMatcher: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.type.matcher.v3.ListMatcher"
  }
  /// envoy.config.listener.v3.Listener
  public enum Listener: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.listener.v3.Listener"
  }
  /// envoy.config.listener.v3.ListenerFilter
  public enum ListenerFilter: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.listener.v3.ListenerFilter"
  }
  /// envoy.config.cluster.v3.Cluster.LbPolicy
  public enum LoadBalancing {}
  /// envoy.extensions.filters.http.local_ratelimit.v3.LocalRateLimit
  public enum LocalRateLimit: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.local_ratelimit.v3.LocalRateLimit"
  }
  /// envoy.extensions.common.ratelimit.v3.LocalRateLimitDescriptor
  public enum LocalRateLimitDescriptor: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.common.ratelimit.v3.LocalRateLimitDescriptor"
  }
  /// envoy.extensions.filters.network.http_connection_manager.v3.LocalReplyConfig
  public enum LocalReplies: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.LocalReplyConfig"
  }
  /// envoy.extensions.filters.network.http_connection_manager.v3.ResponseMapper
  public enum LocalReplyMapper: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.ResponseMapper"
  }
  /// envoy.config.core.v3.Locality
  public enum Locality: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.core.v3.Locality"
  }
  /// envoy.config.endpoint.v3.LocalityLbEndpoints
  public enum LocalityEndpoints: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.endpoint.v3.LocalityLbEndpoints"
  }
  /// envoy.config.cluster.v3.Cluster.CommonLbConfig.LocalityWeightedLbConfig
  public enum LocalityWeighting: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.cluster.v3.Cluster.CommonLbConfig.LocalityWeightedLbConfig"
  }
  /// envoy.extensions.filters.http.lua.v3.Lua
  public enum Lua: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.lua.v3.Lua"
  }
  /// xds.type.matcher.v3.Matcher
  public enum Matcher: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/xds.type.matcher.v3.Matcher"
  }
  /// xds.core.v3.CidrRange
  public enum MatcherCIDRRange: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/xds.core.v3.CidrRange"
  }
  /// xds.type.matcher.v3.Matcher.MatcherList.FieldMatcher
  public enum MatcherEntry: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/xds.type.matcher.v3.Matcher.MatcherList.FieldMatcher"
  }
  /// xds.core.v3.TypedExtensionConfig
  public enum MatcherExtension: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/xds.core.v3.TypedExtensionConfig"
  }
  /// xds.type.matcher.v3.Matcher.MatcherList
  public enum MatcherList: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/xds.type.matcher.v3.Matcher.MatcherList"
  }
  /// xds.type.matcher.v3.Matcher.MatcherTree.MatchMap
  public enum MatcherMap: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/xds.type.matcher.v3.Matcher.MatcherTree.MatchMap"
  }
  /// xds.type.matcher.v3.Matcher.OnMatch
  public enum MatcherOutcome: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/xds.type.matcher.v3.Matcher.OnMatch"
  }
  /// xds.type.matcher.v3.Matcher.MatcherList.Predicate
  public enum MatcherPredicate: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/xds.type.matcher.v3.Matcher.MatcherList.Predicate"
  }
  /// xds.type.matcher.v3.Matcher.MatcherList.Predicate.PredicateList
  public enum MatcherPredicateList: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/xds.type.matcher.v3.Matcher.MatcherList.Predicate.PredicateList"
  }
  /// xds.type.matcher.v3.RegexMatcher.GoogleRE2
  public enum MatcherRE2: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/xds.type.matcher.v3.RegexMatcher.GoogleRE2"
  }
  /// xds.type.matcher.v3.RegexMatcher
  public enum MatcherRegex: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/xds.type.matcher.v3.RegexMatcher"
  }
  /// xds.type.matcher.v3.Matcher.MatcherList.Predicate.SinglePredicate
  public enum MatcherSinglePredicate: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/xds.type.matcher.v3.Matcher.MatcherList.Predicate.SinglePredicate"
  }
  /// xds.type.matcher.v3.StringMatcher
  public enum MatcherString: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/xds.type.matcher.v3.StringMatcher"
  }
  /// xds.type.matcher.v3.Matcher.MatcherTree
  public enum MatcherTree: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/xds.type.matcher.v3.Matcher.MatcherTree"
  }
  /// envoy.extensions.geoip_providers.maxmind.v3.MaxMindConfig
  public enum MaxMind: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.geoip_providers.maxmind.v3.MaxMindConfig"
  }
  /// envoy.config.core.v3.Metadata
  public enum Metadata: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.core.v3.Metadata"
  }
  /// envoy.type.metadata.v3.MetadataKey
  public enum MetadataKey: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.type.metadata.v3.MetadataKey"
  }
  /// envoy.type.metadata.v3.MetadataKey.PathSegment
  public enum MetadataKeySegment: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.type.metadata.v3.MetadataKey.PathSegment"
  }
  /// envoy.type.matcher.v3.MetadataMatcher
  public enum MetadataMatcher: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.type.matcher.v3.MetadataMatcher"
  }
  /// envoy.type.matcher.v3.MetadataMatcher.PathSegment
  public enum MetadataMatcherSegment: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.type.matcher.v3.MetadataMatcher.PathSegment"
  }
  /// envoy.config.route.v3.RouteAction.RequestMirrorPolicy
  public enum MirrorPolicy: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.route.v3.RouteAction.RequestMirrorPolicy"
  }
  /// envoy.extensions.filters.network.direct_response.v3.Config
  public enum NetworkDirectResponse: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.network.direct_response.v3.Config"
  }
  /// envoy.extensions.filters.network.set_filter_state.v3.Config
  public enum NetworkFilterState: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.network.set_filter_state.v3.Config"
  }
  /// envoy.extensions.filters.network.geoip.v3.Geoip
  public enum NetworkGeoip: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.network.geoip.v3.Geoip"
  }
  /// envoy.extensions.filters.http.oauth2.v3.OAuth2
  public enum OAuth2: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.oauth2.v3.OAuth2"
  }
  /// envoy.extensions.filters.http.oauth2.v3.OAuth2Config
  public enum OAuth2Config: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.oauth2.v3.OAuth2Config"
  }
  /// envoy.extensions.filters.http.oauth2.v3.OAuth2Credentials.CookieNames
  public enum OAuth2CookieNames: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.oauth2.v3.OAuth2Credentials.CookieNames"
  }
  /// envoy.extensions.filters.http.oauth2.v3.OAuth2Credentials
  public enum OAuth2Credentials: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.oauth2.v3.OAuth2Credentials"
  }
  /// envoy.config.trace.v3.OpenTelemetryConfig
  public enum OpenTelemetry: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.trace.v3.OpenTelemetryConfig"
  }
  /// envoy.type.matcher.v3.OrMatcher
  public enum OrMatcher: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.type.matcher.v3.OrMatcher"
  }
  /// envoy.config.cluster.v3.OutlierDetection
  public enum OutlierDetection: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.cluster.v3.OutlierDetection"
  }
  /// envoy.config.core.v3.PathConfigSource
  public enum PathConfigSource: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.core.v3.PathConfigSource"
  }
  /// envoy.type.matcher.v3.PathMatcher
  public enum PathMatcher: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.type.matcher.v3.PathMatcher"
  }
  /// envoy.extensions.matching.common_inputs.network.v3.DirectSourceIPInput
  public enum PeerAddressInput: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.matching.common_inputs.network.v3.DirectSourceIPInput"
  }
  /// envoy.type.v3.Percent
  public enum Percent: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.type.v3.Percent"
  }
  /// envoy.extensions.retry.host.previous_hosts.v3.PreviousHostsPredicate
  public enum PreviousHosts: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.retry.host.previous_hosts.v3.PreviousHostsPredicate"
  }
  /// envoy.extensions.filters.listener.proxy_protocol.v3.ProxyProtocol
  public enum ProxyProtocol: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.listener.proxy_protocol.v3.ProxyProtocol"
  }
  /// envoy.config.core.v3.ProxyProtocolConfig
  public enum ProxyProtocolConfig: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.core.v3.ProxyProtocolConfig"
  }
  /// envoy.extensions.transport_sockets.proxy_protocol.v3.ProxyProtocolUpstreamTransport
  public enum ProxyProtocolTransport: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.transport_sockets.proxy_protocol.v3.ProxyProtocolUpstreamTransport"
  }
  /// envoy.config.core.v3.ProxyProtocolConfig.Version
  public enum ProxyProtocolVersion {}
  /// envoy.config.listener.v3.QuicProtocolOptions
  public enum QUICListener: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.listener.v3.QuicProtocolOptions"
  }
  /// envoy.config.core.v3.QuicProtocolOptions
  public enum QUICOptions: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.core.v3.QuicProtocolOptions"
  }
  /// envoy.extensions.transport_sockets.quic.v3.QuicDownstreamTransport
  public enum QUICTransport: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.transport_sockets.quic.v3.QuicDownstreamTransport"
  }
  /// envoy.config.route.v3.QueryParameterMatcher
  public enum QueryParameterMatcher: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.route.v3.QueryParameterMatcher"
  }
  /// envoy.extensions.filters.http.rbac.v3.RBAC
  public enum RBAC: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.rbac.v3.RBAC"
  }
  /// envoy.config.rbac.v3.Permission
  public enum RBACPermission: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.rbac.v3.Permission"
  }
  /// envoy.config.rbac.v3.Policy
  public enum RBACPolicy: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.rbac.v3.Policy"
  }
  /// envoy.config.rbac.v3.Principal
  public enum RBACPrincipal: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.rbac.v3.Principal"
  }
  /// envoy.config.rbac.v3.RBAC
  public enum RBACRules: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.rbac.v3.RBAC"
  }
  /// envoy.extensions.filters.network.http_connection_manager.v3.Rds
  public enum RDS: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.Rds"
  }
  /// envoy.config.route.v3.RateLimit
  public enum RateLimit: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.route.v3.RateLimit"
  }
  /// envoy.config.route.v3.RateLimit.Action
  public enum RateLimitAction: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.route.v3.RateLimit.Action"
  }
  /// envoy.config.route.v3.RateLimit.Action.MaskedRemoteAddress
  public enum RateLimitAddress: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.route.v3.RateLimit.Action.MaskedRemoteAddress"
  }
  /// envoy.extensions.common.ratelimit.v3.RateLimitDescriptor.Entry
  public enum RateLimitEntry: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.common.ratelimit.v3.RateLimitDescriptor.Entry"
  }
  /// envoy.config.route.v3.RateLimit.Action.RequestHeaders
  public enum RateLimitHeader: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.route.v3.RateLimit.Action.RequestHeaders"
  }
  /// envoy.config.route.v3.RateLimit.Action.GenericKey
  public enum RateLimitKey: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.route.v3.RateLimit.Action.GenericKey"
  }
  /// envoy.config.route.v3.RateLimit.Action.MetaData
  public enum RateLimitMetadata: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.route.v3.RateLimit.Action.MetaData"
  }
  /// envoy.config.route.v3.RateLimit.Action.QueryParameters
  public enum RateLimitQueryParameter: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.route.v3.RateLimit.Action.QueryParameters"
  }
  /// envoy.extensions.transport_sockets.raw_buffer.v3.RawBuffer
  public enum RawBuffer: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.transport_sockets.raw_buffer.v3.RawBuffer"
  }
  /// envoy.config.route.v3.RedirectAction
  public enum Redirect: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.route.v3.RedirectAction"
  }
  /// envoy.config.route.v3.RedirectAction.RedirectResponseCode
  public enum RedirectCode {}
  /// envoy.type.matcher.v3.RegexMatcher
  public enum RegexMatcher: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.type.matcher.v3.RegexMatcher"
  }
  /// envoy.type.matcher.v3.RegexMatchAndSubstitute
  public enum RegexSubstitution: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.type.matcher.v3.RegexMatchAndSubstitute"
  }
  /// envoy.type.matcher.v3.HttpRequestHeaderMatchInput
  public enum RequestHeaderInput: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.type.matcher.v3.HttpRequestHeaderMatchInput"
  }
  /// envoy.config.core.v3.RequestMethod
  public enum RequestMethod {}
  /// envoy.config.route.v3.RetryPolicy.RetryBackOff
  public enum RetryBackOff: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.route.v3.RetryPolicy.RetryBackOff"
  }
  /// envoy.config.cluster.v3.CircuitBreakers.Thresholds.RetryBudget
  public enum RetryBudget: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.cluster.v3.CircuitBreakers.Thresholds.RetryBudget"
  }
  /// envoy.config.route.v3.RetryPolicy.RetryHostPredicate
  public enum RetryHostPredicate: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.route.v3.RetryPolicy.RetryHostPredicate"
  }
  /// envoy.config.route.v3.RetryPolicy
  public enum RetryPolicy: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.route.v3.RetryPolicy"
  }
  /// envoy.config.cluster.v3.Cluster.RoundRobinLbConfig
  public enum RoundRobin: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.cluster.v3.Cluster.RoundRobinLbConfig"
  }
  /// envoy.config.route.v3.Route
  public enum Route: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.route.v3.Route"
  }
  /// envoy.config.route.v3.RouteAction
  public enum RouteAction: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.route.v3.RouteAction"
  }
  /// envoy.config.route.v3.RouteConfiguration
  public enum RouteConfiguration: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.route.v3.RouteConfiguration"
  }
  /// envoy.config.route.v3.RouteList
  public enum RouteList: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.route.v3.RouteList"
  }
  /// envoy.config.route.v3.RouteMatch
  public enum RouteMatch: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.route.v3.RouteMatch"
  }
  /// envoy.config.route.v3.RouteAction.UpgradeConfig
  public enum RouteUpgrade: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.route.v3.RouteAction.UpgradeConfig"
  }
  /// envoy.extensions.filters.http.router.v3.Router
  public enum Router: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.router.v3.Router"
  }
  /// envoy.config.core.v3.RuntimeFractionalPercent
  public enum RuntimeFractionalPercent: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.core.v3.RuntimeFractionalPercent"
  }
  /// envoy.extensions.transport_sockets.tls.v3.Secret
  public enum Secret: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.Secret"
  }
  /// envoy.extensions.transport_sockets.tls.v3.SdsSecretConfig
  public enum SecretConfig: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.SdsSecretConfig"
  }
  /// envoy.extensions.formatter.generic_secret.v3.GenericSecret
  public enum SecretFormatter: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.formatter.generic_secret.v3.GenericSecret"
  }
  /// envoy.extensions.matching.common_inputs.network.v3.ServerNameInput
  public enum ServerNameInput: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.matching.common_inputs.network.v3.ServerNameInput"
  }
  /// envoy.config.cluster.v3.Cluster.SlowStartConfig
  public enum SlowStart: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.cluster.v3.Cluster.SlowStartConfig"
  }
  /// envoy.config.core.v3.SocketAddress
  public enum SocketAddress: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.core.v3.SocketAddress"
  }
  /// envoy.config.core.v3.SocketAddress.Protocol
  public enum SocketProtocol {}
  /// envoy.extensions.access_loggers.stream.v3.StdoutAccessLog
  public enum StdoutAccessLog: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.access_loggers.stream.v3.StdoutAccessLog"
  }
  /// envoy.type.matcher.v3.StringMatcher
  public enum StringMatcher: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.type.matcher.v3.StringMatcher"
  }
  /// envoy.type.matcher.v3.ListStringMatcher
  public enum StringMatcherList: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.type.matcher.v3.ListStringMatcher"
  }
  /// google.protobuf.StringValue
  public enum StringValue: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/google.protobuf.StringValue"
  }
  /// envoy.extensions.transport_sockets.tls.v3.SubjectAltNameMatcher.SanType
  public enum SubjectNameKind {}
  /// envoy.extensions.transport_sockets.tls.v3.SubjectAltNameMatcher
  public enum SubjectNameMatcher: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.SubjectAltNameMatcher"
  }
  /// envoy.config.core.v3.SubstitutionFormatString
  public enum SubstitutionFormat: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.core.v3.SubstitutionFormatString"
  }
  /// envoy.type.v3.HashPolicy
  public enum TCPHashPolicy: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.type.v3.HashPolicy"
  }
  /// envoy.type.v3.HashPolicy.SourceIp
  public enum TCPHashPolicySource: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.type.v3.HashPolicy.SourceIp"
  }
  /// envoy.config.core.v3.HealthCheck.TcpHealthCheck
  public enum TCPHealthCheck: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.core.v3.HealthCheck.TcpHealthCheck"
  }
  /// envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy
  public enum TCPProxy: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy"
  }
  /// envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy.WeightedCluster.ClusterWeight
  public enum TCPWeightedCluster: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy.WeightedCluster.ClusterWeight"
  }
  /// envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy.WeightedCluster
  public enum TCPWeightedClusters: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy.WeightedCluster"
  }
  /// envoy.extensions.transport_sockets.tls.v3.TlsCertificate
  public enum TLSCertificate: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.TlsCertificate"
  }
  /// envoy.extensions.transport_sockets.tls.v3.CommonTlsContext
  public enum TLSContext: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.CommonTlsContext"
  }
  /// envoy.extensions.filters.listener.tls_inspector.v3.TlsInspector
  public enum TLSInspector: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.listener.tls_inspector.v3.TlsInspector"
  }
  /// envoy.extensions.transport_sockets.tls.v3.TlsParameters
  public enum TLSParameters: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.TlsParameters"
  }
  /// envoy.extensions.transport_sockets.tls.v3.TlsParameters.TlsProtocol
  public enum TLSProtocol {}
  /// envoy.config.cluster.v3.CircuitBreakers.Thresholds
  public enum Thresholds: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.cluster.v3.CircuitBreakers.Thresholds"
  }
  /// envoy.type.v3.TokenBucket
  public enum TokenBucket: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.type.v3.TokenBucket"
  }
  /// envoy.extensions.tracers.opentelemetry.samplers.v3.ParentBasedSamplerConfig
  public enum TraceParent: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.tracers.opentelemetry.samplers.v3.ParentBasedSamplerConfig"
  }
  /// envoy.config.trace.v3.Tracing.Http
  public enum TraceProvider: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.trace.v3.Tracing.Http"
  }
  /// envoy.extensions.tracers.opentelemetry.samplers.v3.TraceIdRatioBasedSamplerConfig
  public enum TraceShare: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.tracers.opentelemetry.samplers.v3.TraceIdRatioBasedSamplerConfig"
  }
  /// envoy.type.tracing.v3.CustomTag
  public enum TraceTag: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.type.tracing.v3.CustomTag"
  }
  /// envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager.Tracing
  public enum Tracing: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager.Tracing"
  }
  /// envoy.extensions.matching.common_inputs.network.v3.TransportProtocolInput
  public enum TransportProtocolInput: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.matching.common_inputs.network.v3.TransportProtocolInput"
  }
  /// envoy.config.core.v3.TransportSocket
  public enum TransportSocket: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.core.v3.TransportSocket"
  }
  /// envoy.config.core.v3.TypedExtensionConfig
  public enum TypedExtension: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.core.v3.TypedExtensionConfig"
  }
  /// envoy.extensions.filters.udp.udp_proxy.v3.UdpProxyConfig.HashPolicy
  public enum UDPHashPolicy: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.udp.udp_proxy.v3.UdpProxyConfig.HashPolicy"
  }
  /// envoy.config.listener.v3.UdpListenerConfig
  public enum UDPListener: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.listener.v3.UdpListenerConfig"
  }
  /// envoy.extensions.filters.udp.udp_proxy.v3.UdpProxyConfig
  public enum UDPProxy: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.udp.udp_proxy.v3.UdpProxyConfig"
  }
  /// envoy.extensions.filters.udp.udp_proxy.v3.Route
  public enum UDPRoute: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.udp.udp_proxy.v3.Route"
  }
  /// envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager.UpgradeConfig
  public enum Upgrade: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager.UpgradeConfig"
  }
  /// envoy.extensions.filters.http.upstream_codec.v3.UpstreamCodec
  public enum UpstreamCodec: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.filters.http.upstream_codec.v3.UpstreamCodec"
  }
  /// envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext
  public enum UpstreamTLS: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext"
  }
  /// envoy.type.matcher.v3.ValueMatcher
  public enum ValueMatcher: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.type.matcher.v3.ValueMatcher"
  }
  /// envoy.config.route.v3.VirtualHost
  public enum VirtualHost: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.route.v3.VirtualHost"
  }
  /// envoy.config.core.v3.WatchedDirectory
  public enum WatchedDirectory: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.core.v3.WatchedDirectory"
  }
  /// envoy.config.route.v3.WeightedCluster.ClusterWeight
  public enum WeightedCluster: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.route.v3.WeightedCluster.ClusterWeight"
  }
  /// envoy.config.route.v3.WeightedCluster
  public enum WeightedClusters: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.config.route.v3.WeightedCluster"
  }
  /// envoy.extensions.compression.zstd.compressor.v3.Zstd
  public enum Zstd: EnvoyMessage {
    public static let typeURL: StaticString = "type.googleapis.com/envoy.extensions.compression.zstd.compressor.v3.Zstd"
  }
}

extension EnumValue where Enum == Envoy.APIVersion {
  @inlinable public static var auto: Self { Self("AUTO", 0) }
  @inlinable public static var v2: Self { Self("V2", 1) }
  @inlinable public static var v3: Self { Self("V3", 2) }
}

extension Field where Message == Envoy.AccessLog, Value == String {
  @inlinable public static var name: Self { Self("name", 1) }
}

extension Field where Message == Envoy.AccessLog, Value == Envoy.AccessLogFilter {
  @inlinable public static var filter: Self { Self("filter", 2) }
}

extension Field where Message == Envoy.AccessLog, Value == Envoy.AnyMessage {
  @inlinable public static var typedConfig: Self { Self("typed_config", 4) }
}

extension Envoy.AccessLog: NamedExtension {
  public static var nameField: Field<Self, String> { .name }
  public static var configurationField: Field<Self, Envoy.AnyMessage> { .typedConfig }
}

extension Field where Message == Envoy.AccessLogExtensionFilter, Value == String {
  @inlinable public static var name: Self { Self("name", 1) }
}

extension Field where Message == Envoy.AccessLogExtensionFilter, Value == Envoy.AnyMessage {
  @inlinable public static var typedConfig: Self { Self("typed_config", 3) }
}

extension Envoy.AccessLogExtensionFilter: NamedExtension {
  public static var nameField: Field<Self, String> { .name }
  public static var configurationField: Field<Self, Envoy.AnyMessage> { .typedConfig }
}

extension Field where Message == Envoy.AccessLogFilter, Value == Envoy.AccessLogFilters {
  @inlinable public static var andFilter: Self { Self("and_filter", 6) }
}

extension Field where Message == Envoy.AccessLogFilter, Value == Envoy.AccessLogHeaderFilter {
  @inlinable public static var headerFilter: Self { Self("header_filter", 8) }
}

extension Field where Message == Envoy.AccessLogFilter, Value == Envoy.AccessLogExtensionFilter {
  @inlinable public static var extensionFilter: Self { Self("extension_filter", 11) }
}

extension Field where Message == Envoy.AccessLogFilters, Value == [Envoy.AccessLogFilter] {
  @inlinable public static var filters: Self { Self("filters", 1) }
}

extension Field where Message == Envoy.AccessLogHeaderFilter, Value == Envoy.HeaderMatcher {
  @inlinable public static var header: Self { Self("header", 1) }
}

extension Field where Message == Envoy.Address, Value == Envoy.SocketAddress {
  @inlinable public static var socketAddress: Self { Self("socket_address", 1) }
}

extension Field where Message == Envoy.AddressMatcher, Value == [Envoy.MatcherCIDRRange] {
  @inlinable public static var ranges: Self { Self("ranges", 1) }
}

extension Field where Message == Envoy.AddressMatcher, Value == Bool {
  @inlinable public static var invertMatch: Self { Self("invert_match", 2) }
}

extension Field where Message == Envoy.AddressRanges, Value == [Envoy.CIDRRange] {
  @inlinable public static var cidrRanges: Self { Self("cidr_ranges", 1) }
}

extension Field where Message == Envoy.AddressRanges, Value == String {
  @inlinable public static var statPrefix: Self { Self("stat_prefix", 2) }
}

extension Field where Message == Envoy.AggregateCluster, Value == [String] {
  @inlinable public static var clusters: Self { Self("clusters", 1) }
}

extension EnumValue where Enum == Envoy.AppendAction {
  @inlinable public static var appendIfExistsOrAdd: Self { Self("APPEND_IF_EXISTS_OR_ADD", 0) }
  @inlinable public static var addIfAbsent: Self { Self("ADD_IF_ABSENT", 1) }
  @inlinable public static var overwriteIfExistsOrAdd: Self { Self("OVERWRITE_IF_EXISTS_OR_ADD", 2) }
  @inlinable public static var overwriteIfExists: Self { Self("OVERWRITE_IF_EXISTS", 3) }
}

extension Field where Message == Envoy.AssignmentPolicy, Value == Wrapped<UInt32> {
  @inlinable public static var overprovisioningFactor: Self { Self("overprovisioning_factor", 3) }
}

extension Field where Message == Envoy.AssignmentPolicy, Value == Envoy.Duration {
  @inlinable public static var endpointStaleAfter: Self { Self("endpoint_stale_after", 4) }
}

extension Field where Message == Envoy.AssignmentPolicy, Value == Bool {
  @inlinable public static var weightedPriorityHealth: Self { Self("weighted_priority_health", 6) }
}

extension Field where Message == Envoy.BasicAuth, Value == Envoy.DataSource {
  @inlinable public static var users: Self { Self("users", 1) }
}

extension Field where Message == Envoy.BasicAuth, Value == String {
  @inlinable public static var forwardUsernameHeader: Self { Self("forward_username_header", 2) }
  @inlinable public static var authenticationHeader: Self { Self("authentication_header", 3) }
  @inlinable public static var realm: Self { Self("realm", 6) }
}

extension Field where Message == Envoy.BasicAuth, Value == Bool {
  @inlinable public static var allowMissing: Self { Self("allow_missing", 4) }
  @inlinable public static var emitDynamicMetadata: Self { Self("emit_dynamic_metadata", 5) }
}

extension Field where Message == Envoy.BasicAuthPerRoute, Value == Envoy.DataSource {
  @inlinable public static var users: Self { Self("users", 1) }
}

extension Field where Message == Envoy.BasicAuthPerRoute, Value == String {
  @inlinable public static var realm: Self { Self("realm", 2) }
}

extension Field where Message == Envoy.BodySizeLimit, Value == Wrapped<UInt64> {
  @inlinable public static var maxRequestBytes: Self { Self("max_request_bytes", 1) }
}

extension Field where Message == Envoy.Brotli, Value == Wrapped<UInt32> {
  @inlinable public static var quality: Self { Self("quality", 1) }
  @inlinable public static var windowBits: Self { Self("window_bits", 3) }
  @inlinable public static var inputBlockBits: Self { Self("input_block_bits", 4) }
  @inlinable public static var chunkSize: Self { Self("chunk_size", 5) }
}

extension Field where Message == Envoy.Brotli, Value == Bool {
  @inlinable public static var disableLiteralContextModeling: Self { Self("disable_literal_context_modeling", 6) }
}

extension Field where Message == Envoy.CDNLoopFilter, Value == String {
  @inlinable public static var cdnId: Self { Self("cdn_id", 1) }
}

extension Field where Message == Envoy.CDNLoopFilter, Value == UInt32 {
  @inlinable public static var maxAllowedOccurrences: Self { Self("max_allowed_occurrences", 2) }
}

extension Field where Message == Envoy.CIDRRange, Value == String {
  @inlinable public static var addressPrefix: Self { Self("address_prefix", 1) }
}

extension Field where Message == Envoy.CIDRRange, Value == Wrapped<UInt32> {
  @inlinable public static var prefixLen: Self { Self("prefix_len", 2) }
}

extension Field where Message == Envoy.CORSPolicy, Value == [Envoy.StringMatcher] {
  @inlinable public static var allowOriginStringMatch: Self { Self("allow_origin_string_match", 1) }
}

extension Field where Message == Envoy.CORSPolicy, Value == String {
  @inlinable public static var allowMethods: Self { Self("allow_methods", 2) }
  @inlinable public static var allowHeaders: Self { Self("allow_headers", 3) }
  @inlinable public static var exposeHeaders: Self { Self("expose_headers", 4) }
  @inlinable public static var maxAge: Self { Self("max_age", 5) }
}

extension Field where Message == Envoy.CORSPolicy, Value == Wrapped<Bool> {
  @inlinable public static var allowCredentials: Self { Self("allow_credentials", 6) }
  @inlinable public static var allowPrivateNetworkAccess: Self { Self("allow_private_network_access", 9) }
  @inlinable public static var forwardNotMatchingPreflights: Self { Self("forward_not_matching_preflights", 10) }
}

extension Field where Message == Envoy.CORSPolicy, Value == Envoy.RuntimeFractionalPercent {
  @inlinable public static var filterEnabled: Self { Self("filter_enabled", 7) }
  @inlinable public static var shadowEnabled: Self { Self("shadow_enabled", 8) }
}

extension Field where Message == Envoy.CSRFPolicy, Value == Envoy.RuntimeFractionalPercent {
  @inlinable public static var filterEnabled: Self { Self("filter_enabled", 1) }
  @inlinable public static var shadowEnabled: Self { Self("shadow_enabled", 2) }
}

extension Field where Message == Envoy.CSRFPolicy, Value == [Envoy.StringMatcher] {
  @inlinable public static var additionalOrigins: Self { Self("additional_origins", 3) }
}

extension Field where Message == Envoy.CertificateValidation, Value == Envoy.DataSource {
  @inlinable public static var trustedCa: Self { Self("trusted_ca", 1) }
  @inlinable public static var crl: Self { Self("crl", 7) }
}

extension Field where Message == Envoy.CertificateValidation, Value == [String] {
  @inlinable public static var verifyCertificateHash: Self { Self("verify_certificate_hash", 2) }
  @inlinable public static var verifyCertificateSpki: Self { Self("verify_certificate_spki", 3) }
}

extension Field where Message == Envoy.CertificateValidation, Value == Wrapped<Bool> {
  @inlinable public static var requireSignedCertificateTimestamp: Self { Self("require_signed_certificate_timestamp", 6) }
}

extension Field where Message == Envoy.CertificateValidation, Value == Bool {
  @inlinable public static var allowExpiredCertificate: Self { Self("allow_expired_certificate", 8) }
  @inlinable public static var onlyVerifyLeafCertCrl: Self { Self("only_verify_leaf_cert_crl", 14) }
  @inlinable public static var suppressClientCaList: Self { Self("suppress_client_ca_list", 18) }
}

extension Field where Message == Envoy.CertificateValidation, Value == [Envoy.StringMatcher] {
  @inlinable public static var matchSubjectAltNames: Self { Self("match_subject_alt_names", 9) }
}

extension Field where Message == Envoy.CertificateValidation, Value == Envoy.WatchedDirectory {
  @inlinable public static var watchedDirectory: Self { Self("watched_directory", 11) }
}

extension Field where Message == Envoy.CertificateValidation, Value == Envoy.TypedExtension {
  @inlinable public static var customValidatorConfig: Self { Self("custom_validator_config", 12) }
}

extension Field where Message == Envoy.CertificateValidation, Value == [Envoy.SubjectNameMatcher] {
  @inlinable public static var matchTypedSubjectAltNames: Self { Self("match_typed_subject_alt_names", 15) }
}

extension Field where Message == Envoy.CertificateValidation, Value == Wrapped<UInt32> {
  @inlinable public static var maxVerifyDepth: Self { Self("max_verify_depth", 16) }
}

extension Field where Message == Envoy.CircuitBreakers, Value == [Envoy.Thresholds] {
  @inlinable public static var thresholds: Self { Self("thresholds", 1) }
  @inlinable public static var perHostThresholds: Self { Self("per_host_thresholds", 2) }
}

extension Field where Message == Envoy.Cluster, Value == String {
  @inlinable public static var name: Self { Self("name", 1) }
  @inlinable public static var altStatName: Self { Self("alt_stat_name", 28) }
}

extension Field where Message == Envoy.Cluster, Value == EnumValue<Envoy.DiscoveryType> {
  @inlinable public static var type: Self { Self("type", 2) }
}

extension Field where Message == Envoy.Cluster, Value == Envoy.EDSConfig {
  @inlinable public static var edsClusterConfig: Self { Self("eds_cluster_config", 3) }
}

extension Field where Message == Envoy.Cluster, Value == Envoy.Duration {
  @inlinable public static var connectTimeout: Self { Self("connect_timeout", 4) }
  @inlinable public static var dnsRefreshRate: Self { Self("dns_refresh_rate", 16) }
  @inlinable public static var cleanupInterval: Self { Self("cleanup_interval", 20) }
  @inlinable public static var dnsJitter: Self { Self("dns_jitter", 58) }
  @inlinable public static var perConnectionBufferHighWatermarkTimeout: Self { Self("per_connection_buffer_high_watermark_timeout", 60) }
}

extension Field where Message == Envoy.Cluster, Value == Wrapped<UInt32> {
  @inlinable public static var perConnectionBufferLimitBytes: Self { Self("per_connection_buffer_limit_bytes", 5) }
  @inlinable public static var maxRequestsPerConnection: Self { Self("max_requests_per_connection", 9) }
}

extension Field where Message == Envoy.Cluster, Value == EnumValue<Envoy.LoadBalancing> {
  @inlinable public static var lbPolicy: Self { Self("lb_policy", 6) }
}

extension Field where Message == Envoy.Cluster, Value == [Envoy.HealthCheck] {
  @inlinable public static var healthChecks: Self { Self("health_checks", 8) }
}

extension Field where Message == Envoy.Cluster, Value == Envoy.CircuitBreakers {
  @inlinable public static var circuitBreakers: Self { Self("circuit_breakers", 10) }
}

extension Field where Message == Envoy.Cluster, Value == Envoy.HTTP1Options {
  @inlinable public static var httpProtocolOptions: Self { Self("http_protocol_options", 13) }
}

extension Field where Message == Envoy.Cluster, Value == Envoy.HTTP2Options {
  @inlinable public static var http2ProtocolOptions: Self { Self("http2_protocol_options", 14) }
}

extension Field where Message == Envoy.Cluster, Value == [Envoy.Address] {
  @inlinable public static var dnsResolvers: Self { Self("dns_resolvers", 18) }
}

extension Field where Message == Envoy.Cluster, Value == Envoy.OutlierDetection {
  @inlinable public static var outlierDetection: Self { Self("outlier_detection", 19) }
}

extension Field where Message == Envoy.Cluster, Value == Envoy.TransportSocket {
  @inlinable public static var transportSocket: Self { Self("transport_socket", 24) }
}

extension Field where Message == Envoy.Cluster, Value == Envoy.Metadata {
  @inlinable public static var metadata: Self { Self("metadata", 25) }
}

extension Field where Message == Envoy.Cluster, Value == Envoy.CommonBalancing {
  @inlinable public static var commonLbConfig: Self { Self("common_lb_config", 27) }
}

extension Field where Message == Envoy.Cluster, Value == Envoy.CommonHTTPOptions {
  @inlinable public static var commonHttpProtocolOptions: Self { Self("common_http_protocol_options", 29) }
}

extension Field where Message == Envoy.Cluster, Value == Bool {
  @inlinable public static var closeConnectionsOnHostHealthFailure: Self { Self("close_connections_on_host_health_failure", 31) }
  @inlinable public static var ignoreHealthOnHostRemoval: Self { Self("ignore_health_on_host_removal", 32) }
  @inlinable public static var respectDnsTtl: Self { Self("respect_dns_ttl", 39) }
  @inlinable public static var useTcpForDnsLookups: Self { Self("use_tcp_for_dns_lookups", 45) }
  @inlinable public static var trackTimeoutBudgets: Self { Self("track_timeout_budgets", 47) }
  @inlinable public static var connectionPoolPerDownstreamConnection: Self { Self("connection_pool_per_downstream_connection", 51) }
}

extension Field where Message == Envoy.Cluster, Value == Envoy.ClusterLoadAssignment {
  @inlinable public static var loadAssignment: Self { Self("load_assignment", 33) }
}

extension Field where Message == Envoy.Cluster, Value == [String: Envoy.AnyMessage] {
  @inlinable public static var typedExtensionProtocolOptions: Self { Self("typed_extension_protocol_options", 36) }
}

extension Field where Message == Envoy.Cluster, Value == Envoy.LeastRequest {
  @inlinable public static var leastRequestLbConfig: Self { Self("least_request_lb_config", 37) }
}

extension Field where Message == Envoy.Cluster, Value == Envoy.ClusterType {
  @inlinable public static var clusterType: Self { Self("cluster_type", 38) }
}

extension Field where Message == Envoy.Cluster, Value == Envoy.ConfigSource {
  @inlinable public static var lrsServer: Self { Self("lrs_server", 42) }
}

extension Field where Message == Envoy.Cluster, Value == Envoy.TypedExtension {
  @inlinable public static var upstreamConfig: Self { Self("upstream_config", 48) }
  @inlinable public static var typedDnsResolverConfig: Self { Self("typed_dns_resolver_config", 55) }
}

extension Field where Message == Envoy.Cluster, Value == Wrapped<Bool> {
  @inlinable public static var waitForWarmOnInit: Self { Self("wait_for_warm_on_init", 54) }
}

extension Field where Message == Envoy.Cluster, Value == Envoy.RoundRobin {
  @inlinable public static var roundRobinLbConfig: Self { Self("round_robin_lb_config", 56) }
}

extension Field where Message == Envoy.Cluster, Value == [String] {
  @inlinable public static var lrsReportEndpointMetrics: Self { Self("lrs_report_endpoint_metrics", 57) }
}

extension Field where Message == Envoy.Cluster, Value == Envoy.Matcher {
  @inlinable public static var transportSocketMatcher: Self { Self("transport_socket_matcher", 59) }
}

extension Field where Message == Envoy.ClusterLoadAssignment, Value == String {
  @inlinable public static var clusterName: Self { Self("cluster_name", 1) }
}

extension Field where Message == Envoy.ClusterLoadAssignment, Value == [Envoy.LocalityEndpoints] {
  @inlinable public static var endpoints: Self { Self("endpoints", 2) }
}

extension Field where Message == Envoy.ClusterLoadAssignment, Value == Envoy.AssignmentPolicy {
  @inlinable public static var policy: Self { Self("policy", 4) }
}

extension Field where Message == Envoy.ClusterLoadAssignment, Value == [String: Envoy.Endpoint] {
  @inlinable public static var namedEndpoints: Self { Self("named_endpoints", 5) }
}

extension Field where Message == Envoy.ClusterType, Value == String {
  @inlinable public static var name: Self { Self("name", 1) }
}

extension Field where Message == Envoy.ClusterType, Value == Envoy.AnyMessage {
  @inlinable public static var typedConfig: Self { Self("typed_config", 2) }
}

extension Envoy.ClusterType: NamedExtension {
  public static var nameField: Field<Self, String> { .name }
  public static var configurationField: Field<Self, Envoy.AnyMessage> { .typedConfig }
}

extension EnumValue where Enum == Envoy.CodecClientType {
  @inlinable public static var http1: Self { Self("HTTP1", 0) }
  @inlinable public static var http2: Self { Self("HTTP2", 1) }
  @inlinable public static var http3: Self { Self("HTTP3", 2) }
}

extension EnumValue where Enum == Envoy.CodecType {
  @inlinable public static var auto: Self { Self("AUTO", 0) }
  @inlinable public static var http1: Self { Self("HTTP1", 1) }
  @inlinable public static var http2: Self { Self("HTTP2", 2) }
  @inlinable public static var http3: Self { Self("HTTP3", 3) }
}

extension Field where Message == Envoy.CombinedValidation, Value == Envoy.CertificateValidation {
  @inlinable public static var defaultValidationContext: Self { Self("default_validation_context", 1) }
}

extension Field where Message == Envoy.CombinedValidation, Value == Envoy.SecretConfig {
  @inlinable public static var validationContextSdsSecretConfig: Self { Self("validation_context_sds_secret_config", 2) }
}

extension Field where Message == Envoy.CommonBalancing, Value == Envoy.Percent {
  @inlinable public static var healthyPanicThreshold: Self { Self("healthy_panic_threshold", 1) }
}

extension Field where Message == Envoy.CommonBalancing, Value == Envoy.LocalityWeighting {
  @inlinable public static var localityWeightedLbConfig: Self { Self("locality_weighted_lb_config", 3) }
}

extension Field where Message == Envoy.CommonBalancing, Value == Envoy.Duration {
  @inlinable public static var updateMergeWindow: Self { Self("update_merge_window", 4) }
}

extension Field where Message == Envoy.CommonBalancing, Value == Bool {
  @inlinable public static var ignoreNewHostsUntilFirstHc: Self { Self("ignore_new_hosts_until_first_hc", 5) }
  @inlinable public static var closeConnectionsOnHostSetChange: Self { Self("close_connections_on_host_set_change", 6) }
}

extension Field where Message == Envoy.CommonHTTPOptions, Value == Envoy.Duration {
  @inlinable public static var idleTimeout: Self { Self("idle_timeout", 1) }
  @inlinable public static var maxConnectionDuration: Self { Self("max_connection_duration", 3) }
  @inlinable public static var maxStreamDuration: Self { Self("max_stream_duration", 4) }
}

extension Field where Message == Envoy.CommonHTTPOptions, Value == Wrapped<UInt32> {
  @inlinable public static var maxHeadersCount: Self { Self("max_headers_count", 2) }
  @inlinable public static var maxRequestsPerConnection: Self { Self("max_requests_per_connection", 6) }
  @inlinable public static var maxResponseHeadersKb: Self { Self("max_response_headers_kb", 7) }
}

extension Field where Message == Envoy.CommonHTTPOptions, Value == Envoy.Percent {
  @inlinable public static var maxConnectionDurationJitter: Self { Self("max_connection_duration_jitter", 8) }
}

extension Field where Message == Envoy.Composite, Value == Envoy.Matcher {
  @inlinable public static var matcher: Self { Self("matcher", 2) }
}

extension Field where Message == Envoy.Compressor, Value == Wrapped<UInt32> {
  @inlinable public static var contentLength: Self { Self("content_length", 1) }
}

extension Field where Message == Envoy.Compressor, Value == [String] {
  @inlinable public static var contentType: Self { Self("content_type", 2) }
}

extension Field where Message == Envoy.Compressor, Value == Bool {
  @inlinable public static var disableOnEtagHeader: Self { Self("disable_on_etag_header", 3) }
  @inlinable public static var removeAcceptEncodingHeader: Self { Self("remove_accept_encoding_header", 4) }
  @inlinable public static var chooseFirst: Self { Self("choose_first", 9) }
}

extension Field where Message == Envoy.Compressor, Value == Envoy.TypedExtension {
  @inlinable public static var compressorLibrary: Self { Self("compressor_library", 6) }
}

extension Field where Message == Envoy.Compressor, Value == Envoy.CompressorResponses {
  @inlinable public static var responseDirectionConfig: Self { Self("response_direction_config", 8) }
}

extension Field where Message == Envoy.CompressorDirection, Value == Wrapped<UInt32> {
  @inlinable public static var minContentLength: Self { Self("min_content_length", 2) }
}

extension Field where Message == Envoy.CompressorDirection, Value == [String] {
  @inlinable public static var contentType: Self { Self("content_type", 3) }
}

extension Field where Message == Envoy.CompressorDirection, Value == [Envoy.StringMatcher] {
  @inlinable public static var contentTypeMatcher: Self { Self("content_type_matcher", 4) }
}

extension Field where Message == Envoy.CompressorPerRoute, Value == Bool {
  @inlinable public static var disabled: Self { Self("disabled", 1) }
}

extension Field where Message == Envoy.CompressorResponses, Value == Envoy.CompressorDirection {
  @inlinable public static var commonConfig: Self { Self("common_config", 1) }
}

extension Field where Message == Envoy.CompressorResponses, Value == Bool {
  @inlinable public static var disableOnEtagHeader: Self { Self("disable_on_etag_header", 2) }
  @inlinable public static var removeAcceptEncodingHeader: Self { Self("remove_accept_encoding_header", 3) }
  @inlinable public static var statusHeaderEnabled: Self { Self("status_header_enabled", 5) }
  @inlinable public static var weakenEtagOnCompress: Self { Self("weaken_etag_on_compress", 6) }
}

extension Field where Message == Envoy.CompressorResponses, Value == [UInt32] {
  @inlinable public static var uncompressibleResponseCodes: Self { Self("uncompressible_response_codes", 4) }
}

extension Field where Message == Envoy.ConfigSource, Value == String {
  @inlinable public static var path: Self { Self("path", 1) }
}

extension Field where Message == Envoy.ConfigSource, Value == Envoy.Duration {
  @inlinable public static var initialFetchTimeout: Self { Self("initial_fetch_timeout", 4) }
}

extension Field where Message == Envoy.ConfigSource, Value == EnumValue<Envoy.APIVersion> {
  @inlinable public static var resourceApiVersion: Self { Self("resource_api_version", 6) }
}

extension Field where Message == Envoy.ConfigSource, Value == Envoy.PathConfigSource {
  @inlinable public static var pathConfigSource: Self { Self("path_config_source", 8) }
}

extension Field where Message == Envoy.ConnectConfig, Value == Envoy.ProxyProtocolConfig {
  @inlinable public static var proxyProtocolConfig: Self { Self("proxy_protocol_config", 1) }
}

extension Field where Message == Envoy.ConnectConfig, Value == Bool {
  @inlinable public static var allowPost: Self { Self("allow_post", 2) }
}

extension Field where Message == Envoy.ConnectionManager, Value == EnumValue<Envoy.CodecType> {
  @inlinable public static var codecType: Self { Self("codec_type", 1) }
}

extension Field where Message == Envoy.ConnectionManager, Value == String {
  @inlinable public static var statPrefix: Self { Self("stat_prefix", 2) }
  @inlinable public static var serverName: Self { Self("server_name", 10) }
  @inlinable public static var via: Self { Self("via", 22) }
}

extension Field where Message == Envoy.ConnectionManager, Value == Envoy.RDS {
  @inlinable public static var rds: Self { Self("rds", 3) }
}

extension Field where Message == Envoy.ConnectionManager, Value == Envoy.RouteConfiguration {
  @inlinable public static var routeConfig: Self { Self("route_config", 4) }
}

extension Field where Message == Envoy.ConnectionManager, Value == [Envoy.HTTPFilter] {
  @inlinable public static var httpFilters: Self { Self("http_filters", 5) }
}

extension Field where Message == Envoy.ConnectionManager, Value == Wrapped<Bool> {
  @inlinable public static var addUserAgent: Self { Self("add_user_agent", 6) }
  @inlinable public static var useRemoteAddress: Self { Self("use_remote_address", 14) }
  @inlinable public static var generateRequestId: Self { Self("generate_request_id", 15) }
  @inlinable public static var normalizePath: Self { Self("normalize_path", 30) }
  @inlinable public static var streamErrorOnInvalidHttpMessage: Self { Self("stream_error_on_invalid_http_message", 40) }
  @inlinable public static var addProxyProtocolConnectionState: Self { Self("add_proxy_protocol_connection_state", 53) }
}

extension Field where Message == Envoy.ConnectionManager, Value == Envoy.Tracing {
  @inlinable public static var tracing: Self { Self("tracing", 7) }
}

extension Field where Message == Envoy.ConnectionManager, Value == Envoy.HTTP1Options {
  @inlinable public static var httpProtocolOptions: Self { Self("http_protocol_options", 8) }
}

extension Field where Message == Envoy.ConnectionManager, Value == Envoy.HTTP2Options {
  @inlinable public static var http2ProtocolOptions: Self { Self("http2_protocol_options", 9) }
}

extension Field where Message == Envoy.ConnectionManager, Value == Envoy.Duration {
  @inlinable public static var drainTimeout: Self { Self("drain_timeout", 12) }
  @inlinable public static var streamIdleTimeout: Self { Self("stream_idle_timeout", 24) }
  @inlinable public static var delayedCloseTimeout: Self { Self("delayed_close_timeout", 26) }
  @inlinable public static var requestTimeout: Self { Self("request_timeout", 28) }
  @inlinable public static var requestHeadersTimeout: Self { Self("request_headers_timeout", 41) }
  @inlinable public static var accessLogFlushInterval: Self { Self("access_log_flush_interval", 54) }
  @inlinable public static var streamFlushTimeout: Self { Self("stream_flush_timeout", 59) }
}

extension Field where Message == Envoy.ConnectionManager, Value == [Envoy.AccessLog] {
  @inlinable public static var accessLog: Self { Self("access_log", 13) }
}

extension Field where Message == Envoy.ConnectionManager, Value == Bool {
  @inlinable public static var proxy100Continue: Self { Self("proxy_100_continue", 18) }
  @inlinable public static var representIpv4RemoteAddressAsIpv4MappedIpv6: Self { Self("represent_ipv4_remote_address_as_ipv4_mapped_ipv6", 20) }
  @inlinable public static var skipXffAppend: Self { Self("skip_xff_append", 21) }
  @inlinable public static var preserveExternalRequestId: Self { Self("preserve_external_request_id", 32) }
  @inlinable public static var mergeSlashes: Self { Self("merge_slashes", 33) }
  @inlinable public static var alwaysSetRequestIdInResponse: Self { Self("always_set_request_id_in_response", 37) }
  @inlinable public static var stripMatchingHostPort: Self { Self("strip_matching_host_port", 39) }
  @inlinable public static var stripAnyHostPort: Self { Self("strip_any_host_port", 42) }
  @inlinable public static var stripTrailingHostDot: Self { Self("strip_trailing_host_dot", 47) }
  @inlinable public static var appendXForwardedPort: Self { Self("append_x_forwarded_port", 51) }
  @inlinable public static var flushAccessLogOnNewRequest: Self { Self("flush_access_log_on_new_request", 55) }
  @inlinable public static var appendLocalOverload: Self { Self("append_local_overload", 57) }
  @inlinable public static var http1SafeMaxConnectionDuration: Self { Self("http1_safe_max_connection_duration", 58) }
  @inlinable public static var recordRouteResolutionStats: Self { Self("record_route_resolution_stats", 63) }
}

extension Field where Message == Envoy.ConnectionManager, Value == UInt32 {
  @inlinable public static var xffNumTrustedHops: Self { Self("xff_num_trusted_hops", 19) }
}

extension Field where Message == Envoy.ConnectionManager, Value == [Envoy.Upgrade] {
  @inlinable public static var upgradeConfigs: Self { Self("upgrade_configs", 23) }
}

extension Field where Message == Envoy.ConnectionManager, Value == Wrapped<UInt32> {
  @inlinable public static var maxRequestHeadersKb: Self { Self("max_request_headers_kb", 29) }
}

extension Field where Message == Envoy.ConnectionManager, Value == Envoy.CommonHTTPOptions {
  @inlinable public static var commonHttpProtocolOptions: Self { Self("common_http_protocol_options", 35) }
}

extension Field where Message == Envoy.ConnectionManager, Value == Envoy.LocalReplies {
  @inlinable public static var localReplyConfig: Self { Self("local_reply_config", 38) }
}

extension Field where Message == Envoy.ConnectionManager, Value == Envoy.HTTP3Options {
  @inlinable public static var http3ProtocolOptions: Self { Self("http3_protocol_options", 44) }
}

extension Field where Message == Envoy.ConnectionManager, Value == EnumValue<Envoy.EscapedSlashesAction> {
  @inlinable public static var pathWithEscapedSlashesAction: Self { Self("path_with_escaped_slashes_action", 45) }
}

extension Field where Message == Envoy.ConnectionManager, Value == [Envoy.TypedExtension] {
  @inlinable public static var originalIpDetectionExtensions: Self { Self("original_ip_detection_extensions", 46) }
  @inlinable public static var earlyHeaderMutationExtensions: Self { Self("early_header_mutation_extensions", 52) }
}

extension Field where Message == Envoy.ConnectionManager, Value == Envoy.TypedExtension {
  @inlinable public static var typedHeaderValidationConfig: Self { Self("typed_header_validation_config", 50) }
}

extension Field where Message == Envoy.ConnectionManager, Value == Envoy.Matcher {
  @inlinable public static var forwardClientCertMatcher: Self { Self("forward_client_cert_matcher", 60) }
}

extension Field where Message == Envoy.ConnectionManager, Value == Envoy.Percent {
  @inlinable public static var drainTimeoutJitter: Self { Self("drain_timeout_jitter", 62) }
}

extension Field where Message == Envoy.ConsistentHashing, Value == UInt32 {
  @inlinable public static var threshold: Self { Self("threshold", 1) }
  @inlinable public static var modulo: Self { Self("modulo", 2) }
}

extension Field where Message == Envoy.ConsistentHashing, Value == UInt64 {
  @inlinable public static var seed: Self { Self("seed", 3) }
}

extension Field where Message == Envoy.CookieMatcher, Value == String {
  @inlinable public static var name: Self { Self("name", 1) }
}

extension Field where Message == Envoy.CookieMatcher, Value == Envoy.StringMatcher {
  @inlinable public static var stringMatch: Self { Self("string_match", 2) }
}

extension Field where Message == Envoy.CookieMatcher, Value == Bool {
  @inlinable public static var invertMatch: Self { Self("invert_match", 3) }
}

extension Field where Message == Envoy.DNSCluster, Value == Envoy.Duration {
  @inlinable public static var dnsRefreshRate: Self { Self("dns_refresh_rate", 3) }
  @inlinable public static var dnsJitter: Self { Self("dns_jitter", 6) }
  @inlinable public static var dnsMinRefreshRate: Self { Self("dns_min_refresh_rate", 10) }
}

extension Field where Message == Envoy.DNSCluster, Value == Envoy.DNSRefreshRate {
  @inlinable public static var dnsFailureRefreshRate: Self { Self("dns_failure_refresh_rate", 4) }
}

extension Field where Message == Envoy.DNSCluster, Value == Bool {
  @inlinable public static var respectDnsTtl: Self { Self("respect_dns_ttl", 5) }
  @inlinable public static var allAddressesInSingleEndpoint: Self { Self("all_addresses_in_single_endpoint", 9) }
}

extension Field where Message == Envoy.DNSCluster, Value == Envoy.TypedExtension {
  @inlinable public static var typedDnsResolverConfig: Self { Self("typed_dns_resolver_config", 7) }
}

extension Field where Message == Envoy.DNSCluster, Value == EnumValue<Envoy.DNSFamily> {
  @inlinable public static var dnsLookupFamily: Self { Self("dns_lookup_family", 8) }
}

extension EnumValue where Enum == Envoy.DNSFamily {
  @inlinable public static var unspecified: Self { Self("UNSPECIFIED", 0) }
  @inlinable public static var auto: Self { Self("AUTO", 1) }
  @inlinable public static var v4Only: Self { Self("V4_ONLY", 2) }
  @inlinable public static var v6Only: Self { Self("V6_ONLY", 3) }
  @inlinable public static var v4Preferred: Self { Self("V4_PREFERRED", 4) }
  @inlinable public static var all: Self { Self("ALL", 5) }
}

extension Field where Message == Envoy.DNSRefreshRate, Value == Envoy.Duration {
  @inlinable public static var baseInterval: Self { Self("base_interval", 1) }
  @inlinable public static var maxInterval: Self { Self("max_interval", 2) }
}

extension Field where Message == Envoy.DataSource, Value == String {
  @inlinable public static var filename: Self { Self("filename", 1) }
  @inlinable public static var inlineString: Self { Self("inline_string", 3) }
  @inlinable public static var environmentVariable: Self { Self("environment_variable", 4) }
}

extension Field where Message == Envoy.DataSource, Value == [UInt8] {
  @inlinable public static var inlineBytes: Self { Self("inline_bytes", 2) }
}

extension Field where Message == Envoy.DataSource, Value == Envoy.WatchedDirectory {
  @inlinable public static var watchedDirectory: Self { Self("watched_directory", 5) }
}

extension EnumValue where Enum == Envoy.Denominator {
  @inlinable public static var hundred: Self { Self("HUNDRED", 0) }
  @inlinable public static var tenThousand: Self { Self("TEN_THOUSAND", 1) }
  @inlinable public static var million: Self { Self("MILLION", 2) }
}

extension Field where Message == Envoy.DirectResponse, Value == UInt32 {
  @inlinable public static var status: Self { Self("status", 1) }
}

extension Field where Message == Envoy.DirectResponse, Value == Envoy.DataSource {
  @inlinable public static var body: Self { Self("body", 2) }
}

extension Field where Message == Envoy.DirectResponse, Value == Envoy.SubstitutionFormat {
  @inlinable public static var bodyFormat: Self { Self("body_format", 3) }
}

extension EnumValue where Enum == Envoy.DiscoveryType {
  @inlinable public static var `static`: Self { Self("STATIC", 0) }
  @inlinable public static var strictDns: Self { Self("STRICT_DNS", 1) }
  @inlinable public static var logicalDns: Self { Self("LOGICAL_DNS", 2) }
  @inlinable public static var eds: Self { Self("EDS", 3) }
  @inlinable public static var originalDst: Self { Self("ORIGINAL_DST", 4) }
}

extension Field where Message == Envoy.DownstreamTLS, Value == Envoy.TLSContext {
  @inlinable public static var commonTlsContext: Self { Self("common_tls_context", 1) }
}

extension Field where Message == Envoy.DownstreamTLS, Value == Wrapped<Bool> {
  @inlinable public static var requireClientCertificate: Self { Self("require_client_certificate", 2) }
  @inlinable public static var requireSni: Self { Self("require_sni", 3) }
  @inlinable public static var fullScanCertsOnSniMismatch: Self { Self("full_scan_certs_on_sni_mismatch", 9) }
}

extension Field where Message == Envoy.DownstreamTLS, Value == Envoy.SecretConfig {
  @inlinable public static var sessionTicketKeysSdsSecretConfig: Self { Self("session_ticket_keys_sds_secret_config", 5) }
}

extension Field where Message == Envoy.DownstreamTLS, Value == Envoy.Duration {
  @inlinable public static var sessionTimeout: Self { Self("session_timeout", 6) }
}

extension Field where Message == Envoy.DownstreamTLS, Value == Bool {
  @inlinable public static var disableStatelessSessionResumption: Self { Self("disable_stateless_session_resumption", 7) }
  @inlinable public static var disableStatefulSessionResumption: Self { Self("disable_stateful_session_resumption", 10) }
  @inlinable public static var preferClientCiphers: Self { Self("prefer_client_ciphers", 11) }
}

extension Field where Message == Envoy.EDSConfig, Value == Envoy.ConfigSource {
  @inlinable public static var edsConfig: Self { Self("eds_config", 1) }
}

extension Field where Message == Envoy.EDSConfig, Value == String {
  @inlinable public static var serviceName: Self { Self("service_name", 2) }
}

extension Field where Message == Envoy.EarlyHeaderMutation, Value == [Envoy.HeaderMutation] {
  @inlinable public static var mutations: Self { Self("mutations", 1) }
}

extension Field where Message == Envoy.Endpoint, Value == Envoy.Address {
  @inlinable public static var address: Self { Self("address", 1) }
}

extension Field where Message == Envoy.Endpoint, Value == String {
  @inlinable public static var hostname: Self { Self("hostname", 3) }
  @inlinable public static var observabilityName: Self { Self("observability_name", 5) }
}

extension Field where Message == Envoy.EndpointEntry, Value == Envoy.Endpoint {
  @inlinable public static var endpoint: Self { Self("endpoint", 1) }
}

extension Field where Message == Envoy.EndpointEntry, Value == Envoy.Metadata {
  @inlinable public static var metadata: Self { Self("metadata", 3) }
}

extension Field where Message == Envoy.EndpointEntry, Value == Wrapped<UInt32> {
  @inlinable public static var loadBalancingWeight: Self { Self("load_balancing_weight", 4) }
}

extension Field where Message == Envoy.EndpointEntry, Value == String {
  @inlinable public static var endpointName: Self { Self("endpoint_name", 5) }
}

extension Field where Message == Envoy.EnvoyGRPC, Value == String {
  @inlinable public static var clusterName: Self { Self("cluster_name", 1) }
  @inlinable public static var authority: Self { Self("authority", 2) }
}

extension Field where Message == Envoy.EnvoyGRPC, Value == Wrapped<UInt32> {
  @inlinable public static var maxReceiveMessageLength: Self { Self("max_receive_message_length", 4) }
}

extension Field where Message == Envoy.EnvoyGRPC, Value == Bool {
  @inlinable public static var skipEnvoyHeaders: Self { Self("skip_envoy_headers", 5) }
}

extension EnumValue where Enum == Envoy.EscapedSlashesAction {
  @inlinable public static var implementationSpecificDefault: Self { Self("IMPLEMENTATION_SPECIFIC_DEFAULT", 0) }
  @inlinable public static var keepUnchanged: Self { Self("KEEP_UNCHANGED", 1) }
  @inlinable public static var rejectRequest: Self { Self("REJECT_REQUEST", 2) }
  @inlinable public static var unescapeAndRedirect: Self { Self("UNESCAPE_AND_REDIRECT", 3) }
  @inlinable public static var unescapeAndForward: Self { Self("UNESCAPE_AND_FORWARD", 4) }
}

extension Field where Message == Envoy.ExecuteFilter, Value == Envoy.TypedExtension {
  @inlinable public static var typedConfig: Self { Self("typed_config", 1) }
}

extension Field where Message == Envoy.ExecuteFilter, Value == Envoy.RuntimeFractionalPercent {
  @inlinable public static var samplePercent: Self { Self("sample_percent", 3) }
}

extension Field where Message == Envoy.ExecuteFilter, Value == String {
  @inlinable public static var filterChainName: Self { Self("filter_chain_name", 5) }
}

extension Field where Message == Envoy.ExpressionFilter, Value == String {
  @inlinable public static var expression: Self { Self("expression", 1) }
}

extension Field where Message == Envoy.ExtensionWithMatcher, Value == Envoy.TypedExtension {
  @inlinable public static var extensionConfig: Self { Self("extension_config", 2) }
}

extension Field where Message == Envoy.ExtensionWithMatcher, Value == Envoy.Matcher {
  @inlinable public static var xdsMatcher: Self { Self("xds_matcher", 3) }
}

extension Field where Message == Envoy.ExtensionWithMatcherPerRoute, Value == Envoy.Matcher {
  @inlinable public static var xdsMatcher: Self { Self("xds_matcher", 1) }
}

extension Field where Message == Envoy.ExternalAuthorization, Value == Envoy.GRPCService {
  @inlinable public static var grpcService: Self { Self("grpc_service", 1) }
}

extension Field where Message == Envoy.ExternalAuthorization, Value == Bool {
  @inlinable public static var failureModeAllow: Self { Self("failure_mode_allow", 2) }
  @inlinable public static var clearRouteCache: Self { Self("clear_route_cache", 6) }
  @inlinable public static var includePeerCertificate: Self { Self("include_peer_certificate", 10) }
  @inlinable public static var includeTlsSession: Self { Self("include_tls_session", 18) }
  @inlinable public static var failureModeAllowHeaderAdd: Self { Self("failure_mode_allow_header_add", 19) }
  @inlinable public static var encodeRawHeaders: Self { Self("encode_raw_headers", 23) }
  @inlinable public static var validateMutations: Self { Self("validate_mutations", 24) }
  @inlinable public static var emitFilterStateStats: Self { Self("emit_filter_state_stats", 29) }
  @inlinable public static var enforceResponseHeaderLimits: Self { Self("enforce_response_header_limits", 31) }
  @inlinable public static var shadowMode: Self { Self("shadow_mode", 32) }
}

extension Field where Message == Envoy.ExternalAuthorization, Value == Envoy.ExternalHTTPService {
  @inlinable public static var httpService: Self { Self("http_service", 3) }
}

extension Field where Message == Envoy.ExternalAuthorization, Value == Envoy.HTTPStatus {
  @inlinable public static var statusOnError: Self { Self("status_on_error", 7) }
}

extension Field where Message == Envoy.ExternalAuthorization, Value == [String] {
  @inlinable public static var metadataContextNamespaces: Self { Self("metadata_context_namespaces", 8) }
  @inlinable public static var typedMetadataContextNamespaces: Self { Self("typed_metadata_context_namespaces", 16) }
  @inlinable public static var routeMetadataContextNamespaces: Self { Self("route_metadata_context_namespaces", 21) }
  @inlinable public static var routeTypedMetadataContextNamespaces: Self { Self("route_typed_metadata_context_namespaces", 22) }
  @inlinable public static var clearRouteCacheHeaders: Self { Self("clear_route_cache_headers", 34) }
}

extension Field where Message == Envoy.ExternalAuthorization, Value == Envoy.RuntimeFractionalPercent {
  @inlinable public static var filterEnabled: Self { Self("filter_enabled", 9) }
}

extension Field where Message == Envoy.ExternalAuthorization, Value == EnumValue<Envoy.APIVersion> {
  @inlinable public static var transportApiVersion: Self { Self("transport_api_version", 12) }
}

extension Field where Message == Envoy.ExternalAuthorization, Value == String {
  @inlinable public static var statPrefix: Self { Self("stat_prefix", 13) }
  @inlinable public static var bootstrapMetadataLabelsKey: Self { Self("bootstrap_metadata_labels_key", 15) }
}

extension Field where Message == Envoy.ExternalAuthorization, Value == Envoy.MetadataMatcher {
  @inlinable public static var filterEnabledMetadata: Self { Self("filter_enabled_metadata", 14) }
}

extension Field where Message == Envoy.ExternalAuthorization, Value == Envoy.StringMatcherList {
  @inlinable public static var allowedHeaders: Self { Self("allowed_headers", 17) }
  @inlinable public static var disallowedHeaders: Self { Self("disallowed_headers", 25) }
}

extension Field where Message == Envoy.ExternalAuthorization, Value == Wrapped<Bool> {
  @inlinable public static var chargeClusterResponseStats: Self { Self("charge_cluster_response_stats", 20) }
  @inlinable public static var enableDynamicMetadataIngestion: Self { Self("enable_dynamic_metadata_ingestion", 27) }
  @inlinable public static var emitClientSpan: Self { Self("emit_client_span", 33) }
}

extension Field where Message == Envoy.ExternalAuthorization, Value == Envoy.HeaderMutationRules {
  @inlinable public static var decoderHeaderMutationRules: Self { Self("decoder_header_mutation_rules", 26) }
}

extension Field where Message == Envoy.ExternalAuthorization, Value == Envoy.Struct {
  @inlinable public static var filterMetadata: Self { Self("filter_metadata", 28) }
}

extension Field where Message == Envoy.ExternalAuthorization, Value == UInt32 {
  @inlinable public static var maxDeniedResponseBodyBytes: Self { Self("max_denied_response_body_bytes", 30) }
}

extension Field where Message == Envoy.ExternalHTTPService, Value == Envoy.HTTPURI {
  @inlinable public static var serverUri: Self { Self("server_uri", 1) }
}

extension Field where Message == Envoy.ExternalHTTPService, Value == String {
  @inlinable public static var pathPrefix: Self { Self("path_prefix", 2) }
  @inlinable public static var pathOverride: Self { Self("path_override", 10) }
}

extension Field where Message == Envoy.ExternalHTTPService, Value == Envoy.ExternalResponse {
  @inlinable public static var authorizationResponse: Self { Self("authorization_response", 8) }
}

extension Field where Message == Envoy.ExternalResponse, Value == Envoy.StringMatcherList {
  @inlinable public static var allowedUpstreamHeaders: Self { Self("allowed_upstream_headers", 1) }
  @inlinable public static var allowedClientHeaders: Self { Self("allowed_client_headers", 2) }
  @inlinable public static var allowedUpstreamHeadersToAppend: Self { Self("allowed_upstream_headers_to_append", 3) }
  @inlinable public static var allowedClientHeadersOnSuccess: Self { Self("allowed_client_headers_on_success", 4) }
  @inlinable public static var dynamicMetadataFromHeaders: Self { Self("dynamic_metadata_from_headers", 5) }
}

extension Field where Message == Envoy.Filter, Value == String {
  @inlinable public static var name: Self { Self("name", 1) }
}

extension Field where Message == Envoy.Filter, Value == Envoy.AnyMessage {
  @inlinable public static var typedConfig: Self { Self("typed_config", 4) }
}

extension Envoy.Filter: NamedExtension {
  public static var nameField: Field<Self, String> { .name }
  public static var configurationField: Field<Self, Envoy.AnyMessage> { .typedConfig }
}

extension Field where Message == Envoy.FilterChain, Value == Envoy.FilterChainMatch {
  @inlinable public static var filterChainMatch: Self { Self("filter_chain_match", 1) }
}

extension Field where Message == Envoy.FilterChain, Value == [Envoy.Filter] {
  @inlinable public static var filters: Self { Self("filters", 3) }
}

extension Field where Message == Envoy.FilterChain, Value == Wrapped<Bool> {
  @inlinable public static var useProxyProto: Self { Self("use_proxy_proto", 4) }
}

extension Field where Message == Envoy.FilterChain, Value == Envoy.Metadata {
  @inlinable public static var metadata: Self { Self("metadata", 5) }
}

extension Field where Message == Envoy.FilterChain, Value == Envoy.TransportSocket {
  @inlinable public static var transportSocket: Self { Self("transport_socket", 6) }
}

extension Field where Message == Envoy.FilterChain, Value == String {
  @inlinable public static var name: Self { Self("name", 7) }
}

extension Field where Message == Envoy.FilterChain, Value == Envoy.Duration {
  @inlinable public static var transportSocketConnectTimeout: Self { Self("transport_socket_connect_timeout", 9) }
}

extension Field where Message == Envoy.FilterChainMatch, Value == [Envoy.CIDRRange] {
  @inlinable public static var prefixRanges: Self { Self("prefix_ranges", 3) }
  @inlinable public static var sourcePrefixRanges: Self { Self("source_prefix_ranges", 6) }
  @inlinable public static var directSourcePrefixRanges: Self { Self("direct_source_prefix_ranges", 13) }
}

extension Field where Message == Envoy.FilterChainMatch, Value == String {
  @inlinable public static var addressSuffix: Self { Self("address_suffix", 4) }
  @inlinable public static var transportProtocol: Self { Self("transport_protocol", 9) }
}

extension Field where Message == Envoy.FilterChainMatch, Value == Wrapped<UInt32> {
  @inlinable public static var suffixLen: Self { Self("suffix_len", 5) }
  @inlinable public static var destinationPort: Self { Self("destination_port", 8) }
}

extension Field where Message == Envoy.FilterChainMatch, Value == [UInt32] {
  @inlinable public static var sourcePorts: Self { Self("source_ports", 7) }
}

extension Field where Message == Envoy.FilterChainMatch, Value == [String] {
  @inlinable public static var applicationProtocols: Self { Self("application_protocols", 10) }
  @inlinable public static var serverNames: Self { Self("server_names", 11) }
}

extension Field where Message == Envoy.FilterState, Value == [Envoy.FilterStateValue] {
  @inlinable public static var onRequestHeaders: Self { Self("on_request_headers", 1) }
}

extension Field where Message == Envoy.FilterState, Value == Bool {
  @inlinable public static var clearRouteCache: Self { Self("clear_route_cache", 2) }
}

extension Field where Message == Envoy.FilterStateInput, Value == String {
  @inlinable public static var key: Self { Self("key", 1) }
  @inlinable public static var field: Self { Self("field", 2) }
}

extension Field where Message == Envoy.FilterStateMatcher, Value == String {
  @inlinable public static var key: Self { Self("key", 1) }
}

extension Field where Message == Envoy.FilterStateMatcher, Value == Envoy.StringMatcher {
  @inlinable public static var stringMatch: Self { Self("string_match", 2) }
}

extension Field where Message == Envoy.FilterStateMatcher, Value == Envoy.AddressMatcher {
  @inlinable public static var addressMatch: Self { Self("address_match", 3) }
}

extension Field where Message == Envoy.FilterStateValue, Value == String {
  @inlinable public static var objectKey: Self { Self("object_key", 1) }
  @inlinable public static var factoryKey: Self { Self("factory_key", 6) }
}

extension Field where Message == Envoy.FilterStateValue, Value == Envoy.SubstitutionFormat {
  @inlinable public static var formatString: Self { Self("format_string", 2) }
}

extension Field where Message == Envoy.FilterStateValue, Value == Bool {
  @inlinable public static var readOnly: Self { Self("read_only", 3) }
  @inlinable public static var skipIfEmpty: Self { Self("skip_if_empty", 5) }
}

extension Field where Message == Envoy.ForwardedFor, Value == UInt32 {
  @inlinable public static var xffNumTrustedHops: Self { Self("xff_num_trusted_hops", 1) }
}

extension Field where Message == Envoy.ForwardedFor, Value == Envoy.ForwardedForTrust {
  @inlinable public static var xffTrustedCidrs: Self { Self("xff_trusted_cidrs", 2) }
}

extension Field where Message == Envoy.ForwardedFor, Value == Wrapped<Bool> {
  @inlinable public static var skipXffAppend: Self { Self("skip_xff_append", 3) }
}

extension Field where Message == Envoy.ForwardedForTrust, Value == [Envoy.CIDRRange] {
  @inlinable public static var cidrs: Self { Self("cidrs", 1) }
}

extension Field where Message == Envoy.FractionalPercent, Value == UInt32 {
  @inlinable public static var numerator: Self { Self("numerator", 1) }
}

extension Field where Message == Envoy.FractionalPercent, Value == EnumValue<Envoy.Denominator> {
  @inlinable public static var denominator: Self { Self("denominator", 2) }
}

extension Field where Message == Envoy.GRPCHealthCheck, Value == String {
  @inlinable public static var serviceName: Self { Self("service_name", 1) }
  @inlinable public static var authority: Self { Self("authority", 2) }
}

extension Field where Message == Envoy.GRPCHealthCheck, Value == [Envoy.HeaderValueOption] {
  @inlinable public static var initialMetadata: Self { Self("initial_metadata", 3) }
}

extension Field where Message == Envoy.GRPCService, Value == Envoy.EnvoyGRPC {
  @inlinable public static var envoyGrpc: Self { Self("envoy_grpc", 1) }
}

extension Field where Message == Envoy.GRPCService, Value == Envoy.Duration {
  @inlinable public static var timeout: Self { Self("timeout", 3) }
}

extension Field where Message == Envoy.GRPCService, Value == [Envoy.HeaderValue] {
  @inlinable public static var initialMetadata: Self { Self("initial_metadata", 5) }
}

extension Field where Message == Envoy.GenericSecret, Value == Envoy.DataSource {
  @inlinable public static var secret: Self { Self("secret", 1) }
}

extension Field where Message == Envoy.GenericSecret, Value == [String: Envoy.DataSource] {
  @inlinable public static var secrets: Self { Self("secrets", 2) }
}

extension Field where Message == Envoy.GeoFields, Value == String {
  @inlinable public static var country: Self { Self("country", 1) }
  @inlinable public static var city: Self { Self("city", 2) }
  @inlinable public static var region: Self { Self("region", 3) }
  @inlinable public static var asn: Self { Self("asn", 4) }
  @inlinable public static var anon: Self { Self("anon", 5) }
  @inlinable public static var anonVpn: Self { Self("anon_vpn", 6) }
  @inlinable public static var anonHosting: Self { Self("anon_hosting", 7) }
  @inlinable public static var anonTor: Self { Self("anon_tor", 8) }
  @inlinable public static var anonProxy: Self { Self("anon_proxy", 9) }
  @inlinable public static var isp: Self { Self("isp", 10) }
  @inlinable public static var applePrivateRelay: Self { Self("apple_private_relay", 11) }
  @inlinable public static var asnOrg: Self { Self("asn_org", 12) }
}

extension Field where Message == Envoy.GeoProvider, Value == Envoy.GeoFields {
  @inlinable public static var geoFieldKeys: Self { Self("geo_field_keys", 3) }
}

extension Field where Message == Envoy.Gzip, Value == Wrapped<UInt32> {
  @inlinable public static var memoryLevel: Self { Self("memory_level", 1) }
  @inlinable public static var windowBits: Self { Self("window_bits", 4) }
  @inlinable public static var chunkSize: Self { Self("chunk_size", 5) }
}

extension Field where Message == Envoy.HTTP1Options, Value == Wrapped<Bool> {
  @inlinable public static var allowAbsoluteUrl: Self { Self("allow_absolute_url", 1) }
  @inlinable public static var overrideStreamErrorOnInvalidHttpMessage: Self { Self("override_stream_error_on_invalid_http_message", 7) }
  @inlinable public static var useBalsaParser: Self { Self("use_balsa_parser", 9) }
}

extension Field where Message == Envoy.HTTP1Options, Value == Bool {
  @inlinable public static var acceptHttp10: Self { Self("accept_http_10", 2) }
  @inlinable public static var enableTrailers: Self { Self("enable_trailers", 5) }
  @inlinable public static var allowChunkedLength: Self { Self("allow_chunked_length", 6) }
  @inlinable public static var sendFullyQualifiedUrl: Self { Self("send_fully_qualified_url", 8) }
  @inlinable public static var allowCustomMethods: Self { Self("allow_custom_methods", 10) }
}

extension Field where Message == Envoy.HTTP1Options, Value == String {
  @inlinable public static var defaultHostForHttp10: Self { Self("default_host_for_http_10", 3) }
}

extension Field where Message == Envoy.HTTP1Options, Value == [Envoy.StringMatcher] {
  @inlinable public static var ignoreHttp11Upgrade: Self { Self("ignore_http_11_upgrade", 11) }
}

extension Field where Message == Envoy.HTTP2Options, Value == Wrapped<UInt32> {
  @inlinable public static var hpackTableSize: Self { Self("hpack_table_size", 1) }
  @inlinable public static var maxConcurrentStreams: Self { Self("max_concurrent_streams", 2) }
  @inlinable public static var initialStreamWindowSize: Self { Self("initial_stream_window_size", 3) }
  @inlinable public static var initialConnectionWindowSize: Self { Self("initial_connection_window_size", 4) }
  @inlinable public static var maxOutboundFrames: Self { Self("max_outbound_frames", 7) }
  @inlinable public static var maxOutboundControlFrames: Self { Self("max_outbound_control_frames", 8) }
  @inlinable public static var maxConsecutiveInboundFramesWithEmptyPayload: Self { Self("max_consecutive_inbound_frames_with_empty_payload", 9) }
  @inlinable public static var maxInboundPriorityFramesPerStream: Self { Self("max_inbound_priority_frames_per_stream", 10) }
  @inlinable public static var maxInboundWindowUpdateFramesPerDataFrameSent: Self { Self("max_inbound_window_update_frames_per_data_frame_sent", 11) }
  @inlinable public static var maxHeaderFieldSizeKb: Self { Self("max_header_field_size_kb", 19) }
}

extension Field where Message == Envoy.HTTP2Options, Value == Bool {
  @inlinable public static var allowConnect: Self { Self("allow_connect", 5) }
  @inlinable public static var allowMetadata: Self { Self("allow_metadata", 6) }
  @inlinable public static var streamErrorOnInvalidHttpMessaging: Self { Self("stream_error_on_invalid_http_messaging", 12) }
}

extension Field where Message == Envoy.HTTP2Options, Value == Wrapped<Bool> {
  @inlinable public static var overrideStreamErrorOnInvalidHttpMessage: Self { Self("override_stream_error_on_invalid_http_message", 14) }
  @inlinable public static var useOghttp2Codec: Self { Self("use_oghttp2_codec", 16) }
  @inlinable public static var enableHuffmanEncoding: Self { Self("enable_huffman_encoding", 18) }
  @inlinable public static var disallowObsText: Self { Self("disallow_obs_text", 20) }
}

extension Field where Message == Envoy.HTTP2Options, Value == Wrapped<UInt64> {
  @inlinable public static var maxMetadataSize: Self { Self("max_metadata_size", 17) }
  @inlinable public static var streamResetBurst: Self { Self("stream_reset_burst", 21) }
  @inlinable public static var streamResetRate: Self { Self("stream_reset_rate", 22) }
}

extension Field where Message == Envoy.HTTP3Options, Value == Envoy.QUICOptions {
  @inlinable public static var quicProtocolOptions: Self { Self("quic_protocol_options", 1) }
}

extension Field where Message == Envoy.HTTP3Options, Value == Wrapped<Bool> {
  @inlinable public static var overrideStreamErrorOnInvalidHttpMessage: Self { Self("override_stream_error_on_invalid_http_message", 2) }
  @inlinable public static var disallowObsText: Self { Self("disallow_obs_text", 9) }
}

extension Field where Message == Envoy.HTTP3Options, Value == Bool {
  @inlinable public static var allowExtendedConnect: Self { Self("allow_extended_connect", 5) }
  @inlinable public static var allowMetadata: Self { Self("allow_metadata", 6) }
  @inlinable public static var disableQpack: Self { Self("disable_qpack", 7) }
  @inlinable public static var disableConnectionFlowControlForStreams: Self { Self("disable_connection_flow_control_for_streams", 8) }
}

extension Field where Message == Envoy.HTTPFilter, Value == String {
  @inlinable public static var name: Self { Self("name", 1) }
}

extension Field where Message == Envoy.HTTPFilter, Value == Envoy.AnyMessage {
  @inlinable public static var typedConfig: Self { Self("typed_config", 4) }
}

extension Field where Message == Envoy.HTTPFilter, Value == Bool {
  @inlinable public static var isOptional: Self { Self("is_optional", 6) }
  @inlinable public static var disabled: Self { Self("disabled", 7) }
}

extension Envoy.HTTPFilter: NamedExtension {
  public static var nameField: Field<Self, String> { .name }
  public static var configurationField: Field<Self, Envoy.AnyMessage> { .typedConfig }
}

extension Field where Message == Envoy.HTTPGeoip, Value == Envoy.TypedExtension {
  @inlinable public static var provider: Self { Self("provider", 3) }
}

extension Field where Message == Envoy.HTTPHealthCheck, Value == String {
  @inlinable public static var host: Self { Self("host", 1) }
  @inlinable public static var path: Self { Self("path", 2) }
}

extension Field where Message == Envoy.HTTPHealthCheck, Value == [Envoy.HeaderValueOption] {
  @inlinable public static var requestHeadersToAdd: Self { Self("request_headers_to_add", 6) }
}

extension Field where Message == Envoy.HTTPHealthCheck, Value == [String] {
  @inlinable public static var requestHeadersToRemove: Self { Self("request_headers_to_remove", 8) }
}

extension Field where Message == Envoy.HTTPHealthCheck, Value == [Envoy.Int64Range] {
  @inlinable public static var expectedStatuses: Self { Self("expected_statuses", 9) }
  @inlinable public static var retriableStatuses: Self { Self("retriable_statuses", 12) }
}

extension Field where Message == Envoy.HTTPHealthCheck, Value == EnumValue<Envoy.CodecClientType> {
  @inlinable public static var codecClientType: Self { Self("codec_client_type", 10) }
}

extension Field where Message == Envoy.HTTPHealthCheck, Value == Envoy.StringMatcher {
  @inlinable public static var serviceNameMatcher: Self { Self("service_name_matcher", 11) }
}

extension Field where Message == Envoy.HTTPHealthCheck, Value == EnumValue<Envoy.RequestMethod> {
  @inlinable public static var method: Self { Self("method", 13) }
}

extension Field where Message == Envoy.HTTPHealthCheck, Value == Wrapped<UInt64> {
  @inlinable public static var responseBufferSize: Self { Self("response_buffer_size", 14) }
}

extension Field where Message == Envoy.HTTPHealthCheck, Value == Bool {
  @inlinable public static var useAlpnProtocol: Self { Self("use_alpn_protocol", 15) }
}

extension Field where Message == Envoy.HTTPProtocolOptions, Value == Envoy.CommonHTTPOptions {
  @inlinable public static var commonHttpProtocolOptions: Self { Self("common_http_protocol_options", 1) }
}

extension Field where Message == Envoy.HTTPProtocolOptions, Value == Envoy.HTTPVersionOptions {
  @inlinable public static var explicitHttpConfig: Self { Self("explicit_http_config", 3) }
}

extension Field where Message == Envoy.HTTPProtocolOptions, Value == [Envoy.HTTPFilter] {
  @inlinable public static var httpFilters: Self { Self("http_filters", 6) }
}

extension Field where Message == Envoy.HTTPProtocolOptions, Value == Envoy.TypedExtension {
  @inlinable public static var headerValidationConfig: Self { Self("header_validation_config", 7) }
}

extension Field where Message == Envoy.HTTPProtocolOptions, Value == [Envoy.MirrorPolicy] {
  @inlinable public static var requestMirrorPolicies: Self { Self("request_mirror_policies", 9) }
}

extension Field where Message == Envoy.HTTPProtocolOptions, Value == [Envoy.HashPolicy] {
  @inlinable public static var hashPolicy: Self { Self("hash_policy", 10) }
}

extension Field where Message == Envoy.HTTPProtocolOptions, Value == Envoy.RetryPolicy {
  @inlinable public static var retryPolicy: Self { Self("retry_policy", 11) }
}

extension Field where Message == Envoy.HTTPStatus, Value == EnumValue<Envoy.HTTPStatusCode> {
  @inlinable public static var code: Self { Self("code", 1) }
}

extension EnumValue where Enum == Envoy.HTTPStatusCode {
  @inlinable public static var empty: Self { Self("Empty", 0) }
  @inlinable public static var `continue`: Self { Self("Continue", 100) }
  @inlinable public static var ok: Self { Self("OK", 200) }
  @inlinable public static var created: Self { Self("Created", 201) }
  @inlinable public static var accepted: Self { Self("Accepted", 202) }
  @inlinable public static var nonauthoritativeinformation: Self { Self("NonAuthoritativeInformation", 203) }
  @inlinable public static var nocontent: Self { Self("NoContent", 204) }
  @inlinable public static var resetcontent: Self { Self("ResetContent", 205) }
  @inlinable public static var partialcontent: Self { Self("PartialContent", 206) }
  @inlinable public static var multistatus: Self { Self("MultiStatus", 207) }
  @inlinable public static var alreadyreported: Self { Self("AlreadyReported", 208) }
  @inlinable public static var imused: Self { Self("IMUsed", 226) }
  @inlinable public static var multiplechoices: Self { Self("MultipleChoices", 300) }
  @inlinable public static var movedpermanently: Self { Self("MovedPermanently", 301) }
  @inlinable public static var found: Self { Self("Found", 302) }
  @inlinable public static var seeother: Self { Self("SeeOther", 303) }
  @inlinable public static var notmodified: Self { Self("NotModified", 304) }
  @inlinable public static var useproxy: Self { Self("UseProxy", 305) }
  @inlinable public static var temporaryredirect: Self { Self("TemporaryRedirect", 307) }
  @inlinable public static var permanentredirect: Self { Self("PermanentRedirect", 308) }
  @inlinable public static var badrequest: Self { Self("BadRequest", 400) }
  @inlinable public static var unauthorized: Self { Self("Unauthorized", 401) }
  @inlinable public static var paymentrequired: Self { Self("PaymentRequired", 402) }
  @inlinable public static var forbidden: Self { Self("Forbidden", 403) }
  @inlinable public static var notfound: Self { Self("NotFound", 404) }
  @inlinable public static var methodnotallowed: Self { Self("MethodNotAllowed", 405) }
  @inlinable public static var notacceptable: Self { Self("NotAcceptable", 406) }
  @inlinable public static var proxyauthenticationrequired: Self { Self("ProxyAuthenticationRequired", 407) }
  @inlinable public static var requesttimeout: Self { Self("RequestTimeout", 408) }
  @inlinable public static var conflict: Self { Self("Conflict", 409) }
  @inlinable public static var gone: Self { Self("Gone", 410) }
  @inlinable public static var lengthrequired: Self { Self("LengthRequired", 411) }
  @inlinable public static var preconditionfailed: Self { Self("PreconditionFailed", 412) }
  @inlinable public static var payloadtoolarge: Self { Self("PayloadTooLarge", 413) }
  @inlinable public static var uritoolong: Self { Self("URITooLong", 414) }
  @inlinable public static var unsupportedmediatype: Self { Self("UnsupportedMediaType", 415) }
  @inlinable public static var rangenotsatisfiable: Self { Self("RangeNotSatisfiable", 416) }
  @inlinable public static var expectationfailed: Self { Self("ExpectationFailed", 417) }
  @inlinable public static var misdirectedrequest: Self { Self("MisdirectedRequest", 421) }
  @inlinable public static var unprocessableentity: Self { Self("UnprocessableEntity", 422) }
  @inlinable public static var locked: Self { Self("Locked", 423) }
  @inlinable public static var faileddependency: Self { Self("FailedDependency", 424) }
  @inlinable public static var upgraderequired: Self { Self("UpgradeRequired", 426) }
  @inlinable public static var preconditionrequired: Self { Self("PreconditionRequired", 428) }
  @inlinable public static var toomanyrequests: Self { Self("TooManyRequests", 429) }
  @inlinable public static var requestheaderfieldstoolarge: Self { Self("RequestHeaderFieldsTooLarge", 431) }
  @inlinable public static var internalservererror: Self { Self("InternalServerError", 500) }
  @inlinable public static var notimplemented: Self { Self("NotImplemented", 501) }
  @inlinable public static var badgateway: Self { Self("BadGateway", 502) }
  @inlinable public static var serviceunavailable: Self { Self("ServiceUnavailable", 503) }
  @inlinable public static var gatewaytimeout: Self { Self("GatewayTimeout", 504) }
  @inlinable public static var httpversionnotsupported: Self { Self("HTTPVersionNotSupported", 505) }
  @inlinable public static var variantalsonegotiates: Self { Self("VariantAlsoNegotiates", 506) }
  @inlinable public static var insufficientstorage: Self { Self("InsufficientStorage", 507) }
  @inlinable public static var loopdetected: Self { Self("LoopDetected", 508) }
  @inlinable public static var notextended: Self { Self("NotExtended", 510) }
  @inlinable public static var networkauthenticationrequired: Self { Self("NetworkAuthenticationRequired", 511) }
}

extension Field where Message == Envoy.HTTPURI, Value == String {
  @inlinable public static var uri: Self { Self("uri", 1) }
  @inlinable public static var cluster: Self { Self("cluster", 2) }
}

extension Field where Message == Envoy.HTTPURI, Value == Envoy.Duration {
  @inlinable public static var timeout: Self { Self("timeout", 3) }
}

extension Field where Message == Envoy.HTTPVersionOptions, Value == Envoy.HTTP1Options {
  @inlinable public static var httpProtocolOptions: Self { Self("http_protocol_options", 1) }
}

extension Field where Message == Envoy.HTTPVersionOptions, Value == Envoy.HTTP2Options {
  @inlinable public static var http2ProtocolOptions: Self { Self("http2_protocol_options", 2) }
}

extension Field where Message == Envoy.HTTPVersionOptions, Value == Envoy.HTTP3Options {
  @inlinable public static var http3ProtocolOptions: Self { Self("http3_protocol_options", 3) }
}

extension Field where Message == Envoy.HashPolicy, Value == Envoy.HashPolicyHeader {
  @inlinable public static var header: Self { Self("header", 1) }
}

extension Field where Message == Envoy.HashPolicy, Value == Envoy.HashPolicyCookie {
  @inlinable public static var cookie: Self { Self("cookie", 2) }
}

extension Field where Message == Envoy.HashPolicy, Value == Envoy.HashPolicyConnection {
  @inlinable public static var connectionProperties: Self { Self("connection_properties", 3) }
}

extension Field where Message == Envoy.HashPolicy, Value == Bool {
  @inlinable public static var terminal: Self { Self("terminal", 4) }
}

extension Field where Message == Envoy.HashPolicy, Value == Envoy.HashPolicyQuery {
  @inlinable public static var queryParameter: Self { Self("query_parameter", 5) }
}

extension Field where Message == Envoy.HashPolicyConnection, Value == Bool {
  @inlinable public static var sourceIp: Self { Self("source_ip", 1) }
}

extension Field where Message == Envoy.HashPolicyCookie, Value == String {
  @inlinable public static var name: Self { Self("name", 1) }
  @inlinable public static var path: Self { Self("path", 3) }
}

extension Field where Message == Envoy.HashPolicyCookie, Value == Envoy.Duration {
  @inlinable public static var ttl: Self { Self("ttl", 2) }
}

extension Field where Message == Envoy.HashPolicyCookie, Value == [Envoy.HashPolicyCookieAttribute] {
  @inlinable public static var attributes: Self { Self("attributes", 4) }
}

extension Field where Message == Envoy.HashPolicyCookieAttribute, Value == String {
  @inlinable public static var name: Self { Self("name", 1) }
  @inlinable public static var value: Self { Self("value", 2) }
}

extension Field where Message == Envoy.HashPolicyHeader, Value == String {
  @inlinable public static var headerName: Self { Self("header_name", 1) }
}

extension Field where Message == Envoy.HashPolicyHeader, Value == Envoy.RegexSubstitution {
  @inlinable public static var regexRewrite: Self { Self("regex_rewrite", 2) }
}

extension Field where Message == Envoy.HashPolicyQuery, Value == String {
  @inlinable public static var name: Self { Self("name", 1) }
}

extension Field where Message == Envoy.HeaderMatcher, Value == String {
  @inlinable public static var name: Self { Self("name", 1) }
  @inlinable public static var exactMatch: Self { Self("exact_match", 4) }
  @inlinable public static var prefixMatch: Self { Self("prefix_match", 9) }
  @inlinable public static var suffixMatch: Self { Self("suffix_match", 10) }
  @inlinable public static var containsMatch: Self { Self("contains_match", 12) }
}

extension Field where Message == Envoy.HeaderMatcher, Value == Envoy.Int64Range {
  @inlinable public static var rangeMatch: Self { Self("range_match", 6) }
}

extension Field where Message == Envoy.HeaderMatcher, Value == Bool {
  @inlinable public static var presentMatch: Self { Self("present_match", 7) }
  @inlinable public static var invertMatch: Self { Self("invert_match", 8) }
  @inlinable public static var treatMissingHeaderAsEmpty: Self { Self("treat_missing_header_as_empty", 14) }
}

extension Field where Message == Envoy.HeaderMatcher, Value == Envoy.RegexMatcher {
  @inlinable public static var safeRegexMatch: Self { Self("safe_regex_match", 11) }
}

extension Field where Message == Envoy.HeaderMatcher, Value == Envoy.StringMatcher {
  @inlinable public static var stringMatch: Self { Self("string_match", 13) }
}

extension Field where Message == Envoy.HeaderMutation, Value == String {
  @inlinable public static var remove: Self { Self("remove", 1) }
}

extension Field where Message == Envoy.HeaderMutation, Value == Envoy.HeaderValueOption {
  @inlinable public static var append: Self { Self("append", 2) }
}

extension Field where Message == Envoy.HeaderMutation, Value == Envoy.HeaderRemoval {
  @inlinable public static var removeOnMatch: Self { Self("remove_on_match", 3) }
}

extension Field where Message == Envoy.HeaderMutationFilter, Value == Envoy.HeaderMutations {
  @inlinable public static var mutations: Self { Self("mutations", 1) }
}

extension Field where Message == Envoy.HeaderMutationFilter, Value == Bool {
  @inlinable public static var mostSpecificHeaderMutationsWins: Self { Self("most_specific_header_mutations_wins", 2) }
}

extension Field where Message == Envoy.HeaderMutationRules, Value == Wrapped<Bool> {
  @inlinable public static var allowAllRouting: Self { Self("allow_all_routing", 1) }
  @inlinable public static var allowEnvoy: Self { Self("allow_envoy", 2) }
  @inlinable public static var disallowSystem: Self { Self("disallow_system", 3) }
  @inlinable public static var disallowAll: Self { Self("disallow_all", 4) }
  @inlinable public static var disallowIsError: Self { Self("disallow_is_error", 7) }
}

extension Field where Message == Envoy.HeaderMutationRules, Value == Envoy.RegexMatcher {
  @inlinable public static var allowExpression: Self { Self("allow_expression", 5) }
  @inlinable public static var disallowExpression: Self { Self("disallow_expression", 6) }
}

extension Field where Message == Envoy.HeaderMutations, Value == [Envoy.HeaderMutation] {
  @inlinable public static var requestMutations: Self { Self("request_mutations", 1) }
  @inlinable public static var responseMutations: Self { Self("response_mutations", 2) }
  @inlinable public static var responseTrailersMutations: Self { Self("response_trailers_mutations", 4) }
  @inlinable public static var requestTrailersMutations: Self { Self("request_trailers_mutations", 5) }
}

extension Field where Message == Envoy.HeaderMutations, Value == [Envoy.TypedExtension] {
  @inlinable public static var formatters: Self { Self("formatters", 6) }
}

extension Field where Message == Envoy.HeaderRemoval, Value == Envoy.StringMatcher {
  @inlinable public static var keyMatcher: Self { Self("key_matcher", 1) }
}

extension Field where Message == Envoy.HeaderToMetadata, Value == [Envoy.HeaderToMetadataRule] {
  @inlinable public static var requestRules: Self { Self("request_rules", 1) }
  @inlinable public static var responseRules: Self { Self("response_rules", 2) }
}

extension Field where Message == Envoy.HeaderToMetadata, Value == String {
  @inlinable public static var statPrefix: Self { Self("stat_prefix", 3) }
}

extension Field where Message == Envoy.HeaderToMetadataPair, Value == String {
  @inlinable public static var metadataNamespace: Self { Self("metadata_namespace", 1) }
  @inlinable public static var key: Self { Self("key", 2) }
  @inlinable public static var value: Self { Self("value", 3) }
}

extension Field where Message == Envoy.HeaderToMetadataPair, Value == EnumValue<Envoy.HeaderToMetadataType> {
  @inlinable public static var type: Self { Self("type", 4) }
}

extension Field where Message == Envoy.HeaderToMetadataPair, Value == Envoy.RegexSubstitution {
  @inlinable public static var regexValueRewrite: Self { Self("regex_value_rewrite", 6) }
}

extension Field where Message == Envoy.HeaderToMetadataRule, Value == String {
  @inlinable public static var header: Self { Self("header", 1) }
  @inlinable public static var cookie: Self { Self("cookie", 5) }
}

extension Field where Message == Envoy.HeaderToMetadataRule, Value == Envoy.HeaderToMetadataPair {
  @inlinable public static var onHeaderPresent: Self { Self("on_header_present", 2) }
  @inlinable public static var onHeaderMissing: Self { Self("on_header_missing", 3) }
}

extension Field where Message == Envoy.HeaderToMetadataRule, Value == Bool {
  @inlinable public static var remove: Self { Self("remove", 4) }
}

extension EnumValue where Enum == Envoy.HeaderToMetadataType {
  @inlinable public static var string: Self { Self("STRING", 0) }
  @inlinable public static var number: Self { Self("NUMBER", 1) }
  @inlinable public static var protobufValue: Self { Self("PROTOBUF_VALUE", 2) }
}

extension Field where Message == Envoy.HeaderValue, Value == String {
  @inlinable public static var key: Self { Self("key", 1) }
  @inlinable public static var value: Self { Self("value", 2) }
}

extension Field where Message == Envoy.HeaderValue, Value == [UInt8] {
  @inlinable public static var rawValue: Self { Self("raw_value", 3) }
}

extension Field where Message == Envoy.HeaderValueOption, Value == Envoy.HeaderValue {
  @inlinable public static var header: Self { Self("header", 1) }
}

extension Field where Message == Envoy.HeaderValueOption, Value == Wrapped<Bool> {
  @inlinable public static var append: Self { Self("append", 2) }
}

extension Field where Message == Envoy.HeaderValueOption, Value == EnumValue<Envoy.AppendAction> {
  @inlinable public static var appendAction: Self { Self("append_action", 3) }
}

extension Field where Message == Envoy.HeaderValueOption, Value == Bool {
  @inlinable public static var keepEmptyValue: Self { Self("keep_empty_value", 4) }
}

extension Field where Message == Envoy.HealthCheck, Value == Envoy.Duration {
  @inlinable public static var timeout: Self { Self("timeout", 1) }
  @inlinable public static var interval: Self { Self("interval", 2) }
  @inlinable public static var intervalJitter: Self { Self("interval_jitter", 3) }
  @inlinable public static var noTrafficInterval: Self { Self("no_traffic_interval", 12) }
  @inlinable public static var unhealthyInterval: Self { Self("unhealthy_interval", 14) }
  @inlinable public static var unhealthyEdgeInterval: Self { Self("unhealthy_edge_interval", 15) }
  @inlinable public static var healthyEdgeInterval: Self { Self("healthy_edge_interval", 16) }
  @inlinable public static var initialJitter: Self { Self("initial_jitter", 20) }
  @inlinable public static var noTrafficHealthyInterval: Self { Self("no_traffic_healthy_interval", 24) }
}

extension Field where Message == Envoy.HealthCheck, Value == Wrapped<UInt32> {
  @inlinable public static var unhealthyThreshold: Self { Self("unhealthy_threshold", 4) }
  @inlinable public static var healthyThreshold: Self { Self("healthy_threshold", 5) }
  @inlinable public static var altPort: Self { Self("alt_port", 6) }
}

extension Field where Message == Envoy.HealthCheck, Value == Wrapped<Bool> {
  @inlinable public static var reuseConnection: Self { Self("reuse_connection", 7) }
}

extension Field where Message == Envoy.HealthCheck, Value == Envoy.HTTPHealthCheck {
  @inlinable public static var httpHealthCheck: Self { Self("http_health_check", 8) }
}

extension Field where Message == Envoy.HealthCheck, Value == Envoy.TCPHealthCheck {
  @inlinable public static var tcpHealthCheck: Self { Self("tcp_health_check", 9) }
}

extension Field where Message == Envoy.HealthCheck, Value == Envoy.GRPCHealthCheck {
  @inlinable public static var grpcHealthCheck: Self { Self("grpc_health_check", 11) }
}

extension Field where Message == Envoy.HealthCheck, Value == String {
  @inlinable public static var eventLogPath: Self { Self("event_log_path", 17) }
  @inlinable public static var name: Self { Self("name", 27) }
}

extension Field where Message == Envoy.HealthCheck, Value == UInt32 {
  @inlinable public static var intervalJitterPercent: Self { Self("interval_jitter_percent", 18) }
}

extension Field where Message == Envoy.HealthCheck, Value == Bool {
  @inlinable public static var alwaysLogHealthCheckFailures: Self { Self("always_log_health_check_failures", 19) }
  @inlinable public static var alwaysLogHealthCheckSuccess: Self { Self("always_log_health_check_success", 26) }
}

extension Field where Message == Envoy.HealthCheck, Value == Envoy.Struct {
  @inlinable public static var transportSocketMatchCriteria: Self { Self("transport_socket_match_criteria", 23) }
}

extension Field where Message == Envoy.HealthCheck, Value == [Envoy.TypedExtension] {
  @inlinable public static var eventLogger: Self { Self("event_logger", 25) }
}

extension Field where Message == Envoy.HedgePolicy, Value == Wrapped<UInt32> {
  @inlinable public static var initialRequests: Self { Self("initial_requests", 1) }
}

extension Field where Message == Envoy.HedgePolicy, Value == Envoy.FractionalPercent {
  @inlinable public static var additionalRequestChance: Self { Self("additional_request_chance", 2) }
}

extension Field where Message == Envoy.HedgePolicy, Value == Bool {
  @inlinable public static var hedgeOnPerTryTimeout: Self { Self("hedge_on_per_try_timeout", 3) }
}

extension Field where Message == Envoy.Int64Range, Value == Int64 {
  @inlinable public static var start: Self { Self("start", 1) }
  @inlinable public static var end: Self { Self("end", 2) }
}

extension Field where Message == Envoy.JSONToMetadata, Value == Envoy.JSONToMetadataRules {
  @inlinable public static var requestRules: Self { Self("request_rules", 1) }
  @inlinable public static var responseRules: Self { Self("response_rules", 2) }
}

extension Field where Message == Envoy.JSONToMetadataPair, Value == String {
  @inlinable public static var metadataNamespace: Self { Self("metadata_namespace", 1) }
  @inlinable public static var key: Self { Self("key", 2) }
}

extension Field where Message == Envoy.JSONToMetadataPair, Value == Envoy.Value {
  @inlinable public static var value: Self { Self("value", 3) }
}

extension Field where Message == Envoy.JSONToMetadataPair, Value == Bool {
  @inlinable public static var preserveExistingMetadataValue: Self { Self("preserve_existing_metadata_value", 5) }
}

extension Field where Message == Envoy.JSONToMetadataRule, Value == [Envoy.JSONToMetadataSelector] {
  @inlinable public static var selectors: Self { Self("selectors", 1) }
}

extension Field where Message == Envoy.JSONToMetadataRule, Value == Envoy.JSONToMetadataPair {
  @inlinable public static var onPresent: Self { Self("on_present", 2) }
  @inlinable public static var onMissing: Self { Self("on_missing", 3) }
  @inlinable public static var onError: Self { Self("on_error", 4) }
}

extension Field where Message == Envoy.JSONToMetadataRules, Value == [Envoy.JSONToMetadataRule] {
  @inlinable public static var rules: Self { Self("rules", 1) }
}

extension Field where Message == Envoy.JSONToMetadataRules, Value == [String] {
  @inlinable public static var allowContentTypes: Self { Self("allow_content_types", 2) }
}

extension Field where Message == Envoy.JSONToMetadataRules, Value == Bool {
  @inlinable public static var allowEmptyContentType: Self { Self("allow_empty_content_type", 3) }
}

extension Field where Message == Envoy.JSONToMetadataRules, Value == Envoy.RegexMatcher {
  @inlinable public static var allowContentTypesRegex: Self { Self("allow_content_types_regex", 4) }
}

extension Field where Message == Envoy.JSONToMetadataSelector, Value == String {
  @inlinable public static var key: Self { Self("key", 1) }
}

extension Field where Message == Envoy.JWTAsyncFetch, Value == Bool {
  @inlinable public static var fastListener: Self { Self("fast_listener", 1) }
}

extension Field where Message == Envoy.JWTAsyncFetch, Value == Envoy.Duration {
  @inlinable public static var failedRefetchDuration: Self { Self("failed_refetch_duration", 2) }
}

extension Field where Message == Envoy.JWTAuthentication, Value == [String: Envoy.JWTProvider] {
  @inlinable public static var providers: Self { Self("providers", 1) }
}

extension Field where Message == Envoy.JWTAuthentication, Value == [Envoy.JWTRule] {
  @inlinable public static var rules: Self { Self("rules", 2) }
}

extension Field where Message == Envoy.JWTAuthentication, Value == Bool {
  @inlinable public static var bypassCorsPreflight: Self { Self("bypass_cors_preflight", 4) }
  @inlinable public static var stripFailureResponse: Self { Self("strip_failure_response", 6) }
}

extension Field where Message == Envoy.JWTAuthentication, Value == [String: Envoy.JWTRequirement] {
  @inlinable public static var requirementMap: Self { Self("requirement_map", 5) }
}

extension Field where Message == Envoy.JWTAuthentication, Value == String {
  @inlinable public static var statPrefix: Self { Self("stat_prefix", 7) }
}

extension Field where Message == Envoy.JWTHeader, Value == String {
  @inlinable public static var name: Self { Self("name", 1) }
  @inlinable public static var valuePrefix: Self { Self("value_prefix", 2) }
}

extension Field where Message == Envoy.JWTKeys, Value == Envoy.HTTPURI {
  @inlinable public static var httpUri: Self { Self("http_uri", 1) }
}

extension Field where Message == Envoy.JWTKeys, Value == Envoy.Duration {
  @inlinable public static var cacheDuration: Self { Self("cache_duration", 2) }
}

extension Field where Message == Envoy.JWTKeys, Value == Envoy.JWTAsyncFetch {
  @inlinable public static var asyncFetch: Self { Self("async_fetch", 3) }
}

extension Field where Message == Envoy.JWTProvider, Value == String {
  @inlinable public static var issuer: Self { Self("issuer", 1) }
  @inlinable public static var forwardPayloadHeader: Self { Self("forward_payload_header", 8) }
  @inlinable public static var payloadInMetadata: Self { Self("payload_in_metadata", 9) }
  @inlinable public static var headerInMetadata: Self { Self("header_in_metadata", 14) }
  @inlinable public static var failedStatusInMetadata: Self { Self("failed_status_in_metadata", 16) }
}

extension Field where Message == Envoy.JWTProvider, Value == [String] {
  @inlinable public static var audiences: Self { Self("audiences", 2) }
  @inlinable public static var fromParams: Self { Self("from_params", 7) }
  @inlinable public static var fromCookies: Self { Self("from_cookies", 13) }
}

extension Field where Message == Envoy.JWTProvider, Value == Envoy.JWTKeys {
  @inlinable public static var remoteJwks: Self { Self("remote_jwks", 3) }
}

extension Field where Message == Envoy.JWTProvider, Value == Envoy.DataSource {
  @inlinable public static var localJwks: Self { Self("local_jwks", 4) }
}

extension Field where Message == Envoy.JWTProvider, Value == Bool {
  @inlinable public static var forward: Self { Self("forward", 5) }
  @inlinable public static var padForwardPayloadHeader: Self { Self("pad_forward_payload_header", 11) }
  @inlinable public static var clearRouteCache: Self { Self("clear_route_cache", 17) }
  @inlinable public static var requireExpiration: Self { Self("require_expiration", 20) }
}

extension Field where Message == Envoy.JWTProvider, Value == [Envoy.JWTHeader] {
  @inlinable public static var fromHeaders: Self { Self("from_headers", 6) }
}

extension Field where Message == Envoy.JWTProvider, Value == UInt32 {
  @inlinable public static var clockSkewSeconds: Self { Self("clock_skew_seconds", 10) }
}

extension Field where Message == Envoy.JWTProvider, Value == Envoy.StringMatcher {
  @inlinable public static var subjects: Self { Self("subjects", 19) }
}

extension Field where Message == Envoy.JWTProvider, Value == Envoy.Duration {
  @inlinable public static var maxLifetime: Self { Self("max_lifetime", 21) }
}

extension Field where Message == Envoy.JWTRequirement, Value == String {
  @inlinable public static var providerName: Self { Self("provider_name", 1) }
}

extension Field where Message == Envoy.JWTRequirement, Value == Envoy.JWTRequirementList {
  @inlinable public static var requiresAny: Self { Self("requires_any", 3) }
}

extension Field where Message == Envoy.JWTRequirement, Value == Envoy.Empty {
  @inlinable public static var allowMissingOrFailed: Self { Self("allow_missing_or_failed", 5) }
  @inlinable public static var allowMissing: Self { Self("allow_missing", 6) }
}

extension Field where Message == Envoy.JWTRequirementList, Value == [Envoy.JWTRequirement] {
  @inlinable public static var requirements: Self { Self("requirements", 1) }
}

extension Field where Message == Envoy.JWTRule, Value == Envoy.RouteMatch {
  @inlinable public static var match: Self { Self("match", 1) }
}

extension Field where Message == Envoy.JWTRule, Value == Envoy.JWTRequirement {
  @inlinable public static var requires: Self { Self("requires", 2) }
}

extension Field where Message == Envoy.JWTRule, Value == String {
  @inlinable public static var requirementName: Self { Self("requirement_name", 3) }
}

extension Field where Message == Envoy.LeastRequest, Value == Wrapped<UInt32> {
  @inlinable public static var choiceCount: Self { Self("choice_count", 1) }
}

extension Field where Message == Envoy.LeastRequest, Value == Envoy.SlowStart {
  @inlinable public static var slowStartConfig: Self { Self("slow_start_config", 3) }
}

extension Field where Message == Envoy.ListMatcher, Value == Envoy.ValueMatcher {
  @inlinable public static var oneOf: Self { Self("one_of", 1) }
}

extension Field where Message == Envoy.Listener, Value == String {
  @inlinable public static var name: Self { Self("name", 1) }
  @inlinable public static var statPrefix: Self { Self("stat_prefix", 28) }
}

extension Field where Message == Envoy.Listener, Value == Envoy.Address {
  @inlinable public static var address: Self { Self("address", 2) }
}

extension Field where Message == Envoy.Listener, Value == [Envoy.FilterChain] {
  @inlinable public static var filterChains: Self { Self("filter_chains", 3) }
}

extension Field where Message == Envoy.Listener, Value == Wrapped<Bool> {
  @inlinable public static var useOriginalDst: Self { Self("use_original_dst", 4) }
  @inlinable public static var transparent: Self { Self("transparent", 10) }
  @inlinable public static var freebind: Self { Self("freebind", 11) }
  @inlinable public static var bindToPort: Self { Self("bind_to_port", 26) }
  @inlinable public static var enableReusePort: Self { Self("enable_reuse_port", 29) }
}

extension Field where Message == Envoy.Listener, Value == Wrapped<UInt32> {
  @inlinable public static var perConnectionBufferLimitBytes: Self { Self("per_connection_buffer_limit_bytes", 5) }
  @inlinable public static var tcpFastOpenQueueLength: Self { Self("tcp_fast_open_queue_length", 12) }
  @inlinable public static var tcpBacklogSize: Self { Self("tcp_backlog_size", 24) }
  @inlinable public static var maxConnectionsToAcceptPerSocketEvent: Self { Self("max_connections_to_accept_per_socket_event", 34) }
}

extension Field where Message == Envoy.Listener, Value == Envoy.Metadata {
  @inlinable public static var metadata: Self { Self("metadata", 6) }
}

extension Field where Message == Envoy.Listener, Value == [Envoy.ListenerFilter] {
  @inlinable public static var listenerFilters: Self { Self("listener_filters", 9) }
}

extension Field where Message == Envoy.Listener, Value == Envoy.Duration {
  @inlinable public static var listenerFiltersTimeout: Self { Self("listener_filters_timeout", 15) }
  @inlinable public static var perConnectionBufferHighWatermarkTimeout: Self { Self("per_connection_buffer_high_watermark_timeout", 38) }
}

extension Field where Message == Envoy.Listener, Value == Bool {
  @inlinable public static var continueOnListenerFiltersTimeout: Self { Self("continue_on_listener_filters_timeout", 17) }
  @inlinable public static var reusePort: Self { Self("reuse_port", 21) }
  @inlinable public static var enableMptcp: Self { Self("enable_mptcp", 30) }
  @inlinable public static var ignoreGlobalConnLimit: Self { Self("ignore_global_conn_limit", 31) }
  @inlinable public static var bypassOverloadManager: Self { Self("bypass_overload_manager", 35) }
}

extension Field where Message == Envoy.Listener, Value == Envoy.UDPListener {
  @inlinable public static var udpListenerConfig: Self { Self("udp_listener_config", 18) }
}

extension Field where Message == Envoy.Listener, Value == [Envoy.AccessLog] {
  @inlinable public static var accessLog: Self { Self("access_log", 22) }
}

extension Field where Message == Envoy.Listener, Value == Envoy.FilterChain {
  @inlinable public static var defaultFilterChain: Self { Self("default_filter_chain", 25) }
}

extension Field where Message == Envoy.Listener, Value == Envoy.Matcher {
  @inlinable public static var filterChainMatcher: Self { Self("filter_chain_matcher", 32) }
}

extension Field where Message == Envoy.ListenerFilter, Value == String {
  @inlinable public static var name: Self { Self("name", 1) }
}

extension Field where Message == Envoy.ListenerFilter, Value == Envoy.AnyMessage {
  @inlinable public static var typedConfig: Self { Self("typed_config", 3) }
}

extension Envoy.ListenerFilter: NamedExtension {
  public static var nameField: Field<Self, String> { .name }
  public static var configurationField: Field<Self, Envoy.AnyMessage> { .typedConfig }
}

extension EnumValue where Enum == Envoy.LoadBalancing {
  @inlinable public static var roundRobin: Self { Self("ROUND_ROBIN", 0) }
  @inlinable public static var leastRequest: Self { Self("LEAST_REQUEST", 1) }
  @inlinable public static var ringHash: Self { Self("RING_HASH", 2) }
  @inlinable public static var random: Self { Self("RANDOM", 3) }
  @inlinable public static var maglev: Self { Self("MAGLEV", 5) }
  @inlinable public static var clusterProvided: Self { Self("CLUSTER_PROVIDED", 6) }
  @inlinable public static var loadBalancingPolicyConfig: Self { Self("LOAD_BALANCING_POLICY_CONFIG", 7) }
}

extension Field where Message == Envoy.LocalRateLimit, Value == String {
  @inlinable public static var statPrefix: Self { Self("stat_prefix", 1) }
}

extension Field where Message == Envoy.LocalRateLimit, Value == Envoy.HTTPStatus {
  @inlinable public static var status: Self { Self("status", 2) }
}

extension Field where Message == Envoy.LocalRateLimit, Value == Envoy.TokenBucket {
  @inlinable public static var tokenBucket: Self { Self("token_bucket", 3) }
}

extension Field where Message == Envoy.LocalRateLimit, Value == Envoy.RuntimeFractionalPercent {
  @inlinable public static var filterEnabled: Self { Self("filter_enabled", 4) }
  @inlinable public static var filterEnforced: Self { Self("filter_enforced", 5) }
}

extension Field where Message == Envoy.LocalRateLimit, Value == [Envoy.HeaderValueOption] {
  @inlinable public static var responseHeadersToAdd: Self { Self("response_headers_to_add", 6) }
  @inlinable public static var requestHeadersToAddWhenNotEnforced: Self { Self("request_headers_to_add_when_not_enforced", 10) }
}

extension Field where Message == Envoy.LocalRateLimit, Value == [Envoy.LocalRateLimitDescriptor] {
  @inlinable public static var descriptors: Self { Self("descriptors", 8) }
}

extension Field where Message == Envoy.LocalRateLimit, Value == UInt32 {
  @inlinable public static var stage: Self { Self("stage", 9) }
}

extension Field where Message == Envoy.LocalRateLimit, Value == Bool {
  @inlinable public static var localRateLimitPerDownstreamConnection: Self { Self("local_rate_limit_per_downstream_connection", 11) }
  @inlinable public static var rateLimitedAsResourceExhausted: Self { Self("rate_limited_as_resource_exhausted", 15) }
  @inlinable public static var enableRetryAfterHeader: Self { Self("enable_retry_after_header", 19) }
}

extension Field where Message == Envoy.LocalRateLimit, Value == Wrapped<Bool> {
  @inlinable public static var alwaysConsumeDefaultTokenBucket: Self { Self("always_consume_default_token_bucket", 14) }
}

extension Field where Message == Envoy.LocalRateLimit, Value == [Envoy.RateLimit] {
  @inlinable public static var rateLimits: Self { Self("rate_limits", 17) }
}

extension Field where Message == Envoy.LocalRateLimit, Value == Wrapped<UInt32> {
  @inlinable public static var maxDynamicDescriptors: Self { Self("max_dynamic_descriptors", 18) }
}

extension Field where Message == Envoy.LocalRateLimitDescriptor, Value == [Envoy.RateLimitEntry] {
  @inlinable public static var entries: Self { Self("entries", 1) }
}

extension Field where Message == Envoy.LocalRateLimitDescriptor, Value == Envoy.TokenBucket {
  @inlinable public static var tokenBucket: Self { Self("token_bucket", 2) }
}

extension Field where Message == Envoy.LocalRateLimitDescriptor, Value == Bool {
  @inlinable public static var shadowMode: Self { Self("shadow_mode", 3) }
}

extension Field where Message == Envoy.LocalReplies, Value == [Envoy.LocalReplyMapper] {
  @inlinable public static var mappers: Self { Self("mappers", 1) }
}

extension Field where Message == Envoy.LocalReplies, Value == Envoy.SubstitutionFormat {
  @inlinable public static var bodyFormat: Self { Self("body_format", 2) }
}

extension Field where Message == Envoy.LocalReplyMapper, Value == Envoy.AccessLogFilter {
  @inlinable public static var filter: Self { Self("filter", 1) }
}

extension Field where Message == Envoy.LocalReplyMapper, Value == Wrapped<UInt32> {
  @inlinable public static var statusCode: Self { Self("status_code", 2) }
}

extension Field where Message == Envoy.LocalReplyMapper, Value == Envoy.DataSource {
  @inlinable public static var body: Self { Self("body", 3) }
}

extension Field where Message == Envoy.LocalReplyMapper, Value == Envoy.SubstitutionFormat {
  @inlinable public static var bodyFormatOverride: Self { Self("body_format_override", 4) }
}

extension Field where Message == Envoy.LocalReplyMapper, Value == [Envoy.HeaderValueOption] {
  @inlinable public static var headersToAdd: Self { Self("headers_to_add", 5) }
}

extension Field where Message == Envoy.Locality, Value == String {
  @inlinable public static var region: Self { Self("region", 1) }
  @inlinable public static var zone: Self { Self("zone", 2) }
  @inlinable public static var subZone: Self { Self("sub_zone", 3) }
}

extension Field where Message == Envoy.LocalityEndpoints, Value == Envoy.Locality {
  @inlinable public static var locality: Self { Self("locality", 1) }
}

extension Field where Message == Envoy.LocalityEndpoints, Value == [Envoy.EndpointEntry] {
  @inlinable public static var lbEndpoints: Self { Self("lb_endpoints", 2) }
}

extension Field where Message == Envoy.LocalityEndpoints, Value == Wrapped<UInt32> {
  @inlinable public static var loadBalancingWeight: Self { Self("load_balancing_weight", 3) }
  @inlinable public static var proximity: Self { Self("proximity", 6) }
}

extension Field where Message == Envoy.LocalityEndpoints, Value == UInt32 {
  @inlinable public static var priority: Self { Self("priority", 5) }
}

extension Field where Message == Envoy.LocalityEndpoints, Value == Envoy.Metadata {
  @inlinable public static var metadata: Self { Self("metadata", 9) }
}

extension Field where Message == Envoy.Lua, Value == String {
  @inlinable public static var inlineCode: Self { Self("inline_code", 1) }
  @inlinable public static var statPrefix: Self { Self("stat_prefix", 4) }
  @inlinable public static var sharedVmId: Self { Self("shared_vm_id", 9) }
}

extension Field where Message == Envoy.Lua, Value == [String: Envoy.DataSource] {
  @inlinable public static var sourceCodes: Self { Self("source_codes", 2) }
}

extension Field where Message == Envoy.Lua, Value == Envoy.DataSource {
  @inlinable public static var defaultSourceCode: Self { Self("default_source_code", 3) }
}

extension Field where Message == Envoy.Lua, Value == Wrapped<Bool> {
  @inlinable public static var clearRouteCache: Self { Self("clear_route_cache", 5) }
}

extension Field where Message == Envoy.Lua, Value == Envoy.Struct {
  @inlinable public static var filterContext: Self { Self("filter_context", 6) }
}

extension Field where Message == Envoy.Lua, Value == [String] {
  @inlinable public static var packagePaths: Self { Self("package_paths", 7) }
  @inlinable public static var packageCpaths: Self { Self("package_cpaths", 8) }
}

extension Field where Message == Envoy.Matcher, Value == Envoy.MatcherList {
  @inlinable public static var matcherList: Self { Self("matcher_list", 1) }
}

extension Field where Message == Envoy.Matcher, Value == Envoy.MatcherTree {
  @inlinable public static var matcherTree: Self { Self("matcher_tree", 2) }
}

extension Field where Message == Envoy.Matcher, Value == Envoy.MatcherOutcome {
  @inlinable public static var onNoMatch: Self { Self("on_no_match", 3) }
}

extension Field where Message == Envoy.MatcherCIDRRange, Value == String {
  @inlinable public static var addressPrefix: Self { Self("address_prefix", 1) }
}

extension Field where Message == Envoy.MatcherCIDRRange, Value == Wrapped<UInt32> {
  @inlinable public static var prefixLen: Self { Self("prefix_len", 2) }
}

extension Field where Message == Envoy.MatcherEntry, Value == Envoy.MatcherPredicate {
  @inlinable public static var predicate: Self { Self("predicate", 1) }
}

extension Field where Message == Envoy.MatcherEntry, Value == Envoy.MatcherOutcome {
  @inlinable public static var onMatch: Self { Self("on_match", 2) }
}

extension Field where Message == Envoy.MatcherExtension, Value == String {
  @inlinable public static var name: Self { Self("name", 1) }
}

extension Field where Message == Envoy.MatcherExtension, Value == Envoy.AnyMessage {
  @inlinable public static var typedConfig: Self { Self("typed_config", 2) }
}

extension Envoy.MatcherExtension: NamedExtension {
  public static var nameField: Field<Self, String> { .name }
  public static var configurationField: Field<Self, Envoy.AnyMessage> { .typedConfig }
}

extension Field where Message == Envoy.MatcherList, Value == [Envoy.MatcherEntry] {
  @inlinable public static var matchers: Self { Self("matchers", 1) }
}

extension Field where Message == Envoy.MatcherMap, Value == [String: Envoy.MatcherOutcome] {
  @inlinable public static var map: Self { Self("map", 1) }
}

extension Field where Message == Envoy.MatcherOutcome, Value == Envoy.Matcher {
  @inlinable public static var matcher: Self { Self("matcher", 1) }
}

extension Field where Message == Envoy.MatcherOutcome, Value == Envoy.MatcherExtension {
  @inlinable public static var action: Self { Self("action", 2) }
}

extension Field where Message == Envoy.MatcherOutcome, Value == Bool {
  @inlinable public static var keepMatching: Self { Self("keep_matching", 3) }
}

extension Field where Message == Envoy.MatcherPredicate, Value == Envoy.MatcherSinglePredicate {
  @inlinable public static var singlePredicate: Self { Self("single_predicate", 1) }
}

extension Field where Message == Envoy.MatcherPredicate, Value == Envoy.MatcherPredicateList {
  @inlinable public static var orMatcher: Self { Self("or_matcher", 2) }
  @inlinable public static var andMatcher: Self { Self("and_matcher", 3) }
}

extension Field where Message == Envoy.MatcherPredicate, Value == Envoy.MatcherPredicate {
  @inlinable public static var notMatcher: Self { Self("not_matcher", 4) }
}

extension Field where Message == Envoy.MatcherPredicateList, Value == [Envoy.MatcherPredicate] {
  @inlinable public static var predicate: Self { Self("predicate", 1) }
}

extension Field where Message == Envoy.MatcherRegex, Value == Envoy.MatcherRE2 {
  @inlinable public static var googleRe2: Self { Self("google_re2", 1) }
}

extension Field where Message == Envoy.MatcherRegex, Value == String {
  @inlinable public static var regex: Self { Self("regex", 2) }
}

extension Field where Message == Envoy.MatcherSinglePredicate, Value == Envoy.MatcherExtension {
  @inlinable public static var input: Self { Self("input", 1) }
  @inlinable public static var customMatch: Self { Self("custom_match", 3) }
}

extension Field where Message == Envoy.MatcherSinglePredicate, Value == Envoy.MatcherString {
  @inlinable public static var valueMatch: Self { Self("value_match", 2) }
}

extension Field where Message == Envoy.MatcherString, Value == String {
  @inlinable public static var exact: Self { Self("exact", 1) }
  @inlinable public static var prefix: Self { Self("prefix", 2) }
  @inlinable public static var suffix: Self { Self("suffix", 3) }
  @inlinable public static var contains: Self { Self("contains", 7) }
}

extension Field where Message == Envoy.MatcherString, Value == Envoy.MatcherRegex {
  @inlinable public static var safeRegex: Self { Self("safe_regex", 5) }
}

extension Field where Message == Envoy.MatcherString, Value == Bool {
  @inlinable public static var ignoreCase: Self { Self("ignore_case", 6) }
}

extension Field where Message == Envoy.MatcherString, Value == Envoy.MatcherExtension {
  @inlinable public static var custom: Self { Self("custom", 8) }
}

extension Field where Message == Envoy.MatcherTree, Value == Envoy.MatcherExtension {
  @inlinable public static var input: Self { Self("input", 1) }
  @inlinable public static var customMatch: Self { Self("custom_match", 4) }
}

extension Field where Message == Envoy.MatcherTree, Value == Envoy.MatcherMap {
  @inlinable public static var exactMatchMap: Self { Self("exact_match_map", 2) }
  @inlinable public static var prefixMatchMap: Self { Self("prefix_match_map", 3) }
}

extension Field where Message == Envoy.MaxMind, Value == String {
  @inlinable public static var cityDbPath: Self { Self("city_db_path", 1) }
  @inlinable public static var asnDbPath: Self { Self("asn_db_path", 2) }
  @inlinable public static var anonDbPath: Self { Self("anon_db_path", 3) }
  @inlinable public static var ispDbPath: Self { Self("isp_db_path", 5) }
  @inlinable public static var countryDbPath: Self { Self("country_db_path", 6) }
}

extension Field where Message == Envoy.MaxMind, Value == Envoy.GeoProvider {
  @inlinable public static var commonProviderConfig: Self { Self("common_provider_config", 4) }
}

extension Field where Message == Envoy.Metadata, Value == [String: Envoy.Struct] {
  @inlinable public static var filterMetadata: Self { Self("filter_metadata", 1) }
}

extension Field where Message == Envoy.Metadata, Value == [String: Envoy.AnyMessage] {
  @inlinable public static var typedFilterMetadata: Self { Self("typed_filter_metadata", 2) }
}

extension Field where Message == Envoy.MetadataKey, Value == String {
  @inlinable public static var key: Self { Self("key", 1) }
}

extension Field where Message == Envoy.MetadataKey, Value == [Envoy.MetadataKeySegment] {
  @inlinable public static var path: Self { Self("path", 2) }
}

extension Field where Message == Envoy.MetadataKeySegment, Value == String {
  @inlinable public static var key: Self { Self("key", 1) }
}

extension Field where Message == Envoy.MetadataKeySegment, Value == UInt32 {
  @inlinable public static var index: Self { Self("index", 2) }
}

extension Field where Message == Envoy.MetadataMatcher, Value == String {
  @inlinable public static var filter: Self { Self("filter", 1) }
}

extension Field where Message == Envoy.MetadataMatcher, Value == [Envoy.MetadataMatcherSegment] {
  @inlinable public static var path: Self { Self("path", 2) }
}

extension Field where Message == Envoy.MetadataMatcher, Value == Envoy.ValueMatcher {
  @inlinable public static var value: Self { Self("value", 3) }
}

extension Field where Message == Envoy.MetadataMatcher, Value == Bool {
  @inlinable public static var invert: Self { Self("invert", 4) }
}

extension Field where Message == Envoy.MetadataMatcherSegment, Value == String {
  @inlinable public static var key: Self { Self("key", 1) }
}

extension Field where Message == Envoy.MirrorPolicy, Value == String {
  @inlinable public static var cluster: Self { Self("cluster", 1) }
  @inlinable public static var clusterHeader: Self { Self("cluster_header", 5) }
  @inlinable public static var hostRewriteLiteral: Self { Self("host_rewrite_literal", 8) }
}

extension Field where Message == Envoy.MirrorPolicy, Value == Envoy.RuntimeFractionalPercent {
  @inlinable public static var runtimeFraction: Self { Self("runtime_fraction", 3) }
}

extension Field where Message == Envoy.MirrorPolicy, Value == Wrapped<Bool> {
  @inlinable public static var traceSampled: Self { Self("trace_sampled", 4) }
}

extension Field where Message == Envoy.MirrorPolicy, Value == Bool {
  @inlinable public static var disableShadowHostSuffixAppend: Self { Self("disable_shadow_host_suffix_append", 6) }
}

extension Field where Message == Envoy.MirrorPolicy, Value == [Envoy.HeaderMutation] {
  @inlinable public static var requestHeadersMutations: Self { Self("request_headers_mutations", 7) }
}

extension Field where Message == Envoy.NetworkDirectResponse, Value == Envoy.DataSource {
  @inlinable public static var response: Self { Self("response", 1) }
}

extension Field where Message == Envoy.NetworkFilterState, Value == [Envoy.FilterStateValue] {
  @inlinable public static var onNewConnection: Self { Self("on_new_connection", 1) }
  @inlinable public static var onDownstreamTlsHandshake: Self { Self("on_downstream_tls_handshake", 2) }
  @inlinable public static var onDownstreamData: Self { Self("on_downstream_data", 3) }
}

extension Field where Message == Envoy.NetworkGeoip, Value == String {
  @inlinable public static var statPrefix: Self { Self("stat_prefix", 1) }
  @inlinable public static var clientIp: Self { Self("client_ip", 3) }
}

extension Field where Message == Envoy.NetworkGeoip, Value == Envoy.TypedExtension {
  @inlinable public static var provider: Self { Self("provider", 2) }
}

extension Field where Message == Envoy.OAuth2, Value == Envoy.OAuth2Config {
  @inlinable public static var config: Self { Self("config", 1) }
}

extension Field where Message == Envoy.OAuth2Config, Value == Envoy.HTTPURI {
  @inlinable public static var tokenEndpoint: Self { Self("token_endpoint", 1) }
}

extension Field where Message == Envoy.OAuth2Config, Value == String {
  @inlinable public static var authorizationEndpoint: Self { Self("authorization_endpoint", 2) }
  @inlinable public static var redirectUri: Self { Self("redirect_uri", 4) }
  @inlinable public static var statPrefix: Self { Self("stat_prefix", 22) }
  @inlinable public static var endSessionEndpoint: Self { Self("end_session_endpoint", 23) }
  @inlinable public static var originalRequestUri: Self { Self("original_request_uri", 28) }
}

extension Field where Message == Envoy.OAuth2Config, Value == Envoy.OAuth2Credentials {
  @inlinable public static var credentials: Self { Self("credentials", 3) }
}

extension Field where Message == Envoy.OAuth2Config, Value == Envoy.PathMatcher {
  @inlinable public static var redirectPathMatcher: Self { Self("redirect_path_matcher", 5) }
  @inlinable public static var signoutPath: Self { Self("signout_path", 6) }
}

extension Field where Message == Envoy.OAuth2Config, Value == Bool {
  @inlinable public static var forwardBearerToken: Self { Self("forward_bearer_token", 7) }
  @inlinable public static var preserveAuthorizationHeader: Self { Self("preserve_authorization_header", 16) }
  @inlinable public static var disableIdTokenSetCookie: Self { Self("disable_id_token_set_cookie", 17) }
  @inlinable public static var disableAccessTokenSetCookie: Self { Self("disable_access_token_set_cookie", 19) }
  @inlinable public static var disableRefreshTokenSetCookie: Self { Self("disable_refresh_token_set_cookie", 20) }
  @inlinable public static var disableTokenEncryption: Self { Self("disable_token_encryption", 26) }
  @inlinable public static var useAccessTokenExpiryForIdTokenCookie: Self { Self("use_access_token_expiry_for_id_token_cookie", 30) }
}

extension Field where Message == Envoy.OAuth2Config, Value == [Envoy.HeaderMatcher] {
  @inlinable public static var passThroughMatcher: Self { Self("pass_through_matcher", 8) }
  @inlinable public static var denyRedirectMatcher: Self { Self("deny_redirect_matcher", 14) }
  @inlinable public static var allowFailedMatcher: Self { Self("allow_failed_matcher", 27) }
}

extension Field where Message == Envoy.OAuth2Config, Value == [String] {
  @inlinable public static var authScopes: Self { Self("auth_scopes", 9) }
  @inlinable public static var resources: Self { Self("resources", 10) }
  @inlinable public static var allowedRedirectDomains: Self { Self("allowed_redirect_domains", 29) }
}

extension Field where Message == Envoy.OAuth2Config, Value == Wrapped<Bool> {
  @inlinable public static var useRefreshToken: Self { Self("use_refresh_token", 12) }
}

extension Field where Message == Envoy.OAuth2Config, Value == Envoy.Duration {
  @inlinable public static var defaultExpiresIn: Self { Self("default_expires_in", 13) }
  @inlinable public static var defaultRefreshTokenExpiresIn: Self { Self("default_refresh_token_expires_in", 15) }
  @inlinable public static var csrfTokenExpiresIn: Self { Self("csrf_token_expires_in", 24) }
  @inlinable public static var codeVerifierTokenExpiresIn: Self { Self("code_verifier_token_expires_in", 25) }
}

extension Field where Message == Envoy.OAuth2CookieNames, Value == String {
  @inlinable public static var bearerToken: Self { Self("bearer_token", 1) }
  @inlinable public static var oauthHmac: Self { Self("oauth_hmac", 2) }
  @inlinable public static var oauthExpires: Self { Self("oauth_expires", 3) }
  @inlinable public static var idToken: Self { Self("id_token", 4) }
  @inlinable public static var refreshToken: Self { Self("refresh_token", 5) }
  @inlinable public static var oauthNonce: Self { Self("oauth_nonce", 6) }
  @inlinable public static var codeVerifier: Self { Self("code_verifier", 7) }
}

extension Field where Message == Envoy.OAuth2Credentials, Value == String {
  @inlinable public static var clientId: Self { Self("client_id", 1) }
  @inlinable public static var cookieDomain: Self { Self("cookie_domain", 5) }
}

extension Field where Message == Envoy.OAuth2Credentials, Value == Envoy.SecretConfig {
  @inlinable public static var tokenSecret: Self { Self("token_secret", 2) }
  @inlinable public static var hmacSecret: Self { Self("hmac_secret", 3) }
}

extension Field where Message == Envoy.OAuth2Credentials, Value == Envoy.OAuth2CookieNames {
  @inlinable public static var cookieNames: Self { Self("cookie_names", 4) }
}

extension Field where Message == Envoy.OpenTelemetry, Value == Envoy.GRPCService {
  @inlinable public static var grpcService: Self { Self("grpc_service", 1) }
}

extension Field where Message == Envoy.OpenTelemetry, Value == String {
  @inlinable public static var serviceName: Self { Self("service_name", 2) }
}

extension Field where Message == Envoy.OpenTelemetry, Value == [Envoy.TypedExtension] {
  @inlinable public static var resourceDetectors: Self { Self("resource_detectors", 4) }
}

extension Field where Message == Envoy.OpenTelemetry, Value == Envoy.TypedExtension {
  @inlinable public static var sampler: Self { Self("sampler", 5) }
  @inlinable public static var exporter: Self { Self("exporter", 10) }
}

extension Field where Message == Envoy.OpenTelemetry, Value == Wrapped<UInt32> {
  @inlinable public static var maxCacheSize: Self { Self("max_cache_size", 6) }
}

extension Field where Message == Envoy.OpenTelemetry, Value == Wrapped<Bool> {
  @inlinable public static var setTelemetrySdkResourceAttributes: Self { Self("set_telemetry_sdk_resource_attributes", 7) }
  @inlinable public static var setServiceNameResourceAttribute: Self { Self("set_service_name_resource_attribute", 8) }
  @inlinable public static var setInstrumentationScope: Self { Self("set_instrumentation_scope", 9) }
}

extension Field where Message == Envoy.OrMatcher, Value == [Envoy.ValueMatcher] {
  @inlinable public static var valueMatchers: Self { Self("value_matchers", 1) }
}

extension Field where Message == Envoy.OutlierDetection, Value == Wrapped<UInt32> {
  @inlinable public static var consecutive5xx: Self { Self("consecutive_5xx", 1) }
  @inlinable public static var maxEjectionPercent: Self { Self("max_ejection_percent", 4) }
  @inlinable public static var enforcingConsecutive5xx: Self { Self("enforcing_consecutive_5xx", 5) }
  @inlinable public static var enforcingSuccessRate: Self { Self("enforcing_success_rate", 6) }
  @inlinable public static var successRateMinimumHosts: Self { Self("success_rate_minimum_hosts", 7) }
  @inlinable public static var successRateRequestVolume: Self { Self("success_rate_request_volume", 8) }
  @inlinable public static var successRateStdevFactor: Self { Self("success_rate_stdev_factor", 9) }
  @inlinable public static var consecutiveGatewayFailure: Self { Self("consecutive_gateway_failure", 10) }
  @inlinable public static var enforcingConsecutiveGatewayFailure: Self { Self("enforcing_consecutive_gateway_failure", 11) }
  @inlinable public static var consecutiveLocalOriginFailure: Self { Self("consecutive_local_origin_failure", 13) }
  @inlinable public static var enforcingConsecutiveLocalOriginFailure: Self { Self("enforcing_consecutive_local_origin_failure", 14) }
  @inlinable public static var enforcingLocalOriginSuccessRate: Self { Self("enforcing_local_origin_success_rate", 15) }
  @inlinable public static var failurePercentageThreshold: Self { Self("failure_percentage_threshold", 16) }
  @inlinable public static var enforcingFailurePercentage: Self { Self("enforcing_failure_percentage", 17) }
  @inlinable public static var enforcingFailurePercentageLocalOrigin: Self { Self("enforcing_failure_percentage_local_origin", 18) }
  @inlinable public static var failurePercentageMinimumHosts: Self { Self("failure_percentage_minimum_hosts", 19) }
  @inlinable public static var failurePercentageRequestVolume: Self { Self("failure_percentage_request_volume", 20) }
}

extension Field where Message == Envoy.OutlierDetection, Value == Envoy.Duration {
  @inlinable public static var interval: Self { Self("interval", 2) }
  @inlinable public static var baseEjectionTime: Self { Self("base_ejection_time", 3) }
  @inlinable public static var maxEjectionTime: Self { Self("max_ejection_time", 21) }
  @inlinable public static var maxEjectionTimeJitter: Self { Self("max_ejection_time_jitter", 22) }
}

extension Field where Message == Envoy.OutlierDetection, Value == Bool {
  @inlinable public static var splitExternalLocalOriginErrors: Self { Self("split_external_local_origin_errors", 12) }
}

extension Field where Message == Envoy.OutlierDetection, Value == Wrapped<Bool> {
  @inlinable public static var successfulActiveHealthCheckUnejectHost: Self { Self("successful_active_health_check_uneject_host", 23) }
  @inlinable public static var alwaysEjectOneHost: Self { Self("always_eject_one_host", 25) }
  @inlinable public static var detectDegradedHosts: Self { Self("detect_degraded_hosts", 26) }
}

extension Field where Message == Envoy.OutlierDetection, Value == [Envoy.TypedExtension] {
  @inlinable public static var monitors: Self { Self("monitors", 24) }
}

extension Field where Message == Envoy.PathConfigSource, Value == String {
  @inlinable public static var path: Self { Self("path", 1) }
}

extension Field where Message == Envoy.PathConfigSource, Value == Envoy.WatchedDirectory {
  @inlinable public static var watchedDirectory: Self { Self("watched_directory", 2) }
}

extension Field where Message == Envoy.PathConfigSource, Value == Envoy.Duration {
  @inlinable public static var pollInterval: Self { Self("poll_interval", 3) }
}

extension Field where Message == Envoy.PathMatcher, Value == Envoy.StringMatcher {
  @inlinable public static var path: Self { Self("path", 1) }
}

extension Field where Message == Envoy.Percent, Value == Double {
  @inlinable public static var value: Self { Self("value", 1) }
}

extension Field where Message == Envoy.ProxyProtocol, Value == Bool {
  @inlinable public static var allowRequestsWithoutProxyProtocol: Self { Self("allow_requests_without_proxy_protocol", 2) }
}

extension Field where Message == Envoy.ProxyProtocol, Value == [EnumValue<Envoy.ProxyProtocolVersion>] {
  @inlinable public static var disallowedVersions: Self { Self("disallowed_versions", 4) }
}

extension Field where Message == Envoy.ProxyProtocol, Value == String {
  @inlinable public static var statPrefix: Self { Self("stat_prefix", 5) }
}

extension Field where Message == Envoy.ProxyProtocolConfig, Value == EnumValue<Envoy.ProxyProtocolVersion> {
  @inlinable public static var version: Self { Self("version", 1) }
}

extension Field where Message == Envoy.ProxyProtocolTransport, Value == Envoy.ProxyProtocolConfig {
  @inlinable public static var config: Self { Self("config", 1) }
}

extension Field where Message == Envoy.ProxyProtocolTransport, Value == Envoy.TransportSocket {
  @inlinable public static var transportSocket: Self { Self("transport_socket", 2) }
}

extension Field where Message == Envoy.ProxyProtocolTransport, Value == Bool {
  @inlinable public static var allowUnspecifiedAddress: Self { Self("allow_unspecified_address", 3) }
  @inlinable public static var tlvAsPoolKey: Self { Self("tlv_as_pool_key", 4) }
}

extension EnumValue where Enum == Envoy.ProxyProtocolVersion {
  @inlinable public static var v1: Self { Self("V1", 0) }
  @inlinable public static var v2: Self { Self("V2", 1) }
}

extension Field where Message == Envoy.QUICListener, Value == Envoy.QUICOptions {
  @inlinable public static var quicProtocolOptions: Self { Self("quic_protocol_options", 1) }
}

extension Field where Message == Envoy.QUICListener, Value == Envoy.Duration {
  @inlinable public static var idleTimeout: Self { Self("idle_timeout", 2) }
  @inlinable public static var cryptoHandshakeTimeout: Self { Self("crypto_handshake_timeout", 3) }
}

extension Field where Message == Envoy.QUICListener, Value == Wrapped<UInt32> {
  @inlinable public static var packetsToReadToConnectionCountRatio: Self { Self("packets_to_read_to_connection_count_ratio", 5) }
  @inlinable public static var maxSessionsPerEventLoop: Self { Self("max_sessions_per_event_loop", 14) }
}

extension Field where Message == Envoy.QUICListener, Value == Envoy.TypedExtension {
  @inlinable public static var cryptoStreamConfig: Self { Self("crypto_stream_config", 6) }
  @inlinable public static var proofSourceConfig: Self { Self("proof_source_config", 7) }
  @inlinable public static var connectionIdGeneratorConfig: Self { Self("connection_id_generator_config", 8) }
  @inlinable public static var serverPreferredAddressConfig: Self { Self("server_preferred_address_config", 9) }
  @inlinable public static var connectionDebugVisitorConfig: Self { Self("connection_debug_visitor_config", 11) }
}

extension Field where Message == Envoy.QUICListener, Value == Wrapped<Bool> {
  @inlinable public static var sendDisableActiveMigration: Self { Self("send_disable_active_migration", 10) }
}

extension Field where Message == Envoy.QUICListener, Value == Bool {
  @inlinable public static var rejectNewConnections: Self { Self("reject_new_connections", 13) }
}

extension Field where Message == Envoy.QUICOptions, Value == Wrapped<UInt32> {
  @inlinable public static var maxConcurrentStreams: Self { Self("max_concurrent_streams", 1) }
  @inlinable public static var initialStreamWindowSize: Self { Self("initial_stream_window_size", 2) }
  @inlinable public static var initialConnectionWindowSize: Self { Self("initial_connection_window_size", 3) }
  @inlinable public static var numTimeoutsToTriggerPortMigration: Self { Self("num_timeouts_to_trigger_port_migration", 4) }
}

extension Field where Message == Envoy.QUICOptions, Value == String {
  @inlinable public static var connectionOptions: Self { Self("connection_options", 6) }
  @inlinable public static var clientConnectionOptions: Self { Self("client_connection_options", 7) }
}

extension Field where Message == Envoy.QUICOptions, Value == Envoy.Duration {
  @inlinable public static var idleNetworkTimeout: Self { Self("idle_network_timeout", 8) }
  @inlinable public static var memoryReductionTimeout: Self { Self("memory_reduction_timeout", 12) }
}

extension Field where Message == Envoy.QUICOptions, Value == Wrapped<UInt64> {
  @inlinable public static var maxPacketLength: Self { Self("max_packet_length", 9) }
}

extension Field where Message == Envoy.QUICOptions, Value == Envoy.TypedExtension {
  @inlinable public static var clientPacketWriter: Self { Self("client_packet_writer", 10) }
}

extension Field where Message == Envoy.QUICOptions, Value == Wrapped<Bool> {
  @inlinable public static var enableScone: Self { Self("enable_scone", 13) }
}

extension Field where Message == Envoy.QUICTransport, Value == Envoy.DownstreamTLS {
  @inlinable public static var downstreamTlsContext: Self { Self("downstream_tls_context", 1) }
}

extension Field where Message == Envoy.QUICTransport, Value == Wrapped<Bool> {
  @inlinable public static var enableEarlyData: Self { Self("enable_early_data", 2) }
  @inlinable public static var enableResumption: Self { Self("enable_resumption", 3) }
}

extension Field where Message == Envoy.QueryParameterMatcher, Value == String {
  @inlinable public static var name: Self { Self("name", 1) }
}

extension Field where Message == Envoy.QueryParameterMatcher, Value == Envoy.StringMatcher {
  @inlinable public static var stringMatch: Self { Self("string_match", 5) }
}

extension Field where Message == Envoy.QueryParameterMatcher, Value == Bool {
  @inlinable public static var presentMatch: Self { Self("present_match", 6) }
}

extension Field where Message == Envoy.RBAC, Value == Envoy.RBACRules {
  @inlinable public static var rules: Self { Self("rules", 1) }
  @inlinable public static var shadowRules: Self { Self("shadow_rules", 2) }
}

extension Field where Message == Envoy.RBAC, Value == String {
  @inlinable public static var shadowRulesStatPrefix: Self { Self("shadow_rules_stat_prefix", 3) }
  @inlinable public static var rulesStatPrefix: Self { Self("rules_stat_prefix", 6) }
}

extension Field where Message == Envoy.RBAC, Value == Envoy.Matcher {
  @inlinable public static var matcher: Self { Self("matcher", 4) }
  @inlinable public static var shadowMatcher: Self { Self("shadow_matcher", 5) }
}

extension Field where Message == Envoy.RBAC, Value == Bool {
  @inlinable public static var trackPerRuleStats: Self { Self("track_per_rule_stats", 7) }
}

extension Field where Message == Envoy.RBACPermission, Value == Bool {
  @inlinable public static var any: Self { Self("any", 3) }
}

extension Field where Message == Envoy.RBACPermission, Value == Envoy.HeaderMatcher {
  @inlinable public static var header: Self { Self("header", 4) }
}

extension Field where Message == Envoy.RBACPermission, Value == Envoy.CIDRRange {
  @inlinable public static var destinationIp: Self { Self("destination_ip", 5) }
}

extension Field where Message == Envoy.RBACPermission, Value == UInt32 {
  @inlinable public static var destinationPort: Self { Self("destination_port", 6) }
}

extension Field where Message == Envoy.RBACPermission, Value == Envoy.MetadataMatcher {
  @inlinable public static var metadata: Self { Self("metadata", 7) }
}

extension Field where Message == Envoy.RBACPermission, Value == Envoy.RBACPermission {
  @inlinable public static var notRule: Self { Self("not_rule", 8) }
}

extension Field where Message == Envoy.RBACPermission, Value == Envoy.StringMatcher {
  @inlinable public static var requestedServerName: Self { Self("requested_server_name", 9) }
}

extension Field where Message == Envoy.RBACPermission, Value == Envoy.PathMatcher {
  @inlinable public static var urlPath: Self { Self("url_path", 10) }
}

extension Field where Message == Envoy.RBACPermission, Value == Envoy.TypedExtension {
  @inlinable public static var matcher: Self { Self("matcher", 12) }
  @inlinable public static var uriTemplate: Self { Self("uri_template", 13) }
}

extension Field where Message == Envoy.RBACPolicy, Value == [Envoy.RBACPermission] {
  @inlinable public static var permissions: Self { Self("permissions", 1) }
}

extension Field where Message == Envoy.RBACPolicy, Value == [Envoy.RBACPrincipal] {
  @inlinable public static var principals: Self { Self("principals", 2) }
}

extension Field where Message == Envoy.RBACPrincipal, Value == Bool {
  @inlinable public static var any: Self { Self("any", 3) }
}

extension Field where Message == Envoy.RBACPrincipal, Value == Envoy.CIDRRange {
  @inlinable public static var sourceIp: Self { Self("source_ip", 5) }
  @inlinable public static var directRemoteIp: Self { Self("direct_remote_ip", 10) }
  @inlinable public static var remoteIp: Self { Self("remote_ip", 11) }
}

extension Field where Message == Envoy.RBACPrincipal, Value == Envoy.HeaderMatcher {
  @inlinable public static var header: Self { Self("header", 6) }
}

extension Field where Message == Envoy.RBACPrincipal, Value == Envoy.MetadataMatcher {
  @inlinable public static var metadata: Self { Self("metadata", 7) }
}

extension Field where Message == Envoy.RBACPrincipal, Value == Envoy.RBACPrincipal {
  @inlinable public static var notId: Self { Self("not_id", 8) }
}

extension Field where Message == Envoy.RBACPrincipal, Value == Envoy.PathMatcher {
  @inlinable public static var urlPath: Self { Self("url_path", 9) }
}

extension Field where Message == Envoy.RBACPrincipal, Value == Envoy.FilterStateMatcher {
  @inlinable public static var filterState: Self { Self("filter_state", 12) }
}

extension Field where Message == Envoy.RBACPrincipal, Value == Envoy.TypedExtension {
  @inlinable public static var custom: Self { Self("custom", 14) }
}

extension Field where Message == Envoy.RBACRules, Value == [String: Envoy.RBACPolicy] {
  @inlinable public static var policies: Self { Self("policies", 2) }
}

extension Field where Message == Envoy.RDS, Value == Envoy.ConfigSource {
  @inlinable public static var configSource: Self { Self("config_source", 1) }
}

extension Field where Message == Envoy.RDS, Value == String {
  @inlinable public static var routeConfigName: Self { Self("route_config_name", 2) }
}

extension Field where Message == Envoy.RateLimit, Value == Wrapped<UInt32> {
  @inlinable public static var stage: Self { Self("stage", 1) }
}

extension Field where Message == Envoy.RateLimit, Value == String {
  @inlinable public static var disableKey: Self { Self("disable_key", 2) }
}

extension Field where Message == Envoy.RateLimit, Value == [Envoy.RateLimitAction] {
  @inlinable public static var actions: Self { Self("actions", 3) }
}

extension Field where Message == Envoy.RateLimit, Value == Bool {
  @inlinable public static var applyOnStreamDone: Self { Self("apply_on_stream_done", 6) }
}

extension Field where Message == Envoy.RateLimitAction, Value == Envoy.RateLimitHeader {
  @inlinable public static var requestHeaders: Self { Self("request_headers", 3) }
}

extension Field where Message == Envoy.RateLimitAction, Value == Envoy.RateLimitKey {
  @inlinable public static var genericKey: Self { Self("generic_key", 5) }
}

extension Field where Message == Envoy.RateLimitAction, Value == Envoy.RateLimitMetadata {
  @inlinable public static var metadata: Self { Self("metadata", 8) }
}

extension Field where Message == Envoy.RateLimitAction, Value == Envoy.TypedExtension {
  @inlinable public static var `extension`: Self { Self("extension", 9) }
}

extension Field where Message == Envoy.RateLimitAction, Value == Envoy.RateLimitAddress {
  @inlinable public static var maskedRemoteAddress: Self { Self("masked_remote_address", 10) }
}

extension Field where Message == Envoy.RateLimitAction, Value == Envoy.RateLimitQueryParameter {
  @inlinable public static var queryParameters: Self { Self("query_parameters", 12) }
}

extension Field where Message == Envoy.RateLimitAddress, Value == Wrapped<UInt32> {
  @inlinable public static var v4PrefixMaskLen: Self { Self("v4_prefix_mask_len", 1) }
  @inlinable public static var v6PrefixMaskLen: Self { Self("v6_prefix_mask_len", 2) }
}

extension Field where Message == Envoy.RateLimitEntry, Value == String {
  @inlinable public static var key: Self { Self("key", 1) }
  @inlinable public static var value: Self { Self("value", 2) }
}

extension Field where Message == Envoy.RateLimitHeader, Value == String {
  @inlinable public static var headerName: Self { Self("header_name", 1) }
  @inlinable public static var descriptorKey: Self { Self("descriptor_key", 2) }
}

extension Field where Message == Envoy.RateLimitHeader, Value == Bool {
  @inlinable public static var skipIfAbsent: Self { Self("skip_if_absent", 3) }
}

extension Field where Message == Envoy.RateLimitKey, Value == String {
  @inlinable public static var descriptorValue: Self { Self("descriptor_value", 1) }
  @inlinable public static var descriptorKey: Self { Self("descriptor_key", 2) }
  @inlinable public static var defaultValue: Self { Self("default_value", 3) }
}

extension Field where Message == Envoy.RateLimitMetadata, Value == String {
  @inlinable public static var descriptorKey: Self { Self("descriptor_key", 1) }
  @inlinable public static var defaultValue: Self { Self("default_value", 3) }
}

extension Field where Message == Envoy.RateLimitMetadata, Value == Envoy.MetadataKey {
  @inlinable public static var metadataKey: Self { Self("metadata_key", 2) }
}

extension Field where Message == Envoy.RateLimitMetadata, Value == Bool {
  @inlinable public static var skipIfAbsent: Self { Self("skip_if_absent", 5) }
}

extension Field where Message == Envoy.RateLimitQueryParameter, Value == String {
  @inlinable public static var queryParameterName: Self { Self("query_parameter_name", 1) }
  @inlinable public static var descriptorKey: Self { Self("descriptor_key", 2) }
}

extension Field where Message == Envoy.RateLimitQueryParameter, Value == Bool {
  @inlinable public static var skipIfAbsent: Self { Self("skip_if_absent", 3) }
}

extension Field where Message == Envoy.Redirect, Value == String {
  @inlinable public static var hostRedirect: Self { Self("host_redirect", 1) }
  @inlinable public static var pathRedirect: Self { Self("path_redirect", 2) }
  @inlinable public static var prefixRewrite: Self { Self("prefix_rewrite", 5) }
  @inlinable public static var schemeRedirect: Self { Self("scheme_redirect", 7) }
  @inlinable public static var pathRewrite: Self { Self("path_rewrite", 10) }
}

extension Field where Message == Envoy.Redirect, Value == EnumValue<Envoy.RedirectCode> {
  @inlinable public static var responseCode: Self { Self("response_code", 3) }
}

extension Field where Message == Envoy.Redirect, Value == Bool {
  @inlinable public static var httpsRedirect: Self { Self("https_redirect", 4) }
  @inlinable public static var stripQuery: Self { Self("strip_query", 6) }
}

extension Field where Message == Envoy.Redirect, Value == UInt32 {
  @inlinable public static var portRedirect: Self { Self("port_redirect", 8) }
}

extension Field where Message == Envoy.Redirect, Value == Envoy.RegexSubstitution {
  @inlinable public static var regexRewrite: Self { Self("regex_rewrite", 9) }
}

extension EnumValue where Enum == Envoy.RedirectCode {
  @inlinable public static var movedPermanently: Self { Self("MOVED_PERMANENTLY", 0) }
  @inlinable public static var found: Self { Self("FOUND", 1) }
  @inlinable public static var seeOther: Self { Self("SEE_OTHER", 2) }
  @inlinable public static var temporaryRedirect: Self { Self("TEMPORARY_REDIRECT", 3) }
  @inlinable public static var permanentRedirect: Self { Self("PERMANENT_REDIRECT", 4) }
}

extension Field where Message == Envoy.RegexMatcher, Value == String {
  @inlinable public static var regex: Self { Self("regex", 2) }
}

extension Field where Message == Envoy.RegexSubstitution, Value == Envoy.RegexMatcher {
  @inlinable public static var pattern: Self { Self("pattern", 1) }
}

extension Field where Message == Envoy.RegexSubstitution, Value == String {
  @inlinable public static var substitution: Self { Self("substitution", 2) }
}

extension Field where Message == Envoy.RequestHeaderInput, Value == String {
  @inlinable public static var headerName: Self { Self("header_name", 1) }
}

extension EnumValue where Enum == Envoy.RequestMethod {
  @inlinable public static var methodUnspecified: Self { Self("METHOD_UNSPECIFIED", 0) }
  @inlinable public static var get: Self { Self("GET", 1) }
  @inlinable public static var head: Self { Self("HEAD", 2) }
  @inlinable public static var post: Self { Self("POST", 3) }
  @inlinable public static var put: Self { Self("PUT", 4) }
  @inlinable public static var delete: Self { Self("DELETE", 5) }
  @inlinable public static var connect: Self { Self("CONNECT", 6) }
  @inlinable public static var options: Self { Self("OPTIONS", 7) }
  @inlinable public static var trace: Self { Self("TRACE", 8) }
  @inlinable public static var patch: Self { Self("PATCH", 9) }
}

extension Field where Message == Envoy.RetryBackOff, Value == Envoy.Duration {
  @inlinable public static var baseInterval: Self { Self("base_interval", 1) }
  @inlinable public static var maxInterval: Self { Self("max_interval", 2) }
}

extension Field where Message == Envoy.RetryBudget, Value == Envoy.Percent {
  @inlinable public static var budgetPercent: Self { Self("budget_percent", 1) }
}

extension Field where Message == Envoy.RetryBudget, Value == Wrapped<UInt32> {
  @inlinable public static var minRetryConcurrency: Self { Self("min_retry_concurrency", 2) }
}

extension Field where Message == Envoy.RetryBudget, Value == Envoy.Duration {
  @inlinable public static var budgetInterval: Self { Self("budget_interval", 3) }
}

extension Field where Message == Envoy.RetryHostPredicate, Value == String {
  @inlinable public static var name: Self { Self("name", 1) }
}

extension Field where Message == Envoy.RetryHostPredicate, Value == Envoy.AnyMessage {
  @inlinable public static var typedConfig: Self { Self("typed_config", 3) }
}

extension Envoy.RetryHostPredicate: NamedExtension {
  public static var nameField: Field<Self, String> { .name }
  public static var configurationField: Field<Self, Envoy.AnyMessage> { .typedConfig }
}

extension Field where Message == Envoy.RetryPolicy, Value == String {
  @inlinable public static var retryOn: Self { Self("retry_on", 1) }
}

extension Field where Message == Envoy.RetryPolicy, Value == Wrapped<UInt32> {
  @inlinable public static var numRetries: Self { Self("num_retries", 2) }
}

extension Field where Message == Envoy.RetryPolicy, Value == Envoy.Duration {
  @inlinable public static var perTryTimeout: Self { Self("per_try_timeout", 3) }
  @inlinable public static var perTryIdleTimeout: Self { Self("per_try_idle_timeout", 13) }
}

extension Field where Message == Envoy.RetryPolicy, Value == [Envoy.RetryHostPredicate] {
  @inlinable public static var retryHostPredicate: Self { Self("retry_host_predicate", 5) }
}

extension Field where Message == Envoy.RetryPolicy, Value == Int64 {
  @inlinable public static var hostSelectionRetryMaxAttempts: Self { Self("host_selection_retry_max_attempts", 6) }
}

extension Field where Message == Envoy.RetryPolicy, Value == [UInt32] {
  @inlinable public static var retriableStatusCodes: Self { Self("retriable_status_codes", 7) }
}

extension Field where Message == Envoy.RetryPolicy, Value == Envoy.RetryBackOff {
  @inlinable public static var retryBackOff: Self { Self("retry_back_off", 8) }
}

extension Field where Message == Envoy.RetryPolicy, Value == [Envoy.HeaderMatcher] {
  @inlinable public static var retriableHeaders: Self { Self("retriable_headers", 9) }
  @inlinable public static var retriableRequestHeaders: Self { Self("retriable_request_headers", 10) }
}

extension Field where Message == Envoy.RetryPolicy, Value == [Envoy.TypedExtension] {
  @inlinable public static var retryOptionsPredicates: Self { Self("retry_options_predicates", 12) }
}

extension Field where Message == Envoy.RetryPolicy, Value == Bool {
  @inlinable public static var refreshClusterOnRetry: Self { Self("refresh_cluster_on_retry", 14) }
}

extension Field where Message == Envoy.RoundRobin, Value == Envoy.SlowStart {
  @inlinable public static var slowStartConfig: Self { Self("slow_start_config", 1) }
}

extension Field where Message == Envoy.Route, Value == Envoy.RouteMatch {
  @inlinable public static var match: Self { Self("match", 1) }
}

extension Field where Message == Envoy.Route, Value == Envoy.RouteAction {
  @inlinable public static var route: Self { Self("route", 2) }
}

extension Field where Message == Envoy.Route, Value == Envoy.Redirect {
  @inlinable public static var redirect: Self { Self("redirect", 3) }
}

extension Field where Message == Envoy.Route, Value == Envoy.Metadata {
  @inlinable public static var metadata: Self { Self("metadata", 4) }
}

extension Field where Message == Envoy.Route, Value == Envoy.DirectResponse {
  @inlinable public static var directResponse: Self { Self("direct_response", 7) }
}

extension Field where Message == Envoy.Route, Value == [Envoy.HeaderValueOption] {
  @inlinable public static var requestHeadersToAdd: Self { Self("request_headers_to_add", 9) }
  @inlinable public static var responseHeadersToAdd: Self { Self("response_headers_to_add", 10) }
}

extension Field where Message == Envoy.Route, Value == [String] {
  @inlinable public static var responseHeadersToRemove: Self { Self("response_headers_to_remove", 11) }
  @inlinable public static var requestHeadersToRemove: Self { Self("request_headers_to_remove", 12) }
}

extension Field where Message == Envoy.Route, Value == [String: Envoy.AnyMessage] {
  @inlinable public static var typedPerFilterConfig: Self { Self("typed_per_filter_config", 13) }
}

extension Field where Message == Envoy.Route, Value == String {
  @inlinable public static var name: Self { Self("name", 14) }
  @inlinable public static var statPrefix: Self { Self("stat_prefix", 19) }
}

extension Field where Message == Envoy.Route, Value == Wrapped<UInt32> {
  @inlinable public static var perRequestBufferLimitBytes: Self { Self("per_request_buffer_limit_bytes", 16) }
}

extension Field where Message == Envoy.Route, Value == Wrapped<UInt64> {
  @inlinable public static var requestBodyBufferLimit: Self { Self("request_body_buffer_limit", 20) }
}

extension Field where Message == Envoy.Route, Value == [Envoy.TypedExtension] {
  @inlinable public static var routeSpecifiers: Self { Self("route_specifiers", 21) }
}

extension Field where Message == Envoy.RouteAction, Value == String {
  @inlinable public static var cluster: Self { Self("cluster", 1) }
  @inlinable public static var clusterHeader: Self { Self("cluster_header", 2) }
  @inlinable public static var prefixRewrite: Self { Self("prefix_rewrite", 5) }
  @inlinable public static var hostRewriteLiteral: Self { Self("host_rewrite_literal", 6) }
  @inlinable public static var hostRewriteHeader: Self { Self("host_rewrite_header", 29) }
  @inlinable public static var clusterSpecifierPlugin: Self { Self("cluster_specifier_plugin", 37) }
  @inlinable public static var hostRewrite: Self { Self("host_rewrite", 44) }
  @inlinable public static var pathRewrite: Self { Self("path_rewrite", 45) }
}

extension Field where Message == Envoy.RouteAction, Value == Envoy.WeightedClusters {
  @inlinable public static var weightedClusters: Self { Self("weighted_clusters", 3) }
}

extension Field where Message == Envoy.RouteAction, Value == Envoy.Metadata {
  @inlinable public static var metadataMatch: Self { Self("metadata_match", 4) }
}

extension Field where Message == Envoy.RouteAction, Value == Wrapped<Bool> {
  @inlinable public static var autoHostRewrite: Self { Self("auto_host_rewrite", 7) }
  @inlinable public static var includeVhRateLimits: Self { Self("include_vh_rate_limits", 14) }
}

extension Field where Message == Envoy.RouteAction, Value == Envoy.Duration {
  @inlinable public static var timeout: Self { Self("timeout", 8) }
  @inlinable public static var maxGrpcTimeout: Self { Self("max_grpc_timeout", 23) }
  @inlinable public static var idleTimeout: Self { Self("idle_timeout", 24) }
  @inlinable public static var grpcTimeoutOffset: Self { Self("grpc_timeout_offset", 28) }
  @inlinable public static var flushTimeout: Self { Self("flush_timeout", 42) }
}

extension Field where Message == Envoy.RouteAction, Value == Envoy.RetryPolicy {
  @inlinable public static var retryPolicy: Self { Self("retry_policy", 9) }
}

extension Field where Message == Envoy.RouteAction, Value == [Envoy.RateLimit] {
  @inlinable public static var rateLimits: Self { Self("rate_limits", 13) }
}

extension Field where Message == Envoy.RouteAction, Value == [Envoy.HashPolicy] {
  @inlinable public static var hashPolicy: Self { Self("hash_policy", 15) }
}

extension Field where Message == Envoy.RouteAction, Value == [Envoy.RouteUpgrade] {
  @inlinable public static var upgradeConfigs: Self { Self("upgrade_configs", 25) }
}

extension Field where Message == Envoy.RouteAction, Value == Envoy.HedgePolicy {
  @inlinable public static var hedgePolicy: Self { Self("hedge_policy", 27) }
}

extension Field where Message == Envoy.RouteAction, Value == [Envoy.MirrorPolicy] {
  @inlinable public static var requestMirrorPolicies: Self { Self("request_mirror_policies", 30) }
}

extension Field where Message == Envoy.RouteAction, Value == Wrapped<UInt32> {
  @inlinable public static var maxInternalRedirects: Self { Self("max_internal_redirects", 31) }
}

extension Field where Message == Envoy.RouteAction, Value == Envoy.RegexSubstitution {
  @inlinable public static var regexRewrite: Self { Self("regex_rewrite", 32) }
  @inlinable public static var hostRewritePathRegex: Self { Self("host_rewrite_path_regex", 35) }
}

extension Field where Message == Envoy.RouteAction, Value == Envoy.AnyMessage {
  @inlinable public static var retryPolicyTypedConfig: Self { Self("retry_policy_typed_config", 33) }
}

extension Field where Message == Envoy.RouteAction, Value == Bool {
  @inlinable public static var appendXForwardedHost: Self { Self("append_x_forwarded_host", 38) }
}

extension Field where Message == Envoy.RouteAction, Value == Envoy.TypedExtension {
  @inlinable public static var earlyDataPolicy: Self { Self("early_data_policy", 40) }
  @inlinable public static var pathRewritePolicy: Self { Self("path_rewrite_policy", 41) }
}

extension Field where Message == Envoy.RouteConfiguration, Value == String {
  @inlinable public static var name: Self { Self("name", 1) }
  @inlinable public static var vhostHeader: Self { Self("vhost_header", 18) }
}

extension Field where Message == Envoy.RouteConfiguration, Value == [Envoy.VirtualHost] {
  @inlinable public static var virtualHosts: Self { Self("virtual_hosts", 2) }
}

extension Field where Message == Envoy.RouteConfiguration, Value == [String] {
  @inlinable public static var internalOnlyHeaders: Self { Self("internal_only_headers", 3) }
  @inlinable public static var responseHeadersToRemove: Self { Self("response_headers_to_remove", 5) }
  @inlinable public static var requestHeadersToRemove: Self { Self("request_headers_to_remove", 8) }
}

extension Field where Message == Envoy.RouteConfiguration, Value == [Envoy.HeaderValueOption] {
  @inlinable public static var responseHeadersToAdd: Self { Self("response_headers_to_add", 4) }
  @inlinable public static var requestHeadersToAdd: Self { Self("request_headers_to_add", 6) }
}

extension Field where Message == Envoy.RouteConfiguration, Value == Wrapped<Bool> {
  @inlinable public static var validateClusters: Self { Self("validate_clusters", 7) }
}

extension Field where Message == Envoy.RouteConfiguration, Value == Bool {
  @inlinable public static var mostSpecificHeaderMutationsWins: Self { Self("most_specific_header_mutations_wins", 10) }
  @inlinable public static var ignorePortInHostMatching: Self { Self("ignore_port_in_host_matching", 14) }
  @inlinable public static var ignorePathParametersInPathMatching: Self { Self("ignore_path_parameters_in_path_matching", 15) }
}

extension Field where Message == Envoy.RouteConfiguration, Value == Wrapped<UInt32> {
  @inlinable public static var maxDirectResponseBodySizeBytes: Self { Self("max_direct_response_body_size_bytes", 11) }
}

extension Field where Message == Envoy.RouteConfiguration, Value == [Envoy.MirrorPolicy] {
  @inlinable public static var requestMirrorPolicies: Self { Self("request_mirror_policies", 13) }
}

extension Field where Message == Envoy.RouteConfiguration, Value == [String: Envoy.AnyMessage] {
  @inlinable public static var typedPerFilterConfig: Self { Self("typed_per_filter_config", 16) }
}

extension Field where Message == Envoy.RouteConfiguration, Value == Envoy.Metadata {
  @inlinable public static var metadata: Self { Self("metadata", 17) }
}

extension Field where Message == Envoy.RouteConfiguration, Value == [Envoy.TypedExtension] {
  @inlinable public static var routeSpecifiers: Self { Self("route_specifiers", 19) }
}

extension Field where Message == Envoy.RouteList, Value == [Envoy.Route] {
  @inlinable public static var routes: Self { Self("routes", 1) }
}

extension Field where Message == Envoy.RouteMatch, Value == String {
  @inlinable public static var prefix: Self { Self("prefix", 1) }
  @inlinable public static var path: Self { Self("path", 2) }
  @inlinable public static var pathSeparatedPrefix: Self { Self("path_separated_prefix", 14) }
}

extension Field where Message == Envoy.RouteMatch, Value == Wrapped<Bool> {
  @inlinable public static var caseSensitive: Self { Self("case_sensitive", 4) }
}

extension Field where Message == Envoy.RouteMatch, Value == [Envoy.HeaderMatcher] {
  @inlinable public static var headers: Self { Self("headers", 6) }
}

extension Field where Message == Envoy.RouteMatch, Value == [Envoy.QueryParameterMatcher] {
  @inlinable public static var queryParameters: Self { Self("query_parameters", 7) }
}

extension Field where Message == Envoy.RouteMatch, Value == Envoy.RuntimeFractionalPercent {
  @inlinable public static var runtimeFraction: Self { Self("runtime_fraction", 9) }
}

extension Field where Message == Envoy.RouteMatch, Value == Envoy.RegexMatcher {
  @inlinable public static var safeRegex: Self { Self("safe_regex", 10) }
}

extension Field where Message == Envoy.RouteMatch, Value == Envoy.ConnectMatcher {
  @inlinable public static var connectMatcher: Self { Self("connect_matcher", 12) }
}

extension Field where Message == Envoy.RouteMatch, Value == [Envoy.MetadataMatcher] {
  @inlinable public static var dynamicMetadata: Self { Self("dynamic_metadata", 13) }
}

extension Field where Message == Envoy.RouteMatch, Value == Envoy.TypedExtension {
  @inlinable public static var pathMatchPolicy: Self { Self("path_match_policy", 15) }
}

extension Field where Message == Envoy.RouteMatch, Value == [Envoy.FilterStateMatcher] {
  @inlinable public static var filterState: Self { Self("filter_state", 16) }
}

extension Field where Message == Envoy.RouteMatch, Value == [Envoy.CookieMatcher] {
  @inlinable public static var cookies: Self { Self("cookies", 17) }
}

extension Field where Message == Envoy.RouteUpgrade, Value == String {
  @inlinable public static var upgradeType: Self { Self("upgrade_type", 1) }
}

extension Field where Message == Envoy.RouteUpgrade, Value == Wrapped<Bool> {
  @inlinable public static var enabled: Self { Self("enabled", 2) }
}

extension Field where Message == Envoy.RouteUpgrade, Value == Envoy.ConnectConfig {
  @inlinable public static var connectConfig: Self { Self("connect_config", 3) }
}

extension Field where Message == Envoy.Router, Value == Wrapped<Bool> {
  @inlinable public static var dynamicStats: Self { Self("dynamic_stats", 1) }
  @inlinable public static var rejectConnectRequestEarlyData: Self { Self("reject_connect_request_early_data", 10) }
}

extension Field where Message == Envoy.Router, Value == Bool {
  @inlinable public static var startChildSpan: Self { Self("start_child_span", 2) }
  @inlinable public static var suppressEnvoyHeaders: Self { Self("suppress_envoy_headers", 4) }
  @inlinable public static var respectExpectedRqTimeout: Self { Self("respect_expected_rq_timeout", 6) }
  @inlinable public static var suppressGrpcRequestFailureCodeStats: Self { Self("suppress_grpc_request_failure_code_stats", 7) }
}

extension Field where Message == Envoy.Router, Value == [Envoy.AccessLog] {
  @inlinable public static var upstreamLog: Self { Self("upstream_log", 3) }
}

extension Field where Message == Envoy.Router, Value == [String] {
  @inlinable public static var strictCheckHeaders: Self { Self("strict_check_headers", 5) }
}

extension Field where Message == Envoy.Router, Value == [Envoy.HTTPFilter] {
  @inlinable public static var upstreamHttpFilters: Self { Self("upstream_http_filters", 8) }
}

extension Field where Message == Envoy.RuntimeFractionalPercent, Value == Envoy.FractionalPercent {
  @inlinable public static var defaultValue: Self { Self("default_value", 1) }
}

extension Field where Message == Envoy.RuntimeFractionalPercent, Value == String {
  @inlinable public static var runtimeKey: Self { Self("runtime_key", 2) }
}

extension Field where Message == Envoy.Secret, Value == String {
  @inlinable public static var name: Self { Self("name", 1) }
}

extension Field where Message == Envoy.Secret, Value == Envoy.TLSCertificate {
  @inlinable public static var tlsCertificate: Self { Self("tls_certificate", 2) }
}

extension Field where Message == Envoy.Secret, Value == Envoy.CertificateValidation {
  @inlinable public static var validationContext: Self { Self("validation_context", 4) }
}

extension Field where Message == Envoy.Secret, Value == Envoy.GenericSecret {
  @inlinable public static var genericSecret: Self { Self("generic_secret", 5) }
}

extension Field where Message == Envoy.SecretConfig, Value == String {
  @inlinable public static var name: Self { Self("name", 1) }
}

extension Field where Message == Envoy.SecretConfig, Value == Envoy.ConfigSource {
  @inlinable public static var sdsConfig: Self { Self("sds_config", 2) }
}

extension Field where Message == Envoy.SecretFormatter, Value == [String: Envoy.SecretConfig] {
  @inlinable public static var secretConfigs: Self { Self("secret_configs", 1) }
}

extension Field where Message == Envoy.SlowStart, Value == Envoy.Duration {
  @inlinable public static var slowStartWindow: Self { Self("slow_start_window", 1) }
}

extension Field where Message == Envoy.SlowStart, Value == Envoy.Percent {
  @inlinable public static var minWeightPercent: Self { Self("min_weight_percent", 3) }
}

extension Field where Message == Envoy.SocketAddress, Value == EnumValue<Envoy.SocketProtocol> {
  @inlinable public static var `protocol`: Self { Self("protocol", 1) }
}

extension Field where Message == Envoy.SocketAddress, Value == String {
  @inlinable public static var address: Self { Self("address", 2) }
  @inlinable public static var namedPort: Self { Self("named_port", 4) }
  @inlinable public static var resolverName: Self { Self("resolver_name", 5) }
  @inlinable public static var networkNamespaceFilepath: Self { Self("network_namespace_filepath", 7) }
}

extension Field where Message == Envoy.SocketAddress, Value == UInt32 {
  @inlinable public static var portValue: Self { Self("port_value", 3) }
}

extension Field where Message == Envoy.SocketAddress, Value == Bool {
  @inlinable public static var ipv4Compat: Self { Self("ipv4_compat", 6) }
}

extension EnumValue where Enum == Envoy.SocketProtocol {
  @inlinable public static var tcp: Self { Self("TCP", 0) }
  @inlinable public static var udp: Self { Self("UDP", 1) }
}

extension Field where Message == Envoy.StdoutAccessLog, Value == Envoy.SubstitutionFormat {
  @inlinable public static var logFormat: Self { Self("log_format", 1) }
}

extension Field where Message == Envoy.StringMatcher, Value == String {
  @inlinable public static var exact: Self { Self("exact", 1) }
  @inlinable public static var prefix: Self { Self("prefix", 2) }
  @inlinable public static var suffix: Self { Self("suffix", 3) }
  @inlinable public static var contains: Self { Self("contains", 7) }
}

extension Field where Message == Envoy.StringMatcher, Value == Envoy.RegexMatcher {
  @inlinable public static var safeRegex: Self { Self("safe_regex", 5) }
}

extension Field where Message == Envoy.StringMatcher, Value == Bool {
  @inlinable public static var ignoreCase: Self { Self("ignore_case", 6) }
}

extension Field where Message == Envoy.StringMatcher, Value == Envoy.MatcherExtension {
  @inlinable public static var custom: Self { Self("custom", 8) }
}

extension Field where Message == Envoy.StringMatcherList, Value == [Envoy.StringMatcher] {
  @inlinable public static var patterns: Self { Self("patterns", 1) }
}

extension Field where Message == Envoy.StringValue, Value == String {
  @inlinable public static var value: Self { Self("value", 1) }
}

extension EnumValue where Enum == Envoy.SubjectNameKind {
  @inlinable public static var sanTypeUnspecified: Self { Self("SAN_TYPE_UNSPECIFIED", 0) }
  @inlinable public static var email: Self { Self("EMAIL", 1) }
  @inlinable public static var dns: Self { Self("DNS", 2) }
  @inlinable public static var uri: Self { Self("URI", 3) }
  @inlinable public static var ipAddress: Self { Self("IP_ADDRESS", 4) }
  @inlinable public static var otherName: Self { Self("OTHER_NAME", 5) }
}

extension Field where Message == Envoy.SubjectNameMatcher, Value == EnumValue<Envoy.SubjectNameKind> {
  @inlinable public static var sanType: Self { Self("san_type", 1) }
}

extension Field where Message == Envoy.SubjectNameMatcher, Value == Envoy.StringMatcher {
  @inlinable public static var matcher: Self { Self("matcher", 2) }
}

extension Field where Message == Envoy.SubjectNameMatcher, Value == String {
  @inlinable public static var oid: Self { Self("oid", 3) }
}

extension Field where Message == Envoy.SubstitutionFormat, Value == String {
  @inlinable public static var textFormat: Self { Self("text_format", 1) }
  @inlinable public static var contentType: Self { Self("content_type", 4) }
}

extension Field where Message == Envoy.SubstitutionFormat, Value == Envoy.Struct {
  @inlinable public static var jsonFormat: Self { Self("json_format", 2) }
}

extension Field where Message == Envoy.SubstitutionFormat, Value == Bool {
  @inlinable public static var omitEmptyValues: Self { Self("omit_empty_values", 3) }
}

extension Field where Message == Envoy.SubstitutionFormat, Value == Envoy.DataSource {
  @inlinable public static var textFormatSource: Self { Self("text_format_source", 5) }
}

extension Field where Message == Envoy.SubstitutionFormat, Value == [Envoy.TypedExtension] {
  @inlinable public static var formatters: Self { Self("formatters", 6) }
}

extension Field where Message == Envoy.TCPHashPolicy, Value == Envoy.TCPHashPolicySource {
  @inlinable public static var sourceIp: Self { Self("source_ip", 1) }
}

extension Field where Message == Envoy.TCPHealthCheck, Value == Envoy.ProxyProtocolConfig {
  @inlinable public static var proxyProtocolConfig: Self { Self("proxy_protocol_config", 3) }
}

extension Field where Message == Envoy.TCPProxy, Value == String {
  @inlinable public static var statPrefix: Self { Self("stat_prefix", 1) }
  @inlinable public static var cluster: Self { Self("cluster", 2) }
}

extension Field where Message == Envoy.TCPProxy, Value == Envoy.Duration {
  @inlinable public static var downstreamIdleTimeout: Self { Self("downstream_idle_timeout", 3) }
  @inlinable public static var upstreamIdleTimeout: Self { Self("upstream_idle_timeout", 4) }
  @inlinable public static var idleTimeout: Self { Self("idle_timeout", 8) }
  @inlinable public static var maxDownstreamConnectionDuration: Self { Self("max_downstream_connection_duration", 13) }
  @inlinable public static var accessLogFlushInterval: Self { Self("access_log_flush_interval", 15) }
}

extension Field where Message == Envoy.TCPProxy, Value == [Envoy.AccessLog] {
  @inlinable public static var accessLog: Self { Self("access_log", 5) }
}

extension Field where Message == Envoy.TCPProxy, Value == Wrapped<UInt32> {
  @inlinable public static var maxConnectAttempts: Self { Self("max_connect_attempts", 7) }
  @inlinable public static var maxEarlyDataBytes: Self { Self("max_early_data_bytes", 22) }
}

extension Field where Message == Envoy.TCPProxy, Value == Envoy.Metadata {
  @inlinable public static var metadataMatch: Self { Self("metadata_match", 9) }
}

extension Field where Message == Envoy.TCPProxy, Value == Envoy.TCPWeightedClusters {
  @inlinable public static var weightedClusters: Self { Self("weighted_clusters", 10) }
}

extension Field where Message == Envoy.TCPProxy, Value == [Envoy.TCPHashPolicy] {
  @inlinable public static var hashPolicy: Self { Self("hash_policy", 11) }
}

extension Field where Message == Envoy.TCPProxy, Value == Bool {
  @inlinable public static var flushAccessLogOnConnected: Self { Self("flush_access_log_on_connected", 16) }
}

extension Field where Message == Envoy.TCPProxy, Value == Envoy.Percent {
  @inlinable public static var maxDownstreamConnectionDurationJitterPercentage: Self { Self("max_downstream_connection_duration_jitter_percentage", 20) }
}

extension Field where Message == Envoy.TCPProxy, Value == Wrapped<Bool> {
  @inlinable public static var checkDrainClose: Self { Self("check_drain_close", 24) }
}

extension Field where Message == Envoy.TCPWeightedCluster, Value == String {
  @inlinable public static var name: Self { Self("name", 1) }
}

extension Field where Message == Envoy.TCPWeightedCluster, Value == UInt32 {
  @inlinable public static var weight: Self { Self("weight", 2) }
}

extension Field where Message == Envoy.TCPWeightedCluster, Value == Envoy.Metadata {
  @inlinable public static var metadataMatch: Self { Self("metadata_match", 3) }
}

extension Field where Message == Envoy.TCPWeightedClusters, Value == [Envoy.TCPWeightedCluster] {
  @inlinable public static var clusters: Self { Self("clusters", 1) }
}

extension Field where Message == Envoy.TLSCertificate, Value == Envoy.DataSource {
  @inlinable public static var certificateChain: Self { Self("certificate_chain", 1) }
  @inlinable public static var privateKey: Self { Self("private_key", 2) }
  @inlinable public static var password: Self { Self("password", 3) }
  @inlinable public static var ocspStaple: Self { Self("ocsp_staple", 4) }
  @inlinable public static var pkcs12: Self { Self("pkcs12", 8) }
}

extension Field where Message == Envoy.TLSCertificate, Value == [Envoy.DataSource] {
  @inlinable public static var signedCertificateTimestamp: Self { Self("signed_certificate_timestamp", 5) }
}

extension Field where Message == Envoy.TLSCertificate, Value == Envoy.WatchedDirectory {
  @inlinable public static var watchedDirectory: Self { Self("watched_directory", 7) }
}

extension Field where Message == Envoy.TLSCertificate, Value == Envoy.TLSParameters {
  @inlinable public static var tlsParams: Self { Self("tls_params", 9) }
}

extension Field where Message == Envoy.TLSContext, Value == Envoy.TLSParameters {
  @inlinable public static var tlsParams: Self { Self("tls_params", 1) }
}

extension Field where Message == Envoy.TLSContext, Value == [Envoy.TLSCertificate] {
  @inlinable public static var tlsCertificates: Self { Self("tls_certificates", 2) }
}

extension Field where Message == Envoy.TLSContext, Value == Envoy.CertificateValidation {
  @inlinable public static var validationContext: Self { Self("validation_context", 3) }
}

extension Field where Message == Envoy.TLSContext, Value == [String] {
  @inlinable public static var alpnProtocols: Self { Self("alpn_protocols", 4) }
}

extension Field where Message == Envoy.TLSContext, Value == [Envoy.SecretConfig] {
  @inlinable public static var tlsCertificateSdsSecretConfigs: Self { Self("tls_certificate_sds_secret_configs", 6) }
}

extension Field where Message == Envoy.TLSContext, Value == Envoy.SecretConfig {
  @inlinable public static var validationContextSdsSecretConfig: Self { Self("validation_context_sds_secret_config", 7) }
}

extension Field where Message == Envoy.TLSContext, Value == Envoy.CombinedValidation {
  @inlinable public static var combinedValidationContext: Self { Self("combined_validation_context", 8) }
}

extension Field where Message == Envoy.TLSContext, Value == Envoy.TypedExtension {
  @inlinable public static var customHandshaker: Self { Self("custom_handshaker", 13) }
  @inlinable public static var customTlsCertificateSelector: Self { Self("custom_tls_certificate_selector", 16) }
}

extension Field where Message == Envoy.TLSInspector, Value == Wrapped<Bool> {
  @inlinable public static var enableJa3Fingerprinting: Self { Self("enable_ja3_fingerprinting", 1) }
  @inlinable public static var enableJa4Fingerprinting: Self { Self("enable_ja4_fingerprinting", 3) }
}

extension Field where Message == Envoy.TLSInspector, Value == Wrapped<UInt32> {
  @inlinable public static var initialReadBufferSize: Self { Self("initial_read_buffer_size", 2) }
  @inlinable public static var maxClientHelloSize: Self { Self("max_client_hello_size", 5) }
}

extension Field where Message == Envoy.TLSInspector, Value == Bool {
  @inlinable public static var closeConnectionOnClientHelloParsingErrors: Self { Self("close_connection_on_client_hello_parsing_errors", 4) }
}

extension Field where Message == Envoy.TLSParameters, Value == EnumValue<Envoy.TLSProtocol> {
  @inlinable public static var tlsMinimumProtocolVersion: Self { Self("tls_minimum_protocol_version", 1) }
  @inlinable public static var tlsMaximumProtocolVersion: Self { Self("tls_maximum_protocol_version", 2) }
}

extension Field where Message == Envoy.TLSParameters, Value == [String] {
  @inlinable public static var cipherSuites: Self { Self("cipher_suites", 3) }
  @inlinable public static var ecdhCurves: Self { Self("ecdh_curves", 4) }
  @inlinable public static var signatureAlgorithms: Self { Self("signature_algorithms", 5) }
}

extension EnumValue where Enum == Envoy.TLSProtocol {
  @inlinable public static var tlsAuto: Self { Self("TLS_AUTO", 0) }
  @inlinable public static var tlsv10: Self { Self("TLSv1_0", 1) }
  @inlinable public static var tlsv11: Self { Self("TLSv1_1", 2) }
  @inlinable public static var tlsv12: Self { Self("TLSv1_2", 3) }
  @inlinable public static var tlsv13: Self { Self("TLSv1_3", 4) }
}

extension Field where Message == Envoy.Thresholds, Value == Wrapped<UInt32> {
  @inlinable public static var maxConnections: Self { Self("max_connections", 2) }
  @inlinable public static var maxPendingRequests: Self { Self("max_pending_requests", 3) }
  @inlinable public static var maxRequests: Self { Self("max_requests", 4) }
  @inlinable public static var maxRetries: Self { Self("max_retries", 5) }
  @inlinable public static var maxConnectionPools: Self { Self("max_connection_pools", 7) }
}

extension Field where Message == Envoy.Thresholds, Value == Bool {
  @inlinable public static var trackRemaining: Self { Self("track_remaining", 6) }
}

extension Field where Message == Envoy.Thresholds, Value == Envoy.RetryBudget {
  @inlinable public static var retryBudget: Self { Self("retry_budget", 8) }
}

extension Field where Message == Envoy.TokenBucket, Value == UInt32 {
  @inlinable public static var maxTokens: Self { Self("max_tokens", 1) }
}

extension Field where Message == Envoy.TokenBucket, Value == Wrapped<UInt32> {
  @inlinable public static var tokensPerFill: Self { Self("tokens_per_fill", 2) }
}

extension Field where Message == Envoy.TokenBucket, Value == Envoy.Duration {
  @inlinable public static var fillInterval: Self { Self("fill_interval", 3) }
}

extension Field where Message == Envoy.TraceParent, Value == Envoy.TypedExtension {
  @inlinable public static var wrappedSampler: Self { Self("wrapped_sampler", 1) }
}

extension Field where Message == Envoy.TraceProvider, Value == String {
  @inlinable public static var name: Self { Self("name", 1) }
}

extension Field where Message == Envoy.TraceProvider, Value == Envoy.AnyMessage {
  @inlinable public static var typedConfig: Self { Self("typed_config", 3) }
}

extension Envoy.TraceProvider: NamedExtension {
  public static var nameField: Field<Self, String> { .name }
  public static var configurationField: Field<Self, Envoy.AnyMessage> { .typedConfig }
}

extension Field where Message == Envoy.TraceShare, Value == Envoy.FractionalPercent {
  @inlinable public static var samplingPercentage: Self { Self("sampling_percentage", 1) }
}

extension Field where Message == Envoy.TraceTag, Value == String {
  @inlinable public static var tag: Self { Self("tag", 1) }
  @inlinable public static var value: Self { Self("value", 6) }
}

extension Field where Message == Envoy.Tracing, Value == Envoy.Percent {
  @inlinable public static var clientSampling: Self { Self("client_sampling", 3) }
  @inlinable public static var randomSampling: Self { Self("random_sampling", 4) }
  @inlinable public static var overallSampling: Self { Self("overall_sampling", 5) }
}

extension Field where Message == Envoy.Tracing, Value == Bool {
  @inlinable public static var verbose: Self { Self("verbose", 6) }
  @inlinable public static var noContextPropagation: Self { Self("no_context_propagation", 13) }
}

extension Field where Message == Envoy.Tracing, Value == Wrapped<UInt32> {
  @inlinable public static var maxPathTagLength: Self { Self("max_path_tag_length", 7) }
}

extension Field where Message == Envoy.Tracing, Value == [Envoy.TraceTag] {
  @inlinable public static var customTags: Self { Self("custom_tags", 8) }
}

extension Field where Message == Envoy.Tracing, Value == Envoy.TraceProvider {
  @inlinable public static var provider: Self { Self("provider", 9) }
}

extension Field where Message == Envoy.Tracing, Value == Wrapped<Bool> {
  @inlinable public static var spawnUpstreamSpan: Self { Self("spawn_upstream_span", 10) }
}

extension Field where Message == Envoy.Tracing, Value == String {
  @inlinable public static var operation: Self { Self("operation", 11) }
  @inlinable public static var upstreamOperation: Self { Self("upstream_operation", 12) }
}

extension Field where Message == Envoy.TransportSocket, Value == String {
  @inlinable public static var name: Self { Self("name", 1) }
}

extension Field where Message == Envoy.TransportSocket, Value == Envoy.AnyMessage {
  @inlinable public static var typedConfig: Self { Self("typed_config", 3) }
}

extension Envoy.TransportSocket: NamedExtension {
  public static var nameField: Field<Self, String> { .name }
  public static var configurationField: Field<Self, Envoy.AnyMessage> { .typedConfig }
}

extension Field where Message == Envoy.TypedExtension, Value == String {
  @inlinable public static var name: Self { Self("name", 1) }
}

extension Field where Message == Envoy.TypedExtension, Value == Envoy.AnyMessage {
  @inlinable public static var typedConfig: Self { Self("typed_config", 2) }
}

extension Envoy.TypedExtension: NamedExtension {
  public static var nameField: Field<Self, String> { .name }
  public static var configurationField: Field<Self, Envoy.AnyMessage> { .typedConfig }
}

extension Field where Message == Envoy.UDPHashPolicy, Value == Bool {
  @inlinable public static var sourceIp: Self { Self("source_ip", 1) }
}

extension Field where Message == Envoy.UDPHashPolicy, Value == String {
  @inlinable public static var key: Self { Self("key", 2) }
}

extension Field where Message == Envoy.UDPListener, Value == Envoy.QUICListener {
  @inlinable public static var quicOptions: Self { Self("quic_options", 7) }
}

extension Field where Message == Envoy.UDPListener, Value == Envoy.TypedExtension {
  @inlinable public static var udpPacketPacketWriterConfig: Self { Self("udp_packet_packet_writer_config", 8) }
}

extension Field where Message == Envoy.UDPProxy, Value == String {
  @inlinable public static var statPrefix: Self { Self("stat_prefix", 1) }
  @inlinable public static var cluster: Self { Self("cluster", 2) }
}

extension Field where Message == Envoy.UDPProxy, Value == Envoy.Duration {
  @inlinable public static var idleTimeout: Self { Self("idle_timeout", 3) }
}

extension Field where Message == Envoy.UDPProxy, Value == Bool {
  @inlinable public static var useOriginalSrcIp: Self { Self("use_original_src_ip", 4) }
  @inlinable public static var usePerPacketLoadBalancing: Self { Self("use_per_packet_load_balancing", 7) }
}

extension Field where Message == Envoy.UDPProxy, Value == [Envoy.UDPHashPolicy] {
  @inlinable public static var hashPolicies: Self { Self("hash_policies", 5) }
}

extension Field where Message == Envoy.UDPProxy, Value == [Envoy.AccessLog] {
  @inlinable public static var accessLog: Self { Self("access_log", 8) }
  @inlinable public static var proxyAccessLog: Self { Self("proxy_access_log", 10) }
}

extension Field where Message == Envoy.UDPProxy, Value == Envoy.Matcher {
  @inlinable public static var matcher: Self { Self("matcher", 9) }
}

extension Field where Message == Envoy.UDPRoute, Value == String {
  @inlinable public static var cluster: Self { Self("cluster", 1) }
}

extension Field where Message == Envoy.Upgrade, Value == String {
  @inlinable public static var upgradeType: Self { Self("upgrade_type", 1) }
}

extension Field where Message == Envoy.Upgrade, Value == [Envoy.HTTPFilter] {
  @inlinable public static var filters: Self { Self("filters", 2) }
}

extension Field where Message == Envoy.Upgrade, Value == Wrapped<Bool> {
  @inlinable public static var enabled: Self { Self("enabled", 3) }
}

extension Field where Message == Envoy.UpstreamTLS, Value == Envoy.TLSContext {
  @inlinable public static var commonTlsContext: Self { Self("common_tls_context", 1) }
}

extension Field where Message == Envoy.UpstreamTLS, Value == String {
  @inlinable public static var sni: Self { Self("sni", 2) }
}

extension Field where Message == Envoy.UpstreamTLS, Value == Bool {
  @inlinable public static var allowRenegotiation: Self { Self("allow_renegotiation", 3) }
  @inlinable public static var autoHostSni: Self { Self("auto_host_sni", 6) }
  @inlinable public static var autoSniSanValidation: Self { Self("auto_sni_san_validation", 7) }
}

extension Field where Message == Envoy.UpstreamTLS, Value == Wrapped<UInt32> {
  @inlinable public static var maxSessionKeys: Self { Self("max_session_keys", 4) }
}

extension Field where Message == Envoy.UpstreamTLS, Value == Wrapped<Bool> {
  @inlinable public static var enforceRsaKeyUsage: Self { Self("enforce_rsa_key_usage", 5) }
}

extension Field where Message == Envoy.ValueMatcher, Value == Envoy.StringMatcher {
  @inlinable public static var stringMatch: Self { Self("string_match", 3) }
}

extension Field where Message == Envoy.ValueMatcher, Value == Bool {
  @inlinable public static var boolMatch: Self { Self("bool_match", 4) }
  @inlinable public static var presentMatch: Self { Self("present_match", 5) }
}

extension Field where Message == Envoy.ValueMatcher, Value == Envoy.ListMatcher {
  @inlinable public static var listMatch: Self { Self("list_match", 6) }
}

extension Field where Message == Envoy.ValueMatcher, Value == Envoy.OrMatcher {
  @inlinable public static var orMatch: Self { Self("or_match", 7) }
}

extension Field where Message == Envoy.VirtualHost, Value == String {
  @inlinable public static var name: Self { Self("name", 1) }
}

extension Field where Message == Envoy.VirtualHost, Value == [String] {
  @inlinable public static var domains: Self { Self("domains", 2) }
  @inlinable public static var responseHeadersToRemove: Self { Self("response_headers_to_remove", 11) }
  @inlinable public static var requestHeadersToRemove: Self { Self("request_headers_to_remove", 13) }
}

extension Field where Message == Envoy.VirtualHost, Value == [Envoy.Route] {
  @inlinable public static var routes: Self { Self("routes", 3) }
}

extension Field where Message == Envoy.VirtualHost, Value == [Envoy.RateLimit] {
  @inlinable public static var rateLimits: Self { Self("rate_limits", 6) }
}

extension Field where Message == Envoy.VirtualHost, Value == [Envoy.HeaderValueOption] {
  @inlinable public static var requestHeadersToAdd: Self { Self("request_headers_to_add", 7) }
  @inlinable public static var responseHeadersToAdd: Self { Self("response_headers_to_add", 10) }
}

extension Field where Message == Envoy.VirtualHost, Value == Bool {
  @inlinable public static var includeRequestAttemptCount: Self { Self("include_request_attempt_count", 14) }
  @inlinable public static var includeAttemptCountInResponse: Self { Self("include_attempt_count_in_response", 19) }
  @inlinable public static var includeIsTimeoutRetryHeader: Self { Self("include_is_timeout_retry_header", 23) }
}

extension Field where Message == Envoy.VirtualHost, Value == [String: Envoy.AnyMessage] {
  @inlinable public static var typedPerFilterConfig: Self { Self("typed_per_filter_config", 15) }
}

extension Field where Message == Envoy.VirtualHost, Value == Envoy.RetryPolicy {
  @inlinable public static var retryPolicy: Self { Self("retry_policy", 16) }
}

extension Field where Message == Envoy.VirtualHost, Value == Envoy.HedgePolicy {
  @inlinable public static var hedgePolicy: Self { Self("hedge_policy", 17) }
}

extension Field where Message == Envoy.VirtualHost, Value == Wrapped<UInt32> {
  @inlinable public static var perRequestBufferLimitBytes: Self { Self("per_request_buffer_limit_bytes", 18) }
}

extension Field where Message == Envoy.VirtualHost, Value == Envoy.AnyMessage {
  @inlinable public static var retryPolicyTypedConfig: Self { Self("retry_policy_typed_config", 20) }
}

extension Field where Message == Envoy.VirtualHost, Value == Envoy.Matcher {
  @inlinable public static var matcher: Self { Self("matcher", 21) }
}

extension Field where Message == Envoy.VirtualHost, Value == [Envoy.MirrorPolicy] {
  @inlinable public static var requestMirrorPolicies: Self { Self("request_mirror_policies", 22) }
}

extension Field where Message == Envoy.VirtualHost, Value == Envoy.Metadata {
  @inlinable public static var metadata: Self { Self("metadata", 24) }
}

extension Field where Message == Envoy.VirtualHost, Value == Wrapped<UInt64> {
  @inlinable public static var requestBodyBufferLimit: Self { Self("request_body_buffer_limit", 25) }
}

extension Field where Message == Envoy.VirtualHost, Value == [Envoy.TypedExtension] {
  @inlinable public static var routeSpecifiers: Self { Self("route_specifiers", 26) }
}

extension Field where Message == Envoy.WatchedDirectory, Value == String {
  @inlinable public static var path: Self { Self("path", 1) }
}

extension Field where Message == Envoy.WatchedDirectory, Value == Bool {
  @inlinable public static var watchModify: Self { Self("watch_modify", 2) }
}

extension Field where Message == Envoy.WeightedCluster, Value == String {
  @inlinable public static var name: Self { Self("name", 1) }
  @inlinable public static var hostRewriteLiteral: Self { Self("host_rewrite_literal", 11) }
  @inlinable public static var clusterHeader: Self { Self("cluster_header", 12) }
}

extension Field where Message == Envoy.WeightedCluster, Value == Wrapped<UInt32> {
  @inlinable public static var weight: Self { Self("weight", 2) }
}

extension Field where Message == Envoy.WeightedCluster, Value == Envoy.Metadata {
  @inlinable public static var metadataMatch: Self { Self("metadata_match", 3) }
}

extension Field where Message == Envoy.WeightedCluster, Value == [Envoy.HeaderValueOption] {
  @inlinable public static var requestHeadersToAdd: Self { Self("request_headers_to_add", 4) }
  @inlinable public static var responseHeadersToAdd: Self { Self("response_headers_to_add", 5) }
}

extension Field where Message == Envoy.WeightedCluster, Value == [String] {
  @inlinable public static var responseHeadersToRemove: Self { Self("response_headers_to_remove", 6) }
  @inlinable public static var requestHeadersToRemove: Self { Self("request_headers_to_remove", 9) }
}

extension Field where Message == Envoy.WeightedCluster, Value == [String: Envoy.AnyMessage] {
  @inlinable public static var typedPerFilterConfig: Self { Self("typed_per_filter_config", 10) }
}

extension Field where Message == Envoy.WeightedClusters, Value == [Envoy.WeightedCluster] {
  @inlinable public static var clusters: Self { Self("clusters", 1) }
}

extension Field where Message == Envoy.WeightedClusters, Value == String {
  @inlinable public static var runtimeKeyPrefix: Self { Self("runtime_key_prefix", 2) }
  @inlinable public static var headerName: Self { Self("header_name", 4) }
}

extension Field where Message == Envoy.WeightedClusters, Value == Wrapped<UInt32> {
  @inlinable public static var totalWeight: Self { Self("total_weight", 3) }
}

extension Field where Message == Envoy.WeightedClusters, Value == Wrapped<Bool> {
  @inlinable public static var useHashPolicy: Self { Self("use_hash_policy", 5) }
}

extension Field where Message == Envoy.Zstd, Value == Wrapped<UInt32> {
  @inlinable public static var compressionLevel: Self { Self("compression_level", 1) }
  @inlinable public static var chunkSize: Self { Self("chunk_size", 5) }
}

extension Field where Message == Envoy.Zstd, Value == Bool {
  @inlinable public static var enableChecksum: Self { Self("enable_checksum", 2) }
}

extension Field where Message == Envoy.Zstd, Value == Envoy.DataSource {
  @inlinable public static var dictionary: Self { Self("dictionary", 4) }
}
