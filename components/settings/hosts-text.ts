import { normaliseHost } from "#core/settings/host.ts";

/** A text of hosts, one a line, read: the hosts, each once, and every line that is none, numbered from 1. */
export interface HostsText {
  hosts: string[];
  problems: { line: number; text: string }[];
}

/** Reads hosts as a reader types or pastes them; empty lines are nothing. */
export function parseHosts(text: string): HostsText {
  const hosts = new Set<string>();
  const problems: HostsText["problems"] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === "") continue;
    const host = normaliseHost(line);
    if (host === undefined) problems.push({ line: index + 1, text: line.trim() });
    else hosts.add(host);
  }
  return { hosts: [...hosts], problems };
}
