/** A font that has one wide box for each letter, so that no line of words ends where it did. */
const boxes =
  'AAEAAAAKAIAAAwAgT1MvMmEyXVQAAACsAAAAYGNtYXAAEADTAAABDAAAAChnbHlmA74IDAAAATQAAAAkaGVhZGL+Q6EAAAFYAAAANmhoZWEImgJbAAABkAAAACRobXR4B9AAZAAAAbQAAAAIbG9jYQASAAAAAAG8AAAABm1heHAABAAFAAABxAAAACBuYW1lARURDwAAAeQAAAA+cG9zdP+fADIAAAIkAAAAIAADA+gBkAAFAAACigJYAAAASwKKAlgAAAFeADIA+gAAAAAAAAAAAAAAAAAAAAEAAAAAAAAAAAAAAABOT05FAEAAIAB+BRT+DAAABRQB9AAAAAEAAAAAAfQCvAAAACAAAAAAAAEAAwAKAAAADAANAAAAAAAcAAAAAAAAAAEAAAAgAAAAfgAAAAEAAQBkAAADhAK8AAMAAAEBAQEAZAMgAAD84AAAAAACvAAAAAAAAQAAAAEAAPMzINdfDzz1AAMD6AAAAAAAAAAAAAAAAAAAAAAAZAAAA4QCvAAAAAgAAgAAAAAAAAABAAAFFP4MAAAD6AAAAGQDhAABAAAAAAAAAAAAAAAAAAAAAgPoAAAD6ABkAAAAAAASAAAAAQAAAAIABAABAAAAAAABAAAAAAAAAAAAAAAAAAAAAAAAAAQANgADAAEECQABAAgAAAADAAEECQACAAgAAAADAAEECQAEAAgAAAADAAEECQAGAAgAAABXAGkAZABlAAAAAwAAAAAAAP+cADIAAAAAAAAAAAAAAAAAAAAAAAAAAA==';

let made = 0;
let latest: FontFace | undefined;

/** A name that no font has yet, and what brings the font: some pages add it and let it load, others load it and then add it. */
export function lateFont(): { family: string; come: (added: boolean) => Promise<void> } {
  const family = `late-${made++}`;
  return {
    family,
    async come(added) {
      if (latest) document.fonts.delete(latest);
      const face = (latest = new FontFace(family, `url(data:font/ttf;base64,${boxes})`));
      if (added) document.fonts.add(face);
      await face.load();
      document.fonts.add(face);
    },
  };
}
