/** The hosts of this frame and of those around it; "" alone where there are none, as in a file or a page of our own. */
export function hostsAround(): readonly string[] {
  const origins = [location.origin, self.origin, ...(location.ancestorOrigins ?? [])];
  const hosts = origins.flatMap((origin) => (/^https?:/.test(origin) ? [new URL(origin).hostname] : []));
  return hosts.length > 0 ? hosts : [""];
}
