// An engine's thread that answers until it has a picture to read, and then ends with an error, as one without memory does.
import { parentPort } from 'node:worker_threads';

parentPort?.on('message', ({ workerId, jobId, action }) => {
  if (action === 'recognize') throw new Error('this engine has died');
  parentPort?.postMessage({ workerId, jobId, action, status: 'resolve', data: {} });
});
