import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { READ_UNSURELY } from '../../../src/bind/recognised-figure.js';
import { doubtText } from '../../../src/export/audit/doubt-words.js';

describe('the words for doubts', () => {
  it('say every doubt that docs/architecture.md names, and that of scans', () => {
    const list = /Doubts are stable words[\s\S]*?\n\n/u.exec(readFileSync('docs/architecture.md', 'utf8'))?.[0] ?? '';
    const doubts = [...list.matchAll(/`([a-z]+(?:-[a-z]+)+)`/gu)].map(([, word]) => word ?? '');
    expect(doubts.length).toBeGreaterThan(20);
    expect([...doubts, READ_UNSURELY].filter((word) => doubtText(word).en === word)).toEqual([]);
  });
});
