import * as vscode from 'vscode';
import {
  type Place,
  type PlaybookStep,
  type Question,
  ruleActions,
  type ToHost,
  tagActions,
  verdicts,
} from '../../../media/overview/messages.ts';
import { type Severity, severities } from '../../../server/src/ground/finding.ts';
import { type ConceptKind, conceptKinds, type TagPlace, type WhatIfParams } from '../../../server/src/lsp/protocol.ts';
import type { ReportHead } from '../../../server/src/report/live-report.ts';
import type { Shown } from './shown.ts';

/** A file of the dataset and what to select in it. */
export interface Target {
  readonly uri: vscode.Uri;
  readonly selection: vscode.Range | undefined;
  readonly isImage: boolean;
}

/** The file behind a place of a report; null for places that the view was not given. */
export function targetOf(root: vscode.Uri, report: ReportHead, shown: Shown, place: Place): Target | null {
  const found = lookUp(report, shown, place);
  if (!found || found.file === '') return null;
  const { range } = found;
  return {
    uri: vscode.Uri.joinPath(root, ...found.file.split('/')),
    selection: range && new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character),
    isImage: report.images.some(({ file }) => file === found.file),
  };
}

interface Found {
  readonly file: string;
  readonly range?: TagPlace['range'] | null;
}

function lookUp(
  report: ReportHead,
  { findings, hits, changes }: Shown,
  place: Place,
): (Found & { range?: NonNullable<Found['range']> }) | null {
  const withRange = (found: Found | undefined) => found && { file: found.file, range: found.range ?? undefined };
  switch (place.kind) {
    case 'finding':
      return withRange(findings.get(place.index)) ?? null;
    case 'related':
      return withRange(findings.get(place.finding)?.related[place.index]) ?? null;
    case 'image':
      return withRange(report.images[place.index]) ?? null;
    case 'caption':
      return withRange(report.captions[place.index]) ?? null;
    case 'hit':
      return withRange(hits[place.index]) ?? null;
    case 'change': {
      const file = changes[place.index];
      return file === undefined ? null : { file };
    }
  }
}

/** Reads a message of the view, which is not trusted; null for anything that is none. */
export function readMessage(data: unknown): ToHost | null {
  if (!isRecord(data)) return null;
  switch (data.type) {
    case 'ready':
    case 'refresh':
    case 'stop':
    case 'export':
      return { type: data.type };
    case 'open': {
      const place = readPlace(data.place);
      return place && isIndex(data.revision) ? { type: 'open', revision: data.revision, place } : null;
    }
    case 'fix':
      return isIndex(data.revision) && isIndex(data.index)
        ? { type: 'fix', revision: data.revision, index: data.index }
        : null;
    case 'rule': {
      const { revision, index } = data;
      const action = ruleActions.find((one) => one === data.action);
      return action && isIndex(revision) && isIndex(index) ? { type: 'rule', revision, index, action } : null;
    }
    case 'explain':
    case 'explain-risk':
      return isIndex(data.revision) && isIndex(data.index)
        ? { type: data.type, revision: data.revision, index: data.index }
        : null;
    case 'tag': {
      const { revision, index } = data;
      const action = tagActions.find((one) => one === data.action);
      return action && isIndex(revision) && isIndex(index) ? { type: 'tag', revision, index, action } : null;
    }
    case 'act': {
      const step = readStep(data.step);
      return step && isIndex(data.revision) ? { type: 'act', revision: data.revision, step } : null;
    }
    case 'judge': {
      const { revision, cluster, verdict } = data;
      const known = verdict === null ? null : verdicts.find((one) => one === verdict);
      return known !== undefined && isIndex(revision) && isIndex(cluster)
        ? { type: 'judge', revision, cluster, verdict: known }
        : null;
    }
    case 'share-captions': {
      const { revision, cluster, from } = data;
      return isIndex(revision) && isIndex(cluster) && (from === null || isIndex(from))
        ? { type: 'share-captions', revision, cluster, from }
        : null;
    }
    case 'move-aside': {
      const { revision, images } = data;
      return isIndex(revision) && Array.isArray(images) && images.every(isIndex)
        ? { type: 'move-aside', revision, images }
        : null;
    }
    case 'keep-best': {
      const { revision, groups } = data;
      const isGroups = Array.isArray(groups) && groups.every((group) => Array.isArray(group) && group.every(isIndex));
      return isIndex(revision) && isGroups ? { type: 'keep-best', revision, groups } : null;
    }
    case 'ask': {
      const { id, revision } = data;
      const question = readQuestion(data.question);
      return question && isIndex(id) && isIndex(revision) ? { type: 'ask', id, revision, question } : null;
    }
    default:
      return null;
  }
}

