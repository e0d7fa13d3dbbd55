type Decorate = (target: object, key: string) => unknown;

/** What the compiler's helper of this name does, for decorators of fields that return nothing, as Lit's. */
export const __decorate = (all: readonly Decorate[], target: object, key: string): void =>
  all.forEach((one) => one(target, key));
