/** What is wrong with a pack, told so that an editor can mend it without reading code. */
export interface Failure {
  /** Path from the project's root. */
  file: string;
  /** `card ukraine`, `source ap-st`. */
  subject: string;
  /** Place in the file, as `facts[2].citations[0].quote`; empty for the whole of it. */
  where: string;
  wrong: string;
  expected: string;
}

/** The failure as a block of lines, without a line end at its end. */
export function formatFailure({ file, subject, where, wrong, expected }: Failure): string {
  return [
    file,
    `  at:       ${where ? `${subject}, ${where}` : subject}`,
    `  wrong:    ${wrong}`,
    `  expected: ${expected}`,
  ].join("\n");
}
