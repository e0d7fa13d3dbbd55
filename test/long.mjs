// What runs in an ordinary run, and what in the long one (npm run test:long).

/** Whether this is the long run. */
export const isLong = Boolean(process.env.LONG);

/** Whether one of many like cases is tried: in an ordinary run one of so many, each time the same; in the long run all. */
export const isTried = (at, of) => isLong || at % of === 0;

/** The engines of end-to-end tests whose subject differs little between them: all in the long run, else Chromium. */
export const enginesTried = isLong ? ['chromium', 'firefox'] : ['chromium'];
