import { parentOf, rectOf } from "./own-members.ts";
import { isInScroller } from "./rendering.ts";

export interface NearnessOptions {
  /** Told of boxes that have come near the window or gone far from it. */
  onChange(boxes: readonly Element[]): void;
  signal: AbortSignal;
}

/** An element that is to be watched. */
export interface Box {
  readonly element: Element;
  /** Whether its neighbours say nothing of where it is, as when it is not laid out. */
  readonly isAlone: boolean;
  /** UTF-16 units of text in it, which tell how tall it may be. */
  readonly units: number;
}

/** Which of a page's boxes are near the window. */
export interface Nearness {
  readonly near: ReadonlySet<Element>;
  /** Makes ready to watch these boxes, in the page's order, some at each step; what it returns lets go of all others at once. */
  arrange(boxes: Iterable<Box>): Generator<undefined, () => void>;
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
  isNear: boolean;
}

/** How far beyond the window is near: so far that scrolling finds marks there. */
const margin = "25% 50%";
/** The browser measures every watched box at every frame that changes layout: of more than these, one in some is. */
const many = 256;
/** Boxes that are newly watched at a time: of each the browser has to tell, and what is told in one task takes long. */
const atATime = 256;
/** Boxes and units of text in a stretch: it is to be shorter than the window with its margins, on a phone too. */
const usual = { boxes: 12, units: 2400 };
const least = { boxes: 6, units: 800 };
/** How many boxes longer a stretch may be to end where one ended before: what is put between boxes moves no others. */
const leeway = 4;
/** Boxes that are gone through in a step. */
const stride = 16;

/** Nothing is watched yet. The signal ends all watching. */
export function createNearness({ onChange, signal }: NearnessOptions): Nearness {
  let posts = new Map<Element, Post>();
  // The stretches that a post begins or ends.
  let stretches = new Map<Element, Stretch[]>();
  // Posts that are still to be watched, in the page's order.
  let waiting: Element[] = [];
  const near = new Set<Element>();
  // Stretches that reach from above the window to below it, by their first boxes.
  const across = new Set<Element>();

  const observer = new IntersectionObserver(
    (entries) => {
      const touched = new Set<Stretch>();
      // The same for all: to ask for it makes an object each time.
      const bounds = entries[0]?.rootBounds;
      for (const entry of entries) {
        const post = posts.get(entry.target);
        // What was on its way comes even after `unobserve`: a box that was let go must not be held by it.
        if (!post) continue;
        post.isNear = entry.isIntersecting;
        if (bounds) post.side = post.isNear ? 0 : sideOf(entry.boundingClientRect, bounds.top, bounds.bottom);
        for (const stretch of stretches.get(entry.target) ?? []) touched.add(stretch);
      }
      const turned = [...touched].filter((stretch) => {
        lookAcross(stretch);
        const before = stretch.isNear;
        stretch.isNear = isStretchNear(stretch);
        return stretch.isNear !== before;
      });
      tell(turned.flatMap(({ boxes, isNear }) => boxes.map((box) => [box, isPostNear(box) ?? isNear] as const)));
      watchMore();
    },
    { root: document, rootMargin: margin },
  );
  signal.addEventListener("abort", () => {
    observer.disconnect();
    near.clear();
    across.clear();
    posts.clear();
    stretches.clear();
    waiting = [];
  });

  /** Tells of those of these boxes whose nearness is another than it was. */
  function tell(boxes: Iterable<readonly [box: Element, isNear: boolean]>): void {
    const changed: Element[] = [];
    for (const [box, isNow] of boxes) {
      if (isNow === near.has(box)) continue;
      if (isNow) near.add(box);
      else near.delete(box);
      changed.push(box);
    }
    if (changed.length > 0) onChange(changed);
  }

  /** A post may belong to two stretches. Undefined for all others. */
  function isPostNear(box: Element): boolean | undefined {
    return stretches.get(box)?.some(({ isNear }) => isNear);
  }

  function watchMore(): void {
    for (const box of waiting.splice(0, atATime)) if (posts.has(box)) observer.observe(box);
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

  function* stretchesOf(boxes: readonly Box[]): Generator<undefined, Stretch[]> {
    const parts: Element[][] = [];
    // Once for all children of a parent: it asks for the styles of all that is around.
    const scrollers = new Map<Node | null, boolean>();
    const isFlowing = (box: Element, parent: Node | null) => {
      const isIn = scrollers.get(parent) ?? isInScroller(box);
      scrollers.set(parent, isIn);
      return !isIn;
    };
    const endedSoon = (at: number) => boxes.slice(at + 1, at + 1 + leeway).some(({ element }) => posts.has(element));
    let open: Element[] = [];
    let before: Box | undefined;
    let parentBefore: Node | null = null;
    let units = 0;
    for (const [at, box] of boxes.entries()) {
      if (at % stride === 0) yield;
      const { element } = box;
      const parent = parentOf(element);
      const isFlat = boxes.length > many && before && parentBefore === parent && isFlowing(element, parent);
      const isAfterFlat = isFlat && !before?.isAlone && !box.isAlone && (box.units < least.units || units === 0);
      parentBefore = parent;
      before = box;
      if (isAfterFlat) {
        open.push(element);
        units += box.units;
        const isOver = open.length >= usual.boxes || units >= usual.units;
        const isEnough = open.length >= least.boxes || units >= least.units;
        if (posts.has(element) ? !isEnough : !isOver || (open.length < usual.boxes + leeway && endedSoon(at))) continue;
      }
      open = [element];
      units = box.units;
      parts.push(open);
    }
    return parts.map((part) => ({
      boxes: part,
      first: part[0] as Element,
      last: part.at(-1) as Element,
      isNear: false,
    }));
  }

  return {
    near,
    *arrange(boxes) {
      const parts = yield* stretchesOf([...boxes]);
      const nextPosts = new Map<Element, Post>();
      const nextStretches = new Map<Element, Stretch[]>();
      for (const [at, stretch] of parts.entries()) {
        if (at % stride === 0) yield;
        for (const box of new Set([stretch.first, stretch.last])) {
          nextPosts.set(box, posts.get(box) ?? nextPosts.get(box) ?? { isNear: near.has(box), side: 0 });
          nextStretches.set(box, [...(nextStretches.get(box) ?? []), stretch]);
        }
      }
      return () => {
        if (signal.aborted) return;
        const before = posts;
        const unwatched = new Set(waiting);
        posts = nextPosts;
        stretches = nextStretches;
        for (const stretch of parts) stretch.isNear = isStretchNear(stretch);
        for (const box of across) if (!posts.has(box)) across.delete(box);
        for (const box of before.keys()) if (!posts.has(box)) observer.unobserve(box);
        waiting = [...posts.keys()].filter((box) => !before.has(box) || unwatched.has(box));
        watchMore();
        const now = new Set(parts.flatMap((stretch) => (stretch.isNear ? stretch.boxes : [])));
        tell([...near, ...now].map((box) => [box, now.has(box)]));
      };
    },
  };
}

function sideOf(box: { top: number; bottom: number }, top: number, bottom: number): number {
  return box.bottom <= top ? -1 : box.top >= bottom ? 1 : 0;
}
