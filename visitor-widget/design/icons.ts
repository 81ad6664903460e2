/** Shapes on a 24 × 24 grid, drawn with a line of the current colour. */
const shapes = {
  "actual-size": `<path d="M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M9 10l1.5-1v6M14.5 9.5v.01M14.5 14v.01"/>`,
  "arrow-left": `<path d="M19 12H5M11 6l-6 6 6 6"/>`,
  basket: `<path d="M4 9h16l-1.6 9.2a2 2 0 0 1-2 1.8H7.6a2 2 0 0 1-2-1.8zM8 9l3-5M16 9l-3-5M10 13v3M14 13v3"/>`,
  bell: `<path d="M6 16V11a6 6 0 1 1 12 0v5l1.5 2H4.5zM10 21h4"/>`,
  chat: `<path d="M4 5h16v11H10l-5 4v-4H4zM8 9h8M8 12h5"/>`,
  check: `<path d="M5 12.5 10 17.5 19.5 7"/>`,
  "chevron-down": `<path d="m6 9 6 6 6-6"/>`,
  "chevron-right": `<path d="m9 6 6 6-6 6"/>`,
  clock: `<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5l3.5 2"/>`,
  close: `<path d="M6 6l12 12M18 6 6 18"/>`,
  copy: `<rect x="9" y="9" width="11" height="11" rx="2"/><path d="M5 15H4V4h11v1"/>`,
  expand: `<path d="M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5"/>`,
  external: `<path d="M13 4h7v7M20 4l-9 9M18 14v6H4V6h6"/>`,
  eye: `<path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z"/><circle cx="12" cy="12" r="3"/>`,
  "eye-off": `<path d="M4 4l16 16M9.9 5.8A9 9 0 0 1 12 5.5c6 0 9.5 6.5 9.5 6.5a16 16 0 0 1-2.7 3.4M6.2 7.5A15 15 0 0 0 2.5 12S6 18.5 12 18.5a9 9 0 0 0 4-.9"/>`,
  fit: `<rect x="3" y="5" width="18" height="14" rx="2"/><path d="M8 9.5 6 12l2 2.5M16 9.5l2 2.5-2 2.5"/>`,
  globe: `<circle cx="12" cy="12" r="8.5"/><path d="M3.5 12h17M12 3.5c3 2.5 3.8 5.5 3.8 8.5s-.8 6-3.8 8.5c-3-2.5-3.8-5.5-3.8-8.5s.8-6 3.8-8.5z"/>`,
  help: `<circle cx="12" cy="12" r="8.5"/><path d="M9.5 9.5a2.5 2.5 0 1 1 3.5 2.3c-.7.3-1 .8-1 1.7M12 16.5v.01"/>`,
  history: `<path d="M4 12a8 8 0 1 0 2.5-5.8L4 8.5M4 4v4.5h4.5M12 8v4l3 2"/>`,
  info: `<circle cx="12" cy="12" r="8.5"/><path d="M12 11v5M12 8v.01"/>`,
  key: `<circle cx="8" cy="15" r="4"/><path d="m11 12 8-8M16 7l3 3M14 9l2 2"/>`,
  link: `<path d="M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3a4 4 0 0 0 5.7 5.7l1-1"/>`,
  "log-out": `<path d="M10 4H5v16h5M14 8l4 4-4 4M18 12H9"/>`,
  menu: `<path d="M4 7h16M4 12h16M4 17h16"/>`,
  minus: `<path d="M5 12h14"/>`,
  monitor: `<rect x="3" y="4" width="18" height="12" rx="2"/><path d="M12 16v4M8 20h8"/>`,
  pause: `<path d="M9 5v14M15 5v14"/>`,
  phone: `<rect x="7" y="3" width="10" height="18" rx="2"/><path d="M11 18h2"/>`,
  play: `<path d="M8 5v14l11-7z"/>`,
  plus: `<path d="M12 5v14M5 12h14"/>`,
  "screen-share": `<rect x="3" y="4" width="18" height="13" rx="2"/><path d="M8 21h8M12 14V8M9 10.5 12 7.5l3 3"/>`,
  "screen-share-off": `<path d="M9 4h10a2 2 0 0 1 2 2v9a2 2 0 0 1-.6 1.4M17 17H5a2 2 0 0 1-2-2V6c0-.7.3-1.3.8-1.6M8 21h8M3 3l18 18"/>`,
  search: `<circle cx="11" cy="11" r="6.5"/><path d="m16 16 4.5 4.5"/>`,
  send: `<path d="M4 12 20 4l-5 16-3.5-6.5zM11.5 13.5 20 4"/>`,
  settings: `<path d="M4 7h9M17 7h3M4 17h3M11 17h9"/><circle cx="15" cy="7" r="2"/><circle cx="9" cy="17" r="2"/>`,
  shield: `<path d="M12 3 5 6v5c0 5 3 8 7 10 4-2 7-5 7-10V6zM9 12l2 2 4-4"/>`,
  "signal-good": `<path d="M5 19v-4M10 19v-7M15 19V9M20 19V5"/>`,
  "signal-lost": `<path d="M5 19v-4M10 19v-7M15 9l6 6M21 9l-6 6"/>`,
  "signal-weak": `<path d="M5 19v-4M10 19v-7M15 19v.01M20 19v.01"/>`,
  stop: `<rect x="6" y="6" width="12" height="12" rx="2"/>`,
  tab: `<path d="M3 19V6h8l2 3h8v10zM3 9h10"/>`,
  tablet: `<rect x="4" y="3" width="16" height="18" rx="2"/><path d="M11 18h2"/>`,
  trash: `<path d="M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5"/>`,
  user: `<circle cx="12" cy="8" r="4"/><path d="M4.5 20c.8-4 3.8-6 7.5-6s6.7 2 7.5 6"/>`,
  users: `<circle cx="9" cy="8" r="3.5"/><path d="M2.5 19.5c.6-3.5 3-5.5 6.5-5.5s5.9 2 6.5 5.5M15.5 4.8a3.5 3.5 0 0 1 0 6.4M18 14.5c2 .8 3.2 2.5 3.5 5"/>`,
  warning: `<path d="M12 4 2.5 20h19zM12 10v5M12 17.5v.01"/>`,
  window: `<rect x="3" y="5" width="18" height="14" rx="2"/><path d="M3 9h18M6 7v.01M8.5 7v.01"/>`,
} as const;

