import { bringIn, holdBack } from "#components/card/first-sight.ts";
import { foldInnermost } from "#components/card/fold-innermost.ts";
import type { CardView } from "#core/pack/card-view.ts";
import type { Settings } from "#core/settings/settings.ts";
import type { Words } from "#core/words/words.ts";
import type { Hit } from "#page/hit-test.ts";
import { keepListening } from "#page/keep-listening.ts";
import { type Found, rectsOf } from "#page/mention-range.ts";
import { keepInside, type Place } from "#page/placement.ts";
import type { OpenCard } from "#page/pointer-watch.ts";
import { clearCard, createCardDrawing, type DrawnCard } from "./card-drawing.tsx";
import { type FocusPlace, focusCard, focusNow, giveFocusBack } from "./card-focus.ts";
import { createCardHost } from "./card-host.ts";
import { createCardKeys } from "./card-keys.ts";
import { createCardRequests } from "./card-requests.ts";
import { placeByLine, sizeOf, windowSize } from "./card-room.ts";
import { isSheetRoom, layAtFoot, swipeAway } from "./card-sheet.ts";

export interface CardSessionOptions {
  words: Words;
  look(): Pick<Settings, "theme" | "textSize">;
  /** The mention whose card is open has changed. */
  onAnchor(found: Found | undefined): void;
  /** The reader put the card away by Escape, its button or a press elsewhere. */
  onDismiss(): void;
  onOrphaned(): void;
  /** The card closed with the focus, which had come from another frame. */
  onFocusElsewhere(): void;
  signal: AbortSignal;
}

/** The card on the page: there is one at most. */
export interface CardSession {
  /** Asks for the card and draws it beside the page, so that nothing but its place is left to find when it is to be shown. */
  prepare(hit: Hit): void;
  /** Lets go of what was prepared. */
  unprepare(): void;
  /** Shows the card by the line that was pointed at, unless a pinned one is open. */
  open(hit: Hit): void;
  /**
   * Shows the card that the reader asked for, instead of any other, and gives it the focus. Asked for by a finger it is a
   * sheet at the lower edge of a narrow window.
   */
  openAnew(found: Found | Hit, by?: "touch"): void;
  /** Gives the open card the focus; it goes back where it was when the card closes. */
  focus(): void;
  /** Closes one level: an unfolded source, then the way back to the card before, then the card. */
  goOut(): void;
  /** Closes the card, unless it is pinned or was asked for. */
  leave(): void;
  /** Closes the card unless it is pinned. */
  giveWay(): void;
  /** As `leave`, and for good: the mention under the pointer does not open it again at once. */
  dismiss(): void;
  /** Moves the card with its mention, or closes it when that has gone. */
  follow(): void;
  /** Shows the card anew after a change of settings. */
  refresh(): void;
  openCard(): OpenCard | undefined;
  anchor(): Found | undefined;
  isOnCard(event: Event): boolean;
}

/**
 * How far a mention may move with its card, in CSS pixels. Beyond, the reader is scrolling: a card that came along would
 * end up under the pointer, and take the wheel from the page.
 */
const farthest = 48;

interface Shown extends DrawnCard {
  focusBefore: FocusPlace;
  readonly resizes: ResizeObserver;
  place: Place;
  /** Where the mention's line was when the card was placed, and where it was last. */
  readonly firstLine: DOMRect;
  line: DOMRect;
  /** Opened, or given the focus, by the reader's wish, and not because the pointer rested there. */
  isAskedFor: boolean;
}

