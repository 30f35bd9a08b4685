import type { ViewContext } from './context.ts';
import type { OverviewHost } from './host.ts';
import type { Answers, Question, ToView } from './messages.ts';

interface Waiting {
  readonly resolve: (answer: Answers[Question['kind']]) => void;
  readonly reject: (error: Error) => void;
}

/** Questions to the host, and who waits for the answers. */
export class Questions {
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;

  /** A way to ask about the report of one revision. The promise rejects with what the host said when it refuses. */
  asking(revision: number, post: OverviewHost['post']): ViewContext['ask'] {
    return (question) => {
      const id = ++this.#last;
      return new Promise((resolve, reject) => {
        this.#waiting.set(id, { resolve: (answer) => resolve(answer as never), reject });
        // A report of one file answers at once.
        post({ type: 'ask', id, revision, question });
      });
    };
  }

  take(message: Extract<ToView, { type: 'answer' | 'refused' }>): void {
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.type === 'answer') waiting?.resolve(message.answer);
    else waiting?.reject(new Error(message.message));
  }
}
