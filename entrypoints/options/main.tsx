import { names } from "#packs/names.js";
import { loadStored } from "#platform/storage.ts";
import { showPage } from "../own-pages/show-page.tsx";
import { Options } from "./Options.tsx";
import { OptionsFailed } from "./OptionsFailed.tsx";

const titles = new Map(names.cards.map(({ id, title }) => [id, title]));
const stored = await loadStored().catch(() => undefined);
showPage("optionsTitle", stored ? <Options stored={stored} titles={titles} /> : <OptionsFailed />);
