/**
 * Arabic and Hebrew write conjunctions, prepositions and the article on to the next word. Given a folded token, answers
 * what is left of it after each such beginning, and how many units of the page that beginning has. Longest rest first.
 */
export function prefixesOf(token: string): { rest: string; length: number }[] {
  const readings: { rest: string; length: number }[] = [];
  const hebrew = /^[ושהכלבמ]{1,3}/.exec(token)?.[0] ?? "";
  for (let length = 1; length <= hebrew.length; length++) readings.push({ rest: token.slice(length), length });
  const arabic = /^[وف]?[بلكس]?(?:ال)?/.exec(token)?.[0] ?? "";
  for (let length = 1; length <= arabic.length; length++) readings.push({ rest: token.slice(length), length });
  // "for the": the article loses its alef after ل, so للناتو holds الناتو.
  const assimilated = /^[وف]?لل/.exec(token)?.[0];
  if (assimilated) readings.push({ rest: `ال${token.slice(assimilated.length)}`, length: assimilated.length - 1 });
  return readings.filter(({ rest }) => rest.length > 1);
}
