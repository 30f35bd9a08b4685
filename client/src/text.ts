import * as vscode from 'vscode';
import { inNumber } from '../../server/src/ground/plural.ts';

/** `vscode.l10n.t` for texts with counts: English agrees with them. */
export function t(message: string, ...args: (string | number)[]): string {
  const isTranslated = Object.hasOwn(vscode.l10n.bundle ?? {}, message);
  return vscode.l10n.t(isTranslated ? message : inNumber(message, args), ...args);
}
