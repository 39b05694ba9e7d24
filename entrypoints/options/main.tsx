import { names } from "#packs/names.js";
import { loadStored } from "#platform/storage.ts";
import { showPage } from "../own-pages/show-page.tsx";
import { Options } from "./Options.tsx";

const titles = new Map(names.cards.map(({ id, title }) => [id, title]));
showPage("optionsTitle", <Options stored={await loadStored()} titles={titles} />);
