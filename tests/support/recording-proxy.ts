import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { ServedPage } from "./serve-pages.ts";

/** A proxy that lets nothing out: it answers for some addresses, and notes down whatever is asked of it. */
export interface RecordingProxy {
  /** What a browser is told to send everything to. */
  origin: string;
  /** In order: addresses of plain requests, and `host:port` of those that are to be encrypted. */
  asked: string[];
  stop(): Promise<void>;
}

/** Answers for `pages` by their whole addresses; all else is refused. */
export async function startRecordingProxy(pages: Readonly<Record<string, ServedPage>>): Promise<RecordingProxy> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const address = request.url ?? "";
    asked.push(address);
    const page = Object.hasOwn(pages, address) ? pages[address] : undefined;
    response.writeHead(page ? 200 : 404, {
      "content-type": page?.type ?? "text/html; charset=utf-8",
      ...page?.headers,
    });
    response.end(page?.body ?? "");
  });
  for (const event of ["connect", "upgrade"]) {
    server.on(event, ({ url }, socket) => {
      asked.push(String(url));
      socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
    });
  }
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    asked,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
