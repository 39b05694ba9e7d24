import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { Position } from "#components/digest/PageDigest.tsx";
import { type PageState, pageStateOf } from "#components/digest/page-state.ts";
import { type Absence, absenceOf } from "#core/digest/absence.ts";
import { type JoinedDigest, joinDigests, placeOfMention } from "#core/digest/join-digests.ts";
import { followFrames, type TabFrame } from "#platform/frames.ts";
import { askToReadPages, mayReadHost } from "#platform/permissions.ts";
import { jumpBackInTab, jumpInTab } from "#platform/tab-jumps.ts";
import { describeTab, reloadTab } from "#platform/tabs.ts";

/** How long the next page may take to answer before it is said that none can be seen. */
const nextPageMs = 1500;

/** The page in a tab, as the popup follows and steers it. */
export interface Page {
  /** Undefined until the tab has answered for the first time. */
  page: PageState | undefined;
  /** Undefined where the page has none, as a file, or cannot be asked. */
  host: string | undefined;
  position: Position | undefined;
  /** Whether it may be read for this once alone, because the reader pressed the extension's button on it. */
  isForOnce: boolean;
  jump(card: string): void;
  jumpBack(): void;
  /** Asks the reader for access to all sites; straight from the handler of a press. */
  allowSites(): void;
  /** Loads the page again. */
  reload(): void;
}

/** Follows the page in `tabId`, its frames included; without a tab there is none to be read. */
export function usePage(tabId: number | undefined): Page {
  const [frames, setFrames] = useState<readonly TabFrame[]>();
  const [absence, setAbsence] = useState<Absence>();
  const [position, setPosition] = useState<Position>();
  // Presses may follow one another faster than the page answers: each jump starts from the one before.
  const latest = useRef<{ card: string; index: number }>(undefined);

  const [isLeaving, setLeaving] = useState(false);

  useEffect(() => {
    const forget = () => {
      latest.current = undefined;
      setPosition(undefined);
    };
    forget();
    setLeaving(false);
    setFrames(tabId === undefined ? [] : undefined);
    if (tabId === undefined) {
      setAbsence("browserPage");
      return;
    }
    const life = new AbortController();
    let hadPage = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const take = (next: readonly TabFrame[]) => {
      clearTimeout(timer);
      const hasPage = joinDigests(next) !== undefined;
      const leaves = hadPage && !hasPage;
      hadPage = hasPage;
      setFrames(next);
      setLeaving(leaves);
      if (!leaves) return;
      // Another page: where this one was scrolled to is nothing to go back to.
      forget();
      timer = setTimeout(() => setLeaving(false), nextPageMs);
    };
    followFrames(tabId, take, life.signal);
    return () => {
      clearTimeout(timer);
      life.abort();
    };
  }, [tabId]);

  const digest = joinDigests(frames ?? []);
  const isAbsent = frames !== undefined && digest === undefined;

  // biome-ignore lint/correctness/useExhaustiveDependencies: while nobody answers `frames` come anew, and the reason may change
  useEffect(() => {
    if (!isAbsent || tabId === undefined) return;
    let isLate = false;
    describeTab(tabId).then(
      (tab) => !isLate && setAbsence(absenceOf(tab)),
      () => !isLate && setAbsence("browserPage"),
    );
    return () => {
      isLate = true;
    };
  }, [tabId, isAbsent, frames]);

  const host = digest?.host || undefined;
  const [isForOnce, setForOnce] = useState(false);

  useEffect(() => {
    setForOnce(false);
    if (host === undefined) return;
    let isLate = false;
    // Of hosts that no pattern can be made of, nothing is known.
    mayReadHost(host).then(
      (may) => !isLate && setForOnce(!may),
      () => undefined,
    );
    return () => {
      isLate = true;
    };
  }, [host]);

  const jump = async (card: string) => {
    const entry = digest?.entries.find((one) => one.card === card);
    if (tabId === undefined || !entry) return;
    const index = latest.current?.card === card ? (latest.current.index + 1) % entry.count : 0;
    const place = placeOfMention(entry, index);
    if (!place) return;
    const mine = { card, index };
    latest.current = mine;
    const answer = await jumpInTab(tabId, frames ?? [], { ...place, card });
    if (latest.current !== mine) return;
    if (answer && answer.count > 0) setPosition({ card, index, count: entry.count, why: answer.why });
    else {
      latest.current = undefined;
      setPosition(undefined);
    }
  };

  const jumpBack = useCallback(async () => {
    latest.current = undefined;
    setPosition(undefined);
    if (tabId !== undefined) await jumpBackInTab(tabId, frames ?? []);
  }, [tabId, frames]);

  return {
    page: isLeaving ? { state: "reading" } : stateOf(digest, isAbsent, absence),
    host,
    position,
    isForOnce,
    jump,
    jumpBack,
    allowSites: () => void askToReadPages().then((granted) => granted && setForOnce(false)),
    reload: () => void (tabId !== undefined && reloadTab(tabId)),
  };
}

/** Undefined as long as nothing is known. */
function stateOf(
  digest: JoinedDigest | undefined,
  isAbsent: boolean,
  absence: Absence | undefined,
): PageState | undefined {
  if (digest) return pageStateOf(digest, "silent");
  return isAbsent && absence ? pageStateOf(undefined, absence) : undefined;
}
