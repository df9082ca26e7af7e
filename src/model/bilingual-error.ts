/** An error that people read: what happened, where, and what to do next. */
import type { BilingualText } from './finding.js';

/** Carries its message in both languages; subclasses say which trouble it is. */
export class BilingualError extends Error {
  readonly text: BilingualText;

  constructor(text: BilingualText, options?: ErrorOptions) {
    super(text.en, options);
    this.name = new.target.name;
    this.text = text;
  }
}
