/**
 * The channel between pdf.js's two halves, both in this thread. pdf.js would make one itself; ours also keeps the error
 * with which an operator list broke off, because pdf.js hands out such a list as if it were whole.
 */

/** A listener as pdf.js adds it. */
type Listener = (event: { readonly data: unknown }) => void;

/** A port both halves of pdf.js post to; each leaves alone what is not addressed to it. */
export interface LoopbackPort {
  postMessage(message: unknown, transfer?: readonly ArrayBuffer[]): void;
  addEventListener(name: string, listener: Listener, options?: { readonly signal?: AbortSignal }): void;
  removeEventListener(name: string, listener: Listener): void;
  /** The last error of a broken stream, which is then forgotten; `undefined` where there was none. */
  takeStreamError(): unknown;
}

/** The kind of message that ends a stream with an error (pdf.js, `StreamKind.ERROR`, which it does not export). */
const STREAM_ERROR = 5;

/** Makes a port. */
export function createLoopbackPort(): LoopbackPort {
  const listeners = new Set<Listener>();
  let streamError: unknown;
  return {
    postMessage(message, transfer) {
      const error = streamErrorOf(message);
      if (error !== undefined) streamError = error;
      const event = { data: structuredClone(message, { transfer: [...(transfer ?? [])] }) };
      queueMicrotask(() => {
        for (const listener of [...listeners]) listener(event);
      });
    },
    addEventListener(_name, listener, options) {
      listeners.add(listener);
      options?.signal?.addEventListener('abort', () => listeners.delete(listener), { once: true });
    },
    removeEventListener(_name, listener) {
      listeners.delete(listener);
    },
    takeStreamError() {
      const error = streamError;
      streamError = undefined;
      return error;
    },
  };
}

function streamErrorOf(message: unknown): unknown {
  if (typeof message !== 'object' || message === null) return undefined;
  const { stream, reason } = message as { readonly stream?: unknown; readonly reason?: unknown };
  return stream === STREAM_ERROR ? (reason ?? new Error('unknown')) : undefined;
}
