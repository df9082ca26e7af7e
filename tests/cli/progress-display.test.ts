import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../src/cli/display-width.js';
import { createProgressDisplay } from '../../src/cli/progress-display.js';
import type { ProgressEvent } from '../../src/run/index.js';

const CLEAR = '\r\u001b[2K';

function show(events: readonly ProgressEvent[], terminal: { isTerminal: boolean; width?: number }): string {
  let screen = '';
  const write = (text: string): void => {
    screen += text;
  };
  const display = createProgressDisplay(
    { write, width: () => terminal.width ?? 80, isTerminal: terminal.isTerminal },
    'zh',
  );
  for (const event of events) display.show(event);
  display.finish();
  return screen;
}

const STARTED: ProgressEvent = { type: 'started', total: 2 };
const OK: ProgressEvent = { type: 'file', done: 1, total: 2, sourcePath: '年报/a.pdf', outcome: 'ok' };
const FAILED: ProgressEvent = {
  type: 'file',
  done: 2,
  total: 2,
  sourcePath: '年报/b.pdf',
  outcome: 'failed',
  reason: { zh: 'encrypted: 有密码', en: 'encrypted' },
};

describe('createProgressDisplay', () => {
  it('prints a plain line a file where there is no terminal', () => {
    expect(show([STARTED, OK, FAILED], { isTerminal: false })).toBe(
      '[1/2] 年报/a.pdf 无问题\n[2/2] 年报/b.pdf 失败 (encrypted: 有密码)\n',
    );
  });

  it('draws a bar on a terminal, failures above it, and clears it at the end', () => {
    const drawn = show([STARTED, OK, FAILED], { isTerminal: true }).split(CLEAR);
    expect(drawn).toEqual([
      '',
      '[........................] 0/2 ',
      '[############............] 1/2 年报/a.pdf',
      '年报/b.pdf 失败 (encrypted: 有密码)\n',
      '[########################] 2/2 年报/b.pdf',
      '',
    ]);
  });

  it('never draws wider than the terminal, whatever the language of the path', () => {
    const long: ProgressEvent = { ...OK, sourcePath: '很长的文件夹名称/'.repeat(20) };
    for (const width of [10, 20, 40, 41, 80]) {
      const lines = show([STARTED, long], { isTerminal: true, width }).split(CLEAR);
      expect(Math.max(...lines.map(displayWidth))).toBeLessThan(width);
    }
  });

  it('does not draw more often than the eye can follow', () => {
    const many = Array.from({ length: 1000 }, (_, at): ProgressEvent => ({ ...OK, done: at + 1, total: 5000 }));
    expect(show([STARTED, ...many], { isTerminal: true }).split(CLEAR).length).toBeLessThan(20);
  });
});
