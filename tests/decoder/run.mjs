#!/usr/bin/env node
import { importCompiled } from '../score/compile.mjs';

const { benchDecoder } = await importCompiled('decoder/bench-decoder');
await benchDecoder(process.argv.slice(2));
