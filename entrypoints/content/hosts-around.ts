/** The hosts of this frame and of those around it; "" alone where there are none, as in a file. */
export function hostsAround(): readonly string[] {
  const origins = [location.origin, self.origin, ...(location.ancestorOrigins ?? [])];
  const hosts = origins.flatMap((origin) => (URL.canParse(origin) ? [new URL(origin).hostname] : []));
  return hosts.length > 0 ? hosts : [""];
}
