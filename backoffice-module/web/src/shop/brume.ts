import type { Brand } from "./brand.ts";

/** "Atelier Brume", ceramics: the account that may not share screens until the operator says so. */
export const brume: Brand = {
  id: "brume",
  siteKey: "pk_demo_brume",
  name: "Atelier Brume",
  claim: { fr: "Le grès, la pluie, le feu", en: "Stoneware, rain and fire" },
  intro: {
    fr: "Vaisselle tournée à la main, émaux de cendre et de brume. Chaque pièce est un peu différente.",
    en: "Tableware thrown by hand, glazed with ash and mist. Every piece is a little different.",
  },
  collection: { fr: "Céramiques", en: "Ceramics" },
  story: {
    fr: "Nous cuisons deux fournées par mois dans un four imaginaire, au bord d’un estuaire qui l’est tout autant.",
    en: "We fire the kiln twice a month; it is imaginary, and so is the estuary it stands on.",
  },
  products: [
    {
      ref: "rosee",
      name: { fr: "Rosée", en: "Rosée" },
      kind: { fr: "Bol", en: "Bowl" },
      text: {
        fr: "Le bol du matin, assez large pour les deux mains.",
        en: "The morning bowl, wide enough for both hands.",
      },
      size: "Ø 15 × 8 cm",
      price: 28,
      look: { shape: "bowl", body: "#7d98a6", detail: "#d9d2c2" },
    },
    {
      ref: "embrun",
      name: { fr: "Embrun", en: "Embrun" },
      kind: { fr: "Vase", en: "Vase" },
      text: {
        fr: "Un col étroit pour une seule branche, un émail qui retient la lumière.",
        en: "A narrow neck for a single branch, a glaze that holds the light.",
      },
      size: "Ø 14 × 27 cm",
      price: 74,
      look: { shape: "vase", body: "#5d7682", detail: "#b8c4c7" },
    },
    {
      ref: "quai",
      name: { fr: "Quai", en: "Quai" },
      kind: { fr: "Tasse", en: "Mug" },
      text: {
        fr: "Une anse à sa taille, un fond épais qui garde le café chaud.",
        en: "A handle that fits, and a thick base that keeps the coffee warm.",
      },
      size: "28 cl",
      price: 24,
      look: { shape: "mug", body: "#c9bfae", detail: "#6f8792" },
    },
    {
      ref: "goutte",
      name: { fr: "Goutte", en: "Goutte" },
      kind: { fr: "Théière", en: "Teapot" },
      text: {
        fr: "Verse sans goutter, malgré son nom.",
        en: "Pours without a drip, despite its name.",
      },
      size: "80 cl",
      price: 96,
      look: { shape: "teapot", body: "#46606c", detail: "#c9bfae" },
    },
    {
      ref: "greve",
      name: { fr: "Grève", en: "Grève" },
      kind: { fr: "Assiette", en: "Plate" },
      text: {
        fr: "Un bord irrégulier, comme la ligne de marée.",
        en: "An uneven rim, like the tide line.",
      },
      size: "Ø 26 cm",
      price: 32,
      look: { shape: "plate", body: "#d5cdbf", detail: "#8ba0a9" },
    },
    {
      ref: "averse",
      name: { fr: "Averse", en: "Averse" },
      kind: { fr: "Pichet", en: "Jug" },
      text: {
        fr: "Un litre d’eau fraîche au milieu de la table.",
        en: "A litre of cool water in the middle of the table.",
      },
      size: "100 cl",
      price: 58,
      look: { shape: "jug", body: "#90a7b0", detail: "#4a626d" },
    },
  ],
};
