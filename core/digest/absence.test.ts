import { expect, test } from "vitest";
import { absenceOf, type UnansweredTab } from "./absence.ts";

const open: UnansweredTab = {
  url: "https://news.example/",
  isLoading: false,
  isInReaderView: false,
  hasSiteAccess: true,
  hasFileAccess: true,
};

test.each<[string, Partial<UnansweredTab>, string]>([
  ["a page that does not answer", {}, "silent"],
  ["a page that is being loaded", { isLoading: true }, "loading"],
  ["sites withheld", { hasSiteAccess: false, url: undefined }, "withheld"],
  ["sites withheld, in a reader view", { hasSiteAccess: false, isInReaderView: true }, "withheld"],
  ["a page whose address is kept from us", { url: undefined }, "browserPage"],
  ["the same where files are kept from us, too", { url: undefined, hasFileAccess: false }, "fileOrBrowserPage"],
  ["a page of the browser's that tells its address", { url: "chrome://version/", hasFileAccess: false }, "browserPage"],
  ["Firefox's reader view", { url: undefined, isInReaderView: true }, "readerView"],
  ["Chrome's store", { url: "https://chromewebstore.google.com/detail/x" }, "store"],
  ["Chrome's store as it was", { url: "https://chrome.google.com/webstore/category" }, "store"],
  ["Edge's store", { url: "https://microsoftedge.microsoft.com/addons/detail/x" }, "store"],
  ["Firefox's store", { url: "https://addons.mozilla.org" }, "store"],
  ["a site that is named like a store", { url: "https://addons.mozilla.org.example/" }, "silent"],
  ["a PDF", { url: "https://news.example/a%20b.PDF?page=2#top" }, "pdf"],
  ["a PDF on the device", { url: "file:///home/reader/a.pdf" }, "pdf"],
  ["a page about PDFs", { url: "https://news.example/?file=a.pdf" }, "silent"],
])("knows %s", (_, tab, absence) => {
  expect(absenceOf({ ...open, ...tab })).toBe(absence);
});
