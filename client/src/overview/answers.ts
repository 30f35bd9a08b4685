import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { Answers, Question } from '../../../media/overview/messages.ts';
import type { Live } from '../../../server/src/ground/live-answer.ts';
import {
  type Applied,
  applyCure,
  binding as bindingRequest,
  captionsWithTags,
  cure,
  exposure as exposureRequest,
  findingsOfOverview,
  lockState,
  plan as planRequest,
  prune,
  pruneEffect,
  tagsOfCaptions,
  thumbnail,
  whatIf,
} from '../../../server/src/lsp/protocol.ts';
import type { ReportHead } from '../../../server/src/report/live-report.ts';
import { t } from '../text.ts';
import { compareWithOther, lockNow, shownComparison, sinceLockOf } from './history.ts';
import { adviseSettings, applySettings } from './settings.ts';
import type { Shown } from './shown.ts';

/** Pixels of the longer side of a small picture. */
const thumbnailSide = 192;

/** Answers a question of the page about the report that it shows. Rejects with a message for the user. */
export async function answerQuestion(
  client: LanguageClient,
  uri: string,
  report: Live<ReportHead>,
  question: Question,
  shown: Shown,
): Promise<Answers[Question['kind']]> {
  switch (question.kind) {
    case 'find':
      shown.hits = await client.sendRequest(captionsWithTags, { uri, tags: question.tags });
      return shown.hits.map(({ file }) => file);
    case 'findings': {
      const { filter, offset, limit } = question;
      const page = await client.sendRequest(findingsOfOverview, {
        uri,
        revision: report.revision,
        filter,
        offset,
        limit,
      });
      for (const { index, finding } of page.rows) shown.findings.set(index, finding);
      return page;
    }
    case 'thumbnail': {
      const file = report.images[question.image]?.file;
      return file === undefined ? null : client.sendRequest(thumbnail, { uri, file, side: thumbnailSide });
    }
    case 'tags': {
      const files = question.captions.map((caption) => report.captions[caption]?.file ?? '');
      return client.sendRequest(tagsOfCaptions, { uri, files });
    }
    case 'plan':
      return client.sendRequest(planRequest, { uri });
    case 'binding':
      return client.sendRequest(bindingRequest, { uri, kinds: question.kinds });
    case 'prune-effect':
      return client.sendRequest(pruneEffect, { uri, trigger: question.trigger, kind: question.concept });
    case 'prune': {
      const { trigger, concept } = question;
      const isSure = await asked(
        vscode.l10n.t('Take the tags to prune out of the captions of "{0}"?', trigger),
        vscode.l10n.t('Prune'),
      );
      return isSure ? told(await client.sendRequest(prune, { uri, trigger, kind: concept })) : null;
    }
    case 'cure':
      return client.sendRequest(cure, { uri });
    case 'apply-cure': {
      const isSure = await asked(t('Make {0} steps of the cure?', question.steps.length), vscode.l10n.t('Make them'));
      return isSure ? told(await client.sendRequest(applyCure, { uri, steps: question.steps })) : null;
    }
    case 'exposure': {
      const { trial, tokens } = question;
      return client.sendRequest(exposureRequest, { uri, trial, ...(tokens === null ? {} : { tokens }) });
    }
    case 'what-if':
      return client.sendRequest(whatIf, { uri, changes: question.changes });
    case 'lock-state':
      return client.sendRequest(lockState, { uri });
    case 'lock':
      return lockNow(client, uri);
    case 'since-lock':
      return shownComparison(await sinceLockOf(client, uri), shown);
    case 'compare': {
      const compared = await compareWithOther(client, uri);
      return compared && shownComparison(compared, shown);
    }
    case 'settings':
      return adviseSettings(client, uri, report.advice.playbook.y);
    case 'apply-settings': {
      const steps = report.advice.playbook.y;
      const step = steps[question.step];
      if (step) await applySettings(client, uri, step);
      return adviseSettings(client, uri, steps);
    }
  }
}

/** Asks before something is written. */
async function asked(question: string, yes: string): Promise<boolean> {
  const detail = vscode.l10n.t(
    'It can be undone with the command "Undo Last Bulk Edit", and moved images with "Move Images Back".',
  );
  return (await vscode.window.showWarningMessage(question, { modal: true, detail }, yes)) === yes;
}

/** Tells what was written and what was left. */
function told(applied: Applied): Applied {
  const { written, moved, failed } = applied;
  const done = t('{0} files changed, {1} moved.', written, moved);
  if (failed.length === 0) void vscode.window.showInformationMessage(done);
  else {
    const names = failed.slice(0, 5).map(({ file, reason }) => `${file}: ${reason}`);
    void vscode.window.showWarningMessage(`${done} ${names.join('; ')}`);
  }
  return applied;
}
