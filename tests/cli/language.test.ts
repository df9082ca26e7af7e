import { describe, expect, it } from 'vitest';
import { localeLanguage } from '../../src/cli/language.js';

describe('localeLanguage', () => {
  it.each([
    [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
    [{ LANG: 'zh_TW' }, 'zh'],
    [{ LANG: 'C.UTF-8' }, 'en'],
    [{ LANG: 'fr_FR.UTF-8' }, 'en'],
    [{}, 'en'],
    [{ LC_ALL: 'en_US', LANG: 'zh_CN' }, 'en'],
    [{ LC_ALL: '', LC_MESSAGES: 'zh_CN', LANG: 'en_US' }, 'zh'],
  ] as const)('of %j is %s', (env, language) => {
    expect(localeLanguage(env)).toBe(language);
  });
});
