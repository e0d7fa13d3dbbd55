// Makes the gallery's film, assets/dial.webm: a dial is turned from its seventh hole to the stop and runs back.
// Every point is reckoned, so that the film is nobody's but ours; ffmpeg packs it:
//
//   node scripts/make-dial.mjs
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const [width, height, rate, frames] = [400, 300, 24, 48];
const paper = [245, 246, 248];
const ink = [11, 17, 25];
const grey = [207, 214, 220];
const red = [189, 31, 35];

// Pixels from the dial's middle, and angles from the right, clockwise.
const [rim, hub, ring, hole] = [134, 62, 101, 20];
const stop = Math.asin(34 / ring);
const apart = Math.PI / 6;
const dialled = 7;
const whole = (dialled + 1) * apart - (hole + 6) / ring;

/** Lays a colour over another where a distance in pixels from a shape's edge is negative; the edge is soft. */
const over = (under, colour, distance) => {
  const share = Math.min(1, Math.max(0, 0.5 - distance));
  return under.map((value, at) => value + (colour[at] - value) * share);
};
const eased = (t) => t * t * (3 - 2 * t);

/** The colour at a point seen from the dial's middle, when the dial has been turned by an angle. */
function point(x, y, turn) {
  const far = Math.hypot(x, y);
  const disc = (under, colour, distance) =>
    over(over(under, colour, distance), ink, Math.abs(distance) - 1.25);
  let colour = disc(paper, grey, far - rim);
  // Only the nearest hole can be here. The first stands two steps before the stop; of twelve places ten are holes.
  const place = Math.round((stop + turn - Math.atan2(y, x)) / apart) - 1;
  const number = ((((place - 1) % 12) + 12) % 12) + 1;
  const angle = stop + turn - (place + 1) * apart;
  const edge = Math.hypot(x - ring * Math.cos(angle), y - ring * Math.sin(angle)) - hole;
  if (number <= 10) colour = disc(colour, number === dialled ? red : paper, edge);
  colour = disc(colour, paper, far - hub);
  // The stop does not turn: a bar from the rim inwards.
  const along = Math.max(ring - 14 - x, 0, x - rim - 14);
  return over(colour, ink, Math.hypot(along, y - 34) - 4);
}

const film = Buffer.alloc(width * height * 3 * frames);
let at = 0;
for (let frame = 0; frame < frames; frame++) {
  const part = frame / (frames - 1);
  // Two thirds of the time to the stop, one third back.
  const turn = whole * eased(part < 2 / 3 ? part * 1.5 : (1 - part) * 3);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (const value of point(x - width / 2 + 0.5, y - height / 2 + 0.5, turn))
        film[at++] = value;
}

const options = [
  `-loglevel error -y -f rawvideo -pix_fmt rgb24 -s ${width}x${height} -r ${rate} -i -`,
  // Whole pictures come often, for a film that follows the scroll is put to any of its pictures, not played.
  '-pix_fmt yuv420p -an -c:v libvpx-vp9 -crf 44 -b:v 0 -g 16',
  '-map_metadata -1 -fflags +bitexact -flags:v +bitexact',
].flatMap((part) => part.split(' '));
const file = fileURLToPath(new URL('../assets/dial.webm', import.meta.url));
const { status, stderr } = spawnSync('ffmpeg', [...options, file], {
  input: film,
  encoding: 'utf8',
});
if (status) throw new Error(`ffmpeg could not write ${file}: ${stderr}`);
