import { render } from "preact";
import { loadSettings } from "#platform/storage.ts";
import { Options } from "./Options.tsx";

const root = document.getElementById("app");
if (root) render(<Options stored={await loadSettings()} />, root);
