import type { Decorator, Preview } from '@storybook/web-components-vite';
import { html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { ref } from 'lit/directives/ref.js';
import { styleMap } from 'lit/directives/style-map.js';
import { definePhrases } from '../src/core/define-phrases.js';
import ar from '../src/languages/ar.js';
import arXB from '../src/languages/ar-XB.js';
import de from '../src/languages/de.js';
import enXA from '../src/languages/en-XA.js';
import fi from '../src/languages/fi.js';
import fr from '../src/languages/fr.js';
import he from '../src/languages/he.js';
import hi from '../src/languages/hi.js';
import ja from '../src/languages/ja.js';
import * as scenes from '../src/scenes/elements.js';

// At once, so that no picture is drawn twice.
for (const [lang, words] of Object.entries({
  ar,
  de,
  fi,
  fr,
  he,
  hi,
  ja,
  'ar-XB': arXB,
  'en-XA': enXA,
}))
  definePhrases(lang, words);

/** Languages by their tag; what is not written from left to right says so. */
const locales: Record<string, { title: string; dir?: 'rtl' }> = {
  en: { title: 'English' },
  de: { title: 'Deutsch' },
  'de-CH': { title: 'Deutsch (Schweiz)' },
  fr: { title: 'Français' },
  ar: { title: 'العربية', dir: 'rtl' },
  'ar-EG': { title: 'العربية (مصر)', dir: 'rtl' },
  he: { title: 'עברית', dir: 'rtl' },
  'hi-u-nu-deva': { title: 'हिन्दी' },
  fi: { title: 'Suomi' },
  ja: { title: '日本語' },
  'en-XA': { title: 'Longer, with accents' },
  'ar-XB': { title: 'Longer, mirrored', dir: 'rtl' },
};

const widths = { phone: '390px', tablet: '768px', desk: 'none' };

/** One choice of the toolbar. */
const choice = <const Icon extends string>(
  title: string,
  icon: Icon,
  items: readonly { value: string; title: string }[],
) => ({ description: title, toolbar: { title, icon, items: [...items], dynamicTitle: true } });

/** What an editor can set for every picture in the gallery. */
export const toolbar = {
  globalTypes: {
    theme: choice('Theme', 'circlehollow', [
      { value: 'light', title: 'Light' },
      { value: 'dark', title: 'Dark' },
    ]),
    motion: choice('Motion', 'play', [
      { value: '', title: 'Motion: as the system asks' },
      { value: 'full', title: 'Motion: full' },
      { value: 'stepped', title: 'Motion: stepped' },
      { value: 'static', title: 'Motion: static' },
    ]),
    locale: choice(
      'Language',
      'globe',
      Object.entries(locales).map(([value, { title }]) => ({
        value,
        title: `${title} (${value})`,
      })),
    ),
    fontSize: choice('Font size of the page', 'paragraph', [
      { value: '10px', title: 'Page font 10 px' },
      { value: '16px', title: 'Page font 16 px' },
      { value: '20px', title: 'Page font 20 px' },
    ]),
    width: choice('Width', 'grow', [
      { value: 'phone', title: 'Phone, 390 px' },
      { value: 'tablet', title: 'Tablet, 768 px' },
      { value: 'desk', title: 'Desk, all there is' },
    ]),
  },
  initialGlobals: { theme: 'light', motion: '', locale: 'en', fontSize: '16px', width: 'desk' },
} satisfies Preview;

const moving = [
  'scroll-story',
  'forty-one-minutes',
  ...Object.values(scenes).map(({ scene }) => scene.tag),
].join();

/**
 * Stands in for the page around a story, as the toolbar asks; a change of anything starts the story afresh. On a docs
 * page, where stories of several languages and themes stand together, each has surroundings of its own.
 */
export const surroundings: Decorator = (story, { globals, viewMode }) => {
  const { theme, motion, locale, fontSize, width } = globals as Record<string, string>;
  const dir = locales[locale!]?.dir ?? 'ltr';
  if (viewMode !== 'docs') {
    const root = document.documentElement;
    root.lang = locale!;
    root.dir = dir;
    root.style.colorScheme = theme!;
    root.style.fontSize = fontSize!;
  }
  // The elements stand only once the template is through, and have not drawn yet by then.
  const give = (page?: Element): void =>
    queueMicrotask(() => {
      if (motion)
        for (const one of page?.querySelectorAll(moving) ?? []) one.setAttribute('motion', motion);
    });
  return html`${keyed(
    Object.values(globals).join(),
    html`<div
      class="page"
      lang=${locale!}
      dir=${dir}
      style=${styleMap({
        maxWidth: widths[width as keyof typeof widths],
        marginInline: 'auto',
        colorScheme: theme,
        fontSize,
      })}
      ${ref(give)}
    >
      ${story()}
    </div>`,
  )}`;
};