/** The name of a drawing. */
export type IconName = keyof typeof shapes;

/** Every name there is, in alphabetical order. */
export const iconNames = Object.keys(shapes) as IconName[];

/**
 * The drawing as SVG markup, hidden from assistive technology: the control that shows it carries
 * the name. `size` is in CSS pixels.
 */
export function icon(name: IconName, size = 20): string {
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="${size}" height="${size}"` +
    ` fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round"` +
    ` stroke-linejoin="round" aria-hidden="true" focusable="false">${shapes[name]}</svg>`
  );
}

/**
 * The drawing as a new element, for code that builds its page by hand. Made without a parser: a
 * host whose policy requires Trusted Types would refuse one.
 */
export function iconElement(name: IconName, size = 20): SVGElement {
  const svg = svgElement("svg", "");
  for (const [, tag = "", attributes = ""] of icon(name, size).matchAll(/<(\w+)([^>]*)>/g)) {
    if (tag === "svg") setAttributes(svg, attributes);
    else svg.append(svgElement(tag, attributes));
  }
  return svg;
}

function svgElement(tag: string, attributes: string): SVGElement {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  setAttributes(element, attributes);
  return element;
}

function setAttributes(element: SVGElement, attributes: string): void {
  for (const [, name = "", value = ""] of attributes.matchAll(/([\w-]+)="([^"]*)"/g)) {
    if (name !== "xmlns") element.setAttribute(name, value);
  }
}
