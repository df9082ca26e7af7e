import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { changedPath, readExpected, runStages, STAGES, toGoldenText } from './stages.js';

const SAMPLES = 'samples/reports';
const samples = (await readdir(SAMPLES)).filter((name) => /\.(?:pdf|txt|html|docx)$/u.test(name)).sort();

describe('the samples', () => {
  it.each(samples)('come out of every stage as accepted: %s', async (sample) => {
    const outputs = await runStages(`${SAMPLES}/${sample}`);
    const changed: string[] = [];
    for (const stage of STAGES) {
      const text = toGoldenText(outputs[stage]);
      if (text === (await readExpected(sample, stage))) {
        await rm(changedPath(sample, stage), { force: true });
        continue;
      }
      await mkdir(dirname(changedPath(sample, stage)), { recursive: true });
      await writeFile(changedPath(sample, stage), text);
      changed.push(stage);
    }
    expect(
      changed,
      `differs from what was accepted; compare with ${changed.map((stage) => changedPath(sample, stage as 'facts')).join(', ')}, then npm run golden:accept -- ${sample} STAGE`,
    ).toEqual([]);
  });

  it('have nothing accepted that no sample stands behind', async () => {
    expect((await readdir('tests/golden/expected')).sort()).toEqual(samples);
  });
});
