/** Why no content script answers in a tab. */
export type Absence =
  | "withheld"
  | "loading"
  | "readerView"
  | "browserPage"
  | "fileOrBrowserPage"
  | "store"
  | "pdf"
  | "silent";

/** What is known of a tab in which no content script answers. */
export interface UnansweredTab {
  /** Undefined where the browser keeps it from us: no page that extensions may read. */
  readonly url: string | undefined;
  readonly isLoading: boolean;
  readonly isInReaderView: boolean;
  /** Whether the reader lets the extension read every site. */
  readonly hasSiteAccess: boolean;
  /** Whether the reader lets it read files on the device. */
  readonly hasFileAccess: boolean;
}

/** Kept from all extensions, by Chrome, Edge, Opera and Firefox (`extensions.webextensions.restrictedDomains`). */
const stores =
  /^https:\/\/(?:chromewebstore\.google\.com|chrome\.google\.com\/webstore|microsoftedge\.microsoft\.com\/addons|addons\.opera\.com|addons\.mozilla\.org)(?:[/?#]|$)/u;

const pdfs = /^\w+:\/\/[^/]*\/[^?#]*\.pdf(?:[?#]|$)/iu;

/** Names the reason as exactly as it can be known; `silent` where the tab may simply have to be loaded again. */
export function absenceOf({ url, isLoading, isInReaderView, hasSiteAccess, hasFileAccess }: UnansweredTab): Absence {
  if (!hasSiteAccess) return "withheld";
  if (isInReaderView) return "readerView";
  if (url === undefined || !/^(?:https?|file):/u.test(url)) {
    return hasFileAccess || url !== undefined ? "browserPage" : "fileOrBrowserPage";
  }
  if (stores.test(url)) return "store";
  if (isLoading) return "loading";
  return pdfs.test(url) ? "pdf" : "silent";
}
