#!/usr/bin/env node
// npm run frozen:make -- FOLDER [WORD…]
import { importCompiled } from '../score/compile.mjs';

const [folder, ...words] = process.argv.slice(2);
if (!folder) {
  console.error(
    'usage: npm run frozen:make -- FOLDER [WORD…]   (documents whose names contain a word; all by default)',
  );
  process.exit(2);
}
const { printFrozen } = await importCompiled('frozen/make-frozen');
await printFrozen(folder, words);
