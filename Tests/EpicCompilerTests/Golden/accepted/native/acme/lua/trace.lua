function envoy_on_response(handle)
  handle:headers():add("x-trace", "shop")
end
