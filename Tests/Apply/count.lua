-- Counts who answered, and what went wrong. Asks two pages in turn: one whose target changes with the version, one whose
-- endpoints do.
local paths = { "/about", "/releases/v1.2" }
local turn = 0
answers = {}

function request()
  turn = turn % #paths + 1
  return wrk.format("GET", paths[turn])
end

function response(status, headers, body)
  local name = body:match('"backend": "([^"]+)"') or ("status-" .. status)
  answers[name] = (answers[name] or 0) + 1
end

local threads = {}
function setup(thread)
  table.insert(threads, thread)
end

function done(summary, latency, requests)
  for _, thread in ipairs(threads) do
    for name, count in pairs(thread:get("answers")) do
      print("answer " .. name .. " " .. count)
    end
  end
  for _, kind in ipairs({ "connect", "read", "write", "status", "timeout" }) do
    print("error " .. kind .. " " .. summary.errors[kind])
  end
  print("error requests " .. summary.requests)
end
