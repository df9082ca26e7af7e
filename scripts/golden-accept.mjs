/**
 * `npm run golden:accept -- SAMPLE STAGE`: takes one changed output over as what is expected from now on, and prints what
 * changes, so that nothing is accepted unseen. One file at a time on purpose. `pages NAME` takes over the picture of a page.
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';

const [sample, stage, ...rest] = process.argv.slice(2);
if (!sample || !stage || rest.length > 0) {
  console.error(
    'usage: npm run golden:accept -- SAMPLE STAGE   (one sample, one stage: layout, facts or findings)\n' +
      '       npm run golden:accept -- pages NAME     (one picture of a page, after looking at it)',
  );
  process.exit(2);
}
if (sample === 'pages') {
  acceptPicture(stage);
  process.exit(0);
}
const changed = `tests/golden/changed/${sample}/${stage}.changed.json`;
const expected = `tests/golden/expected/${sample}/${stage}.json`;
if (!existsSync(changed)) {
  console.error(`${changed} is not there: run npm test first; only what differs is written.`);
  process.exit(2);
}
const before = existsSync(expected) ? readFileSync(expected, 'utf8').split('\n') : [];
const after = readFileSync(changed, 'utf8').split('\n');
for (const line of before.filter((each) => !after.includes(each))) console.log(`- ${line}`);
for (const line of after.filter((each) => !before.includes(each))) console.log(`+ ${line}`);
mkdirSync(dirname(expected), { recursive: true });
copyFileSync(changed, expected);
rmSync(changed);
console.log(`${expected} now expects this. Say in the commit why it moved.`);

function acceptPicture(name) {
  const picture = `tests/pages/changed/${name}.png`;
  if (!existsSync(picture)) {
    console.error(`${picture} is not there: run npm test first; only what differs is written.`);
    process.exit(2);
  }
  copyFileSync(picture, `tests/pages/expected/${name}.png`);
  rmSync(picture);
  console.log(`tests/pages/expected/${name}.png is expected from now on. Say in the commit why it moved.`);
}
