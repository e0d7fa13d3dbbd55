/** A function that gives its last answer again for as long as it is asked the same. */
export function remember<A extends readonly unknown[], R>(
  make: (...args: A) => R,
): (...args: A) => R {
  let last: A | undefined;
  let answer: R;
  return (...args) => {
    if (!last || args.some((value, at) => value !== last![at])) answer = make(...args);
    last = args;
    return answer;
  };
}
