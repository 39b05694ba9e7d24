/** The way from the page down to this frame: at each level, which of the frames there. The page itself: empty. */
export function framePath(): number[] {
  const path: number[] = [];
  // What a frame may ask of those around it, of whatever origin: who they are, and which frames they hold.
  for (let at: Window = window; at !== at.parent; at = at.parent) {
    let index = 0;
    while (index < at.parent.length && at.parent[index] !== at) index += 1;
    path.unshift(index);
  }
  return path;
}

/** The element that shows the `index`th of this window's frames, in the document or one of its shadow trees. */
export function frameElement(index: number, shadowRoots: readonly ShadowRoot[]): Element | undefined {
  const wanted = window[index];
  if (!wanted) return undefined;
  for (const root of [document, ...shadowRoots]) {
    for (const element of root.querySelectorAll<HTMLIFrameElement>("iframe, frame, object, embed")) {
      if (element.contentWindow === wanted) return element;
    }
  }
  return undefined;
}
