import { useEffect, useState } from "preact/hooks";
import { forgetNews, loadNews } from "#platform/install.ts";

/** The version that the extension was updated to, until the reader puts it away. */
export function useNews(): { version: string | undefined; forget(): void } {
  const [version, setVersion] = useState<string>();
  useEffect(() => {
    // Without it there is no line, and nothing else is missing.
    void loadNews().then(setVersion, () => undefined);
  }, []);
  const forget = () => {
    setVersion(undefined);
    void forgetNews();
  };
  return { version, forget };
}
