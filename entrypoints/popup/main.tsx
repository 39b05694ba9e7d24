import { isPrivateWindow, recentCards } from "#platform/recent-cards.ts";
import { ownWindow } from "#platform/side-panel.ts";
import { loadSettings } from "#platform/storage.ts";
import { activeTab } from "#platform/tabs.ts";
import { prepareLookup } from "../own-pages/card-lookup.ts";
import { showPage } from "../own-pages/show-page.tsx";
import { Popup } from "./Popup.tsx";

/** The tab named in the address (`popup.html?tab=12`) for a popup opened as a page, else the active one. */
async function tabInQuestion(): Promise<number | undefined> {
  const named = new URLSearchParams(location.search).get("tab");
  return named === null ? (await activeTab())?.id : Number(named);
}

const [tabId, windowId, stored, known, isPrivate] = await Promise.all([
  tabInQuestion(),
  ownWindow(),
  loadSettings(),
  recentCards(),
  isPrivateWindow(),
]);
showPage(
  "extensionName",
  <Popup tabId={tabId} windowId={windowId} stored={stored} known={known} isPrivate={isPrivate} />,
);
prepareLookup();
