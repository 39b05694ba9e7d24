/**
 * Run in a page, before anything else of it: looks at all that a page could find of an extension in it, when told to, and
 * listens all the while. `extension` is the address of its files, which no page is told: one that guessed it, too, is to
 * find nothing. What it sees is under `spy.seen`. Complete in itself, for it is sent as text.
 */
export function spy(extension: string): void {
  const seen: Record<string, string[]> = {};
  const note = (what: string, words: unknown) => {
    seen[what] ??= [];
    seen[what].push(String(words));
  };
  const nameOf = (target: EventTarget | null) =>
    target instanceof Element
      ? target.localName
      : target === window
        ? "window"
        : target === document
          ? "document"
          : String(target);
  const attempt = (act: () => unknown) => {
    try {
      return act();
    } catch (error) {
      return (error as Error).name;
    }
  };

  const types = (
    "pointermove pointerover pointerout pointerdown pointerup mousedown mouseup click dblclick keydown keyup focusin focusout " +
    "selectionchange selectstart copy cut dragstart wheel scroll toggle beforetoggle contextmenu input change popstate " +
    "hashchange visibilitychange blur focus resize animationstart transitionrun slotchange fullscreenchange"
  ).split(" ");
  const events = new Set<string>();
  const depths = new Set<string>();
  for (const type of types) {
    const listener = (event: Event) => {
      events.add(`${type} at ${nameOf(event.target)}`);
      // The card is to be no more to the page than the one node that holds it.
      if (nameOf(event.target) === "context-card-host")
        depths.add(
          event
            .composedPath()
            .map((node) => nameOf(node))
            .join(" < "),
        );
      if (event instanceof ClipboardEvent) note("clipboard", event.clipboardData?.getData("text/plain"));
      if (event instanceof DragEvent) note("clipboard", event.dataTransfer?.getData("text/html"));
      if (event instanceof MouseEvent) {
        const { clientX: x, clientY: y } = event;
        const caret = attempt(() => document.caretPositionFromPoint(x, y)?.offsetNode);
        if (caret instanceof Text && !document.contains(caret)) note("caret", caret.data);
      }
    };
    window.addEventListener(type, listener, { capture: true, passive: true });
  }
  for (const type of [
    "message",
    "error",
    "unhandledrejection",
    "securitypolicyviolation",
    "rejectionhandled",
    "messageerror",
  ])
    window.addEventListener(
      type,
      (event) => note("messages", `${type} ${JSON.stringify((event as MessageEvent).data ?? "")}`),
      true,
    );
  const timings: string[] = [];
  for (const type of PerformanceObserver.supportedEntryTypes)
    attempt(() =>
      new PerformanceObserver((list) => timings.push(JSON.stringify(list.getEntries()))).observe({
        type,
        buffered: true,
      }),
    );
  attempt(() =>
    new ReportingObserver((reports) => note("reports", JSON.stringify(reports)), { buffered: true }).observe(),
  );
  document.addEventListener("DOMContentLoaded", () =>
    new MutationObserver((records) => {
      for (const { type, target, addedNodes, attributeName } of records)
        if (type !== "childList" || [...addedNodes].some((node) => node.nodeName !== "CONTEXT-CARD-HOST"))
          if (addedNodes.length > 0 || type !== "childList")
            note("changes", `${type} ${attributeName} of ${target.nodeName}`);
    }).observe(document, { childList: true, subtree: true, attributes: true, characterData: true }),
  );

  const probes: Record<string, () => unknown> = {
    document: () => document.documentElement.outerHTML.replace(/<script>.*?<\/script>/su, ""),
    globals: () =>
      [window, document, navigator, document.documentElement, Element.prototype, Document.prototype]
        .flatMap((owner) => Object.getOwnPropertyNames(owner))
        .filter((name) => !/^\d+$/.test(name))
        .sort()
        .join(),
    highlights: () =>
      [...CSS.highlights]
        .map(
          ([name, ranges]) =>
            `${name}: ${[...(ranges as unknown as Iterable<AbstractRange>)].map(({ startContainer, startOffset, endOffset }) => startContainer.nodeValue?.slice(startOffset, endOffset)).join()}`,
        )
        .filter((line) => !line.endsWith(": "))
        .join("; "),
    sheets: () => `${document.styleSheets.length} ${document.adoptedStyleSheets.length}`,
    "mark-style": () =>
      attempt(
        () =>
          getComputedStyle(document.querySelector("#story") as Element, "::highlight(context-card-dotted)")
            .textDecorationLine,
      ),
    layout: () =>
      JSON.stringify([...document.querySelectorAll("p, input")].map((element) => element.getBoundingClientRect())),
    style: () =>
      [...document.querySelectorAll("html, body, p")]
        .map((element) =>
          [...getComputedStyle(element)].map((key) => getComputedStyle(element).getPropertyValue(key)).join(),
        )
        .join(),
    points: () => {
      const hit = new Set<string>();
      for (let x = 0; x < innerWidth; x += 20)
        for (let y = 0; y < innerHeight; y += 20)
          if (document.elementFromPoint(x, y)?.localName.includes("-")) hit.add(`${x},${y}`);
      return [...hit].join(" ");
    },
    host: () => {
      const host = document.querySelector<HTMLElement>("context-card-host");
      if (!host) return "";
      // Told in the document's list already: that it is there, and its attributes.
      const told = host.getAttributeNames().filter((name) => name !== "popover");
      const { x, y, width, height } = host.getBoundingClientRect();
      const { shadowRoot, innerHTML, textContent, childNodes, tabIndex, scrollHeight, offsetHeight, title, id } = host;
      const inside = host.getAnimations({ subtree: true }).length;
      const out = {
        told,
        shadowRoot,
        innerHTML,
        textContent,
        title,
        id,
        children: childNodes.length,
        inside,
        slot: host.assignedSlot,
      };
      const box = [x, y, width, height, scrollHeight, offsetHeight, tabIndex];
      const blank =
        '{"told":[],"shadowRoot":null,"innerHTML":"","textContent":"","title":"","id":"","children":0,"inside":0,"slot":null}';
      const all = JSON.stringify(out);
      return (all === blank ? "" : all) + (box.slice(0, 4).every((side) => side === 0) ? "" : box.join());
    },
    focus: () => document.activeElement?.localName,
    selection: () => {
      const selection = getSelection();
      const text = selection?.rangeCount ? selection.getRangeAt(0).cloneContents().textContent : "";
      return [text || "nothing", selection?.toString() || "nothing"].join("|");
    },
    animations: () =>
      document
        .getAnimations()
        .map(({ effect }) => nameOf((effect as KeyframeEffect | null)?.target ?? null))
        .join(),
    fonts: () => [...document.fonts].map(({ family, status }) => family + status).join(),
    stores: () => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]),
    history: () =>
      [history.length, location.pathname, location.hash, document.title, document.referrer, window.name].join("|"),
    api: () =>
      attempt(() =>
        Object.keys((window as unknown as { chrome?: object }).chrome ?? {})
          .sort()
          .join(),
      ),
    frames: () => `${window.length} ${document.querySelectorAll("iframe, object, embed").length}`,
    text: () => Reflect.get(document.body, "innerText"),
    find: () => {
      const words = ["In the article", "Background", "Since then", "Source", "Ukraine", "membership"];
      const find = Reflect.get(window, "find") as (...given: unknown[]) => boolean;
      const found = words.filter((word) => find(word, false, false, true));
      getSelection()?.removeAllRanges();
      return found.join();
    },
  };

  async function look(moment: string): Promise<void> {
    // What was done before is over, with all that listens to it.
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
    for (const [what, probe] of Object.entries(probes)) note(what, `${moment}: ${attempt(probe)}`);
    note("databases", (await indexedDB.databases()).map(({ name }) => name).join());
    note("caches", (await caches?.keys())?.join());
    for (const path of [
      "manifest.json",
      "popup.html",
      "options.html",
      "content-scripts/content.js",
      "icon/16.png",
      "third-party-licences.txt",
    ])
      note(
        "files",
        await fetch(extension + path).then(
          (response) => `${path} ${response.status}`,
          (error) => (error as Error).name,
        ),
      );
    if (moment !== "closed") return;
    note("events", [...events].sort().join("; "));
    note(
      "depths",
      [...depths].filter((path) => path !== "context-card-host < body < html < document < window").join("; "),
    );
    // Entries differ from run to run; of us they may hold nothing.
    const told = timings.join().match(/context-card|-extension:[^"]*/gu);
    note("timings", told?.join() ?? "");
  }

  Object.assign(window, { spy: { seen, look } });
}
