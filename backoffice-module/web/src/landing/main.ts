import { html, nothing, render, type TemplateResult } from "lit";
import { pickLanguage, type Language } from "@visavis/visitor-widget/design";
import { drawing } from "../chat/drawing.ts";
import { words, type Words } from "./words.ts";

type Icon = Parameters<typeof drawing>[0];

interface Card {
  readonly icon: Icon;
  readonly title: string;
  readonly text: string;
  readonly href: string;
  readonly link: string;
  readonly who?: string;
}

/** The address of a demonstration shop: the same port, another origin. */
function shop(name: "shop" | "atelier"): string {
  return `${location.protocol}//${name}.${location.host}/`;
}

function card({ icon, title, text, href, link, who }: Card): TemplateResult {
  return html`<li class="vv-card">
    <h3>${drawing(icon, 26)} ${title}</h3>
    <p>${text}</p>
    ${who ? html`<p class="who">${who}</p>` : nothing}
    <a class="vv-button vv-button--primary" href=${href} target="_blank" rel="noopener"
      >${link} ${drawing("external", 16)}</a
    >
  </li>`;
}

function cards(text: Words): readonly Card[] {
  return [
    {
      icon: "basket",
      title: text.visitor,
      text: text.visitorText,
      href: shop("shop"),
      link: text.visitorLink,
    },
    {
      icon: "users",
      title: text.agent,
      text: text.agentText,
      who: text.agentWho,
      href: "/reference/#/visitors",
      link: text.agentLink,
    },
    {
      icon: "settings",
      title: text.admin,
      text: text.adminText,
      who: text.adminWho,
      href: "/reference/#/settings",
      link: text.adminLink,
    },
    {
      icon: "key",
      title: text.operator,
      text: text.operatorText,
      who: text.operatorWho,
      href: "/operator/",
      link: text.operatorLink,
    },
  ];
}

function page(language: Language, speak: (language: Language) => void): TemplateResult {
  const text = words(language);
  const other = language === "fr" ? "en" : "fr";
  return html`<header>
      <p class="name">${drawing("screen-share", 30)} Visavis</p>
      <button class="vv-button vv-button--small" lang=${other} @click=${() => speak(other)}>
        ${drawing("globe", 16)} ${other === "fr" ? "Français" : "English"}
      </button>
    </header>
    <main>
      <h1>${text.title}</h1>
      <p class="lead">${text.lead}</p>
      <p class="who">${text.running}</p>
      <h2>${text.start}</h2>
      <ul class="cards">
        ${cards(text).map(card)}
      </ul>
      <p><a href=${shop("atelier")} target="_blank" rel="noopener">${text.other}</a></p>
      <div class="notes">
        <section>
          <h2>${text.tips}</h2>
          <ul>
            ${text.tipList.map((tip) => html`<li>${tip}</li>`)}
          </ul>
        </section>
        <section class="vv-banner vv-banner--warning">
          ${drawing("info")}
          <div>
            <h2>${text.demoTitle}</h2>
            <p>${text.demoText}</p>
          </div>
        </section>
      </div>
    </main>`;
}

function show(root: HTMLElement, language: Language): void {
  document.documentElement.lang = language;
  document.title = words(language).title;
  render(
    page(language, (other) => show(root, other)),
    root,
  );
}

const root = document.getElementById("landing");
const asked = new URLSearchParams(location.search).get("lang");
if (root) show(root, pickLanguage(asked, ...navigator.languages));
