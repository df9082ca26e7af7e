// Prints HTML pages through one headless Chromium, driven over a pipe (no port, no extra package).
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Readable, Writable } from 'node:stream';
import type { PageStyle } from './page-style.js';

/** One page to print. */
export interface PrintJob {
  readonly html: string;
  readonly style: PageStyle;
  readonly target: string;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly sessionId?: string;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly error?: { readonly message: string };
}

const FOOTERS: Readonly<Record<string, string>> = {
  '- n -': '- <span class="pageNumber"></span> -',
  '— n —': '— <span class="pageNumber"></span> —',
  'n / N': '<span class="pageNumber"></span> / <span class="totalPages"></span>',
  n: '<span class="pageNumber"></span>',
};

function connect(input: Writable, output: Readable) {
  let nextId = 1;
  const waiting = new Map<number, { resolve: (m: Message) => void; reject: (e: Error) => void }>();
  const listeners = new Map<string, () => void>();
  let rest = '';
  output.setEncoding('utf8');
  output.on('data', (chunk: string) => {
    const parts = (rest + chunk).split('\0');
    rest = parts.pop() ?? '';
    for (const part of parts) {
      const message = JSON.parse(part) as Message;
      if (message.id !== undefined) {
        const caller = waiting.get(message.id);
        waiting.delete(message.id);
        if (message.error === undefined) caller?.resolve(message);
        else caller?.reject(new Error(message.error.message));
      } else listeners.get(`${message.sessionId ?? ''} ${message.method ?? ''}`)?.();
    }
  });
  return {
    send: (method: string, params: object = {}, sessionId?: string): Promise<Message> =>
      new Promise((resolve, reject) => {
        const id = nextId++;
        waiting.set(id, { resolve, reject });
        input.write(`${JSON.stringify({ id, method, params, ...(sessionId === undefined ? {} : { sessionId }) })}\0`);
      }),
    once: (sessionId: string, method: string): Promise<void> =>
      new Promise((resolve) => {
        listeners.set(`${sessionId} ${method}`, resolve);
      }),
  };
}

function printOptions(style: PageStyle): object {
  const box = (text: string, align: string): string =>
    `<div style="font-size:9pt;width:100%;margin:0 20mm;text-align:${align};font-family:'Noto Sans CJK SC'">${text}</div>`;
  if (style.browserMargins === true)
    return {
      preferCSSPageSize: true,
      printBackground: true,
      displayHeaderFooter: true,
      headerTemplate: box('2024/1/30 10:21 &emsp; 年度报告', 'left'),
      footerTemplate: box(
        'http://www.example.gov.cn/zwgk/202401/t20240130_1187345.html &emsp; <span class="pageNumber"></span>/<span class="totalPages"></span>',
        'left',
      ),
    };
  const hasMargins = style.pageNumber !== undefined || style.runningHeader !== undefined;
  return {
    generateTaggedPDF: style.tagged !== false,
    preferCSSPageSize: true,
    printBackground: true,
    displayHeaderFooter: hasMargins,
    headerTemplate: box(style.runningHeader ?? '', 'right'),
    footerTemplate: box(
      style.pageNumber === undefined ? '' : (FOOTERS[style.pageNumber] ?? ''),
      style.numberAtRight === true ? 'right' : 'center',
    ),
  };
}

/** Prints all jobs, one after the other, in one browser. */
export async function printWithChromium(jobs: readonly PrintJob[]): Promise<void> {
  if (jobs.length === 0) return;
  const folder = await mkdtemp(path.join(tmpdir(), 'gouji-corpus-'));
  const browser = spawn(
    process.env['GOUJI_CHROMIUM'] ?? 'chromium',
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--user-data-dir=${folder}/profile`,
      '--remote-debugging-pipe',
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  );
  const ended = new Promise<void>((resolve, reject) => {
    browser.on('error', reject);
    browser.on('exit', () => {
      resolve();
    });
  });
  ended.catch(() => undefined);
  try {
    const { send, once } = connect(browser.stdio[3] as Writable, browser.stdio[4] as Readable);
    for (const job of jobs) {
      const file = path.join(folder, 'page.html');
      await writeFile(file, job.html);
      const target = await send('Target.createTarget', { url: 'about:blank' });
      const targetId = target.result?.['targetId'];
      const attached = await send('Target.attachToTarget', { targetId, flatten: true });
      const session = String(attached.result?.['sessionId']);
      await send('Page.enable', {}, session);
      const loaded = once(session, 'Page.loadEventFired');
      await send('Page.navigate', { url: pathToFileURL(file).href }, session);
      await loaded;
      const printed = await send('Page.printToPDF', printOptions(job.style), session);
      await writeFile(job.target, Buffer.from(String(printed.result?.['data']), 'base64'));
      await send('Target.closeTarget', { targetId });
    }
    await send('Browser.close').catch(() => undefined);
    await ended;
  } finally {
    browser.kill();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
