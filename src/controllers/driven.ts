let driven = false;

/** Whether the host of this frame scrolls it: no reader can, and it is scrolled all the same. */
export const isDriven = (): boolean => driven;

/** Who wants to know of it. */
export const onDriven = new Set<() => void>();

export function setDriven(is: boolean): void {
  if (is === driven) return;
  driven = is;
  for (const tell of onDriven) tell();
}
