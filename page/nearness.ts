import { parentOf, rectOf } from "./own-members.ts";

export interface NearnessOptions {
  /** Whether a box's neighbours say nothing of where it is: it is not laid out, or scrolls in a part of its own. */
  isAlone(box: Element): boolean;
  /** UTF-16 units of text in a box, which tell how tall it may be. */
  lengthOf(box: Element): number;
  /** Told of boxes that have come near the window or gone far from it. */
  onChange(boxes: readonly Element[]): void;
  signal: AbortSignal;
}

/** Which of a page's boxes are near the window. */
export interface Nearness {
  /** Replaces what is watched. `boxes` are in the page's order. */
  watch(boxes: readonly Element[]): void;
  isNear(box: Element): boolean;
}

/** Where a watched box was when the browser last told of it. */
interface Post {
  isNear: boolean;
  /** -1 above the window, 1 below, 0 beside or unknown. */
  side: number;
}

/** Neighbours, of which only the first and the last are watched. */
interface Stretch {
  readonly boxes: Element[];
  readonly first: Element;
  readonly last: Element;
}

/** How far beyond the window is near: a window's height, so that scrolling finds marks there. */
const margin = "100% 50%";
/** The browser measures every watched box at every frame that changes layout: of more than these, one in some is. */
const many = 256;
/** Boxes and units of text in a stretch: it is to be shorter than the window with its margins, on a phone too. */
const usual = { boxes: 12, units: 2400 };
const least = { boxes: 6, units: 800 };
/** How many boxes longer a stretch may be to end where one ended before: what is put between boxes moves no others. */
const leeway = 4;

/** Nothing is watched yet. The signal ends all watching. */
export function createNearness({ isAlone, lengthOf, onChange, signal }: NearnessOptions): Nearness {
  let posts = new Map<Element, Post>();
  let stretches = new Map<Element, Stretch[]>();
  const near = new Set<Element>();
  // Stretches that reach from above the window to below it, by their first boxes.
  const across = new Set<Element>();

  const observer = new IntersectionObserver(
    (entries) => {
      const touched = new Set<Stretch>();
      for (const { target, isIntersecting, boundingClientRect: box, rootBounds } of entries) {
        const post = posts.get(target);
        // What was on its way comes even after `unobserve`: a box that was let go must not be held by it.
        if (!post) continue;
        post.isNear = isIntersecting;
        if (rootBounds) post.side = sideOf(box, rootBounds.top, rootBounds.bottom);
        for (const stretch of stretches.get(target) ?? []) touched.add(stretch);
      }
      for (const stretch of touched) lookAcross(stretch);
      const changed = [...new Set([...touched].flatMap(({ boxes }) => boxes))].filter(update);
      if (changed.length > 0) onChange(changed);
    },
    { root: document, rootMargin: margin },
  );
  signal.addEventListener("abort", () => {
    observer.disconnect();
    near.clear();
    across.clear();
    posts.clear();
    stretches.clear();
  });

  /** Whether that has changed. */
  function update(box: Element): boolean {
    const isNow = (stretches.get(box) ?? []).some(isStretchNear);
    if (isNow === near.has(box)) return false;
    if (isNow) near.add(box);
    else near.delete(box);
    return true;
  }

  function isStretchNear({ first, last }: Stretch): boolean {
    return Boolean(posts.get(first)?.isNear || posts.get(last)?.isNear || across.has(first));
  }

  /** What begins above the window and ends below it is in it. Sides may be old: a jump past a box is not told. */
  function lookAcross({ first, last }: Stretch): void {
    const isSo = (posts.get(first)?.side ?? 0) * (posts.get(last)?.side ?? 0) < 0;
    if (isSo && sideOf(rectOf(first), 0, innerHeight) * sideOf(rectOf(last), 0, innerHeight) < 0) across.add(first);
    else across.delete(first);
  }

  function stretchesOf(boxes: readonly Element[]): Stretch[] {
    const parts: Element[][] = [];
    let open: Element[] = [];
    let units = 0;
    for (const [at, box] of boxes.entries()) {
      const before = open.at(-1);
      const own = lengthOf(box);
      const isFlat = boxes.length > many && before && parentOf(before) === parentOf(box);
      if (isFlat && (own < least.units || units === 0) && !isAlone(before) && !isAlone(box)) {
        open.push(box);
        units += own;
        const isOver = open.length >= usual.boxes || units >= usual.units;
        const isEnough = open.length >= least.boxes || units >= least.units;
        const endedSoon = boxes.slice(at + 1, at + 1 + leeway).some((next) => posts.has(next));
        if (posts.has(box) ? !isEnough : !isOver || (endedSoon && open.length < usual.boxes + leeway)) continue;
      }
      open = [box];
      units = own;
      parts.push(open);
    }
    return parts.map((part) => ({ boxes: part, first: part[0] as Element, last: part.at(-1) as Element }));
  }

  return {
    watch(boxes) {
      const parts = stretchesOf(boxes);
      const before = posts;
      posts = new Map();
      stretches = new Map();
      for (const stretch of parts) {
        for (const box of stretch.boxes) stretches.set(box, [...(stretches.get(box) ?? []), stretch]);
        for (const box of [stretch.first, stretch.last]) {
          posts.set(box, before.get(box) ?? posts.get(box) ?? { isNear: near.has(box), side: 0 });
        }
      }
      for (const box of near) if (!stretches.has(box)) near.delete(box);
      for (const box of across) if (!posts.has(box)) across.delete(box);
      for (const box of before.keys()) if (!posts.has(box)) observer.unobserve(box);
      for (const box of posts.keys()) if (!before.has(box)) observer.observe(box);
      const changed = boxes.filter(update);
      if (changed.length > 0) onChange(changed);
    },
    isNear: (box) => near.has(box),
  };
}

function sideOf(box: { top: number; bottom: number }, top: number, bottom: number): number {
  return box.bottom <= top ? -1 : box.top >= bottom ? 1 : 0;
}
