// A fence that begins with ```html live is shown twice: as it runs, and as it is written.

/** Puts the running example before the code of such a fence. */
export function liveExamples(md) {
  const { fence } = md.renderer.rules;
  md.renderer.rules.fence = (tokens, at, ...more) => {
    const { info, content } = tokens[at];
    const code = fence(tokens, at, ...more);
    if (!/^html live\b/.test(info)) return code;
    return `<LiveExample html="${md.utils.escapeHtml(content)}"></LiveExample>\n${code}`;
  };
}
