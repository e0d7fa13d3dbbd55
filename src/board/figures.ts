// The figures that a text states, so that each can be looked for in what the text rests on.

const units =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const large: Record<string, number> = {
  hundred: 100,
  thousand: 1000,
  million: 1e6,
  billion: 1e9,
};

/** "1,600" and "2.6" as numbers; a comma parts thousands only where three digits follow it. */
const digits = (text: string): number => Number(text.replace(/,(?=\d{3}(?!\d))/g, ''));

/** What a single word counts: "seven", "forty-one", "40"; undefined if it is no number. */
function small(word: string): number | undefined {
  if (/^\d/.test(word)) return digits(word);
  const [first = '', second] = word.split('-');
  const ten = tens.indexOf(first);
  if (ten >= 0) {
    const unit = second === undefined ? 0 : units.indexOf(second);
    return unit >= 0 && unit < 10 ? ten * 10 + 20 + unit : undefined;
  }
  const unit = second === undefined ? units.indexOf(first) : -1;
  return unit >= 0 ? unit : undefined;
}

/**
 * Every figure that a text states, in digits, in words ("forty-one", "two hundred and forty") or in both
 * ("600 million"). A bare "one" or "zero" is left out: it is an article or a turn of phrase as often as a number.
 * Number words are English; of other languages only digits are read.
 * @param lang the language of the text
 */
export function figures(text: string, lang = 'en'): number[] {
  const english = /^en\b/i.test(lang);
  const words = text.toLowerCase().match(/\d+(?:[.,]\d+)*|\p{L}+(?:-\p{L}+)*|[,;:.]/gu) ?? [];
  const found: number[] = [];
  let run: { sum: number; part: number; written: boolean } | undefined;
  const end = (): void => {
    const value = run && run.sum + run.part;
    if (value !== undefined && (run!.written || value > 1)) found.push(value);
    run = undefined;
  };
  words.forEach((word, at) => {
    const value = english || /^\d/.test(word) ? small(word) : undefined;
    const times = english ? large[word] : undefined;
    if (value !== undefined) {
      // "Two hundred forty" is one figure, "nine, ten" are two.
      const goesOn = run && (run.part === 0 || run.part % 100 === 0) && !/^\d/.test(word);
      if (!goesOn) end();
      run ??= { sum: 0, part: 0, written: /^\d/.test(word) };
      run.part += value;
    } else if (times && run) {
      if (times === 100) run.part *= times;
      else run = { ...run, sum: run.sum + run.part * times, part: 0 };
    } else if (word === 'and' && run && words[at - 1]! in large) {
      // "two hundred and forty": the run goes on if a number follows.
      if (small(words[at + 1] ?? '') === undefined) end();
    } else {
      end();
      if (english && word === 'both') found.push(2);
    }
  });
  end();
  return found;
}
