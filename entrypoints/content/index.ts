import { defineContentScript } from "wxt/utils/define-content-script";
import { enterFrame } from "#platform/open-tabs.ts";
import { leaveWhenOrphaned } from "./leave-when-orphaned.ts";
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
    if (!enterFrame()) return;
    const leave = () => context.abort();
    leaveWhenOrphaned(leave, context.signal);
    return runOnPage(context.signal, leave);
  },
});
