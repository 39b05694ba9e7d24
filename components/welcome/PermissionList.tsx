import type { PlainKey } from "#core/words/message-keys.ts";
import { useWords } from "../words.ts";

/** Whether pages may be read, and how that can be asked for; undefined while the browser has not said. */
export interface SiteAccess {
  granted: boolean | undefined;
  /** Without it the browser grants it with the installation. */
  onAsk?: (() => void) | undefined;
}

interface Props {
  /** As the manifest names them. */
  permissions: readonly string[];
  access: SiteAccess;
}

const known: Readonly<Record<string, readonly [PlainKey, PlainKey]>> = {
  storage: ["welcomeAccessStorage", "welcomeAccessStorageWhy"],
  scripting: ["welcomeAccessScripting", "welcomeAccessScriptingWhy"],
  contextMenus: ["welcomeAccessContextMenus", "welcomeAccessContextMenusWhy"],
  menus: ["welcomeAccessContextMenus", "welcomeAccessContextMenusWhy"],
  sidePanel: ["welcomeAccessSidePanel", "welcomeAccessSidePanelWhy"],
  activeTab: ["welcomeAccessActiveTab", "welcomeAccessActiveTabWhy"],
};

/** What the extension asks of the browser, and what each is for. */
export function PermissionList({ permissions, access }: Props) {
  const words = useWords();
  return (
    <dl class="permissions">
      <dt>{words.say("welcomeAccessPages")}</dt>
      <dd>
        {words.say("welcomeAccessPagesWhy")}
        {access.onAsk ? (
          <p role="status" class="access">
            {access.granted === undefined
              ? ""
              : words.say(access.granted ? "welcomeAccessGranted" : "welcomeAccessMissing")}{" "}
            <button type="button" disabled={access.granted !== false} onClick={access.onAsk}>
              {words.say("welcomeAccessGrant")}
            </button>
          </p>
        ) : null}
      </dd>
      {permissions.map((permission) => {
        const [what, why] = known[permission] ?? [];
        return what && why ? (
          <div key={permission} data-permission={permission}>
            <dt>{words.say(what)}</dt>
            <dd>{words.say(why)}</dd>
          </div>
        ) : null;
      })}
    </dl>
  );
}
