/** Shows how a run goes on: a bar on a terminal, one plain line a file elsewhere. */
import type { ProgressEvent } from '../run/index.js';
import { displayWidth, keepEnd, withoutControls } from './display-width.js';
import type { Language } from './language.js';
import { messagesOf, type Messages } from './messages.js';

/** Where progress is shown. */
export interface ProgressScreen {
  readonly write: (text: string) => unknown;
  /** True for a terminal that can move its cursor. */
  readonly isTerminal: boolean;
  readonly width: () => number;
}

/** Shows events, and clears up at the end. */
export interface ProgressDisplay {
  readonly show: (event: ProgressEvent) => void;
  readonly finish: () => void;
}

/** The bar is drawn anew at most this often. */
const REDRAW_MS = 100;

const BAR_WIDTH = 24;
const CLEAR_LINE = '\r\u001b[2K';

/** Makes a display for a screen. */
export function createProgressDisplay(screen: ProgressScreen, language: Language): ProgressDisplay {
  return screen.isTerminal ? createBar(screen, language) : createLines(screen, language);
}

type FileEvent = Extract<ProgressEvent, { type: 'file' }>;

function createLines(screen: ProgressScreen, language: Language): ProgressDisplay {
  return {
    show: (event) => {
      if (event.type === 'file') screen.write(`[${event.done}/${event.total}] ${describeFile(event, language)}\n`);
    },
    finish: () => undefined,
  };
}

function createBar(screen: ProgressScreen, language: Language): ProgressDisplay {
  const messages = messagesOf(language);
  let start = 0;
  let drawnAt = -Infinity;
  return {
    show: (event) => {
      const now = performance.now();
      if (event.type === 'started') {
        start = now;
        screen.write(CLEAR_LINE + drawBar({ done: 0, total: event.total, sourcePath: '' }, '', screen.width()));
        return;
      }
      const isFailure = event.outcome === 'failed';
      if (isFailure) screen.write(`${CLEAR_LINE}${describeFile(event, language)}\n`);
      if (!isFailure && now - drawnAt < REDRAW_MS && event.done < event.total) return;
      drawnAt = now;
      screen.write(CLEAR_LINE + drawBar(event, remaining(event, now - start, messages), screen.width()));
    },
    finish: () => {
      screen.write(CLEAR_LINE);
    },
  };
}

function drawBar(
  { done, total, sourcePath }: Pick<FileEvent, 'done' | 'total' | 'sourcePath'>,
  remainingText: string,
  width: number,
): string {
  const filled = total === 0 ? BAR_WIDTH : Math.floor((done / total) * BAR_WIDTH);
  const bar = `[${'#'.repeat(filled)}${'.'.repeat(BAR_WIDTH - filled)}] ${done}/${total}${remainingText}`;
  const room = width - displayWidth(bar) - 2;
  // Writing into the last column would make some terminals begin a new line.
  if (room < 8) return keepEnd(bar, Math.max(1, width - 1));
  return `${bar} ${keepEnd(withoutControls(sourcePath), room)}`;
}

function remaining({ done, total }: FileEvent, elapsedMs: number, messages: Messages): string {
  if (done === total || elapsedMs < 2000) return '';
  const seconds = Math.round(((elapsedMs / done) * (total - done)) / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const pad = (count: number): string => String(count).padStart(2, '0');
  const time = hours > 0 ? `${hours}:${pad(minutes)}:${pad(seconds % 60)}` : `${minutes}:${pad(seconds % 60)}`;
  return `, ${messages.remaining(time)}`;
}

function describeFile({ sourcePath, outcome, reason }: FileEvent, language: Language): string {
  const messages = messagesOf(language);
  const what =
    reason === undefined ? messages.outcomes[outcome] : `${messages.outcomes[outcome]} (${reason[language]})`;
  return withoutControls(`${sourcePath} ${what}`);
}
