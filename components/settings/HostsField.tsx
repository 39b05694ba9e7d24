import { useEffect, useRef, useState } from "preact/hooks";
import type { HostsSetting } from "#core/settings/settings.ts";
import { useWords } from "../words.ts";
import type { FieldProps } from "./field-props.ts";
import { Hint } from "./Hint.tsx";
import { parseHosts } from "./hosts-text.ts";

/** How long typing must rest before it is taken: half a host name is mostly a host name too. */
const restMs = 600;

/** Hosts, one a line. Lines that name no host are told under the field and left out of the value. */
export function HostsField({ name, declaration, value, onChange }: FieldProps<HostsSetting, readonly string[]>) {
  const { label, hint } = declaration;
  const words = useWords();
  const [text, setText] = useState(() => value.join("\n"));
  const given = useRef<readonly string[]>(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  // A change from elsewhere (the popup's switch) replaces the text; the echo of our own does not disturb the typing.
  useEffect(() => {
    if (same(value, given.current)) return;
    given.current = value;
    setText(value.join("\n"));
  }, [value]);

  useEffect(() => () => clearTimeout(timer.current), []);

  const give = (typed: string) => {
    clearTimeout(timer.current);
    const { hosts } = parseHosts(typed);
    if (same(hosts, given.current)) return;
    given.current = hosts;
    onChange(hosts);
  };

  const onInput = (typed: string) => {
    setText(typed);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => give(typed), restMs);
  };

  const { problems } = parseHosts(text);
  return (
    <>
      <label class="heading" for={name}>
        {words.say(label)}
      </label>
      <Hint id={`${name}-hint`} text={hint} />
      <textarea
        id={name}
        rows={Math.min(12, Math.max(3, text.split("\n").length))}
        spellcheck={false}
        autocapitalize="off"
        value={text}
        aria-invalid={problems.length > 0}
        aria-describedby={`${name}-hint ${name}-problems`}
        onInput={(event) => onInput(event.currentTarget.value)}
        onChange={(event) => give(event.currentTarget.value)}
      />
      <div class="problems" id={`${name}-problems`} role="status">
        {problems.map((problem) => (
          <p key={problem.line}>
            {words.say("optionsNoSite", { line: words.number(problem.line), text: problem.text })}
          </p>
        ))}
      </div>
    </>
  );
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((host, index) => host === b[index]);
}
