// A real Neovim with the configuration of docs/editors/neovim.md: a finding, its fix, a completion.

import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { checkVisit, codeOn, type Desk, hasCommand, makeDesk, played, type Visit } from './editor.ts';

const visit = `
local function wait(what, condition)
  if not vim.wait(30000, condition, 20) then error('waited in vain for ' .. what) end
end
local function findings() return vim.diagnostic.get(0) end
local function ask(method, params)
  local answers = vim.lsp.buf_request_sync(0, method, params, 20000) or error('no answer to ' .. method)
  for _, answer in pairs(answers) do if answer.result then return answer.result end end
  error(method .. ': ' .. vim.inspect(answers))
end
local function duplicate()
  for _, one in ipairs(findings()) do if one.code == 'duplicate-tag' then return one end end
end

local ok, problem = pcall(function()
  vim.cmd('edit 0001.txt')
  wait('a finding', duplicate)
  local rules = vim.tbl_map(function(one) return one.code end, findings())
  local found = duplicate()
  local params = vim.lsp.util.make_range_params()
  params.range = {
    start = { line = found.lnum, character = found.col },
    ['end'] = { line = found.end_lnum, character = found.end_col },
  }
  params.context = { diagnostics = {} }
  local offered = ask('textDocument/codeAction', params)
  vim.lsp.util.apply_workspace_edit(offered[1].edit, 'utf-16')
  local fixed = vim.api.nvim_buf_get_lines(0, 0, 1, false)[1]
  wait('the finding to go', function() return not duplicate() end)
  vim.api.nvim_buf_set_lines(0, 0, 1, false, { fixed .. ', umb' })
  vim.api.nvim_win_set_cursor(0, { 1, #fixed + 5 })
  local place = vim.lsp.util.make_position_params()
  place.position.character = #fixed + 5
  local list = ask('textDocument/completion', place)
  local commands = 0
  for _, action in ipairs(offered) do if action.command then commands = commands + 1 end end
  local file = io.open(vim.env.VISIT_RESULT, 'w')
  file:write(vim.fn.json_encode({
    findings = rules,
    actions = vim.tbl_map(function(action) return action.title end, offered),
    commands = commands,
    fixed = fixed,
    completions = vim.tbl_map(function(item) return item.label end, list.items or list),
  }))
  file:close()
end)
if not ok then
  io.stderr:write(tostring(problem) .. '\\n')
  vim.cmd('cquit 1')
end
vim.cmd('qall!')
`;

describe('Neovim', function () {
  this.timeout(90_000);
  let desk: Desk;
  before(function () {
    if (!hasCommand('nvim')) this.skip();
    desk = makeDesk();
  });
  after(() => {
    if (desk) rmSync(desk.home, { recursive: true, force: true });
  });

  it('shows a finding, fixes it and completes a tag with the configuration of its page', () => {
    const result = path.join(desk.home, 'result.json');
    desk.env.VISIT_RESULT = result;
    const config = path.join(desk.home, 'init.lua');
    const script = path.join(desk.home, 'visit.lua');
    writeFileSync(config, codeOn('neovim.md', 'lua'));
    writeFileSync(script, visit);
    checkVisit(played<Visit>(desk, 'nvim', ['--headless', '-n', '-u', config, '-c', `luafile ${script}`], result));
  });
});
