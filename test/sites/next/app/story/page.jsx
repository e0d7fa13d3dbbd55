import { readFileSync } from 'node:fs';
import Script from 'next/script';

export default function Story() {
  // Words in the tag: after a navigation in the page they come with it, and a story has something to stand on.
  const words = readFileSync('public/stories/my-story/article.html', 'utf8');
  return (
    <main>
      <p>Before.</p>
      <my-story suppressHydrationWarning dangerouslySetInnerHTML={{ __html: words }} />
      <Script type="module" crossOrigin="anonymous" src="/stories/my-story/my-story.js" />
      <p>After.</p>
    </main>
  );
}
