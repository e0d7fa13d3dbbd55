// How the paths of prepared maps are written.

/**
 * A path of whole numbers, each point written as the way from the one before.
 * @param close whether the lines are rings; their first point is not repeated at their end
 */
export function pathData(lines, close) {
  let [px, py] = [0, 0];
  const pair = (x, y) => `${x}${y < 0 ? '' : ' '}${y}`;
  return lines
    .map((line) => {
      const [sx, sy] = line[0];
      const text = line
        .map(([x, y], i) => {
          const step = pair(x - px, y - py);
          [px, py] = [x, y];
          return i === 0 ? `m${step}` : i === 1 ? `l${step}` : step[0] === '-' ? step : ` ${step}`;
        })
        .join('');
      // After a closed ring the pen stands at its start again.
      if (close) [px, py] = [sx, sy];
      return close ? `${text}z` : text;
    })
    .join('');
}
