/** Makes a corpus through the generator's own command, with those renderers whose programs are installed. */
import { spawnSync } from 'node:child_process';
import type { Renderer } from '../corpus/layouts.js';
import type { GeneratorRun } from './plan-corpus.js';

/** Programs that renderers call, and the variable that names another one. */
const PROGRAMS: Readonly<Partial<Record<Renderer, { readonly variable: string; readonly program: string }>>> = {
  chromium: { variable: 'GOUJI_CHROMIUM', program: 'chromium' },
  libreoffice: { variable: 'GOUJI_SOFFICE', program: 'soffice' },
};

/** Why a renderer cannot be used here; undefined where it can. */
export function whyUnusable(renderer: Renderer): string | undefined {
  const needed = PROGRAMS[renderer];
  if (needed === undefined) return undefined;
  const program = process.env[needed.variable] ?? needed.program;
  if (spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0) return undefined;
  return `${renderer} is left out: ${program} does not run here (install it, or name another in ${needed.variable})`;
}

/**
 * Runs the generator.
 *
 * @throws {Error} where it fails; what it said is in the message.
 */
export function makeCorpus(runs: readonly GeneratorRun[], folder: string): void {
  for (const { renderer, layouts, seed, count } of runs) {
    const order = ['--renderer', renderer, '--layout', layouts.join(',')];
    generate([...order, '--out', folder, '--seed', String(seed), '--count', String(count)]);
  }
}

/** What is asked of a kind of the generator beside PDFs and dumps. */
export interface KindWish {
  readonly kind: string;
  readonly seed: number;
  /** One of each style where absent. */
  readonly count?: number;
  /** All where absent. */
  readonly style?: string;
}

/**
 * Makes documents of such a kind.
 *
 * @throws {Error} where the generator fails; what it said is in the message.
 */
export function makeKind({ kind, seed, count, style }: KindWish, folder: string): void {
  generate([
    ...['--kind', kind, '--out', folder, '--seed', String(seed)],
    ...(count === undefined ? [] : ['--count', String(count)]),
    ...(style === undefined ? [] : ['--style', style]),
  ]);
}

function generate(args: readonly string[]): void {
  const command = ['tests/corpus/run.mjs', ...args, '--plant', 'mixed'];
  const made = spawnSync(process.execPath, command, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  if (made.status !== 0) throw new Error(`the generator failed (${args.join(' ')}):\n${made.stdout}${made.stderr}`);
}
