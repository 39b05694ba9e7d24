/** A span of text that names a card's subject; offsets in UTF-16 units, end exclusive. */
export interface Mention {
  card: string;
  start: number;
  end: number;
}
