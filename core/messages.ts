/**
 * What the parts of the extension ask of each other: one function-shaped map a side, and the schema by which the
 * receiver reads each request. A message that does not parse is refused; nothing in it is trusted before.
 */
import * as v from "valibot";
import type { CardView } from "./pack/card-view.ts";

const cardId = v.pipe(v.string(), v.maxLength(64), v.regex(/^[a-z0-9-]+$/));
const nothing = v.optional(v.undefined());

/** What a page holds of one card. */
export interface DigestEntry {
  card: string;
  count: number;
}

/** What the open page holds; entries in the order of their first mention. */
export interface Digest {
  /** `off`: the reader or the page switched us off here. `reading`: the first reading is not finished. */
  state: "ready" | "reading" | "off";
  /** Why it is off. */
  offBy?: "site" | "page";
  /** The page's host name, which the browser tells our own pages only with further permissions; "" for files. */
  host: string;
  entries: DigestEntry[];
}

/** How many mentions of a card there are, and in a sentence why the one that was jumped to is marked. */
export interface JumpAnswer {
  count: number;
  why?: string;
}

/** Asked of the background by pages and by our own pages. */
export interface BackgroundRequests {
  getCard(request: { card: string }): CardView | undefined;
}

/** Asked of a tab's top frame by the popup. */
export interface TabRequests {
  getDigest(): Digest;
  /** Scrolls to the `index`th mention (0-based, wrapping) of a card. */
  jumpTo(request: { card: string; index: number }): JumpAnswer;
  /** Scrolls back to where the reader was before the first jump. */
  jumpBack(): void;
}

export const backgroundRequestSchemas = {
  getCard: v.strictObject({ card: cardId }),
} satisfies Record<keyof BackgroundRequests, v.GenericSchema>;

export const tabRequestSchemas = {
  getDigest: nothing,
  jumpTo: v.strictObject({ card: cardId, index: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  jumpBack: nothing,
} satisfies Record<keyof TabRequests, v.GenericSchema>;

/** Which side a message is for, and what it asks. */
export interface Message {
  to: "background" | "tab";
  name: string;
  request?: unknown;
}

const messageSchema = v.strictObject({
  to: v.picklist(["background", "tab"]),
  name: v.string(),
  request: v.optional(v.unknown()),
});

/** A message read: a request that may be answered, or the reason for refusing it. */
export type ReadMessage = { name: string; request: unknown } | { refused: string };

/** Reads what arrived, by the schemas of one side. Undefined when it is no message for that side. */
export function readMessage(
  input: unknown,
  side: Message["to"],
  schemas: Readonly<Record<string, v.GenericSchema>>,
): ReadMessage | undefined {
  const message = v.safeParse(messageSchema, input);
  if (!message.success || message.output.to !== side) return undefined;
  const { name, request } = message.output;
  const schema = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
  if (!schema) return { refused: `There is no request named ${name}.` };
  // A request without content may arrive as null.
  const read = v.safeParse(schema, request ?? undefined);
  return read.success ? { name, request: read.output } : { refused: `${name}: ${read.issues[0].message}` };
}