/** No card yet; the signal closes the one that is open. */
export function createCardSession(options: CardSessionOptions): CardSession {
  const { signal } = options;
  const getCard = createCardRequests(options.onOrphaned);
  const draw = createCardDrawing({
    words: options.words,
    look: options.look,
    onBack: back,
    onTogglePin: togglePin,
    onClose: dismiss,
    onOpenRelated: (id) => void openRelated(id),
  });
  let shown: Shown | undefined;
  // Drawn while the pointer rests, and on no page yet.
  let prepared: DrawnCard | undefined;
  // Each wish for a card has its number: an answer that comes when the reader has moved on is let go.
  let wish = 0;
  let preparation = 0;
  let isFollowing = false;

  async function prepare(hit: Hit): Promise<void> {
    unprepare();
    const mine = preparation;
    const view = await getCard(hit.mention.card);
    if (view && mine === preparation && !shown?.isPinned && !signal.aborted) prepared = drawn(hit, view, false);
  }

  function unprepare(): void {
    preparation += 1;
    if (prepared) clearCard(prepared.host);
    prepared = undefined;
  }

  function drawn(hit: Hit, view: CardView, isSheet: boolean): DrawnCard {
    const card = { hit, host: createCardHost(), views: [view], isPinned: false, isSheet };
    draw(card);
    return card;
  }

  /** What was prepared, if it is this. */
  function takePrepared({ mention }: Hit, view: CardView): DrawnCard | undefined {
    const taken = prepared?.views[0] === view && prepared.hit.mention === mention ? prepared : undefined;
    if (taken) prepared = undefined;
    unprepare();
    return taken;
  }

  async function open(found: Found | Hit, by: "pointer" | "wish" | "touch"): Promise<void> {
    if (shown?.isPinned && by === "pointer") return;
    wish += 1;
    const mine = wish;
    const view = await getCard(found.mention.card);
    if (!view || mine !== wish || signal.aborted) return;
    const rects = rectsOf(found);
    const pointedAt = "line" in found ? found.rects.indexOf(found.line) : 0;
    const line = rects[pointedAt] ?? rects[0];
    if (!line) return;
    close();
    const hit = { ...found, rects, line };
    const isSheet = by === "touch" && isSheetRoom();
    const ready = isSheet ? undefined : takePrepared(hit, view);
    show({ ...(ready ?? drawn(hit, view, isSheet)), hit }, line);
    if (by !== "pointer") focus();
  }

  function show(card: DrawnCard, line: DOMRect): void {
    const { hit, host, isSheet } = card;
    const focusBefore = focusNow();
    const resizes = new ResizeObserver(settle);
    const held = holdBack(host.frame);
    host.open(hit.passage.nodes[0] ?? hit.passage.box);
    host.undoZoom();
    bringIn(host.frame, held);
    if (isSheet) swipeAway(host.frame, dismiss);
    const place = isSheet ? { left: 0, top: 0, maxHeight: innerHeight } : placeByLine(host, line, hit.passage.box);
    shown = { ...card, focusBefore, resizes, place, firstLine: line, line, isAskedFor: false };
    settle();
    if (!host.isWithinReach()) host.moveToAnchor();
    resizes.observe(host.frame);
    options.onAnchor(hit);
  }

  /** Puts the card where it belongs. When it grows, it stays where it is, for the reader's pointer is on it. */
  function settle(): void {
    if (!shown) return;
    const { host, place, isSheet } = shown;
    host.undoZoom();
    if (isSheet) layAtFoot(host.frame);
    const size = sizeOf(host.frame);
    // The page has removed the host, or hidden what it lives in.
    if (size.height === 0) {
      close();
      return;
    }
    if (isSheet) return;
    const top = keepInside(place.top, size, windowSize());
    // By whole pixels: between them, letters blur.
    host.frame.style.left = `${Math.round(place.left)}px`;
    host.frame.style.top = `${Math.round(top)}px`;
  }

  function close(): void {
    if (!shown) return;
    const { host, resizes, focusBefore } = shown;
    shown = undefined;
    resizes.disconnect();
    const hadFocus = host.focused() !== null;
    clearCard(host);
    host.remove();
    if (hadFocus && !giveFocusBack(focusBefore)) options.onFocusElsewhere();
    options.onAnchor(undefined);
  }

  function focus(): void {
    if (!shown) return;
    const { host } = shown;
    shown.isAskedFor = true;
    if (!host.focused()) shown.focusBefore = focusNow();
    focusCard(host);
  }

  function leave(): void {
    wish += 1;
    unprepare();
    if (!shown?.isPinned && !shown?.isAskedFor) close();
  }

  function giveWay(): void {
    wish += 1;
    if (!shown?.isPinned) close();
  }

  function dismiss(): void {
    wish += 1;
    if (!shown) return;
    close();
    options.onDismiss();
  }

  function follow(): void {
    if (!shown || shown.isPinned) return;
    if (shown.isSheet) {
      settle();
      return;
    }
    const { hit, place, firstLine, line: before } = shown;
    const rects = rectsOf(hit);
    const line = rects[hit.rects.indexOf(hit.line)] ?? rects[0];
    if (!line || Math.hypot(line.left - firstLine.left, line.top - firstLine.top) > farthest) {
      giveWay();
      return;
    }
    shown.place = { ...place, left: place.left + line.left - before.left, top: place.top + line.top - before.top };
    shown.line = line;
    settle();
  }

  function followSoon(): void {
    if (!shown || isFollowing) return;
    isFollowing = true;
    requestAnimationFrame(() => {
      isFollowing = false;
      follow();
    });
  }

  function togglePin(): void {
    if (!shown) return;
    shown.isPinned = !shown.isPinned;
    draw(shown);
  }

  function back(): void {
    wish += 1;
    if (!shown) return;
    shown.views.pop();
    draw(shown);
  }

  async function openRelated(id: string): Promise<void> {
    wish += 1;
    const mine = wish;
    const view = await getCard(id);
    if (!view || mine !== wish || !shown) return;
    shown.views.push(view);
    draw(shown);
  }

  function goOut(): void {
    if (!shown) return;
    const { host, views } = shown;
    if (foldInnermost(host.frame, host.focused())) return;
    if (views.length > 1) back();
    else dismiss();
  }

  const takeKey = createCardKeys({ card: () => shown, goOut, close });
  const closeWith = ({ isTrusted }: Event) => isTrusted && close();
  keepListening(() => {
    window.addEventListener("keydown", takeKey, { capture: true, signal });
    window.addEventListener("scroll", followSoon, { capture: true, passive: true, signal });
    window.addEventListener("resize", followSoon, { passive: true, signal });
    // Zoomed by fingers, the part of the page that shows moves without either.
    for (const type of ["resize", "scroll"]) window.visualViewport?.addEventListener(type, followSoon, { signal });
    // What fills the screen covers the card, or has moved away beneath it.
    window.addEventListener("fullscreenchange", closeWith, { capture: true, signal });
    // A page that is kept for the way back is kept without a card.
    window.addEventListener("pagehide", closeWith, { signal });
  }, signal);
  signal.addEventListener("abort", () => {
    unprepare();
    close();
  });

  /** What is prepared is let go: it was drawn by what was set before. */
  function refresh(): void {
    unprepare();
    if (shown) draw(shown);
  }

  return {
    prepare: (hit) => void prepare(hit),
    unprepare,
    open: (hit) => void open(hit, "pointer"),
    openAnew: (found, by = undefined) => void open(found, by ?? "wish"),
    focus,
    goOut,
    leave,
    giveWay,
    dismiss: () => {
      if (!shown?.isPinned) dismiss();
    },
    follow,
    refresh,
    openCard: () => shown && { box: shown.host.frame.getBoundingClientRect(), rects: rectsOf(shown.hit) },
    anchor: () => shown?.hit,
    isOnCard: (event) => shown?.host.isTargetOf(event) ?? false,
  };
}
