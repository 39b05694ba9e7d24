import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A page as a server sends it; without `type`, HTML. */
export interface ServedPage {
  body: string;
  type?: string;
  headers?: Record<string, string>;
}

/** A running server on 127.0.0.1. */
export interface PageServer {
  /** Without a slash at its end. */
  origin: string;
  /** The paths asked for, in order, except for the pages' icons. */
  requests: string[];
  stop(): Promise<void>;
}

/** Serves pages by path; all else is a 404. */
export async function servePages(pages: Readonly<Record<string, ServedPage>>): Promise<PageServer> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://127.0.0.1").pathname;
    const page = Object.hasOwn(pages, path) ? pages[path] : undefined;
    if (path !== "/favicon.ico") requests.push(path);
    response.writeHead(page ? 200 : 404, {
      "content-type": page?.type ?? "text/html; charset=utf-8",
      "cache-control": "no-store",
      ...page?.headers,
    });
    response.end(page?.body ?? "");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    requests,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
