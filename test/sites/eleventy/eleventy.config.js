export default function (config) {
  config.addPassthroughCopy({ stories: 'stories' });
  // What is in the folder of includes is no page of its own.
  return { dir: { includes: 'stories', layouts: '_layouts' } };
}