function readPlace(data: unknown): Place | null {
  if (!isRecord(data) || !isIndex(data.index)) return null;
  const { kind, index } = data;
  if (kind === 'related') return isIndex(data.finding) ? { kind, finding: data.finding, index } : null;
  return kind === 'finding' || kind === 'image' || kind === 'caption' || kind === 'hit' || kind === 'change'
    ? { kind, index }
    : null;
}

/** Questions that are no more than their kind. */
const plainQuestions = ['plan', 'settings', 'cure', 'lock-state', 'lock', 'since-lock', 'compare'] as const;

function readQuestion(data: unknown): Question | null {
  if (!isRecord(data)) return null;
  const { kind, tags, image, captions, step, changes } = data;
  const plain = plainQuestions.find((one) => one === kind);
  if (plain) return { kind: plain };
  if (kind === 'apply-settings' && isIndex(step)) return { kind, step };
  if (kind === 'exposure') return readTrial(data);
  if (kind === 'apply-cure') return isTexts(data.steps) ? { kind, steps: data.steps } : null;
  if (kind === 'binding') return readKinds(data.kinds);
  if (kind === 'prune-effect' || kind === 'prune') {
    const concept = conceptKinds.find((one) => one === data.concept);
    return concept && typeof data.trigger === 'string' ? { kind, trigger: data.trigger, concept } : null;
  }
  if (kind === 'what-if' && Array.isArray(changes)) {
    const read = changes.map(readChange);
    return read.every((change) => change !== null) ? { kind, changes: read } : null;
  }
  if (kind === 'find' && Array.isArray(tags) && tags.every((tag) => typeof tag === 'string')) return { kind, tags };
  if (kind === 'thumbnail' && isIndex(image)) return { kind, image };
  if (kind === 'findings') return readFindings(data);
  if (kind === 'tags' && Array.isArray(captions) && captions.every(isIndex)) return { kind, captions };
  return null;
}

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

function readKinds(kinds: unknown): Question | null {
  if (!isRecord(kinds)) return null;
  const read: Record<string, ConceptKind> = {};
  for (const [trigger, value] of Object.entries(kinds)) {
    const kind = conceptKinds.find((one) => one === value);
    if (kind) read[trigger] = kind;
  }
  return { kind: 'binding', kinds: read };
}

function readTrial({ trial, tokens }: Record<string, unknown>): Question | null {
  if (!isRecord(trial) || !(tokens === null || isIndex(tokens))) return null;
  const { shuffle, keep, tagDropout, repeats } = trial;
  return {
    kind: 'exposure',
    tokens,
    trial: {
      ...(typeof shuffle === 'boolean' ? { shuffle } : {}),
      ...(isIndex(keep) ? { keep } : {}),
      ...(isRate(tagDropout) ? { tagDropout } : {}),
      ...(isIndex(repeats) && repeats > 0 ? { repeats } : {}),
    },
  };
}

const isRate = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value <= 1;

function readFindings({ filter, offset, limit }: Record<string, unknown>): Question | null {
  if (!isRecord(filter) || !isIndex(offset) || !isIndex(limit)) return null;
  const { severity, rules, text } = filter;
  const known = severity === '' || severities.some((one) => one === severity);
  if (!known || typeof text !== 'string' || !Array.isArray(rules) || !rules.every((rule) => typeof rule === 'string'))
    return null;
  return { kind: 'findings', filter: { severity: severity as Severity | '', rules, text }, offset, limit };
}

function readChange(data: unknown): WhatIfParams['changes'][number] | null {
  if (!isRecord(data)) return null;
  const { kind, rate, keep, tag } = data;
  if (kind === 'tag-dropout' && typeof rate === 'number' && isIndex(keep)) return { kind, rate, keep };
  if (kind === 'shuffle' && isIndex(keep)) return { kind, keep };
  if (kind === 'remove-tag' && typeof tag === 'string') return { kind, tag };
  return kind === 'drop-duplicates' ? { kind } : null;
}

function readStep(data: unknown): PlaybookStep | null {
  if (!isRecord(data) || !isIndex(data.index)) return null;
  return data.list === 'playbook' || data.list === 'further' ? { list: data.list, index: data.index } : null;
}

const isRecord = (data: unknown): data is Record<string, unknown> => typeof data === 'object' && data !== null;
const isIndex = (data: unknown): data is number => typeof data === 'number' && Number.isSafeInteger(data) && data >= 0;
