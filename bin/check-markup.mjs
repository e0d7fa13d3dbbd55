// What is wrong with the markup itself: names, slots, values, places, and what stands twice.
import { elements, isScene } from './elements.mjs';
import { clip, meant, quoted } from './messages.mjs';

/** `<story-step id="answer">`, as messages have it. */
export const tag = (node) => {
  const id = node.get('id');
  return `<${clip(node.name)}${id ? ` id="${clip(id)}"` : ''}>`;
};

const isOurs = (node) => elements.has(node.name);

/** Tells what is wrong with a page's markup. */
export function checkMarkup({ nodes, slips }, tell) {
  checkSlips(slips, tell);
  checkTwice(nodes, tell);
  /** The nearest element of ours round each element. */
  const owners = new Map();
  for (const node of nodes) {
    const { parent } = node;
    const owner = isOurs(parent) ? parent : owners.get(parent);
    owners.set(node, owner);
    checkSlot(node, owner, tell);
    if (isOurs(node)) {
      checkPlace(node, owner, tell);
      checkAttributes(node, tell);
    } else {
      const name = meant(node.name, elements.keys());
      if (name) tell(node, `there is no element <${clip(node.name)}>; <${name}> may be meant.`);
    }
  }
}

function checkSlips(slips, tell) {
  for (const { code, line, name } of slips)
    if (code === 'duplicate-attribute')
      tell(
        { line },
        `the attribute "${clip(name)}" stands twice in one tag, and only the first counts; remove one.`,
      );
    else if (code === 'eof-in-tag')
      tell({ line }, 'the page ends inside a tag, which is lost; close it with ">".');
    else if (code === 'eof-in-comment')
      tell({ line }, 'the page ends inside a comment; close that with "-->".');
    else if (code === 'eof-in-script-html-comment-like-text')
      tell({ line }, 'the page ends inside a script; close that with "</script>".');
    else if (elements.has(name))
      tell({ line }, `the "/" does not close <${name}/> in HTML; write </${name}> at its end.`);
}

function checkTwice(nodes, tell) {
  for (const [attribute, of] of [
    ['id', 'Ids'],
    ['data-claim', 'The short names of claims'],
  ]) {
    const first = new Map();
    for (const node of nodes.filter((one) => one.get(attribute))) {
      const value = node.get(attribute);
      const before = first.get(value);
      if (before)
        tell(
          node,
          `<${node.name}> has the ${attribute} ${quoted([value])}, and so has <${before.name}> in line ${before.line}. ${of} must be different; give one of them another.`,
        );
      else first.set(value, node);
    }
  }
}

/** Whether an element of ours stands where it can do its work. */
function checkPlace(node, owner, tell) {
  const { name } = node;
  const wanted = { 'story-step': 'story-chapter', 'story-chapter': 'scroll-story' }[name];
  if (wanted === owner?.name) return checkStage(node, owner, tell);
  if (wanted && (!owner || (name === 'story-step' && owner.name === 'scroll-story')))
    return tell(
      node,
      `${tag(node)} stands outside a ${wanted === 'scroll-story' ? 'story' : 'chapter'}; put it in a <${wanted}>.`,
    );
  const isStray =
    wanted ||
    (owner && name === 'scroll-story') ||
    isScene(owner) ||
    owner?.name === 'source-chain';
  if (isStray)
    tell(
      node,
      `${tag(node)} stands in ${tag(owner)} of line ${owner.line}; close that with </${owner.name}> before it.`,
    );
  else checkStage(node, owner, tell);
}

/** Whether a scene that is a child of a chapter says that it is for the stage. */
function checkStage(node, owner, tell) {
  if (
    isScene(node) &&
    owner?.name === 'story-chapter' &&
    node.parent === owner &&
    !node.get('slot')
  )
    tell(node, `${tag(node)} stands among the steps of its chapter; write slot="stage" on it.`);
}

/** Whether the slot that an element asks for is there. */
function checkSlot(node, owner, tell) {
  const slot = node.get('slot');
  if (!slot || !owner) return;
  const { slots } = elements.get(owner.name);
  if (node.parent === owner) {
    if (slots.includes(slot)) return;
    const name = meant(slot, slots);
    return tell(
      node,
      `<${clip(node.name)} slot=${quoted([slot])}> is not shown: the slots of ${tag(owner)} are ${quoted(slots)}${name ? `, and "${name}" may be meant` : ''}.`,
    );
  }
  // A table is found below its wrappers, and a scene below what has the slot. Elements of others have slots of their own.
  const isWrapped = !node.parent.name.includes('-') && !isSlotted(node.parent, owner);
  if (isWrapped && slots.includes(slot) && !isScene(owner))
    tell(
      node,
      `<${clip(node.name)} slot="${slot}"> lies in <${node.parent.name}>, where its slot has no effect; put it directly into ${tag(owner)}.`,
    );
}

/** Whether an element, or one round it in its owner, has a slot. */
function isSlotted(node, owner) {
  for (let at = node; at !== owner; at = at.parent) if (at.get('slot')) return true;
  return false;
}

/** Attributes of every element, and those of frameworks. */
const isGeneral = (name) =>
  /^(id|class|style|slot|part|lang|dir|title|hidden|role|is|nonce|inert|tabindex|translate|draggable|exportparts|accesskey|autofocus|contenteditable|enterkeyhint|inputmode|itemid|itemprop|itemref|itemscope|itemtype|popover|spellcheck|xmlns)$|^(aria-|data-|on)|[^a-z-]/.test(
    name,
  );

function checkAttributes(node, tell) {
  const { attributes } = elements.get(node.name);
  for (const { name, value } of node.attrs) {
    if (attributes.has(name)) {
      const problem = problemOf(value, attributes.get(name));
      if (problem) tell(node, `${tag(node)} has the ${name} ${quoted([value])}; ${problem}.`);
    } else if (!isGeneral(name)) {
      const other = meant(name, attributes.keys());
      if (other)
        tell(node, `${tag(node)} has no attribute "${clip(name)}"; "${other}" may be meant.`);
    }
  }
}

/** What is to be done about a value: one that is not in a set or a range. An empty one is as none. */
function problemOf(value, rule) {
  if (!rule || !value.trim()) return undefined;
  if (rule === 'boolean')
    return /^(false|no|off|0)$/i.test(value)
      ? 'it is on if it is there at all, so remove it'
      : undefined;
  if (Array.isArray(rule)) return rule.includes(value) ? undefined : `write one of ${quoted(rule)}`;
  return isWithin(Number(value), rule) ? undefined : `write ${inWords(rule)}`;
}

const isWithin = (value, { from = -Infinity, above = -Infinity, to = Infinity, whole }) =>
  value >= from && value > above && value <= to && (!whole || Number.isInteger(value));

/** A range in words: "a number above 0, at most 1". */
function inWords({ from, above, to, whole }) {
  const what = whole ? 'a whole number' : 'a number';
  if (from !== undefined) return `${what} from ${from} to ${to}`;
  return `${what} above ${above}${to === undefined ? '' : `, at most ${to}`}`;
}
