import type { Brand } from "./brand.ts";

/** "Maison Lumen", lamps and small furniture: the account that may share screens. */
export const lumen: Brand = {
  id: "lumen",
  siteKey: "pk_demo_lumen",
  name: "Maison Lumen",
  claim: {
    fr: "La lumière juste, pièce par pièce",
    en: "The right light, room by room",
  },
  intro: {
    fr: "Lampes et petits meubles dessinés pour durer, fabriqués en petites séries et réparables à vie.",
    en: "Lamps and small furniture drawn to last, made in small batches and repairable for life.",
  },
  collection: { fr: "Lampes et meubles", en: "Lamps and furniture" },
  story: {
    fr: "Chaque pièce est montée à la main dans notre atelier imaginaire du Jura. Les abat-jour se changent, les câbles se remplacent, les ampoules sont fournies.",
    en: "Every piece is put together by hand in our imaginary workshop in the Jura. Shades can be swapped, cables replaced, and the bulbs are included.",
  },
  products: [
    {
      ref: "aube",
      name: { fr: "Aube", en: "Aube" },
      kind: { fr: "Suspension", en: "Pendant" },
      text: {
        fr: "Un dôme de métal laqué qui éclaire la table sans éblouir les convives.",
        en: "A lacquered metal dome that lights the table without dazzling the guests.",
      },
      size: "Ø 38 × 24 cm",
      price: 189,
      look: { shape: "pendant", body: "#c8693a", detail: "#8f4520" },
    },
    {
      ref: "petit-jour",
      name: { fr: "Petit Jour", en: "Petit Jour" },
      kind: { fr: "Lampe de table", en: "Table lamp" },
      text: {
        fr: "Pied de céramique, abat-jour de lin. Trois intensités, d’une simple pression.",
        en: "Ceramic foot, linen shade. Three levels of light at a touch.",
      },
      size: "Ø 26 × 42 cm",
      price: 129,
      look: { shape: "table-lamp", body: "#3e6b5c", detail: "#e8d9bd" },
    },
    {
      ref: "grand-large",
      name: { fr: "Grand Large", en: "Grand Large" },
      kind: { fr: "Lampadaire", en: "Floor lamp" },
      text: {
        fr: "Un arc d’acier et un globe de verre opale, pour lire sous la lumière.",
        en: "An arc of steel and an opal glass globe, for reading under the light.",
      },
      size: "110 × 190 cm",
      price: 349,
      look: { shape: "arc-lamp", body: "#2d3a48", detail: "#f4e6c4" },
    },
    {
      ref: "veilleur",
      name: { fr: "Veilleur", en: "Veilleur" },
      kind: { fr: "Applique", en: "Wall lamp" },
      text: {
        fr: "Deux bras articulés et une liseuse orientable pour le chevet.",
        en: "Two jointed arms and a reading light that turns, for the bedside.",
      },
      size: "14 × 52 cm",
      price: 98,
      look: { shape: "wall-lamp", body: "#b58a2c", detail: "#3a3226" },
    },
    {
      ref: "lucarne",
      name: { fr: "Lucarne", en: "Lucarne" },
      kind: { fr: "Lanterne", en: "Lantern" },
      text: {
        fr: "Sans fil, douze heures d’autonomie, elle passe du salon au jardin.",
        en: "No cable, twelve hours on one charge: from the living room to the garden.",
      },
      size: "16 × 28 cm",
      price: 79,
      look: { shape: "lantern", body: "#54606b", detail: "#f3d48a" },
    },
    {
      ref: "escale",
      name: { fr: "Escale", en: "Escale" },
      kind: { fr: "Fauteuil", en: "Armchair" },
      text: {
        fr: "Frêne massif et laine bouclée ; la housse se retire et se lave.",
        en: "Solid ash and bouclé wool; the cover comes off for washing.",
      },
      size: "72 × 78 × 80 cm",
      price: 540,
      look: { shape: "armchair", body: "#a8b59a", detail: "#8a5a34" },
    },
    {
      ref: "halte",
      name: { fr: "Halte", en: "Halte" },
      kind: { fr: "Guéridon", en: "Side table" },
      text: {
        fr: "Trois pieds, un plateau rond, juste la place d’un livre et d’une tasse.",
        en: "Three legs, a round top, just enough room for a book and a cup.",
      },
      size: "Ø 45 × 50 cm",
      price: 145,
      look: { shape: "side-table", body: "#9c6840", detail: "#6d4526" },
    },
    {
      ref: "rayon",
      name: { fr: "Rayon", en: "Rayon" },
      kind: { fr: "Étagère lumineuse", en: "Lit shelf" },
      text: {
        fr: "Une tablette de chêne et un filet de lumière sous vos livres.",
        en: "An oak shelf with a thread of light under your books.",
      },
      size: "80 × 20 cm",
      price: 165,
      look: { shape: "shelf", body: "#b98a55", detail: "#f3d48a" },
    },
  ],
};
