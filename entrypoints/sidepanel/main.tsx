import { loadSettings } from "#platform/storage.ts";
import { prepareLookup } from "../own-pages/card-lookup.ts";
import { showPage } from "../own-pages/show-page.tsx";
import { SidePanel } from "./SidePanel.tsx";

/** A panel opened as a page can be tied to one tab by its address: `sidepanel.html?tab=12`. */
const named = new URLSearchParams(location.search).get("tab");
const tiedTo = named === null ? undefined : Number(named);

showPage("extensionName", <SidePanel tiedTo={tiedTo} stored={await loadSettings()} />);
prepareLookup();
