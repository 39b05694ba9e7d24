import type { DrawnMap } from "#core/pack/drawn-map.ts";
import { packText } from "../pack-text.ts";
import { useWords } from "../words.ts";

/** Where the card's subject lies. */
export function LocatorMap({ map }: { map: DrawnMap }) {
  const words = useWords();
  return (
    <figure class="map" {...packText}>
      <svg
        viewBox={`0 0 ${map.width} ${map.height}`}
        role="img"
        aria-label={words.say("cardMap", { caption: map.caption })}
      >
        {map.shapes.map(({ kind, path }) => (
          <path key={path} class={kind} d={path} />
        ))}
        {map.labels.map(({ text, x, y }) => (
          <text key={text} x={x} y={y}>
            {text}
          </text>
        ))}
      </svg>
      <figcaption aria-hidden="true">{map.caption}</figcaption>
    </figure>
  );
}
