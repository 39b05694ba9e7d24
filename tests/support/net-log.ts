import { readFileSync } from "node:fs";

/** A request as the browser's network stack saw it. */
export interface NetRequest {
  url: string;
  /** The origin of the page, script or extension that asked; undefined where the browser did by itself, or the reader. */
  initiator: string | undefined;
}

interface NetLog {
  constants: { logEventTypes: Record<string, number> };
  events: { type: number; params?: { url?: string; initiator?: string } }[];
}

/** All requests in a log that Chromium wrote under `--log-net-log`, in order. The browser must have ended. */
export function readNetLog(file: string): NetRequest[] {
  const { constants, events } = JSON.parse(readFileSync(file, "utf8")) as NetLog;
  const begins = constants.logEventTypes.URL_REQUEST_START_JOB;
  const requests = events.flatMap(({ type, params }) => (type === begins && params?.url ? [params] : []));
  return requests.map(({ url = "", initiator }) => ({
    url,
    initiator: initiator === undefined || initiator === "not an origin" ? undefined : initiator,
  }));
}
