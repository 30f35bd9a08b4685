// What a scenario is given. A scenario is a file *.scenario.ts beside this one that exports `run(context)`; its file
// name is its name. Every step counts as one test.

import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Results } from '../../tools/record-results.mjs';
import { root } from '../../tools/setup.mjs';
import type { Windows } from './windows.ts';
import { Workbench, type WorkbenchOptions } from './workbench.ts';

export interface Scenario {
  run(context: ScenarioContext): Promise<void>;
}

export class ScenarioContext {
  readonly #windows: Windows;
  readonly #name: string;
  readonly #results: Results;
  readonly #folders: string[] = [];
  readonly #workbenches: Workbench[] = [];
  #current = '';

  constructor(windows: Windows, name: string, results: Results) {
    this.#windows = windows;
    this.#name = name;
    this.#results = results;
  }

  /** A copy of a folder of the project in a temporary place, removed at the end. The folder keeps its name. */
  copyFolder(relative: string): string {
    const parent = mkdtempSync(path.join(os.tmpdir(), 'tagmetry-scenario-'));
    this.#folders.push(parent);
    const copy = path.join(parent, path.basename(relative));
    cpSync(path.join(root, relative), copy, { recursive: true });
    return copy;
  }

  /** Opens a window, closed at the end. */
  async openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
    const workbench = await Workbench.open(this.#windows, options);
    this.#workbenches.push(workbench);
    return workbench;
  }

  /** Opens a window on a server that somebody else started, closed at the end. */
  async visitWorkbench(address: string, folder: string): Promise<Workbench> {
    const workbench = await Workbench.visit(this.#windows, address, folder);
    this.#workbenches.push(workbench);
    return workbench;
  }

  /** One test of the scenario. When it throws, the scenario ends. */
  async step(title: string, action: () => Promise<void>): Promise<void> {
    this.#current = title;
    const start = performance.now();
    await action();
    this.#results.passed.push(`${this.#name}: ${title}`);
    console.log(`    ✔ ${this.#name}: ${title} (${Math.round(performance.now() - start)} ms)`);
    this.#current = '';
  }

  /**
   * Runs the scenario and cleans up. A failure is recorded together with a picture of every open window. Returns
   * whether every step passed.
   */
  async play(scenario: Scenario): Promise<boolean> {
    const before = this.#results.passed.length;
    let isSound = false;
    try {
      await scenario.run(this);
      if (this.#results.passed.length === before) throw new Error('The scenario has no steps.');
      isSound = true;
      return true;
    } catch (error) {
      const title = [this.#name, this.#current].filter(Boolean).join(': ');
      console.log(`    ✘ ${this.#name}: ${this.#current || 'outside any step'}`);
      this.#results.failed.push({
        title,
        scenario: this.#name,
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
      for (const [index, workbench] of this.#workbenches.entries()) {
        await workbench.screenshot(`failed-${this.#name}-${index + 1}`).catch(() => {});
        if (workbench.pageErrors.length > 0) console.log(workbench.pageErrors.join('\n'));
      }
      return false;
    } finally {
      for (const workbench of this.#workbenches)
        await (isSound ? workbench.close() : workbench.end()).catch(console.error);
      for (const folder of this.#folders) rmSync(folder, { recursive: true, force: true });
    }
  }
}
