/**
 * HTML that cannot be broken out of: every text put into it is escaped, and there is no way to put one in unescaped. What is
 * read from documents (titles such as `</script>`) stays text.
 */

/** A piece of HTML, made by {@link html} only. */
export class Html {
  readonly #markup: string;

  private constructor(markup: string) {
    this.#markup = markup;
  }

  /** For {@link html}: joins what is markup already. */
  static joined(strings: readonly string[], values: readonly HtmlValue[]): Html {
    let markup = '';
    for (const [at, text] of strings.entries()) markup += at < values.length ? text + markupOf(values[at]) : text;
    return new Html(markup);
  }

  toString(): string {
    return this.#markup;
  }
}

/** What may stand in HTML; nothing is written for `undefined` and `false`. */
export type HtmlValue = string | number | Html | undefined | false | readonly HtmlValue[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Makes HTML of a template; texts in it are escaped. Attributes are to be quoted.
 *
 * @example html`<td title="${name}">${value}</td>`
 */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return Html.joined(strings, values);
}

/** Escapes a text for HTML, attributes included; characters that HTML forbids become U+FFFD. */
export function escapeHtml(text: string): string {
  // eslint-disable-next-line no-control-regex -- they are what is looked for
  const allowed = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/gu, '\uFFFD');
  return allowed.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

function markupOf(value: HtmlValue): string {
  if (value === undefined || value === false) return '';
  if (typeof value === 'string') return escapeHtml(value);
  if (typeof value === 'number') return String(value);
  if (value instanceof Html) return value.toString();
  return value.map(markupOf).join('');
}
