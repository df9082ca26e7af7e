#!/usr/bin/env node
// Compiles the generator into the package cache and runs it: Node 20 runs no TypeScript by itself, and the published
// build must not contain this folder.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const cache = path.resolve(here, '../../node_modules/.cache/gouji-corpus');
const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
const compiled = spawnSync(
  process.execPath,
  [compiler, '-p', path.join(here, 'tsconfig.build.json'), '--outDir', cache],
  {
    stdio: 'inherit',
  },
);
if (compiled.status !== 0) process.exit(compiled.status ?? 1);
mkdirSync(cache, { recursive: true });
// Node looks for the module type no further up than node_modules.
writeFileSync(path.join(cache, 'package.json'), '{ "type": "module" }\n');
await import(pathToFileURL(path.join(cache, 'generate.js')).href);
