import type { Passage } from "#components/welcome/Welcome.tsx";
import { names } from "#packs/names.js";
import { askBackground } from "#platform/messaging.ts";
import { loadSettings } from "#platform/storage.ts";
import { showPage } from "../own-pages/show-page.tsx";
import "../content/style.css";
import { offerNames } from "../names/names-seat.ts";
import { WelcomePage } from "./WelcomePage.tsx";

/** The cards whose first quotations from the article make a passage with names of every kind. */
const quoted = ["volodymyr-zelensky", "sky-news", "boris-johnson"];

async function loadPassage(): Promise<Passage | undefined> {
  const views = await Promise.all(quoted.map((card) => askBackground("getCard", { card }))).catch(() => []);
  const sentences = views.flatMap((view) => view?.card.article.slice(0, 1).map(({ quote }) => quote) ?? []);
  const article = views.find((view) => view !== undefined)?.article;
  return article && { sentences, article };
}

offerNames(names);
const [stored, passage] = await Promise.all([loadSettings(), loadPassage()]);
showPage("welcomeTitle", <WelcomePage stored={stored} passage={passage} />);
