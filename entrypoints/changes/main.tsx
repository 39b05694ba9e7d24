import { Changes } from "#components/changes/Changes.tsx";
import { readChangelog } from "#core/changelog.ts";
import { forgetNews } from "#platform/install.ts";
import { loadSettings } from "#platform/storage.ts";
import changelog from "../../CHANGELOG.md?raw";
import { setLook } from "../own-pages/set-look.ts";
import { showPage } from "../own-pages/show-page.tsx";

showPage("changesTitle", <Changes versions={readChangelog(changelog)} />);
setLook(await loadSettings());
await forgetNews();
