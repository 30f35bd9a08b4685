import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { append } from '../../ground/append.ts';
import type { DecodeAnswer, DecodeRequest, WorkerMessage } from './protocol.ts';

/** Times a picture may see the decoder end by itself before it is given up: once, and once more alone. */
const CRASHES_PER_PICTURE = 2;
/**
 * The same for ends caused from outside (a signal): a picture that takes all memory ends this way, and so does one that only was under way
 * when somebody ended the worker. After so many it is put off until all others are done, and given up after as many again.
 */
const KILLS_PER_PICTURE = 8;
const CRASHES_PER_MINUTE = 3;
const KILLS_PER_MINUTE = 200;
const FAILED_STARTS = 2;
const MINUTE_MS = 60_000;
/** The decoder has a limit of its own; this one is for a decoder that does not answer at all. */
const ANSWER_LIMIT_MS = 45_000;
const OUTSIDE_SIGNALS: readonly (NodeJS.Signals | null)[] = ['SIGKILL', 'SIGTERM', 'SIGINT', 'SIGHUP'];

/** Why pictures are not decoded any more in this session. */
export interface SwitchedOff {
  readonly reason: 'no-decoder' | 'crashes';
  readonly detail: string;
}

/** The answer to one request; `crashed` when the picture ended the decoder, `off` when decoding is switched off. */
export type PoolAnswer =
  | { readonly outcome: 'answered'; readonly answer: DecodeAnswer }
  | { readonly outcome: 'crashed' }
  | { readonly outcome: 'off'; readonly why: SwitchedOff };

type Question = Omit<DecodeRequest, 'id'>;

interface Job {
  readonly request: DecodeRequest;
  readonly finish: (answer: PoolAnswer) => void;
  crashes: number;
  kills: number;
  timer?: NodeJS.Timeout;
}

/**
 * Runs the image worker as a child process, several pictures at once. When it dies, the pictures under way are tried
 * again one at a time, so that only the one to blame is lost; when it keeps dying, decoding is switched off.
 */
export class DecodePool {
  readonly #workerPath: string;
  readonly #onWorker: ((pid: number) => void) | undefined;
  /** Pictures under way at a time. */
  readonly #width: number;
  readonly #waiting: Job[] = [];
  /** Pictures that were under way when the worker died: they run alone. */
  readonly #suspects: Job[] = [];
  /** Pictures that were killed too often: they run alone, when nothing else waits. */
  readonly #putOff: Job[] = [];
  readonly #running = new Map<number, Job>();
  #child: ChildProcess | null = null;
  #ready = false;
  #failedStarts = 0;
  #crashTimes: number[] = [];
  #killTimes: number[] = [];
  #nextId = 1;
  #off: SwitchedOff | null = null;
  #build: 'native' | 'wasm' | null = null;

  /**
   * @param workerPath the bundle of `worker.ts`
   * @param onWorker hears the process id of each worker that is started
   * @param cores how many there are; one more picture than that is under way: while one is described, the others are decoded
   */
  constructor(workerPath: string, onWorker?: (pid: number) => void, cores = availableParallelism()) {
    this.#width = Math.min(8, cores + 1);
    this.#workerPath = workerPath;
    this.#onWorker = onWorker;
  }

  /** Why decoding is switched off, or null. */
  get off(): SwitchedOff | null {
    return this.#off;
  }

  /** The decoder in use, once it has said so. */
  get build(): 'native' | 'wasm' | null {
    return this.#build;
  }

