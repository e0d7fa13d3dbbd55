// Reads what Chromium's tracing says of a page's main thread: its tasks, its frames, and where their time went.

/** What has to be traced for `readTrace`. */
export const categories = [
  '-*',
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'v8.execute',
  'loading',
];

/** The kinds of work that are told apart, by the names that the trace has for them. */
const kinds = {
  script:
    /^(FunctionCall|EvaluateScript|v8\.(evaluateModule|compileModule|compile)|RunMicrotasks|FireAnimationFrame|TimerFire|EventDispatch)$/,
  style: /^(UpdateLayoutTree|ParseAuthorStyleSheet)$/,
  layout: /^(Layout|HitTest)$/,
  paint: /^(PrePaint|Paint|Layerize|Commit|UpdateLayer)$/,
  parse: /^(ParseHTML|HTMLDocumentParser::.*)$/,
  gc: /^(MinorGC|MajorGC|V8\.GC_.*)$/,
};
const kindOf = (name) => Object.keys(kinds).find((kind) => kinds[kind].test(name));

/** Whether an event is work of the embed's script. */
const isOurs = ({ args }) =>
  /\/(embed|forty-one-minutes)\//.test(args?.data?.url ?? args?.fileName ?? '');

/**
 * Reads a trace.
 * @param buffer what `page.tracing.stop()` gave
 * @returns the tasks of the page's main thread in order, each with its start, wall time and processor time in
 *   milliseconds, its own time of each kind, that of the embed's script, and the longest thing in it
 */
export function readTrace(buffer) {
  const { traceEvents } = JSON.parse(Buffer.from(buffer).toString());
  const thread = mainThread(traceEvents);
  const events = traceEvents
    .filter(({ ph, pid, tid }) => ph === 'X' && `${pid}/${tid}` === thread)
    .sort((a, b) => a.ts - b.ts || b.dur - a.dur);
  const tasks = [];
  const open = [];
  for (const event of events) {
    while (open.length && open.at(-1).end <= event.ts) close(open.pop());
    const { name, ts, dur = 0, tdur = dur } = event;
    const node = { event, end: ts + dur, inner: 0, cpu: tdur / 1000, kind: kindOf(name) };
    const above = open.at(-1);
    if (name === 'RunTask' && !open.length) {
      const parts = { script: 0, style: 0, layout: 0, paint: 0, parse: 0, gc: 0, other: 0 };
      node.task = {
        start: ts / 1000,
        wall: dur / 1000,
        cpu: tdur / 1000,
        parts,
        ours: 0,
        frame: false,
        calls: [],
      };
      tasks.push(node.task);
    } else if (!above) continue;
    else {
      node.task = above.task;
      above.inner += node.cpu;
    }
    node.ours = above?.ours || isOurs(event);
    node.kind ??= above?.kind;
    open.push(node);
  }
  while (open.length) close(open.pop());
  return tasks;
}

function close({ event, task, inner, cpu, kind = 'other', ours }) {
  const own = Math.max(0, cpu - inner);
  task.parts[kind] += own;
  if (ours) task.ours += own;
  if (event.name === 'Commit') task.frame = true;
  const { url, functionName = '', lineNumber, columnNumber } = event.args?.data ?? {};
  if (url && ours)
    task.calls.push({
      cpu,
      url,
      name: functionName || event.name,
      line: lineNumber,
      column: columnNumber,
    });
}

/** The renderer's main thread that worked most. */
function mainThread(events) {
  const work = new Map();
  for (const { name, ph, args, pid, tid } of events)
    if (ph === 'M' && name === 'thread_name' && args.name === 'CrRendererMain')
      work.set(`${pid}/${tid}`, 0);
  for (const { name, pid, tid, dur } of events)
    if (name === 'RunTask' && work.has(`${pid}/${tid}`))
      work.set(`${pid}/${tid}`, work.get(`${pid}/${tid}`) + (dur || 0));
  return [...work].sort((a, b) => b[1] - a[1])[0][0];
}

/** Adds times by kind to others. */
export function addTo(sums, parts) {
  for (const [kind, time] of Object.entries(parts)) sums[kind] = (sums[kind] ?? 0) + time;
  return sums;
}

/** Puts tasks together to frames: each ends with the task that hands a picture over. */
export function framesOf(tasks) {
  const frames = [];
  let frame = { cpu: 0, ours: 0, parts: {} };
  for (const { cpu, ours, parts, frame: ends } of tasks) {
    frame.cpu += cpu;
    frame.ours += ours;
    addTo(frame.parts, parts);
    if (!ends) continue;
    frames.push(frame);
    frame = { cpu: 0, ours: 0, parts: {} };
  }
  return frames;
}
