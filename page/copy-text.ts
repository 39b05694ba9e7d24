/**
 * Puts text on the clipboard, right after a press of the reader's. Rejects where the browser refuses. The clipboard API is
 * not there on plain http, and frames may be kept from it (https://w3c.github.io/clipboard-apis/#clipboard-permissions);
 * the older command works in both.
 */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch (error) {
    if (!copyByCommand(text)) throw error;
  }
}

/** Nothing is selected for it: the page could read a selection. */
function copyByCommand(text: string): boolean {
  let isSet = false;
  const set = (event: ClipboardEvent) => {
    // What the page's own listeners would put there instead, or learn from it.
    event.stopImmediatePropagation();
    event.preventDefault();
    event.clipboardData?.setData("text/plain", text);
    isSet = true;
  };
  window.addEventListener("copy", set, { capture: true });
  const isCopied = document.execCommand("copy");
  window.removeEventListener("copy", set, { capture: true });
  return isCopied && isSet;
}
