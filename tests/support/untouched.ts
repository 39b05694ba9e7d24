import { expect, type Page } from "@playwright/test";
import type { CardReader } from "./card-reader.ts";
import { pointOf, restOn, visibleMarks } from "./reading.ts";

/** All that a page can tell of itself at one step of a journey. */
interface Moment {
  step: string;
  /** The serialised document, without the host of a card that is open. */
  document: string;
  /** Where the selection stands, or the caret in a field. */
  selection: string;
  focus: string;
  /** How many events of each kind the page has had. */
  events: Record<string, number>;
  /** The changes of the document that an observer of the page's has been told of, but for a card's coming and going. */
  changes: Record<string, number>;
  errors: string[];
  /** What the application says of itself: content, what was saved, history. */
  app: unknown;
}

/** A reader's way through an application, with or without the extension. */
export interface Visit {
  page: Page;
  /** Notes down what the page is like. */
  note(step: string): Promise<void>;
  /** Expects these names to be marked in the part of the page that shows; where there is no extension, nothing. */
  expectMarks(words: readonly string[]): Promise<void>;
  /** Rests on a name until its card has opened, acts meanwhile, and moves away until it has closed. */
  readCard(words: string, title: string, meanwhile?: () => Promise<void>): Promise<void>;
}

/** What an application has to give to its tests. */
interface Application {
  state(): unknown;
}

/** What `observe` leaves on the page's window. */
interface Observed {
  app?: Application;
  observed: { events: Record<string, number>; changes: Record<string, number>; errors: string[]; tick(): void };
}

/** Makes the journey on `url`, and tells all moments it noted. Without a `card` reader there is no extension. */
export async function makeJourney(
  page: Page,
  url: string,
  journey: (visit: Visit) => Promise<void>,
  card?: CardReader,
): Promise<Moment[]> {
  const moments: Moment[] = [];
  await page.addInitScript(observe);
  await page.goto(url);
  await journey({
    page,
    note: async (step) => {
      moments.push({ step, ...(await page.evaluate(look)) });
    },
    expectMarks: async (words) => {
      if (card) await expect.poll(async () => (await visibleMarks(page)).map((mark) => mark.words)).toEqual(words);
    },
    readCard: async (words, title, meanwhile) => {
      const { y } = await pointOf(page, words);
      await restOn(page, words);
      if (card) await expect.poll(async () => (await card.read())?.name).toBe(title);
      await meanwhile?.();
      await page.mouse.move(4, y);
      if (card) await expect(page.locator("context-card-host")).toHaveCount(0);
    },
  });
  return moments;
}

/** Runs in the page, before its own scripts. */
function observe(): void {
  const isOurs = (node: EventTarget | null) => node instanceof Element && node.localName === "context-card-host";
  const events: Record<string, number> = {};
  const changes: Record<string, number> = {};
  const errors: string[] = [];
  const types = `beforeinput blur change click compositionend compositionstart contextmenu copy cut dblclick focus
    focusin focusout input invalid keydown keypress keyup lostpointercapture mousedown mousemove mouseout mouseover mouseup
    paste pointercancel pointerdown pointermove pointerout pointerover pointerup reset select selectstart submit
    toggle wheel`;
  for (const type of types.split(/\s+/u)) {
    const count = ({ target }: Event) => {
      if (!isOurs(target)) events[type] = (events[type] ?? 0) + 1;
    };
    window.addEventListener(type, count, { capture: true, passive: true });
  }
  window.addEventListener("error", ({ message }) => errors.push(message));
  window.addEventListener("unhandledrejection", ({ reason }) => errors.push(String(reason)));
  new MutationObserver((records) => {
    for (const { type, target, attributeName, addedNodes, removedNodes } of records) {
      const moved = [...addedNodes, ...removedNodes];
      if (isOurs(target) || (moved.length > 0 && moved.every(isOurs))) continue;
      const change = `${type} ${target.nodeName} ${attributeName ?? moved.map(({ nodeName }) => nodeName).join()}`;
      // Pages set styles frame by frame: how often says nothing.
      changes[change] = attributeName === "style" ? 1 : (changes[change] ?? 0) + 1;
    }
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  // Editors group changes by the time between them: theirs passes from step to step, not with a machine's pace.
  let now = Date.now();
  Date.now = () => now;
  const tick = () => {
    now += 3_600_000;
  };
  Object.assign(window, { observed: { events, changes, errors, tick } });
}

/** Runs in the page, once it has drawn what it was told to. */
async function look(): Promise<Omit<Moment, "step">> {
  for (let frames = 0; frames < 2; frames++) await new Promise(requestAnimationFrame);
  const pathOf = (node: Node | null): string => {
    if (!node?.parentNode) return node === document ? "" : "none";
    return `${pathOf(node.parentNode)}/${node.nodeName}${[...node.parentNode.childNodes].indexOf(node as ChildNode)}`;
  };
  const { app, observed } = window as unknown as Observed;
  const active = document.activeElement;
  const isField =
    active instanceof HTMLTextAreaElement || (active instanceof HTMLInputElement && active.type === "text");
  const { anchorNode, anchorOffset, focusNode, focusOffset } = getSelection() ?? new Selection();
  const inText = `${pathOf(anchorNode)}:${anchorOffset} to ${pathOf(focusNode)}:${focusOffset} ${getSelection()}`;
  observed.tick();
  return {
    document: document.documentElement.outerHTML.replace(/<context-card-host\b[^>]*><\/context-card-host>/u, ""),
    selection: isField ? `${active.selectionStart} to ${active.selectionEnd}` : inText,
    focus: pathOf(active),
    events: { ...observed.events },
    changes: { ...observed.changes },
    errors: [...observed.errors],
    app: JSON.parse(JSON.stringify(app?.state() ?? null)),
  };
}
