/** The language of the screen. */

/** The languages that messages exist in. */
export type Language = 'zh' | 'en';

/** Whether a word names a language. */
export function isLanguage(word: string): word is Language {
  return word === 'zh' || word === 'en';
}

/** The language of the locale: the first of LC_ALL, LC_MESSAGES and LANG that is set decides, as in POSIX. */
export function localeLanguage(env: Readonly<Record<string, string | undefined>>): Language {
  const locale = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value !== undefined && value !== '');
  return locale?.toLowerCase().startsWith('zh') === true ? 'zh' : 'en';
}