  /** Asks for one picture; those that second looks wait for go before others. Never rejects. */
  decode(question: Question): Promise<PoolAnswer> {
    return new Promise((finish) => {
      const job = { request: { ...question, id: this.#nextId++ }, finish, crashes: 0, kills: 0 };
      this.#waiting[question.job === 'detail' ? 'unshift' : 'push'](job);
      this.#pump();
    });
  }

  /** Ends the worker; what is still waiting is answered as switched off. The pool can be used again afterwards. */
  stop(): void {
    const child = this.#child;
    this.#forgetChild();
    child?.kill('SIGKILL');
    const why: SwitchedOff = { reason: 'no-decoder', detail: 'stopped' };
    for (const job of [...this.#running.values(), ...this.#takeOpen()]) this.#finish(job, { outcome: 'off', why });
  }

  #pump(): void {
    if (this.#off) {
      const why = this.#off;
      for (const job of this.#takeOpen()) job.finish({ outcome: 'off', why });
      return;
    }
    if (this.#waiting.length + this.#suspects.length + this.#running.size === 0)
      append(this.#suspects, this.#putOff.splice(0));
    if (this.#waiting.length + this.#suspects.length === 0) return;
    if (!this.#child) this.#start();
    if (!this.#ready) return;
    if (this.#suspects.length > 0) {
      if (this.#running.size === 0) this.#send(this.#suspects.shift()!);
      return;
    }
    while (this.#running.size < this.#width && this.#waiting.length > 0) this.#send(this.#waiting.shift()!);
  }

  /** All that is not under way; nothing waits afterwards. */
  #takeOpen(): Job[] {
    return [this.#suspects, this.#waiting, this.#putOff].flatMap((jobs) => jobs.splice(0));
  }

  #start(): void {
    const env: NodeJS.ProcessEnv = { ...process.env, UV_THREADPOOL_SIZE: String(this.#width) };
    delete env.NODE_OPTIONS;
    if (process.versions.electron) env.ELECTRON_RUN_AS_NODE = '1';
    // Standard output belongs to the language client; the worker must not write there.
    const child = fork(this.#workerPath, [], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      execArgv: [],
      env,
    });
    this.#child = child;
    this.#ready = false;
    if (child.pid !== undefined) this.#onWorker?.(child.pid);
    child.on('message', (message: WorkerMessage) => {
      if (child === this.#child) this.#receive(message);
    });
    child.on('error', () => this.#ended(child, 1, null));
    child.on('exit', (code, signal) => this.#ended(child, code, signal));
  }

  #send(job: Job): void {
    this.#running.set(job.request.id, job);
    job.timer = setTimeout(() => this.#tooSlow(job), ANSWER_LIMIT_MS);
    // A failure to send is followed by the worker's exit, which deals with the job.
    this.#child?.send(job.request, () => {});
  }

  #receive(message: WorkerMessage): void {
    if ('ready' in message) {
      if (!message.ready) {
        this.#switchOff({ reason: 'no-decoder', detail: message.detail ?? '' });
        return;
      }
      this.#ready = true;
      this.#failedStarts = 0;
      this.#build = message.build;
    } else {
      const job = this.#running.get(message.id);
      if (job) this.#finish(job, { outcome: 'answered', answer: message });
    }
    this.#pump();
  }

  #finish(job: Job, answer: PoolAnswer): void {
    clearTimeout(job.timer);
    this.#running.delete(job.request.id);
    job.finish(answer);
  }

  /** The worker does not answer: it is replaced, and the picture counts as one that takes too long. */
  #tooSlow(job: Job): void {
    const child = this.#child;
    this.#forgetChild();
    child?.kill('SIGKILL');
    const { id } = job.request;
    this.#finish(job, { outcome: 'answered', answer: { id, bytes: null, damage: 'timeout', detail: null } });
    this.#requeue();
    this.#pump();
  }

  #ended(child: ChildProcess, code: number | null, signal: NodeJS.Signals | null): void {
    if (child !== this.#child) return;
    const wasReady = this.#ready;
    this.#forgetChild();
    const outside = OUTSIDE_SIGNALS.includes(signal) && signal !== null;
    if (!wasReady && !outside && ++this.#failedStarts >= FAILED_STARTS) {
      this.#switchOff({ reason: 'no-decoder', detail: `exit ${signal ?? code}` });
      return;
    }
    const now = Date.now();
    const times = outside ? this.#killTimes : this.#crashTimes;
    if (wasReady) times.push(now);
    while (times.length > 0 && now - times[0]! > MINUTE_MS) times.shift();
    const alone = this.#running.size === 1;
    for (const job of [...this.#running.values()]) {
      if (outside) job.kills++;
      else job.crashes++;
      if (!alone) continue;
      if (job.crashes >= CRASHES_PER_PICTURE || job.kills >= 2 * KILLS_PER_PICTURE)
        this.#finish(job, { outcome: 'crashed' });
      else if (job.kills === KILLS_PER_PICTURE) this.#takeBack(job, this.#putOff);
    }
    this.#requeue();
    if (times.length >= (outside ? KILLS_PER_MINUTE : CRASHES_PER_MINUTE)) {
      this.#switchOff({ reason: 'crashes', detail: `${signal ?? code}` });
      return;
    }
    this.#pump();
  }

  /** Pictures under way become suspects. */
  #requeue(): void {
    for (const job of [...this.#running.values()]) this.#takeBack(job, this.#suspects);
  }

  #takeBack(job: Job, jobs: Job[]): void {
    clearTimeout(job.timer);
    this.#running.delete(job.request.id);
    jobs.push(job);
  }

  #switchOff(why: SwitchedOff): void {
    this.#off = why;
    const child = this.#child;
    this.#forgetChild();
    child?.kill('SIGKILL');
    this.#requeue();
    this.#pump();
  }

  #forgetChild(): void {
    this.#child = null;
    this.#ready = false;
  }
}
