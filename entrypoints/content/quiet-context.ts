/**
 * Takes the place of WXT's context of a content script (by an alias of the build). That one tells of itself by a
 * message and an event that every page sees, and any page can stop it by sending the same.
 */
export class ContentScriptContext {
  readonly #controller = new AbortController();

  /** Aborted once the script is to leave the page. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Makes the script leave the page. */
  abort(reason?: unknown): void {
    this.#controller.abort(reason);
  }
}
