import { html, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import type { Look } from "./brand.ts";

type Draw = (body: string, detail: string) => SVGTemplateResult;

const glow = (x: number, y: number, r: number): SVGTemplateResult =>
  svg`<circle cx=${x} cy=${y} r=${r} fill="#ffdf94" opacity=".35"/>
      <circle cx=${x} cy=${y} r=${r * 0.6} fill="#ffe9b5" opacity=".55"/>`;

// 200 × 200, floor at y = 180.
const shapes = {
  pendant: (body, detail) => svg`
    ${glow(100, 128, 52)}<path d="M100 0v58" stroke=${detail} stroke-width="3"/>
    <path d="M40 116a60 58 0 0 1 120 0z" fill=${body}/><path d="M92 52h16v12H92z" fill=${detail}/>
    <ellipse cx="100" cy="116" rx="60" ry="7" fill=${detail}/><ellipse cx="100" cy="117" rx="26" ry="5" fill="#fff3cf"/>`,
  "table-lamp": (body, detail) => svg`
    ${glow(100, 74, 66)}<path d="M74 36h52l22 62H52z" fill=${detail}/>
    <path d="M97 98h6v16h-6z" fill="#7a6a50"/>
    <path d="M100 112c24 0 32 18 32 36 0 20-12 32-32 32s-32-12-32-32c0-18 8-36 32-36z" fill=${body}/>
    <path d="M82 132c-6 14-4 30 6 38" stroke="#fff" opacity=".3" stroke-width="4" fill="none"/>`,
  "arc-lamp": (body, detail) => svg`
    ${glow(146, 92, 50)}<path d="M52 178C30 60 90 10 146 62" stroke=${body} stroke-width="5" fill="none"/>
    <ellipse cx="52" cy="178" rx="32" ry="6" fill=${body}/><path d="M140 56h12v12h-12z" fill=${body}/>
    <circle cx="146" cy="92" r="26" fill=${detail}/>`,
  "wall-lamp": (body, detail) => svg`
    ${glow(138, 118, 46)}<path d="M34 60h14v84H34z" fill=${detail}/>
    <path d="M48 128 96 66l38 28" stroke=${body} stroke-width="6" fill="none" stroke-linejoin="round"/>
    <circle cx="96" cy="66" r="7" fill=${detail}/><path d="m120 84 30-6 22 44-62 12z" fill=${body}/>
    <path d="m110 134 62-12" stroke="#fff3cf" stroke-width="5"/>`,
  lantern: (body, detail) => svg`
    ${glow(100, 118, 62)}<path d="M70 62c0-44 60-44 60 0" stroke=${body} stroke-width="5" fill="none"/>
    <path d="M64 62h72v14H64zM60 166h80v14H60z" fill=${body}/><path d="M70 76h60v90H70z" fill=${detail} opacity=".75"/>
    <path d="M70 76v90M100 76v90M130 76v90" stroke=${body} stroke-width="4"/>
    <path d="M100 104c12 16 10 32 0 34-10-2-12-18 0-34z" fill="#fff3cf"/>`,
  armchair: (body, detail) => svg`
    <path d="M58 152 50 180M142 152l8 28M78 154v26M122 154v26" stroke=${detail} stroke-width="6" stroke-linecap="round"/>
    <path d="M58 52c0-14 84-14 84 0v64H58z" fill=${body}/><path d="M40 92c0-14 22-14 22 0v30h76V92c0-14 22-14 22 0v58H40z" fill=${body}/>
    <path d="M62 120h76v16H62z" fill="#fff" opacity=".25"/><path d="M62 92v30h76V92" stroke=${detail} opacity=".35" stroke-width="2" fill="none"/>`,
  "side-table": (body, detail) => svg`
    <path d="M66 92 48 180M134 92l18 88M100 92v88" stroke=${detail} stroke-width="6" stroke-linecap="round"/>
    <ellipse cx="100" cy="86" rx="68" ry="13" fill=${body}/><path d="M84 62h34v20H84z" fill="#dfe5e8"/>
    <path d="M118 66c12 0 12 12 0 12" stroke="#dfe5e8" stroke-width="4" fill="none"/><ellipse cx="101" cy="62" rx="17" ry="4" fill="#7b5335"/>`,
  shelf: (body, detail) => svg`
    <path d="M24 132h152l-16 36H40z" fill=${detail} opacity=".45"/><path d="M20 116h160v16H20z" fill=${body}/>
    <path d="M24 132h152" stroke="#fff3cf" stroke-width="4"/><path d="M44 58h16v58H44z" fill="#7c8f80"/><path d="M62 48h14v68H62z" fill="#b5653c"/>
    <path d="M78 64h20v52H78z" fill="#34495c"/><path d="m102 60 15-4 15 56-15 4z" fill="#d8bf8f"/><circle cx="154" cy="100" r="16" fill="#9aa88f"/>`,
  bowl: (body, detail) => svg`
    <path d="M34 92h132c0 46-26 80-66 80s-66-34-66-80z" fill=${body}/><ellipse cx="100" cy="92" rx="66" ry="15" fill=${detail}/>
    <path d="M78 170h44v10H78z" fill=${body}/><path d="M48 114c4 22 14 36 28 44" stroke="#fff" opacity=".35" stroke-width="5" fill="none"/>`,
  vase: (body, detail) => svg`
    <path d="M102 60C96 30 116 16 112 4M108 36c10-4 18-12 20-22M104 46c-10-4-18-8-22-20" stroke="#6d7a56" stroke-width="3" fill="none"/>
    <path d="M88 56h28v24c28 14 34 34 34 52 0 30-20 48-50 48s-50-18-50-48c0-18 10-38 38-52z" fill=${body}/>
    <ellipse cx="102" cy="56" rx="14" ry="4" fill=${detail}/><path d="M60 112c12 10 68 10 82 0" stroke=${detail} stroke-width="6" fill="none" opacity=".7"/>`,
  mug: (body, detail) => svg`
    <path d="M128 98c40-6 40 54-4 50" stroke=${body} stroke-width="12" fill="none"/><path d="M48 76h84l-6 104H54z" fill=${body}/>
    <path d="M49 92h82l-2 24H51z" fill=${detail}/><ellipse cx="90" cy="76" rx="42" ry="9" fill="#5a4030"/>`,
  teapot: (body, detail) => svg`
    <path d="M56 76c10-46 82-46 92 0" stroke=${detail} stroke-width="6" fill="none"/><path d="M146 110c20-2 24-24 40-28l-4 14c-12 14-18 34-38 38z" fill=${body}/>
    <path d="M40 128c0-34 24-52 62-52s56 18 56 52c0 32-24 52-58 52s-60-20-60-52z" fill=${body}/><ellipse cx="100" cy="80" rx="34" ry="8" fill=${detail}/><circle cx="100" cy="68" r="8" fill=${detail}/>`,
  plate: (body, detail) => svg`
    <circle cx="100" cy="104" r="76" fill=${body}/><circle cx="100" cy="104" r="75" fill="none" stroke=${detail} stroke-width="4"/>
    <circle cx="100" cy="104" r="50" fill=${detail} opacity=".35"/><path d="M66 90c12-24 42-30 62-14" stroke="#fff" opacity=".6" stroke-width="5" fill="none"/>`,
  jug: (body, detail) => svg`
    <path d="M138 78c44 0 40 70-6 70" stroke=${detail} stroke-width="10" fill="none"/>
    <path d="m60 44 16 10h56l4 18c10 22 14 40 14 58 0 32-18 50-48 50s-48-18-48-50c0-26 12-44 16-62z" fill=${body}/>
    <path d="M58 120c20 10 72 10 90 0" stroke=${detail} stroke-width="5" fill="none"/>`,
} satisfies Readonly<Record<string, Draw>>;

/** What can be drawn. */
export type Shape = keyof typeof shapes;

/** The drawing of a product; decoration, its name stands beside it. */
export function picture(look: Look): TemplateResult {
  const draw: Draw = shapes[look.shape];
  return html`<svg class="art" viewBox="0 0 200 200" aria-hidden="true" focusable="false">
    <ellipse cx="100" cy="182" rx="72" ry="7" fill="#000" opacity=".08" />
    ${draw(look.body, look.detail)}
  </svg>`;
}
