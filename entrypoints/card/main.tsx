import { isPrivateWindow } from "#platform/recent-cards.ts";
import { loadSettings } from "#platform/storage.ts";
import { prepareLookup } from "../own-pages/card-lookup.ts";
import { showPage } from "../own-pages/show-page.tsx";
import { CardPage } from "./CardPage.tsx";

const [stored, isPrivate] = await Promise.all([loadSettings(), isPrivateWindow()]);
showPage("cardPageTitle", <CardPage stored={stored} isPrivate={isPrivate} />);
prepareLookup();
