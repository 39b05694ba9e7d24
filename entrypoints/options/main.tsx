import { loadSettings } from "#platform/storage.ts";
import { showPage } from "../own-pages/show-page.tsx";
import { Options } from "./Options.tsx";

showPage("optionsTitle", <Options stored={await loadSettings()} />);
