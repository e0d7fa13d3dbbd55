// Words behind numbers that are units of measure, to tell whether those of a column are alike.
import { kept, tagOf } from './kept.js';
import { clean } from './text.js';

/** The units that Intl knows, by their names and symbols in a language. */
const named = kept((tag) => {
  const units = new Map<string, string>();
  for (const unit of Intl.supportedValuesOf('unit'))
    for (const unitDisplay of ['long', 'short'] as const) {
      const format = new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay });
      // Numbers of the plurals that languages have.
      for (const value of [1, 2, 5])
        for (const part of format.formatToParts(value))
          if (part.type === 'unit') units.set(plain(part.value), unit);
    }
  return units;
});

const plain = (word: string): string => clean(word).toLowerCase().replace(/\.$/, '');

/** Symbols with the prefixes of the metric system, and others that Intl does not know. */
const symbol =
  /^(?:(?:da|[numμµcdhkMGTP])?(?:m|g|l|L|W|Wh|J|Hz|eV|V|A|Pa|N|B|t)[²³]?|ha|ac|sq|mph|kn|lbs?|hrs?|mins?|secs?|kcal|cal|bar)$/u;

/**
 * Finds the unit of measure that a word is, in a language or in English.
 * @returns a name for it; undefined if it is none that is known
 */
export function measureOf(word: string, lang: string | undefined): string | undefined {
  const name = plain(word);
  return (
    named(tagOf(lang) ?? 'en').get(name) ??
    named('en').get(name) ??
    (symbol.test(word) ? word : undefined)
  );
}
