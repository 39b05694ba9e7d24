import { createLookup, type Lookup } from "#core/lookup/create-lookup.ts";
import { writtenNames } from "#core/names/written-names.ts";
import { names } from "#packs/names.js";
import { loadSettings } from "#platform/storage.ts";
import { activeTab } from "#platform/tabs.ts";
import { showPage } from "../own-pages/show-page.tsx";
import { Popup } from "./Popup.tsx";

/** The tab named in the address (`popup.html?tab=12`) for a popup opened as a page, else the active one. */
async function tabInQuestion(): Promise<number | undefined> {
  const named = new URLSearchParams(location.search).get("tab");
  return named === null ? (await activeTab())?.id : Number(named);
}

let index: Lookup | undefined;
function lookup(): Lookup {
  if (!index) {
    const written = writtenNames(names);
    index = createLookup(names.cards.map((head) => ({ ...head, names: written.get(head.id) ?? [] })));
  }
  return index;
}

const [tabId, stored] = await Promise.all([tabInQuestion(), loadSettings()]);
showPage("extensionName", <Popup tabId={tabId} stored={stored} heads={names.cards} lookup={lookup} />);
// The index takes some tens of milliseconds: before the first letter is typed, but after the first paint.
requestIdleCallback(lookup);
