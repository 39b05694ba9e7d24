import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { CardKind } from "#core/pack/schema.ts";
import type { Muting } from "#core/settings/mutes.ts";
import type { PlainKey } from "#core/words/message-keys.ts";
import { MuteIcon } from "../icons.tsx";
import { packText } from "../pack-text.ts";
import { useWords } from "../words.ts";

/** What a card's menu can do about its marks. */
export interface MuteActions {
  /** The host of the page; undefined where there is none to remember. */
  site: string | undefined;
  /** Mutes, or takes it back. Resolves to whether it was done: a policy may forbid it. */
  onMute(muting: Muting, isMuted: boolean): Promise<boolean>;
}

interface Props {
  card: { id: string; title: string; kind: CardKind };
  actions: MuteActions;
}

const kinds = {
  person: "settingKindsPerson",
  place: "settingKindsPlace",
  organisation: "settingKindsOrganisation",
  topic: "settingKindsTopic",
} as const satisfies Record<CardKind, PlainKey>;

/** A button, and under it what can be muted: this card or its kind, here or everywhere; then the way back. */
export function MuteMenu({ card, actions }: Props) {
  const words = useWords();
  const [isOpen, setOpen] = useState(false);
  const [done, setDone] = useState<Muting>();
  const [failed, setFailed] = useState(false);
  const menu = useRef<HTMLDivElement>(null);
  const hadFocus = useRef(false);

  // The button that was pressed is gone: without this, the focus would fall back to the page.
  // biome-ignore lint/correctness/useExhaustiveDependencies: when what is offered has changed
  useLayoutEffect(() => {
    if (hadFocus.current) menu.current?.querySelector("button")?.focus({ preventScroll: true });
    hadFocus.current = false;
  }, [done]);

  const act = (muting: Muting, isMuted: boolean) => {
    // On a page the card stands in a shadow tree, which has an active element of its own.
    const root = menu.current?.getRootNode() as Document | ShadowRoot | undefined;
    hadFocus.current = menu.current?.contains(root?.activeElement ?? null) ?? false;
    actions.onMute(muting, isMuted).then(
      (wasDone) => {
        setFailed(!wasDone);
        if (wasDone) setDone(isMuted ? muting : undefined);
      },
      () => setFailed(true),
    );
  };

  const title = <span {...packText}>{card.title}</span>;
  const kind = words.say(kinds[card.kind]);
  const sites = actions.site === undefined ? [undefined] : [actions.site, undefined];
  return (
    <>
      <button
        type="button"
        class="tool"
        aria-expanded={isOpen}
        aria-label={words.say("muteMenu")}
        title={words.say("muteMenu")}
        onClick={() => setOpen(!isOpen)}
      >
        <MuteIcon />
      </button>
      {isOpen ? (
        <div class="mute" ref={menu}>
          {done ? null : (
            <ul>
              {sites.map((site) => (
                <li key={site}>
                  <button type="button" onClick={() => act({ what: { card: card.id }, site }, true)}>
                    {site === undefined
                      ? words.around("muteCard", { title })
                      : words.around("muteCardHere", { title, site: <bdi>{site}</bdi> })}
                  </button>
                </li>
              ))}
              {sites.map((site) => (
                <li key={site}>
                  <button type="button" onClick={() => act({ what: { kind: card.kind }, site }, true)}>
                    {site === undefined
                      ? words.say("muteKind", { kind })
                      : words.around("muteKindHere", { kind: <>{kind}</>, site: <bdi>{site}</bdi> })}
                  </button>
                </li>
              ))}
            </ul>
          )}
          <p role="status">{failed ? words.say("muteFailed") : done ? words.say("muteDone") : ""}</p>
          {done ? (
            <button type="button" class="undo" onClick={() => act(done, false)}>
              {words.say("undo")}
            </button>
          ) : null}
        </div>
      ) : null}
    </>
  );
}
