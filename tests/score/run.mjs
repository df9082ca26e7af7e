#!/usr/bin/env node
import { importCompiled } from './compile.mjs';

const { scoreCommand } = await importCompiled('score/score-command');
process.exitCode = await scoreCommand(process.argv.slice(2));
