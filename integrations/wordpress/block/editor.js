// The block in the editor. It stores the words as plain HTML, which stays in the post when the plugin goes; the tag and
// the script are written when the post is shown.
(({ apiFetch, blockEditor, blocks, components, element, i18n }) => {
  const { createElement: el, Fragment, RawHTML, useState } = element;
  const { BlockControls, useBlockProps } = blockEditor;
  const { Button, FormFileUpload, Notice, Placeholder, TextControl, ToolbarButton, ToolbarGroup } =
    components;
  const { __ } = i18n;
  const { mayUpload = false, settingsUrl = '' } = window.communiqueEditor ?? {};

  /** HTML as the editor will read it out of the post: what differs would be "unexpected content". */
  const asStored = (html) => {
    const template = document.createElement('template');
    template.innerHTML = html;
    return template.innerHTML;
  };

  /** Asks for a story and puts it into the block. */
  function useStory(setAttributes) {
    const [busy, setBusy] = useState(false);
    const [problem, setProblem] = useState('');
    const load = async (request) => {
      setBusy(true);
      setProblem('');
      try {
        const { url, tag, title, words } = await apiFetch(request);
        setAttributes({ url, tag, title, words: asStored(words) });
        return true;
      } catch (error) {
        setProblem(error.message);
        return false;
      } finally {
        setBusy(false);
      }
    };
    return { busy, problem, load };
  }

  const ask = (url) => ({ path: `/communique/v1/story?url=${encodeURIComponent(url)}` });

  const send = (file) => {
    const body = new FormData();
    body.append('story', file);
    return { path: '/communique/v1/stories', method: 'POST', body };
  };

  const problemOf = (problem) =>
    problem &&
    el(
      Notice,
      { status: 'error', isDismissible: false },
      problem,
      settingsUrl && el('a', { href: settingsUrl }, ' ', __('Settings', 'communique')),
    );

  function Address({ url, busy, problem, load, cancel }) {
    const [draft, setDraft] = useState(url);
    return el(
      Placeholder,
      {
        icon: 'book-alt',
        label: __('Scroll story', 'communique'),
        instructions: __(
          'The address of the folder that “communique build” wrote, once it is on a server.',
          'communique',
        ),
        className: 'communique-address',
      },
      problemOf(problem),
      el(
        'form',
        {
          onSubmit(event) {
            event.preventDefault();
            load(ask(draft));
          },
        },
        el(TextControl, {
          label: __('Address of the story', 'communique'),
          type: 'url',
          placeholder: 'https://stories.example/my-story/',
          value: draft,
          onChange: setDraft,
        }),
        el(
          Button,
          { variant: 'primary', type: 'submit', isBusy: busy, disabled: busy || !draft },
          __('Show the story', 'communique'),
        ),
        mayUpload &&
          el(
            FormFileUpload,
            {
              accept: '.zip',
              disabled: busy,
              variant: 'secondary',
              onChange: ({ target }) => target.files[0] && load(send(target.files[0])),
            },
            __('Upload a zip of the folder', 'communique'),
          ),
        cancel && el(Button, { variant: 'tertiary', onClick: cancel }, __('Cancel', 'communique')),
      ),
    );
  }

  /** A box of one height: a scroll-driven story has no height of its own, and a frame as tall as it grows without end. */
  const preview = ({ url, title, words }, moving) =>
    moving
      ? el('iframe', { className: 'communique-preview', src: `${url}index.html`, title })
      : el(
          'div',
          { className: 'communique-preview', onClick: (event) => event.preventDefault() },
          el(RawHTML, null, words),
        );

  function Edit({ attributes, setAttributes }) {
    const { url, tag, words } = attributes;
    const { busy, problem, load } = useStory(setAttributes);
    const [changing, setChanging] = useState(false);
    const [moving, setMoving] = useState(false);
    const props = useBlockProps();
    if (!words || changing)
      return el(
        'div',
        props,
        el(Address, {
          url,
          busy,
          problem,
          load: async (request) => {
            if (await load(request)) setChanging(false);
          },
          cancel: words && (() => setChanging(false)),
        }),
      );
    return el(
      Fragment,
      null,
      el(
        BlockControls,
        null,
        el(
          ToolbarGroup,
          null,
          el(
            ToolbarButton,
            { isPressed: moving, onClick: () => setMoving(!moving) },
            moving ? __('Words', 'communique') : __('In motion', 'communique'),
          ),
          el(
            ToolbarButton,
            { disabled: busy, onClick: () => load(ask(url)) },
            __('Fetch again', 'communique'),
          ),
          el(
            ToolbarButton,
            { onClick: () => setChanging(true) },
            __('Another story', 'communique'),
          ),
        ),
      ),
      el(
        'div',
        props,
        el('p', { className: 'communique-name' }, `<${tag}> · ${url}`),
        problemOf(problem),
        preview(attributes, moving),
      ),
    );
  }

  blocks.registerBlockType('communique/story', {
    icon: 'book-alt',
    edit: Edit,
    save: ({ attributes }) => el('div', useBlockProps.save(), el(RawHTML, null, attributes.words)),
  });
})(window.wp);
