// What "Forty-one minutes" has in its tables, read by the plainest means.

/** What one country or organisation announced in March 2018 after the poisoning in Salisbury. */
export interface Expulsion {
  /** ISO 3166-1 alpha-2; '' for an organisation. */
  readonly code: string;
  readonly name: string;
  /** How many people were told to leave; 0 where only an ambassador was called home. */
  readonly expelled: number;
  /** Day of the announcement there, ISO. */
  readonly announced: string;
  readonly group: string;
  /** The capital, in degrees; undefined for an organisation. */
  readonly lat: number | undefined;
  readonly lon: number | undefined;
  /** The addresses of its sources. */
  readonly sources: readonly string[];
}

const textOf = (element: Element | null | undefined): string =>
  element?.textContent.replace(/\s+/g, ' ').trim() ?? '';

const numberOf = (text: string): number | undefined => (text ? Number(text) : undefined);

/** The rows of the story's table of expulsions. */
export const expulsionsIn = (page: ParentNode): Expulsion[] =>
  [...page.querySelectorAll('#expulsions tbody tr')].map((row) => {
    const [name, expelled, , , , code, group, , lat, lon] = [...row.children].map(textOf);
    return {
      ...{ code: code!, name: name!, expelled: Number(expelled), group: group! },
      announced: row.querySelector('time')!.getAttribute('datetime')!,
      ...{ lat: numberOf(lat!), lon: numberOf(lon!) },
      sources: [...row.querySelectorAll('a')].map((link) => link.getAttribute('href')!),
    };
  });

/** A table of states, a record a row. */
export type States = readonly Readonly<Record<string, string>>[];

/** The tables of states in reading order. */
export const statesIn = (page: ParentNode): States[] =>
  [...page.querySelectorAll('table[slot="steps"]')].map((table) => {
    const [names = [], ...rows] = [...table.querySelectorAll('tr')].map((row) =>
      [...row.children].map(textOf),
    );
    return rows.map((cells) => Object.fromEntries(names.map((name, at) => [name, cells[at]!])));
  });
