import { normaliseHost } from "#core/settings/host.ts";

/** A text of hosts, one a line, read: the hosts, each once, and a sentence for every line that is none. */
export interface HostsText {
  hosts: string[];
  problems: string[];
}

/** Reads hosts as a reader types or pastes them; empty lines are nothing. */
export function parseHosts(text: string): HostsText {
  const hosts = new Set<string>();
  const problems: string[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === "") continue;
    const host = normaliseHost(line);
    if (host === undefined) problems.push(`Line ${index + 1}: “${line.trim()}” is not the name of a site.`);
    else hosts.add(host);
  }
  return { hosts: [...hosts], problems };
}
