import type { ServedPage } from "./serve-pages.ts";

/** A page in English; nothing in it asks for an icon. */
export function html(body: string, head = ""): ServedPage {
  return {
    body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`,
  };
}
