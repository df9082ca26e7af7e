#!/usr/bin/env node
// node tests/ocr/run.mjs learn           learns the shapes of digits anew
// node tests/ocr/run.mjs cells [STYLE,…] reads drawn cells and prints how many are right, and how sure that was
import { importCompiled } from '../score/compile.mjs';

const [command, ...rest] = process.argv.slice(2);
if (command === 'learn') (await importCompiled('ocr/learn-shapes')).learnShapes();
else if (command === 'cells') await (await importCompiled('ocr/measure-cells')).measureCells(rest[0]);
else {
  console.error('usage: node tests/ocr/run.mjs learn | cells [STYLE,…]');
  process.exitCode = 2;
}
