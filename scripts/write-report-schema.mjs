/** `npm run schema`: writes docs/report.schema.json from src/export/report-schema.ts. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt, ROOT } from './ensure-installed.mjs';

ensureBuilt();
const { reportJsonSchema } = await import('../dist/export/report-schema.js');
writeFileSync(join(ROOT, 'docs', 'report.schema.json'), `${JSON.stringify(reportJsonSchema(), null, 2)}\n`);
