// Compiles the score, the frozen corpus and the pipeline into the package cache, as tests/corpus/run.mjs does with the
// generator: Node 20 runs no TypeScript by itself.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { copyFileSync, cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const cache = path.join(root, 'node_modules/.cache/gouji-score');

/** Compiles, goes to the root of the repository, and loads one module by its path below tests/, without its ending. */
export async function importCompiled(module) {
  const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  const compiled = spawnSync(
    process.execPath,
    [compiler, '-p', path.join(here, 'tsconfig.build.json'), '--outDir', cache],
    { stdio: 'inherit' },
  );
  if (compiled.status !== 0) process.exit(compiled.status ?? 1);
  mkdirSync(cache, { recursive: true });
  // What the pipeline finds from where its own modules lie: the report families, and the version.
  cpSync(path.join(root, 'pipelines'), path.join(cache, 'pipelines'), { recursive: true });
  copyFileSync(path.join(root, 'package.json'), path.join(cache, 'package.json'));
  process.chdir(root);
  return import(pathToFileURL(path.join(cache, 'tests', `${module}.js`)).href);
}
