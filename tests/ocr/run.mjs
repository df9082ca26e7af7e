#!/usr/bin/env node
// node tests/ocr/run.mjs learn           learns the shapes of digits anew
// node tests/ocr/run.mjs learn-characters learns the characters of labels anew
// node tests/ocr/run.mjs gather FILE KIND FROM COUNT adds readings of cells whose text is known: any, blurred or points
// node tests/ocr/run.mjs learn-certainty FILE        learns from them how sure readings are
// node tests/ocr/run.mjs gather-second FILE KIND FROM COUNT, learn-second FILE: the same of figures that are read once more
// node tests/ocr/run.mjs cells [STYLE,…] reads drawn cells and prints how many are right, and how sure that was
// node tests/ocr/run.mjs bench …         measures the time a scanned page takes (npm run bench:scan)
import { importCompiled } from '../score/compile.mjs';

const [command, ...rest] = process.argv.slice(2);
if (command === 'learn') (await importCompiled('ocr/learn-shapes')).learnShapes();
else if (command === 'learn-characters') await (await importCompiled('ocr/learn-characters')).learnCharacters();
else if (command === 'gather') {
  const [into, kind, from, count] = rest;
  await (await importCompiled('ocr/learn-certainty')).gatherReadings(into, kind, Number(from), Number(count));
} else if (command === 'learn-certainty') (await importCompiled('ocr/learn-certainty')).learnCertainty(rest[0]);
else if (command === 'gather-second') {
  const [into, kind, from, count] = rest;
  await (await importCompiled('ocr/learn-second')).gatherSecond(into, kind, Number(from), Number(count));
} else if (command === 'learn-second') (await importCompiled('ocr/learn-second')).learnSecond(rest[0]);
else if (command === 'cells') await (await importCompiled('ocr/measure-cells')).measureCells(rest[0]);
else if (command === 'bench') (await importCompiled('ocr/bench-scan')).benchScan(rest);
else {
  console.error(
    'usage: node tests/ocr/run.mjs learn | learn-characters | gather … | learn-certainty FILE | cells [STYLE,…] | bench …',
  );
  process.exitCode = 2;
}
