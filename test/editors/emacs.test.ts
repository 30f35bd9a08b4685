// A real Emacs with the configuration of docs/editors/emacs.md: a finding, its fix, a completion.

import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { checkVisit, codeOn, type Desk, hasCommand, makeDesk, played, type Visit } from './editor.ts';

const visit = `
(require 'json)
(setq eglot-autoshutdown t make-backup-files nil)

(defun visit-wait (what condition)
  "Let Emacs work until CONDITION answers; give its answer."
  (let ((end (+ (float-time) 30)) answer)
    (while (and (not (setq answer (funcall condition))) (< (float-time) end))
      (accept-process-output nil 0.05))
    (or answer (error "waited in vain for %s" what))))

(defun visit-findings ()
  (mapcar (lambda (one) (cdr (assq 'eglot-lsp-diag (flymake-diagnostic-data one)))) (flymake-diagnostics)))
(defun visit-duplicate ()
  (flymake-start)
  (seq-find (lambda (one) (equal (plist-get one :code) "duplicate-tag")) (visit-findings)))

(find-file "0001.txt")
;; What a key press does in an Emacs that somebody uses: eglot-ensure waits for it.
(run-hooks 'post-command-hook)
(visit-wait "the server" (lambda () (and (eglot-current-server) (bound-and-true-p flymake-mode))))
(visit-wait "a finding" #'visit-duplicate)

(let* ((found (seq-find (lambda (one) (equal (plist-get (cdr (assq 'eglot-lsp-diag (flymake-diagnostic-data one))) :code) "duplicate-tag"))
                        (flymake-diagnostics)))
       (rules (mapcar (lambda (one) (plist-get one :code)) (visit-findings)))
       (offered (eglot-code-actions (flymake-diagnostic-beg found) (flymake-diagnostic-end found)))
       fixed completions)
  (eglot--apply-workspace-edit (plist-get (car offered) :edit))
  (setq fixed (buffer-substring-no-properties (point-min) (point-max)))
  ;; Otherwise sent when Emacs is idle, which without a screen it never is.
  (eglot--signal-textDocument/didChange)
  (visit-wait "the finding to go" (lambda () (not (visit-duplicate))))
  (goto-char (point-max))
  (insert ", umb")
  (let ((place (eglot-completion-at-point)))
    (setq completions
          (mapcar #'substring-no-properties
                  (all-completions (buffer-substring (nth 0 place) (nth 1 place)) (nth 2 place)))))
  (with-temp-file (getenv "VISIT_RESULT")
    (insert (json-encode
             \`((findings . ,(vconcat rules))
               (actions . ,(vconcat (mapcar (lambda (action) (plist-get action :title)) offered)))
               (commands . ,(seq-count (lambda (action) (plist-get action :command)) offered))
               (fixed . ,fixed)
               (completions . ,(vconcat completions))))))
  (set-buffer-modified-p nil)
  (eglot-shutdown (eglot-current-server)))
`;

describe('Emacs', function () {
  this.timeout(90_000);
  let desk: Desk;
  before(function () {
    if (!hasCommand('emacs') || spawnSync('emacs', ['--batch', '--eval', "(require 'eglot)"]).status !== 0) this.skip();
    desk = makeDesk();
  });
  after(() => {
    if (desk) rmSync(desk.home, { recursive: true, force: true });
  });

  it('shows a finding, fixes it and completes a tag with the configuration of its page', () => {
    const result = path.join(desk.home, 'result.json');
    desk.env.VISIT_RESULT = result;
    const config = path.join(desk.home, 'init.el');
    const script = path.join(desk.home, 'visit.el');
    writeFileSync(config, codeOn('emacs.md', 'elisp'));
    writeFileSync(script, visit);
    checkVisit(played<Visit>(desk, 'emacs', ['--batch', '-l', config, '-l', script], result));
  });
});
