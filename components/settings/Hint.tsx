/** The sentence under a setting's label, where it has one; fields name it in `aria-describedby`. */
export function Hint({ id, text }: { id: string; text: string | undefined }) {
  return text === undefined ? null : (
    <p class="hint" id={id}>
      {text}
    </p>
  );
}
