import { useRef, useState } from "preact/hooks";
import type { SiteRule, SitesSetting } from "#core/settings/settings.ts";
import { readablePattern } from "#core/settings/site-pattern.ts";
import { useWords } from "../words.ts";
import type { FieldProps } from "./field-props.ts";
import { Hint } from "./Hint.tsx";
import { parsePatterns } from "./patterns-text.ts";
import "./list-field.css";

/** Site rules: each with its switch and a way out, and a line to add others. What names no site stays there, and is told. */
export function SitesField({ name, declaration, value, onChange }: FieldProps<SitesSetting, readonly SiteRule[]>) {
  const { label, hint } = declaration;
  const words = useWords();
  return (
    <fieldset aria-describedby={hint ? `${name}-hint` : undefined}>
      <legend>{words.say(label)}</legend>
      <Hint id={`${name}-hint`} text={hint} />
      <AddRules rules={value} onAdd={onChange} />
      {value.length === 0 ? <p class="none">{words.say("siteNoRules")}</p> : null}
      <ul class="entries">
        {value.map(({ pattern, on }) => (
          <li key={pattern}>
            <span class="entry" dir="ltr" title={pattern}>
              {readablePattern(pattern)}
            </span>
            <label>
              <input
                type="checkbox"
                checked={on}
                aria-label={words.say("siteRuleOnFor", { site: readablePattern(pattern) })}
                onChange={() => onChange(value.map((rule) => (rule.pattern === pattern ? { pattern, on: !on } : rule)))}
              />
              {words.say("siteRuleOn")}
            </label>
            <button
              type="button"
              aria-label={words.say("siteRuleRemoveFor", { site: readablePattern(pattern) })}
              onClick={() =>
                onChange(
                  value.filter((rule) => rule.pattern !== pattern),
                  words.say("siteRuleRemoved", { site: readablePattern(pattern) }),
                )
              }
            >
              {words.say("siteRuleRemove")}
            </button>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

function AddRules({ rules, onAdd }: { rules: readonly SiteRule[]; onAdd(rules: readonly SiteRule[]): void }) {
  const words = useWords();
  const [text, setText] = useState("");
  const [others, setOthers] = useState<readonly string[]>([]);
  const input = useRef<HTMLInputElement>(null);

  const add = (on: boolean) => {
    const read = parsePatterns(text);
    const fresh = read.patterns.map((pattern) => ({ pattern, on }));
    if (fresh.length > 0) onAdd([...rules.filter(({ pattern }) => !read.patterns.includes(pattern)), ...fresh]);
    setText(read.others.join(" "));
    setOthers(read.others);
    input.current?.focus();
  };

  return (
    <>
      <div class="add">
        <input
          ref={input}
          type="text"
          aria-label={words.say("siteRuleNew")}
          dir="ltr"
          placeholder="*.example.org"
          spellcheck={false}
          autocapitalize="off"
          autocomplete="off"
          value={text}
          aria-invalid={others.length > 0}
          aria-describedby="new-rule-problems"
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && !event.isComposing) add(false);
          }}
        />
        <button type="button" onClick={() => add(false)}>
          {words.say("siteRuleAddOff")}
        </button>
        <button type="button" onClick={() => add(true)}>
          {words.say("siteRuleAddOn")}
        </button>
      </div>
      <div class="problems" id="new-rule-problems" role="status">
        {others.map((other) => (
          <p key={other}>{words.say("siteRuleNoSite", { text: other })}</p>
        ))}
      </div>
    </>
  );
}
