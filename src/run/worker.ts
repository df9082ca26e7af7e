/** The entry of a worker thread: handles one file at a time, as the main thread tells it, and writes nothing itself. */
import { parentPort } from 'node:worker_threads';
import type { Recogniser } from '../extract/index.js';
import type { BilingualText } from '../model/index.js';
import { familiesToForms } from '../export/index.js';
import { handleFile, type FileHandling } from './handle-file.js';
import { importPipeline } from './pipeline-module.js';
import type { FromWorker, Identity, ToWorker, WorkerSettings } from './protocol.js';

let handling: FileHandling | undefined;
/** Set while a file waits for the main thread's word on its bytes. */
let answerIdentity: ((mayProceed: boolean) => void) | undefined;

function post(message: FromWorker): void {
  parentPort?.postMessage(message);
}

function identify(identity: Identity): Promise<boolean> {
  return new Promise((resolve) => {
    answerIdentity = resolve;
    post({ type: 'identified', identity });
  });
}

async function start(settings: WorkerSettings): Promise<void> {
  try {
    const { loadFamilies, PIPELINES_DIRECTORY } = await import('../families/index.js');
    const [pipeline, families] = await Promise.all([
      importPipeline(settings.pipelineUrl),
      loadFamilies(settings.familiesUrl === undefined ? PIPELINES_DIRECTORY : new URL(settings.familiesUrl)),
    ]);
    const { reader, keepsContacts, measuresStages, pictures, dialect, writesWide, workbooks } = settings;
    const scans = pictures === 'off' ? {} : { scans: { recogniser: openRecogniser, prose: pictures } };
    const rendering = { dialect, wideForms: writesWide ? familiesToForms(families) : [], families, workbooks };
    handling = { pipeline, families, reader, keepsContacts, measuresStages, rendering, identify, ...scans };
    post({ type: 'ready' });
  } catch (error) {
    post({ type: 'broken', text: explain(error) });
  }
}

let recogniser: Promise<Recogniser> | undefined;

/** One for all files of this thread, started with the first that needs it; it ends with the thread. */
function openRecogniser(): Promise<Recogniser> {
  recogniser ??= import('../extract/index.js').then(({ createRecogniser }) => createRecogniser());
  return recogniser;
}

/** The text of an error in both languages, where it has one. */
function explain(error: unknown): BilingualText {
  if (!(error instanceof Error)) return { zh: String(error), en: String(error) };
  if ('text' in error && isBilingual(error.text)) return error.text;
  return { zh: error.message, en: error.message };
}

function isBilingual(text: unknown): text is BilingualText {
  return typeof text === 'object' && text !== null && 'zh' in text && 'en' in text;
}

async function receive(message: ToWorker): Promise<void> {
  switch (message.type) {
    case 'start':
      await start(message.settings);
      break;
    case 'read':
      if (handling === undefined) throw new Error('a file came before the worker was ready');
      post(await handleFile(message.file, handling));
      break;
    case 'proceed':
    case 'leave':
      answerIdentity?.(message.type === 'proceed');
      break;
  }
}

// A rejection is not caught on purpose: it ends this thread, and the main thread counts the file as crashed.
parentPort?.on('message', (message: ToWorker) => void receive(message));
