import type { Connection } from 'vscode-languageserver';

/**
 * Lets work go on whose end nobody waits for. A failure of it, which would end the whole server otherwise, is logged: an
 * editor refuses to watch files, a folder vanishes while it is read.
 */
export function unheard({ console }: Pick<Connection, 'console'>, work: Promise<unknown>): void {
  work.catch((error) => {
    try {
      console.warn(error instanceof Error ? error.message : String(error));
    } catch {
      // The editor is gone, and with it whoever could be told.
    }
  });
}
