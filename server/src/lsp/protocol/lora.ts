import { RequestType } from 'vscode-languageserver';
import type { LoraReport } from '../../lora/lora-report.ts';
import type { ComparisonInWords } from './history.ts';

export interface LoraParams {
  /** The LoRA file. */
  readonly uri: string;
}

/** What a LoRA file says, with its main facts and its options in words. */
export interface LoraAnswer {
  readonly report: LoraReport;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly settings: readonly { readonly name: string; readonly value: string }[];
}

/** Tells about a LoRA file. Refused with a message for the user where it cannot be read. */
export const lora = new RequestType<LoraParams, LoraAnswer, void>('tagmetry/lora');

export interface LoraCompareParams extends LoraParams {
  /** Another LoRA file, a lock, or the folder of a dataset. */
  readonly other: string;
}

/** Compares a LoRA file with what came of it, or before it. */
export const loraCompare = new RequestType<LoraCompareParams, ComparisonInWords, void>('tagmetry/loraCompare');

/** The files of a configuration like that of a LoRA file; none where it does not say enough. Nothing is written. */
export const loraConfig = new RequestType<
  LoraParams,
  readonly { readonly name: string; readonly text: string }[],
  void
>('tagmetry/loraConfig');
