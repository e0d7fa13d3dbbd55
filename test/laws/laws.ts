import fc from 'fast-check';

/**
 * What was asked for from outside: how many times as many runs as usual, and, to repeat a failure, the seed and
 * the path that it printed, and whether to look for a smaller one (which takes minutes). The test runner's page sets
 * it from LAWS, LAWS_SEED, LAWS_PATH and LAWS_SHRINK.
 */
const asked = (
  globalThis as {
    laws?: { times?: number; seed?: number; path?: string; shrink?: boolean; engine?: number };
  }
).laws;

/** The values of an ordinary run are the same each time, so that a failure is the code's; LAWS looks at others. */
const usualSeed = 20_260_322;

/** How many times the runs: in an ordinary run Firefox and WebKit, which wait longer for their frames, have half of them. */
const times = asked?.times ?? (asked?.engine ? 0.5 : 1);

/**
 * A test that a property holds for many random values. A failure is reported as it was found, with its seed and
 * its path, by which it can be repeated.
 * @param said what holds
 * @param runs how many values; LAWS multiplies it
 * @param values the values
 * @param holds throws where it does not hold
 */
export function law<T>(
  said: string,
  runs: number,
  values: fc.Arbitrary<T>,
  holds: (value: T) => Promise<void>,
): void {
  it(said, async function () {
    this.timeout(0);
    const told = async (value: T): Promise<void> => {
      try {
        await holds(value);
      } catch (error) {
        // What is reported is the stack, and not every engine begins it with the message.
        const { message, stack = '' } = error as Error;
        if (!stack.includes(message)) (error as Error).stack = `${message}\n${stack}`;
        throw error;
      }
    };
    await fc.assert(fc.asyncProperty(values, told), {
      numRuns: Math.max(1, Math.round(runs * times)),
      includeErrorInReport: true,
      endOnFailure: !asked?.shrink,
      ...(asked?.seed === undefined && asked?.times ? {} : { seed: asked?.seed ?? usualSeed }),
      ...(asked?.path === undefined ? {} : { path: asked.path }),
    });
  });
}

/** A share of something, 0 to 1. */
export const share: fc.Arbitrary<number> = fc.integer({ min: 0, max: 1000 }).map((n) => n / 1000);

/** The one of a list that a share points to. */
export const pick = <T>(list: readonly T[], at: number): T | undefined =>
  list[Math.min(list.length - 1, Math.floor(at * list.length))];
