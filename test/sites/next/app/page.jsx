import Link from 'next/link';

export default function Home() {
  return (
    <>
      <Link href="/story/">The story</Link> <Link href="/story/#my-story/apart">A step</Link>
    </>
  );
}
