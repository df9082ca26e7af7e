#!/usr/bin/env node
// npm run frozen:accept -- DOCUMENT: takes the changed score of one document over as what is expected from now on, and
// prints the change, so that nothing is accepted unseen. One document at a time on purpose.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

const [document, ...rest] = process.argv.slice(2);
if (!document || rest.length > 0) {
  console.error('usage: npm run frozen:accept -- DOCUMENT   (one, by its name in tests/frozen/documents)');
  process.exit(2);
}
const changed = `node_modules/.cache/gouji-frozen/${document}.changed.json`;
if (!existsSync(changed)) {
  console.error(`${changed} is not there: run the tests first; only what differs is written.`);
  process.exit(2);
}
const path = 'tests/frozen/expected.json';
const expected = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
const after = JSON.parse(readFileSync(changed, 'utf8'));
console.log(`- ${JSON.stringify(expected[document])}\n+ ${JSON.stringify(after)}`);
expected[document] = after;
const sorted = Object.fromEntries(Object.entries(expected).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(path, `${JSON.stringify(sorted, null, 2)}\n`);
rmSync(changed);
console.log(`${path} now expects this. Say in the commit why it moved.`);
