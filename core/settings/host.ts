import { normaliseIpv4, normaliseIpv6 } from "./ip-address.ts";
import { encodeLabel } from "./punycode.ts";

const label = /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/;
/** In brackets, or bare, which leaves no room for a port. */
const ipv6 = /^\[([0-9a-f:.]+)\](?::\d*)?$|^([0-9a-f]*:[0-9a-f]*:[0-9a-f:.]*)$/;

/**
 * The host that a reader means, as `location.hostname` writes it: from a host, a host with port, or a whole address.
 * Lower case, international labels in Punycode, no final dot. Undefined where `text` names no host.
 */
export function normaliseHost(text: string): string | undefined {
  const authority = text
    .trim()
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll("。", ".")
    .replace(/^[a-z][a-z0-9+.-]*:\/\//, "")
    .replace(/[/?#].*$/s, "")
    .replace(/^.*@/, "");
  const [, bracketed, bare] = ipv6.exec(authority) ?? [];
  const address = normaliseIpv6(bracketed ?? bare ?? "");
  if (address !== undefined) return `[${address}]`;
  const host = authority.replace(/:\d*$/, "").replace(/\.$/, "");
  const labels = host.split(".").map(encodeLabel);
  if (/^(?:\d+|0x[0-9a-f]*)$/.test(labels.at(-1) ?? "")) return normaliseIpv4(host);
  const joined = labels.join(".");
  return joined.length <= 253 && labels.every((part) => label.test(part)) ? joined : undefined;
}

/** Whether `host` is `site` or lies under it. Both as `normaliseHost` writes them. */
export function isUnder(host: string, site: string): boolean {
  return host === site || host.endsWith(`.${site}`);
}
