#!/usr/bin/env node
// The command of the package: starts a story, shows it, checks it, publishes it, and prepares its maps. It needs nothing but Node and this package.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { printable } from './messages.mjs';

const help = `communique: scroll-driven stories as web components

  communique new <name>       writes a story that already scrolls into a new folder
  communique new --scene <name>
                              writes a scene of your own, with a story that uses it
  communique dev [file]       shows a story, checks it at every save and loads it again (index.html unless told)
  communique serve [folder]   shows a folder in the browser, on this machine only
  communique build [file]     makes of a story what can be published anywhere (index.html unless told)
  communique check [file]     checks a story without a browser (index.html unless told)
  communique strings [file]   writes the words of a story for a translator, or an edition from a translated file
  communique map [file]       prepares the outlines of a map from TopoJSON or GeoJSON (the land of new stories unless told)

  --centre <lat, lon>   the centre of the map, which is needed: --centre "46.95, 7.45"
  --radius <km>         how far from there the outlines reach; all round the earth unless told
  --detail <km>         how small a bend may be to be left out; a 400th of the radius unless told
  --object <name>       the object of a TopoJSON file; the largest unless told
  --output <path>       what map and strings write, map.json and story.LANG.xlf or story.LANG.html unless told; the folder
                        that build writes to, dist unless told

  --lang <tag>          the language to translate into: --lang fr
  --from <path>         a translated file (XLIFF 2), of which strings makes an edition of the story
  --pseudo              makes an edition that is longer and has accents, for trials; with --lang ar-XB a mirrored one

  --name <tag>          the name of the story's tag; the name of its <scroll-story> unless told, of an edition with its
                        language behind it
  --url <address>       the address that the built folder will have on the web
  --no-pictures         draws no stills to share

  --port <number>   the port that serve and dev listen on; PORT or 8000 unless told
  --help, -h        says this
  --version, -v     says the version

It ends with 0 if all is well, with 1 if something was found or failed, with 2 if the command was not understood.
`;

/** What each command takes. */
const options = {
  map: ['centre', 'radius', 'detail', 'object', 'output'],
  build: ['output', 'name', 'url', 'no-pictures'],
  new: ['scene'],
  serve: ['port'],
  dev: ['port'],
  strings: ['lang', 'from', 'output', 'name', 'pseudo'],
  check: [],
};
/** Options without a value. */
const switches = ['scene', 'no-pictures', 'pseudo'];
const texts = [...new Set(Object.values(options).flat())].filter(
  (name) => !switches.includes(name),
);

/** A mistake of the user's: its message is all that is to be said. */
class Misuse extends Error {}

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

/** What was typed; a number below 0, such as a southern latitude, is no option. */
const typed = () =>
  process.argv.slice(2).reduce((args, one) => {
    const before = args.at(-1) ?? '';
    const isValue = /^-\d/.test(one) && options.map.includes(before.slice(2));
    return isValue ? [...args.slice(0, -1), `${before}=${one}`] : [...args, one];
  }, []);

/** Reads what was typed. */
function understand() {
  try {
    return parseArgs({
      args: typed(),
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean', short: 'v' },
        ...Object.fromEntries(switches.map((name) => [name, { type: 'boolean' }])),
        ...Object.fromEntries(texts.map((name) => [name, { type: 'string' }])),
      },
    });
  } catch (error) {
    throw new Misuse(`${error.message.split('. ')[0]}.`, { cause: error });
  }
}

function portOf(given) {
  const port = Number(given);
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port;
  throw new Misuse(`The port is "${given}"; give a number from 0 (any that is free) to 65535.`);
}

async function run() {
  const { values, positionals } = understand();
  const [command, argument, ...more] = positionals;
  if (values.version) return void console.log(version);
  if (values.help) return void console.log(help);
  if (!command) throw new Misuse('Say what to do.');
  if (!Object.hasOwn(options, command)) throw new Misuse(`There is no command "${command}".`);
  const stray = Object.keys(values).find((name) => !options[command].includes(name));
  if (stray) {
    const owners = Object.keys(options).filter((name) => options[name].includes(stray));
    const belongs = owners.map((name) => `"${name}"`).join(' and ');
    throw new Misuse(`"--${stray}" belongs to ${belongs}, not to "${command}".`);
  }
  if (more.length)
    throw new Misuse(
      command === 'new'
        ? `A name is one word: write "${[argument, ...more].join('-')}".`
        : `"${command}" takes one argument, and ${more.length} more stand behind it: ${more.join(' ')}.`,
    );
  if (command === 'new') {
    const { newStory } = await import('./new.mjs');
    console.log(newStory(argument, version, values.scene ? 'scene' : 'story'));
  } else if (command === 'serve') {
    const { serve } = await import('./serve.mjs');
    const { url } = await serve(argument ?? '.', portOf(values.port ?? process.env.PORT ?? 8000));
    console.log(`\n  The story   ${url}/\n\n  Ctrl+C ends it.`);
  } else if (command === 'dev') {
    const { develop } = await import('./dev.mjs');
    const port = portOf(values.port ?? process.env.PORT ?? 8000);
    const say = (problems) => console.log(`\n${printable(problems)}`);
    const { url, board } = await develop(argument ?? 'index.html', port, say);
    console.log(`\n  The story        ${url}\n  Its storyboard   ${board}\n\n  Ctrl+C ends it.`);
  } else if (command === 'map') {
    const { writeMap } = await import('./map.mjs');
    console.log(printable(writeMap(argument, values)));
  } else if (command === 'strings') {
    const { runStrings } = await import('./strings/index.mjs');
    console.log(runStrings(argument ?? 'index.html', values));
  } else if (command === 'build') {
    const { buildStory } = await import('./build/index.mjs');
    const { 'no-pictures': without, ...others } = values;
    console.log(await buildStory(argument ?? 'index.html', { ...others, pictures: !without }));
  } else {
    const { checkStory, readOwnScenes } = await import('./check.mjs');
    const file = argument ?? 'index.html';
    const problems = checkStory(file, await readOwnScenes(file));
    for (const problem of problems) console.error(problem);
    if (problems.length) process.exitCode = 1;
    else console.log(`${printable(file)}: all is well.`);
  }
}

try {
  await run();
} catch (error) {
  // What the user can mend has a message made for them, what the system refuses has its own; anything else is a fault
  // of the command, of which DEBUG=1 shows the place.
  const isFault = !(error instanceof Misuse) && !error.remedy && !error.syscall;
  if (isFault && process.env.DEBUG) throw error;
  const fault = isFault ? 'This is a fault of communique; please report it with the file: ' : '';
  for (const problem of error.problems ?? []) console.error(problem);
  console.error(fault + printable(error.message));
  if (error instanceof Misuse) console.error('\n"communique --help" lists the commands.');
  process.exitCode = error instanceof Misuse ? 2 : 1;
}
