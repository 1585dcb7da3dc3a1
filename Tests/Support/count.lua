-- Counts who answered, and what went wrong. Asks the paths behind `--` in turn.
local paths = {}
local turn = 0
answers = {}
-- wrk itself counts from 400 on; nothing but a 2xx is right here.
refused = 0

function init(arguments)
  for _, path in ipairs(arguments) do
    table.insert(paths, path)
  end
end

function request()
  turn = turn % #paths + 1
  return wrk.format("GET", paths[turn])
end

function response(status, headers, body)
  local name = body:match('"backend": "([^"]+)"') or ("status-" .. status)
  answers[name] = (answers[name] or 0) + 1
  if status < 200 or status > 299 then
    refused = refused + 1
  end
end

local threads = {}
function setup(thread)
  table.insert(threads, thread)
end

function done(summary, latency, requests)
  local status = 0
  for _, thread in ipairs(threads) do
    status = status + thread:get("refused")
    for name, count in pairs(thread:get("answers")) do
      print("answer " .. name .. " " .. count)
    end
  end
  print("error status " .. status)
  for _, kind in ipairs({ "connect", "read", "write", "timeout" }) do
    print("error " .. kind .. " " .. summary.errors[kind])
  end
  print("error requests " .. summary.requests)
end
