/**
 * What the parts of the extension ask of each other: one function-shaped map a side, and the schema by which the
 * receiver reads each request. A message that does not parse is refused; nothing in it is trusted before.
 */
import * as v from "valibot";
import type { CardView } from "./pack/card-view.ts";
import { cardKinds } from "./pack/schema.ts";
import type { Muting } from "./settings/mutes.ts";

const cardId = v.pipe(v.string(), v.maxLength(64), v.regex(/^[a-z0-9-]+$/));
const nothing = v.optional(v.undefined());

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const piece = v.pipe(v.string(), v.maxLength(400));

const digestEntry = v.object({
  card: cardId,
  count,
  /** The words of the first mention, and those of its passage around it; either side may be cut. */
  first: v.object({ before: piece, words: piece, after: piece }),
});

/** What one frame of a tab holds. A frame's process may be the page's: what it reports is read by this, too. */
export const digestSchema = v.object({
  /** `off`: nothing is read here. `reading`: the first reading is not finished. */
  state: v.picklist(["ready", "reading", "off"]),
  /** Why it is off: by the reader's rule for the site, the page's own wish, a pause, or since it only holds a PDF file. */
  offBy: v.optional(v.picklist(["site", "page", "pause", "pdf"])),
  /** The frame's host name, which the browser tells our own pages only with further permissions; "" for files. */
  host: v.pipe(v.string(), v.maxLength(255)),
  /** The way to the frame: at each level from the page down, which of the frames there. The page itself: empty. */
  path: v.array(count),
  /** In the order of first mentions. */
  entries: v.array(digestEntry),
});

export type Digest = v.InferOutput<typeof digestSchema>;
export type DigestEntry = v.InferOutput<typeof digestEntry>;

/** How many mentions of a card there are, and in a sentence why the one that was jumped to is marked. */
export interface JumpAnswer {
  count: number;
  why?: string;
}

/** What the reader asks of the page by the keyboard: the manifest's commands. */
export const commands = ["next-mention", "previous-mention", "open-card", "close-card"] as const;
export type Command = (typeof commands)[number];

/**
 * One step of the walk from mention to mention. `next` and `previous` go on from where the reader is, `first` and `last`
 * come in from an edge; `open` opens the card of the mention that is lit; `end` puts the light out, and `return` goes back
 * to where the walk began as well; `refocus` takes back the focus that a card in a frame within had.
 */
const walkActs = ["next", "previous", "first", "last", "open", "end", "return", "refocus"] as const;
export type WalkAct = (typeof walkActs)[number];

/** A step asked of one frame; `path` as in a digest. */
export interface WalkRequest {
  path: number[];
  act: WalkAct;
}

/** Where the line is that was reached, in the window of the frame that answers; nothing where there is none further. */
export interface WalkAnswer {
  reached?: { top: number; bottom: number };
}

/** Asked of the background by pages and by our own pages. */
export interface BackgroundRequests {
  getCard(request: { card: string }): CardView | undefined;
  /** Passes a step on to another frame of the tab that asks; nothing where no script of ours is. */
  walkInFrame(request: WalkRequest): WalkAnswer | undefined;
  /** Brings the script that reads and marks into the frame that asks. */
  bringReader(): void;
  /** Mutes a card or a kind, or takes it back; whether it is so now, which a policy may forbid. */
  setMuted(request: Muting & { isMuted: boolean }): boolean;
  /** The card as plain text, with its citations. */
  getCardText(request: { card: string }): string | undefined;
}

/** Asked of all frames of a tab by the background, and answered by the one that it concerns. */
export interface FrameRequests {
  /** Of the one with an open card: gives it the focus, or closes one level of it. */
  useCard(request: { act: "focus" | "close" }): true;
  walk(request: WalkRequest): WalkAnswer;
}

/** Asked of one frame of a tab by our own pages and the background. */
export interface TabRequests {
  getDigest(): Digest;
  /** Scrolls to the `index`th mention (0-based, wrapping) of a card. */
  jumpTo(request: { card: string; index: number }): JumpAnswer;
  /** Scrolls to the `index`th of the frames in this one, numbered as a digest's `path`. */
  showFrame(request: { index: number }): void;
  /** Scrolls back to where the reader was before the first jump. */
  jumpBack(): void;
  /** Opens a card over what is selected in the frame. False where nothing is, or the extension is off there. */
  openAtSelection(request: { card: string }): boolean;
}

const walkRequest = v.strictObject({ path: v.array(count), act: v.picklist(walkActs) });

export const backgroundRequestSchemas = {
  getCard: v.strictObject({ card: cardId }),
  walkInFrame: walkRequest,
  bringReader: nothing,
  setMuted: v.strictObject({
    what: v.union([v.strictObject({ card: cardId }), v.strictObject({ kind: v.picklist(cardKinds) })]),
    site: v.optional(v.pipe(v.string(), v.maxLength(253))),
    isMuted: v.boolean(),
  }),
  getCardText: v.strictObject({ card: cardId }),
} satisfies Record<keyof BackgroundRequests, v.GenericSchema>;

export const tabRequestSchemas = {
  getDigest: nothing,
  jumpTo: v.strictObject({ card: cardId, index: count }),
  showFrame: v.strictObject({ index: count }),
  jumpBack: nothing,
  openAtSelection: v.strictObject({ card: cardId }),
} satisfies Record<keyof TabRequests, v.GenericSchema>;

export const frameRequestSchemas = {
  useCard: v.strictObject({ act: v.picklist(["focus", "close"]) }),
  walk: walkRequest,
} satisfies Record<keyof FrameRequests, v.GenericSchema>;

/** Which side a message is for, and what it asks. */
export interface Message {
  to: "background" | "tab" | "frames";
  name: string;
  request?: unknown;
}

/** Tells all frames of a tab to report what they hold, now and whenever they are told again, through a port so named. */
export const reportCallSchema = v.strictObject({
  to: v.literal("all"),
  channel: v.pipe(v.string(), v.startsWith("frames "), v.maxLength(64)),
});

export type ReportCall = v.InferOutput<typeof reportCallSchema>;

const messageSchema = v.strictObject({
  to: v.picklist(["background", "tab", "frames"]),
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
