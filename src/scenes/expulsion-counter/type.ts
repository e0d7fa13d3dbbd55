/** The box that a picture may fill, from its start edge and top, in pixels. */
export interface Frame {
  readonly start: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Size of the text in pixels. */
  readonly em: number;
  /** How many units a mark stands for. */
  readonly per: number;
  /** How far apart lines of marks stand, where the way from one mark to the next is 1. */
  readonly rise: number;
}

/** A wide digit, for a font size of 1. */
export const digitWidth = 0.62;

/** How many digits' room the longest of some numbers takes, with the signs between its groups of three. */
export const digitsOf = (numbers: readonly number[]): number =>
  Math.max(
    ...numbers.map((value) => {
      const whole = String(Math.floor(value)).length;
      return String(value).length + Math.floor((whole - 1) / 3) / 2;
    }),
  );

/** The part of its place that a mark fills. */
export const fill = 0.7;

/** How far apart lines of marks of a height stand, where the way from one mark to the next is 1. */
export const riseOf = (height: number): number => fill * height + 0.34;

/** The narrowest way from one mark to the next at which marks can be told apart, in pixels. */
export const leastPitch = 5;

/** Numbers of marks in a line that are tried. */
export const perLine: readonly number[] = [100, 80, 60, 50, 40, 30, 25, 20, 15, 10, 5];
