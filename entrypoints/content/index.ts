import { defineContentScript } from "wxt/utils/define-content-script";
import { runOnPage } from "./run-on-page.ts";
import "./style.css";

export default defineContentScript({
  matches: ["<all_urls>"],
  allFrames: true,
  matchAboutBlank: true,
  matchOriginAsFallback: true,
  // Not "document_idle": Firefox lets that wait for the last image and advertisement.
  runAt: "document_end",
  main(context) {
    return runOnPage(context.signal, () => context.abort());
  },
});
