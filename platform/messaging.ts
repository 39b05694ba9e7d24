import browser, { type Runtime } from "webextension-polyfill";
import {
  type BackgroundRequests,
  backgroundRequestSchemas,
  type FrameRequests,
  frameRequestSchemas,
  type Message,
  type ReadMessage,
  readMessage,
  type TabRequests,
  tabRequestSchemas,
} from "#core/messages.ts";
import { isOrphaned } from "./orphan.ts";

/**
 * Nobody took the message, or was there to answer it. A tab: without content script, as a browser's own page, a store, a
 * PDF, or one older than the extension. The background: killed meanwhile.
 */
export class NoReceiverError extends Error {
  override readonly name = "NoReceiverError";
}

/** The extension was updated or removed while this page was open: nothing can be asked of it any more. */
export class OrphanedError extends Error {
  override readonly name = "OrphanedError";
}

type Requests = BackgroundRequests | TabRequests | FrameRequests;
type RequestOf<R, Name extends keyof R> = R[Name] extends (...args: infer Args) => unknown ? Args : never;
type AnswerOf<R, Name extends keyof R> = R[Name] extends (...args: never[]) => infer Answer ? Answer : never;
/** Who asks: a frame of a tab, or one of our own pages outside of tabs. */
export interface Asker {
  tabId: number | undefined;
  frameId: number | undefined;
}
/** A handler for each request of a map, told what is asked, if anything, and who asks. */
export type Handlers<R> = {
  [Name in keyof R]: (
    ...args: [...(RequestOf<R, Name> extends [] ? [nothing: undefined] : RequestOf<R, Name>), asker: Asker]
  ) => AnswerOf<R, Name> | Promise<AnswerOf<R, Name>>;
};

/** The same, where undefined leaves the answer to another frame. */
export type FrameHandlers = {
  [Name in keyof FrameRequests]: (
    ...args: RequestOf<FrameRequests, Name>
  ) => AnswerOf<FrameRequests, Name> | Promise<AnswerOf<FrameRequests, Name>> | undefined;
};

type Answer = { ok: true; answer: unknown } | { ok: false; reason: string };

/**
 * Asks the background, waking it, and once more if the message was lost. Rejects with an `OrphanedError`, a
 * `NoReceiverError`, or with the background's reason for refusing.
 */
export async function askBackground<Name extends keyof BackgroundRequests>(
  name: Name,
  ...[request]: RequestOf<BackgroundRequests, Name>
): Promise<AnswerOf<BackgroundRequests, Name>> {
  const message: Message = { to: "background", name, request };
  const ask = () => send(() => browser.runtime.sendMessage(message));
  // A background that was killed, or is just being stopped or started, loses one message, and is up for the next.
  const answer = await ask().catch((error: unknown) => {
    if (error instanceof NoReceiverError) return ask();
    throw error;
  });
  return answer as AnswerOf<BackgroundRequests, Name>;
}

/** Asks one frame of a tab (0: the page itself). Rejects with a `NoReceiverError` where no content script is, or with its reason. */
export async function askFrame<Name extends keyof TabRequests>(
  tabId: number,
  frameId: number,
  name: Name,
  ...[request]: RequestOf<TabRequests, Name>
): Promise<AnswerOf<TabRequests, Name>> {
  const message: Message = { to: "tab", name, request };
  const answer = await send(() => browser.tabs.sendMessage(tabId, message, { frameId }));
  return answer as AnswerOf<TabRequests, Name>;
}

/** Asks all frames of a tab. Rejects with a `NoReceiverError` where none takes it for its own. */
export async function askFrames<Name extends keyof FrameRequests>(
  tabId: number,
  name: Name,
  ...[request]: RequestOf<FrameRequests, Name>
): Promise<AnswerOf<FrameRequests, Name>> {
  const message: Message = { to: "frames", name, request };
  return (await send(() => browser.tabs.sendMessage(tabId, message))) as AnswerOf<FrameRequests, Name>;
}

/** Answers what pages and our own pages ask of the background, until the signal. */
export function answerBackground(handlers: Handlers<BackgroundRequests>, signal?: AbortSignal): void {
  answer(
    (input) => readMessage(input, "background", backgroundRequestSchemas),
    handlers,
    () => true,
    signal,
  );
}

/** Answers what the background and our own pages ask of this frame, until the signal. Content scripts of other tabs are not answered. */
export function answerFrame(handlers: Handlers<TabRequests>, signal: AbortSignal): void {
  answer((input) => readMessage(input, "tab", tabRequestSchemas), handlers, isOwnPage, signal);
}

/** Answers, until the signal, what the background asks of all frames and concerns this one. */
export function answerAmongFrames(handlers: FrameHandlers, signal: AbortSignal): void {
  answer((input) => readMessage(input, "frames", frameRequestSchemas), handlers, isOwnPage, signal, true);
}

/** Whether a message comes from the background or a page of ours, not from a content script. */
export function isOwnPage({ url, tab }: Runtime.MessageSender): boolean {
  return url === undefined ? tab === undefined : url.startsWith(browser.runtime.getURL(""));
}

async function send(message: () => Promise<unknown>): Promise<unknown> {
  if (isOrphaned()) throw new OrphanedError("The extension was updated or removed.");
  let answer: Answer | undefined;
  try {
    answer = (await message()) as Answer | undefined;
  } catch (error) {
    throw readFailure(error);
  }
  if (answer === undefined) throw new NoReceiverError("Nobody answered.");
  if (!answer.ok) throw new Error(answer.reason);
  return answer.answer;
}

/**
 * A handler's failure comes as an answer, so what is thrown is one of delivery. Browsers have many words for it: an ended
 * background is a closed port, a destroyed actor, a response out of scope.
 */
function readFailure(error: unknown): Error {
  const reason = error instanceof Error ? error.message : String(error);
  return isOrphaned() || /context invalidated/i.test(reason) ? new OrphanedError(reason) : new NoReceiverError(reason);
}

function answer<R extends Requests>(
  read: (input: unknown) => ReadMessage | undefined,
  handlers: Handlers<R> | FrameHandlers,
  mayAsk: (sender: Runtime.MessageSender) => boolean,
  signal?: AbortSignal,
  isAmongOthers = false,
): void {
  const listener = (input: unknown, sender: Runtime.MessageSender): Promise<Answer> | undefined => {
    const message = read(input);
    if (!message || sender.id !== browser.runtime.id || !mayAsk(sender)) return undefined;
    if ("refused" in message) return Promise.resolve({ ok: false, reason: message.refused });
    // The schema of a name parses what the handler of that name takes: the map's types tie the two together.
    const handler = handlers[message.name as keyof typeof handlers] as unknown as (
      request: unknown,
      asker: Asker,
    ) => unknown;
    let answered: unknown;
    try {
      answered = handler(message.request, { tabId: sender.tab?.id, frameId: sender.frameId });
    } catch (error) {
      answered = Promise.reject(error);
    }
    return answered === undefined && isAmongOthers ? undefined : reply(answered);
  };
  browser.runtime.onMessage.addListener(listener as Runtime.OnMessageListener);
  signal?.addEventListener("abort", () => {
    // An orphan has nothing left to stop listening to.
    if (!isOrphaned()) browser.runtime.onMessage.removeListener(listener as Runtime.OnMessageListener);
  });
}

async function reply(answered: unknown): Promise<Answer> {
  try {
    return { ok: true, answer: await answered };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}
