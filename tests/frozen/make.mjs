#!/usr/bin/env node
// node tests/frozen/make.mjs FOLDER [NAME…]
import { importCompiled } from '../score/compile.mjs';

await importCompiled('frozen/make-frozen');
