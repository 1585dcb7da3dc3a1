-- What a person does in Neovim, on a copy of the storefront: open, type, look up, complete, rename, format.
--
-- Each check is a line `ok CLAIM` or `FAIL CLAIM: DETAIL` in the file that RESULTS names. EPIC is the command, WORKSPACE
-- the folder. Written for the API that Neovim 0.7 and 0.11 share, but for one jump.

local workspace = assert(os.getenv('WORKSPACE'))
local results = assert(io.open(assert(os.getenv('RESULTS')), 'w'))

-- Milliseconds after which an answer is given up.
local limit = 60000

local function check(holds, claim, detail)
  if holds then
    results:write('ok   ' .. claim .. '\n')
  else
    results:write('FAIL ' .. claim .. ': ' .. tostring(detail) .. '\n')
  end
  results:flush()
  return holds
end

local function open(path)
  vim.cmd('edit ' .. workspace .. '/' .. path)
  return vim.api.nvim_get_current_buf()
end

-- The first place of a plain text: row and column from 0.
local function find(buffer, text)
  for row, line in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, false)) do
    local column = line:find(text, 1, true)
    if column then
      return row - 1, column - 1
    end
  end
  error('the buffer does not hold ' .. text)
end

local function replace(buffer, old, new)
  local row, column = find(buffer, old)
  vim.api.nvim_buf_set_text(buffer, row, column, row, column + #old, { new })
end

local function run()
  vim.o.hidden = true
  local shop = open('acme/shop.epic')
  local id = vim.lsp.start_client({ name = 'epic', cmd = { os.getenv('EPIC'), 'lsp' }, root_dir = workspace })
  local client = vim.lsp.get_client_by_id(id)
  vim.lsp.buf_attach_client(shop, id)
  if not check(
    vim.wait(limit, function() return client.initialized and vim.lsp.buf_is_attached(shop, id) end, 20),
    'the server answers initialize', 'no answer') then
    return
  end

  local function request(buffer, method, params)
    local answer, problem = client.request_sync(method, params, limit, buffer)
    if not answer or answer.err then
      return nil, problem or vim.inspect(answer.err)
    end
    return answer.result
  end

  local function at(buffer, text, offset, more)
    local row, column = find(buffer, text)
    return vim.tbl_extend('force', {
      textDocument = { uri = vim.uri_from_bufnr(buffer) },
      position = { line = row, character = column + (offset or 0) },
    }, more or {})
  end

  local function findings(buffer, count)
    return vim.wait(limit, function() return #vim.diagnostic.get(buffer) == count end, 20)
  end

  replace(shop, 'routes shop-routes', 'routes shop-rutes')
  check(findings(shop, 1), 'a mistake that is typed is found', vim.inspect(vim.diagnostic.get(shop)))
  local finding = vim.diagnostic.get(shop)[1] or {}
  check(finding.code == 'E0201', 'the finding has its code', vim.inspect(finding))

  local row, column = find(shop, 'shop-rutes')
  local actions, problem = request(shop, 'textDocument/codeAction', {
    textDocument = { uri = vim.uri_from_bufnr(shop) },
    range = { start = { line = row, character = column }, ['end'] = { line = row, character = column } },
    context = { diagnostics = {} },
  })
  if check(actions and actions[1], 'a fix is offered', problem or vim.inspect(actions)) then
    vim.lsp.util.apply_workspace_edit(actions[1].edit, client.offset_encoding)
    check(findings(shop, 0), 'the fix mends the text', vim.inspect(vim.diagnostic.get(shop)))
  end

  local place
  place, problem = request(shop, 'textDocument/definition', at(shop, 'shop-routes', 2))
  check(place and place[1] and vim.endswith(place[1].uri, '/acme/routes.epic'), 'a definition in another file is found',
    problem or vim.inspect(place))

  if place and place[1] then
    -- What Neovim does behind `vim.lsp.buf.definition()`.
    if vim.lsp.util.show_document then
      vim.lsp.util.show_document(place[1], client.offset_encoding, { focus = true })
    else
      vim.lsp.util.jump_to_location(place[1], client.offset_encoding)
    end
    check(vim.endswith(vim.api.nvim_buf_get_name(0), '/acme/routes.epic')
      and vim.api.nvim_get_current_line():find('routes shop-routes', 1, true), 'the jump lands on the declaration',
      vim.api.nvim_buf_get_name(0) .. ': ' .. vim.api.nvim_get_current_line())
    vim.api.nvim_set_current_buf(shop)
  end

  place, problem = request(shop, 'textDocument/definition', at(shop, 'platform.catalog', 10))
  check(place and place[1] and vim.endswith(place[1].uri, '/platform/catalog/web-app.epic'), 'a package is its files',
    problem or vim.inspect(place))

  local uses
  uses, problem = request(shop, 'textDocument/references',
    at(shop, 'web-app(', 1, { context = { includeDeclaration = true } }))
  check(uses and #uses > 3, 'references of a template are found', problem or vim.inspect(uses))

  local help
  help, problem = request(shop, 'textDocument/signatureHelp', at(shop, 'grade: gold', 3))
  check(help and help.signatures[1].label:find('web-app(', 1, true), 'a signature is shown',
    problem or vim.inspect(help))

  local tokens
  tokens, problem = request(shop, 'textDocument/semanticTokens/full',
    { textDocument = { uri = vim.uri_from_bufnr(shop) } })
  check(tokens and #tokens.data > 100 and #tokens.data % 5 == 0, 'the words have colours', problem)

  -- A rule of `epic lint`, its fix, and the setting that turns rules off.
  vim.api.nvim_buf_set_lines(shop, -1, -1, false, { 'let spare = 1' })
  check(findings(shop, 1) and vim.diagnostic.get(shop)[1].code == 'L0102', 'a constant that is not used is found',
    vim.inspect(vim.diagnostic.get(shop)))
  client.notify('workspace/didChangeConfiguration', { settings = { epic = { lint = false } } })
  check(findings(shop, 0), 'the setting turns the rules off', vim.inspect(vim.diagnostic.get(shop)))
  client.notify('workspace/didChangeConfiguration', { settings = { epic = { lint = true } } })
  check(findings(shop, 1), 'and on again', vim.inspect(vim.diagnostic.get(shop)))
  row, column = find(shop, 'spare')
  actions, problem = request(shop, 'textDocument/codeAction', {
    textDocument = { uri = vim.uri_from_bufnr(shop) },
    range = { start = { line = row, character = column }, ['end'] = { line = row, character = column } },
    context = { diagnostics = {} },
  })
  if check(actions and actions[1], 'a rule has a fix', problem or vim.inspect(actions)) then
    vim.lsp.util.apply_workspace_edit(actions[1].edit, client.offset_encoding)
    check(findings(shop, 0) and not pcall(find, shop, 'spare'), 'the fix removes it',
      vim.inspect(vim.diagnostic.get(shop)))
  end

  local hover
  hover, problem = request(shop, 'textDocument/hover', at(shop, 'web-app(', 1))
  check(hover and hover.contents.value:find('template web-app', 1, true), 'hover shows the template',
    problem or vim.inspect(hover))

  local items
  items, problem = request(shop, 'textDocument/completion', at(shop, 'anycast6', 0))
  local labels = vim.tbl_map(function(item) return item.label end, items or {})
  check(vim.tbl_contains(labels, 'anycast4'), 'completion knows the pools', problem or vim.inspect(labels))

  local symbols
  symbols, problem = request(shop, 'textDocument/documentSymbol', { textDocument = { uri = vim.uri_from_bufnr(shop) } })
  check(symbols and #symbols == 3, 'the outline has every declaration', problem or vim.inspect(symbols))

  local edit
  edit, problem = request(shop, 'textDocument/rename', at(shop, 'shop-routes', 0, { newName = 'shop-table' }))
  if check(edit, 'rename is answered', problem) then
    vim.lsp.util.apply_workspace_edit(edit, client.offset_encoding)
    local routes = open('acme/routes.epic')
    check(pcall(find, routes, 'routes shop-table'), 'rename reaches the other file', 'no `routes shop-table`')
    check(findings(shop, 0) and findings(routes, 0), 'what was renamed compiles',
      vim.inspect(vim.diagnostic.get(shop)))
    vim.api.nvim_set_current_buf(shop)
  end

  local before = vim.api.nvim_buf_get_lines(shop, 0, -1, false)
  replace(shop, 'issuer   https', 'issuer      https')
  replace(shop, '/// The shop itself.', '/// The shop itself: 😀.   ')
  local edits
  edits, problem = request(shop, 'textDocument/formatting', {
    textDocument = { uri = vim.uri_from_bufnr(shop) }, options = { tabSize = 2, insertSpaces = true },
  })
  if check(edits and #edits > 0, 'formatting has edits', problem or vim.inspect(edits)) then
    vim.lsp.util.apply_text_edits(edits, shop, client.offset_encoding)
    replace(shop, ': 😀.', '.')
    check(vim.deep_equal(before, vim.api.nvim_buf_get_lines(shop, 0, -1, false)), 'the text has its canonical form',
      table.concat(vim.api.nvim_buf_get_lines(shop, 0, -1, false), '\n'))
  end

  client.stop()
  check(vim.wait(limit, function() return client.is_stopped() end, 20), 'the server ends', 'it goes on')
end

local worked, problem = pcall(run)
if not worked then
  check(false, 'the script runs to its end', problem)
end
results:close()
vim.cmd('qall!')
